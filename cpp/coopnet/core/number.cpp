#include <coopnet/core/number.hpp>

#include <charconv>
#include <cmath>

namespace coopnet {

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
