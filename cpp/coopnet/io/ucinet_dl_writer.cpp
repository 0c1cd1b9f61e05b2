#include <coopnet/core/error.hpp>
#include <coopnet/core/number.hpp>
#include <coopnet/io/detail/column_names.hpp>
#include <coopnet/io/detail/directions.hpp>
#include <coopnet/io/detail/foreign.hpp>
#include <coopnet/io/detail/lines.hpp>
#include <coopnet/io/detail/two_mode.hpp>
#include <coopnet/io/ucinet_dl.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

namespace coopnet::io {
namespace {

constexpr std::size_t most_cells = 4'000'000;

using Cells = std::map<std::pair<std::size_t, std::size_t>, std::string>;

class DlWriter {
public:
    explicit DlWriter(const Network& network)
        : network_{network}, second_mode_{detail::second_mode(network)}, places_(network.actors().size()) {
        for (std::size_t row = 0; row < network.actors().size(); ++row) {
            auto& side = is_column(row) ? columns_ : rows_;
            places_[row] = side.size();
            side.push_back(row);
        }
        for (const Tie& tie : network.ties()) {
            const std::size_t relation = index(tie.relation);
            if (std::ranges::find(relations_, relation) == relations_.end()) relations_.push_back(relation);
        }
        named_ = !detail::only_plain_ties(network, detail::names_in_files(network));
    }

    Written write() {
        const bool edges = !second_mode_ && relations_.size() == 1 && directed(relations_[0]);
        write_heading(edges);
        if (edges) {
            for (std::size_t row = 0; row < network_.ties().size(); ++row) write_edge(row);
        } else {
            for (const std::size_t relation : relations_) write_matrix(relation);
            if (relations_.empty()) write_cells({});
        }
        tell_losses();
        return std::move(written_);
    }

private:
    void raw(std::string_view text) { written_.text += text; }

    [[nodiscard]] bool is_column(std::size_t row) const { return second_mode_ && (*second_mode_)[row]; }
    [[nodiscard]] bool directed(std::size_t relation) const {
        return network_.vocabulary().relations[relation].directed;
    }
    [[nodiscard]] const std::vector<std::size_t>& columns() const { return second_mode_ ? columns_ : rows_; }

    void write_heading(bool edges) {
        const std::size_t matrices = std::max<std::size_t>(relations_.size(), 1);
        if (!edges && rows_.size() * columns().size() > most_cells / matrices) {
            throw InvalidOption{
                "Its matrices would have " + std::to_string(rows_.size() * columns().size() * matrices) +
                " cells, and UCINET DL lists the edges of one directed relation only. Write .net instead."};
        }
        raw("DL ");
        raw(second_mode_ ? "NR=" + std::to_string(rows_.size()) + " NC=" + std::to_string(columns_.size())
                         : "N=" + std::to_string(rows_.size()));
        if (relations_.size() > 1 || named_) raw(" NM=" + std::to_string(matrices));
        raw("\n");
        if (!network_.about().name.empty()) {
            raw("TITLE = ");
            detail::append_quoted(written_.text, network_.about().name);
            raw("\n");
        }
        raw(edges ? "FORMAT = EDGELIST1\n" : "FORMAT = FULLMATRIX\n");
        write_labels(second_mode_ ? "ROW LABELS:\n" : "LABELS:\n", rows_);
        if (second_mode_) write_labels("COLUMN LABELS:\n", columns_);
        if (named_ && !relations_.empty()) {
            raw("MATRIX LABELS:\n");
            for (const std::size_t relation : relations_) write_label(network_.vocabulary().relations[relation].id);
        }
        raw("DATA:\n");
    }

    void write_labels(std::string_view heading, const std::vector<std::size_t>& rows) {
        raw(heading);
        for (const std::size_t row : rows) write_label(network_.actors()[row].id);
    }

    void write_label(std::string_view label) {
        detail::append_quoted(written_.text, label);
        raw("\n");
    }

    [[nodiscard]] std::string_view strength(std::size_t row) const {
        return network_.draft().ties.cell(row, "strength");
    }

    void write_edge(std::size_t row) {
        const Tie& tie = network_.ties()[row];
        raw(std::to_string(index(tie.source) + 1) + " " + std::to_string(index(tie.target) + 1));
        if (!strength(row).empty()) raw(" " + std::string{strength(row)});
        raw("\n");
        zeros_ += is_zero(strength(row)) ? 1 : 0;
        keep_order(row);
    }

    static bool is_zero(std::string_view cell) { return read_number(cell) == 0.0; }

    void keep_order(std::size_t row) {
        in_order_ = in_order_ && row == written_ties_;
        own_ids_ = own_ids_ && network_.draft().ties.cell(row, "id") == "T" + std::to_string(++written_ties_);
    }

    void write_matrix(std::size_t relation) {
        Cells cells;
        std::map<std::pair<std::size_t, std::size_t>, std::size_t> ties;  // the first of each cell
        for (std::size_t row = 0; row < network_.ties().size(); ++row) {
            const Tie& tie = network_.ties()[row];
            if (index(tie.relation) != relation) continue;
            auto ends = std::pair{places_[index(tie.source)], places_[index(tie.target)]};
            if (!second_mode_ && !directed(relation) && ends.first > ends.second) std::swap(ends.first, ends.second);
            bare_ += strength(row).empty() ? 1 : 0;
            zeros_ += is_zero(strength(row)) ? 1 : 0;
            const std::string value = strength(row).empty() ? "1" : std::string{strength(row)};
            const auto [cell, fresh] = cells.emplace(ends, value);
            ties.emplace(ends, row);
            if (fresh) continue;
            ++added_;
            cell->second = format_number(*read_number(cell->second) + *read_number(value));
        }
        for (const auto& [ends, row] : ties) keep_order(row);
        if (second_mode_) {
            tell_direction(relation, true);
        } else {
            settle_halves(relation, cells);
        }
        write_cells(cells);
    }

    // What has no direction fills both halves; a reader tells it from what has one by that.
    void settle_halves(std::size_t relation, Cells& cells) {
        const Cells half = cells;
        bool across = false;
        bool same = true;
        for (const auto& [ends, value] : half) {
            if (ends.first == ends.second || is_zero(value)) continue;
            across = true;
            if (!directed(relation)) cells.emplace(std::pair{ends.second, ends.first}, value);
            const auto other = cells.find({ends.second, ends.first});
            same = same && other != cells.end() && read_number(other->second) == read_number(value);
        }
        tell_direction(relation, !(across && same));
    }

    // What a reader will take it for.
    void tell_direction(std::size_t relation, bool looks_directed) {
        if (looks_directed == directed(relation)) return;
        written_.losses.emplace_back("In a matrix of UCINET \"" + network_.vocabulary().relations[relation].id +
                                     "\" looks as if it had " + (looks_directed ? "a" : "no") + " direction.");
    }

    void write_cells(const Cells& cells) {
        auto next = cells.begin();
        for (std::size_t row = 0; row < rows_.size(); ++row) {
            for (std::size_t column = 0; column < columns().size(); ++column) {
                if (column > 0) raw(" ");
                const bool here = next != cells.end() && next->first == std::pair{row, column};
                raw(here ? next->second : std::string_view{"0"});
                if (here) ++next;
            }
            raw("\n");
        }
    }

    void lose(std::size_t count, const std::string& what) {
        if (count > 0) written_.losses.push_back(what + " (" + std::to_string(count) + " ties).");
    }

    void tell_losses() {
        auto& losses = written_.losses;
        for (std::string& loss : detail::beyond_nodes_and_edges(network_, "UCINET DL", second_mode_.has_value()))
            losses.push_back(std::move(loss));
        const auto names = detail::names_in_files(network_);
        if (std::ranges::any_of(relations_, [&](std::size_t relation) {
                return names[relation] != network_.vocabulary().relations[relation].id;
            }))
            losses.emplace_back("UCINET DL carries no label that two relations share.");
        tell_columns(Table::actors, {"id"});
        tell_columns(Table::ties, {"id", "source", "target", "relation", "strength"});
        lose(added_, "A matrix of UCINET has one cell for two actors: parallel ties are added up");
        lose(bare_, "A matrix of UCINET has a number in each cell: ties without a strength get 1");
        lose(zeros_, "To UCINET a strength of 0 is no tie");
        if (!own_ids_) losses.emplace_back("UCINET DL carries no ids of ties.");
        if (!in_order_) losses.emplace_back("UCINET DL goes row by row: the order of ties is lost.");
        if (second_mode_ && !std::ranges::is_sorted(*second_mode_))
            losses.emplace_back("UCINET DL lists rows before columns: the order of actors is lost.");
    }

    void tell_columns(Table table, const std::set<std::string_view>& carried) {
        std::string names;
        const Sheet& sheet = network_.draft().sheet(table);
        for (std::size_t c = 0; c < sheet.header.size(); ++c) {
            const bool filled =
                std::ranges::any_of(sheet.columns[c], [](const std::string& cell) { return !cell.empty(); });
            const bool mode = second_mode_ && table == Table::actors && sheet.header[c] == detail::mode_column;
            if (filled && !mode && !carried.contains(sheet.header[c]))
                names += (names.empty() ? "" : ", ") + sheet.header[c];
        }
        if (!names.empty())
            written_.losses.emplace_back("UCINET DL carries no such columns of " + std::string{table_name(table)} +
                                         ": " + names + ".");
    }

    const Network& network_;
    std::optional<std::vector<bool>> second_mode_;
    std::vector<std::size_t> places_;  // by actor, in its side
    std::vector<std::size_t> rows_;
    std::vector<std::size_t> columns_;
    std::vector<std::size_t> relations_;  // in the order of their first ties
    bool named_ = false;
    std::size_t written_ties_ = 0;
    std::size_t added_ = 0;
    std::size_t bare_ = 0;
    std::size_t zeros_ = 0;
    bool in_order_ = true;
    bool own_ids_ = true;
    Written written_;
};

}  // namespace

Written write_ucinet_dl(const Network& network) {
    return DlWriter{network}.write();
}

}  // namespace coopnet::io
