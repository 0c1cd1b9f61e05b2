#pragma once

#include <coopnet/analysis/detail/search.hpp>
#include <coopnet/analysis/pathways/find.hpp>
#include <coopnet/analysis/pathways/product.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <type_traits>
#include <vector>

// What searches through a product know of ways: what a beginning adds up to, and at best the
// rest. Shared by those that rank ways by one measure and by several.
namespace coopnet::pathways {

/// As many beginnings as a search keeps open; with more it ends, and its answer is partial.
constexpr std::size_t most_open = 4'000'000;

/// Throws what `find` throws for its numbers, limits and ends.
void require_question(std::uint32_t vertices, std::uint32_t edges, const Admission& admitted,
                      std::span<const Measure> measures, const std::vector<Limit>& limits, Vertex source, Vertex target,
                      std::uint64_t k);

template <Direction D>
void require_question(const Csr<D>& view, const Admission& admitted, std::span<const Measure> measures,
                      const std::vector<Limit>& limits, Vertex source, Vertex target, std::uint64_t k) {
    require_question(view.vertex_count(), view.edge_count(), admitted, measures, limits, source, target, k);
}

/// A measure by edge of a product; the last one, to the goal, adds `nothing`.
std::vector<double> onto(const Product& product, const Measure& measure, double nothing);

/// What one objective says of ways through the product: of a beginning, and at best of the rest.
template <class Objective>
class Outlook {
public:
    Outlook(const Product& product, const Measure& measure, detail::Patience& patience)
        : numbers_(onto(product, measure, Objective::nothing().value)),
          objective_(made(numbers_, product.graph.vertex_count())),
          rest_(product.graph, objective_, detail::Way::against) {
        rest_.run(product.goal, std::nullopt, patience);
    }
    Outlook(const Outlook&) = delete;
    Outlook& operator=(const Outlook&) = delete;

    [[nodiscard]] const Objective& objective() const noexcept { return objective_; }
    [[nodiscard]] bool leads_on(Vertex v) const noexcept { return rest_[v] != nullptr; }
    [[nodiscard]] detail::Length rest(Vertex v) const noexcept { return rest_[v]->length; }
    [[nodiscard]] detail::Length along(const std::vector<EdgeId>& way) const noexcept {
        detail::Length sum = objective_.nothing();
        for (const EdgeId edge : way) sum = objective_.with(sum, edge);
        return sum;
    }

private:
    static Objective made(std::span<const double> numbers, std::size_t longest) {
        if constexpr (std::is_same_v<Objective, detail::TotalCost>) {
            return {numbers, longest};
        } else {
            return Objective{numbers};
        }
    }

    std::vector<double> numbers_;
    Objective objective_;
    detail::Search<Direction::directed, Objective> rest_;
};

/// A limit, and whether a beginning can still keep it.
template <class Objective>
class Bound {
public:
    Bound(const Product& product, const Limit& limit, detail::Patience& patience)
        : outlook_(product, limit.measure, patience), bound_(limit.bound) {}

    [[nodiscard]] bool kept(const std::vector<EdgeId>& way, Vertex end) const {
        if (!outlook_.leads_on(end)) return false;
        const auto& objective = outlook_.objective();
        const double best = objective.value(objective.joined(outlook_.along(way), outlook_.rest(end)));
        if constexpr (std::is_same_v<Objective, detail::Reliability>) {
            return best > 0 && (best > bound_ || nearly_equal(best, bound_));
        } else {
            return best < bound_ || nearly_equal(best, bound_);
        }
    }

private:
    Outlook<Objective> outlook_;
    double bound_;
};

/// All limits at once.
class Bounds {
public:
    Bounds(const Product& product, const std::vector<Limit>& limits, detail::Patience& patience) {
        for (const Limit& limit : limits) {
            if (limit.measure.aim == Aim::most_reliable) {
                least_.push_back(std::make_unique<Bound<detail::Reliability>>(product, limit, patience));
            } else {
                most_.push_back(std::make_unique<Bound<detail::TotalCost>>(product, limit, patience));
            }
        }
    }
    [[nodiscard]] bool kept(const std::vector<EdgeId>& way, Vertex end) const {
        const auto keeps = [&](const auto& bound) { return bound->kept(way, end); };
        return std::ranges::all_of(most_, keeps) && std::ranges::all_of(least_, keeps);
    }

private:
    std::vector<std::unique_ptr<Bound<detail::TotalCost>>> most_;
    std::vector<std::unique_ptr<Bound<detail::Reliability>>> least_;
};

/// Whether a way through a product, or its first vertex, stands on a vertex of the view.
bool stands_on(const Product& product, std::span<const EdgeId> way, Vertex v);

/// A way through a product, as one through the view.
Pathway through_the_view(const Product& product, std::span<const EdgeId> way);

}  // namespace coopnet::pathways
