#include <coopnet/render/band.hpp>
#include <coopnet/render/detail/amounts.hpp>
#include <coopnet/render/frame.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/letters.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/sankey_picture.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <utility>

namespace coopnet::render {
namespace {

constexpr Letters name_letters{13.5};
constexpr Letters number_letters{13.5, true};
constexpr Letters amount_letters{12};
constexpr double line_height = 16.5;
constexpr double room_of_name = 118;
constexpr std::size_t most_lines = 8;
constexpr double room_of_gap = 104;
constexpr double around_text = 9;
constexpr double narrowest_box = 56;
constexpr Size symbol{26, 15};        // of an actor's kind
constexpr double symbol_height = 22;  // with the room below
constexpr double base_width = 1080;
constexpr double base_height = 290;  // of the fullest column
constexpr double narrowest_gap = 96;
constexpr double widest_gap = 380;
constexpr double ground_margin = 10;
constexpr double sample_width = 42;

// One side of a node: what is known to come in or go out.
struct Side {
    double sum = 0;
    bool any = false;
    bool all_known = true;

    void add(const std::optional<double>& value) {
        any = true;
        all_known = all_known && value;
        sum += value.value_or(0);
    }
    [[nodiscard]] bool known() const { return any && all_known; }
};

struct Node {
    ActorRow actor{};
    std::vector<std::string> lines;
    Side in;
    Side out;

    /// What passes here, by the side that says more; nothing if the other one may say more yet.
    [[nodiscard]] std::optional<double> amount() const {
        const double most = std::max(in.sum, out.sum);
        for (const Side* side : {&in, &out}) {
            if (side->known() && side->sum >= most) return most;
        }
        return std::nullopt;
    }
    /// What comes in and does not go out; less than zero: the other way round. Only where both are known.
    [[nodiscard]] double gap() const {
        const double difference = in.known() && out.known() ? in.sum - out.sum : 0;
        return std::abs(difference) > 1e-6 * std::max({in.sum, out.sum, 1.}) ? difference : 0;
    }
};

/// A stub that says what is not accounted for at a node: a node and a link of the layout that no actor has.
struct Stub {
    std::size_t node = 0;
    double amount = 0;  ///< as `Node::gap`
    std::vector<std::string> lines;
};

std::vector<std::string> lines_of(const std::string& text, double room, Letters letters) {
    std::vector<std::string> lines = fill_lines(text, letters, room);
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        lines.back() = shortened(lines.back(), letters, room - width_of("…", letters)) + "…";
    } else if (lines.size() > 1) {
        lines = break_lines(text, letters, room, lines.size());
    }
    for (std::string& line : lines) line = shortened(line, letters, room);
    return lines;
}

double widest(const std::vector<std::string>& lines, Letters letters) {
    double width = 0;
    for (const std::string& line : lines) width = std::max(width, width_of(line, letters));
    return width;
}

class Chart {
public:
    Chart(const Network& network, std::vector<Flowing> flows, const SankeyPictureOptions& options)
        : network_{network},
          flows_{std::move(flows)},
          options_{options},
          texts_{options.texts},
          colors_{palette(options.theme)} {
        for (Flowing& flow : flows_) {
            if (flow.amount && std::isnan(*flow.amount)) flow.amount.reset();
            if (flow.hidden || !flow.amount) {
                flow.amount.reset();
                flow.range.reset();
            }
        }
        add_nodes();
        add_spots();
        add_stubs();
        set_places();
    }

    Drawing drawn() const {
        std::vector<TieRow> ties;
        for (const Flowing& flow : flows_) ties.push_back(flow.tie);
        const Frame frame{title(), description(), legend(), sources_line(network_, ties, texts_),
                          selected_line(network_, options_.selection, texts_)};
        const double top = top_of_nodes();
        std::vector<Group> groups{grounds(), bands(), stubs(), actors(), amounts()};
        for (Group& group : groups) shift(group, {0, top});
        const double bottom = std::max(layout_.size.height, layout_.loops_top + ground_margin);
        return framed(frame, {layout_.size.width, bottom + top}, std::move(groups), options_.theme, options_.language,
                      texts_);
    }

private:
    // --- what is drawn ------------------------------------------------------------------

    void add_nodes() {
        std::map<ActorRow, std::size_t> known;
        for (const Flowing& flow : flows_) {
            for (const ActorRow actor : {flow.from, flow.to}) {
                const auto [at, fresh] = known.try_emplace(actor, nodes_.size());
                if (fresh) nodes_.push_back({actor, {}, {}, {}});
            }
            links_.push_back({known.at(flow.from), known.at(flow.to), flow.amount});
        }
        for (const SankeyLink& link : links_) {
            nodes_[link.from].out.add(link.value);
            nodes_[link.to].in.add(link.value);
        }
        for (Node& node : nodes_)
            node.lines = lines_of(short_name(network_, node.actor, options_.language), room_of_name, letters_of(node));
    }

    void add_spots() {
        for (const Node& node : nodes_) {
            std::optional<std::size_t> stage;
            if (!options_.stage_of.empty()) stage = options_.stage_of[index(node.actor)];
            spots_.push_back({stage, room_of(node)});
        }
        columns_ = sankey_columns(spots_, links_, SankeyAlign::center);
    }

    [[nodiscard]] Size room_of(const Node& node) const {
        double width = widest(node.lines, letters_of(node));
        double height = line_height * static_cast<double>(node.lines.size());
        if (const auto amount = node.amount()) {
            width = std::max(width, width_of(number(*amount), number_letters));
            height += line_height;
        }
        if (network_[node.actor].kind) height += symbol_height;
        return {std::max(narrowest_box, std::ceil(width + 2 * around_text)), height + around_text};
    }

    void add_stubs() {
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const double gap = nodes_[i].gap();
            if (gap == 0) continue;
            const std::size_t column = columns_.of_node[i];
            if (gap < 0 && column == 0) {
                columns_.stages.insert(columns_.stages.begin(), std::nullopt);
                for (std::size_t& one : columns_.of_node) ++one;
            }
            const std::size_t beside = gap > 0 ? columns_.of_node[i] + 1 : columns_.of_node[i] - 1;
            if (beside == columns_.stages.size()) columns_.stages.emplace_back();
            Stub stub{i, gap, lines_of(unaccounted(gap), room_of_gap, amount_letters)};
            const std::size_t node = spots_.size();
            spots_.push_back(
                {std::nullopt, {widest(stub.lines, amount_letters) + 8, 15 * static_cast<double>(stub.lines.size())}});
            columns_.of_node.push_back(beside);
            links_.push_back(gap > 0 ? SankeyLink{i, node, gap} : SankeyLink{node, i, -gap});
            stubs_.push_back(std::move(stub));
        }
    }

    void set_places() {
        std::vector<double> loads(columns_.stages.size(), 0);
        std::vector<double> widths(columns_.stages.size(), 0);
        std::vector<double> in(spots_.size(), 0);
        std::vector<double> out(spots_.size(), 0);
        for (const SankeyLink& link : links_) {
            out[link.from] += link.value.value_or(0);
            in[link.to] += link.value.value_or(0);
        }
        for (std::size_t i = 0; i < spots_.size(); ++i) {
            loads[columns_.of_node[i]] += std::max(in[i], out[i]);
            widths[columns_.of_node[i]] = std::max(widths[columns_.of_node[i]], spots_[i].room.width);
        }
        double most = 0;
        double boxes = 0;
        for (const double load : loads) most = std::max(most, load);
        for (const double width : widths) boxes += width;
        const double gaps = std::max(1., static_cast<double>(widths.size()) - 1);
        const double crowded = narrowest_gap + static_cast<double>(links_.size()) / gaps;
        layout_ = lay_out(spots_, links_, columns_,
                          {.scale = most > 0 ? base_height / most : 1,
                           .padding = 16,
                           .gap = std::clamp((base_width - boxes) / gaps, std::min(crowded, widest_gap), widest_gap),
                           .uniform = 14});
    }

    // --- words --------------------------------------------------------------------------

    // Thousands and decimals as the language writes them; two decimals at most.
    [[nodiscard]] std::string number(double value) const {
        std::string text = fmt::format("{:.2f}", value);
        text.erase(text.find_last_not_of('0') + 1);
        if (text.back() == '.') text.pop_back();
        const std::size_t point = std::min(text.find('.'), text.size());
        if (point < text.size()) text.replace(point, 1, texts_("number.decimal"));
        for (std::size_t i = point; i > 3; i -= 3) text.insert(i - 3, texts_("number.thousands"));
        return text;
    }

    [[nodiscard]] std::string unaccounted(double gap) const {
        return texts_("sankey.unaccounted", {{"amount", number(std::abs(gap))}});
    }

    // A name that stands in several stages says in which.
    [[nodiscard]] std::string name(std::size_t node) const {
        const std::string own = full_name(network_, nodes_[node].actor, options_.language);
        const auto is_same = [&](const Node& other) {
            return full_name(network_, other.actor, options_.language) == own;
        };
        const auto stage = columns_.stages[columns_.of_node[node]];
        const std::string text = short_name(network_, nodes_[node].actor, options_.language);
        const bool unclear = std::ranges::count_if(nodes_, is_same) > 1 && stage && *stage < options_.stages.size();
        return unclear ? text + " (" + options_.stages[*stage] + ")" : text;
    }

    [[nodiscard]] std::size_t names() const {
        std::set<std::string> names;
        for (const Node& node : nodes_) names.insert(full_name(network_, node.actor, options_.language));
        return names.size();
    }

    [[nodiscard]] std::string said(const Flowing& flow) const {
        const std::string what = sentence(network_, flow.tie, texts_, options_.language) + ": ";
        if (flow.hidden) return what + texts_("sankey.hidden");
        if (!flow.amount) return what + texts_("sankey.unknown");
        std::string text = what + number(*flow.amount);
        if (flow.range && flow.range->first < flow.range->second)
            text += texts_("sankey.range", {{"low", number(flow.range->first)}, {"high", number(flow.range->second)}});
        if (flow.one_account) text += " – " + texts_("sankey.one_account");
        return text;
    }

    [[nodiscard]] std::string said(const Node& node) const {
        std::string text = full_name(network_, node.actor, options_.language);
        if (node.in.known()) text += "; " + texts_("sankey.in", {{"amount", number(node.in.sum)}});
        if (node.out.known()) text += "; " + texts_("sankey.out", {{"amount", number(node.out.sum)}});
        if (node.gap() != 0) text += "; " + unaccounted(node.gap());
        return text;
    }

    [[nodiscard]] std::string title() const {
        if (!options_.title.empty()) return options_.title;
        const auto by_size = [](const Stub& a, const Stub& b) { return std::abs(a.amount) < std::abs(b.amount); };
        if (const auto stub = std::ranges::max_element(stubs_, by_size); stub != stubs_.end()) {
            const std::string amount = number(std::abs(stub->amount));
            return texts_(amount == "1" ? "sankey.headline.gap.one" : "sankey.headline.gap.many",
                          {{"amount", amount}, {"actor", name(stub->node)}});
        }
        const auto by_amount = [](const SankeyLink& a, const SankeyLink& b) { return a.value < b.value; };
        const auto largest = std::ranges::max_element(links_, by_amount);
        if (largest == links_.end() || !largest->value)
            return texts_(flows_.empty() ? "sankey.headline.none" : "sankey.headline.unknown");
        return texts_("sankey.headline.largest",
                      {{"amount", number(*largest->value)}, {"from", name(largest->from)}, {"to", name(largest->to)}});
    }

    [[nodiscard]] std::string description() const {
        const auto& about = network_.about();
        const std::string what{label_in(about.title, options_.language, about.name)};
        std::string line = what.empty() ? "" : what + ". ";
        if (!options_.period.empty()) line += texts_("subtitle.period", {{"period", options_.period}}) + " ";
        line += texts_("sankey.counts", {{"actors", number(static_cast<double>(names()))},
                                         {"flows", number(static_cast<double>(flows_.size()))}});
        if (const auto hidden = std::ranges::count_if(flows_, &Flowing::hidden); hidden > 0)
            line += " " + texts_("sankey.counts.hidden", {{"count", number(static_cast<double>(hidden))}});
        std::string back;
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            if (is_loop(i)) (back += back.empty() ? "" : "; ") += name(links_[i].from) + " → " + name(links_[i].to);
        }
        if (!back.empty()) line += " " + texts_("sankey.back", {{"flows", back}});
        return line;
    }

    // --- looks --------------------------------------------------------------------------

    [[nodiscard]] bool is_loop(std::size_t link) const { return !columns_.forward(links_[link]); }

    [[nodiscard]] KindStyle kind_style(const Node& node) const {
        const auto kind = network_[node.actor].kind;
        return kind ? network_.vocabulary().style_of(*kind) : KindStyle{};
    }

    [[nodiscard]] Letters letters_of(const Node& node) const {
        return {name_letters.size, kind_style(node).shape == "double_box"};
    }

    [[nodiscard]] const LineStyle& style_of(const Flowing& flow) const {
        static const LineStyle plain;
        const LineStyle* style = network_.vocabulary().line_of(network_[flow.tie].relation, network_.channel(flow.tie));
        return style == nullptr ? plain : *style;
    }

    [[nodiscard]] BandLook look_of(std::size_t i) const {
        const Flowing& flow = flows_[i];
        const LineStyle& style = style_of(flow);
        const Status status = network_[flow.tie].status;
        BandLook look{&style, themed_line(style.color, options_.theme), breaks_of(status), BandFill::full, true};
        if (look.breaks != Breaks::solid) look.fill = BandFill::pale;
        if (!flow.amount || flow.one_account) look.fill = BandFill::hollow;
        if (flow.amount && flow.one_account && look.breaks == Breaks::solid) look.breaks = Breaks::dashes;
        if (flow.hidden) look.fill = BandFill::hatched;
        look.marked = !flow.hidden && (layout_.bands[i].width >= 7 || is_loop(i));
        return look;
    }

    // --- groups -------------------------------------------------------------------------

    struct StageTitle {
        std::size_t first = 0;
        std::size_t last = 0;
        std::vector<std::string> lines;
    };

    [[nodiscard]] std::vector<StageTitle> stage_titles() const {
        std::vector<StageTitle> titles;
        for (std::size_t c = 0; c < columns_.stages.size(); ++c) {
            const auto stage = columns_.stages[c];
            if (!stage || *stage >= options_.stages.size()) continue;
            if (c > 0 && columns_.stages[c - 1] == stage) {
                titles.back().last = c;
            } else {
                titles.push_back({c, c, {}});
            }
            const double room = layout_.columns[c].right - layout_.columns[titles.back().first].left + 60;
            titles.back().lines = lines_of(options_.stages[*stage], room, number_letters);
        }
        return titles;
    }

    [[nodiscard]] double top_of_nodes() const {
        std::size_t lines = 0;
        for (const StageTitle& title : stage_titles()) lines = std::max(lines, title.lines.size());
        return 12 + (lines == 0 ? 0 : 14 + 17 * static_cast<double>(lines));
    }

    [[nodiscard]] Group grounds() const {
        Group group{Role::plain, "grounds", "", {}, {}};
        for (const StageTitle& title : stage_titles()) {
            const double middle = (layout_.columns[title.first].left + layout_.columns[title.last].right) / 2;
            const double half =
                std::max(layout_.columns[title.last].right - middle, widest(title.lines, number_letters) / 2) +
                ground_margin;
            const double left = middle - half;
            const double right = middle + half;
            const double head = 17 * static_cast<double>(title.lines.size()) + 12;
            group.add(Shape{polygon({{left, -head},
                                     {right, -head},
                                     {right, layout_.loops_top + ground_margin},
                                     {left, layout_.loops_top + ground_margin}}),
                            colors_.bank,
                            {}});
            double y = -head + 15;
            for (const std::string& line : title.lines) {
                group.add(Words{line, {middle, y}, number_letters, colors_.ink, Align::middle});
                y += 17;
            }
        }
        return group;
    }

    // Wide bands below narrow ones, loops above all.
    [[nodiscard]] Group bands() const {
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < flows_.size(); ++i) order.push_back(i);
        std::ranges::stable_sort(order, [&](std::size_t a, std::size_t b) {
            if (is_loop(a) != is_loop(b)) return is_loop(b);
            return layout_.bands[a].width > layout_.bands[b].width;
        });
        Group list{Role::list, "ties", texts_("ties"), {}, {}};
        for (const std::size_t i : order) {
            Group group{Role::item, "tie", said(flows_[i]), {}, {}};
            draw_band(group, layout_.bands[i], look_of(i), colors_.paper);
            list.groups.push_back(std::move(group));
        }
        return list;
    }

    [[nodiscard]] BandLook stub_look() const {
        static const LineStyle plain;
        return {&plain, mixed(colors_.second_ink, colors_.paper, .8), Breaks::sparse, BandFill::pale, false};
    }

    [[nodiscard]] Group stubs() const {
        Group group{Role::plain, "gaps", "", {}, {}};
        for (std::size_t i = 0; i < stubs_.size(); ++i) {
            const Stub& stub = stubs_[i];
            draw_band(group, layout_.bands[flows_.size() + i], stub_look(), colors_.paper);
            const Box& box = layout_.nodes[nodes_.size() + i].box;
            const bool out = stub.amount > 0;
            double y = box.center().y - 15 * static_cast<double>(stub.lines.size()) / 2 + 11;
            for (const std::string& line : stub.lines) {
                group.add(Words{line,
                                {out ? box.left + 4 : box.right - 4, y},
                                amount_letters,
                                colors_.second_ink,
                                out ? Align::left : Align::right});
                y += 15;
            }
        }
        return group;
    }

    // The shape of a kind as other pictures draw it, on the ground of its box.
    void draw_symbol(Group& group, const KindStyle& style, Point at) const {
        const Color& ground = style.shape == "double_box" ? style.fill : colors_.paper;
        draw_box(group, {style.shape, ground, style.line, style.text}, box_at(at, symbol), style.text);
    }

    [[nodiscard]] Group actors() const {
        Group list{Role::list, "actors", texts_("actors"), {}, {}};
        for (std::size_t i = 0; i < nodes_.size(); ++i) {
            const Node& node = nodes_[i];
            const SankeyPlace& place = layout_.nodes[i];
            const KindStyle style = themed(kind_style(node), options_.theme);
            Group group{Role::item, "actor", said(node), {}, {}};
            group.add(Shape{outline("box", place.box), style.fill, Stroke{style.line, 1.4}});
            const auto amount = node.amount();
            const Size room = room_of(node);
            double y = place.box.center().y - (room.height - around_text) / 2;
            if (network_[node.actor].kind) {
                draw_symbol(group, style, {place.box.center().x, y + symbol.height / 2});
                y += symbol_height;
            }
            y += 13;
            for (const std::string& line : node.lines) {
                group.add(Words{line, {place.box.center().x, y}, letters_of(node), style.text, Align::middle});
                y += line_height;
            }
            if (amount)
                group.add(Words{number(*amount), {place.box.center().x, y}, number_letters, style.text, Align::middle});
            list.groups.push_back(std::move(group));
        }
        return list;
    }

    [[nodiscard]] Group amounts() const {
        std::vector<std::string> words;
        for (const Flowing& flow : flows_)
            words.push_back(flow.hidden ? texts_("sankey.hidden.short") : flow.amount ? number(*flow.amount) : "");
        words.resize(layout_.bands.size());
        std::vector<Box> marks;
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            if (look_of(i).marked) marks.push_back(box_at(mark_on(layout_.bands[i]).at, {12, 12}));
        }
        Group group{Role::plain, "amounts", "", {}, {}};
        const auto places = detail::place_words(layout_, words, amount_letters, marks);
        for (std::size_t i = 0; i < places.size(); ++i) {
            if (!places[i]) continue;
            const Box& box = places[i]->box;
            const bool ground = !places[i]->inside || flows_[i].hidden;
            if (ground)
                group.add(Shape{
                    polygon(
                        {{box.left, box.top}, {box.right, box.top}, {box.right, box.bottom}, {box.left, box.bottom}}),
                    colors_.paper,
                    {}});
            group.add(
                Words{words[i], {box.center().x, box.center().y + 4.3}, amount_letters, colors_.ink, Align::middle});
        }
        return group;
    }

    // --- legend -------------------------------------------------------------------------

    [[nodiscard]] LegendEntry entry(std::string text, const BandLook& look) const {
        return {std::move(text), sample_width, [look, paper = colors_.paper](Group& group, Point at) {
                    draw_band(group, level_band(at, at + Point{sample_width, 0}, 13), look, paper);
                }};
    }

    [[nodiscard]] bool any(bool (*is)(const Flowing&)) const { return std::ranges::any_of(flows_, is); }

    [[nodiscard]] std::vector<LegendBlock> legend() const {
        std::vector<ActorRow> drawn;
        for (const Node& node : nodes_) drawn.push_back(node.actor);
        const Paint paint{.theme = options_.theme, .language = options_.language};
        return {channels_block(), certainty_block(), amounts_block(), kinds_block(drawn, network_, texts_, paint)};
    }

    [[nodiscard]] LegendBlock channels_block() const {
        LegendBlock block{texts_("sankey.legend.channels"), {}};
        for (const LineStyle& style : network_.vocabulary().lines) {
            const auto is_one = [&](const Flowing& flow) { return &style_of(flow) == &style; };
            if (std::ranges::none_of(flows_, is_one)) continue;
            block.entries.push_back(
                entry(std::string{label_in(style.label, options_.language, style.id)},
                      {&style, themed_line(style.color, options_.theme), Breaks::solid, BandFill::full, true}));
        }
        return block;
    }

    [[nodiscard]] LegendBlock certainty_block() const {
        static const LineStyle plain;
        LegendBlock block{texts_("sankey.legend.certainty"), {}};
        for (const Status status : {Status::documented, Status::claimed, Status::inferred}) {
            const auto is_one = [&](const Flowing& flow) { return network_[flow.tie].status == status; };
            if (std::ranges::none_of(flows_, is_one)) continue;
            const bool sure = status == Status::documented;
            block.entries.push_back(
                entry(texts_("legend." + std::string{status_name(status)}),
                      {&plain, colors_.second_ink, breaks_of(status), sure ? BandFill::full : BandFill::pale, false}));
        }
        return block;
    }

    [[nodiscard]] LegendBlock amounts_block() const {
        static const LineStyle plain;
        LegendBlock block{texts_("sankey.legend.amounts"), {}};
        const auto add = [&](const char* key, Breaks breaks, BandFill fill) {
            block.entries.push_back(entry(texts_(key), {&plain, colors_.second_ink, breaks, fill, false}));
        };
        if (any([](const Flowing& flow) { return flow.hidden; }))
            add("sankey.hidden", Breaks::solid, BandFill::hatched);
        if (any([](const Flowing& flow) { return flow.amount && flow.one_account; }))
            add("sankey.one_account", Breaks::dashes, BandFill::hollow);
        if (any([](const Flowing& flow) { return !flow.amount && !flow.hidden; }))
            add("sankey.unknown", Breaks::solid, BandFill::hollow);
        if (!stubs_.empty()) block.entries.push_back(entry(texts_("sankey.legend.gap"), stub_look()));
        return block;
    }

    const Network& network_;
    std::vector<Flowing> flows_;
    const SankeyPictureOptions& options_;
    const Texts& texts_;
    Palette colors_;
    std::vector<Node> nodes_;
    std::vector<Stub> stubs_;
    std::vector<SankeyNode> spots_;  // of the nodes, then of the stubs; so the links and bands: flows, then stubs
    std::vector<SankeyLink> links_;
    SankeyColumns columns_;
    SankeyLayout layout_;
};

}  // namespace

Drawing draw_sankey(const Network& network, const std::vector<Flowing>& flows, const SankeyPictureOptions& options) {
    return Chart{network, flows, options}.drawn();
}

}  // namespace coopnet::render
