#pragma once

#include <coopnet/analysis/detail/mode.hpp>

#include <string>

namespace coopnet::bindings {

/// "out", "in" or "all". Throws InvalidOption for any other word.
detail::Mode mode_from(const std::string& word);

}  // namespace coopnet::bindings
