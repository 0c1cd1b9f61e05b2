#pragma once

#include <coopnet/view/csr.hpp>

#include <array>
#include <cstdint>
#include <string_view>

namespace coopnet::cohesion {

/// The sixteen types of three actors: numbers of mutual, asymmetric and null dyads, then
/// Down, Up, Transitive or Cyclic.
constexpr std::array<std::string_view, 16> triad_types{"003",  "012",  "102", "021D", "021U", "021C", "111D", "111U",
                                                       "030T", "030C", "201", "120D", "120U", "120C", "210",  "300"};

/// How many sets of three actors are of each type, in the order of `triad_types`.
///
/// 021D: the middle one sends both ties; 021U: it receives both; 111D: beside its mutual tie
/// it receives one; 111U: it sends one; 120D, 120U: the third sends to, receives from both of
/// a mutual pair. Undirected ties are mutual. Loops and parallel edges make no difference.
///
/// Cost: O(E·√E). Reference: Holland and Leinhardt (1976), doi:10.2307/270703; Batagelj and
/// Mrvar (2001), doi:10.1016/S0378-8733(01)00035-1.
template <Direction D>
std::array<std::uint64_t, 16> triad_census(const Csr<D>& view);

}  // namespace coopnet::cohesion
