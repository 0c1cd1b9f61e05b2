#include <coopnet/analysis/detail/arrangements.hpp>

#include <coopnet/core/compare.hpp>
#include <coopnet/core/parallel.hpp>
#include <coopnet/core/random.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace coopnet::detail {
namespace {

constexpr std::uint64_t few_arrangements = 10'000;

struct Extremes {
    std::vector<std::uint64_t> at_least, at_most;  // by number

    explicit Extremes(std::size_t numbers) : at_least(numbers), at_most(numbers) {}

    void add(std::span<const double> real, std::span<const double> drawn) {
        for (std::size_t i = 0; i < real.size(); ++i) {
            const bool same = nearly_equal(drawn[i], real[i]);
            if (same || drawn[i] > real[i]) ++at_least[i];
            if (same || drawn[i] < real[i]) ++at_most[i];
        }
    }
    void add(const Extremes& other) {
        for (std::size_t i = 0; i < at_least.size(); ++i) {
            at_least[i] += other.at_least[i];
            at_most[i] += other.at_most[i];
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

Extremes over_all(Labels groups, std::span<const double> real, const MeasureGroups& measure, Monitor& monitor) {
    Extremes extremes{real.size()};
    std::vector<double> drawn;
    std::ranges::sort(groups);
    do {
        monitor.check();
        measure(groups, drawn);
        extremes.add(real, drawn);
        monitor.advance();
    } while (std::ranges::next_permutation(groups).found);
    return extremes;
}

Extremes over_drawn(const Labels& groups, std::span<const double> real, const MeasureGroups& measure,
                    const Permuting& options, std::uint64_t effort, Monitor& monitor) {
    constexpr std::uint64_t small_work = 2'000'000;
    constexpr std::uint64_t most_blocks = 64;
    const std::uint64_t draws = options.permutations;
    const std::uint64_t blocks = draws * effort <= small_work ? 1 : std::min(draws, most_blocks);
    std::vector<Extremes> parts(blocks, Extremes{real.size()});
    parallel_blocks(blocks, [&](std::size_t block) {
        std::vector<double> drawn;
        for (std::uint64_t draw = block * draws / blocks; draw < (block + 1) * draws / blocks; ++draw) {
            monitor.check();
            Labels labels = groups;
            Random{options.seed, draw}.shuffle(std::span{labels});
            measure(labels, drawn);
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

}  // namespace

PValues p_values(const Labels& groups, std::span<const double> real, const MeasureGroups& measure,
                 const Permuting& options, std::uint64_t effort, Monitor& monitor) {
    const std::uint64_t all = std::max<std::uint64_t>(options.permutations, few_arrangements);
    const std::uint64_t different = arrangements(groups, all);
    PValues values;
    values.exact = different <= all;
    values.arrangements = values.exact ? different : options.permutations;
    monitor.expect(values.arrangements);
    const Extremes extremes = values.exact ? over_all(groups, real, measure, monitor)
                                           : over_drawn(groups, real, measure, options, effort, monitor);
    const std::uint64_t itself = values.exact ? 0 : 1;  // the real arrangement is one of all already
    for (std::size_t i = 0; i < real.size(); ++i) {
        values.p.push_back(p_value(extremes.at_least[i] + itself, extremes.at_most[i] + itself,
                                   values.arrangements + itself, options.alternative));
    }
    return values;
}

}  // namespace coopnet::detail
