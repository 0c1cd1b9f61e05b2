#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/iterator_facade.hpp>
#include <boost/property_map/property_map.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

// The Boost.Graph model of a view. Descriptors are made on the fly; nothing is stored.
namespace coopnet {

/// An edge as Boost.Graph walks it: a half that runs from `source` to `target`.
struct Arc {
    Vertex source = 0;
    Vertex target = 0;
    EdgeId id = 0;

    friend bool operator==(const Arc&, const Arc&) = default;
};

enum class Half { out, in };

/// The halves at one vertex, in the order of the view.
template <Half H>
class ArcIterator
    : public boost::iterator_facade<ArcIterator<H>, Arc, std::random_access_iterator_tag, Arc, std::ptrdiff_t> {
public:
    ArcIterator() = default;
    ArcIterator(Vertex near, const Vertex* far, const EdgeId* id) noexcept : near_(near), far_(far), id_(id) {}

private:
    friend class boost::iterator_core_access;

    [[nodiscard]] Arc dereference() const noexcept {
        return H == Half::out ? Arc{near_, *far_, *id_} : Arc{*far_, near_, *id_};
    }
    [[nodiscard]] bool equal(const ArcIterator& other) const noexcept { return id_ == other.id_; }
    [[nodiscard]] std::ptrdiff_t distance_to(const ArcIterator& other) const noexcept { return other.id_ - id_; }
    void increment() noexcept { advance(1); }
    void decrement() noexcept { advance(-1); }
    void advance(std::ptrdiff_t by) noexcept {
        far_ += by;
        id_ += by;
    }

    Vertex near_ = 0;
    const Vertex* far_ = nullptr;
    const EdgeId* id_ = nullptr;
};

/// All edges of a graph; in a directed one an undirected tie comes twice, once each way.
template <Direction D>
class EdgeIterator
    : public boost::iterator_facade<EdgeIterator<D>, Arc, std::forward_iterator_tag, Arc, std::ptrdiff_t> {
public:
    EdgeIterator() = default;
    EdgeIterator(const EdgeSpec* edges, EdgeId id) noexcept : edges_(edges), id_(id) {}

private:
    friend class boost::iterator_core_access;

    [[nodiscard]] Arc dereference() const noexcept {
        const EdgeSpec& edge = edges_[id_];
        return back_ ? Arc{edge.target, edge.source, id_} : Arc{edge.source, edge.target, id_};
    }
    [[nodiscard]] bool equal(const EdgeIterator& other) const noexcept {
        return id_ == other.id_ && back_ == other.back_;
    }
    void increment() noexcept {
        const EdgeSpec& edge = edges_[id_];
        back_ = !back_ && D == Direction::directed && edge.both_ways && edge.source != edge.target;
        if (!back_) ++id_;
    }

    const EdgeSpec* edges_ = nullptr;
    EdgeId id_ = 0;
    bool back_ = false;
};

struct CsrTraversal : boost::bidirectional_graph_tag,
                      boost::adjacency_graph_tag,
                      boost::vertex_list_graph_tag,
                      boost::edge_list_graph_tag {};

template <Half H>
std::pair<ArcIterator<H>, ArcIterator<H>> arcs_at(Vertex v, std::span<const Vertex> far, std::span<const EdgeId> ids) {
    return {ArcIterator<H>{v, far.data(), ids.data()},
            ArcIterator<H>{v, far.data() + far.size(), ids.data() + ids.size()}};
}

inline Vertex source(const Arc& arc, const auto& /*graph*/) {
    return arc.source;
}
inline Vertex target(const Arc& arc, const auto& /*graph*/) {
    return arc.target;
}

template <Direction D>
std::pair<boost::counting_iterator<Vertex>, boost::counting_iterator<Vertex>> vertices(const Csr<D>& graph) {
    return {boost::counting_iterator<Vertex>{0}, boost::counting_iterator<Vertex>{graph.vertex_count()}};
}
template <Direction D>
std::pair<EdgeIterator<D>, EdgeIterator<D>> edges(const Csr<D>& graph) {
    const EdgeSpec* all = graph.edges().data();
    return {EdgeIterator<D>{all, 0}, EdgeIterator<D>{all, graph.edge_count()}};
}
template <Direction D>
auto out_edges(Vertex v, const Csr<D>& graph) {
    return arcs_at<Half::out>(v, graph.out(v), graph.out_edges(v));
}
template <Direction D>
auto in_edges(Vertex v, const Csr<D>& graph) {
    return arcs_at<Half::in>(v, graph.in(v), graph.in_edges(v));
}
template <Direction D>
std::pair<const Vertex*, const Vertex*> adjacent_vertices(Vertex v, const Csr<D>& graph) {
    const auto far = graph.out(v);
    return {far.data(), far.data() + far.size()};
}

template <Direction D>
std::uint64_t num_vertices(const Csr<D>& graph) {
    return graph.vertex_count();
}
template <Direction D>
std::uint64_t num_edges(const Csr<D>& graph) {
    return Csr<D>::is_directed ? graph.out_targets().size() : graph.edge_count();
}
template <Direction D>
std::uint64_t out_degree(Vertex v, const Csr<D>& graph) {
    return graph.out(v).size();
}
template <Direction D>
std::uint64_t in_degree(Vertex v, const Csr<D>& graph) {
    return graph.in(v).size();
}
template <Direction D>
std::uint64_t degree(Vertex v, const Csr<D>& graph) {
    return Csr<D>::is_directed ? graph.out(v).size() + graph.in(v).size() : graph.out(v).size();
}

template <Direction D>
boost::typed_identity_property_map<Vertex> get(boost::vertex_index_t /*tag*/, const Csr<D>& /*graph*/) {
    return {};
}
template <Direction D>
Vertex get(boost::vertex_index_t /*tag*/, const Csr<D>& /*graph*/, Vertex v) {
    return v;
}

/// A column with a value for each vertex, as Boost.Graph reads and writes it.
template <class Value>
auto by_vertex(std::vector<Value>& column) {
    return boost::make_iterator_property_map(column.begin(), boost::typed_identity_property_map<Vertex>{});
}

}  // namespace coopnet

namespace boost {

template <coopnet::Direction D>
struct graph_traits<coopnet::Csr<D>> {
    using vertex_descriptor = coopnet::Vertex;
    using edge_descriptor = coopnet::Arc;
    using directed_category = std::conditional_t<D == coopnet::Direction::directed, bidirectional_tag, undirected_tag>;
    using edge_parallel_category = allow_parallel_edge_tag;
    using traversal_category = coopnet::CsrTraversal;
    using vertex_iterator = counting_iterator<coopnet::Vertex>;
    using edge_iterator = coopnet::EdgeIterator<D>;
    using out_edge_iterator = coopnet::ArcIterator<coopnet::Half::out>;
    using in_edge_iterator = coopnet::ArcIterator<coopnet::Half::in>;
    using adjacency_iterator = const coopnet::Vertex*;
    using vertices_size_type = std::uint64_t;
    using edges_size_type = std::uint64_t;
    using degree_size_type = std::uint64_t;  // Boost counts paths in it: 64 bits everywhere, WebAssembly too.

    static vertex_descriptor null_vertex() { return ~vertex_descriptor{0}; }
};
// Boost's const-less default hands out no traits; without this an error of 121 lines.
template <coopnet::Direction D>
struct graph_traits<const coopnet::Csr<D>> : graph_traits<coopnet::Csr<D>> {};

template <coopnet::Direction D>
struct property_map<coopnet::Csr<D>, vertex_index_t> {
    using type = typed_identity_property_map<coopnet::Vertex>;
    using const_type = type;
};
template <coopnet::Direction D>
struct property_map<const coopnet::Csr<D>, vertex_index_t> : property_map<coopnet::Csr<D>, vertex_index_t> {};

}  // namespace boost
