#pragma once

#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/builder.hpp>

#include <sstream>
#include <string>
#include <utility>

namespace coopnet::support {

/// A sheet from lines of cells between commas, the header first: small inputs as they look in a file.
inline Sheet table(const std::string& lines) {
    Sheet sheet;
    std::istringstream text{lines};
    bool header = true;
    for (std::string line; std::getline(text, line); header = false) {
        std::istringstream cells{line + ","};
        std::size_t column = 0;
        for (std::string cell; std::getline(cells, cell, ','); ++column) {
            if (header) {
                sheet.header.push_back(cell);
                sheet.columns.emplace_back();
            } else {
                sheet.columns.at(column).push_back(cell);
            }
        }
    }
    return sheet;
}

/// A draft of ties alone; relations that the stock vocabulary does not know are taken as found.
inline Draft ties(const std::string& lines) {
    Draft draft;
    draft.ties = table(lines);
    draft.vocabulary = io::stock_vocabulary();
    return draft;
}

/// A draft in the stock vocabulary's words.
inline Draft case_of(const std::string& actors, const std::string& ties, const std::string& sources = "") {
    Draft draft;
    draft.actors = table(actors);
    draft.ties = table(ties);
    draft.sources = table(sources);
    draft.vocabulary = io::stock_vocabulary();
    draft.open_vocabulary = false;
    return draft;
}

}  // namespace coopnet::support
