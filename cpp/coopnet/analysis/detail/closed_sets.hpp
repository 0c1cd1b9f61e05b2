#pragma once

#include <coopnet/view/csr.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace coopnet::detail {

/// Goes through the sets of vertices that hold `first`, not `last`, and all that is reached
/// from those they hold, as far as they differ in `chosen`. The smallest comes first.
///
/// Of a residual graph these are the minimum cuts. Each choice is tried without and with:
/// either way takes along what follows, so that none is a dead end.
/// Cost: O(V + E) a set. Reference: Picard and Queyranne (1980), doi:10.1007/BFb0120902.
class ClosedSets {
public:
    /// `last` is not reached from `first`.
    ClosedSets(Digraph graph, Vertex first, Vertex last, std::vector<Vertex> chosen);

    /// On to the next set; false if there is none.
    bool next();
    [[nodiscard]] bool holds(Vertex v) const noexcept { return side_[v] == Side::in; }
    /// Elementary steps so far.
    [[nodiscard]] std::uint64_t work() const noexcept { return work_; }

private:
    enum class Side : std::uint8_t { open, in, out };
    struct Choice {
        std::size_t place = 0;    // in `chosen_`
        std::size_t decided = 0;  // vertices decided before
        bool taken = false;
    };

    void settle(Vertex v, Side side);
    void choose(std::size_t place);

    Digraph graph_;
    std::vector<Vertex> chosen_;
    std::vector<Side> side_;
    std::vector<Vertex> decided_;
    std::vector<Choice> choices_;
    std::uint64_t work_ = 0;
    bool begun_ = false;
};

}  // namespace coopnet::detail
