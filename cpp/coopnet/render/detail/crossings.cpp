#include <coopnet/core/random.hpp>
#include <coopnet/render/detail/layers.hpp>

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>

namespace coopnet::render::detail {
namespace {

constexpr int sweeps = 8;
constexpr int sifts = 12;
constexpr std::size_t small = 120;  // joints
constexpr std::uint64_t many_starts = 12;
constexpr std::uint64_t few_starts = 5;

double weight(const Joint& joint) {
    return std::max(joint.width, .5);
}

struct Neighbor {
    std::size_t item;
    double weight;
};

// Sums of the weights at positions, all below one asked for in O(log n).
class Sums {
public:
    explicit Sums(std::size_t size) : tree_(size + 1, 0) {}

    void add(std::size_t at, double value) {
        for (++at; at < tree_.size(); at += at & (~at + 1)) tree_[at] += value;
    }
    [[nodiscard]] double below(std::size_t end) const {
        double sum = 0;
        for (; end > 0; end -= end & (~end + 1)) sum += tree_[end];
        return sum;
    }

private:
    std::vector<double> tree_;
};

class Order {
public:
    explicit Order(Layers& layers) : layers_{layers} {
        std::size_t items = 0;
        for (const auto& column : layers.columns) items += column.size();
        at_.resize(items);
        column_of_.resize(items);
        left_.resize(items);
        right_.resize(items);
        gaps_.resize(layers.columns.size());
        for (std::size_t c = 0; c < layers.columns.size(); ++c) {
            for (const std::size_t item : layers.columns[c]) column_of_[item] = c;
            number(c);
        }
        for (std::size_t j = 0; j < layers.joints.size(); ++j) {
            const Joint& joint = layers.joints[j];
            right_[joint.from].push_back({joint.to, weight(joint)});
            left_[joint.to].push_back({joint.from, weight(joint)});
            gaps_[column_of_[joint.from]].push_back(j);
        }
    }

    [[nodiscard]] double crossings() const {
        double sum = 0;
        for (std::size_t c = 0; c + 1 < gaps_.size(); ++c) sum += crossings_after(c);
        return sum;
    }

    // Small diagrams can afford to start from many orders: from that given, leftward and rightward, then from any.
    void reduce() {
        const auto given = layers_.columns;
        auto best = given;
        double fewest = crossings();
        const std::uint64_t starts = layers_.joints.size() <= small ? many_starts : few_starts;
        for (std::uint64_t start = 0; start < starts && fewest > 0; ++start) {
            stand(given);
            if (start >= 2) shuffle(start);
            settle(start % 2 == 0);
            sift();
            const double now = crossings();
            if (now >= fewest) continue;
            fewest = now;
            best = layers_.columns;
        }
        stand(best);
    }

private:
    void number(std::size_t column) {
        for (std::size_t i = 0; i < layers_.columns[column].size(); ++i) at_[layers_.columns[column][i]] = i;
    }

    void stand(const std::vector<std::vector<std::size_t>>& columns) {
        layers_.columns = columns;
        for (std::size_t c = 0; c < columns.size(); ++c) number(c);
    }

    [[nodiscard]] double crossings_after(std::size_t column) const {
        std::vector<std::size_t> order = gaps_[column];
        std::ranges::sort(order, {}, [&](std::size_t j) {
            const Joint& joint = layers_.joints[j];
            return std::pair{at_[joint.from], at_[joint.to]};
        });
        Sums seen{layers_.columns[column + 1].size()};
        double all = 0;
        double sum = 0;
        // Joints that begin at the same item or end at the same item do not cross: those to the same item are not
        // below each other, those from the same item come in the order of their ends.
        for (const std::size_t j : order) {
            const Joint& joint = layers_.joints[j];
            const double below = all - seen.below(at_[joint.to] + 1);
            sum += below * weight(joint);
            seen.add(at_[joint.to], weight(joint));
            all += weight(joint);
        }
        return sum;
    }

    void shuffle(std::uint64_t start) {
        Random random{0, start};
        for (std::size_t c = 0; c < layers_.columns.size(); ++c) {
            random.shuffle(std::span{layers_.columns[c]});
            number(c);
        }
    }

    // Sweeps to and fro; the best order stands in the end.
    void settle(bool rightward_first) {
        auto best = layers_.columns;
        double fewest = crossings();
        for (int i = 0; i < sweeps && fewest > 0; ++i) {
            sweep((i % 2 == 0) == rightward_first);
            const double now = crossings();
            if (now >= fewest) continue;
            fewest = now;
            best = layers_.columns;
        }
        stand(best);
    }

    void sweep(bool rightward) {
        const std::size_t count = layers_.columns.size();
        for (std::size_t step = 1; step < count; ++step) {
            const std::size_t column = rightward ? step : count - 1 - step;
            sort(column, rightward ? left_ : right_);
        }
    }

    // Sorts the items of a column that have neighbors by their mean position; the others keep their places.
    void sort(std::size_t column, const std::vector<std::vector<Neighbor>>& neighbors) {
        std::vector<std::pair<double, std::size_t>> moved;
        for (const std::size_t item : layers_.columns[column]) {
            double sum = 0;
            double weights = 0;
            for (const Neighbor& other : neighbors[item]) {
                sum += other.weight * static_cast<double>(at_[other.item]);
                weights += other.weight;
            }
            if (weights > 0) moved.emplace_back(sum / weights, item);
        }
        std::ranges::stable_sort(moved, {}, &std::pair<double, std::size_t>::first);
        auto next = moved.begin();
        for (std::size_t& item : layers_.columns[column]) {
            if (!neighbors[item].empty()) item = (next++)->second;
        }
        number(column);
    }

    // What crosses between two items of a column if the first stands above the second.
    [[nodiscard]] double between(std::size_t upper, std::size_t lower) const {
        double sum = 0;
        for (const auto* side : {&left_, &right_}) {
            for (const Neighbor& a : (*side)[upper]) {
                for (const Neighbor& b : (*side)[lower]) {
                    if (at_[a.item] > at_[b.item]) sum += a.weight * b.weight;
                }
            }
        }
        return sum;
    }

    // Moves each item to the place in its column where it crosses least, until none gains.
    void sift() {
        bool better = true;
        for (int round = 0; round < sifts && better; ++round) {
            better = false;
            for (std::size_t c = 0; c < layers_.columns.size(); ++c) {
                const auto items = layers_.columns[c];
                for (const std::size_t item : items) better = sift(c, item) || better;
            }
        }
    }

    bool sift(std::size_t c, std::size_t item) {
        auto& column = layers_.columns[c];
        const std::size_t from = at_[item];
        std::size_t to = from;
        double least = 0;
        for (const bool down : {false, true}) {
            double gain = 0;
            for (std::size_t i = from; down ? i + 1 < column.size() : i > 0;) {
                i = down ? i + 1 : i - 1;
                const double above = between(item, column[i]);
                const double below = between(column[i], item);
                gain += down ? below - above : above - below;
                if (gain >= least - 1e-9 * (above + below)) continue;
                least = gain;
                to = i;
            }
        }
        if (to == from) return false;
        column.erase(column.begin() + static_cast<std::ptrdiff_t>(from));
        column.insert(column.begin() + static_cast<std::ptrdiff_t>(to), item);
        number(c);
        return true;
    }

    Layers& layers_;
    std::vector<std::size_t> at_;
    std::vector<std::size_t> column_of_;
    std::vector<std::vector<Neighbor>> left_;
    std::vector<std::vector<Neighbor>> right_;
    std::vector<std::vector<std::size_t>> gaps_;  // joints by the column they leave
};

}  // namespace

double crossings(const Layers& layers) {
    Layers copy = layers;
    return Order{copy}.crossings();
}

void reduce_crossings(Layers& layers) {
    Order{layers}.reduce();
}

}  // namespace coopnet::render::detail
