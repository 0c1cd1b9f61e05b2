#pragma once

#include <coopnet/graphviz/engine.hpp>
#include <coopnet/graphviz/graph.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

/// What the library and `coopnet-graphviz` say to each other: one job there, one reply back, each a little-endian
/// length of four bytes and that many bytes. Both ends are built together, so there is no version.
namespace coopnet::graphviz {

struct ReadTask {
    std::string text{};
};

struct WriteTask {
    Graph graph{};
};

struct LayoutTask {
    Graph graph{};
    Engine engine = Engine::dot;
};

struct DrawTask {
    Graph graph{};
    Engine engine = Engine::dot;
    Format format = Format::svg;
    double dpi = 96;  ///< of a PNG; the other formats have no pixels
};

struct Job {
    std::uint32_t seconds = 0;  ///< of processor time it may take
    std::variant<ReadTask, WriteTask, LayoutTask, DrawTask> task{};
};

/// What went wrong, in Graphviz's own words.
struct Failure {
    std::uint32_t line = 0;  ///< of the DOT text; 0 if it is not about a line
    std::string message{};
};

/// A graph for `read` and `layout`, bytes for `write` and `draw`.
using Reply = std::variant<Graph, std::string, Failure>;

/// Longer jobs and replies are refused.
constexpr std::size_t longest_message = 256U << 20U;

[[nodiscard]] std::string encode(const Job& job);
[[nodiscard]] std::string encode(const Reply& reply);

/// Throw RenderError for anything that `encode` cannot have written: cut short, too long, an index out of range.
[[nodiscard]] Job decode_job(std::string_view bytes);
[[nodiscard]] Reply decode_reply(std::string_view bytes);

/// The length that goes before a message, and back; throws RenderError if it is above `longest_message`.
constexpr std::size_t prefix_size = 4;
[[nodiscard]] std::string prefix_of(std::string_view message);
[[nodiscard]] std::size_t length_in(std::string_view prefix);

}  // namespace coopnet::graphviz
