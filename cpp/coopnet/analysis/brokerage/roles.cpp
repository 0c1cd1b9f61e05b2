#include <coopnet/analysis/brokerage/chance.hpp>
#include <coopnet/analysis/brokerage/roles.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/core/parallel.hpp>
#include <coopnet/core/random.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace coopnet::brokerage {
namespace {

constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
constexpr std::uint64_t few_arrangements = 10'000;

using Labels = std::vector<std::uint32_t>;
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

struct Extremes {
    std::vector<std::array<std::uint64_t, 6>> at_least, at_most;  // by row, by role

    explicit Extremes(std::size_t rows) : at_least(rows), at_most(rows) {}

    void add(const Tally& real, const Tally& drawn) {
        for (std::size_t row = 0; row < real.size(); ++row) {
            for (std::size_t role = 0; role < real[row].size(); ++role) {
                const double value = drawn[row][role];
                const bool same = nearly_equal(value, real[row][role]);
                if (same || value > real[row][role]) ++at_least[row][role];
                if (same || value < real[row][role]) ++at_most[row][role];
            }
        }
    }
    void add(const Extremes& other) {
        for (std::size_t row = 0; row < at_least.size(); ++row) {
            for (std::size_t role = 0; role < at_least[row].size(); ++role) {
                at_least[row][role] += other.at_least[row][role];
                at_most[row][role] += other.at_most[row][role];
            }
        }
    }
};

// How many ways of handing out these labels differ; at most `limit` + 1.
std::uint64_t arrangements(const Labels& groups, std::uint64_t limit) {
    std::map<std::uint32_t, std::uint64_t> seen;
    double ways = 1;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        ways = ways * static_cast<double>(i + 1) / static_cast<double>(++seen[groups[i]]);
        // It never falls as labels are added: each factor is at least 1.
        if (ways > static_cast<double>(limit)) return limit + 1;
    }
    return static_cast<std::uint64_t>(std::llround(ways));
}

Extremes over_all_arrangements(const OpenTriads& triads, Labels groups, const Tally& real, Monitor& monitor) {
    Extremes extremes{real.size()};
    Tally drawn;
    std::ranges::sort(groups);
    do {
        monitor.check();
        tally(triads, groups, drawn, monitor);
        extremes.add(real, drawn);
        monitor.advance();
    } while (std::ranges::next_permutation(groups).found);
    return extremes;
}

Extremes over_drawn_arrangements(const OpenTriads& triads, const Labels& groups, const Tally& real,
                                 const RolesOptions& options, Monitor& monitor) {
    constexpr std::uint64_t small_work = 2'000'000;
    constexpr std::uint64_t most_blocks = 64;
    const std::uint64_t draws = options.permutations;
    const std::uint64_t blocks = draws * triads.effort() <= small_work ? 1 : std::min(draws, most_blocks);
    std::vector<Extremes> parts(blocks, Extremes{real.size()});
    parallel_blocks(blocks, [&](std::size_t block) {
        Tally drawn;
        for (std::uint64_t draw = block * draws / blocks; draw < (block + 1) * draws / blocks; ++draw) {
            monitor.check();
            Labels labels = groups;
            Random{options.seed, draw}.shuffle(std::span{labels});
            tally(triads, labels, drawn, monitor);
            parts[block].add(real, drawn);
            monitor.advance();
        }
    });
    for (std::size_t block = 1; block < blocks; ++block) parts.front().add(parts[block]);
    return std::move(parts.front());
}

double p_value(std::uint64_t at_least, std::uint64_t at_most, std::uint64_t all, Alternative alternative) noexcept {
    const auto share = [&](std::uint64_t hits) { return static_cast<double>(hits) / static_cast<double>(all); };
    switch (alternative) {
        case Alternative::greater:
            return share(at_least);
        case Alternative::less:
            return share(at_most);
        default:
            return std::min(1.0, 2 * share(std::min(at_least, at_most)));
    }
}

void compare_with_random_groups(const OpenTriads& triads, const Labels& groups, const Tally& real,
                                const RolesOptions& options, RoleTable& table, Monitor& monitor) {
    const std::uint64_t all = std::max<std::uint64_t>(options.permutations, few_arrangements);
    const std::uint64_t different = arrangements(groups, all);
    table.exact = different <= all;
    table.arrangements = table.exact ? different : options.permutations;
    monitor.expect(table.arrangements);
    const Extremes extremes = table.exact ? over_all_arrangements(triads, groups, real, monitor)
                                          : over_drawn_arrangements(triads, groups, real, options, monitor);
    const std::uint64_t itself = table.exact ? 0 : 1;  // the real arrangement is one of all already
    for (std::size_t row = 0; row < real.size(); ++row) {
        auto& p = row < table.actors.size() ? table.actors[row].p : table.total.p;
        for (std::size_t role = 0; role < p.size(); ++role) {
            p[role] = p_value(extremes.at_least[row][role] + itself, extremes.at_most[row][role] + itself,
                              table.arrangements + itself, options.alternative);
        }
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
    const OpenTriads triads{view, strengths, options.weighted, monitor};
    const Labels labels{groups.begin(), groups.end()};
    Tally real;
    tally(triads, labels, real, monitor);

    RoleTable table;
    table.actors.resize(groups.size());
    for (std::size_t v = 0; v < groups.size(); ++v) table.actors[v].count = real[v];
    table.total.count = real.back();
    if (options.weighted) {
        leave_undefined(table.total);
        for (RoleRow& row : table.actors) leave_undefined(row);
        table.why = "Gould and Fernandez expect numbers of triads, not weights; permutations compare these.";
    } else {
        compare_with_random_ties(triads, labels, Csr<D>::is_directed || options.one_way, table);
        if (has_undefined(table)) {
            table.why =
                "where groups are too small for a role, or the ties none or all, its number cannot vary: it has no z.";
        }
    }
    if (options.permutations > 0) compare_with_random_groups(triads, labels, real, options, table, monitor);
    return table;
}

template RoleTable roles(const Digraph&, std::span<const std::uint32_t>, std::span<const double>, const RolesOptions&,
                         Monitor&);
template RoleTable roles(const Ugraph&, std::span<const std::uint32_t>, std::span<const double>, const RolesOptions&,
                         Monitor&);

}  // namespace coopnet::brokerage
