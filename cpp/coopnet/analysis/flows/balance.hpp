#pragma once

#include <coopnet/analysis/detail/sparse_rows.hpp>
#include <coopnet/analysis/flows/accounts.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/view/figures.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::flows {

/// What must hold for persons on their way, whatever is reported.
///
/// Variables, none negative, in this order: the persons along each cell (a passage within
/// days on which no report and no stock begins or ends, and none before the first or after
/// the last that is reported on); who came to each body unrecorded; who stayed or left it
/// unrecorded; then the reported numbers that are no sum of cells, and who of the unrecorded
/// came and left by the day of a stock.
struct Balance {
    std::vector<std::uint32_t> cell_passages;  ///< by cell
    std::vector<Date> cell_days;
    std::vector<std::uint32_t> bodies;  ///< actors that some come to and some leave, and that keep no one
    std::uint32_t variables = 0;
    std::vector<bool> used;               ///< by number: it has to do with some passage
    std::vector<detail::SparseRow> sums;  ///< by number in use: what it is the sum of
    std::vector<bool> counted;            ///< by number: a sum of cells
    detail::SparseRows rows;

    [[nodiscard]] std::uint32_t first_arrival() const noexcept {
        return static_cast<std::uint32_t>(cell_passages.size());
    }
    [[nodiscard]] std::uint32_t first_departure() const noexcept {
        return first_arrival() + static_cast<std::uint32_t>(bodies.size());
    }
    [[nodiscard]] std::uint32_t first_own() const noexcept {
        return first_departure() + static_cast<std::uint32_t>(bodies.size());
    }
};

/// The rows of the balance. A number that counts a relation is the sum of the cells that it
/// counts, or at least that if it counts only a group or so far; sums of numbers are as in
/// the accounts; who comes to a body, recorded or not, leaves it, recorded or not, and not
/// before; a stock of a body is who came by the end of its day and did not leave by then.
///
/// Cost: O(passages·reports) and the rows. Throws Cancelled.
Balance balance(const Figures& figures, const Accounts& accounts, Monitor& monitor);

}  // namespace coopnet::flows
