#pragma once

#include <coopnet/analysis/pathways/find.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::pathways {

struct ParetoOptions {
    std::uint64_t max_results = 1000;
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// A pathway and what it adds up to, by measure.
struct Compromise {
    Pathway pathway;
    std::vector<double> values;
};

struct Front {
    std::vector<Compromise> items;
    bool partial = false;
};

/// The pathways of which none can be bettered in one measure without losing in another: one
/// for each such point, in the order of the first measure, then the next.
///
/// Of pathways equal in all measures one of fewest steps stands for them. What is admitted,
/// limits and equality are those of `find`. Measures add (`least`) or multiply
/// (`most_reliable`); there are two or more.
///
/// Beginnings of pathways are extended best first; one is given up if what it can become at
/// best in each measure is no better than a pathway found. Without pattern, passings and
/// limits it is given up as well if another beginning came to the same vertex no worse in any:
/// a detour can be cut out then, and never costs less. With them it might be needed, since
/// the better one may stand where the rest must pass, or have spent more of what is limited.
/// Cost: of the beginnings kept; exponential at worst, as the front itself can be.
/// Reference: Martins (1984), doi:10.1016/0377-2217(84)90077-8.
/// Throws as `find`, and InvalidOption for fewer than two measures or one that is `widest`.
template <Direction D>
Front pareto(const Csr<D>& view, const Admission& admitted, const std::vector<Measure>& measures,
             const std::vector<Limit>& limits, Vertex source, Vertex target, ParetoOptions options, Monitor& monitor);

}  // namespace coopnet::pathways
