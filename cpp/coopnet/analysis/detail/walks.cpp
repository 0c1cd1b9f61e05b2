#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/walks.hpp>
#include <coopnet/core/compare.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/number.hpp>

#include <Eigen/SparseCore>
#include <Eigen/SparseLU>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <utility>

namespace coopnet::detail {
namespace {

constexpr double tolerance = 1e-13;  // of the eigenvalue, where the largest score is 1
constexpr int patience = 2'000;      // rounds of power iteration before Noda's takes over
constexpr int most_rounds = 100'000;

using Sparse = Eigen::SparseMatrix<double>;
using Vector = Eigen::VectorXd;

// unit · 1 − factor · flow
Sparse shifted(const Inflow& flow, double unit, double factor) {
    const auto count = static_cast<Eigen::Index>(flow.size());
    std::vector<Eigen::Triplet<double>> entries;
    entries.reserve(flow.from.size() + flow.size());
    for (std::size_t v = 0; v < flow.size(); ++v) {
        entries.emplace_back(static_cast<int>(v), static_cast<int>(v), unit);
        for (std::size_t i = flow.offsets[v]; i < flow.offsets[v + 1]; ++i)
            entries.emplace_back(static_cast<int>(v), static_cast<int>(flow.from[i]), -factor * flow.strengths[i]);
    }
    Sparse matrix(count, count);
    matrix.setFromTriplets(entries.begin(), entries.end());
    matrix.makeCompressed();
    return matrix;
}

void scale_to_largest(std::vector<double>& scores) {
    const double largest = std::ranges::max(scores);
    for (double& score : scores) score /= largest;
}

// How far the scores are from an eigenvector, and Rayleigh's quotient. Fills the image.
struct Round {
    double value = 0;
    double residual = 0;
    double shift = 0;
    double highest = 0;  // of image over score: no eigenvalue is larger
};

Round judge(const Inflow& flow, const std::vector<double>& scores, std::vector<double>& image) {
    double square = 0;
    double product = 0;
    double image_square = 0;
    Round round;
    for (std::size_t v = 0; v < scores.size(); ++v) {
        image[v] = flow(v, scores);
        square += scores[v] * scores[v];
        product += scores[v] * image[v];
        image_square += image[v] * image[v];
        round.highest = std::max(round.highest, image[v] / scores[v]);
    }
    round.value = product / square;
    round.shift = std::sqrt(image_square / square) / 4;
    for (std::size_t v = 0; v < scores.size(); ++v)
        round.residual = std::max(round.residual, std::abs(image[v] - (round.value * scores[v])));
    return round;
}

// Each round solves with the highest ratio of image and score as shift, which falls to the
// eigenvalue quadratically. The scores stay positive, so the shift never falls below it.
Leading by_inverse_iteration(const Inflow& flow, std::vector<double> scores, Monitor& monitor) {
    std::vector<double> image(scores.size());
    Leading best{0, scores};
    double least = std::numeric_limits<double>::infinity();
    Eigen::SparseLU<Sparse> solver;
    for (int round = 0; round < 100; ++round) {
        monitor.check();
        const Round found = judge(flow, scores, image);
        const double error = found.residual / found.value;
        if (!(error < least)) break;  // rounding is all that is left
        least = error;
        best = {found.value, scores};
        if (error <= tolerance) break;
        solver.compute(shifted(flow, found.highest, 1));
        if (solver.info() != Eigen::Success) break;
        const Vector next =
            solver.solve(Eigen::Map<const Vector>(scores.data(), static_cast<Eigen::Index>(scores.size())));
        for (std::size_t v = 0; v < scores.size(); ++v) scores[v] = std::abs(next[static_cast<Eigen::Index>(v)]);
        if (!std::ranges::all_of(scores, [](double s) { return std::isfinite(s) && s > 0; })) break;
        scale_to_largest(scores);
    }
    if (least <= 1e-9) return best;
    throw NotConverged{
        "The leading eigenvector did not settle: two eigenvalues nearly coincide. PageRank always settles."};
}

// Twelve digits, so that a limit of 1/2 is not 0.49999999999999994.
std::string in_short(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number, std::chars_format::general, 12).ptr;
    return {text.data(), end};
}

}  // namespace

template <Direction D>
Inflow inflow(const Csr<D>& view, std::span<const double> strengths, Mode mode) {
    Inflow flow;
    flow.offsets.reserve(view.vertex_count() + std::size_t{1});
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        const auto from = mode == Mode::out ? view.out(v) : view.in(v);
        const auto edges = mode == Mode::out ? view.out_edges(v) : view.in_edges(v);
        for (std::size_t i = 0; i < from.size(); ++i) {
            flow.from.push_back(from[i]);
            flow.strengths.push_back(strengths.empty() ? 1.0 : strengths[edges[i]]);
        }
        flow.offsets.push_back(flow.from.size());
    }
    return flow;
}

Inflow within(const Inflow& flow, std::span<const Vertex> members, std::vector<Vertex>& places) {
    constexpr Vertex outside = ~Vertex{0};
    places.assign(flow.size(), outside);
    for (Vertex i = 0; i < members.size(); ++i) places[members[i]] = i;
    Inflow part;
    for (const Vertex v : members) {
        for (std::size_t i = flow.offsets[v]; i < flow.offsets[v + 1]; ++i) {
            if (places[flow.from[i]] == outside) continue;
            part.from.push_back(places[flow.from[i]]);
            part.strengths.push_back(flow.strengths[i]);
        }
        part.offsets.push_back(part.from.size());
    }
    return part;
}

// Power iteration on the matrix plus a quarter of its growth: without the shift a bipartite
// network would swing between two vectors for ever.
Leading leading(const Inflow& flow, std::vector<double> scores, bool irreducible, Monitor& monitor) {
    std::vector<double> image(scores.size());
    const int rounds = irreducible ? patience : most_rounds;
    for (int round = 0; round < rounds; ++round) {
        monitor.check();
        const Round found = judge(flow, scores, image);
        if (found.residual <= tolerance * found.value) return {found.value, std::move(scores)};
        for (std::size_t v = 0; v < scores.size(); ++v) scores[v] = image[v] + (found.shift * scores[v]);
        scale_to_largest(scores);
    }
    if (irreducible) return by_inverse_iteration(flow, std::move(scores), monitor);
    throw NotConverged{"The leading eigenvector did not settle in " + std::to_string(most_rounds) +
                       " rounds: two eigenvalues nearly coincide. PageRank always settles."};
}

LeadingPieces leading_pieces(const Inflow& flow, std::vector<std::vector<Vertex>> members, Monitor& monitor) {
    LeadingPieces pieces{std::move(members), {}};
    std::vector<Vertex> places;
    for (const auto& piece : pieces.members) {
        if (piece.size() == 1) {  // many, where few ties run in circles
            double loop = 0;
            const Vertex v = piece.front();
            for (std::size_t i = flow.offsets[v]; i < flow.offsets[v + 1]; ++i)
                if (flow.from[i] == v) loop += flow.strengths[i];
            pieces.pairs.push_back({loop, {1.0}});
            continue;
        }
        const Inflow part = within(flow, piece, places);
        pieces.pairs.push_back(leading(part, std::vector<double>(piece.size(), 1.0), true, monitor));
    }
    if (pieces.pairs.empty()) return pieces;
    const auto first = std::ranges::max_element(pieces.pairs, {}, &Leading::value);
    pieces.first = static_cast<std::size_t>(first - pieces.pairs.begin());
    if (first->value == 0) return pieces;
    pieces.equals = static_cast<std::size_t>(std::ranges::count_if(
        pieces.pairs, [&](const Leading& pair) { return nearly_equal(pair.value, first->value); }));
    return pieces;
}

template <Direction D>
Attenuation attenuation(const char* name, std::optional<double> factor, const Csr<D>& view,
                        std::span<const double> strengths, Monitor& monitor) {
    const double growth =
        leading_pieces(inflow(view, strengths, Mode::in), detail::members(strong_pieces(view)), monitor).value();
    const double limit = growth > 0 ? 1 / growth : std::numeric_limits<double>::infinity();
    const double used = factor.value_or(growth > 0 ? limit / 2 : 0.5);
    if (!std::isfinite(used)) throw InvalidOption{std::string{name} + " is a finite number. Give one, or None."};
    if (std::abs(used) < limit && !nearly_equal(std::abs(used), limit)) return {used, limit};
    const bool equal = nearly_equal(std::abs(used), limit);
    const char* where = used < 0 ? (equal ? " is at minus" : " is below minus") : (equal ? " is at" : " is above");
    throw InvalidOption{std::string{name} + " " + format_number(used) + where + " the limit " + in_short(limit) +
                        " of this network. Choose one nearer to 0, or None for half the limit."};
}

std::vector<double> attenuated(const Inflow& flow, std::vector<double> start, const Attenuation& by, Monitor& monitor) {
    // There some 8,000 rounds cost more than an elimination, unless it fills a large matrix.
    constexpr double near_the_limit = 0.995;
    constexpr std::size_t fits = 2'000;
    const double shrinks = std::abs(by.factor) / by.limit;
    if (shrinks > near_the_limit && start.size() <= fits) {
        monitor.check();
        Eigen::SparseLU<Sparse> solver;
        solver.compute(shifted(flow, 1, by.factor));
        const Vector sum =
            solver.solve(Eigen::Map<const Vector>(start.data(), static_cast<Eigen::Index>(start.size())));
        return {sum.data(), sum.data() + sum.size()};
    }
    std::vector<double> sum = start;
    std::vector<double> term = std::move(start);
    std::vector<double> next(sum.size());
    double largest = 1;
    double total = 0;
    // Without circles the terms end; else each is in the long run `shrinks` of the one before.
    const double negligible = std::isinf(by.limit) ? 0 : 1e-17 * (1 - shrinks);
    while (largest > negligible * total) {
        monitor.check();
        largest = total = 0;
        for (std::size_t v = 0; v < sum.size(); ++v) {
            next[v] = by.factor * flow(v, term);
            sum[v] += next[v];
            largest = std::max(largest, std::abs(next[v]));
            total = std::max(total, std::abs(sum[v]));
        }
        std::swap(term, next);
    }
    return sum;
}

template Inflow inflow(const Digraph&, std::span<const double>, Mode);
template Inflow inflow(const Ugraph&, std::span<const double>, Mode);
template Attenuation attenuation(const char*, std::optional<double>, const Digraph&, std::span<const double>, Monitor&);
template Attenuation attenuation(const char*, std::optional<double>, const Ugraph&, std::span<const double>, Monitor&);

}  // namespace coopnet::detail
