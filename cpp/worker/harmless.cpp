#include "harmless.hpp"

#include "messages.hpp"

#include <pugixml.hpp>

#include <algorithm>
#include <array>
#include <cctype>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace coopnet::worker {
namespace {

using namespace std::string_view_literals;
using graphviz::Attribute;
using graphviz::Attributes;

// What Graphviz draws by. Left out on purpose: _background, fontnames, fontpath, image, imagepath, layout, shapefile,
// stylesheet (files, other people's code), charset, comment, layers, page, viewport (they change what the file is).
constexpr std::array known{"Damping"sv,
                           "K"sv,
                           "URL"sv,
                           "arrowhead"sv,
                           "arrowsize"sv,
                           "arrowtail"sv,
                           "bb"sv,
                           "bgcolor"sv,
                           "center"sv,
                           "class"sv,
                           "clusterrank"sv,
                           "color"sv,
                           "colorscheme"sv,
                           "compound"sv,
                           "concentrate"sv,
                           "constraint"sv,
                           "decorate"sv,
                           "defaultdist"sv,
                           "dim"sv,
                           "dimen"sv,
                           "dir"sv,
                           "distortion"sv,
                           "dpi"sv,
                           "edgeURL"sv,
                           "edgehref"sv,
                           "edgetarget"sv,
                           "edgetooltip"sv,
                           "epsilon"sv,
                           "esep"sv,
                           "fillcolor"sv,
                           "fixedsize"sv,
                           "fontcolor"sv,
                           "fontname"sv,
                           "fontsize"sv,
                           "forcelabels"sv,
                           "gradientangle"sv,
                           "group"sv,
                           "headURL"sv,
                           "head_lp"sv,
                           "headclip"sv,
                           "headhref"sv,
                           "headlabel"sv,
                           "headtarget"sv,
                           "headtooltip"sv,
                           "height"sv,
                           "href"sv,
                           "id"sv,
                           "inputscale"sv,
                           "label"sv,
                           "labelURL"sv,
                           "label_scheme"sv,
                           "labelangle"sv,
                           "labeldistance"sv,
                           "labelfloat"sv,
                           "labelfontcolor"sv,
                           "labelfontname"sv,
                           "labelfontsize"sv,
                           "labelhref"sv,
                           "labeljust"sv,
                           "labelloc"sv,
                           "labeltarget"sv,
                           "labeltooltip"sv,
                           "landscape"sv,
                           "len"sv,
                           "levels"sv,
                           "levelsgap"sv,
                           "lhead"sv,
                           "lheight"sv,
                           "lp"sv,
                           "ltail"sv,
                           "lwidth"sv,
                           "margin"sv,
                           "maxiter"sv,
                           "mclimit"sv,
                           "mindist"sv,
                           "minlen"sv,
                           "mode"sv,
                           "model"sv,
                           "newrank"sv,
                           "nodesep"sv,
                           "nojustify"sv,
                           "normalize"sv,
                           "notranslate"sv,
                           "nslimit"sv,
                           "nslimit1"sv,
                           "ordering"sv,
                           "orientation"sv,
                           "outputorder"sv,
                           "overlap"sv,
                           "overlap_scaling"sv,
                           "overlap_shrink"sv,
                           "pack"sv,
                           "packmode"sv,
                           "pad"sv,
                           "pencolor"sv,
                           "penwidth"sv,
                           "peripheries"sv,
                           "pin"sv,
                           "pos"sv,
                           "quadtree"sv,
                           "quantum"sv,
                           "rank"sv,
                           "rankdir"sv,
                           "ranksep"sv,
                           "ratio"sv,
                           "rects"sv,
                           "regular"sv,
                           "remincross"sv,
                           "repulsiveforce"sv,
                           "root"sv,
                           "rotate"sv,
                           "rotation"sv,
                           "samehead"sv,
                           "sametail"sv,
                           "samplepoints"sv,
                           "scale"sv,
                           "searchsize"sv,
                           "sep"sv,
                           "shape"sv,
                           "sides"sv,
                           "size"sv,
                           "skew"sv,
                           "smoothing"sv,
                           "sortv"sv,
                           "splines"sv,
                           "start"sv,
                           "style"sv,
                           "tailURL"sv,
                           "tail_lp"sv,
                           "tailclip"sv,
                           "tailhref"sv,
                           "taillabel"sv,
                           "tailtarget"sv,
                           "tailtooltip"sv,
                           "target"sv,
                           "tooltip"sv,
                           "vertices"sv,
                           "voro_margin"sv,
                           "weight"sv,
                           "width"sv,
                           "xlabel"sv,
                           "xlp"sv};
static_assert(std::ranges::is_sorted(known));

bool is_lower_equal(char a, char b) {
    return std::tolower(static_cast<unsigned char>(a)) == std::tolower(static_cast<unsigned char>(b));
}

bool begins_with(std::string_view text, std::string_view start) {
    return text.size() >= start.size() && std::ranges::equal(text.substr(0, start.size()), start, is_lower_equal);
}

bool is_link(std::string_view name) {
    return name == "URL" || name == "href" || name.ends_with("URL") || name.ends_with("href");
}

// Graphviz writes fonts, colors and links into the SVG as they are.
bool is_plain_value(std::string_view value) {
    return value.find_first_of("\"'<>&") == std::string_view::npos;
}

// Literally: an entity or an escape at the start could become any other scheme.
bool is_safe_link(std::string_view url) {
    constexpr std::array starts{"https:"sv, "http:"sv, "mailto:"sv, "#"sv};
    const bool starts_well =
        std::ranges::any_of(starts, [&](std::string_view start) { return begins_with(url, start); });
    return starts_well && url.find_first_of("\"'<>") == std::string_view::npos;
}

bool is_text_for_people(std::string_view name) {
    constexpr std::array names{"label"sv,        "headlabel"sv,   "taillabel"sv,   "xlabel"sv,
                               "tooltip"sv,      "edgetooltip"sv, "headtooltip"sv, "tailtooltip"sv,
                               "labeltooltip"sv, "id"sv,          "class"sv};
    return std::ranges::find(names, name) != names.end() || is_link(name);
}

// How many bytes the UTF-8 character at the start takes; 0 if it is none, or one that XML may not hold.
std::size_t character(std::string_view text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned first = byte(0);
    if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || text.size() < size) return 0;
    unsigned code = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80) return 0;
        code = code << 6U | (byte(i) & 0x3FU);
    }
    constexpr std::array<unsigned, 5> smallest{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code >= 0xD800 && code <= 0xDFFF;
    return code >= smallest.at(size) && code <= 0x10FFFF && !surrogate && code != 0xFFFE && code != 0xFFFF ? size : 0;
}

void require_text(std::string_view text, std::string_view where) {
    while (!text.empty()) {
        const std::size_t size = character(text);
        if (size == 0) refuse("A " + std::string{where} + " is not UTF-8 text, or holds control characters.");
        text.remove_prefix(size);
    }
}

bool is_harmless_in_markup(std::string_view name, std::string_view value) {
    if (value.find('"') != std::string_view::npos) return false;  // '…"…' would end early when written in "…"
    if (begins_with(name, "href")) return is_safe_link(value);
    if (begins_with(name, "src")) return false;
    return begins_with(name, "title") || begins_with(name, "tooltip") || begins_with(name, "id") ||
           is_plain_value(value);
}

void clean(pugi::xml_node element) {
    for (pugi::xml_attribute attribute = element.first_attribute(); attribute;) {
        const pugi::xml_attribute next = attribute.next_attribute();
        if (!is_harmless_in_markup(attribute.name(), attribute.value())) element.remove_attribute(attribute);
        attribute = next;
    }
}

struct Cleaner : pugi::xml_tree_walker {
    std::vector<pugi::xml_node> images;

    bool for_each(pugi::xml_node& node) override {
        if (begins_with(node.name(), "img")) images.push_back(node);
        clean(node);
        return true;
    }
};

// What the parser did not keep (comments, instructions) is gone; entities stay as they were written.
std::string harmless_markup(const std::string& markup) {
    pugi::xml_document document;
    const auto result = document.load_string(markup.c_str(), pugi::parse_fragment | pugi::parse_ws_pcdata);
    if (!result) refuse("The markup of a label cannot be read (" + std::string{result.description()} + "): " + markup);
    Cleaner cleaner;
    document.traverse(cleaner);
    // Backwards, for one image may lie in another.
    for (auto image = cleaner.images.rbegin(); image != cleaner.images.rend(); ++image) {
        image->parent().remove_child(*image);
    }
    std::ostringstream out;
    document.save(out, "", pugi::format_raw | pugi::format_no_declaration | pugi::format_no_escapes,
                  pugi::encoding_utf8);
    return out.str();
}

bool is_harmless(const Attribute& attribute) {
    if (!std::ranges::binary_search(known, std::string_view{attribute.name})) return false;
    if (is_link(attribute.name)) return !attribute.html && is_safe_link(attribute.value);
    return attribute.html || is_text_for_people(attribute.name) || is_plain_value(attribute.value);
}

void clean(Attributes& attributes) {
    std::erase_if(attributes, [](const Attribute& attribute) { return !is_harmless(attribute); });
    for (Attribute& attribute : attributes) {
        require_text(attribute.value, attribute.name);
        if (attribute.html) attribute.value = harmless_markup(attribute.value);
    }
}

}  // namespace

graphviz::Graph harmless(graphviz::Graph graph) {
    require_text(graph.name, "graph's name");
    clean(graph.attributes);
    for (graphviz::Node& node : graph.nodes) {
        require_text(node.name, "node's name");
        clean(node.attributes);
    }
    for (graphviz::Edge& edge : graph.edges) {
        require_text(edge.key, "edge's key");
        require_text(edge.tail_port, "port");
        require_text(edge.head_port, "port");
        clean(edge.attributes);
    }
    for (graphviz::Subgraph& sub : graph.subgraphs) {
        require_text(sub.name, "subgraph's name");
        clean(sub.attributes);
    }
    return graph;
}

}  // namespace coopnet::worker
