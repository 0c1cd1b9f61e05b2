#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace coopnet::io::detail {

/// Parses JSON text. Throws ParseError with line and column, also where values nest deeper
/// than 64 levels; `path` names the text in messages.
nlohmann::ordered_json parse_json(std::string_view text, const std::string& path);

}  // namespace coopnet::io::detail
