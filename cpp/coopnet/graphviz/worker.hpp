#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/graphviz/engine.hpp>
#include <coopnet/graphviz/graph.hpp>

#include <chrono>
#include <string>
#include <string_view>

/// What Graphviz can do for us, done in its own process: a crash, a hang or hostile DOT there is an error here.
///
/// One warm worker serves all threads in turn; the first call starts it. All functions throw RenderError if it is
/// missing, fails or exceeds its time, and Cancelled within 100 ms of `monitor->cancel()`.
namespace coopnet::graphviz {

/// Where the executable is. Without a call: `COOPNET_WORKER`, else beside the library, else in the path.
void set_worker_path(std::string executable);

struct ReadOptions {
    std::string path = "the DOT text";  ///< what errors call the text
    std::chrono::milliseconds timeout{30'000};
};

/// Reads DOT: one graph, with every attribute, port and subgraph, nodes and edges in order of appearance.
/// Throws ParseError, with the line, if the text is no DOT or holds more than one graph.
[[nodiscard]] Graph read(std::string_view dot, const ReadOptions& options = {}, const Monitor* monitor = nullptr);

struct WriteOptions {
    std::chrono::milliseconds timeout{30'000};
};

/// Writes DOT that `read` reads back as the same graph; attributes with no value are left out.
/// Throws RenderError for text that DOT cannot hold: an odd number of backslashes before a quotation mark, a
/// line end or the end; a zero byte; a node's name that begins with `%`.
[[nodiscard]] std::string write(const Graph& graph, const WriteOptions& options = {}, const Monitor* monitor = nullptr);

struct LayoutOptions {
    Engine engine = Engine::dot;
    std::chrono::milliseconds timeout{60'000};
};

/// The graph with what Graphviz adds: `pos`, `width`, `height` of nodes, `pos` and `lp` of edges, `bb` of the graph
/// and its clusters, in points, y upwards. Nodes, edges and subgraphs keep their order. Only attributes that Graphviz
/// knows and that are harmless (see `draw`) survive.
[[nodiscard]] Graph layout(const Graph& graph, const LayoutOptions& options = {}, const Monitor* monitor = nullptr);

struct DrawOptions {
    Engine engine = Engine::dot;
    Format format = Format::svg;
    double dpi = 96;  ///< of a PNG
    std::chrono::milliseconds timeout{60'000};
};

/// Draws. Same graph and options, same bytes (but for a PDF's date).
///
/// Whatever the graph says, nothing is read from a file, nothing is fetched, and links lead to http, https, mailto or
/// `#` only. Throws RenderError, too, for a label whose markup is broken, for text that is not UTF-8, and for a PNG of
/// more than 100 million pixels.
[[nodiscard]] std::string draw(const Graph& graph, const DrawOptions& options = {}, const Monitor* monitor = nullptr);

}  // namespace coopnet::graphviz
