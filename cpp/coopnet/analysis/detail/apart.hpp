#pragma once

namespace coopnet::detail {

/// What pathways must not share, or what a cut is made of.
enum class Of { actors, ties };

}  // namespace coopnet::detail
