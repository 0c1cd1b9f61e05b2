#include <coopnet/core/number.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/lines.hpp>
#include <coopnet/io/detail/pajek_words.hpp>
#include <coopnet/io/detail/two_mode.hpp>
#include <coopnet/io/pajek.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

namespace coopnet::io {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_number(const std::string& cell) {
    return read_number(cell).has_value();
}

// A column of one of the two tables, and whether some cell of it found no place in the file.
struct Carried {
    detail::NamedColumn column;
    const std::vector<std::string>* cells;
    bool lost = false;
};

class Columns {
public:
    Columns(const Sheet& sheet, const std::vector<detail::NamedColumn>& columns) {
        for (const auto& column : columns) columns_.push_back({column, &sheet.columns[column.column]});
    }

    [[nodiscard]] const std::string& cell(std::string_view name, std::size_t row) const {
        static const std::string none;
        const auto found =
            std::ranges::find_if(columns_, [&](const Carried& carried) { return carried.column.name == name; });
        return found == columns_.end() ? none : (*found->cells)[row];
    }

    std::vector<Carried>& all() { return columns_; }

    void tell(std::vector<std::string>& losses, const Sheet& sheet, const std::string& of) const {
        std::string names;
        for (const Carried& carried : columns_) {
            if (!carried.lost) continue;
            names += (names.empty() ? "" : ", ") + sheet.header[carried.column.column];
        }
        if (!names.empty())
            losses.emplace_back("Pajek does not carry all that these columns of " + of + " say: " + names + ".");
    }

private:
    std::vector<Carried> columns_;
};

class PajekWriter {
public:
    PajekWriter(const Network& network, bool project)
        : network_{network},
          project_{project},
          actors_{network.draft().actors, detail::node_columns(network)},
          ties_{network.draft().ties, detail::edge_columns(network)},
          relations_{detail::names_in_files(network)},
          named_{!detail::only_plain_ties(network, relations_)},
          second_mode_{detail::second_mode(network)},
          numbers_(network.actors().size()) {
        for (const bool second : {false, true}) {
            for (std::size_t row = 0; row < numbers_.size(); ++row) {
                if ((second_mode_ && (*second_mode_)[row]) == second) order_.push_back(row);
            }
        }
        for (std::size_t i = 0; i < order_.size(); ++i) numbers_[order_[i]] = std::to_string(i + 1);
    }

    Written write() {
        for (const std::size_t row : order_) write_comment(row);
        if (!network_.about().name.empty()) {
            raw("*Network ");
            detail::append_on_one_line(written_.text, network_.about().name);
            raw("\n");
        }
        raw("*Vertices " + std::to_string(order_.size()));
        if (second_mode_) raw(" " + std::to_string(std::ranges::count(*second_mode_, false)));
        raw("\n");
        find_numbers();
        for (const std::size_t row : order_) write_vertex(row);
        write_ties();
        for (const Carried* carried : numbers_of_actors_) write_numbers(*carried);
        tell_losses();
        // Only with the mark does Pajek take it for Unicode.
        if (std::ranges::any_of(written_.text, [](char c) { return static_cast<unsigned char>(c) >= 0x80; }))
            written_.text.insert(0, "\xEF\xBB\xBF");
        return std::move(written_);
    }

private:
    void raw(std::string_view text) { written_.text += text; }

    [[nodiscard]] const std::string& name(std::size_t row) const { return actors_.cell("label", row); }

    void write_comment(std::size_t row) {
        const std::string& id = network_.actors()[row].id;
        if (id == numbers_[row] && !name(row).empty()) return;
        raw(std::string{detail::pajek_comment} + numbers_[row] + " ");
        detail::append_quoted(written_.text, id);
        raw(name(row).empty() ? " unnamed\n" : "\n");
    }

    void write_vertex(std::size_t row) {
        raw(numbers_[row] + " ");
        detail::append_quoted(written_.text, name(row).empty() ? network_.actors()[row].id : name(row));
        bool axes = true;
        for (const std::string_view axis : detail::axes) {
            axes = axes && is_number(actors_.cell(axis, row));
            if (axes) raw(" " + actors_.cell(axis, row));
        }
        const bool shape = detail::is_shape(actors_.cell("shape", row));
        if (shape) raw(" " + actors_.cell("shape", row));
        axes = true;
        for (Carried& carried : actors_.all()) {
            const std::string& column = carried.column.name;
            const std::string& cell = (*carried.cells)[row];
            if (column == "x" || column == "y" || column == "z") {
                axes = axes && is_number(cell);
                carried.lost = carried.lost || (!cell.empty() && !has_place(column, row));
            } else if (!cell.empty() && column != "label" && !(column == "shape" && shape) && !is_mode(column, row)) {
                write_parameter(carried, cell, detail::is_parameter_of_vertex(column));
            }
        }
        raw("\n");
    }

    // A coordinate counts only after those before it.
    [[nodiscard]] bool has_place(std::string_view axis, std::size_t row) const {
        for (const std::string_view before : detail::axes) {
            if (!is_number(actors_.cell(before, row))) return false;
            if (before == axis) break;
        }
        return true;
    }

    [[nodiscard]] bool is_mode(std::string_view column, std::size_t row) const {
        return column == detail::mode_column && second_mode_ &&
               actors_.cell(column, row) == ((*second_mode_)[row] ? "2" : "1");
    }

    void write_parameter(Carried& carried, const std::string& cell, bool known) {
        const std::string& column = carried.column.name;
        if (known) {
            raw(" " + column + " ");
            detail::append_quoted(written_.text, cell);
        } else if (column == detail::time_column && is_interval(cell) && detail::years_of(cell).empty()) {
            raw(" [" + cell + "]");
        } else {
            carried.lost = carried.lost || std::ranges::find(numbers_of_actors_, &carried) == numbers_of_actors_.end();
        }
    }

    static bool is_interval(const std::string& cell) {
        return !cell.empty() && std::ranges::all_of(cell, [](char c) {
            return is_digit(c) || c == '-' || c == ',' || c == '*' || c == '.';
        });
    }

    // --- ties, those of a relation together
    void write_ties() {
        std::map<std::string, std::size_t> numbers;
        std::vector<std::size_t> relations;
        std::vector<std::vector<std::size_t>> rows(relations_.size());
        for (std::size_t row = 0; row < network_.ties().size(); ++row) {
            const std::size_t relation = index(network_.ties()[row].relation);
            if (rows[relation].empty()) relations.push_back(relation);
            rows[relation].push_back(row);
        }
        for (const std::size_t relation : relations) {
            raw(network_.vocabulary().relations[relation].directed ? "*Arcs" : "*Edges");
            if (named_) {
                const auto number = numbers.emplace(relations_[relation], numbers.size() + 1).first->second;
                raw(" :" + std::to_string(number) + " ");
                detail::append_quoted(written_.text, relations_[relation]);
            }
            raw("\n");
            for (const std::size_t row : rows[relation]) write_tie(row);
        }
        if (relations.empty()) raw("*Arcs\n");
    }

    void write_tie(std::size_t row) {
        const Tie& tie = network_.ties()[row];
        raw(numbers_[index(tie.source)] + " " + numbers_[index(tie.target)]);
        const std::string& weight = ties_.cell("weight", row);
        if (!weight.empty()) raw(" " + weight);
        const auto interval = detail::interval_of(ties_.cell("since", row), ties_.cell("until", row));
        for (Carried& carried : ties_.all()) {
            const std::string& column = carried.column.name;
            const std::string& cell = (*carried.cells)[row];
            if (cell.empty() || column == "weight" || (interval && (column == "since" || column == "until"))) continue;
            if (column == "label") {
                raw(" l ");
                detail::append_quoted(written_.text, cell);
            } else if (column == detail::time_column && interval) {
                carried.lost = true;
            } else {
                write_parameter(carried, cell, detail::is_parameter_of_line(column));
            }
        }
        if (interval) raw(" [" + *interval + "]");
        raw("\n");
        in_order_ = in_order_ && row == written_ties_;
        ++written_ties_;
        own_ids_ = own_ids_ && network_.draft().ties.cell(row, "id") == "T" + std::to_string(written_ties_);
    }

    // --- partitions and vectors
    void find_numbers() {
        if (!project_) return;
        for (const Carried& carried : actors_.all()) {
            const std::string& column = carried.column.name;
            const bool apart = column == "label" || column == "x" || column == "y" || column == "z" ||
                               column == detail::mode_column || detail::is_parameter_of_vertex(column);
            const std::string_view type = carried.column.type;
            const auto fits = [&](const std::string& cell) {
                return cell.empty() ||
                       (type == "integer" ? is_class(cell) : is_number(cell) && cell != detail::no_number);
            };
            if (!apart && (type == "integer" || type == "number") && std::ranges::all_of(*carried.cells, fits))
                numbers_of_actors_.push_back(&carried);
        }
    }

    static bool is_class(const std::string& cell) {
        return cell.size() < detail::no_class.size() && std::ranges::all_of(cell, is_digit);
    }

    void write_numbers(const Carried& carried) {
        const bool partition = carried.column.type == "integer";
        const std::string_view missing = partition ? detail::no_class : detail::no_number;
        raw(partition ? "*Partition " : "*Vector ");
        detail::append_on_one_line(written_.text, network_.draft().actors.header[carried.column.column]);
        raw("\n*Vertices " + std::to_string(order_.size()) + "\n");
        for (const std::size_t row : order_) {
            const std::string& cell = (*carried.cells)[row];
            raw(cell.empty() ? missing : std::string_view{cell});
            raw("\n");
        }
    }

    void tell_losses() {
        auto& losses = written_.losses;
        losses = detail::beyond_nodes_and_edges(network_, "Pajek", second_mode_.has_value());
        actors_.tell(losses, network_.draft().actors, "actors");
        ties_.tell(losses, network_.draft().ties, "ties");
        if (!own_ids_) losses.emplace_back("Pajek carries no ids of ties.");
        if (!in_order_) losses.emplace_back("Pajek puts the ties of a relation together: their order is lost.");
        if (!std::ranges::is_sorted(order_))
            losses.emplace_back("Pajek puts the actors of the first mode first: their order is lost.");
    }

    const Network& network_;
    bool project_;
    Columns actors_;
    Columns ties_;
    std::vector<std::string> relations_;
    bool named_;
    std::optional<std::vector<bool>> second_mode_;
    std::vector<std::size_t> order_;    // of the actors in the file
    std::vector<std::string> numbers_;  // by actor
    std::vector<const Carried*> numbers_of_actors_;
    std::size_t written_ties_ = 0;
    bool in_order_ = true;
    bool own_ids_ = true;
    Written written_;
};

}  // namespace

Written write_pajek(const Network& network) {
    return PajekWriter{network, false}.write();
}

Written write_pajek_project(const Network& network) {
    return PajekWriter{network, true}.write();
}

}  // namespace coopnet::io
