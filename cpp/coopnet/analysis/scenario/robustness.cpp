#include <coopnet/analysis/scenario/robustness.hpp>
#include <coopnet/core/parallel.hpp>
#include <coopnet/core/random.hpp>

#include <algorithm>
#include <limits>
#include <numeric>
#include <string>
#include <utility>

namespace coopnet::scenario {
namespace {

// Pieces that only grow, and the size of the largest.
class Pieces {
public:
    explicit Pieces(std::uint32_t count) : parent_(count), size_(count, 0) {
        std::iota(parent_.begin(), parent_.end(), Vertex{0});
    }

    [[nodiscard]] bool has(Vertex v) const noexcept { return size_[v] > 0; }
    [[nodiscard]] std::uint32_t largest() const noexcept { return largest_; }

    void add(Vertex v) {
        size_[v] = 1;
        largest_ = std::max(largest_, 1U);
    }

    void join(Vertex a, Vertex b) {
        a = root(a);
        b = root(b);
        if (a == b) return;
        if (size_[a] < size_[b]) std::swap(a, b);
        parent_[b] = a;
        size_[a] += size_[b];
        largest_ = std::max(largest_, size_[a]);
    }

private:
    Vertex root(Vertex v) {
        while (parent_[v] != v) v = parent_[v] = parent_[parent_[v]];
        return v;
    }

    std::vector<Vertex> parent_;
    std::vector<std::uint32_t> size_;  // of roots; 0: not there
    std::uint32_t largest_ = 0;
};

std::vector<bool> removed_of(std::span<const std::uint32_t> order, std::uint32_t count, const char* what) {
    std::vector<bool> removed(count, false);
    for (const std::uint32_t one : order) {
        if (one >= count || removed[one]) {
            throw InvalidOption{"Each " + std::string{what} + " is removed once. Name those there are, none twice."};
        }
        removed[one] = true;
    }
    return removed;
}

template <Direction D>
void add_actor(Pieces& pieces, const Csr<D>& view, Vertex v) {
    pieces.add(v);
    for (const Vertex other : view.out(v)) {
        if (pieces.has(other)) pieces.join(v, other);
    }
    for (const Vertex other : view.in(v)) {
        if (pieces.has(other)) pieces.join(v, other);
    }
}

// The curve of one order, from its end: what is removed last is added back first.
template <class AddBack>
std::vector<std::uint32_t> backwards(Pieces& pieces, std::span<const std::uint32_t> order, AddBack add_back) {
    std::vector<std::uint32_t> sizes(order.size() + 1);
    sizes.back() = pieces.largest();
    for (std::size_t i = order.size(); i > 0; --i) {
        add_back(order[i - 1]);
        sizes[i - 1] = pieces.largest();
    }
    return sizes;
}

// Partial results of some runs.
struct Tally {
    std::vector<std::uint64_t> sum;
    std::vector<std::uint32_t> low;
    std::vector<std::uint32_t> high;

    explicit Tally(std::size_t points)
        : sum(points, 0), low(points, std::numeric_limits<std::uint32_t>::max()), high(points, 0) {}

    void add(const std::vector<std::uint32_t>& sizes) {
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            sum[i] += sizes[i];
            low[i] = std::min(low[i], sizes[i]);
            high[i] = std::max(high[i], sizes[i]);
        }
    }

    void add(const Tally& other) {
        for (std::size_t i = 0; i < sum.size(); ++i) {
            sum[i] += other.sum[i];
            low[i] = std::min(low[i], other.low[i]);
            high[i] = std::max(high[i], other.high[i]);
        }
    }
};

}  // namespace

template <Direction D>
std::vector<std::uint32_t> largest_without_actors(const Csr<D>& view, std::span<const Vertex> order) {
    const auto removed = removed_of(order, view.vertex_count(), "actor");
    Pieces pieces{view.vertex_count()};
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        if (!removed[v]) add_actor(pieces, view, v);
    }
    return backwards(pieces, order, [&](Vertex v) { add_actor(pieces, view, v); });
}

template <Direction D>
std::vector<std::uint32_t> largest_without_edges(const Csr<D>& view, std::span<const EdgeId> order) {
    const auto removed = removed_of(order, view.edge_count(), "tie");
    Pieces pieces{view.vertex_count()};
    for (Vertex v = 0; v < view.vertex_count(); ++v) pieces.add(v);
    const auto add_edge = [&](EdgeId edge) { pieces.join(view.edges()[edge].source, view.edges()[edge].target); };
    for (EdgeId edge = 0; edge < view.edge_count(); ++edge) {
        if (!removed[edge]) add_edge(edge);
    }
    return backwards(pieces, order, add_edge);
}

std::vector<std::uint32_t> random_order(std::uint32_t count, std::uint64_t seed, std::uint64_t run) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    Random random{seed, run};
    random.shuffle(std::span{order});
    return order;
}

template <Direction D>
FailureCurve random_failures(const Csr<D>& view, const RandomFailures& options, Monitor& monitor) {
    if (options.runs == 0) throw InvalidOption{"runs=0 is no number of runs. Say 1 or more."};
    const bool actors = options.of == Removed::actors;
    const std::uint32_t count = actors ? view.vertex_count() : view.edge_count();
    const std::size_t blocks = std::min<std::size_t>(options.runs, 64);
    std::vector<Tally> tallies(blocks, Tally{count + std::size_t{1}});
    monitor.expect(options.runs);
    parallel_blocks(blocks, [&](std::size_t block) {
        for (std::uint64_t run = block; run < options.runs; run += blocks) {
            monitor.check();
            const auto order = random_order(count, options.seed, run);
            tallies[block].add(actors ? largest_without_actors(view, order) : largest_without_edges(view, order));
            monitor.advance();
        }
    });
    for (std::size_t block = 1; block < blocks; ++block) tallies[0].add(tallies[block]);
    FailureCurve curve{{}, std::move(tallies[0].low), std::move(tallies[0].high)};
    for (const std::uint64_t sum : tallies[0].sum) curve.mean.push_back(static_cast<double>(sum) / options.runs);
    return curve;
}

template std::vector<std::uint32_t> largest_without_actors(const Digraph&, std::span<const Vertex>);
template std::vector<std::uint32_t> largest_without_actors(const Ugraph&, std::span<const Vertex>);
template std::vector<std::uint32_t> largest_without_edges(const Digraph&, std::span<const EdgeId>);
template std::vector<std::uint32_t> largest_without_edges(const Ugraph&, std::span<const EdgeId>);
template FailureCurve random_failures(const Digraph&, const RandomFailures&, Monitor&);
template FailureCurve random_failures(const Ugraph&, const RandomFailures&, Monitor&);

}  // namespace coopnet::scenario
