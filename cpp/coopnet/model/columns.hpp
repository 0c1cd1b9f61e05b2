#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

enum class Table { actors, ties, sources, figures };

constexpr std::array<Table, 4> all_tables{Table::actors, Table::ties, Table::sources, Table::figures};

/// As its file is called: "actors".
std::string_view table_name(Table table) noexcept;

/// What the cells of a column hold. `;` separates the texts of a list.
enum class Holds { text, number, list };

/// A column of the format; further columns are a network's own.
struct Column {
    std::string_view name;
    Holds holds = Holds::text;
};

/// The columns of the format, in the order they are written.
std::span<const Column> format_columns(Table table) noexcept;

/// The column of the format under this name, or nullptr.
const Column* format_column(Table table, std::string_view name) noexcept;

/// Whether a network's own column holds numbers where nobody declares what it holds: every
/// filled cell is a plain decimal, without leading zeros or an exponent, and one is filled.
bool looks_numeric(const std::vector<std::string>& cells) noexcept;

}  // namespace coopnet
