#include <coopnet/render/detail/layers.hpp>

#include <algorithm>

namespace coopnet::render::detail {
namespace {

constexpr int rounds = 40;
// Pulls an item to its place in a column stacked around the middle, where joints pull by their width in pixels.
constexpr double to_middle = .5;

struct Pull {
    double wanted = 0;
    double weight = 0;
};

double distance(const std::vector<Extent>& extents, std::size_t upper, std::size_t lower) {
    return extents[upper].height + std::max(extents[upper].padding, extents[lower].padding);
}

// The tops nearest to those wanted, in weighted squares, that keep the distances: less the distances above an item,
// tops must not fall from one to the next, which pooling adjacent violators solves exactly.
void settle(const std::vector<std::size_t>& column, const std::vector<Extent>& extents, const std::vector<Pull>& pulls,
            std::vector<double>& tops) {
    struct Block {
        double weighted;
        double weight;
        std::size_t count;
        [[nodiscard]] double mean() const { return weighted / weight; }
    };
    std::vector<Block> blocks;
    double above = 0;
    for (std::size_t i = 0; i < column.size(); ++i) {
        if (i > 0) above += distance(extents, column[i - 1], column[i]);
        blocks.push_back({(pulls[i].wanted - above) * pulls[i].weight, pulls[i].weight, 1});
        while (blocks.size() > 1 && blocks[blocks.size() - 2].mean() > blocks.back().mean()) {
            const Block last = blocks.back();
            blocks.pop_back();
            blocks.back().weighted += last.weighted;
            blocks.back().weight += last.weight;
            blocks.back().count += last.count;
        }
    }
    above = 0;
    std::size_t i = 0;
    for (const Block& block : blocks) {
        for (std::size_t k = 0; k < block.count; ++k, ++i) {
            if (i > 0) above += distance(extents, column[i - 1], column[i]);
            tops[column[i]] = block.mean() + above;
        }
    }
}

std::vector<double> stacked(const Layers& layers, const std::vector<Extent>& extents) {
    std::vector<double> tops(extents.size(), 0);
    for (const auto& column : layers.columns) {
        double y = 0;
        for (std::size_t i = 0; i < column.size(); ++i) {
            if (i > 0) y += distance(extents, column[i - 1], column[i]);
            tops[column[i]] = y;
        }
        const double half = column.empty() ? 0 : (y + extents[column.back()].height) / 2;
        for (const std::size_t item : column) tops[item] -= half;
    }
    return tops;
}

}  // namespace

std::vector<double> place(const Layers& layers, const std::vector<Extent>& extents, const std::vector<Ends>& ends) {
    std::vector<std::vector<std::size_t>> joints(extents.size());
    for (std::size_t j = 0; j < layers.joints.size(); ++j) {
        joints[layers.joints[j].from].push_back(j);
        joints[layers.joints[j].to].push_back(j);
    }
    const std::vector<double> middle = stacked(layers, extents);
    std::vector<double> tops = middle;
    const auto pull = [&](std::size_t item) {
        Pull sum{middle[item] * to_middle, to_middle};
        for (const std::size_t j : joints[item]) {
            const Joint& joint = layers.joints[j];
            const double weight = std::max(joint.width, 1.);
            const double level = ends[j].at_from - ends[j].at_to;
            const double wanted = joint.from == item ? tops[joint.to] - level : tops[joint.from] + level;
            sum.wanted += weight * wanted;
            sum.weight += weight;
        }
        return Pull{sum.wanted / sum.weight, sum.weight};
    };
    const std::size_t count = layers.columns.size();
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t step = 0; step < count; ++step) {
            const auto& column = layers.columns[round % 2 == 0 ? step : count - 1 - step];
            std::vector<Pull> pulls;
            for (const std::size_t item : column) pulls.push_back(pull(item));
            settle(column, extents, pulls, tops);
        }
    }
    return tops;
}

}  // namespace coopnet::render::detail
