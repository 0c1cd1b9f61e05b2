#include "scale.hpp"

#include <coopnet/core/error.hpp>

namespace coopnet::bindings {

detail::Scale scale_from(const std::string& word) {
    if (word == "raw") return detail::Scale::raw;
    if (word == "length") return detail::Scale::length;
    if (word == "largest") return detail::Scale::largest;
    if (word == "sum") return detail::Scale::sum;
    if (word == "size") return detail::Scale::size;
    throw InvalidOption{"scale=\"" + word + "\" is not known. Choose one of: raw, length, largest, sum, size."};
}

}  // namespace coopnet::bindings
