#pragma once

#include <coopnet/analysis/detail/sparse_rows.hpp>
#include <coopnet/analysis/flows/pipes.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::flows {

/// What flows from one vertex to another and is not to be mixed up with the rest.
struct Commodity {
    Vertex source = 0;
    Vertex target = 0;
    double amount = unlimited;  ///< at most, or what all must have the same share of
};

/// A linear program: rows, and bounds of its columns.
///
/// These are, for each commodity, what goes along each edge, `edge` by `edge`, once each way
/// where it runs both ways (`back`); then what each commodity has in all; then, if shares are asked for, the share.
struct Program {
    detail::SparseRows rows;
    std::vector<double> limits;  ///< the most of each column; the least is 0
    std::vector<EdgeId> edge;    ///< by column of one commodity
    std::vector<std::uint8_t> back;
};

/// What it takes for several commodities to flow at once: each loses and makes nothing on its way, and all
/// together keep to the bounds, which have no least. With `shares`, each has the same share of its amount, and
/// no more than that limits it.
///
/// Cost: O(commodities·(V + E)). Throws InvalidOption if there is no commodity, or one flows from a vertex to itself,
/// has no amount to share, or bounds are not as many; InvalidWeight for an amount or a bound that is none.
template <Direction D>
Program together(const Csr<D>& view, std::span<const Commodity> commodities, const Bounds& bounds, bool shares);

}  // namespace coopnet::flows
