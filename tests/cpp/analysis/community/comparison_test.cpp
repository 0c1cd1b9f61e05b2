#include <coopnet/analysis/community/comparison.hpp>
#include <coopnet/core/error.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace coopnet::community {
namespace {

using Groups = std::vector<std::uint32_t>;

TEST(Comparison, KnowsTheSameByOtherNumbers) {
    for (const Groups& groups : {Groups{0, 0, 1, 2}, Groups{0, 0, 0, 0}, Groups{0, 1, 2, 3}, Groups{}, Groups{0}}) {
        Groups renamed;
        for (const std::uint32_t group : groups) renamed.push_back(7 - group);
        const Comparison same = compare(groups, renamed);
        EXPECT_EQ(same.nmi, 1);
        EXPECT_EQ(same.ami, 1);
        EXPECT_EQ(same.adjusted_rand, 1);
        EXPECT_EQ(same.variation_of_information, 0);
    }
}

TEST(Comparison, SeesNothingInCommonWhereThereIsNothing) {
    const Comparison crossed = compare(Groups{0, 0, 1, 1}, Groups{0, 1, 0, 1});
    EXPECT_EQ(crossed.nmi, 0);
    EXPECT_NEAR(crossed.rand, 1.0 / 3, 1e-12);
    EXPECT_NEAR(crossed.adjusted_rand, -0.5, 1e-12);
    EXPECT_NEAR(crossed.variation_of_information, 2 * std::log(2), 1e-12);
    const Comparison coarse = compare(Groups{0, 0, 0}, Groups{0, 1, 2});
    EXPECT_EQ(coarse.nmi, 0);
    EXPECT_EQ(coarse.adjusted_rand, 0);
}

TEST(Comparison, RefusesOtherActors) {
    EXPECT_THROW(compare(Groups{0}, Groups{0, 1}), InvalidOption);
}

// By definition: pairs of actors one by one; information from shares.
struct ByDefinition {
    double rand = 0, shared = 0, in_one = 0, in_other = 0;

    ByDefinition(const Groups& one, const Groups& other) {
        const auto count = static_cast<double>(one.size());
        double agree = 0, pairs = 0;
        for (std::size_t u = 0; u < one.size(); ++u) {
            double a = 0, b = 0, both = 0;
            for (std::size_t v = 0; v < one.size(); ++v) {
                a += one[u] == one[v] ? 1 : 0;
                b += other[u] == other[v] ? 1 : 0;
                both += one[u] == one[v] && other[u] == other[v] ? 1 : 0;
                if (v >= u) continue;
                agree += (one[u] == one[v]) == (other[u] == other[v]) ? 1 : 0;
                ++pairs;
            }
            in_one -= std::log(a / count) / count;
            in_other -= std::log(b / count) / count;
            shared += std::log(both * count / (a * b)) / count;
        }
        rand = agree / pairs;
    }
};

// Chance: the mean over all orders of one division's labels.
TEST(Comparison, IsWhatDefinitionsAndAllOrdersSay) {
    std::mt19937 random{3};
    for (int round = 0; round < 20; ++round) {
        Groups one, other;
        for (int v = 0; v < 6; ++v) {
            one.push_back(static_cast<std::uint32_t>(random() % 3));
            other.push_back(static_cast<std::uint32_t>(random() % 3));
        }
        const ByDefinition real{one, other};
        if (std::abs(real.in_one - real.shared) < 1e-9 && std::abs(real.in_other - real.shared) < 1e-9) continue;
        double orders = 0, rand = 0, shared = 0;
        Groups order{0, 1, 2, 3, 4, 5};
        do {
            Groups drawn;
            for (const std::uint32_t v : order) drawn.push_back(other[v]);
            const ByDefinition chance{one, drawn};
            rand += chance.rand;
            shared += chance.shared;
            ++orders;
        } while (std::ranges::next_permutation(order).found);
        rand /= orders;
        shared /= orders;
        const Comparison found = compare(one, other);
        const double mean = (real.in_one + real.in_other) / 2;
        EXPECT_NEAR(found.rand, real.rand, 1e-12);
        EXPECT_NEAR(found.nmi, real.shared / mean, 1e-12);
        EXPECT_NEAR(found.ami, (real.shared - shared) / (mean - shared), 1e-9);
        EXPECT_NEAR(found.variation_of_information, real.in_one + real.in_other - 2 * real.shared, 1e-12);
        // As rand and its mean over all orders differ from their most, 1.
        EXPECT_NEAR(found.adjusted_rand, (real.rand - rand) / (1 - rand), 1e-9);
    }
}

}  // namespace
}  // namespace coopnet::community
