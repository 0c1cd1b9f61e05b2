#include <coopnet/graphviz/process.hpp>
#include <coopnet/graphviz/protocol.hpp>
#include <coopnet/graphviz/worker.hpp>

#include <dlfcn.h>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <system_error>
#include <thread>
#include <utility>

namespace coopnet::graphviz {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

constexpr const char* executable_name = "coopnet-graphviz";

// The one worker of this process, and the door that lets one caller in at a time.
struct Shared {
    std::mutex door;
    std::string path;  // empty: find it
    std::optional<Process> process;
};

Shared& shared() {
    // Never destroyed: a thread may still draw while the program ends, and the worker ends when its socket closes.
    static Shared& one = *new Shared;
    return one;
}

// A fork copies the door as it stands, perhaps held by a thread that the child does not have, and a worker that
// belongs to the parent.
void begin_anew_in_child() {
    Shared& state = shared();
    std::construct_at(&state.door);
    if (state.process) {
        state.process->abandon();
        state.process.reset();
    }
}

bool is_executable(const fs::path& file) {
    std::error_code absent;
    return fs::is_regular_file(file, absent) && access(file.c_str(), X_OK) == 0;
}

// The folder of what this code was linked into: the Python extension, or a program.
fs::path own_folder() {
    Dl_info info{};
    const bool known = dladdr(reinterpret_cast<const void*>(&own_folder), &info) != 0 && info.dli_fname != nullptr;
    fs::path binary = known ? info.dli_fname : "";
    if (!binary.has_parent_path()) binary = "/proc/self/exe";  // a program started by its bare name
    std::error_code unknown;
    return fs::canonical(binary, unknown).parent_path();
}

std::optional<std::string> beside_us() {
    const fs::path here = own_folder();
    if (here.empty()) return std::nullopt;
    for (const char* folder : {"_bin", ".", "../bin"}) {
        const fs::path candidate = here / folder / executable_name;
        if (is_executable(candidate)) return candidate.lexically_normal().string();
    }
    return std::nullopt;
}

std::optional<std::string> in_search_path() {
    const char* variable = std::getenv("PATH");
    std::string_view folders = variable == nullptr ? "" : variable;
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const fs::path folder{folders.substr(0, end)};
        if (folder.is_absolute() && is_executable(folder / executable_name)) return (folder / executable_name).string();
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return std::nullopt;
}

std::string find_worker(const std::string& path) {
    if (!path.empty()) return path;
    if (const char* told = std::getenv("COOPNET_WORKER"); told != nullptr && *told != '\0') return told;
    if (auto found = beside_us()) return *found;
    if (auto found = in_search_path()) return *found;
    throw RenderError{"The Graphviz worker coopnet-graphviz was not found; set COOPNET_WORKER to its path."};
}

// A caller that waits behind a long drawing can still be cancelled.
std::unique_lock<std::mutex> enter(Shared& state, const Monitor* monitor) {
    std::unique_lock lock{state.door, std::try_to_lock};
    while (!lock.owns_lock()) {
        if (monitor != nullptr) monitor->check();
        std::this_thread::sleep_for(1ms);
        static_cast<void>(lock.try_lock());
    }
    return lock;
}

void start(Shared& state) {
    static const int registered = pthread_atfork(nullptr, nullptr, &begin_anew_in_child);
    static_cast<void>(registered);
    state.process.emplace(find_worker(state.path));
}

// A worker that sat idle may have died since; that is noticed only now, and is no reason to fail.
std::string answer(Shared& state, const std::string& message, const Patience& patience) {
    if (state.process) {
        try {
            return state.process->exchange(message, patience);
        } catch (const WorkerDied&) {
            state.process.reset();
        }
    }
    start(state);
    return state.process->exchange(message, patience);
}

Reply perform(Job job, std::chrono::milliseconds timeout, const Monitor* monitor) {
    job.seconds = static_cast<std::uint32_t>(std::chrono::ceil<std::chrono::seconds>(timeout).count());
    const std::string message = encode(job);
    Shared& state = shared();
    const auto lock = enter(state, monitor);
    const Patience patience{.deadline = std::chrono::steady_clock::now() + timeout, .monitor = monitor};
    try {
        return decode_reply(answer(state, message, patience));
    } catch (const WorkerDied& death) {
        state.process.reset();
        throw RenderError{death.what()};
    } catch (...) {
        state.process.reset();
        throw;
    }
}

// What a job of this kind answers, unless the worker broke the protocol.
template <typename Expected>
Expected expect(Reply reply) {
    if (const auto* failure = std::get_if<Failure>(&reply)) throw RenderError{failure->message};
    if (auto* value = std::get_if<Expected>(&reply)) return std::move(*value);
    throw RenderError{"The Graphviz worker answered another question than the one it was asked."};
}

}  // namespace

void set_worker_path(std::string executable) {
    Shared& state = shared();
    const auto lock = enter(state, nullptr);
    state.path = std::move(executable);
    state.process.reset();
}

Graph read(std::string_view dot, const ReadOptions& options, const Monitor* monitor) {
    Reply reply = perform({.task = ReadTask{std::string{dot}}}, options.timeout, monitor);
    if (const auto* failure = std::get_if<Failure>(&reply)) {
        throw ParseError{options.path, failure->line, 0, failure->message};
    }
    return expect<Graph>(std::move(reply));
}

std::string write(const Graph& graph, const WriteOptions& options, const Monitor* monitor) {
    return expect<std::string>(perform({.task = WriteTask{graph}}, options.timeout, monitor));
}

Graph layout(const Graph& graph, const LayoutOptions& options, const Monitor* monitor) {
    return expect<Graph>(perform({.task = LayoutTask{graph, options.engine}}, options.timeout, monitor));
}

std::string draw(const Graph& graph, const DrawOptions& options, const Monitor* monitor) {
    DrawTask task{.graph = graph, .engine = options.engine, .format = options.format, .dpi = options.dpi};
    return expect<std::string>(perform({.task = std::move(task)}, options.timeout, monitor));
}

}  // namespace coopnet::graphviz
