#include <coopnet/analysis/brokerage/bridging.hpp>
#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/passing.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <limits>
#include <vector>

namespace coopnet::brokerage {
namespace {

// Ordered pairs whose shortest pathways pass an actor, each pair one unit.
template <Direction D>
std::vector<double> passing(const Csr<D>& view, std::span<const double> costs, Monitor& monitor) {
    detail::require_costs(costs);
    const CostScale scale{costs, view.vertex_count()};
    const auto steps = detail::steps<detail::Sum>(view, {scale.costs(), scale.exact()}, detail::Mode::out);
    return detail::passing(steps, view.vertex_count(), {}, monitor, detail::add_credit);
}

double coefficient(const detail::Contacts& contacts, Vertex v) noexcept {
    double others = 0;
    for (const Vertex contact : contacts.of(v)) others += 1.0 / contacts.degree(contact);
    return 1.0 / contacts.degree(v) / others;
}

}  // namespace

template <Direction D>
Scores bridging(const Csr<D>& view, std::span<const double> costs, BridgingOptions options, Monitor& monitor) {
    const auto contacts = detail::contacts(view, {}, detail::Mode::all);
    const double actors = view.vertex_count();
    const double pairs = (actors - 1) * (actors - 2);
    const double once = Csr<D>::is_directed ? 1 : 2;  // the sums count an undirected pair both ways
    Scores scores =
        detail::credit_scores(passing(view, costs, monitor), options.normalized && pairs > 0 ? pairs : once);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (contacts.degree(v) > 0) {
            scores.values[v] *= coefficient(contacts, v);
        } else {
            scores.values[v] = std::numeric_limits<double>::quiet_NaN();
            scores.why = "an isolate has no contacts to bridge.";
        }
    }
    return scores;
}

template Scores bridging(const Digraph&, std::span<const double>, BridgingOptions, Monitor&);
template Scores bridging(const Ugraph&, std::span<const double>, BridgingOptions, Monitor&);

}  // namespace coopnet::brokerage
