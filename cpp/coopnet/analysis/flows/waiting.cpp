#include <coopnet/analysis/flows/waiting.hpp>

#include <cmath>
#include <initializer_list>
#include <limits>
#include <utility>

namespace coopnet::flows {
namespace {

enum class Way { along, against };

template <Direction D>
std::vector<bool> reached(const Csr<D>& view, Vertex start, Way way) {
    std::vector<bool> seen(view.vertex_count(), false);
    std::vector<Vertex> open{start};
    seen[start] = true;
    while (!open.empty()) {
        const Vertex v = open.back();
        open.pop_back();
        for (const Vertex u : way == Way::along ? view.out(v) : view.in(v)) {
            if (seen[u]) continue;
            seen[u] = true;
            open.push_back(u);
        }
    }
    return seen;
}

struct Cell {
    std::uint32_t row = 0;
    double value = 0;
};

// Columns come one after the other, each with a few cells; rows are sorted out at the end.
class Layout {
public:
    explicit Layout(std::uint32_t rows) : sums_(rows, 0.0) {}

    std::uint32_t row() {
        sums_.push_back(0);
        return static_cast<std::uint32_t>(sums_.size() - 1);
    }
    void add(Act act, std::uint32_t place, std::uint32_t day, std::pair<Vertex, Vertex> ends, double cost, double most,
             std::initializer_list<Cell> cells) {
        for (const Cell& cell : cells) {
            if (cell.row == none) continue;
            cells_.push_back({cell.row, cell.value});
            columns_.push_back(static_cast<std::int32_t>(made_.acts.size()));
        }
        made_.acts.push_back(act);
        made_.places.push_back(place);
        made_.days.push_back(day);
        made_.from.push_back(ends.first);
        made_.to.push_back(ends.second);
        made_.costs.push_back(cost);
        made_.most.push_back(most);
    }
    double& sum(std::uint32_t row) { return sums_[row]; }

    TimeExpanded done() {
        detail::SparseRows& rows = made_.rows;
        rows.starts.assign(sums_.size() + 1, 0);
        for (const Cell& cell : cells_) ++rows.starts[cell.row + 1];
        for (std::size_t row = 0; row < sums_.size(); ++row) rows.starts[row + 1] += rows.starts[row];
        rows.columns.resize(cells_.size());
        rows.values.resize(cells_.size());
        std::vector<std::int32_t> next(rows.starts.begin(), rows.starts.end() - 1);
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            const auto at = static_cast<std::size_t>(next[cells_[i].row]++);
            rows.columns[at] = columns_[i];
            rows.values[at] = cells_[i].value;
        }
        rows.low = sums_;
        rows.high = std::move(sums_);
        return std::move(made_);
    }

    static constexpr std::uint32_t none = ~std::uint32_t{0};

private:
    std::vector<double> sums_;  // by row
    std::vector<Cell> cells_;
    std::vector<std::int32_t> columns_;  // of the cells
    TimeExpanded made_;
};

template <Direction D>
class Expansion {
public:
    Expansion(const Csr<D>& view, const Journey& journey)
        : view_(view),
          journey_(journey),
          days_(static_cast<std::uint32_t>(journey.arrivals.size())),
          rows_of_(view.vertex_count(), Layout::none),
          passed_by_(view.vertex_count(), Layout::none),
          layout_(number_rows()) {}

    TimeExpanded run() {
        const std::uint32_t first = rows_of_[journey_.source];
        for (std::uint32_t day = 0; day < days_; ++day) layout_.sum(first + day) = journey_.arrivals[day];
        for (Vertex v = 0; v < view_.vertex_count(); ++v) pass_on(v);
        for (EdgeId edge = 0; edge < view_.edge_count(); ++edge) move(edge);
        for (Vertex v = 0; v < view_.vertex_count(); ++v) {
            if (rows_of_[v] != Layout::none) stay(v);
        }
        return layout_.done();
    }

private:
    // What leaves a vertex on a day is what came to it: a row each, but for the target.
    std::uint32_t number_rows() {
        useful_ = reached(view_, journey_.source, Way::along);
        const std::vector<bool> onward = reached(view_, journey_.target, Way::against);
        std::uint32_t rows = 0;
        for (Vertex v = 0; v < view_.vertex_count(); ++v) {
            // The source is there, whoever is cut off from the target.
            useful_[v] = (useful_[v] && onward[v]) || v == journey_.source;
            if (!useful_[v] || v == journey_.target) continue;
            rows_of_[v] = rows;
            rows += days_;
        }
        return rows;
    }

    [[nodiscard]] bool leads(Vertex from, Vertex to) const {
        return from != to && useful_[from] && useful_[to] && from != journey_.target;
    }

    void move(EdgeId edge) {
        const EdgeSpec& ends = view_.edges()[edge];
        const bool back = (!Csr<D>::is_directed || ends.both_ways) && leads(ends.target, ends.source);
        const bool on = leads(ends.source, ends.target);
        for (std::uint32_t day = 0; std::uint64_t{day} + journey_.delay[edge] < days_; ++day) {
            const double seats = journey_.seats[(std::size_t{edge} * days_) + day];
            const bool shared = on && back && std::isfinite(seats);
            const std::uint32_t row = shared ? layout_.row() : Layout::none;
            const double alone = shared ? std::numeric_limits<double>::infinity() : seats;
            if (on) leave(edge, day, {ends.source, ends.target}, alone, row);
            if (back) leave(edge, day, {ends.target, ends.source}, alone, row);
            if (shared) layout_.add(Act::shares, edge, day, {ends.source, ends.target}, 0, seats, {{row, -1}});
        }
    }
    void pass_on(Vertex v) {
        if (rows_of_[v] == Layout::none || std::isinf(journey_.handles[v])) return;
        for (std::uint32_t day = 0; day < days_; ++day) {
            const std::uint32_t row = layout_.row();
            if (day == 0) passed_by_[v] = row;
            layout_.add(Act::passes, v, day, {v, v}, 0, journey_.handles[v], {{row, -1}});
        }
    }
    void leave(EdgeId edge, std::uint32_t day, std::pair<Vertex, Vertex> ends, double seats, std::uint32_t shared) {
        const std::uint32_t delay = journey_.delay[edge];
        const std::uint32_t there = rows_of_[ends.second];
        const std::uint32_t passed = passed_by_[ends.first];
        layout_.add(Act::moves, edge, day, ends, delay, seats,
                    {{rows_of_[ends.first] + day, 1},
                     {there == Layout::none ? there : there + day + delay, -1},
                     {shared, 1},
                     {passed == Layout::none ? passed : passed + day, 1}});
    }

    void stay(Vertex v) {
        for (std::uint32_t day = 0; day < days_; ++day) {
            const bool last = day + 1 == days_;
            // After the last day nobody counts: neither the night nor the beds.
            layout_.add(Act::stays, v, day, {v, v}, last ? 0 : 1,
                        last ? std::numeric_limits<double>::infinity() : journey_.beds[v],
                        {{rows_of_[v] + day, 1}, {last ? Layout::none : rows_of_[v] + day + 1, -1}});
        }
    }

    const Csr<D>& view_;
    const Journey& journey_;
    std::uint32_t days_;
    std::vector<bool> useful_;
    std::vector<std::uint32_t> rows_of_;    // the first of each vertex
    std::vector<std::uint32_t> passed_by_;  // the first row of all that it passes on, if that is limited
    Layout layout_;
};

}  // namespace

template <Direction D>
TimeExpanded time_expanded(const Csr<D>& view, const Journey& journey) {
    if (journey.source == journey.target) {
        throw InvalidOption{"Nobody waits between an actor and itself. Name two different actors."};
    }
    return Expansion<D>{view, journey}.run();
}

template TimeExpanded time_expanded(const Digraph&, const Journey&);
template TimeExpanded time_expanded(const Ugraph&, const Journey&);

}  // namespace coopnet::flows
