#include <coopnet/core/error.hpp>
#include <coopnet/render/frame.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/letters.hpp>
#include <coopnet/render/matrix_picture.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/scene.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <map>
#include <utility>

namespace coopnet::render {
namespace {

constexpr std::size_t most = 200;
constexpr std::size_t few = 40;            // so many actors have roomy cells
constexpr std::size_t most_numbered = 99;  // beyond, three digits need the room of several cells
constexpr std::size_t numbered_apart = 5;
constexpr double widest_name = 210;
constexpr double widest_block = 220;
constexpr double gap = 10;  // between names, cells and the names of blocks
constexpr double number_room = 30;
constexpr Letters name_letters{13.5};
constexpr Letters block_letters{13.5, true};
constexpr Letters number_letters{12};
constexpr int shades = 4;

struct Cell {
    std::vector<TieRow> ties;
    double value = 0;
    Status status = Status::inferred;  // of the surest tie
};

Path rectangle(const Box& b) {
    return polygon({{b.left, b.top}, {b.right, b.top}, {b.right, b.bottom}, {b.left, b.bottom}});
}

// The surer, the lower.
int doubt(Status status) {
    switch (status) {
        case Status::documented:
            return 0;
        case Status::unsaid:
            return 1;
        case Status::claimed:
            return 2;
        case Status::inferred:
            break;
    }
    return 3;
}

// What the shades mean: up to four whole numbers one by one, else four ranges.
class Shades {
public:
    Shades(const std::map<std::pair<Vertex, Vertex>, Cell>& cells, bool counted) : counted_{counted} {
        for (const auto& [at, cell] : cells) {
            low_ = std::min(low_, cell.value);
            high_ = std::max(high_, cell.value);
        }
        width_ = counted ? std::ceil(high_ / shades) : (high_ - low_) / shades;
    }

    [[nodiscard]] int level(double value) const {
        if (width_ <= 0) return shades;
        if (counted_) return shades - static_cast<int>((high_ - value) / width_);
        return std::clamp(1 + static_cast<int>((value - low_) / width_), 1, shades);
    }

    // Each shade and the values it stands for, the lowest first.
    [[nodiscard]] std::vector<std::pair<int, std::string>> legend() const {
        std::vector<std::pair<int, std::string>> entries;
        if (high_ < low_) return entries;
        for (int level = 1; level <= shades; ++level) {
            const double top = counted_ ? high_ - width_ * (shades - level) : low_ + width_ * level;
            const double bottom = counted_ ? std::max(1., top - width_ + 1) : top - width_;
            if (top < (counted_ ? 1 : low_) || (width_ <= 0 && level < shades)) continue;
            entries.emplace_back(level, bottom == top || width_ <= 0 ? fmt::format("{:.3g}", high_ < top ? high_ : top)
                                                                     : fmt::format("{:.3g} – {:.3g}", bottom, top));
        }
        return entries;
    }

private:
    bool counted_;
    double low_ = std::numeric_limits<double>::infinity();
    double high_ = -std::numeric_limits<double>::infinity();
    double width_ = 0;
};

class Painter {
public:
    Painter(const Network& network, const View& view, const MatrixOptions& options)
        : network_{network},
          view_{view},
          options_{options},
          texts_{options.texts},
          colors_{palette(options.theme)},
          weights_{strengths(view)},
          counted_{weights_.empty() || view.counted} {
        for (std::size_t block = 0; block < options.blocks.size(); ++block) {
            for (const Vertex vertex : options.blocks[block].members) {
                order_.push_back(vertex);
                block_of_.push_back(block);
            }
        }
        place_.resize(view.actors.size());
        for (std::size_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
        pitch_ = order_.size() <= few ? 22 : 18;
        std::visit([this](const auto& csr) { fill_cells(csr); }, view.csr);
        for (const Vertex vertex : order_) names_width_ = std::max(names_width_, width_of(name(vertex), name_letters));
        names_width_ = std::max(names_width_, width_of(reading(), number_letters) - number_room);
        left_ = std::ceil(names_width_) + number_room + gap;
    }

    Drawing drawn() const {
        const Shades scale{cells_, counted_};
        const Frame frame{title(), description(), legend(scale), sources_line(network_, view_.edge_ties, texts_),
                          selected_line(network_, options_.selection, texts_)};
        const double side = pitch_ * static_cast<double>(order_.size());
        return framed(frame, {left_ + side + blocks_width(), top_ + side + foot()},
                      {grounds(), ties(scale), actors(), blocks()}, options_.theme, options_.language, texts_);
    }

private:
    template <Direction D>
    void fill_cells(const Csr<D>& csr) {
        for (EdgeId id = 0; id < csr.edge_count(); ++id) {
            const EdgeSpec& edge = csr.edges()[id];
            add(edge.source, edge.target, id);
            if ((edge.both_ways || D == Direction::undirected) && edge.source != edge.target)
                add(edge.target, edge.source, id);
            const bool dense = !options_.dense.empty() && is_dense(block_at(edge.source), block_at(edge.target));
            if (dense) inside_ += view_.ties(id).size();
        }
    }

    void add(Vertex from, Vertex to, EdgeId edge) {
        Cell& cell = cells_[{from, to}];
        const auto ties = view_.ties(edge);
        cell.ties.insert(cell.ties.end(), ties.begin(), ties.end());
        cell.value += counted_ ? static_cast<double>(ties.size()) : weights_[edge];
        for (const TieRow tie : ties) {
            const Status status = network_[tie].status;
            if (doubt(status) < doubt(cell.status)) cell.status = status;
        }
    }

    // --- words --------------------------------------------------------------------------

    [[nodiscard]] std::string name(Vertex vertex) const {
        return shortened(short_name(network_, view_.actors[vertex], options_.language), name_letters, widest_name);
    }

    // Empty where a number would run into its neighbor.
    [[nodiscard]] std::string number(std::size_t place) const {
        const bool shown = order_.size() <= most_numbered || (place + 1) % numbered_apart == 0;
        return shown ? std::to_string(place + 1) : "";
    }

    [[nodiscard]] std::string reading() const {
        return texts_(std::holds_alternative<Digraph>(view_.csr) ? "matrix.reads" : "matrix.reads_both");
    }

    [[nodiscard]] std::string block_name(const MatrixBlock& block) const {
        return block.country.empty() ? block.name : country_name(network_, block.country, texts_, options_.language);
    }

    [[nodiscard]] std::string title() const {
        if (!options_.title.empty()) return options_.title;
        const std::string all = std::to_string(view_.edge_ties.size());
        const auto dense = std::ranges::count(options_.dense, true);
        if (options_.blocks.size() < 2 || dense == 0)
            return texts_("matrix.headline", {{"actors", std::to_string(order_.size())}, {"ties", all}});
        return texts_(dense == 1 ? "matrix.headline.one" : "matrix.headline.many",
                      {{"inside", std::to_string(inside_)},
                       {"ties", all},
                       {"dense", std::to_string(dense)},
                       {"blocks", std::to_string(options_.dense.size())}});
    }

    [[nodiscard]] std::string description() const {
        const auto& about = network_.about();
        const std::string what{label_in(about.title, options_.language, about.name)};
        std::string line = what.empty() ? "" : what + ". ";
        if (!options_.period.empty()) line += texts_("subtitle.period", {{"period", options_.period}}) + " ";
        line += texts_("subtitle.counts",
                       {{"actors", std::to_string(order_.size())}, {"ties", std::to_string(view_.edge_ties.size())}});
        if (!options_.remark.empty()) line += " " + options_.remark;
        return line;
    }

    // --- places -------------------------------------------------------------------------

    [[nodiscard]] std::size_t block_at(Vertex vertex) const { return block_of_[place_[vertex]]; }
    [[nodiscard]] bool is_dense(std::size_t from, std::size_t to) const {
        return options_.dense[from * options_.blocks.size() + to];
    }
    [[nodiscard]] double edge(std::size_t place) const { return pitch_ * static_cast<double>(place); }
    [[nodiscard]] Box cell_box(std::size_t row, std::size_t column) const {
        return {left_ + edge(column), top_ + edge(row), left_ + edge(column + 1), top_ + edge(row + 1)};
    }
    [[nodiscard]] bool has_blocks() const { return options_.blocks.size() > 1; }
    // Long columns carry their numbers below, too.
    [[nodiscard]] double foot() const { return order_.size() > few / 2 ? top_ : 4; }

    [[nodiscard]] std::vector<std::size_t> borders() const {
        std::vector<std::size_t> borders{0};
        for (const MatrixBlock& block : options_.blocks) borders.push_back(borders.back() + block.members.size());
        return borders;
    }

    [[nodiscard]] std::vector<std::string> block_lines(const MatrixBlock& block) const {
        const auto room = static_cast<std::size_t>(pitch_ * static_cast<double>(block.members.size()) / 16.5);
        auto lines = break_lines(block_name(block), block_letters, widest_block, std::max<std::size_t>(room, 1));
        for (std::string& line : lines) line = shortened(line, block_letters, widest_block);
        return lines;
    }

    [[nodiscard]] double blocks_width() const {
        double width = 0;
        if (has_blocks()) {
            for (const MatrixBlock& block : options_.blocks) {
                for (const std::string& line : block_lines(block))
                    width = std::max(width, gap + width_of(line, block_letters));
            }
        }
        return std::ceil(width);
    }

    // --- groups -------------------------------------------------------------------------

    void add_line(Group& group, Point from, Point to, const Color& color, double width) const {
        group.add(Shape{path_through({from, to}), {}, Stroke{color, width}});
    }

    [[nodiscard]] Group grounds() const {
        Group group{Role::plain, "grounds", "", {}, {}};
        const auto borders = this->borders();
        const double side = edge(order_.size());
        for (std::size_t a = 0; !options_.dense.empty() && a < options_.blocks.size(); ++a) {
            for (std::size_t b = 0; b < options_.blocks.size(); ++b) {
                if (!is_dense(a, b)) continue;
                const Box first = cell_box(borders[a], borders[b]);
                group.add(
                    Shape{rectangle({first.left, first.top, left_ + edge(borders[b + 1]), top_ + edge(borders[a + 1])}),
                          dense_ground(),
                          {}});
            }
        }
        const Color rule = mixed(colors_.second_ink, colors_.paper, .28);
        for (std::size_t i = 0; i <= order_.size(); ++i) {
            const bool border = std::ranges::find(borders, i) != borders.end();
            if (border) continue;
            add_line(group, {left_, top_ + edge(i)}, {left_ + side, top_ + edge(i)}, rule, .7);
            add_line(group, {left_ + edge(i), top_}, {left_ + edge(i), top_ + side}, rule, .7);
        }
        for (const std::size_t i : borders) {
            const double reach = has_blocks() && i > 0 && i < order_.size() ? number_room + names_width_ : 0;
            add_line(group, {left_ - reach, top_ + edge(i)}, {left_ + side, top_ + edge(i)}, colors_.ink, 1.4);
            add_line(group, {left_ + edge(i), top_}, {left_ + edge(i), top_ + side}, colors_.ink, 1.4);
        }
        return group;
    }

    [[nodiscard]] Color dense_ground() const { return mixed(colors_.warm, colors_.paper, .75); }

    [[nodiscard]] Shade shade_of(int level) const { return shade(.2 * level + .1, options_.theme); }

    // A full square; one that is not documented is smaller, and has a broken edge. Its sides take whole dashes.
    void draw_cell(Group& group, const Box& box, int level, Status status) const {
        const Color fill = shade_of(level).fill;
        const double side = pitch_ == 18 ? 14 : 17.5;
        const Breaks breaks = breaks_of(status);
        const double inner = breaks == Breaks::solid ? side : side - 5.5;
        group.add(Shape{rectangle(box_at(box.center(), {inner, inner})), fill, Stroke{colors_.ink, .5}});
        if (breaks == Breaks::solid) return;
        // From the middle of a gap on, so that each side has its dash.
        const Box around = box_at(box.center(), {side, side});
        Polyline corners{{around.left + 2, around.top}, {around.right, around.top}, {around.right, around.bottom}};
        corners.insert(corners.end(), {{around.left, around.bottom}, {around.left, around.top}});
        group.add(Shape{polygon(corners), {}, Stroke{colors_.ink, breaks == Breaks::dots ? 1.9 : 1.3, breaks}});
    }

    [[nodiscard]] Group ties(const Shades& scale) const {
        Group list{Role::list, "ties", texts_("ties"), {}, {}};
        for (std::size_t row = 0; row < order_.size(); ++row) {
            for (std::size_t column = 0; column < order_.size(); ++column) {
                const auto found = cells_.find({order_[row], order_[column]});
                if (found == cells_.end()) continue;
                const Cell& cell = found->second;
                Group group{Role::item, "tie", "", {}, {}};
                for (const TieRow tie : cell.ties) {
                    if (!group.label.empty()) group.label += "; ";
                    group.label += sentence(network_, tie, texts_, options_.language);
                }
                const int level = scale.level(cell.value);
                const Box box = cell_box(row, column);
                draw_cell(group, box, level, cell.status);
                if (counted_ && cell.value > 1 && cell.value < 10)
                    group.add(Words{fmt::format("{:.0f}", cell.value), box.center() + Point{0, 4.4}, number_letters,
                                    shade_of(level).text, Align::middle});
                list.groups.push_back(std::move(group));
            }
        }
        return list;
    }

    void add_number(Group& group, const std::string& text, Point middle) const {
        if (!text.empty())
            group.add(Words{text, middle + Point{0, 4.4}, number_letters, colors_.second_ink, Align::middle});
    }

    [[nodiscard]] Group actors() const {
        Group list{Role::list, "actors", texts_("actors"), {}, {}};
        list.add(Words{reading(), {left_ - gap, top_ - 7}, number_letters, colors_.second_ink, Align::right});
        for (std::size_t i = 0; i < order_.size(); ++i) {
            const Vertex vertex = order_[i];
            const double middle = edge(i) + pitch_ / 2;
            Group group{Role::item,
                        "actor",
                        std::to_string(i + 1) + " " + full_name(network_, view_.actors[vertex], options_.language),
                        {},
                        {}};
            group.add(Words{name(vertex),
                            {left_ - gap - number_room + 4, top_ + middle + 4.8},
                            name_letters,
                            colors_.ink,
                            Align::right});
            add_number(group, std::to_string(i + 1), {left_ - gap - number_room / 2 + 6, top_ + middle});
            add_number(group, number(i), {left_ + middle, top_ - 11});
            if (foot() >= top_) add_number(group, number(i), {left_ + middle, top_ + edge(order_.size()) + 11});
            if (!cells_.contains({vertex, vertex})) add_number(group, number(i), cell_box(i, i).center());
            list.groups.push_back(std::move(group));
        }
        return list;
    }

    [[nodiscard]] Group blocks() const {
        Group group{Role::plain, "blocks", "", {}, {}};
        if (!has_blocks()) return group;
        const auto borders = this->borders();
        for (std::size_t i = 0; i < options_.blocks.size(); ++i) {
            const auto lines = block_lines(options_.blocks[i]);
            double y = top_ + (edge(borders[i]) + edge(borders[i + 1])) / 2 + 4.8 -
                       16.5 * static_cast<double>(lines.size() - 1) / 2;
            for (const std::string& line : lines) {
                group.add(Words{line, {left_ + edge(order_.size()) + gap, y}, block_letters, colors_.ink, Align::left});
                y += 16.5;
            }
        }
        return group;
    }

    // --- legend -------------------------------------------------------------------------

    [[nodiscard]] LegendEntry entry(std::string text, int level, Status status) const {
        return {std::move(text), pitch_, [this, level, status](Group& group, Point at) {
                    draw_cell(group, box_at(at + Point{pitch_ / 2, 0}, {pitch_, pitch_}), level, status);
                }};
    }

    [[nodiscard]] std::vector<LegendBlock> legend(const Shades& scale) const {
        LegendBlock values{texts_(counted_ ? "matrix.legend.count" : "matrix.legend.strength"), {}};
        for (auto& [level, text] : scale.legend())
            values.entries.push_back(entry(std::move(text), level, Status::documented));
        LegendBlock certainty{texts_("matrix.legend.certainty"), {}};
        for (const Status status : {Status::documented, Status::claimed, Status::inferred}) {
            const auto is_one = [status](const auto& item) { return item.second.status == status; };
            if (std::ranges::any_of(cells_, is_one))
                certainty.entries.push_back(entry(texts_("legend." + std::string{status_name(status)}), 3, status));
        }
        LegendBlock ground{texts_("matrix.legend.blocks"), {}};
        if (std::ranges::find(options_.dense, true) != options_.dense.end()) {
            ground.entries.push_back({texts_("matrix.legend.dense"), 34, [this](Group& group, Point at) {
                                          group.add(Shape{rectangle(box_at(at + Point{17, 0}, {32, 16})),
                                                          dense_ground(), Stroke{colors_.ink, 1.4}});
                                      }});
        }
        return {values, certainty, ground};
    }

    const Network& network_;
    const View& view_;
    const MatrixOptions& options_;
    const Texts& texts_;
    Palette colors_;
    std::span<const double> weights_;
    bool counted_;
    std::vector<Vertex> order_;
    std::vector<std::size_t> place_;     // by vertex
    std::vector<std::size_t> block_of_;  // by place
    std::map<std::pair<Vertex, Vertex>, Cell> cells_;
    std::size_t inside_ = 0;  // ties in dense blocks
    double pitch_ = 22;
    double names_width_ = 0;
    double left_ = 0;
    double top_ = 26;
};

}  // namespace

Drawing draw_matrix(const Network& network, const View& view, const MatrixOptions& options) {
    if (view.actors.size() > most) {
        throw InvalidOption{fmt::format(
            "A matrix of {} actors cannot be read; {} is the limit. Select fewer with a projection (layers, "
            "kinds, countries, isolates=False), or ask position.blockmodel for a table of groups.",
            view.actors.size(), most)};
    }
    return Painter{network, view, options}.drawn();
}

}  // namespace coopnet::render
