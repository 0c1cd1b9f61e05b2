#include <coopnet/core/error.hpp>
#include <coopnet/render/detail/rows.hpp>
#include <coopnet/render/layer_places.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/places.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double widest_row = 1500;
constexpr double gap = 26;
constexpr double line_gap = 44;  // between two lines of one row
constexpr double head = 26;      // of a row, for its name
constexpr double foot = 14;
constexpr double row_gap = 34;
constexpr std::size_t most_layered = 300;
constexpr std::size_t neutral = 5;

struct Row {
    std::string name;
    std::vector<std::size_t> members;  // of the view
};

// Levels first, in their order; then kinds without one, as they come; then who has no kind.
std::vector<Row> rows_of(const Network& network, const View& view, const Texts& texts, const std::string& language) {
    const Vocabulary& words = network.vocabulary();
    std::vector<std::pair<std::string, Row>> rows;
    for (const Level& level : words.levels)
        rows.push_back({level.id, {std::string{label_in(level.label, language, level.id)}, {}}});
    const auto row_of = [&](const std::string& key, const std::string& name) -> Row& {
        const auto known = std::ranges::find(rows, key, &std::pair<std::string, Row>::first);
        if (known != rows.end()) return known->second;
        return rows.emplace_back(key, Row{name, {}}).second;
    };
    std::vector<std::size_t> without;
    for (std::size_t i = 0; i < view.actors.size(); ++i) {
        const auto kind = network[view.actors[i]].kind;
        if (!kind) {
            without.push_back(i);
            continue;
        }
        const std::string level{words.level_of(*kind)};
        const Kind& own = words[*kind];
        Row& row = level.empty() ? row_of("kind " + own.id, std::string{label_in(own.label, language, own.id)})
                                 : row_of(level, level);
        row.members.push_back(i);
    }
    std::vector<Row> filled;
    for (auto& [key, row] : rows) {
        if (!row.members.empty()) filled.push_back(std::move(row));
    }
    if (!without.empty()) filled.push_back({texts("layers.other"), std::move(without)});
    return filled;
}

// Shares a row among as few lines as it needs, first come, first seated: the sweeps order each line.
std::vector<std::vector<std::size_t>> lines_of(const Row& row, const std::vector<double>& widths) {
    double whole = 0;
    for (const std::size_t member : row.members) whole += widths[member] + gap;
    const auto count = static_cast<std::size_t>(whole / widest_row) + 1;
    std::vector<std::vector<std::size_t>> lines(count);
    std::vector<double> filled(count);
    for (const std::size_t member : row.members) {
        const auto least = static_cast<std::size_t>(std::ranges::min_element(filled) - filled.begin());
        lines[least].push_back(member);
        filled[least] += widths[member] + gap;
    }
    return lines;
}

}  // namespace

Placing layer_places(const Network& network, const View& view, const BoxSizes& sizes, const Texts& texts,
                     const std::string& language) {
    if (view.actors.size() > most_layered) {
        throw InvalidOption{fmt::format(
            "Rows of {} actors cannot be read; {} is the limit. Select fewer with a projection (layers, kinds, "
            "countries, isolates=False), or choose the layout \"graph\".",
            view.actors.size(), most_layered)};
    }
    const auto has_kind = [&](ActorRow actor) { return network[actor].kind.has_value(); };
    if (std::ranges::none_of(view.actors, has_kind)) return {graph_rows(network, view, sizes)};

    Placing placing;
    placing.places.resize(network.actors().size());
    std::vector<double> widths;
    for (const ActorRow actor : view.actors) widths.push_back(sizes[index(actor)].width);
    const std::vector<Row> rows = rows_of(network, view, texts, language);
    std::vector<std::vector<std::size_t>> lines;
    std::vector<std::size_t> lines_in;
    for (const Row& row : rows) {
        auto own = lines_of(row, widths);
        lines_in.push_back(own.size());
        std::ranges::move(own, std::back_inserter(lines));
    }
    std::vector<detail::RowTie> ties;
    for (const Tied::Pair& pair : tied(network, view).pairs) ties.push_back({pair.a, pair.b, pair.weight});
    const std::vector<double> at = detail::stand_in_rows(lines, ties, widths, gap);

    double left = 0;
    double right = 0;
    for (std::size_t i = 0; i < at.size(); ++i) {
        left = std::min(left, at[i] - widths[i] / 2 - gap);
        right = std::max(right, at[i] + widths[i] / 2 + gap);
    }
    double y = 0;
    std::size_t line = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        const double top = y;
        y += head;
        for (std::size_t i = 0; i < lines_in[row]; ++i, ++line) {
            double height = 0;
            for (const std::size_t member : lines[line])
                height = std::max(height, sizes[index(view.actors[member])].height);
            if (i > 0) y += line_gap;
            for (const std::size_t member : lines[line])
                placing.places[index(view.actors[member])] = Point{at[member], y + height / 2};
            y += height;
        }
        y += foot;
        placing.areas.push_back(
            {rows[row].name, {left + 8, top + 17}, {outline("box", {left, top, right, y})}, {}, neutral});
        y += row_gap;
    }
    move_to_corner(placing, sizes);
    return placing;
}

}  // namespace coopnet::render
