#include <coopnet/analysis/detail/chosen.hpp>

#include <coopnet/core/error.hpp>

namespace coopnet::detail {

std::vector<double> shares_of(Chosen chosen, std::uint32_t count) {
    if (!chosen) return {};
    std::vector<double> shares(count, 0.0);
    for (const Vertex v : *chosen) {
        if (v >= count) throw InvalidOption{"Only vertices of the view can be chosen. Give it some that are there."};
        shares[v] = 1;
    }
    return shares;
}

}  // namespace coopnet::detail
