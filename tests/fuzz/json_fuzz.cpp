// Any bytes as node-link JSON: a network that can be written and read again, or an error of ours.
#include "support.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace coopnet;
    try {
        fuzz::require_round_trip(build(io::read_json(fuzz::text_of(data, size), "any.json")));
    } catch (const Error& error) {
        fuzz::require(std::string_view{error.what()}.size() > 10, "an error is a sentence");
    }
    return 0;
}
