#include <coopnet/model/sheet.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>

namespace coopnet {
namespace {

std::string_view trim(std::string_view text) noexcept {
    constexpr std::string_view blanks = " \t\r\n";
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

}  // namespace

const std::vector<std::string>* Sheet::column(std::string_view name) const noexcept {
    const auto found = std::ranges::find(header, name);
    return found == header.end() ? nullptr : &columns[static_cast<std::size_t>(found - header.begin())];
}

std::string_view Sheet::cell(std::size_t row, std::string_view name) const noexcept {
    const auto* cells = column(name);
    return cells == nullptr ? std::string_view{} : std::string_view{(*cells)[row]};
}

std::vector<std::string>& Sheet::ensure(std::string_view name) {
    const auto found = std::ranges::find(header, name);
    if (found != header.end()) return columns[static_cast<std::size_t>(found - header.begin())];
    const std::size_t length = rows();
    header.emplace_back(name);
    return columns.emplace_back(length);
}

std::vector<std::string> split_cell(std::string_view cell) {
    std::vector<std::string> parts;
    while (!cell.empty()) {
        const auto end = cell.find(';');
        if (const auto part = trim(cell.substr(0, end)); !part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) break;
        cell.remove_prefix(end + 1);
    }
    return parts;
}

std::optional<double> read_number(std::string_view cell) noexcept {
    double value = 0;
    const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = error == std::errc{} && end == cell.data() + cell.size();
    if (cell.empty() || !whole || !std::isfinite(value)) return std::nullopt;
    return value;
}

std::string format_number(double value) {
    // People write 100000, not 1e+05; beyond 15 digits the exponent is the honest form.
    char text[64];
    const bool plain = value == 0 || (std::abs(value) >= 1e-6 && std::abs(value) < 1e15);
    const auto [end, error] = plain ? std::to_chars(text, text + sizeof text, value, std::chars_format::fixed)
                                    : std::to_chars(text, text + sizeof text, value);
    return {text, end};
}

}  // namespace coopnet
