#include <coopnet/analysis/brokerage/constraint.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <numeric>
#include <utility>
#include <vector>

namespace coopnet::brokerage {
namespace {

constexpr const char* no_ties_out = "an actor that no tie leaves is left out, as asked.";

// A score of each actor with enough contacts, by what these constrain it.
template <Direction D, class Score>
Scores scores(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor,
              std::uint32_t contacts_needed, const char* why, const Score& score) {
    const detail::Contacts constraints = dyadic_constraint(view, strengths, options, monitor);
    Scores scores;
    for (Vertex v = 0; v < constraints.vertex_count(); ++v) {
        const bool enough = constraints.degree(v) >= contacts_needed;
        const bool defined = enough && is_scored(view, v, options);
        if (!enough) scores.why = why;
        if (!defined && scores.why.empty()) scores.why = no_ties_out;
        scores.values.push_back(defined ? score(constraints.strengths_of(v))
                                        : std::numeric_limits<double>::quiet_NaN());
    }
    return scores;
}

double sum(std::span<const double> values) noexcept {
    return std::accumulate(values.begin(), values.end(), 0.0);
}

double disorder(std::span<const double> constraints) noexcept {
    const auto count = static_cast<double>(constraints.size());
    const double mean = sum(constraints) / count;
    double sum = 0;
    for (const double constraint : constraints) {
        if (constraint > 0) sum += constraint / mean * std::log(constraint / mean);
    }
    return std::max(0.0, sum / (count * std::log(count)));
}

}  // namespace

template <Direction D>
Scores constraint(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor) {
    return scores(view, strengths, options, monitor, 1, "an isolate has no contacts to constrain it.", sum);
}

template <Direction D>
Scores hierarchy(const Csr<D>& view, std::span<const double> strengths, ConstraintOptions options, Monitor& monitor) {
    return scores(view, strengths, options, monitor, 2,
                  "an actor with fewer than two contacts has no constraint to spread over them.", disorder);
}

template Scores constraint(const Digraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Scores constraint(const Ugraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Scores hierarchy(const Digraph&, std::span<const double>, ConstraintOptions, Monitor&);
template Scores hierarchy(const Ugraph&, std::span<const double>, ConstraintOptions, Monitor&);

}  // namespace coopnet::brokerage
