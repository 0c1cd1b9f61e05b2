#include <coopnet/analysis/flows/circles.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace coopnet::flows {
namespace {

// Goes along what flows until it meets its own way, or nothing leads on.
class Walk {
public:
    Walk(const Digraph& graph, std::vector<double>& amounts, std::span<const double> least)
        : graph_(graph),
          amounts_(amounts),
          least_(least),
          place_(graph.vertex_count(), Place::open),
          cursor_(graph.vertex_count(), 0) {}

    void from(Vertex v) {
        if (place_[v] != Place::open) return;
        place_[v] = Place::on_way;
        for (bool goes_on = true; goes_on;) goes_on = step(way_.empty() ? v : target(way_.back()));
    }

private:
    enum class Place : std::uint8_t { open, on_way, done };

    [[nodiscard]] Vertex source(EdgeId edge) const { return graph_.edges()[edge].source; }
    [[nodiscard]] Vertex target(EdgeId edge) const { return graph_.edges()[edge].target; }
    [[nodiscard]] double floor(EdgeId edge) const { return least_.empty() ? 0 : least_[edge]; }
    [[nodiscard]] double spare(EdgeId edge) const { return amounts_[edge] - floor(edge); }

    // False once the walk is back at its beginning with nothing left to try.
    bool step(Vertex v) {
        const auto edges = graph_.out_edges(v);
        if (cursor_[v] == edges.size()) return back_from(v);
        const EdgeId edge = edges[cursor_[v]];
        const Vertex next = target(edge);
        if (!(spare(edge) > 0) || place_[next] == Place::done) {
            ++cursor_[v];
            return true;
        }
        way_.push_back(edge);
        if (place_[next] == Place::on_way) {
            take_out(next);
        } else {
            place_[next] = Place::on_way;
        }
        return true;
    }

    bool back_from(Vertex v) {
        place_[v] = Place::done;
        if (way_.empty()) return false;
        way_.pop_back();
        return true;
    }

    // The end of the way is a circle from `start`. On from before the first edge of it that now carries no more.
    void take_out(Vertex start) {
        std::size_t first = way_.size() - 1;
        while (source(way_[first]) != start) --first;
        const auto circle = std::span{way_}.subspan(first);
        double most = spare(circle.front());
        for (const EdgeId edge : circle) most = std::min(most, spare(edge));
        std::size_t kept = circle.size();
        for (std::size_t i = circle.size(); i-- > 0;) {
            const bool used_up = spare(circle[i]) == most;
            amounts_[circle[i]] = used_up ? floor(circle[i]) : amounts_[circle[i]] - most;
            if (used_up) kept = i;
        }
        for (std::size_t i = kept + 1; i < circle.size(); ++i) place_[source(circle[i])] = Place::open;
        way_.resize(first + kept);
    }

    const Digraph& graph_;
    std::vector<double>& amounts_;
    std::span<const double> least_;
    std::vector<Place> place_;
    std::vector<std::size_t> cursor_;
    std::vector<EdgeId> way_;
};

}  // namespace

void take_out_circles(const Digraph& graph, std::vector<double>& amounts, std::span<const double> least) {
    Walk walk{graph, amounts, least};
    for (Vertex v = 0; v < graph.vertex_count(); ++v) walk.from(v);
}

}  // namespace coopnet::flows
