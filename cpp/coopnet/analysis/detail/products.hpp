#pragma once

#include <coopnet/core/monitor.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <memory>
#include <span>

namespace coopnet::detail {

/// The columns of a matrix, side by side in strips: of a strip each row lies in one piece, and
/// the last strip is filled up with 0.
class Strips {
public:
    static constexpr std::size_t width = 16;
    struct alignas(64) Row : std::array<double, width> {};

    /// Yet to be filled.
    Strips(std::size_t rows, std::size_t columns)
        : rows_(rows), columns_(columns), cells_(std::make_unique_for_overwrite<Row[]>(count() * rows)) {
        if (columns % width != 0) std::ranges::fill(strip(count() - 1), Row{});
    }

    [[nodiscard]] std::size_t rows() const noexcept { return rows_; }
    [[nodiscard]] std::size_t columns() const noexcept { return columns_; }
    [[nodiscard]] std::size_t count() const noexcept { return (columns_ + width - 1) / width; }
    [[nodiscard]] static std::size_t first_column(std::size_t strip) noexcept { return strip * width; }
    /// Fewer than `width` in the last.
    [[nodiscard]] std::size_t columns_of(std::size_t strip) const noexcept {
        return strip + 1 < count() ? width : columns_ - first_column(strip);
    }
    [[nodiscard]] std::span<const Row> strip(std::size_t index) const noexcept {
        return {cells_.get() + index * rows_, rows_};
    }
    [[nodiscard]] std::span<Row> strip(std::size_t index) noexcept { return {cells_.get() + index * rows_, rows_}; }

private:
    std::size_t rows_, columns_;
    std::unique_ptr<Row[]> cells_;  // where the threads that fill them touch them first
};

/// Fills `products` with those of each column of `one`, a row of them, with each of `other`, which has as many rows.
///
/// Each is summed from the first row to the last, without fused steps: the same bits on any machine and for any number
/// of threads. Throws Cancelled. Cost: O(R·C·C').
void multiply(const Strips& one, const Strips& other, std::span<double> products, Monitor& monitor);

/// The same of columns with each other, in half the time.
void multiply(const Strips& columns, std::span<double> products, Monitor& monitor);

}  // namespace coopnet::detail
