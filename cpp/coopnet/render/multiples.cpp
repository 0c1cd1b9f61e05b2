#include <coopnet/core/error.hpp>
#include <coopnet/render/frame.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/letters.hpp>
#include <coopnet/render/multiples.hpp>
#include <coopnet/render/paint.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace coopnet::render {
namespace {

constexpr Point squeeze{.52, .76};  // of the whole picture, before all of it shrinks, so that lines keep apart
constexpr double shrink = .6;
constexpr std::size_t most_actors = 120;
constexpr double page = 1080;
constexpr double gap = 26;
constexpr double heading_height = 24;
constexpr double bank_heading = 17;
constexpr double key_row = 19;
constexpr double pale = .3;
constexpr double frame_of_graph = 6;
constexpr Letters heading_letters{13.5, true};
constexpr Letters count_letters{13.5};
constexpr Letters small_letters{12};
constexpr Letters key_letters{13.5};

Point squeezed(Point p) {
    return {p.x * squeeze.x, p.y * squeeze.y};
}

Box squeezed(const Box& box) {
    return {box.left * squeeze.x, box.top * squeeze.y, box.right * squeeze.x, box.bottom * squeeze.y};
}

Path squeezed(Path path) {
    path.start = squeezed(path.start);
    for (Path::Piece& piece : path.pieces)
        piece = {squeezed(piece.out), squeezed(piece.in), squeezed(piece.to), piece.straight};
    return path;
}

Scene squeezed(Scene scene) {
    scene.size = {scene.size.width * squeeze.x, scene.size.height * squeeze.y};
    for (Bank& bank : scene.banks) bank.ground = squeezed(bank.ground);
    for (Band& band : scene.bands) {
        band.top *= squeeze.y;
        band.bottom *= squeeze.y;
    }
    for (ActorBox& box : scene.boxes) box.box = squeezed(box.box);
    for (TieLine& line : scene.lines) {
        line.path = squeezed(std::move(line.path));
        line.word.clear();  // could not be read
    }
    return scene;
}

void move(Scene& scene, Point by) {
    for (ActorBox& box : scene.boxes)
        box.box = {box.box.left + by.x, box.box.top + by.y, box.box.right + by.x, box.box.bottom + by.y};
    for (TieLine& line : scene.lines) {
        line.path.start = line.path.start + by;
        for (Path::Piece& piece : line.path.pieces)
            piece = {piece.out + by, piece.in + by, piece.to + by, piece.straight};
    }
}

void drop_words(Group& group) {
    std::erase_if(group.marks, [](const Mark& mark) { return std::holds_alternative<Words>(mark); });
}

// The way a tie runs in the view.
struct Run {
    ActorRow from;
    ActorRow to;
    bool both_ways;
};

template <Direction D>
std::map<TieRow, Run> runs_of(const Csr<D>& csr, const View& view) {
    std::map<TieRow, Run> runs;
    for (EdgeId id = 0; id < csr.edge_count(); ++id) {
        const EdgeSpec& edge = csr.edges()[id];
        for (const TieRow tie : view.ties(id))
            runs[tie] = {view.actors[edge.source], view.actors[edge.target], edge.both_ways};
    }
    return runs;
}

class Cells {
public:
    Cells(const Network& network, const View& whole, const std::vector<SmallMultiple>& windows,
          const PictureOptions& options)
        : network_{network},
          view_{whole},
          options_{options},
          texts_{options.texts},
          colors_{palette(options.theme)},
          paint_{.theme = options.theme, .language = options.language},
          scene_{squeezed(scene_of(network, whole, options))} {
        runs_ = std::visit([&](const auto& csr) { return runs_of(csr, whole); }, whole.csr);
        find_drawn(windows);
        if (scene_.banks.empty()) cut_margins();
        number_boxes();
        if (order_.size() > most_actors) {
            throw InvalidOption{fmt::format(
                "Small pictures of {} actors cannot be read; {} is the limit. Select fewer with a projection "
                "(layers, kinds, countries).",
                order_.size(), most_actors)};
        }
    }

    Drawing drawn() {
        Size cell{std::ceil(scene_.size.width * shrink),
                  std::ceil(scene_.size.height * shrink) + heading_height + top_of_map()};
        for (const Window& window : windows_) cell.width = std::max(cell.width, std::ceil(width_of_heading(window)));
        const std::size_t columns = columns_of(cell.width);
        Group list{Role::list, "windows", texts_("multiples.windows"), {}, {}};
        for (std::size_t i = 0; i < windows_.size(); ++i) {
            Group group = window(windows_[i]);
            shift(group, {static_cast<double>(i % columns) * (cell.width + gap),
                          static_cast<double>(i / columns) * (cell.height + gap)});
            list.groups.push_back(std::move(group));
        }
        const auto rows = static_cast<double>((windows_.size() + columns - 1) / columns);
        const double width = std::max(static_cast<double>(columns) * (cell.width + gap) - gap, least_width);
        auto [key, key_height] = this->key(width);
        const double foot = rows * (cell.height + gap);
        shift(key, {0, foot});
        const Frame frame{title(), description(), legend(), sources_line(network_, ties_, texts_),
                          selected_line(network_, options_.selection, texts_)};
        return framed(frame, {width, foot + key_height}, {std::move(list), std::move(key)}, options_.theme,
                      options_.language, texts_);
    }

private:
    static constexpr double least_width = 640;

    // As many beside each other as the page takes, evenly over the rows.
    [[nodiscard]] std::size_t columns_of(double width) const {
        const auto most = static_cast<std::size_t>(std::max(1., std::floor((page + gap) / (width + gap))));
        const std::size_t rows = std::max<std::size_t>((windows_.size() + most - 1) / most, 1);
        return std::max<std::size_t>((windows_.size() + rows - 1) / rows, 1);
    }

    // What of a window is drawn.
    struct Window {
        std::string heading;
        std::set<TieRow> ties;
        std::set<TieRow> born;
        std::size_t ended = 0;
    };

    void find_drawn(const std::vector<SmallMultiple>& windows) {
        std::map<TieRow, const TieLine*> lines;
        for (const TieLine& line : scene_.lines) {
            for (const TieRow tie : line.ties) lines[tie] = &line;
        }
        std::set<TieRow> shown;
        is_drawn_.assign(scene_.boxes.size(), false);
        for (const SmallMultiple& asked : windows) {
            Window window{asked.heading, {}, {}, 0};
            for (const TieRow tie : asked.ties) {
                const auto found = lines.find(tie);
                if (found == lines.end()) continue;
                window.ties.insert(tie);
                is_drawn_[found->second->from] = is_drawn_[found->second->to] = true;
            }
            if (!windows_.empty()) {
                const auto& before = windows_.back().ties;
                std::ranges::set_difference(window.ties, before, std::inserter(window.born, window.born.end()));
                window.ended = before.size() + window.born.size() - window.ties.size();
            }
            shown.insert(window.ties.begin(), window.ties.end());
            windows_.push_back(std::move(window));
        }
        ties_.assign(shown.begin(), shown.end());
    }

    // Of a graph, who is not drawn leaves no empty margin.
    void cut_margins() {
        Box around{1e9, 1e9, 0, 0};
        const auto take = [&](const Box& box) {
            around = {std::min(around.left, box.left), std::min(around.top, box.top), std::max(around.right, box.right),
                      std::max(around.bottom, box.bottom)};
        };
        for (std::size_t i = 0; i < scene_.boxes.size(); ++i) {
            if (is_drawn_[i]) take(scene_.boxes[i].box);
        }
        for (const TieLine& line : scene_.lines) {
            if (!is_drawn_[line.from] || !is_drawn_[line.to]) continue;
            for (const Point at : flatten(line.path)) take({at.x, at.y, at.x, at.y});
        }
        if (around.right <= around.left) return;
        move(scene_, {frame_of_graph - around.left, frame_of_graph - around.top});
        scene_.size = {around.width() + 2 * frame_of_graph, around.height() + 2 * frame_of_graph};
    }

    // Bank by bank, those across before them, as one reads: down and to the right.
    void number_boxes() {
        const auto bank_of = [&](std::size_t box) {
            const Point at = scene_.boxes[box].box.center();
            std::size_t bank = 0;
            for (std::size_t i = 0; i < scene_.banks.size(); ++i) {
                if (scene_.banks[i].ground.contains(at)) bank = i + 1;
            }
            return bank;
        };
        const auto place = [&](std::size_t box) {
            const Point at = scene_.boxes[box].box.center();
            return std::tuple{bank_of(box), std::lround(at.y), std::lround(at.x)};
        };
        for (std::size_t i = 0; i < scene_.boxes.size(); ++i) {
            if (is_drawn_[i]) order_.push_back(i);
        }
        std::ranges::stable_sort(order_, {}, place);
        number_.resize(scene_.boxes.size());
        for (std::size_t i = 0; i < order_.size(); ++i) number_[order_[i]] = std::to_string(i + 1);
    }

    [[nodiscard]] double top_of_map() const { return scene_.banks.empty() ? 0 : bank_heading; }

    // --- one window ---------------------------------------------------------------------

    // The lines of a window's ties, with the heads that these ties have.
    [[nodiscard]] Scene scene_in(const Window& window) const {
        Scene scene = scene_;
        scene.lines.clear();
        for (TieLine line : scene_.lines) {
            std::erase_if(line.ties, [&](TieRow tie) { return !window.ties.contains(tie); });
            if (line.ties.empty()) continue;
            const bool is_new = std::ranges::any_of(line.ties, [&](TieRow tie) { return window.born.contains(tie); });
            if (is_new) line.fate = Fate::added;
            const bool heads = line.head_at_start || line.head_at_end;
            const auto runs_to = [&](std::size_t box) {
                return std::ranges::any_of(line.ties, [&](TieRow tie) {
                    const Run& run = runs_.at(tie);
                    return run.both_ways || run.to == scene.boxes[box].actor;
                });
            };
            line.head_at_start = heads && runs_to(line.from);
            line.head_at_end = heads && runs_to(line.to);
            scene.lines.push_back(std::move(line));
        }
        return scene;
    }

    [[nodiscard]] std::string ties_text(std::size_t count) const {
        return texts_(count == 1 ? "multiples.count.one" : "multiples.count.many", {{"count", std::to_string(count)}});
    }

    // Of the first window nobody can say what is new.
    [[nodiscard]] std::string counts(const Window& window) const {
        const std::string ties = ties_text(window.ties.size());
        if (&window == windows_.data()) return ties;
        return texts_(
            "multiples.changes",
            {{"count", ties}, {"born", std::to_string(window.born.size())}, {"ended", std::to_string(window.ended)}});
    }

    [[nodiscard]] double width_of_heading(const Window& window) const {
        return width_of(window.heading, heading_letters) + 10 + width_of(counts(window), count_letters);
    }

    [[nodiscard]] Group window(const Window& window) const {
        const Scene scene = scene_in(window);
        Group group{Role::item, "window", window.heading + ": " + counts(window), {}, {}};
        group.add(Words{window.heading, {0, 14}, heading_letters, colors_.ink, Align::left});
        group.add(Words{counts(window),
                        {width_of(window.heading, heading_letters) + 10, 14},
                        count_letters,
                        colors_.second_ink,
                        Align::left});
        Group grounds = draw_grounds(scene, network_, texts_, paint_);
        drop_words(grounds);
        Group ties = draw_ties(scene, network_, texts_, paint_);
        for (Group* part : {&grounds, &ties}) scale(*part, shrink);
        const Point at{0, heading_height + top_of_map()};
        for (Group part : {std::move(grounds), std::move(ties), actors(scene)}) {
            shift(part, at);
            group.groups.push_back(std::move(part));
        }
        for (const Bank& bank : scene.banks) {
            const std::string name = country_name(network_, bank.country, texts_, options_.language);
            group.add(Words{name, {bank.ground.left * shrink, at.y - 4}, small_letters, colors_.ink, Align::left});
        }
        return group;
    }

    [[nodiscard]] KindStyle style_of(ActorRow actor) const {
        const auto kind = network_[actor].kind;
        return themed(kind ? network_.vocabulary().style_of(*kind) : KindStyle{}, options_.theme);
    }

    [[nodiscard]] Group actors(const Scene& scene) const {
        std::set<std::size_t> tied;
        for (const TieLine& line : scene.lines) tied.insert({line.from, line.to});
        Group list{Role::list, "actors", texts_("actors"), {}, {}};
        for (const std::size_t i : order_) {
            KindStyle style = style_of(scene.boxes[i].actor);
            const bool is_tied = tied.contains(i);
            if (!is_tied) {
                style.fill = mixed(style.fill, colors_.paper, pale);
                style.line = mixed(style.line, colors_.paper, pale);
            }
            Group group{is_tied ? Role::item : Role::plain, is_tied ? "actor" : "pale", "", {}, {}};
            if (is_tied) group.label = number_[i] + " " + full_name(network_, scene.boxes[i].actor, options_.language);
            draw_box(group, style, scene.boxes[i].box, colors_.paper);
            scale(group, shrink);
            const Point middle = scene.boxes[i].box.center() * shrink;
            if (is_tied) group.add(Words{number_[i], middle + Point{0, 4.4}, small_letters, style.text, Align::middle});
            list.groups.push_back(std::move(group));
        }
        return list;
    }

    // --- around -------------------------------------------------------------------------

    // Whose the numbers are, in columns.
    [[nodiscard]] std::pair<Group, double> key(double width) const {
        Group list{Role::list, "key", texts_("multiples.key"), {}, {}};
        list.add(Words{texts_("multiples.key"), {0, 14}, heading_letters, colors_.ink, Align::left});
        double widest = 0;
        for (const std::size_t i : order_) widest = std::max(widest, width_of(key_name(i), key_letters));
        const double column = 28 + widest + gap;
        const auto columns = static_cast<std::size_t>(std::max(1., std::floor((width + gap) / column)));
        const std::size_t rows = std::max<std::size_t>((order_.size() + columns - 1) / columns, 1);
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const Point at{static_cast<double>(i / rows) * column, 36 + static_cast<double>(i % rows) * key_row};
            Group entry{Role::item, "", number_[order_[i]] + " " + key_name(order_[i]), {}, {}};
            entry.add(Words{number_[order_[i]], at + Point{20, 0}, key_letters, colors_.second_ink, Align::right});
            entry.add(Words{key_name(order_[i]), at + Point{28, 0}, key_letters, colors_.ink, Align::left});
            list.groups.push_back(std::move(entry));
        }
        return {std::move(list), 26 + static_cast<double>(rows) * key_row};
    }

    [[nodiscard]] std::string key_name(std::size_t box) const {
        return shortened(short_name(network_, scene_.boxes[box].actor, options_.language), key_letters, 200);
    }

    [[nodiscard]] std::string title() const {
        if (!options_.title.empty()) return options_.title;
        const auto most = std::ranges::max_element(windows_, {}, [](const Window& one) { return one.ties.size(); });
        if (ties_.empty()) return texts_("multiples.headline.none");
        return texts_(most->born.empty() ? "multiples.headline" : "multiples.headline.new",
                      {{"window", most->heading},
                       {"ties", std::to_string(most->ties.size())},
                       {"born", std::to_string(most->born.size())}});
    }

    [[nodiscard]] std::string description() const {
        const auto& about = network_.about();
        const std::string what{label_in(about.title, options_.language, about.name)};
        std::string line = what.empty() ? "" : what + ". ";
        line += texts_("subtitle.counts",
                       {{"actors", std::to_string(order_.size())}, {"ties", std::to_string(ties_.size())}});
        const auto undated = static_cast<std::size_t>(std::ranges::count_if(ties_, [&](TieRow tie) {
            const Sheet& sheet = network_.draft().ties;
            return sheet.cell(index(tie), "since").empty() && sheet.cell(index(tie), "until").empty();
        }));
        if (undated > 0)
            line += " " + texts_(undated == 1 ? "multiples.undated.one" : "multiples.undated.many",
                                 {{"count", std::to_string(undated)}});
        if (const std::size_t out = view_.actors.size() - order_.size(); out > 0)
            line += " " + texts_("multiples.left_out", {{"count", std::to_string(out)}});
        return line;
    }

    [[nodiscard]] std::vector<LegendBlock> legend() const {
        Scene shown = scene_;
        shown.boxes.clear();
        for (const std::size_t i : order_) shown.boxes.push_back(scene_.boxes[i]);
        shown.lines.clear();
        for (const Window& window : windows_) {
            for (TieLine& line : scene_in(window).lines) shown.lines.push_back(std::move(line));
        }
        return legend_of(shown, network_, texts_, paint_);
    }

    const Network& network_;
    const View& view_;
    const PictureOptions& options_;
    const Texts& texts_;
    Palette colors_;
    Paint paint_;
    Scene scene_;
    std::map<TieRow, Run> runs_;
    std::vector<Window> windows_;
    std::vector<bool> is_drawn_;       // by box
    std::vector<std::size_t> order_;   // boxes that are drawn, by number
    std::vector<std::string> number_;  // by box
    std::vector<TieRow> ties_;         // drawn in some window
};

}  // namespace

Drawing draw_multiples(const Network& network, const View& whole, const std::vector<SmallMultiple>& windows,
                       const PictureOptions& options) {
    return Cells{network, whole, windows, options}.drawn();
}

}  // namespace coopnet::render
