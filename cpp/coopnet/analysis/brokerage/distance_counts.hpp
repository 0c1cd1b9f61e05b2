#pragma once

#include <coopnet/analysis/detail/contacts.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// How far actors are from some sources, in steps, where not everybody may be passed. Kept
/// and asked again, so that nothing is allocated twice.
class Distances {
public:
    static constexpr std::uint32_t unreached = std::numeric_limits<std::uint32_t>::max();

    explicit Distances(std::uint32_t actors) : steps_(actors, unreached) {}

    /// Breadth first, `most` steps at most. `gone(v)`: v is not there; `stops(v)`: v is
    /// reached but not passed, unless it is a source.
    template <class Gone, class Stops>
    void from(const detail::Contacts& ties, std::span<const Vertex> sources, std::uint32_t most, const Gone& gone,
              const Stops& stops) {
        for (const Vertex v : reached_) steps_[v] = unreached;
        reached_.assign(sources.begin(), sources.end());
        for (const Vertex source : sources) steps_[source] = 0;
        for (std::size_t next = 0; next < reached_.size(); ++next) {
            const Vertex v = reached_[next];
            if (steps_[v] == most || (steps_[v] > 0 && stops(v))) continue;
            for (const Vertex w : ties.of(v)) {
                if (steps_[w] != unreached || gone(w)) continue;
                steps_[w] = steps_[v] + 1;
                reached_.push_back(w);
            }
        }
    }
    /// Those reached, the sources first, nearer ones before farther ones.
    [[nodiscard]] std::span<const Vertex> reached() const noexcept { return reached_; }
    [[nodiscard]] std::uint32_t steps(Vertex v) const noexcept { return steps_[v]; }

private:
    std::vector<std::uint32_t> steps_;
    std::vector<Vertex> reached_;
};

/// How many there are at each distance. Sums over them are made of whole numbers, so that
/// they do not depend on who is looked at first.
class DistanceCounts {
public:
    void add(std::uint32_t steps) {
        if (steps >= counts_.size()) counts_.resize(steps + 1);
        ++counts_[steps];
    }
    void add(const Distances& distances) {
        for (const Vertex v : distances.reached()) add(distances.steps(v));
    }
    /// Of those at least one step away: each one, or one over its distance.
    [[nodiscard]] double worth(bool by_distance) const noexcept {
        double sum = 0;
        for (std::size_t steps = 1; steps < counts_.size(); ++steps) {
            sum += static_cast<double>(counts_[steps]) / (by_distance ? static_cast<double>(steps) : 1);
        }
        return sum;
    }

private:
    std::vector<std::uint64_t> counts_;
};

/// How many pairs are at each distance, and how many more or fewer if something were missing.
/// Whole numbers: the parts of several threads add up to the same in any order.
class DistanceChanges {
public:
    using Counts = std::vector<std::int64_t>;  // by distance

    explicit DistanceChanges(std::size_t missing) : without_(missing) {}

    void pair(std::uint32_t steps) { add(all_, steps, 1); }
    /// What changes without it.
    [[nodiscard]] Counts& without(std::size_t missing) noexcept { return without_[missing]; }
    static void drop(Counts& changes, std::uint32_t steps) { add(changes, steps, -1); }
    static void move(Counts& changes, std::uint32_t steps, std::uint32_t now) {
        drop(changes, steps);
        if (now != Distances::unreached) add(changes, now, 1);
    }
    void add(const DistanceChanges& other) {
        for (std::uint32_t steps = 0; steps < other.all_.size(); ++steps) add(all_, steps, other.all_[steps]);
        for (std::size_t i = 0; i < without_.size(); ++i) {
            const Counts& changes = other.without_[i];
            for (std::uint32_t steps = 0; steps < changes.size(); ++steps) add(without_[i], steps, changes[steps]);
        }
    }
    /// All pairs, each one, or one over its distance.
    [[nodiscard]] double worth(bool by_distance) const noexcept { return worth({}, by_distance); }
    [[nodiscard]] double worth_without(std::size_t missing, bool by_distance) const noexcept {
        return worth(without_[missing], by_distance);
    }

private:
    static void add(Counts& counts, std::uint32_t steps, std::int64_t more) {
        if (steps >= counts.size()) counts.resize(std::size_t{steps} + 1);
        counts[steps] += more;
    }
    [[nodiscard]] double worth(const Counts& changes, bool by_distance) const noexcept {
        double sum = 0;
        for (std::size_t steps = 1; steps < std::max(all_.size(), changes.size()); ++steps) {
            std::int64_t pairs = steps < all_.size() ? all_[steps] : 0;
            if (steps < changes.size()) pairs += changes[steps];
            sum += static_cast<double>(pairs) / (by_distance ? static_cast<double>(steps) : 1);
        }
        return sum;
    }

    Counts all_;
    std::vector<Counts> without_;
};

}  // namespace coopnet::brokerage
