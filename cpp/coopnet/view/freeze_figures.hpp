#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/figures.hpp>
#include <coopnet/view/projection.hpp>

#include <span>
#include <vector>

namespace coopnet {

/// The figures that count something and give a number; without those that rest on nothing but
/// the sources a projection leaves out, or on none of the grade it asks for. Its other filters
/// are for ties.
///
/// A figure's reliability is that of its best source, by the vocabulary's table; without a
/// source it counts as inferred. An open count (`since`, no `until`) runs up to its `as_of`.
/// An actor lies in its parents, and a place in the state of its country. A figure that is
/// part of one left out is part of that one's whole. Cost: O(figures + actors · depth).
/// Throws InvalidOption for a grade that is none.
Figures freeze_figures(const Network& network, const Projection& projection);

/// The same with the ties that people go along, and only what was counted within the days a
/// projection asks about. Whoever comes to a place may have been there before.
Figures freeze_flows(const Network& network, const Projection& projection, std::span<const TieRow> ties);

/// The figures that a projection leaves in and that were counted within its days, whatever they
/// say: also those without a number.
std::vector<FigureRow> figures_within(const Network& network, const Projection& projection);

}  // namespace coopnet
