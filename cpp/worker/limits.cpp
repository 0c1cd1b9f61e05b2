#include "limits.hpp"

#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>

namespace coopnet::worker {
namespace {

// Sanitizers map terabytes of shadow.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool limits_memory = false;
#else
constexpr bool limits_memory = true;
#endif

constexpr rlim_t most_memory = rlim_t{2} << 30U;

void limit(__rlimit_resource_t what, rlim_t amount) {
    const rlimit both{amount, amount};
    setrlimit(what, &both);
}

}  // namespace

void confine() {
    close_range(STDERR_FILENO + 1, ~0U, 0);
    if (chdir("/") != 0) return;
    if (limits_memory) limit(RLIMIT_AS, most_memory);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_NOFILE, 64);
}

void allow_seconds(std::uint32_t seconds) {
    limit(RLIMIT_CPU, rlim_t{seconds} + 1);
}

void follow_parent() {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
}

}  // namespace coopnet::worker
