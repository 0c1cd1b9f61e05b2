#include <coopnet/render/frame.hpp>
#include <coopnet/render/letters.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double margin = 20;
constexpr double beside_gap = 30;
constexpr double narrowest = 640;  // legend and title need some room

Group shifted(Group group, Point by) {
    shift(group, by);
    return group;
}

// Lines of a text under each other, as few as the room allows; returns where the next may begin.
double write(Group& group, const std::string& text, Point at, double room, Letters letters, const Color& color) {
    std::vector<std::string> lines = fill_lines(text, letters, room);
    if (letters.bold && lines.size() > 1 && lines.size() < 4) lines = break_lines(text, letters, room, lines.size());
    for (const std::string& line : lines) {
        group.add(Words{line, at, letters, color, Align::left});
        at.y += std::ceil(letters.size * 1.3);
    }
    return at.y;
}

// Sources at the left, then what was selected and the date of the data; the marking at the right.
double write_stamp(Group& stamp, const Frame& frame, Point at, double width, const Palette& colors) {
    const Letters letters{12};
    const std::string name = "coopnet";
    stamp.add(Words{name, {at.x + width, at.y}, {12, true}, colors.ink, Align::right});
    at.y = write(stamp, frame.sources, at, width - 90, letters, colors.second_ink);
    if (frame.selected.empty()) return at.y;
    return write(stamp, frame.selected, at, width - 90, letters, colors.second_ink);
}

// The blocks of a legend under each other.
Legend stacked(const std::vector<LegendBlock>& blocks, Theme theme, const Texts& texts, double top) {
    Legend legend{{Role::plain, "legend", texts("legend"), {}, {}}, top};
    for (const LegendBlock& block : blocks) {
        if (block.entries.empty()) continue;
        Legend one = draw_legend({block}, 0, theme, texts, legend.bottom);
        for (Group& list : one.group.groups) legend.group.groups.push_back(std::move(list));
        legend.bottom = one.bottom + 24;
    }
    return legend;
}

double widest_block(const std::vector<LegendBlock>& blocks) {
    double widest = 0;
    for (const LegendBlock& block : blocks) widest = std::max(widest, narrowest_legend({block}));
    return widest;
}

}  // namespace

std::string selected_line(const Network& network, const std::string& selection, const Texts& texts) {
    std::string line = selection.empty() ? "" : texts("stamp.selection", {{"selection", selection}}) + " ";
    if (!network.about().version.empty()) line += texts("stamp.data", {{"date", network.about().version}});
    return line;
}

Drawing framed(const Frame& frame, Size size, std::vector<Group> groups, Theme theme, const std::string& language,
               const Texts& texts) {
    const Palette colors = palette(theme);
    const double least = frame.legend_beside ? size.width : std::max(narrowest, narrowest_legend(frame.legend));
    const double inset = std::max(0., (least - size.width) / 2);
    const double beside = frame.legend_beside ? beside_gap + widest_block(frame.legend) : 0;
    const double width = size.width + 2 * inset + beside;

    Drawing drawing;
    drawing.ground = colors.paper;
    drawing.language = language;
    drawing.title = frame.title;
    drawing.description = frame.description;

    Group heading{Role::heading, "title", drawing.title, {}, {}};
    double y = write(heading, drawing.title, {margin, 34}, width, {21, true}, colors.ink);
    Group about{Role::plain, "subtitle", "", {}, {}};
    if (drawing.description != drawing.title) {
        y = write(about, drawing.description, {margin, y - 3}, width, {13.5}, colors.second_ink);
    }
    drawing.groups = {std::move(heading), std::move(about)};

    const Point at{margin + inset, y};
    for (Group& group : groups) drawing.groups.push_back(shifted(std::move(group), at));
    Legend legend = frame.legend_beside ? stacked(frame.legend, theme, texts, at.y)
                                        : draw_legend(frame.legend, width, theme, texts, at.y + size.height + 18);
    const double legend_left = frame.legend_beside ? width + margin - beside + beside_gap : margin;
    drawing.groups.push_back(shifted(std::move(legend.group), {legend_left, 0}));
    legend.bottom = std::max(legend.bottom, at.y + size.height);
    Group stamp{Role::plain, "stamp", "", {}, {}};
    y = write_stamp(stamp, frame, {margin, legend.bottom + 22}, width, colors);
    drawing.groups.push_back(std::move(stamp));
    drawing.size = {width + 2 * margin, std::ceil(y)};
    return drawing;
}

}  // namespace coopnet::render
