#include <coopnet/analysis/layers/overlap.hpp>

#include <algorithm>
#include <limits>

namespace coopnet::layers {
namespace {

double count(const std::vector<Neighbors>& ties) {
    double sum = 0;
    for (const Neighbors& others : ties) sum += static_cast<double>(others.size());
    return sum;
}

double shared(const std::vector<Neighbors>& one, const std::vector<Neighbors>& other) {
    double sum = 0;
    for (std::size_t v = 0; v < one.size(); ++v) {
        sum += static_cast<double>(
            std::ranges::count_if(one[v], [&](Vertex to) { return std::ranges::binary_search(other[v], to); }));
    }
    return sum;
}

}  // namespace

Overlap overlap(const Multiplex& multiplex) {
    constexpr double undefined = std::numeric_limits<double>::quiet_NaN();
    std::vector<std::vector<Neighbors>> ties;
    for (std::uint32_t layer = 0; layer < multiplex.layer_count(); ++layer) {
        ties.push_back(neighbors(multiplex, layer, Mode::out));
    }
    Overlap found;
    for (std::uint32_t layer = 0; layer < multiplex.layer_count(); ++layer) {
        for (std::uint32_t other = 0; other < multiplex.layer_count(); ++other) {
            if (layer == other) continue;
            OverlapRow row{layer, other, count(ties[layer]), shared(ties[layer], ties[other]), undefined, undefined};
            const double either = row.ties + count(ties[other]) - row.shared;
            if (either > 0) row.jaccard = row.shared / either;
            if (row.ties > 0) row.conditional = row.shared / row.ties;
            if (row.ties == 0) found.why = "a layer without ties shares none.";
            found.rows.push_back(row);
        }
    }
    return found;
}

}  // namespace coopnet::layers
