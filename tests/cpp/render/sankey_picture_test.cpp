#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>
#include <coopnet/render/background.hpp>
#include <coopnet/render/sankey_picture.hpp>
#include <coopnet/render/svg.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <fstream>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "support/networks.hpp"
#include "support/package.hpp"
#include "support/pictures.hpp"
#include "support/worker.hpp"

namespace coopnet::render {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;
using ::testing::Not;

SankeyPictureOptions in_language(const std::string& language) {
    SankeyPictureOptions options;
    options.language = language;
    options.texts = support::picture_texts(language);
    return options;
}

Network network_of(support::Rows ties) {
    Draft draft;
    draft.sources = support::sheet({"id", "title"}, {{"S1", "A report"}});
    for (auto& row : ties) row.emplace_back("S1");
    draft.ties = support::sheet({"source", "target", "status", "sources"}, ties);
    return build(std::move(draft));
}

std::vector<Flowing> flows_of(const Network& network, const std::vector<std::optional<double>>& amounts) {
    std::vector<Flowing> flows;
    for (std::size_t i = 0; i < amounts.size(); ++i) {
        const Tie& tie = network.ties()[i];
        flows.push_back({row<TieRow>(i), tie.source, tie.target, amounts[i], {}, false, false});
    }
    return flows;
}

// Two sites, a police that hands on less than it got, a return.
Network four() {
    return network_of({{"Site", "Police", "documented"},
                       {"Border", "Police", "claimed"},
                       {"Police", "Embassy", "inferred"},
                       {"Embassy", "Site", ""}});
}

void walk(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& visit) {
    visit(node);
    for (const pugi::xml_node& child : node.children()) walk(child, visit);
}

pugi::xml_document parsed(const std::string& text) {
    pugi::xml_document document;
    const auto result = document.load_string(text.c_str(), pugi::parse_full);
    EXPECT_TRUE(result) << result.description();
    return document;
}

std::vector<std::string> words_in(const std::string& text) {
    const auto document = parsed(text);
    std::vector<std::string> words;
    walk(document, [&](const pugi::xml_node& node) {
        if (std::string_view{node.name()} == "text") words.emplace_back(node.text().get());
    });
    return words;
}

std::vector<std::string> labels_in(const std::string& text) {
    const auto document = parsed(text);
    std::vector<std::string> labels;
    walk(document, [&](const pugi::xml_node& node) {
        if (const auto label = node.attribute("aria-label")) labels.emplace_back(label.value());
    });
    return labels;
}

std::string drawn(const Network& network, const std::vector<Flowing>& flows, const std::string& language = "en") {
    return svg(draw_sankey(network, flows, in_language(language)));
}

TEST(SankeyPicture, WritesAmountsAtBandsAndActorsAsTheLanguageDoes) {
    const Network network = network_of({{"a", "b", ""}, {"b", "c", ""}});
    const auto flows = flows_of(network, {{1018.5}, {1018.5}});
    EXPECT_THAT(words_in(drawn(network, flows, "en")), Contains("1,018.5").Times(5));
    EXPECT_THAT(words_in(drawn(network, flows, "id")), Contains("1.018,5").Times(5));
}

TEST(SankeyPicture, SaysWhatIsNotAccountedForWhereBothSidesAreKnown) {
    const Network network = four();
    auto flows = flows_of(network, {{30.}, {20.}, {43.}, {43.}});
    const Drawing drawing = draw_sankey(network, flows, in_language("en"));
    EXPECT_EQ(drawing.title, "13 are not accounted for at Site");
    EXPECT_THAT(labels_in(svg(drawing)), Contains("Police; in 50; out 43; 7 not accounted for"));
    flows[0].amount.reset();
    EXPECT_THAT(drawn(network, flows), Not(HasSubstr("not accounted for")));
}

TEST(SankeyPicture, NamesWhatRunsBack) {
    const Network network = four();
    const Drawing drawing = draw_sankey(network, flows_of(network, {{30.}, {20.}, {50.}, {2.}}), in_language("en"));
    EXPECT_THAT(drawing.description, HasSubstr("Back: Embassy → Site."));
}

TEST(SankeyPicture, LegendNamesOnlyWhatIsShown) {
    const Network network = four();
    auto flows = flows_of(network, {{30.}, {20.}, {50.}, {30.}});
    const auto plain = words_in(drawn(network, flows));
    EXPECT_THAT(plain, Contains("documented, with a source"));
    EXPECT_THAT(plain, Contains("claimed, no record seen"));
    EXPECT_THAT(plain, Not(Contains("one account only")));
    EXPECT_THAT(plain, Not(Contains("amount not known")));
    flows[0].one_account = true;
    flows[1].amount.reset();
    flows[2].hidden = true;
    const auto all = words_in(drawn(network, flows));
    for (const char* entry : {"one account only", "amount not known", "[c] small amount, not shown"})
        EXPECT_THAT(all, Contains(entry));
}

// --- what is hidden -------------------------------------------------------------------------

TEST(SankeyPicture, IsTheSameWhateverAHiddenAmountIs) {
    const Network network = four();
    for (const std::size_t hidden : {0U, 1U, 2U, 3U}) {
        std::vector<std::string> pictures;
        for (const double amount : {1., 7., 31415926., 0.}) {
            auto flows = flows_of(network, {{30.}, {20.}, {50.}, {30.}});
            flows[hidden].hidden = true;
            flows[hidden].amount = amount;
            flows[hidden].range = std::pair{amount - .5, amount + .5};
            pictures.push_back(drawn(network, flows));
        }
        EXPECT_THAT(pictures, ::testing::Each(pictures.front())) << hidden;
    }
}

TEST(SankeyPicture, WritesACanaryNowhereOnceItIsHidden) {
    const Network network = four();
    for (const bool hidden : {false, true}) {
        auto flows = flows_of(network, {{7919.}, {20.}, {50.}, {30.}});
        flows[0].range = std::pair{7907., 7927.};
        flows[0].hidden = hidden;
        const Drawing drawing = draw_sankey(network, flows, in_language("en"));
        std::string all = svg(drawing);
        for (const auto format : {graphviz::Format::svg})
            all += graphviz::draw(background(drawing), {.engine = graphviz::Engine::nop2, .format = format});
        for (const char* canary : {"7,919", "7919", "7,907", "7,927"})
            EXPECT_EQ(all.find(canary) != std::string::npos, !hidden && std::string{canary} != "7919") << canary;
        EXPECT_EQ(all.find("[c]") != std::string::npos, hidden);
    }
}

TEST(SankeyPicture, DrawsEveryHiddenBandEquallyWide) {
    const Network network = network_of({{"a", "b", ""}, {"a", "c", ""}, {"a", "d", ""}});
    auto flows = flows_of(network, {{3.}, {9.}, {400.}});
    flows[0].hidden = flows[1].hidden = true;
    const auto document = parsed(drawn(network, flows));
    // Edges of a band: both lead from the source, as far from each other as it is wide.
    std::vector<double> widths;
    walk(document, [&](const pugi::xml_node& node) {
        if (std::string_view{node.attribute("class").value()} != "tie") return;
        std::vector<double> starts;
        for (const pugi::xml_node& path : node.children("path")) {
            const std::string d = path.attribute("d").value();
            if (d.back() != 'Z' && d.find('C') != std::string::npos)
                starts.push_back(std::stod(d.substr(d.find(',') + 1)));
        }
        ASSERT_EQ(starts.size(), 2U);
        widths.push_back(starts[1] - starts[0]);
    });
    std::ranges::sort(widths);
    ASSERT_EQ(widths.size(), 3U);
    EXPECT_NEAR(widths[0], widths[1], .02);
    EXPECT_GT(widths[2], 3 * widths[1]);
}

// --- whatever comes -------------------------------------------------------------------------

TEST(SankeyPicture, OfNothingIsStillAPicture) {
    const Network network = four();
    for (const char* language : {"en", "id"}) {
        const auto words = words_in(drawn(network, {}, language));
        EXPECT_THAT(words, Contains(support::picture_texts(language)("sankey.headline.none")));
    }
}

TEST(SankeyPicture, TakesNoLinkAwayThatIsZeroALoopOrDoubled) {
    const Network network = network_of({{"a", "a", ""}, {"a", "b", ""}, {"a", "b", ""}});
    const auto labels = labels_in(drawn(network, flows_of(network, {{0.}, {0.}, {0.}})));
    EXPECT_THAT(labels, Contains("a tie a: 0"));
    EXPECT_THAT(labels, Contains("a tie b: 0").Times(2));
}

TEST(SankeyPicture, ReadsNotANumberAsUnknown) {
    const Network network = network_of({{"a", "b", ""}});
    const auto flows = flows_of(network, {{std::numeric_limits<double>::quiet_NaN()}});
    EXPECT_THAT(labels_in(drawn(network, flows)), Contains("a tie b: amount not known"));
}

TEST(SankeyPicture, RefusesANegativeAmount) {
    const Network network = network_of({{"a", "b", ""}});
    EXPECT_THROW(static_cast<void>(drawn(network, flows_of(network, {{-1.}}))), InvalidOption);
}

TEST(SankeyPicture, ReadsHostileNamesBackAsTheSameText) {
    const std::vector<std::string> hostile{"<b>x</b>", "a\\N", "&amp;", "]]>", "ខ្មែរ", "مرحبا", "{a|b}", "=1+1"};
    support::Rows rows;
    for (std::size_t i = 1; i < hostile.size(); ++i) rows.push_back({hostile[i - 1], hostile[i], ""});
    const Network network = network_of(rows);
    const auto flows = flows_of(network, std::vector<std::optional<double>>(rows.size(), 5.));
    const Drawing drawing = draw_sankey(network, flows, in_language("en"));
    const auto words = words_in(svg(drawing));
    const auto printed = words_in(
        graphviz::draw(background(drawing), {.engine = graphviz::Engine::nop2, .format = graphviz::Format::svg}));
    for (const std::string& name : hostile) EXPECT_THAT(words, Contains(name));
    for (const std::string& name : hostile) EXPECT_THAT(printed, Contains(name));
}

TEST(SankeyPicture, ShowsALongNameInLinesAndReadsAllOfIt) {
    std::string name;
    while (name.size() < 4096) name += "Direktorat Pelindungan ";
    name.pop_back();
    const Network network = network_of({{name, std::string(4096, 'x'), ""}});
    const std::string text = drawn(network, flows_of(network, {{5.}}));
    EXPECT_THAT(labels_in(text), Contains(HasSubstr(name)));
    for (const std::string& word : words_in(text)) EXPECT_LE(width_of(word, {21, true}), 1200) << word;
}

TEST(SankeyPicture, CutsNoWord) {
    const Network network = network_of({{"Kementerian Ketenagakerjaan-Transmigrasi", "Pertanggungjawaban", ""}});
    const auto words = words_in(drawn(network, flows_of(network, {{5.}})));
    for (const char* line : {"Kementerian", "Ketenagakerjaan-Transmigrasi", "Pertanggungjawaban"})
        EXPECT_THAT(words, Contains(line));
}

TEST(SankeyPicture, WritesNothingSmallerThanTwelvePixels) {
    const auto document = parsed(drawn(four(), flows_of(four(), {{30.}, {20.}, {43.}, {43.}})));
    walk(document, [](const pugi::xml_node& node) { EXPECT_GE(node.attribute("font-size").as_double(12), 12); });
}

TEST(SankeyPicture, IsTheSameBytesAsEver) {
    const Network network = network_of({{"Site", "Police", "documented"},
                                        {"Site", "Police", "claimed"},
                                        {"Police", "Embassy", "documented"},
                                        {"Police", "Home", "inferred"},
                                        {"Embassy", "Home", "documented"},
                                        {"Home", "Site", "documented"}});
    auto flows = flows_of(network, {{62.}, {8.}, {50.}, {}, {44.}, {4.}});
    flows[2].one_account = true;
    flows[5].hidden = true;
    SankeyPictureOptions options = in_language("id");
    options.stages = {"Dibebaskan", "Diserahkan", "Dipulangkan"};
    options.stage_of = {std::nullopt, 0, 1, 2};
    const std::string text = svg(draw_sankey(network, flows, options));
    const auto golden = std::filesystem::path{COOPNET_SOURCE_DIR} / "tests/golden/sankey-id.svg";
    if (std::filesystem::exists(golden) && support::file_text(golden) == text) return;
    const auto now = std::filesystem::temp_directory_path() / "sankey-id.svg";
    std::ofstream{now, std::ios::binary} << text;
    FAIL() << "The picture is not that of " << golden << ". Look at " << now << "; if it is right, put it there.";
}

}  // namespace
}  // namespace coopnet::render
