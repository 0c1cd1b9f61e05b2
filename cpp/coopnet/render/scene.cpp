#include <coopnet/render/letters.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/scene.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace coopnet::render {
namespace {

constexpr Letters name_letters{13.5, false};
constexpr double line_height = 16.5;
constexpr double room_of_name = 84;    // of one line; longer names take two
constexpr double widest_name = 112;    // longer ones are shortened
constexpr double word_gap = 22;        // between parallel ties with words
constexpr double plain_gap = 8;        // without
constexpr double rail_gap = 13;        // beside a double rail
constexpr std::size_t most_words = 4;  // ties across that carry a word
constexpr std::size_t most_routed = 220;

std::string cell_in(const Network& network, ActorRow actor, std::string_view column, const std::string& language) {
    const Sheet& sheet = network.draft().actors;
    if (language != "en") {
        const auto own = sheet.cell(index(actor), std::string{column} + "_" + language);
        if (!own.empty()) return std::string{own};
    }
    return std::string{sheet.cell(index(actor), column)};
}

// A name is one line of text: control characters, which no picture can hold, become blanks.
std::string plain(std::string text) {
    for (char& c : text) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = ' ';
    }
    return text;
}

std::string shape_of(const Network& network, ActorRow actor) {
    const auto kind = network[actor].kind;
    return kind ? network.vocabulary().style_of(*kind).shape : KindStyle{}.shape;
}

Letters letters_of(const std::string& shape) {
    return {name_letters.size, shape == "double_box"};
}

std::vector<std::string> name_lines(const Network& network, ActorRow actor, const std::string& language,
                                    Labels labels) {
    const std::string name = labels == Labels::id ? plain(network[actor].id) : short_name(network, actor, language);
    const Letters letters = letters_of(shape_of(network, actor));
    std::vector<std::string> lines = break_lines(name, letters, room_of_name, 2);
    for (std::string& line : lines) line = shortened(line, letters, widest_name);
    return lines;
}

Size size_of(const std::string& shape, const std::vector<std::string>& lines) {
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, width_of(line, letters_of(shape)));
    return around(shape, {std::ceil(width), line_height * static_cast<double>(lines.size())});
}

Size size_in_both(const Network& network, ActorRow actor, Labels labels) {
    Size largest;
    for (const char* language : {"en", "id"}) {
        const Size size = size_of(shape_of(network, actor), name_lines(network, actor, language, labels));
        largest = {std::max(largest.width, size.width), std::max(largest.height, size.height)};
    }
    return largest;
}

ActorBox box_of(const Network& network, ActorRow actor, Point at, const SceneOptions& options) {
    ActorBox box{actor, {}, shape_of(network, actor), name_lines(network, actor, options.language, options.labels), ""};
    if (!options.numbers.empty()) box.number = options.numbers[index(actor)];
    if (options.difference != nullptr) box.fate = options.difference->actors[index(actor)];
    Size size = options.roomy ? size_in_both(network, actor, options.labels) : size_of(box.shape, box.lines);
    if (!box.number.empty()) {
        size.height += 14;
        size.width = std::max(size.width, around(box.shape, {width_of(box.number, {12}), 0}).width);
    }
    box.box = box_at(at, size);
    return box;
}

// The lower a line, the earlier it is drawn.
std::size_t rank(const std::string& line) {
    constexpr std::array<std::string_view, 7> from_below{"illicit",    "membership", "report", "police",
                                                         "protection", "diplomatic", "i247"};
    return static_cast<std::size_t>(std::ranges::find(from_below, line) - from_below.begin()) % from_below.size();
}

struct Edge {
    std::size_t from;
    std::size_t to;
    std::vector<TieRow> ties;
    bool both_ways;
    bool directed;
};

template <Direction D>
std::vector<Edge> edges_of(const Csr<D>& csr, const View& view) {
    std::vector<Edge> edges;
    for (std::size_t id = 0; id < csr.edges().size(); ++id) {
        const EdgeSpec& spec = csr.edges()[id];
        const auto ties = view.ties(static_cast<EdgeId>(id));
        // An undirected view has no heads to show; in a directed one, a tie that runs both ways has two.
        edges.push_back({spec.source, spec.target, {ties.begin(), ties.end()}, spec.both_ways, Csr<D>::is_directed});
    }
    return edges;
}

std::vector<Edge> edges_of(const View& view) {
    return std::visit([&](const auto& csr) { return edges_of(csr, view); }, view.csr);
}

// Edges that look the same between the same two boxes become one line; opposite ones a line with two heads.
std::vector<TieLine> tie_lines(const Network& network, const View& view,
                               const std::vector<std::optional<std::size_t>>& box_of_vertex,
                               const Difference* difference) {
    static const LineStyle plain;
    std::map<std::tuple<std::size_t, std::size_t, const LineStyle*, Status, Fate>, std::size_t> known;
    std::vector<TieLine> lines;
    for (const Edge& edge : edges_of(view)) {
        const auto from = box_of_vertex[edge.from];
        const auto to = box_of_vertex[edge.to];
        if (!from || !to || from == to) continue;
        const TieRow first = edge.ties.front();
        const LineStyle* style = network.vocabulary().line_of(network[first].relation, network.channel(first));
        if (style == nullptr) style = &plain;
        const Status status = network[first].status;
        const Fate fate = difference == nullptr ? Fate::kept : difference->of(edge.ties);
        const auto [low, high] = std::minmax(*from, *to);
        const auto [at, fresh] = known.try_emplace({low, high, style, status, fate}, lines.size());
        if (fresh) lines.push_back({{}, *from, *to, style, status, fate, false, false, {}, {}, {}});
        TieLine& line = lines[at->second];
        line.ties.insert(line.ties.end(), edge.ties.begin(), edge.ties.end());
        const bool heads = edge.directed && style->mark != "none";
        line.head_at_end |= heads && (edge.both_ways || line.to == *to);
        line.head_at_start |= heads && (edge.both_ways || line.to != *to);
    }
    std::ranges::stable_sort(lines, {}, [](const TieLine& line) { return rank(line.style->id); });
    return lines;
}

// The lines between two boxes: routed as one wire.
struct Bundle {
    std::vector<std::size_t> lines;
    double gap = plain_gap;
};

std::vector<Bundle> bundles(const std::vector<TieLine>& lines) {
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    std::vector<Bundle> all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const auto [low, high] = std::minmax(lines[i].from, lines[i].to);
        const auto [at, fresh] = known.try_emplace({low, high}, all.size());
        if (fresh) all.emplace_back();
        Bundle& bundle = all[at->second];
        bundle.lines.push_back(i);
        if (lines[i].style->build == "double") bundle.gap = rail_gap;
    }
    return all;
}

std::string word_of(const Network& network, const TieLine& line, const Texts& texts) {
    const Relation& relation = network.vocabulary()[network[line.ties.front()].relation];
    const std::string key = "word." + relation.id;
    return texts.has(key) ? texts(key) : "";
}

// Words on the level ties over the river, the upper ones first.
void set_words(Scene& scene, std::vector<Bundle>& all, const Network& network, const Texts& texts) {
    if (scene.banks.size() < 2) return;
    const double middle = (scene.banks[0].ground.right + scene.banks[1].ground.left) / 2;
    std::vector<Bundle*> level;
    for (Bundle& bundle : all) {
        const TieLine& line = scene.lines[bundle.lines.front()];
        const Box& a = scene.boxes[line.from].box;
        const Box& b = scene.boxes[line.to].box;
        const bool over_river = std::min(a.right, b.right) < middle && std::max(a.left, b.left) > middle;
        const bool at_river = std::max(a.left, b.left) - std::min(a.right, b.right) <
                              scene.banks[1].ground.left - scene.banks[0].ground.right + 60;
        if (over_river && at_river && std::abs(a.center().y - b.center().y) < 1) level.push_back(&bundle);
    }
    std::ranges::stable_sort(
        level, {}, [&](const Bundle* bundle) { return scene.boxes[scene.lines[bundle->lines.front()].from].box.top; });
    std::size_t words = 0;
    for (Bundle* bundle : level) {
        if (words + bundle->lines.size() > most_words) continue;
        words += bundle->lines.size();
        bundle->gap = word_gap;
        for (const std::size_t i : bundle->lines) {
            TieLine& line = scene.lines[i];
            line.word = word_of(network, line, texts);
            line.word_at = {middle, scene.boxes[line.from].box.center().y};
        }
    }
}

// The names of banks and bands stand at the left; lines go around them.
std::vector<Box> headings(const Scene& scene) {
    std::vector<Box> boxes;
    for (const Bank& bank : scene.banks)
        boxes.push_back(box_at({bank.ground.left + 75, bank.ground.top + 13}, {140, 12}));
    for (const Band& band : scene.bands) {
        if (!band.across) boxes.push_back(box_at({45, band.top + 13}, {80, 12}));
    }
    return boxes;
}

bool is_lit(const TieLine& line, const std::vector<TieRow>& lit) {
    return std::ranges::any_of(line.ties, [&](TieRow tie) { return std::ranges::find(lit, tie) != lit.end(); });
}

void route_lines(Scene& scene, std::vector<Bundle>& all, const std::vector<TieRow>& lit) {
    std::vector<Obstacle> obstacles;
    for (const ActorBox& box : scene.boxes) obstacles.push_back({box.box, flatten(outline(box.shape, box.box))});
    for (const Box& box : headings(scene)) obstacles.push_back({box, {}});
    std::vector<Wire> wires;
    for (const Bundle& bundle : all) {
        const auto count = static_cast<double>(bundle.lines.size());
        Wire wire{scene.lines[bundle.lines.front()].from,
                  scene.lines[bundle.lines.front()].to,
                  (count - 1) * bundle.gap,
                  1,
                  {}};
        const bool faint =
            std::ranges::all_of(bundle.lines, [&](std::size_t i) { return scene.lines[i].style->mark == "none"; });
        if (faint) wire.weight = .4;
        wire.first = std::ranges::any_of(bundle.lines, [&](std::size_t i) { return is_lit(scene.lines[i], lit); });
        for (std::size_t k = 0; k < bundle.lines.size(); ++k) {
            TieLine& line = scene.lines[bundle.lines[k]];
            if (line.word.empty()) continue;
            line.word_at.y += (static_cast<double>(k) - (count - 1) / 2) * bundle.gap;
            wire.through.push_back(obstacles.size());
            obstacles.push_back({box_at(line.word_at, {width_of(line.word, {13.5, true}) + 16, 18}), {}});
        }
        wires.push_back(std::move(wire));
    }
    const auto ways = route(obstacles, wires, {4, 4, scene.size.width - 4, scene.size.height - 4});
    for (std::size_t i = 0; i < all.size(); ++i) {
        const auto count = static_cast<double>(all[i].lines.size());
        for (std::size_t k = 0; k < all[i].lines.size(); ++k) {
            TieLine& line = scene.lines[all[i].lines[k]];
            // Offsets are to the right of the way; down the page for a level tie, whichever way it runs.
            double offset = (static_cast<double>(k) - (count - 1) / 2) * all[i].gap;
            if (!line.word.empty() && ways[i].front().x > ways[i].back().x) offset = -offset;
            Polyline way = offset == 0 ? ways[i] : beside(ways[i], offset);
            if (line.from != wires[i].from) std::ranges::reverse(way);
            way.front() = on_outline(obstacles[line.from].outline, obstacles[line.from].box, way.front());
            way.back() = on_outline(obstacles[line.to].outline, obstacles[line.to].box, way.back());
            line.path = rounded(way, obstacles, wires[i]);
        }
    }
}

// Too many lines to find a way for each: straight ones, from outline to outline.
void draw_straight(Scene& scene) {
    for (TieLine& line : scene.lines) {
        const Point a = scene.boxes[line.from].box.center();
        const Point b = scene.boxes[line.to].box.center();
        const auto cut = [&](std::size_t box, Point inside, Point outside) {
            const Polyline border = flatten(outline(scene.boxes[box].shape, scene.boxes[box].box));
            for (std::size_t i = 1; i < border.size(); ++i) {
                if (const auto along = crossing(inside, outside, border[i - 1], border[i]))
                    return inside + (outside - inside) * *along;
            }
            return inside;
        };
        line.path = path_through({cut(line.from, a, b), cut(line.to, b, a)});
    }
}

void add_boxes_and_lines(Scene& scene, const Network& network, const View& view,
                         const std::vector<std::optional<Point>>& places, const SceneOptions& options) {
    std::vector<std::optional<std::size_t>> box_of_vertex(view.actors.size());
    for (std::size_t vertex = 0; vertex < view.actors.size(); ++vertex) {
        const ActorRow actor = view.actors[vertex];
        if (!places[index(actor)]) continue;
        box_of_vertex[vertex] = scene.boxes.size();
        scene.boxes.push_back(box_of(network, actor, *places[index(actor)], options));
    }
    scene.lines = tie_lines(network, view, box_of_vertex, options.difference);
}

// Places without a tie to anything shown would only fill the rows below the banks.
void leave_out_untied_routes(Scene& scene) {
    const auto is_tied = [&](std::size_t box) {
        return std::ranges::any_of(scene.lines,
                                   [box](const TieLine& line) { return line.from == box || line.to == box; });
    };
    const double foot = scene.banks.front().ground.bottom;
    std::vector<std::size_t> moved_to(scene.boxes.size());
    std::vector<ActorBox> kept;
    for (std::size_t i = 0; i < scene.boxes.size(); ++i) {
        moved_to[i] = kept.size();
        if (scene.boxes[i].box.top < foot || is_tied(i)) kept.push_back(scene.boxes[i]);
    }
    for (TieLine& line : scene.lines) {
        line.from = moved_to[line.from];
        line.to = moved_to[line.to];
    }
    scene.boxes = std::move(kept);
}

// The rows below the banks end with the last box that is shown, so that a picture without routes has no empty foot.
void cut_foot(Scene& scene) {
    while (!scene.bands.empty() && scene.bands.back().across && scene.bands.size() > 1) {
        Band& last = scene.bands.back();
        double bottom = 0;
        for (const ActorBox& box : scene.boxes) {
            if (box.box.top > last.top) bottom = std::max(bottom, box.box.bottom + 12);
        }
        if (bottom > 0) last.bottom = bottom;
        if (bottom == 0) scene.bands.pop_back();
        scene.size.height = scene.bands.back().bottom;
        if (bottom > 0) return;
    }
}

}  // namespace

std::string full_name(const Network& network, ActorRow actor, const std::string& language) {
    std::string name = plain(cell_in(network, actor, "name", language));
    return name.empty() ? plain(network[actor].id) : name;
}

std::string short_name(const Network& network, ActorRow actor, const std::string& language) {
    std::string name = plain(cell_in(network, actor, "short", language));
    return name.empty() ? full_name(network, actor, language) : name;
}

BoxSizes box_sizes(const Network& network, Labels labels) {
    BoxSizes sizes;
    for (std::size_t i = 0; i < network.actors().size(); ++i)
        sizes.push_back(size_in_both(network, row<ActorRow>(i), labels));
    return sizes;
}

Scene on_banks(const Network& network, const View& view, const Texts& texts, const SceneOptions& options) {
    const Network& recorded = options.difference == nullptr ? network : *options.difference->recorded;
    Banks banks = place_on_banks(recorded, box_sizes(recorded, options.labels));
    if (options.difference != nullptr) add_in_river(banks, network, box_sizes(network, options.labels));
    Scene scene{banks.size, banks.banks, banks.bands, {}, {}};
    add_boxes_and_lines(scene, network, view, banks.places, options);
    leave_out_untied_routes(scene);
    cut_foot(scene);
    auto all = bundles(scene.lines);
    set_words(scene, all, network, texts);
    route_lines(scene, all, options.lit);
    return scene;
}

Scene at_places(const Network& network, const View& view, const std::vector<std::optional<Point>>& places,
                const SceneOptions& options) {
    Scene scene;
    add_boxes_and_lines(scene, network, view, places, options);
    for (const ActorBox& box : scene.boxes) {
        scene.size = {std::max(scene.size.width, box.box.right + 16), std::max(scene.size.height, box.box.bottom + 16)};
    }
    auto all = bundles(scene.lines);
    if (scene.lines.size() <= most_routed) {
        route_lines(scene, all, options.lit);
    } else {
        draw_straight(scene);
    }
    return scene;
}

Scene relabeled(Scene scene, const Network& network, const Texts& texts, const SceneOptions& options) {
    for (ActorBox& box : scene.boxes) box.lines = name_lines(network, box.actor, options.language, options.labels);
    for (TieLine& line : scene.lines) {
        if (!line.word.empty()) line.word = word_of(network, line, texts);
    }
    return scene;
}

}  // namespace coopnet::render
