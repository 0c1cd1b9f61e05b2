#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/worker.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <support/worker.hpp>

#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <thread>

namespace coopnet::graphviz {
namespace {

using namespace std::chrono_literals;
using ::testing::HasSubstr;
using Clock = std::chrono::steady_clock;

// The processes whose parent is this one, by the kernel's list.
std::vector<pid_t> children() {
    std::vector<pid_t> found;
    for (const auto& thread : std::filesystem::directory_iterator{"/proc/self/task"}) {
        std::ifstream file{thread.path() / "children"};
        for (pid_t pid = 0; file >> pid;) found.push_back(pid);
    }
    return found;
}

std::size_t open_files() {
    std::size_t count = 0;
    for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator{"/proc/self/fd"}) ++count;
    return count;
}

Graph small() {
    return {.name = "small", .nodes = {{"a", {}}, {"b", {}}}, .edges = {{.tail = 0, .head = 1}}};
}

// Dense enough that dot needs minutes.
Graph endless() {
    Graph graph{.name = "endless"};
    constexpr std::uint32_t size = 400;
    for (std::uint32_t i = 0; i < size; ++i) graph.nodes.push_back({std::to_string(i), {}});
    for (std::uint32_t i = 0; i < size; ++i) {
        for (std::uint32_t step = 1; step < 40; ++step) {
            graph.edges.push_back({.tail = i, .head = (i * 7 + step * 31) % size});
        }
    }
    return graph;
}

bool ended_well(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

TEST(Worker, IsStoppedWhenItsTimeIsUp) {
    const auto start = Clock::now();
    try {
        static_cast<void>(draw(endless(), {.timeout = 300ms}));
        FAIL() << "This graph should take minutes.";
    } catch (const RenderError& error) {
        EXPECT_THAT(error.what(), HasSubstr("did not finish in time"));
    }
    EXPECT_LT(Clock::now() - start, 2s);
    EXPECT_THAT(draw(small()), HasSubstr("</svg>"));
}

TEST(Worker, IsStoppedWithinATenthOfASecond) {
    Monitor monitor;
    Clock::time_point asked;
    {
        std::jthread impatient{[&] {
            std::this_thread::sleep_for(200ms);
            asked = Clock::now();
            monitor.cancel();
        }};
        EXPECT_THROW(static_cast<void>(draw(endless(), {}, &monitor)), Cancelled);
    }
    EXPECT_LT(Clock::now() - asked, 100ms);
    EXPECT_THAT(draw(small()), HasSubstr("</svg>"));
}

TEST(Worker, LetsACallerBehindALongDrawingLeave) {
    Monitor long_one;
    std::jthread drawing{[&] { EXPECT_THROW(static_cast<void>(draw(endless(), {}, &long_one)), Cancelled); }};
    std::this_thread::sleep_for(100ms);
    Monitor waiting;
    waiting.cancel();
    EXPECT_THROW(static_cast<void>(draw(small(), {}, &waiting)), Cancelled);
    long_one.cancel();
}

TEST(Worker, IsReplacedWhenItWasKilledBetweenCalls) {
    const std::string before = draw(small());
    ASSERT_EQ(children().size(), 1U);
    kill(children().front(), SIGKILL);
    EXPECT_EQ(draw(small()), before);
}

TEST(Worker, ThatIsKilledDuringACallIsTriedOnceMore) {
    static_cast<void>(draw(small()));  // warm, so that the first death may be an old one
    std::jthread killer{[] {
        for (int i = 0; i < 2; ++i) {
            std::this_thread::sleep_for(300ms);
            for (const pid_t child : children()) kill(child, SIGKILL);
        }
    }};
    const auto start = Clock::now();
    try {
        static_cast<void>(draw(endless()));
        FAIL() << "Nobody can have drawn this.";
    } catch (const RenderError& error) {
        EXPECT_THAT(error.what(), HasSubstr("was killed"));
    }
    EXPECT_GT(Clock::now() - start, 500ms);
    killer.join();
    EXPECT_THAT(draw(small()), HasSubstr("</svg>"));
}

TEST(Worker, LeavesNoZombiesAndNoOpenFiles) {
    static_cast<void>(draw(small()));
    const std::size_t before = open_files();
    for (int i = 0; i < 20; ++i) {
        kill(children().front(), SIGKILL);
        static_cast<void>(draw(small()));
        EXPECT_THROW(static_cast<void>(read("digraph {")), ParseError);
        static_cast<void>(draw(small()));
    }
    EXPECT_EQ(children().size(), 1U);
    EXPECT_EQ(open_files(), before);
}

// Pages of heap and stack: the sixth number, exact where the count of resident pages is not.
std::size_t pages_of_data(pid_t process) {
    std::ifstream file{"/proc/" + std::to_string(process) + "/statm"};
    std::size_t pages = 0;
    for (int field = 0; field < 6; ++field) file >> pages;
    return pages;
}

TEST(Worker, KeepsNothingOfItsJobs) {
    set_worker_path(COOPNET_WORKER_PATH);
    const std::string first = draw(small());
    const auto worker = children();
    ASSERT_EQ(worker.size(), 1U);
    const std::size_t before = pages_of_data(worker.front());
    for (int i = 0; i < 300; ++i) ASSERT_EQ(draw(small()), first) << i;
    EXPECT_THROW(static_cast<void>(read("digraph {")), ParseError);
    EXPECT_EQ(children(), worker);
    EXPECT_EQ(pages_of_data(worker.front()), before);
}

TEST(Worker, ServesManyThreads) {
    const std::string expected = draw(small());
    std::vector<std::jthread> threads;
    for (int i = 0; i < 6; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round) EXPECT_EQ(draw(small()), expected);
        });
    }
}

TEST(Worker, BelongsToOneSideOfAForkOnly) {
    const std::string expected = draw(small());
    const auto worker = children();
    const pid_t child = fork();
    if (child == 0) _exit(draw(small()) == expected ? 0 : 1);
    EXPECT_TRUE(ended_well(child));
    EXPECT_EQ(draw(small()), expected);
    EXPECT_EQ(children(), worker);  // the child started its own and left ours alone
}

TEST(Worker, IsNotStuckInAForkMadeWhileAnotherThreadDraws) {
    const std::string expected = draw(small());
    Monitor long_one;
    std::jthread drawing{[&] { EXPECT_THROW(static_cast<void>(draw(endless(), {}, &long_one)), Cancelled); }};
    std::this_thread::sleep_for(100ms);
    const pid_t child = fork();
    if (child == 0) _exit(draw(small()) == expected ? 0 : 1);
    EXPECT_TRUE(ended_well(child));
    long_one.cancel();
}

TEST(Worker, ThatNeedsTooMuchMemoryIsAnError) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "Under sanitizers the worker's memory is not limited.";
#endif
    Graph greedy = small();
    greedy.nodes[0].attributes = {{"peripheries", "100000000"}};
    try {
        static_cast<void>(draw(greedy));
        FAIL() << "This needs gigabytes.";
    } catch (const RenderError& error) {
        EXPECT_THAT(error.what(), HasSubstr("too much memory, or crashed"));
    }
    EXPECT_THAT(draw(small()), HasSubstr("</svg>"));
}

TEST(Worker, ThatIsMissingOrNoWorkerIsAnError) {
    for (const char* path : {"/nowhere/coopnet-graphviz", "/bin/true", "/bin/cat"}) {
        set_worker_path(path);
        EXPECT_THROW(static_cast<void>(draw(small(), {.timeout = 200ms})), RenderError) << path;
    }
    set_worker_path(COOPNET_WORKER_PATH);
    EXPECT_THAT(draw(small()), HasSubstr("</svg>"));
}

}  // namespace
}  // namespace coopnet::graphviz
