#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstdlib>
#include <exception>
#include <string_view>
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
    std::vector<std::exception_ptr> failures(threads);
    const auto take_blocks = [&](std::size_t thread) {
        try {
            for (std::size_t block; (block = next.fetch_add(1)) < blocks;) work(block);
        } catch (...) {
            failures[thread] = std::current_exception();
            next.store(blocks);
        }
    };
    {
        std::vector<std::jthread> helpers;
        for (std::size_t thread = 1; thread < threads; ++thread) helpers.emplace_back(take_blocks, thread);
        take_blocks(0);
    }
    for (const auto& failure : failures) {
        if (failure) std::rethrow_exception(failure);
    }
}

}  // namespace coopnet
