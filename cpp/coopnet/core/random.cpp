#include <coopnet/core/random.hpp>

namespace coopnet {
namespace {

constexpr std::uint64_t golden = 0x9E3779B97F4A7C15;

std::uint64_t mixed(std::uint64_t bits) noexcept {
    bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
    bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
    return bits ^ (bits >> 31);
}

}  // namespace

// Mixed twice, so that neighboring tasks of neighboring seeds begin far apart.
Random::Random(std::uint64_t seed, std::uint64_t task) noexcept : state_(mixed(mixed(seed + golden) ^ task)) {}

std::uint64_t Random::next() noexcept {
    return mixed(state_ += golden);
}

// Lemire (2019), doi:10.1145/3230636: multiply and shift; the few numbers that would make
// some outcomes likelier are drawn again.
std::uint32_t Random::below(std::uint32_t bound) noexcept {
    const std::uint32_t uneven = (0U - bound) % bound;
    std::uint64_t product = 0;
    do {
        product = (next() >> 32) * bound;
    } while (static_cast<std::uint32_t>(product) < uneven);
    return static_cast<std::uint32_t>(product >> 32);
}

double Random::unit() noexcept {
    return static_cast<double>(next() >> 11) * 0x1p-53;
}

}  // namespace coopnet
