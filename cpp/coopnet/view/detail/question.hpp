#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/view/projection.hpp>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace coopnet::detail {

/// A projection read against a network: names have become rows, texts dates and grades, so
/// that a tie is judged without a look at a word.
struct Question {
    /// A column of the ties and the values it may have; no cells: it is empty throughout.
    struct Condition {
        const std::vector<std::string>* cells;
        std::vector<std::string> values;
    };

    std::vector<bool> actor_in;     ///< by ActorRow
    std::vector<bool> relation_in;  ///< by RelationRow
    std::array<bool, 4> status_in{};
    std::optional<std::vector<bool>> source_in;  ///< by SourceRow; nothing: sources do not matter
    bool without_source_in = true;
    std::vector<Condition> conditions;
    std::optional<Date> span;
    Dates dates = Dates::possible;

    [[nodiscard]] bool takes(const Network& network, TieRow tie) const;  ///< at whatever date
    [[nodiscard]] bool in_period(const Period& period) const noexcept;
};

/// Throws UnknownName, UnknownRelation or UnknownActor for what the network does not know,
/// InvalidOption for dates and grades that are none.
Question read_question(const Network& network, const Projection& projection);

/// The cells of a column of the ties, or nullptr if the format knows it and this network
/// leaves it out. Throws UnknownName, naming the nearest columns.
const std::vector<std::string>* tie_column(const Network& network, const std::string& column);

}  // namespace coopnet::detail
