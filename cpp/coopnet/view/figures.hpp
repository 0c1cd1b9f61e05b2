#pragma once

#include <coopnet/core/counting.hpp>
#include <coopnet/core/period.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet {

/// One reported number: between `low` and `high` of something counted.
struct Report {
    std::uint32_t measure = 0;   ///< equal for the same measure; so are the groups
    std::uint32_t arrivals = 0;  ///< equal and not 0: they count the same event, whatever the measure
    std::uint32_t group = 0;     ///< 0: all of them
    Counting counting = Counting::flow;
    std::optional<std::uint32_t> origin{};  ///< an actor's number; none: from anywhere
    std::optional<std::uint32_t> destination{};
    Date days{};  ///< a flow counts from the first through the last; else one unknown day of these
    double low = 0;
    double high = 0;
    double reliability = 0;
    bool coarse = false;                     ///< a flow of unknown days among these: so many or more
    bool held = false;                       ///< a stock of those who are with the actor `origin`
    std::optional<std::uint32_t> part_of{};  ///< another report, by its place in the list
};

/// A tie that people go along, within the days asked about.
struct Passage {
    std::uint32_t row = 0;  ///< in the table of ties
    std::uint32_t source = 0;
    std::uint32_t target = 0;
    std::uint32_t measure = 0;  ///< that of the reports that count it
    Date days{};
};

/// The reported numbers of a network that count something.
struct Figures {
    std::vector<std::uint32_t> rows;  ///< of each report in the table of figures
    std::vector<Report> reports;
    std::vector<std::vector<std::uint32_t>> within;  ///< by actor: all that it lies in, itself first
    std::vector<Passage> passages;
    std::vector<bool> passes_on;  ///< by actor: who comes there was not there before, and goes on or stays
};

}  // namespace coopnet
