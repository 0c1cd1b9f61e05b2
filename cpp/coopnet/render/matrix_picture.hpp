#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/style.hpp>
#include <coopnet/render/texts.hpp>
#include <coopnet/view/fold.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

/// Actors that stand beside each other in a matrix.
struct MatrixBlock {
    std::string name;     ///< empty: only lines tell it from its neighbors
    std::string country;  ///< if any, the name of this country is the block's
    std::vector<Vertex> members;
};

struct MatrixOptions {
    Theme theme = Theme::print;
    std::string language = "en";
    Texts texts;
    std::string title;                ///< empty: what the picture shows, in a sentence
    std::string period;               ///< what the projection selects in time, for people
    std::string remark;               ///< how the blocks came about
    std::string selection;            ///< the projection in words, for the stamp
    std::vector<MatrixBlock> blocks;  ///< every vertex of the view once; a single one has no lines
    std::vector<bool> dense;          ///< by block and block: stands on a darker ground; empty: none does
};

/// Draws who is tied to whom as a square of cells: a row for each actor a tie comes from, a column for each it runs to.
///
/// Rows carry number and name, columns the number, the diagonal too where there is no loop. The shade of a cell is the
/// number of its ties or, in a weighted view, their strength added up; its edge is how sure the surest of them is: none
/// documented, dashed claimed, dotted inferred. A tie without direction fills both its cells.
/// Throws InvalidOption for more than 200 actors, InvalidWeight for a cost or a capacity. Cost: O(actors² + ties).
[[nodiscard]] Drawing draw_matrix(const Network& network, const View& view, const MatrixOptions& options);

}  // namespace coopnet::render
