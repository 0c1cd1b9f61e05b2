#include <coopnet/analysis/detail/group.hpp>

#include <coopnet/core/error.hpp>

namespace coopnet::detail {

Group::Group(std::span<const Vertex> members, std::uint32_t count) : inside_(count, false) {
    if (members.empty()) throw InvalidOption{"A group has at least one actor. Name some."};
    for (const Vertex v : members) {
        if (v >= count)
            throw InvalidOption{"Only vertices of the view can be in a group. Give it some that are there."};
        inside_[v] = true;
    }
    for (Vertex v = 0; v < count; ++v) {
        if (inside_[v]) members_.push_back(v);
    }
}

}  // namespace coopnet::detail
