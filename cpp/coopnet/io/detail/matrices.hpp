#pragma once

#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/place.hpp>
#include <coopnet/model/network.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

/// Matrices of other programs on their way to a network: who the rows and columns are, and cells that are not 0.
namespace coopnet::io::detail {

/// The actors along one side of a matrix.
struct Side {
    std::vector<std::string> labels;
    std::unordered_map<std::string, std::size_t> places;
    std::unordered_map<std::string, std::size_t> without_capitals;  ///< the first of each

    /// False for a label that is there already.
    bool add(std::string label);
    /// The actor of this label; else, as programs without capitals mean it, of one that differs in them.
    [[nodiscard]] std::optional<std::size_t> find(const std::string& label) const;
};

struct Cell {
    std::size_t row;
    std::size_t column;
    std::string value;  ///< empty where a list has none
    Place place;
};

/// One of several matrices over the same actors.
struct Matrix {
    std::string name;  ///< empty: of the plain relation
    bool directed = true;
    bool symmetric_says = false;  ///< it has no direction where both halves say the same
    std::vector<Cell> cells;
};

/// A network of them. Where rows and columns bear the same labels, or are as many and bear none, they are the same
/// actors; else each has its mode, and columns without labels are called c1, c2 …
Draft network_of(Foreign foreign, const Side& rows, Side columns, bool two_mode, std::vector<Matrix> matrices);

}  // namespace coopnet::io::detail
