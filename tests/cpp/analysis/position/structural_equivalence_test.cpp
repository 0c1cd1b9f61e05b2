#include <coopnet/analysis/position/structural_equivalence.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/oracle.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace coopnet::position {
namespace {

using support::Ties;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::NanSensitiveDoubleEq;

const double undefined = std::nan("");

template <Direction D>
ActorMatrix asked(const Csr<D>& view, const StructuralEquivalenceOptions& options = {},
                  const std::vector<double>& strengths = {}) {
    Monitor monitor;
    return structural_equivalence(view, strengths, {}, options, monitor);
}

TEST(StructuralEquivalence, OfNobodyOneAndTwo) {
    EXPECT_THAT(asked(Digraph{}).values, IsEmpty());
    EXPECT_THAT(asked(Ugraph{1, {{0, 0}}}).values, ElementsAre(0));
    EXPECT_THAT(asked(Digraph{2, {{0, 1}}}).values, Each(0));  // no third actor tells them apart
    const auto correlated = asked(Digraph{2, {{0, 1}}}, {.distance = Distance::correlation});
    EXPECT_THAT(correlated.values, ElementsAre(NanSensitiveDoubleEq(1), NanSensitiveDoubleEq(undefined),
                                               NanSensitiveDoubleEq(undefined), NanSensitiveDoubleEq(1)));
    EXPECT_THAT(correlated.why, HasSubstr("do not vary"));
}

TEST(StructuralEquivalence, LeavesOfAStarAreEquivalent) {
    const auto matrix = asked(support::star<Direction::undirected>(3));
    EXPECT_EQ(matrix.at(1, 2), 0);
    EXPECT_EQ(matrix.at(0, 1), 2);  // two leaves that it does not share, as row and as column
    const auto alike = asked(support::star<Direction::undirected>(3), {.distance = Distance::correlation});
    EXPECT_EQ(alike.at(1, 2), 1);
    EXPECT_TRUE(std::isnan(alike.at(0, 1)));
}

// The hierarchy of Wasserman and Faust (1994), chapter 12: who reports to the same superior is
// structurally equivalent.
TEST(StructuralEquivalence, GroupsThoseUnderOneSuperior) {
    enum : Vertex { a, b, c, d, e, f, g, h, i };
    const auto matrix = asked(Digraph{9, {{a, b}, {a, c}, {a, d}, {b, e}, {b, f}, {c, g}, {d, h}, {d, i}}});
    for (Vertex x = 0; x < 9; ++x) {
        for (Vertex y = 0; y < 9; ++y) {
            const bool same =
                x == y || (std::min(x, y) == e && std::max(x, y) == f) || (std::min(x, y) == h && std::max(x, y) == i);
            EXPECT_EQ(matrix.at(x, y) == 0, same) << x << ' ' << y;
        }
    }
}

TEST(StructuralEquivalence, ReadsTiesWithEachOtherAsAsked) {
    // 0 and 1 are tied to each other, both ways, and alike to 2.
    const Digraph pair{3, {{0, 1}, {1, 0}, {0, 2}, {1, 2}}};
    EXPECT_EQ(asked(pair, {.diagonal = Diagonal::ignored}).at(0, 1), 0);
    EXPECT_EQ(asked(pair, {.diagonal = Diagonal::swapped}).at(0, 1), 0);
    EXPECT_EQ(asked(pair, {.diagonal = Diagonal::kept}).at(0, 1), 2);
    const Digraph one_way{3, {{0, 1}, {0, 2}, {1, 2}}};
    EXPECT_EQ(asked(one_way, {.diagonal = Diagonal::ignored}).at(0, 1), 0);
    EXPECT_EQ(asked(one_way, {.diagonal = Diagonal::swapped}).at(0, 1), std::sqrt(2.0));
}

TEST(StructuralEquivalence, TellsRelationsApart) {
    // To third actors 0 and 1 have one tie each, of another relation.
    const Digraph view{3, {{0, 2}, {1, 2}}};
    const std::vector<std::uint32_t> relations{0, 1};
    Monitor monitor;
    const auto matrix = structural_equivalence(view, {}, {.of = relations, .count = 2}, {}, monitor);
    EXPECT_EQ(matrix.at(0, 1), std::sqrt(2.0));
    EXPECT_EQ(asked(view).at(0, 1), 0);
    EXPECT_THROW(structural_equivalence(view, {}, {.of = relations, .count = 1}, {}, monitor), InvalidOption);
}

TEST(StructuralEquivalence, MergesParallelTies) {
    const Digraph view{4, {{0, 2}, {0, 2}, {1, 2}, {1, 3}}};
    const std::vector<double> strengths{1, 3, 4, 1};
    EXPECT_EQ(asked(view, {.distance = Distance::hamming}, strengths).at(0, 1), 1);  // of 4 and 4, of 0 and 1
    Monitor monitor;
    const auto strongest =
        structural_equivalence(view, strengths, {.strongest = true}, {.distance = Distance::hamming}, monitor);
    EXPECT_EQ(strongest.at(0, 1), 2);
}

TEST(StructuralEquivalence, RefusesStrengthsThatAreNotPositive) {
    for (const double bad : {0.0, -1.0, std::nan("")}) {
        EXPECT_THROW(asked(Ugraph{2, {{0, 1}}}, {}, std::vector{bad}), InvalidWeight) << bad;
    }
}

TEST(StructuralEquivalence, RefusesMoreThanMemoryHolds) {
    EXPECT_THROW(asked(Ugraph{20'001, {}}), InvalidOption);
}

TEST(StructuralEquivalence, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(structural_equivalence(support::complete(3), {}, {}, {}, monitor), Cancelled);
}

TEST(StructuralEquivalence, IsTheSameForAnyNumberOfThreads) {
    std::mt19937 random{1};
    const Digraph view{500, support::random_edges(random, 500, 2500, true)};
    set_threads(1);
    const auto one = asked(view, {.distance = Distance::correlation, .undefined = 0});
    set_threads(2);
    const auto two = asked(view, {.distance = Distance::correlation, .undefined = 0});
    set_threads(0);
    EXPECT_EQ(one.values, two.values);
}

// The two profiles written out, by definition.
struct Written {
    std::vector<double> x, y;
};

Written written(const support::Matrix& ties, std::size_t i, std::size_t j, const StructuralEquivalenceOptions& asked) {
    Written written;
    for (const bool columns : {false, true}) {
        if ((columns && asked.mode == Mode::out) || (!columns && asked.mode == Mode::in)) continue;
        const auto tie = [&](std::size_t a, std::size_t b) { return columns ? ties[b][a] : ties[a][b]; };
        for (std::size_t k = 0; k < ties.size(); ++k) {
            std::size_t beside = k;
            if (k == i || k == j) {
                if (asked.diagonal == Diagonal::ignored) continue;
                if (asked.diagonal == Diagonal::swapped) beside = k == i ? j : i;
            }
            written.x.push_back(tie(i, k));
            written.y.push_back(tie(j, beside));
        }
    }
    return written;
}

double expected(const Written& written, Distance distance) {
    const auto& [x, y] = written;
    long double squares = 0, differences = 0, both = 0, either = 0, sx = 0, sy = 0, sxx = 0, syy = 0, sxy = 0;
    const auto count = static_cast<long double>(x.size());
    bool x_varies = false, y_varies = false;
    for (std::size_t k = 0; k < x.size(); ++k) {
        const long double a = x[k], b = y[k];
        squares += (a - b) * (a - b);
        differences += std::abs(a - b);
        both += std::min(a, b);
        either += std::max(a, b);
        sx += a, sy += b, sxx += a * a, syy += b * b, sxy += a * b;
        x_varies = x_varies || x[k] != x[0];
        y_varies = y_varies || y[k] != y[0];
    }
    if (distance == Distance::euclidean) return static_cast<double>(std::sqrt(squares));
    if (distance == Distance::hamming) return static_cast<double>(differences);
    if (distance == Distance::jaccard) return either == 0 ? undefined : static_cast<double>(both / either);
    if (!x_varies || !y_varies) return undefined;
    return static_cast<double>((count * sxy - sx * sy) / std::sqrt((count * sxx - sx * sx) * (count * syy - sy * sy)));
}

template <Direction D>
void check(const support::RandomGraph& graph, bool valued) {
    const std::vector<double> strengths = valued ? graph.costs() : std::vector<double>(graph.edges.size(), 1.0);
    const auto ties = support::strength_matrix(graph, D == Direction::directed, strengths);
    for (const Distance distance : {Distance::euclidean, Distance::hamming, Distance::correlation, Distance::jaccard}) {
        for (const Mode mode : {Mode::out, Mode::in, Mode::all}) {
            for (const Diagonal diagonal : {Diagonal::ignored, Diagonal::swapped, Diagonal::kept}) {
                const StructuralEquivalenceOptions options{.distance = distance, .mode = mode, .diagonal = diagonal};
                const auto matrix = asked(graph.view<D>(), options, valued ? strengths : std::vector<double>{});
                bool any_undefined = false;
                for (Vertex i = 0; i < graph.count; ++i) {
                    for (Vertex j = 0; j < graph.count; ++j) {
                        const double value = expected(written(ties, i, j, options), distance);
                        any_undefined = any_undefined || std::isnan(value);
                        if (std::isnan(value)) {
                            EXPECT_TRUE(std::isnan(matrix.at(i, j)));
                        } else {
                            EXPECT_NEAR(matrix.at(i, j), value, 1e-12);
                        }
                        EXPECT_TRUE(matrix.at(i, j) == matrix.at(j, i) || std::isnan(matrix.at(i, j)));
                    }
                }
                EXPECT_EQ(!matrix.why.empty(), any_undefined);
            }
        }
    }
}

TEST(StructuralEquivalence, IsWhatTheDefinitionSays) {
    for (std::uint32_t seed = 0; seed < 100; ++seed) {
        SCOPED_TRACE(seed);
        for (const bool valued : {false, true}) {
            check<Direction::directed>(support::random_graph(seed, Ties::directed), valued);
            check<Direction::directed>(support::random_graph(seed, Ties::mixed), valued);
            check<Direction::undirected>(support::random_graph(seed, Ties::undirected), valued);
        }
    }
}

}  // namespace
}  // namespace coopnet::position
