#include <coopnet/analysis/pathways/cuts.hpp>
#include <coopnet/analysis/pathways/disjoint.hpp>
#include <coopnet/analysis/pathways/dominators.hpp>
#include <coopnet/analysis/pathways/reliability.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <random>
#include <vector>

namespace coopnet::pathways {
namespace {

// Actors and directed ties at random, ten ties an actor, one in three both ways.
Digraph network(std::int64_t actors) {
    std::mt19937 random{1};
    const auto count = static_cast<std::uint32_t>(actors);
    std::vector<EdgeSpec> edges;
    for (std::uint32_t i = 0; i < 10 * count; ++i) {
        const auto source = static_cast<Vertex>(random() % count);
        const auto target = static_cast<Vertex>(random() % count);
        edges.push_back({source, target, static_cast<double>(1 + random() % 9), random() % 3 == 0});
    }
    return {count, edges};
}

// A street of blocks three wide, as a sparse network of long ways is.
Ugraph street(std::int64_t length) {
    constexpr std::uint32_t wide = 3;
    std::vector<EdgeSpec> edges;
    const auto count = wide * static_cast<std::uint32_t>(length);
    for (Vertex v = 0; v < count; ++v) {
        if (v % wide + 1 < wide) edges.push_back({v, v + 1});
        if (v + wide < count) edges.push_back({v, v + wide});
    }
    return {count, edges};
}

template <class Question>
void ask(benchmark::State& state, const Question& question) {
    const Digraph view = network(state.range(0));
    Monitor monitor;
    for (auto unused : state) benchmark::DoNotOptimize(question(view, monitor));
}

constexpr auto in_milliseconds = benchmark::kMillisecond;

BENCHMARK_CAPTURE(ask, disjoint,
                  [](const Digraph& view, Monitor& monitor) {
                      return disjoint(view, view.weights(), 0, 1, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);
BENCHMARK_CAPTURE(ask, cuts_of_actors,
                  [](const Digraph& view, Monitor& monitor) { return cuts(view, 0, 1, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);
BENCHMARK_CAPTURE(ask, cuts_of_ties,
                  [](const Digraph& view, Monitor& monitor) { return cuts(view, 0, 1, {.of = Of::ties}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);
BENCHMARK_CAPTURE(ask, dominators,
                  [](const Digraph& view, Monitor& monitor) { return dominators(view, 0, {}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);
BENCHMARK_CAPTURE(ask, dominating_ties,
                  [](const Digraph& view, Monitor& monitor) { return dominators(view, 0, {.of = Of::ties}, monitor); })
    ->Arg(1000)
    ->Unit(in_milliseconds);
BENCHMARK_CAPTURE(ask, indispensable,
                  [](const Digraph& view, Monitor& monitor) {
                      std::vector<Vertex> one;
                      std::vector<bool> other(view.vertex_count());
                      for (Vertex v = 0; v < view.vertex_count(); ++v) {
                          if (v % 3 == 0) one.push_back(v);
                          other[v] = v % 3 == 1;
                      }
                      return indispensable(view, one, other, {}, monitor);
                  })
    ->Arg(1000)
    ->Unit(in_milliseconds);
BENCHMARK_CAPTURE(ask, sampled_reliability,
                  [](const Digraph& view, Monitor& monitor) {
                      const std::vector<double> works(view.edge_count(), 0.3);
                      return reliability(view, works, 0, 1, {.method = Method::sample}, monitor);
                  })
    ->Arg(100)
    ->Arg(1000)
    ->Unit(in_milliseconds);

void exact_reliability(benchmark::State& state) {
    const Ugraph view = street(state.range(0));
    const std::vector<double> works(view.edge_count(), 0.9);
    Monitor monitor;
    for (auto unused : state) {
        benchmark::DoNotOptimize(reliability(view, works, 0, view.vertex_count() - 1, {}, monitor));
    }
}
BENCHMARK(exact_reliability)->Arg(10)->Arg(100)->Unit(in_milliseconds);

}  // namespace
}  // namespace coopnet::pathways
