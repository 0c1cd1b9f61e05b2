#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/style.hpp>
#include <coopnet/render/texts.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace coopnet::render {

/// What runs along a tie, the way it runs.
struct Flowing {
    TieRow tie{};
    ActorRow from{};
    ActorRow to{};
    std::optional<double> amount;                    ///< nothing: not known
    std::optional<std::pair<double, double>> range;  ///< lowest and highest it can be; infinite: no highest
    bool hidden = false;                             ///< too small to be shown: amount and range go nowhere
    bool one_account = false;                        ///< no second source says so
};

struct SankeyPictureOptions {
    Theme theme = Theme::print;
    std::string language = "en";
    Texts texts;
    std::string title;                                    ///< empty: what the picture shows, in a sentence
    std::string period;                                   ///< what the projection selects in time, for people
    std::string remark;                                   ///< where the amounts come from
    std::string selection;                                ///< the projection in words, for the stamp
    std::vector<std::string> stages;                      ///< names, in order
    std::vector<std::optional<std::size_t>> stage_of;     ///< by actor; empty: the ties alone say where actors stand
    std::vector<std::pair<ActorRow, ActorRow>> left_out;  ///< ends of further ties, of whose amounts nothing is known
};

/// Draws flows as bands as wide as their amounts, between actors in columns: color and mark by channel, edges by
/// certainty, amounts at bands and actors.
///
/// Hidden amounts are hatched bands, unknown ones hollow bands with their limits, all of one width; an amount from a
/// single account is hollow with dashed edges. Where what comes in differs from what goes out, and both are known, a
/// pale stub says how much is not accounted for. Flows that run back are loops below the others and are named under the
/// title. Throws InvalidOption for an amount that is negative or above 10^15.
[[nodiscard]] Drawing draw_sankey(const Network& network, const std::vector<Flowing>& flows,
                                  const SankeyPictureOptions& options);

}  // namespace coopnet::render
