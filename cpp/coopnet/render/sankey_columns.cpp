#include <coopnet/core/error.hpp>
#include <coopnet/render/sankey.hpp>

#include <algorithm>
#include <map>

namespace coopnet::render {
namespace {

constexpr double most = 1e15;  // sums stay exact to the unit

void require_values(const std::vector<SankeyLink>& links) {
    for (const SankeyLink& link : links) {
        if (link.value && !(*link.value >= 0 && *link.value <= most))
            throw InvalidOption{"An amount is negative or too large to draw. Give amounts from 0 to 10^15."};
    }
}

// Where a node belongs: stages have the odd numbers, what stands just before a stage the even one before it.
using Groups = std::vector<std::size_t>;

Groups groups_of(const std::vector<SankeyNode>& nodes, const std::vector<SankeyLink>& links) {
    const auto staged = [&](std::size_t node) { return nodes[node].stage.has_value(); };
    const auto group = [&](std::size_t node) { return 2 * *nodes[node].stage + 1; };
    Groups groups(nodes.size(), 0);
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        if (staged(node)) {
            groups[node] = group(node);
            continue;
        }
        std::optional<std::size_t> led_to;
        std::optional<std::size_t> leads_to;
        for (const SankeyLink& link : links) {
            if (link.to == node && staged(link.from)) led_to = std::max(led_to.value_or(0), group(link.from));
            if (link.from == node && staged(link.to))
                leads_to = std::min(leads_to.value_or(group(link.to)), group(link.to));
        }
        groups[node] = leads_to ? *leads_to - 1 : led_to.value_or(0);
    }
    return groups;
}

// An order in which few and small links run back; none if there is no cycle. Sinks go to the end, sources to the
// start, else whoever gives most and takes least.
class Sequence {
public:
    Sequence(std::size_t nodes, const std::vector<SankeyLink>& links)
        : links_{links}, touching_(nodes), in_(nodes, 0), out_(nodes, 0), surplus_(nodes, 0), placed_(nodes, false) {
        for (std::size_t i = 0; i < links.size(); ++i) {
            if (links[i].from == links[i].to) continue;
            touching_[links[i].from].push_back(i);
            touching_[links[i].to].push_back(i);
            count(links[i], 1);
        }
    }

    std::vector<std::size_t> ranks() {
        std::vector<std::size_t> ranks(placed_.size(), 0);
        std::size_t first = 0;
        std::size_t last = placed_.size();
        while (first < last) {
            if (const auto sink = find(out_)) {
                ranks[take(*sink)] = --last;
            } else if (const auto source = find(in_)) {
                ranks[take(*source)] = first++;
            } else {
                ranks[take(giver())] = first++;
            }
        }
        return ranks;
    }

private:
    void count(const SankeyLink& link, int by) {
        out_[link.from] += by;
        in_[link.to] += by;
        surplus_[link.from] += by * link.value.value_or(0);
        surplus_[link.to] -= by * link.value.value_or(0);
    }

    [[nodiscard]] std::optional<std::size_t> find(const std::vector<int>& degrees) const {
        for (std::size_t node = 0; node < degrees.size(); ++node) {
            if (!placed_[node] && degrees[node] == 0) return node;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::size_t giver() const {
        std::optional<std::size_t> best;
        for (std::size_t node = 0; node < placed_.size(); ++node) {
            if (!placed_[node] && (!best || surplus_[node] > surplus_[*best])) best = node;
        }
        return *best;
    }

    std::size_t take(std::size_t node) {
        placed_[node] = true;
        for (const std::size_t i : touching_[node]) {
            const std::size_t other = links_[i].from == node ? links_[i].to : links_[i].from;
            if (!placed_[other]) count(links_[i], -1);
        }
        return node;
    }

    const std::vector<SankeyLink>& links_;
    std::vector<std::vector<std::size_t>> touching_;
    std::vector<int> in_;
    std::vector<int> out_;
    std::vector<double> surplus_;
    std::vector<bool> placed_;
};

// Longest ways, from the start and to the end, along the links of a group that run with its sequence.
struct Depths {
    std::vector<std::size_t> from_start;
    std::vector<std::size_t> to_end;
};

Depths depths_of(std::size_t nodes, const std::vector<SankeyLink>& inner) {
    const auto ranks = Sequence{nodes, inner}.ranks();
    std::vector<SankeyLink> onward;
    std::ranges::copy_if(inner, std::back_inserter(onward),
                         [&](const SankeyLink& link) { return ranks[link.from] < ranks[link.to]; });
    Depths depths{std::vector<std::size_t>(nodes, 0), std::vector<std::size_t>(nodes, 0)};
    std::ranges::stable_sort(onward, {}, [&](const SankeyLink& link) { return ranks[link.from]; });
    for (const SankeyLink& link : onward)
        depths.from_start[link.to] = std::max(depths.from_start[link.to], depths.from_start[link.from] + 1);
    std::ranges::stable_sort(onward, std::ranges::greater{}, [&](const SankeyLink& link) { return ranks[link.to]; });
    for (const SankeyLink& link : onward)
        depths.to_end[link.from] = std::max(depths.to_end[link.from], depths.to_end[link.to] + 1);
    return depths;
}

// The column of each node within its group.
std::vector<std::size_t> aligned(const std::vector<std::size_t>& groups, const std::vector<SankeyLink>& inner,
                                 const Depths& depths, std::map<std::size_t, std::size_t>& widths, SankeyAlign align) {
    std::vector<std::size_t> columns = depths.from_start;
    if (align == SankeyAlign::left) return columns;
    std::vector<bool> is_led_to(groups.size(), false);
    std::vector<std::optional<std::size_t>> first(groups.size());  // depth it leads to
    for (const SankeyLink& link : inner) {
        const std::size_t depth = depths.from_start[link.to];
        is_led_to[link.to] = true;
        first[link.from] = std::min(first[link.from].value_or(depth), depth);
    }
    for (std::size_t node = 0; node < groups.size(); ++node) {
        const std::size_t last = widths[groups[node]] - 1;
        if (align == SankeyAlign::right) columns[node] = last - depths.to_end[node];
        if (align == SankeyAlign::justify && !first[node]) columns[node] = last;
        if (align == SankeyAlign::center && !is_led_to[node] && first[node]) columns[node] = *first[node] - 1;
    }
    return columns;
}

}  // namespace

SankeyColumns sankey_columns(const std::vector<SankeyNode>& nodes, const std::vector<SankeyLink>& links,
                             SankeyAlign align) {
    require_values(links);
    const Groups groups = groups_of(nodes, links);
    std::vector<SankeyLink> inner;
    for (const SankeyLink& link : links) {
        if (groups[link.from] == groups[link.to]) inner.push_back(link);
    }
    const Depths depths = depths_of(nodes.size(), inner);
    std::map<std::size_t, std::size_t> widths;  // columns by group
    for (std::size_t node = 0; node < nodes.size(); ++node)
        widths[groups[node]] = std::max(widths[groups[node]], depths.from_start[node] + 1);

    const auto within = aligned(groups, inner, depths, widths, align);
    SankeyColumns columns{within, {}};
    std::map<std::size_t, std::size_t> firsts;
    for (const auto& [group, width] : widths) {
        firsts[group] = columns.stages.size();
        const auto stage = group % 2 == 1 ? std::optional{group / 2} : std::nullopt;
        columns.stages.insert(columns.stages.end(), width, stage);
    }
    for (std::size_t node = 0; node < nodes.size(); ++node) columns.of_node[node] += firsts[groups[node]];
    return columns;
}

}  // namespace coopnet::render
