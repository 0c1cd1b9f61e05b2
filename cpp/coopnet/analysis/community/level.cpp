#include <coopnet/analysis/community/level.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <deque>
#include <numeric>
#include <tuple>
#include <utility>

namespace coopnet::community {
namespace {

struct Link {
    std::uint32_t from, to;
    double strength;
};

// Links between nodes, both ways, added up where they are parallel.
void append_links(std::vector<Link> links, std::uint32_t nodes, Level& level) {
    std::ranges::stable_sort(
        links, [](const Link& a, const Link& b) { return std::tie(a.from, a.to) < std::tie(b.from, b.to); });
    std::size_t next = 0;
    for (std::uint32_t node = 0; node < nodes; ++node) {
        const std::size_t first = level.targets.size();
        for (; next < links.size() && links[next].from == node; ++next) {
            if (level.targets.size() > first && level.targets.back() == links[next].to) {
                level.links.back() += links[next].strength;
            } else {
                level.targets.push_back(links[next].to);
                level.links.push_back(links[next].strength);
            }
        }
        level.offsets.push_back(static_cast<std::uint32_t>(level.targets.size()));
    }
}

std::vector<Mass> masses_of(const Level& level, const Labels& groups) {
    std::vector<Mass> masses(level.size());
    for (std::uint32_t node = 0; node < level.size(); ++node) masses[groups[node]] += level.masses[node];
    return masses;
}

// How strongly a node is linked with each group around it.
class Around {
public:
    explicit Around(const Level& level) : level_(level), links_(level.size(), 0.0) {}

    void look(std::uint32_t node, const Labels& groups) {
        for (const std::uint32_t group : groups_) links_[group] = 0;
        groups_.clear();
        for (std::uint32_t i = level_.offsets[node]; i < level_.offsets[node + 1]; ++i) {
            const std::uint32_t group = groups[level_.targets[i]];
            if (links_[group] == 0) groups_.push_back(group);
            links_[group] += level_.links[i];
        }
    }
    [[nodiscard]] const std::vector<std::uint32_t>& groups() const noexcept { return groups_; }
    [[nodiscard]] double with(std::uint32_t group) const noexcept { return links_[group]; }

private:
    const Level& level_;
    std::vector<double> links_;
    std::vector<std::uint32_t> groups_;
};

}  // namespace

Mass& Mass::operator+=(const Mass& other) noexcept {
    out += other.out;
    in += other.in;
    size += other.size;
    return *this;
}

Mass& Mass::operator-=(const Mass& other) noexcept {
    out -= other.out;
    in -= other.in;
    size -= other.size;
    return *this;
}

template <Direction D>
Level level(const Csr<D>& view, std::span<const double> strengths) {
    detail::require_strengths(strengths);
    Level level;
    level.inside.resize(view.vertex_count(), 0.0);
    level.masses.resize(view.vertex_count(), Mass{0, 0, 1});
    std::vector<Link> links;
    double count = 0;
    const auto add = [&](Vertex from, Vertex to, double strength) {
        level.masses[from].out += strength;
        level.masses[to].in += strength;
        level.all += strength;
        ++count;
        if (from == to) {
            level.inside[from] += strength;
            return;
        }
        links.push_back({from, to, strength});
        links.push_back({to, from, strength});
    };
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        const double strength = strengths.empty() ? 1 : strengths[id];
        add(edge.source, edge.target, strength);
        const bool back = !Csr<D>::is_directed || (edge.both_ways && edge.source != edge.target);
        if (back) add(edge.target, edge.source, strength);
    }
    if (count > 0) level.mean = level.all / count;
    append_links(std::move(links), view.vertex_count(), level);
    return level;
}

Level merged(const Level& level, const Labels& groups, std::uint32_t group_count) {
    Level merged;
    merged.all = level.all;
    merged.mean = level.mean;
    merged.inside.resize(group_count, 0.0);
    merged.masses.resize(group_count);
    std::vector<Link> links;
    for (std::uint32_t node = 0; node < level.size(); ++node) {
        const std::uint32_t group = groups[node];
        merged.inside[group] += level.inside[node];
        merged.masses[group] += level.masses[node];
        for (std::uint32_t i = level.offsets[node]; i < level.offsets[node + 1]; ++i) {
            const std::uint32_t other = groups[level.targets[i]];
            if (other != group) {
                links.push_back({group, other, level.links[i]});
            } else if (level.targets[i] > node) {  // once of the two
                merged.inside[group] += level.links[i];
            }
        }
    }
    append_links(std::move(links), group_count, merged);
    return merged;
}

double Judgment::apart(const Mass& a, const Mass& b) const noexcept {
    if (by == By::cpm) return resolution * 2 * a.size * b.size;
    return all == 0 ? 0 : resolution * (a.out * b.in + a.in * b.out) / all;
}

double quality(const Level& level, const Labels& groups, const Judgment& judgment) {
    std::vector<double> inside(level.size(), 0.0);
    for (std::uint32_t node = 0; node < level.size(); ++node) {
        inside[groups[node]] += level.inside[node];
        for (std::uint32_t i = level.offsets[node]; i < level.offsets[node + 1]; ++i) {
            const std::uint32_t other = level.targets[i];
            if (other > node && groups[other] == groups[node]) inside[groups[node]] += level.links[i];
        }
    }
    const auto masses = masses_of(level, groups);
    double sum = 0;
    for (std::uint32_t group = 0; group < level.size(); ++group) {
        const Mass& mass = masses[group];
        if (judgment.by == Judgment::By::cpm) {
            sum += inside[group] - judgment.resolution * mass.size * (mass.size - 1);
        } else {
            sum += inside[group] / judgment.all -
                   judgment.resolution * (mass.out / judgment.all) * (mass.in / judgment.all);
        }
    }
    return sum;
}

bool move_nodes(const Level& level, const Judgment& judgment, Labels& groups, Random& random, Monitor& monitor) {
    const double least_gain = 1e-12 * std::max(level.all, level.mean);  // what rounding might make
    auto masses = masses_of(level, groups);
    Labels empty;  // numbers that no node has
    std::vector<std::uint32_t> members(level.size(), 0);
    for (const std::uint32_t group : groups) ++members[group];
    for (std::uint32_t group = level.size(); group-- > 0;) {
        if (members[group] == 0) empty.push_back(group);
    }

    Labels order = alone(level.size());
    random.shuffle(std::span{order});
    std::deque<std::uint32_t> waiting(order.begin(), order.end());
    std::vector<bool> waits(level.size(), true);
    Around around{level};
    bool moved = false;
    while (!waiting.empty()) {
        monitor.check();
        const std::uint32_t node = waiting.front();
        waiting.pop_front();
        waits[node] = false;

        around.look(node, groups);
        const std::uint32_t home = groups[node];
        masses[home] -= level.masses[node];
        const auto gain = [&](std::uint32_t group) {
            return around.with(group) - judgment.apart(level.masses[node], masses[group]);
        };
        std::uint32_t best = home;
        double most = gain(home);
        for (const std::uint32_t group : around.groups()) {
            const double gained = gain(group);
            if (gained > most + least_gain || (gained > most - least_gain && best != home && group < best)) {
                best = group;
                most = std::max(most, gained);
            }
        }
        if (members[home] > 1 && most < -least_gain) best = empty.back();  // better off alone
        masses[best] += level.masses[node];
        if (best == home) continue;

        moved = true;
        groups[node] = best;
        if (!empty.empty() && best == empty.back()) empty.pop_back();
        ++members[best];
        if (--members[home] == 0) empty.push_back(home);
        for (std::uint32_t i = level.offsets[node]; i < level.offsets[node + 1]; ++i) {
            const std::uint32_t other = level.targets[i];
            if (groups[other] == best || waits[other]) continue;
            waits[other] = true;
            waiting.push_back(other);
        }
    }
    return moved;
}

Labels alone(std::uint32_t size) {
    Labels groups(size);
    std::iota(groups.begin(), groups.end(), 0U);
    return groups;
}

std::uint32_t number(Labels& groups) {
    constexpr std::uint32_t none = 0xFFFFFFFF;
    const std::uint32_t greatest = groups.empty() ? 0 : *std::ranges::max_element(groups);
    std::vector<std::uint32_t> numbers(std::size_t{greatest} + 1, none);
    std::uint32_t count = 0;
    for (std::uint32_t& group : groups) {
        if (numbers[group] == none) numbers[group] = count++;
        group = numbers[group];
    }
    return count;
}

template Level level(const Digraph&, std::span<const double>);
template Level level(const Ugraph&, std::span<const double>);

}  // namespace coopnet::community
