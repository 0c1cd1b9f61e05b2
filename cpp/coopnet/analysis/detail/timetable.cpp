#include <coopnet/analysis/detail/timetable.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace coopnet::detail {
namespace {

constexpr double infinity = std::numeric_limits<double>::infinity();

void check(std::span<const Stretch> holds, std::span<const double> delays, std::size_t edges) {
    if (holds.size() != edges || delays.size() != edges) {
        throw InvalidOption{"Periods, delays and edges are not as many. Give each edge one of each."};
    }
    if (!std::ranges::all_of(delays, [](double days) { return std::isfinite(days) && days >= 0; })) {
        throw InvalidWeight{"A delay is a number of days that is finite and not negative. Mend those that are not."};
    }
}

// All times, one after the other; those without an end stand in as 0.
std::vector<double> all_times(std::span<const Stretch> holds, std::span<const double> delays,
                              std::span<const double> more) {
    std::vector<double> times(delays.begin(), delays.end());
    const auto add = [&](double time) { times.push_back(std::isfinite(time) ? time : 0); };
    for (const Stretch& stretch : holds) {
        add(stretch.begin);
        add(stretch.end);
    }
    for (const double time : more) add(time);
    return times;
}

}  // namespace

Timetable::Timetable(std::span<const Stretch> holds, std::span<const double> days, std::span<const double> others,
                     std::size_t edges, std::size_t longest)
    : clock((check(holds, days, edges), all_times(holds, days, others)), longest) {
    auto next = clock.times().begin();
    const auto take = [&](double time) {
        const double scaled = *next++;
        return std::isfinite(time) ? scaled : time;
    };
    for (const double delay : days) delays.push_back(take(delay));
    for (const Stretch& stretch : holds) {
        const Moment first{take(stretch.begin), 0};
        begins.push_back({first, {take(stretch.end), -1}});
    }
    for (const double time : others) more.push_back(take(time));
}

Timetable Timetable::mirrored() const {
    Timetable mirror = *this;
    for (std::size_t edge = 0; edge < begins.size(); ++edge) {
        const Moment delay{delays[edge], 0};
        mirror.begins[edge] = {-(begins[edge].last + delay), -(begins[edge].first + delay)};
    }
    return mirror;
}

void Timetable::confine(Between within) {
    for (std::size_t edge = 0; edge < begins.size(); ++edge) {
        begins[edge].first = clock.later(begins[edge].first, within.first);
        begins[edge].last = clock.earlier(begins[edge].last, within.last - Moment{delays[edge], 0});
    }
}

template <Direction D>
std::vector<Moment> first_arrivals(const Csr<D>& graph, const Timetable& times, Way way, Vertex start, Moment from,
                                   Patience& patience) {
    struct Visit {
        Moment arrival;
        Vertex vertex;
    };
    const auto later = [&](const Visit& a, const Visit& b) {
        const auto order = times.clock.compare(a.arrival, b.arrival);
        return order != 0 ? order > 0 : a.vertex > b.vertex;
    };
    std::vector<Moment> arrivals(graph.vertex_count(), {infinity, 0});
    std::vector<bool> settled(graph.vertex_count(), false);
    arrivals[start] = from;
    std::vector<Visit> queue{{from, start}};
    while (!queue.empty() && patience.lasts()) {
        std::ranges::pop_heap(queue, later);
        const Visit visit = queue.back();
        queue.pop_back();
        const Vertex v = visit.vertex;
        if (settled[v]) continue;
        settled[v] = true;
        const auto near = way == Way::along ? graph.out(v) : graph.in(v);
        const auto edges = way == Way::along ? graph.out_edges(v) : graph.in_edges(v);
        for (std::size_t i = 0; i < near.size(); ++i) {
            const auto begin = times.next_begin(edges[i], visit.arrival);
            if (!begin || settled[near[i]]) continue;
            const Moment arrival = *begin + Moment{times.delays[edges[i]], 0};
            if (times.clock.compare(arrival, arrivals[near[i]]) >= 0) continue;
            arrivals[near[i]] = arrival;
            queue.push_back({arrival, near[i]});
            std::ranges::push_heap(queue, later);
        }
    }
    return arrivals;
}

template std::vector<Moment> first_arrivals(const Digraph&, const Timetable&, Way, Vertex, Moment, Patience&);
template std::vector<Moment> first_arrivals(const Ugraph&, const Timetable&, Way, Vertex, Moment, Patience&);

}  // namespace coopnet::detail
