#include <coopnet/core/text.hpp>
#include <coopnet/model/sheet.hpp>

#include <algorithm>

namespace coopnet {
const std::vector<std::string>* Sheet::column(std::string_view name) const noexcept {
    const auto found = std::ranges::find(header, name);
    return found == header.end() ? nullptr : &columns[static_cast<std::size_t>(found - header.begin())];
}

std::uint32_t Sheet::shown_row(std::size_t row) const noexcept {
    return row + 1 < lines.size() ? lines[row + 1] : static_cast<std::uint32_t>(row) + 2;
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
        if (const auto part = trimmed(cell.substr(0, end)); !part.empty()) parts.emplace_back(part);
        if (end == std::string_view::npos) break;
        cell.remove_prefix(end + 1);
    }
    return parts;
}

}  // namespace coopnet
