#pragma once

#include <coopnet/model/network.hpp>

#include <span>
#include <string>
#include <vector>

namespace coopnet {

/// The ids of all sources that some of these ties and figures rest on, in the order of the
/// sources table.
std::vector<std::string> sources_of(const Network& network, std::span<const TieRow> ties,
                                    std::span<const FigureRow> figures = {});

/// The worst among the grades of ties and figures, each by its best source; one without a
/// source counts as F6. Nothing where there is none.
std::optional<Grade> weakest_grade(const Network& network, std::span<const TieRow> ties,
                                   std::span<const FigureRow> figures = {});

/// Some of these ties have no reliability recorded, but one by the table of grade and status.
bool rests_on_table(const Network& network, std::span<const TieRow> ties);

/// The same network under another table of reliabilities. Recorded ones stay as they are.
Network with_reliabilities(const Network& network, const ReliabilityTable& table);

}  // namespace coopnet
