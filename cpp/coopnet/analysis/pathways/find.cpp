#include <coopnet/analysis/pathways/find.hpp>
#include <coopnet/analysis/pathways/outlook.hpp>
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
using detail::Width;

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
        if (!walks_ && to != product_.goal && stands_on(product_, way, product_.vertices[to])) return;
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

    [[nodiscard]] Pathway pathway(const Beginning& whole) const {
        Pathway made = through_the_view(product_, whole.way);
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
    require_question(view, admitted, {&measure, 1}, limits, source, target, options.k);
    Patience patience{monitor, options.time_limit};
    monitor.expect(options.k);
    return ways_between(view, admitted, measure, limits, source, target, options, patience, [&] { monitor.advance(); });
}

template <Direction D>
Pathways find(const Csr<D>& view, const Admission& admitted, const Measure& measure, const std::vector<Limit>& limits,
              Vertex source, Vertex target, FindOptions options, Patience& patience) {
    require_question(view, admitted, {&measure, 1}, limits, source, target, options.k);
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
