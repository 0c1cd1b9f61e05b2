#include <coopnet/analysis/centrality/subgraph.hpp>

#include <coopnet/analysis/detail/pieces.hpp>
#include <coopnet/analysis/detail/walks.hpp>
#include <coopnet/analysis/detail/weights.hpp>
#include <coopnet/core/error.hpp>
#include <coopnet/core/number.hpp>
#include <coopnet/core/parallel.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <vector>

namespace coopnet::centrality {
namespace {

constexpr std::size_t width = 8;  // walks from so many actors side by side
constexpr double largest = 700;   // e to this is still a number
constexpr double precision = 1e-17;

using Lanes = std::array<double, width>;

// What walks of k steps from some actors bring to each actor, and one step further.
class Walks {
public:
    Walks(const detail::Inflow& flow, std::size_t first, std::size_t last)
        : flow_(flow), first_(first), last_(last), now_(flow.size(), Lanes{}), next_(flow.size(), Lanes{}) {
        for (std::size_t v = first; v < last; ++v) now_[v][v - first] = 1;
    }

    void step() noexcept {
        for (std::size_t v = 0; v < flow_.size(); ++v) {
            Lanes sum{};
            for (std::size_t i = flow_.offsets[v]; i < flow_.offsets[v + 1]; ++i) {
                const Lanes& from = now_[flow_.from[i]];
                const double strength = flow_.strengths[i];
                for (std::size_t lane = 0; lane < width; ++lane) sum[lane] += strength * from[lane];
            }
            next_[v] = sum;
        }
    }
    void take(double factor) noexcept {
        for (std::size_t v = 0; v < now_.size(); ++v)
            for (std::size_t lane = 0; lane < width; ++lane) now_[v][lane] = factor * next_[v][lane];
    }

    // Walks back to where they began.
    [[nodiscard]] Lanes home() const noexcept {
        Lanes home{};
        for (std::size_t v = first_; v < last_; ++v) home[v - first_] = now_[v][v - first_];
        return home;
    }
    // Walks out and back again, where the way back is as the way out: now · now, now · next.
    [[nodiscard]] Lanes even() const noexcept { return product(now_, now_); }
    [[nodiscard]] Lanes odd() const noexcept { return product(now_, next_); }

private:
    static Lanes product(const std::vector<Lanes>& a, const std::vector<Lanes>& b) noexcept {
        Lanes sum{};
        for (std::size_t v = 0; v < a.size(); ++v)
            for (std::size_t lane = 0; lane < width; ++lane) sum[lane] += a[v][lane] * b[v][lane];
        return sum;
    }

    const detail::Inflow& flow_;
    std::size_t first_;
    std::size_t last_;
    std::vector<Lanes> now_;
    std::vector<Lanes> next_;
};

// Terms of the exponential beyond which nothing counts. Those of k steps are at most
// growth^k/k!, since no closed walks grow faster than the leading eigenvalue.
class Terms {
public:
    explicit Terms(double growth) : growth_(growth) {}

    /// After the term of `steps` was added to sums of which the least is `least`.
    [[nodiscard]] bool suffice(int steps, double least) {
        for (; steps_ < steps; ++steps_) term_ *= growth_ / (steps_ + 1);
        const double ratio = growth_ / (steps + 1);
        return ratio < 0.5 && term_ * 2 * ratio <= precision * least;
    }

private:
    double growth_;
    double term_ = 1;
    int steps_ = 0;
};

void add(Lanes& sums, const Lanes& terms, double factor) noexcept {
    for (std::size_t lane = 0; lane < width; ++lane) sums[lane] += factor * terms[lane];
}

template <Direction D>
Lanes closed_walks(Walks walks, std::size_t count, double beta, double growth, Monitor& monitor) {
    Lanes sums;
    sums.fill(1);  // the walk of no step
    Terms terms{growth};
    const auto enough = [&](int steps) {
        return terms.suffice(steps, *std::min_element(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(count)));
    };
    for (int k = 0; !enough(Csr<D>::is_directed ? k : 2 * k); ++k) {
        monitor.check();
        walks.step();
        if constexpr (Csr<D>::is_directed) {
            walks.take(beta / (k + 1));
            add(sums, walks.home(), 1);
        } else {
            // Half the way there and the same half back: 2k + 1 and 2k + 2 steps at once.
            add(sums, walks.odd(), beta / (2 * k + 1));
            walks.take(beta / std::sqrt((2.0 * k + 1) * (2.0 * k + 2)));
            add(sums, walks.even(), 1);
        }
    }
    return sums;
}

void require_beta(double beta, double growth) {
    if (!(beta >= 0) || !std::isfinite(beta)) throw InvalidOption{"beta is a finite number of at least 0; 1 is usual."};
    if (beta * growth <= largest) return;
    throw InvalidOption{"beta " + format_number(beta) + " is above the limit " + format_number(largest / growth) +
                        " of this network: scores would be too large for a number. Choose a smaller one."};
}

}  // namespace

template <Direction D>
Scores subgraph(const Csr<D>& view, std::span<const double> strengths, SubgraphOptions options, Monitor& monitor) {
    detail::require_strengths(strengths);
    const auto flow = detail::inflow(view, strengths, detail::Mode::in);
    const double growth = detail::leading_pieces(flow, detail::members(detail::strong_pieces(view)), monitor).value();
    require_beta(options.beta, growth);

    const std::size_t count = flow.size();
    const std::size_t blocks = (count + width - 1) / width;
    Scores scores{std::vector<double>(count), {}};
    monitor.expect(blocks);
    parallel_blocks(blocks, [&](std::size_t block) {
        const std::size_t first = block * width;
        const std::size_t last = std::min(count, first + width);
        const Lanes sums =
            closed_walks<D>({flow, first, last}, last - first, options.beta, options.beta * growth, monitor);
        std::copy_n(sums.begin(), last - first, scores.values.begin() + static_cast<std::ptrdiff_t>(first));
        monitor.advance();
    });
    return scores;
}

template Scores subgraph(const Digraph&, std::span<const double>, SubgraphOptions, Monitor&);
template Scores subgraph(const Ugraph&, std::span<const double>, SubgraphOptions, Monitor&);

}  // namespace coopnet::centrality
