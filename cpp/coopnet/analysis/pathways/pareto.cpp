#include <coopnet/analysis/pathways/outlook.hpp>
#include <coopnet/analysis/pathways/pareto.hpp>

#include <utility>
#include <variant>

namespace coopnet::pathways {
namespace {

using detail::Patience;
using detail::Reliability;
using detail::TotalCost;

// What ways add up to, measure by measure: the less the better, so that products are negative.
using Values = std::vector<double>;

class Criterion {
public:
    Criterion(const Product& product, const Measure& measure, Patience& patience) {
        if (measure.aim == Aim::most_reliable) {
            outlook_ = std::make_unique<Outlook<Reliability>>(product, measure, patience);
        } else {
            outlook_ = std::make_unique<Outlook<TotalCost>>(product, measure, patience);
        }
    }

    [[nodiscard]] double so_far(const std::vector<EdgeId>& way) const {
        return std::visit([&](const auto& outlook) { return signed_as(*outlook, outlook->along(way).value); },
                          outlook_);
    }
    // What a way that begins so adds up to at best.
    [[nodiscard]] double at_best(const std::vector<EdgeId>& way, Vertex end) const {
        return std::visit(
            [&](const auto& outlook) {
                return signed_as(*outlook, outlook->objective().joined(outlook->along(way), outlook->rest(end)).value);
            },
            outlook_);
    }
    [[nodiscard]] bool leads_on(Vertex v) const {
        return std::visit([v](const auto& outlook) { return outlook->leads_on(v); }, outlook_);
    }
    [[nodiscard]] bool passable(EdgeId edge) const {
        return std::visit([edge](const auto& outlook) { return outlook->objective().passable(edge); }, outlook_);
    }
    [[nodiscard]] std::weak_ordering compare(double a, double b) const {
        const bool equal = std::visit(
            [&](const auto& outlook) { return outlook->objective().equal({std::abs(a), 0}, {std::abs(b), 0}); },
            outlook_);
        if (equal) return std::weak_ordering::equivalent;
        return a < b ? std::weak_ordering::less : std::weak_ordering::greater;
    }
    [[nodiscard]] double told(double value) const {
        return std::visit([&](const auto& outlook) { return outlook->objective().value({std::abs(value), 0}); },
                          outlook_);
    }

private:
    static double signed_as(const Outlook<TotalCost>& /*costs*/, double value) noexcept { return value; }
    static double signed_as(const Outlook<Reliability>& /*products*/, double value) noexcept { return -value; }

    std::variant<std::unique_ptr<Outlook<TotalCost>>, std::unique_ptr<Outlook<Reliability>>> outlook_;
};

class Search {
public:
    Search(const Product& product, const std::vector<Measure>& measures, const std::vector<Limit>& limits, bool cuts,
           Patience& patience)
        : product_(product),
          steps_(product, Measure{}, patience),
          bounds_(product, limits, patience),
          patience_(patience),
          cuts_(cuts),
          kept_(product.graph.vertex_count()) {
        for (const Measure& measure : measures) criteria_.emplace_back(product, measure, patience);
        open({}, 0);
    }

    Front front(std::uint64_t most) {
        while (!open_.empty() && patience_.lasts() && open_.size() <= most_open) {
            const Beginning best = pop();
            const Vertex end = end_of(best.way);
            if (beaten(best.bound, found_)) continue;
            if (end == product_.goal) {
                more_ = found_.size() == most;
                if (more_) break;
                ways_.push_back(best.way);
                found_.push_back(best.bound);
                patience_.monitor().advance();
                continue;
            }
            if (cuts_ && !keep(best.way, end)) continue;
            const auto targets = product_.graph.out(end);
            const auto edges = product_.graph.out_edges(end);
            for (std::size_t i = 0; i < targets.size(); ++i) extend(best.way, targets[i], edges[i]);
        }
        return told();
    }

private:
    struct Beginning {
        Values bound;  // no way that begins so is less in any
        std::uint32_t steps;
        std::vector<EdgeId> way;
    };

    auto later() const noexcept {
        return [this](const Beginning& a, const Beginning& b) {
            if (const auto order = compare(a.bound, b.bound); order != 0) return order > 0;
            return a.steps != b.steps ? a.steps > b.steps : a.way > b.way;
        };
    }

    Beginning pop() {
        std::ranges::pop_heap(open_, later());
        Beginning best = std::move(open_.back());
        open_.pop_back();
        return best;
    }

    void extend(const std::vector<EdgeId>& way, Vertex to, EdgeId edge) {
        const auto closed = [edge](const Criterion& criterion) { return !criterion.passable(edge); };
        if (std::ranges::any_of(criteria_, closed)) return;
        if (to != product_.goal && stands_on(product_, way, product_.vertices[to])) return;
        auto longer = way;
        longer.push_back(edge);
        static_cast<void>(patience_.lasts(longer.size() * criteria_.size()));
        open(std::move(longer), to);
    }

    void open(std::vector<EdgeId> way, Vertex end) {
        const auto leads_on = [end](const Criterion& criterion) { return criterion.leads_on(end); };
        if (!steps_.leads_on(end) || !std::ranges::all_of(criteria_, leads_on) || !bounds_.kept(way, end)) return;
        Values bound;
        for (const Criterion& criterion : criteria_) bound.push_back(criterion.at_best(way, end));
        if (beaten(bound, found_)) return;
        const auto steps = static_cast<std::uint32_t>(way.size()) + steps_.rest(end).steps;
        open_.push_back({std::move(bound), steps, std::move(way)});
        std::ranges::push_heap(open_, later());
    }

    // Whether a beginning is worth going on with, seen from its last vertex.
    bool keep(const std::vector<EdgeId>& way, Vertex end) {
        Values values;
        for (const Criterion& criterion : criteria_) values.push_back(criterion.so_far(way));
        if (beaten(values, kept_[end])) return false;
        kept_[end].push_back(std::move(values));
        return true;
    }

    // Others are no worse in any measure.
    [[nodiscard]] bool beaten(const Values& values, const std::vector<Values>& others) const {
        return std::ranges::any_of(others, [&](const Values& other) {
            for (std::size_t i = 0; i < values.size(); ++i) {
                if (criteria_[i].compare(other[i], values[i]) > 0) return false;
            }
            return true;
        });
    }

    [[nodiscard]] std::weak_ordering compare(const Values& a, const Values& b) const {
        for (std::size_t i = 0; i < a.size(); ++i) {
            if (const auto order = criteria_[i].compare(a[i], b[i]); order != 0) return order;
        }
        return std::weak_ordering::equivalent;
    }

    [[nodiscard]] Vertex end_of(const std::vector<EdgeId>& way) const {
        return way.empty() ? 0 : product_.graph.edges()[way.back()].target;
    }

    [[nodiscard]] Front told() const {
        Front front;
        for (std::size_t i = 0; i < ways_.size(); ++i) {
            Compromise made{through_the_view(product_, ways_[i]), {}};
            for (std::size_t j = 0; j < criteria_.size(); ++j) made.values.push_back(criteria_[j].told(found_[i][j]));
            made.pathway.length = made.values.front();
            front.items.push_back(std::move(made));
        }
        front.partial = more_ || !open_.empty() || patience_.spent();
        return front;
    }

    const Product& product_;
    std::vector<Criterion> criteria_;
    Outlook<TotalCost> steps_;
    Bounds bounds_;
    Patience& patience_;
    bool cuts_;
    std::vector<std::vector<Values>> kept_;  // by vertex of the product
    std::vector<Beginning> open_;
    std::vector<std::vector<EdgeId>> ways_;
    std::vector<Values> found_;
    bool more_ = false;
};

}  // namespace

template <Direction D>
Front pareto(const Csr<D>& view, const Admission& admitted, const std::vector<Measure>& measures,
             const std::vector<Limit>& limits, Vertex source, Vertex target, ParetoOptions options, Monitor& monitor) {
    require_question(view, admitted, measures, limits, source, target, options.max_results);
    if (measures.size() < 2 || std::ranges::find(measures, Aim::widest, &Measure::aim) != measures.end()) {
        throw InvalidOption{"A front is of two measures or more, each a sum or a product. Name two."};
    }
    Patience patience{monitor, options.time_limit};
    const auto within = product(view, admitted, source, target, patience);
    if (!within) return {{}, true};
    const bool cuts = !admitted.pattern && admitted.via.empty() && limits.empty();
    return Search{*within, measures, limits, cuts, patience}.front(options.max_results);
}

template Front pareto(const Digraph&, const Admission&, const std::vector<Measure>&, const std::vector<Limit>&, Vertex,
                      Vertex, ParetoOptions, Monitor&);
template Front pareto(const Ugraph&, const Admission&, const std::vector<Measure>&, const std::vector<Limit>&, Vertex,
                      Vertex, ParetoOptions, Monitor&);

}  // namespace coopnet::pathways
