#pragma once

#include <coopnet/render/difference.hpp>

#include <memory>
#include <string>
#include <tuple>
#include <vector>

namespace coopnet::bindings {

/// The network before, the scenario's name, what becomes of each actor and each tie of the network that is drawn.
using SaidDifference =
    std::tuple<std::shared_ptr<const Network>, std::string, std::vector<std::string>, std::vector<std::string>>;

render::Difference difference_from(const SaidDifference& said);

}  // namespace coopnet::bindings
