#pragma once

#include <coopnet/view/csr.hpp>
#include <coopnet/view/names.hpp>

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace coopnet::two_mode {

/// A network of two modes, as actors and the forums they belong to: who is in which, and who
/// of one is tied to whom of the other. A pair counts once, whichever way and however often
/// it is tied.
struct Modes {
    std::vector<std::uint32_t> mode;       ///< by vertex: 0 or 1
    std::array<std::uint32_t, 2> sizes{};  ///< how many are in each
    Ugraph graph;                          ///< one edge a tied pair
    std::vector<double> strengths;         ///< by edge, added over a pair; empty: all one

    /// How many are in the mode of v, and in the other.
    [[nodiscard]] double own(Vertex v) const noexcept { return sizes[mode[v]]; }
    [[nodiscard]] double other(Vertex v) const noexcept { return sizes[1 - mode[v]]; }
};

/// A number for the whole; if undefined it is NaN and `why` says what makes it so.
struct Whole {
    double value = 0;
    std::string why;
};

/// `mode` by vertex, 0 or 1; `strengths` by edge id of the view, empty: all one.
/// Cost: O(V + E log E). Throws InvalidOption for a tie inside a mode, naming its actors, and
/// InvalidWeight if a strength is not positive and finite.
template <Direction D>
Modes modes(const Csr<D>& view, std::span<const double> strengths, std::vector<std::uint32_t> mode, const Names& names);

}  // namespace coopnet::two_mode
