#include <coopnet/render/difference.hpp>
#include <coopnet/render/outline.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double sign_radius = 7.5;
constexpr double hatch_gap = 7;

constexpr std::array<std::pair<Fate, const char*>, 3> said{
    {{Fate::removed, "removed"}, {Fate::added, "added"}, {Fate::changed, "changed"}}};

std::string counted(std::size_t count, const char* what, const Texts& texts) {
    const std::string key = std::string{"change."} + what + (count == 1 ? ".one" : ".many");
    return texts(key, {{"count", std::to_string(count)}});
}

std::size_t edges_of(const Difference& difference, const View& view, Fate fate) {
    std::size_t count = 0;
    for (EdgeId edge = 0; edge + 1 < view.edge_tie_offsets.size(); ++edge)
        count += difference.of(view.ties(edge)) == fate ? 1 : 0;
    return count;
}

}  // namespace

Fate Difference::of(std::span<const TieRow> some) const {
    const Fate first = ties[index(some.front())];
    const bool alike = std::ranges::all_of(some, [&](TieRow tie) { return ties[index(tie)] == first; });
    return alike ? first : Fate::changed;
}

std::string changes(const Difference& difference, const View& view, const Texts& texts) {
    std::string text;
    for (const auto& [fate, name] : said) {
        const auto is_one = [&](ActorRow actor) { return difference.actors[index(actor)] == fate; };
        const auto actors = static_cast<std::size_t>(std::ranges::count_if(view.actors, is_one));
        const std::size_t ties = edges_of(difference, view, fate);
        if (actors + ties == 0) continue;
        std::string items = actors > 0 ? counted(actors, "actors", texts) : "";
        if (actors > 0 && ties > 0) items += ", ";
        if (ties > 0) items += counted(ties, "ties", texts);
        if (!text.empty()) text += " ";
        text += texts(std::string{"change."} + name, {{"items", items}});
    }
    return text.empty() ? texts("change.none") : text;
}

Color color_of(Fate fate, Theme theme) {
    if (fate == Fate::added) return themed_line("#00805d", theme);
    if (fate == Fate::changed) return themed_line("#8f6400", theme);
    return fate == Fate::removed ? palette(theme).ink : palette(theme).second_ink;
}

void draw_band(Group& group, const Path& path, double width, Fate fate, Theme theme) {
    if (fate != Fate::added && fate != Fate::changed) return;
    group.add(Shape{path, {}, Stroke{mixed(color_of(fate, theme), palette(theme).paper, .3), width + 9}});
}

void draw_sign(Group& group, Fate fate, Point at, Theme theme) {
    if (fate == Fate::kept) return;
    const Color color = color_of(fate, theme);
    const Stroke stroke{color, 2};
    group.add(Shape{outline("circle", box_at(at, {2 * sign_radius, 2 * sign_radius})), palette(theme).paper,
                    Stroke{color, 1.5}});
    const double arm = 3.6;
    if (fate == Fate::removed) {
        group.add(Shape{path_through({at + Point{-arm, -arm} * .8, at + Point{arm, arm} * .8}), {}, stroke});
        group.add(Shape{path_through({at + Point{-arm, arm} * .8, at + Point{arm, -arm} * .8}), {}, stroke});
    } else if (fate == Fate::added) {
        group.add(Shape{path_through({at + Point{-arm, 0}, at + Point{arm, 0}}), {}, stroke});
        group.add(Shape{path_through({at + Point{0, -arm}, at + Point{0, arm}}), {}, stroke});
    } else {
        group.add(Shape{polygon({at + Point{0, -4.2}, at + Point{4, 2.8}, at + Point{-4, 2.8}}), color, {}});
    }
}

void draw_hatch(Group& group, const Polyline& outline, const Color& color) {
    double least = std::numeric_limits<double>::infinity();
    double most = -least;
    for (const Point p : outline) {
        least = std::min(least, p.x + p.y);
        most = std::max(most, p.x + p.y);
    }
    // Each line holds the points whose x + y is the same; it is drawn between every other crossing of the outline.
    for (double sum = least + hatch_gap / 2; sum < most; sum += hatch_gap) {
        const Point a{sum + 1e4, -1e4};
        const Point b{sum - 1e4, 1e4};
        std::vector<double> crossings;
        for (std::size_t i = 0; i < outline.size(); ++i) {
            const auto along = crossing(a, b, outline[i], outline[(i + 1) % outline.size()]);
            if (along) crossings.push_back(*along);
        }
        std::ranges::sort(crossings);
        const auto repeated = std::ranges::unique(crossings, [](double x, double y) { return y - x < 1e-9; });
        crossings.erase(repeated.begin(), repeated.end());
        for (std::size_t i = 0; i + 1 < crossings.size(); i += 2) {
            group.add(Shape{
                path_through({a + (b - a) * crossings[i], a + (b - a) * crossings[i + 1]}), {}, Stroke{color, 1}});
        }
    }
}

}  // namespace coopnet::render
