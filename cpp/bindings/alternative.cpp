#include "alternative.hpp"

#include "words.hpp"

namespace coopnet::bindings {

detail::Alternative alternative_from(const std::string& word) {
    using detail::Alternative;
    constexpr Words<Alternative, 3> alternatives{
        {{"greater", Alternative::greater}, {"less", Alternative::less}, {"two_sided", Alternative::two_sided}}};
    return meaning_of(word, "alternative", alternatives);
}

}  // namespace coopnet::bindings
