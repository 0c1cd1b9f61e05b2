#include <coopnet/graphviz/worker.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/dot_text.hpp>
#include <coopnet/io/detail/rest.hpp>
#include <coopnet/io/dot.hpp>
#include <coopnet/io/json.hpp>
#include <coopnet/io/vocabulary.hpp>

#include <algorithm>
#include <array>
#include <utility>

namespace coopnet::io {
namespace {

using detail::column_mark;
using detail::escaped;
using detail::unescaped;
using graphviz::Attribute;
using graphviz::Attributes;
using graphviz::Edge;
using graphviz::Graph;
using graphviz::Node;

// Attributes that mean something to Graphviz in our DOT; a column of such a name is written as "column label" …
constexpr std::array<std::string_view, 1> taken_by_nodes{"label"};
constexpr std::array<std::string_view, 4> taken_by_edges{"key", "tailport", "headport", "dir"};

// The `dot` program refuses texts of more than 16,384 bytes; escaping at most doubles these.
constexpr std::size_t piece_size = 7'000;

std::string piece_name(std::size_t number) {
    return "coopnet_" + std::to_string(number);
}

// --- writing ----------------------------------------------------------------------

template <std::size_t N>
std::string attribute_name(const std::string& column, const std::array<std::string_view, N>& taken) {
    const bool marked = column.starts_with(column_mark) || std::ranges::find(taken, column) != taken.end();
    return (marked ? std::string{column_mark} : "") + escaped(column);
}

template <std::size_t N>
Attributes cells(const Sheet& sheet, std::size_t row, std::initializer_list<std::string_view> apart,
                 const std::array<std::string_view, N>& taken) {
    Attributes attributes;
    for (std::size_t c = 0; c < sheet.header.size(); ++c) {
        const std::string& column = sheet.header[c];
        const std::string& cell = sheet.columns[c][row];
        if (cell.empty() || std::ranges::find(apart, column) != apart.end()) continue;
        attributes.push_back({attribute_name(column, taken), escaped(cell)});
    }
    return attributes;
}

// Cut between characters, each piece below the limit.
Attributes pieces_of(std::string_view text) {
    const auto continues = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; };
    Attributes pieces;
    while (!text.empty()) {
        std::size_t size = std::min(text.size(), piece_size);
        while (size < text.size() && continues(text[size])) --size;
        std::string piece;
        for (const char c : text.substr(0, size)) piece += c == '\\' ? "\\\\" : std::string{c};
        pieces.push_back({piece_name(pieces.size() + 1), std::move(piece)});
        text.remove_prefix(size);
    }
    return pieces;
}

Node node_of(const Sheet& actors, std::size_t row) {
    Node node{escaped(actors.cell(row, "id")), cells(actors, row, {"id"}, taken_by_nodes)};
    const std::string_view name = actors.cell(row, "name");
    if (!name.empty()) node.attributes.insert(node.attributes.begin(), {"label", graphviz::as_label(name)});
    return node;
}

Edge edge_of(const Network& network, std::size_t row) {
    const Sheet& sheet = network.draft().ties;
    const Tie& tie = network.ties()[row];
    return {.tail = static_cast<std::uint32_t>(index(tie.source)),
            .head = static_cast<std::uint32_t>(index(tie.target)),
            .key = escaped(sheet.cell(row, "id")),
            .attributes = cells(sheet, row, {"id", "source", "target"}, taken_by_edges)};
}

Graph graph_of(const Network& network) {
    const auto has_direction = [&](const Tie& tie) { return network.vocabulary()[tie.relation].directed; };
    Graph graph{.name = escaped(network.about().name)};
    graph.directed = detail::is_directed(network);
    graph.attributes = pieces_of(detail::rest_of(network.draft()));
    for (std::size_t i = 0; i < network.actors().size(); ++i) graph.nodes.push_back(node_of(network.draft().actors, i));
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        graph.edges.push_back(edge_of(network, i));
        if (graph.directed && !has_direction(network.ties()[i])) graph.edges[i].attributes.push_back({"dir", "none"});
    }
    return graph;
}

// --- reading ----------------------------------------------------------------------

// Whatever Graphviz knows to be markup keeps its brackets, so that it is not mistaken for text.
std::string cell_of(const Attribute& attribute) {
    return attribute.html ? "<" + attribute.value + ">" : attribute.value;
}

class DotReader {
public:
    DotReader(const Graph& graph, std::string path) : graph_{graph}, path_{std::move(path)} {}

    Draft read() {
        const std::string rest = joined_pieces();
        if (rest.empty()) {
            read_foreign();
        } else {
            draft_ = read_json(rest, path_ + ", coopnet_1");
            read_ours();
        }
        draft_.actors.file = path_ + ", nodes";
        draft_.ties.file = path_ + ", edges";
        return std::move(draft_);
    }

private:
    [[nodiscard]] std::string joined_pieces() const {
        std::string text;
        for (std::size_t i = 1;; ++i) {
            const auto piece = value_of(graph_.attributes, piece_name(i));
            if (!piece) return text;
            text += unescaped(*piece);
        }
    }

    void put(Sheet& sheet, std::string_view column, std::size_t row, std::string cell) const {
        auto& filled = sheet.ensure(column);
        filled.resize(&sheet == &draft_.actors ? graph_.nodes.size() : graph_.edges.size());
        filled[row] = std::move(cell);
    }

    // Every column reaches down to the last row, also those that no row fills.
    static void even_out(Sheet& sheet, std::size_t rows) {
        for (auto& column : sheet.columns) column.resize(rows);
    }

    void name_from_label(std::size_t row, std::string_view label) {
        if (value_of(graph_.nodes[row].attributes, "name")) return;
        put(draft_.actors, "name", row, detail::shown(label, graph_.nodes[row].name, graph_.name));
    }

    // --- what we wrote, perhaps edited since
    void read_ours() {
        draft_.actors.ensure("id");
        for (std::size_t row = 0; row < graph_.nodes.size(); ++row) {
            put(draft_.actors, "id", row, unescaped(graph_.nodes[row].name));
            for (const Attribute& attribute : graph_.nodes[row].attributes) {
                if (attribute.name == "label") {
                    name_from_label(row, attribute.value);
                } else {
                    put_ours(draft_.actors, row, attribute);
                }
            }
        }
        for (std::size_t row = 0; row < graph_.edges.size(); ++row) {
            const Edge& edge = graph_.edges[row];
            put(draft_.ties, "id", row, unescaped(edge.key));
            put(draft_.ties, "source", row, unescaped(graph_.nodes[edge.tail].name));
            put(draft_.ties, "target", row, unescaped(graph_.nodes[edge.head].name));
            for (const Attribute& attribute : edge.attributes) {
                if (attribute.name != "dir") put_ours(draft_.ties, row, attribute);
            }
        }
        even_out(draft_.actors, graph_.nodes.size());
        even_out(draft_.ties, graph_.edges.size());
    }

    void put_ours(Sheet& sheet, std::size_t row, const Attribute& attribute) const {
        std::string_view name = attribute.name;
        if (name.starts_with(column_mark)) name.remove_prefix(column_mark.size());
        put(sheet, unescaped(name), row, unescaped(cell_of(attribute)));
    }

    // --- anybody else's
    void read_foreign() {
        draft_.about.name = graph_.name;
        draft_.actors.ensure("id");
        for (std::size_t row = 0; row < graph_.nodes.size(); ++row) read_foreign_node(row);
        read_memberships();
        for (const std::string_view end : {"source", "target"}) draft_.ties.ensure(end);
        for (std::size_t row = 0; row < graph_.edges.size(); ++row) read_foreign_edge(row);
        read_weights();
        read_relations();
    }

    void read_foreign_node(std::size_t row) {
        put(draft_.actors, "id", row, graph_.nodes[row].name);
        for (const Attribute& attribute : graph_.nodes[row].attributes) {
            if (attribute.name == "label" && !attribute.html) {
                name_from_label(row, attribute.value);
            } else {
                put(draft_.actors, attribute.name == "id" ? "dot_id" : attribute.name, row, cell_of(attribute));
            }
        }
    }

    void read_foreign_edge(std::size_t row) {
        const Edge& edge = graph_.edges[row];
        put(draft_.ties, "source", row, graph_.nodes[edge.tail].name);
        put(draft_.ties, "target", row, graph_.nodes[edge.head].name);
        if (!edge.key.empty()) put(draft_.ties, "key", row, edge.key);
        if (!edge.tail_port.empty()) put(draft_.ties, "tailport", row, edge.tail_port);
        if (!edge.head_port.empty()) put(draft_.ties, "headport", row, edge.head_port);
        for (const Attribute& attribute : edge.attributes) {
            const std::string& name = attribute.name;
            const bool is_end = name == "id" || name == "source" || name == "target";
            put(draft_.ties, is_end ? "dot_" + name : name, row, cell_of(attribute));
        }
    }

    void read_memberships() {
        for (const graphviz::Subgraph& sub : graph_.subgraphs) {
            if (sub.name.empty()) continue;
            for (const std::uint32_t row : sub.nodes) {
                const std::string_view before = draft_.actors.cell(row, "subgraph");
                put(draft_.actors, "subgraph", row, std::string{before} + (before.empty() ? "" : ";") + sub.name);
            }
        }
    }

    void read_weights() {
        const auto* weights = draft_.ties.column("weight");
        const auto is_number = [](const std::string& cell) { return cell.empty() || read_number(cell); };
        if (weights == nullptr || draft_.ties.column("strength") != nullptr) return;
        if (!std::ranges::all_of(*weights, is_number)) return;
        *std::ranges::find(draft_.ties.header, "weight") = "strength";
    }

    void read_relations() {
        draft_.vocabulary = stock_vocabulary();
        detail::settle_directions(draft_, std::vector<bool>(graph_.edges.size(), graph_.directed));
    }

    const Graph& graph_;
    std::string path_;
    Draft draft_;
};

}  // namespace

Draft read_dot(std::string_view text, const std::string& path, const Monitor* monitor) {
    const Graph graph = graphviz::read(text, {.path = path}, monitor);
    return DotReader{graph, path}.read();
}

std::string write_dot(const Network& network, const Monitor* monitor) {
    return graphviz::write(graph_of(network), {}, monitor);
}

}  // namespace coopnet::io
