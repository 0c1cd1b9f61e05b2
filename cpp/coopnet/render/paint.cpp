#include <coopnet/render/letters.hpp>
#include <coopnet/render/line.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/paint.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <string_view>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double unlit_tie = .17;
constexpr double unlit_actor = .52;
constexpr double unlit_name = .75;
constexpr std::size_t most_cut = 400;  // lines; more of them would be cut to pieces
constexpr double sign_clear = 9;       // around the middle of the sign of a fate
constexpr double halo = 3;             // of ground at each side of a line where it crosses another
constexpr double rim = 1.2;            // of an area
constexpr std::size_t many_lines = 300;
constexpr std::size_t very_many_lines = 1200;

Path rectangle(const Box& b) {
    return polygon({{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}});
}

bool is_shaded(const Scene& scene, const Band& band) {
    const auto at = static_cast<std::size_t>(&band - scene.bands.data());
    return !band.across && at % 2 == 0;
}

// The ground of an area, told from its neighbors by hue, and by its name where there is no hue.
Color tint_of(const Area& area, Theme theme) {
    constexpr std::array<std::string_view, 6> hues{"#0072b2", "#c24e00", "#00805d", "#a8488a", "#8f6400", "#4a5665"};
    const Color color = themed_line(Color{hues.at(area.tint % hues.size())}, theme);
    return mixed(color, palette(theme).paper, theme == Theme::dark ? .2 : .1);
}

bool covers(const Area& area, Point at) {
    const auto holds = [at](const Path& ground) { return encloses(flatten(ground), at); };
    return std::ranges::any_of(area.grounds, holds) || std::ranges::any_of(area.joints, [at](const Polyline& joint) {
               return distance_to(joint, at) < joint_width / 2;
           });
}

Color ground_at(const Scene& scene, const Palette& colors, Theme theme, Point at) {
    const auto area = std::ranges::find_if(scene.areas, [at](const Area& one) { return covers(one, at); });
    if (area != scene.areas.end()) return tint_of(*area, theme);
    for (const Band& band : scene.bands) {
        if (at.y < band.top || at.y >= band.bottom) continue;
        if (band.across) return colors.bank;
        for (const Bank& bank : scene.banks) {
            if (at.x >= bank.ground.left && at.x <= bank.ground.right)
                return is_shaded(scene, band) ? colors.band : colors.bank;
        }
    }
    return colors.paper;
}

std::string upper(std::string text) {
    for (char& c : text) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return text;
}

KindStyle style_of(const Network& network, ActorRow actor, Theme theme) {
    const auto kind = network[actor].kind;
    return themed(kind ? network.vocabulary().style_of(*kind) : KindStyle{}, theme);
}

std::string level_name(const Network& network, const std::string& id, const std::string& language) {
    const auto& levels = network.vocabulary().levels;
    const auto level = std::ranges::find(levels, id, &Level::id);
    return level == levels.end() ? id : std::string{label_in(level->label, language, id)};
}

// A ring under the box, around its outline.
void draw_ring(Group& group, const ActorBox& box, Theme theme) {
    const Path around = outline(box.shape, box.box);
    const Color yellow = "#f0e442";
    group.add(Shape{around, {}, Stroke{palette(theme).ink, 13}});
    group.add(Shape{around, {}, Stroke{theme == Theme::gray ? gray(yellow) : yellow, 9}});
}

bool is_lit(const std::vector<bool>& lit, std::size_t i) {
    return lit.empty() || lit[i];
}

// Where a line crosses others that are drawn before it: distances from its start.
struct Cut {
    double at;
    double half;
};

std::vector<Cut> cuts(const Polyline& way, double width, const std::vector<std::pair<const Polyline*, double>>& below) {
    std::vector<Cut> found;
    const double whole = length(way);
    for (const auto& [other, other_width] : below) {
        double walked = 0;
        for (std::size_t i = 1; i < way.size(); ++i) {
            const Point step = way[i] - way[i - 1];
            for (std::size_t j = 1; j < other->size(); ++j) {
                const auto along = crossing(way[i - 1], way[i], (*other)[j - 1], (*other)[j]);
                if (!along) continue;
                const double at = walked + *along * length(step);
                const double slant = std::max(std::abs(cross(unit(step), unit((*other)[j] - (*other)[j - 1]))), .35);
                const double half = (other_width / 2 + halo + 1) / slant + width * .2;
                if (at > half + 9 && at < whole - half - 9) found.push_back({at, half});
            }
            walked += length(step);
        }
    }
    return found;
}

// The place for a mark: near the middle, far from where lines cross.
double place_of_mark(double whole, const std::vector<double>& crossings, double word_from, double word_to) {
    double best = .5;
    double most = -1;
    for (const double along : {.5, .44, .56, .38, .62, .32, .68, .26, .74}) {
        const double at = along * whole;
        double room = std::min(at, whole - at) - 8;
        for (const double other : crossings) room = std::min(room, std::abs(at - other) - 6);
        if (word_to > word_from) room = std::min(room, std::max(word_from - at, at - word_to) - 8);
        room = std::min(room, 10.) - std::abs(along - .5) * 8;
        if (room > most) {
            most = room;
            best = along;
        }
    }
    return best;
}

// From a point to a box; negative inside.
double distance(const Box& box, Point p) {
    const double x = std::max(box.left - p.x, p.x - box.right);
    const double y = std::max(box.top - p.y, p.y - box.bottom);
    return x > 0 && y > 0 ? std::hypot(x, y) : std::max(x, y);
}

std::vector<double> all_crossings(const std::vector<Polyline>& ways, std::size_t of) {
    std::vector<double> found;
    for (std::size_t other = 0; other < ways.size(); ++other) {
        if (other == of) continue;
        double walked = 0;
        for (std::size_t i = 1; i < ways[of].size(); ++i) {
            for (std::size_t j = 1; j < ways[other].size(); ++j) {
                const auto along = crossing(ways[of][i - 1], ways[of][i], ways[other][j - 1], ways[other][j]);
                if (along) found.push_back(walked + *along * length(ways[of][i] - ways[of][i - 1]));
            }
            walked += length(ways[of][i] - ways[of][i - 1]);
        }
    }
    return found;
}

class Ties {
public:
    Ties(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint)
        : scene_{scene}, network_{network}, texts_{texts}, paint_{paint}, colors_{palette(paint.theme)} {
        for (const TieLine& line : scene.lines) ways_.push_back(flatten(line.path));
    }

    Group drawn() {
        Group ties{Role::list, "ties", texts_("ties"), {}, {}};
        for (const bool lit : {false, true}) {
            for (std::size_t i = 0; i < scene_.lines.size(); ++i) {
                if (is_lit(paint_.lit_lines, i) == lit) ties.groups.push_back(drawn(i, lit));
            }
        }
        return ties;
    }

private:
    Group drawn(std::size_t i, bool lit) {
        const TieLine& line = scene_.lines[i];
        Group group{Role::item, "tie", "", {}, {}};
        for (const TieRow tie : line.ties) {
            if (!group.label.empty()) group.label += "; ";
            group.label += sentence(network_, tie, texts_, paint_.language);
        }
        if (line.fate != Fate::kept) group.label += " – " + texts_(fate_key(line.fate));
        const bool removed = line.fate == Fate::removed;
        Color color = removed ? colors_.second_ink : themed_line(line.style->color, paint_.theme);
        if (!lit) color = mixed(color, colors_.paper, unlit_tie);
        // Memberships are many and alike: cut by each other, solid ones would look like claims.
        if (scene_.lines.size() <= most_cut && line.style->mark != "none") cut_below(group, i);
        draw_band(group, line.path, line.style->width, line.fate, paint_.theme);
        const auto ground = [this](Point at) { return ground_at(scene_, colors_, paint_.theme, at); };
        const double whole = length(ways_[i]);
        double word_from = 0;
        double word_to = 0;
        if (!line.word.empty()) {
            const double half = width_of(line.word, word_letters()) / 2 + 6;
            const double middle = std::abs(line.word_at.x - ways_[i].front().x);
            word_from = middle - half;
            word_to = middle + half;
        }
        // Only what stands on the line must know.
        const bool is_marked =
            line.style->mark == "diamond" || line.style->mark == "chevron" || line.fate != Fate::kept;
        std::vector<double> crossings = is_marked ? all_crossings(ways_, i) : std::vector<double>{};
        double sign = 0;
        if (line.fate != Fate::kept) {
            sign = place_of_sign(i, crossings, word_from, word_to);
            signs_.push_back(station(ways_[i], sign).at);
            for (const double beside : {-9., 9.}) crossings.push_back(sign + beside);
        }
        const double mark = place_of_mark(whole, crossings, word_from, word_to);
        const Breaks breaks = removed ? Breaks::sparse : breaks_of(line.status);
        draw_line(group, ways_[i], line.path, {line.style, color, breaks, line.head_at_start, line.head_at_end, mark},
                  ground);
        if (scene_.lines.size() > many_lines && paint_.lit_lines.empty())
            let_through(group, scene_.lines.size() > very_many_lines ? .25 : .45);
        if (!line.word.empty()) add_word(group, line, color);
        draw_sign(group, line.fate, station(ways_[i], sign).at, paint_.theme);
        below_.emplace_back(&ways_[i], line.style->width);
        return group;
    }

    static void let_through(Group& group, double share) {
        for (Mark& mark : group.marks) {
            if (auto* shape = std::get_if<Shape>(&mark)) shape->opacity = share;
        }
    }

    // How far along a line the sign of its fate stands: near the middle, clear of boxes, words, other lines and signs.
    [[nodiscard]] double place_of_sign(std::size_t i, const std::vector<double>& crossings, double word_from,
                                       double word_to) const {
        const double whole = length(ways_[i]);
        double best = whole / 2;
        double most = -1e9;
        for (double along = .1; along < .92; along += .02) {
            const double at = along * whole;
            const Point here = station(ways_[i], at).at;
            double room = std::min(at, whole - at) - sign_clear;
            for (const double other : crossings) room = std::min(room, std::abs(at - other) - sign_clear);
            if (word_to > word_from) room = std::min(room, std::max(word_from - at, at - word_to) - sign_clear);
            for (const Point other : signs_) room = std::min(room, length(other - here) - 2 * sign_clear);
            for (const ActorBox& box : scene_.boxes) room = std::min(room, distance(box.box, here) - sign_clear);
            room = std::min(room, 6.) - std::abs(along - .5) * 8;
            if (room > most + 1e-9) {
                most = room;
                best = at;
            }
        }
        return best;
    }

    [[nodiscard]] static Letters word_letters() { return {13.5, true}; }

    void cut_below(Group& group, std::size_t i) {
        const double width = scene_.lines[i].style->width;
        for (const Cut& cut : cuts(ways_[i], width, below_)) {
            const Color ground = ground_at(scene_, colors_, paint_.theme, station(ways_[i], cut.at).at);
            group.add(Shape{path_through(part(ways_[i], cut.at - cut.half, cut.at + cut.half)),
                            {},
                            Stroke{ground, width + 2 * halo}});
        }
    }

    void add_word(Group& group, const TieLine& line, const Color& color) {
        const Size size{width_of(line.word, word_letters()) + 12, 18};
        group.add(
            Shape{rectangle(box_at(line.word_at, size)), ground_at(scene_, colors_, paint_.theme, line.word_at), {}});
        group.add(Words{line.word, line.word_at + Point{0, 4.8}, word_letters(), color, Align::middle});
    }

    const Scene& scene_;
    const Network& network_;
    const Texts& texts_;
    const Paint& paint_;
    Palette colors_;
    std::vector<Polyline> ways_;
    std::vector<std::pair<const Polyline*, double>> below_;
    std::vector<Point> signs_;
};

// What a scenario does to an actor: hatched, or a thick outline, with its sign at the corner.
void draw_fate(Group& group, const ActorBox& box, Theme theme) {
    if (box.fate == Fate::kept) return;
    if (box.fate == Fate::removed) {
        draw_hatch(group, flatten(outline(box.shape, box.box.grown(-1))), palette(theme).second_ink);
    } else {
        group.add(Shape{outline(box.shape, box.box.grown(2.5)), {}, Stroke{color_of(box.fate, theme), 3}});
    }
    draw_sign(group, box.fate, {box.box.left, box.box.top}, theme);
}

// The rim under the ground: joints and grounds become one shape.
void draw_area(Group& group, const Area& area, Theme theme) {
    const Color fill = tint_of(area, theme);
    const Color line = mixed(palette(theme).second_ink, fill, .5);
    for (const bool is_rim : {true, false}) {
        const Color color = is_rim ? line : fill;
        const double beyond = is_rim ? 2 * rim : 0;
        for (const Polyline& joint : area.joints)
            group.add(Shape{path_through(joint), {}, Stroke{color, joint_width + beyond}});
        for (const Path& ground : area.grounds)
            group.add(Shape{ground, color, is_rim ? std::optional{Stroke{color, 2 * rim}} : std::nullopt});
    }
}

KindStyle shaded(KindStyle style, std::optional<double> share, Theme theme) {
    if (!share) return {style.shape, palette(theme).paper, style.line, palette(theme).ink};
    const Shade by = shade(*share, theme);
    return {style.shape, by.fill, palette(theme).ink, by.text};
}

KindStyle faded(KindStyle style, const Color& paper) {
    return {style.shape, mixed(style.fill, paper, unlit_actor), mixed(style.line, paper, unlit_actor),
            style.text == "#ffffff" ? style.text : mixed(style.text, paper, unlit_name)};
}

}  // namespace

std::string sentence(const Network& network, TieRow row, const Texts& texts, const std::string& language) {
    const Tie& tie = network[row];
    const Relation& relation = network.vocabulary()[tie.relation];
    std::string text = full_name(network, tie.source, language) + " " +
                       std::string{label_in(relation.label, language, relation.id)} + " " +
                       full_name(network, tie.target, language);
    const std::string_view since = network.draft().ties.cell(index(row), "since");
    const std::string_view until = network.draft().ties.cell(index(row), "until");
    std::string when{since};
    if (!until.empty() && until != since) {
        if (!since.empty()) when += "–";
        when += until;
    }
    const std::string status =
        tie.status == Status::unsaid ? "" : texts("status." + std::string{status_name(tie.status)});
    if (!when.empty() || !status.empty())
        text += " (" + when + (when.empty() || status.empty() ? "" : ", ") + status + ")";
    return text;
}

std::string country_name(const Network& network, const std::string& country, const Texts& texts,
                         const std::string& language) {
    const auto state = network.vocabulary().kind("state");
    for (std::size_t i = 0; i < network.actors().size(); ++i) {
        const auto kind = network.actors()[i].kind;
        if (kind && state && network.vocabulary().is_a(*kind, *state) &&
            network.draft().actors.cell(i, "country") == country) {
            return full_name(network, row<ActorRow>(i), language);
        }
    }
    return texts.has("country." + country) ? texts("country." + country) : country;
}

const char* fate_key(Fate fate) {
    switch (fate) {
        case Fate::removed:
            return "fate.removed";
        case Fate::added:
            return "fate.added";
        case Fate::changed:
            return "fate.changed";
        case Fate::kept:
            break;
    }
    return "";
}

void draw_box(Group& group, const KindStyle& style, const Box& box, const Color& ground) {
    if (style.shape == "double_box") {
        group.add(Shape{outline(style.shape, box.grown(1.5)), style.line, Stroke{ground, 1.5}});
        group.add(Shape{outline("box", box.grown(-2)), style.fill, Stroke{style.text, 1.2}});
        return;
    }
    group.add(Shape{outline(style.shape, box), style.fill, Stroke{style.line, 1.4}});
}

Group draw_grounds(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint) {
    const Palette colors = palette(paint.theme);
    Group grounds{Role::plain, "grounds", "", {}, {}};
    for (const Band& band : scene.bands) {
        const Color fill = is_shaded(scene, band) ? colors.band : colors.bank;
        if (band.across) grounds.add(Shape{rectangle({0, band.top, scene.size.width, band.bottom}), fill, {}});
        for (const Bank& bank : scene.banks) {
            if (!band.across)
                grounds.add(Shape{rectangle({bank.ground.left, band.top, bank.ground.right, band.bottom}), fill, {}});
        }
    }
    for (const Area& area : scene.areas) draw_area(grounds, area, paint.theme);
    double after_heading = 10;
    for (const Bank& bank : scene.banks) {
        const std::string name = upper(country_name(network, bank.country, texts, paint.language));
        const Letters letters{14, true};
        grounds.add(Words{name, {bank.ground.left + 10, bank.ground.top + 18}, letters, colors.ink, Align::left});
        if (bank.ground.left == 0) after_heading = 10 + width_of(name, letters) + 14;
    }
    for (const Band& band : scene.bands) {
        if (band.across) continue;
        const bool first = !scene.banks.empty() && band.top == scene.banks.front().ground.top;
        grounds.add(Words{level_name(network, band.level, paint.language),
                          {first ? after_heading : 10, band.top + 18},
                          {13.5},
                          colors.second_ink,
                          Align::left});
    }
    return grounds;
}

Group draw_area_names(const Scene& scene, const Paint& paint) {
    Group names{Role::plain, "areas", "", {}, {}};
    for (const Area& area : scene.areas)
        names.add(Words{area.name, area.name_at, area_letters, palette(paint.theme).ink, Align::left});
    return names;
}

Group draw_ties(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint) {
    return Ties{scene, network, texts, paint}.drawn();
}

Group draw_actors(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint) {
    const Palette colors = palette(paint.theme);
    Group actors{Role::list, "actors", texts("actors"), {}, {}};
    for (std::size_t i = 0; i < scene.boxes.size(); ++i) {
        const ActorBox& box = scene.boxes[i];
        KindStyle style = style_of(network, box.actor, paint.theme);
        const bool strong = style.shape == "double_box";
        if (!paint.shares.empty()) style = shaded(style, paint.shares[i], paint.theme);
        if (!is_lit(paint.lit_boxes, i)) style = faded(style, colors.paper);
        Group group{Role::item, "actor", full_name(network, box.actor, paint.language), {}, {}};
        if (box.fate != Fate::kept) group.label += " – " + texts(fate_key(box.fate));
        const bool removed = box.fate == Fate::removed;
        if (removed) style = {style.shape, colors.paper, colors.second_ink, colors.second_ink};
        if (!paint.ringed.empty() && paint.ringed[i]) draw_ring(group, box, paint.theme);
        draw_box(group, style, box.box, ground_at(scene, colors, paint.theme, box.box.center()));
        draw_fate(group, box, paint.theme);
        const double lines = static_cast<double>(box.lines.size()) + (box.number.empty() ? 0 : .85);
        double y = box.box.center().y + text_drop(box.shape) - lines * 16.5 / 2 + 13;
        for (const std::string& line : box.lines) {
            const Letters letters{13.5, strong};
            const Point middle{box.box.center().x, y - 4.6};
            const double half = width_of(line, letters) / 2;
            if (removed) group.add(Shape{rectangle(box_at(middle, {2 * half + 4, 15})), colors.paper, {}});
            group.add(Words{line, {middle.x, y}, letters, style.text, Align::middle});
            if (removed) {
                const Path strike = path_through({middle - Point{half, 0}, middle + Point{half, 0}});
                group.add(Shape{strike, {}, Stroke{style.text, 1.2}});
            }
            y += 16.5;
        }
        if (!box.number.empty())
            group.add(Words{box.number, {box.box.center().x, y - 1}, {12}, style.text, Align::middle});
        actors.groups.push_back(std::move(group));
    }
    return actors;
}

}  // namespace coopnet::render
