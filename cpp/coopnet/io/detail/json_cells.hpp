#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace coopnet::io::detail {

/// A value as a cell holds it: null is empty, a list its items between `;`, an object its JSON.
std::string cell_of(const nlohmann::ordered_json& value);

}  // namespace coopnet::io::detail
