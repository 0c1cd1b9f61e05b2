#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// The client of `coopnet-graphviz`, the one process that holds all of Graphviz. Here, and only here and in
/// `io/dot`, its own words hold: graph, node, edge.
namespace coopnet::graphviz {

/// `html` marks Graphviz's own markup, which DOT writes between `<` and `>`; text that merely looks like it is text.
struct Attribute {
    std::string name{};
    std::string value{};
    bool html = false;

    bool operator==(const Attribute&) const = default;
};

/// In order of appearance when we made them, by name when Graphviz did.
using Attributes = std::vector<Attribute>;

struct Node {
    std::string name{};
    Attributes attributes{};

    bool operator==(const Node&) const = default;
};

struct Edge {
    std::uint32_t tail = 0;  ///< index into Graph::nodes
    std::uint32_t head = 0;
    std::string key{};  ///< tells parallel edges apart; may be empty
    std::string tail_port{};
    std::string head_port{};
    Attributes attributes{};

    bool operator==(const Edge&) const = default;
};

/// Inherits nothing: what it does not say, such as the font of its label, is Graphviz's own default.
struct Subgraph {
    std::string name{};                     ///< empty if it has none; "cluster…" is drawn as a box
    std::optional<std::uint32_t> parent{};  ///< an earlier one of Graph::subgraphs
    Attributes attributes{};
    std::vector<std::uint32_t> nodes{};  ///< all of them, those of nested subgraphs too

    bool operator==(const Subgraph&) const = default;
};

/// A graph as Graphviz understands it. Defaults (`node [color=red]`) are folded into what they apply to.
struct Graph {
    std::string name{};
    bool directed = true;
    bool strict = false;
    Attributes attributes{};
    std::vector<Node> nodes{};
    std::vector<Edge> edges{};
    std::vector<Subgraph> subgraphs{};

    bool operator==(const Graph&) const = default;
};

/// The value of an attribute, if there is one of that name.
[[nodiscard]] std::optional<std::string_view> value_of(const Attributes& attributes, std::string_view name);

/// The label that shows exactly this text: Graphviz reads `\N` and `&amp;` in a label as something else.
[[nodiscard]] std::string as_label(std::string_view text);

}  // namespace coopnet::graphviz
