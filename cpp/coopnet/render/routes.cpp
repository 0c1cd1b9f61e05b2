#include <coopnet/render/routes.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <optional>
#include <queue>
#include <utility>

namespace coopnet::render {
namespace {

constexpr double clearance = 6;                    // of a line from other boxes
constexpr std::array<double, 3> rings{9, 16, 23};  // corners stand so far off their box
constexpr double port_step = 8;
constexpr double steepest = .34;  // cosine to the border's normal
constexpr double price_of_crossing = 34;
constexpr double price_of_covering = 45;   // the end of another wire
constexpr double price_of_bend = 16;       // of an eighth of a turn
constexpr double price_of_slant = 22;      // of leaving a border askew
constexpr double price_of_crowding = 1.3;  // a pixel, of running too near another wire
constexpr double crowded = 6.5;
constexpr int rounds = 3;
constexpr double infinity = std::numeric_limits<double>::infinity();

struct Corner {
    Point at;
    Point outward;  // the quarter it looks to
};

struct Port {
    Point at;
    Point outward;
    double offset;  // from the middle of its side
};

struct Sight {
    std::size_t corner;
    std::size_t port;
};

struct Segment {
    Point a;
    Point b;
    double half_width;
    double weight;
    std::size_t wire;
    bool first;
    bool last;
};

struct End {
    std::size_t box;
    Point at;
    Point outward;
    double half_width;
    std::size_t wire;
};

double cosine(Point a, Point b) {
    return dot(unit(a), unit(b));
}

double price_of_turn(Point before, Point after) {
    const double angle = std::acos(std::clamp(cosine(before, after), -1., 1.));
    return angle < .02 ? 0 : price_of_bend * (.35 + angle / .7853981633974483);
}

// A way that bends here must wrap around the corner's box: it comes and goes along the box, not straight away from it.
bool is_taut(const Corner& corner, Point direction) {
    return direction.x * corner.outward.x * direction.y * corner.outward.y <= 1e-9;
}

class Router {
public:
    Router(const std::vector<Obstacle>& obstacles, const std::vector<Wire>& wires, Box field)
        : obstacles_{obstacles},
          wires_{wires},
          field_{field},
          sights_(obstacles.size()),
          ports_(obstacles.size()),
          seen_(obstacles.size()),
          ways_(wires.size()) {
        for (const Obstacle& obstacle : obstacles_) add_corners(obstacle.box);
        connect_corners();
    }

    std::vector<Polyline> run() {
        std::vector<std::size_t> order(wires_.size());
        std::iota(order.begin(), order.end(), 0U);
        const auto span = [&](std::size_t i) {
            const Point between = obstacles_[wires_[i].to].box.center() - obstacles_[wires_[i].from].box.center();
            // Level wires with words first, then those asked for, then short ones: they have least choice.
            return (wires_[i].through.empty() ? wires_[i].first ? -1e5 : 0 : -1e6) + length(between);
        };
        std::ranges::stable_sort(order, {}, span);
        for (int round = 0; round < rounds; ++round) {
            for (const std::size_t wire : order) {
                if (round > 0 && (!wires_[wire].through.empty() || wires_[wire].first)) continue;
                remove(wire);
                find(wire);
            }
        }
        return std::move(ways_);
    }

private:
    void add_corners(const Box& box) {
        for (const double ring : rings) {
            const Box around = box.grown(ring);
            const double cut = ring * .55;
            for (const double sx : {-1., 1.}) {
                for (const double sy : {-1., 1.}) {
                    const Point tip{sx < 0 ? around.left : around.right, sy < 0 ? around.top : around.bottom};
                    for (const Point at : {tip - Point{sx * cut, 0}, tip - Point{0, sy * cut}}) {
                        if (is_free(at)) corners_.push_back({at, {sx, sy}});
                    }
                }
            }
        }
    }

    [[nodiscard]] bool is_free(Point at) const {
        return field_.contains(at) && std::ranges::none_of(obstacles_, [&](const Obstacle& obstacle) {
                   return obstacle.box.grown(clearance).contains(at);
               });
    }

    [[nodiscard]] bool is_clear(Point a, Point b, double room, std::size_t but,
                                const std::vector<std::size_t>& through) const {
        for (std::size_t i = 0; i < obstacles_.size(); ++i) {
            if (i == but || !passes(a, b, obstacles_[i].box.grown(room))) continue;
            if (std::ranges::find(through, i) == through.end()) return false;
        }
        return true;
    }

    void connect_corners() {
        neighbors_.resize(corners_.size());
        for (std::size_t i = 0; i < corners_.size(); ++i) {
            for (std::size_t j = i + 1; j < corners_.size(); ++j) {
                const Point between = corners_[j].at - corners_[i].at;
                if (!is_taut(corners_[i], between) || !is_taut(corners_[j], between)) continue;
                if (!is_clear(corners_[i].at, corners_[j].at, clearance, obstacles_.size(), {})) continue;
                neighbors_[i].push_back(j);
                neighbors_[j].push_back(i);
            }
        }
    }

    // The points of a box' border where lines may end, and what they see: found when first asked for.
    void open(std::size_t box) {
        if (seen_[box]) return;
        seen_[box] = true;
        const Box& b = obstacles_[box].box;
        const Point c = b.center();
        const auto add_side = [&](Point middle, Point along, Point outward, double side) {
            for (double offset = 0; offset <= side / 2 - 6; offset += port_step) {
                for (const double sign : {1., -1.}) {
                    if (offset > 0 || sign > 0)
                        ports_[box].push_back({middle + along * (offset * sign), outward, offset});
                }
            }
        };
        add_side({c.x, b.top}, {1, 0}, {0, -1}, b.width());
        add_side({c.x, b.bottom}, {1, 0}, {0, 1}, b.width());
        add_side({b.left, c.y}, {0, 1}, {-1, 0}, b.height());
        add_side({b.right, c.y}, {0, 1}, {1, 0}, b.height());
        for (std::size_t port = 0; port < ports_[box].size(); ++port) {
            for (std::size_t corner = 0; corner < corners_.size(); ++corner) {
                const Point between = corners_[corner].at - ports_[box][port].at;
                if (cosine(between, ports_[box][port].outward) < steepest || !is_taut(corners_[corner], between))
                    continue;
                if (is_clear(ports_[box][port].at, corners_[corner].at, clearance, box, {}))
                    sights_[box].push_back({corner, port});
            }
        }
    }

    [[nodiscard]] double price_of_port(std::size_t box, const Port& port, const Wire& wire) const {
        double price = port.offset * .16;
        for (const End& end : ends_) {
            if (end.box != box || end.outward != port.outward) continue;
            const double apart = length(end.at - port.at) - end.half_width - wire.width / 2;
            if (apart < port_step - 1) price += 90 + 10 * (port_step - apart);
        }
        return price;
    }

    // Length, crossings and crowding of one step of a way.
    [[nodiscard]] double price_of_step(Point a, Point b, const Wire& wire, double limit) const {
        double price = length(b - a);
        const Box around{std::min(a.x, b.x) - crowded, std::min(a.y, b.y) - crowded, std::max(a.x, b.x) + crowded,
                         std::max(a.y, b.y) + crowded};
        for (const Segment& other : segments_) {
            if (price >= limit) break;
            if (std::max(other.a.x, other.b.x) < around.left || std::min(other.a.x, other.b.x) > around.right ||
                std::max(other.a.y, other.b.y) < around.top || std::min(other.a.y, other.b.y) > around.bottom) {
                continue;
            }
            if (const auto along = crossing(a, b, other.a, other.b)) {
                price += price_of_crossing * std::min(wire.weight, other.weight);
                price += price_near_end(a + (b - a) * *along, other);
            }
            price += crowding(a, b, other, wire.width / 2);
        }
        return price;
    }

    // A line that crosses just at the end of another hides its head.
    [[nodiscard]] static double price_near_end(Point at, const Segment& other) {
        constexpr double near = 18;
        const bool at_start = other.first && length(at - other.a) < near + other.half_width;
        const bool at_end = other.last && length(at - other.b) < near + other.half_width;
        return at_start || at_end ? price_of_covering : 0;
    }

    [[nodiscard]] static double crowding(Point a, Point b, const Segment& other, double half_width) {
        const Point step = b - a;
        const Point way = other.b - other.a;
        const double turn = cross(step, way);
        if (turn * turn > .1164 * dot(step, step) * dot(way, way)) return 0;  // steeper than some 20 degrees
        const Point along = unit(step);
        const Point across = normal(along);
        const double near = crowded + half_width + other.half_width;
        const double first = dot(other.a - a, along);
        const double last = dot(other.b - a, along);
        const double from = std::max(0., std::min(first, last));
        const double to = std::min(length(b - a), std::max(first, last));
        if (to - from < 4) return 0;
        const double middle = (from + to) / 2;
        const double share = std::abs(last - first) > 0 ? (middle - first) / (last - first) : 0;
        const double apart = std::abs(dot(other.a + (other.b - other.a) * share - a, across));
        return apart < near ? (to - from) * price_of_crowding * (1 + (near - apart) / near) : 0;
    }

    struct Step {
        double price = infinity;
        std::size_t before = 0;  // a corner, or none
        std::size_t port = 0;
        Point came;  // direction
        bool done = false;
    };

    struct Found {
        double price = infinity;
        std::size_t last = 0;
        std::size_t from_port = 0;
        std::size_t to_port = 0;
    };

    void find(std::size_t number) {
        const Wire& wire = wires_[number];
        open(wire.from);
        open(wire.to);
        const std::size_t none = corners_.size();
        std::vector<double> from_prices = prices_of_ports(wire.from, wire);
        std::vector<double> to_prices = prices_of_ports(wire.to, wire);
        Found best = straight(wire, from_prices, to_prices, none);
        std::vector<Step> steps(corners_.size());
        search(wire, from_prices, to_prices, steps, best);
        keep(number, best, steps, none);
    }

    [[nodiscard]] std::vector<double> prices_of_ports(std::size_t box, const Wire& wire) const {
        std::vector<double> prices;
        for (const Port& port : ports_[box]) prices.push_back(price_of_port(box, port, wire));
        return prices;
    }

    [[nodiscard]] Found straight(const Wire& wire, const std::vector<double>& from_prices,
                                 const std::vector<double>& to_prices, std::size_t none) const {
        Found best{infinity, none, 0, 0};
        for (std::size_t i = 0; i < ports_[wire.from].size(); ++i) {
            const Port& from = ports_[wire.from][i];
            for (std::size_t j = 0; j < ports_[wire.to].size(); ++j) {
                const Port& to = ports_[wire.to][j];
                const Point between = to.at - from.at;
                const double out = cosine(between, from.outward);
                const double in = -cosine(between, to.outward);
                if (out < steepest || in < steepest) continue;
                double price = from_prices[i] + to_prices[j] + price_of_slant * (2 - out - in);
                if (price + length(between) >= best.price) continue;
                if (!is_clear_but_ends(from.at, to.at, wire)) continue;
                price += price_of_step(from.at, to.at, wire, best.price - price);
                if (price < best.price) best = {price, none, i, j};
            }
        }
        return best;
    }

    [[nodiscard]] bool is_clear_but_ends(Point a, Point b, const Wire& wire) const {
        for (std::size_t i = 0; i < obstacles_.size(); ++i) {
            if (i == wire.from || i == wire.to || !passes(a, b, obstacles_[i].box.grown(clearance + wire.width / 2)))
                continue;
            if (std::ranges::find(wire.through, i) == wire.through.end()) return false;
        }
        return true;
    }

    void search(const Wire& wire, const std::vector<double>& from_prices, const std::vector<double>& to_prices,
                std::vector<Step>& steps, Found& best) const {
        const Point goal = obstacles_[wire.to].box.center();
        const double reach = std::max(obstacles_[wire.to].box.width(), obstacles_[wire.to].box.height()) / 2;
        const auto at_least = [&](std::size_t corner) {
            return std::max(0., length(goal - corners_[corner].at) - reach);
        };
        using Entry = std::pair<double, std::size_t>;
        std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue;
        const auto offer = [&](std::size_t corner, double start, Point from, std::size_t before, std::size_t port) {
            Step& step = steps[corner];
            const double limit = std::min(step.price, best.price - at_least(corner));
            const Point between = corners_[corner].at - from;
            if (step.done || start + length(between) >= limit) return;
            if (wire.width > 0 && !is_clear_but_ends(from, corners_[corner].at, wire)) return;
            const double price = start + price_of_step(from, corners_[corner].at, wire, limit - start);
            if (price >= limit) return;
            step = {price, before, port, between, false};
            queue.emplace(price + at_least(corner), corner);
        };
        for (const Sight sight : sights_[wire.from]) {
            const Port& port = ports_[wire.from][sight.port];
            const double slant = price_of_slant * (1 - cosine(corners_[sight.corner].at - port.at, port.outward));
            offer(sight.corner, from_prices[sight.port] + slant, port.at, corners_.size(), sight.port);
        }
        std::vector<std::vector<std::size_t>> goals(corners_.size());
        for (const Sight sight : sights_[wire.to]) goals[sight.corner].push_back(sight.port);
        while (!queue.empty()) {
            const auto [total, corner] = queue.top();
            queue.pop();
            if (total >= best.price) break;
            if (steps[corner].done) continue;
            steps[corner].done = true;
            const Step& here = steps[corner];
            for (const std::size_t number : goals[corner]) finish(wire, corner, number, to_prices[number], steps, best);
            for (const std::size_t next : neighbors_[corner]) {
                if (steps[next].done) continue;
                const double turn = price_of_turn(here.came, corners_[next].at - corners_[corner].at);
                offer(next, here.price + turn, corners_[corner].at, corner, here.port);
            }
        }
    }

    void finish(const Wire& wire, std::size_t corner, std::size_t number, double port_price,
                const std::vector<Step>& steps, Found& best) const {
        const Port& port = ports_[wire.to][number];
        const Step& here = steps[corner];
        const Point between = port.at - corners_[corner].at;
        double price = here.price + port_price + price_of_turn(here.came, between) +
                       price_of_slant * (1 + cosine(between, port.outward));
        if (price + length(between) >= best.price) return;
        price += price_of_step(corners_[corner].at, port.at, wire, best.price - price);
        if (price < best.price) best = {price, corner, here.port, number};
    }

    void keep(std::size_t number, const Found& found, const std::vector<Step>& steps, std::size_t none) {
        const Wire& wire = wires_[number];
        const Port& from = ports_[wire.from][found.from_port];
        const Port& to = ports_[wire.to][found.to_port];
        Polyline way{to.at};
        for (std::size_t corner = found.last; corner != none; corner = steps[corner].before)
            way.push_back(corners_[corner].at);
        way.push_back(from.at);
        std::ranges::reverse(way);
        ends_.push_back({wire.from, from.at, from.outward, wire.width / 2, number});
        ends_.push_back({wire.to, to.at, to.outward, wire.width / 2, number});
        for (std::size_t i = 1; i < way.size(); ++i) {
            segments_.push_back({way[i - 1], way[i], wire.width / 2, wire.weight, number, i == 1, i + 1 == way.size()});
        }
        ways_[number] = std::move(way);
    }

    void remove(std::size_t number) {
        std::erase_if(segments_, [&](const Segment& segment) { return segment.wire == number; });
        std::erase_if(ends_, [&](const End& end) { return end.wire == number; });
    }

    const std::vector<Obstacle>& obstacles_;
    const std::vector<Wire>& wires_;
    Box field_;
    std::vector<Corner> corners_;
    std::vector<std::vector<std::size_t>> neighbors_;  // by corner
    std::vector<std::vector<Sight>> sights_;           // by obstacle
    std::vector<std::vector<Port>> ports_;             // by obstacle
    std::vector<bool> seen_;
    std::vector<Segment> segments_;
    std::vector<End> ends_;
    std::vector<Polyline> ways_;
};

bool keeps_clear(const Polyline& curve, const std::vector<Obstacle>& obstacles, const Wire& wire) {
    for (std::size_t i = 0; i < obstacles.size(); ++i) {
        if (i == wire.from || i == wire.to || std::ranges::find(wire.through, i) != wire.through.end()) continue;
        const Box box = obstacles[i].box.grown(4.5 + wire.width / 2);
        for (std::size_t j = 1; j < curve.size(); ++j) {
            if (passes(curve[j - 1], curve[j], box)) return false;
        }
    }
    return true;
}

}  // namespace

std::vector<Polyline> route(const std::vector<Obstacle>& obstacles, const std::vector<Wire>& wires, Box field) {
    return Router{obstacles, wires, field}.run();
}

Path rounded(const Polyline& line, const std::vector<Obstacle>& obstacles, const Wire& wire) {
    constexpr double straight_end = 15;  // under an arrow head
    constexpr double widest = 60;
    Path path;
    if (line.empty()) return path;
    path.start = line.front();
    for (std::size_t i = 1; i + 1 < line.size(); ++i) {
        const Point before = line[i - 1] - line[i];
        const Point after = line[i + 1] - line[i];
        const double first = i == 1 ? length(before) - straight_end : length(before) / 2;
        const double second = i + 2 == line.size() ? length(after) - straight_end : length(after) / 2;
        double radius = std::max(0., std::min({first, second, widest}));
        for (; radius > 1; radius *= .75) {
            Path corner;
            corner.start = line[i] + unit(before) * radius;
            corner.curve_to(line[i] + unit(before) * (radius / 3), line[i] + unit(after) * (radius / 3),
                            line[i] + unit(after) * radius);
            if (keeps_clear(flatten(corner), obstacles, wire)) break;
        }
        const Point in = line[i] + unit(before) * radius;
        path.line_to(in);
        path.curve_to(line[i] + unit(before) * (radius / 3), line[i] + unit(after) * (radius / 3),
                      line[i] + unit(after) * radius);
    }
    path.line_to(line.back());
    return path;
}

}  // namespace coopnet::render
