#pragma once

#include <coopnet/render/geometry.hpp>
#include <coopnet/render/letters.hpp>

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace coopnet::render {

using Color = std::string;  ///< "#rrggbb"

/// The first color laid over the second so that a share of it remains.
[[nodiscard]] Color mixed(const Color& color, const Color& ground, double share);
/// Is it more than a gray: do its channels differ?
[[nodiscard]] bool has_hue(const Color& color);
/// Only how light it is.
[[nodiscard]] Color gray(const Color& color);

/// Dashes are 10 px with 4 between, dots round and 4 px apart, sparse ones 9 px, whoever draws them.
enum class Breaks { solid, dashes, dots, sparse };

struct Stroke {
    Color color;
    double width = 1;
    Breaks breaks = Breaks::solid;
};

struct Shape {
    Path path;
    std::optional<Color> fill;
    std::optional<Stroke> stroke;
    double opacity = 1;  ///< of fill and stroke
};

enum class Align { left, middle, right };

struct Words {
    std::string text;
    Point at;  ///< on the base line
    Letters letters;
    Color color;
    Align align = Align::left;
    std::string language = {};  ///< shown in this language alone; empty: in all
};

using Mark = std::variant<Shape, Words>;

/// What a role of the document tree is for: a plain group, a list with its items, a symbol that stands for one thing.
enum class Role { plain, heading, list, item, symbol };

/// Marks that belong together, drawn in order, and what they say in words.
struct Group {
    Role role = Role::plain;
    std::string name;   ///< a word for style sheets: "ties"
    std::string label;  ///< read aloud, and shown on hover
    std::vector<Mark> marks;
    std::vector<Group> groups;  ///< after its own marks
    std::string of = {};        ///< which rows of the network it shows, for a page's script; empty: a picture alone

    void add(Mark mark) { marks.push_back(std::move(mark)); }
};

/// Moves all that a group holds.
void shift(Group& group, Point by);
/// Makes all that a group holds smaller or larger, seen from (0, 0), lines and letters too.
void scale(Group& group, double by);

/// A picture as a list of marks: what SVG, PDF and PNG are written from.
struct Drawing {
    Size size;         ///< of the field that the marks stand in
    double scale = 1;  ///< pixels at 100 % for one of the field
    Color ground;
    std::string language;
    std::string title;
    std::string description;
    std::vector<Group> groups;
};

}  // namespace coopnet::render
