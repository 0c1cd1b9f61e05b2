#pragma once

#include <string_view>

namespace coopnet::io::detail {

/// The text of `cpp/coopnet/io/stock_vocabulary.json`, put into the library by the build.
extern const std::string_view stock_vocabulary_json;

}  // namespace coopnet::io::detail
