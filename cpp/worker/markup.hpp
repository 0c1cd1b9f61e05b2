#pragma once

#include <string>

namespace coopnet::worker {

/// A label's markup without images, without links that lead where they should not, without values that would end an
/// attribute of the SVG, without remarks. Entities stay as they were written. Throws Refusal for markup that cannot be
/// read.
[[nodiscard]] std::string harmless_markup(const std::string& markup);

}  // namespace coopnet::worker
