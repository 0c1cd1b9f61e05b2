#include <coopnet/render/ring_places.hpp>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <queue>
#include <string>

namespace coopnet::render {
namespace {

constexpr double stretch = 1.5;  // names are wider than high, and so are rings
constexpr double ring_gap = 86;  // from ring to ring, at least
constexpr double gap = 16;       // between two boxes
constexpr double beyond = 34;    // from the middle of the boxes to the rim of the ring's ground
constexpr std::size_t most_swapped = 160;
constexpr std::size_t neutral = 5;
constexpr double turn = 2 * std::numbers::pi;

struct Member {
    std::size_t vertex;
    double angle;
};

Point on_ring(double angle, double radius) {
    return {std::sin(angle) * radius * stretch, -std::cos(angle) * radius};
}

Path ellipse(double radius) {
    Polyline corners;
    for (int i = 0; i < 96; ++i) corners.push_back(on_ring(turn * i / 96, radius));
    return polygon(corners);
}

double apart(double a, double b) {
    const double between = std::abs(a - b);
    return std::min(between, turn - between);
}

class Rings {
public:
    Rings(const Network& network, const View& view, const BoxSizes& sizes, std::vector<std::size_t> steps_away,
          std::size_t steps)
        : network_{network}, view_{view}, sizes_{sizes}, away_{std::move(steps_away)}, rings_(steps + 1) {
        neighbors_.resize(view.actors.size());
        const Tied all = tied(network, view);
        for (const Tied::Pair& pair : all.pairs) {
            neighbors_[pair.a].emplace_back(pair.b, pair.weight);
            neighbors_[pair.b].emplace_back(pair.a, pair.weight);
        }
        angles_.resize(view.actors.size());
        for (std::size_t vertex = 0; vertex < away_.size(); ++vertex) {
            if (away_[vertex] <= steps) rings_[away_[vertex]].push_back(vertex);
        }
    }

    Placing placed(const Texts& texts) {
        Placing placing;
        placing.places.resize(network_.actors().size());
        std::vector<Box> taken{box_at({0, 0}, size_of(rings_[0].front()))};
        placing.places[index(view_.actors[rings_[0].front()])] = Point{0, 0};
        double radius = 0;
        for (std::size_t ring = 1; ring < rings_.size() && !rings_[ring].empty(); ++ring) {
            order(rings_[ring], ring);
            radius = widened(rings_[ring], radius + ring_gap, taken);
            for (const std::size_t vertex : rings_[ring]) {
                const Point at = on_ring(angles_[vertex], radius);
                placing.places[index(view_.actors[vertex])] = at;
                taken.push_back(box_at(at, size_of(vertex)));
            }
            const std::string name = texts(ring == 1 ? "rings.one" : "rings.many", {{"count", std::to_string(ring)}});
            const double rim = radius + beyond;
            placing.areas.push_back(
                {name, {-width_of(name, area_letters) / 2, -rim + 16}, {ellipse(rim)}, {}, neutral});
            radius = rim - beyond / 2;
        }
        std::ranges::reverse(placing.areas);  // the outer grounds below
        return placing;
    }

private:
    [[nodiscard]] Size size_of(std::size_t vertex) const { return sizes_[index(view_.actors[vertex])]; }

    [[nodiscard]] std::string_view country(std::size_t vertex) const {
        return network_.draft().actors.cell(index(view_.actors[vertex]), "country");
    }

    // The first ring by country, those farther out by where their neighbors within stand; then exchanges.
    void order(std::vector<std::size_t>& ring, std::size_t number) {
        if (number == 1) {
            std::ranges::stable_sort(ring, {}, [this](std::size_t vertex) { return country(vertex); });
        } else {
            for (const std::size_t vertex : ring) angles_[vertex] = wish(vertex, number);
            std::ranges::stable_sort(ring, {}, [this](std::size_t vertex) { return angles_[vertex]; });
        }
        spread(ring);
        if (ring.size() > most_swapped) return;
        for (int round = 0; round < 4; ++round) {
            bool better = false;
            for (std::size_t i = 0; i < ring.size(); ++i) {
                for (std::size_t j = i + 1; j < ring.size(); ++j) better |= swap_if_shorter(ring[i], ring[j]);
            }
            if (!better) break;
        }
    }

    // The mean direction of the neighbors that stand already.
    [[nodiscard]] double wish(std::size_t vertex, std::size_t number) const {
        Point sum;
        for (const auto& [other, weight] : neighbors_[vertex]) {
            if (away_[other] < number && away_[other] > 0)
                sum = sum + Point{std::sin(angles_[other]), std::cos(angles_[other])} * weight;
        }
        const double angle = std::atan2(sum.x, sum.y);
        return angle < 0 ? angle + turn : angle;
    }

    void spread(const std::vector<std::size_t>& ring) {
        const double offset = ring.size() == 1 ? turn / 4 : 0;
        for (std::size_t i = 0; i < ring.size(); ++i)
            angles_[ring[i]] = offset + turn * (static_cast<double>(i) + .5) / static_cast<double>(ring.size());
    }

    [[nodiscard]] double pull(std::size_t vertex, std::size_t but) const {
        double sum = 0;
        for (const auto& [other, weight] : neighbors_[vertex]) {
            if (other != but && away_[other] > 0 && away_[other] <= away_[vertex])
                sum += weight * apart(angles_[vertex], angles_[other]);
        }
        return sum;
    }

    bool swap_if_shorter(std::size_t a, std::size_t b) {
        const double before = pull(a, b) + pull(b, a);
        std::swap(angles_[a], angles_[b]);
        if (pull(a, b) + pull(b, a) < before - 1e-9) return true;
        std::swap(angles_[a], angles_[b]);
        return false;
    }

    // The least radius at which the boxes of a ring keep clear of each other and of those within.
    [[nodiscard]] double widened(const std::vector<std::size_t>& ring, double radius,
                                 const std::vector<Box>& taken) const {
        for (;; radius += 12) {
            std::vector<Box> boxes = taken;
            bool is_clear = true;
            for (const std::size_t vertex : ring) {
                const Box box = box_at(on_ring(angles_[vertex], radius), size_of(vertex)).grown(gap / 2);
                is_clear = is_clear && std::ranges::none_of(
                                           boxes, [&](const Box& other) { return overlap(box, other.grown(gap / 2)); });
                boxes.push_back(box.grown(-gap / 2));
            }
            if (is_clear) return radius;
        }
    }

    const Network& network_;
    const View& view_;
    const BoxSizes& sizes_;
    std::vector<std::size_t> away_;                // by vertex
    std::vector<std::vector<std::size_t>> rings_;  // of vertices
    std::vector<std::vector<std::pair<std::size_t, double>>> neighbors_;
    std::vector<double> angles_;  // by vertex
};

}  // namespace

std::vector<std::size_t> steps_from(const View& view, Vertex from, std::size_t steps) {
    std::vector<std::size_t> away(view.actors.size(), steps + 1);
    std::queue<Vertex> next{{from}};
    away[from] = 0;
    std::visit(
        [&](const auto& csr) {
            while (!next.empty()) {
                const Vertex one = next.front();
                next.pop();
                if (away[one] == steps) continue;
                for (const auto some : {csr.out(one), csr.in(one)}) {
                    for (const Vertex other : some) {
                        if (away[other] <= steps) continue;
                        away[other] = away[one] + 1;
                        next.push(other);
                    }
                }
            }
        },
        view.csr);
    return away;
}

Placing ring_places(const Network& network, const View& view, const BoxSizes& sizes, ActorRow around, std::size_t steps,
                    const Texts& texts) {
    const auto at = std::ranges::find(view.actors, around);
    auto away = steps_from(view, static_cast<Vertex>(at - view.actors.begin()), steps);
    Placing placing = Rings{network, view, sizes, std::move(away), steps}.placed(texts);
    move_to_corner(placing, sizes);
    return placing;
}

}  // namespace coopnet::render
