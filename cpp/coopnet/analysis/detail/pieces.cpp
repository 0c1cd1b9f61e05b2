#include <coopnet/analysis/detail/pieces.hpp>

#include <boost/graph/connected_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <coopnet/view/csr_bgl.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace coopnet::detail {
Partition numbered_by_size(std::vector<std::uint32_t> found, std::uint32_t count) {
    std::vector<std::uint32_t> sizes(count, 0);
    std::vector<std::uint32_t> first(count, ~std::uint32_t{0});
    for (std::uint32_t v = 0; v < found.size(); ++v) {
        ++sizes[found[v]];
        first[found[v]] = std::min(first[found[v]], v);
    }
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::sort(order, [&](std::uint32_t a, std::uint32_t b) {
        return sizes[a] != sizes[b] ? sizes[a] > sizes[b] : first[a] < first[b];
    });
    std::vector<std::uint32_t> number(count);
    for (std::uint32_t i = 0; i < count; ++i) number[order[i]] = i;
    for (std::uint32_t& group : found) group = number[group];
    const auto filled = count - static_cast<std::uint32_t>(std::ranges::count(sizes, 0U));
    return {std::move(found), filled};
}

template <Direction D>
Partition weak_pieces(const Csr<D>& view) {
    if constexpr (Csr<D>::is_directed) {
        return weak_pieces(Ugraph{view.vertex_count(), view.edges()});
    } else {
        std::vector<std::uint32_t> found(view.vertex_count());
        std::vector<boost::default_color_type> colors(view.vertex_count());
        const std::uint32_t count =
            boost::connected_components(view, by_vertex(found), boost::color_map(by_vertex(colors)));
        return numbered_by_size(std::move(found), count);
    }
}

template <Direction D>
Partition strong_pieces(const Csr<D>& view) {
    if constexpr (Csr<D>::is_directed) {
        std::vector<std::uint32_t> found(view.vertex_count());
        std::vector<boost::default_color_type> colors(view.vertex_count());
        const std::uint32_t count =
            boost::strong_components(view, by_vertex(found), boost::color_map(by_vertex(colors)));
        return numbered_by_size(std::move(found), count);
    } else {
        return weak_pieces(view);
    }
}

std::vector<std::vector<Vertex>> members(const Partition& partition) {
    std::vector<std::vector<Vertex>> members(partition.group_count);
    for (Vertex v = 0; v < partition.groups.size(); ++v) members[partition.groups[v]].push_back(v);
    return members;
}

template Partition weak_pieces(const Digraph&);
template Partition weak_pieces(const Ugraph&);
template Partition strong_pieces(const Digraph&);
template Partition strong_pieces(const Ugraph&);

}  // namespace coopnet::detail
