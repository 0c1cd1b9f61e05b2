#include <coopnet/core/number.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/lines.hpp>
#include <coopnet/io/detail/matrices.hpp>
#include <coopnet/io/ucinet_dl.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace coopnet::io {
namespace {

using detail::is_word;
using detail::Side;
using detail::Word;

enum class Form { full, lower, upper, edges, nodes, counted_nodes };

struct Dialect {
    std::string_view name;
    Form form;
    bool two_mode = false;
};

constexpr std::array<Dialect, 17> dialects{{{"fullmatrix", Form::full},
                                            {"fm", Form::full},
                                            {"lowerhalf", Form::lower},
                                            {"lh", Form::lower},
                                            {"upperhalf", Form::upper},
                                            {"uh", Form::upper},
                                            {"edgelist1", Form::edges},
                                            {"edgelist", Form::edges},
                                            {"el1", Form::edges},
                                            {"edgelist2", Form::edges, true},
                                            {"el2", Form::edges, true},
                                            {"nodelist1", Form::nodes},
                                            {"nl1", Form::nodes},
                                            {"nodelist1b", Form::counted_nodes},
                                            {"nl1b", Form::counted_nodes},
                                            {"nodelist2", Form::nodes, true},
                                            {"nl2", Form::nodes, true}}};

std::optional<std::size_t> whole(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

class DlReader {
public:
    DlReader(std::string_view text, const std::string& path)
        : path_{path}, lines_{text, path}, most_{10'000 + text.size()}, foreign_{path, "ucinet"} {}

    Draft read() {
        if (!next() || !is_word(word().text, "dl")) lines_.fail("this is no DL: it must begin with the word DL.");
        ++at_;
        while (read_keyword()) {
        }
        settle();
        for (std::size_t number = 0; number < count_; ++number) read_matrix(number);
        if (next()) fail("the data go on after their last matrix.");
        require_labels_of_cells();
        return detail::network_of(std::move(foreign_), rows_, std::move(columns_), two_mode_, std::move(matrices_));
    }

private:
    // Where labels are embedded there may be fewer than the heading says.
    void require_labels_of_cells() {
        for (const detail::Matrix& matrix : matrices_) {
            for (const detail::Cell& cell : matrix.cells) {
                if (cell.row < rows_.labels.size() && cell.column < columns().labels.size()) continue;
                throw detail::located(path_, cell.place, "this cell is of a row or column without a label of its own.");
            }
        }
    }

    // --- words
    bool next() {
        while (at_ == words_.size()) {
            if (!lines_.next()) return false;
            words_ = lines_.words({.marks = ",="});
            at_ = 0;
        }
        return true;
    }

    [[nodiscard]] const Word& word() const { return words_[at_]; }
    [[nodiscard]] detail::Place place() const { return lines_.place(word().at); }
    [[noreturn]] void fail(const std::string& message) const {
        lines_.fail(at_ < words_.size() ? word().at : lines_.line().size(), message);
    }

    void require_next(const std::string& what) {
        if (!next()) fail("the file ends where " + what + " must stand. Check that it is whole.");
    }

    // The word without a colon at its end; what follows the colon is a word of its own.
    std::string_view keyword() {
        Word& here = words_[at_];
        const auto colon = here.quoted ? std::string_view::npos : here.text.find(':');
        const std::string_view key = here.text.substr(0, colon);
        const std::string_view rest =
            colon == std::string_view::npos ? std::string_view{} : here.text.substr(colon + 1);
        if (rest.empty()) {
            ++at_;
        } else {
            here.at += colon + 1;
            here.text = rest;
        }
        return key;
    }

    bool takes(std::string_view low) {
        if (!next() || word().quoted || !is_word(word().text.substr(0, word().text.find(':')), low)) return false;
        static_cast<void>(keyword());
        return true;
    }

    // --- the heading
    bool read_keyword() {
        require_next("DATA:");
        if (word().text == ":") {  // apart from its word
            ++at_;
            return true;
        }
        const std::size_t begin = word().at;
        const std::string_view key = word().quoted ? std::string_view{} : keyword();
        if (is_word(key, "data")) return false;
        if (is_word(key, "n")) {
            row_count_ = column_count_ = size();
            square_ = true;
        } else if (is_word(key, "nr")) {
            row_count_ = size();
        } else if (is_word(key, "nc")) {
            column_count_ = size();
        } else if (is_word(key, "nm")) {
            count_ = size();
        } else if (is_word(key, "format")) {
            read_format();
        } else if (is_word(key, "diagonal")) {
            require_next("PRESENT or ABSENT");
            diagonal_ = !takes("absent");
            if (diagonal_ && !takes("present")) fail("the diagonal is PRESENT or ABSENT.");
        } else if (is_word(key, "title")) {
            require_next("the title");
            foreign_.set_name(words_[at_++].plain());
        } else if (is_word(key, "labels")) {
            read_labels(true, true);
        } else if (is_word(key, "row")) {
            require_labels();
            read_labels(true, false);
        } else if (is_word(key, "col") || is_word(key, "column")) {
            require_labels();
            read_labels(false, true);
        } else if (is_word(key, "matrix") || is_word(key, "level")) {
            require_labels();
            matrix_labels_ = labels(count_, "matrices (NM)");
        } else {
            lines_.fail(begin, "this is no word of DL: N, NR, NC, NM, FORMAT, DIAGONAL, TITLE, LABELS and DATA are.");
        }
        return true;
    }

    std::size_t size() {
        require_next("a number");
        const auto number = whole(word().text);
        if (!number) fail("\"" + std::string{word().text} + "\" is no number.");
        if (*number > most_) fail("more than a file of this size can mean. Check that it is whole.");
        ++at_;
        return *number;
    }

    void read_format() {
        require_next("the format");
        const std::string_view name = word().text;
        const auto* const found =
            std::ranges::find_if(dialects, [&](const Dialect& dialect) { return is_word(name, dialect.name); });
        if (found == dialects.end()) {
            fail("the format \"" + std::string{name} +
                 "\" is not read. Export it as fullmatrix, edgelist1 or nodelist1.");
        }
        dialect_ = *found;
        ++at_;
    }

    void require_labels() {
        if (!takes("labels")) fail("LABELS must follow ROW, COLUMN or MATRIX.");
    }

    void read_labels(bool of_rows, bool of_columns) {
        if (takes("embedded")) {
            rows_embedded_ = rows_embedded_ || of_rows;
            columns_embedded_ = columns_embedded_ || of_columns;
            return;
        }
        if (of_rows && of_columns && !square_ && row_count_ != column_count_)
            fail("rows and columns have labels of their own here: say ROW LABELS and COLUMN LABELS.");
        const auto found = labels(of_rows ? row_count_ : column_count_, "actors (N)");
        if (of_rows) row_labels_ = found;
        if (of_columns) column_labels_ = found;
    }

    std::vector<std::string> labels(std::optional<std::size_t> count, const std::string& what) {
        if (!count) fail("labels stand before the number of " + what + ". Write that first.");
        std::vector<std::string> found;
        if (next() && word().text == ":" && !word().quoted) ++at_;
        while (found.size() < *count) {
            if (!next() || (!word().quoted && is_word(word().text, "data:"))) {
                fail("there are " + std::to_string(found.size()) + " labels for " + std::to_string(*count) + " " +
                     what + ".");
            }
            found.push_back(words_[at_++].plain());
        }
        return found;
    }

    // --- what the heading means
    void settle() {
        two_mode_ = dialect_.two_mode || !square_;
        if (!row_count_) row_count_ = column_count_;
        if (!column_count_) column_count_ = row_count_;
        if (!row_count_) {
            const bool lists = dialect_.form == Form::edges || dialect_.form == Form::nodes;
            if (!rows_embedded_ || !lists) fail("the number of actors is missing: N = 12.");
            two_mode_ = dialect_.two_mode;
        }
        if (!dialect_.two_mode && row_count_ == column_count_ && row_labels_ == column_labels_ &&
            rows_embedded_ == columns_embedded_ && !rows_embedded_)
            two_mode_ = false;
        const bool halves = dialect_.form == Form::lower || dialect_.form == Form::upper;
        if ((halves || !diagonal_) && row_count_ != column_count_)
            fail("halves of a matrix and a missing diagonal need as many rows as columns.");
        if (halves) two_mode_ = false;
        fill(rows_, row_labels_, row_count_, rows_embedded_, two_mode_ ? "r" : "");
        if (two_mode_) fill(columns_, column_labels_, column_count_, columns_embedded_, "c");
        if (matrix_labels_.empty() && count_ > 1) {
            for (std::size_t i = 1; i <= count_; ++i) matrix_labels_.push_back(std::to_string(i));
        }
    }

    void fill(Side& side, const std::vector<std::string>& labels, std::optional<std::size_t> count, bool embedded,
              const std::string& prefix) {
        for (const std::string& label : labels) {
            if (trimmed(label).empty()) fail("a label is empty. Give each actor one.");
            if (!side.add(label)) fail("two actors have the label \"" + label + "\". Give each one of its own.");
        }
        if (!labels.empty() || embedded) return;
        for (std::size_t i = 1; i <= count.value_or(0); ++i) side.add(prefix + std::to_string(i));
    }

    Side& columns() { return two_mode_ ? columns_ : rows_; }

    // --- data
    void read_matrix(std::size_t number) {
        matrices_.push_back({});
        matrix_ = &matrices_.back();
        if (!matrix_labels_.empty()) matrix_->name = matrix_labels_[number];
        switch (dialect_.form) {
            case Form::full:
            case Form::lower:
            case Form::upper:
                read_cells();
                break;
            case Form::edges:
                read_lines([this](std::size_t end) { read_edge(end); });
                break;
            case Form::nodes:
                read_lines([this](std::size_t end) { read_node(end); });
                break;
            case Form::counted_nodes:
                read_counted();
                break;
        }
    }

    void read_cells() {
        matrix_->directed = dialect_.form == Form::full;
        matrix_->symmetric_says = true;
        std::vector<std::size_t> of_columns;
        for (std::size_t column = 0; column < column_count_.value_or(0); ++column)
            of_columns.push_back(columns_embedded_ ? actor(columns(), column_count_, true) : column);
        for (std::size_t at = 0; at < row_count_.value_or(0); ++at) {
            const std::size_t row = rows_embedded_ ? actor(rows_, row_count_, true) : at;
            const std::size_t begin = dialect_.form == Form::upper ? at : 0;
            const std::size_t end = dialect_.form == Form::lower ? at + 1 : *column_count_;
            for (std::size_t column = begin; column < end; ++column) {
                if (column != at || diagonal_) read_cell(row, of_columns[column]);
            }
        }
    }

    void read_cell(std::size_t row, std::size_t column) {
        require_next("a number of the matrix");
        if (const auto value = strength()) matrix_->cells.push_back({row, column, *value, place()});
        ++at_;
    }

    // Nothing for a cell that is 0 or not known.
    std::optional<std::string> strength() {
        const std::string_view text = word().text.substr(word().text.starts_with('+') ? 1 : 0);
        if (is_word(text, "na") || text == ".") {
            foreign_.leave_out("a cell that is not known", place());
            return std::nullopt;
        }
        const auto value = read_number(text);
        if (!value) fail("\"" + std::string{word().text} + "\" is no number.");
        if (*value == 0) return std::nullopt;
        return std::string{text};
    }

    // The actor that the next word names.
    std::size_t actor(Side& side, std::optional<std::size_t> count, bool embedded) {
        require_next("an actor");
        const std::string name = word().plain();
        std::optional<std::size_t> found;
        if (embedded) {
            if (trimmed(name).empty()) fail("a label is empty. Give each actor one.");
            found = side.find(name);
            if (!found) found = side.labels.size();
            if (*found == side.labels.size()) side.add(name);
        } else if (const auto number = whole(name); number && !word().quoted) {
            found = *number - 1;
        } else {
            found = side.find(name);
        }
        const std::size_t most = count.value_or(most_);
        if (!found || *found >= most)
            fail("\"" + name + "\" is no actor: there are " + std::to_string(most) + ". Mend it, or N.");
        ++at_;
        return *found;
    }

    // Each line until the file or, at an exclamation mark, the matrix ends.
    template <class Read>
    void read_lines(const Read& read) {
        while (next()) {
            if (word().text == "!" && !word().quoted) {
                ++at_;
                return;
            }
            read(words_.size());
        }
    }

    void read_edge(std::size_t end) {
        const detail::Place here = place();
        const std::size_t begin = word().at;
        if (end - at_ < 2) lines_.fail(begin, "an edge needs two actors.");
        const std::size_t row = actor(rows_, row_count_, rows_embedded_);
        const std::size_t column = actor(columns(), column_count_, columns_embedded_);
        std::optional<std::string> value = "";
        if (at_ < end) {
            value = strength();
            ++at_;
        }
        if (at_ < end) fail("an edge has two actors and a strength. Are there blanks in a label? Put it in quotes.");
        if (value) matrix_->cells.push_back({row, column, *value, here});
    }

    void read_node(std::size_t end) {
        const std::size_t row = actor(rows_, row_count_, rows_embedded_);
        while (at_ < end) {
            const detail::Place here = place();
            matrix_->cells.push_back({row, actor(columns(), column_count_, columns_embedded_), "", here});
        }
    }

    // How many there are, then they.
    void read_counted() {
        for (std::size_t at = 0; at < row_count_.value_or(0); ++at) {
            const std::size_t row = rows_embedded_ ? actor(rows_, row_count_, true) : at;
            for (std::size_t more = size(); more > 0; --more) {
                require_next("an actor");
                const detail::Place here = place();
                matrix_->cells.push_back({row, actor(columns(), column_count_, columns_embedded_), "", here});
            }
        }
    }

    const std::string& path_;
    detail::Lines lines_;
    std::size_t most_;
    detail::Foreign foreign_;
    std::vector<Word> words_;
    std::size_t at_ = 0;
    // What the heading says.
    Dialect dialect_ = dialects[0];
    bool square_ = false;
    bool diagonal_ = true;
    std::optional<std::size_t> row_count_;
    std::optional<std::size_t> column_count_;
    std::size_t count_ = 1;
    bool rows_embedded_ = false;
    bool columns_embedded_ = false;
    std::vector<std::string> row_labels_;
    std::vector<std::string> column_labels_;
    std::vector<std::string> matrix_labels_;
    // What is read.
    bool two_mode_ = false;
    Side rows_;
    Side columns_;
    std::vector<detail::Matrix> matrices_;
    detail::Matrix* matrix_ = nullptr;
};

}  // namespace

Draft read_ucinet_dl(std::string_view text, const std::string& path) {
    return DlReader{text, path}.read();
}

}  // namespace coopnet::io
