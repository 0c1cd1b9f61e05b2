#include <coopnet/view/names.hpp>

#include <utility>

namespace coopnet {

Names::Names(std::vector<std::string> keys) : keys_(std::move(keys)) {
    vertices_.reserve(keys_.size());
    for (Vertex v = 0; v < keys_.size(); ++v) vertices_.emplace(keys_[v], v);
}

Vertex Names::vertex(std::string_view key) const {
    const auto found = vertices_.find(key);
    if (found != vertices_.end()) return found->second;
    throw UnknownActor{"The projection leaves the actor \"" + std::string{key} +
                       "\" out. Widen its layers, kinds, countries or actors."};
}

}  // namespace coopnet
