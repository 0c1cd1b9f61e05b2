#include <coopnet/analysis/pathways/reliability.hpp>

#include <coopnet/analysis/detail/lanes.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/detail/proportion.hpp>
#include <coopnet/analysis/pathways/exact.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace coopnet::pathways {
namespace {

using detail::Between;
using detail::Lanes;

void check(const ReliabilityOptions& options) {
    if (options.samples == 0) throw InvalidOption{"samples=0 shows nothing. Ask for at least 1."};
    const bool is_share = options.confidence > 0 && options.confidence < 1;
    if (!is_share) {
        throw InvalidOption{"confidence is a probability between 0 and 1, such as 0.95."};
    }
}

template <Direction D>
Between asked(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
              const ReliabilityOptions& options) {
    if (options.method == Method::sample) check(options);
    return uncertain(view, probabilities, source, target);
}

Probability known(double value) {
    return {.value = value, .low = value, .high = value};
}

// --- sampled ----------------------------------------------------------------------

// What was counted in random states, by the number of what is asked. Without states shares
// of them are 0/0, NaN.
struct Counted {
    std::vector<std::uint64_t> counts;
    std::uint64_t samples = 0;
    bool partial = false;
};

// `look(flood, works, taken, counts)` counts in one block of states those that are taken.
template <class Look>
Counted count(const Between& part, std::size_t numbers, std::uint64_t work, const ReliabilityOptions& options,
              Monitor& monitor, const Look& look) {
    constexpr std::uint64_t between_looks = 100'000'000;  // elementary steps
    const std::uint64_t at_once = std::clamp<std::uint64_t>(between_looks / work, 1, 32);
    detail::Patience patience{monitor, options.time_limit};
    const std::uint64_t blocks = (options.samples + Lanes::count - 1) / Lanes::count;
    monitor.expect(options.samples);
    Counted counted{std::vector<std::uint64_t>(numbers, 0)};
    for (std::uint64_t first = 0; first < blocks; first += at_once) {
        const auto some = static_cast<std::size_t>(std::min<std::uint64_t>(at_once, blocks - first));
        if (!patience.lasts(work * some)) break;
        std::vector<std::vector<std::uint64_t>> parts(some, std::vector<std::uint64_t>(numbers, 0));
        parallel_blocks(some, [&](std::size_t i) {
            monitor.check();
            Random random{options.seed, first + i};
            std::vector<Lanes> works;
            works.reserve(part.edges.size());
            for (const EdgeSpec& edge : part.edges) works.push_back(detail::draw(random, edge.weight));
            detail::Flood flood{part.vertex_count, part.edges};
            look(flood, works, Lanes::first(options.samples - ((first + i) * Lanes::count)), parts[i]);
        });
        for (const auto& part_counts : parts) {
            for (std::size_t k = 0; k < numbers; ++k) counted.counts[k] += part_counts[k];
        }
        const std::uint64_t done = std::min(options.samples, (first + some) * Lanes::count);
        monitor.advance(done - counted.samples);
        counted.samples = done;
    }
    counted.partial = counted.samples < options.samples;
    return counted;
}

Lanes both(Lanes a, const Lanes& b) {
    for (std::size_t word = 0; word < a.words.size(); ++word) a.words[word] &= b.words[word];
    return a;
}

Lanes but_not(Lanes a, const Lanes& b) {
    for (std::size_t word = 0; word < a.words.size(); ++word) a.words[word] &= ~b.words[word];
    return a;
}

Probability estimated(const Counted& counted, std::size_t number, double confidence) {
    const std::uint64_t count = counted.counts[number];
    const auto interval = detail::clopper_pearson(count, counted.samples, confidence);
    return {static_cast<double>(count) / static_cast<double>(counted.samples), interval.low, interval.high};
}

Reliability sampled_reliability(const Between& part, const ReliabilityOptions& options, Monitor& monitor) {
    const std::uint64_t work = part.edges.size() * Lanes::count / 8;
    const auto counted =
        count(part, 1, work, options, monitor, [](auto& flood, const auto& works, const Lanes& taken, auto& counts) {
            counts[0] = both(flood.reached(works), taken).ones();
        });
    return {estimated(counted, 0, options.confidence), counted.samples, counted.partial};
}

// --- of each edge -------------------------------------------------------------------

// The reliability is linear in each probability: of a likely edge it is known well what its
// failure takes away, of an unlikely one what its working adds; the other follows.
Importance exact_importance(Between part, Importance found, const ReliabilityOptions& options, Monitor& monitor) {
    Exactly reliability_of{part, options.time_limit, monitor};
    monitor.expect(part.edges.size());
    const double all = reliability_of(part.edges);
    for (std::size_t i = 0; i < part.edges.size(); ++i) {
        const bool likely = part.edges[i].weight >= 0.5;
        const double probability = std::exchange(part.edges[i].weight, likely ? 0 : 1);
        const double changed = reliability_of(part.edges);
        part.edges[i].weight = probability;
        const double matters = likely ? (all - changed) / probability : (changed - all) / (1 - probability);
        found.edges[part.ids[i]] = known(std::max(0.0, matters));  // rounding alone could make it less
        monitor.advance();
    }
    return found;
}

Importance sampled_importance(const Between& part, Importance found, const ReliabilityOptions& options,
                              Monitor& monitor) {
    const std::size_t edges = part.edges.size();
    const auto with_and_without = [&](auto& flood, std::vector<Lanes>& works, const Lanes& taken, auto& counts) {
        for (std::size_t i = 0; i < works.size(); ++i) {
            monitor.check();
            const Lanes drawn = std::exchange(works[i], Lanes::all());
            const Lanes with = both(flood.reached(works), taken);
            works[i] = Lanes{};
            counts[i] = but_not(with, flood.reached(works)).ones();
            works[i] = drawn;
        }
    };
    const auto counted = count(part, edges, edges * edges * Lanes::count / 4, options, monitor, with_and_without);
    for (std::size_t i = 0; i < edges; ++i) found.edges[part.ids[i]] = estimated(counted, i, options.confidence);
    found.samples = counted.samples;
    found.partial = counted.partial;
    return found;
}

}  // namespace

template <Direction D>
Reliability reliability(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                        const ReliabilityOptions& options, Monitor& monitor) {
    const Between part = asked(view, probabilities, source, target, options);
    if (part.edges.empty()) return {};
    if (options.method == Method::sample) return sampled_reliability(part, options, monitor);
    return {known(Exactly{part, options.time_limit, monitor}(part.edges))};
}

template <Direction D>
Importance importance(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                      const ReliabilityOptions& options, Monitor& monitor) {
    const Between part = asked(view, probabilities, source, target, options);
    Importance nothing{std::vector<Probability>(view.edge_count())};
    if (part.edges.empty()) return nothing;
    if (options.method == Method::sample) return sampled_importance(part, std::move(nothing), options, monitor);
    return exact_importance(part, std::move(nothing), options, monitor);
}

template Reliability reliability(const Digraph&, std::span<const double>, Vertex, Vertex, const ReliabilityOptions&,
                                 Monitor&);
template Reliability reliability(const Ugraph&, std::span<const double>, Vertex, Vertex, const ReliabilityOptions&,
                                 Monitor&);
template Importance importance(const Digraph&, std::span<const double>, Vertex, Vertex, const ReliabilityOptions&,
                               Monitor&);
template Importance importance(const Ugraph&, std::span<const double>, Vertex, Vertex, const ReliabilityOptions&,
                               Monitor&);

}  // namespace coopnet::pathways
