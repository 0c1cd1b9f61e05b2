#pragma once

#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <vector>

namespace coopnet::two_mode {

/// With whom of its own mode an actor shares neighbors, and how many. Kept and asked again.
/// Cost of an actor: the sum of its neighbors' degrees.
class Shared {
public:
    explicit Shared(const Ugraph& graph) : graph_(graph), counts_(graph.vertex_count(), 0) {}

    void from(Vertex v) {
        for (const Vertex u : seconds_) counts_[u] = 0;
        seconds_.clear();
        for (const Vertex near : graph_.out(v)) {
            for (const Vertex u : graph_.out(near)) {
                if (u == v) continue;
                if (counts_[u]++ == 0) seconds_.push_back(u);
            }
        }
    }
    [[nodiscard]] const std::vector<Vertex>& seconds() const noexcept { return seconds_; }
    [[nodiscard]] double count(Vertex u) const noexcept { return counts_[u]; }

private:
    const Ugraph& graph_;
    std::vector<std::uint32_t> counts_;
    std::vector<Vertex> seconds_;
};

}  // namespace coopnet::two_mode
