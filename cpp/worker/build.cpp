#include "build.hpp"

#include "messages.hpp"

#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

namespace coopnet::worker {
namespace {

using graphviz::Attribute;
using graphviz::Attributes;
using graphviz::Edge;
using graphviz::Graph;
using graphviz::Node;
using graphviz::Subgraph;

// cgraph takes `char*` and changes nothing; a zero byte would end the text early.
char* text(const std::string& value) {
    if (value.find('\0') != std::string::npos) refuse("Text that holds a zero byte cannot be given to Graphviz.");
    return const_cast<char*>(value.c_str());
}

class Builder {
public:
    explicit Builder(const Graph& from) : from_{from}, graph_{opened(from)} {
        collect_plain_texts();
        declare_all();
    }

    Agraph built() {
        for (const Node& node : from_.nodes) add(node);
        for (const Edge& edge : from_.edges) add(edge);
        for (const Subgraph& sub : from_.subgraphs) add(sub);
        return std::move(graph_);
    }

private:
    static Agraph opened(const Graph& from) {
        static char unnamed[] = "G";  // the picture of a graph without a name would differ from call to call
        const Agdesc_t kind = from.directed ? (from.strict ? Agstrictdirected : Agdirected)
                                            : (from.strict ? Agstrictundirected : Agundirected);
        Agraph graph{agopen(from.name.empty() ? unnamed : text(from.name), kind, nullptr)};
        if (!graph) refuse_as_graphviz_says("Graphviz cannot make a graph.");
        return graph;
    }

    // cgraph keeps one copy of equal texts, markup or not, whichever came first. So that a text never becomes markup,
    // markup that equals one gets a remark.
    void collect_plain_texts() {
        const auto collect = [this](const Attributes& attributes) {
            for (const Attribute& attribute : attributes) {
                plain_.insert(attribute.name);
                if (!attribute.html) plain_.insert(attribute.value);
            }
        };
        plain_.insert({"", "\\N", "tailport", "headport"});
        plain_.insert(from_.name);
        collect(from_.attributes);
        for (const Node& node : from_.nodes) {
            plain_.insert(node.name);
            collect(node.attributes);
        }
        for (const Edge& edge : from_.edges) {
            plain_.insert({edge.key, edge.tail_port, edge.head_port});
            collect(edge.attributes);
        }
        for (const Subgraph& sub : from_.subgraphs) {
            plain_.insert(sub.name);
            collect(sub.attributes);
        }
    }

    // Setting an attribute that nobody declared does nothing at all.
    void declare_all() {
        for (const Attribute& attribute : from_.attributes)
            set(graph_.get(), attribute, declared(AGRAPH, attribute.name));
        for (const Subgraph& sub : from_.subgraphs) declare(AGRAPH, sub.attributes);
        for (const Node& node : from_.nodes) declare(AGNODE, node.attributes);
        for (const Edge& edge : from_.edges) {
            declare(AGEDGE, edge.attributes);
            if (!edge.tail_port.empty()) declared(AGEDGE, "tailport");
            if (!edge.head_port.empty()) declared(AGEDGE, "headport");
        }
    }

    void declare(int kind, const Attributes& attributes) {
        for (const Attribute& attribute : attributes) declared(kind, attribute.name);
    }

    Agsym_t* declared(int kind, const std::string& name) {
        static char nothing[] = "";
        Agsym_t* known = agattr(graph_.get(), kind, text(name), nullptr);
        return known != nullptr ? known : agattr(graph_.get(), kind, text(name), nothing);
    }

    void set(void* object, const Attribute& attribute, Agsym_t* symbol) {
        if (!attribute.html) {
            agxset(object, symbol, text(attribute.value));
            return;
        }
        std::string markup = attribute.value;
        while (plain_.contains(markup)) markup += "<!-- -->";
        char* marked = agstrdup_html(graph_.get(), text(markup));
        agxset(object, symbol, marked);
        agstrfree(graph_.get(), marked);
    }

    void set_all(void* object, int kind, const Attributes& attributes) {
        for (const Attribute& attribute : attributes) set(object, attribute, declared(kind, attribute.name));
    }

    void add(const Node& node) {
        if (agnode(graph_.get(), text(node.name), 0) != nullptr) {
            refuse("Two nodes have the name \"" + node.name + "\".");
        }
        nodes_.push_back(agnode(graph_.get(), text(node.name), 1));
        set_all(nodes_.back(), AGNODE, node.attributes);
    }

    void add(const Edge& edge) {
        char* key = edge.key.empty() ? nullptr : text(edge.key);
        Agedge_t* added = agedge(graph_.get(), nodes_[edge.tail], nodes_[edge.head], key, 1);
        if (added == nullptr) refuse_as_graphviz_says("Graphviz cannot make an edge.");
        set_all(added, AGEDGE, edge.attributes);
        if (!edge.tail_port.empty()) set(added, {"tailport", edge.tail_port}, declared(AGEDGE, "tailport"));
        if (!edge.head_port.empty()) set(added, {"headport", edge.head_port}, declared(AGEDGE, "headport"));
    }

    void add(const Subgraph& sub) {
        Agraph_t* parent = sub.parent ? subgraphs_[*sub.parent] : graph_.get();
        Agraph_t* added = agsubg(parent, sub.name.empty() ? nullptr : text(sub.name), 1);
        if (added == nullptr) refuse_as_graphviz_says("Graphviz cannot make a subgraph.");
        subgraphs_.push_back(added);
        for (const std::uint32_t node : sub.nodes) agsubnode(added, nodes_[node], 1);
        // A subgraph takes over its parent's values; ours says them all itself.
        for (Agsym_t* symbol = nullptr; (symbol = agnxtattr(graph_.get(), AGRAPH, symbol)) != nullptr;) {
            if (*agxget(added, symbol) != '\0') set(added, {symbol->name, ""}, symbol);
        }
        set_all(added, AGRAPH, sub.attributes);
    }

    const Graph& from_;
    Agraph graph_;
    std::unordered_set<std::string_view> plain_;
    std::vector<Agnode_t*> nodes_;
    std::vector<Agraph_t*> subgraphs_;
};

}  // namespace

Agraph build(const Graph& graph) {
    return Builder{graph}.built();
}

}  // namespace coopnet::worker
