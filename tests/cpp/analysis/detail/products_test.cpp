#include <coopnet/analysis/detail/products.hpp>
#include <coopnet/core/parallel.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace coopnet::detail {
namespace {

using ::testing::IsEmpty;

// Numbers of all sizes, so that another order of summing would show.
Strips drawn(std::mt19937& random, std::size_t rows, std::size_t columns) {
    Strips strips{rows, columns};
    for (std::size_t i = 0; i < strips.count(); ++i) {
        for (Strips::Row& row : strips.strip(i)) {
            for (std::size_t j = 0; j < strips.columns_of(i); ++j) {
                row[j] = (static_cast<double>(random()) - 2e9) / static_cast<double>(1 + random() % 1000);
            }
        }
    }
    return strips;
}

double cell(const Strips& strips, std::size_t row, std::size_t column) {
    return strips.strip(column / Strips::width)[row][column % Strips::width];
}

std::vector<double> expected(const Strips& one, const Strips& other) {
    std::vector<double> products;
    for (std::size_t i = 0; i < one.columns(); ++i) {
        for (std::size_t j = 0; j < other.columns(); ++j) {
            double sum = 0;
            for (std::size_t row = 0; row < one.rows(); ++row) sum += cell(one, row, i) * cell(other, row, j);
            products.push_back(sum);
        }
    }
    return products;
}

std::vector<double> found(const Strips& one, const Strips& other) {
    Monitor monitor;
    std::vector<double> products(one.columns() * other.columns(), 7);
    multiply(one, other, products, monitor);
    return products;
}

std::vector<double> found(const Strips& columns) {
    Monitor monitor;
    std::vector<double> products(columns.columns() * columns.columns(), 7);
    multiply(columns, products, monitor);
    return products;
}

TEST(Strips, FillUpWithZero) {
    std::mt19937 random{1};
    const Strips strips = drawn(random, 2, Strips::width + 3);
    EXPECT_EQ(strips.count(), 2);
    EXPECT_EQ(strips.columns_of(0), Strips::width);
    EXPECT_EQ(strips.columns_of(1), 3);
    for (const Strips::Row& row : strips.strip(1)) {
        for (std::size_t j = 3; j < Strips::width; ++j) EXPECT_EQ(row[j], 0);
    }
}

// To the bit: whatever the processor adds at once, each sum is made in the order of the rows.
TEST(Multiply, IsTheSumRowByRow) {
    std::mt19937 random{2};
    for (const std::size_t rows : {0U, 1U, 5U, 255U, 256U, 257U, 600U}) {
        for (const std::size_t columns : {1U, 15U, 16U, 17U, 70U}) {
            SCOPED_TRACE(testing::Message() << rows << " rows, " << columns << " columns");
            const Strips one = drawn(random, rows, columns), other = drawn(random, rows, 21);
            EXPECT_EQ(found(one, other), expected(one, other));
            EXPECT_EQ(found(one), expected(one, one));
        }
    }
    EXPECT_THAT(found(Strips{3, 0}), IsEmpty());
    EXPECT_THAT(found(Strips{3, 2}, Strips{3, 0}), IsEmpty());
}

TEST(Multiply, IsTheSameForAnyNumberOfThreads) {
    std::mt19937 random{3};
    const Strips one = drawn(random, 200, 200), other = drawn(random, 200, 150);
    set_threads(1);
    const auto products = found(one, other), own = found(one);
    set_threads(3);
    EXPECT_EQ(found(one, other), products);
    EXPECT_EQ(found(one), own);
    set_threads(0);
}

TEST(Multiply, StopsWhenAsked) {
    Monitor monitor;
    monitor.cancel();
    std::vector<double> products(4);
    EXPECT_THROW(multiply(Strips{1, 2}, products, monitor), Cancelled);
}

}  // namespace
}  // namespace coopnet::detail
