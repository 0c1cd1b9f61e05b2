#include "extract.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace coopnet::worker {
namespace {

using graphviz::Attributes;
using graphviz::Edge;
using graphviz::Graph;

// What Graphviz takes for "not said".
bool is_unsaid(int kind, std::string_view name, std::string_view value) {
    return kind == AGNODE && name == "label" ? value == "\\N" : value.empty();
}

class Extractor {
public:
    explicit Extractor(Agraph_t* from) : from_{from} {}

    Graph extracted() {
        graph_.name = name_of(from_);
        graph_.directed = agisdirected(from_) != 0;
        graph_.strict = agisstrict(from_) != 0;
        graph_.attributes = attributes_of(from_, AGRAPH);
        add_nodes();
        add_edges();
        add_subgraphs();
        return std::move(graph_);
    }

private:
    // cgraph makes up names that begin with % for what has none.
    static std::string name_of(Agraph_t* graph) {
        const char* name = agnameof(graph);
        return name == nullptr || *name == '%' ? "" : name;
    }

    Attributes attributes_of(void* object, int kind) {
        Attributes attributes;
        for (Agsym_t* symbol = nullptr; (symbol = agnxtattr(from_, kind, symbol)) != nullptr;) {
            const std::string_view name = symbol->name;
            char* value = agxget(object, symbol);
            // A graph without `splines` has them, a graph with empty ones draws no edges.
            const bool no_edges = object == from_ && name == "splines";
            if (is_unsaid(kind, name, value) && !no_edges) continue;
            if (kind == AGEDGE && (name == "tailport" || name == "headport")) continue;
            attributes.push_back({std::string{name}, value, aghtmlstr(value) != 0});
        }
        return attributes;
    }

    void add_nodes() {
        for (Agnode_t* node = agfstnode(from_); node != nullptr; node = agnxtnode(from_, node)) {
            index_.emplace(node, static_cast<std::uint32_t>(graph_.nodes.size()));
            graph_.nodes.push_back({agnameof(node), attributes_of(node, AGNODE)});
        }
    }

    void add_edges() {
        std::vector<Agedge_t*> edges;
        for (Agnode_t* node = agfstnode(from_); node != nullptr; node = agnxtnode(from_, node)) {
            for (Agedge_t* edge = agfstout(from_, node); edge != nullptr; edge = agnxtout(from_, edge)) {
                edges.push_back(edge);
            }
        }
        std::ranges::sort(edges, {}, [](Agedge_t* edge) { return AGSEQ(edge); });
        for (Agedge_t* edge : edges) graph_.edges.push_back(edge_from(edge));
    }

    Edge edge_from(Agedge_t* edge) {
        const auto said = [edge](const char* name) -> std::string {
            const char* value = agget(edge, const_cast<char*>(name));
            return value == nullptr ? "" : value;
        };
        const char* key = agnameof(edge);
        return {.tail = index_.at(agtail(edge)),
                .head = index_.at(aghead(edge)),
                .key = key == nullptr ? "" : key,
                .tail_port = said("tailport"),
                .head_port = said("headport"),
                .attributes = attributes_of(edge, AGEDGE)};
    }

    // In order of appearance: cgraph's own order is that of addresses.
    static std::vector<Agraph_t*> children(Agraph_t* parent) {
        std::vector<Agraph_t*> found;
        for (Agraph_t* sub = agfstsubg(parent); sub != nullptr; sub = agnxtsubg(sub)) found.push_back(sub);
        std::ranges::sort(found, {}, [](Agraph_t* sub) { return AGSEQ(sub); });
        return found;
    }

    // A stack of our own: subgraphs may lie ten thousand deep.
    void add_subgraphs() {
        std::vector<std::pair<Agraph_t*, std::optional<std::uint32_t>>> waiting;
        const auto push_children = [&](Agraph_t* parent, std::optional<std::uint32_t> index) {
            const auto subs = children(parent);
            for (auto sub = subs.rbegin(); sub != subs.rend(); ++sub) waiting.emplace_back(*sub, index);
        };
        push_children(from_, std::nullopt);
        while (!waiting.empty()) {
            const auto [sub, parent] = waiting.back();
            waiting.pop_back();
            const auto index = static_cast<std::uint32_t>(graph_.subgraphs.size());
            graph_.subgraphs.push_back({name_of(sub), parent, attributes_of(sub, AGRAPH), members(sub)});
            push_children(sub, index);
        }
    }

    std::vector<std::uint32_t> members(Agraph_t* sub) {
        std::vector<std::uint32_t> indices;
        for (Agnode_t* node = agfstnode(sub); node != nullptr; node = agnxtnode(sub, node)) {
            indices.push_back(index_.at(node));
        }
        return indices;
    }

    Agraph_t* from_;
    Graph graph_;
    std::unordered_map<Agnode_t*, std::uint32_t> index_;
};

}  // namespace

Graph extract(Agraph_t* graph) {
    return Extractor{graph}.extracted();
}

}  // namespace coopnet::worker
