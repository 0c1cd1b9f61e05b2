#pragma once

#include <coopnet/analysis/cohesion/mixing.hpp>

#include <string>
#include <vector>

namespace coopnet::cohesion {

/// How far the ties that a group sends stay within it.
struct HomophilyRow {
    double actors = 0;
    double share = 0;       ///< of all actors
    double internal = 0;    ///< ties to the own group
    double external = 0;    ///< ties to others
    double homophily = 0;   ///< internal over all of them
    double inbreeding = 0;  ///< 1 all within, 0 as its share of actors would make it, below 0 fewer
};

struct Homophily {
    std::vector<HomophilyRow> groups;
    std::string why;
};

/// Homophily is undefined for a group without ties, inbreeding also for a group of all actors.
/// Reference: Currarini, Jackson and Pin (2009), doi:10.3982/ECTA7528; Coleman (1958),
/// doi:10.17730/humo.17.4.q5604m676260q8n7.
Homophily homophily(const Mixing& mixing);

}  // namespace coopnet::cohesion
