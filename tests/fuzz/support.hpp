#pragma once

#include <coopnet/io/format.hpp>
#include <coopnet/io/json.hpp>
#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/builder.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace coopnet::fuzz {

/// Ends the fuzzing, with the input that led here, if something does not hold.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "This does not hold: %s.\n", what);
    std::abort();
}

inline std::string_view text_of(const std::uint8_t* data, std::size_t size) {
    return {reinterpret_cast<const char*>(data), size};
}

/// What a network says is what it says after writing and reading.
inline void require_round_trip(const Network& network) {
    const std::string written = io::write_json(network);
    const Network again = build(io::read_json(written, "again.json"));
    for (const Table table : all_tables) {
        require(again.draft().sheet(table).header == network.draft().sheet(table).header, "the same columns");
        require(again.draft().sheet(table).columns == network.draft().sheet(table).columns, "the same cells");
    }
    require(io::write_vocabulary(again.vocabulary()) == io::write_vocabulary(network.vocabulary()), "the same words");
    require(again.about().types == network.about().types, "the same types of columns");
    require(io::write_json(again).size() > 0 &&
                io::write_json(build(io::read_json(io::write_json(again), "third.json"))) == io::write_json(again),
            "the same bytes from then on");
}

inline std::optional<Network> network_of(const io::Format& format, std::string_view bytes) {
    try {
        return build(format.read(bytes, "any"));
    } catch (const Error& error) {
        require(std::string_view{error.what()}.size() > 10, "an error is a sentence");
        return std::nullopt;
    }
}

/// The columns by name: formats of attributes keep no order of them.
inline std::map<std::string, std::vector<std::string>> cells_of(const Sheet& sheet) {
    std::map<std::string, std::vector<std::string>> cells;
    for (std::size_t i = 0; i < sheet.header.size(); ++i) {
        const bool filled =
            std::ranges::any_of(sheet.columns[i], [](const std::string& cell) { return !cell.empty(); });
        if (filled) cells.emplace(sheet.header[i], sheet.columns[i]);
    }
    return cells;
}

/// What a format makes of a network; nothing if it says that it is too large for it.
inline std::optional<io::Written> written_in(const io::Format& format, const Network& network) {
    try {
        return format.write(network);
    } catch (const InvalidOption&) {
        return std::nullopt;
    }
}

/// A network of any bytes in a format, which is written and read again as the same; or an error of ours. Some formats
/// add parallel ties up and say so.
inline void try_format(const io::Format& format, std::string_view bytes, bool every_tie = true) {
    const auto network = network_of(format, bytes);
    if (!network) return;
    const auto in_format = written_in(format, *network);
    if (!in_format) return;
    const io::Written& written = *in_format;
    const Network again = build(format.read(written.text, "again"));
    require(again.actors().size() == network->actors().size(), "as many actors");
    require(!every_tie || again.ties().size() == network->ties().size(), "as many ties");
    if (!written.losses.empty()) return;
    for (const Table table : all_tables) {
        require(cells_of(again.draft().sheet(table)) == cells_of(network->draft().sheet(table)), "the same cells");
    }
    require(io::write_vocabulary(again.vocabulary()) == io::write_vocabulary(network->vocabulary()), "the same words");
}

}  // namespace coopnet::fuzz
