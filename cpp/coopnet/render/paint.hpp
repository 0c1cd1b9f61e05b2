#pragma once

#include <coopnet/render/drawing.hpp>
#include <coopnet/render/scene.hpp>
#include <coopnet/render/style.hpp>

#include <string>
#include <vector>

namespace coopnet::render {

/// What the shades of boxes mean: five ranges of a measure.
struct Scale {
    std::string measure;
    std::vector<std::string> steps;  ///< "0.1 to 0.2", the palest first
};

/// How a scene is colored.
struct Paint {
    Theme theme = Theme::print;
    std::string language = "en";
    std::vector<bool> lit_boxes = {};  ///< by box, with `lit_lines`: the others step back; empty: all are lit
    std::vector<bool> lit_lines = {};  ///< by line
    std::vector<bool> ringed = {};     ///< by box: who acts; empty: none
    std::vector<std::optional<double>> shares = {};  ///< by box, from 0 to 1: shaded by it; empty: by kind
    Scale scale = {};
};

/// The banks with their headings, the bands with their names.
[[nodiscard]] Group draw_grounds(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint);
/// The names of areas, over the lines.
[[nodiscard]] Group draw_area_names(const Scene& scene, const Paint& paint);
/// Every line in its turn, cut where it crosses over another, with its words.
[[nodiscard]] Group draw_ties(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint);
[[nodiscard]] Group draw_actors(const Scene& scene, const Network& network, const Texts& texts, const Paint& paint);

/// What a tie says: "A requests B (2022-07, documented)".
[[nodiscard]] std::string sentence(const Network& network, TieRow tie, const Texts& texts, const std::string& language);

/// The key of the text that names a fate: "fate.removed".
[[nodiscard]] const char* fate_key(Fate fate);

/// A box alone, as legend and strip show it.
void draw_box(Group& group, const KindStyle& style, const Box& box, const Color& ground);

/// The name of a country: the actor that is its state, else a text, else its code.
[[nodiscard]] std::string country_name(const Network& network, const std::string& country, const Texts& texts,
                                       const std::string& language);

}  // namespace coopnet::render
