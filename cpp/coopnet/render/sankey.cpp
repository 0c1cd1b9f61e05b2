#include <coopnet/render/detail/layers.hpp>
#include <coopnet/render/sankey.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double band_padding = 5;    // between bands that skip a column
constexpr double loop_distance = 6;   // between loops
constexpr double loops_below = 22;    // the first loop below the lowest node
constexpr double smallest_turn = 10;  // of a loop's corners, inside

// A link on its way: the items it passes, from its source through its places in the columns between to its target.
struct Way {
    std::vector<std::size_t> items;
    std::vector<std::size_t> joints;
};

class Diagram {
public:
    Diagram(const std::vector<SankeyNode>& nodes, const std::vector<SankeyLink>& links, const SankeyColumns& columns,
            const SankeyOptions& options)
        : nodes_{nodes},
          links_{links},
          columns_{columns},
          options_{options},
          ways_(links.size()),
          loops_in_(nodes.size()),
          loops_out_(nodes.size()),
          bars_(nodes.size(), 0),
          starts_(links.size(), 0),
          ends_at_(links.size(), 0) {
        for (const SankeyLink& link : links)
            widths_.push_back(link.value ? *link.value * options.scale : options.uniform);
    }

    SankeyLayout drawn() {
        SankeyLayout layout;
        if (nodes_.empty()) return layout;
        set_layers();
        detail::reduce_crossings(layers_);
        set_ports();
        place_items();
        set_columns(layout);
        for (std::size_t node = 0; node < nodes_.size(); ++node) layout.nodes.push_back(place_of(node, layout));
        layout.loops_top = height_;
        layout.bands.resize(links_.size());
        for (std::size_t i = 0; i < links_.size(); ++i) {
            if (columns_.forward(links_[i])) layout.bands[i] = band(i, layout);
        }
        double bottom = height_;
        for (std::size_t k = 0; k < loops_.size(); ++k) {
            layout.bands[loops_[k].link] = loop(loops_[k], layout);
            bottom = std::max(bottom, loops_[k].lane + widths_[loops_[k].link] / 2);
        }
        layout.size.height = bottom;
        return layout;
    }

private:
    struct Loop {
        std::size_t link = 0;
        double lane = 0;  // the height it runs at
        double out = 0;   // how far right of its source's column it turns
        double in = 0;    // how far left of its target's
    };

    void set_layers() {
        layers_.columns.resize(columns_.stages.size());
        for (std::size_t node = 0; node < nodes_.size(); ++node)
            layers_.columns[columns_.of_node[node]].push_back(node);
        std::size_t next = nodes_.size();
        for (std::size_t i = 0; i < links_.size(); ++i) {
            const SankeyLink& link = links_[i];
            if (!columns_.forward(link)) {
                loops_out_[link.from].push_back(i);
                loops_in_[link.to].push_back(i);
                continue;
            }
            ways_[i].items.push_back(link.from);
            for (std::size_t c = columns_.of_node[link.from] + 1; c < columns_.of_node[link.to]; ++c) {
                layers_.columns[c].push_back(next);
                ways_[i].items.push_back(next++);
            }
            ways_[i].items.push_back(link.to);
            for (std::size_t k = 1; k < ways_[i].items.size(); ++k) {
                ways_[i].joints.push_back(layers_.joints.size());
                link_of_joint_.push_back(i);
                layers_.joints.push_back({ways_[i].items[k - 1], ways_[i].items[k], widths_[i]});
            }
        }
        items_ = next;
    }

    // Bands meet a node in the order of their other ends; loops come last.
    void set_ports() {
        std::vector<std::size_t> at(items_, 0);
        for (const auto& column : layers_.columns) {
            for (std::size_t i = 0; i < column.size(); ++i) at[column[i]] = i;
        }
        std::vector<std::vector<std::size_t>> out(nodes_.size());
        std::vector<std::vector<std::size_t>> in(nodes_.size());
        for (std::size_t i = 0; i < links_.size(); ++i) {
            if (!columns_.forward(links_[i])) continue;
            out[links_[i].from].push_back(i);
            in[links_[i].to].push_back(i);
        }
        for (std::size_t node = 0; node < nodes_.size(); ++node) {
            std::ranges::stable_sort(out[node], {}, [&](std::size_t i) { return at[ways_[i].items[1]]; });
            std::ranges::stable_sort(in[node], {},
                                     [&](std::size_t i) { return at[ways_[i].items[ways_[i].items.size() - 2]]; });
            out[node].insert(out[node].end(), loops_out_[node].begin(), loops_out_[node].end());
            in[node].insert(in[node].end(), loops_in_[node].begin(), loops_in_[node].end());
            bars_[node] = std::max(stack(out[node], starts_), stack(in[node], ends_at_));
        }
    }

    // The middles of links from the top of a bar; how high they are together.
    double stack(const std::vector<std::size_t>& links, std::vector<double>& middles) const {
        double y = 0;
        for (const std::size_t i : links) {
            middles[i] = y + widths_[i] / 2;
            y += widths_[i];
        }
        return y;
    }

    [[nodiscard]] double height_of(std::size_t node) const { return std::max(bars_[node], nodes_[node].room.height); }
    [[nodiscard]] double bar_in_box(std::size_t node) const { return (height_of(node) - bars_[node]) / 2; }

    void place_items() {
        std::vector<detail::Extent> extents(items_);
        for (std::size_t node = 0; node < nodes_.size(); ++node) extents[node] = {height_of(node), options_.padding};
        for (const Way& way : ways_) {
            for (std::size_t k = 1; k + 1 < way.items.size(); ++k)
                extents[way.items[k]] = {layers_.joints[way.joints[k]].width, band_padding};
        }
        std::vector<detail::Ends> ends(layers_.joints.size());
        for (std::size_t j = 0; j < ends.size(); ++j) {
            const Joint& joint = layers_.joints[j];
            const std::size_t link = link_of_joint_[j];
            ends[j].at_from = is_node(joint.from) ? bar_in_box(joint.from) + starts_[link] : joint.width / 2;
            ends[j].at_to = is_node(joint.to) ? bar_in_box(joint.to) + ends_at_[link] : joint.width / 2;
        }
        tops_ = detail::place(layers_, extents, ends);
        double top = std::numeric_limits<double>::infinity();
        for (const double y : tops_) top = std::min(top, y);
        for (std::size_t item = 0; item < items_; ++item) {
            tops_[item] -= top;
            height_ = std::max(height_, tops_[item] + extents[item].height);
        }
    }

    [[nodiscard]] bool is_node(std::size_t item) const { return item < nodes_.size(); }
    [[nodiscard]] double bar_top(std::size_t node) const { return tops_[node] + bar_in_box(node); }

    // Links back, the lowest first: it runs inside the others.
    void set_loops(std::vector<double>& after, std::vector<double>& before) {
        for (std::size_t i = 0; i < links_.size(); ++i) {
            if (!columns_.forward(links_[i])) loops_.push_back({i, 0, 0, 0});
        }
        std::ranges::stable_sort(loops_, std::ranges::greater{},
                                 [&](const Loop& one) { return bar_top(links_[one.link].from) + starts_[one.link]; });
        double lane = height_ + loops_below;
        for (Loop& one : loops_) {
            const double width = widths_[one.link];
            double& out = after[columns_.of_node[links_[one.link].from]];
            double& in = before[columns_.of_node[links_[one.link].to]];
            one.lane = lane + width / 2;
            one.out = out + turn(width);
            one.in = in + turn(width);
            lane += width + loop_distance;
            out += width + loop_distance;
            in += width + loop_distance;
        }
        for (auto* side : {&after, &before}) {
            for (double& room : *side) room += room > 0 ? smallest_turn : 0;
        }
    }

    [[nodiscard]] static double turn(double width) { return width / 2 + smallest_turn; }

    void set_columns(SankeyLayout& layout) {
        std::vector<double> after(layers_.columns.size(), 0);
        std::vector<double> before(layers_.columns.size(), 0);
        set_loops(after, before);
        double x = 0;
        for (std::size_t c = 0; c < layers_.columns.size(); ++c) {
            double width = 0;
            for (const std::size_t item : layers_.columns[c]) {
                if (is_node(item)) width = std::max(width, nodes_[item].room.width);
            }
            x += before[c];
            layout.columns.push_back({x, 0, x + width, height_});
            x += width + after[c] + options_.gap;
        }
        layout.size.width = x - options_.gap;
    }

    [[nodiscard]] SankeyPlace place_of(std::size_t node, const SankeyLayout& layout) const {
        const Box& column = layout.columns[columns_.of_node[node]];
        const double top = tops_[node];
        const double bar = bar_top(node);
        return {{column.left, top, column.right, top + height_of(node)}, bar, bar + bars_[node]};
    }

    // A band keeps its height wherever it is measured straight down, as its ends do.
    [[nodiscard]] SankeyBand band(std::size_t i, const SankeyLayout& layout) const {
        const Way& way = ways_[i];
        Path middle;
        std::size_t column = columns_.of_node[links_[i].from];
        Point at{layout.columns[column].right, bar_top(links_[i].from) + starts_[i]};
        middle.start = at;
        for (std::size_t k = 1; k < way.items.size(); ++k) {
            const std::size_t item = way.items[k];
            const Box& next = layout.columns[++column];
            const double y = is_node(item) ? bar_top(item) + ends_at_[i] : tops_[item] + widths_[i] / 2;
            const Point to{next.left, y};
            const double half = (to.x - at.x) / 2;
            middle.curve_to(at + Point{half, 0}, to - Point{half, 0}, to);
            at = to;
            if (is_node(item)) break;
            at = {next.right, y};
            middle.line_to(at);
        }
        return {moved(middle, -widths_[i] / 2), moved(middle, widths_[i] / 2), flatten(middle), widths_[i]};
    }

    static Path moved(Path path, double by) {
        const Point down{0, by};
        path.start = path.start + down;
        for (Path::Piece& piece : path.pieces)
            piece = {piece.out + down, piece.in + down, piece.to + down, piece.straight};
        return path;
    }

    [[nodiscard]] SankeyBand loop(const Loop& one, const SankeyLayout& layout) const {
        const SankeyLink& link = links_[one.link];
        const double width = widths_[one.link];
        const Box& from = layout.columns[columns_.of_node[link.from]];
        const Box& to = layout.columns[columns_.of_node[link.to]];
        const double start = bar_top(link.from) + starts_[one.link];
        const double end = bar_top(link.to) + ends_at_[one.link];
        const double right = from.right + one.out;
        const double left = to.left - one.in;
        const double radius = turn(width);
        // Corners are parts of circles, as cubic curves draw them.
        const double k = radius * .55228475;
        Path middle;
        middle.start = {from.right, start};
        middle.line_to({right - radius, start});
        middle.curve_to({right - radius + k, start}, {right, start + radius - k}, {right, start + radius});
        middle.line_to({right, one.lane - radius});
        middle.curve_to({right, one.lane - radius + k}, {right - radius + k, one.lane}, {right - radius, one.lane});
        middle.line_to({left + radius, one.lane});
        middle.curve_to({left + radius - k, one.lane}, {left, one.lane - radius + k}, {left, one.lane - radius});
        middle.line_to({left, end + radius});
        middle.curve_to({left, end + radius - k}, {left + radius - k, end}, {left + radius, end});
        middle.line_to({to.left, end});
        Polyline line = flatten(middle);
        const auto same = std::ranges::unique(line, [](Point a, Point b) { return length(a - b) < 1e-6; });
        line.erase(same.begin(), same.end());
        return {path_through(beside(line, -width / 2)), path_through(beside(line, width / 2)), line, width};
    }

    using Joint = detail::Joint;

    const std::vector<SankeyNode>& nodes_;
    const std::vector<SankeyLink>& links_;
    const SankeyColumns& columns_;
    SankeyOptions options_;
    std::vector<double> widths_;
    detail::Layers layers_;
    std::vector<Way> ways_;
    std::vector<std::size_t> link_of_joint_;
    std::vector<std::vector<std::size_t>> loops_in_;
    std::vector<std::vector<std::size_t>> loops_out_;
    std::vector<double> bars_;
    std::vector<double> starts_;   // of a link's middle, from the top of its source's bar
    std::vector<double> ends_at_;  // the same at its target
    std::vector<double> tops_;     // by item
    std::vector<Loop> loops_;
    std::size_t items_ = 0;
    double height_ = 0;
};

}  // namespace

SankeyLayout lay_out(const std::vector<SankeyNode>& nodes, const std::vector<SankeyLink>& links,
                     const SankeyColumns& columns, const SankeyOptions& options) {
    return Diagram{nodes, links, columns, options}.drawn();
}

}  // namespace coopnet::render
