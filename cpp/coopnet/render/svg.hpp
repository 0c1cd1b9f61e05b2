#pragma once

#include <coopnet/render/drawing.hpp>

#include <string>

namespace coopnet::render {

/// The picture as a self-contained SVG: no DOCTYPE, comments, links, scripts or internal ids; text stays text that can
/// be searched; the root is a `graphics-document` with title and description, every actor and tie has a label. A
/// drawing without title is a sample beside its words, hidden from screen readers. Same drawing, same bytes.
[[nodiscard]] std::string svg(const Drawing& drawing);

}  // namespace coopnet::render
