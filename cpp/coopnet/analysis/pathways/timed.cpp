#include <coopnet/analysis/detail/labels.hpp>
#include <coopnet/analysis/detail/objective.hpp>
#include <coopnet/analysis/detail/timetable.hpp>
#include <coopnet/analysis/pathways/timed.hpp>

#include <array>
#include <cmath>
#include <utility>

namespace coopnet::pathways {
namespace {

using detail::Between;
using detail::Clock;
using detail::Search;
using detail::Spares;
using detail::Timetable;
using detail::TotalCost;
using detail::Way;

constexpr double infinity = std::numeric_limits<double>::infinity();

// All times that a way can have: when it leaves the start, when one is ready to go on from its end, and how
// long after leaving that is. Each bound is as tight as the others allow, so that the way can have each of
// the times that its bounds name: of the three, two differences and a sum, none is lost by keeping these six.
struct Times {
    Between leaves;
    Between ready;
    Between since;
};

// Tightens each pair of bounds by the other two; nothing if no times are left.
std::optional<Times> tightened(const Clock& clock, const Times& given) {
    const auto& [leaves, ready, since] = given;
    const Times tight{
        {clock.later(leaves.first, ready.first - since.last), clock.earlier(leaves.last, ready.last - since.first)},
        {clock.later(ready.first, leaves.first + since.first), clock.earlier(ready.last, leaves.last + since.last)},
        {clock.later(since.first, ready.first - leaves.last), clock.earlier(since.last, ready.last - leaves.first)}};
    for (const Between& bounds : {tight.leaves, tight.ready, tight.since})
        if (clock.compare(bounds.first, bounds.last) > 0) return std::nullopt;
    return tight;
}

Between moved(Between bounds, Moment by) {
    return {bounds.first + by, bounds.last + by};
}

// The times of a way after one more step; `ready` is then when it has arrived.
std::optional<Times> stepped(const Timetable& table, const Times& times, EdgeId edge) {
    const Between& begins = table.begins[edge];
    auto begun = tightened(table.clock, {times.leaves,
                                         {table.clock.later(times.ready.first, begins.first),
                                          table.clock.earlier(times.ready.last, begins.last)},
                                         times.since});
    if (!begun) return std::nullopt;
    const Moment delay{table.delays[edge], 0};
    begun->ready = moved(begun->ready, delay);
    begun->since = moved(begun->since, delay);
    return begun;
}

Times waited(Times times, double at_most) {
    times.ready.last.days += at_most;
    times.since.last.days += at_most;
    return times;
}

// Ways in time, sought by how many days they take from leaving until they arrive at the goal.
template <Direction D>
class InTime {
public:
    using Value = Times;
    using Bound = Moment;

    // `least`: what no way takes less than. `chances`, time mirrored: when one has to be at a vertex at the latest
    // to get to the goal in time, however long one waits.
    InTime(const Timetable& table, double max_wait, Moment least, const Search<D, TotalCost>& ahead,
           const std::vector<Moment>& chances)
        : table_(table), max_wait_(max_wait), least_(least), ahead_(ahead), chances_(chances) {}

    [[nodiscard]] std::optional<Times> with(const Times& times, EdgeId edge) const {
        const auto arrived = stepped(table_, times, edge);
        return arrived ? std::optional{waited(*arrived, max_wait_)} : std::nullopt;
    }
    [[nodiscard]] std::optional<Moment> bound(const Times& times, Vertex v) const {
        const auto* ahead = ahead_[v];
        if (ahead == nullptr || table_.clock.compare(times.ready.first, -chances_[v]) > 0) return std::nullopt;
        return table_.clock.later(least_, times.since.first + Moment{ahead->length.value, 0});
    }
    static bool hopeful(Moment /*bound*/) noexcept { return true; }
    [[nodiscard]] std::weak_ordering compare(Moment a, Moment b) const noexcept { return table_.clock.compare(a, b); }
    // A way that can have all the times of another can do all that the other can. That it can do better now says
    // nothing: who waits for the next tie arrives with those who come later.
    [[nodiscard]] Spares spares(const Times& a, const Times& b) const noexcept {
        const auto spans = [this](Between x, Between y) {
            return table_.clock.compare(x.first, y.first) <= 0 && table_.clock.compare(x.last, y.last) >= 0;
        };
        const bool all = spans(a.ready, b.ready) && spans(a.since, b.since) && spans(a.leaves, b.leaves);
        return all ? Spares::if_it_comes_first : Spares::no;
    }
    // With unlimited waiting one never needs to come back: one could have waited there.
    [[nodiscard]] bool returns() const noexcept { return max_wait_ < infinity; }

private:
    const Timetable& table_;
    double max_wait_;
    Moment least_;
    const Search<D, TotalCost>& ahead_;
    const std::vector<Moment>& chances_;
};

// As early as a way that takes no longer than it must can leave, or as late where nothing bounds that.
Moment departure(const Clock& clock, const Times& times) {
    const Moment first = clock.later(times.leaves.first, times.ready.first - times.since.first);
    if (std::isfinite(first.days)) return first;
    return clock.earlier(times.leaves.last, times.ready.last - times.since.first);
}

// When the steps of a way are taken, if it leaves as early as it can and takes no longer than it must.
void set_times(const Timetable& table, const Times& start, double max_wait, const std::vector<EdgeId>& edges,
               TimedPathway& way) {
    Times times = start;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i > 0) times = waited(times, max_wait);
        times = *stepped(table, times, edges[i]);
    }
    way.pathway.length = table.clock.in_days(times.since.first).days;
    const Moment leaves = departure(table.clock, times);
    if (std::isinf(leaves.days)) {
        way.departs.assign(edges.size(), leaves);
        way.arrives = way.departs;
        return;
    }
    // Once it is known when it leaves, when each step arrives first; from the last on back, when it has to be taken.
    times = *tightened(table.clock, {{leaves, leaves}, start.ready, start.since});
    std::vector<Moment> first;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        if (i > 0) times = waited(times, max_wait);
        times = *stepped(table, times, edges[i]);
        first.push_back(times.ready.first);
    }
    way.departs.resize(edges.size());
    way.arrives = first;
    for (std::size_t i = edges.size(); i-- > 0;) {
        way.departs[i] = way.arrives[i] - Moment{table.delays[edges[i]], 0};
        if (i > 0) way.arrives[i - 1] = table.clock.later(first[i - 1], way.departs[i] - Moment{max_wait, 0});
    }
}

// A way that was sought against the edges, as time runs backwards.
void turn_round(TimedPathway& way) {
    std::ranges::reverse(way.pathway.vertices);
    std::ranges::reverse(way.pathway.edges);
    std::swap(way.departs, way.arrives);
    for (auto* moments : {&way.departs, &way.arrives}) {
        std::ranges::reverse(*moments);
        for (Moment& moment : *moments) moment = -moment;
    }
}

void say_in_days(const Clock& clock, TimedPathway& way) {
    for (auto* moments : {&way.departs, &way.arrives})
        for (Moment& moment : *moments) moment = clock.in_days(moment);
}

void check_ends(std::uint32_t vertices, Vertex source, Vertex target) {
    if (source >= vertices || target >= vertices) {
        throw InvalidOption{"A pathway leads from one vertex of the view to another. Give it two that are there."};
    }
}

Timetable timetable(Steps steps, std::uint32_t edges, std::uint32_t vertices, std::span<const double> more) {
    return {steps.holds, steps.delays, more, edges, vertices};
}

// The best way in time from `start` to `goal`, its times in the unit of the table. Where it is given when one leaves,
// one knows at once when one would arrive with unlimited waiting. Nothing arrives sooner, so that up to then the ways
// of fewest steps come first; and if waiting is unlimited, only ways that arrive then are looked at.
template <Direction D>
BestInTime best_in_time(const Csr<D>& view, const Timetable& table, Way way, Vertex start, Vertex goal,
                        const Times& times, double max_wait, Moment horizon, std::optional<double> time_limit,
                        Monitor& monitor) {
    detail::Patience patience{monitor, time_limit};
    const auto first = detail::first_arrivals(view, table, way, start, times.leaves.first, patience)[goal];
    if (first.days == infinity) return {.best = std::nullopt, .partial = patience.spent()};
    const bool leaves_then = table.clock.compare(times.leaves.first, times.leaves.last) == 0;
    if (leaves_then && max_wait == infinity) horizon = first;

    const Way back = way == Way::along ? Way::against : Way::along;
    const TotalCost delay{table.delays, view.vertex_count()};
    Search<D, TotalCost> ahead{view, delay, back};
    ahead.run(goal, std::nullopt, patience);
    const auto chances = detail::first_arrivals(view, table.mirrored(), back, goal, -horizon, patience);
    const InTime<D> rules{table, max_wait, leaves_then ? first - times.leaves.first : Moment{}, ahead, chances};
    detail::LabelSearch<D, InTime<D>> search{view, rules, way, patience};
    search.begin(start, times);
    const auto found = search.next(goal);
    if (!found) return {.best = std::nullopt, .partial = patience.spent()};
    TimedPathway best{search.pathway(*found), {}, {}};
    set_times(table, times, max_wait, best.pathway.edges, best);
    return {.best = std::move(best), .partial = false};
}

double most_wait(const TimedOptions& options) {
    const double most = options.max_wait.value_or(infinity);
    if (!(most >= 0)) throw InvalidOption{"max_wait is a number of days, 0 or more. Leave it out for no limit."};
    return most;
}

}  // namespace

template <Direction D>
BestInTime earliest_arrival(const Csr<D>& view, Steps steps, Vertex source, Vertex target, Moment from,
                            TimedOptions options, Monitor& monitor) {
    check_ends(view.vertex_count(), source, target);
    const std::array more{from.days, most_wait(options)};
    const Timetable table = timetable(steps, view.edge_count(), view.vertex_count(), more);
    const Moment start{table.more[0], from.hairs};
    const Times times{{start, start}, {start, {infinity, 0}}, {{0, 0}, {infinity, 0}}};
    auto answer = best_in_time(view, table, Way::along, source, target, times, table.more[1], {infinity, 0},
                               options.time_limit, monitor);
    if (answer.best) say_in_days(table.clock, *answer.best);
    return answer;
}

template <Direction D>
BestInTime latest_departure(const Csr<D>& view, Steps steps, Vertex source, Vertex target, Moment by,
                            TimedOptions options, Monitor& monitor) {
    check_ends(view.vertex_count(), source, target);
    const std::array more{by.days, most_wait(options)};
    const Timetable table = timetable(steps, view.edge_count(), view.vertex_count(), more).mirrored();
    const Moment start = -Moment{table.more[0], by.hairs};
    const Times times{{start, start}, {start, {infinity, 0}}, {{0, 0}, {infinity, 0}}};
    auto answer = best_in_time(view, table, Way::against, target, source, times, table.more[1], {infinity, 0},
                               options.time_limit, monitor);
    if (answer.best) {
        turn_round(*answer.best);
        say_in_days(table.clock, *answer.best);
    }
    return answer;
}

template <Direction D>
BestInTime fastest(const Csr<D>& view, Steps steps, Vertex source, Vertex target, Stretch during, TimedOptions options,
                   Monitor& monitor) {
    check_ends(view.vertex_count(), source, target);
    const std::array more{during.begin, during.end, most_wait(options)};
    Timetable table = timetable(steps, view.edge_count(), view.vertex_count(), more);
    const Between within{{table.more[0], 0}, {table.more[1], -1}};
    table.confine(within);
    const Times times{within, within, {{0, 0}, {0, 0}}};
    auto answer = best_in_time(view, table, Way::along, source, target, times, table.more[2], within.last,
                               options.time_limit, monitor);
    if (answer.best) say_in_days(table.clock, *answer.best);
    return answer;
}

template <Direction D>
Arrivals first_arrivals(const Csr<D>& view, Steps steps, Vertex source, Moment from, Monitor& monitor) {
    check_ends(view.vertex_count(), source, source);
    const std::array more{from.days};
    const Timetable table = timetable(steps, view.edge_count(), view.vertex_count(), more);
    detail::Patience patience{monitor, std::nullopt};
    const Moment start{table.more[0], from.hairs};
    const auto moments = detail::first_arrivals(view, table, Way::along, source, start, patience);
    Arrivals first;
    for (Vertex v = 0; v < moments.size(); ++v)
        if (moments[v].days < infinity) first.vertices.push_back(v);
    std::ranges::stable_sort(first.vertices, {}, [&](Vertex v) { return moments[v].days; });
    for (const Vertex v : first.vertices) first.moments.push_back(table.clock.in_days(moments[v]));
    return first;
}

template BestInTime earliest_arrival(const Digraph&, Steps, Vertex, Vertex, Moment, TimedOptions, Monitor&);
template BestInTime earliest_arrival(const Ugraph&, Steps, Vertex, Vertex, Moment, TimedOptions, Monitor&);
template BestInTime latest_departure(const Digraph&, Steps, Vertex, Vertex, Moment, TimedOptions, Monitor&);
template BestInTime latest_departure(const Ugraph&, Steps, Vertex, Vertex, Moment, TimedOptions, Monitor&);
template BestInTime fastest(const Digraph&, Steps, Vertex, Vertex, Stretch, TimedOptions, Monitor&);
template BestInTime fastest(const Ugraph&, Steps, Vertex, Vertex, Stretch, TimedOptions, Monitor&);
template Arrivals first_arrivals(const Digraph&, Steps, Vertex, Moment, Monitor&);
template Arrivals first_arrivals(const Ugraph&, Steps, Vertex, Moment, Monitor&);

}  // namespace coopnet::pathways
