#pragma once

#include <coopnet/view/csr.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::cohesion {

/// The fit of a pattern, or of ties, that are all alike.
inline constexpr double undefined = -std::numeric_limits<double>::infinity();
/// Fits that differ by less are the same.
inline constexpr double rounding = 1e-12;

/// A sum over cells of the matrix of ties, and that of their squares.
struct Sum {
    double values = 0;
    double squares = 0;

    Sum& operator+=(Sum other) noexcept {
        values += other.values;
        squares += other.squares;
        return *this;
    }
    friend Sum operator+(Sum a, Sum b) noexcept { return a += b; }
    friend Sum operator-(Sum a, Sum b) noexcept { return {a.values - b.values, a.squares - b.squares}; }
};

/// The matrix of ties without loops, each cell at both its actors.
struct Cells {
    std::vector<std::uint32_t> offsets{0};
    std::vector<Vertex> actors;
    std::vector<Sum> ties;
    std::vector<Sum> of_actor;  ///< both its row and its column
    Sum all;
    double largest = 0;   ///< of all cells
    double per_pair = 1;  ///< 2 with directions

    [[nodiscard]] std::uint32_t count() const noexcept { return static_cast<std::uint32_t>(offsets.size() - 1); }
    /// The most tied first.
    [[nodiscard]] std::vector<Vertex> by_ties() const;
    template <class Visit>
    void each(Vertex v, const Visit& visit) const {
        for (std::uint32_t i = offsets[v]; i < offsets[v + 1]; ++i) visit(actors[i], ties[i]);
    }
};

/// `strengths` by edge id; empty: a tie is 1, however many edges run beside it. Cost: O(V + E log d).
template <Direction D>
Cells cells(const Csr<D>& view, std::span<const double> strengths);

/// How well the ideal pattern of a core fits, by the sums of its blocks.
class Pattern {
public:
    Pattern(const Cells& cells, std::optional<double> between)
        : all_(cells.all), count_(cells.count()), per_pair_(cells.per_pair), between_(between) {}

    [[nodiscard]] bool has_between() const noexcept { return between_.has_value(); }
    [[nodiscard]] double between() const noexcept { return *between_; }

    /// The pattern of a core of some size.
    struct Ideal {
        double cells, sum, spread;
    };
    [[nodiscard]] Ideal ideal(std::uint32_t core) const noexcept {
        const double in = core;
        const double out = count_ - core;
        const double inside = per_pair_ * in * (in - 1) / 2;
        const double across = between_ ? per_pair_ * in * out : 0;
        const double outside = per_pair_ * out * (out - 1) / 2;
        const double share = between_.value_or(0);
        return ideal(inside + across + outside, inside + (share * across), inside + (share * share * across));
    }
    [[nodiscard]] double fit(const Ideal& ideal, Sum inside, Sum across) const noexcept {
        return between_ ? fit(ideal, agreement(inside.values, across.values))
                        : correlation(ideal, all_ - across, inside.values);
    }
    /// As far as only the sum of ties times pattern is known, which is all that counts for a given size.
    [[nodiscard]] double fit(const Ideal& ideal, double agree) const noexcept {
        return correlation(ideal, all_, agree);
    }
    [[nodiscard]] double agreement(double inside, double across) const noexcept {
        return inside + (*between_ * across);
    }

private:
    static Ideal ideal(double cells, double sum, double squares) noexcept {
        const double spread = (cells * squares) - (sum * sum);
        return {cells, sum, spread > rounding * cells * squares ? spread : 0};
    }
    static double correlation(const Ideal& ideal, Sum ties, double agree) noexcept {
        const double spread = (ideal.cells * ties.squares) - (ties.values * ties.values);
        if (ideal.spread == 0 || spread <= rounding * ideal.cells * ties.squares) return undefined;
        return ((ideal.cells * agree) - (ties.values * ideal.sum)) / std::sqrt(spread * ideal.spread);
    }

    Sum all_;
    std::uint32_t count_;
    double per_pair_;
    std::optional<double> between_;
};

/// A core that actors enter and leave one by one.
class Core {
public:
    Core(const Cells& cells, const Pattern& pattern)
        : cells_(cells), pattern_(pattern), in_(cells.count(), false), to_core_(cells.count()) {}

    [[nodiscard]] const std::vector<bool>& members() const noexcept { return in_; }
    [[nodiscard]] bool has(Vertex v) const noexcept { return in_[v]; }
    [[nodiscard]] std::uint32_t size() const noexcept { return size_; }
    [[nodiscard]] double inside() const noexcept { return inside_.values; }
    [[nodiscard]] double across() const noexcept { return across_.values; }
    [[nodiscard]] double fit() const noexcept { return pattern_.fit(pattern_.ideal(size_), inside_, across_); }

    /// `ideal` is that of a core with this actor more, or less.
    [[nodiscard]] double fit_after(Vertex v, const Pattern::Ideal& ideal) const noexcept {
        const Sum to_core = to_core_[v];
        const Sum to_others = cells_.of_actor[v] - to_core;
        if (in_[v]) return pattern_.fit(ideal, inside_ - to_core, across_ + to_core - to_others);
        return pattern_.fit(ideal, inside_ + to_core, across_ + to_others - to_core);
    }
    /// What an actor's ties agree more with the pattern if it is in the core than if it is not.
    [[nodiscard]] double gain(Vertex v) const noexcept {
        const double to_core = to_core_[v].values;
        const double to_others = cells_.of_actor[v].values - to_core;
        return pattern_.agreement(to_core, to_others - to_core);
    }
    void move(Vertex v) noexcept {
        const Sum to_core = to_core_[v];
        const Sum to_others = cells_.of_actor[v] - to_core;
        const bool enters = !in_[v];
        inside_ = enters ? inside_ + to_core : inside_ - to_core;
        across_ = enters ? across_ + to_others - to_core : across_ + to_core - to_others;
        size_ += enters ? 1U : ~0U;
        in_[v] = enters;
        cells_.each(v, [&](Vertex other, Sum tie) {
            to_core_[other] = enters ? to_core_[other] + tie : to_core_[other] - tie;
        });
    }
    void become(const std::vector<bool>& members) noexcept {
        for (Vertex v = 0; v < members.size(); ++v) {
            if (members[v] != in_[v]) move(v);
        }
    }

private:
    const Cells& cells_;
    const Pattern& pattern_;
    std::vector<bool> in_;
    std::vector<Sum> to_core_;  // by actor: its ties with the core
    Sum inside_, across_;
    std::uint32_t size_ = 0;
};

}  // namespace coopnet::cohesion
