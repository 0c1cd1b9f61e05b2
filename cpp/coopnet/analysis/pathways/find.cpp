#include <coopnet/analysis/detail/search.hpp>
#include <coopnet/analysis/pathways/find.hpp>
#include <coopnet/analysis/pathways/product.hpp>

#include <algorithm>
#include <cmath>
#include <memory>
#include <utility>

namespace coopnet::pathways {
namespace {

using detail::Length;
using detail::Patience;
using detail::Reliability;
using detail::TotalCost;
using detail::Way;
using detail::Width;

constexpr std::size_t most_open = 4'000'000;

// --- numbers ------------------------------------------------------------------------

void require_numbers(const Measure& measure, std::size_t edges) {
    const auto fits = [aim = measure.aim](double x) {
        if (aim == Aim::most_reliable) return x >= 0 && x <= 1;
        return x >= 0 && (aim == Aim::widest || std::isfinite(x));
    };
    if (!measure.numbers.empty() && measure.numbers.size() != edges) {
        throw InvalidOption{"Numbers and edges are not as many. Give each edge one."};
    }
    if (std::ranges::all_of(measure.numbers, fits)) return;
    if (measure.aim == Aim::most_reliable) {
        throw InvalidWeight{
            "A reliability is a probability from 0 to 1. Mend those that are not, or choose another weight."};
    }
    throw InvalidWeight{
        "Pathways need costs and widths that are finite and not negative. Mend them, or choose another weight."};
}

void require(const Limit& limit) {
    const bool product = limit.measure.aim == Aim::most_reliable;
    if (limit.bound >= 0 && (!product || limit.bound <= 1)) return;
    throw InvalidOption{product ? "A pathway's reliability is from 0 to 1, and no other limit can be kept."
                                : "No pathway keeps a limit below 0. Raise it."};
}

// By edge of the product; the last one, to the goal, adds nothing.
std::vector<double> onto(const Product& product, const Measure& measure, double nothing) {
    std::vector<double> numbers;
    numbers.reserve(product.edges.size());
    for (const EdgeId edge : product.edges) {
        const bool arrives = edge == Product::arrival;
        numbers.push_back(arrives ? nothing : measure.numbers.empty() ? 1 : measure.numbers[edge]);
    }
    return numbers;
}

template <class Objective>
double nothing_of() {
    return Objective::nothing().value;
}

// --- what lies ahead ----------------------------------------------------------------

// What one objective says of ways through the product: of a beginning, and at best of the rest.
template <class Objective>
class Outlook {
public:
    Outlook(const Product& product, const Measure& measure, Patience& patience)
        : numbers_(onto(product, measure, nothing_of<Objective>())),
          objective_(made(numbers_, product.graph.vertex_count())),
          rest_(product.graph, objective_, Way::against) {
        rest_.run(product.goal, std::nullopt, patience);
    }
    Outlook(const Outlook&) = delete;
    Outlook& operator=(const Outlook&) = delete;

    [[nodiscard]] const Objective& objective() const noexcept { return objective_; }
    [[nodiscard]] bool leads_on(Vertex v) const noexcept { return rest_[v] != nullptr; }
    [[nodiscard]] Length rest(Vertex v) const noexcept { return rest_[v]->length; }
    [[nodiscard]] Length along(const std::vector<EdgeId>& way) const noexcept {
        Length sum = objective_.nothing();
        for (const EdgeId edge : way) sum = objective_.with(sum, edge);
        return sum;
    }

private:
    static Objective made(std::span<const double> numbers, std::size_t longest) {
        if constexpr (std::is_same_v<Objective, TotalCost>) {
            return {numbers, longest};
        } else {
            return Objective{numbers};
        }
    }

    std::vector<double> numbers_;
    Objective objective_;
    detail::Search<Direction::directed, Objective> rest_;
};

// A limit, and whether a beginning can still keep it.
template <class Objective>
class Bound {
public:
    Bound(const Product& product, const Limit& limit, Patience& patience)
        : outlook_(product, limit.measure, patience), bound_(limit.bound) {}

    [[nodiscard]] bool kept(const std::vector<EdgeId>& way, Vertex end) const {
        if (!outlook_.leads_on(end)) return false;
        const auto& objective = outlook_.objective();
        const double best = objective.value(objective.joined(outlook_.along(way), outlook_.rest(end)));
        if constexpr (std::is_same_v<Objective, Reliability>) {
            return best > 0 && (best > bound_ || nearly_equal(best, bound_));
        } else {
            return best < bound_ || nearly_equal(best, bound_);
        }
    }

private:
    Outlook<Objective> outlook_;
    double bound_;
};

class Bounds {
public:
    Bounds(const Product& product, const std::vector<Limit>& limits, Patience& patience) {
        for (const Limit& limit : limits) {
            if (limit.measure.aim == Aim::most_reliable) {
                least_.push_back(std::make_unique<Bound<Reliability>>(product, limit, patience));
            } else {
                most_.push_back(std::make_unique<Bound<TotalCost>>(product, limit, patience));
            }
        }
    }
    [[nodiscard]] bool kept(const std::vector<EdgeId>& way, Vertex end) const {
        const auto keeps = [&](const auto& bound) { return bound->kept(way, end); };
        return std::ranges::all_of(most_, keeps) && std::ranges::all_of(least_, keeps);
    }

private:
    std::vector<std::unique_ptr<Bound<TotalCost>>> most_;
    std::vector<std::unique_ptr<Bound<Reliability>>> least_;
};

// --- the search -----------------------------------------------------------------------

// Gives ways through a product one by one, best first: takes the beginning that could become
// the best, and puts back all its continuations. Of equals the one that comes first in the
// order of steps is taken first, so nothing that should precede an answer is left behind.
template <class Objective>
class Ways {
public:
    Ways(const Product& product, const Measure& measure, const std::vector<Limit>& limits, bool walks,
         Patience& patience)
        : product_(product),
          outlook_(product, measure, patience),
          steps_(std::is_same_v<Objective, Width> ? std::make_unique<Outlook<TotalCost>>(product, Measure{}, patience)
                                                  : nullptr),
          bounds_(product, limits, patience),
          walks_(walks),
          patience_(patience) {
        open({}, 0);
    }

    std::optional<Pathway> next() {
        while (!open_.empty() && patience_.lasts()) {
            const Beginning best = pop();
            const Vertex end = end_of(best.way);
            if (end == product_.goal) return pathway(best);
            const auto targets = product_.graph.out(end);
            const auto edges = product_.graph.out_edges(end);
            for (std::size_t i = 0; i < targets.size(); ++i) extend(best.way, targets[i], edges[i]);
            if (open_.size() > most_open) overflowed_ = true;
            if (overflowed_) break;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool partial() const noexcept { return overflowed_ || patience_.spent(); }

private:
    struct Beginning {
        Length bound;  // no way that begins so is better
        std::vector<EdgeId> way;
    };

    void extend(const std::vector<EdgeId>& way, Vertex to, EdgeId edge) {
        if (!outlook_.objective().passable(edge) || !outlook_.leads_on(to)) return;
        if (!walks_ && to != product_.goal && stands_on(way, product_.vertices[to])) return;
        auto longer = way;
        longer.push_back(edge);
        static_cast<void>(patience_.lasts(longer.size()));
        open(std::move(longer), to);
    }

    void open(std::vector<EdgeId> way, Vertex end) {
        if (!outlook_.leads_on(end) || !bounds_.kept(way, end)) return;
        const Length bound = outlook_.objective().joined(outlook_.along(way), rest(end));
        open_.push_back({bound, std::move(way)});
        std::ranges::push_heap(open_, later());
    }

    // The widest rest need not be the one of fewest steps, so these are bounded apart.
    [[nodiscard]] Length rest(Vertex end) const {
        Length rest = outlook_.rest(end);
        if (steps_) rest.steps = steps_->rest(end).steps;
        return rest;
    }

    Beginning pop() {
        std::ranges::pop_heap(open_, later());
        Beginning best = std::move(open_.back());
        open_.pop_back();
        return best;
    }

    auto later() const noexcept {
        return [this](const Beginning& a, const Beginning& b) {
            const auto order = outlook_.objective().compare(a.bound, b.bound);
            return order != 0 ? order > 0 : a.way > b.way;
        };
    }

    [[nodiscard]] Vertex end_of(const std::vector<EdgeId>& way) const {
        return way.empty() ? 0 : product_.graph.edges()[way.back()].target;
    }

    [[nodiscard]] bool stands_on(const std::vector<EdgeId>& way, Vertex v) const {
        return product_.vertices[0] == v || std::ranges::any_of(way, [&](EdgeId edge) {
                   return product_.vertices[product_.graph.edges()[edge].target] == v;
               });
    }

    [[nodiscard]] Pathway pathway(const Beginning& whole) const {
        Pathway made;
        made.vertices.push_back(product_.vertices[0]);
        for (const EdgeId edge : whole.way) {
            if (product_.edges[edge] == Product::arrival) break;
            made.vertices.push_back(product_.vertices[product_.graph.edges()[edge].target]);
            made.edges.push_back(product_.edges[edge]);
        }
        made.length = outlook_.objective().value(whole.bound);
        return made;
    }

    const Product& product_;
    Outlook<Objective> outlook_;
    std::unique_ptr<Outlook<TotalCost>> steps_;
    Bounds bounds_;
    bool walks_;
    Patience& patience_;
    std::vector<Beginning> open_;
    bool overflowed_ = false;
};

template <class Objective, class Found>
Pathways best(const Product& product, const Measure& measure, const std::vector<Limit>& limits, FindOptions options,
              Patience& patience, const Found& found) {
    Ways<Objective> ways{product, measure, limits, options.walks, patience};
    Pathways best;
    while (best.items.size() < options.k) {
        auto way = ways.next();
        if (!way) break;
        best.items.push_back(std::move(*way));
        found();
    }
    best.partial = best.items.size() < options.k && ways.partial();
    return best;
}

template <Direction D>
void require(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
             Vertex source, Vertex target, FindOptions options) {
    if (source >= view.vertex_count() || target >= view.vertex_count()) {
        throw InvalidOption{"A pathway leads from one vertex of the view to another. Give it two that are there."};
    }
    if (options.k < 1) throw InvalidOption{"k=0 is not a number of pathways. Say 1 or more."};
    if (avoids(admitted, source) || avoids(admitted, target)) {
        throw InvalidOption{"An end of the pathway is among what it should avoid. Avoid less."};
    }
    require_numbers(measure, view.edge_count());
    for (const Limit& limit : limits) {
        require_numbers(limit.measure, view.edge_count());
        require(limit);
    }
}

// Calls `found()` after each.
template <Direction D, class Found>
Pathways ways_between(const Csr<D>& view, const Admission& admitted, const Measure& measure,
                      const std::vector<Limit>& limits, Vertex source, Vertex target, FindOptions options,
                      Patience& patience, const Found& found) {
    const auto within = product(view, admitted, source, target, patience);
    if (!within) return {{}, true};
    switch (measure.aim) {
        case Aim::most_reliable:
            return best<Reliability>(*within, measure, limits, options, patience, found);
        case Aim::widest:
            return best<Width>(*within, measure, limits, options, patience, found);
        case Aim::least:
            break;
    }
    return best<TotalCost>(*within, measure, limits, options, patience, found);
}

}  // namespace

template <Direction D>
Pathways find(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
              Vertex source, Vertex target, FindOptions options, Monitor& monitor) {
    require(view, admitted, measure, limits, source, target, options);
    Patience patience{monitor, options.time_limit};
    monitor.expect(options.k);
    return ways_between(view, admitted, measure, limits, source, target, options, patience, [&] { monitor.advance(); });
}

template <Direction D>
Pathways find(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
              Vertex source, Vertex target, FindOptions options, Patience& patience) {
    require(view, admitted, measure, limits, source, target, options);
    return ways_between(view, admitted, measure, limits, source, target, options, patience, [] {});
}

template Pathways find(const Digraph&, const Admission&, const Measure&, const std::vector<Limit>&, Vertex, Vertex,
                       FindOptions, Monitor&);
template Pathways find(const Ugraph&, const Admission&, const Measure&, const std::vector<Limit>&, Vertex, Vertex,
                       FindOptions, Monitor&);
template Pathways find(const Digraph&, const Admission&, const Measure&, const std::vector<Limit>&, Vertex, Vertex,
                       FindOptions, Patience&);
template Pathways find(const Ugraph&, const Admission&, const Measure&, const std::vector<Limit>&, Vertex, Vertex,
                       FindOptions, Patience&);

}  // namespace coopnet::pathways
