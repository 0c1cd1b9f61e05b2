#pragma once

#include <coopnet/analysis/detail/arrangements.hpp>

#include <string>

namespace coopnet::bindings {

/// "greater", "less" or "two_sided". Throws InvalidOption for any other word.
detail::Alternative alternative_from(const std::string& word);

}  // namespace coopnet::bindings
