#pragma once

#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/pathways/admission.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/pathways.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet::pathways {

/// What a pathway adds up, and which is best: the least sum, the greatest product, the
/// greatest least.
enum class Aim : std::uint8_t { least, most_reliable, widest };

/// Numbers by edge, and what they are for: costs to add, probabilities to multiply, or widths.
struct Measure {
    Aim aim = Aim::least;
    std::vector<double> numbers{};  ///< empty: every edge is one step
};

/// What a pathway may add up to at most; a product, to what at least.
struct Limit {
    Measure measure;  ///< not `widest`
    double bound = 0;
};

struct FindOptions {
    std::uint64_t k = 5;
    bool walks = false;                               ///< a vertex may stand on a way twice
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// The k best pathways that fit a pattern, pass and avoid what they should, and stay within
/// limits; or all there are.
///
/// Those equally good come by fewest steps, then step by step by the vertex and edge that
/// come first in the view. Edges that a pattern reads backwards are followed so. `partial` if
/// the time was up, or so many ways were left open that memory would not hold them.
///
/// The product of view and pattern is searched once from the target for each measure, and
/// these bounds guide a best-first search through beginnings of pathways: exact for walks,
/// where every beginning that is looked at leads to an answer; for pathways, on which no
/// vertex stands twice, there can be exponentially many beginnings that lead nowhere.
/// Cost: O(states · (V + E) · log V) and, for walks, O(k · steps · degree).
/// Reference: Mendelzon and Wood (1995), doi:10.1137/S009753979122370X, on why pathways are hard.
///
/// Throws InvalidWeight for a cost that is negative or not finite, a probability not from 0
/// to 1, a width that is negative; InvalidOption for k = 0, for limits that nothing meets,
/// for ends that are no vertices or are to be avoided; and Cancelled.
template <Direction D>
Pathways find(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
              Vertex source, Vertex target, FindOptions options, Monitor& monitor);

/// Likewise within the patience of a greater search, which tells of progress itself.
template <Direction D>
Pathways find(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
              Vertex source, Vertex target, FindOptions options, detail::Patience& patience);

}  // namespace coopnet::pathways
