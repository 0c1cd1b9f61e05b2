#include <coopnet/analysis/community/leiden.hpp>

#include <coopnet/analysis/community/level.hpp>
#include <coopnet/analysis/community/resolution.hpp>
#include <coopnet/analysis/community/starts.hpp>
#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace coopnet::community {
namespace {

// How far a part's chance to be joined falls behind that of a better one.
constexpr double randomness = 0.01;

// Divides each group into parts that hang together well. A node alone joins a part of its group at
// random, the more likely the more it gains; nodes and parts that are not well tied to the rest of
// their group stay as they are.
class Refinement {
public:
    Refinement(const Level& level, const Judgment& judgment, const Labels& groups, Random& random)
        : level_(level),
          judgment_(judgment),
          groups_(groups),
          random_(random),
          parts_(alone(level.size())),
          part_masses_(level.masses),
          group_masses_(level.size()),
          outward_(level.size(), 0.0),
          with_(level.size(), 0.0) {
        for (std::uint32_t node = 0; node < level.size(); ++node) {
            group_masses_[groups[node]] += level.masses[node];
            each_in_group(node, [&](std::uint32_t, double link) { outward_[node] += link; });
        }
    }

    Labels parts() {
        Labels order = alone(level_.size());
        random_.shuffle(std::span{order});
        std::vector<bool> joined(level_.size(), false);
        for (const std::uint32_t node : order) {
            if (joined[node] || !well_tied(node)) continue;
            const std::uint32_t part = chosen(node);
            if (part == node) continue;
            outward_[part] += outward_[node] - 2 * with_[part];
            part_masses_[part] += level_.masses[node];
            parts_[node] = part;
            joined[node] = joined[part] = true;
        }
        return std::move(parts_);
    }

private:
    template <class Visit>
    void each_in_group(std::uint32_t node, const Visit& visit) const {
        for (std::uint32_t i = level_.offsets[node]; i < level_.offsets[node + 1]; ++i) {
            const std::uint32_t other = level_.targets[i];
            if (groups_[other] == groups_[node]) visit(other, level_.links[i]);
        }
    }

    // Is the part, named by its first node, tied to the rest of its group as strongly as it must be?
    [[nodiscard]] bool well_tied(std::uint32_t part) const {
        Mass rest = group_masses_[groups_[part]];
        rest -= part_masses_[part];
        return outward_[part] >= judgment_.apart(part_masses_[part], rest) - 1e-12 * level_.mean;
    }

    std::uint32_t chosen(std::uint32_t node) {
        for (const std::uint32_t part : around_) with_[part] = 0;
        around_.clear();
        each_in_group(node, [&](std::uint32_t other, double link) {
            const std::uint32_t part = parts_[other];
            if (with_[part] == 0) around_.push_back(part);
            with_[part] += link;
        });
        open_.clear();
        gains_.clear();
        for (const std::uint32_t part : around_) {
            const double gain = with_[part] - judgment_.apart(level_.masses[node], part_masses_[part]);
            if (gain < 0 || !well_tied(part)) continue;
            open_.push_back(part);
            gains_.push_back(gain / (randomness * level_.mean));
        }
        return open_.empty() ? node : open_[drawn()];
    }

    // A place among the gains, as likely as the exponential of its gain.
    std::size_t drawn() {
        const double most = *std::ranges::max_element(gains_);
        double sum = 0;
        for (double& gain : gains_) gain = sum += std::exp(gain - most);
        const auto place = std::ranges::upper_bound(gains_, random_.unit() * sum) - gains_.begin();
        return std::min(static_cast<std::size_t>(place), gains_.size() - 1);
    }

    const Level& level_;
    const Judgment& judgment_;
    const Labels& groups_;
    Random& random_;
    Labels parts_;                   // by node; a part has the number of its first node
    std::vector<Mass> part_masses_;  // by part
    std::vector<Mass> group_masses_;
    std::vector<double> outward_;  // by part, its links to the rest of its group
    std::vector<double> with_;     // by part, the links of the node that chooses
    Labels around_, open_;         // the parts it is linked with, and those it may join
    std::vector<double> gains_;    // beside these
};

// One round of moving, refining and merging, level by level, beginning from some groups.
bool improve(const Level& actors, const Judgment& judgment, Labels& groups, Random& random, Monitor& monitor) {
    Labels node_of = alone(actors.size());
    Level level = actors;
    Labels labels = groups;
    bool moved = false;
    while (true) {
        moved = move_nodes(level, judgment, labels, random, monitor) || moved;
        Labels parts = Refinement{level, judgment, labels, random}.parts();
        const std::uint32_t count = number(parts);
        if (count == level.size()) break;  // every part is one node: nothing moves as one
        Labels next(count);
        for (std::uint32_t node = 0; node < level.size(); ++node) next[parts[node]] = labels[node];
        for (std::uint32_t& node : node_of) node = parts[node];
        number(next);
        level = merged(level, parts, count);
        labels = std::move(next);
    }
    for (std::uint32_t actor = 0; actor < actors.size(); ++actor) groups[actor] = labels[node_of[actor]];
    return moved;
}

// The pieces that groups fall into, if any does.
template <Direction D>
Labels connected(const Csr<D>& view, const Labels& groups) {
    std::vector<EdgeSpec> within;
    for (const EdgeSpec& edge : view.edges()) {
        if (groups[edge.source] == groups[edge.target]) within.push_back({edge.source, edge.target});
    }
    return detail::weak_pieces(Ugraph{view.vertex_count(), std::move(within)}).groups;
}

}  // namespace

template <Direction D>
Communities leiden(const Csr<D>& view, std::span<const double> strengths, const LeidenOptions& options,
                   Monitor& monitor) {
    require_resolution(options.resolution);
    const Level actors = level(view, strengths);
    const auto by = options.objective == Objective::cpm ? Judgment::By::cpm : Judgment::By::modularity;
    const Judgment judgment{by, options.resolution, actors.all};
    const auto search = [&](Random& random) {
        Found found{alone(actors.size()), 0};
        double before = -std::numeric_limits<double>::infinity();
        while (improve(actors, judgment, found.groups, random, monitor)) {
            found.groups = connected(view, found.groups);
            found.quality = quality(actors, found.groups, judgment);
            if (found.quality <= before || nearly_equal(found.quality, before)) break;
            before = found.quality;
        }
        found.groups = connected(view, found.groups);
        found.quality = quality(actors, found.groups, judgment);
        return found;
    };
    Found found = best_of(starts(options.starts, actors.size()), options.seed, monitor, search);
    Communities communities{detail::numbered_by_size(std::move(found.groups), actors.size()), {found.quality, {}}};
    if (by == Judgment::By::cpm && !Csr<D>::is_directed) communities.quality.value /= 2;
    if (by == Judgment::By::modularity && view.edge_count() == 0) {
        communities.quality = {std::numeric_limits<double>::quiet_NaN(), "there are no ties."};
    }
    return communities;
}

template Communities leiden(const Digraph&, std::span<const double>, const LeidenOptions&, Monitor&);
template Communities leiden(const Ugraph&, std::span<const double>, const LeidenOptions&, Monitor&);

}  // namespace coopnet::community
