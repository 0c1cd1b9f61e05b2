#include "agraph.hpp"
#include "extract.hpp"
#include "jobs.hpp"
#include "messages.hpp"

#include <string_view>

namespace coopnet::worker {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// The scanner keeps what follows the first graph and would read it before the next job's text.
bool another_follows() {
    bool found = false;
    while (const Agraph more{agmemread("")}) found = true;
    return found;
}

// cgraph takes such names for its own and has replaced them by numbers by now.
void require_names_of_their_own(const graphviz::Graph& graph) {
    for (const graphviz::Node& node : graph.nodes) {
        if (node.name.starts_with('%')) refuse("A node's name begins with %, which Graphviz cannot read; rename it.");
    }
}

}  // namespace

graphviz::Graph read(const graphviz::ReadTask& task) {
    std::string_view text = task.text;
    if (text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    if (text.find('\0') != std::string_view::npos) refuse("There is a zero byte in it: this is no DOT text.");

    agreadline(1);
    const Agraph first{agmemread(text.data())};  // ends where task.text ends, at a zero byte
    const bool more = another_follows();
    refuse_if_graphviz_complained();
    if (!first) refuse("There is no graph in it.");
    if (more) refuse("There is more than one graph in it; give each a file of its own.");

    graphviz::Graph graph = extract(first.get());
    require_names_of_their_own(graph);
    return graph;
}

}  // namespace coopnet::worker
