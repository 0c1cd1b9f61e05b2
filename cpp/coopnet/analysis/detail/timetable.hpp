#pragma once

#include <coopnet/analysis/detail/clock.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/analysis/detail/search.hpp>
#include <coopnet/view/csr.hpp>

#include <optional>
#include <span>
#include <vector>

namespace coopnet::detail {

/// All moments from the first through the last.
struct Between {
    Moment first;
    Moment last;
};

/// When steps can begin and how long they take, by edge, in the unit of one clock.
struct Timetable {
    Clock clock;
    std::vector<Between> begins;  ///< of a step along the edge
    std::vector<double> delays;
    std::vector<double> more;  ///< what else was asked to be on the clock

    /// `more` are other times of the question, infinite ones too. Throws InvalidWeight for a delay
    /// that is negative or not finite, InvalidOption if there is not one for each edge.
    Timetable(std::span<const Stretch> holds, std::span<const double> delays, std::span<const double> more,
              std::size_t edges, std::size_t longest);

    /// As time runs backwards: a step against an edge begins when one along it arrives.
    [[nodiscard]] Timetable mirrored() const;
    /// Steps begin no earlier than `first` and arrive no later than `last`.
    void confine(Between within);

    /// When a step along an edge begins for one who is there from `ready` on; nothing if it holds no more.
    [[nodiscard]] std::optional<Moment> next_begin(EdgeId edge, Moment ready) const noexcept {
        const Moment begin = clock.later(ready, begins[edge].first);
        if (clock.compare(begin, begins[edge].last) > 0) return std::nullopt;
        return begin;
    }
};

/// By vertex: when one gets there first, waiting as long as it takes; infinite where one does not get.
template <Direction D>
std::vector<Moment> first_arrivals(const Csr<D>& graph, const Timetable& times, Way way, Vertex start, Moment from,
                                   Patience& patience);

}  // namespace coopnet::detail
