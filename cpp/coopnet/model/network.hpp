#pragma once

#include <coopnet/core/error.hpp>
#include <coopnet/core/key_rows.hpp>
#include <coopnet/model/actor.hpp>
#include <coopnet/model/columns.hpp>
#include <coopnet/model/figure.hpp>
#include <coopnet/model/sheet.hpp>
#include <coopnet/model/source.hpp>
#include <coopnet/model/tie.hpp>
#include <coopnet/model/vocabulary.hpp>

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet {

/// What a network's `datapackage.json` says of the whole.
struct About {
    std::string name;
    Label title;
    std::string version;  ///< the date of the data, as stamped on pictures
    std::string license;
    std::string grading;  ///< the rule by which sources are graded
    /// By table and column, what a column of the network's own holds: "number", "integer",
    /// "string" … `build` settles it for every such column.
    std::map<std::string, std::map<std::string, std::string>> types;
    std::string package;  ///< JSON: all of its data package, carried unread
};

/// Everything a reader found, before anything is checked. `build` makes a network of it.
struct Draft {
    About about;
    Sheet actors;  ///< empty: the actors are the ends of the ties
    Sheet ties;
    Sheet sources;
    Sheet figures;
    Vocabulary vocabulary;
    bool open_vocabulary = true;   ///< unknown kinds, relations and sources are taken as found
    std::string playbook;          ///< JSON, carried unread
    std::string report;            ///< JSON, carried unread
    std::vector<Problem> notes{};  ///< what the reader left out or took otherwise

    [[nodiscard]] Sheet& sheet(Table table) noexcept;
    [[nodiscard]] const Sheet& sheet(Table table) const noexcept;
};

/// Actors, ties, sources, figures and the words for them; immutable once built.
class Network {
public:
    [[nodiscard]] const std::vector<Actor>& actors() const noexcept { return actors_; }
    [[nodiscard]] const std::vector<Tie>& ties() const noexcept { return ties_; }
    [[nodiscard]] const std::vector<Source>& sources() const noexcept { return sources_; }
    [[nodiscard]] const std::vector<Figure>& figures() const noexcept { return figures_; }
    [[nodiscard]] const Vocabulary& vocabulary() const noexcept { return draft_.vocabulary; }
    [[nodiscard]] const About& about() const noexcept { return draft_.about; }
    /// The sheets it was built from, completed: ids numbered, relations and actors filled in.
    [[nodiscard]] const Draft& draft() const noexcept { return draft_; }
    /// What was taken as found or set right while building: not errors.
    [[nodiscard]] const std::vector<Problem>& notes() const noexcept { return notes_; }

    [[nodiscard]] const Tie& operator[](TieRow tie) const { return ties_[index(tie)]; }
    [[nodiscard]] const Figure& operator[](FigureRow figure) const { return figures_[index(figure)]; }
    [[nodiscard]] const Actor& operator[](ActorRow actor) const { return actors_[index(actor)]; }

    /// The actor of this id. Throws UnknownActor, naming the nearest ids.
    [[nodiscard]] ActorRow actor(std::string_view id) const;
    /// The tie of this id. Throws UnknownName, naming the nearest ids.
    [[nodiscard]] TieRow tie(std::string_view id) const;
    /// The relation of this id. Throws UnknownRelation, naming the nearest ids.
    [[nodiscard]] RelationRow relation(std::string_view id) const;
    [[nodiscard]] const std::string& tie_id(TieRow tie) const;
    [[nodiscard]] std::string_view channel(TieRow tie) const noexcept;

    /// The best grade among sources; nothing if there is none.
    [[nodiscard]] std::optional<Grade> best_grade(std::span<const SourceRow> sources) const;
    [[nodiscard]] std::optional<Grade> best_grade(TieRow tie) const { return best_grade(ties_[index(tie)].sources); }
    /// The reliability recorded, else the one that grade and status stand for, else NaN.
    [[nodiscard]] double reliability(TieRow tie) const;

private:
    friend class Builder;
    Draft draft_;
    std::vector<Actor> actors_;
    std::vector<Tie> ties_;
    std::vector<Source> sources_;
    std::vector<Figure> figures_;
    std::vector<Problem> notes_;
    KeyRows actor_rows_;  // of the ids in the sheets
    KeyRows tie_rows_;
};

}  // namespace coopnet
