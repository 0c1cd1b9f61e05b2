#pragma once

#include <coopnet/core/error.hpp>

#include <array>
#include <cstddef>
#include <string>
#include <utility>

namespace coopnet::bindings {

/// What the words of an option mean.
template <class Enum, std::size_t N>
using Words = std::array<std::pair<const char*, Enum>, N>;

/// What a word means. Throws InvalidOption for any other, naming those there are.
template <class Enum, std::size_t N>
Enum meaning_of(const std::string& word, const char* option, const Words<Enum, N>& words) {
    std::string known;
    for (const auto& [name, value] : words) {
        if (word == name) return value;
        known += (known.empty() ? "" : ", ") + std::string{name};
    }
    throw InvalidOption{std::string{option} + "=\"" + word + "\" is not known. Choose one of: " + known + "."};
}

}  // namespace coopnet::bindings
