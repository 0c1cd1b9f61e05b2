#pragma once

#include <coopnet/view/csr.hpp>

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace coopnet {

/// The actors' keys behind the vertices of a view, both ways. Shared, never copied: the way
/// back points into the keys.
class Names {
public:
    explicit Names(std::vector<std::string> keys);
    Names(const Names&) = delete;
    Names& operator=(const Names&) = delete;

    [[nodiscard]] const std::vector<std::string>& keys() const noexcept { return keys_; }
    [[nodiscard]] const std::string& operator[](Vertex v) const { return keys_[v]; }
    /// The vertex of an actor. Throws UnknownActor if the projection leaves it out.
    [[nodiscard]] Vertex vertex(std::string_view key) const;

private:
    std::vector<std::string> keys_;
    std::unordered_map<std::string_view, Vertex> vertices_;
};

}  // namespace coopnet
