#include <coopnet/analysis/position/blockmodel.hpp>

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <limits>

namespace coopnet::position {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint32_t most_groups = 20'000;

Blocks empty_blocks(std::span<const std::uint32_t> groups) {
    Blocks model;
    for (const std::uint32_t group : groups) model.group_count = std::max(model.group_count, group + 1);
    if (model.group_count > most_groups) throw InvalidOption{"There are more than 20,000 groups. Use coarser ones."};
    model.sizes.resize(model.group_count);
    for (const std::uint32_t group : groups) ++model.sizes[group];
    for (const double from : model.sizes) {
        for (const double to : model.sizes) model.blocks.push_back({.pairs = from * to});
    }
    for (std::size_t group = 0; group < model.group_count; ++group) {
        model.blocks[group * (model.group_count + 1)].pairs -= model.sizes[group];
    }
    return model;
}

double a_pair(const Block& block, BlockValue value) noexcept {
    return (value == BlockValue::density ? block.ties : block.strength) / block.pairs;
}

bool reaches(double value, double cut) noexcept {
    return value >= cut || nearly_equal(value, cut);
}

Block whole(const Blocks& model) noexcept {
    Block whole;
    for (const Block& block : model.blocks) {
        whole.pairs += block.pairs;
        whole.ties += block.ties;
        whole.strength += block.strength;
    }
    return whole;
}

// Correlation over all ordered pairs of what is there with what the image says.
double fit(const Blocks& model, const detail::Contacts& contacts, BlockValue value) {
    const Block all = whole(model);
    const double mean = a_pair(all, value);
    double ones = 0, in_ones = 0;
    for (const Block& block : model.blocks) {
        if (!block.tied) continue;
        ones += block.pairs;
        in_ones += value == BlockValue::density ? block.ties : block.strength;
    }
    double squares = (all.pairs - all.ties) * mean * mean;
    for (const double strength : contacts.strengths) {
        squares += std::pow((value == BlockValue::density ? 1 : strength) - mean, 2);
    }
    const bool varies =
        all.ties > 0 &&
        (all.ties < all.pairs ||
         std::ranges::any_of(
             contacts.strengths, [&](double s) { return value != BlockValue::density && s != contacts.strengths[0]; }));
    if (!varies || ones == 0 || ones == all.pairs) return undefined;
    const double covariance = in_ones - ones * mean;
    return covariance / std::sqrt(squares * ones * (all.pairs - ones) / all.pairs);
}

}  // namespace

template <Direction D>
Blocks blockmodel(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                  const BlockmodelOptions& options, Monitor& monitor) {
    if (groups.size() != view.vertex_count()) {
        throw InvalidOption{"There are " + std::to_string(view.vertex_count()) + " actors and " +
                            std::to_string(groups.size()) + " groups for them. Give each actor one."};
    }
    if (options.cut && !std::isfinite(*options.cut)) throw InvalidOption{"A cut is a finite number, as cut=0.5."};
    detail::require_strengths(strengths);
    monitor.check();
    const auto contacts = detail::contacts(view, strengths, detail::Mode::out);
    Blocks model = empty_blocks(groups);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        for (std::uint32_t i = 0; i < contacts.degree(v); ++i) {
            Block& block = model.blocks[std::size_t{groups[v]} * model.group_count + groups[contacts.of(v)[i]]];
            ++block.ties;
            block.strength += contacts.strengths_of(v)[i];
        }
    }
    monitor.check();
    const Block all = whole(model);
    model.cut = options.cut.value_or(all.pairs > 0 ? a_pair(all, options.value) : undefined);
    bool alone = false;
    for (Block& block : model.blocks) {
        alone = alone || block.pairs == 0;
        const double each = block.pairs > 0 ? a_pair(block, options.value) : undefined;
        block.value = options.value == BlockValue::sum && block.pairs > 0 ? block.strength : each;
        block.tied = block.ties > 0 && reaches(each, model.cut);
        model.errors += block.tied ? block.pairs - block.ties : block.ties;
    }
    model.fit = fit(model, contacts, options.value);
    if (alone) model.why = "within a group of one there is no pair.";
    if (std::isnan(model.fit)) {
        model.why += std::string{alone ? " " : ""} +
                     "the network or its image is everywhere the same, so that nothing "
                     "can be correlated.";
    }
    return model;
}

template Blocks blockmodel(const Digraph&, std::span<const std::uint32_t>, std::span<const double>,
                           const BlockmodelOptions&, Monitor&);
template Blocks blockmodel(const Ugraph&, std::span<const std::uint32_t>, std::span<const double>,
                           const BlockmodelOptions&, Monitor&);

}  // namespace coopnet::position
