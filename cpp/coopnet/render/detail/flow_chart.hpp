#pragma once

#include <coopnet/render/letters.hpp>
#include <coopnet/render/sankey.hpp>
#include <coopnet/render/sankey_picture.hpp>

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What a Sankey picture shows and where, before it is painted.
namespace coopnet::render::detail {

constexpr Letters number_letters{13.5, true};
constexpr Letters amount_letters{12};
constexpr double line_height = 16.5;  // of names
constexpr double amount_height = 15;  // of a line of smaller letters
constexpr double around_text = 9;     // in a box
constexpr double symbol_height = 22;  // of an actor's kind, with the room below
constexpr double beside_amount = 4;   // a stub's words from its end

/// One side of a node: what is known to come in or go out.
struct FlowSide {
    double sum = 0;
    bool any = false;
    bool all_known = true;

    void add(const std::optional<double>& value);
    [[nodiscard]] bool known() const { return any && all_known; }
};

struct FlowNode {
    ActorRow actor{};
    std::vector<std::string> lines;  ///< its name, broken
    FlowSide in;
    FlowSide out;
    Size text;  ///< of symbol, name and number

    /// What passes here, by the side that says more; nothing if the other one may say more yet.
    [[nodiscard]] std::optional<double> amount() const;
    /// What comes in and does not go out; less than zero: the other way round. Only where both are known.
    [[nodiscard]] double gap() const;
};

/// Says what is not accounted for at a node: a node and a link of the layout that no actor has.
struct FlowStub {
    std::size_t node = 0;
    double amount = 0;  ///< as `FlowNode::gap`
    std::vector<std::string> lines;
};

/// The nodes of the layout are those of the actors, then of the stubs; its links are the flows, then the stubs.
struct FlowChart {
    std::vector<Flowing> flows;  ///< what is hidden has no amount any more
    std::vector<FlowNode> nodes;
    std::vector<FlowStub> stubs;
    std::vector<SankeyLink> links;
    SankeyColumns columns;
    SankeyLayout layout;

    [[nodiscard]] bool is_loop(std::size_t flow) const { return !columns.forward(links[flow]); }
};

[[nodiscard]] FlowChart flow_chart(const Network& network, std::vector<Flowing> flows,
                                   const SankeyPictureOptions& options);

/// Thousands and decimals as a language writes them; two decimals at most.
[[nodiscard]] std::string amount_text(double amount, const Texts& texts);
/// "14 not accounted for".
[[nodiscard]] std::string unaccounted(double gap, const Texts& texts);

/// A text in a few lines, cut with an ellipsis if there would be more.
[[nodiscard]] std::vector<std::string> label_lines(const std::string& text, double room, Letters letters);
[[nodiscard]] double widest(const std::vector<std::string>& lines, Letters letters);

[[nodiscard]] KindStyle kind_style(const Network& network, ActorRow actor);
[[nodiscard]] Letters name_letters(const KindStyle& style);

}  // namespace coopnet::render::detail
