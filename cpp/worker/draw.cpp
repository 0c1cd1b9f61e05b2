#include "build.hpp"
#include "extract.hpp"
#include "harmless.hpp"
#include "jobs.hpp"
#include "messages.hpp"

#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <string_view>

// NOLINTBEGIN(readability-identifier-naming): Graphviz names them.
extern "C" {
extern gvplugin_library_t gvplugin_core_LTX_library;
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;
extern gvplugin_library_t gvplugin_pango_LTX_library;
}
// NOLINTEND(readability-identifier-naming)

namespace coopnet::worker {
namespace {

using graphviz::DrawTask;
using graphviz::Format;

constexpr double most_pixels = 100e6;
constexpr double longest_side = 32'000;  // cairo's limit is 32,767

// Linked in, so that no plugin folder and no config6a is looked for.
GVC_t* context() {
    static const lt_symlist_t plugins[] = {{"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
                                           {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
                                           {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
                                           {"gvplugin_pango_LTX_library", &gvplugin_pango_LTX_library},
                                           {nullptr, nullptr}};
    static GVC_t* const one = gvContextPlugins(plugins, 0);
    return one;
}

// A graph that has been laid out, until it goes out of scope: a second layout on top of the first crashes.
class LaidOut {
public:
    LaidOut(Agraph_t* graph, graphviz::Engine engine) : graph_{graph} {
        const std::string name{name_of(engine)};
        const int code = gvLayout(context(), graph_, name.c_str());
        if (code != 0) refuse_as_graphviz_says("Graphviz cannot lay out this graph with " + name + ".");
    }
    ~LaidOut() { gvFreeLayout(context(), graph_); }
    LaidOut(const LaidOut&) = delete;
    LaidOut& operator=(const LaidOut&) = delete;

    [[nodiscard]] std::string rendered(const char* format) const {
        char* data = nullptr;
        unsigned size = 0;
        const int code = gvRenderData(context(), graph_, format, &data, &size);
        std::string bytes = code == 0 && data != nullptr ? std::string(data, size) : "";
        gvFreeRenderData(data);
        refuse_if_graphviz_complained();
        if (code != 0 || bytes.empty()) refuse_as_graphviz_says("Graphviz drew nothing.");
        return bytes;
    }

    [[nodiscard]] pointf size_in_points() const {
        const boxf box = GD_bb(graph_);
        return {box.UR.x - box.LL.x, box.UR.y - box.LL.y};
    }

private:
    Agraph_t* graph_;
};

const char* renderer_of(Format format) {
    switch (format) {
        case Format::svg:
            return "svg";
        case Format::pdf:
            return "pdf";
        case Format::png:
            return "png";
        case Format::json:
            return "json0";
        case Format::dot:
            return "dot";
    }
    return "svg";
}

// A PNG has the density that was asked for, the other formats have none.
void set_density(graphviz::Graph& graph, const DrawTask& task) {
    std::erase_if(graph.attributes, [](const auto& attribute) { return attribute.name == "dpi"; });
    if (task.format != Format::png) return;
    if (!(task.dpi >= 10 && task.dpi <= 2400)) refuse("A PNG has between 10 and 2400 dots per inch.");
    graph.attributes.push_back({"dpi", std::to_string(task.dpi)});
}

void require_paintable(const LaidOut& drawing, double dpi) {
    const auto [width, height] = drawing.size_in_points();
    const double pixels_wide = width * dpi / 72;
    const double pixels_high = height * dpi / 72;
    if (pixels_wide * pixels_high <= most_pixels && std::max(pixels_wide, pixels_high) <= longest_side) return;
    refuse("A PNG of " + std::to_string(std::llround(pixels_wide)) + " by " +
           std::to_string(std::llround(pixels_high)) + " pixels is too large; lower dpi or draw an SVG or PDF.");
}

// An entity such as &#1; in a label comes out as the character itself, which no XML may hold.
void require_well_formed(std::string_view svg) {
    const auto is_control = [](char c) {
        return static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n' && c != '\r';
    };
    if (std::ranges::any_of(svg, is_control)) refuse("A label holds control characters, which an SVG cannot show.");
}

// Graphviz 2.42 dies while it measures the text of a background, but for nop2, which measures nothing.
graphviz::Graph without_background(graphviz::Graph graph) {
    std::erase_if(graph.attributes,
                  [](const graphviz::Attribute& attribute) { return attribute.name == "_background"; });
    return graph;
}

}  // namespace

graphviz::Graph layout(const graphviz::LayoutTask& task) {
    const Agraph graph = build(without_background(harmless(task.graph)));
    const LaidOut drawing{graph.get(), task.engine};
    static_cast<void>(drawing.rendered("dot"));  // this is what writes positions into attributes
    return extract(graph.get());
}

std::string draw(const DrawTask& task) {
    graphviz::Graph plain = harmless(task.graph);
    if (task.engine != graphviz::Engine::nop2) plain = without_background(std::move(plain));
    set_density(plain, task);
    const Agraph graph = build(plain);
    const LaidOut drawing{graph.get(), task.engine};
    if (task.format == Format::png) require_paintable(drawing, task.dpi);
    std::string bytes = drawing.rendered(renderer_of(task.format));
    if (task.format == Format::svg) require_well_formed(bytes);
    return bytes;
}

// A first drawing loads the plugins and the fonts, regular and bold.
void prepare() {
    const graphviz::Attributes bold{{"label", "<b>a</b>", true}};
    try {
        static_cast<void>(draw({.graph = {.nodes = {{"a", {}}, {"b", bold}}}}));
    } catch (const Refusal&) {
        // Every drawing will say so.
    }
}

}  // namespace coopnet::worker
