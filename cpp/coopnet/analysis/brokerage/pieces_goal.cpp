#include <coopnet/analysis/brokerage/choices.hpp>
#include <coopnet/analysis/brokerage/pieces_goal.hpp>

#include <algorithm>
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

std::vector<Vertex> PiecesGoal::order() const {
    return ordered_by(ties_.vertex_count(), [this](Vertex v) { return ties_.degree(v); });
}

double PiecesGoal::cost(std::span<const Vertex> chosen, Monitor& /*monitor*/) const {
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

}  // namespace coopnet::brokerage
