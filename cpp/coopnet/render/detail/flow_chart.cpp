#include <coopnet/render/detail/flow_chart.hpp>
#include <coopnet/render/scene.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <sstream>
#include <utility>

namespace coopnet::render::detail {
namespace {

constexpr double room_of_name = 118;
constexpr double widest_word = 220;
constexpr double room_of_gap = 104;
constexpr std::size_t most_lines = 8;
constexpr std::size_t most_evened = 4;  // lines; to try all ways to break more would take too long
constexpr double narrowest_box = 56;
constexpr double padding = 16;
constexpr double uniform = 14;  // wide are all bands without an amount
constexpr double base_width = 1080;
constexpr double base_height = 290;  // of the fullest column
constexpr double narrowest_gap = 96;
constexpr double widest_gap = 380;

// No trace of what is hidden goes on from here.
void conceal(std::vector<Flowing>& flows) {
    for (Flowing& flow : flows) {
        if (flow.hidden) flow.range.reset();
        if (flow.hidden || (flow.amount && std::isnan(*flow.amount))) flow.amount.reset();
    }
}

// Room for the longest word of a name, so that none is cut unless it is no word any more.
double room_for(const std::string& name, Letters letters) {
    double room = room_of_name;
    std::istringstream words{name};
    for (std::string word; words >> word;) room = std::max(room, width_of(word, letters));
    return std::min(room, widest_word);
}

class Builder {
public:
    Builder(const Network& network, std::vector<Flowing> flows, const SankeyPictureOptions& options)
        : network_{network}, options_{options} {
        conceal(flows);
        chart_.flows = std::move(flows);
    }

    FlowChart built() {
        add_nodes();
        set_columns();
        add_stubs();
        set_places();
        return std::move(chart_);
    }

private:
    void add_nodes() {
        std::map<ActorRow, std::size_t> known;
        for (const Flowing& flow : chart_.flows) {
            for (const ActorRow actor : {flow.from, flow.to}) {
                const auto [at, fresh] = known.try_emplace(actor, chart_.nodes.size());
                if (fresh) chart_.nodes.push_back({actor, {}, {}, {}, {}});
            }
            chart_.links.push_back({known.at(flow.from), known.at(flow.to), flow.amount});
        }
        for (const SankeyLink& link : chart_.links) {
            chart_.nodes[link.from].out.add(link.value);
            chart_.nodes[link.to].in.add(link.value);
        }
        for (const auto& [from, to] : options_.left_out) {
            if (const auto at = known.find(from); at != known.end()) chart_.nodes[at->second].out.add(std::nullopt);
            if (const auto at = known.find(to); at != known.end()) chart_.nodes[at->second].in.add(std::nullopt);
        }
        for (FlowNode& node : chart_.nodes) set_text(node);
    }

    void set_text(FlowNode& node) const {
        const Letters letters = name_letters(kind_style(network_, node.actor));
        const std::string name = short_name(network_, node.actor, options_.language);
        node.lines = label_lines(name, room_for(name, letters), letters);
        node.text = {widest(node.lines, letters), line_height * static_cast<double>(node.lines.size())};
        if (const auto amount = node.amount()) {
            node.text.width = std::max(node.text.width, width_of(amount_text(*amount, options_.texts), number_letters));
            node.text.height += line_height;
        }
        if (network_[node.actor].kind) node.text.height += symbol_height;
    }

    void set_columns() {
        for (const FlowNode& node : chart_.nodes) {
            std::optional<std::size_t> stage;
            if (!options_.stage_of.empty()) stage = options_.stage_of[index(node.actor)];
            const double width = std::max(narrowest_box, std::ceil(node.text.width + 2 * around_text));
            spots_.push_back({stage, {width, node.text.height + around_text}});
        }
        chart_.columns = sankey_columns(spots_, chart_.links, SankeyAlign::center);
    }

    void add_stubs() {
        for (std::size_t i = 0; i < chart_.nodes.size(); ++i) {
            if (const double gap = chart_.nodes[i].gap(); gap != 0) add_stub(i, gap);
        }
    }

    void add_stub(std::size_t node, double gap) {
        auto& [of_node, stages] = chart_.columns;
        if (gap < 0 && of_node[node] == 0) {
            stages.insert(stages.begin(), std::nullopt);
            for (std::size_t& column : of_node) ++column;
        }
        const std::size_t beside = gap > 0 ? of_node[node] + 1 : of_node[node] - 1;
        if (beside == stages.size()) stages.emplace_back();
        FlowStub stub{node, gap, label_lines(unaccounted(gap, options_.texts), room_of_gap, amount_letters)};
        const std::size_t end = spots_.size();
        spots_.push_back({std::nullopt,
                          {widest(stub.lines, amount_letters) + 2 * beside_amount,
                           amount_height * static_cast<double>(stub.lines.size())}});
        of_node.push_back(beside);
        chart_.links.push_back(gap > 0 ? SankeyLink{node, end, gap} : SankeyLink{end, node, -gap});
        chart_.stubs.push_back(std::move(stub));
    }

    // As high as the fullest column should be, as wide as the page or as so many links need.
    void set_places() {
        const auto& [of_node, stages] = chart_.columns;
        std::vector<FlowSide> in(spots_.size());
        std::vector<FlowSide> out(spots_.size());
        for (const SankeyLink& link : chart_.links) {
            out[link.from].add(link.value);
            in[link.to].add(link.value);
        }
        std::vector<double> loads(stages.size(), 0);
        std::vector<double> widths(stages.size(), 0);
        for (std::size_t i = 0; i < spots_.size(); ++i) {
            loads[of_node[i]] += std::max(in[i].sum, out[i].sum);
            widths[of_node[i]] = std::max(widths[of_node[i]], spots_[i].room.width);
        }
        double most = 0;
        double boxes = 0;
        for (const double load : loads) most = std::max(most, load);
        for (const double width : widths) boxes += width;
        const double gaps = std::max(1., static_cast<double>(stages.size()) - 1);
        const double crowded = std::min(narrowest_gap + static_cast<double>(chart_.links.size()) / gaps, widest_gap);
        chart_.layout = lay_out(spots_, chart_.links, chart_.columns,
                                {.scale = most > 0 ? base_height / most : 1,
                                 .padding = padding,
                                 .gap = std::clamp((base_width - boxes) / gaps, crowded, widest_gap),
                                 .uniform = uniform});
    }

    const Network& network_;
    const SankeyPictureOptions& options_;
    FlowChart chart_;
    std::vector<SankeyNode> spots_;
};

}  // namespace

void FlowSide::add(const std::optional<double>& value) {
    any = true;
    all_known = all_known && value;
    sum += value.value_or(0);
}

std::optional<double> FlowNode::amount() const {
    const double most = std::max(in.sum, out.sum);
    for (const FlowSide* side : {&in, &out}) {
        if (side->known() && side->sum >= most) return most;
    }
    return std::nullopt;
}

double FlowNode::gap() const {
    const double difference = in.known() && out.known() ? in.sum - out.sum : 0;
    return std::abs(difference) > 1e-6 * std::max({in.sum, out.sum, 1.}) ? difference : 0;
}

FlowChart flow_chart(const Network& network, std::vector<Flowing> flows, const SankeyPictureOptions& options) {
    return Builder{network, std::move(flows), options}.built();
}

std::string amount_text(double amount, const Texts& texts) {
    std::string text = fmt::format("{:.2f}", amount);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') text.pop_back();
    const std::size_t point = std::min(text.find('.'), text.size());
    if (point < text.size()) text.replace(point, 1, texts("number.decimal"));
    for (std::size_t i = point; i > 3; i -= 3) text.insert(i - 3, texts("number.thousands"));
    return text;
}

std::string unaccounted(double gap, const Texts& texts) {
    return texts("sankey.unaccounted", {{"amount", amount_text(std::abs(gap), texts)}});
}

std::vector<std::string> label_lines(const std::string& text, double room, Letters letters) {
    std::vector<std::string> lines = fill_lines(text, letters, room);
    if (lines.size() > most_lines) {
        lines.resize(most_lines);
        lines.back() = shortened(lines.back(), letters, room - width_of("…", letters)) + "…";
    } else if (lines.size() <= most_evened) {
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

KindStyle kind_style(const Network& network, ActorRow actor) {
    const auto kind = network[actor].kind;
    return kind ? network.vocabulary().style_of(*kind) : KindStyle{};
}

Letters name_letters(const KindStyle& style) {
    return {Letters{}.size, style.shape == "double_box"};
}

}  // namespace coopnet::render::detail
