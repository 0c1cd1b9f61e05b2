#include <coopnet/render/band.hpp>
#include <coopnet/render/difference.hpp>
#include <coopnet/render/line.hpp>

#include <algorithm>

namespace coopnet::render {
namespace {

constexpr double edge = 1.4;
constexpr double thinnest_filled = 3.5;
constexpr double hairline = 1.2;
constexpr double halo = 2;  // of paper, at each side
constexpr double mark_at = .16;

double share_of(BandFill fill) {
    if (fill == BandFill::full) return .42;
    return fill == BandFill::pale ? .13 : 0;
}

// The outline of a band: along its upper edge, back along its lower one.
Path closed(const SankeyBand& band) {
    Path path = band.upper;
    const Path& back = band.lower;
    const auto end = [&](std::size_t piece) { return piece == 0 ? back.start : back.pieces[piece - 1].to; };
    path.line_to(end(back.pieces.size()));
    for (std::size_t i = back.pieces.size(); i > 0; --i) {
        const Path::Piece& piece = back.pieces[i - 1];
        path.pieces.push_back({piece.in, piece.out, end(i - 1), piece.straight});
    }
    path.closed = true;
    return path;
}

}  // namespace

void draw_band(Group& group, const SankeyBand& band, const BandLook& look, const Color& paper) {
    const bool thin = band.width < thinnest_filled;
    if (thin) {
        const double width = std::max(band.width, hairline);
        const Path line = path_through(band.middle);
        group.add(Shape{line, {}, Stroke{paper, width + 2 * halo}});
        group.add(Shape{line, {}, Stroke{look.color, width, look.breaks}});
    } else {
        const Path outline = closed(band);
        group.add(Shape{outline, {}, Stroke{paper, 2 * halo}});
        group.add(Shape{outline, mixed(look.color, paper, share_of(look.fill)), {}});
        if (look.fill == BandFill::hatched) draw_hatch(group, flatten(outline), look.color);
        for (const Path* side : {&band.upper, &band.lower})
            group.add(Shape{*side, {}, Stroke{look.color, look.breaks == Breaks::dots ? 1.9 : edge, look.breaks}});
    }
    if (!look.marked) return;
    draw_mark(group, *look.style, mark_on(band), look.color, paper, true);
}

Station mark_on(const SankeyBand& band) {
    return station(band.middle, std::clamp(length(band.middle) * mark_at, 12., 26.));
}

SankeyBand level_band(Point from, Point to, double width) {
    const Point half{0, width / 2};
    return {path_through({from - half, to - half}), path_through({from + half, to + half}), {from, to}, width};
}

}  // namespace coopnet::render
