#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/key_goals.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

namespace coopnet::brokerage {
namespace {

constexpr double impossible = std::numeric_limits<double>::infinity();
constexpr Vertex nobody = std::numeric_limits<Vertex>::max();

double pairs_of(double actors) noexcept {
    return actors * (actors - 1) / 2;
}

// All actors, those of the greatest score first, equal ones in their order.
template <class Score>
std::vector<Vertex> ordered_by(std::uint32_t actors, const Score& score) {
    std::vector<Vertex> order(actors);
    std::iota(order.begin(), order.end(), Vertex{0});
    std::ranges::stable_sort(order, std::greater{}, score);
    return order;
}

std::vector<bool> marked(std::uint32_t actors, std::span<const Vertex> chosen) {
    std::vector<bool> marks(actors, false);
    for (const Vertex v : chosen) marks[v] = true;
    return marks;
}

// Depth first without recursion: of each actor, what its piece falls into without it.
// Tarjan's low points, and the sizes of the branches that hang on an actor alone.
class Pieces {
public:
    Pieces(const detail::Contacts& ties, std::span<const Vertex> chosen)
        : ties_(ties),
          gone_(marked(ties.vertex_count(), chosen)),
          found_(ties.vertex_count(), 0),
          low_(ties.vertex_count(), 0),
          size_(ties.vertex_count(), 0),
          cut_off_(ties.vertex_count(), 0),
          cut_off_pairs_(ties.vertex_count(), 0) {}

    // Connected pairs without each actor.
    void costs(std::vector<double>& costs) {
        costs.assign(gone_.size(), impossible);
        std::vector<std::pair<Vertex, double>> pieces;  // of each actor found: the size of its piece
        double all = 0;
        for (Vertex root = 0; root < gone_.size(); ++root) {
            if (gone_[root] || found_[root] != 0) continue;
            const std::size_t first = order_.size();
            visit(root);
            const auto piece = static_cast<double>(order_.size() - first);
            all += pairs_of(piece);
            for (std::size_t i = first; i < order_.size(); ++i) pieces.emplace_back(order_[i], piece);
        }
        for (const auto& [v, piece] : pieces) {
            costs[v] = all - pairs_of(piece) + cut_off_pairs_[v] + pairs_of(piece - 1 - cut_off_[v]);
        }
    }

private:
    struct Step {
        Vertex actor;
        Vertex parent;
        std::uint32_t next;  // of its ties
    };

    void find(Vertex v, Vertex parent) {
        order_.push_back(v);
        found_[v] = low_[v] = static_cast<std::uint32_t>(order_.size());
        size_[v] = 1;
        path_.push_back({v, parent, 0});
    }

    void visit(Vertex root) {
        find(root, nobody);
        while (!path_.empty()) {
            const auto [v, parent, next] = path_.back();
            if (next == ties_.degree(v)) {
                path_.pop_back();
                if (parent != nobody) leave(v, parent);
                continue;
            }
            ++path_.back().next;
            const Vertex w = ties_.of(v)[next];
            if (gone_[w] || w == parent) continue;
            if (found_[w] == 0) {
                find(w, v);
            } else {
                low_[v] = std::min(low_[v], found_[w]);
            }
        }
    }

    void leave(Vertex v, Vertex parent) noexcept {
        low_[parent] = std::min(low_[parent], low_[v]);
        size_[parent] += size_[v];
        if (low_[v] < found_[parent]) return;
        cut_off_[parent] += size_[v];
        cut_off_pairs_[parent] += pairs_of(size_[v]);
    }

    const detail::Contacts& ties_;
    std::vector<bool> gone_;
    std::vector<std::uint32_t> found_, low_;  // when it was found, from 1
    std::vector<double> size_, cut_off_, cut_off_pairs_;
    std::vector<Vertex> order_;
    std::vector<Step> path_;
};

}  // namespace

// --- pieces -----------------------------------------------------------------------

std::vector<Vertex> PiecesGoal::order() const {
    return ordered_by(ties_.vertex_count(), [this](Vertex v) { return ties_.degree(v); });
}

double PiecesGoal::cost(std::span<const Vertex> chosen, Monitor&) const {
    Bounds all{*this, chosen, 0};
    const auto gone = marked(ties_.vertex_count(), chosen);
    for (Vertex v = 0; v < ties_.vertex_count(); ++v) {
        if (!gone[v]) all.keep(v);
    }
    return all.now();
}

bool PiecesGoal::singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const {
    const bool lasts = patience.lasts(effort());
    Pieces{ties_, chosen}.costs(costs);
    return lasts;
}

PiecesGoal::Bounds::Bounds(const PiecesGoal& goal, std::span<const Vertex> chosen, std::uint32_t left)
    : ties_(goal.ties_),
      left_(left),
      gone_(marked(ties_.vertex_count(), chosen)),
      kept_(ties_.vertex_count(), false),
      parent_(ties_.vertex_count()),
      beside_(ties_.vertex_count(), nobody),
      size_(ties_.vertex_count(), 0) {
    std::iota(parent_.begin(), parent_.end(), Vertex{0});
}

Vertex PiecesGoal::Bounds::root(Vertex v) noexcept {
    while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
    return v;
}

void PiecesGoal::Bounds::resize(Vertex root, double by) noexcept {
    pairs_ -= pairs_of(size_[root]);
    size_[root] += by;
    pairs_ += pairs_of(size_[root]);
    largest_ = std::max(largest_, size_[root]);
}

void PiecesGoal::Bounds::unite(Vertex a, Vertex b) noexcept {
    a = root(a);
    b = root(b);
    if (a == b) return;
    if (size_[a] < size_[b]) std::swap(a, b);
    const double joining = size_[b];
    resize(b, -joining);
    parent_[b] = a;
    resize(a, joining);
}

void PiecesGoal::Bounds::keep(Vertex v) {
    kept_[v] = true;
    if (beside_[v] != nobody) resize(root(beside_[v]), -1);  // it was counted there
    resize(v, 1);
    for (const Vertex w : ties_.of(v)) {
        if (gone_[w]) continue;
        if (kept_[w]) {
            unite(v, w);
        } else if (beside_[w] == nobody) {
            beside_[w] = v;
            resize(root(v), 1);
        }
    }
}

double PiecesGoal::Bounds::now() const noexcept {
    return std::max(0.0, pairs_ - (left_ * std::max(0.0, largest_ - 1)));
}

// --- pairs ------------------------------------------------------------------------

std::vector<Vertex> PairsGoal::order() const {
    std::vector<std::uint32_t> degree(ties_.vertex_count());
    for (Vertex v = 0; v < ties_.vertex_count(); ++v) {
        degree[v] += ties_.degree(v);
        for (const Vertex w : ties_.of(v)) ++degree[w];
    }
    return ordered_by(ties_.vertex_count(), [&](Vertex v) { return degree[v]; });
}

double PairsGoal::cost(std::span<const Vertex> chosen, Monitor& monitor) const {
    const auto gone = marked(ties_.vertex_count(), chosen);
    Distances distances{ties_.vertex_count()};
    DistanceCounts counts;
    for (Vertex v = 0; v < ties_.vertex_count(); ++v) {
        if (gone[v]) continue;
        monitor.check();
        distances.from(
            ties_, {&v, 1}, Distances::unreached, [&](Vertex w) { return gone[w]; }, [](Vertex) { return false; });
        counts.add(distances);
    }
    return counts.worth(by_distance_);
}

bool PairsGoal::singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const {
    return absences_.costs(marked(ties_.vertex_count(), chosen), by_distance_, patience, costs);
}

PairsGoal::Bounds::Bounds(const PairsGoal& goal, std::span<const Vertex> chosen, std::uint32_t left)
    : goal_(goal),
      left_(left),
      gone_(marked(goal.ties_.vertex_count(), chosen)),
      kept_(goal.ties_.vertex_count(), false) {}

double PairsGoal::Bounds::now() const {
    const std::uint32_t actors = goal_.ties_.vertex_count();
    Distances distances{actors};
    std::vector<double> share(actors, 0);  // of each actor, the pairs it is one of
    double all = 0;
    for (Vertex v = 0; v < actors; ++v) {
        if (gone_[v]) continue;
        distances.from(
            goal_.ties_, {&v, 1}, Distances::unreached, [&](Vertex w) { return gone_[w]; },
            [&](Vertex w) { return !kept_[w]; });
        for (const Vertex w : distances.reached().subspan(1)) {
            const double worth = goal_.by_distance_ ? 1.0 / distances.steps(w) : 1.0;
            all += worth;
            share[v] += worth;
            share[w] += worth;
        }
    }
    for (Vertex v = 0; v < actors; ++v) {
        if (kept_[v]) share[v] = 0;
    }
    const auto first = share.begin();
    std::partial_sort(first, first + std::min(left_, actors), share.end(), std::greater{});
    const double rounding = 1e-12 * all;
    return std::max(0.0, std::accumulate(first, first + std::min(left_, actors), all, std::minus{}) - rounding);
}

// --- reach ------------------------------------------------------------------------

ReachGoal::ReachGoal(const detail::Contacts& ties, bool by_distance, std::uint32_t within, Monitor& monitor) {
    Distances distances{ties.vertex_count()};
    constexpr auto passes = [](Vertex) { return false; };
    for (Vertex v = 0; v < ties.vertex_count(); ++v) {
        monitor.check();
        distances.from(ties, {&v, 1}, within, passes, passes);
        for (const Vertex w : distances.reached()) {
            const std::uint32_t steps = std::max(1U, distances.steps(w));
            worth_.push_back({w, by_distance ? 1.0 / steps : 1.0});
        }
        offsets_.push_back(worth_.size());
    }
}

double ReachGoal::gains(std::span<const Vertex> chosen, std::vector<double>& gains) const {
    std::vector<double> best(size(), 0);
    for (const Vertex v : chosen) {
        for (const auto& [actor, worth] : of(v)) best[actor] = std::max(best[actor], worth);
    }
    const auto is_chosen = marked(size(), chosen);
    gains.assign(size(), 0);
    for (Vertex v = 0; v < size(); ++v) {
        if (is_chosen[v]) continue;
        for (const auto& [actor, worth] : of(v)) gains[v] += std::max(0.0, worth - best[actor]);
    }
    return std::accumulate(best.begin(), best.end(), 0.0);
}

std::vector<Vertex> ReachGoal::order() const {
    std::vector<double> alone;
    gains({}, alone);
    return ordered_by(size(), [&](Vertex v) { return alone[v]; });
}

double ReachGoal::cost(std::span<const Vertex> chosen, Monitor&) const {
    std::vector<double> unused;
    return -gains(chosen, unused);
}

bool ReachGoal::singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const {
    const bool lasts = patience.lasts(effort());
    const double reached = gains(chosen, costs);
    for (double& cost : costs) cost = -(reached + cost);
    for (const Vertex v : chosen) costs[v] = impossible;
    return lasts;
}

ReachGoal::Bounds::Bounds(const ReachGoal& goal, std::span<const Vertex> chosen, std::uint32_t left)
    : left_(left), kept_(marked(goal.size(), chosen)) {
    reached_ = goal.gains(chosen, gains_);
    by_gain_ = ordered_by(goal.size(), [&](Vertex v) { return gains_[v]; });
}

double ReachGoal::Bounds::now() const noexcept {
    double most = reached_;
    std::uint32_t left = left_;
    for (std::size_t i = 0; i < by_gain_.size() && left > 0; ++i) {
        if (kept_[by_gain_[i]]) continue;
        most += gains_[by_gain_[i]];
        --left;
    }
    return -std::min(most, static_cast<double>(kept_.size()));
}

}  // namespace coopnet::brokerage
