#include <coopnet/model/instruments.hpp>

#include <algorithm>
#include <map>
#include <utility>

namespace coopnet {
namespace {

using Groups = std::vector<std::string>;

void add_once(Groups& groups, const Groups& more) {
    for (const std::string& group : more) {
        if (std::ranges::find(groups, group) == groups.end()) groups.push_back(group);
    }
}

// What leads to one instrument.
struct Links {
    Groups members;  // bound each for itself: together if there are two
    Groups joined;   // bound by a tie between two groups
    Groups pending;
    std::vector<TieRow> ties;

    [[nodiscard]] Joining joining(ActorRow instrument) const {
        Joining made{instrument, {}, ties, false};
        if (members.size() >= 2) made.groups = members;
        add_once(made.groups, joined);
        made.in_force = !made.groups.empty();
        if (!made.in_force) {
            made.groups = members;
            add_once(made.groups, pending);
        }
        return made;
    }
};

class Question {
public:
    Question(const Network& network, std::span<const std::string> groups, std::span<const std::string> binding)
        : network_(network), groups_(groups), root_(network.vocabulary().kind("instrument")) {
        binding_.resize(network.vocabulary().relations.size(), false);
        for (const std::string& id : binding) binding_[index(network.relation(id))] = true;
    }

    Instruments ask(std::span<const TieRow> ties) {
        for (const TieRow tie : ties) read(tie);
        Instruments answer;
        for (const auto& [instrument, links] : links_) {
            Joining joining = links.joining(instrument);
            if (joining.groups.size() >= 2) answer.found.push_back(std::move(joining));
        }
        answer.missing = missing(answer.found);
        return answer;
    }

private:
    void read(TieRow row) {
        const Tie& tie = network_[row];
        const auto belongs = [&](ActorRow instrument, ActorRow member) {
            const std::string& group = groups_[index(member)];
            if (group.empty() || !is_instrument(instrument)) return;
            Links& links = links_[instrument];
            add_once(binding_[index(tie.relation)] ? links.members : links.pending, {group});
            links.ties.push_back(row);
        };
        belongs(tie.target, tie.source);
        belongs(tie.source, tie.target);

        const std::string& from = groups_[index(tie.source)];
        const std::string& to = groups_[index(tie.target)];
        if (!tie.instrument || !is_instrument(*tie.instrument) || from.empty() || to.empty() || from == to) return;
        Links& links = links_[*tie.instrument];
        add_once(links.joined, {from, to});
        links.ties.push_back(row);
    }

    bool is_instrument(ActorRow actor) const {
        const auto kind = network_[actor].kind;
        return root_ && kind && network_.vocabulary().is_a(*kind, *root_);
    }

    std::vector<KindRow> missing(const std::vector<Joining>& found) const {
        const Vocabulary& words = network_.vocabulary();
        std::vector<KindRow> kinds;
        for (std::size_t i = 0; root_ && i < words.kinds.size(); ++i) {
            const auto kind = row<KindRow>(i);
            const bool in_force = std::ranges::any_of(found, [&](const Joining& joining) {
                return joining.in_force && words.is_a(*network_[joining.instrument].kind, kind);
            });
            if (kind != *root_ && words.is_a(kind, *root_) && !in_force) kinds.push_back(kind);
        }
        return kinds;
    }

    const Network& network_;
    std::span<const std::string> groups_;
    std::optional<KindRow> root_;
    std::vector<bool> binding_;  // by relation
    std::map<ActorRow, Links> links_;
};

}  // namespace

Instruments instruments(const Network& network, std::span<const TieRow> ties, std::span<const std::string> groups,
                        std::span<const std::string> binding) {
    return Question{network, groups, binding}.ask(ties);
}

}  // namespace coopnet
