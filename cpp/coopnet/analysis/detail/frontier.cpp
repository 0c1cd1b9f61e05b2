#include <coopnet/analysis/detail/frontier.hpp>

#include <coopnet/analysis/detail/reductions.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <tuple>
#include <utility>

namespace coopnet::detail {
namespace {

using Word = std::uint32_t;

constexpr Word bit(std::uint32_t place) noexcept {
    return Word{1} << place;
}

[[noreturn]] void refuse(std::size_t edges, const std::string& needs, std::size_t limit) {
    throw InvalidOption{std::to_string(edges) + " ties matter to this reliability, and its exact number needs " +
                        needs + " at once; the limit is " + std::to_string(limit) +
                        ". Ask with method=\"sample\", or of fewer ties."};
}

// Who reaches whom, by place; of the source (0) whom it reaches, of the others whether they
// reach the target (1). Whoever the source reaches, or reaches the target, says no more of
// itself and is said of nobody else, so that states alike are equal.
class State {
public:
    explicit State(std::span<Word> rows) : rows_(rows) {}

    // A step from u to v works; true if the source now reaches the target.
    bool connect(std::uint32_t u, std::uint32_t v) {
        if (reached(u)) u = 0;
        if (v != 0 && reaches_target(v)) v = 1;
        if (u == 0 && v == 1) return true;
        if (reached(v) || (u != 0 && reaches_target(u))) return false;
        const Word gained = bit(v) | (v == 1 ? 0 : rows_[v]);
        return u == 0 ? reach(gained) : extend(u, gained);
    }

    void leave(Word places) {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            rows_[i] = (places >> i & 1U) != 0 && i > 0 ? 0 : rows_[i] & ~places;
        }
    }

    [[nodiscard]] bool nobody_reached() const { return rows_[0] == 0; }
    [[nodiscard]] bool nobody_reaches_target() const {
        return std::ranges::none_of(rows_, [](Word row) { return (row & bit(1)) != 0; });
    }

private:
    [[nodiscard]] bool reached(std::uint32_t i) const { return i == 0 || (rows_[0] & bit(i)) != 0; }
    [[nodiscard]] bool reaches_target(std::uint32_t i) const { return i == 1 || (rows_[i] & bit(1)) != 0; }

    bool reach(Word gained) {
        if ((gained & bit(1)) != 0) return true;
        for (std::size_t i = 1; i < rows_.size(); ++i) rows_[i] = (gained >> i & 1U) != 0 ? 0 : rows_[i] & ~gained;
        rows_[0] |= gained;
        return false;
    }

    bool extend(std::uint32_t u, Word gained) {
        for (std::uint32_t i = 1; i < rows_.size(); ++i) {
            if (i != u && (rows_[i] & bit(u)) == 0) continue;
            rows_[i] = (gained & bit(1)) != 0 ? bit(1) : (rows_[i] | gained) & ~bit(i);
        }
        return false;
    }

    std::span<Word> rows_;
};

// States and how probable they are, in the order they came up.
class Layer {
public:
    explicit Layer(std::size_t places) : places_(places), slots_(64, none) {}

    [[nodiscard]] std::size_t size() const noexcept { return chances_.size(); }
    [[nodiscard]] std::span<const Word> rows(std::size_t i) const { return {rows_.data() + (i * places_), places_}; }
    [[nodiscard]] double chance(std::size_t i) const { return chances_[i]; }

    void add(std::span<const Word> rows, double chance) {
        if (2 * size() >= slots_.size()) grow();
        std::uint32_t& slot = slots_[find(rows)];
        if (slot != none) {
            chances_[slot] += chance;
            return;
        }
        slot = static_cast<std::uint32_t>(size());
        rows_.insert(rows_.end(), rows.begin(), rows.end());
        chances_.push_back(chance);
    }

    void clear() {
        rows_.clear();
        chances_.clear();
        std::ranges::fill(slots_, none);
    }

private:
    static constexpr std::uint32_t none = ~std::uint32_t{0};

    [[nodiscard]] std::size_t find(std::span<const Word> wanted) const {
        std::uint64_t hash = 0;
        for (const Word row : wanted) hash = (hash ^ row) * 0x9E3779B97F4A7C15 ^ (hash >> 29);
        std::size_t at = (hash ^ (hash >> 32)) & (slots_.size() - 1);
        while (slots_[at] != none && !std::ranges::equal(rows(slots_[at]), wanted)) at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    void grow() {
        slots_.assign(4 * slots_.size(), none);
        for (std::size_t i = 0; i < size(); ++i) slots_[find(rows(i))] = static_cast<std::uint32_t>(i);
    }

    std::size_t places_;
    std::vector<Word> rows_;
    std::vector<double> chances_;
    std::vector<std::uint32_t> slots_;  // where a state with this hash is, or the next
};

}  // namespace

Frontier::Frontier(std::uint32_t vertex_count, Vertex source, Vertex target, Patience& patience)
    : vertex_count_(vertex_count), source_(source), target_(target), patience_(patience) {}

std::optional<double> Frontier::reliability(std::vector<EdgeSpec> edges) {
    if (Reductions{vertex_count_, source_, target_}.reduce(edges)) return 1;
    const auto vertices = order(edges);
    if (patience_.spent()) return std::nullopt;
    plan(edges, vertices);
    return sweep();
}

// Vertices one by one, and how many states the fronts on the way may have.
struct Frontier::Order {
    std::vector<Vertex> vertices;
    double states = 0;
};

// Next comes whoever leaves the narrowest front, of several who brings least with them.
Frontier::Order Frontier::order_from(const Ugraph& graph, Vertex start) const {
    std::vector<std::uint32_t> open(vertex_count_);  // neighbors that are not in
    std::vector<bool> in(vertex_count_, false);
    std::vector<Vertex> left;
    for (Vertex v = 0; v < vertex_count_; ++v) {
        open[v] = static_cast<std::uint32_t>(graph.out(v).size());
        if (open[v] > 0 && v != source_ && v != target_) left.push_back(v);
    }
    const auto take = [&](Vertex v) {
        in[v] = true;
        for (const Vertex w : graph.out(v)) --open[w];
    };
    const auto closed_by = [&](Vertex v) {  // who leaves the front when v comes
        int closed = open[v] == 0 ? 1 : 0;
        for (const Vertex w : graph.out(v)) closed += in[w] && open[w] == 1 && w != source_ && w != target_ ? 1 : 0;
        return closed;
    };
    take(source_);
    take(target_);
    Order order;
    int front = 0;
    while (!left.empty() && front <= static_cast<int>(widest) && patience_.lasts(4 * left.size())) {
        auto best = std::ranges::find(left, start);
        if (!order.vertices.empty()) {
            best = std::ranges::max_element(left, {}, [&](Vertex v) {
                const bool near = open[v] < graph.out(v).size();
                return std::tuple{near, closed_by(v), -static_cast<int>(open[v])};
            });
        }
        front += 1 - closed_by(*best);
        order.states += std::ldexp(1.0, 2 * front);
        order.vertices.push_back(*best);
        take(*best);
        left.erase(best);
    }
    if (!left.empty()) order.states = std::numeric_limits<double>::infinity();
    return order;
}

// Of some beginnings the best.
std::vector<Vertex> Frontier::order(const std::vector<EdgeSpec>& edges) const {
    constexpr std::uint64_t small_work = 20'000'000;
    std::vector<EdgeSpec> pairs;
    pairs.reserve(edges.size());
    for (const EdgeSpec& edge : edges)
        pairs.push_back({std::min(edge.source, edge.target), std::max(edge.source, edge.target)});
    const auto ends = [](const EdgeSpec& pair) { return std::pair{pair.source, pair.target}; };
    std::ranges::sort(pairs, {}, ends);
    const auto same = std::ranges::unique(pairs, {}, ends);
    pairs.erase(same.begin(), same.end());
    const Ugraph graph{vertex_count_, pairs};

    Order best;
    std::uint64_t work = 0;
    for (Vertex start = 0; start < vertex_count_ && work < small_work; ++start) {
        if (start == source_ || start == target_ || graph.out(start).empty()) continue;
        Order order = order_from(graph, start);
        work += order.vertices.size() * pairs.size();
        if (best.vertices.empty() || order.states < best.states) best = std::move(order);
    }
    if (std::isinf(best.states) && !patience_.spent()) refuse(edges.size(), "more actors in its front", widest);
    return std::move(best.vertices);
}

void Frontier::plan(const std::vector<EdgeSpec>& edges, std::span<const Vertex> vertices) {
    std::vector<std::uint32_t> turn(vertex_count_, 0);  // when a vertex comes in
    for (std::uint32_t i = 0; i < vertices.size(); ++i) turn[vertices[i]] = i + 1;
    std::vector<EdgeSpec> sorted = edges;
    const auto comes = [&](const EdgeSpec& edge) {
        return std::tuple{std::max(turn[edge.source], turn[edge.target]), edge.source, edge.target, edge.both_ways};
    };
    std::ranges::sort(sorted, {}, comes);

    std::vector<std::size_t> last(vertex_count_, 0);
    for (std::size_t i = 0; i < sorted.size(); ++i) last[sorted[i].source] = last[sorted[i].target] = i;
    std::vector<Place> place(vertex_count_, 0);
    place[target_] = 1;
    Word taken = 3;
    const auto seat = [&](Vertex v) {
        if (v == source_ || v == target_ || place[v] != 0) return;
        while ((taken >> place[v] & 1U) != 0) ++place[v];
        taken |= bit(place[v]);
        places_ = std::max(places_, place[v] + 1);
    };
    steps_.clear();
    places_ = 2;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        const EdgeSpec& edge = sorted[i];
        seat(edge.source);
        seat(edge.target);
        Step step{place[edge.source], place[edge.target], edge.weight, edge.both_ways};
        for (const Vertex v : {edge.source, edge.target}) {
            if (last[v] == i) step.leaving |= bit(place[v]);
        }
        taken &= ~(step.leaving & ~Word{3});
        steps_.push_back(step);
    }
}

std::optional<double> Frontier::sweep() const {
    Layer layer{places_};
    Layer next{places_};
    std::vector<Word> rows(places_, 0);
    layer.add(rows, 1);
    double works = 0;
    Word gone = 0;
    const auto keep = [&](double chance) {
        State state{rows};
        state.leave(gone & ~Word{3});
        const bool stuck = (gone & bit(0)) != 0 && state.nobody_reached();
        if (stuck || ((gone & bit(1)) != 0 && state.nobody_reaches_target())) return;
        next.add(rows, chance);
        if (next.size() > most_states) refuse(steps_.size(), "more states of its front", most_states);
    };
    for (const Step& step : steps_) {
        gone = (gone & 3U) | step.leaving;
        for (std::size_t i = 0; i < layer.size(); ++i) {
            if (!patience_.lasts(16)) return std::nullopt;
            rows.assign(layer.rows(i).begin(), layer.rows(i).end());
            keep(layer.chance(i) * (1 - step.works));
            rows.assign(layer.rows(i).begin(), layer.rows(i).end());
            State state{rows};
            const double chance = layer.chance(i) * step.works;
            if (state.connect(step.from, step.to) || (step.both_ways && state.connect(step.to, step.from))) {
                works += chance;
            } else {
                keep(chance);
            }
        }
        std::swap(layer, next);
        next.clear();
    }
    return works;
}

}  // namespace coopnet::detail
