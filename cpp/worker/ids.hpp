#pragma once

namespace coopnet::worker {

/// Makes cgraph number what has a name in order of appearance. Its own numbers are addresses, and it keeps subgraphs in
/// order of numbers: the same graph would be laid out differently from one worker to the next. Once, before any graph
/// exists.
void count_ids();

}  // namespace coopnet::worker
