#include <coopnet/analysis/cohesion/core_periphery.hpp>

#include <coopnet/analysis/cohesion/core_pattern.hpp>
#include <coopnet/analysis/cohesion/core_search.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <limits>
#include <utility>

namespace coopnet::cohesion {
namespace {

void require(const CorePeripheryOptions& options) {
    const double between = options.between.value_or(0);
    if (between >= 0 && between <= 1) return;
    throw InvalidOption{"between= is the ideal share of ties between core and periphery, from 0 to 1, or none."};
}

}  // namespace

template <Direction D>
CorePeriphery core_periphery(const Csr<D>& view, std::span<const double> strengths, const CorePeripheryOptions& options,
                             Monitor& monitor) {
    require(options);
    detail::require_strengths(strengths);
    const Cells cells = cohesion::cells(view, strengths);
    const Pattern pattern{cells, options.between};
    monitor.expect(options.restarts + std::uint64_t{1});
    auto known = find_core(cells, pattern, options.restarts, options.seed, monitor);
    const auto best = rule_out(cells, pattern, std::move(known), options.effort, monitor);
    if (best.core.fit == undefined) {
        const double none = std::numeric_limits<double>::quiet_NaN();
        return {std::vector<bool>(cells.count(), false), none, none, true,
                options.between ? "all pairs are tied alike"
                                : "no core and periphery of two actors each differ in their ties"};
    }
    Core core{cells, pattern};  // anew, without what many moves may have rounded
    core.become(best.core.members);
    return {best.core.members, core.fit(), best.exact ? core.fit() : best.bound, best.exact, {}};
}

template CorePeriphery core_periphery(const Digraph&, std::span<const double>, const CorePeripheryOptions&, Monitor&);
template CorePeriphery core_periphery(const Ugraph&, std::span<const double>, const CorePeripheryOptions&, Monitor&);

}  // namespace coopnet::cohesion
