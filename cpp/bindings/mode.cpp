#include "mode.hpp"

#include "words.hpp"

namespace coopnet::bindings {

detail::Mode mode_from(const std::string& word) {
    using detail::Mode;
    constexpr Words<Mode, 3> modes{{{"out", Mode::out}, {"in", Mode::in}, {"all", Mode::all}}};
    return meaning_of(word, "mode", modes);
}

detail::Unreached unreached_from(const std::string& word) {
    if (word == "skipped") return detail::Unreached::skipped;
    if (word == "infinite") return detail::Unreached::infinite;
    if (word == "n") return detail::Unreached::n;
    throw InvalidOption{"unreached=\"" + word + "\" is not known. Choose one of: skipped, infinite, n."};
}

}  // namespace coopnet::bindings
