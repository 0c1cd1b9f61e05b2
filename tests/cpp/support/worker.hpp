#pragma once

#include <coopnet/graphviz/worker.hpp>

namespace coopnet::testing {

/// Every test program that includes this uses the worker of its own build.
inline const bool worker_of_this_build = [] {
    graphviz::set_worker_path(COOPNET_WORKER_PATH);
    return true;
}();

}  // namespace coopnet::testing
