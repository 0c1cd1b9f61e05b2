#include <coopnet/render/band.hpp>
#include <coopnet/render/detail/amounts.hpp>
#include <coopnet/render/detail/flow_chart.hpp>
#include <coopnet/render/frame.hpp>
#include <coopnet/render/headline.hpp>
#include <coopnet/render/letters.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/paint.hpp>
#include <coopnet/render/sankey_picture.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

namespace coopnet::render {
namespace {

using detail::amount_letters;
using detail::FlowChart;
using detail::FlowNode;
using detail::FlowStub;
using detail::number_letters;

constexpr Size symbol{26, 15};  // of an actor's kind
constexpr double ground_margin = 10;
constexpr double sample_width = 42;

class Painter {
public:
    Painter(const Network& network, const FlowChart& chart, const SankeyPictureOptions& options)
        : network_{network},
          chart_{chart},
          flows_{chart.flows},
          nodes_{chart.nodes},
          stubs_{chart.stubs},
          layout_{chart.layout},
          options_{options},
          texts_{options.texts},
          colors_{palette(options.theme)} {}

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
    // --- words --------------------------------------------------------------------------

    [[nodiscard]] std::string number(double value) const { return detail::amount_text(value, texts_); }

    // A name that stands in several stages says in which.
    [[nodiscard]] std::string name(std::size_t node) const {
        const std::string own = full_name(network_, nodes_[node].actor, options_.language);
        const auto is_same = [&](const FlowNode& other) {
            return full_name(network_, other.actor, options_.language) == own;
        };
        const auto stage = chart_.columns.stages[chart_.columns.of_node[node]];
        const std::string text = short_name(network_, nodes_[node].actor, options_.language);
        const bool unclear = std::ranges::count_if(nodes_, is_same) > 1 && stage && *stage < options_.stages.size();
        return unclear ? text + " (" + options_.stages[*stage] + ")" : text;
    }

    [[nodiscard]] std::size_t names() const {
        std::set<std::string> names;
        for (const FlowNode& node : nodes_) names.insert(full_name(network_, node.actor, options_.language));
        return names.size();
    }

    [[nodiscard]] std::string said(const Flowing& flow) const {
        const std::string what = sentence(network_, flow.tie, texts_, options_.language) + ": ";
        if (flow.hidden) return what + texts_("sankey.hidden");
        std::string text = what + (flow.amount ? number(*flow.amount) : texts_("sankey.unknown")) + range(flow);
        if (flow.one_account) text += " – " + texts_("sankey.one_account");
        return text;
    }

    [[nodiscard]] std::string range(const Flowing& flow) const {
        if (!flow.range || flow.range->first >= flow.range->second) return "";
        const auto [low, high] = *flow.range;
        if (std::isinf(high)) return texts_("sankey.at_least", {{"low", number(low)}});
        return texts_("sankey.range", {{"low", number(low)}, {"high", number(high)}});
    }

    // Beside its band; of an amount that is not known its limits.
    [[nodiscard]] std::string word(const Flowing& flow) const {
        if (flow.hidden) return texts_("sankey.hidden.short");
        if (flow.amount) return number(*flow.amount);
        if (!flow.range) return "";
        const auto [low, high] = *flow.range;
        if (std::isinf(high)) return "≥ " + number(low);
        return low == 0 ? "≤ " + number(high) : number(low) + "–" + number(high);
    }

    [[nodiscard]] std::string said(const FlowNode& node) const {
        std::string text = full_name(network_, node.actor, options_.language);
        if (node.in.known()) text += "; " + texts_("sankey.in", {{"amount", number(node.in.sum)}});
        if (node.out.known()) text += "; " + texts_("sankey.out", {{"amount", number(node.out.sum)}});
        if (node.gap() != 0) text += "; " + detail::unaccounted(node.gap(), texts_);
        return text;
    }

    [[nodiscard]] std::string title() const {
        if (!options_.title.empty()) return options_.title;
        const auto by_size = [](const FlowStub& a, const FlowStub& b) {
            return std::abs(a.amount) < std::abs(b.amount);
        };
        if (const auto stub = std::ranges::max_element(stubs_, by_size); stub != stubs_.end()) {
            const std::string amount = number(std::abs(stub->amount));
            return texts_(amount == "1" ? "sankey.headline.gap.one" : "sankey.headline.gap.many",
                          {{"amount", amount}, {"actor", name(stub->node)}});
        }
        const auto by_amount = [](const SankeyLink& a, const SankeyLink& b) { return a.value < b.value; };
        const auto largest = std::ranges::max_element(chart_.links, by_amount);
        if (largest == chart_.links.end() || !largest->value)
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
        if (!options_.remark.empty()) line += " " + options_.remark;
        if (const auto hidden = std::ranges::count_if(flows_, &Flowing::hidden); hidden > 0)
            line += " " + texts_(hidden == 1 ? "sankey.counts.hidden.one" : "sankey.counts.hidden.many",
                                 {{"count", number(static_cast<double>(hidden))}});
        if (const std::size_t count = options_.left_out.size(); count > 0)
            line += " " + texts_(count == 1 ? "sankey.left_out.one" : "sankey.left_out.many",
                                 {{"count", number(static_cast<double>(count))}});
        std::string back;
        for (std::size_t i = 0; i < flows_.size(); ++i) {
            if (chart_.is_loop(i))
                (back += back.empty() ? "" : "; ") += name(chart_.links[i].from) + " → " + name(chart_.links[i].to);
        }
        if (!back.empty()) line += " " + texts_("sankey.back", {{"flows", back}});
        return line;
    }

    // --- looks --------------------------------------------------------------------------

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
        look.marked = !flow.hidden && (layout_.bands[i].width >= 7 || chart_.is_loop(i));
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
        for (std::size_t c = 0; c < chart_.columns.stages.size(); ++c) {
            const auto stage = chart_.columns.stages[c];
            if (!stage || *stage >= options_.stages.size()) continue;
            if (c > 0 && chart_.columns.stages[c - 1] == stage) {
                titles.back().last = c;
            } else {
                titles.push_back({c, c, {}});
            }
            const double room = layout_.columns[c].right - layout_.columns[titles.back().first].left + 60;
            titles.back().lines = detail::label_lines(options_.stages[*stage], room, number_letters);
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
                std::max(layout_.columns[title.last].right - middle, detail::widest(title.lines, number_letters) / 2) +
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
            if (chart_.is_loop(a) != chart_.is_loop(b)) return chart_.is_loop(b);
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
            const FlowStub& stub = stubs_[i];
            draw_band(group, layout_.bands[flows_.size() + i], stub_look(), colors_.paper);
            const Box& box = layout_.nodes[nodes_.size() + i].box;
            const bool out = stub.amount > 0;
            double y = box.center().y - detail::amount_height * static_cast<double>(stub.lines.size()) / 2 + 11;
            for (const std::string& line : stub.lines) {
                group.add(Words{line,
                                {out ? box.left + detail::beside_amount : box.right - detail::beside_amount, y},
                                amount_letters,
                                colors_.second_ink,
                                out ? Align::left : Align::right});
                y += detail::amount_height;
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
            const FlowNode& node = nodes_[i];
            const SankeyPlace& place = layout_.nodes[i];
            const KindStyle style = themed(detail::kind_style(network_, node.actor), options_.theme);
            Group group{Role::item, "actor", said(node), {}, {}};
            group.add(Shape{outline("box", place.box), style.fill, Stroke{style.line, 1.4}});
            const auto amount = node.amount();
            const Letters letters = detail::name_letters(style);
            double y = place.box.center().y - node.text.height / 2;
            if (network_[node.actor].kind) {
                draw_symbol(group, style, {place.box.center().x, y + symbol.height / 2});
                y += detail::symbol_height;
            }
            y += 13;
            for (const std::string& line : node.lines) {
                group.add(Words{line, {place.box.center().x, y}, letters, style.text, Align::middle});
                y += detail::line_height;
            }
            if (amount)
                group.add(Words{number(*amount), {place.box.center().x, y}, number_letters, style.text, Align::middle});
            list.groups.push_back(std::move(group));
        }
        return list;
    }

    [[nodiscard]] Group amounts() const {
        std::vector<std::string> words;
        for (const Flowing& flow : flows_) words.push_back(word(flow));
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
        for (const FlowNode& node : nodes_) drawn.push_back(node.actor);
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
    const FlowChart& chart_;
    const std::vector<Flowing>& flows_;
    const std::vector<FlowNode>& nodes_;
    const std::vector<FlowStub>& stubs_;
    const SankeyLayout& layout_;
    const SankeyPictureOptions& options_;
    const Texts& texts_;
    Palette colors_;
};

}  // namespace

Drawing draw_sankey(const Network& network, const std::vector<Flowing>& flows, const SankeyPictureOptions& options) {
    return Painter{network, detail::flow_chart(network, flows, options), options}.drawn();
}

}  // namespace coopnet::render
