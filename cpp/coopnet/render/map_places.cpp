#include <coopnet/core/error.hpp>
#include <coopnet/render/capitals.hpp>
#include <coopnet/render/map_places.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/paint.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>
#include <numeric>

namespace coopnet::render {
namespace {

constexpr double gap = 13;        // between boxes of a block
constexpr double padding = 11;    // of a block
constexpr double head = 19;       // of a block, for its name
constexpr double block_gap = 38;  // between blocks
constexpr double widest_row = 1300;
constexpr double roominess = 3.2;  // of the whole map to its blocks
constexpr double widest_stretch = 260;
constexpr std::size_t most_mapped = 300;

struct Block {
    std::string country;
    std::vector<std::size_t> members;  // of the view
    std::optional<Capital> capital;
    std::size_t columns = 1;
    Box box;
};

// As wide as high, roughly: boxes are some three times as wide as high.
std::size_t columns_for(std::size_t members) {
    return std::max<std::size_t>(1,
                                 static_cast<std::size_t>(std::lround(std::sqrt(.5 * static_cast<double>(members)))));
}

class Map {
public:
    Map(const Network& network, const View& view, const BoxSizes& sizes)
        : network_{network}, view_{view}, sizes_{sizes} {
        std::map<std::string, std::size_t, std::less<>> known;
        for (std::size_t i = 0; i < view.actors.size(); ++i) {
            const std::string country{network.draft().actors.cell(index(view.actors[i]), "country")};
            const auto [at, fresh] = known.try_emplace(country, blocks_.size());
            if (fresh) blocks_.push_back({country, {}, capital_of(country), 1, {}});
            blocks_[at->second].members.push_back(i);
        }
        for (Block& block : blocks_) {
            if (block.country.empty()) {
                block.columns = block.members.size();
                while (size_of(block).width > widest_row) --block.columns;
            } else {
                block.columns = columns_for(block.members.size());
            }
            block.box = box_at({0, 0}, size_of(block));
        }
    }

    [[nodiscard]] bool has_capitals() const {
        return std::ranges::any_of(blocks_, [](const Block& block) { return block.capital.has_value(); });
    }

    [[nodiscard]] std::vector<std::string> without_capital() const {
        std::vector<std::string> countries;
        for (const Block& block : blocks_) {
            if (!block.capital && !block.country.empty()) countries.push_back(block.country);
        }
        return countries;
    }

    Placing placed(const Texts& texts, const std::string& language) {
        const Box map = spread();
        place_above(map);
        place_below(map);
        Placing placing;
        placing.places.resize(network_.actors().size());
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            const Block& block = blocks_[i];
            stand(block, placing);
            if (is_state_alone(block)) continue;
            const std::string name =
                block.country.empty() ? texts("map.across") : country_name(network_, block.country, texts, language);
            placing.areas.push_back(
                {name, {block.box.left + padding, block.box.top + 16}, {outline("box", block.box)}, {}, i});
        }
        placing.remarks.push_back(texts("remark.map"));
        if (const auto without = without_capital(); !without.empty()) {
            std::string names;
            for (const std::string& country : without)
                names += (names.empty() ? "" : ", ") + country_name(network_, country, texts, language);
            placing.remarks.push_back(texts("remark.map.without", {{"countries", names}}));
        }
        return placing;
    }

private:
    // Its own box says all that a ground would.
    [[nodiscard]] bool is_state_alone(const Block& block) const {
        const auto kind = network_[view_.actors[block.members.front()]].kind;
        const auto state = network_.vocabulary().kind("state");
        return block.members.size() == 1 && kind && state && network_.vocabulary().is_a(*kind, *state);
    }

    [[nodiscard]] Size size_of_member(std::size_t member) const { return sizes_[index(view_.actors[member])]; }

    [[nodiscard]] std::vector<double> widths(const Block& block) const {
        std::vector<double> widths(block.columns);
        for (std::size_t i = 0; i < block.members.size(); ++i) {
            double& width = widths[i % block.columns];
            width = std::max(width, size_of_member(block.members[i]).width);
        }
        return widths;
    }

    [[nodiscard]] std::vector<double> heights(const Block& block) const {
        std::vector<double> heights((block.members.size() + block.columns - 1) / block.columns);
        for (std::size_t i = 0; i < block.members.size(); ++i) {
            double& height = heights[i / block.columns];
            height = std::max(height, size_of_member(block.members[i]).height);
        }
        return heights;
    }

    [[nodiscard]] Size size_of(const Block& block) const {
        const auto sum = [](const std::vector<double>& parts) {
            return std::accumulate(parts.begin(), parts.end(), gap * static_cast<double>(parts.size() - 1));
        };
        return {std::max(sum(widths(block)), 90.) + 2 * padding, sum(heights(block)) + 2 * padding + head};
    }

    // The blocks of states with a capital: projected, drawn together, moved apart. Returns the field they take.
    Box spread() {
        std::vector<Block*> states;
        double area = 0;
        for (Block& block : blocks_) {
            if (!block.capital) continue;
            states.push_back(&block);
            area += (block.box.width() + block_gap) * (block.box.height() + block_gap);
        }
        std::vector<Point> at = projected(states);
        const auto [left, right] = std::ranges::minmax(at, {}, &Point::x);
        const auto [top, bottom] = std::ranges::minmax(at, {}, &Point::y);
        const double degrees = std::max(right.x - left.x, 1.) * std::max(bottom.y - top.y, 1.);
        const double scale = std::sqrt(area * roominess / degrees);
        for (Point& point : at) point = point * scale;
        shorten_stretches(at, &Point::x);
        shorten_stretches(at, &Point::y);
        std::vector<Box> boxes;
        for (std::size_t i = 0; i < states.size(); ++i)
            boxes.push_back(box_at(at[i], {states[i]->box.width(), states[i]->box.height()}));
        push_apart(boxes, block_gap);
        Box field = boxes.front();
        for (std::size_t i = 0; i < states.size(); ++i) {
            states[i]->box = boxes[i];
            field = {std::min(field.left, boxes[i].left), std::min(field.top, boxes[i].top),
                     std::max(field.right, boxes[i].right), std::max(field.bottom, boxes[i].bottom)};
        }
        return field;
    }

    // Degrees, the meridians as near to each other as in the middle of the map. The map is cut where the widest empty
    // stretch of longitudes lies, so that the Pacific may be its middle.
    static std::vector<Point> projected(const std::vector<Block*>& states) {
        std::vector<double> east;
        double north = 0;
        for (const Block* state : states) {
            east.push_back(state->capital->east);
            north += state->capital->north / static_cast<double>(states.size());
        }
        std::ranges::sort(east);
        double cut = -180;
        double widest = east.front() + 360 - east.back();
        for (std::size_t i = 1; i < east.size(); ++i) {
            if (east[i] - east[i - 1] > widest) {
                widest = east[i] - east[i - 1];
                cut = east[i - 1] + widest / 2;
            }
        }
        const double narrowing = std::cos(north * std::numbers::pi / 180);
        std::vector<Point> at;
        for (const Block* state : states) {
            const double turned = state->capital->east < cut ? state->capital->east + 360 : state->capital->east;
            at.push_back({turned * narrowing, -state->capital->north});
        }
        return at;
    }

    static void shorten_stretches(std::vector<Point>& at, double Point::* axis) {
        std::vector<std::size_t> order(at.size());
        std::iota(order.begin(), order.end(), 0U);
        std::ranges::stable_sort(order, {}, [&](std::size_t i) { return at[i].*axis; });
        double spared = 0;
        double before = at[order.front()].*axis;
        for (const std::size_t i : order) {
            const double here = at[i].*axis;
            spared += std::max(0., here - before - widest_stretch);
            before = here;
            at[i].*axis = here - spared;
        }
    }

    void place_above(const Box& map) {
        for (Block& block : blocks_) {
            if (!block.country.empty()) continue;
            const Size size{block.box.width(), block.box.height()};
            block.box = box_at({map.center().x, map.top - block_gap - size.height / 2}, size);
        }
    }

    void place_below(const Box& map) {
        double left = map.left;
        double top = map.bottom + block_gap;
        double bottom = top;
        for (Block& block : blocks_) {
            if (block.capital || block.country.empty()) continue;
            if (left > map.left && left + block.box.width() > std::max(map.right, map.left + widest_row)) {
                left = map.left;
                top = bottom + block_gap;
            }
            block.box = {left, top, left + block.box.width(), top + block.box.height()};
            left = block.box.right + block_gap;
            bottom = std::max(bottom, block.box.bottom);
        }
    }

    void stand(const Block& block, Placing& placing) const {
        const auto wide = widths(block);
        const auto high = heights(block);
        double y = block.box.top + head + padding;
        for (std::size_t row = 0; row < high.size(); ++row) {
            double x = block.box.left + padding;
            for (std::size_t column = 0; column < block.columns; ++column) {
                const std::size_t i = row * block.columns + column;
                if (i >= block.members.size()) break;
                placing.places[index(view_.actors[block.members[i]])] = Point{x + wide[column] / 2, y + high[row] / 2};
                x += wide[column] + gap;
            }
            y += high[row] + gap;
        }
    }

    const Network& network_;
    const View& view_;
    const BoxSizes& sizes_;
    std::vector<Block> blocks_;
};

}  // namespace

Placing map_places(const Network& network, const View& view, const BoxSizes& sizes, const Texts& texts,
                   const std::string& language) {
    if (view.actors.size() > most_mapped) {
        throw InvalidOption{fmt::format(
            "A map of {} actors cannot be read; {} is the limit. Select fewer with a projection (layers, kinds, "
            "countries, isolates=False), or choose the layout \"graph\".",
            view.actors.size(), most_mapped)};
    }
    Map map{network, view, sizes};
    if (!map.has_capitals()) {
        throw InvalidOption{
            "No actor here has a country whose capital is known; countries are codes of three letters (IDN, KHM). "
            "Choose the layout \"graph\"."};
    }
    Placing placing = map.placed(texts, language);
    move_to_corner(placing, sizes);
    return placing;
}

}  // namespace coopnet::render
