#include <coopnet/core/number.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/lines.hpp>
#include <coopnet/io/detail/pajek_words.hpp>
#include <coopnet/io/detail/two_mode.hpp>
#include <coopnet/io/pajek.hpp>

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace coopnet::io {
namespace {

using detail::is_word;
using detail::Word;

std::optional<std::size_t> whole(std::string_view text) {
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// A column for what a file is called, beside those that are there.
std::string column_named_by(std::string_view file, const Sheet& actors) {
    std::string name{trimmed(file)};
    if (name.empty()) name = "partition";
    while (actors.column(name) != nullptr) name += "_2";
    return name;
}

bool is_number(std::string_view text) {
    return read_number(text).has_value();
}

// --- reading ----------------------------------------------------------------------

class PajekReader {
public:
    PajekReader(std::string_view text, const std::string& path)
        : lines_{text, path}, most_{10'000 + text.size()}, foreign_{path, "pajek"} {}

    Draft read() {
        while (lines_.next()) {
            const std::string_view line = trimmed(lines_.line());
            if (line.starts_with(detail::pajek_comment)) {
                read_comment();
            } else if (line.starts_with('*')) {
                close_section();
                open_section();
            } else if (!line.empty() && !line.starts_with('%')) {
                read_row();
            }
        }
        close_section();
        if (ids_.empty() && !met_) lines_.fail("there is no *Vertices in this file.");
        return finish();
    }

private:
    enum class Section { none, skipped, vertices, lines, lists, matrix, numbers };
    enum class Object { network, partition, vector, other };

    // --- headings
    void open_section() {
        const auto& words = lines_.words();
        const std::string_view name = words[0].text.substr(1);
        heading_ = lines_.place(words[0].at);
        section_ = Section::none;
        if (is_word(name, "network")) {
            open_object(Object::network, name);
        } else if (is_word(name, "partition")) {
            open_object(Object::partition, name);
        } else if (is_word(name, "vector")) {
            open_object(Object::vector, name);
        } else if (is_word(name, "permutation") || is_word(name, "cluster") || is_word(name, "hierarchy")) {
            open_object(Object::other, name);
        } else if (is_word(name, "vertices")) {
            open_vertices(words);
        } else if (const auto lists = section_of_lines(name)) {
            open_lines(*lists, words);
        } else {
            foreign_.leave_out(std::string{words[0].text}, heading_);
            section_ = Section::skipped;
        }
    }

    std::optional<Section> section_of_lines(std::string_view name) {
        directed_ = is_word(name, "arcs") || is_word(name, "arcslist") || is_word(name, "matrix");
        if (is_word(name, "arcs") || is_word(name, "edges")) return Section::lines;
        if (is_word(name, "arcslist") || is_word(name, "edgeslist")) return Section::lists;
        if (is_word(name, "matrix")) return Section::matrix;
        return std::nullopt;
    }

    void open_object(Object object, std::string_view heading) {
        object_ = object;
        const std::string_view line = trimmed(lines_.line());
        title_ = detail::with_numbered_characters(trimmed(line.substr(heading.size() + 1)));
        if (object == Object::other) {
            section_ = Section::skipped;
            foreign_.leave_out("*" + std::string{heading} + " \"" + title_ + "\"", heading_);
        }
    }

    void open_vertices(const std::vector<Word>& words) {
        if (object_ == Object::other) {
            section_ = Section::skipped;
            return;
        }
        const auto count = words.size() > 1 ? whole(words[1].text) : std::nullopt;
        if (!count) lines_.fail(words[0].at, "*Vertices must say how many there are: *Vertices 12.");
        if (object_ != Object::network) {
            open_numbers(*count);
            return;
        }
        const auto first = words.size() > 2 ? whole(words[2].text) : std::nullopt;
        if (first && *first > *count) lines_.fail(words[2].at, "more vertices of the first mode than of both.");
        met_ = true;
        section_ = Section::vertices;
        if (networks_ == 0) {
            add_vertices(*count, first, words[1]);
        } else {
            again_ = true;
            skipped_ = *count != ids_.size() || first != first_mode_;
            if (skipped_) leave_out_network();
        }
        networks_ += skipped_ ? 0 : 1;
        relations_.clear();
        seen_.assign(ids_.size(), false);
    }

    void add_vertices(std::size_t count, std::optional<std::size_t> first, const Word& word) {
        if (count > most_)
            lines_.fail(word.at, "more vertices than a file of this size can mean. Check that it is whole.");
        first_mode_ = first;
        const detail::Place place = lines_.place(word.at);
        const std::size_t says = first ? node_column(detail::mode_column) : 0;
        ids_.reserve(count);
        for (std::size_t row = 0; row < count; ++row) {
            const auto own = own_.find(row + 1);
            ids_.push_back(own == own_.end() ? std::to_string(row + 1) : own->second.first);
            foreign_.add_node(ids_.back(), place);
            if (first) foreign_.put_node(row, says, row < *first ? "1" : "2");
        }
        label_ = foreign_.node_column("label");
        if (!title_.empty()) foreign_.set_name(title_);
    }

    void leave_out_network() {
        foreign_.leave_out("network \"" + title_ + "\", whose vertices are not those of the first", heading_);
    }

    void open_numbers(std::size_t count) {
        const std::string what = object_ == Object::partition ? "partition" : "vector";
        section_ = Section::numbers;
        filled_ = 0;
        skipped_ = count != ids_.size();
        if (skipped_) {
            foreign_.leave_out(what + " \"" + title_ + "\" of " + std::to_string(count) + " vertices", heading_);
            return;
        }
        std::string name = title_.empty() ? what : title_;
        for (int again = 2; !columns_.insert(name).second; ++again)
            name = (title_.empty() ? what : title_) + "_" + std::to_string(again);
        column_ = foreign_.node_column(attribute(name));
        foreign_.declare(Table::actors, attribute(name), object_ == Object::partition ? "integer" : "number");
    }

    // `*Arcs :2 "refers"`, `*Arcs :2`, `*Arcs`
    void open_lines(Section section, const std::vector<Word>& words) {
        if (networks_ == 0 && !again_) lines_.fail(words[0].at, "no *Vertices stand before this. Add them.");
        object_ = Object::network;
        section_ = section;
        filled_ = 0;
        std::string number;
        if (words.size() > 1 && words[1].text.starts_with(':') && !words[1].quoted) number = words[1].text.substr(1);
        std::string name = number;
        if (!number.empty() && words.size() > 2) name = words[2].plain();
        relation_ = relation(number, name.empty() ? number : name);
    }

    // Which relation this number is in this network: the first heading with a name says how it is called.
    std::size_t relation(const std::string& number, const std::string& name) {
        const auto [known, fresh] = relations_.emplace(number, 0);
        if (fresh) {
            const Named named{networks_, title_, name};
            const auto found = std::ranges::find(names_, named);
            known->second = static_cast<std::size_t>(found - names_.begin());
            if (found == names_.end()) names_.push_back(named);
        } else if (names_[known->second].name == number) {
            names_[known->second].name = name;
        }
        return known->second;
    }

    // --- rows
    void read_row() {
        switch (section_) {
            case Section::none:
                lines_.fail("a line outside of any section. Is its heading (*Vertices, *Arcs) missing?");
            case Section::skipped:
                return;
            case Section::vertices:
                read_vertex();
                return;
            case Section::lines:
                if (!skipped_) read_line();
                return;
            case Section::lists:
                if (!skipped_) read_list();
                return;
            case Section::matrix:
                if (!skipped_) read_matrix_row();
                return;
            case Section::numbers:
                if (!skipped_) read_numbers();
                return;
        }
    }

    void read_comment() {
        const auto& words = lines_.words();
        const auto number = words.size() > 3 ? whole(words[2].text) : std::nullopt;
        if (number && *number > 0) own_[*number] = {words[3].plain(), words.size() > 4};
    }

    std::size_t vertex(const Word& word) const {
        const auto number = word.quoted ? std::nullopt : whole(word.text);
        if (!number || *number == 0 || *number > ids_.size()) {
            lines_.fail(word.at, "\"" + std::string{word.text} + "\" is no number of a vertex: there are " +
                                     std::to_string(ids_.size()) + ".");
        }
        return *number - 1;
    }

    void read_vertex() {
        if (skipped_) return;
        const auto& words = lines_.words({.brackets = true});
        const std::size_t row = vertex(words[0]);
        if (again_) {
            compare_vertex(row, words);
            return;
        }
        if (seen_[row]) lines_.fail(words[0].at, "the vertex " + std::to_string(row + 1) + " is there already.");
        seen_[row] = true;
        if (words.size() < 2) return;
        const auto own = own_.find(row + 1);
        if (own == own_.end() || !own->second.second) foreign_.put_node(row, label_, words[1].plain());
        std::size_t at = 2;
        for (const std::string_view axis : detail::axes) {
            if (at == words.size() || words[at].quoted || !is_number(words[at].text)) break;
            foreign_.put_node(row, number_column(axis), std::string{words[at++].text});
        }
        if (at < words.size() && detail::is_shape(words[at].text))
            foreign_.put_node(row, node_column("shape"), words[at++].plain());
        read_parameters(
            words, at,
            [&](std::string_view name, std::string value) {
                foreign_.put_node(row, node_column(attribute(name)), std::move(value));
            },
            [&](std::string_view time) {
                foreign_.put_node(row, node_column(detail::time_column), std::string{time});
            });
    }

    void compare_vertex(std::size_t row, const std::vector<Word>& words) {
        if (words.size() < 2 || words[1].plain() == foreign_.node_cell(row, label_)) return;
        skipped_ = true;
        --networks_;
        leave_out_network();
    }

    template <class Put, class PutTime>
    void read_parameters(const std::vector<Word>& words, std::size_t at, const Put& put, const PutTime& put_time) {
        for (; at < words.size(); ++at) {
            const Word& word = words[at];
            if (!word.quoted && word.text.starts_with('[')) {
                put_time(word.text.substr(1, word.text.size() - 2));
            } else if (at + 1 == words.size() || word.quoted) {
                foreign_.leave_out("a parameter without a name or value", lines_.place(word.at));
            } else {
                put(word.text, words[++at].plain());
            }
        }
    }

    // `1 2`, `1 2 0.5 l "label" [1996-2001]`, `3: 1 2`
    void read_line() {
        const auto& words = lines_.words({.brackets = true});
        const detail::Place place = lines_.place(words[0].at);
        std::size_t at = 0;
        std::size_t relation_here = relation_;
        if (words[0].text.ends_with(':') && !words[0].quoted) {
            const std::string number{words[at++].text.substr(0, words[0].text.size() - 1)};
            relation_here = relation(number, number);
        }
        if (words.size() < at + 2) lines_.fail("a line needs the numbers of two vertices.");
        Line line{vertex(words[at]), vertex(words[at + 1]), relation_here, {}, {}};
        at += 2;
        if (at < words.size() && !words[at].quoted && is_number(without_plus(words[at].text)))
            line.weight = without_plus(words[at++].text);
        std::string_view time;
        read_parameters(
            words, at,
            [&](std::string_view name, std::string value) {
                line.cells.emplace_back(foreign_.edge_column(parameter_of_line(name)), std::move(value));
            },
            [&](std::string_view found) { time = found; });
        add_spells(line, time, place);
    }

    struct Line {
        std::size_t source;
        std::size_t target;
        std::size_t relation;
        std::string_view weight;
        std::vector<std::pair<std::size_t, std::string>> cells;
    };

    static std::string_view parameter_of_line(std::string_view name) {
        if (name == "l") return "label";
        return name == "weight" ? "column weight" : name;
    }

    // Two spells of one line are two ties.
    void add_spells(const Line& line, std::string_view time, detail::Place place) {
        const auto periods = detail::years_of(time);
        for (const auto& [since, until] : periods) {
            const std::size_t row = add_line(line, place);
            foreign_.put_edge(row, foreign_.edge_column("since"), since);
            foreign_.put_edge(row, foreign_.edge_column("until"), until);
        }
        if (!periods.empty()) return;
        const std::size_t row = add_line(line, place);
        if (!time.empty()) foreign_.put_edge(row, foreign_.edge_column(detail::time_column), std::string{time});
    }

    std::size_t add_line(const Line& line, detail::Place place) {
        const std::size_t row = add_tie(line.source, line.target, line.relation, place);
        if (!line.weight.empty()) foreign_.put_edge(row, weight(), std::string{line.weight});
        for (const auto& [column, value] : line.cells) foreign_.put_edge(row, column, value);
        return row;
    }

    void read_list() {
        const auto& words = lines_.words();
        const std::size_t source = vertex(words[0]);
        for (std::size_t i = 1; i < words.size(); ++i)
            add_tie(source, vertex(words[i]), relation_, lines_.place(words[i].at));
    }

    void read_matrix_row() {
        const std::size_t columns = first_mode_ ? ids_.size() - *first_mode_ : ids_.size();
        for (const Word& word : lines_.words()) {
            const std::string_view number = without_plus(word.text);
            const auto value = read_number(number);
            if (!value) lines_.fail(word.at, "\"" + std::string{word.text} + "\" is no number.");
            if (filled_ == matrix_cells()) lines_.fail(word.at, "the matrix goes on after its last cell.");
            const std::size_t source = filled_ / columns;
            const std::size_t target = (filled_ % columns) + first_mode_.value_or(0);
            ++filled_;
            if (*value == 0) continue;
            const std::size_t row = add_tie(source, target, relation_, lines_.place(word.at));
            foreign_.put_edge(row, weight(), std::string{number});
        }
    }

    [[nodiscard]] std::size_t matrix_cells() const {
        return first_mode_ ? *first_mode_ * (ids_.size() - *first_mode_) : ids_.size() * ids_.size();
    }

    void read_numbers() {
        for (const Word& word : lines_.words()) {
            const std::string_view number = without_plus(word.text);
            if (!is_number(number)) lines_.fail(word.at, "\"" + std::string{word.text} + "\" is no number.");
            if (filled_ == ids_.size()) lines_.fail(word.at, "there are more numbers than vertices.");
            const bool missing = number == (object_ == Object::partition ? detail::no_class : detail::no_number);
            if (!missing) foreign_.put_node(filled_, column_, std::string{number});
            ++filled_;
        }
    }

    void close_section() {
        if (section_ != Section::matrix && section_ != Section::numbers) return;
        const std::size_t cells = section_ == Section::matrix ? matrix_cells() : ids_.size();
        if (cells > filled_ && !skipped_) {
            lines_.fail("the " + std::string{section_ == Section::matrix ? "matrix" : "list of numbers"} + " has " +
                        std::to_string(filled_) + " of its " + std::to_string(cells) +
                        " numbers. Check that the file is whole.");
        }
    }

    static std::string_view without_plus(std::string_view number) {
        return number.substr(number.starts_with('+') ? 1 : 0);
    }

    // --- columns and ties
    static std::string attribute(std::string_view name) {
        return name == "label" ? std::string{detail::column_mark} + "label" : std::string{name};
    }

    std::size_t node_column(std::string_view name) {
        columns_.emplace(name);
        return foreign_.node_column(name);
    }

    std::size_t number_column(std::string_view name) {
        if (!columns_.contains(name)) foreign_.declare(Table::actors, name, "number");
        return node_column(name);
    }

    std::size_t weight() {
        if (!weight_) weight_ = foreign_.edge_column("weight");
        return *weight_;
    }

    std::size_t add_tie(std::size_t source, std::size_t target, std::size_t relation, detail::Place place) {
        const bool across = first_mode_ && (source < *first_mode_) != (target < *first_mode_);
        if (first_mode_ && !across) one_mode_ = true;
        if (across && !directed_ && source > target) std::swap(source, target);
        of_relation_.push_back(relation);
        return foreign_.add_edge(ids_[source], ids_[target], directed_, place);
    }

    // Ties of networks beside the first name theirs.
    Draft finish() {
        const bool named = std::ranges::any_of(names_, [](const Named& met) { return !met.name.empty(); });
        if (named || networks_ > 1) {
            const std::size_t column = foreign_.edge_column("relation");
            for (std::size_t row = 0; row < of_relation_.size(); ++row)
                foreign_.put_edge(row, column, relation_name(names_[of_relation_[row]]));
        }
        Draft draft = std::move(foreign_).draft();
        if (first_mode_ && !one_mode_) detail::make_affiliations(draft);
        return draft;
    }

    struct Named {
        std::size_t network = 0;
        std::string title;
        std::string name;
        friend bool operator==(const Named&, const Named&) = default;
    };

    [[nodiscard]] std::string relation_name(const Named& named) const {
        if (networks_ == 1) return named.name.empty() ? "tie" : named.name;
        const std::string title = named.title.empty() ? "network " + std::to_string(named.network) : named.title;
        return named.name.empty() ? title : title + " " + named.name;
    }

    detail::Lines lines_;
    std::size_t most_;
    detail::Foreign foreign_;
    std::map<std::size_t, std::pair<std::string, bool>> own_;  // by number, our id and whether the label is no name
    std::vector<std::string> ids_;
    std::optional<std::size_t> first_mode_;
    std::vector<bool> seen_;
    std::set<std::string, std::less<>> columns_;
    std::vector<Named> names_;                      // of relations
    std::map<std::string, std::size_t> relations_;  // of this network, by number
    std::vector<std::size_t> of_relation_;          // by tie
    std::size_t label_ = 0;
    std::optional<std::size_t> weight_;
    bool one_mode_ = false;
    // Where the reading is.
    Section section_ = Section::none;
    Object object_ = Object::network;
    detail::Place heading_;
    std::string title_;
    std::size_t networks_ = 0;
    bool met_ = false;
    bool again_ = false;    // a network after the first
    bool skipped_ = false;  // what has other vertices
    bool directed_ = false;
    std::size_t relation_ = 0;
    std::size_t column_ = 0;
    std::size_t filled_ = 0;  // numbers of a matrix, partition or vector
};

}  // namespace

Draft read_pajek(std::string_view text, const std::string& path) {
    return PajekReader{text, path}.read();
}

Draft add_pajek_numbers(Draft draft, std::string_view text, const std::string& path) {
    const bool vector = path.size() > 4 && is_word(std::string_view{path}.substr(path.size() - 4), ".vec");
    const std::string_view file = std::string_view{path}.substr(path.find_last_of('/') + 1);
    const std::string name = column_named_by(file.substr(0, file.rfind('.')), draft.actors);
    std::vector<std::string> cells;
    detail::Lines lines{text, path};
    while (lines.next()) {
        const std::string_view line = trimmed(lines.line());
        if (line.empty() || line.starts_with('%') || line.starts_with('*')) continue;
        for (const Word& word : lines.words()) {
            const std::string_view number = word.text.substr(word.text.starts_with('+') ? 1 : 0);
            if (!is_number(number)) lines.fail(word.at, "\"" + std::string{word.text} + "\" is no number.");
            const bool missing = number == (vector ? detail::no_number : detail::no_class);
            cells.emplace_back(missing ? std::string_view{} : number);
        }
    }
    if (cells.size() != draft.actors.rows()) {
        lines.fail("there are " + std::to_string(cells.size()) + " numbers for " + std::to_string(draft.actors.rows()) +
                   " vertices. Do the two files belong together?");
    }
    draft.about.types[std::string{table_name(Table::actors)}][name] = vector ? "number" : "integer";
    draft.actors.ensure(name) = std::move(cells);
    return draft;
}

}  // namespace coopnet::io
