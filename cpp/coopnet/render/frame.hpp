#pragma once

#include <coopnet/render/drawing.hpp>
#include <coopnet/render/legend.hpp>
#include <coopnet/render/style.hpp>
#include <coopnet/render/texts.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

/// What stands around a picture: its title and the line under it, its legend, its stamp.
struct Frame {
    std::string title;
    std::string description;
    std::vector<LegendBlock> legend;
    std::string sources;
    std::string selected;        ///< what was selected and the date of the data; empty: neither is known
    bool legend_beside = false;  ///< at the right, for pages that are wider than high
};

/// The projection in words and the date of the data, as the stamp says them.
[[nodiscard]] std::string selected_line(const Network& network, const std::string& selection, const Texts& texts);

/// A drawing of groups that are drawn from (0, 0) on, with their frame.
[[nodiscard]] Drawing framed(const Frame& frame, Size size, std::vector<Group> groups, Theme theme,
                             const std::string& language, const Texts& texts);

}  // namespace coopnet::render
