#pragma once

#include <coopnet/analysis/detail/brandes.hpp>
#include <coopnet/analysis/detail/sources.hpp>
#include <coopnet/analysis/detail/totals.hpp>

#include <span>
#include <vector>

namespace coopnet::detail {

/// Which shortest pathways count: from whom, to whom and how much, how long at most.
struct Sending {
    double longest = Sum::unreached;
    std::span<const double> from = {};  ///< by vertex, 0 is no source; empty: all are
    std::span<const double> due = {};   ///< by vertex, what is sent to it; empty: one unit to each
};

/// Searches from each source, on several threads if that pays, and lets `add(brandes, sums)` gather what its pathways
/// send, in `size` sums. The same bits for any number of threads. Throws Cancelled.
template <class Add>
std::vector<double> passing(const Steps& steps, std::size_t size, const Sending& sending, Monitor& monitor,
                            const Add& add) {
    Totals totals{source_block_count(steps), size};
    over_sources(steps, monitor, [&](const SourceBlock& block) {
        Brandes brandes{steps, sending.longest, sending.due};
        auto& sums = totals.part(block.index);
        block.each([&](Vertex source) {
            if (!sending.from.empty() && sending.from[source] == 0) return;
            brandes.from(source);
            add(brandes, sums);
        });
    });
    return totals.sum();
}

/// What passes through each actor on its way from a source to others: `add` for `passing`.
inline void add_credit(const Brandes& brandes, std::vector<double>& sums) {
    for (const Vertex v : brandes.order().subspan(1)) sums[v] += brandes.credit(v);
}

}  // namespace coopnet::detail
