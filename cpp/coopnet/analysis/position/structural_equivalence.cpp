#include <coopnet/analysis/position/structural_equivalence.hpp>

#include <coopnet/analysis/position/correlations.hpp>
#include <coopnet/analysis/position/rows.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>
#include <span>

namespace coopnet::position {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

double euclidean(const Compared& compared) noexcept {
    double sum = 0;
    for (const Place& place : compared.places) sum += (place.first - place.second) * (place.first - place.second);
    return std::sqrt(sum);
}

double hamming(const Compared& compared) noexcept {
    double sum = 0;
    for (const Place& place : compared.places) sum += std::abs(place.first - place.second);
    return sum;
}

double jaccard(const Compared& compared) noexcept {
    double both = 0, either = 0;
    for (const Place& place : compared.places) {
        both += std::min(place.first, place.second);
        either += std::max(place.first, place.second);
    }
    return compared.places.empty() ? undefined : both / either;
}

using Measure = double (*)(const Compared&) noexcept;

// None for correlations, which are made by the row.
Measure measure(Distance distance) noexcept {
    switch (distance) {
        case Distance::euclidean:
            return euclidean;
        case Distance::hamming:
            return hamming;
        case Distance::jaccard:
            return jaccard;
        case Distance::correlation:
            break;
    }
    return nullptr;
}

const char* reason(Distance distance) noexcept {
    return distance == Distance::jaccard ? "two actors without ties to compare have nothing that they could share."
                                         : "an actor whose ties do not vary is correlated with nobody.";
}

}  // namespace

template <Direction D>
ActorMatrix structural_equivalence(const Csr<D>& view, std::span<const double> strengths, const Relations& relations,
                                   const StructuralEquivalenceOptions& options, Monitor& monitor) {
    const std::uint32_t count = view.vertex_count();
    require_room(count);
    const Profiles profiles = position::profiles(view, strengths, relations, options.mode);
    ActorMatrix matrix{count, std::vector<double>(std::size_t{count} * count), {}};
    const Measure measured = measure(options.distance);
    std::optional<Correlations> correlations;
    if (measured == nullptr) correlations.emplace(profiles, options.diagonal);
    monitor.expect(count);
    over_rows(count, profiles.work(), monitor, [&](Vertex a) {
        const std::span row{&matrix.at(a, a), count - a};
        if (correlations) correlations->from(a, row);
        Compared compared;
        for (Vertex b = a; b < count; ++b) {
            if (!correlations) {
                compare(profiles, a, b, options.diagonal, compared);
                row[b - a] = measured(compared);
            }
            if (std::isnan(row[b - a])) row[b - a] = options.undefined.value_or(undefined);
            matrix.at(b, a) = row[b - a];
        }
    });
    const bool any_undefined = std::ranges::any_of(matrix.values, [](double value) { return std::isnan(value); });
    if (any_undefined) matrix.why = reason(options.distance);
    return matrix;
}

template ActorMatrix structural_equivalence(const Digraph&, std::span<const double>, const Relations&,
                                            const StructuralEquivalenceOptions&, Monitor&);
template ActorMatrix structural_equivalence(const Ugraph&, std::span<const double>, const Relations&,
                                            const StructuralEquivalenceOptions&, Monitor&);

}  // namespace coopnet::position
