#include <coopnet/core/error.hpp>
#include <coopnet/io/detail/gather.hpp>

#include <utility>

namespace coopnet::io::detail {
namespace {

constexpr std::size_t most_columns = 1'000;
constexpr std::size_t roomy = 1'000'000;  // cells that may stand empty unasked

}  // namespace

Gather::Gather(std::string path, std::string what) : path_{std::move(path)}, what_{std::move(what)} {
    sheet_.file = path_ + ", " + what_;
}

std::size_t Gather::column(std::string_view name) {
    const auto [found, fresh] = numbers_.emplace(name, sheet_.header.size());
    if (fresh) {
        sheet_.header.emplace_back(name);
        sheet_.columns.emplace_back();
        if (sheet_.header.size() > most_columns) {
            throw ParseError{path_, 0, 0, what_ + " have more than 1,000 names for their values."};
        }
    }
    return found->second;
}

void Gather::put(std::size_t row, std::size_t column, std::string cell) {
    auto& cells = sheet_.columns[column];
    if (cells.size() == row) {  // as most are
        ++cells_;
        ++filled_;
        cells.push_back(std::move(cell));
        return;
    }
    if (cells.size() < row) {
        cells_ += row + 1 - cells.size();
        ++filled_;
        require_dense();
        cells.resize(row + 1);
    }
    cells[row] = std::move(cell);
}

std::string_view Gather::cell(std::size_t row, std::size_t column) const noexcept {
    const auto& cells = sheet_.columns[column];
    return row < cells.size() ? std::string_view{cells[row]} : std::string_view{};
}

Sheet Gather::sheet(std::size_t rows) && {
    cells_ = sheet_.columns.size() * rows;
    require_dense();
    if (sheet_.columns.empty() && rows > 0) column("id");
    for (auto& cells : sheet_.columns) cells.resize(rows);
    return std::move(sheet_);
}

void Gather::require_dense() const {
    if (cells_ <= roomy || cells_ <= 50 * filled_) return;
    throw ParseError{path_, 0, 0,
                     what_ + " have a value for less than one in fifty of their names. Use the same names in all."};
}

}  // namespace coopnet::io::detail
