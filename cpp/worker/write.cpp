#include "jobs.hpp"
#include "messages.hpp"

#include <graphviz/cgraph.h>

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <vector>

// The statements are ours, so that nodes and edges stay in order (agwrite sorts edges by their tails); the quoting is
// cgraph's.
namespace coopnet::worker {
namespace {

using graphviz::Attribute;
using graphviz::Attributes;
using graphviz::Edge;
using graphviz::Graph;
using graphviz::Node;
using graphviz::Subgraph;

// DOT has no escape for a backslash itself: two stay two, and one before a quotation mark or line end is eaten.
bool holds_backslashes(std::string_view text) {
    std::size_t run = 0;
    for (const char c : text) {
        if (run % 2 == 1 && (c == '"' || c == '\n' || c == '\r')) return false;
        run = c == '\\' ? run + 1 : 0;
    }
    return run % 2 == 0;
}

bool is_balanced(std::string_view markup) {
    int depth = 0;
    for (const char c : markup) {
        if (c == '<') ++depth;
        if (c == '>' && --depth < 0) return false;
    }
    return depth == 0;
}

std::string start_of(std::string_view text) {
    return std::string{text.substr(0, 40)};
}

class Writer {
public:
    explicit Writer(const Graph& graph) : graph_{graph} {}

    std::string written() {
        if (graph_.strict) out_ += "strict ";
        out_ += graph_.directed ? "digraph " : "graph ";
        if (!graph_.name.empty()) out_ += name(graph_.name) + ' ';
        out_ += "{\n";
        if (!graph_.attributes.empty()) {
            out_ += "\tgraph";
            write(graph_.attributes);
        }
        for (const Node& node : graph_.nodes) write(node);
        write_subgraphs();
        for (const Edge& edge : graph_.edges) write(edge);
        out_ += "}\n";
        return std::move(out_);
    }

private:
    std::string quoted(const std::string& text, bool html = false) {
        if (text.find('\0') != std::string::npos) refuse("Text that holds a zero byte cannot be written as DOT.");
        if (html ? !is_balanced(text) : !holds_backslashes(text)) {
            refuse(
                "DOT cannot hold the text \"" + start_of(text) + "\": " +
                (html ? "its < and > do not match." : "a single backslash stands before a quotation mark or an end."));
        }
        // agcanon's buffer is a byte short for a text of quotation marks alone; a longer text makes it grow.
        if (text.size() > longest_) {
            longest_ = text.size() * 2;
            agcanon(std::string(longest_ + 1, 'x').data(), 0);
        }
        return agcanon(const_cast<char*>(text.c_str()), html ? 1 : 0);
    }

    std::string name(const std::string& text) {
        if (text.starts_with('%')) refuse("DOT cannot hold the name \"" + start_of(text) + "\": it begins with %.");
        return quoted(text);
    }

    void add(const std::string& attribute, const std::string& value, bool html = false) {
        out_ += out_.back() == '[' ? "" : ", ";
        out_ += quoted(attribute) + '=' + quoted(value, html);
    }

    void add(const Attributes& attributes) {
        for (const Attribute& attribute : attributes) add(attribute.name, attribute.value, attribute.html);
    }

    void write(const Attributes& attributes) {
        if (!attributes.empty()) {
            out_ += " [";
            add(attributes);
            out_ += ']';
        }
        out_ += ";\n";
    }

    void write(const Node& node) {
        if (!names_.insert(node.name).second) refuse("Two nodes have the name \"" + node.name + "\".");
        out_ += '\t' + name(node.name);
        write(node.attributes);
    }

    std::string end(std::uint32_t node, const std::string& port) {
        return name(graph_.nodes[node].name) + (port.empty() ? "" : ':' + quoted(port));
    }

    void write(const Edge& edge) {
        out_ += '\t' + end(edge.tail, edge.tail_port) + (graph_.directed ? " -> " : " -- ");
        out_ += end(edge.head, edge.head_port);
        if (edge.key.empty()) return write(edge.attributes);
        out_ += " [key=" + name(edge.key);
        add(edge.attributes);
        out_ += "];\n";
    }

    // Subgraphs come parents first, so one that is not inside the last open one closes it.
    void write_subgraphs() {
        std::vector<std::uint32_t> open;
        for (std::uint32_t i = 0; i < graph_.subgraphs.size(); ++i) {
            const Subgraph& sub = graph_.subgraphs[i];
            while (!open.empty() && sub.parent != open.back()) close(open);
            if (sub.parent && open.empty()) refuse("A subgraph does not follow the one that it is part of.");
            open.push_back(i);
            begin(sub);
        }
        while (!open.empty()) close(open);
    }

    void begin(const Subgraph& sub) {
        out_ += "\tsubgraph " + (sub.name.empty() ? "" : name(sub.name) + ' ') + "{\n";
        Attributes attributes = sub.attributes;
        for (const auto& [inherited, value, html] : graph_.attributes) {
            if (!graphviz::value_of(sub.attributes, inherited)) attributes.push_back({inherited, ""});
        }
        if (!attributes.empty()) {
            out_ += "\tgraph";
            write(attributes);
        }
        for (const std::uint32_t node : sub.nodes) out_ += '\t' + name(graph_.nodes[node].name) + ";\n";
    }

    void close(std::vector<std::uint32_t>& open) {
        open.pop_back();
        out_ += "\t}\n";
    }

    const Graph& graph_;
    std::string out_;
    std::size_t longest_ = 0;
    std::unordered_set<std::string_view> names_;
};

}  // namespace

std::string write(const graphviz::WriteTask& task) {
    return Writer{task.graph}.written();
}

}  // namespace coopnet::worker
