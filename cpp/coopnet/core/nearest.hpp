#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

/// The keys most like `wanted`, best first: for "did you mean". At most `most`, none that
/// shares too little. Cost: O(keys · length²), for at most the first 20,000 keys.
std::vector<std::string> nearest(std::string_view wanted, std::span<const std::string> keys, std::size_t most = 3);

/// " Nearest: KH.CNP, KH.CSD." or nothing, to end a sentence with.
std::string nearest_hint(std::string_view wanted, std::span<const std::string> keys);

}  // namespace coopnet
