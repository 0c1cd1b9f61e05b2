#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/column_names.hpp>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

namespace coopnet::io::detail {
namespace {

std::string type_of(const Network& network, Table table, const std::string& column) {
    if (const Column* known = format_column(table, column)) return known->holds == Holds::number ? "number" : "string";
    const auto& types = network.about().types;
    const auto of_table = types.find(std::string{table_name(table)});
    if (of_table == types.end()) return "string";
    const auto found = of_table->second.find(column);
    return found == of_table->second.end() ? "string" : found->second;
}

using Names = std::initializer_list<std::string_view>;

// Those that are not apart; one of a taken name is marked, the column `own` is called `in_file`.
std::vector<NamedColumn> named(const Network& network, Table table, Names apart,
                               std::span<const std::string_view> taken, std::string_view own,
                               std::string_view in_file) {
    std::vector<NamedColumn> columns;
    const Sheet& sheet = network.draft().sheet(table);
    for (std::size_t c = 0; c < sheet.header.size(); ++c) {
        const std::string& column = sheet.header[c];
        if (std::ranges::find(apart, column) != apart.end()) continue;
        const bool marked = column.starts_with(column_mark) || std::ranges::find(taken, column) != taken.end();
        const std::string name =
            column == own ? std::string{in_file} : (marked ? std::string{column_mark} : "") + column;
        columns.push_back({c, name, type_of(network, table, column)});
    }
    return columns;
}

}  // namespace

std::vector<NamedColumn> node_columns(const Network& network, std::string_view name_in_file) {
    return named(network, Table::actors, {"id"}, std::array<std::string_view, 1>{"label"}, "name", name_in_file);
}

std::vector<NamedColumn> edge_columns(const Network& network, std::initializer_list<std::string_view> taken) {
    std::vector<std::string_view> all{taken};
    all.push_back("weight");
    return named(network, Table::ties, {"id", "source", "target", "relation"}, all, "strength", "weight");
}

std::string column_for(std::string_view attribute, bool edge, std::string_view format) {
    const std::string_view name = trimmed(attribute);
    if (name.starts_with(column_mark) && name.size() > column_mark.size()) {
        return std::string{name.substr(column_mark.size())};
    }
    if (name == (edge ? "weight" : "label")) return std::string{own_mark} + std::string{name};
    const bool taken = name == "id" || (edge && (name == "source" || name == "target"));
    return taken ? std::string{format} + "_" + std::string{name} : std::string{name};
}

}  // namespace coopnet::io::detail
