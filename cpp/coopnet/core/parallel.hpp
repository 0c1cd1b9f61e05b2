#pragma once

#include <cstddef>
#include <functional>

namespace coopnet {

/// How many threads a call may use: `set_threads`, else COOPNET_NUM_THREADS, else the
/// processors this process may run on.
std::size_t thread_count();

/// At least one; zero means "decide again from the machine".
void set_threads(std::size_t count);

/// Runs `work(block)` for every block in [0, blocks), on several threads if that pays.
///
/// Which thread runs a block is not fixed; a caller that keeps one partial result a block
/// and adds them in block order gets the same bits for any number of threads. An exception
/// stops what has not begun, and that of the first block that failed is thrown again here.
void parallel_blocks(std::size_t blocks, const std::function<void(std::size_t block)>& work);

}  // namespace coopnet
