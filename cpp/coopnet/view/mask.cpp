#include <coopnet/view/mask.hpp>

#include <string>
#include <utility>

namespace coopnet {
namespace {

constexpr Vertex gone = ~Vertex{0};

// The vertex that each vertex is then.
std::vector<Vertex> take_actors(const Selection& selection, const Mask& mask, Selection& left) {
    std::vector<Vertex> place(selection.actors.size(), gone);
    std::vector<std::string> keys;
    for (Vertex v = 0; v < place.size(); ++v) {
        if (mask.actors[index(selection.actors[v])]) continue;
        place[v] = static_cast<Vertex>(left.actors.size());
        left.actors.push_back(selection.actors[v]);
        keys.push_back((*selection.names)[v]);
    }
    const bool all = left.actors.size() == place.size();
    left.names = all ? selection.names : std::make_shared<const Names>(std::move(keys));
    left.forum.assign(left.actors.size(), false);
    return place;
}

}  // namespace

Selection masked(const Selection& selection, const Mask& mask) {
    Selection left;
    left.meaning = selection.meaning;
    left.reversed = selection.reversed;
    const auto place = take_actors(selection, mask, left);
    const auto stays = [&](TieRow tie, Vertex source, Vertex target) {
        return !mask.ties[index(tie)] && place[source] != gone && place[target] != gone;
    };
    for (std::size_t i = 0; i < selection.ties.size(); ++i) {
        if (!stays(selection.ties[i], selection.sources[i], selection.targets[i])) continue;
        left.settle(place[selection.targets[i]], selection.directed[i], selection.affiliation[i]);
        left.ties.push_back(selection.ties[i]);
        left.sources.push_back(place[selection.sources[i]]);
        left.targets.push_back(place[selection.targets[i]]);
        left.directed.push_back(selection.directed[i]);
        left.affiliation.push_back(selection.affiliation[i]);
        if (!selection.weights.empty()) left.weights.push_back(selection.weights[i]);
    }
    for (const DormantTie& tie : selection.dormant) {
        if (!stays(tie.tie, tie.source, tie.target)) continue;
        left.settle(place[tie.target], tie.directed, tie.affiliation);
        left.dormant.push_back({tie.tie, place[tie.source], place[tie.target], tie.directed, tie.affiliation});
    }
    return left;
}

}  // namespace coopnet
