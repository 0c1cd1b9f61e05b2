#pragma once

#include <coopnet/io/json.hpp>
#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/builder.hpp>

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

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

}  // namespace coopnet::fuzz
