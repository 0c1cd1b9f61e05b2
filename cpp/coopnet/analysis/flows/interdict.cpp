#include <coopnet/analysis/detail/search.hpp>
#include <coopnet/analysis/flows/interdict.hpp>
#include <coopnet/analysis/flows/taking.hpp>
#include <coopnet/core/compare.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace coopnet::flows {
namespace {

constexpr double none_left = std::numeric_limits<double>::infinity();

std::vector<double> to_vector(std::span<const double> numbers) {
    return {numbers.begin(), numbers.end()};
}

void require(const InterdictOptions& options) {
    if (!(options.budget >= 0) || std::isinf(options.budget)) {
        throw InvalidOption{"The budget is a number that is not negative. With no limit everything could be taken."};
    }
    if (options.max_results == 0) throw InvalidOption{"max_results=0 lists no set. Ask for at least 1."};
    for (const double price : options.prices) {
        if (!(price > 0)) throw InvalidOption{"A price is not positive. What costs nothing would always be taken."};
    }
}

std::vector<double> prices_without_ends(const InterdictOptions& options, const Ends& ends) {
    std::vector<double> prices = to_vector(options.prices);
    if (!options.of_vertices) return prices;
    for (const auto& side : {ends.sources, ends.targets}) {
        for (const Vertex v : side) prices[v] = none_left;
    }
    return prices;
}

// Most carried for the price first.
void by_worth(std::vector<Rests>& rests) {
    std::ranges::stable_sort(rests,
                             [](const Rests& a, const Rests& b) { return a.amount * b.price > b.amount * a.price; });
}

// The most of what is worth most that a budget pays for, the last in part.
double paid_for(const std::vector<Rests>& rests, double budget) {
    double sum = 0;
    for (const Rests& rest : rests) {
        if (budget <= 0) break;
        sum += rest.amount * std::min(1.0, budget / rest.price);
        budget -= rest.price;
    }
    return sum;
}

// --- how much flows -------------------------------------------------------------------------

class FlowGoal {
public:
    FlowGoal(Channels channels, bool of_vertices, const Monitor& monitor)
        : channels_(std::move(channels)), of_vertices_(of_vertices), monitor_(monitor) {}

    [[nodiscard]] static double least() noexcept { return 0; }
    [[nodiscard]] bool same(double a, double b) const noexcept { return channels_.pipes().equal(a, b); }
    [[nodiscard]] double told(double amount) const noexcept { return channels_.pipes().told(amount); }
    [[nodiscard]] std::uint64_t effort() const noexcept { return 4 * channels_.arcs().size(); }

    [[nodiscard]] Look look(const std::vector<Fate>& fates, std::span<const double> prices) {
        for (std::uint32_t id = 0; id < fates.size(); ++id) {
            channels_.set(of_vertices_, id, fates[id] == Fate::taken ? 0 : capacity(id));
        }
        const detail::MaxFlow flow = channels_.flow(monitor_);
        Look look{flow.value, {}};
        for (std::uint32_t id = 0; id < fates.size(); ++id) {
            const double amount = std::abs(channels_.amount(flow, of_vertices_, id));
            if (fates[id] != Fate::open || std::isinf(prices[id]) || amount <= flow.slack) continue;
            look.rests.push_back({id, prices[id], amount});
        }
        by_worth(look.rests);
        return look;
    }

    [[nodiscard]] Outlook outlook(const Look& look, double budget, const std::vector<Fate>& fates,
                                  std::span<const double> prices) {
        const double lost = paid_for(look.rests, budget);
        Outlook found{std::max(0.0, look.cost - lost), {}};
        // One more at most: to look at each is as quick as a bound.
        const auto cheapest = std::ranges::min_element(look.rests, {}, &Rests::price);
        if (2 * cheapest->price <= budget) bound_by_cuts(look.cost, budget, fates, prices, found);
        // Amounts of one decimal scale are whole numbers here, and so is what is left of them.
        if (channels_.pipes().exact()) found.bound = std::ceil(found.bound - 1e-6);
        return found;
    }

private:
    // A cut as a line over λ: what is kept of it, and λ for the price of the rest less the budget.
    struct Line {
        double start = 0;
        double slope = 0;
    };
    // Of a cut, what is worth most within the budget, and what would still flow.
    struct Promise {
        std::vector<std::uint32_t> set;
        double left = 0;
    };

    // Follows the lower of two lines to where they cross, and the cut that is found there is a better one of them.
    void bound_by_cuts(double flow, double budget, const std::vector<Fate>& fates, std::span<const double> prices,
                       Outlook& found) {
        Promise promise{.set = {}, .left = flow};
        Line rising = cut(0, budget, fates, prices, promise);
        found.set = promise.set;
        if (rising.slope <= 0) {  // all of that cut is within the budget
            found.bound = std::max(found.bound, rising.start);
            return;
        }
        Line falling{flow, -budget};
        for (int round = 0; round < most_rounds; ++round) {
            const double at = (falling.start - rising.start) / (rising.slope - falling.slope);
            const double top = rising.start + (at * rising.slope);
            const Line line = cut(at, budget, fates, prices, promise);
            found.set = promise.set;
            const double value = line.start + (at * line.slope);
            found.bound = std::max(found.bound, value);
            if (value >= top - (1e-9 * std::max(1.0, std::abs(top)))) return;
            (line.slope > 0 ? rising : falling) = line;
        }
    }

    // A minimum cut where what is to be had counts no more than λ for its price; and the best set within it.
    Line cut(double lambda, double budget, const std::vector<Fate>& fates, std::span<const double> prices,
             Promise& promise) {
        for (std::uint32_t id = 0; id < fates.size(); ++id) {
            const bool open = fates[id] == Fate::open && std::isfinite(prices[id]);
            const double whole = fates[id] == Fate::taken ? 0 : capacity(id);
            channels_.set(of_vertices_, id, open ? std::min(whole, lambda * prices[id]) : whole);
        }
        const detail::MaxFlow flow = channels_.flow(monitor_);
        Line line{0, -budget};
        Promise here;
        std::vector<Rests> within;
        for (std::size_t i = 0; i < channels_.arcs().size(); ++i) {
            const detail::FlowArc& arc = channels_.arcs()[i];
            if (!flow.source_side[arc.from] || flow.source_side[arc.to]) continue;
            const auto id = channels_.carrier(i, of_vertices_);
            if (!id || fates[*id] != Fate::open || std::isinf(prices[*id])) {
                line.start += arc.capacity;
                here.left += arc.capacity;
                continue;
            }
            within.push_back({*id, prices[*id], capacity(*id)});
            if (lambda * prices[*id] < capacity(*id)) {
                line.slope += prices[*id];
            } else {
                line.start += capacity(*id);
            }
        }
        take_best(std::move(within), budget, here);
        if (here.left < promise.left) promise = std::move(here);
        return line;
    }

    static void take_best(std::vector<Rests> within, double budget, Promise& here) {
        by_worth(within);
        for (const Rests& rest : within) {
            if (rest.price <= budget) {
                budget -= rest.price;
                here.set.push_back(rest.id);
            } else {
                here.left += rest.amount;
            }
        }
    }

    [[nodiscard]] double capacity(std::uint32_t id) const noexcept { return channels_.capacity(of_vertices_, id); }

    static constexpr int most_rounds = 6;

    Channels channels_;
    bool of_vertices_;
    const Monitor& monitor_;
};

// --- how long the way is ----------------------------------------------------------------------

// Sums of lengths, some of them longer by now.
class Hindered {
public:
    Hindered(std::span<const double> lengths, std::span<const double> delays, std::size_t longest)
        : gone_(delays.size()), taken_(delays.size(), false), scale_(both(lengths, delays), longest) {
        for (std::size_t edge = 0; edge < delays.size(); ++edge) gone_[edge] = std::isinf(delays[edge]);
    }

    void take(EdgeId edge, bool taken) { taken_[edge] = taken; }
    [[nodiscard]] double delay(EdgeId edge) const {
        return gone_[edge] ? none_left : scale_.costs()[taken_.size() + edge] - scale_.costs()[edge];
    }
    [[nodiscard]] const CostScale& scale() const noexcept { return scale_; }

    [[nodiscard]] static detail::Length nothing() noexcept { return {0, 0}; }
    [[nodiscard]] bool passable(EdgeId edge) const noexcept { return !(taken_[edge] && gone_[edge]); }
    [[nodiscard]] detail::Length with(detail::Length length, EdgeId edge) const noexcept {
        return {length.value + scale_.costs()[taken_[edge] ? taken_.size() + edge : edge], length.steps + 1};
    }
    [[nodiscard]] static detail::Length joined(detail::Length a, detail::Length b) noexcept {
        return {a.value + b.value, a.steps + b.steps};
    }
    [[nodiscard]] std::weak_ordering compare(detail::Length a, detail::Length b) const noexcept {
        if (scale_.equal(a.value, b.value)) return a.steps <=> b.steps;
        return a.value < b.value ? std::weak_ordering::less : std::weak_ordering::greater;
    }

private:
    // As they are, then as they are once taken; what is gone then has no length.
    static std::vector<double> both(std::span<const double> lengths, std::span<const double> delays) {
        std::vector<double> all(lengths.begin(), lengths.end());
        for (std::size_t edge = 0; edge < delays.size(); ++edge) {
            all.push_back(lengths[edge] + (std::isinf(delays[edge]) ? 0 : delays[edge]));
        }
        return all;
    }

    std::vector<bool> gone_;
    std::vector<bool> taken_;
    CostScale scale_;
};

// The view, and a vertex before all sources and one behind all targets.
template <Direction D>
Csr<D> with_ends(const Csr<D>& view, const Ends& ends) {
    std::vector<EdgeSpec> edges = view.edges();
    const Vertex before = view.vertex_count();
    for (const Vertex v : ends.sources) edges.push_back({before, v});
    for (const Vertex v : ends.targets) edges.push_back({v, before + 1});
    return {view.vertex_count() + 2, std::move(edges)};
}

std::vector<double> filled_up(std::vector<double> numbers, std::size_t count, double rest) {
    numbers.resize(count, rest);
    return numbers;
}

template <Direction D>
class PathGoal {
public:
    PathGoal(const Csr<D>& view, const Ends& ends, std::span<const double> lengths, std::span<const double> delays,
             bool of_vertices, Monitor& monitor)
        : graph_(with_ends(view, ends)),
          edge_count_(view.edge_count()),
          of_vertices_(of_vertices),
          lengths_(filled_up(lengths.empty() ? std::vector<double>(edge_count_, 1) : to_vector(lengths),
                             graph_.edge_count(), 0),
                   filled_up(to_vector(delays), graph_.edge_count(), none_left), graph_.vertex_count()),
          monitor_(monitor),
          search_(graph_, lengths_, detail::Way::against) {}

    [[nodiscard]] static double least() noexcept { return -none_left; }
    [[nodiscard]] bool same(double a, double b) const noexcept { return lengths_.scale().equal(a, b); }
    [[nodiscard]] std::uint64_t effort() const noexcept { return 4 * graph_.edge_count(); }
    [[nodiscard]] double length(double cost) const { return 0.0 - lengths_.scale().length(cost); }

    [[nodiscard]] Look look(const std::vector<Fate>& fates, std::span<const double> prices) {
        const std::vector<bool> nothing(fates.size(), false);
        return shortest(fates, prices, nothing);
    }

    [[nodiscard]] Outlook outlook(const Look& look, double budget, const std::vector<Fate>& fates,
                                  std::span<const double> prices) {
        Outlook found{look.cost - paid_for(worth_most(look.rests), budget), {}};
        std::vector<bool> blocked(fates.size(), false);
        double spent = 0;
        for (Look way = look; way.cost > least(); way = shortest(fates, prices, blocked)) {
            std::erase_if(way.rests, [&](const Rests& rest) { return rest.price > budget; });
            const auto cheapest = std::ranges::min_element(way.rests, {}, &Rests::price);
            if (cheapest != way.rests.end()) spent += cheapest->price;
            // The budget does not touch all of these ways, and this is the longest.
            if (cheapest == way.rests.end() || spent > budget) {
                found.bound = std::max(found.bound, way.cost);
                break;
            }
            for (const Rests& rest : way.rests) blocked[rest.id] = true;
        }
        return found;
    }

private:
    struct Guide : detail::Unguided {
        const std::vector<bool>& shut;
        std::uint32_t edges;
        bool of_vertices;
        [[nodiscard]] bool open(Vertex vertex, EdgeId edge) const {
            if (of_vertices) return vertex >= shut.size() || !shut[vertex];
            return edge >= edges || !shut[edge];
        }
    };

    static std::vector<Rests> worth_most(std::vector<Rests> rests) {
        by_worth(rests);
        return rests;
    }

    [[nodiscard]] Look shortest(const std::vector<Fate>& fates, std::span<const double> prices,
                                const std::vector<bool>& blocked) {
        std::vector<bool> shut = blocked;
        for (std::uint32_t id = 0; id < fates.size(); ++id) {
            const bool taken = fates[id] == Fate::taken;
            if (of_vertices_) {
                shut[id] = shut[id] || taken;
            } else {
                lengths_.take(id, taken);
            }
        }
        const Vertex before = graph_.vertex_count() - 2;
        // It is short, and must come to its end for the answer to be one.
        detail::Patience patience{monitor_, std::nullopt};
        search_.run(before + 1, before, patience, Guide{{}, shut, edge_count_, of_vertices_});
        const auto* label = search_[before];
        if (label == nullptr) return {least(), {}};
        Look look{-label->length.value, {}};
        for (Vertex v = before; v != before + 1; v = search_[v]->next) {
            const std::uint32_t id = of_vertices_ ? v : search_[v]->edge;
            if (id >= fates.size() || fates[id] != Fate::open || std::isinf(prices[id])) continue;
            look.rests.push_back({id, prices[id], of_vertices_ ? none_left : lengths_.delay(id)});
        }
        return look;
    }

    Csr<D> graph_;
    std::uint32_t edge_count_;
    bool of_vertices_;
    Hindered lengths_;
    Monitor& monitor_;
    detail::Search<D, Hindered> search_;
};

// `value(cost)`: a cost as what was asked for.
template <class Goal, class Value>
Interdiction found(Goal& goal, std::span<const double> prices, const InterdictOptions& options, Monitor& monitor,
                   const Value& value) {
    detail::Patience patience{monitor, options.time_limit};
    Taking<Goal> taking{goal, prices, options.max_results, patience};
    taking.run(options.budget);
    return {.sets = taking.sets(),
            .before = value(taking.before()),
            .value = value(taking.best()),
            .bound = value(taking.bound()),
            .partial = taking.partial(),
            .endless = {}};
}

}  // namespace

template <Direction D>
Interdiction interdict_flow(const Csr<D>& view, const Ends& ends, std::span<const double> capacities,
                            std::span<const double> rooms, const InterdictOptions& options, Monitor& monitor) {
    require(options);
    const auto closable = options.of_vertices ? or_unlimited(rooms, view.vertex_count()) : to_vector(rooms);
    Channels channels{view, ends, capacities, closable};
    if (auto endless = channels.pipes().endless(); !endless.empty()) {
        return {.sets = {}, .endless = std::move(endless)};
    }
    const auto prices = prices_without_ends(options, ends);
    FlowGoal goal{std::move(channels), options.of_vertices, monitor};
    return found(goal, prices, options, monitor, [&](double cost) { return goal.told(cost); });
}

template <Direction D>
Interdiction interdict_path(const Csr<D>& view, const Ends& ends, std::span<const double> lengths,
                            std::span<const double> delays, const InterdictOptions& options, Monitor& monitor) {
    require_ends(ends);
    require(options);
    const auto prices = prices_without_ends(options, ends);
    PathGoal<D> goal{view, ends, lengths, delays, options.of_vertices, monitor};
    return found(goal, prices, options, monitor, [&](double cost) { return goal.length(cost); });
}

template Interdiction interdict_flow(const Digraph&, const Ends&, std::span<const double>, std::span<const double>,
                                     const InterdictOptions&, Monitor&);
template Interdiction interdict_flow(const Ugraph&, const Ends&, std::span<const double>, std::span<const double>,
                                     const InterdictOptions&, Monitor&);
template Interdiction interdict_path(const Digraph&, const Ends&, std::span<const double>, std::span<const double>,
                                     const InterdictOptions&, Monitor&);
template Interdiction interdict_path(const Ugraph&, const Ends&, std::span<const double>, std::span<const double>,
                                     const InterdictOptions&, Monitor&);

}  // namespace coopnet::flows
