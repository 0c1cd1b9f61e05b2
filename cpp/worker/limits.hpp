#pragma once

#include <cstdint>

namespace coopnet::worker {

/// For the whole life: no more than 2 GiB of memory, no core file, few open files, no inherited ones, nobody's folder.
void confine();

/// For this process: that much processor time, then SIGXCPU.
void allow_seconds(std::uint32_t seconds);

/// This process dies when the one that forked it does.
void follow_parent();

}  // namespace coopnet::worker
