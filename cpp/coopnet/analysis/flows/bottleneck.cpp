#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/flows/bottleneck.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>
#include <utility>

namespace coopnet::flows {
namespace {

// What a flow leaves open: along what is not full, and back along what carries some.
Digraph left_open(const Channels& channels, const detail::MaxFlow& flow) {
    std::vector<EdgeSpec> open;
    for (std::size_t i = 0; i < channels.arcs().size(); ++i) {
        const detail::FlowArc& arc = channels.arcs()[i];
        if (arc.capacity - flow.amounts[i] > flow.slack) open.push_back({arc.from, arc.to});
        if (flow.amounts[i] > flow.slack) open.push_back({arc.to, arc.from});
    }
    return {channels.pipes().node_count(), std::move(open)};
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

// What more capacity would bring, asked of one place after the other.
class Trial {
public:
    Trial(Channels& channels, Monitor& monitor)
        : channels_(channels), monitor_(monitor), flow_(channels.flow(monitor)) {
        const Digraph open = left_open(channels_, flow_);
        ahead_ = reaching(open, channels_.pipes().target());
        pieces_ = detail::strong_pieces(open).groups;
    }

    [[nodiscard]] const detail::MaxFlow& flow() const noexcept { return flow_; }

    /// Whether a place is part of a minimum cut, and what more there would bring.
    [[nodiscard]] std::optional<Narrow> judged(bool is_vertex, std::uint32_t id) {
        const double capacity = channels_.capacity(is_vertex, id);
        double carries = channels_.amount(flow_, is_vertex, id);
        if (std::isinf(capacity) || capacity - std::abs(carries) > flow_.slack) return std::nullopt;
        Narrow narrow{.is_vertex = is_vertex, .id = id, .capacity = channels_.pipes().told(capacity)};
        bool in_some = false;
        for (const auto& [from, to, held] : channels_.arcs_of(is_vertex, id)) {
            // With more room there would be a way on through it; it carries something, and nothing gets round it.
            narrow.in_every_cut = narrow.in_every_cut || (flow_.source_side[from] && ahead_[to]);
            in_some = in_some || (carries > flow_.slack && pieces_[from] != pieces_[to]);
            carries = -carries;  // the way back
        }
        if (narrow.in_every_cut) {
            narrow.gain = with(narrow, capacity + channels_.one());
            narrow.range = with(narrow, unlimited);
        }
        return narrow.in_every_cut || in_some ? std::optional{narrow} : std::nullopt;
    }

private:
    // What flows more.
    double with(const Narrow& narrow, double capacity) {
        const double before = channels_.capacity(narrow.is_vertex, narrow.id);
        channels_.set(narrow.is_vertex, narrow.id, capacity);
        const double value = channels_.is_endless() ? unlimited : channels_.flow(monitor_).value;
        channels_.set(narrow.is_vertex, narrow.id, before);
        return channels_.pipes().told(value - flow_.value);
    }

    Channels& channels_;
    Monitor& monitor_;
    detail::MaxFlow flow_;
    std::vector<bool> ahead_;
    std::vector<std::uint32_t> pieces_;
};

// The flow without each edge, or each vertex.
std::vector<double> without_each(Channels& channels, const detail::MaxFlow& flow, bool is_vertex, std::uint32_t count,
                                 Monitor& monitor) {
    std::vector<double> left(count, channels.pipes().told(flow.value));
    for (std::uint32_t id = 0; id < count; ++id) {
        monitor.advance();
        if (std::abs(channels.amount(flow, is_vertex, id)) <= flow.slack) continue;
        channels.set(is_vertex, id, 0);
        left[id] = channels.pipes().told(channels.flow(monitor).value);
        channels.set(is_vertex, id, channels.capacity(is_vertex, id));
    }
    return left;
}

}  // namespace

template <Direction D>
Bottleneck bottleneck(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                      std::span<const double> rooms, Monitor& monitor) {
    Channels channels{view, ends, capacities, rooms};
    if (auto endless = channels.pipes().endless(); !endless.empty()) {
        return {.flow = {.endless = std::move(endless)}, .narrow = {}};
    }
    Trial trial{channels, monitor};
    Bottleneck found{.flow = channels.pipes().flow(trial.flow().amounts), .narrow = {}};
    monitor.expect(view.edge_count() + view.vertex_count());
    for (const bool is_vertex : {false, true}) {
        for (std::uint32_t id = 0; id < (is_vertex ? view.vertex_count() : view.edge_count()); ++id) {
            monitor.advance();
            if (const auto narrow = trial.judged(is_vertex, id)) found.narrow.push_back(*narrow);
        }
    }
    std::ranges::stable_sort(found.narrow, [](const Narrow& a, const Narrow& b) {
        return std::tie(a.gain, a.range) > std::tie(b.gain, b.range);
    });
    return found;
}

template <Direction D>
Failures failures(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                  std::span<const double> rooms, Monitor& monitor) {
    Channels channels{view, ends, capacities, or_unlimited(rooms, view.vertex_count())};
    if (auto endless = channels.pipes().endless(); !endless.empty()) {
        return {.edges = {}, .vertices = {}, .endless = std::move(endless)};
    }
    const detail::MaxFlow flow = channels.flow(monitor);
    monitor.expect(view.edge_count() + view.vertex_count());
    Failures found{.value = channels.pipes().told(flow.value),
                   .edges = without_each(channels, flow, false, view.edge_count(), monitor),
                   .vertices = without_each(channels, flow, true, view.vertex_count(), monitor),
                   .endless = {}};
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
