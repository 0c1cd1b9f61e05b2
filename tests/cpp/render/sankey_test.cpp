#include <coopnet/core/error.hpp>
#include <coopnet/core/random.hpp>
#include <coopnet/render/detail/layers.hpp>
#include <coopnet/render/sankey.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <optional>
#include <vector>

namespace coopnet::render {
namespace {

using ::testing::Each;
using ::testing::ElementsAre;

struct Case {
    std::vector<SankeyNode> nodes;
    std::vector<SankeyLink> links;
};

// Cycles, loops, parallels, isolates, values of zero and none, some nodes with stages: whatever comes.
Case random_case(std::uint64_t seed) {
    Random random{seed};
    Case made;
    const std::uint32_t nodes = 1 + random.below(14);
    for (std::uint32_t i = 0; i < nodes; ++i) {
        SankeyNode node{{}, {20. + random.below(100), 10. + random.below(60)}};
        if (seed % 2 == 1 && random.below(3) > 0) node.stage = random.below(4);
        made.nodes.push_back(node);
    }
    const std::uint32_t links = random.below(3 * nodes);
    for (std::uint32_t i = 0; i < links; ++i) {
        SankeyLink link{random.below(nodes), random.below(nodes), random.unit() * 40};
        if (random.below(6) == 0) link.value.reset();
        if (random.below(8) == 0) link.value = 0;
        made.links.push_back(link);
    }
    return made;
}

constexpr SankeyOptions options{.scale = 2, .padding = 12, .gap = 100, .uniform = 14};

SankeyLayout laid_out(const Case& one) {
    return lay_out(one.nodes, one.links, sankey_columns(one.nodes, one.links, SankeyAlign::center), options);
}

double width_by_definition(const SankeyLink& link) {
    return link.value ? *link.value * options.scale : options.uniform;
}

Point end_of(const Path& path) {
    return path.pieces.back().to;
}

class Any : public ::testing::TestWithParam<std::uint64_t> {
protected:
    Case one = random_case(GetParam());
    SankeyLayout layout = laid_out(one);
};

TEST_P(Any, SankeyHasABandForEveryLinkAsWideAsItsValue) {
    ASSERT_EQ(layout.bands.size(), one.links.size());
    for (std::size_t i = 0; i < one.links.size(); ++i) {
        const double width = width_by_definition(one.links[i]);
        EXPECT_DOUBLE_EQ(layout.bands[i].width, width);
        EXPECT_NEAR(length(layout.bands[i].upper.start - layout.bands[i].lower.start), width, 1e-9);
        EXPECT_NEAR(length(end_of(layout.bands[i].upper) - end_of(layout.bands[i].lower)), width, 1e-9);
    }
}

// The middles and widths of the bands at one side of a node, from the top.
std::vector<std::pair<double, double>> met(const Case& one, const SankeyLayout& layout, std::size_t node, bool out) {
    std::vector<std::pair<double, double>> bands;
    for (std::size_t i = 0; i < one.links.size(); ++i) {
        if ((out ? one.links[i].from : one.links[i].to) != node) continue;
        const Point at = out ? layout.bands[i].middle.front() : layout.bands[i].middle.back();
        const Box& box = layout.nodes[node].box;
        EXPECT_NEAR(at.x, out ? box.right : box.left, 1e-9);
        bands.emplace_back(at.y, layout.bands[i].width);
    }
    std::ranges::sort(bands);
    return bands;
}

TEST_P(Any, SankeyBarsAreAsHighAsTheirLinksWhichFillThemFromTheTop) {
    for (std::size_t node = 0; node < one.nodes.size(); ++node) {
        const SankeyPlace& place = layout.nodes[node];
        double most = 0;
        for (const bool out : {true, false}) {
            double y = place.top;
            for (const auto& [middle, width] : met(one, layout, node, out)) {
                EXPECT_NEAR(middle, y + width / 2, 1e-9);
                y += width;
            }
            most = std::max(most, y - place.top);
        }
        EXPECT_NEAR(place.bottom - place.top, most, 1e-9);
        EXPECT_GE(place.top, place.box.top - 1e-9);
        EXPECT_LE(place.bottom, place.box.bottom + 1e-9);
        EXPECT_GE(place.box.height(), one.nodes[node].room.height - 1e-9);
        EXPECT_GE(place.box.width(), one.nodes[node].room.width - 1e-9);
    }
}

TEST_P(Any, SankeyBoxesKeepTheirDistance) {
    for (std::size_t a = 0; a < one.nodes.size(); ++a) {
        for (std::size_t b = 0; b < a; ++b) {
            const Box half = layout.nodes[a].box.grown(options.padding / 2 - 1e-6);
            EXPECT_FALSE(overlap(half, layout.nodes[b].box.grown(options.padding / 2 - 1e-6)));
        }
    }
}

TEST_P(Any, SankeyBandsKeepClearOfForeignBoxes) {
    for (std::size_t i = 0; i < one.links.size(); ++i) {
        for (std::size_t node = 0; node < one.nodes.size(); ++node) {
            if (one.links[i].from == node || one.links[i].to == node) continue;
            const Box box = layout.nodes[node].box.grown(-1e-6);
            for (const Path* edge : {&layout.bands[i].upper, &layout.bands[i].lower}) {
                const Polyline line = flatten(*edge);
                for (std::size_t k = 1; k < line.size(); ++k)
                    EXPECT_FALSE(passes(line[k - 1], line[k], box)) << i << " through " << node;
            }
        }
    }
}

TEST_P(Any, SankeyKeepsAllWithinItsSize) {
    const auto inside = [&](Point at) {
        return at.x > -1e-6 && at.y > -1e-6 && at.x < layout.size.width + 1e-6 && at.y < layout.size.height + 1e-6;
    };
    for (const SankeyPlace& place : layout.nodes) {
        EXPECT_TRUE(inside({place.box.left, place.box.top}));
        EXPECT_TRUE(inside({place.box.right, place.box.bottom}));
    }
    for (const SankeyBand& band : layout.bands) {
        for (const Path* edge : {&band.upper, &band.lower}) {
            for (const Point at : flatten(*edge)) EXPECT_TRUE(inside(at)) << at.x << ' ' << at.y;
        }
    }
}

TEST_P(Any, SankeyLinksBackPassBelowAllNodes) {
    const auto columns = sankey_columns(one.nodes, one.links, SankeyAlign::center);
    for (std::size_t i = 0; i < one.links.size(); ++i) {
        double lowest = 0;
        for (const Point at : layout.bands[i].middle) lowest = std::max(lowest, at.y);
        EXPECT_EQ(lowest - layout.bands[i].width / 2 > layout.loops_top, !columns.forward(one.links[i])) << i;
    }
}

TEST_P(Any, SankeyIsTheSameEveryTime) {
    const SankeyLayout again = laid_out(one);
    EXPECT_EQ(again.size, layout.size);
    for (std::size_t i = 0; i < one.nodes.size(); ++i) EXPECT_EQ(again.nodes[i].box, layout.nodes[i].box);
    for (std::size_t i = 0; i < one.links.size(); ++i) EXPECT_EQ(again.bands[i].middle, layout.bands[i].middle);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Any, ::testing::Range<std::uint64_t>(0, 60));

// --- columns ------------------------------------------------------------------------------

std::vector<SankeyNode> nodes(std::size_t count) {
    return std::vector<SankeyNode>(count, SankeyNode{{}, {40, 20}});
}

TEST(Sankey, OfNothingIsNothing) {
    EXPECT_EQ(laid_out({}).size, (Size{0, 0}));
    const SankeyLayout alone = laid_out({nodes(1), {}});
    EXPECT_EQ(alone.size, (Size{40, 20}));
    EXPECT_EQ(alone.nodes[0].box, (Box{0, 0, 40, 20}));
}

TEST(Sankey, BreaksACycleAtItsSmallestLinkWhereItCan) {
    const std::vector<SankeyLink> cycle{{0, 1, 9.}, {1, 2, 8.}, {2, 0, 1.}};
    const auto columns = sankey_columns(nodes(3), cycle, SankeyAlign::left);
    EXPECT_THAT(columns.of_node, ElementsAre(0U, 1U, 2U));
    EXPECT_FALSE(columns.forward(cycle[2]));
}

TEST(Sankey, RunsNothingBackWithoutACycle) {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Case one = random_case(seed);
        for (SankeyNode& node : one.nodes) node.stage.reset();
        std::erase_if(one.links, [](const SankeyLink& link) { return link.from >= link.to; });
        for (const auto align : {SankeyAlign::left, SankeyAlign::right, SankeyAlign::justify, SankeyAlign::center}) {
            const auto columns = sankey_columns(one.nodes, one.links, align);
            for (const SankeyLink& link : one.links) EXPECT_TRUE(columns.forward(link)) << seed;
        }
    }
}

TEST(Sankey, GivesAStageAColumnForEveryStepWithinIt) {
    auto some = nodes(5);
    some[1].stage = 0;
    some[2].stage = some[3].stage = 4;
    const std::vector<SankeyLink> links{{0, 1, 1.}, {1, 2, 1.}, {2, 3, 1.}, {3, 4, 1.}};
    const auto columns = sankey_columns(some, links, SankeyAlign::center);
    // The first stands before the stage it leads to, the last in the one that leads to it.
    EXPECT_THAT(columns.of_node, ElementsAre(0U, 1U, 2U, 3U, 4U));
    EXPECT_THAT(columns.stages, ElementsAre(std::nullopt, 0U, 4U, 4U, 4U));
}

TEST(Sankey, RunsBackToAnEarlierStage) {
    auto some = nodes(2);
    some[0].stage = 3;
    some[1].stage = 1;
    const std::vector<SankeyLink> links{{0, 1, 5.}};
    EXPECT_FALSE(sankey_columns(some, links, SankeyAlign::left).forward(links[0]));
}

TEST(Sankey, RefusesAmountsThatAreNegativeOrInfinite) {
    for (const double value : {-1., std::numeric_limits<double>::infinity()})
        EXPECT_THROW(static_cast<void>(sankey_columns(nodes(2), {{0, 1, value}}, SankeyAlign::left)), InvalidOption);
}

TEST(Sankey, DrawsParallelLinksBesideEachOther) {
    const SankeyLayout layout = laid_out({nodes(2), {{0, 1, 3.}, {0, 1, 4.}}});
    const Polyline& a = layout.bands[0].middle;
    const Polyline& b = layout.bands[1].middle;
    EXPECT_NEAR(b.front().y - a.front().y, 3 + 4, 1e-9);  // half of each, two pixels a unit
    EXPECT_NEAR(b.back().y - a.back().y, 3 + 4, 1e-9);
}

// --- order --------------------------------------------------------------------------------

detail::Layers random_layers(std::uint64_t seed, std::uint32_t most) {
    Random random{seed};
    detail::Layers layers;
    std::size_t next = 0;
    for (std::uint32_t c = 0; c < 3; ++c) {
        layers.columns.emplace_back();
        for (std::uint32_t i = 0, count = 1 + random.below(most); i < count; ++i)
            layers.columns.back().push_back(next++);
    }
    for (std::size_t c = 0; c < 2; ++c) {
        for (const std::size_t from : layers.columns[c]) {
            for (const std::size_t to : layers.columns[c + 1]) {
                if (random.below(2) == 0) layers.joints.push_back({from, to, 1. + random.below(9)});
            }
        }
    }
    return layers;
}

double crossings_by_definition(const detail::Layers& layers) {
    std::vector<std::size_t> at(100);
    std::vector<std::size_t> column(100);
    for (std::size_t c = 0; c < layers.columns.size(); ++c) {
        for (std::size_t i = 0; i < layers.columns[c].size(); ++i) {
            at[layers.columns[c][i]] = i;
            column[layers.columns[c][i]] = c;
        }
    }
    double sum = 0;
    for (const detail::Joint& a : layers.joints) {
        for (const detail::Joint& b : layers.joints) {
            if (column[a.from] == column[b.from] && at[a.from] < at[b.from] && at[a.to] > at[b.to])
                sum += a.width * b.width;
        }
    }
    return sum;
}

TEST(SankeyOrder, CountsTheWeightOfEveryPairThatCrosses) {
    double all = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        const detail::Layers layers = random_layers(seed, 8);
        EXPECT_DOUBLE_EQ(detail::crossings(layers), crossings_by_definition(layers)) << seed;
        all += detail::crossings(layers);
    }
    EXPECT_GT(all, 0);
}

double least_crossings(detail::Layers layers, std::size_t column = 0) {
    if (column == layers.columns.size()) return crossings_by_definition(layers);
    std::ranges::sort(layers.columns[column]);
    double least = std::numeric_limits<double>::infinity();
    do {
        least = std::min(least, least_crossings(layers, column + 1));
    } while (std::ranges::next_permutation(layers.columns[column]).found);
    return least;
}

TEST(SankeyOrder, IsTheBestThereIsInSmallDiagrams) {
    for (std::uint64_t seed = 0; seed < 40; ++seed) {
        detail::Layers layers = random_layers(seed, 4);
        const double least = least_crossings(layers);
        detail::reduce_crossings(layers);
        EXPECT_DOUBLE_EQ(crossings_by_definition(layers), least) << seed;
    }
}

TEST(SankeyOrder, KeepsEveryItemInItsColumn) {
    detail::Layers layers = random_layers(5, 8);
    const detail::Layers before = layers;
    detail::reduce_crossings(layers);
    for (std::size_t c = 0; c < 3; ++c) EXPECT_TRUE(std::ranges::is_permutation(layers.columns[c], before.columns[c]));
}

// --- places -------------------------------------------------------------------------------

TEST(SankeyPlaces, LevelAChain) {
    const detail::Layers chain{{{0}, {1}, {2}}, {{0, 1, 4}, {1, 2, 4}}};
    const auto tops = detail::place(chain, {{10, 5}, {40, 5}, {20, 5}}, {{5, 20}, {20, 10}});
    EXPECT_NEAR(tops[0] + 5, tops[1] + 20, .5);
    EXPECT_NEAR(tops[1] + 20, tops[2] + 10, .5);
}

TEST(SankeyPlaces, KeepTheDistancesBelowEachItem) {
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        const detail::Layers layers = random_layers(seed, 8);
        std::size_t items = 0;
        for (const auto& column : layers.columns) items += column.size();
        Random random{seed, 1};
        std::vector<detail::Extent> extents;
        for (std::size_t i = 0; i < items; ++i) extents.push_back({10. + random.below(50), 3. + random.below(20)});
        const auto tops = detail::place(layers, extents, std::vector<detail::Ends>(layers.joints.size()));
        for (const auto& column : layers.columns) {
            for (std::size_t i = 1; i < column.size(); ++i) {
                const double room = tops[column[i]] - tops[column[i - 1]] - extents[column[i - 1]].height;
                EXPECT_GE(room + 1e-9, std::max(extents[column[i]].padding, extents[column[i - 1]].padding));
            }
        }
    }
}

}  // namespace
}  // namespace coopnet::render
