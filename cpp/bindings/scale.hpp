#pragma once

#include <coopnet/analysis/detail/scale.hpp>

#include <string>

namespace coopnet::bindings {

/// "raw", "length", "largest", "sum" or "size". Throws InvalidOption for any other word.
detail::Scale scale_from(const std::string& word);

}  // namespace coopnet::bindings
