#include "arrays.hpp"
#include "bindings.hpp"

#include <coopnet/core/nearest.hpp>
#include <coopnet/core/parallel.hpp>
#include <coopnet/io/json.hpp>
#include <coopnet/io/vocabulary.hpp>
#include <coopnet/model/builder.hpp>
#include <coopnet/model/evidence.hpp>

#include <pybind11/stl.h>
#include <pybind11/typing.h>

#include <array>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Facts = py::typing::Dict<py::str, py::object>;
using Columns = std::vector<std::pair<std::string, std::vector<std::string>>>;

// Of a table: the file, its columns, and where the header and the rows stood in it (nothing: 1, 2, 3 …).
using GivenSheet = std::tuple<std::string, Columns, std::vector<std::uint32_t>>;

Sheet sheet_from(GivenSheet given) {
    auto& [file, columns, lines] = given;
    Sheet sheet;
    sheet.file = std::move(file);
    sheet.lines = std::move(lines);
    for (auto& [name, cells] : columns) {
        sheet.header.push_back(std::move(name));
        sheet.columns.push_back(std::move(cells));
    }
    return sheet;
}

Table table_named(const std::string& name) {
    for (const Table table : all_tables) {
        if (name == table_name(table)) return table;
    }
    throw UnknownName{"There is no table \"" + name + "\": actors, ties, sources or figures."};
}

// By table: the format's columns, each with what it holds.
std::map<std::string, std::vector<std::pair<std::string, std::string>>> columns_of_format() {
    constexpr std::array<const char*, 3> kinds{"text", "number", "list"};
    std::map<std::string, std::vector<std::pair<std::string, std::string>>> tables;
    for (const Table table : all_tables) {
        for (const Column& column : format_columns(table)) {
            tables[std::string{table_name(table)}].emplace_back(column.name,
                                                                kinds[static_cast<std::size_t>(column.holds)]);
        }
    }
    return tables;
}

Columns columns_of(const Network& network, const std::string& table) {
    const Sheet& sheet = network.draft().sheet(table_named(table));
    Columns columns;
    for (std::size_t i = 0; i < sheet.header.size(); ++i) columns.emplace_back(sheet.header[i], sheet.columns[i]);
    return columns;
}

About about_from(const Facts& given) {
    About about;
    about.name = given["name"].cast<std::string>();
    about.title = given["title"].cast<Label>();
    about.version = given["version"].cast<std::string>();
    about.license = given["license"].cast<std::string>();
    about.grading = given["grading"].cast<std::string>();
    about.types = given["types"].cast<decltype(about.types)>();
    about.package = given["package"].cast<std::string>();
    return about;
}

Facts about_of(const Network& network) {
    const About& about = network.about();
    return py::dict("name"_a = about.name, "title"_a = about.title, "version"_a = about.version,
                    "license"_a = about.license, "grading"_a = about.grading, "types"_a = about.types,
                    "package"_a = about.package);
}

// `sheets` maps a table to (file, [(column, cells), …], lines).
std::shared_ptr<Network> built(std::map<std::string, GivenSheet> sheets, const Facts& about,
                               const std::optional<std::pair<std::string, std::string>>& vocabulary,
                               bool open_vocabulary, const std::string& playbook, const std::string& report) {
    Draft draft;
    draft.about = about_from(about);
    for (auto& [table, sheet] : sheets) draft.sheet(table_named(table)) = sheet_from(std::move(sheet));
    draft.open_vocabulary = open_vocabulary;
    draft.playbook = playbook;
    draft.report = report;
    const py::gil_scoped_release unlocked;
    if (!playbook.empty()) io::require_json(playbook, "playbook.json");
    if (!report.empty()) io::require_json(report, "report.json");
    draft.vocabulary = vocabulary ? io::read_vocabulary(vocabulary->second, vocabulary->first) : io::stock_vocabulary();
    return std::make_shared<Network>(build(std::move(draft)));
}

std::shared_ptr<Network> from_json(const std::string& text, const std::string& path) {
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(build(io::read_json(text, path)));
}

template <class Row>
std::vector<Row> rows_of(const std::vector<std::uint32_t>& numbers) {
    std::vector<Row> rows;
    for (const std::uint32_t number : numbers) rows.push_back(row<Row>(number));
    return rows;
}

template <class Value>
std::vector<double> by_tie(const Network& network, const Value& value) {
    std::vector<double> values;
    for (std::size_t i = 0; i < network.ties().size(); ++i) values.push_back(value(row<TieRow>(i)));
    return values;
}

}  // namespace

void bind_network(py::module_& m) {
    m.def("set_threads", &set_threads, "count"_a);
    m.def("thread_count", &thread_count);
    m.def(
        "nearest_hint",
        [](const std::string& wanted, const std::vector<std::string>& keys) { return nearest_hint(wanted, keys); },
        "wanted"_a, "keys"_a);

    // Classes come before the functions that speak of them, so that the stubs can name them.
    py::class_<Network, std::shared_ptr<Network>>(m, "Network")
        .def_property_readonly("about", &about_of)
        .def_property_readonly("actor_count", [](const Network& self) { return self.actors().size(); })
        .def_property_readonly("tie_count", [](const Network& self) { return self.ties().size(); })
        .def_property_readonly("open_vocabulary", [](const Network& self) { return self.draft().open_vocabulary; })
        .def_property_readonly("playbook", [](const Network& self) { return self.draft().playbook; })
        .def_property_readonly("report", [](const Network& self) { return self.draft().report; })
        .def_property_readonly("vocabulary",
                               [](const Network& self) { return io::write_vocabulary(self.vocabulary()); })
        .def_property_readonly("vocabulary_additions",
                               [](const Network& self) { return io::write_additions(self.vocabulary()); })
        .def_property_readonly(
            "notes",
            [](const Network& self) {
                std::vector<std::tuple<std::string, std::optional<std::uint32_t>, std::string, std::string>> notes;
                for (const Problem& note : self.notes())
                    notes.emplace_back(note.file, note.row, note.column, note.message);
                return notes;
            })
        .def("columns", &columns_of, "table"_a)
        .def(
            "actor", [](const Network& self, const std::string& id) { return index(self.actor(id)); }, "id"_a)
        .def(
            "tie", [](const Network& self, const std::string& id) { return index(self.tie(id)); }, "id"_a)
        .def("reliabilities",
             [](const Network& self) {
                 return to_array(by_tie(self, [&](TieRow tie) { return self.reliability(tie); }));
             })
        .def(
            "reliability", [](const Network& self, std::uint32_t tie) { return self.reliability(row<TieRow>(tie)); },
            "tie"_a)
        .def(
            "stage_of",
            [](const Network& self, std::uint32_t tie) -> std::string {
                const Tie& row_of = self[row<TieRow>(tie)];
                const auto stage = self.vocabulary().stage_of(row_of.relation, self[row_of.target].kind);
                return stage ? self.vocabulary().stages[index(*stage)].id : "";
            },
            "tie"_a)
        .def(
            "counting_of",
            [](const Network& self, std::uint32_t figure) {
                constexpr std::array<const char*, 5> names{"flow", "stock", "total", "derived", ""};
                return names.at(static_cast<std::size_t>(self.figures().at(figure).counting));
            },
            "figure"_a)
        .def(
            "grade",
            [](const Network& self, std::uint32_t tie) {
                return self.best_grade(row<TieRow>(tie)).value_or(Grade{}).text();
            },
            "tie"_a)
        .def(
            "sources_of",
            [](const Network& self, const std::vector<std::uint32_t>& ties, const std::vector<std::uint32_t>& figures) {
                return sources_of(self, rows_of<TieRow>(ties), rows_of<FigureRow>(figures));
            },
            "ties"_a, "figures"_a = std::vector<std::uint32_t>{})
        .def(
            "rests_on_table",
            [](const Network& self, const std::vector<std::uint32_t>& ties) {
                return rests_on_table(self, rows_of<TieRow>(ties));
            },
            "ties"_a)
        .def(
            "weakest_grade",
            [](const Network& self, const std::vector<std::uint32_t>& ties,
               const std::vector<std::uint32_t>& figures) -> std::optional<std::string> {
                const auto weakest = weakest_grade(self, rows_of<TieRow>(ties), rows_of<FigureRow>(figures));
                return weakest ? std::optional{weakest->text()} : std::nullopt;
            },
            "ties"_a, "figures"_a = std::vector<std::uint32_t>{});

    m.def("columns_of_format", &columns_of_format);
    m.def("require_json", &io::require_json, "text"_a, "path"_a);
    m.def("plain_relation", &io::plain_relation, "directed"_a);
    m.def("read_json", &from_json, "text"_a, "path"_a);
    m.def("write_json", py::overload_cast<const Network&>(&io::write_json), "network"_a);
    m.def("build", &built, "sheets"_a, py::kw_only(), "about"_a, "vocabulary"_a, "open_vocabulary"_a, "playbook"_a,
          "report"_a);
}

}  // namespace coopnet::bindings
