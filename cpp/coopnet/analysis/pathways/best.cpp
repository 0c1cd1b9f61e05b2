#include <coopnet/analysis/pathways/best.hpp>

#include <coopnet/analysis/pathways/most_reliable.hpp>
#include <coopnet/analysis/pathways/shortest.hpp>

#include <variant>
#include <vector>

namespace coopnet::pathways {

Pathways best(const View& view, Vertex source, Vertex target, const BestOptions& options, Monitor& monitor) {
    const bool multiplies = view.meaning == WeightMeaning::probability;
    const auto lengths = multiplies ? std::vector<double>{} : costs(view);
    return std::visit(
        [&](const auto& csr) {
            if (multiplies) {
                return most_reliable(
                    csr, csr.weights(), source, target,
                    {.k = options.most, .only_equal = options.only_equal, .time_limit = options.time_limit}, monitor);
            }
            if (options.only_equal) {
                return all_shortest(csr, lengths, source, target,
                                    {.max_results = options.most, .time_limit = options.time_limit}, monitor);
            }
            return k_shortest(csr, lengths, source, target, {.k = options.most, .time_limit = options.time_limit},
                              monitor);
        },
        view.csr);
}

}  // namespace coopnet::pathways
