#pragma once

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/patience.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// To fragment without directions: the cost of a set is the number of pairs that stay
/// connected without it.
class PiecesGoal {
public:
    explicit PiecesGoal(const detail::Contacts& ties) : ties_(ties) {}

    [[nodiscard]] static bool same(double a, double b) noexcept { return a == b; }
    [[nodiscard]] std::vector<Vertex> order() const;
    [[nodiscard]] std::uint64_t effort() const noexcept { return ties_.vertex_count() + ties_.actors.size(); }
    [[nodiscard]] double cost(std::span<const Vertex> chosen, Monitor& monitor) const;
    /// One search for articulation points. Cost: O(V + E).
    bool singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const;

    /// Who stays connected through actors that are kept: a union of sets, each with the
    /// undecided actors next to it.
    class Bounds {
    public:
        Bounds(const PiecesGoal& goal, std::span<const Vertex> chosen, std::uint32_t left);
        void keep(Vertex v);
        [[nodiscard]] double now() const noexcept;

    private:
        [[nodiscard]] Vertex root(Vertex v) noexcept;
        void resize(Vertex root, double by) noexcept;
        void unite(Vertex a, Vertex b) noexcept;

        const detail::Contacts& ties_;
        double left_;
        std::vector<bool> gone_, kept_;
        std::vector<Vertex> parent_;  // of those kept
        std::vector<Vertex> beside_;  // of those undecided: whom they are next to, or nobody
        std::vector<double> size_;    // of a set, at its root
        double pairs_ = 0;
        double largest_ = 0;
    };

private:
    const detail::Contacts& ties_;
};

}  // namespace coopnet::brokerage
