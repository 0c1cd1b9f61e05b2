#include <coopnet/analysis/centrality/harmonic.hpp>
#include <coopnet/core/error.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <span>
#include <vector>

namespace coopnet::centrality {
namespace {

using support::Ties;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Scores harmonic(const Csr<D>& view, std::span<const double> costs, HarmonicOptions options = {}) {
    Monitor monitor;
    return centrality::harmonic(view, costs, options, monitor);
}

template <Direction D>
Scores harmonic_of_probabilities(const Csr<D>& view, std::span<const double> probabilities,
                                 HarmonicOptions options = {}) {
    Monitor monitor;
    return centrality::harmonic_of_probabilities(view, probabilities, options, monitor);
}

TEST(Harmonic, AddsOneOverEachDistance) {
    EXPECT_THAT(harmonic(support::path<Direction::undirected>(3), {}).values, ElementsAre(1.5, 2, 1.5));
    EXPECT_THAT(harmonic(support::path<Direction::directed>(3), {}).values, ElementsAre(0, 1, 1.5));
    EXPECT_THAT(harmonic(support::path<Direction::directed>(3), {}, {.mode = Mode::out}).values,
                ElementsAre(1.5, 1, 0));
}

TEST(Harmonic, GivesNothingForWhoIsOutOfReach) {
    EXPECT_THAT(harmonic(Ugraph{3, {{0, 1}}}, {}, {.normalized = true}).values, ElementsAre(0.5, 0.5, 0));
    EXPECT_THAT(harmonic(Ugraph{}, {}).values, IsEmpty());
    EXPECT_THAT(harmonic(Ugraph{1, {}}, {}).values, ElementsAre(0));
    EXPECT_TRUE(std::isnan(harmonic(Ugraph{1, {}}, {}, {.normalized = true}).values[0]));
}

TEST(Harmonic, AddsTheProductsOfTheMostReliablePathways) {
    const Ugraph view{3, {{0, 1}, {1, 2}, {0, 2}}};
    const std::vector probabilities{0.5, 0.5, 0.125};
    EXPECT_THAT(harmonic_of_probabilities(view, probabilities).values, ElementsAre(0.75, 1, 0.75));
}

TEST(Harmonic, DividesByThoseReachedIfAsked) {
    const Ugraph view{5, {{0, 1}, {1, 2}}};
    EXPECT_THAT(harmonic(view, {}, {.reached_only = true}).values, ElementsAre(0.75, 1, 0.75, 0, 0));
    EXPECT_THAT(harmonic(view, {}, {.normalized = true, .reached_only = true}).values,
                ElementsAre(0.75, 1, 0.75, 0, 0));
    EXPECT_THAT(harmonic(Ugraph{1, {}}, {}, {.normalized = true, .reached_only = true}).values, ElementsAre(0));
}

TEST(Harmonic, RefusesWhatIsNoCostOrProbability) {
    const Ugraph pair{2, {{0, 1}}};
    EXPECT_THROW(harmonic(pair, std::vector{0.0}), InvalidWeight);
    for (const double bad : {0.0, 1.5, std::nan("")}) {
        EXPECT_THROW(harmonic_of_probabilities(pair, std::vector{bad}), InvalidWeight) << bad;
    }
}

double best_product(const support::RandomGraph& graph, Vertex source, Vertex target) {
    double best = 0;
    for (const auto& way : support::all_pathways(graph.edges, true, graph.count, source, target)) {
        double product = 1;
        for (const EdgeId edge : way.edges) product *= graph.tenths[edge] / 10.0;
        best = std::max(best, product);
    }
    return best;
}

TEST(Harmonic, OfProbabilitiesIsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto graph = support::random_graph(seed, Ties::mixed);
        const auto view = graph.view<Direction::directed>();
        const auto scores = harmonic_of_probabilities(view, graph.costs(), {.mode = Mode::out}).values;
        for (Vertex v = 0; v < graph.count; ++v) {
            double sum = 0;
            for (Vertex u = 0; u < graph.count; ++u) sum += u == v ? 0 : best_product(graph, v, u);
            EXPECT_NEAR(scores[v], sum, 1e-12) << seed;
        }
    }
}

TEST(Harmonic, OfCostsIsWhatEnumerationFinds) {
    for (std::uint32_t seed = 0; seed < 300; ++seed) {
        const auto graph = support::random_graph(seed, Ties::undirected);
        const auto distances = support::distances({graph, false});
        const auto scores = harmonic(graph.view<Direction::undirected>(), graph.costs()).values;
        for (Vertex v = 0; v < graph.count; ++v) {
            double sum = 0;
            for (Vertex u = 0; u < graph.count; ++u) {
                if (u != v && distances[u][v]) sum += 10 / static_cast<double>(*distances[u][v]);
            }
            EXPECT_NEAR(scores[v], sum, 1e-12) << seed;
        }
    }
}

}  // namespace
}  // namespace coopnet::centrality
