#pragma once

#include <coopnet/model/network.hpp>
#include <coopnet/render/banks.hpp>
#include <coopnet/render/difference.hpp>
#include <coopnet/render/geometry.hpp>
#include <coopnet/render/routes.hpp>
#include <coopnet/render/texts.hpp>
#include <coopnet/view/fold.hpp>

#include <optional>
#include <string>
#include <vector>

namespace coopnet::render {

/// What a box says: the short name of its actor, or its id.
enum class Labels { name, id };

/// An actor as it is drawn.
struct ActorBox {
    ActorRow actor{};
    Box box;
    std::string shape;
    std::vector<std::string> lines;  ///< its name, broken
    std::string number;              ///< under the name; empty: none
    Fate fate = Fate::kept;
};

/// Ties that look the same between the same two actors: one line.
struct TieLine {
    std::vector<TieRow> ties;
    std::size_t from = 0;  ///< boxes
    std::size_t to = 0;
    const LineStyle* style = nullptr;
    Status status = Status::unsaid;
    Fate fate = Fate::kept;
    bool head_at_start = false;
    bool head_at_end = true;
    Path path;         ///< from outline to outline
    std::string word;  ///< stands on the line; empty: none
    Point word_at;     ///< its middle
};

/// What a picture shows and where: boxes, lines, grounds.
struct Scene {
    Size size;
    std::vector<Bank> banks;
    std::vector<Band> bands;
    std::vector<ActorBox> boxes;
    std::vector<TieLine> lines;  ///< the lower ones first
};

struct SceneOptions {
    std::string language = "en";
    Labels labels = Labels::name;
    std::vector<std::string> numbers = {};  ///< by actor; empty: none
    std::vector<TieRow> lit = {};           ///< ties to find the best ways for
    const Difference* difference = nullptr;
    bool roomy = false;  ///< boxes hold the names of both languages, whichever is shown
};

/// The name an actor is drawn with, and the one that is read aloud.
[[nodiscard]] std::string short_name(const Network& network, ActorRow actor, const std::string& language);
[[nodiscard]] std::string full_name(const Network& network, ActorRow actor, const std::string& language);

/// The sizes of all boxes in the longer of both languages, so that places do not change with the language.
[[nodiscard]] BoxSizes box_sizes(const Network& network, Labels labels);

/// The view's actors and ties on the banks. Actors of the view that no bank or row takes
/// are left out, and places without a tie. Of a difference, whoever is recorded keeps the place, whoever is added
/// stands in the river.
[[nodiscard]] Scene on_banks(const Network& network, const View& view, const Texts& texts, const SceneOptions& options);

/// The view's actors and ties at places of their own, by actor, as `graph_places` finds them.
[[nodiscard]] Scene at_places(const Network& network, const View& view, const std::vector<std::optional<Point>>& places,
                              const SceneOptions& options);

/// The scene as the options say its names and words; places and lines stay.
[[nodiscard]] Scene relabeled(Scene scene, const Network& network, const Texts& texts, const SceneOptions& options);

}  // namespace coopnet::render
