#include "mode.hpp"

#include "words.hpp"

namespace coopnet::bindings {

detail::Mode mode_from(const std::string& word) {
    using detail::Mode;
    constexpr Words<Mode, 3> modes{{{"out", Mode::out}, {"in", Mode::in}, {"all", Mode::all}}};
    return meaning_of(word, "mode", modes);
}

}  // namespace coopnet::bindings
