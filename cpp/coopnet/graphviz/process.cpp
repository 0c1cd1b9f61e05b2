#include <coopnet/graphviz/process.hpp>
#include <coopnet/graphviz/protocol.hpp>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace coopnet::graphviz {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr auto slice = 20ms;  // a caller that stops is heard within 100 ms on a busy machine, too

std::optional<std::string> variable(const char* name) {
    const char* value = std::getenv(name);
    if (value == nullptr || *value == '\0') return std::nullopt;
    return value;
}

// The fonts that travel with the worker; without them, what the system has.
std::optional<std::string> font_settings(const fs::path& executable) {
    for (const char* beside : {"../_fonts/fonts.conf", "../share/coopnet/fonts/fonts.conf"}) {
        const fs::path settings = executable.parent_path() / beside;
        std::error_code absent;
        if (fs::exists(settings, absent)) return settings.lexically_normal().string();
    }
    return variable("FONTCONFIG_FILE");
}

// fontconfig starts three times as fast with a folder it may write to.
std::optional<std::string> cache_folder() {
    if (auto folder = variable("XDG_CACHE_HOME")) return folder;
    if (const auto home = variable("HOME")) return *home + "/.cache";
    return std::nullopt;
}

// All that the worker sees of our environment.
std::vector<std::string> environment(const fs::path& executable) {
    std::vector<std::string> lines{"LC_ALL=C.UTF-8"};
    if (const auto fonts = font_settings(executable)) lines.push_back("FONTCONFIG_FILE=" + *fonts);
    if (const auto cache = cache_folder()) lines.push_back("XDG_CACHE_HOME=" + *cache);
    return lines;
}

// The settings of posix_spawn: default signals, none blocked, a process group, the socket as standard input.
class Settings {
public:
    explicit Settings(int socket) {
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, socket, STDIN_FILENO);
        posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        posix_spawnattr_init(&attributes);
        sigset_t none;
        sigset_t all;
        sigemptyset(&none);
        sigfillset(&all);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &all);
        posix_spawnattr_setpgroup(&attributes, 0);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    }
    ~Settings() {
        posix_spawnattr_destroy(&attributes);
        posix_spawn_file_actions_destroy(&actions);
    }
    Settings(const Settings&) = delete;
    Settings& operator=(const Settings&) = delete;

    posix_spawn_file_actions_t actions{};
    posix_spawnattr_t attributes{};
};

pid_t spawn(std::string executable, int socket) {
    std::vector<std::string> lines = environment(executable);
    std::vector<char*> variables;
    for (std::string& line : lines) variables.push_back(line.data());
    variables.push_back(nullptr);
    std::array<char*, 2> arguments{executable.data(), nullptr};

    const Settings settings{socket};
    pid_t pid = -1;
    const int error = posix_spawn(&pid, executable.c_str(), &settings.actions, &settings.attributes, arguments.data(),
                                  variables.data());
    if (error != 0) {
        throw RenderError{"The Graphviz worker \"" + executable + "\" does not start: " + std::strerror(error) + "."};
    }
    return pid;
}

std::string story_of(int status) {
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU) return "Graphviz used up the time it was given.";
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL) return "The Graphviz worker was killed.";
    return "Graphviz needed too much memory, or crashed. Try a smaller network or another layout engine.";
}

}  // namespace

Process::Process(const std::string& executable) {
    std::array<int, 2> ends{};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0) {
        throw RenderError{std::string{"The Graphviz worker cannot be reached: "} + std::strerror(errno) + "."};
    }
    socket_ = ends[0];
    try {
        pid_ = spawn(executable, ends[1]);
    } catch (...) {
        close(ends[0]);
        close(ends[1]);
        throw;
    }
    close(ends[1]);
}

Process::~Process() {
    if (socket_ >= 0) close(socket_);
    if (pid_ < 0) return;
    kill(-pid_, SIGKILL);
    while (waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
    }
}

void Process::abandon() noexcept {
    if (socket_ >= 0) close(socket_);
    socket_ = -1;
    pid_ = -1;
}

std::string Process::exchange(std::string_view message, const Patience& patience) {
    send(prefix_of(message), patience);
    send(message, patience);
    const std::size_t length = length_in(receive(prefix_size, patience));
    return receive(length, patience);
}

void Process::send(std::string_view bytes, const Patience& patience) {
    while (!bytes.empty()) {
        const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (sent >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        } else if (errno == EAGAIN) {
            wait_for(POLLOUT, patience);
        } else if (errno != EINTR) {
            died();
        }
    }
}

std::string Process::receive(std::size_t size, const Patience& patience) {
    constexpr std::size_t piece = 1U << 20U;  // a false length reserves no memory
    std::string bytes;
    while (bytes.size() < size) {
        const std::size_t before = bytes.size();
        bytes.resize(std::min(size, before + piece));
        const ssize_t got = recv(socket_, bytes.data() + before, bytes.size() - before, MSG_DONTWAIT);
        const int error = errno;
        bytes.resize(before + static_cast<std::size_t>(std::max<ssize_t>(got, 0)));
        if (got > 0) continue;
        if (got == 0 || (error != EAGAIN && error != EINTR)) died();
        wait_for(POLLIN, patience);
    }
    return bytes;
}

void Process::wait_for(short events, const Patience& patience) const {
    if (patience.monitor != nullptr) patience.monitor->check();
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(patience.deadline - std::chrono::steady_clock::now());
    if (left <= 0ms) {
        throw RenderError{
            "Graphviz did not finish in time. Try a smaller network, another layout engine or a longer timeout."};
    }
    pollfd waiting{.fd = socket_, .events = events, .revents = 0};
    poll(&waiting, 1, static_cast<int>(std::min(left, std::chrono::milliseconds{slice}).count()));
}

void Process::died() {
    int status = 0;
    kill(-pid_, SIGKILL);  // it hung up: whether or not it is dead yet, it is of no use
    while (waitpid(pid_, &status, 0) < 0 && errno == EINTR) {
    }
    pid_ = -1;
    throw WorkerDied{story_of(status)};
}

}  // namespace coopnet::graphviz
