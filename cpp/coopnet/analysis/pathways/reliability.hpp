#pragma once

#include <coopnet/core/monitor.hpp>
#include <coopnet/view/csr.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace coopnet::pathways {

enum class Method { exact, sample };

struct ReliabilityOptions {
    Method method = Method::exact;
    std::uint64_t samples = 100'000;  ///< this and what follows: of `sample`
    std::uint64_t seed = 0;
    double confidence = 0.95;                         ///< of the interval
    std::optional<double> time_limit = std::nullopt;  ///< seconds
};

/// A probability; between `low` and `high`, if it was estimated; NaN if the time was up before.
struct Probability {
    double value = 0;
    double low = 0;
    double high = 0;
};

struct Reliability {
    Probability works;
    std::uint64_t samples = 0;  ///< 0: exact
    bool partial = false;       ///< the time was up before all samples were looked at
};

struct Importance {
    std::vector<Probability> edges;  ///< by edge id
    std::uint64_t samples = 0;
    bool partial = false;
};

// Both questions: edges fail independently of each other and work with `probabilities`, by
// edge id; an edge that runs both ways works or fails as one. Loops make no difference. They
// throw InvalidWeight if a probability is not from 0 to 1, InvalidOption if probabilities and
// edges are not as many, if source and target are the same, for options out of range, past
// a limit of the exact method or if its time is up, and Cancelled.

/// The probability that some pathway leads from source to target: two-terminal reliability;
/// 0 if there is no pathway.
///
/// Exact, it costs exponentially much at worst (#P-hard: Valiant 1979, doi:10.1137/0208032),
/// little where a network is sparse or long: at most 500,000 states at once, see
/// `detail::Frontier`. Sampled, it is the share of random states in which there is a
/// pathway, with its Clopper–Pearson interval; the same for any number of threads. That costs
/// O(samples·E/64) operations on words of 64 bits.
template <Direction D>
Reliability reliability(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                        const ReliabilityOptions& options, Monitor& monitor);

/// How much each edge matters: the reliability if it works less that if it fails, which is
/// the probability that all hangs on it. Edges on no pathway have 0.
///
/// Cost: a reliability an edge; sampled, the same states are asked with and without each edge.
/// Reference: Birnbaum (1969), "On the importance of different components in a
/// multicomponent system".
template <Direction D>
Importance importance(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                      const ReliabilityOptions& options, Monitor& monitor);

}  // namespace coopnet::pathways
