#include <coopnet/analysis/community/girvan_newman.hpp>

#include <coopnet/analysis/community/modularity.hpp>
#include <coopnet/analysis/detail/brandes.hpp>
#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/totals.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace coopnet::community {
namespace {

// A network that loses its ties, and what shortest pathways send over each that is left.
template <Direction D>
class Falling {
public:
    Falling(const Csr<D>& view, std::span<const double> strengths, Monitor& monitor)
        : view_(view), strengths_(strengths), monitor_(monitor), load_(view.edge_count(), 0.0) {
        for (EdgeId id = 0; id < view.edge_count(); ++id) {
            if (view.edges()[id].source != view.edges()[id].target) left_.push_back(id);
        }
        pieces_ = pieces();
        for (std::uint32_t piece = 0; piece < pieces_.group_count; ++piece) measure(piece);
    }

    [[nodiscard]] const Partition& groups() const noexcept { return pieces_; }
    [[nodiscard]] bool has_ties() const noexcept { return !left_.empty(); }

    // Takes the most used tie away; true if its piece fell apart.
    bool lose_one() {
        monitor_.check();
        auto most = left_.begin();
        for (auto edge = left_.begin(); edge != left_.end(); ++edge) {
            if (load_[*edge] > load_[*most] && !nearly_equal(load_[*edge], load_[*most])) most = edge;
        }
        const Vertex one = view_.edges()[*most].source;
        const Vertex other = view_.edges()[*most].target;
        left_.erase(most);
        monitor_.advance();
        const std::uint32_t before = pieces_.group_count;
        pieces_ = pieces();
        measure(pieces_.groups[one]);
        if (pieces_.groups[one] != pieces_.groups[other]) measure(pieces_.groups[other]);
        return pieces_.group_count > before;
    }

private:
    [[nodiscard]] Partition pieces() const {
        std::vector<EdgeSpec> edges;
        for (const EdgeId id : left_) edges.push_back({view_.edges()[id].source, view_.edges()[id].target});
        return detail::weak_pieces(Ugraph{view_.vertex_count(), std::move(edges)});
    }

    // Only in the piece that lost a tie do pathways change.
    void measure(std::uint32_t piece) {
        std::vector<EdgeId> ids;
        std::vector<EdgeSpec> edges;
        for (const EdgeId id : left_) {
            if (pieces_.groups[view_.edges()[id].source] != piece) continue;
            ids.push_back(id);
            edges.push_back(view_.edges()[id]);
        }
        if (ids.empty()) return;
        const Csr<D> within{view_.vertex_count(), std::move(edges)};
        const auto steps = detail::steps<detail::Sum>(within, {}, detail::Mode::out);
        std::vector<double> by_step(steps.step_count(), 0.0);
        detail::Brandes brandes{steps};
        for (Vertex v = 0; v < view_.vertex_count(); ++v) {
            if (pieces_.groups[v] != piece) continue;
            monitor_.check();
            brandes.from(v);
            brandes.add_steps(by_step);
        }
        const auto loads = detail::by_edge(steps, by_step, ids.size());
        if (std::ranges::any_of(loads, [](double load) { return std::isnan(load); })) {
            throw NotConverged{"Shortest pathways are too many to count here. Ask leiden instead."};
        }
        for (std::size_t i = 0; i < ids.size(); ++i) {
            load_[ids[i]] = loads[i] / (strengths_.empty() ? 1 : strengths_[ids[i]]);
        }
    }

    const Csr<D>& view_;
    std::span<const double> strengths_;
    Monitor& monitor_;
    std::vector<EdgeId> left_;  // ascending
    std::vector<double> load_;  // by edge id
    Partition pieces_;
};

void require_groups(std::optional<std::uint32_t> k, std::uint32_t actors) {
    if (!k || (*k >= 1 && *k <= actors)) return;
    throw InvalidOption{"k=" + std::to_string(*k) + " groups cannot be made of " + std::to_string(actors) +
                        " actors. Say a number from 1 to that."};
}

std::size_t best(const std::vector<Communities>& levels) {
    std::size_t best = 0;
    for (std::size_t level = 1; level < levels.size(); ++level) {
        const double gained = levels[level].quality.value;
        const double most = levels[best].quality.value;
        if (gained > most && !nearly_equal(gained, most)) best = level;
    }
    return best;
}

}  // namespace

template <Direction D>
Divisions girvan_newman(const Csr<D>& view, std::span<const double> strengths, const GirvanNewmanOptions& options,
                        Monitor& monitor) {
    detail::require_strengths(strengths);
    require_groups(options.k, view.vertex_count());
    monitor.expect(view.edge_count());
    Falling<D> falling{view, strengths, monitor};
    Divisions divisions;
    const auto note = [&] {
        divisions.levels.push_back({falling.groups(), modularity(view, falling.groups().groups, strengths)});
    };
    note();
    while (falling.has_ties() && (!options.k || falling.groups().group_count < *options.k)) {
        if (falling.lose_one()) note();
    }
    divisions.chosen = options.k ? divisions.levels.size() - 1 : best(divisions.levels);
    return divisions;
}

template Divisions girvan_newman(const Digraph&, std::span<const double>, const GirvanNewmanOptions&, Monitor&);
template Divisions girvan_newman(const Ugraph&, std::span<const double>, const GirvanNewmanOptions&, Monitor&);

}  // namespace coopnet::community
