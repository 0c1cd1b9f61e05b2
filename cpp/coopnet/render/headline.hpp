#pragma once

#include <coopnet/render/picture.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

/// What a picture shows, as a sentence that holds for this view: how many ties cross between two states and how sure
/// they are; what a scenario changes; who has the highest score; from whom to whom a pathway leads; else the network's
/// title.
[[nodiscard]] std::string headline(const Network& network, const View& view, const Scene& scene,
                                   const PictureOptions& options);

/// What, when, how many actors and ties, and what the picture leaves out.
[[nodiscard]] std::string subtitle(const Network& network, const View& view, const Scene& scene,
                                   const PictureOptions& options);

/// How many sources the ties of a picture rest on, and how many of them have none.
[[nodiscard]] std::string sources_line(const Network& network, const std::vector<TieRow>& ties, const Texts& texts);

}  // namespace coopnet::render
