#include <coopnet/analysis/pathways/most_reliable.hpp>

#include <gmock/gmock.h>

#include <limits>
#include <vector>

namespace coopnet::pathways {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

template <Direction D>
Pathways ways(const Csr<D>& view, Vertex source, Vertex target, MostReliableOptions options) {
    Monitor monitor;
    return most_reliable(view, view.weights(), source, target, options, monitor);
}

TEST(MostReliable, MultipliesWhatTheStepsAreWorth) {
    const auto found = ways(Digraph{3, {{0, 1, 0.9}, {1, 2, 0.5}, {0, 2, 0.4}}}, 0, 2, {.k = 2});
    ASSERT_EQ(found.items.size(), 2U);
    EXPECT_THAT(found.items[0].vertices, ElementsAre(0U, 1U, 2U));
    EXPECT_DOUBLE_EQ(found.items[0].length, 0.45);
    EXPECT_DOUBLE_EQ(found.items[1].length, 0.4);
}

TEST(MostReliable, CountsASureStepAsAStep) {
    const auto found = ways(Digraph{3, {{0, 1, 1}, {1, 2, 0.9}, {0, 2, 0.9}}}, 0, 2, {.k = 2});
    EXPECT_THAT(found.items.front().vertices, ElementsAre(0U, 2U));
}

TEST(MostReliable, TakesNoEdgeThatNeverWorks) {
    EXPECT_THAT(ways(Ugraph{2, {{0, 1, 0}}}, 0, 1, {}).items, IsEmpty());
}

TEST(MostReliable, CountsProductsThatAreEqualOnPaperAsEqual) {
    const Digraph diamond{4, {{0, 1, 0.1}, {1, 3, 0.6}, {0, 2, 0.2}, {2, 3, 0.3}}};
    EXPECT_EQ(ways(diamond, 0, 3, {.k = 9, .only_equal = true}).items.size(), 2U);
    EXPECT_FALSE(ways(diamond, 0, 3, {.k = 2, .only_equal = true}).partial);
    EXPECT_TRUE(ways(diamond, 0, 3, {.k = 1, .only_equal = true}).partial);
}

TEST(MostReliable, RefusesWhatIsNoProbability) {
    for (const double p : {-0.1, 1.1, std::numeric_limits<double>::quiet_NaN()}) {
        EXPECT_THROW(ways(Ugraph{2, {{0, 1, p}}}, 0, 1, {}), InvalidWeight) << p;
    }
}

}  // namespace
}  // namespace coopnet::pathways
