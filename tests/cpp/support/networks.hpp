#pragma once

#include <coopnet/model/builder.hpp>
#include <coopnet/model/network.hpp>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::support {

using Rows = std::vector<std::vector<std::string>>;

/// A sheet from its header and rows, as they stand in a file.
inline Sheet sheet(std::vector<std::string> header, const Rows& rows) {
    Sheet made;
    made.header = std::move(header);
    made.columns.resize(made.header.size());
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) made.columns[i].push_back(row[i]);
    }
    return made;
}

}  // namespace coopnet::support
