#include <coopnet/analysis/brokerage/simmelian.hpp>
#include <coopnet/analysis/detail/contacts.hpp>

#include <cstddef>

namespace coopnet::brokerage {
namespace {

// Each actor's mutual contacts, ascending.
template <Direction D>
std::vector<std::vector<Vertex>> mutual_contacts(const Csr<D>& view) {
    const auto to = detail::contacts(view, {}, detail::Mode::out);
    const auto from = detail::contacts(view, {}, detail::Mode::in);
    std::vector<std::vector<Vertex>> mutual(view.vertex_count());
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
        detail::each_common(to.of(v), from.of(v),
                            [&](std::size_t at, std::size_t) { mutual[v].push_back(to.of(v)[at]); });
    }
    return mutual;
}

}  // namespace

template <Direction D>
std::vector<MutualTie> mutual_ties(const Csr<D>& view, Monitor& monitor) {
    const auto mutual = mutual_contacts(view);
    std::vector<MutualTie> ties;
    for (Vertex first = 0; first < view.vertex_count(); ++first) {
        monitor.check();
        for (const Vertex second : mutual[first]) {
            if (second < first) continue;
            std::uint32_t thirds = 0;
            detail::each_common(mutual[first], mutual[second], [&](std::size_t, std::size_t) { ++thirds; });
            ties.push_back({first, second, thirds});
        }
    }
    return ties;
}

template <Direction D>
Scores simmelian(const Csr<D>& view, Monitor& monitor) {
    Scores scores{std::vector<double>(view.vertex_count()), {}};
    for (const auto& [first, second, thirds] : mutual_ties(view, monitor)) {
        if (thirds == 0) continue;
        ++scores.values[first];
        ++scores.values[second];
    }
    return scores;
}

template std::vector<MutualTie> mutual_ties(const Digraph&, Monitor&);
template std::vector<MutualTie> mutual_ties(const Ugraph&, Monitor&);
template Scores simmelian(const Digraph&, Monitor&);
template Scores simmelian(const Ugraph&, Monitor&);

}  // namespace coopnet::brokerage
