#include <coopnet/analysis/detail/dyads.hpp>

#include <coopnet/analysis/detail/steps.hpp>

#include <algorithm>

namespace coopnet::detail {

template <Direction D>
Dyads dyads(const Csr<D>& view) {
    const Steps out = steps<Sum>(view, {}, Mode::out);
    const Steps in = Csr<D>::is_directed ? steps<Sum>(view, {}, Mode::in) : out;
    Dyads dyads;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        std::uint32_t i = out.offsets[v];
        std::uint32_t j = in.offsets[v];
        while (i < out.offsets[v + 1] || j < in.offsets[v + 1]) {
            constexpr Vertex none = 0xFFFFFFFF;
            const Vertex to = i < out.offsets[v + 1] ? out.targets[i] : none;
            const Vertex from = j < in.offsets[v + 1] ? in.targets[j] : none;
            dyads.actors.push_back(std::min(to, from));
            dyads.ways.push_back(to == from ? Way::both : to < from ? Way::out : Way::in);
            if (to <= from) ++i;
            if (from <= to) ++j;
        }
        dyads.offsets.push_back(static_cast<std::uint32_t>(dyads.actors.size()));
    }
    return dyads;
}

template Dyads dyads(const Digraph&);
template Dyads dyads(const Ugraph&);

}  // namespace coopnet::detail
