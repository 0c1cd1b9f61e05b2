#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/protocol.hpp>

#include <gtest/gtest.h>

#include <random>

namespace coopnet::graphviz {
namespace {

Graph sample() {
    Graph graph{.name = "G \"1\"", .directed = false, .strict = true};
    graph.attributes = {{"label", "two\nlines"}};
    graph.nodes = {{"a", {{"label", "<b>x</b>", true}}}, {"ប៉ុល", {}}};
    graph.edges = {
        {.tail = 1, .head = 0, .key = "k", .tail_port = "p:n", .head_port = "q", .attributes = {{"w", "1"}}}};
    graph.subgraphs = {{"cluster_a", std::nullopt, {{"color", "red"}}, {0, 1}}, {"", 0, {}, {1}}};
    return graph;
}

Job sample_job() {
    return {.seconds = 7, .task = DrawTask{sample(), Engine::nop2, Format::png, 144.5}};
}

TEST(Protocol, CarriesEveryPartOfAJob) {
    const Job job = decode_job(encode(sample_job()));
    EXPECT_EQ(job.seconds, 7U);
    const auto& task = std::get<DrawTask>(job.task);
    EXPECT_EQ(task.graph, sample());
    EXPECT_EQ(task.engine, Engine::nop2);
    EXPECT_EQ(task.format, Format::png);
    EXPECT_EQ(task.dpi, 144.5);
}

TEST(Protocol, CarriesEveryKindOfReply) {
    EXPECT_EQ(std::get<Graph>(decode_reply(encode(Reply{sample()}))), sample());
    const std::string bytes{"a\0b", 3};
    EXPECT_EQ(std::get<std::string>(decode_reply(encode(Reply{bytes}))), bytes);
    const auto failure = std::get<Failure>(decode_reply(encode(Reply{Failure{.line = 3, .message = "no"}})));
    EXPECT_EQ(failure.line, 3U);
    EXPECT_EQ(failure.message, "no");
}

TEST(Protocol, RefusesAMessageCutShortAnywhere) {
    const std::string whole = encode(sample_job());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        EXPECT_THROW(static_cast<void>(decode_job(whole.substr(0, size))), RenderError) << size;
    }
}

TEST(Protocol, RefusesAMessageThatGoesOn) {
    EXPECT_THROW(static_cast<void>(decode_job(encode(sample_job()) + '\0')), RenderError);
}

TEST(Protocol, RefusesIndicesOfNodesThatAreNotThere) {
    Graph graph = sample();
    graph.edges.front().head = 2;
    EXPECT_THROW(static_cast<void>(decode_reply(encode(Reply{graph}))), RenderError);
    graph = sample();
    graph.subgraphs.front().nodes.push_back(2);
    EXPECT_THROW(static_cast<void>(decode_reply(encode(Reply{graph}))), RenderError);
    graph = sample();
    graph.subgraphs.front().parent = 0;
    EXPECT_THROW(static_cast<void>(decode_reply(encode(Reply{graph}))), RenderError);
}

TEST(Protocol, RefusesACountThatIsLargerThanTheMessage) {
    // A graph whose first list claims four billion attributes.
    const std::string bytes = std::string{"\0\0\0\0\0\1\0", 7} + "\xFF\xFF\xFF\xFF";
    EXPECT_THROW(static_cast<void>(decode_reply(bytes)), RenderError);
}

TEST(Protocol, RefusesALengthAboveTheLongestMessage) {
    EXPECT_THROW(static_cast<void>(length_in("\xFF\xFF\xFF\xFF")), RenderError);
    EXPECT_EQ(length_in(prefix_of("abc")), 3U);
}

TEST(Protocol, SurvivesAnyChangedByte) {
    const std::string whole = encode(Reply{sample()});
    std::mt19937 random{7};  // NOLINT(cert-msc51-cpp): the same bytes every time
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes = whole;
        for (int change = 0; change < 3; ++change) bytes[random() % bytes.size()] = static_cast<char>(random());
        try {
            EXPECT_EQ(encode(decode_reply(bytes)), bytes);  // what is accepted means exactly one thing
        } catch (const RenderError&) {
            SUCCEED();
        }
    }
}

}  // namespace
}  // namespace coopnet::graphviz
