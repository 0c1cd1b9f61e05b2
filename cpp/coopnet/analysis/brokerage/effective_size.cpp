#include <coopnet/analysis/brokerage/effective_size.hpp>
#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace coopnet::brokerage {
namespace {

using detail::Contacts;

// The contacts of an actor that are redundant, in all.
double redundancy(const Contacts& contacts, Vertex actor, bool ego_network) {
    const auto around = contacts.of(actor);
    const auto mine = contacts.strengths_of(actor);
    double redundant = 0;
    for (std::size_t i = 0; i < around.size(); ++i) {
        const auto theirs = contacts.strengths_of(around[i]);
        double shared = 0;
        double strongest = mine[i];
        detail::each_common(around, contacts.of(around[i]), [&](std::size_t q, std::size_t at) {
            shared += mine[q] * theirs[at];
            strongest = std::max(strongest, theirs[at]);
        });
        redundant += shared / (ego_network ? strongest : *std::ranges::max_element(theirs));
    }
    return redundant / std::accumulate(mine.begin(), mine.end(), 0.0);
}

// `score` is made of the number of contacts and how many of them are redundant.
template <Direction D, class Score>
Scores scores(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor,
              const Score& score) {
    detail::require_strengths(strengths);
    const Contacts contacts = detail::contacts(view, strengths, detail::Mode::all);
    Scores scores;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        monitor.check();
        const double count = contacts.degree(v);
        const bool defined = count > 0 && is_scored(view, v, options);
        if (count == 0) scores.why = "an isolate has no contacts that could lead anywhere.";
        if (!defined && scores.why.empty()) scores.why = "an actor that no tie leaves is left out, as asked.";
        scores.values.push_back(defined ? score(count, redundancy(contacts, v, options.ego_network))
                                        : std::numeric_limits<double>::quiet_NaN());
    }
    return scores;
}

}  // namespace

template <Direction D>
Scores effective_size(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options,
                      Monitor& monitor) {
    return scores(view, strengths, options, monitor, [](double count, double redundant) { return count - redundant; });
}

template <Direction D>
Scores efficiency(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor) {
    return scores(view, strengths, options, monitor,
                  [](double count, double redundant) { return (count - redundant) / count; });
}

template Scores effective_size(const Digraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Scores effective_size(const Ugraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Scores efficiency(const Digraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Scores efficiency(const Ugraph&, std::span<const double>, ConstraintOptions, Monitor&);

}  // namespace coopnet::brokerage
