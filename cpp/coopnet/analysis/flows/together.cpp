#include <coopnet/analysis/flows/together.hpp>

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace coopnet::flows {
namespace {

void require(std::span<const Commodity> commodities, bool shares) {
    if (commodities.empty()) throw InvalidOption{"Nothing is to flow. Name a source and a target."};
    for (const Commodity& wish : commodities) {
        if (wish.source == wish.target) {
            throw InvalidOption{"Nothing flows from an actor to itself. Name two different actors."};
        }
        if (!(wish.amount >= 0)) throw InvalidWeight{"An amount is negative or no number. Mend it."};
        if (shares && (wish.amount == 0 || std::isinf(wish.amount))) {
            throw InvalidOption{"A share is of an amount above 0. Say of each how much is to flow."};
        }
    }
}

template <Direction D>
class Layout {
public:
    Layout(const Csr<D>& view, std::span<const Commodity> commodities) : view_(view), commodities_(commodities) {
        leaves_.resize(view.vertex_count());
        comes_.resize(view.vertex_count());
        for (EdgeId id = 0; id < view.edge_count(); ++id) {
            const EdgeSpec& edge = view.edges()[id];
            if (edge.source == edge.target) continue;
            add(edge.source, edge.target, id, false);
            if (!Csr<D>::is_directed || edge.both_ways) add(edge.target, edge.source, id, true);
        }
    }

    Program rows(const Bounds& bounds, bool shares) {
        detail::SparseRows& rows = program_.rows;
        for (std::size_t k = 0; k < commodities_.size(); ++k) {
            for (Vertex v = 0; v < view_.vertex_count(); ++v) conserve(rows, k, v);
        }
        for (std::size_t at = 0; at < program_.edge.size();) at = hold(rows, at, bounds.capacities);
        for (Vertex v = 0; v < bounds.rooms.size(); ++v) {
            if (!std::isinf(bounds.rooms[v])) make_room(rows, v, bounds.rooms[v]);
        }
        for (std::size_t k = 0; shares && k < commodities_.size(); ++k) {
            rows.put(whole(k), 1);
            rows.put(whole(commodities_.size()), -commodities_[k].amount);
            rows.end_row(0, 0);
        }
        program_.limits.assign(whole(commodities_.size()) + (shares ? 1 : 0), unlimited);
        for (std::size_t k = 0; !shares && k < commodities_.size(); ++k) {
            program_.limits[whole(k)] = commodities_[k].amount;
        }
        return std::move(program_);
    }

private:
    void add(Vertex from, Vertex to, EdgeId edge, bool back) {
        leaves_[from].push_back(program_.edge.size());
        comes_[to].push_back(program_.edge.size());
        program_.edge.push_back(edge);
        program_.back.push_back(back ? 1 : 0);
    }
    [[nodiscard]] std::size_t part(std::size_t k, std::size_t at) const { return (k * program_.edge.size()) + at; }
    [[nodiscard]] std::size_t whole(std::size_t k) const { return part(commodities_.size(), 0) + k; }

    void conserve(detail::SparseRows& rows, std::size_t k, Vertex v) const {
        for (const std::size_t at : leaves_[v]) rows.put(part(k, at), 1);
        for (const std::size_t at : comes_[v]) rows.put(part(k, at), -1);
        if (v == commodities_[k].source) rows.put(whole(k), -1);
        if (v == commodities_[k].target) rows.put(whole(k), 1);
        rows.end_row(0, 0);
    }
    // The row of the edge whose columns begin at `at`; where the next one's do.
    std::size_t hold(detail::SparseRows& rows, std::size_t at, std::span<const double> capacities) const {
        std::size_t next = at;
        while (next < program_.edge.size() && program_.edge[next] == program_.edge[at]) ++next;
        const double capacity = capacities[program_.edge[at]];
        if (std::isinf(capacity)) return next;
        for (std::size_t k = 0; k < commodities_.size(); ++k) {
            for (std::size_t i = at; i < next; ++i) rows.put(part(k, i), 1);
        }
        rows.end_row(0, capacity);
        return next;
    }
    void make_room(detail::SparseRows& rows, Vertex v, double room) const {
        for (std::size_t k = 0; k < commodities_.size(); ++k) {
            for (const std::size_t at : comes_[v]) rows.put(part(k, at), 1);
            if (v == commodities_[k].source) rows.put(whole(k), 1);
        }
        rows.end_row(0, room);
    }

    const Csr<D>& view_;
    std::span<const Commodity> commodities_;
    std::vector<std::vector<std::size_t>> leaves_, comes_;  // by vertex, columns of one commodity
    Program program_;
};

}  // namespace

template <Direction D>
Program together(const Csr<D>& view, std::span<const Commodity> commodities, const Bounds& bounds, bool shares) {
    require(commodities, shares);
    require(bounds, view.edge_count(), view.vertex_count());
    return Layout<D>{view, commodities}.rows(bounds, shares);
}

template Program together(const Digraph&, std::span<const Commodity>, const Bounds&, bool);
template Program together(const Ugraph&, std::span<const Commodity>, const Bounds&, bool);

}  // namespace coopnet::flows
