#include <coopnet/view/csr_bgl.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>

#include <type_traits>
#include <vector>

namespace coopnet {
namespace {

using ::testing::ElementsAre;

template <class Graph>
void models_what_boost_asks_for() {
    BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<Graph>));
    BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<Graph, Vertex, boost::vertex_index_t>));
}
static_assert(std::is_convertible_v<boost::graph_traits<Ugraph>::directed_category, boost::undirected_tag>);
static_assert(std::is_convertible_v<boost::graph_traits<Digraph>::directed_category, boost::directed_tag>);
static_assert(sizeof(boost::graph_traits<Ugraph>::degree_size_type) == 8, "Boost counts paths in it");

template <class Range>
std::vector<Arc> listed(const Range& range) {
    return {range.first, range.second};
}

TEST(BoostModel, HasWhatBoostAsksFor) {
    models_what_boost_asks_for<Digraph>();
    models_what_boost_asks_for<Ugraph>();
    models_what_boost_asks_for<const Digraph>();
    models_what_boost_asks_for<const Ugraph>();
}

TEST(BoostModel, ListsAnUndirectedTieOfADirectedViewEachWay) {
    const Digraph view{3, {{0, 1, 1, true}, {2, 2, 1, true}, {1, 2}}};
    EXPECT_THAT(listed(edges(view)), ElementsAre(Arc{0, 1, 0}, Arc{1, 0, 0}, Arc{2, 2, 1}, Arc{1, 2, 2}));
    EXPECT_EQ(num_edges(view), 4U);
    EXPECT_THAT(listed(out_edges(1, view)), ElementsAre(Arc{1, 0, 0}, Arc{1, 2, 2}));
    EXPECT_THAT(listed(in_edges(1, view)), ElementsAre(Arc{0, 1, 0}));
}

TEST(BoostModel, ListsAnUndirectedEdgeOnce) {
    const Ugraph view{2, {{0, 1}, {1, 1}}};
    EXPECT_THAT(listed(edges(view)), ElementsAre(Arc{0, 1, 0}, Arc{1, 1, 1}));
    EXPECT_EQ(num_edges(view), 2U);
    EXPECT_THAT(listed(out_edges(1, view)), ElementsAre(Arc{1, 0, 0}, Arc{1, 1, 1}));
}

}  // namespace
}  // namespace coopnet
