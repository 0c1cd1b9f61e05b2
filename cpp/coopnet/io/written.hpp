#pragma once

#include <string>
#include <vector>

namespace coopnet::io {

/// A network in a format, and what the format could not carry, a sentence each.
struct Written {
    std::string text{};
    std::vector<std::string> losses{};
};

}  // namespace coopnet::io
