#pragma once

#include <coopnet/tables/scores.hpp>

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace coopnet::layers {

/// How actors spread their ties over layers.
struct Participation {
    std::vector<double> overlapping;    ///< ties in all layers together
    std::vector<double> z;              ///< the same in standard deviations from the mean of all actors
    std::vector<double> participation;  ///< 1 spread evenly, 0 all in one layer
    std::string why;
};

/// Of degrees, a row of `layer_count` an actor. Participation is undefined for an actor without
/// ties and with a single layer, z where all actors have as many ties. Cost: O(actors · layers).
/// Reference: Battiston, Nicosia and Latora (2014), doi:10.1103/PhysRevE.89.032804.
Participation participation(std::span<const double> degrees, std::uint32_t layer_count);

}  // namespace coopnet::layers
