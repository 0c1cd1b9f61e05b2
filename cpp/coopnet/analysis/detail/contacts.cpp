#include <coopnet/analysis/detail/contacts.hpp>

#include <algorithm>

namespace coopnet::detail {
namespace {

struct Strand {
    Vertex actor;
    EdgeId edge;
};

void add_strands(Vertex v, std::span<const Vertex> far, std::span<const EdgeId> edges, std::vector<Strand>& strands) {
    for (std::size_t i = 0; i < far.size(); ++i) {
        if (far[i] != v) strands.push_back({far[i], edges[i]});
    }
}

}  // namespace

template <Direction D>
Contacts contacts(const Csr<D>& view, std::span<const double> strengths, Mode mode) {
    Contacts contacts;
    std::vector<Strand> strands;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        strands.clear();
        const bool against = Csr<D>::is_directed && mode != Mode::out;
        if (!against || mode == Mode::all) add_strands(v, view.out(v), view.out_edges(v), strands);
        if (against) add_strands(v, view.in(v), view.in_edges(v), strands);
        std::ranges::sort(strands, [](const Strand& a, const Strand& b) {
            return a.actor != b.actor ? a.actor < b.actor : a.edge < b.edge;
        });
        const std::size_t first = contacts.actors.size();
        for (const auto& [actor, edge] : strands) {
            const double strength = strengths.empty() ? 1 : strengths[edge];
            if (contacts.actors.size() > first && contacts.actors.back() == actor) {
                contacts.strengths.back() += strength;
            } else {
                contacts.actors.push_back(actor);
                contacts.strengths.push_back(strength);
            }
        }
        contacts.offsets.push_back(static_cast<std::uint32_t>(contacts.actors.size()));
    }
    return contacts;
}

template Contacts contacts(const Digraph&, std::span<const double>, Mode);
template Contacts contacts(const Ugraph&, std::span<const double>, Mode);

}  // namespace coopnet::detail
