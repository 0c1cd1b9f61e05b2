#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <functional>
#include <limits>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

#if defined(__linux__)
#include <sched.h>
#endif

namespace coopnet {
namespace {

std::atomic<std::size_t> chosen_threads{0};

std::size_t from_environment() noexcept {
    const char* text = std::getenv("COOPNET_NUM_THREADS");
    if (text == nullptr) return 0;
    const std::string_view digits{text};
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return error == std::errc{} && end == digits.data() + digits.size() ? count : 0;
}

std::size_t from_machine() noexcept {
#if defined(__linux__)
    cpu_set_t allowed;
    if (sched_getaffinity(0, sizeof allowed, &allowed) == 0) return static_cast<std::size_t>(CPU_COUNT(&allowed));
#endif
    return std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

struct Failure {
    std::size_t block = std::numeric_limits<std::size_t>::max();
    std::exception_ptr what;
};

// As many as the system grants; the caller works too, so none is enough.
template <class Work>
std::vector<std::jthread> start_helpers(std::size_t count, const Work& work) {
    std::vector<std::jthread> helpers;
    helpers.reserve(count);
    try {
        for (std::size_t thread = 1; thread <= count; ++thread) helpers.emplace_back(std::cref(work), thread);
    } catch (const std::system_error&) {
    }
    return helpers;
}

}  // namespace

std::size_t thread_count() {
    if (const std::size_t chosen = chosen_threads.load(); chosen > 0) return chosen;
    if (const std::size_t wanted = from_environment(); wanted > 0) return wanted;
    return from_machine();
}

void set_threads(std::size_t count) {
    chosen_threads.store(count);
}

void parallel_blocks(std::size_t blocks, const std::function<void(std::size_t)>& work) {
    const std::size_t threads = std::min(blocks, thread_count());
    if (threads <= 1) {
        for (std::size_t block = 0; block < blocks; ++block) work(block);
        return;
    }
    std::atomic<std::size_t> next{0};
    std::vector<Failure> failures(threads);
    const auto take_blocks = [&](std::size_t thread) {
        std::size_t block = 0;
        try {
            while ((block = next.fetch_add(1)) < blocks) work(block);
        } catch (...) {
            failures[thread] = {block, std::current_exception()};
            next.store(blocks);
        }
    };
    {
        const auto helpers = start_helpers(threads - 1, take_blocks);
        take_blocks(0);
    }
    // Blocks begin in order, so the first that fails has been tried whatever the threads.
    const auto first = std::ranges::min_element(failures, {}, &Failure::block);
    if (first->what) std::rethrow_exception(first->what);
}

}  // namespace coopnet
