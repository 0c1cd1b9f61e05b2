#pragma once

#include <coopnet/model/network.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Files in which every tie leads from an actor of a first mode to one of a second.
namespace coopnet::io::detail {

/// The column of actors that says "1" or "2".
constexpr std::string_view mode_column = "mode";

/// Makes the relations of all ties affiliations.
void make_affiliations(Draft& draft);

/// By actor, whether it is of the second mode; nothing unless all ties are affiliations that lead from one mode to the
/// other. An actor without ties is of the mode that it says, else of the first.
std::optional<std::vector<bool>> second_mode(const Network& network);

}  // namespace coopnet::io::detail
