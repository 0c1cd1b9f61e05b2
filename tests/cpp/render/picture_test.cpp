#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>
#include <coopnet/render/background.hpp>
#include <coopnet/render/picture.hpp>
#include <coopnet/render/svg.hpp>

#include <gtest/gtest.h>
#include <pugixml.hpp>

#include <functional>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "support/networks.hpp"
#include "support/pictures.hpp"
#include "support/worker.hpp"

namespace coopnet::render {
namespace {

using support::the_case;

pugi::xml_document parsed(const std::string& text) {
    pugi::xml_document document;
    const auto result = document.load_string(text.c_str(), pugi::parse_full);
    EXPECT_TRUE(result) << result.description();
    return document;
}

void walk(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& visit) {
    visit(node);
    for (const pugi::xml_node& child : node.children()) walk(child, visit);
}

std::map<std::string, int> classes(const pugi::xml_document& document) {
    std::map<std::string, int> counts;
    walk(document, [&](const pugi::xml_node& node) {
        if (const auto name = node.attribute("class")) ++counts[name.value()];
    });
    return counts;
}

std::set<std::string> texts_in(const pugi::xml_document& document) {
    std::set<std::string> texts;
    walk(document, [&](const pugi::xml_node& node) {
        if (std::string_view{node.name()} == "text") texts.insert(node.text().get());
    });
    return texts;
}

std::set<std::string> labels_in(const pugi::xml_document& document) {
    std::set<std::string> labels;
    walk(document, [&](const pugi::xml_node& node) {
        if (const auto label = node.attribute("aria-label")) labels.insert(label.value());
    });
    return labels;
}

TEST(Picture, IsADocumentWithTitleDescriptionAndNothingElseThatLoads) {
    const auto document = parsed(svg(draw(the_case(), support::whole(the_case()), support::in_language("en"))));
    const pugi::xml_node root = document.first_child();
    EXPECT_STREQ(root.name(), "svg");
    EXPECT_STREQ(root.attribute("role").value(), "graphics-document");
    EXPECT_STREQ(root.attribute("lang").value(), "en");
    EXPECT_EQ(root.child("title").attribute("id").value(), std::string{root.attribute("aria-labelledby").value()});
    EXPECT_EQ(root.child("desc").attribute("id").value(), std::string{root.attribute("aria-describedby").value()});
    walk(document, [&](const pugi::xml_node& node) {
        EXPECT_NE(node.type(), pugi::node_comment);
        EXPECT_NE(node.type(), pugi::node_doctype);
        for (const char* loads : {"script", "image", "use", "a", "style", "foreignObject"})
            EXPECT_STRNE(node.name(), loads);
        EXPECT_FALSE(node.attribute("href"));
    });
}

TEST(Picture, HasOneLabeledGroupForEachActorAndEachLine) {
    const View view = support::layer(the_case(), "cooperation");
    const auto document = parsed(svg(draw(the_case(), view, support::in_language("en"))));
    const Scene scene = on_banks(the_case(), view, support::picture_texts("en"), {});
    EXPECT_EQ(classes(document)["actor"], static_cast<int>(scene.boxes.size()));
    EXPECT_EQ(classes(document)["tie"], static_cast<int>(scene.lines.size()));
}

TEST(Picture, SaysEveryTieInWords) {
    for (const char* language : {"en", "id"}) {
        const View view = support::whole(the_case());
        const auto document = parsed(svg(draw(the_case(), view, support::in_language(language))));
        std::string all;
        for (const std::string& label : labels_in(document)) all += label + '\n';
        for (const TieLine& line :
             on_banks(the_case(), view, support::picture_texts(language), {.language = language}).lines) {
            for (const TieRow row : line.ties) {
                const Tie& tie = the_case()[row];
                const Relation& relation = the_case().vocabulary()[tie.relation];
                const std::string said = full_name(the_case(), tie.source, language) + " " +
                                         std::string{label_in(relation.label, language, relation.id)} + " " +
                                         full_name(the_case(), tie.target, language);
                EXPECT_NE(all.find(said), std::string::npos) << said;
            }
        }
    }
}

TEST(Picture, ShowsNoInternalIds) {
    const std::string text = svg(draw(the_case(), support::whole(the_case()), support::in_language("en")));
    for (const Actor& actor : the_case().actors()) {
        if (actor.id.find('.') == std::string::npos) continue;  // "IDN" is a country's code and may be said
        EXPECT_EQ(text.find(actor.id), std::string::npos) << actor.id;
    }
}

TEST(Picture, HeadlineCountsTheTiesAcrossOfThisProjection) {
    const auto title = [](const std::string& layer) {
        return draw(the_case(), support::layer(the_case(), layer), support::in_language("en")).title;
    };
    EXPECT_NE(title("cooperation").find("cross between Indonesia and Cambodia"), std::string::npos);
    EXPECT_NE(title("cooperation").find("I-24/7 is a claim"), std::string::npos);
    EXPECT_EQ(title("membership"), "No tie crosses between Indonesia and Cambodia in this selection");
}

TEST(Picture, LegendNamesOnlyWhatIsShown) {
    const auto all = texts_in(parsed(svg(draw(the_case(), support::whole(the_case()), support::in_language("en")))));
    const auto members =
        texts_in(parsed(svg(draw(the_case(), support::layer(the_case(), "membership"), support::in_language("en")))));
    EXPECT_TRUE(all.contains("I-24/7"));
    EXPECT_FALSE(members.contains("I-24/7"));
    EXPECT_TRUE(members.contains("Membership"));
    EXPECT_FALSE(members.contains("claimed, no record seen"));
}

TEST(Picture, PdfAndPngShowWhatTheSvgShows) {
    const Drawing drawing = draw(the_case(), support::whole(the_case()), support::in_language("en"));
    const graphviz::Graph graph = background(drawing);
    const std::string png =
        graphviz::draw(graph, {.engine = graphviz::Engine::nop2, .format = graphviz::Format::png, .dpi = 96});
    const std::string pdf = graphviz::draw(graph, {.engine = graphviz::Engine::nop2, .format = graphviz::Format::pdf});
    EXPECT_TRUE(png.starts_with("\x89PNG"));
    EXPECT_TRUE(pdf.starts_with("%PDF"));
    // Width and height stand big-endian in a PNG's bytes 16 to 23.
    const auto number = [&](std::size_t at) {
        double value = 0;
        for (std::size_t i = at; i < at + 4; ++i) value = value * 256 + static_cast<unsigned char>(png[i]);
        return value;
    };
    EXPECT_NEAR(number(16), drawing.size.width, 2);
    EXPECT_NEAR(number(20), drawing.size.height, 2);
    // Graphviz' own SVG of the same graph holds every word of ours: legend, title and stamp too.
    const auto printed =
        texts_in(parsed(graphviz::draw(graph, {.engine = graphviz::Engine::nop2, .format = graphviz::Format::svg})));
    for (const std::string& text : texts_in(parsed(svg(drawing)))) EXPECT_TRUE(printed.contains(text)) << text;
}

TEST(Picture, ShadesByNumbersAndWritesThemUnderTheNames) {
    auto options = support::in_language("en");
    std::vector<double> values(the_case().actors().size(), std::numeric_limits<double>::quiet_NaN());
    values[index(the_case().actor("ID.EMB"))] = 1234;
    values[index(the_case().actor("ID.NCB"))] = .25;
    options.shading = Shading{"betweenness", values};
    const Drawing drawing = draw(the_case(), support::whole(the_case()), options);
    const auto texts = texts_in(parsed(svg(drawing)));
    EXPECT_TRUE(texts.contains("1234"));
    EXPECT_TRUE(texts.contains("0.25"));
    EXPECT_NE(drawing.title.find("Betweenness"), std::string::npos);
}

TEST(Picture, HighlightLeavesTheRestPaler) {
    auto options = support::in_language("en");
    options.highlight = {the_case().tie("T033")};
    const Drawing drawing = draw(the_case(), support::whole(the_case()), options);
    const std::string text = svg(drawing);
    EXPECT_NE(text.find(mixed("#0072b2", "#ffffff", .17)), std::string::npos);
    EXPECT_NE(drawing.title.find("one step"), std::string::npos);
}

// What a name may hold, and a name in letters that the font lacks.
const std::vector<std::string> hostile{
    "<intake> <referral>", "a\\N", "x:y", "\"q\" & 'r'", "&amp;", "=1+1", "ខ្មែរ", "{a|b}", "]]>"};

Network hostile_network() {
    Draft draft;
    support::Rows rows;
    for (std::size_t i = 1; i < hostile.size(); ++i) rows.push_back({hostile[i - 1], hostile[i]});
    draft.ties = support::sheet({"source", "target"}, rows);
    return build(std::move(draft));
}

TEST(Picture, ReadsHostileNamesBackAsTheSameText) {
    const Network network = hostile_network();
    const Drawing drawing = draw(network, support::whole(network), support::in_language("en"));
    const auto labels = labels_in(parsed(svg(drawing)));
    for (const std::string& name : hostile) EXPECT_TRUE(labels.contains(name)) << name;
    const auto printed = texts_in(parsed(
        graphviz::draw(background(drawing), {.engine = graphviz::Engine::nop2, .format = graphviz::Format::svg})));
    for (const std::string name : {"a\\N", "x:y", "&amp;", "=1+1", "ខ្មែរ", "{a|b}", "]]>"})
        EXPECT_TRUE(printed.contains(name)) << name;
}

TEST(Picture, RefusesNetworksThatNobodyCouldRead) {
    Draft draft;
    support::Rows rows;
    for (int i = 0; i < 2600; ++i) rows.push_back({"a" + std::to_string(i), "a" + std::to_string(i + 1)});
    draft.ties = support::sheet({"source", "target"}, rows);
    const Network network = build(std::move(draft));
    EXPECT_THROW(static_cast<void>(draw(network, support::whole(network), support::in_language("en"))), InvalidOption);
}

TEST(Picture, IsTheSameBytesEveryTime) {
    const View view = support::whole(the_case());
    EXPECT_EQ(svg(draw(the_case(), view, support::in_language("en"))),
              svg(draw(the_case(), view, support::in_language("en"))));
}

TEST(Picture, PlatesShareAllPlacesAndDifferInWhatIsLit) {
    const Network& network = the_case();
    const View view = support::whole(network);
    const ActorRow bureau = network.actor("ID.NCB");
    const auto plates =
        draw_plates(network, view, support::in_language("en"),
                    {{"first", {network.tie("T026")}, {}, {bureau}}, {"second", {}, {network.actor("ID.EMB")}, {}}});
    ASSERT_EQ(plates.size(), 2U);
    EXPECT_EQ(plates[0].title, "first");
    EXPECT_EQ(plates[1].title, "second");
    const auto places = [](const Drawing& drawing) {
        std::set<std::tuple<std::string, std::string, std::string>> found;
        const auto document = parsed(svg(drawing));
        for (const auto& text : document.select_nodes("//g[@class='actor']/text")) {
            const auto node = text.node();
            found.emplace(node.text().get(), node.attribute("x").value(), node.attribute("y").value());
        }
        return found;
    };
    EXPECT_EQ(places(plates[0]), places(plates[1]));
    const auto rings = [](const Drawing& drawing) {
        return parsed(svg(drawing)).select_nodes("//g[@class='actor']/path[@stroke='#f0e442']").size();
    };
    EXPECT_EQ(rings(plates[0]), 1U);
    EXPECT_EQ(rings(plates[1]), 0U);
}

TEST(Picture, OfNobodyIsStillAPicture) {
    Projection nobody;
    nobody.countries = {{"XXX"}};
    const View view = freeze(the_case(), nobody, false);
    EXPECT_NO_THROW(static_cast<void>(draw(the_case(), view, support::in_language("en"))));
}

}  // namespace
}  // namespace coopnet::render
