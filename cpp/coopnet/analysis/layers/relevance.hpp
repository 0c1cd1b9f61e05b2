#pragma once

#include <coopnet/analysis/layers/multiplex.hpp>

#include <string>
#include <vector>

namespace coopnet::layers {

struct RelevanceOptions {
    /// Whom an actor's ties lead to, come from, or either.
    Mode mode = Mode::all;
};

/// How much each layer matters to whom an actor is tied to; a row of layers an actor.
struct Relevance {
    std::vector<double> relevance;  ///< the share of its neighbors that the layer ties it to
    std::vector<double> exclusive;  ///< that this layer alone ties it to
    std::vector<double> weighted;   ///< each neighbor shared evenly by the layers that tie it; they add up to 1
    std::string why;
};

/// Undefined for an actor without neighbors. Loops and parallel ties make no difference.
/// Cost: O(V + E log d). Reference: Berlingerio et al. (2013), doi:10.1007/s11280-012-0190-4.
Relevance relevance(const Multiplex& multiplex, RelevanceOptions options = {});

}  // namespace coopnet::layers
