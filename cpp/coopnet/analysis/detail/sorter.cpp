#include <coopnet/analysis/detail/sorter.hpp>

#include <algorithm>
#include <bit>
#include <utility>

namespace coopnet::detail {
namespace {

constexpr std::uint64_t sign = std::uint64_t{1} << 63;

// Ordered as the numbers are: the negative ones turned around, below the others.
std::uint64_t key_of(double number) noexcept {
    const auto raw = std::bit_cast<std::uint64_t>(number);
    return raw ^ (sign | (0 - (raw >> 63)));
}
double number_of(std::uint64_t key) noexcept {
    return std::bit_cast<double>(key ^ (sign | ((key >> 63) - 1)));
}

}  // namespace

// By the leading digits, the lowest of them first. Few numbers agree in all; they stand
// together then and are compared.
void Sorter::sort(std::vector<double>& numbers) {
    constexpr std::size_t worth_it = 256;
    if (numbers.size() < worth_it) {
        std::ranges::sort(numbers);
        return;
    }
    read(numbers);
    for (std::size_t digit = 0; digit < digits; ++digit) order_by(digit);
    order_alike();
    std::ranges::transform(keys_, numbers.begin(), number_of);
}

void Sorter::read(const std::vector<double>& numbers) {
    keys_.resize(numbers.size());
    other_.resize(numbers.size());
    for (Places& places : places_) places.fill(0);
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        keys_[i] = key_of(numbers[i]);
        for (std::size_t digit = 0; digit < digits; ++digit) ++places_[digit][value(keys_[i], digit)];
    }
    for (Places& places : places_) {
        std::uint32_t before = 0;
        for (std::uint32_t& place : places) before += std::exchange(place, before);
    }
}

void Sorter::order_by(std::size_t digit) {
    Places& places = places_[digit];
    for (const std::uint64_t key : keys_) other_[places[value(key, digit)]++] = key;
    std::swap(keys_, other_);
}

void Sorter::order_alike() {
    for (auto first = keys_.begin(); first != keys_.end();) {
        auto last = first + 1;
        while (last != keys_.end() && *last >> rest == *first >> rest) ++last;
        if (last - first > 1) std::sort(first, last);
        first = last;
    }
}

}  // namespace coopnet::detail
