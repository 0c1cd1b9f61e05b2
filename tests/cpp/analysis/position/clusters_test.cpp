#include <coopnet/analysis/position/clusters.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/graphs.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

namespace coopnet::position {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::uint32_t> asked(const ActorMatrix& matrix, std::uint32_t k, ClustersOptions options = {}) {
    Monitor monitor;
    return clusters(matrix, k, options, monitor).groups;
}

// Points on a line.
ActorMatrix line(const std::vector<double>& points) {
    ActorMatrix matrix{static_cast<std::uint32_t>(points.size()), {}, {}};
    for (const double a : points) {
        for (const double b : points) matrix.values.push_back(std::abs(a - b));
    }
    return matrix;
}

TEST(Clusters, JoinTheNearest) {
    EXPECT_THAT(asked(line({0, 10, 1, 11}), 2), ElementsAre(0, 1, 0, 1));
    EXPECT_THAT(asked(line({0, 10, 1, 11}), 4), ElementsAre(0, 1, 2, 3));
    EXPECT_THAT(asked(line({0, 10, 1, 11}), 1), ElementsAre(0, 0, 0, 0));
}

TEST(Clusters, DependOnTheLinkage) {
    // A chain with growing steps: the nearest pair links all, the farthest pair does not.
    const ActorMatrix chain = line({0, 2, 4.1, 6.3, 8.6});
    EXPECT_THAT(asked(chain, 2, {.linkage = Linkage::single}), ElementsAre(0, 0, 0, 0, 1));
    EXPECT_THAT(asked(chain, 2, {.linkage = Linkage::complete}), ElementsAre(0, 0, 1, 1, 1));
}

TEST(Clusters, OfEquallyNearGroupsTheFirstJoin) {
    EXPECT_THAT(asked(line({0, 1, 2, 3}), 3), ElementsAre(0, 0, 1, 2));
    EXPECT_THAT(asked(line({0, 1, 2, 3}), 2), ElementsAre(0, 0, 1, 1));
    // Equal on paper: 0.3 - 0.2 and 0.2 - 0.1 are no different.
    EXPECT_THAT(asked(line({0.1, 0.2, 0.3}), 2), ElementsAre(0, 0, 1));
}

TEST(Clusters, TakeSimilarities) {
    ActorMatrix alike{3, {1, -0.5, 0.9, -0.5, 1, 0, 0.9, 0, 1}, {}};
    EXPECT_THAT(asked(alike, 2, {.similarities = true}), ElementsAre(0, 1, 0));
}

TEST(Clusters, RefuseWhatCannotBeGrouped) {
    EXPECT_THAT(asked(ActorMatrix{}, 1), IsEmpty());
    EXPECT_THROW(asked(line({0, 1}), 0), InvalidOption);
    EXPECT_THROW(asked(line({0, 1}), 3), InvalidOption);
    EXPECT_THROW(asked(line({0, std::nan("")}), 1), InvalidOption);
    Monitor monitor;
    monitor.cancel();
    EXPECT_THROW(clusters(line({0, 1}), 1, {}, monitor), Cancelled);
}

// Every pair of groups is measured from the pairs of their members, each time anew.
std::vector<std::uint32_t> expected(const ActorMatrix& matrix, std::uint32_t k, Linkage linkage) {
    std::vector<std::vector<std::uint32_t>> groups;
    for (std::uint32_t i = 0; i < matrix.count; ++i) groups.push_back({i});
    while (groups.size() > k) {
        std::size_t a = 0, b = 0;
        double least = HUGE_VAL;
        for (std::size_t i = 0; i < groups.size(); ++i) {
            for (std::size_t j = i + 1; j < groups.size(); ++j) {
                double sum = 0, nearest = HUGE_VAL, farthest = 0;
                for (const auto x : groups[i]) {
                    for (const auto y : groups[j]) {
                        sum += matrix.at(x, y);
                        nearest = std::min(nearest, matrix.at(x, y));
                        farthest = std::max(farthest, matrix.at(x, y));
                    }
                }
                const double mean = sum / static_cast<double>(groups[i].size() * groups[j].size());
                const double apart = linkage == Linkage::single     ? nearest
                                     : linkage == Linkage::complete ? farthest
                                                                    : mean;
                if (apart < least - 1e-9) least = apart, a = i, b = j;
            }
        }
        groups[a].insert(groups[a].end(), groups[b].begin(), groups[b].end());
        groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(b));
    }
    std::vector<std::uint32_t> numbers(matrix.count);
    for (std::uint32_t group = 0; group < groups.size(); ++group) {
        for (const auto member : groups[group]) numbers[member] = group;
    }
    return numbers;
}

TEST(Clusters, AreWhatTheDefinitionSays) {
    for (std::uint32_t seed = 0; seed < 200; ++seed) {
        SCOPED_TRACE(seed);
        std::mt19937 random{seed};
        ActorMatrix matrix{2 + support::below(random, 10), {}, {}};
        matrix.values.resize(std::size_t{matrix.count} * matrix.count);
        const std::uint32_t many = seed % 2 == 0 ? 5 : 1000;  // with and without equal distances
        for (std::uint32_t i = 0; i < matrix.count; ++i) {
            for (std::uint32_t j = 0; j < i; ++j) {
                matrix.at(i, j) = matrix.at(j, i) = (1 + support::below(random, many)) / 10.0;
            }
        }
        for (const Linkage linkage : {Linkage::average, Linkage::complete, Linkage::single}) {
            for (std::uint32_t k = 1; k <= matrix.count; ++k) {
                EXPECT_EQ(asked(matrix, k, {.linkage = linkage}), expected(matrix, k, linkage));
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::position
