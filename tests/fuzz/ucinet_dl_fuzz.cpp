// Any bytes as UCINET's DL: a network that can be written and read again, or an error of ours.
#include "support.hpp"

#include <coopnet/io/format.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    coopnet::fuzz::try_format(coopnet::io::format_named("ucinet-dl"), coopnet::fuzz::text_of(data, size), false);
    return 0;
}
