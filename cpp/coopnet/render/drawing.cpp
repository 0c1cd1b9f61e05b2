#include <coopnet/render/drawing.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace coopnet::render {
namespace {

using Channels = std::array<double, 3>;

Channels channels_of(const Color& color) {
    Channels channels{};
    for (std::size_t i = 0; i < channels.size() && color.size() >= 7; ++i) {
        int value = 0;
        std::from_chars(color.data() + 1 + 2 * i, color.data() + 3 + 2 * i, value, 16);
        channels.at(i) = value;
    }
    return channels;
}

Color color_of(const Channels& channels) {
    constexpr std::string_view digits = "0123456789abcdef";
    Color color = "#";
    for (const double channel : channels) {
        const auto value = static_cast<unsigned>(std::lround(channel));
        color += digits[value / 16 % 16];
        color += digits[value % 16];
    }
    return color;
}

void shift(Path& path, Point by) {
    path.start = path.start + by;
    for (Path::Piece& piece : path.pieces) piece = {piece.out + by, piece.in + by, piece.to + by, piece.straight};
}

void scale(Path& path, double by) {
    path.start = path.start * by;
    for (Path::Piece& piece : path.pieces) piece = {piece.out * by, piece.in * by, piece.to * by, piece.straight};
}

}  // namespace

Color mixed(const Color& color, const Color& ground, double share) {
    Channels over = channels_of(color);
    const Channels under = channels_of(ground);
    for (std::size_t i = 0; i < over.size(); ++i) over.at(i) = over.at(i) * share + under.at(i) * (1 - share);
    return color_of(over);
}

bool has_hue(const Color& color) {
    const Channels channels = channels_of(color);
    const auto [low, high] = std::ranges::minmax(channels);
    return high - low > 8;
}

Color gray(const Color& color) {
    const auto [red, green, blue] = channels_of(color);
    const double light = .299 * red + .587 * green + .114 * blue;
    return color_of({light, light, light});
}

void shift(Group& group, Point by) {
    for (Mark& mark : group.marks) {
        if (auto* shape = std::get_if<Shape>(&mark)) shift(shape->path, by);
        if (auto* words = std::get_if<Words>(&mark)) words->at = words->at + by;
    }
    for (Group& inner : group.groups) shift(inner, by);
}

void scale(Group& group, double by) {
    for (Mark& mark : group.marks) {
        if (auto* shape = std::get_if<Shape>(&mark)) {
            scale(shape->path, by);
            if (shape->stroke) shape->stroke->width *= by;
        }
        if (auto* words = std::get_if<Words>(&mark)) {
            words->at = words->at * by;
            words->letters.size *= by;
        }
    }
    for (Group& inner : group.groups) scale(inner, by);
}

}  // namespace coopnet::render
