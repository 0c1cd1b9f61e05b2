#pragma once

#include <coopnet/analysis/flows/accounts.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/figures.hpp>

#include <cstdint>
#include <optional>
#include <vector>

namespace coopnet::flows {

enum class Clash : std::uint8_t {
    differ,  ///< two reports of one number
    falls,   ///< a total so far that is less than an earlier one
    exceed   ///< parts that are more than a whole
};

/// Reports that cannot all be true, though without any one of them the others can.
struct Contradiction {
    std::uint32_t most = 0;            ///< the report that allows too few
    std::vector<std::uint32_t> least;  ///< the reports that are too many for it, ascending
    Clash clash = Clash::exceed;
    double excess = 0;  ///< by how much
};

struct Contradictions {
    std::vector<Contradiction> sets;  ///< the smallest first, then by report
    bool partial = false;             ///< a limit stopped the search
};

struct ContradictionsOptions {
    double tolerance = 0;            ///< a share by which a reported number may be off and still hold
    std::uint64_t max_results = 20;  ///< against each report that allows too few
    std::optional<double> time_limit = std::nullopt;
};

/// All smallest sets of reports that contradict each other.
///
/// Every rule of the accounts pushes a whole up: so the least that the reports leave for each
/// number decides, and a contradiction is one report of a number that allows less than others
/// together demand for it. Complete, up to the limits; there may be exponentially many.
/// Throws Cancelled.
Contradictions contradictions(const Figures& figures, const Accounts& accounts, const ContradictionsOptions& options,
                              Monitor& monitor);

}  // namespace coopnet::flows
