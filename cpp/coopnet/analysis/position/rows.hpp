#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <functional>

namespace coopnet::position {

/// Throws InvalidOption if a number for each pair of so many actors would fill the memory.
void require_room(std::uint32_t actors);

/// Visits each actor, on several threads if `work`, elementary steps in all, makes that pay.
/// Actors are dealt out in turn, since the first have more others after them than the last.
void over_rows(std::uint32_t actors, std::uint64_t work, Monitor& monitor, const std::function<void(Vertex)>& visit);

}  // namespace coopnet::position
