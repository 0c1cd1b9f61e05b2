#include <coopnet/analysis/pathways/exact.hpp>

#include <algorithm>

namespace coopnet::pathways {

template <Direction D>
detail::Between uncertain(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target) {
    if (source == target) throw InvalidOption{"An actor reaches itself for sure. Name two different actors."};
    if (probabilities.size() != view.edge_count()) {
        throw InvalidOption{"Probabilities and edges are not as many. Give each edge one."};
    }
    if (!std::ranges::all_of(probabilities, [](double p) { return p >= 0 && p <= 1; })) {
        throw InvalidWeight{
            "A reliability is a probability from 0 to 1. Mend those that are not, or choose another weight."};
    }
    return detail::between(view, probabilities, source, target);
}

Exactly::Exactly(const detail::Between& part, std::optional<double> time_limit, Monitor& monitor)
    : patience_(monitor, time_limit), frontier_(part.vertex_count, 0, 1, patience_) {}

double Exactly::operator()(const std::vector<EdgeSpec>& edges) {
    if (const auto works = frontier_.reliability(edges)) return *works;
    throw InvalidOption{"The time was up before the reliability was known. Give more, or ask with method=\"sample\"."};
}

template <Direction D>
double exact_reliability(const Csr<D>& view, std::span<const double> probabilities, Vertex source, Vertex target,
                         std::optional<double> time_limit, Monitor& monitor) {
    const detail::Between part = uncertain(view, probabilities, source, target);
    return part.edges.empty() ? 0 : Exactly{part, time_limit, monitor}(part.edges);
}

template detail::Between uncertain(const Digraph&, std::span<const double>, Vertex, Vertex);
template detail::Between uncertain(const Ugraph&, std::span<const double>, Vertex, Vertex);
template double exact_reliability(const Digraph&, std::span<const double>, Vertex, Vertex, std::optional<double>,
                                  Monitor&);
template double exact_reliability(const Ugraph&, std::span<const double>, Vertex, Vertex, std::optional<double>,
                                  Monitor&);

}  // namespace coopnet::pathways
