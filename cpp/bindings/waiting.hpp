#pragma once

#include <coopnet/core/monitor.hpp>

#include <pybind11/pybind11.h>

#include <chrono>
#include <condition_variable>
#include <cstdint>
#include <exception>
#include <mutex>
#include <optional>
#include <thread>

namespace coopnet::bindings {

/// Tells a Python callback how far the work is; false once it asks to stop.
bool report_progress(const pybind11::object& progress, const Monitor& monitor);

/// Effort of which nobody can say beforehand how much it is.
constexpr std::uint64_t endless = ~std::uint64_t{0};

/// Runs `work(monitor)` without the GIL so that Ctrl-C and a `progress` callback are heard:
/// the work goes to a thread of its own and the caller looks up every 50 ms. Work of little
/// `effort` (rough count of elementary steps) runs right here, since a thread would cost more.
template <class Work>
auto interruptible(std::uint64_t effort, const pybind11::object& progress, Work work) {
    using Result = decltype(work(std::declval<Monitor&>()));
    constexpr std::uint64_t small_effort = 5'000'000;
    Monitor monitor;
    if (effort < small_effort && progress.is_none()) {
        const pybind11::gil_scoped_release unlocked;
        return work(monitor);
    }

    std::mutex mutex;
    std::condition_variable finished;
    bool done = false;
    std::optional<Result> result;
    std::exception_ptr failure;
    std::jthread worker([&] {
        try {
            result.emplace(work(monitor));
        } catch (...) {
            failure = std::current_exception();
        }
        const std::lock_guard lock(mutex);
        done = true;
        finished.notify_one();
    });

    bool interrupted = false;
    while (!interrupted) {
        bool ready = false;
        {
            const pybind11::gil_scoped_release unlocked;
            std::unique_lock lock(mutex);
            ready = finished.wait_for(lock, std::chrono::milliseconds(50), [&] { return done; });
        }
        if (ready) break;
        interrupted = PyErr_CheckSignals() != 0;
        if (!interrupted && !progress.is_none()) {
            try {
                if (!report_progress(progress, monitor)) monitor.cancel();
            } catch (pybind11::error_already_set& raised) {
                raised.restore();
                interrupted = true;
            }
        }
    }
    if (interrupted) monitor.cancel();
    {
        const pybind11::gil_scoped_release unlocked;
        worker.join();
    }
    if (interrupted) throw pybind11::error_already_set();
    if (failure) std::rethrow_exception(failure);
    if (!progress.is_none()) report_progress(progress, monitor);
    return std::move(*result);
}

}  // namespace coopnet::bindings
