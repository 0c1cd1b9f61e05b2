#pragma once

#include <coopnet/analysis/pathways/pattern.hpp>
#include <coopnet/view/csr.hpp>
#include <coopnet/view/labels.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace coopnet::pathways {

/// Something that a pathway is asked to pass, or not to.
using Stop = std::variant<Vertex, Demand>;

/// What is asked of pathways, in words.
struct Wish {
    std::optional<Pattern> pattern{};  ///< that the whole pathway fits; none: any ties as they run
    std::vector<Stop> via{};           ///< all of them, in any order
    std::vector<Stop> avoid{};
};

/// The columns of actors and of ties that a wish reads.
struct Columns {
    std::vector<std::string> actors;
    std::vector<std::string> ties;
};
Columns columns_of(const Wish& wish);

/// One of these vertices, or one of these edges.
struct Passing {
    std::vector<bool> vertices;  ///< empty: it is about edges
    std::vector<bool> edges;     ///< empty: it is about vertices
};

/// A wish read against a view: which of its vertices and edges fit what.
struct Admission {
    std::optional<Pattern> pattern{};
    std::vector<std::uint64_t> actor_verdicts{};  ///< by vertex, of the pattern's conditions on actors
    std::vector<std::uint64_t> tie_verdicts{};    ///< by edge, of those on ties
    std::vector<Passing> via;
    std::vector<Passing> avoid;
};

/// As many things as a pathway can be asked to pass.
constexpr std::size_t most_passings = 12;

/// Throws UnknownRelation or UnknownName, pointing at the character, and InvalidOption if
/// there are too many things to pass, or all that could be passed is to be avoided.
Admission admit(const Wish& wish, const Labels& labels, std::uint32_t vertex_count, std::uint32_t edge_count);

/// Whether no admitted pathway stands on this vertex.
bool avoids(const Admission& admitted, Vertex v);

/// The vertices that a condition on actors holds at, ascending.
std::vector<Vertex> fitting(const Demand& demand, const Labels& labels, std::uint32_t vertex_count);

}  // namespace coopnet::pathways
