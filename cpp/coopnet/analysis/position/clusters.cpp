#include <coopnet/analysis/position/clusters.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace coopnet::position {
namespace {

// Groups, each called by its first actor, and how far they are apart.
class Groups {
public:
    Groups(const ActorMatrix& matrix, ClustersOptions options)
        : linkage_(options.linkage),
          distances_(matrix),
          sizes_(matrix.count, 1),
          nearest_(matrix.count),
          group_(matrix.count) {
        double largest = 0;
        for (double& distance : distances_.values) {
            if (options.similarities) distance = 1 - distance;
            largest = std::max(largest, std::abs(distance));
        }
        rounding_ = 1e-10 * largest;
        for (std::uint32_t i = 0; i < matrix.count; ++i) {
            group_[i] = i;
            find_nearest(i);
        }
    }

    void join_nearest() {
        std::uint32_t first = none;
        for (std::uint32_t i = 0; i < sizes_.size(); ++i) {
            if (sizes_[i] == 0 || nearest_[i] == none) continue;
            if (first == none || nearer(distance(i, nearest_[i]), distance(first, nearest_[first]))) first = i;
        }
        join(first, nearest_[first]);
    }

    [[nodiscard]] Partition partition() const {
        Partition partition{std::vector<std::uint32_t>(sizes_.size()), 0};
        std::vector<std::uint32_t> number(sizes_.size());
        for (std::uint32_t i = 0; i < sizes_.size(); ++i) {
            if (group_[i] == i) number[i] = partition.group_count++;
            partition.groups[i] = number[group_[i]];
        }
        return partition;
    }

private:
    static constexpr std::uint32_t none = 0xffffffff;

    [[nodiscard]] bool nearer(double a, double b) const noexcept { return a < b - rounding_; }
    // For the average the sums over pairs are kept, which add up without rounding more often.
    [[nodiscard]] double distance(std::uint32_t i, std::uint32_t j) const noexcept {
        const double kept = distances_.at(i, j);
        return linkage_ == Linkage::average ? kept / (double{1} * sizes_[i] * sizes_[j]) : kept;
    }

    // Among those behind, so that each pair is looked at once.
    void find_nearest(std::uint32_t i) {
        nearest_[i] = none;
        for (std::uint32_t j = i + 1; j < sizes_.size(); ++j) {
            if (sizes_[j] > 0 && (nearest_[i] == none || nearer(distance(i, j), distance(i, nearest_[i])))) {
                nearest_[i] = j;
            }
        }
    }

    void join(std::uint32_t a, std::uint32_t b) {
        for (std::uint32_t i = 0; i < sizes_.size(); ++i) {
            if (sizes_[i] == 0 || i == a || i == b) continue;
            distances_.at(a, i) = distances_.at(i, a) = joined(distances_.at(i, a), distances_.at(i, b));
        }
        sizes_[a] += std::exchange(sizes_[b], 0);
        std::ranges::replace(group_, b, a);
        for (std::uint32_t i = 0; i < b; ++i) {
            if (sizes_[i] == 0) continue;
            const bool stale = i == a || nearest_[i] == a || nearest_[i] == b;
            const bool passed = i < a && !stale && nearest_[i] != none &&
                                !nearer(distance(i, nearest_[i]), distance(i, a)) &&
                                (a < nearest_[i] || nearer(distance(i, a), distance(i, nearest_[i])));
            if (stale || passed) find_nearest(i);
        }
    }

    [[nodiscard]] double joined(double to_a, double to_b) const noexcept {
        switch (linkage_) {
            case Linkage::single:
                return std::min(to_a, to_b);
            case Linkage::complete:
                return std::max(to_a, to_b);
            case Linkage::average:
                break;
        }
        return to_a + to_b;
    }

    Linkage linkage_;
    ActorMatrix distances_;
    std::vector<std::uint32_t> sizes_;    // by first actor; 0: part of another group
    std::vector<std::uint32_t> nearest_;  // by first actor
    std::vector<std::uint32_t> group_;    // by actor
    double rounding_ = 0;
};

}  // namespace

Partition clusters(const ActorMatrix& matrix, std::uint32_t k, ClustersOptions options, Monitor& monitor) {
    if (k < 1 || (k > matrix.count && matrix.count > 0)) {
        throw InvalidOption{"k=" + std::to_string(k) + " groups cannot be made of " + std::to_string(matrix.count) +
                            " actors. Ask for one at least, and for no more than there are actors."};
    }
    const auto undefined = std::ranges::count_if(matrix.values, [](double value) { return std::isnan(value); });
    if (undefined > 0) {
        throw InvalidOption{"Of " + std::to_string(matrix.values.size()) + " numbers " + std::to_string(undefined) +
                            " are undefined, so that nobody can say which groups are near. Leave isolates out by the "
                            "projection, or choose a distance that is always defined, as \"euclidean\"."};
    }
    Groups groups{matrix, options};
    for (std::uint32_t left = matrix.count; left > k; --left) {
        monitor.check();
        groups.join_nearest();
    }
    return groups.partition();
}

}  // namespace coopnet::position
