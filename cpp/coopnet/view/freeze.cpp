#include <coopnet/core/number.hpp>
#include <coopnet/view/detail/question.hpp>
#include <coopnet/view/freeze.hpp>

#include <cmath>
#include <utility>

namespace coopnet {
namespace {

using detail::Question;

constexpr Vertex gone = ~Vertex{0};

// Reads what a tie weighs in the column that a projection asks for.
class Scale {
public:
    Scale(const Network& network, const Projection& asked)
        : network_(network), fill_(asked.fill), meaning_(meaning_of_weight(asked)) {
        if (!asked.weight) return;
        column_ = *asked.weight;
        cells_ = detail::tie_column(network, column_);
    }

    [[nodiscard]] WeightMeaning meaning() const noexcept { return meaning_; }

    [[nodiscard]] double weight(TieRow tie) const {
        const double recorded = this->recorded(tie);
        if (!std::isnan(recorded)) return recorded;
        if (fill_) return *fill_;
        throw InvalidWeight{described(tie) + " has no " + column_ +
                            ". Say fill= to give empty cells a value, or choose another weight."};
    }

private:
    [[nodiscard]] double recorded(TieRow tie) const {
        const Tie& facts = network_[tie];
        if (column_ == "reliability") return network_.reliability(tie);
        if (column_ == "strength") return std::isnan(facts.strength) ? 1 : facts.strength;
        if (column_ == "delay_days") return facts.delay_days;
        if (column_ == "capacity") return facts.capacity;
        if (cells_ == nullptr || (*cells_)[index(tie)].empty()) return unknown;
        const std::string& cell = (*cells_)[index(tie)];
        if (const auto value = read_number(cell)) return *value;
        throw InvalidWeight{described(tie) + " has \"" + cell + "\" as " + column_ + ", which is no number."};
    }

    [[nodiscard]] std::string described(TieRow tie) const {
        const Tie& facts = network_[tie];
        return "The tie " + network_.tie_id(tie) + " (" + network_[facts.source].id + " → " +
               network_[facts.target].id + ", " + network_.vocabulary()[facts.relation].id + ")";
    }

    const Network& network_;
    std::optional<double> fill_;
    WeightMeaning meaning_;
    std::string column_;
    const std::vector<std::string>* cells_ = nullptr;
};

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
    const Scale scale{network, projection};
    Selection selection;
    selection.meaning = scale.meaning();
    selection.reversed = projection.direction == Orientation::reversed;
    const auto place = take_actors(network, question, selection);
    for (std::size_t i = 0; i < network.ties().size(); ++i) {
        const auto tie = row<TieRow>(i);
        if (!question.takes(network, tie)) continue;
        const Relation& relation = network.vocabulary()[network[tie].relation];
        const bool directed = relation.directed && projection.direction != Orientation::undirected;
        bool& one_way = relation.affiliation ? selection.directed_affiliations : selection.directed_ties;
        one_way = one_way || directed;
        if (relation.affiliation) selection.forum[place[index(network[tie].target)]] = true;
        if (!question.in_period(network[tie].period)) continue;
        selection.ties.push_back(tie);
        selection.sources.push_back(place[index(network[tie].source)]);
        selection.targets.push_back(place[index(network[tie].target)]);
        selection.directed.push_back(directed);
        selection.affiliation.push_back(relation.affiliation);
        if (selection.meaning != WeightMeaning::none) selection.weights.push_back(scale.weight(tie));
    }
    return selection;
}

View freeze(const Network& network, const Projection& projection, bool merges) {
    const bool keeps = projection.parallel == Parallel::automatic && !merges;
    return fold(select(network, projection), {.parallel = keeps ? Parallel::keep : projection.parallel,
                                              .affiliations = projection.affiliations,
                                              .loops = projection.loops,
                                              .isolates = projection.isolates});
}

}  // namespace coopnet
