#include <coopnet/render/legend.hpp>
#include <coopnet/render/line.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double row_height = 23;
constexpr double line_sample = 42;
constexpr double box_sample = 34;
constexpr double column_gap = 22;
constexpr double block_gap = 34;
constexpr std::size_t most_rows = 12;
constexpr Letters letters{13.5};

LegendEntry box_entry(std::string text, const KindStyle& style, Theme theme) {
    return {std::move(text), box_sample, [style, theme](Group& group, Point at) {
                draw_box(group, style, {at.x + 1, at.y - 8, at.x + 33, at.y + 8}, palette(theme).paper);
            }};
}

LegendEntry line_entry(std::string text, const LineLook& look, Theme theme, Fate fate = Fate::kept) {
    return {std::move(text), line_sample, [look, theme, fate](Group& group, Point at) {
                const Polyline way{at, at + Point{line_sample, 0}};
                draw_band(group, path_through(way), look.style->width, fate, theme);
                draw_line(group, way, path_through(way), look, [&](Point) { return palette(theme).paper; });
                draw_sign(group, fate, way.front() + Point{line_sample * .42, 0}, theme);
            }};
}

std::string kind_label(const Kind& kind, const std::string& language) {
    return std::string{label_in(kind.label, language, kind.id)};
}

// The kind whose style a kind is drawn with.
std::size_t owner_of_style(const Vocabulary& words, std::size_t kind) {
    while (!words.kinds[kind].style && words.kinds[kind].is_a) kind = index(*words.kinds[kind].is_a);
    return kind;
}

std::string lower_first(std::string text) {
    const bool abbreviation = text.size() > 1 && text[1] >= 'A' && text[1] <= 'Z';
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z' && !abbreviation)
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

// What kinds that look the same are called: by the kind that gives them their style if it is shown itself or many share
// it, else by their own names.
std::string shared_label(const Vocabulary& words, std::size_t owner, const std::vector<std::size_t>& kinds,
                         const std::string& language) {
    if (kinds.size() > 2 || std::ranges::find(kinds, owner) != kinds.end())
        return kind_label(words.kinds[owner], language);
    std::string label = kind_label(words.kinds[kinds.front()], language);
    for (std::size_t i = 1; i < kinds.size(); ++i) {
        label += ", ";
        label += lower_first(kind_label(words.kinds[kinds[i]], language));
    }
    return label;
}

void append_names(std::vector<std::string>& names, const Vocabulary& words, const std::vector<std::size_t>& kinds) {
    for (const std::size_t kind : kinds) names.push_back(words.kinds[kind].id);
}

// Shaded boxes keep only the shape of their kind.
KindStyle legend_style(const KindStyle& style, const Paint& paint) {
    KindStyle shown = themed(style, paint.theme);
    if (paint.shares.empty()) return shown;
    const Palette colors = palette(paint.theme);
    return {shown.shape, colors.paper, colors.second_ink, colors.ink};
}

LegendBlock scale_block(const Texts& texts, const Paint& paint) {
    LegendBlock block{texts("legend.shade", {{"measure", paint.scale.measure}}), {}};
    for (std::size_t i = 0; i < paint.scale.steps.size(); ++i) {
        const Shade by = shade((static_cast<double>(i) + .5) / 5, paint.theme);
        block.entries.push_back(
            box_entry(paint.scale.steps[i], {"box", by.fill, palette(paint.theme).ink, by.text}, paint.theme));
    }
    return block;
}

LegendBlock lines_block(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint) {
    LegendBlock block{texts("legend.ties"), {}};
    for (const LineStyle& style : network.vocabulary().lines) {
        if (std::ranges::none_of(scene.lines, [&](const TieLine& line) { return line.style == &style; })) continue;
        const auto has_head = [&](const TieLine& line) {
            return line.style == &style && (line.head_at_start || line.head_at_end);
        };
        const bool head = std::ranges::any_of(scene.lines, has_head);
        const LineLook look{&style, themed_line(style.color, paint.theme), Breaks::solid, false, head, .42};
        block.entries.push_back(
            line_entry(std::string{label_in(style.label, paint.language, style.id)}, look, paint.theme));
        block.entries.back().of = {style.id};
    }
    return block;
}

LegendBlock breaks_block(const Scene& scene, const Texts& texts, const Paint& paint) {
    static const LineStyle plain;
    LegendBlock block{texts("legend.breaks"), {}};
    for (const Status status : {Status::documented, Status::claimed, Status::inferred}) {
        const auto is_one = [&](const TieLine& line) { return line.status == status && line.fate != Fate::removed; };
        if (std::ranges::none_of(scene.lines, is_one)) continue;
        const LineLook look{&plain, palette(paint.theme).ink, breaks_of(status), false, true, .5};
        block.entries.push_back(line_entry(texts("legend." + std::string{status_name(status)}), look, paint.theme));
        block.entries.back().of = {std::string{status_name(status)}};
    }
    return block;
}

LegendBlock fates_block(const Scene& scene, const Texts& texts, const Paint& paint) {
    static const LineStyle plain;
    LegendBlock block{texts("legend.fates"), {}};
    const Palette colors = palette(paint.theme);
    for (const Fate fate : {Fate::removed, Fate::added, Fate::changed}) {
        const auto has = [fate](const auto& one) { return one.fate == fate; };
        if (std::ranges::none_of(scene.lines, has) && std::ranges::none_of(scene.boxes, has)) continue;
        const bool removed = fate == Fate::removed;
        const LineLook look{
            &plain, removed ? colors.second_ink : colors.ink, removed ? Breaks::sparse : Breaks::solid, false, true,
            .5};
        block.entries.push_back(line_entry(texts(fate_key(fate)), look, paint.theme, fate));
    }
    return block;
}

double room_of_sample(const LegendEntry& entry) {
    return entry.sample_width + 9;
}

void draw_entry(Group& list, const LegendEntry& entry, Point at, Theme theme) {
    Group group{Role::item, "", entry.text, {}, {}};
    entry.draw(group, at);
    group.add(Words{entry.text, at + Point{room_of_sample(entry), 4.8}, letters, palette(theme).ink, Align::left});
    list.groups.push_back(std::move(group));
}

// The widths of a block's columns when they have so many rows; the heading widens the last.
std::vector<double> columns_of(const LegendBlock& block, std::size_t rows) {
    std::vector<double> widths;
    for (std::size_t i = 0; i < block.entries.size(); ++i) {
        if (i % rows == 0) widths.push_back(0);
        widths.back() = std::max(
            widths.back(), room_of_sample(block.entries[i]) + width_of(block.entries[i].text, letters) + column_gap);
    }
    const double sum = std::accumulate(widths.begin(), widths.end(), 0.);
    widths.back() += std::max(0., width_of(block.heading, {13.5, true}) + column_gap - sum);
    return widths;
}

double width_of(const LegendBlock& block, std::size_t rows) {
    const auto columns = columns_of(block, rows);
    return std::accumulate(columns.begin(), columns.end(), 0.);
}

void draw_block(Group& legend, const LegendBlock& block, std::size_t rows, Point at, Theme theme) {
    Group list{Role::list, "", block.heading, {}, {}};
    list.add(Words{block.heading, {at.x, at.y + 12}, {13.5, true}, palette(theme).ink, Align::left});
    const auto columns = columns_of(block, rows);
    for (std::size_t i = 0; i < block.entries.size(); ++i) {
        if (i > 0 && i % rows == 0) at.x += columns[i / rows - 1];
        draw_entry(list, block.entries[i], {at.x, at.y + 34 + static_cast<double>(i % rows) * row_height}, theme);
    }
    legend.groups.push_back(std::move(list));
}

}  // namespace

LegendBlock kinds_block(const std::vector<ActorRow>& actors, const Network& network, const Texts& texts,
                        const Paint& paint) {
    const Vocabulary& words = network.vocabulary();
    std::map<std::size_t, std::vector<std::size_t>> shown;  // by the kind whose style they have
    for (std::size_t kind = 0; kind < words.kinds.size(); ++kind) {
        const auto is_one = [&](ActorRow actor) { return network[actor].kind == row<KindRow>(kind); };
        if (std::ranges::any_of(actors, is_one)) shown[owner_of_style(words, kind)].push_back(kind);
    }
    LegendBlock block{texts("legend.actors"), {}};
    std::vector<KindStyle> styles;
    for (const auto& [owner, kinds] : shown) {
        const KindStyle style = words.style_of(row<KindRow>(owner));
        const auto same = std::ranges::find_if(styles, [&](const KindStyle& known) {
            return std::tie(known.shape, known.fill, known.line) == std::tie(style.shape, style.fill, style.line);
        });
        std::string label = shared_label(words, owner, kinds, paint.language);
        if (same != styles.end()) {
            std::string& text = block.entries[static_cast<std::size_t>(same - styles.begin())].text;
            text += ", ";
            text += lower_first(std::move(label));
            append_names(block.entries[static_cast<std::size_t>(same - styles.begin())].of, words, kinds);
        } else {
            styles.push_back(style);
            block.entries.push_back(box_entry(std::move(label), legend_style(style, paint), paint.theme));
            append_names(block.entries.back().of, words, kinds);
        }
    }
    return block;
}

std::vector<LegendBlock> legend_of(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint) {
    std::vector<LegendBlock> blocks;
    blocks.push_back(fates_block(scene, texts, paint));
    if (!paint.shares.empty()) blocks.push_back(scale_block(texts, paint));
    std::vector<ActorRow> actors;
    for (const ActorBox& box : scene.boxes) actors.push_back(box.actor);
    blocks.push_back(kinds_block(actors, network, texts, paint));
    blocks.push_back(lines_block(scene, network, texts, paint));
    blocks.push_back(breaks_block(scene, texts, paint));
    return blocks;
}

double narrowest_legend(const std::vector<LegendBlock>& blocks) {
    double sum = -column_gap;
    for (const LegendBlock& block : blocks) {
        if (!block.entries.empty()) sum += width_of(block, most_rows);
    }
    return std::max(0.0, sum);
}

Legend draw_legend(std::vector<LegendBlock> blocks, double width, Theme theme, const Texts& texts, double top) {
    Legend legend{{Role::plain, "legend", texts("legend"), {}, {}}, top};
    std::erase_if(blocks, [](const LegendBlock& block) { return block.entries.empty(); });

    // As few rows as the width allows.
    const auto width_at = [&](std::size_t rows) {
        double sum = -column_gap;
        for (const LegendBlock& block : blocks) sum += width_of(block, rows);
        return sum;
    };
    std::size_t rows = 3;
    while (rows < most_rows && width_at(rows) > width) ++rows;
    const double spare = blocks.size() > 1 ? (width - width_at(rows)) / static_cast<double>(blocks.size() - 1) : 0;
    double left = 0;
    for (const LegendBlock& block : blocks) {
        draw_block(legend.group, block, rows, {left, top}, theme);
        left += width_of(block, rows) + std::clamp(spare, 0., block_gap);
        const double last = static_cast<double>(std::min(rows, block.entries.size()));
        legend.bottom = std::max(legend.bottom, top + 34 + (last - .5) * row_height);
    }
    return legend;
}

}  // namespace coopnet::render
