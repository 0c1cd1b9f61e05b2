#include <coopnet/render/letters.hpp>
#include <coopnet/render/line.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/scene.hpp>
#include <coopnet/render/strip.hpp>

#include <algorithm>

namespace coopnet::render {
namespace {

constexpr double margin = 8;
constexpr double line_y = 36;  // the middle of shapes and lines
constexpr double step_gap = 26;
constexpr double shortest_step = 118;
constexpr Size symbol{36, 25};
constexpr Letters name_letters{13.5};

std::vector<std::string> names_below(const Network& network, ActorRow actor, const std::string& language) {
    auto lines = break_lines(short_name(network, actor, language), name_letters, 92, 2);
    for (std::string& line : lines) line = shortened(line, name_letters, 130);
    return lines;
}

double width_of(const std::vector<std::string>& lines) {
    double width = symbol.width;
    for (const std::string& line : lines) width = std::max(width, width_of(line, name_letters));
    return width;
}

Group station_group(const Network& network, ActorRow actor, const std::vector<std::string>& name, double x,
                    const StripOptions& options) {
    const Palette colors = palette(options.theme);
    Group group{Role::item, "actor", full_name(network, actor, options.language), {}, {}};
    const auto kind = network[actor].kind;
    const KindStyle style = themed(kind ? network.vocabulary().style_of(*kind) : KindStyle{}, options.theme);
    draw_box(group, style, box_at({x, line_y}, symbol), colors.paper);
    double y = line_y + symbol.height / 2 + 18;
    for (const std::string& line : name) {
        group.add(Words{line, {x, y}, name_letters, colors.ink, Align::middle});
        y += 16.5;
    }
    return group;
}

Group step_group(const Network& network, TieRow row, std::size_t number, double from, double to, bool against,
                 const StripOptions& options) {
    static const LineStyle plain;
    const Palette colors = palette(options.theme);
    const Tie& tie = network[row];
    const LineStyle* style = network.vocabulary().line_of(tie.relation, network.channel(row));
    if (style == nullptr) style = &plain;
    Group group{Role::item, "tie", sentence(network, row, options.texts, options.language), {}, {}};
    Polyline way{{from, line_y}, {to, line_y}};
    const bool mutual = !network.vocabulary()[tie.relation].directed;
    const bool heads = style->mark != "none";
    const LineLook look{style,
                        themed_line(style->color, options.theme),
                        breaks_of(tie.status),
                        heads && (mutual || against),
                        heads && (mutual || !against),
                        .5};
    draw_line(group, way, path_through(way), look, [&](Point) { return colors.paper; });
    group.add(
        Words{std::to_string(number), {(from + to) / 2, line_y - 14}, {12, true}, colors.second_ink, Align::middle});
    return group;
}

}  // namespace

Drawing draw_strip(const Network& network, const std::vector<ActorRow>& actors, const std::vector<TieRow>& ties,
                   const StripOptions& options) {
    Drawing drawing;
    drawing.ground = palette(options.theme).paper;
    drawing.language = options.language;
    Group steps{Role::list, "ties", options.texts("ties"), {}, {}};
    Group stations{Role::list, "actors", options.texts("actors"), {}, {}};
    double x = 0;
    double edge = 0;
    std::size_t most_lines = 1;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        const auto name = names_below(network, actors[i], options.language);
        const double half = width_of(name) / 2;
        const double before = x;
        x = i == 0 ? margin + half : std::max(x + shortest_step, edge + step_gap + half);
        edge = x + half;
        most_lines = std::max(most_lines, name.size());
        stations.groups.push_back(station_group(network, actors[i], name, x, options));
        if (i > 0) {
            const bool against = network[ties[i - 1]].source != actors[i - 1];
            steps.groups.push_back(step_group(network, ties[i - 1], i, before + symbol.width / 2 + 3,
                                              x - symbol.width / 2 - 3, against, options));
        }
        drawing.title += (i > 0 ? " → " : "") + short_name(network, actors[i], options.language);
    }
    drawing.title = options.texts("strip", {{"names", drawing.title}});
    drawing.description = drawing.title;
    drawing.groups = {std::move(steps), std::move(stations)};
    drawing.size = {edge + margin, line_y + symbol.height / 2 + 18 + static_cast<double>(most_lines) * 16.5};
    return drawing;
}

}  // namespace coopnet::render
