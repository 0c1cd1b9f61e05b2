#pragma once

#include <coopnet/analysis/brokerage/absences.hpp>
#include <coopnet/analysis/detail/contacts.hpp>
#include <coopnet/analysis/detail/patience.hpp>
#include <coopnet/core/compare.hpp>

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

/// To fragment with directions, or by distance: the cost of a set is the sum, over ordered
/// pairs that stay connected without it, of one, or one over the distance.
class PairsGoal {
public:
    /// `back` are the ties against their direction.
    PairsGoal(const detail::Contacts& ties, const detail::Contacts& back, bool by_distance)
        : ties_(ties), absences_(ties, back), by_distance_(by_distance) {}

    [[nodiscard]] static bool same(double a, double b) noexcept { return nearly_equal(a, b); }
    [[nodiscard]] std::vector<Vertex> order() const;
    [[nodiscard]] std::uint64_t effort() const noexcept {
        return ties_.vertex_count() * (ties_.vertex_count() + ties_.actors.size());
    }
    [[nodiscard]] double cost(std::span<const Vertex> chosen, Monitor& monitor) const;
    /// Cost: as of Absences, on several threads.
    bool singles(std::span<const Vertex> chosen, detail::Patience& patience, std::vector<double>& costs) const;

    /// Pathways through actors that are kept are there whoever else goes.
    class Bounds {
    public:
        Bounds(const PairsGoal& goal, std::span<const Vertex> chosen, std::uint32_t left);
        void keep(Vertex v) { kept_[v] = true; }
        /// Cost: O(V·(V + E)).
        [[nodiscard]] double now() const;

    private:
        const PairsGoal& goal_;
        std::uint32_t left_;
        std::vector<bool> gone_, kept_;
    };

private:
    const detail::Contacts& ties_;
    Absences absences_;
    bool by_distance_;
};

/// To reach: the cost of a set is, negative, the sum over actors of what the nearest of the
/// set is worth to them: one within reach, or one over the distance.
class ReachGoal {
public:
    ReachGoal(const detail::Contacts& ties, bool by_distance, std::uint32_t within, Monitor& monitor);

    [[nodiscard]] static bool same(double a, double b) noexcept { return nearly_equal(a, b); }
    [[nodiscard]] std::vector<Vertex> order() const;
    [[nodiscard]] std::uint64_t effort() const noexcept { return worth_.size(); }
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
    struct Worth {
        Vertex actor;
        double worth;
    };

    [[nodiscard]] std::uint32_t size() const noexcept { return static_cast<std::uint32_t>(offsets_.size() - 1); }
    [[nodiscard]] std::span<const Worth> of(Vertex v) const noexcept {
        return {worth_.data() + offsets_[v], worth_.data() + offsets_[v + 1]};
    }
    // What is reached, and by actor what it would add; nothing for those chosen.
    double gains(std::span<const Vertex> chosen, std::vector<double>& gains) const;

    std::vector<std::size_t> offsets_{0};
    std::vector<Worth> worth_;  // whom an actor reaches, itself included
};

}  // namespace coopnet::brokerage
