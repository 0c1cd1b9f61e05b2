#include <coopnet/model/builder.hpp>
#include <coopnet/model/evidence.hpp>

#include <algorithm>
#include <cmath>
#include <utility>

namespace coopnet {

std::vector<std::string> sources_of(const Network& network, std::span<const TieRow> ties,
                                    std::span<const FigureRow> figures) {
    std::vector<bool> cited(network.sources().size(), false);
    const auto cite = [&](const std::vector<SourceRow>& sources) {
        for (const SourceRow source : sources) cited[index(source)] = true;
    };
    for (const TieRow tie : ties) cite(network[tie].sources);
    for (const FigureRow figure : figures) cite(network[figure].sources);
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < cited.size(); ++i) {
        if (cited[i]) ids.push_back(network.sources()[i].id);
    }
    return ids;
}

std::optional<Grade> weakest_grade(const Network& network, std::span<const TieRow> ties,
                                   std::span<const FigureRow> figures) {
    std::optional<Grade> weakest;
    const auto weigh = [&](const std::vector<SourceRow>& sources) {
        const Grade best = network.best_grade(sources).value_or(Grade{});
        if (!weakest || better(*weakest, best)) weakest = best;
    };
    for (const TieRow tie : ties) weigh(network[tie].sources);
    for (const FigureRow figure : figures) weigh(network[figure].sources);
    return weakest;
}

bool rests_on_table(const Network& network, std::span<const TieRow> ties) {
    return std::ranges::any_of(ties, [&](TieRow tie) {
        return std::isnan(network[tie].reliability) && !std::isnan(network.reliability(tie));
    });
}

Network with_reliabilities(const Network& network, const ReliabilityTable& table) {
    Draft draft = network.draft();
    draft.vocabulary.reliability = table;
    return build(std::move(draft));
}

}  // namespace coopnet
