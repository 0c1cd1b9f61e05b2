// Makes a chosen call on the files of one folder fail: LD_PRELOAD for the tests of writing.
// The process arms it by `faults_arm`; `faults_log` tells which calls there were.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { ERROR = 0, SHORT_WRITE = -1, KILL = -2, INTERRUPT = -3 };

static char folder[PATH_MAX];
static int fail_at, fault, for_ever, calls;
static char log_text[1 << 16];

void faults_arm(const char* path, int at, int kind, int ever) {
    snprintf(folder, sizeof folder, "%s", path);
    fail_at = at;
    fault = kind;
    for_ever = ever;
    calls = 0;
    log_text[0] = 0;
}

int faults_calls(void) { return calls; }
const char* faults_log(void) { return log_text; }

static int inside(const char* path) { return folder[0] && path && strstr(path, folder) == path; }

static int inside_fd(int fd) {
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t size = folder[0] ? readlink(link, path, sizeof path - 1) : -1;
    if (size < 0) return 0;
    path[size] = 0;
    return inside(path);
}

// 1: the call shall fail, with errno set; SHORT_WRITE: it shall write only a part.
static int strikes(const char* call) {
    ++calls;
    strncat(log_text, call, sizeof log_text - strlen(log_text) - 2);
    strcat(log_text, " ");
    if (fail_at == 0 || (for_ever ? calls < fail_at : calls != fail_at)) return 0;
    if (fault == KILL) kill(getpid(), SIGKILL);
    if (fault == SHORT_WRITE) return SHORT_WRITE;
    errno = fault == INTERRUPT ? EINTR : fault;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void* data, size_t size) {
    if (inside_fd(fd)) {
        const int hit = strikes("write");
        if (hit == SHORT_WRITE && size > 1) size /= 2;
        if (hit == 1) return -1;
    }
    return REAL(write)(fd, data, size);
}

#define ON_FD(call)                                                                   \
    int call(int fd) {                                                                \
        if (inside_fd(fd) && strikes(#call) == 1) return -1;                          \
        return REAL(call)(fd);                                                        \
    }
#define ON_PATH(call)                                                                 \
    int call(const char* path) {                                                      \
        if (inside(path) && strikes(#call) == 1) return -1;                           \
        return REAL(call)(path);                                                      \
    }
ON_FD(fsync)
ON_PATH(unlink)
ON_PATH(rmdir)

// The descriptor is gone whatever close says.
int close(int fd) {
    const int hit = inside_fd(fd) ? strikes("close") : 0;
    const int code = errno, done = REAL(close)(fd);
    if (hit != 1) return done;
    errno = code;
    return -1;
}

int ftruncate(int fd, off_t size) {
    if (inside_fd(fd) && strikes("ftruncate") == 1) return -1;
    return REAL(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) { return ftruncate(fd, size); }

int fchmod(int fd, mode_t mode) {
    if (inside_fd(fd) && strikes("fchmod") == 1) return -1;
    return REAL(fchmod)(fd, mode);
}

int rename(const char* from, const char* to) {
    if (inside(from) && strikes("rename") == 1) return -1;
    return REAL(rename)(from, to);
}

int mkdir(const char* path, mode_t mode) {
    if (inside(path) && strikes("mkdir") == 1) return -1;
    return REAL(mkdir)(path, mode);
}

int unlinkat(int at, const char* path, int flags) {
    if ((path[0] == '/' ? inside(path) : inside_fd(at)) && strikes("unlinkat") == 1) return -1;
    return REAL(unlinkat)(at, path, flags);
}

static int opens(const char* path, int flags) { return inside(path) && (flags & O_CREAT); }

#define OPEN(name)                                                                    \
    int name(const char* path, int flags, ...) {                                      \
        va_list rest;                                                                 \
        va_start(rest, flags);                                                        \
        const mode_t mode = (flags & O_CREAT) ? va_arg(rest, mode_t) : 0;             \
        va_end(rest);                                                                 \
        if (opens(path, flags) && strikes("open") == 1) return -1;                    \
        return REAL(name)(path, flags, mode);                                         \
    }
OPEN(open)
OPEN(open64)
