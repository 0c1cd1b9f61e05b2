#pragma once

#include <cstdint>
#include <span>
#include <utility>

namespace coopnet {

/// Random numbers that follow from a seed and the number of a task alone: the same on every
/// machine, in every standard library and for any number of threads, if each task (a
/// permutation, a start) takes a stream of its own.
///
/// Reference: Steele, Lea and Flood (2014), doi:10.1145/2714064.2660195 (SplitMix64).
class Random {
public:
    explicit Random(std::uint64_t seed, std::uint64_t task = 0) noexcept;

    /// 64 random bits.
    std::uint64_t next() noexcept;
    /// A whole number below `bound`, each equally likely; `bound` is at least 1.
    std::uint32_t below(std::uint32_t bound) noexcept;
    /// A number in [0, 1), a multiple of 2⁻⁵³.
    double unit() noexcept;

    /// Any order of the items, each equally likely (Fisher and Yates).
    template <class T>
    void shuffle(std::span<T> items) noexcept {
        for (auto left = static_cast<std::uint32_t>(items.size()); left > 1; --left) {
            std::swap(items[left - 1], items[below(left)]);
        }
    }

private:
    std::uint64_t state_;
};

}  // namespace coopnet
