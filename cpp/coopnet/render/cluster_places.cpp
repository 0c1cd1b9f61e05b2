#include <coopnet/core/error.hpp>
#include <coopnet/render/cluster_places.hpp>
#include <coopnet/render/letters.hpp>
#include <coopnet/render/outline.hpp>
#include <coopnet/render/places.hpp>
#include <coopnet/render/routes.hpp>

#include <fmt/core.h>

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace coopnet::render {
namespace {

constexpr double padding = 14;
constexpr double head = 20;  // of a box, for its name
constexpr double around_hull = 9;
constexpr std::size_t most_clusters = 100;
constexpr std::size_t most_drawn_together = 200;

struct Cluster {
    std::string name;                  // empty: an actor alone
    std::vector<std::size_t> members;  // of the view
    std::vector<Point> places;         // of the members, from the corner of the cluster
    Size size;
};

std::vector<Cluster> clusters_of(const View& view, const std::vector<std::string>& names) {
    std::vector<Cluster> clusters;
    std::map<std::string, std::size_t> known;
    std::size_t named = 0;
    for (std::size_t i = 0; i < view.actors.size(); ++i) {
        const std::string& name = names[index(view.actors[i])];
        const auto [at, fresh] = known.try_emplace(name, clusters.size());
        if (fresh || name.empty()) {
            at->second = clusters.size();
            clusters.push_back({name, {}, {}, {}});
            if (!name.empty()) ++named;
        }
        clusters[at->second].members.push_back(i);
    }
    if (named > most_clusters) {
        throw InvalidOption{
            fmt::format("{} clusters cannot be read; {} are the limit. Choose coarser groups.", named, most_clusters)};
    }
    return clusters;
}

// Puts the members of a cluster beside each other, as their ties among them draw them.
void settle(Cluster& cluster, const View& view, const BoxSizes& sizes, const Pairs& pairs) {
    std::vector<Size> own;
    std::map<std::size_t, Vertex> place;
    for (const std::size_t member : cluster.members) {
        place.emplace(member, static_cast<Vertex>(own.size()));
        own.push_back(sizes[index(view.actors[member])]);
    }
    Pairs inside;
    for (const auto& [a, b] : pairs) {
        if (place.contains(a) && place.contains(b)) inside.emplace_back(place[a], place[b]);
    }
    cluster.places = own.size() == 1 ? std::vector<Point>{{0, 0}} : by_springs(own, inside);
    if (own.size() <= most_drawn_together) draw_together(cluster.places, own, 2.2, 26);
    Box box{1e300, 1e300, -1e300, -1e300};
    for (std::size_t i = 0; i < own.size(); ++i) {
        const Box one = box_at(cluster.places[i], own[i]);
        box = {std::min(box.left, one.left), std::min(box.top, one.top), std::max(box.right, one.right),
               std::max(box.bottom, one.bottom)};
    }
    const bool framed = !cluster.name.empty();
    const double edge = framed ? padding : 0;
    const double top = framed ? padding + head : 0;
    for (Point& at : cluster.places) at = at - Point{box.left - edge, box.top - top};
    cluster.size = {box.width() + 2 * edge, box.height() + edge + top};
    if (framed) cluster.size.width = std::max(cluster.size.width, width_of(cluster.name, area_letters) + 2 * padding);
}

Pairs between(const std::vector<Cluster>& clusters, std::size_t actors, const Pairs& pairs) {
    std::vector<Vertex> cluster_of(actors);
    for (std::size_t i = 0; i < clusters.size(); ++i) {
        for (const std::size_t member : clusters[i].members) cluster_of[member] = static_cast<Vertex>(i);
    }
    std::set<std::pair<Vertex, Vertex>> joined;
    for (const auto& [a, b] : pairs) {
        if (cluster_of[a] != cluster_of[b]) joined.insert(std::minmax(cluster_of[a], cluster_of[b]));
    }
    return {joined.begin(), joined.end()};
}

// The shortest way to join all members of a group, one pair after the other; joints over others' boxes are dear.
std::vector<std::pair<std::size_t, std::size_t>> joints(const Scene& scene, const std::vector<std::size_t>& members) {
    const auto price = [&](std::size_t a, std::size_t b) {
        const Point from = scene.boxes[a].box.center();
        const Point to = scene.boxes[b].box.center();
        double sum = length(to - from);
        for (std::size_t i = 0; i < scene.boxes.size(); ++i) {
            if (i != a && i != b && passes(from, to, scene.boxes[i].box)) sum += 220;
        }
        return sum;
    };
    std::vector<std::pair<std::size_t, std::size_t>> tree;
    std::vector<double> nearest(members.size(), std::numeric_limits<double>::infinity());
    std::vector<std::size_t> to(members.size());
    std::vector<bool> joined(members.size());
    std::size_t last = 0;
    for (std::size_t count = 1; count < members.size(); ++count) {
        joined[last] = true;
        std::size_t best = members.size();
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (joined[i]) continue;
            if (const double here = price(members[last], members[i]); here < nearest[i]) {
                nearest[i] = here;
                to[i] = last;
            }
            if (best == members.size() || nearest[i] < nearest[best]) best = i;
        }
        tree.emplace_back(members[to[best]], members[best]);
        last = best;
    }
    return tree;
}

}  // namespace

Placing cluster_places(const Network& network, const View& view, const BoxSizes& sizes,
                       const std::vector<std::string>& clusters) {
    if (!is_readable(view)) {
        throw InvalidOption{fmt::format(
            "Clusters of {} actors in all cannot be read. Select fewer with a projection, or let layout=\"auto\" draw "
            "groups.",
            view.actors.size())};
    }
    std::vector<Cluster> parts = clusters_of(view, clusters);
    Pairs pairs;
    for (const Tied::Pair& pair : tied(network, view).pairs)
        pairs.emplace_back(static_cast<Vertex>(pair.a), static_cast<Vertex>(pair.b));
    std::vector<Size> outer;
    for (Cluster& part : parts) {
        settle(part, view, sizes, pairs);
        outer.push_back(part.size);
    }
    std::vector<Point> middles =
        by_springs(std::vector<Size>(outer.size(), Size{60, 60}), between(parts, view.actors.size(), pairs));
    draw_together(middles, outer, 1.3, 40);
    Placing placing;
    placing.places.resize(network.actors().size());
    std::size_t tint = 0;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        const Box box = box_at(middles[i], parts[i].size);
        const Point corner{box.left, box.top};
        for (std::size_t k = 0; k < parts[i].members.size(); ++k)
            placing.places[index(view.actors[parts[i].members[k]])] = corner + parts[i].places[k];
        if (!parts[i].name.empty())
            placing.areas.push_back({parts[i].name, corner + Point{padding, 17}, {outline("box", box)}, {}, tint++});
    }
    move_to_corner(placing, sizes);
    return placing;
}

std::vector<Area> hulls(const Scene& scene, const std::vector<std::string>& clusters) {
    std::vector<std::string> names;
    std::vector<std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < scene.boxes.size(); ++i) {
        const std::string& name = clusters[index(scene.boxes[i].actor)];
        if (name.empty()) continue;
        const auto at = static_cast<std::size_t>(std::ranges::find(names, name) - names.begin());
        if (at == names.size()) {
            names.push_back(name);
            groups.emplace_back();
        }
        groups[at].push_back(i);
    }
    std::vector<Obstacle> obstacles;
    for (const ActorBox& box : scene.boxes) obstacles.push_back({box.box, flatten(outline("box", box.box))});
    std::vector<Area> areas;
    std::vector<Wire> wires;
    std::vector<std::size_t> area_of;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        if (groups[i].size() < 2) continue;
        Area area{names[i], {}, {}, {}, i};
        for (const std::size_t box : groups[i])
            area.grounds.push_back(outline("circle", scene.boxes[box].box.grown(around_hull)));
        // The name stands over the uppermost.
        const auto top = std::ranges::min(groups[i], {}, [&](std::size_t box) { return scene.boxes[box].box.top; });
        const Box& box = scene.boxes[top].box;
        area.name_at = {box.left - 2, box.top - around_hull - 4};
        areas.push_back(std::move(area));
        for (const auto& [a, b] : joints(scene, groups[i])) {
            wires.push_back({a, b, joint_width / 2, .1, {}, false});
            area_of.push_back(areas.size() - 1);
        }
    }
    const auto ways = route(obstacles, wires, {4, 4, scene.size.width - 4, scene.size.height - 4});
    for (std::size_t i = 0; i < ways.size(); ++i) {
        Polyline way = ways[i];
        way.insert(way.begin(), scene.boxes[wires[i].from].box.center());
        way.push_back(scene.boxes[wires[i].to].box.center());
        areas[area_of[i]].joints.push_back(std::move(way));
    }
    return areas;
}

}  // namespace coopnet::render
