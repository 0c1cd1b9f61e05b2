#include <coopnet/analysis/pathways/reach.hpp>

#include <gmock/gmock.h>

namespace coopnet::pathways {
namespace {

using detail::Mode;

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<EdgeSpec> chain{{0, 1, 1}, {1, 2, 1}, {3, 2, 1}, {1, 1, 1}};

TEST(Reach, CountsStepsFromTheSourceAtZero) {
    Monitor monitor;
    const auto found = reach(Digraph{4, chain}, 0, {}, monitor);
    EXPECT_THAT(found.vertices, ElementsAre(0U, 1U, 2U));
    EXPECT_THAT(found.steps, ElementsAre(0U, 1U, 2U));
}

TEST(Reach, StopsAfterSoManySteps) {
    Monitor monitor;
    EXPECT_THAT(reach(Digraph{4, chain}, 0, {.within = 1}, monitor).vertices, ElementsAre(0U, 1U));
    EXPECT_THAT(reach(Digraph{4, chain}, 0, {.within = 0}, monitor).vertices, ElementsAre(0U));
}

TEST(Reach, FollowsTiesAgainstTheirDirectionOrBothWays) {
    Monitor monitor;
    EXPECT_THAT(reach(Digraph{4, chain}, 2, {.mode = Mode::in}, monitor).vertices, ElementsAre(2U, 1U, 3U, 0U));
    EXPECT_THAT(reach(Digraph{4, chain}, 0, {.mode = Mode::all}, monitor).vertices, ElementsAre(0U, 1U, 2U, 3U));
    EXPECT_THAT(reach(Ugraph{4, chain}, 0, {.mode = Mode::in}, monitor).vertices, ElementsAre(0U, 1U, 2U, 3U));
}

TEST(Leaving, NamesTheEdgesThatLeadOutOnce) {
    const std::vector<Vertex> inside{0, 1};
    const std::vector<EdgeSpec> edges{{0, 1, 1}, {1, 2, 1}, {2, 0, 1}, {3, 0, 1, true}};
    EXPECT_THAT(leaving(Digraph{4, edges}, inside), ElementsAre(1U, 3U));
    EXPECT_THAT(leaving(Ugraph{4, edges}, inside), ElementsAre(1U, 2U, 3U));
    EXPECT_THAT(leaving(Ugraph{4, edges}, std::vector<Vertex>{0, 1, 2, 3}), IsEmpty());
}

}  // namespace
}  // namespace coopnet::pathways
