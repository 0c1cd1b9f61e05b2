#include <coopnet/analysis/cohesion/reciprocity.hpp>

#include <coopnet/analysis/cohesion/dyad_census.hpp>

#include <limits>

namespace coopnet::cohesion {
namespace {

Value undefined(const char* why) {
    return {std::numeric_limits<double>::quiet_NaN(), why};
}

// The share of answered ties above what a network of this density has by chance, over the most it could be above.
Value correlation(double mutual, double asymmetric, double pairs) {
    const double ties = (2 * mutual) + asymmetric;
    const double density = ties / (2 * pairs);
    if (density == 1) return undefined("all pairs are tied both ways, so that nothing varies.");
    return {(2 * mutual / ties - density) / (1 - density), {}};
}

}  // namespace

template <Direction D>
Value reciprocity(const Csr<D>& view, ReciprocityOptions options) {
    const DyadCensus census = dyad_census(view);
    const auto mutual = static_cast<double>(census.mutual);
    const auto asymmetric = static_cast<double>(census.asymmetric);
    const auto pairs = mutual + asymmetric + static_cast<double>(census.null);
    if (options.form == Reciprocity::symmetric) {
        if (pairs == 0) return undefined("there are no two actors to be tied.");
        return {1 - (asymmetric / pairs), {}};
    }
    if (mutual + asymmetric == 0) return undefined("there are no ties to be answered.");
    if (options.form == Reciprocity::ties) return {2 * mutual / (2 * mutual + asymmetric), {}};
    if (options.form == Reciprocity::dyads) return {mutual / (mutual + asymmetric), {}};
    return correlation(mutual, asymmetric, pairs);
}

template Value reciprocity(const Digraph&, ReciprocityOptions);
template Value reciprocity(const Ugraph&, ReciprocityOptions);

}  // namespace coopnet::cohesion
