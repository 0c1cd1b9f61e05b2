#pragma once

#include <coopnet/core/ids.hpp>
#include <coopnet/model/source.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

/// What an audience reads, by language. An absent language falls back to English, then to the id.
using Label = std::map<std::string, std::string>;

/// What a tie says of itself: with a source, from someone's word alone, or concluded.
enum class Status : std::uint8_t { unsaid, documented, claimed, inferred };

std::optional<Status> parse_status(std::string_view text) noexcept;
std::string_view status_name(Status status) noexcept;

/// How an actor of a kind is drawn.
struct KindStyle {
    std::string shape = "box";
    std::string fill = "#ffffff";
    std::string line = "#4a5665";
    std::string text = "#17202a";
};

/// A kind of actor. A kind that `is_a` other takes its level and style where it has none.
struct Kind {
    std::string id;
    std::optional<KindRow> is_a;
    std::string level;  ///< the row of the banks picture; empty: none
    Label label;
    std::optional<KindStyle> style;
};

/// A named set of relations.
struct Layer {
    std::string id;
    Label label;
};

/// A kind of tie.
struct Relation {
    std::string id;
    LayerRow layer{};
    bool directed = true;
    bool affiliation = false;   ///< joins a member to a forum, event, body or instrument
    std::vector<KindRow> from;  ///< kinds allowed at its source; empty: any
    std::vector<KindRow> to;    ///< kinds allowed at its target; empty: any
    Label label;
    std::string line;         ///< how it is drawn: a name of `lines`
    bool line_fixed = false;  ///< the tie's channel does not change how it is drawn
};

/// How ties of a channel or layer are drawn.
struct LineStyle {
    std::string id;
    Label label;
    std::string color = "#4a5665";
    std::string build = "single";  ///< single or double
    double width = 1.5;
    std::string mark = "head";  ///< head, diamond, chevron, circle or none
};

struct Level {
    std::string id;
    Label label;
};

/// A station of people's way, from being recruited to being followed up at home.
///
/// A tie brings people to the last stage that names its relation and, if it names kinds of
/// actor, such a target; a figure counts arrivals at the first that names its measure in
/// `reached_by`, and those who are there at the first that names it in `holds`.
struct Stage {
    std::string id;
    Label label;
    std::vector<std::string> reached_by;  ///< relations of ties, measures of figures
    std::vector<KindRow> at;              ///< kinds of actor that ties lead to; empty: any
    std::vector<std::string> holds;       ///< measures of figures
    std::string branch_of;                ///< the way ends here for those who leave it after this stage
};

/// The reliability that a tie's best source and its status stand for where none is given.
/// A convention, not a finding.
struct ReliabilityTable {
    std::map<char, double> letter{{'A', .95}, {'B', .85}, {'C', .7}, {'D', .5}, {'E', .3}, {'F', .4}};
    std::map<char, double> digit{{'1', .95}, {'2', .85}, {'3', .7}, {'4', .5}, {'5', .3}, {'6', .4}};
    double claimed = .8;   ///< factor
    double inferred = .3;  ///< value

    /// The lower of letter and digit; nothing where neither a status nor a source is given.
    [[nodiscard]] std::optional<double> of(std::optional<Grade> best_source, Status status) const;

    // Two other tables as defensible as this one, to see what an answer owes to it. The best
    // value stays; by ratio, the others come half as far from it, or twice as far:
    // √(value · best) and value² / best, each undoing the other.
    [[nodiscard]] ReliabilityTable flatter() const;
    [[nodiscard]] ReliabilityTable steeper() const;
};

/// The words a network speaks: kinds of actors, relations, and how they are drawn.
class Vocabulary {
public:
    std::vector<Level> levels;  ///< top row first
    std::vector<Layer> layers;
    std::vector<Kind> kinds;
    std::vector<Relation> relations;
    std::vector<LineStyle> lines;  ///< drawn and listed in this order
    std::vector<Stage> stages;     ///< in the order of the way
    ReliabilityTable reliability;

    [[nodiscard]] std::optional<KindRow> kind(std::string_view id) const noexcept;
    [[nodiscard]] std::optional<RelationRow> relation(std::string_view id) const noexcept;
    [[nodiscard]] std::optional<LayerRow> layer(std::string_view id) const noexcept;

    /// The stage that a tie of this relation to an actor of this kind brings people to.
    [[nodiscard]] std::optional<StageRow> stage_of(RelationRow relation, std::optional<KindRow> target) const noexcept;

    [[nodiscard]] const Kind& operator[](KindRow kind) const { return kinds[index(kind)]; }
    [[nodiscard]] const Relation& operator[](RelationRow relation) const { return relations[index(relation)]; }

    /// `kind` is `ancestor`, or `is_a` it, directly or not.
    [[nodiscard]] bool is_a(KindRow kind, KindRow ancestor) const noexcept;
    [[nodiscard]] bool allowed(KindRow kind, const std::vector<KindRow>& ends) const noexcept;
    /// The kind's own level or style, or the nearest ancestor's.
    [[nodiscard]] std::string_view level_of(KindRow kind) const noexcept;
    [[nodiscard]] KindStyle style_of(KindRow kind) const;
    /// The line a tie of this relation and channel is drawn with, or nullptr.
    [[nodiscard]] const LineStyle* line_of(RelationRow relation, std::string_view channel) const noexcept;
};

/// The label in a language, else in English, else the id.
std::string_view label_in(const Label& label, std::string_view language, std::string_view id) noexcept;

}  // namespace coopnet
