#include "harmless.hpp"

#include "ink.hpp"
#include "markup.hpp"
#include "values.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace coopnet::worker {
namespace {

using namespace std::string_view_literals;
using graphviz::Attribute;
using graphviz::Attributes;

// What Graphviz draws by, and _background if it is ink. Left out on purpose: fontnames, fontpath, image, imagepath,
// layout, shapefile, stylesheet (files, other people's code), charset, comment, layers, page, viewport (they change
// what the file is).
// clang-format off
constexpr std::array known{
    "Damping"sv,        "K"sv,              "URL"sv,            "arrowhead"sv,      "arrowsize"sv,      "arrowtail"sv,
    "bb"sv,             "bgcolor"sv,        "center"sv,         "class"sv,          "clusterrank"sv,    "color"sv,
    "colorscheme"sv,    "compound"sv,       "concentrate"sv,    "constraint"sv,     "decorate"sv,       "defaultdist"sv,
    "dim"sv,            "dimen"sv,          "dir"sv,            "distortion"sv,     "dpi"sv,            "edgeURL"sv,
    "edgehref"sv,       "edgetarget"sv,     "edgetooltip"sv,    "epsilon"sv,        "esep"sv,           "fillcolor"sv,
    "fixedsize"sv,      "fontcolor"sv,      "fontname"sv,       "fontsize"sv,       "forcelabels"sv,    "gradientangle"sv,
    "group"sv,          "headURL"sv,        "head_lp"sv,        "headclip"sv,       "headhref"sv,       "headlabel"sv,
    "headtarget"sv,     "headtooltip"sv,    "height"sv,         "href"sv,           "id"sv,             "inputscale"sv,
    "label"sv,          "labelURL"sv,       "label_scheme"sv,   "labelangle"sv,     "labeldistance"sv,  "labelfloat"sv,
    "labelfontcolor"sv, "labelfontname"sv,  "labelfontsize"sv,  "labelhref"sv,      "labeljust"sv,      "labelloc"sv,
    "labeltarget"sv,    "labeltooltip"sv,   "landscape"sv,      "len"sv,            "levels"sv,         "levelsgap"sv,
    "lhead"sv,          "lheight"sv,        "lp"sv,             "ltail"sv,          "lwidth"sv,         "margin"sv,
    "maxiter"sv,        "mclimit"sv,        "mindist"sv,        "minlen"sv,         "mode"sv,           "model"sv,
    "newrank"sv,        "nodesep"sv,        "nojustify"sv,      "normalize"sv,      "notranslate"sv,    "nslimit"sv,
    "nslimit1"sv,       "ordering"sv,       "orientation"sv,    "outputorder"sv,    "overlap"sv,        "overlap_scaling"sv,
    "overlap_shrink"sv, "pack"sv,           "packmode"sv,       "pad"sv,            "pencolor"sv,       "penwidth"sv,
    "peripheries"sv,    "pin"sv,            "pos"sv,            "quadtree"sv,       "quantum"sv,        "rank"sv,
    "rankdir"sv,        "ranksep"sv,        "ratio"sv,          "rects"sv,          "regular"sv,        "remincross"sv,
    "repulsiveforce"sv, "root"sv,           "rotate"sv,         "rotation"sv,       "samehead"sv,       "sametail"sv,
    "samplepoints"sv,   "scale"sv,          "searchsize"sv,     "sep"sv,            "shape"sv,          "sides"sv,
    "size"sv,           "skew"sv,           "smoothing"sv,      "sortv"sv,          "splines"sv,        "start"sv,
    "style"sv,          "tailURL"sv,        "tail_lp"sv,        "tailclip"sv,       "tailhref"sv,       "taillabel"sv,
    "tailtarget"sv,     "tailtooltip"sv,    "target"sv,         "tooltip"sv,        "vertices"sv,       "voro_margin"sv,
    "weight"sv,         "width"sv,          "xlabel"sv,         "xlp"sv};
// clang-format on
static_assert(std::ranges::is_sorted(known));

// These alone may hold markup.
constexpr std::array labels{"label"sv, "headlabel"sv, "taillabel"sv, "xlabel"sv};

// What Graphviz escapes as it should.
constexpr std::array escaped{"tooltip"sv,      "edgetooltip"sv, "headtooltip"sv, "tailtooltip"sv,
                             "labeltooltip"sv, "id"sv,          "class"sv};

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& names, std::string_view name) {
    return std::ranges::find(names, name) != names.end();
}

bool is_link(std::string_view name) {
    return name == "URL" || name == "href" || name.ends_with("URL") || name.ends_with("href");
}

bool is_harmless(const Attribute& attribute) {
    if (attribute.name == "_background") return is_only_ink(attribute.value);
    if (!std::ranges::binary_search(known, std::string_view{attribute.name})) return false;
    if (is_one_of(labels, attribute.name)) return true;
    if (is_link(attribute.name)) return is_safe_link(attribute.value);
    return is_one_of(escaped, attribute.name) || is_plain(attribute.value);
}

void clean(Attributes& attributes) {
    std::erase_if(attributes, [](const Attribute& attribute) { return !is_harmless(attribute); });
    for (Attribute& attribute : attributes) {
        require_text(attribute.value, attribute.name);
        attribute.html = attribute.html && is_one_of(labels, attribute.name);
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
