#include <coopnet/analysis/pathways/reach.hpp>

#include <algorithm>

namespace coopnet::pathways {
namespace {

using detail::Mode;

// Visits, of one vertex after the other, the neighbors that were not seen before.
template <Direction D>
class Wave {
public:
    Wave(const Csr<D>& view, Mode mode, Vertex source)
        : view_(view), mode_(mode), seen_(view.vertex_count(), false), front_{source} {
        seen_[source] = true;
    }

    [[nodiscard]] const std::vector<Vertex>& front() const noexcept { return front_; }

    void advance(const Monitor& monitor) {
        std::vector<Vertex> next;
        for (const Vertex v : front_) {
            monitor.check();
            if (mode_ != Mode::in) take(view_.out(v), next);
            if (mode_ != Mode::out) take(view_.in(v), next);
        }
        std::ranges::sort(next);
        front_ = std::move(next);
    }

private:
    void take(std::span<const Vertex> neighbors, std::vector<Vertex>& next) {
        for (const Vertex v : neighbors) {
            if (seen_[v]) continue;
            seen_[v] = true;
            next.push_back(v);
        }
    }

    const Csr<D>& view_;
    Mode mode_;
    std::vector<bool> seen_;
    std::vector<Vertex> front_;
};

}  // namespace

template <Direction D>
Reach reach(const Csr<D>& view, Vertex source, ReachOptions options, Monitor& monitor) {
    if (source >= view.vertex_count())
        throw InvalidOption{"Reach starts at a vertex of the view. Give it one that is there."};
    Reach found;
    Wave wave{view, options.mode, source};
    for (std::uint32_t steps = 0; !wave.front().empty(); ++steps) {
        found.vertices.insert(found.vertices.end(), wave.front().begin(), wave.front().end());
        found.steps.resize(found.vertices.size(), steps);
        if (steps == options.within) break;
        wave.advance(monitor);
    }
    return found;
}

template <Direction D>
std::vector<EdgeId> leaving(const Csr<D>& view, std::span<const Vertex> reached) {
    std::vector<bool> inside(view.vertex_count(), false);
    for (const Vertex v : reached) inside[v] = true;
    std::vector<EdgeId> edges;
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        const bool back = !Csr<D>::is_directed || edge.both_ways;
        if ((inside[edge.source] && !inside[edge.target]) || (back && inside[edge.target] && !inside[edge.source])) {
            edges.push_back(id);
        }
    }
    return edges;
}

template Reach reach(const Digraph&, Vertex, ReachOptions, Monitor&);
template Reach reach(const Ugraph&, Vertex, ReachOptions, Monitor&);
template std::vector<EdgeId> leaving(const Digraph&, std::span<const Vertex>);
template std::vector<EdgeId> leaving(const Ugraph&, std::span<const Vertex>);

}  // namespace coopnet::pathways
