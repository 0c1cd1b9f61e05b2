#include <coopnet/analysis/centrality/eigenvector.hpp>

#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/core/error.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace coopnet::centrality {
namespace {

constexpr int most_rounds = 100'000;
constexpr double tolerance = 1e-13;  // of the eigenvalue, where the largest score is 1

// The ties among some actors, by who receives them.
struct Inflow {
    std::vector<std::size_t> offsets{0};
    std::vector<Vertex> from;
    std::vector<double> strengths;

    [[nodiscard]] double operator()(std::size_t v, const std::vector<double>& scores) const noexcept {
        double sum = 0;
        for (std::size_t i = offsets[v]; i < offsets[v + 1]; ++i) sum += strengths[i] * scores[from[i]];
        return sum;
    }
};

template <Direction D, class Place>
Inflow inflow(const Csr<D>& view, std::span<const double> strengths, std::span<const Vertex> members,
              const Place& place) {
    Inflow inflow;
    for (const Vertex v : members) {
        const auto from = view.in(v);
        const auto edges = view.in_edges(v);
        for (std::size_t i = 0; i < from.size(); ++i) {
            const auto at = place(v, from[i]);
            if (!at) continue;
            inflow.from.push_back(*at);
            inflow.strengths.push_back(strengths.empty() ? 1.0 : strengths[edges[i]]);
        }
        inflow.offsets.push_back(inflow.from.size());
    }
    return inflow;
}

struct Eigenpair {
    double value = 0;
    std::vector<double> scores;
};

// Power iteration on the matrix plus a quarter of its growth: without the shift a bipartite
// network would swing between two vectors for ever.
Eigenpair leading(const Inflow& inflow, std::vector<double> scores, Monitor& monitor) {
    std::vector<double> image(scores.size());
    for (int round = 0; round < most_rounds; ++round) {
        monitor.check();
        double square = 0;
        double product = 0;
        double image_square = 0;
        for (std::size_t v = 0; v < scores.size(); ++v) {
            image[v] = inflow(v, scores);
            square += scores[v] * scores[v];
            product += scores[v] * image[v];
            image_square += image[v] * image[v];
        }
        const double value = product / square;  // Rayleigh's quotient
        double residual = 0;
        for (std::size_t v = 0; v < scores.size(); ++v)
            residual = std::max(residual, std::abs(image[v] - (value * scores[v])));
        if (residual <= tolerance * value) return {value, std::move(scores)};

        const double shift = std::sqrt(image_square / square) / 4;
        for (std::size_t v = 0; v < scores.size(); ++v) scores[v] = image[v] + (shift * scores[v]);
        const double largest = std::ranges::max(scores);
        for (double& score : scores) score /= largest;
    }
    throw NotConverged{"The leading eigenvector did not settle in " + std::to_string(most_rounds) +
                       " rounds: two eigenvalues nearly coincide. PageRank always settles."};
}

Scores undefined(std::uint32_t count, std::string why) {
    return {std::vector<double>(count, std::numeric_limits<double>::quiet_NaN()), std::move(why)};
}

}  // namespace

template <Direction D>
Scores eigenvector(const Csr<D>& view, std::span<const double> strengths, Monitor& monitor) {
    detail::require_strengths(strengths);
    const std::uint32_t count = view.vertex_count();
    if (count == 0) return {};
    if (view.edge_count() == 0) return undefined(count, "there are no ties.");

    // Each piece has one leading eigenvector (Perron and Frobenius); the network has one if
    // one piece leads alone.
    const Partition pieces = detail::strong_pieces(view);
    const auto members = detail::members(pieces);
    std::vector<Vertex> place(count);
    for (const auto& piece : members) {
        for (Vertex i = 0; i < piece.size(); ++i) place[piece[i]] = i;
    }
    const auto within = [&](Vertex v, Vertex u) {
        return pieces.groups[u] == pieces.groups[v] ? std::optional{place[u]} : std::nullopt;
    };
    std::vector<Eigenpair> pairs;
    pairs.reserve(members.size());
    for (const auto& piece : members) {
        pairs.push_back(
            leading(inflow(view, strengths, piece, within), std::vector<double>(piece.size(), 1.0), monitor));
    }
    const auto first = std::ranges::max_element(pairs, {}, &Eigenpair::value);
    if (first->value == 0) return undefined(count, "no ties run in a circle, so no score feeds another.");
    const auto equals =
        std::ranges::count_if(pairs, [&](const Eigenpair& p) { return nearly_equal(p.value, first->value); });
    if (equals > 1) {
        return undefined(
            count, std::to_string(equals) + " pieces of the network lead equally, so that no one answer is right.");
    }

    // From the leading piece on to those that it feeds.
    std::vector<double> scores(count, 0.0);
    const auto& leaders = members[static_cast<std::size_t>(first - pairs.begin())];
    for (std::size_t i = 0; i < leaders.size(); ++i) scores[leaders[i]] = first->scores[i];
    std::vector<Vertex> everybody(count);
    std::iota(everybody.begin(), everybody.end(), 0U);
    const auto all = [](Vertex /*v*/, Vertex u) { return std::optional{u}; };
    scores = leading(inflow(view, strengths, everybody, all), std::move(scores), monitor).scores;
    const double length = std::sqrt(std::inner_product(scores.begin(), scores.end(), scores.begin(), 0.0));
    for (double& score : scores) score /= length;
    return {std::move(scores), {}};
}

template Scores eigenvector(const Digraph&, std::span<const double>, Monitor&);
template Scores eigenvector(const Ugraph&, std::span<const double>, Monitor&);

}  // namespace coopnet::centrality
