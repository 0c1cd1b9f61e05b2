#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <pugixml.hpp>
#include <support/worker.hpp>

#include <functional>

namespace coopnet::graphviz {
namespace {

using ::testing::ElementsAre;
using ::testing::ElementsAreArray;
using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

Graph chain() {
    return {.name = "chain", .nodes = {{"a", {}}, {"b", {}}}, .edges = {{.tail = 0, .head = 1}}};
}

Graph one_node(Attribute attribute) {
    return {.name = "one", .nodes = {{"a", {std::move(attribute)}}}};
}

Graph labelled(const std::vector<std::string>& texts) {
    Graph graph{.name = "labelled"};
    for (const std::string& text : texts) {
        graph.nodes.push_back({"n" + std::to_string(graph.nodes.size()), {{"label", as_label(text)}}});
    }
    return graph;
}

void walk(const pugi::xml_node& node, const std::function<void(const pugi::xml_node&)>& visit) {
    visit(node);
    for (const pugi::xml_node& child : node.children()) walk(child, visit);
}

std::vector<std::string> texts_of(const std::string& svg) {
    pugi::xml_document document;
    EXPECT_TRUE(document.load_string(svg.c_str()));
    std::vector<std::string> texts;
    walk(document, [&](const pugi::xml_node& node) {
        if (std::string_view{node.name()} == "text") texts.emplace_back(node.text().get());
    });
    return texts;
}

TEST(Draw, ShowsNamesAsTheyAre) {
    const std::vector<std::string> names{
        "<intake> <referral>", "route<KHM>(sea & land)", "a\\N", "&amp;", "\\", "\"q\"", "<b>x</b>", "តេស្តខ្មែរ"};
    EXPECT_THAT(texts_of(draw(labelled(names))), ElementsAreArray(names));
}

TEST(Draw, BreaksALabelIntoLines) {
    EXPECT_THAT(texts_of(draw(labelled({"two\nlines"}))), ElementsAre("two", "lines"));
}

TEST(Draw, NeverTakesAPlainLabelForMarkupEvenBesideTheSameMarkup) {
    Graph graph = labelled({"<b>x</b>"});
    graph.nodes.insert(graph.nodes.begin(), {"markup", {{"label", "<b>x</b>", true}}});
    EXPECT_THAT(texts_of(draw(graph)), ElementsAre("x", "<b>x</b>"));
}

TEST(Draw, KnowsEveryFormat) {
    EXPECT_THAT(draw(chain(), {.format = Format::svg}), HasSubstr("<svg "));
    EXPECT_THAT(draw(chain(), {.format = Format::pdf}), StartsWith("%PDF-"));
    EXPECT_THAT(draw(chain(), {.format = Format::png}), StartsWith("\x89PNG"));
    EXPECT_THAT(draw(chain(), {.format = Format::json}), HasSubstr("\"pos\""));
    EXPECT_THAT(draw(chain(), {.format = Format::dot}), HasSubstr("pos="));
    EXPECT_THROW(static_cast<void>(format_named("jpeg")), InvalidOption);
}

TEST(Draw, PutsFontsForEveryScriptIntoAPdf) {
    const std::string pdf = draw({.nodes = {{"a", {{"label", "Polri"}, {"fontname", "DejaVu Sans"}}},
                                            {"b", {{"label", "<b>Polri</b>", true}, {"fontname", "DejaVu Sans"}}},
                                            {"c", {{"label", "ប៉ូលិស"}, {"fontname", "DejaVu Sans"}}}}},
                                 {.format = Format::pdf});
    for (const char* font : {"+DejaVuSans\n", "+DejaVuSans-Bold", "+KhmerOS", "/FontFile2"}) {
        EXPECT_THAT(pdf, HasSubstr(font));
    }
}

TEST(Draw, KnowsEveryEngine) {
    for (const char* engine : {"dot", "neato", "fdp", "sfdp", "twopi", "circo", "osage", "nop", "nop2"}) {
        const bool keeps = std::string_view{engine}.starts_with("nop");
        EXPECT_THAT(draw(keeps ? layout(chain()) : chain(), {.engine = engine_named(engine)}), HasSubstr("</svg>"))
            << engine;
    }
    EXPECT_THROW(static_cast<void>(engine_named("cairo")), InvalidOption);
}

TEST(Layout, AddsPositionsAndKeepsTheOrder) {
    Graph graph = chain();
    graph.edges.insert(graph.edges.begin(), {.tail = 1, .head = 0});
    graph.subgraphs = {{"cluster_b", std::nullopt, {{"label", "B"}}, {1}}, {"cluster_a", std::nullopt, {}, {0}}};
    const Graph placed = layout(graph);
    ASSERT_EQ(placed.nodes.size(), 2U);
    for (std::size_t i = 0; i < 2; ++i) {
        EXPECT_EQ(placed.nodes[i].name, graph.nodes[i].name);
        for (const char* added : {"pos", "width", "height"}) {
            EXPECT_TRUE(value_of(placed.nodes[i].attributes, added)) << added;
        }
        EXPECT_EQ(placed.edges[i].tail, graph.edges[i].tail);
        EXPECT_TRUE(value_of(placed.edges[i].attributes, "pos"));
        EXPECT_EQ(placed.subgraphs[i].name, graph.subgraphs[i].name);
        EXPECT_TRUE(value_of(placed.subgraphs[i].attributes, "bb"));
    }
    EXPECT_TRUE(value_of(placed.attributes, "bb"));
    EXPECT_TRUE(value_of(placed.subgraphs[0].attributes, "lp"));
}

TEST(Layout, KeepsPositionsThatAreGiven) {
    const Graph graph{.name = "placed",
                      .attributes = {{"notranslate", "true"}},
                      .nodes = {{"a", {{"pos", "300,200"}}}, {"b", {{"pos", "0,0"}}}}};
    EXPECT_EQ(value_of(layout(graph, {.engine = Engine::nop2}).nodes[0].attributes, "pos"), "300,200");
    EXPECT_THROW(static_cast<void>(draw(chain(), {.engine = Engine::nop2})), RenderError);  // no positions at all
}

Graph with_clusters() {
    Graph graph{.name = "clusters"};
    for (std::uint32_t i = 0; i < 24; ++i) graph.nodes.push_back({"n" + std::to_string(i), {}});
    for (std::uint32_t i = 0; i < 24; ++i) graph.edges.push_back({.tail = i, .head = (i * 5 + 3) % 24});
    for (std::uint32_t i = 0; i < 6; ++i) {
        graph.subgraphs.push_back({"cluster_" + std::to_string(i * 5 % 6), std::nullopt, {}, {i, i + 6, i + 12}});
    }
    return graph;
}

TEST(Draw, GivesTheSameBytesFromAFreshAndAWornWorker) {
    for (const Engine engine : {Engine::dot, Engine::neato, Engine::fdp, Engine::sfdp}) {
        set_worker_path(COOPNET_WORKER_PATH);
        const std::string fresh = draw(with_clusters(), {.engine = engine});
        for (std::size_t i = 1; i < 20; ++i) static_cast<void>(read("graph { a" + std::string(i * 37, 'x') + " }"));
        static_cast<void>(draw(labelled({"one", "two", "three"})));
        EXPECT_EQ(draw(with_clusters(), {.engine = engine}), fresh) << name_of(engine);
    }
}

TEST(Draw, SaysWhenAPictureIsTooLarge) {
    Graph graph = chain();
    graph.nodes[0].attributes = {{"width", "200"}, {"height", "200"}};
    EXPECT_THROW(static_cast<void>(draw(graph, {.format = Format::png, .dpi = 300})), RenderError);
    EXPECT_THROW(static_cast<void>(draw(chain(), {.format = Format::png, .dpi = 0})), RenderError);
}

TEST(Draw, RefusesBrokenMarkupInALabel) {
    for (const char* markup : {"<b>x", "<nonsense>x</nonsense>", "<b>x</i>", "<table><b>x</b></table>"}) {
        EXPECT_THROW(static_cast<void>(draw(one_node({"label", markup, true}))), RenderError) << markup;
    }
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<b>";
    deep += "x";
    for (int i = 0; i < 100'000; ++i) deep += "</b>";
    EXPECT_THROW(static_cast<void>(draw(one_node({"label", deep, true}))), RenderError);
    EXPECT_THAT(draw(chain()), HasSubstr("</svg>"));
}

TEST(Draw, RefusesTextThatNoSvgCanHold) {
    for (const char* text :
         {"\xFF", "\x01", "\xED\xA0\x80", "\xC0\x80", "\xF4\x90\x80\x80", "\xEF\xBF\xBF", "\xE1\x9E"}) {
        EXPECT_THROW(static_cast<void>(draw(one_node({"label", text}))), RenderError) << text;
        EXPECT_THROW(static_cast<void>(draw({.nodes = {{text, {}}}})), RenderError) << text;
    }
    EXPECT_THROW(static_cast<void>(draw(one_node({"label", "&#1;"}))), RenderError);
}

// No element that runs or loads, no handler, no link: whatever stood in the attributes.
void expect_no_harm(const std::string& svg, const std::string& from) {
    pugi::xml_document document;
    ASSERT_TRUE(document.load_string(svg.c_str(), pugi::parse_full)) << from;
    walk(document, [&](const pugi::xml_node& node) {
        for (const char* harmful : {"script", "image", "xml-stylesheet"}) EXPECT_STRNE(node.name(), harmful) << from;
        for (const pugi::xml_attribute& attribute : node.attributes()) {
            const std::string_view name = attribute.name();
            const bool may_link = from.find("=#") != std::string::npos;
            EXPECT_FALSE(name.starts_with("on") || (name.ends_with("href") && !may_link)) << from << " made " << name;
        }
    });
}

// A background of ink is drawn; one that would open a file, or that cannot be read, is left out whole.
TEST(Draw, DrawsABackgroundOnlyIfItIsNothingButInk) {
    const std::string ink = "c 7 -#112233 C 7 -#445566 P 3 0 0 20 0 20 20 F 12.0 11 -DejaVu Sans T 5 5 0 30 5 -a\\N&b ";
    for (const auto& [more, drawn] : std::vector<std::pair<std::string, bool>>{
             {"", true}, {"I 0 0 10 10 11 -/etc/passwd", false}, {"T 5 5 0 30 99 -short", false}, {"P 9 0 0", false}}) {
        Graph graph{
            .name = "ground", .attributes = {{"_background", ink + more}}, .nodes = {{"a", {{"pos", "10,10"}}}}};
        const std::string svg = draw(graph, {.engine = Engine::nop2, .format = Format::svg});
        EXPECT_EQ(svg.find("#445566") != std::string::npos, drawn) << more;
        EXPECT_EQ(svg.find("a\\N&amp;b") != std::string::npos, drawn) << more;
        EXPECT_EQ(svg.find("passwd"), std::string::npos);
    }
}

TEST(Draw, LeavesABackgroundOutWhereItsTextWouldEndGraphviz) {
    Graph graph = chain();
    graph.attributes.push_back(
        {"_background", "C 7 -#445566 P 3 0 0 20 0 20 20 F 12.0 11 -DejaVu Sans T 5 5 0 30 3 -abc "});
    const std::string svg = draw(graph, {.format = Format::svg});
    EXPECT_EQ(svg.find("#445566"), std::string::npos);
    EXPECT_NE(svg.find(">a</text>"), std::string::npos);
}

// What a foreign DOT may try: each value under each name, in each place.
TEST(Draw, PassesNothingHostileOn) {
    const std::vector<std::string> names{
        "URL",       "href",      "edgeURL",   "headURL",     "tailURL",     "labelURL",      "stylesheet",
        "image",     "shapefile", "fontpath",  "imagepath",   "_background", "layout",        "label",
        "xlabel",    "tooltip",   "id",        "class",       "target",      "fontname",      "color",
        "fillcolor", "fontcolor", "style",     "shape",       "comment",     "headlabel",     "bgcolor",
        "pencolor",  "charset",   "arrowhead", "edgetooltip", "headtarget",  "labelfontname", "colorscheme"};
    const std::vector<std::string> values{"javascript:alert(1)",
                                          " javascript:alert(1)",
                                          "&#106;avascript:alert(1)",
                                          "data:text/html,x",
                                          "file:///etc/passwd",
                                          "x\" onload=\"alert(1)",
                                          "x' onload='alert(1)",
                                          "<script>alert(1)</script>",
                                          "--><svg onload=alert(1)>",
                                          "x\" href=\"javascript:alert(1)",
                                          "]]><script>",
                                          "/etc/passwd",
                                          "https://x\" onload=\"alert(1)",
                                          "https://x'><script>",
                                          "#&quot; onload=&quot;alert(1)"};
    for (const std::string& name : names) {
        for (const std::string& value : values) {
            for (const bool html : {false, true}) {
                const Attributes hostile{{name, value, html}, {"tooltip", "t"}};
                Graph graph = chain();
                graph.attributes = graph.nodes[0].attributes = graph.edges[0].attributes = hostile;
                graph.subgraphs = {{"cluster_a", std::nullopt, hostile, {0}}};
                try {
                    expect_no_harm(draw(graph), name + "=" + value);
                } catch (const RenderError& error) {
                    // To refuse is to answer, to crash is not.
                    EXPECT_THAT(error.what(), Not(HasSubstr("crashed"))) << name << "=" << value;
                }
            }
        }
    }
}

TEST(Draw, KeepsLinksThatLeadSomewhereDecent) {
    for (const std::string url :
         {"https://example.org/?a=1&amp;b=2", "HTTP://example.org", "mailto:a@example.org", "#n1"}) {
        EXPECT_THAT(draw(one_node({"URL", url})), HasSubstr("xlink:href=\"" + url + "\""));
    }
}

TEST(Draw, TakesImagesAndScriptsOutOfMarkup) {
    const std::string markup =
        R"html(<table href="javascript:alert(1)" title="fine"><tr><td><img src="/etc/passwd"/>z</td>)html"
        R"html(<td href="https://example.org">go</td><td title='x" onload="alert(1)'>)"
        R"html(<font face="x&quot; onload=&quot;alert(1)">y</font></td></tr></table>)html";
    const std::string svg = draw(one_node({"label", markup, true}));
    for (const char* absent : {"javascript", "passwd", "onload"}) EXPECT_THAT(svg, Not(HasSubstr(absent)));
    for (const char* present : {"xlink:href=\"https://example.org\"", ">go<"}) EXPECT_THAT(svg, HasSubstr(present));
}

TEST(Draw, KeepsEntitiesInMarkup) {
    EXPECT_THAT(texts_of(draw(one_node({"label", "<b>a &lt; b &amp; c&#233;</b>", true}))), ElementsAre("a < b & cé"));
}

}  // namespace
}  // namespace coopnet::graphviz
