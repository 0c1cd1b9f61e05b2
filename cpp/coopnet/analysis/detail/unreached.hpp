#pragma once

namespace coopnet::detail {

/// How far is it to an actor to whom no pathway leads? It does not count at all; infinitely
/// far; or as many steps (units of length) as the network has actors, more than any
/// pathway of steps takes.
enum class Unreached { skipped, infinite, n };

}  // namespace coopnet::detail
