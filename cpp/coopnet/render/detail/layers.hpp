#pragma once

#include <cstddef>
#include <vector>

/// Items in columns, joined from column to column: what crossing reduction and placement work on.
namespace coopnet::render::detail {

/// Joins an item to one of the next column.
struct Joint {
    std::size_t from = 0;
    std::size_t to = 0;
    double width = 0;
};

struct Layers {
    std::vector<std::vector<std::size_t>> columns;  ///< items from the top
    std::vector<Joint> joints;
};

/// The crossings of joints as the columns stand, each counted as the product of both widths (hairlines count a little).
[[nodiscard]] double crossings(const Layers& layers);

/// Orders the columns for few crossings: sweeps by weighted mean of the neighbors' positions, then each item to its
/// best place in its column; from several starts, the best order kept. Never worse than the order given. Reference:
/// Matuszewski, Schönfeld & Molitor (1999), doi:10.1007/3-540-46648-7_22 (sifting).
void reduce_crossings(Layers& layers);

/// What placing needs to know of an item.
struct Extent {
    double height = 0;
    double padding = 0;  ///< to the next item below, at least; between two items the larger counts
};

/// The ends of a joint, from the tops of its items to its middle.
struct Ends {
    double at_from = 0;
    double at_to = 0;
};

/// The tops of all items: joints as level as the order and the least distances allow, thin ones less so, that the
/// columns stay around one middle.
[[nodiscard]] std::vector<double> place(const Layers& layers, const std::vector<Extent>& extents,
                                        const std::vector<Ends>& ends);

}  // namespace coopnet::render::detail
