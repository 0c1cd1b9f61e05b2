#include <coopnet/core/parallel.hpp>

// In place of core/parallel.cpp: a page has one thread, and blocks are added in their order anyway.
namespace coopnet {

std::size_t thread_count() {
    return 1;
}

void set_threads(std::size_t /*count*/) {}

void parallel_blocks(std::size_t blocks, const std::function<void(std::size_t block)>& work) {
    for (std::size_t block = 0; block < blocks; ++block) work(block);
}

}  // namespace coopnet
