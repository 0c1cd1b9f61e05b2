#pragma once

#include <coopnet/view/fold.hpp>

#include <cstddef>
#include <span>

namespace coopnet::web {

/// What the page hands over: a selection, and how it is folded.
struct Asked {
    Selection selection;
    FoldOptions options;
};

/// Reads what `python/web/src/layout.ts` writes, all little-endian:
///
/// 8 words: actors, ties, dormant ties, meaning of the weight, reversed, parallel, affiliations, loops + 2·isolates;
/// a double a tie: its weight, if there is one; then words:
/// an actor: its row; a tie: source, target, directed + 2·affiliation, row; a dormant tie: source, target, the same;
/// an actor: where its key ends in the bytes that follow.
Asked read_selection(std::span<const std::byte> bytes);

}  // namespace coopnet::web
