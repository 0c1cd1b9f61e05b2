#include <coopnet/analysis/brokerage/distance_counts.hpp>
#include <coopnet/analysis/brokerage/key_players.hpp>
#include <coopnet/analysis/brokerage/key_search.hpp>
#include <coopnet/analysis/brokerage/pairs_goal.hpp>
#include <coopnet/analysis/brokerage/pieces_goal.hpp>
#include <coopnet/analysis/brokerage/reach_goal.hpp>
#include <coopnet/analysis/detail/contacts.hpp>

#include <algorithm>
#include <functional>
#include <limits>
#include <numeric>
#include <string>
#include <type_traits>
#include <utility>

namespace coopnet::brokerage {
namespace {

using detail::Contacts;

// Of k + 1 disjoint groups no set of k touches all: what one of them, kept, holds together
// stays so. Actors are dealt to the groups in the order of the goal.
template <class Goal>
double floor_of_groups(const Goal& goal, std::uint32_t k) {
    const auto order = goal.order();
    double floor = std::numeric_limits<double>::infinity();
    for (std::uint32_t group = 0; group <= k; ++group) {
        typename Goal::Bounds bounds{goal, {}, k};
        for (std::size_t i = group; i < order.size(); i += k + 1) bounds.keep(order[i]);
        floor = std::min(floor, bounds.now());
    }
    return floor;
}

// A removed actor takes no more ties along than it has; each that stays connects a pair.
double floor_of_ties(const Contacts& ties, std::uint32_t k) {
    std::vector<double> degree(ties.vertex_count());
    for (Vertex v = 0; v < ties.vertex_count(); ++v) {
        degree[v] += ties.degree(v);
        for (const Vertex w : ties.of(v)) ++degree[w];
    }
    std::ranges::sort(degree, std::greater{});
    const auto arcs = static_cast<double>(ties.actors.size());
    return std::max(0.0, std::accumulate(degree.begin(), degree.begin() + k, arcs, std::minus{}));
}

// What is found, in the goal's cost, as a value: `value(cost)`.
template <class Goal, class Value>
KeyPlayers found(const Goal& goal, std::uint32_t k, double floor, const KeyPlayersOptions& options, Monitor& monitor,
                 const Value& value) {
    detail::Patience patience{monitor, options.time_limit};
    KeySet start = GreedySearch{goal, patience}.run(k);
    KeyPlayers players;
    if (options.method == Method::greedy) {
        if constexpr (std::is_same_v<Goal, ReachGoal>) {
            floor = std::max(floor, typename Goal::Bounds{goal, start.actors, k}.now());
        }
        std::ranges::sort(start.actors);
        players.sets.push_back(start.actors);
        players.value = value(start.cost);
        players.partial = patience.spent();
        players.bound = value(std::min(start.cost, floor));
        return players;
    }
    KeySearch search{goal, k, options.max_results, patience};
    search.run(std::move(start));
    players.sets = search.sets();
    players.value = value(search.best());
    players.bound = value(std::min(search.best(), std::max(search.bound(), floor)));
    players.partial = search.partial();
    return players;
}

Mode against(Mode mode) noexcept {
    if (mode == Mode::all) return mode;
    return mode == Mode::out ? Mode::in : Mode::out;
}

void require_possible(std::uint32_t k, std::uint32_t actors, bool fragments) {
    const std::uint32_t stay = fragments ? 2 : 0;
    if (k >= 1 && k + std::uint64_t{stay} <= actors) return;
    const std::string most = actors >= stay ? std::to_string(actors - stay) : "0";
    throw InvalidOption{"k=" + std::to_string(k) + " key players cannot be chosen: of " + std::to_string(actors) +
                        " actors at least 1 and at most " + most + " can be" +
                        (fragments ? ", since two must stay that can be connected." : ".")};
}

}  // namespace

template <Direction D>
KeyPlayers key_players(const Csr<D>& view, std::uint32_t k, const KeyPlayersOptions& options, Monitor& monitor) {
    const bool fragments = options.goal == Goal::fragment || options.goal == Goal::distance_fragment;
    const bool by_distance = options.goal == Goal::distance_fragment || options.goal == Goal::distance_reach;
    require_possible(k, view.vertex_count(), fragments);
    if (options.max_results == 0) throw InvalidOption{"max_results=0 lists no set. Ask for at least 1."};
    if (fragments && options.within)
        throw InvalidOption{"within= says how far a set reaches. Leave it out to fragment."};
    const Contacts ties = detail::contacts(view, {}, options.mode);
    const double actors = view.vertex_count();

    if (!fragments) {
        const std::uint32_t within = options.within.value_or(by_distance ? Distances::unreached : 1);
        const ReachGoal goal{ties, by_distance, within, monitor};
        const double floor = ReachGoal::Bounds{goal, {}, k}.now();
        return found(goal, k, floor, options, monitor, [&](double cost) { return -cost / actors; });
    }
    const double pairs = (actors - k) * (actors - k - 1);
    const double arcs = floor_of_ties(ties, k);
    if (!by_distance && (!Csr<D>::is_directed || options.mode == Mode::all)) {
        const PiecesGoal goal{ties};
        const double floor = std::max(arcs / 2, floor_of_groups(goal, k));
        return found(goal, k, floor, options, monitor, [&](double cost) { return 1 - (2 * cost / pairs); });
    }
    const Contacts back = detail::contacts(view, {}, against(options.mode));
    const PairsGoal goal{ties, back, by_distance};
    const double floor = std::max(arcs, floor_of_groups(goal, k));
    return found(goal, k, floor, options, monitor, [&](double cost) { return 1 - (cost / pairs); });
}

template KeyPlayers key_players(const Digraph&, std::uint32_t, const KeyPlayersOptions&, Monitor&);
template KeyPlayers key_players(const Ugraph&, std::uint32_t, const KeyPlayersOptions&, Monitor&);

}  // namespace coopnet::brokerage
