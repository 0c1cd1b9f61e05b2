#pragma once

#include <coopnet/render/geometry.hpp>

#include <cstddef>
#include <optional>
#include <vector>

/// Where nodes and bands of a Sankey or alluvial diagram stand: geometry alone, so that a page can draw the same.
namespace coopnet::render {

/// A node stands as far left as the links into it allow, or as far right as those out of it do; `justify`: as far left,
/// but at the very right if none leaves it; `center`: as far left, but just before the first it leads to if none comes
/// in.
enum class SankeyAlign { left, right, justify, center };

struct SankeyNode {
    std::optional<std::size_t> stage;  ///< stages stand in order; nothing: the links alone say where
    Size room;                         ///< of its label: its box is at least so large
};

struct SankeyLink {
    std::size_t from = 0;
    std::size_t to = 0;
    std::optional<double> value;  ///< nothing: not known or not to be known; all such links are equally wide
};

struct SankeyColumns {
    std::vector<std::size_t> of_node;
    std::vector<std::optional<std::size_t>> stages;  ///< by column; links within a stage give it several

    /// Does a link lead on to a column further right? If not it is drawn as a loop.
    [[nodiscard]] bool forward(const SankeyLink& link) const { return of_node[link.from] < of_node[link.to]; }
};

/// The column of each node: by stage, within a stage (or without any) by the longest way along links. Where links form
/// a cycle, some run back: a heuristic keeps what runs back small.
///
/// A node without a stage among nodes that have one stands just before the first stage it leads to, else where it is
/// led to. Throws InvalidOption for a value that is negative or above 10^15. Cost: O(nodes² + links).
/// Reference: Eades, Lin & Smyth (1993), doi:10.1016/0020-0190(93)90079-O.
[[nodiscard]] SankeyColumns sankey_columns(const std::vector<SankeyNode>& nodes, const std::vector<SankeyLink>& links,
                                           SankeyAlign align);

struct SankeyOptions {
    double scale = 1;     ///< pixels for one unit of value
    double padding = 12;  ///< between nodes of a column, at least
    double gap = 120;     ///< between columns, at least
    double uniform = 14;  ///< the width of links without a value
};

/// The place of a node: its box holds its label and the bar that its links meet.
struct SankeyPlace {
    Box box;
    double top = 0;  ///< of the bar: as high as what comes in or goes out, whichever is more
    double bottom = 0;
};

/// A link between its two edges, both drawn from source to target.
struct SankeyBand {
    Path upper;
    Path lower;
    Polyline middle;
    double width = 0;
};

struct SankeyLayout {
    Size size;
    std::vector<SankeyPlace> nodes;
    std::vector<SankeyBand> bands;
    std::vector<Box> columns;
    double loops_top = 0;  ///< below all nodes; links back run here
};

/// Places nodes and bands in few crossings (weighted sweeps and sifting, best kept) and short bands (least squares
/// column by column with the least distances kept exactly, so that no two boxes overlap). Bands meet a node in the
/// order of where they come from and lead to; those that skip columns keep clear of the boxes there; links back leave
/// at the right, run below all nodes and come in at the left. Same input, same places.
///
/// Cost: some 10 ms for 200 links.
[[nodiscard]] SankeyLayout lay_out(const std::vector<SankeyNode>& nodes, const std::vector<SankeyLink>& links,
                                   const SankeyColumns& columns, const SankeyOptions& options = {});

}  // namespace coopnet::render
