#include <coopnet/io/detail/rest.hpp>
#include <coopnet/io/json.hpp>

#include <utility>

namespace coopnet::io::detail {

std::string rest_of(Draft draft) {
    for (Sheet* sheet : {&draft.actors, &draft.ties}) {
        for (auto& column : sheet->columns) column.clear();
    }
    return write_json(draft);
}

void fill(Sheet& columns, Sheet rows) {
    const std::size_t count = rows.rows();
    for (auto& cells : columns.columns) cells.clear();
    for (std::size_t i = 0; i < rows.header.size(); ++i) columns.ensure(rows.header[i]) = std::move(rows.columns[i]);
    for (auto& cells : columns.columns) cells.resize(count);
    columns.file = std::move(rows.file);
    columns.lines = std::move(rows.lines);
}

}  // namespace coopnet::io::detail
