#include <coopnet/analysis/brokerage/chance.hpp>
#include <coopnet/analysis/brokerage/roles.hpp>
#include <coopnet/analysis/detail/arrangements.hpp>
#include <coopnet/analysis/detail/weights.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace coopnet::brokerage {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();

using detail::Labels;
using Tally = std::vector<RoleNumbers>;  // by actor, the whole network last

void tally(const OpenTriads& triads, const Labels& groups, Tally& tally, Monitor& monitor) {
    triads.tally(groups, tally, monitor);
    RoleNumbers whole{};
    for (const RoleNumbers& roles : tally) {
        for (std::size_t role = 0; role < whole.size(); ++role) whole[role] += roles[role];
    }
    tally.push_back(whole);
}

void leave_undefined(RoleRow& row) noexcept {
    row.expected.fill(undefined);
    row.z.fill(undefined);
}

// --- against random ties ----------------------------------------------------------

void compare(RoleRow& row, const Chance& chance) {
    row.expected = chance.expected;
    for (std::size_t role = 0; role < row.count.size(); ++role) {
        const bool varies = chance.expected[role] > 0 && chance.variance[role] > 0;
        row.z[role] = varies ? (row.count[role] - chance.expected[role]) / std::sqrt(chance.variance[role]) : undefined;
    }
}

void compare_with_random_ties(const OpenTriads& triads, const Labels& groups, bool directed, RoleTable& table) {
    if (groups.size() < 3) {
        for (RoleRow& row : table.actors) row.z.fill(undefined);
        table.total.z.fill(undefined);
        return;
    }
    std::vector<double> sizes(*std::ranges::max_element(groups) + 1);
    for (const std::uint32_t group : groups) ++sizes[group];
    const Chances chances{sizes, triads.density(), directed};
    std::map<double, Chance> of_size;  // groups of one size have the same chances
    for (std::size_t v = 0; v < groups.size(); ++v) {
        const double size = sizes[groups[v]];
        if (!of_size.contains(size)) of_size[size] = chances.of_actor(groups[v]);
        compare(table.actors[v], of_size[size]);
    }
    compare(table.total, chances.of_network());
}

// --- against random groups --------------------------------------------------------

std::vector<double> flat(const Tally& tally) {
    std::vector<double> numbers;
    for (const RoleNumbers& roles : tally) numbers.insert(numbers.end(), roles.begin(), roles.end());
    return numbers;
}

void compare_with_random_groups(const OpenTriads& triads, const Labels& groups, const Tally& real,
                                const detail::Permuting& options, RoleTable& table, Monitor& monitor) {
    const auto measure = [&](const Labels& labels, std::vector<double>& numbers) {
        Tally drawn;
        tally(triads, labels, drawn, monitor);
        numbers = flat(drawn);
    };
    const auto values = detail::p_values(groups, flat(real), measure, options, triads.effort(), monitor);
    table.exact = values.exact;
    table.arrangements = values.arrangements;
    auto p = values.p.begin();
    for (std::size_t row = 0; row < real.size(); ++row) {
        auto& roles = row < table.actors.size() ? table.actors[row].p : table.total.p;
        for (double& role : roles) role = *p++;
    }
}

bool has_undefined(const RoleTable& table) {
    const auto undefined_z = [](const RoleRow& row) {
        return std::ranges::any_of(row.z, [](double z) { return std::isnan(z); });
    };
    return undefined_z(table.total) || std::ranges::any_of(table.actors, undefined_z);
}

}  // namespace

template <Direction D>
RoleTable roles(const Csr<D>& view, std::span<const std::uint32_t> groups, std::span<const double> strengths,
                const RolesOptions& options, Monitor& monitor) {
    detail::require_strengths(strengths);
    if (groups.size() != view.vertex_count()) throw InvalidOption{"Each actor needs a group. Give as many as actors."};
    const TriadOptions counting{
        .weight = options.weighted, .shared = options.shared, .again = options.permutations > 0};
    const OpenTriads triads{view, strengths, counting, monitor};
    const Labels labels{groups.begin(), groups.end()};
    Tally real;
    tally(triads, labels, real, monitor);

    RoleTable table;
    table.actors.resize(groups.size());
    for (std::size_t v = 0; v < groups.size(); ++v) table.actors[v].count = real[v];
    table.total.count = real.back();
    if (options.weighted || options.shared) {
        leave_undefined(table.total);
        for (RoleRow& row : table.actors) leave_undefined(row);
        table.why =
            "Gould and Fernandez expect whole numbers of triads, not weights or shares; permutations compare these.";
    } else {
        compare_with_random_ties(triads, labels, Csr<D>::is_directed || options.one_way, table);
        if (has_undefined(table)) {
            table.why =
                "where groups are too small for a role, or the ties none or all, its number cannot vary: it has no z.";
        }
    }
    if (options.permutations > 0) {
        const detail::Permuting permuting{options.permutations, options.seed, options.alternative};
        compare_with_random_groups(triads, labels, real, permuting, table, monitor);
    }
    return table;
}

template RoleTable roles(const Digraph&, std::span<const std::uint32_t>, std::span<const double>, const RolesOptions&,
                         Monitor&);
template RoleTable roles(const Ugraph&, std::span<const std::uint32_t>, std::span<const double>, const RolesOptions&,
                         Monitor&);

}  // namespace coopnet::brokerage
