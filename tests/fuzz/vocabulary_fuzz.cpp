// Any bytes as a vocabulary: words whose additions read back as the same, or an error of ours.
#include "support.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace coopnet;
    try {
        const Vocabulary words = io::read_vocabulary(fuzz::text_of(data, size), "any.json");
        const std::string additions = io::write_additions(words);
        const Vocabulary again = io::read_vocabulary(additions.empty() ? "{}" : additions, "again.json");
        fuzz::require(io::write_vocabulary(again) == io::write_vocabulary(words), "the same words");
        for (std::size_t i = 0; i < words.kinds.size(); ++i) {
            static_cast<void>(words.style_of(row<KindRow>(i)));
            static_cast<void>(words.level_of(row<KindRow>(i)));
        }
    } catch (const Error& error) {
        fuzz::require(std::string_view{error.what()}.size() > 10, "an error is a sentence");
    }
    return 0;
}
