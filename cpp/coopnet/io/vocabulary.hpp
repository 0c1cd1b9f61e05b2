#pragma once

#include <coopnet/model/vocabulary.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// The words that ship with coopnet: kinds, relations, layers, lines, reliability by grade.
const Vocabulary& stock_vocabulary();

/// The stock vocabulary, extended or overridden by a network's own JSON text. Throws
/// ParseError for text that is no JSON, InvalidNetwork for names it uses but nobody
/// defines and for colors or numbers that are none. `path` names the text in messages.
Vocabulary read_vocabulary(std::string_view json, const std::string& path);

/// Vocabulary JSON with one relation `tie`, as foreign files with a single direction need.
std::string plain_relation(bool directed);

/// JSON of all of a vocabulary.
std::string write_vocabulary(const Vocabulary& vocabulary);

/// JSON of what a vocabulary adds to the stock one, or empty if nothing.
std::string write_additions(const Vocabulary& vocabulary);

}  // namespace coopnet::io
