#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>

namespace coopnet::two_mode {

/// Whose least sum of distances an actor is compared with: that of its piece, or of the whole
/// network, as NetworkX has it, where scores of a network in pieces can exceed 1.
enum class Extent { piece, network };

struct ClosenessOptions {
    Extent relative_to = Extent::piece;
};

/// How near each actor is to all others, beside the nearest that its mode allows: one step to
/// each of the other mode and two to each of its own. 1 is as near as can be.
///
/// Times the share of the others that it reaches, so that small pieces do not outrank large
/// ones; an isolate has 0. Cost: O(V·(V + E)), on several threads.
/// References: Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2; Faust (1997),
/// doi:10.1016/S0378-8733(96)00300-0. Throws Cancelled.
Scores closeness(const Modes& modes, ClosenessOptions options, Monitor& monitor);

}  // namespace coopnet::two_mode
