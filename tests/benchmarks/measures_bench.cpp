#include <coopnet/analysis/brokerage/bridging.hpp>
#include <coopnet/analysis/brokerage/constraint.hpp>
#include <coopnet/analysis/brokerage/effective_size.hpp>
#include <coopnet/analysis/brokerage/key_players.hpp>
#include <coopnet/analysis/brokerage/roles.hpp>
#include <coopnet/analysis/brokerage/simmelian.hpp>
#include <coopnet/analysis/centrality/betweenness.hpp>
#include <coopnet/analysis/centrality/bonacich_power.hpp>
#include <coopnet/analysis/centrality/closeness.hpp>
#include <coopnet/analysis/centrality/current_flow_betweenness.hpp>
#include <coopnet/analysis/centrality/current_flow_closeness.hpp>
#include <coopnet/analysis/centrality/degree.hpp>
#include <coopnet/analysis/centrality/eccentricity.hpp>
#include <coopnet/analysis/centrality/edge_betweenness.hpp>
#include <coopnet/analysis/centrality/eigenvector.hpp>
#include <coopnet/analysis/centrality/group_betweenness.hpp>
#include <coopnet/analysis/centrality/group_closeness.hpp>
#include <coopnet/analysis/centrality/group_degree.hpp>
#include <coopnet/analysis/centrality/harmonic.hpp>
#include <coopnet/analysis/centrality/hits.hpp>
#include <coopnet/analysis/centrality/katz.hpp>
#include <coopnet/analysis/centrality/laplacian.hpp>
#include <coopnet/analysis/centrality/leverage.hpp>
#include <coopnet/analysis/centrality/load.hpp>
#include <coopnet/analysis/centrality/pagerank.hpp>
#include <coopnet/analysis/centrality/percolation.hpp>
#include <coopnet/analysis/centrality/reach.hpp>
#include <coopnet/analysis/centrality/stress.hpp>
#include <coopnet/analysis/centrality/subgraph.hpp>
#include <coopnet/analysis/centrality/voterank.hpp>
#include <coopnet/analysis/cohesion/articulation.hpp>
#include <coopnet/analysis/cohesion/clustering.hpp>
#include <coopnet/analysis/cohesion/components.hpp>
#include <coopnet/analysis/cohesion/core_periphery.hpp>
#include <coopnet/analysis/cohesion/cores.hpp>
#include <coopnet/analysis/cohesion/cut_sets.hpp>
#include <coopnet/analysis/cohesion/k_components.hpp>
#include <coopnet/analysis/cohesion/krackhardt.hpp>
#include <coopnet/analysis/cohesion/transitivity.hpp>
#include <coopnet/analysis/cohesion/triad_census.hpp>
#include <coopnet/analysis/community/leiden.hpp>
#include <coopnet/analysis/community/louvain.hpp>
#include <coopnet/analysis/position/blockmodel.hpp>
#include <coopnet/analysis/position/catrege.hpp>
#include <coopnet/analysis/position/clusters.hpp>
#include <coopnet/analysis/position/concor.hpp>
#include <coopnet/analysis/position/regular_equivalence.hpp>
#include <coopnet/analysis/position/structural_equivalence.hpp>
#include <coopnet/analysis/two_mode/betweenness.hpp>
#include <coopnet/analysis/two_mode/closeness.hpp>
#include <coopnet/analysis/two_mode/clustering.hpp>
#include <coopnet/analysis/two_mode/redundancy.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace coopnet {
namespace {

// Actors and directed ties at random, five ties an actor.
Digraph network(std::int64_t actors) {
    std::mt19937 random{1};
    const auto count = static_cast<std::uint32_t>(actors);
    std::vector<EdgeSpec> edges;
    for (std::uint32_t i = 0; i < 5 * count; ++i) {
        const auto source = static_cast<Vertex>(random() % count);
        edges.push_back({source, static_cast<Vertex>(random() % count), static_cast<double>(1 + random() % 9)});
    }
    return {count, edges};
}

// Inverse strengths, which share no decimal scale.
std::vector<double> inverse(std::span<const double> strengths) {
    std::vector<double> costs;
    for (const double strength : strengths) costs.push_back(1 / strength);
    return costs;
}

Ugraph undirected(const Digraph& view) {
    return {view.vertex_count(), view.edges()};
}

// −ln of probabilities from 0.2 to 1: a sure step is next to no length.
std::vector<double> nearly_sure(std::span<const double> strengths) {
    std::vector<double> costs;
    for (const double strength : strengths) costs.push_back(std::max(1e-9, -std::log((1 + strength) / 10)));
    return costs;
}

// Ten actors that form a group.
std::vector<Vertex> some() {
    return {3, 14, 15, 92, 65, 35, 89, 79, 32, 38};
}

template <class Question>
void ask(benchmark::State& state, const Question& question) {
    const Digraph view = network(state.range(0));
    Monitor monitor;
    for (auto unused : state) benchmark::DoNotOptimize(question(view, monitor));
}

constexpr auto in_milliseconds = benchmark::kMillisecond;

// The view's weights are strengths; no costs: every tie has length one.
BENCHMARK_CAPTURE(ask, betweenness,
                  [](const Digraph& view, Monitor& monitor) { return centrality::betweenness(view, {}, {}, monitor); })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, betweenness_with_lengths,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::betweenness(view, inverse(view.weights()), {}, monitor);
                  })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, edge_betweenness,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::edge_betweenness(view, {}, {}, monitor);
                  })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, closeness,
                  [](const Digraph& view, Monitor& monitor) { return centrality::closeness(view, {}, {}, monitor); })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, closeness_with_lengths,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::closeness(view, inverse(view.weights()), {}, monitor);
                  })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, harmonic,
                  [](const Digraph& view, Monitor& monitor) { return centrality::harmonic(view, {}, {}, monitor); })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, betweenness_with_nearly_sure_steps,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::betweenness(view, nearly_sure(view.weights()), {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, stress,
                  [](const Digraph& view, Monitor& monitor) { return centrality::stress(view, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, load,
                  [](const Digraph& view, Monitor& monitor) { return centrality::load(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, percolation,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::percolation(view, {}, std::vector<double>(view.vertex_count(), 0.5), monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, eccentricity,
                  [](const Digraph& view, Monitor& monitor) { return centrality::eccentricity(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, reach,
                  [](const Digraph& view, Monitor& monitor) { return centrality::reach(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, leverage,
                  [](const Digraph& view, Monitor& monitor) {
                      monitor.check();
                      return centrality::leverage(view);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, laplacian,
                  [](const Digraph& view, Monitor& monitor) {
                      monitor.check();
                      return centrality::laplacian(view, view.weights());
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, voterank,
                  [](const Digraph& view, Monitor& monitor) { return centrality::voterank(view, {}, monitor); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, group_degree,
                  [](const Digraph& view, Monitor& monitor) {
                      monitor.check();
                      return centrality::group_degree(view, some());
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, group_closeness,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::group_closeness(view, {}, some(), {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, group_betweenness,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::group_betweenness(view, {}, some(), {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, eigenvector,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::eigenvector(view, view.weights(), {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, katz,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::katz(view, view.weights(), {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, bonacich_power,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::bonacich_power(view, view.weights(), {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, hits,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::hits(view, view.weights(), {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, subgraph,
                  [](const Digraph& view, Monitor& monitor) { return centrality::subgraph(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, subgraph_undirected,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::subgraph(undirected(view), {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, current_flow_closeness,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::current_flow_closeness(undirected(view), {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, current_flow_betweenness,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::current_flow_betweenness(undirected(view), {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, pagerank,
                  [](const Digraph& view, Monitor& monitor) {
                      return centrality::pagerank(view, view.weights(), {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, degree, [](const Digraph& view, Monitor&) { return centrality::degree(view); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, clustering,
                  [](const Digraph& view, Monitor&) { return cohesion::clustering(view, view.weights()); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, transitivity, [](const Digraph& view, Monitor&) { return cohesion::transitivity(view); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, triad_census, [](const Digraph& view, Monitor&) { return cohesion::triad_census(view); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, krackhardt,
                  [](const Digraph& view, Monitor& monitor) { return cohesion::krackhardt(view, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, cores, [](const Digraph& view, Monitor&) { return cohesion::cores(view); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, leiden,
                  [](const Digraph& view, Monitor& monitor) { return community::leiden(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, louvain,
                  [](const Digraph& view, Monitor& monitor) { return community::louvain(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, components, [](const Digraph& view, Monitor&) { return cohesion::components(view); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, strong_components,
                  [](const Digraph& view, Monitor&) { return cohesion::components(view, {.strong = true}); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, articulation_actors,
                  [](const Digraph& view, Monitor& monitor) { return cohesion::articulation_actors(view, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, cut_sets,
                  [](const Digraph& view, Monitor& monitor) { return cohesion::cut_sets(view, {}, monitor); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, cut_sets_between_two,
                  [](const Digraph& view, Monitor& monitor) { return cohesion::cut_sets(view, 0, 1, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, k_components,
                  [](const Digraph& view, Monitor& monitor) { return cohesion::k_components(view, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, core_periphery,
                  [](const Digraph& view, Monitor& monitor) {
                      return cohesion::core_periphery(view, view.weights(), {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

std::vector<std::uint32_t> ten_groups(const Digraph& view) {
    std::vector<std::uint32_t> groups;
    for (Vertex v = 0; v < view.vertex_count(); ++v) groups.push_back(v % 10);
    return groups;
}

BENCHMARK_CAPTURE(ask, roles,
                  [](const Digraph& view, Monitor& monitor) {
                      return brokerage::roles(view, ten_groups(view), {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, roles_permuted,
                  [](const Digraph& view, Monitor& monitor) {
                      return brokerage::roles(view, ten_groups(view), {}, {.permutations = 999}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, constraint,
                  [](const Digraph& view, Monitor& monitor) { return brokerage::constraint(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, effective_size,
                  [](const Digraph& view, Monitor& monitor) {
                      return brokerage::effective_size(view, {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, bridging,
                  [](const Digraph& view, Monitor& monitor) { return brokerage::bridging(view, {}, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, bridging_by_loss,
                  [](const Digraph& view, Monitor& monitor) { return brokerage::bridging_by_loss(view, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, simmelian,
                  [](const Digraph& view, Monitor& monitor) { return brokerage::simmelian(view, monitor); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, key_players_greedy,
                  [](const Digraph& view, Monitor& monitor) {
                      return brokerage::key_players(
                          view, 5, {.method = brokerage::Method::greedy, .mode = brokerage::Mode::all}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, key_players,
                  [](const Digraph& view, Monitor& monitor) {
                      return brokerage::key_players(view, 2, {.mode = brokerage::Mode::all}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, structural_equivalence,
                  [](const Digraph& view, Monitor& monitor) {
                      return position::structural_equivalence(view, {}, {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, structural_equivalence_by_correlation,
                  [](const Digraph& view, Monitor& monitor) {
                      return position::structural_equivalence(view, {}, {},
                                                              {.distance = position::Distance::correlation}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, clusters,
                  [](const Digraph& view, Monitor& monitor) {
                      static const auto matrix = position::structural_equivalence(view, {}, {}, {}, monitor);
                      return position::clusters(matrix, 10, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

// A split takes 10 to 25 rounds, about half of them of V³ steps.
BENCHMARK_CAPTURE(ask, concor,
                  [](const Digraph& view, Monitor& monitor) {
                      return position::concor(view, {}, {}, {.max_iterations = 40}, monitor);
                  })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, catrege,
                  [](const Digraph& view, Monitor& monitor) { return position::catrege(view, {}, monitor); })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, regular_equivalence,
                  [](const Digraph& view, Monitor& monitor) {
                      return position::regular_equivalence(view, {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);

BENCHMARK_CAPTURE(ask, blockmodel,
                  [](const Digraph& view, Monitor& monitor) {
                      return position::blockmodel(view, ten_groups(view), {}, {}, monitor);
                  })
    ->Arg(1000)
    ->Arg(100'000)
    ->Unit(in_milliseconds);

// Half the actors are events, and ties run between the halves.
template <class Question>
void ask_two_modes(benchmark::State& state, const Question& question) {
    const auto half = static_cast<std::uint32_t>(state.range(0)) / 2;
    std::vector<EdgeSpec> edges;
    const Digraph drawn = network(state.range(0));
    for (const EdgeSpec& edge : drawn.edges()) edges.push_back({edge.source % half, half + (edge.target % half)});
    const Ugraph view{2 * half, std::move(edges)};
    std::vector<std::uint32_t> mode(half, 0);
    mode.resize(2 * static_cast<std::size_t>(half), 1);
    const Names names{std::vector<std::string>(mode.size())};
    Monitor monitor;
    for (auto unused : state) benchmark::DoNotOptimize(question(two_mode::modes(view, {}, mode, names), monitor));
}

BENCHMARK_CAPTURE(ask_two_modes, betweenness,
                  [](const two_mode::Modes& modes, Monitor& monitor) {
                      return two_mode::betweenness(modes, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

BENCHMARK_CAPTURE(ask_two_modes, closeness,
                  [](const two_mode::Modes& modes, Monitor& monitor) {
                      return two_mode::closeness(modes, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

BENCHMARK_CAPTURE(ask_two_modes, clustering,
                  [](const two_mode::Modes& modes, Monitor& monitor) {
                      return two_mode::clustering(modes, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

BENCHMARK_CAPTURE(ask_two_modes, redundancy,
                  [](const two_mode::Modes& modes, Monitor& monitor) { return two_mode::redundancy(modes, monitor); })
    ->Arg(1000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coopnet
