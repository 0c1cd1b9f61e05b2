#include <coopnet/analysis/position/structural_equivalence.hpp>

#include <coopnet/analysis/position/rows.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopnet::position {
namespace {

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

std::optional<double> jaccard(const Compared& compared) {
    double both = 0, either = 0;
    for (const Place& place : compared.places) {
        both += std::min(place.first, place.second);
        either += std::max(place.first, place.second);
    }
    return compared.places.empty() ? std::nullopt : std::optional{both / either};
}

std::optional<double> measured(const Compared& compared, Distance distance) {
    switch (distance) {
        case Distance::euclidean:
            return euclidean(compared);
        case Distance::hamming:
            return hamming(compared);
        case Distance::correlation:
            return correlation(compared);
        case Distance::jaccard:
            return jaccard(compared);
    }
    return std::nullopt;
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
    const double otherwise = options.undefined.value_or(std::numeric_limits<double>::quiet_NaN());
    monitor.expect(count);
    over_rows(count, profiles.work(), monitor, [&](Vertex a) {
        Compared compared;
        for (Vertex b = a; b < count; ++b) {
            compare(profiles, a, b, options.diagonal, compared);
            matrix.at(a, b) = matrix.at(b, a) = measured(compared, options.distance).value_or(otherwise);
        }
    });
    const bool undefined = std::ranges::any_of(matrix.values, [](double value) { return std::isnan(value); });
    if (undefined) matrix.why = reason(options.distance);
    return matrix;
}

template ActorMatrix structural_equivalence(const Digraph&, std::span<const double>, const Relations&,
                                            const StructuralEquivalenceOptions&, Monitor&);
template ActorMatrix structural_equivalence(const Ugraph&, std::span<const double>, const Relations&,
                                            const StructuralEquivalenceOptions&, Monitor&);

}  // namespace coopnet::position
