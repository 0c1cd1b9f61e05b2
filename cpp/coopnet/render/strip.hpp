#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/style.hpp>
#include <coopnet/render/texts.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

struct StripOptions {
    Theme theme = Theme::print;
    std::string language = "en";
    Texts texts;
};

/// A pathway as a row: each actor as the shape of its kind over its name, each step a numbered line by channel and
/// certainty. `ties` holds one tie a step, between neighboring actors, whichever way it runs.
[[nodiscard]] Drawing draw_strip(const Network& network, const std::vector<ActorRow>& actors,
                                 const std::vector<TieRow>& ties, const StripOptions& options);

}  // namespace coopnet::render
