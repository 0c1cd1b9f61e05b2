#include <coopnet/analysis/pathways/outlook.hpp>

#include <cmath>

namespace coopnet::pathways {
namespace {

void require_numbers(const Measure& measure, std::size_t edges) {
    const auto fits = [aim = measure.aim](double x) {
        if (aim == Aim::most_reliable) return x >= 0 && x <= 1;
        return x >= 0 && (aim == Aim::widest || std::isfinite(x));
    };
    if (!measure.numbers.empty() && measure.numbers.size() != edges) {
        throw InvalidOption{"Numbers and edges are not as many. Give each edge one."};
    }
    if (std::ranges::all_of(measure.numbers, fits)) return;
    if (measure.aim == Aim::most_reliable) {
        throw InvalidWeight{
            "A reliability is a probability from 0 to 1. Mend those that are not, or choose another weight."};
    }
    throw InvalidWeight{
        "Pathways need costs and widths that are finite and not negative. Mend them, or choose another weight."};
}

void require_limit(const Limit& limit) {
    const bool product = limit.measure.aim == Aim::most_reliable;
    if (limit.bound >= 0 && (!product || limit.bound <= 1)) return;
    throw InvalidOption{product ? "A pathway's reliability is from 0 to 1, and no other limit can be kept."
                                : "No pathway keeps a limit below 0. Raise it."};
}

}  // namespace

void require_question(std::uint32_t vertices, std::uint32_t edges, const Admission& admitted,
                      std::span<const Measure> measures, const std::vector<Limit>& limits, Vertex source, Vertex target,
                      std::uint64_t k) {
    if (source >= vertices || target >= vertices) {
        throw InvalidOption{"A pathway leads from one vertex of the view to another. Give it two that are there."};
    }
    if (k < 1) throw InvalidOption{"k=0 is not a number of pathways. Say 1 or more."};
    if (avoids(admitted, source) || avoids(admitted, target)) {
        throw InvalidOption{"An end of the pathway is among what it should avoid. Avoid less."};
    }
    for (const Measure& measure : measures) require_numbers(measure, edges);
    for (const Limit& limit : limits) {
        require_numbers(limit.measure, edges);
        require_limit(limit);
    }
}

std::vector<double> onto(const Product& product, const Measure& measure, double nothing) {
    std::vector<double> numbers;
    numbers.reserve(product.edges.size());
    for (const EdgeId edge : product.edges) {
        const bool arrives = edge == Product::arrival;
        numbers.push_back(arrives ? nothing : measure.numbers.empty() ? 1 : measure.numbers[edge]);
    }
    return numbers;
}

bool stands_on(const Product& product, std::span<const EdgeId> way, Vertex v) {
    return product.vertices[0] == v || std::ranges::any_of(way, [&](EdgeId edge) {
               const Vertex to = product.graph.edges()[edge].target;
               return to != product.goal && product.vertices[to] == v;
           });
}

Pathway through_the_view(const Product& product, std::span<const EdgeId> way) {
    Pathway made;
    made.vertices.push_back(product.vertices[0]);
    for (const EdgeId edge : way) {
        if (product.edges[edge] == Product::arrival) break;
        made.vertices.push_back(product.vertices[product.graph.edges()[edge].target]);
        made.edges.push_back(product.edges[edge]);
    }
    return made;
}

}  // namespace coopnet::pathways
