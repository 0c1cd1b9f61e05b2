#include <coopnet/core/number.hpp>
#include <coopnet/io/detail/matrices.hpp>
#include <coopnet/io/detail/two_mode.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

namespace coopnet::io::detail {
namespace {

std::string lowered(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

// Both halves say the same, and something.
bool is_symmetric(const Matrix& matrix) {
    using Entry = std::tuple<std::size_t, std::size_t, double>;
    std::vector<Entry> entries;
    std::vector<Entry> turned;
    for (const Cell& cell : matrix.cells) {
        if (cell.row == cell.column) continue;
        const double value = read_number(cell.value).value_or(1);
        entries.emplace_back(cell.row, cell.column, value);
        turned.emplace_back(cell.column, cell.row, value);
    }
    std::ranges::sort(entries);
    std::ranges::sort(turned);
    return !entries.empty() && entries == turned;
}

// Columns that bear the labels of the rows, in any order, are the rows.
bool merge(const Side& rows, const Side& columns, std::vector<Matrix>& matrices) {
    if (rows.labels.size() != columns.labels.size()) return false;
    std::vector<std::size_t> place;
    std::vector<bool> taken(rows.labels.size());
    for (const std::string& label : columns.labels) {
        const auto found = rows.find(label);
        if (!found || taken[*found]) return false;
        taken[*found] = true;
        place.push_back(*found);
    }
    for (Matrix& matrix : matrices) {
        for (Cell& cell : matrix.cells) cell.column = place[cell.column];
    }
    return true;
}

void add_ties(Foreign& foreign, const Matrix& matrix, const std::vector<std::string>& rows,
              const std::vector<std::string>& columns, bool named) {
    const bool directed = matrix.directed && !(matrix.symmetric_says && is_symmetric(matrix));
    if (matrix.directed && !directed)
        foreign.leave_out("the direction of a matrix whose halves say the same" +
                              (matrix.name.empty() ? "" : " (\"" + matrix.name + "\")"),
                          matrix.cells.front().place);
    for (const Cell& cell : matrix.cells) {
        if (matrix.directed && !directed && cell.row > cell.column) continue;
        const auto [row, column] = directed
                                       ? std::pair{cell.row, cell.column}
                                       : std::pair{std::min(cell.row, cell.column), std::max(cell.row, cell.column)};
        const std::size_t edge = foreign.add_edge(rows[row], columns[column], directed, cell.place);
        if (named) foreign.put_edge(edge, foreign.edge_column("relation"), matrix.name.empty() ? "tie" : matrix.name);
        if (!cell.value.empty()) foreign.put_edge(edge, foreign.edge_column("weight"), cell.value);
    }
}

}  // namespace

bool Side::add(std::string label) {
    const bool fresh = places.emplace(label, labels.size()).second;
    if (fresh) without_capitals.emplace(lowered(label), labels.size());
    if (fresh) labels.push_back(std::move(label));
    return fresh;
}

std::optional<std::size_t> Side::find(const std::string& label) const {
    if (const auto same = places.find(label); same != places.end()) return same->second;
    const auto alike = without_capitals.find(lowered(label));
    return alike == without_capitals.end() ? std::nullopt : std::optional{alike->second};
}

Draft network_of(Foreign foreign, const Side& rows, Side columns, bool two_mode, std::vector<Matrix> matrices) {
    if (two_mode && merge(rows, columns, matrices)) two_mode = false;
    const std::size_t says = two_mode ? foreign.node_column(mode_column) : 0;
    for (const std::string& label : rows.labels) {
        const std::size_t row = foreign.add_node(label, {});
        if (two_mode) foreign.put_node(row, says, "1");
    }
    if (two_mode) {
        for (std::string& label : columns.labels) {
            if (foreign.has_node(label)) {
                foreign.leave_out("one name for the row and the column \"" + label + "\", which is marked by _2",
                                  {1, 1});
                while (foreign.has_node(label)) label += "_2";
            }
            foreign.put_node(foreign.add_node(label, {}), says, "2");
        }
    }
    const bool named = std::ranges::any_of(matrices, [](const Matrix& matrix) { return !matrix.name.empty(); });
    for (Matrix& matrix : matrices) {
        matrix.symmetric_says = matrix.symmetric_says && !two_mode;
        add_ties(foreign, matrix, rows.labels, two_mode ? columns.labels : rows.labels, named);
    }
    Draft draft = std::move(foreign).draft();
    if (two_mode) make_affiliations(draft);
    return draft;
}

}  // namespace coopnet::io::detail
