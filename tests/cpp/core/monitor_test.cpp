#include <gtest/gtest.h>
#include <coopnet/core/monitor.hpp>

#include <thread>

namespace coopnet {
namespace {

TEST(Monitor, StopsTheWorkOnlyOnceSomebodyCancels) {
    Monitor monitor;
    EXPECT_NO_THROW(monitor.check());
    monitor.cancel();
    EXPECT_TRUE(monitor.cancelled());
    EXPECT_THROW(monitor.check(), Cancelled);
}

TEST(Monitor, CountsStepsFromSeveralThreads) {
    Monitor monitor;
    monitor.expect(2000);
    {
        const auto work = [&] {
            for (int i = 0; i < 500; ++i) monitor.advance(2);
        };
        const std::jthread one{work};
        const std::jthread other{work};
    }
    EXPECT_EQ(monitor.done(), 2000U);
    EXPECT_EQ(monitor.total(), 2000U);
}

}  // namespace
}  // namespace coopnet
