#pragma once

#include <string>

namespace coopnet {

/// One number of a network or of some of its actors.
///
/// If it is undefined it is NaN; then `why` says in words what makes it so.
struct Value {
    double value = 0;
    std::string why;
};

}  // namespace coopnet
