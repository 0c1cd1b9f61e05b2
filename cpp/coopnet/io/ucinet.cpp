#include <coopnet/core/number.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/matrices.hpp>
#include <coopnet/io/ucinet.hpp>

#include <boost/locale/utf.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace coopnet::io {
namespace {

constexpr std::size_t day_and_types = 11;  // year, month, day, weekday, kind of labels, kind of numbers
constexpr double unknown = 1e37;

// Little-endian whole numbers, as the files have them.
template <class Number>
Number number_of(std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < sizeof(Number); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes[i])} << (8 * i);
    return static_cast<Number>(value);
}

std::string text_of(std::string_view bytes, bool wide) {
    using Utf8 = boost::locale::utf::utf_traits<char>;
    using Utf16 = boost::locale::utf::utf_traits<char16_t>;
    if (!wide && is_text(bytes)) return std::string{bytes};
    std::u16string units;
    for (std::size_t i = 0; i + (wide ? 1 : 0) < bytes.size(); i += wide ? 2 : 1)
        units += wide ? static_cast<char16_t>(number_of<std::uint16_t>(bytes.substr(i)))
                      : static_cast<char16_t>(static_cast<unsigned char>(bytes[i]));
    std::string text;
    const char16_t* at = units.data();
    const char16_t* const end = at + units.size();
    while (at != end) {
        const auto character = Utf16::decode(at, end);
        if (boost::locale::utf::is_valid_codepoint(character) && character != 0)
            Utf8::encode(character, std::back_inserter(text));
    }
    return text;
}

class HeaderReader {
public:
    HeaderReader(std::string_view header, const std::string& path) : header_{header}, path_{path} {}

    struct Header {
        std::size_t rows = 0;
        std::size_t columns = 0;
        std::size_t levels = 1;
        std::string title;
        std::vector<std::string> column_labels;
        std::vector<std::string> row_labels;
        std::vector<std::string> level_labels;
    };

    Header read() {
        Header made;
        const std::string_view version = take(6).substr(1);
        if (version != "DATE:" && version != "V6404") {
            at_ = 0;
            fail("this is no header of UCINET: neither DATE: nor V6404 stands at its beginning.");
        }
        static_cast<void>(take(day_and_types));
        const auto dimensions = number<std::uint16_t>();
        if (dimensions != 2 && dimensions != 3)
            fail("it has " + std::to_string(dimensions) + " dimensions, where a matrix has 2 or 3.");
        const bool wide = version == "V6404";
        made.columns = size(wide);
        made.rows = size(wide);
        if (dimensions == 3) made.levels = size(wide);
        made.title = text_of(take(number<std::uint8_t>()), false);
        std::vector<bool> labelled(dimensions);
        for (std::size_t i = 0; i < dimensions; ++i) labelled[i] = number<std::uint8_t>() != 0;
        std::vector<std::vector<std::string_view>> raw(3);
        const std::array sizes{made.columns, made.rows, made.levels};
        for (std::size_t i = 0; i < labelled.size(); ++i) {
            for (std::size_t label = 0; labelled[i] && label < sizes[i]; ++label)
                raw[i].push_back(take(number<std::uint16_t>()));
        }
        const bool utf16 = is_utf16(raw);
        made.column_labels = texts(raw[0], utf16);
        made.row_labels = texts(raw[1], utf16);
        made.level_labels = texts(raw[2], utf16);
        return made;
    }

private:
    std::string_view take(std::size_t bytes) {
        if (header_.size() - at_ < bytes) fail("the header ends here. Check that it is whole.");
        const auto found = header_.substr(at_, bytes);
        at_ += bytes;
        return found;
    }

    template <class Number>
    Number number() {
        return number_of<Number>(take(sizeof(Number)));
    }

    std::size_t size(bool wide) { return wide ? number<std::uint32_t>() : number<std::uint16_t>(); }

    // One Latin letter in two bytes shows it.
    static bool is_utf16(const std::vector<std::vector<std::string_view>>& labels) {
        bool zeros = false;
        for (const auto& side : labels) {
            for (const std::string_view label : side) {
                if (label.size() % 2 != 0) return false;
                zeros = zeros || label.find('\0') != std::string_view::npos;
            }
        }
        return zeros;
    }

    static std::vector<std::string> texts(const std::vector<std::string_view>& labels, bool wide) {
        std::vector<std::string> found;
        found.reserve(labels.size());
        for (const std::string_view label : labels) found.emplace_back(trimmed(text_of(label, wide)));
        return found;
    }

    [[noreturn]] void fail(const std::string& message) const {
        throw ParseError{path_, 0, 0, "byte " + std::to_string(at_ + 1) + ": " + message};
    }

    std::string_view header_;
    const std::string& path_;
    std::size_t at_ = 0;
};

class UcinetReader {
public:
    UcinetReader(std::string_view header, std::string_view data, const std::string& path)
        : path_{path}, header_{HeaderReader{header, path}.read()}, data_{data}, foreign_{path, "ucinet"} {}

    Draft read() {
        width_ = width();
        const detail::Side rows =
            side(header_.row_labels, header_.rows, "row", header_.rows == header_.columns ? "" : "r");
        detail::Side columns =
            side(header_.column_labels, header_.columns, "column", header_.rows == header_.columns ? "" : "c");
        require_meant(header_.levels, "level");
        std::vector<detail::Matrix> matrices;
        matrices.reserve(header_.levels);
        for (std::size_t level = 0; level < header_.levels; ++level) matrices.push_back(matrix(level));
        foreign_.set_name(header_.title);
        return detail::network_of(std::move(foreign_), rows, std::move(columns), true, std::move(matrices));
    }

private:
    // Bytes of each number; the sizes cannot overflow: they are of 32 bits, and the file is no larger than memory.
    [[nodiscard]] std::size_t width() const {
        const double cells = static_cast<double>(header_.rows) * static_cast<double>(header_.columns) *
                             static_cast<double>(header_.levels);
        for (const std::size_t bytes : {sizeof(float), sizeof(double)}) {
            if (static_cast<double>(data_.size()) == cells * static_cast<double>(bytes)) return bytes;
        }
        throw ParseError{path_, 0, 0,
                         "the data have " + std::to_string(data_.size()) + " bytes, and " + format_number(cells) +
                             " numbers of 4 or 8 bytes do not fill them. Are ##h and ##d of one network?"};
    }

    // Sizes without a single number cost no bytes of data.
    void require_meant(std::size_t count, const std::string& what) const {
        if (count > 10'000 + data_.size()) throw ParseError{path_, 0, 0, "more " + what + "s than its files can mean."};
    }

    [[noreturn]] void refuse_label(const std::string& label, const std::string& what) const {
        throw ParseError{path_, 0, 0,
                         label.empty()
                             ? "the label of a " + what + " is empty. Give it one."
                             : "the label \"" + label + "\" is that of two " + what + "s. Give each one of its own."};
    }

    detail::Side side(const std::vector<std::string>& labels, std::size_t count, const std::string& what,
                      const std::string& prefix) const {
        detail::Side made;
        require_meant(count, what);
        for (std::size_t i = 0; i < count; ++i) {
            const std::string label = i < labels.size() ? labels[i] : prefix + std::to_string(i + 1);
            if (label.empty() || !made.add(label)) refuse_label(label, what);
        }
        return made;
    }

    detail::Matrix matrix(std::size_t level) {
        detail::Matrix made;
        made.symmetric_says = true;
        if (level < header_.level_labels.size() && (header_.levels > 1 || !header_.level_labels[level].empty())) {
            made.name = header_.level_labels[level];
        } else if (header_.levels > 1) {
            made.name = std::to_string(level + 1);
        }
        for (std::size_t row = 0; row < header_.rows; ++row) {
            for (std::size_t column = 0; column < header_.columns; ++column) {
                if (auto cell = value((((level * header_.rows) + row) * header_.columns) + column))
                    made.cells.push_back({row, column, std::move(*cell), {1, 1}});
            }
        }
        return made;
    }

    // As people write it: the shortest text that is this number. Nothing for 0 and for what is not known.
    std::optional<std::string> value(std::size_t cell) {
        const auto bytes = data_.substr(cell * width_, width_);
        const auto single = std::bit_cast<float>(width_ == sizeof(float) ? number_of<std::uint32_t>(bytes) : 0U);
        const double number = width_ == sizeof(float) ? static_cast<double>(single)
                                                      : std::bit_cast<double>(number_of<std::uint64_t>(bytes));
        if (!(std::abs(number) < unknown)) {
            foreign_.leave_out("a cell that is not known", {1, 1});
            return std::nullopt;
        }
        if (number == 0) return std::nullopt;
        if (width_ != sizeof(float)) return format_number(number);
        std::array<char, 64> text{};
        const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), single);
        return format_number(read_number({text.data(), end}).value_or(number));
    }

    const std::string& path_;
    HeaderReader::Header header_;
    std::string_view data_;
    detail::Foreign foreign_;
    std::size_t width_ = 0;
};

}  // namespace

Draft read_ucinet(std::string_view header, std::string_view data, const std::string& path) {
    return UcinetReader{header, data, path}.read();
}

}  // namespace coopnet::io
