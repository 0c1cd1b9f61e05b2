#pragma once

#include <coopnet/model/vocabulary.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/sankey.hpp>
#include <coopnet/render/style.hpp>

namespace coopnet::render {

/// What a band is filled with.
enum class BandFill { full, pale, hollow, hatched };

/// How a band of a Sankey diagram looks.
struct BandLook {
    const LineStyle* style = nullptr;
    Color color;
    Breaks breaks = Breaks::solid;  ///< of its edges
    BandFill fill = BandFill::full;
    bool marked = true;  ///< carries the mark of its style
};

/// Draws a band on a halo of paper; one too thin to be filled as a line.
void draw_band(Group& group, const SankeyBand& band, const BandLook& look, const Color& paper);

/// Where the mark of a band stands: near its start.
[[nodiscard]] Station mark_on(const SankeyBand& band);

/// A level band between two points, as a legend shows it.
[[nodiscard]] SankeyBand level_band(Point from, Point to, double width);

}  // namespace coopnet::render
