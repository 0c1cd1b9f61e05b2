#pragma once

#include <coopnet/analysis/detail/frontier.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/detail/useful_steps.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>
#include <vector>

// Reliability without samples: what the page, which has no Boost.Math, asks too.
namespace coopnet::pathways {

/// The part of a view that matters between two vertices, whose edges fail. Throws as `reliability`.
template <Direction D>
detail::Between uncertain(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target);

/// Asks again and again how surely one gets through, of the same part with other edges.
class Exactly {
public:
    Exactly(const detail::Between& part, std::optional<double> time_limit, Monitor& monitor);

    /// Throws InvalidOption past a limit, or if the time is up.
    double operator()(const std::vector<EdgeSpec>& edges);

private:
    detail::Patience patience_;
    detail::Frontier frontier_;
};

/// `reliability` by the exact method.
template <Direction D>
double exact_reliability(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                         std::optional<double> time_limit, Monitor& monitor);

}  // namespace coopnet::pathways
