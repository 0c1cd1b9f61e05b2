#include <gtest/gtest.h>
#include <coopnet/core/parallel.hpp>

#include <atomic>
#include <cstdlib>
#include <stdexcept>
#include <string>
#include <vector>

namespace coopnet {
namespace {

class Parallel : public ::testing::TestWithParam<std::size_t> {
protected:
    void SetUp() override { set_threads(GetParam()); }
    void TearDown() override { set_threads(0); }
};

TEST_P(Parallel, RunsEveryBlockOnce) {
    std::vector<std::atomic<int>> runs(1000);
    parallel_blocks(runs.size(), [&](std::size_t block) { ++runs[block]; });
    for (const auto& count : runs) EXPECT_EQ(count.load(), 1);
}

TEST_P(Parallel, GivesTheSameBitsForAnyNumberOfThreads) {
    std::vector<double> parts(100);
    parallel_blocks(parts.size(), [&](std::size_t block) { parts[block] = 1.0 / (1.0 + static_cast<double>(block)); });
    double sum = 0;
    for (const double part : parts) sum += part;
    double expected = 0;
    for (int block = 0; block < 100; ++block) expected += 1.0 / (1.0 + block);
    EXPECT_EQ(sum, expected);
}

TEST_P(Parallel, ThrowsWhatTheFirstFailingBlockThrew) {
    for (int round = 0; round < 50; ++round) {
        try {
            parallel_blocks(200, [](std::size_t block) {
                if (block % 7 == 6) throw std::runtime_error{std::to_string(block)};
            });
            FAIL() << "nothing was thrown";
        } catch (const std::runtime_error& error) {
            ASSERT_STREQ(error.what(), "6");
        }
    }
}

TEST_P(Parallel, StopsSoonAfterAFailure) {
    std::atomic<int> runs{0};
    const auto fail = [&](std::size_t) {
        ++runs;
        throw std::runtime_error{"no"};
    };
    EXPECT_THROW(parallel_blocks(100'000, fail), std::runtime_error);
    EXPECT_LE(runs.load(), static_cast<int>(GetParam()));
}

TEST_P(Parallel, DoesNothingWithoutBlocks) {
    parallel_blocks(0, [](std::size_t) { FAIL(); });
}

INSTANTIATE_TEST_SUITE_P(Threads, Parallel, ::testing::Values(1U, 2U, 7U));

TEST(ThreadCount, IsWhatWasSetElseWhatTheEnvironmentSays) {
    set_threads(3);
    EXPECT_EQ(thread_count(), 3U);
    set_threads(0);
    ::setenv("COOPNET_NUM_THREADS", "5", 1);
    EXPECT_EQ(thread_count(), 5U);
    for (const auto* text : {"", "0", "two", "-1", "3x", "99999999999999999999"}) {
        ::setenv("COOPNET_NUM_THREADS", text, 1);
        EXPECT_GE(thread_count(), 1U) << text;
        EXPECT_LT(thread_count(), 100'000U) << text;
    }
    ::unsetenv("COOPNET_NUM_THREADS");
}

}  // namespace
}  // namespace coopnet
