#include <coopnet/core/error.hpp>
#include <coopnet/render/matrix_picture.hpp>
#include <coopnet/view/freeze.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

#include "support/networks.hpp"
#include "support/pictures.hpp"

namespace coopnet::render {
namespace {

using ::testing::HasSubstr;

Network network_of(support::Rows ties) {
    Draft draft;
    draft.sources = support::sheet({"id", "title"}, {{"S1", "A report"}});
    for (auto& row : ties) row.emplace_back("S1");
    draft.ties = support::sheet({"source", "target", "status", "sources"}, ties);
    return build(std::move(draft));
}

MatrixOptions in_one_block(const View& view) {
    MatrixOptions options;
    options.texts = support::picture_texts("en");
    options.blocks.resize(1);
    options.blocks.front().members.resize(view.actors.size());
    std::iota(options.blocks.front().members.begin(), options.blocks.front().members.end(), Vertex{0});
    return options;
}

const Group& named(const Drawing& drawing, const std::string& label) {
    const auto found = std::ranges::find(drawing.groups, label, &Group::label);
    EXPECT_NE(found, drawing.groups.end());
    return *found;
}

std::vector<Breaks> edges_of(const Group& cell) {
    std::vector<Breaks> edges;
    for (const Mark& mark : cell.marks) {
        if (const auto* shape = std::get_if<Shape>(&mark); shape != nullptr && shape->stroke)
            edges.push_back(shape->stroke->breaks);
    }
    return edges;
}

TEST(MatrixPicture, TellsCertaintyByTheEdgeOfTheSurestTie) {
    const Network network = network_of({{"a", "b", "documented"},
                                        {"a", "b", "inferred"},
                                        {"a", "c", "inferred"},
                                        {"a", "c", "claimed"},
                                        {"b", "c", "inferred"}});
    const View view = support::whole(network);
    const Group cells = named(draw_matrix(network, view, in_one_block(view)), "Ties");
    ASSERT_EQ(cells.groups.size(), 3U);
    EXPECT_EQ(edges_of(cells.groups[0]), std::vector{Breaks::solid});
    EXPECT_EQ(edges_of(cells.groups[1]), (std::vector{Breaks::solid, Breaks::dashes}));
    EXPECT_EQ(edges_of(cells.groups[2]), (std::vector{Breaks::solid, Breaks::dots}));
    EXPECT_THAT(cells.groups[0].label, HasSubstr("; "));
}

TEST(MatrixPicture, PutsDenserBlocksOnAGroundAndCountsTheirTies) {
    const Network network = network_of({{"a", "b", ""}, {"b", "a", ""}, {"a", "c", ""}});
    const View view = support::whole(network);
    MatrixOptions options = in_one_block(view);
    options.blocks = {{"Home", "", {0, 1}}, {"Abroad", "", {2}}};
    options.dense = {true, false, false, false};
    const Drawing drawing = draw_matrix(network, view, options);
    EXPECT_EQ(drawing.title, "2 of 3 ties lie in one of 4 blocks");
    const auto grounds = std::ranges::find(drawing.groups, "grounds", &Group::name);
    ASSERT_NE(grounds, drawing.groups.end());
    const auto is_filled = [](const Mark& mark) { return std::get<Shape>(mark).fill.has_value(); };
    EXPECT_EQ(std::ranges::count_if(grounds->marks, is_filled), 1);
}

TEST(MatrixPicture, AddsUpStrengths) {
    const Network network = network_of({{"a", "b", ""}, {"b", "a", ""}});
    Projection projection;
    projection.weight = "strength";
    const View view = freeze(network, projection, false);
    EXPECT_NO_THROW(draw_matrix(network, view, in_one_block(view)));
    projection.weight = "delay_days";
    projection.fill = 1;
    const View costs = freeze(network, projection, false);
    EXPECT_THROW(draw_matrix(network, costs, in_one_block(costs)), InvalidWeight);
}

}  // namespace
}  // namespace coopnet::render
