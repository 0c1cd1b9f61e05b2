#include <coopnet/analysis/community/level.hpp>

#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <deque>
#include <numeric>
#include <utility>

namespace coopnet::community {
namespace {

// Adds up the links of one node after the other, as they are met.
class Gathering {
public:
    Gathering(Level& level, std::size_t targets) : level_(level), sums_(targets, 0.0) {}

    void add(std::uint32_t target, double link) {
        if (sums_[target] == 0) level_.targets.push_back(target);
        sums_[target] += link;
    }
    void end_node() {
        for (std::size_t i = level_.offsets.back(); i < level_.targets.size(); ++i) {
            level_.links.push_back(std::exchange(sums_[level_.targets[i]], 0.0));
        }
        level_.offsets.push_back(static_cast<std::uint32_t>(level_.targets.size()));
    }

private:
    Level& level_;
    std::vector<double> sums_;
};

// The nodes of each group, one group after the other, and where each begins.
std::pair<Labels, Labels> members_of(const Labels& groups, std::uint32_t group_count) {
    Labels first(std::size_t{group_count} + 1, 0);
    Labels members(groups.size());
    for (const std::uint32_t group : groups) ++first[group + 1];
    std::partial_sum(first.begin(), first.end(), first.begin());
    Labels next = first;
    for (std::uint32_t node = 0; node < groups.size(); ++node) members[next[groups[node]]++] = node;
    return {std::move(members), std::move(first)};
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
    const auto strength = [&](EdgeId id) { return strengths.empty() ? 1.0 : strengths[id]; };
    Level level;
    level.inside.resize(view.vertex_count(), 0.0);
    level.masses.resize(view.vertex_count(), Mass{0, 0, 1});
    double count = 0;
    const auto add = [&](Vertex from, Vertex to, EdgeId id) {
        level.masses[from].out += strength(id);
        level.masses[to].in += strength(id);
        if (from == to) level.inside[from] += strength(id);
        level.all += strength(id);
        ++count;
    };
    for (EdgeId id = 0; id < view.edge_count(); ++id) {
        const EdgeSpec& edge = view.edges()[id];
        add(edge.source, edge.target, id);
        const bool back = !Csr<D>::is_directed || (edge.both_ways && edge.source != edge.target);
        if (back) add(edge.target, edge.source, id);
    }
    if (count > 0) level.mean = level.all / count;

    Gathering gathering{level, view.vertex_count()};
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        const auto gather = [&](std::span<const Vertex> others, std::span<const EdgeId> ids) {
            for (std::size_t i = 0; i < others.size(); ++i) {
                if (others[i] != v) gathering.add(others[i], strength(ids[i]));
            }
        };
        gather(view.out(v), view.out_edges(v));
        gather(view.in(v), view.in_edges(v));  // without directions the same: to and fro
        gathering.end_node();
    }
    return level;
}

Level merged(const Level& level, const Labels& groups, std::uint32_t group_count) {
    Level merged;
    merged.all = level.all;
    merged.mean = level.mean;
    merged.inside.resize(group_count, 0.0);
    merged.masses.resize(group_count);
    const auto [members, first] = members_of(groups, group_count);
    Gathering gathering{merged, group_count};
    for (std::uint32_t group = 0; group < group_count; ++group) {
        for (std::uint32_t place = first[group]; place < first[group + 1]; ++place) {
            const std::uint32_t node = members[place];
            merged.inside[group] += level.inside[node];
            merged.masses[group] += level.masses[node];
            for (std::uint32_t i = level.offsets[node]; i < level.offsets[node + 1]; ++i) {
                const std::uint32_t other = groups[level.targets[i]];
                if (other != group) {
                    gathering.add(other, level.links[i]);
                } else if (level.targets[i] > node) {  // once of the two
                    merged.inside[group] += level.links[i];
                }
            }
        }
        gathering.end_node();
    }
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
