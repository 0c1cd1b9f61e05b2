#include <coopnet/render/letters.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <limits>

namespace coopnet::render {
namespace {

constexpr double units_per_em = 2048;
constexpr char32_t first_known = 0x20;

// Advance widths of U+0020 to U+017F.
constexpr std::array<std::uint16_t, 352> regular{
    651,  821,  942,  1716, 1303, 1946, 1597, 563,  799,  799,  1024, 1716, 651,  739,  651,  690,  1303, 1303, 1303,
    1303, 1303, 1303, 1303, 1303, 1303, 1303, 690,  690,  1716, 1716, 1716, 1087, 2048, 1401, 1405, 1430, 1577, 1294,
    1178, 1587, 1540, 604,  604,  1343, 1141, 1767, 1532, 1612, 1235, 1612, 1423, 1300, 1251, 1499, 1401, 2025, 1403,
    1251, 1403, 799,  690,  799,  1716, 1024, 1024, 1255, 1300, 1126, 1300, 1260, 721,  1300, 1298, 569,  569,  1186,
    569,  1995, 1298, 1253, 1300, 1300, 842,  1067, 803,  1298, 1212, 1675, 1212, 1212, 1075, 1303, 690,  1303, 1716,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    651,  821,  1303, 1303, 1303,
    1303, 690,  1024, 1024, 2048, 965,  1253, 1716, 739,  2048, 1024, 1024, 1716, 821,  821,  1024, 1303, 1303, 651,
    1024, 821,  965,  1253, 1985, 1985, 1985, 1087, 1401, 1401, 1401, 1401, 1401, 1401, 1995, 1430, 1294, 1294, 1294,
    1294, 604,  604,  604,  604,  1587, 1532, 1612, 1612, 1612, 1612, 1612, 1716, 1612, 1499, 1499, 1499, 1499, 1251,
    1239, 1290, 1255, 1255, 1255, 1255, 1255, 1255, 2011, 1126, 1260, 1260, 1260, 1260, 569,  569,  569,  569,  1253,
    1298, 1253, 1253, 1253, 1253, 1253, 1716, 1253, 1298, 1298, 1298, 1298, 1212, 1300, 1212, 1401, 1255, 1401, 1255,
    1401, 1255, 1430, 1126, 1430, 1126, 1430, 1126, 1430, 1126, 1577, 1300, 1587, 1300, 1294, 1260, 1294, 1260, 1294,
    1260, 1294, 1260, 1294, 1260, 1587, 1300, 1587, 1300, 1587, 1300, 1587, 1300, 1540, 1298, 1876, 1423, 604,  569,
    604,  569,  604,  569,  604,  569,  604,  569,  1208, 1138, 604,  569,  1343, 1186, 1186, 1141, 569,  1141, 569,
    1141, 768,  1141, 700,  1151, 582,  1532, 1298, 1532, 1298, 1532, 1298, 1666, 1532, 1298, 1612, 1253, 1612, 1253,
    1612, 1253, 2191, 2095, 1423, 842,  1423, 842,  1423, 842,  1300, 1067, 1300, 1067, 1300, 1067, 1300, 1067, 1251,
    803,  1251, 803,  1251, 803,  1499, 1298, 1499, 1298, 1499, 1298, 1499, 1298, 1499, 1298, 1499, 1298, 2025, 1675,
    1251, 1212, 1251, 1403, 1075, 1403, 1075, 1403, 1075, 721,
};

constexpr std::array<std::uint16_t, 352> bold{
    713,  934,  1067, 1716, 1425, 2052, 1786, 627,  936,  936,  1071, 1716, 778,  850,  778,  748,  1425, 1425, 1425,
    1425, 1425, 1425, 1425, 1425, 1425, 1425, 819,  819,  1716, 1716, 1716, 1188, 2048, 1585, 1561, 1503, 1700, 1399,
    1399, 1681, 1714, 762,  762,  1587, 1305, 2038, 1714, 1741, 1501, 1741, 1577, 1475, 1397, 1663, 1585, 2259, 1579,
    1483, 1485, 936,  748,  936,  1716, 1024, 1024, 1382, 1466, 1214, 1466, 1389, 891,  1466, 1458, 702,  702,  1362,
    702,  2134, 1458, 1407, 1466, 1466, 1010, 1219, 979,  1458, 1335, 1892, 1321, 1335, 1192, 1458, 748,  1458, 1716,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,
    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    0,    713,  934,  1425, 1425, 1303,
    1425, 748,  1024, 1024, 2048, 1155, 1323, 1716, 850,  2048, 1024, 1024, 1716, 897,  897,  1024, 1507, 1303, 778,
    1024, 897,  1155, 1323, 2120, 2120, 2120, 1188, 1585, 1585, 1585, 1585, 1585, 1585, 2222, 1503, 1399, 1399, 1399,
    1399, 762,  762,  762,  762,  1716, 1714, 1741, 1741, 1741, 1741, 1741, 1716, 1741, 1663, 1663, 1663, 1663, 1483,
    1511, 1473, 1382, 1382, 1382, 1382, 1382, 1382, 2146, 1214, 1389, 1389, 1389, 1389, 702,  702,  702,  702,  1407,
    1458, 1407, 1407, 1407, 1407, 1407, 1716, 1407, 1458, 1458, 1458, 1458, 1335, 1466, 1335, 1585, 1382, 1585, 1382,
    1585, 1382, 1503, 1214, 1503, 1214, 1503, 1214, 1503, 1214, 1700, 1466, 1716, 1466, 1399, 1389, 1399, 1389, 1399,
    1389, 1399, 1389, 1399, 1389, 1681, 1466, 1681, 1466, 1681, 1466, 1681, 1466, 1714, 1458, 1994, 1618, 762,  702,
    762,  702,  762,  702,  762,  702,  762,  702,  1524, 1404, 762,  702,  1587, 1362, 1362, 1305, 702,  1305, 702,
    1305, 982,  1305, 1140, 1315, 760,  1714, 1458, 1714, 1458, 1714, 1458, 2013, 1714, 1458, 1741, 1407, 1741, 1407,
    1741, 1407, 2390, 2241, 1577, 1010, 1577, 1010, 1577, 1010, 1475, 1219, 1475, 1219, 1475, 1219, 1475, 1219, 1397,
    979,  1397, 979,  1397, 979,  1663, 1458, 1663, 1458, 1663, 1458, 1663, 1458, 1663, 1458, 1663, 1458, 2259, 1892,
    1483, 1335, 1483, 1485, 1192, 1485, 1192, 1485, 1192, 891,
};
static_assert(regular.size() == bold.size());

// The character at the start of a text, which is taken off. What is no UTF-8 counts byte by byte.
char32_t next(std::string_view& text) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned lead = byte(0);
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (size > text.size()) {
        text.remove_prefix(1);
        return U'?';
    }
    char32_t code = size == 1 ? lead : lead & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) code = code << 6U | (byte(i) & 0x3FU);
    text.remove_prefix(size);
    return code;
}

bool is_between(char32_t code, char32_t low, char32_t high) {
    return code >= low && code <= high;
}

bool joins_the_letter_before(char32_t code) {
    return is_between(code, 0x300, 0x36F) || is_between(code, 0x17B4, 0x17D3) || is_between(code, 0x200B, 0x200F) ||
           is_between(code, 0xE31, 0xE3A) || is_between(code, 0xE47, 0xE4E) || is_between(code, 0xFE00, 0xFE0F);
}

double em_widths(char32_t code, bool is_bold) {
    const auto& known = is_bold ? bold : regular;
    if (code < first_known) return 0;
    if (code - first_known < known.size()) return known[code - first_known] / units_per_em;
    if (joins_the_letter_before(code)) return 0.12;  // Khmer vowels take some room of their own
    if (is_between(code, 0x2010, 0x2026)) return code == 0x2014 || code == 0x2026 ? 1 : 0.68;
    if (code >= 0x1100 && !is_between(code, 0x1700, 0x2FFF)) return 1.05;  // Chinese, Japanese, Korean, signs
    return is_bold ? 0.95 : 0.86;                                          // Greek, Cyrillic, Arabic, Thai, Khmer, Lao
}

std::vector<std::string_view> words_of(std::string_view text) {
    std::vector<std::string_view> words;
    std::size_t start = 0;
    while ((start = text.find_first_not_of(" \t\r\n", start)) != std::string_view::npos) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", start), text.size());
        words.push_back(text.substr(start, end - start));
        start = end;
    }
    return words;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
    std::string line;
    for (std::size_t i = from; i < to; ++i) (line += i > from ? " " : "") += words[i];
    return line;
}

// Scripts that are written without blanks (Thai, Lao, Khmer, Chinese …) break between two letters; a letter keeps its
// vowels and what stands below it.
bool is_unspaced(char32_t code) {
    return is_between(code, 0xE00, 0xEFF) || is_between(code, 0x1000, 0x109F) || is_between(code, 0x1780, 0x17FF) ||
           is_between(code, 0x2E80, 0xD7FF) || is_between(code, 0xF900, 0xFAFF);
}

std::vector<std::string> halves(std::string_view word, Letters letters) {
    constexpr char32_t below = 0x17D2;  // Khmer: the next letter stands below this one
    const double half = width_of(word, letters) / 2;
    double best = std::numeric_limits<double>::infinity();
    std::size_t cut = 0;
    char32_t before = 0;
    for (std::string_view rest = word; !rest.empty();) {
        const std::size_t at = word.size() - rest.size();
        const char32_t code = next(rest);
        const bool breaks =
            is_unspaced(before) && is_unspaced(code) && !joins_the_letter_before(code) && before != below;
        if (const double off = std::abs(width_of(word.substr(0, at), letters) - half); breaks && off < best) {
            best = off;
            cut = at;
        }
        before = code;
    }
    if (cut == 0) return {std::string{word}};
    return {std::string{word.substr(0, cut)}, std::string{word.substr(cut)}};
}

}  // namespace

double width_of(std::string_view text, Letters letters) {
    double ems = 0;
    while (!text.empty()) ems += em_widths(next(text), letters.bold);
    return ems * letters.size;
}

std::vector<std::string> break_lines(std::string_view text, Letters letters, double room, std::size_t most) {
    const auto words = words_of(text);
    std::string whole = joined(words, 0, words.size());
    if (most <= 1 || words.empty() || width_of(whole, letters) <= room) return {whole};
    if (words.size() == 1) return halves(words.front(), letters);
    std::vector<std::string> best;
    double shortest = std::numeric_limits<double>::infinity();
    for (std::size_t cut = 1; cut < words.size(); ++cut) {
        std::vector<std::string> lines{joined(words, 0, cut)};
        for (auto& line : break_lines(joined(words, cut, words.size()), letters, room, most - 1)) {
            lines.push_back(std::move(line));
        }
        double longest = 0;
        for (const auto& line : lines) longest = std::max(longest, width_of(line, letters));
        if (longest < shortest) {
            shortest = longest;
            best = std::move(lines);
        }
    }
    return best;
}

std::vector<std::string> fill_lines(std::string_view text, Letters letters, double room) {
    std::vector<std::string> lines;
    for (const std::string_view word : words_of(text)) {
        std::string longer = lines.empty() ? std::string{word} : lines.back() + ' ' + std::string{word};
        if (!lines.empty() && width_of(longer, letters) <= room) {
            lines.back() = std::move(longer);
        } else {
            lines.push_back(shortened(word, letters, room));
        }
    }
    return lines;
}

std::string shortened(std::string_view text, Letters letters, double room) {
    if (width_of(text, letters) <= room) return std::string{text};
    const std::string_view all = text;
    std::size_t fitting = 0;
    double used = width_of("…", letters);
    while (!text.empty()) {
        used += em_widths(next(text), letters.bold) * letters.size;
        if (used > room) break;
        fitting = all.size() - text.size();
    }
    return std::string{all.substr(0, fitting)} + "…";
}

}  // namespace coopnet::render
