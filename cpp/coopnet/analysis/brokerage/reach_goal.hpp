#pragma once

#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/core/compare.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace coopnet::brokerage {

/// To reach: the cost of a set is, negative, the sum over actors of what the nearest of the
/// set is worth to them: one within reach, or one over the distance.
class ReachGoal {
public:
    ReachGoal(const detail::Contacts& ties, bool by_distance, std::uint32_t within, Monitor& monitor);

    [[nodiscard]] static bool same(double a, double b) noexcept { return nearly_equal(a, b); }
    [[nodiscard]] std::vector<Vertex> order() const;
    [[nodiscard]] std::uint64_t effort() const noexcept { return reached_.size(); }
    [[nodiscard]] double cost(std::span<const Vertex> chosen, Monitor& monitor) const;
    /// Cost: O(V²) at most: all pairs within reach.
    bool singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const;

    /// No set adds more than its actors would add each by itself.
    class Bounds {
    public:
        Bounds(const ReachGoal& goal, std::span<const Vertex> chosen, std::uint32_t left);
        void keep(Vertex v) { kept_[v] = true; }
        [[nodiscard]] double now() const noexcept;

    private:
        double reached_ = 0;
        std::uint32_t left_;
        std::vector<double> gains_;
        std::vector<Vertex> by_gain_;
        std::vector<bool> kept_;
    };

private:
    struct Reached {
        Vertex actor;
        std::uint32_t steps;  // at least one: an actor reaches itself as it does its contacts
    };

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(offsets_.size() - 1); }
    [[nodiscard]] std::span<const Reached> of(Vertex v) const noexcept {
        return {reached_.data() + offsets_[v], reached_.data() + offsets_[v + 1]};
    }
    // What is reached, and by actor what it would add; nothing for those chosen.
    double gains(std::span<const Vertex> chosen, std::vector<double>& gains) const;

    std::vector<std::size_t> offsets_{0};
    std::vector<Reached> reached_;  // whom an actor reaches, itself included
    std::vector<double> worth_{0};  // by steps
};

}  // namespace coopnet::brokerage
