#include "support/tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <coopnet/io/ucinet.hpp>

#include <bit>
#include <cstdint>
#include <string>
#include <vector>

namespace coopnet::io {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

// --- a writer of the layout, for these tests alone

std::string bytes(std::uint64_t number, std::size_t width) {
    std::string written;
    for (std::size_t i = 0; i < width; ++i) written += static_cast<char>(number >> (8 * i) & 0xFFU);
    return written;
}

struct Files {
    bool wide_sizes = true;                // V6404, else DATE:
    bool wide_letters = true;              // labels in UTF-16
    std::vector<std::size_t> sizes{2, 2};  // columns, rows, levels
    std::vector<std::vector<std::string>> labels{{}, {}, {}};
    std::string title{};

    [[nodiscard]] std::string header() const {
        std::string written = "\5";
        written += wide_sizes ? "V6404" : "DATE:";
        for (const std::uint64_t number : {26U, 11U, 25U, 3U, 3U}) written += bytes(number, 2);
        written += bytes(7, 1) + bytes(sizes.size(), 2);
        for (const std::size_t size : sizes) written += bytes(size, wide_sizes ? 4 : 2);
        written += bytes(title.size(), 1) + title;
        for (std::size_t i = 0; i < sizes.size(); ++i) written += bytes(labels[i].empty() ? 0 : 1, 1);
        for (const auto& side : labels) {
            for (const std::string& label : side) {
                written += bytes(label.size() * (wide_letters ? 2 : 1), 2);
                for (const char letter : label)
                    written += std::string{letter} + (wide_letters ? std::string(1, '\0') : "");
            }
        }
        return written;
    }
};

std::string singles(const std::vector<float>& numbers) {
    std::string written;
    for (const float number : numbers) written += bytes(std::bit_cast<std::uint32_t>(number), 4);
    return written;
}

std::string doubles(const std::vector<double>& numbers) {
    std::string written;
    for (const double number : numbers) written += bytes(std::bit_cast<std::uint64_t>(number), 8);
    return written;
}

std::vector<std::string> ties(const Network& network) {
    std::vector<std::string> found;
    for (std::size_t row = 0; row < network.ties().size(); ++row) {
        const Tie& tie = network.ties()[row];
        const Relation& relation = network.vocabulary()[tie.relation];
        found.push_back(network[tie.source].id + (relation.directed ? ">" : "-") + network[tie.target].id +
                        std::string{network.draft().ties.cell(row, "strength")} +
                        (relation.id == "tie" ? "" : " " + relation.id));
    }
    return found;
}

Network read(const Files& files, const std::string& data) {
    return build(read_ucinet(files.header(), data, "net.##h"));
}

void refused(const std::string& header, const std::string& data, const std::string& sentence) {
    EXPECT_THAT([&] { static_cast<void>(build(read_ucinet(header, data, "net.##h"))); },
                ThrowsMessage<Error>(HasSubstr(sentence)));
}

TEST(Ucinet, ReadsLabelsInBytesAndInUtf16) {
    for (const bool wide_sizes : {true, false}) {
        for (const bool wide_letters : {true, false}) {
            const Files files{.wide_sizes = wide_sizes,
                              .wide_letters = wide_letters,
                              .labels = {{"ann", "bob x"}, {"bob x", "ann"}, {}},
                              .title = "pair"};
            const Network network = read(files, singles({0.1F, 0, 0, 100000}));
            EXPECT_THAT(ties(network), ElementsAre("bob x>ann0.1", "ann>bob x100000"));
            EXPECT_EQ(network.about().name, "pair");
        }
    }
}

TEST(Ucinet, ReadsNumbersOfEightBytesAndWhatIsNotKnown) {
    const Network network = read({}, doubles({0, 0.1, 1e38, -2}));
    EXPECT_THAT(ties(network), ElementsAre("1>20.1", "2>2-2"));
    EXPECT_THAT(network.notes().at(0).message, HasSubstr("not known"));
}

TEST(Ucinet, ReadsLevelsAndTwoModes) {
    const Files levels{.sizes = {2, 2, 2}, .labels = {{}, {}, {"asks", "tells"}}};
    EXPECT_THAT(ties(read(levels, singles({0, 1, 1, 0, 0, 0, 3, 0}))), ElementsAre("1-21 asks", "2>13 tells"));
    const Files two{.sizes = {3, 1}, .labels = {{"x", "y", "z"}, {"ann"}, {}}};
    const Network network = read(two, singles({1, 0, 2}));
    EXPECT_THAT(ties(network), ElementsAre("ann>x1", "ann>z2"));
    EXPECT_THAT(*network.draft().actors.column("mode"), ElementsAre("1", "2", "2", "2"));
}

TEST(Ucinet, SaysWhatIsWrong) {
    refused("", "", "net.##h: byte 1: the header ends here");
    refused("\5V9999 and more", "", "byte 1: this is no header of UCINET");
    refused(Files{}.header().substr(0, 29), "", "byte 30: the header ends here");
    refused(Files{.sizes = {2}}.header(), "", "it has 1 dimensions");
    refused(Files{}.header(), singles({1, 2, 3}), "the data have 12 bytes, and 4 numbers");
    refused(Files{.sizes = {0xFFFFFFFF, 0xFFFFFFFF}}.header(), "", "the data have 0 bytes");
    refused(Files{.sizes = {0xFFFFFFFF, 0}}.header(), "", "more columns than its files can mean");
    refused(Files{.sizes = {0, 0, 0xFFFFFFFF}}.header(), "", "more levels than its files can mean");
    refused(Files{.labels = {{"a", "a"}, {"a", "b"}, {}}}.header(), singles({1, 2, 3, 4}), "is that of two columns");
}

}  // namespace
}  // namespace coopnet::io
