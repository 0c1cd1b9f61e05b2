#include <coopnet/analysis/cohesion/core_pattern.hpp>

#include <coopnet/analysis/detail/contacts.hpp>

#include <algorithm>
#include <numeric>

namespace coopnet::cohesion {

std::vector<Vertex> Cells::by_ties() const {
    std::vector<Vertex> order(count());
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](Vertex u, Vertex v) {
        const double of_u = of_actor[u].values;
        const double of_v = of_actor[v].values;
        return of_u != of_v ? of_u > of_v : u < v;
    });
    return order;
}

// The two cells of a pair as one where both are there. Without directions there is one, which `contacts` shows at both.
template <Direction D>
Cells cells(const Csr<D>& view, std::span<const double> strengths) {
    const auto out = detail::contacts(view, strengths, detail::Mode::out);
    const auto in = detail::contacts(view, strengths, detail::Mode::in);
    Cells cells;
    cells.per_pair = Csr<D>::is_directed ? 2 : 1;
    cells.of_actor.resize(view.vertex_count());
    const auto add = [&](const detail::Contacts& contacts, Vertex v) {
        for (std::size_t i = 0; i < contacts.of(v).size(); ++i) {
            const double value = strengths.empty() ? 1 : contacts.strengths_of(v)[i];
            cells.actors.push_back(contacts.of(v)[i]);
            cells.ties.push_back({value, value * value});
            cells.of_actor[v] += cells.ties.back();
            cells.largest = std::max(cells.largest, value);
        }
    };
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        add(out, v);
        if (Csr<D>::is_directed) add(in, v);
        cells.offsets.push_back(static_cast<std::uint32_t>(cells.actors.size()));
        cells.all += cells.of_actor[v];
    }
    cells.all = {cells.all.values / 2, cells.all.squares / 2};
    return cells;
}

template Cells cells(const Digraph&, std::span<const double>);
template Cells cells(const Ugraph&, std::span<const double>);

}  // namespace coopnet::cohesion
