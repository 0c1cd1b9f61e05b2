#include <coopnet/core/nearest.hpp>
#include <coopnet/model/detail/problems.hpp>

#include <utility>

namespace coopnet::detail {

std::string quoted(std::string_view text) {
    return "\"" + std::string{text} + "\"";
}

void Problems::at(const Place& place, std::string_view column, std::string message) {
    found_.push_back({place.sheet->file, place.sheet->shown_row(place.row), std::string{column}, std::move(message)});
}

void Problems::in_header(const Sheet& sheet, std::string_view column, std::string message) {
    found_.push_back({sheet.file, sheet.shown_header(), std::string{column}, std::move(message)});
}

void Problems::in_sheet(const Sheet& sheet, std::string_view column, std::string message) {
    found_.push_back({sheet.file, std::nullopt, std::string{column}, std::move(message)});
}

std::string Problems::hint(std::string_view wanted, const std::vector<std::string>& keys) const {
    return found_.size() < shown_problems ? nearest_hint(wanted, keys) : std::string{};
}

void Problems::throw_if_any() {
    if (!found_.empty()) throw InvalidNetwork{std::move(found_)};
}

}  // namespace coopnet::detail
