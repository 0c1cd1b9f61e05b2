#pragma once

#include <coopnet/analysis/two_mode/modes.hpp>
#include <coopnet/core/monitor.hpp>
#include <coopnet/tables/scores.hpp>

namespace coopnet::two_mode {

struct BetweennessOptions {
    /// Divide by the most that an actor of its mode can have.
    bool normalized = true;
};

/// How often each actor lies on a shortest pathway between two others, of either mode.
///
/// 1 is the most that modes of these sizes allow: an actor tied to all of the other mode, to
/// each of whom as few as possible of its own mode are tied, and nobody else. Off: the number
/// of pairs, each shared by its shortest pathways. Where nothing can lie between, 0.
/// Cost: O(V·E), on several threads.
/// References: Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2; Borgatti and
/// Halgin (2011), doi:10.4135/9781446294413.n28. Throws Cancelled.
Scores betweenness(const Modes& modes, BetweennessOptions options, Monitor& monitor);

/// The most that an actor can have in a mode of `own` beside one of `other`.
double most_betweenness(double own, double other) noexcept;

}  // namespace coopnet::two_mode
