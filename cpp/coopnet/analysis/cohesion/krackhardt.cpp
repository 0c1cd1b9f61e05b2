#include <coopnet/analysis/cohesion/krackhardt.hpp>

#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/steps.hpp>
#include <coopnet/analysis/detail/sweep.hpp>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <limits>
#include <numeric>
#include <vector>

namespace coopnet::cohesion {
namespace {

using Word = std::uint64_t;

Value undefined(const char* why) {
    return {std::numeric_limits<double>::quiet_NaN(), why};
}

double pairs(double actors) noexcept {
    return actors * (actors - 1) / 2;
}

// Who reaches each actor, itself included: a row of bits an actor, those whom most reach first.
class Superiors {
public:
    Superiors(const detail::Steps& against, Monitor& monitor);

    [[nodiscard]] std::uint32_t count(Vertex v) const noexcept { return counts_[v]; }
    [[nodiscard]] bool reaches(Vertex u, Vertex v) const noexcept {
        return (row(v)[place_[u] / 64] >> (place_[u] % 64) & 1U) != 0;
    }
    // Common superiors all reach one of them if and only if that one has as many superiors as they
    // are; it can only be the one among them that most reach.
    [[nodiscard]] bool have_closest(Vertex u, Vertex v) const noexcept;

private:
    [[nodiscard]] const Word* row(Vertex v) const noexcept { return bits_.data() + (std::size_t{v} * words_); }

    std::size_t words_;
    std::vector<std::uint32_t> counts_;  // of superiors
    std::vector<Vertex> order_;          // those whom most reach first
    std::vector<std::uint32_t> place_;   // in order_
    std::vector<Word> bits_;
};

Superiors::Superiors(const detail::Steps& against, Monitor& monitor)
    : words_((against.vertex_count() + 63U) / 64U),
      counts_(against.vertex_count()),
      order_(against.vertex_count()),
      place_(against.vertex_count()),
      bits_(std::size_t{against.vertex_count()} * words_) {
    detail::Sweep<detail::Sum> sweep{against};
    const auto each = [&](const auto& visit) {
        for (Vertex v = 0; v < against.vertex_count(); ++v) {
            monitor.check();
            sweep.from(v);
            visit(v);
        }
    };
    each([&](Vertex v) { counts_[v] = static_cast<std::uint32_t>(sweep.order().size()); });
    std::iota(order_.begin(), order_.end(), 0U);
    std::ranges::stable_sort(order_, [&](Vertex u, Vertex v) { return counts_[u] > counts_[v]; });
    for (std::uint32_t i = 0; i < order_.size(); ++i) place_[order_[i]] = i;
    each([&](Vertex v) {
        Word* bits = bits_.data() + (std::size_t{v} * words_);
        for (const Vertex u : sweep.order()) bits[place_[u] / 64] |= Word{1} << (place_[u] % 64);
    });
}

bool Superiors::have_closest(Vertex u, Vertex v) const noexcept {
    std::size_t common = 0;
    std::size_t first = order_.size();
    for (std::size_t word = 0; word < words_; ++word) {
        const Word both = row(u)[word] & row(v)[word];
        if (both == 0) continue;
        if (first == order_.size()) first = word * 64 + static_cast<std::size_t>(std::countr_zero(both));
        common += static_cast<std::size_t>(std::popcount(both));
    }
    return common > 0 && counts_[order_[first]] == common;
}

using Pieces = std::vector<std::vector<Vertex>>;

Value connectedness(const Pieces& pieces, double actors) {
    if (actors < 2) return undefined("there are no two actors to be connected.");
    double connected = 0;
    for (const auto& piece : pieces) connected += pairs(static_cast<double>(piece.size()));
    return {connected / pairs(actors), {}};
}

Value hierarchy(const Superiors& superiors, std::uint32_t actors) {
    double reached = 0;
    double mutual = 0;
    for (Vertex v = 0; v < actors; ++v) {
        for (Vertex u = 0; u < v; ++u) {
            const bool down = superiors.reaches(u, v);
            const bool up = superiors.reaches(v, u);
            reached += down || up ? 1 : 0;
            mutual += down && up ? 1 : 0;
        }
    }
    if (reached == 0) return undefined("nobody reaches anybody.");
    return {1 - (mutual / reached), {}};
}

Value efficiency(const Pieces& pieces, double ties) {
    double needed = 0;
    double most = 0;
    for (const auto& piece : pieces) {
        const auto size = static_cast<double>(piece.size());
        needed += size - 1;
        most += size * (size - 1);
    }
    if (most == needed) return undefined("no two actors are connected.");
    return {1 - ((ties - needed) / (most - needed)), {}};
}

Value least_upper_bound(const Pieces& pieces, const Superiors& superiors, Monitor& monitor) {
    double without = 0;
    double most = 0;
    for (const auto& piece : pieces) {
        const auto size = static_cast<double>(piece.size());
        if (size < 3) break;  // the largest come first
        most += (size - 1) * (size - 2) / 2;
        for (std::size_t i = 0; i < piece.size(); ++i) {
            monitor.check();
            for (std::size_t j = 0; j < i; ++j) without += superiors.have_closest(piece[i], piece[j]) ? 0 : 1;
        }
    }
    if (most == 0) return undefined("no three actors are connected.");
    return {1 - (without / most), {}};
}

}  // namespace

template <Direction D>
Krackhardt krackhardt(const Csr<D>& view, Monitor& monitor) {
    const auto pieces = detail::members(detail::weak_pieces(view));
    const auto against = detail::steps<detail::Sum>(view, {}, detail::Mode::in);
    const Superiors superiors{against, monitor};
    return {connectedness(pieces, view.vertex_count()), hierarchy(superiors, view.vertex_count()),
            efficiency(pieces, against.step_count()), least_upper_bound(pieces, superiors, monitor)};
}

template Krackhardt krackhardt(const Digraph&, Monitor&);
template Krackhardt krackhardt(const Ugraph&, Monitor&);

}  // namespace coopnet::cohesion
