#pragma once

#include <cstddef>
#include <cstdint>

namespace coopnet {

// Rows of a network's tables. Each is a type of its own, so that a tie's row can never
// be taken for an actor's.
enum class ActorRow : std::uint32_t {};
enum class TieRow : std::uint32_t {};
enum class SourceRow : std::uint32_t {};
enum class FigureRow : std::uint32_t {};
enum class KindRow : std::uint32_t {};
enum class RelationRow : std::uint32_t {};
enum class LayerRow : std::uint32_t {};
enum class StageRow : std::uint32_t {};

template <class Row>
constexpr std::size_t index(Row row) noexcept {
    return static_cast<std::size_t>(row);
}

template <class Row>
constexpr Row row(std::size_t index) noexcept {
    return static_cast<Row>(index);
}

}  // namespace coopnet
