#pragma once

#include <coopnet/analysis/detail/steps.hpp>
#include <coopnet/core/monitor.hpp>

#include <cstddef>
#include <functional>

namespace coopnet::detail {

/// Some sources in a row: one thread's share of a measure that searches from everybody.
struct SourceBlock {
    std::size_t index;
    Vertex first;
    Vertex last;  ///< one past the end
    Monitor& monitor;

    template <class Visit>
    void each(const Visit& visit) const {
        for (Vertex source = first; source < last; ++source) {
            monitor.check();
            visit(source);
            monitor.advance();
        }
    }
};

/// How many blocks the sources fall into. It follows from the size of the graph alone, so
/// that partial sums, added in block order, have the same bits for any number of threads;
/// small work is one block and starts no thread.
std::size_t source_block_count(const Steps& steps) noexcept;

/// Runs `work` for each block, on several threads if that pays. Throws Cancelled.
void over_sources(const Steps& steps, Monitor& monitor, const std::function<void(const SourceBlock&)>& work);

}  // namespace coopnet::detail
