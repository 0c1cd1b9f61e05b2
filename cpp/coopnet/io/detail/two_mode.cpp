#include <coopnet/io/detail/two_mode.hpp>

#include <algorithm>
#include <set>

namespace coopnet::io::detail {

void make_affiliations(Draft& draft) {
    std::set<std::string, std::less<>> names;
    if (const auto* column = draft.ties.column("relation")) names.insert(column->begin(), column->end());
    if (names.empty() || names.erase("") > 0) names.insert("tie");
    const auto layer = draft.vocabulary.layer("membership");
    for (Relation& relation : draft.vocabulary.relations) {
        if (!names.contains(relation.id)) continue;
        relation.affiliation = true;
        if (layer) relation.layer = *layer;
    }
}

std::optional<std::vector<bool>> second_mode(const Network& network) {
    const std::size_t count = network.actors().size();
    std::vector<bool> first(count);
    std::vector<bool> second(count);
    for (const Tie& tie : network.ties()) {
        if (!network.vocabulary()[tie.relation].affiliation) return std::nullopt;
        first[index(tie.source)] = true;
        second[index(tie.target)] = true;
    }
    if (network.ties().empty()) return std::nullopt;
    for (std::size_t row = 0; row < count; ++row) {
        if (first[row] && second[row]) return std::nullopt;
        if (!first[row] && !second[row]) second[row] = network.draft().actors.cell(row, mode_column) == "2";
    }
    return second;
}

}  // namespace coopnet::io::detail
