#include <coopnet/analysis/layers/relevance.hpp>

#include <limits>
#include <map>

namespace coopnet::layers {

Relevance relevance(const Multiplex& multiplex, RelevanceOptions options) {
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    const std::uint32_t layers = multiplex.layer_count();
    std::vector<std::vector<Neighbors>> ties;
    for (std::uint32_t layer = 0; layer < layers; ++layer) ties.push_back(neighbors(multiplex, layer, options.mode));

    Relevance found;
    for (Vertex v = 0; v < multiplex.actor_count; ++v) {
        std::map<Vertex, double> tying;  // by neighbor, how many layers tie it
        for (std::uint32_t layer = 0; layer < layers; ++layer) {
            for (const Vertex other : ties[layer][v]) ++tying[other];
        }
        const auto all = static_cast<double>(tying.size());
        if (all == 0) found.why = "an actor without ties has nobody that layers could tie it to.";
        for (std::uint32_t layer = 0; layer < layers; ++layer) {
            double exclusive = 0;
            double weighted = 0;
            for (const Vertex other : ties[layer][v]) {
                exclusive += tying[other] == 1 ? 1 : 0;
                weighted += 1 / tying[other];
            }
            const auto tied = static_cast<double>(ties[layer][v].size());
            found.relevance.push_back(all > 0 ? tied / all : undefined);
            found.exclusive.push_back(all > 0 ? exclusive / all : undefined);
            found.weighted.push_back(all > 0 ? weighted / all : undefined);
        }
    }
    return found;
}

}  // namespace coopnet::layers
