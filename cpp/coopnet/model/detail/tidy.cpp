#include <coopnet/core/number.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/model/columns.hpp>
#include <coopnet/model/detail/tidy.hpp>

#include <algorithm>
#include <set>

namespace coopnet::detail {
namespace {

// What a CSV reader takes: a longer cell is an unclosed quote, not a note.
constexpr std::size_t longest_cell = 100'000;
constexpr std::size_t most_columns = 1'000;

void tidy_header(Sheet& sheet, Problems& problems) {
    if (sheet.header.size() > most_columns)
        problems.in_header(sheet, "", "there are more than 1,000 columns. Remove some.");
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < sheet.header.size(); ++i) {
        std::string& name = sheet.header[i];
        const std::string place = "column " + std::to_string(i + 1);
        if (!is_text(name)) {
            problems.in_header(sheet, "", place + " has a name that is no UTF-8 text. Rename it.");
            continue;
        }
        name = std::string{trimmed(name)};
        if (name.empty()) {
            problems.in_header(sheet, "", place + " has no name. Name it or remove it.");
        } else if (!seen.insert(name).second) {
            problems.in_header(sheet, name, "two columns have this name. Rename one.");
        }
    }
}

void tidy_cell(const Place& at, std::string_view column, std::string& cell, Problems& problems) {
    if (cell.size() > longest_cell) {
        problems.at(at, column, "the cell is longer than 100,000 bytes. Shorten it.");
    } else if (!is_text(cell)) {
        problems.at(at, column, "the cell holds a NUL or bytes that are no UTF-8. Mend the text.");
    } else if (const auto kept = trimmed(cell); kept.size() < cell.size()) {
        cell = std::string{kept};
    }
}

void tidy_sheet(Sheet& sheet, std::string_view file, Problems& problems) {
    if (sheet.file.empty()) sheet.file = file;
    tidy_header(sheet, problems);
    for (std::size_t c = 0; c < sheet.columns.size(); ++c) {
        auto& cells = sheet.columns[c];
        if (cells.size() != sheet.rows()) {
            problems.in_sheet(sheet, sheet.header[c],
                              "the column has " + std::to_string(cells.size()) + " cells, the first one " +
                                  std::to_string(sheet.rows()) + ". Give every column a cell for each row.");
            continue;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) tidy_cell({&sheet, i}, sheet.header[c], cells[i], problems);
    }
}

void require_text(const About& about, Problems& problems) {
    Sheet package;
    package.file = "datapackage.json";
    const auto require = [&](std::string_view key, std::string_view text) {
        if (!is_text(text)) problems.in_sheet(package, key, "this is no UTF-8 text. Mend it.");
    };
    require("name", about.name);
    require("version", about.version);
    require("license", about.license);
    require("grading", about.grading);
    for (const auto& [language, title] : about.title) {
        require("titles", language);
        require("titles", title);
    }
}

void require_numbers(const Sheet& sheet, const std::string& column, Problems& problems) {
    const auto& cells = *sheet.column(column);
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (cells[i].empty() || read_number(cells[i])) continue;
        problems.at({&sheet, i}, column,
                    quoted(cells[i]) + " is not a number, as datapackage.json declares it. Mend one of them.");
    }
}

}  // namespace

void tidy(Draft& draft, Problems& problems) {
    for (const Table table : all_tables) {
        tidy_sheet(draft.sheet(table), std::string{table_name(table)} + ".csv", problems);
    }
    require_text(draft.about, problems);
}

void settle_types(Draft& draft, Problems& problems) {
    std::map<std::string, std::map<std::string, std::string>> settled;
    for (const Table table : all_tables) {
        const std::string name{table_name(table)};
        const Sheet& sheet = draft.sheet(table);
        const auto& declared = draft.about.types[name];
        for (std::size_t c = 0; c < sheet.header.size(); ++c) {
            const std::string& column = sheet.header[c];
            if (format_column(table, column) != nullptr) continue;
            const auto given = declared.find(column);
            std::string& type = settled[name][column];
            type = given != declared.end() ? given->second : looks_numeric(sheet.columns[c]) ? "number" : "string";
            if (type == "number" || type == "integer") require_numbers(sheet, column, problems);
        }
    }
    draft.about.types = std::move(settled);
}

}  // namespace coopnet::detail
