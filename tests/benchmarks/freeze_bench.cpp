#include <coopnet/model/builder.hpp>
#include <coopnet/view/freeze.hpp>

#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace coopnet {
namespace {

// A ring with chords: every actor works with one ten times as far away for each further tie.
Network ring(std::size_t actors, std::size_t ties) {
    std::vector<std::string> source;
    std::vector<std::string> target;
    for (std::size_t i = 0, step = 1; i < ties; ++i) {
        if (i > 0 && i % actors == 0) step *= 10;
        source.push_back("A" + std::to_string(i % actors));
        target.push_back("A" + std::to_string((i + step) % actors));
    }
    Draft draft;
    draft.ties = {.file = "ties.csv",
                  .header = {"source", "target"},
                  .columns = {std::move(source), std::move(target)},
                  .lines = {}};
    return build(std::move(draft));
}

void freeze_ties(benchmark::State& state) {
    const auto ties = static_cast<std::size_t>(state.range(0));
    const Network network = ring(ties / 5, ties);
    const Projection projection;
    for (auto unused : state) benchmark::DoNotOptimize(freeze(network, projection, true));
    state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(freeze_ties)->Arg(10'000)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace coopnet
