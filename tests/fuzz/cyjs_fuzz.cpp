// Any bytes as Cytoscape's JSON: a network that can be written and read again, or an error of ours.
#include "support.hpp"

#include <coopnet/io/cyjs.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    coopnet::fuzz::try_format(coopnet::io::format_named("cyjs"), coopnet::fuzz::text_of(data, size));
    return 0;
}
