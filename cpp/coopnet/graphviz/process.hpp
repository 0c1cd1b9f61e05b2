#pragma once

#include <coopnet/core/monitor.hpp>

#include <sys/types.h>

#include <chrono>
#include <stdexcept>
#include <string>
#include <string_view>

namespace coopnet::graphviz {

/// How long to wait, and who may say stop.
struct Patience {
    std::chrono::steady_clock::time_point deadline;
    const Monitor* monitor = nullptr;
};

/// The worker ended before it answered; `what()` says how.
class WorkerDied : public std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// A running worker: in its own process group, with nothing of ours but a socket.
class Process {
public:
    /// Throws RenderError if the executable cannot be started.
    explicit Process(const std::string& executable);
    /// Kills and reaps.
    ~Process();
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;

    /// Sends one message and waits for the one that answers it. After a throw the process is of no use any more:
    /// WorkerDied, Cancelled, or RenderError when time ran out.
    std::string exchange(std::string_view message, const Patience& patience);

    /// In a child of `fork()`: forget the worker, which is the parent's.
    void abandon() noexcept;

private:
    void send(std::string_view bytes, const Patience& patience);
    std::string receive(std::size_t size, const Patience& patience);
    void wait_for(short events, const Patience& patience) const;
    [[noreturn]] void died();

    pid_t pid_ = -1;
    int socket_ = -1;
};

}  // namespace coopnet::graphviz
