#pragma once

#include <coopnet/analysis/detail/mode.hpp>
#include <coopnet/analysis/detail/unreached.hpp>

#include <string>

namespace coopnet::bindings {

/// "out", "in" or "all". Throws InvalidOption for any other word.
detail::Mode mode_from(const std::string& word);

/// "skipped", "infinite" or "n". Throws InvalidOption for any other word.
detail::Unreached unreached_from(const std::string& word);

}  // namespace coopnet::bindings
