#pragma once

#include <coopnet/model/network.hpp>

#include <string>
#include <string_view>

namespace coopnet::io {

/// A network from UCINET's own two files, the header `##h` and the data `##d`.
///
/// UCINET does not describe them. What is read is what public readers and writers of theirs agree on: a header `DATE:`
/// (sizes in 2 bytes) or `V6404` (in 4) with the numbers of columns, rows and levels, a title, and labels in bytes or
/// UTF-16; data row by row, level by level, in numbers of 4 bytes or, where the file is twice as large, of 8. A cell
/// above 1e37 is not known. What it means is as in DL: see read_ucinet_dl().
///
/// Throws ParseError, with the byte, for what is no such header, and for data of another size than the header says.
Draft read_ucinet(std::string_view header, std::string_view data, const std::string& path);

}  // namespace coopnet::io
