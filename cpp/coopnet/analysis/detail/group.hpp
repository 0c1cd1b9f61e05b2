#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::detail {

/// Who of `count` actors is in a group, each named once or more often.
class Group {
public:
    /// Throws InvalidOption if nobody is named, or one is not a vertex of the view.
    Group(std::span<const Vertex> members, std::uint32_t count);

    [[nodiscard]] bool has(Vertex v) const noexcept { return inside_[v]; }
    [[nodiscard]] const std::vector<Vertex>& members() const noexcept { return members_; }
    [[nodiscard]] std::uint32_t others() const noexcept {
        return static_cast<std::uint32_t>(inside_.size() - members_.size());
    }

private:
    std::vector<bool> inside_;
    std::vector<Vertex> members_;  // ascending, each once
};

}  // namespace coopnet::detail
