#pragma once

#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/builder.hpp>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::support {

inline std::string file_text(const std::filesystem::path& path) {
    std::ifstream file{path, std::ios::binary};
    if (!file) throw std::runtime_error{"Cannot read " + path.string()};
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// Comma-separated values with quotes, as the bundled tables are written.
inline std::vector<std::vector<std::string>> csv_rows(std::string_view text) {
    std::vector<std::vector<std::string>> rows{{""}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '"' && quoted && i + 1 < text.size() && text[i + 1] == '"') {
            rows.back().back() += text[++i];
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == ',' && !quoted) {
            rows.back().emplace_back();
        } else if (c == '\n' && !quoted) {
            rows.push_back({""});
        } else if (c != '\r') {
            rows.back().back() += c;
        }
    }
    if (rows.back().size() == 1) rows.pop_back();
    return rows;
}

inline Sheet csv_sheet(const std::filesystem::path& path) {
    Sheet sheet;
    sheet.file = path.filename().string();
    auto rows = csv_rows(file_text(path));
    sheet.header = std::move(rows.front());
    sheet.columns.resize(sheet.header.size());
    for (std::size_t row = 1; row < rows.size(); ++row) {
        for (std::size_t i = 0; i < sheet.header.size(); ++i) sheet.columns[i].push_back(rows[row].at(i));
    }
    return sheet;
}

/// A bundled network, read without Python.
inline Network bundled(const std::string& name) {
    const std::filesystem::path folder = std::filesystem::path{COOPNET_SOURCE_DIR} / "graphs" / name;
    Draft draft;
    draft.about.name = name;
    draft.about.title = {{"en", "The case"}, {"id", "Kasus"}};
    draft.about.version = "2026-01-01";
    draft.actors = csv_sheet(folder / "actors.csv");
    draft.ties = csv_sheet(folder / "ties.csv");
    draft.sources = csv_sheet(folder / "sources.csv");
    const auto vocabulary = folder / "vocabulary.json";
    draft.vocabulary = std::filesystem::exists(vocabulary)
                           ? io::read_vocabulary(file_text(vocabulary), "vocabulary.json")
                           : io::stock_vocabulary();
    return build(std::move(draft));
}

}  // namespace coopnet::support
