#include <coopnet/analysis/brokerage/chance.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>
#include <utility>

namespace coopnet::brokerage {
namespace {

using Groups = std::array<std::uint32_t, 4>;  // of four places, of which a triad takes three
using Triad = std::array<std::uint32_t, 3>;   // the places of source, broker and target

constexpr Triad first_triad{0, 1, 2};

// Which places are of one group: each is numbered by the first of its group's places.
std::vector<Groups> patterns(std::uint32_t places) {
    std::vector<Groups> found;
    Groups groups{};
    const std::function<void(std::uint32_t, std::uint32_t)> fill = [&](std::uint32_t place, std::uint32_t known) {
        if (place == places) {
            found.push_back(groups);
            return;
        }
        for (std::uint32_t group = 0; group <= known; ++group) {
            groups[place] = group;
            fill(place + 1, std::max(known, group + 1));
        }
    };
    fill(0, 0);
    return found;
}

double falling(double n, std::uint32_t steps) noexcept {
    double product = 1;
    for (std::uint32_t i = 0; i < steps; ++i) product *= n - i;
    return product;
}

// Over all choices of different groups, one a factor, the sum of the products.
// NOLINTNEXTLINE(misc-no-recursion): three deep
double sum_over_different(std::vector<std::vector<double>> factors) {
    if (factors.empty()) return 1;
    const std::vector<double> last = std::move(factors.back());
    factors.pop_back();
    double sum = std::accumulate(last.begin(), last.end(), 0.0);
    if (factors.empty()) return sum;
    sum *= sum_over_different(factors);
    for (std::size_t i = 0; i < factors.size(); ++i) {
        auto same = factors;
        std::ranges::transform(same[i], last, same[i].begin(), std::multiplies{});
        sum -= sum_over_different(std::move(same));
    }
    return sum;
}

// How many ways there are to seat actors so that exactly these places share groups; the
// broker's place is taken if its group is given.
double seatings(const Groups& pattern, std::uint32_t places, std::vector<double> sizes,
                std::optional<std::uint32_t> broker) {
    std::array<std::uint32_t, 4> seats{};
    for (std::uint32_t place = 0; place < places; ++place) ++seats[pattern[place]];
    double ways = 1;
    const std::uint32_t taken = pattern[first_triad[1]];
    if (broker) {
        ways = falling(sizes[*broker] - 1, seats[taken] - 1);
        sizes[*broker] = 0;
    }
    std::vector<std::vector<double>> factors;
    for (std::uint32_t group = 0; group < seats.size(); ++group) {
        if (seats[group] == 0 || (broker && group == taken)) continue;
        auto& factor = factors.emplace_back(sizes);
        for (double& size : factor) size = falling(size, seats[group]);
    }
    return ways * sum_over_different(std::move(factors));
}

// How likely both triads are open: their ties there, those between source and target not.
double both_open(const Triad& a, const Triad& b, double density, bool directed) noexcept {
    std::array<std::array<int, 4>, 4> wanted{};  // 1: there, -1: not, 0: either
    double likely = 1;
    const auto want = [&](std::uint32_t from, std::uint32_t to, int tie) {
        if (!directed && from > to) std::swap(from, to);
        if (wanted[from][to] == -tie) likely = 0;
        if (wanted[from][to] == 0) likely *= tie > 0 ? density : 1 - density;
        wanted[from][to] = tie;
    };
    for (const Triad& triad : {a, b}) {
        want(triad[0], triad[1], 1);
        want(triad[1], triad[2], 1);
        want(triad[0], triad[2], -1);
    }
    return likely;
}

Role role_of(const Triad& triad, const Groups& groups) noexcept {
    return role(groups[triad[0]], groups[triad[1]], groups[triad[2]]);
}

std::vector<Triad> triads(std::uint32_t places, bool same_broker) {
    std::vector<Triad> found;
    for (std::uint32_t a = 0; a < places; ++a) {
        for (std::uint32_t b = 0; b < places; ++b) {
            for (std::uint32_t c = 0; c < places; ++c) {
                const bool uses_last = places == 3 || a == 3 || b == 3 || c == 3;
                const bool apart = a != b && b != c && a != c;
                if (apart && uses_last && (!same_broker || b == first_triad[1])) found.push_back({a, b, c});
            }
        }
    }
    return found;
}

void add(RoleNumbers& numbers, Role role, double value) noexcept {
    numbers[static_cast<std::size_t>(role)] += value;
}

Chance chance(const std::vector<double>& sizes, double density, bool directed, std::optional<std::uint32_t> broker) {
    Chance chance;
    const double open = density * density * (1 - density);
    for (const std::uint32_t places : {3U, 4U}) {
        const auto others = triads(places, broker.has_value());
        for (const Groups& groups : patterns(places)) {
            const double ways = seatings(groups, places, sizes, broker);
            const Role mine = role_of(first_triad, groups);
            if (places == 3) {
                add(chance.expected, mine, ways * open);
                add(chance.expected, Role::total, ways * open);
            }
            for (const Triad& other : others) {
                const double common = both_open(first_triad, other, density, directed) - (open * open);
                add(chance.variance, Role::total, ways * common);
                if (role_of(other, groups) == mine) add(chance.variance, mine, ways * common);
            }
        }
    }
    return chance;
}

}  // namespace

Role role(std::uint32_t a, std::uint32_t b, std::uint32_t c) noexcept {
    if (a == c) return a == b ? Role::coordinator : Role::itinerant;
    if (b == c) return Role::gatekeeper;
    return a == b ? Role::representative : Role::liaison;
}

Chances::Chances(std::vector<double> group_sizes, double density, bool directed)
    : sizes_(std::move(group_sizes)), density_(density), directed_(directed) {}

Chance Chances::of_actor(std::uint32_t group) const {
    return chance(sizes_, density_, directed_, group);
}

Chance Chances::of_network() const {
    return chance(sizes_, density_, directed_, std::nullopt);
}

}  // namespace coopnet::brokerage
