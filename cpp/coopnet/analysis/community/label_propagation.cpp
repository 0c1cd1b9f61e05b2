#include <coopnet/analysis/community/label_propagation.hpp>

#include <coopnet/analysis/community/level.hpp>
#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <utility>

namespace coopnet::community {
namespace {

// The labels that a node is tied to most strongly.
class Strongest {
public:
    explicit Strongest(const Level& level) : level_(level), links_(level.size(), 0.0) {}

    const Labels& around(std::uint32_t node, const Labels& labels) {
        for (const std::uint32_t label : seen_) links_[label] = 0;
        seen_.clear();
        strongest_.clear();
        for (std::uint32_t i = level_.offsets[node]; i < level_.offsets[node + 1]; ++i) {
            const std::uint32_t label = labels[level_.targets[i]];
            if (links_[label] == 0) seen_.push_back(label);
            links_[label] += level_.links[i];
        }
        double most = 0;
        for (const std::uint32_t label : seen_) most = std::max(most, links_[label]);
        std::ranges::copy_if(seen_, std::back_inserter(strongest_),
                             [&](std::uint32_t label) { return nearly_equal(links_[label], most); });
        return strongest_;
    }

private:
    const Level& level_;
    std::vector<double> links_;
    Labels seen_, strongest_;
};

bool has(const Labels& labels, std::uint32_t label) {
    return labels.empty() || std::ranges::find(labels, label) != labels.end();
}

}  // namespace

template <Direction D>
Partition label_propagation(const Csr<D>& view, std::span<const double> strengths, LabelPropagationOptions options,
                            Monitor& monitor) {
    constexpr int most_rounds = 10'000;
    const Level actors = level(view, strengths);
    Random random{options.seed};
    Strongest strongest{actors};
    Labels labels = alone(actors.size());
    Labels order = labels;
    for (int round = 0; round < most_rounds; ++round) {
        random.shuffle(std::span{order});
        bool settled = true;
        for (const std::uint32_t node : order) {
            monitor.check();
            const Labels& best = strongest.around(node, labels);
            if (has(best, labels[node])) continue;
            labels[node] = best[random.below(static_cast<std::uint32_t>(best.size()))];
            settled = false;
        }
        if (settled) return detail::numbered_by_size(std::move(labels), actors.size());
    }
    throw NotConverged{"Labels did not settle within 10,000 rounds. Choose another seed."};
}

template Partition label_propagation(const Digraph&, std::span<const double>, LabelPropagationOptions, Monitor&);
template Partition label_propagation(const Ugraph&, std::span<const double>, LabelPropagationOptions, Monitor&);

}  // namespace coopnet::community
