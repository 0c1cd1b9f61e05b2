// Any bytes as UCINET's pair of files, the header as long as the first byte says: a network, or an error of ours.
#include "support.hpp"

#include <coopnet/io/ucinet.hpp>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes = coopnet::fuzz::text_of(data, size);
    const std::size_t header = bytes.empty() ? 0 : std::min<std::size_t>(data[0], size - 1);
    try {
        const auto rest = bytes.substr(std::min<std::size_t>(1, size));
        coopnet::fuzz::require_round_trip(
            coopnet::build(coopnet::io::read_ucinet(rest.substr(0, header), rest.substr(header), "any")));
    } catch (const coopnet::Error& error) {
        coopnet::fuzz::require(std::string_view{error.what()}.size() > 10, "an error is a sentence");
    }
    return 0;
}
