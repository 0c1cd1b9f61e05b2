#include <coopnet/analysis/detail/products.hpp>

#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <cstring>

namespace coopnet::detail {
namespace {

constexpr std::size_t width = Strips::width;
constexpr std::size_t strips_a_block = 4;      // they stay in the second cache while the others pass by
constexpr std::size_t small_work = 4'000'000;  // products; below, a thread costs more than it brings
constexpr std::size_t rows_at_once = 256;      // of two strips, in the first cache

// Of two strips: products[i][j] is that of column i of the one with column j of the other.
struct alignas(64) Square : std::array<std::array<double, width>, width> {};
using Add = void(const Strips::Row* one, const Strips::Row* other, std::size_t rows, Square& products);

// Part of a square, height x (lanes · wide), is summed in registers: the loops over them must be unrolled. However
// many numbers a register holds, each sum is made in the same order.
template <class Lanes, std::size_t height, std::size_t wide>
[[gnu::always_inline]] inline void add_part(const Strips::Row* one, const Strips::Row* other, std::size_t rows,
                                            Square& products, std::size_t top, std::size_t left) {
    constexpr std::size_t lanes = sizeof(Lanes) / sizeof(double);
    static_assert(width % height == 0 && width % (lanes * wide) == 0);
    Lanes sums[height][wide];  // as std::array, g++ keeps it in memory
#pragma GCC unroll 16
    for (std::size_t i = 0; i < height; ++i) {
#pragma GCC unroll 16
        for (std::size_t j = 0; j < wide; ++j) {
            std::memcpy(&sums[i][j], &products[top + i][left + (lanes * j)], sizeof(Lanes));
        }
    }
    for (std::size_t row = 0; row < rows; ++row) {
        Lanes factors[wide];
#pragma GCC unroll 16
        for (std::size_t j = 0; j < wide; ++j) std::memcpy(&factors[j], &other[row][left + (lanes * j)], sizeof(Lanes));
#pragma GCC unroll 16
        for (std::size_t i = 0; i < height; ++i) {
#pragma GCC unroll 16
            for (std::size_t j = 0; j < wide; ++j) sums[i][j] += one[row][top + i] * factors[j];
        }
    }
#pragma GCC unroll 16
    for (std::size_t i = 0; i < height; ++i) {
#pragma GCC unroll 16
        for (std::size_t j = 0; j < wide; ++j) {
            std::memcpy(&products[top + i][left + (lanes * j)], &sums[i][j], sizeof(Lanes));
        }
    }
}

template <class Lanes, std::size_t height, std::size_t wide>
[[gnu::always_inline]] inline void add(const Strips::Row* one, const Strips::Row* other, std::size_t rows,
                                       Square& products) {
    for (std::size_t top = 0; top < width; top += height) {
        for (std::size_t left = 0; left < width; left += sizeof(Lanes) / sizeof(double) * wide) {
            add_part<Lanes, height, wide>(one, other, rows, products, top, left);
        }
    }
}

using Two = double __attribute__((vector_size(16)));
using Four = double __attribute__((vector_size(32)));
using Eight = double __attribute__((vector_size(64)));

void add_by_two(const Strips::Row* one, const Strips::Row* other, std::size_t rows, Square& products) {
    add<Two, 4, 2>(one, other, rows, products);
}

#if defined(__x86_64__)
[[gnu::target("avx2")]] void add_by_four(const Strips::Row* one, const Strips::Row* other, std::size_t rows,
                                         Square& products) {
    add<Four, 4, 2>(one, other, rows, products);
}

[[gnu::target("avx512f")]] void add_by_eight(const Strips::Row* one, const Strips::Row* other, std::size_t rows,
                                             Square& products) {
    add<Eight, 16, 1>(one, other, rows, products);
}

Add* widest() {
    if (__builtin_cpu_supports("avx512f")) return add_by_eight;
    if (__builtin_cpu_supports("avx2")) return add_by_four;
    return add_by_two;
}
#else
Add* widest() {
    return add_by_two;
}
#endif

Square square(std::span<const Strips::Row> one, std::span<const Strips::Row> other) {
    static Add* const add_products = widest();
    Square products{};
    for (std::size_t row = 0; row < one.size(); row += rows_at_once) {
        add_products(&one[row], &other[row], std::min(rows_at_once, one.size() - row), products);
    }
    return products;
}

// Squares of all strips of the one with those of the other for which `wanted(one, other)`.
template <class Wanted, class Put>
void over_squares(const Strips& one, const Strips& other, Monitor& monitor, const Wanted& wanted, const Put& put) {
    const bool small = one.rows() * one.columns() * other.columns() <= small_work;
    const std::size_t size = small ? std::max<std::size_t>(1, one.count()) : strips_a_block;
    parallel_blocks((one.count() + size - 1) / size, [&](std::size_t block) {
        monitor.check();
        const std::size_t first = block * size;
        const std::size_t end = std::min(first + size, one.count());
        for (std::size_t right = 0; right < other.count(); ++right) {
            for (std::size_t left = first; left < end; ++left) {
                if (!wanted(left, right)) continue;
                put(left, right, square(one.strip(left), other.strip(right)));
            }
        }
    });
}

}  // namespace

void multiply(const Strips& one, const Strips& other, std::span<double> products, Monitor& monitor) {
    const auto all = [](std::size_t, std::size_t) { return true; };
    over_squares(one, other, monitor, all, [&](std::size_t left, std::size_t right, const Square& part) {
        const std::size_t row = Strips::first_column(left);
        const std::size_t column = Strips::first_column(right);
        for (std::size_t i = 0; i < one.columns_of(left); ++i) {
            std::copy_n(part[i].begin(), other.columns_of(right), &products[((row + i) * other.columns()) + column]);
        }
    });
}

void multiply(const Strips& columns, std::span<double> products, Monitor& monitor) {
    const auto half = [](std::size_t left, std::size_t right) { return left <= right; };
    over_squares(columns, columns, monitor, half, [&](std::size_t left, std::size_t right, const Square& part) {
        const std::size_t row = Strips::first_column(left);
        const std::size_t column = Strips::first_column(right);
        for (std::size_t i = 0; i < columns.columns_of(left); ++i) {
            for (std::size_t j = 0; j < columns.columns_of(right); ++j) {
                products[((row + i) * columns.columns()) + column + j] = part[i][j];
                products[((column + j) * columns.columns()) + row + i] = part[i][j];
            }
        }
    });
}

}  // namespace coopnet::detail
