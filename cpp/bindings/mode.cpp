#include "mode.hpp"

#include <coopnet/core/error.hpp>

namespace coopnet::bindings {

detail::Mode mode_from(const std::string& word) {
    if (word == "out") return detail::Mode::out;
    if (word == "in") return detail::Mode::in;
    if (word == "all") return detail::Mode::all;
    throw InvalidOption{"mode=\"" + word + "\" is not known. Choose one of: out, in, all."};
}

}  // namespace coopnet::bindings
