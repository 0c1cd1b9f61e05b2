#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/drawing.hpp>
#include <coopnet/render/page.hpp>
#include <coopnet/render/scene.hpp>
#include <coopnet/render/style.hpp>
#include <coopnet/render/texts.hpp>
#include <coopnet/view/fold.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet::render {

/// `automatic`: rings if the picture is around somebody; banks for up to some 80 actors of two to four states; two
/// columns where all ties are memberships; else a graph, and groups where one could not be read.
enum class Layout { automatic, banks, graph, two_mode, layers, map, rings };

/// "auto", "banks", "graph", "two-mode", "layers", "map", "ego". Throws InvalidOption, naming the choices.
[[nodiscard]] Layout layout_named(std::string_view name);

/// Numbers that shade the boxes in five steps and stand under the names.
struct Shading {
    std::string name;
    std::vector<double> values;  ///< by actor; NaN: not shaded
};

struct PictureOptions {
    Layout layout = Layout::automatic;
    Theme theme = Theme::print;
    Labels labels = Labels::name;
    std::string language = "en";
    Texts texts;
    std::string title;         ///< empty: what the picture shows, in a sentence
    std::string description;   ///< empty: what, when, how many
    std::string sources;       ///< empty: how many sources the ties rest on
    std::optional<Page> page;  ///< fitted to it; nothing: as large as it comes
    std::string period;        ///< what the projection selects in time, for people
    std::string selection;     ///< the projection in words, for the stamp
    std::string remark;        ///< a sentence for the line under the title, on what is drawn of all there is
    std::optional<Shading> shading;
    const View* steady = nullptr;       ///< what a graph's places rest on: the view of all days, before any scenario
    std::vector<std::string> clusters;  ///< the name of each actor's group, by actor, empty: none; empty: no groups
    std::optional<ActorRow> around;     ///< the view holds who is near this actor
    std::size_t steps = 1;              ///< how near
    std::vector<TieRow> highlight;      ///< in order; the rest steps back
    std::vector<ActorRow> highlight_actors;  ///< beside the ends of those ties
    std::vector<ActorRow> ringed;            ///< who acts
    bool roomy = false;                      ///< boxes hold the names of both languages, for pages that switch
    std::optional<Difference> difference;    ///< what is removed, added and changed; the rest steps back
};

/// What a picture shows and where, before it is colored. Throws as `draw` does.
[[nodiscard]] Scene scene_of(const Network& network, const View& view, const PictureOptions& options);

/// Draws a view of a network: title, line of what and how many, grounds, ties, actors, legend, sources and stamp.
///
/// Throws InvalidOption if a layout is asked for that does not suit the network or could not be read, or if names could
/// not be read on the page. Cost: some 0.3 s for a case of 50 actors and 90 ties, most of it the ways
/// of the lines.
[[nodiscard]] Drawing draw(const Network& network, const View& view, const PictureOptions& options);

/// What one of several pictures of the same places shows.
struct Plate {
    std::string title;
    std::vector<TieRow> ties;
    std::vector<ActorRow> actors;  ///< beside the ends of those ties
    std::vector<ActorRow> ringed;  ///< who acts
};

/// Draws a view once a plate, as `draw` does: nothing but what is lit changes, and the ways are found once.
[[nodiscard]] std::vector<Drawing> draw_plates(const Network& network, const View& view, PictureOptions options,
                                               const std::vector<Plate>& plates);

}  // namespace coopnet::render
