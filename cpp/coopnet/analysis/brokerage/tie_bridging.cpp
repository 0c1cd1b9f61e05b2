#include <coopnet/analysis/brokerage/bridging.hpp>
#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/dominators.hpp>
#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

namespace coopnet::brokerage {
namespace {

using detail::Contacts;
using detail::Mode;

// Pairs with ties between them, numbered by their actors.
struct Pairs {
    std::vector<std::size_t> first;  // by actor: the number of its first pair with a later one
    std::vector<Vertex> second;

    explicit Pairs(const Contacts& contacts) {
        for (Vertex v = 0; v < contacts.vertex_count(); ++v) {
            first.push_back(second.size());
            for (const Vertex w : contacts.of(v)) {
                if (w > v) second.push_back(w);
            }
        }
        first.push_back(second.size());
    }
    [[nodiscard]] std::size_t number(Vertex a, Vertex b) const noexcept {
        if (a > b) std::swap(a, b);
        const auto begin = second.begin() + static_cast<std::ptrdiff_t>(first[a]);
        const auto end = second.begin() + static_cast<std::ptrdiff_t>(first[a + 1]);
        return static_cast<std::size_t>(std::lower_bound(begin, end, b) - second.begin());
    }
};

// Between whom ties run, by their place.
std::vector<std::size_t> pairs_of(const Contacts& ties, const Pairs& pairs) {
    std::vector<std::size_t> numbers;
    for (Vertex v = 0; v < ties.vertex_count(); ++v) {
        for (const Vertex w : ties.of(v)) numbers.push_back(pairs.number(v, w));
    }
    return numbers;
}

// Of the ties between two, pathways from a source use one way alone: the other leads back.
void look_from(Vertex source, const std::vector<std::size_t>& pairs, Dominators& dominators, DistanceChanges& changes) {
    dominators.from(source);
    for (const Vertex v : dominators.reached().subspan(1)) {
        changes.pair(dominators.steps(v));
        const std::uint32_t step = dominators.only_step(v);
        if (step == Dominators::none) continue;
        auto& without = changes.without(pairs[step]);
        dominators.without_only_step(
            v, [&](Vertex w, std::uint32_t now) { DistanceChanges::move(without, dominators.steps(w), now); });
    }
}

template <Direction D>
DistanceChanges changes_without_ties(const Csr<D>& view, const Pairs& pairs, Monitor& monitor) {
    const Contacts ties = detail::contacts(view, {}, Mode::out);
    const Contacts back = detail::contacts(view, {}, Mode::in);
    const auto pairs_by_step = pairs_of(ties, pairs);
    const std::uint32_t actors = view.vertex_count();
    const std::vector<bool> nobody_gone(actors, false);
    constexpr std::uint64_t small_work = 2'000'000;
    const std::uint64_t work = std::uint64_t{4} * actors * (actors + ties.actors.size());
    const std::uint32_t blocks = work < small_work ? 1 : 8;
    std::vector<DistanceChanges> parts(blocks, DistanceChanges{pairs.second.size()});
    monitor.expect(actors);
    parallel_blocks(blocks, [&](std::size_t block) {
        Dominators dominators{ties, back, nobody_gone};
        for (auto source = static_cast<Vertex>(block); source < actors; source += blocks) {
            monitor.check();
            look_from(source, pairs_by_step, dominators, parts[block]);
            monitor.advance();
        }
    });
    for (std::uint32_t block = 1; block < blocks; ++block) parts.front().add(parts[block]);
    return std::move(parts.front());
}

}  // namespace

template <Direction D>
std::vector<TieBridging> tie_bridging(const Csr<D>& view, TieBridgingOptions options, Monitor& monitor) {
    const Pairs pairs{detail::contacts(view, {}, Mode::all)};
    const DistanceChanges changes = changes_without_ties(view, pairs, monitor);
    const double actors = view.vertex_count();
    const double whole = changes.worth(true);
    const double unit = options.normalized ? whole : actors * (actors - 1);
    std::vector<TieBridging> found;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        for (std::size_t pair = pairs.first[v]; pair < pairs.first[v + 1]; ++pair) {
            found.push_back({v, pairs.second[pair], (whole - changes.worth_without(pair, true)) / unit});
        }
    }
    return found;
}

template <Direction D>
Scores bridging_by_loss(const Csr<D>& view, TieBridgingOptions options, Monitor& monitor) {
    Scores scores{std::vector<double>(view.vertex_count(), 0), {}};
    std::vector<double> contacts(view.vertex_count(), 0);
    for (const auto& [first, second, loss] : tie_bridging(view, options, monitor)) {
        for (const Vertex v : {first, second}) {
            scores.values[v] += loss;
            ++contacts[v];
        }
    }
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (contacts[v] > 0) {
            scores.values[v] /= contacts[v];
        } else {
            scores.values[v] = std::numeric_limits<double>::quiet_NaN();
            scores.why = "an isolate has no ties to lose.";
        }
    }
    return scores;
}

template std::vector<TieBridging> tie_bridging(const Digraph&, TieBridgingOptions, Monitor&);
template std::vector<TieBridging> tie_bridging(const Ugraph&, TieBridgingOptions, Monitor&);
template Scores bridging_by_loss(const Digraph&, TieBridgingOptions, Monitor&);
template Scores bridging_by_loss(const Ugraph&, TieBridgingOptions, Monitor&);

}  // namespace coopnet::brokerage
