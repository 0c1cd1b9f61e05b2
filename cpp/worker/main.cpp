// coopnet-graphviz: all of Graphviz in a process of its own. It answers jobs on the socket that is its standard input
// until that closes. Started by coopnet, of no use by hand.

#include "ids.hpp"
#include "jobs.hpp"
#include "limits.hpp"
#include "messages.hpp"

#include <coopnet/core/error.hpp>

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace coopnet::worker {
namespace {

std::optional<std::string> receive(std::size_t size) {
    std::string bytes(size, '\0');
    std::size_t filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(STDIN_FILENO, bytes.data() + filled, size - filled);
        if (got > 0) {
            filled += static_cast<std::size_t>(got);
        } else if (got == 0 || errno != EINTR) {
            return std::nullopt;
        }
    }
    return bytes;
}

bool send(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t sent = ::write(STDIN_FILENO, bytes.data(), bytes.size());
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno != EINTR) {
            return false;
        }
    }
    return true;
}

struct Perform {
    graphviz::Reply operator()(const graphviz::ReadTask& task) const { return read(task); }
    graphviz::Reply operator()(const graphviz::WriteTask& task) const { return write(task); }
    graphviz::Reply operator()(const graphviz::LayoutTask& task) const { return layout(task); }
    graphviz::Reply operator()(const graphviz::DrawTask& task) const { return draw(task); }
};

std::string answer(std::string_view message) {
    try {
        const graphviz::Job job = graphviz::decode_job(message);
        allow_seconds(job.seconds);
        return encode(std::visit(Perform{}, job.task));
    } catch (const Refusal& refusal) {
        return encode(graphviz::Reply{refusal.failure});
    } catch (const Error& error) {
        return encode(graphviz::Reply{graphviz::Failure{.message = error.what()}});
    } catch (const std::bad_alloc&) {
        return encode(graphviz::Reply{graphviz::Failure{.message = "Graphviz needs more memory than it may use."}});
    }
}

// Reads one job and answers it; false if the socket closes first.
bool serve_one() {
    const auto prefix = receive(graphviz::prefix_size);
    if (!prefix) return false;
    const auto message = receive(graphviz::length_in(*prefix));
    if (!message) return false;
    const std::string reply = answer(*message);
    return send(graphviz::prefix_of(reply)) && send(reply);
}

bool wait_for_job() {
    pollfd waiting{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
    while (poll(&waiting, 1, -1) < 0) {
        if (errno != EINTR) return false;
    }
    return (waiting.revents & POLLIN) != 0;
}

[[noreturn]] void be_the_child() {
    follow_parent();
    bool served = false;
    try {
        served = serve_one();
    } catch (const std::exception&) {
        // Not a job of ours: whoever sent it learns from the closed socket.
    }
    _exit(served ? 0 : 1);
}

// Ends as its child ended, so that the library can tell a crash from a lack of time.
int end_like(int status) {
    if (WIFSIGNALED(status)) {
        signal(WTERMSIG(status), SIG_DFL);
        raise(WTERMSIG(status));
    }
    return 1;
}

}  // namespace
}  // namespace coopnet::worker

// Every job is done by a fork of a process that has Graphviz and its fonts loaded and has never done anything: what one
// job leaks, breaks or leaves behind cannot reach the next, and a picture does not depend on what was drawn before.
int main() {
    using namespace coopnet::worker;
    confine();
    listen();
    count_ids();
    prepare();
    while (wait_for_job()) {
        const pid_t child = fork();
        if (child == 0) be_the_child();
        int status = 1;
        while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
        }
        if (status != 0) return end_like(status);
    }
    return 0;
}
