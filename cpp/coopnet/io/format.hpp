#pragma once

#include <coopnet/io/written.hpp>
#include <coopnet/model/network.hpp>

#include <span>
#include <string>
#include <string_view>

namespace coopnet::io {

/// Another program's format: how its files are called, read and written.
struct Format {
    std::string_view name;
    std::span<const std::string_view> suffixes;  ///< ".graphml"
    Draft (*read)(std::string_view bytes, const std::string& path);
    Written (*write)(const Network& network);
};

std::span<const Format> formats() noexcept;

/// Throws UnknownName for a name that is none of a format.
const Format& format_named(std::string_view name);

}  // namespace coopnet::io
