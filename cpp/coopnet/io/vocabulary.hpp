#pragma once

#include <coopnet/model/vocabulary.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// The words that ship with coopnet: kinds, relations, layers, lines, reliability by grade.
const Vocabulary& stock_vocabulary();

/// The stock vocabulary, extended or overridden by a network's own JSON text; of a word that
/// is there already, what the text does not mention stays. Throws ParseError for text that is
/// no JSON, InvalidNetwork for keys that mean nothing, names that nobody defines, kinds that
/// are themselves by way of others, and colors or numbers that are none. `path` names the
/// text in messages.
Vocabulary read_vocabulary(std::string_view json, const std::string& path);

/// Vocabulary JSON with one relation `tie`, as foreign files with a single direction need.
std::string plain_relation(bool directed);

/// JSON of all of a vocabulary.
std::string write_vocabulary(const Vocabulary& vocabulary);

/// JSON of what a vocabulary adds to the stock one, or empty if nothing.
std::string write_additions(const Vocabulary& vocabulary);

}  // namespace coopnet::io
