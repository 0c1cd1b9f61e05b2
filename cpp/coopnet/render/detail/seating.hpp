#pragma once

#include <coopnet/render/geometry.hpp>

#include <cstddef>
#include <map>
#include <optional>
#include <vector>

namespace coopnet::render::detail {

/// A stretch of a row: a bank, or the river.
struct Zone {
    double left = 0;
    double right = 0;
    double river = 0;  ///< where the river lies: 1 right, -1 left, 0 here
    std::size_t id = 0;
};

/// The actors of one zone in one row, the one next to the river first.
struct Cell {
    Zone zone;
    std::size_t band = 0;
    std::size_t row = 0;
    bool across = false;  ///< part of a row over banks and river
    double y = 0;
    std::vector<std::size_t> actors;
};

struct SeatingTie {
    std::size_t a = 0;
    std::size_t b = 0;
    double weight = 1;
};

/// Who sits where, and what that is worth.
struct Seating {
    std::vector<Cell> cells;
    std::vector<SeatingTie> ties;
    std::map<std::size_t, std::vector<std::size_t>> allowed;  ///< by actor: the zones
    std::vector<double> half_widths;                          ///< by actor
    std::vector<double> heights;                              ///< by actor
    std::vector<std::size_t> pins;                            ///< who keep their seat: first in their cells
    std::vector<Point> places;                                ///< by actor

    [[nodiscard]] Cell* cell_of(std::size_t actor);
    /// How much of a cell is empty.
    [[nodiscard]] double room(const Cell& cell) const;
    [[nodiscard]] bool is_pinned(std::size_t actor) const;
};

/// Puts two actors of one band opposite each other at the river, if a row of the band has no such pair yet.
void pin(Seating& seating, std::size_t home, std::size_t partner);

/// Puts an actor of the first band over the river, for good.
void seat_over_river(Seating& seating, std::size_t actor);

/// Orders the seats of some actors while the others stay, and fills the places of all. Only ties between two of
/// `among` count.
void settle(Seating& seating, const std::vector<std::size_t>& movable, const std::vector<std::size_t>& among);

}  // namespace coopnet::render::detail
