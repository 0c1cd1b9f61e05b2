#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/analysis/centrality/harmonic.hpp>

#include <gtest/gtest.h>

// Nearness by what the weight of a view means; the measures themselves are tested beside.
namespace coopnet::centrality {
namespace {

// 0 → 1 → 2
View chain(WeightMeaning meaning, double first, double second) {
    View view;
    view.csr = Digraph{3, {{0, 1, first}, {1, 2, second}}};
    view.meaning = meaning;
    return view;
}

TEST(NearnessByMeaning, TakesOneOverAStrengthAsLength) {
    Monitor monitor;
    const View view = chain(WeightMeaning::strength, 2, 4);
    EXPECT_EQ(closeness(view, {}, monitor).values[2], 2 / (0.25 + 0.75));
    EXPECT_EQ(harmonic(view, {}, monitor).values[2], 4 + (1 / 0.75));
}

TEST(NearnessByMeaning, MultipliesProbabilitiesAndHasNoMeanOfThem) {
    Monitor monitor;
    const View view = chain(WeightMeaning::probability, 0.5, 0.8);
    EXPECT_EQ(harmonic(view, {}, monitor).values[2], 0.8 + (0.5 * 0.8));
    EXPECT_THROW(closeness(view, {}, monitor), InvalidWeight);
}

TEST(NearnessByMeaning, RefusesACapacity) {
    Monitor monitor;
    const View view = chain(WeightMeaning::capacity, 1, 1);
    EXPECT_THROW(closeness(view, {}, monitor), InvalidWeight);
    EXPECT_THROW(harmonic(view, {}, monitor), InvalidWeight);
}

}  // namespace
}  // namespace coopnet::centrality
