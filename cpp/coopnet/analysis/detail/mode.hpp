#pragma once

namespace coopnet::detail {

/// Which way ties are followed from an actor: along their direction, against it, or both.
/// Without directions all three are the same.
enum class Mode { out, in, all };

}  // namespace coopnet::detail
