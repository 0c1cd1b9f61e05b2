#include <coopnet/core/number.hpp>

#include <array>
#include <cstddef>

// In place of core/number.cpp: only sentences show numbers, and the page can write them without 100 KB of tables.
namespace coopnet {
namespace {

extern "C" __attribute__((import_module("page"), import_name("number"))) std::size_t page_number(double value,
                                                                                                 char* text);

}  // namespace

std::string format_number(double value) {
    std::array<char, 32> text{};
    return {text.data(), page_number(value, text.data())};
}

}  // namespace coopnet
