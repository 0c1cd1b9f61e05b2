#pragma once

#include <coopnet/model/vocabulary.hpp>

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace coopnet::io::detail {

/// The words of `start`, extended and overridden by those of a parsed vocabulary; of a word
/// that is there already, what the text does not mention stays. Throws as `read_vocabulary`.
Vocabulary read_words(const nlohmann::ordered_json& text, Vocabulary start, const std::string& path);

}  // namespace coopnet::io::detail
