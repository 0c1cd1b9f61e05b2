#include <coopnet/core/error.hpp>
#include <coopnet/graphviz/protocol.hpp>

#include <algorithm>
#include <bit>
#include <concepts>
#include <limits>
#include <tuple>
#include <type_traits>
#include <utility>

namespace coopnet::graphviz {
namespace {

[[noreturn]] void malformed(const std::string& what) {
    throw RenderError{"The Graphviz worker and the library do not understand each other: " + what +
                      ". Are both from one build of coopnet?"};
}

// The one list of what goes over the wire, for both directions.
template <typename T>
auto fields(T& of) {
    using Plain = std::remove_const_t<T>;
    if constexpr (std::same_as<Plain, Attribute>) {
        return std::tie(of.name, of.value, of.html);
    } else if constexpr (std::same_as<Plain, Node>) {
        return std::tie(of.name, of.attributes);
    } else if constexpr (std::same_as<Plain, Edge>) {
        return std::tie(of.tail, of.head, of.key, of.tail_port, of.head_port, of.attributes);
    } else if constexpr (std::same_as<Plain, Subgraph>) {
        return std::tie(of.name, of.parent, of.attributes, of.nodes);
    } else if constexpr (std::same_as<Plain, Graph>) {
        return std::tie(of.name, of.directed, of.strict, of.attributes, of.nodes, of.edges, of.subgraphs);
    } else if constexpr (std::same_as<Plain, ReadTask>) {
        return std::tie(of.text);
    } else if constexpr (std::same_as<Plain, WriteTask>) {
        return std::tie(of.graph);
    } else if constexpr (std::same_as<Plain, LayoutTask>) {
        return std::tie(of.graph, of.engine);
    } else if constexpr (std::same_as<Plain, DrawTask>) {
        return std::tie(of.graph, of.engine, of.format, of.dpi);
    } else if constexpr (std::same_as<Plain, Job>) {
        return std::tie(of.seconds, of.task);
    } else {
        static_assert(std::same_as<Plain, Failure>);
        return std::tie(of.line, of.message);
    }
}

constexpr std::uint8_t last_of(Engine) {
    return static_cast<std::uint8_t>(Engine::nop2);
}

constexpr std::uint8_t last_of(Format) {
    return static_cast<std::uint8_t>(Format::dot);
}

class Encoder {
public:
    std::string bytes;

    template <std::unsigned_integral T>
    void put(T value) {
        for (std::size_t i = 0; i < sizeof(T); ++i) bytes += static_cast<char>(value >> (8 * i));
    }
    void put(bool value) { put(static_cast<std::uint8_t>(value)); }
    void put(double value) { put(std::bit_cast<std::uint64_t>(value)); }
    void put(const std::string& text) {
        put(count(text.size()));
        bytes += text;
    }
    template <typename T>
        requires std::is_enum_v<T>
    void put(T choice) {
        put(static_cast<std::uint8_t>(choice));
    }
    template <typename T>
    void put(const std::vector<T>& items) {
        put(count(items.size()));
        for (const T& item : items) put(item);
    }
    void put(const std::optional<std::uint32_t>& value) {
        put(value.has_value());
        if (value) put(*value);
    }
    template <typename... Ts>
    void put(const std::variant<Ts...>& one) {
        put(static_cast<std::uint8_t>(one.index()));
        std::visit([this](const auto& value) { put(value); }, one);
    }
    template <typename T>
        requires std::is_class_v<T>
    void put(const T& record) {
        std::apply([this](const auto&... field) { (put(field), ...); }, fields(record));
    }

private:
    static std::uint32_t count(std::size_t size) {
        if (size > longest_message) throw RenderError{"The graph is too large to hand to Graphviz."};
        return static_cast<std::uint32_t>(size);
    }
};

class Decoder {
public:
    explicit Decoder(std::string_view bytes) : left_{bytes} {}

    template <typename T>
    T whole() {
        T value{};
        take(value);
        if (!left_.empty()) malformed("a message is longer than what it says");
        return value;
    }

private:
    std::string_view bytes(std::size_t count) {
        if (count > left_.size()) malformed("a message is cut short");
        const std::string_view taken = left_.substr(0, count);
        left_.remove_prefix(count);
        return taken;
    }

    template <std::unsigned_integral T>
    void take(T& value) {
        value = 0;
        std::size_t shift = 0;
        for (const char byte : bytes(sizeof(T))) {
            value = static_cast<T>(value | static_cast<T>(static_cast<T>(static_cast<std::uint8_t>(byte)) << shift));
            shift += 8;
        }
    }
    // At most `last`, or the message is no message.
    std::uint8_t choice(std::uint8_t last) {
        std::uint8_t value = 0;
        take(value);
        if (value > last) malformed("a message holds a choice that does not exist");
        return value;
    }
    void take(bool& value) { value = choice(1) == 1; }
    void take(double& value) {
        std::uint64_t bits = 0;
        take(bits);
        value = std::bit_cast<double>(bits);
    }
    void take(std::string& text) {
        std::uint32_t size = 0;
        take(size);
        text = bytes(size);
    }
    template <typename T>
        requires std::is_enum_v<T>
    void take(T& value) {
        value = static_cast<T>(choice(last_of(T{})));
    }
    template <typename T>
    void take(std::vector<T>& items) {
        std::uint32_t size = 0;
        take(size);
        // Nothing is reserved: a false count meets the end of the bytes before it meets the end of the memory.
        for (std::uint32_t i = 0; i < size; ++i) take(items.emplace_back());
    }
    void take(std::optional<std::uint32_t>& value) {
        if (choice(1) == 1) take(value.emplace());
    }
    template <typename... Ts>
    void take(std::variant<Ts...>& one) {
        const std::uint8_t index = choice(sizeof...(Ts) - 1);
        const auto alternative = [&]<std::size_t... I>(std::index_sequence<I...>) {
            ((I == index ? take(one.template emplace<I>()) : void()), ...);
        };
        alternative(std::index_sequence_for<Ts...>{});
    }
    template <typename T>
        requires std::is_class_v<T>
    void take(T& record) {
        std::apply([this](auto&... field) { (take(field), ...); }, fields(record));
    }

    std::string_view left_;
};

bool is_sound(const Graph& graph) {
    const auto exists = [&](std::uint32_t node) { return node < graph.nodes.size(); };
    const auto ends_exist = [&](const Edge& edge) { return exists(edge.tail) && exists(edge.head); };
    if (!std::ranges::all_of(graph.edges, ends_exist)) return false;
    for (std::size_t i = 0; i < graph.subgraphs.size(); ++i) {
        const Subgraph& sub = graph.subgraphs[i];
        if ((sub.parent && *sub.parent >= i) || !std::ranges::all_of(sub.nodes, exists)) return false;
    }
    return true;
}

template <typename T>
void require_sound(const T& part) {
    if constexpr (std::same_as<T, Graph>) {
        if (!is_sound(part)) malformed("an edge or subgraph names a node that does not exist");
    } else if constexpr (requires { part.graph; }) {
        require_sound(part.graph);
    }
}

template <typename T>
std::string encoded(const T& message) {
    Encoder encoder;
    encoder.put(message);
    if (encoder.bytes.size() > longest_message) throw RenderError{"The graph is too large to hand to Graphviz."};
    return std::move(encoder.bytes);
}

}  // namespace

std::string encode(const Job& job) {
    std::visit([](const auto& task) { require_sound(task); }, job.task);
    return encoded(job);
}

std::string encode(const Reply& reply) {
    return encoded(reply);
}

Job decode_job(std::string_view bytes) {
    Job job = Decoder{bytes}.whole<Job>();
    std::visit([](const auto& task) { require_sound(task); }, job.task);
    return job;
}

Reply decode_reply(std::string_view bytes) {
    Reply reply = Decoder{bytes}.whole<Reply>();
    std::visit([](const auto& value) { require_sound(value); }, reply);
    return reply;
}

std::string prefix_of(std::string_view message) {
    Encoder encoder;
    encoder.put(static_cast<std::uint32_t>(message.size()));
    return std::move(encoder.bytes);
}

std::size_t length_in(std::string_view prefix) {
    const auto length = Decoder{prefix}.whole<std::uint32_t>();
    if (length > longest_message) malformed("a message is too long");
    return length;
}

}  // namespace coopnet::graphviz
