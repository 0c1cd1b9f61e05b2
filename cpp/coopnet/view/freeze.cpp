#include <coopnet/view/detail/question.hpp>
#include <coopnet/view/detail/scale.hpp>
#include <coopnet/view/freeze.hpp>

#include <algorithm>
#include <utility>

namespace coopnet {
namespace {

using detail::Question;
using detail::Scale;

constexpr Vertex gone = ~Vertex{0};

// The vertex of each actor that is in.
std::vector<Vertex> take_actors(const Network& network, const Question& question, Selection& selection) {
    std::vector<Vertex> place(network.actors().size(), gone);
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < place.size(); ++i) {
        if (!question.actor_in[i]) continue;
        place[i] = static_cast<Vertex>(keys.size());
        selection.actors.push_back(row<ActorRow>(i));
        keys.push_back(network.actors()[i].id);
    }
    selection.names = std::make_shared<const Names>(std::move(keys));
    selection.forum.assign(selection.actors.size(), false);
    return place;
}

}  // namespace

Selection select(const Network& network, const Projection& projection) {
    const Question question = detail::read_question(network, projection);
    Selection selection;
    selection.meaning = meaning_of_weight(projection);
    const Scale scale{network, projection.weight, projection.fill};
    selection.reversed = projection.direction == Orientation::reversed;
    const auto place = take_actors(network, question, selection);
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const auto tie = row<TieRow>(i);
        if (!question.takes(network, tie)) continue;
        const Relation& relation = network.vocabulary()[network[tie].relation];
        const bool directed = relation.directed && projection.direction != Orientation::undirected;
        const Vertex source = place[index(network[tie].source)];
        const Vertex target = place[index(network[tie].target)];
        selection.settle(target, directed, relation.affiliation);
        if (!question.in_period(network[tie].period)) {
            selection.dormant.push_back({tie, source, target, directed, relation.affiliation});
            continue;
        }
        selection.ties.push_back(tie);
        selection.sources.push_back(source);
        selection.targets.push_back(target);
        selection.directed.push_back(directed);
        selection.affiliation.push_back(relation.affiliation);
        if (selection.meaning != WeightMeaning::none) selection.weights.push_back(scale.weight(tie));
    }
    return selection;
}

FoldOptions fold_options(const Projection& projection, bool merges) {
    const bool keeps = projection.parallel == Parallel::automatic && !merges;
    return {.parallel = keeps ? Parallel::keep : projection.parallel,
            .affiliations = projection.affiliations,
            .loops = projection.loops,
            .isolates = projection.isolates};
}

View freeze(const Network& network, const Projection& projection, bool merges) {
    return fold(select(network, projection), fold_options(projection, merges));
}

std::vector<double> edge_numbers(const Network& network, const View& view, const std::string& column,
                                 std::optional<double> fill) {
    const Scale scale{network, column, fill};
    const bool most = column == "strength" || column == "reliability" || column == "capacity";
    std::vector<double> numbers(view.edge_tie_offsets.size() - 1);
    for (EdgeId edge = 0; edge < numbers.size(); ++edge) {
        const auto ties = view.ties(edge);
        double best = scale.amount(ties.front());
        for (const TieRow tie : ties.subspan(1)) {
            const double other = scale.amount(tie);
            best = most ? std::max(best, other) : std::min(best, other);
        }
        numbers[edge] = best;
    }
    return numbers;
}

}  // namespace coopnet
