#include <coopnet/analysis/position/correlations.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopnet::position {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

struct Moments {
    double mean = 0;
    double squares = 0;  // around the mean
};

double empty_places(const Compared& compared) {
    return compared.count - static_cast<double>(compared.places.size());
}

template <class Get>
Moments moments(const Compared& compared, const Get& get) {
    Moments moments;
    for (const Place& place : compared.places) moments.mean += get(place);
    moments.mean /= compared.count;
    moments.squares = empty_places(compared) * moments.mean * moments.mean;
    for (const Place& place : compared.places) moments.squares += std::pow(get(place) - moments.mean, 2);
    return moments;
}

// Decided without rounding.
template <class Get>
bool varies(const Compared& compared, const Get& get) {
    if (compared.places.empty()) return false;
    const double first = empty_places(compared) > 0 ? 0 : get(compared.places[0]);
    return std::ranges::any_of(compared.places, [&](const Place& place) { return get(place) != first; });
}

double correlation(const Compared& compared) {
    const auto x = [](const Place& place) { return place.first; };
    const auto y = [](const Place& place) { return place.second; };
    if (!varies(compared, x) || !varies(compared, y)) return undefined;
    const Moments a = moments(compared, x), b = moments(compared, y);
    double products = empty_places(compared) * a.mean * b.mean;
    for (const Place& place : compared.places) products += (place.first - a.mean) * (place.second - b.mean);
    return std::clamp(products / std::sqrt(a.squares * b.squares), -1.0, 1.0);
}

// What it takes of a profile beside one that it does not meet.
double alone(const Profiles& profiles, Vertex actor, Diagonal diagonal) {
    const bool ignored = diagonal == Diagonal::ignored;
    Compared own;
    own.count = profiles.sides * (profiles.actor_count() - (ignored ? 2.0 : 0.0));
    for (const Strand& strand : profiles.of(actor)) {
        if (!ignored || strand.other() != actor) own.places.push_back({strand.strength, 0});
    }
    const auto x = [](const Place& place) { return place.first; };
    if (!varies(own, x)) return undefined;
    const auto [mean, squares] = moments(own, x);
    return mean * std::sqrt(own.count / squares);
}

}  // namespace

Correlations::Correlations(const Profiles& profiles, Diagonal diagonal)
    : profiles_(profiles), diagonal_(diagonal), offsets_(std::size_t{profiles.sides} * profiles.actor_count() + 1) {
    const auto place = [&](const Strand& strand) {
        return std::size_t{strand.side()} * profiles.actor_count() + strand.other();
    };
    for (const Strand& strand : profiles.strands) ++offsets_[place(strand) + 1];
    for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
    tied_.resize(profiles.strands.size());
    std::vector<std::size_t> next = offsets_;
    for (Vertex actor = 0; actor < profiles.actor_count(); ++actor) {
        alone_.push_back(alone(profiles, actor, diagonal));
        bool loop = false;
        for (const Strand& strand : profiles.of(actor)) {
            tied_[next[place(strand)]++] = actor;
            loop = loop || strand.other() == actor;
        }
        if (loop) with_loops_.push_back(actor);
    }
}

std::span<const Vertex> Correlations::tied_in(std::uint32_t side, Vertex other) const noexcept {
    const std::size_t place = std::size_t{side} * profiles_.actor_count() + other;
    return {tied_.data() + offsets_[place], tied_.data() + offsets_[place + 1]};
}

// Itself and others, by actor.
std::vector<bool> Correlations::meets(Vertex actor) const {
    std::vector<bool> met(profiles_.actor_count());
    const auto meet = [&](std::span<const Vertex> others) {
        for (const Vertex other : others) met[other] = true;
    };
    met[actor] = true;
    for (const Strand& strand : profiles_.of(actor)) {
        met[strand.other()] = true;
        meet(tied_in(strand.side(), strand.other()));
    }
    for (std::uint32_t side = 0; side < profiles_.sides; ++side) meet(tied_in(side, actor));
    if (std::ranges::binary_search(with_loops_, actor)) meet(with_loops_);  // they may be laid side by side
    return met;
}

void Correlations::from(Vertex first, std::span<double> row) const {
    const std::vector<bool> met = meets(first);
    Compared compared;
    for (Vertex other = first; other < profiles_.actor_count(); ++other) {
        if (met[other]) compare(profiles_, first, other, diagonal_, compared);
        row[other - first] = met[other] ? correlation(compared) : std::max(-alone_[first] * alone_[other], -1.0);
    }
}

}  // namespace coopnet::position
