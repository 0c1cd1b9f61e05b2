#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/flows/bottleneck.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace coopnet::flows {
namespace {

constexpr double no_limit = std::numeric_limits<double>::infinity();

// What a flow leaves open: along what is not full, and back along what carries some.
Digraph left_open(const Channels& channels, const detail::MaxFlow& flow) {
    std::vector<EdgeSpec> open;
    for (std::size_t i = 0; i < channels.arcs().size(); ++i) {
        const detail::FlowArc& arc = channels.arcs()[i];
        if (arc.capacity - flow.amounts[i] > flow.slack) open.push_back({arc.from, arc.to});
        if (flow.amounts[i] > flow.slack) open.push_back({arc.to, arc.from});
    }
    return {channels.node_count(), std::move(open)};
}

std::vector<bool> reaching(const Digraph& graph, Vertex goal) {
    std::vector<bool> seen(graph.vertex_count(), false);
    std::vector<Vertex> found{goal};
    seen[goal] = true;
    for (std::size_t at = 0; at < found.size(); ++at) {
        for (const Vertex v : graph.in(found[at])) {
            if (seen[v]) continue;
            seen[v] = true;
            found.push_back(v);
        }
    }
    return seen;
}

// What more capacity would bring, asked of one arc after the other.
class Trial {
public:
    Trial(Channels& channels, Monitor& monitor)
        : channels_(channels), monitor_(monitor), flow_(channels.flow(monitor)) {
        const Digraph open = left_open(channels_, flow_);
        ahead_ = reaching(open, channels_.target());
        pieces_ = detail::strong_pieces(open).groups;
    }

    [[nodiscard]] const detail::MaxFlow& flow() const noexcept { return flow_; }

    /// With more room there would be a way on through it.
    [[nodiscard]] bool in_every_cut(std::uint32_t from, std::uint32_t to) const {
        return flow_.source_side[from] && ahead_[to];
    }
    /// It carries something, and nothing gets round it.
    [[nodiscard]] bool in_some_cut(std::uint32_t from, std::uint32_t to) const { return pieces_[from] != pieces_[to]; }

    void measure(Narrow& narrow) {
        narrow.range = with(narrow, no_limit) - flow_.value;
        narrow.gain = with(narrow, narrow.capacity + 1) - flow_.value;
    }

private:
    double with(const Narrow& narrow, double capacity) {
        set(narrow, capacity);
        const bool endless = std::isinf(capacity) && !channels_.endless_way().empty();
        const double value = endless ? no_limit : channels_.flow(monitor_).value;
        set(narrow, narrow.capacity);
        return value;
    }
    void set(const Narrow& narrow, double capacity) {
        if (narrow.is_vertex) {
            channels_.set_vertex(narrow.id, capacity);
        } else {
            channels_.set_edge(narrow.id, capacity);
        }
    }

    Channels& channels_;
    Monitor& monitor_;
    detail::MaxFlow flow_;
    std::vector<bool> ahead_;
    std::vector<std::uint32_t> pieces_;
};

template <Direction D>
void each_carrier(const Csr<D>& view, const auto& visit) {
    for (EdgeId edge = 0; edge < view.edge_count(); ++edge) visit(false, edge);
    for (Vertex v = 0; v < view.vertex_count(); ++v) visit(true, v);
}

}  // namespace

template <Direction D>
Bottleneck bottleneck(const Csr<D>& view, const Ends& ends, std::span<const double> edges,
                      std::span<const double> vertices, Monitor& monitor) {
    require_ends(ends);
    Channels channels{view, ends, edges, vertices};
    if (auto endless = channels.endless_way(); !endless.empty()) {
        return {.edges = {}, .vertices = {}, .narrow = {}, .endless = std::move(endless)};
    }
    Trial trial{channels, monitor};
    const detail::MaxFlow& flow = trial.flow();
    Bottleneck found{.value = flow.value, .edges = {}, .vertices = {}, .narrow = {}, .endless = {}};
    monitor.expect(view.edge_count() + view.vertex_count());
    each_carrier(view, [&](bool is_vertex, std::uint32_t id) {
        monitor.advance();
        const double signed_amount = is_vertex ? Channels::through(flow, id) : channels.along(flow, id);
        const double amount = std::abs(signed_amount);
        (is_vertex ? found.vertices : found.edges).push_back(amount);
        Narrow narrow{.is_vertex = is_vertex, .id = id, .capacity = is_vertex ? vertices[id] : edges[id]};
        if (std::isinf(narrow.capacity) || narrow.capacity - amount > flow.slack) return;
        bool in_some = false;
        double carries = signed_amount;
        for (const auto& [from, to, capacity] : channels.arcs_of(is_vertex, id)) {
            narrow.in_every_cut = narrow.in_every_cut || trial.in_every_cut(from, to);
            in_some = in_some || (carries > flow.slack && trial.in_some_cut(from, to));
            carries = -carries;  // the arc back
        }
        if (narrow.in_every_cut) trial.measure(narrow);
        if (narrow.in_every_cut || in_some) found.narrow.push_back(narrow);
    });
    std::ranges::stable_sort(found.narrow, [](const Narrow& a, const Narrow& b) {
        return std::tie(a.gain, a.range) > std::tie(b.gain, b.range);
    });
    return found;
}

template <Direction D>
Failures failures(const Csr<D>& view, const Ends& ends, std::span<const double> edges, std::span<const double> vertices,
                  Monitor& monitor) {
    require_ends(ends);
    Channels channels{view, ends, edges, vertices};
    if (auto endless = channels.endless_way(); !endless.empty()) {
        return {.edges = {}, .vertices = {}, .endless = std::move(endless)};
    }
    const detail::MaxFlow flow = channels.flow(monitor);
    Failures found{.value = flow.value,
                   .edges = std::vector<double>(view.edge_count(), flow.value),
                   .vertices = std::vector<double>(view.vertex_count(), flow.value),
                   .endless = {}};
    monitor.expect(view.edge_count() + view.vertex_count());
    for (EdgeId edge = 0; edge < view.edge_count(); ++edge) {
        monitor.advance();
        if (std::abs(channels.along(flow, edge)) <= flow.slack) continue;
        channels.set_edge(edge, 0);
        found.edges[edge] = channels.flow(monitor).value;
        channels.set_edge(edge, edges[edge]);
    }
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        monitor.advance();
        if (Channels::through(flow, v) <= flow.slack) continue;
        channels.set_vertex(v, 0);
        found.vertices[v] = channels.flow(monitor).value;
        channels.set_vertex(v, vertices[v]);
    }
    for (const auto& side : {ends.sources, ends.targets}) {
        for (const Vertex v : side) found.vertices[v] = std::numeric_limits<double>::quiet_NaN();
    }
    return found;
}

template Bottleneck bottleneck(const Digraph&, const Ends&, std::span<const double>, std::span<const double>, Monitor&);
template Bottleneck bottleneck(const Ugraph&, const Ends&, std::span<const double>, std::span<const double>, Monitor&);
template Failures failures(const Digraph&, const Ends&, std::span<const double>, std::span<const double>, Monitor&);
template Failures failures(const Ugraph&, const Ends&, std::span<const double>, std::span<const double>, Monitor&);

}  // namespace coopnet::flows
