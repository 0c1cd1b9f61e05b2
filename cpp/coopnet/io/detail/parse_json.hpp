#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <string_view>

namespace coopnet::io::detail {

/// Parses JSON text. Throws ParseError, with line and column where it is no JSON, also for
/// bytes that are no UTF-8, values nested deeper than 64 levels, objects of more
/// than 20,000 keys, and numbers beyond a double. `path` names the text in messages.
nlohmann::ordered_json parse_json(std::string_view text, const std::string& path);

}  // namespace coopnet::io::detail
