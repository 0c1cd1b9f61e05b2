#include <coopnet/analysis/cohesion/articulation.hpp>

#include <boost/graph/biconnected_components.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <boost/property_map/property_map.hpp>
#include <coopnet/analysis/detail/pairs.hpp>
#include <coopnet/view/csr_bgl.hpp>

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

namespace coopnet::cohesion {
namespace {

struct Blocks {
    std::vector<std::uint32_t> block_of;  // by pair
    std::vector<Vertex> joints;           // articulation actors, ascending
};

// On pairs, since Boost takes a parallel edge for none and a loop for a second edge of its block.
Blocks blocks(const Ugraph& graph) {
    Blocks blocks;
    blocks.block_of.resize(graph.edge_count());
    const auto pair_of = boost::make_function_property_map<Arc>([](const Arc& arc) { return arc.id; });
    std::vector<boost::default_color_type> colors(graph.vertex_count());
    boost::biconnected_components(graph, boost::make_iterator_property_map(blocks.block_of.begin(), pair_of),
                                  std::back_inserter(blocks.joints), boost::color_map(by_vertex(colors)));
    std::ranges::sort(blocks.joints);
    return blocks;
}

// The pieces that something leaves behind, seen from its neighbors.
class Remains {
public:
    explicit Remains(const Ugraph& graph) : graph_(graph), seen_(graph.vertex_count(), 0) {}

    std::vector<std::vector<Vertex>> without_actor(Vertex actor) {
        seen_[actor] = ++round_;
        std::vector<std::vector<Vertex>> pieces;
        for (const Vertex start : graph_.out(actor)) {
            if (seen_[start] != round_) pieces.push_back(flood(start, no_pair));
        }
        return pieces;
    }

    std::vector<std::vector<Vertex>> without_pair(EdgeId pair) {
        ++round_;
        const EdgeSpec& ends = graph_.edges()[pair];
        return {flood(ends.source, pair), flood(ends.target, pair)};
    }

private:
    static constexpr EdgeId no_pair = ~EdgeId{0};

    std::vector<Vertex> flood(Vertex start, EdgeId without) {
        std::vector<Vertex> piece{start};
        seen_[start] = round_;
        for (std::size_t next = 0; next < piece.size(); ++next) {
            const auto far = graph_.out(piece[next]);
            const auto pairs = graph_.out_edges(piece[next]);
            for (std::size_t i = 0; i < far.size(); ++i) {
                if (pairs[i] == without || seen_[far[i]] == round_) continue;
                seen_[far[i]] = round_;
                piece.push_back(far[i]);
            }
        }
        std::ranges::sort(piece);
        return piece;
    }

    const Ugraph& graph_;
    std::vector<std::uint32_t> seen_;  // the round in which an actor was last reached
    std::uint32_t round_ = 0;
};

// All pieces but the one that stays: the largest, else that of the first actor.
void add_cut(Cuts& cuts, std::uint32_t cutter, std::vector<std::vector<Vertex>> pieces) {
    std::ranges::sort(pieces, [](const auto& a, const auto& b) {
        return a.size() != b.size() ? a.size() > b.size() : a.front() < b.front();
    });
    cuts.cutters.push_back(cutter);
    for (std::size_t i = 1; i < pieces.size(); ++i)
        cuts.actors.insert(cuts.actors.end(), pieces[i].begin(), pieces[i].end());
    std::sort(cuts.actors.begin() + cuts.offsets.back(), cuts.actors.end());
    cuts.offsets.push_back(static_cast<std::uint32_t>(cuts.actors.size()));
}

}  // namespace

template <Direction D>
Cuts articulation_actors(const Csr<D>& view, Monitor& monitor) {
    const auto pairs = detail::pairs(view);
    Remains remains{pairs.graph};
    Cuts cuts;
    for (const Vertex joint : blocks(pairs.graph).joints) {
        monitor.check();
        add_cut(cuts, joint, remains.without_actor(joint));
    }
    return cuts;
}

template <Direction D>
Cuts bridges(const Csr<D>& view, Monitor& monitor) {
    const auto pairs = detail::pairs(view);
    const auto block_of = blocks(pairs.graph).block_of;
    std::vector<std::uint32_t> block_size(block_of.size(), 0);
    for (const std::uint32_t block : block_of) ++block_size[block];

    std::vector<std::pair<EdgeId, EdgeId>> found;  // the view's edge, its pair
    for (EdgeId pair = 0; pair < block_of.size(); ++pair) {
        if (block_size[block_of[pair]] == 1 && pairs.edge_count[pair] == 1)
            found.emplace_back(pairs.first_edge[pair], pair);
    }
    std::ranges::sort(found);
    Remains remains{pairs.graph};
    Cuts cuts;
    for (const auto& [edge, pair] : found) {
        monitor.check();
        add_cut(cuts, edge, remains.without_pair(pair));
    }
    return cuts;
}

template Cuts articulation_actors(const Digraph&, Monitor&);
template Cuts articulation_actors(const Ugraph&, Monitor&);
template Cuts bridges(const Digraph&, Monitor&);
template Cuts bridges(const Ugraph&, Monitor&);

}  // namespace coopnet::cohesion
