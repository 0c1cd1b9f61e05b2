#include <coopnet/core/number.hpp>
#include <coopnet/core/text.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/entities.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/graph_writer.hpp>
#include <coopnet/io/gml.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace coopnet::io {
namespace {

constexpr std::size_t deepest = 64;
constexpr std::string_view our_id = "coopnetId";       // of an actor
constexpr std::string_view our_tie = "coopnetTie";     // of a tie
constexpr std::string_view our_key = "coopnetColumn";  // with a number: a column whose name is no key

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// --- reading ----------------------------------------------------------------------

struct Pair {
    std::string key;
    std::string value;
    detail::Place place;
};

class GmlReader {
public:
    GmlReader(std::string_view text, const std::string& path) : text_{text}, path_{path}, foreign_{path, "gml"} {}

    Draft read() {
        if (text_.starts_with("\xEF\xBB\xBF")) at_ = 3;
        while (const auto key = next_key()) {
            if (*key == "graph" && opens()) {
                if (found_) fail("a second graph. Keep each graph in a file of its own.");
                found_ = true;
                read_graph();
            } else {
                skip_value();
            }
        }
        if (!found_) fail("there is no graph [ … ] in this file.");
        return finish();
    }

private:
    [[nodiscard]] detail::Place place() const {
        return {line_,
                static_cast<std::uint32_t>(detail::place_of(text_.substr(line_start_), at_ - line_start_).column)};
    }
    [[noreturn]] void fail(const std::string& message) const { throw detail::located(path_, place(), message); }

    // --- words
    void skip_blanks() {
        while (at_ < text_.size()) {
            const char c = text_[at_];
            if (c == '#') {
                at_ = std::min(text_.find('\n', at_), text_.size());
            } else if (c == '\n') {
                ++at_;
                ++line_;
                line_start_ = at_;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                ++at_;
            } else {
                return;
            }
        }
    }

    [[nodiscard]] bool sees(char c) {
        skip_blanks();
        return at_ < text_.size() && text_[at_] == c;
    }

    bool opens() {
        if (!sees('[')) return false;
        if (++depth_ > deepest) fail("lists nest deeper than 64 levels. Flatten the file.");
        ++at_;
        return true;
    }

    bool closes() {
        if (!sees(']')) return false;
        if (depth_ == 0) fail("a ] that closes nothing. Remove it.");
        --depth_;
        ++at_;
        return true;
    }

    std::optional<std::string> next_key() {
        skip_blanks();
        if (at_ == text_.size()) return std::nullopt;
        if (!is_letter(text_[at_]))
            fail("a key must stand here, of letters and digits. Is a text before it not closed?");
        const std::size_t begin = at_;
        while (at_ < text_.size() && (is_letter(text_[at_]) || is_digit(text_[at_]) || text_[at_] == '_')) ++at_;
        return std::string{text_.substr(begin, at_ - begin)};
    }

    std::string value() {
        skip_blanks();
        if (at_ == text_.size()) fail("the file ends before a value. Check that it is whole.");
        if (text_[at_] == '"') return quoted();
        const std::size_t begin = at_;
        while (at_ < text_.size() && std::string_view{" \t\r\n[]\"#"}.find(text_[at_]) == std::string_view::npos) ++at_;
        if (at_ == begin) fail("a value must stand here.");
        return std::string{text_.substr(begin, at_ - begin)};
    }

    std::string quoted() {
        const auto end = text_.find('"', at_ + 1);
        if (end == std::string_view::npos)
            fail("a text begins here and is never closed. Write a quote within it as &quot;.");
        const auto content = text_.substr(at_ + 1, end - at_ - 1);
        for (std::size_t i = at_; i < end; ++i) {
            if (text_[i] == '\n') {
                ++line_;
                line_start_ = i + 1;
            }
        }
        at_ = end + 1;
        const bool ended =
            at_ == text_.size() || std::string_view{" \t\r\n[]#"}.find(text_[at_]) != std::string_view::npos;
        if (!ended) fail("a text goes on after its quote. Write a quote within it as &quot;.");
        return detail::with_characters(content);
    }

    void skip_value() {
        if (!opens()) {
            static_cast<void>(value());
            return;
        }
        read_list("", nullptr);
    }

    // The pairs of a list that is open, those of lists within under names joined by points.
    void read_list(const std::string& prefix, std::vector<Pair>* pairs) {
        while (!closes()) {
            const detail::Place where = (skip_blanks(), place());
            const auto key = next_key();
            if (!key) fail("a list is not closed: ] is missing. Check that the file is whole.");
            if (opens()) {
                read_list(prefix + *key + ".", pairs);
            } else {
                std::string text = value();
                if (pairs != nullptr) pairs->push_back({prefix + *key, std::move(text), where});
            }
        }
    }

    // --- the graph
    void read_graph() {
        while (!closes()) {
            const detail::Place where = (skip_blanks(), place());
            const auto key = next_key();
            if (!key) fail("the graph is not closed: ] is missing. Check that the file is whole.");
            if (*key == "node" || *key == "edge") {
                if (!opens()) fail("the " + *key + " must be a list [ … ].");
                std::vector<Pair> pairs;
                read_list("", &pairs);
                if (*key == "node") {
                    read_node(where, pairs);
                } else {
                    edges_.emplace_back(where, std::move(pairs));
                }
            } else if (opens()) {
                read_list("", nullptr);
                foreign_.leave_out("\"" + *key + "\" of the graph itself", where);
            } else {
                read_graph_key(*key, value(), where);
            }
        }
    }

    void read_graph_key(const std::string& key, std::string text, detail::Place where) {
        if (key == "directed") {
            directed_ = text == "1";
        } else if (key == "name") {
            foreign_.set_name(std::move(text));
        } else if (key.starts_with(our_key)) {
            names_[key] = std::move(text);
        } else if (key != "multigraph") {
            foreign_.leave_out("\"" + key + "\" of the graph itself", where);
        }
    }

    static std::string take(std::vector<Pair>& pairs, std::string_view key) {
        const auto found = std::ranges::find(pairs, key, &Pair::key);
        if (found == pairs.end()) return {};
        std::string value = std::move(found->value);
        pairs.erase(found);
        return value;
    }

    [[nodiscard]] std::string name_of(const std::string& key) const {
        const auto found = names_.find(key);
        return found == names_.end() ? key : found->second;
    }

    void read_node(detail::Place where, std::vector<Pair>& pairs) {
        const std::string number = take(pairs, "id");
        std::string id = take(pairs, our_id);
        if (id.empty()) id = number;
        if (number.empty()) throw detail::located(path_, where, "a node without an id. Give it one.");
        const std::size_t row = foreign_.add_node(id, where);
        if (!ids_.emplace(number, id).second) {
            throw detail::located(path_, where, "the id " + number + " is there twice. Give each node one of its own.");
        }
        put(
            pairs, [&](const std::string& key) { return foreign_.node_column(name_of(key)); },
            [&](std::size_t column, std::string cell) { foreign_.put_node(row, column, std::move(cell)); });
    }

    void read_edge(detail::Place where, std::vector<Pair>& pairs) {
        const auto end = [&](std::string_view key) {
            std::string number = take(pairs, key);
            if (number.empty())
                throw detail::located(path_, where, "an edge without a " + std::string{key} + ". Give it one.");
            const auto found = ids_.find(number);
            return found == ids_.end() ? number : found->second;
        };
        std::string source = end("source");
        std::string target = end("target");
        const std::string own = take(pairs, "directed");
        const bool directed = own.empty() ? directed_ : own == "1";
        const std::size_t row = foreign_.add_edge(std::move(source), std::move(target), directed, where);
        std::string id = take(pairs, our_tie);
        if (id.empty()) id = take(pairs, "id");
        if (!id.empty()) foreign_.put_edge_id(row, std::move(id));
        put(
            pairs, [&](const std::string& key) { return foreign_.edge_column(name_of(key)); },
            [&](std::size_t column, std::string cell) { foreign_.put_edge(row, column, std::move(cell)); });
    }

    template <class Column, class Put>
    static void put(std::vector<Pair>& pairs, const Column& column, const Put& put) {
        std::map<std::size_t, std::string> cells;
        for (Pair& pair : pairs) {
            const auto [cell, fresh] = cells.try_emplace(column(pair.key), std::move(pair.value));
            if (!fresh) cell->second += ";" + pair.value;
        }
        for (auto& [number, cell] : cells) put(number, std::move(cell));
    }

    // Edges may come before their nodes.
    Draft finish() {
        for (auto& [where, pairs] : edges_) read_edge(where, pairs);
        return std::move(foreign_).draft();
    }

    std::string_view text_;
    const std::string& path_;
    detail::Foreign foreign_;
    std::map<std::string, std::string> ids_;    // by number, ours
    std::map<std::string, std::string> names_;  // of columns, by key
    std::vector<std::pair<detail::Place, std::vector<Pair>>> edges_;
    bool directed_ = false;
    bool found_ = false;
    std::size_t at_ = 0;
    std::uint32_t line_ = 1;
    std::size_t line_start_ = 0;
    std::size_t depth_ = 0;
};

// --- writing ----------------------------------------------------------------------

class GmlWriter : detail::GraphWriter {
public:
    using GraphWriter::GraphWriter;

    Written write() {
        raw("Creator \"coopnet\"\nVersion 1\ngraph [\n");
        raw(directed_ ? "  directed 1\n" : "  directed 0\n");
        if (!network_.about().name.empty()) text("  ", "name", network_.about().name);
        for (auto* columns : {&node_columns_, &edge_columns_}) {
            for (auto& column : *columns) name_key(column);
        }
        for (std::size_t row = 0; row < network_.actors().size(); ++row) write_node(row);
        for (std::size_t row = 0; row < network_.ties().size(); ++row) write_edge(row);
        raw("]\n");
        written_.losses = detail::beyond_nodes_and_edges(network_, "GML");
        return std::move(written_);
    }

private:
    void text(std::string_view indent, std::string_view key, std::string_view value) {
        raw(indent);
        raw(key);
        raw(" \"");
        detail::append_with_entities(written_.text, value);
        raw("\"\n");
    }

    // A name that is no key of GML, or that means something else there, gets a key of ours.
    void name_key(detail::NamedColumn& column) {
        const bool plain = !column.name.empty() && is_letter(column.name[0]) &&
                           std::ranges::all_of(column.name, [](char c) { return is_letter(c) || is_digit(c); }) &&
                           !column.name.starts_with("coopnet") && column.name != "directed" && column.name != "id" &&
                           column.name != "source" && column.name != "target";
        if (plain) return;
        const std::string key = std::string{our_key} + std::to_string(++keys_);
        text("  ", key, column.name);
        column.name = key;
    }

    void cells(const std::vector<detail::NamedColumn>& columns, const Sheet& sheet, std::size_t row) {
        for (const auto& column : columns) {
            const std::string& cell = sheet.columns[column.column][row];
            if (cell.empty()) continue;
            if (is_plain_number(column, cell)) {
                raw("    " + column.name + " " + cell + "\n");
            } else {
                text("    ", column.name, cell);
            }
        }
    }

    // Without quotes where everybody reads the same number: whole ones are of 32 bits.
    static bool is_plain_number(const detail::NamedColumn& column, const std::string& cell) {
        if (column.type != "number" && column.type != "integer") return false;
        const auto number = read_number(cell);
        const bool whole = cell.find_first_not_of("-0123456789") == std::string::npos;
        const bool plain = cell.find_first_not_of("-.0123456789") == std::string::npos && is_digit(cell.back());
        return number && plain && (!whole || (*number < 2147483648.0 && *number >= -2147483648.0));
    }

    void write_node(std::size_t row) {
        raw("  node [\n    id " + std::to_string(row) + "\n");
        text("    ", our_id, network_.actors()[row].id);
        cells(node_columns_, network_.draft().actors, row);
        raw("  ]\n");
    }

    void write_edge(std::size_t row) {
        const Tie& tie = network_.ties()[row];
        raw("  edge [\n    source " + std::to_string(index(tie.source)) + "\n    target " +
            std::to_string(index(tie.target)) + "\n");
        if (directed_ && !network_.vocabulary()[tie.relation].directed) raw("    directed 0\n");
        text("    ", our_tie, network_.draft().ties.cell(row, "id"));
        if (named_) text("    ", "relation", relations_[index(tie.relation)]);
        cells(edge_columns_, network_.draft().ties, row);
        raw("  ]\n");
    }

    std::size_t keys_ = 0;
};

}  // namespace

Draft read_gml(std::string_view text, const std::string& path) {
    return GmlReader{text, path}.read();
}

Written write_gml(const Network& network) {
    return GmlWriter{network}.write();
}

}  // namespace coopnet::io
