#include "bindings.hpp"

#include <coopnet/io/format.hpp>
#include <coopnet/io/pajek.hpp>
#include <coopnet/io/ucinet.hpp>
#include <coopnet/model/builder.hpp>

#include <pybind11/stl.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// By name, the ends of files' names.
std::map<std::string, std::vector<std::string>> known_formats() {
    std::map<std::string, std::vector<std::string>> known;
    for (const io::Format& format : io::formats()) {
        known[std::string{format.name}] = {format.suffixes.begin(), format.suffixes.end()};
    }
    return known;
}

// The remarks are what was found out of the bytes before.
std::shared_ptr<Network> read_format(const std::string& name, const py::bytes& content, const std::string& path,
                                     const std::vector<std::string>& remarks) {
    const std::string_view bytes = content;
    const py::gil_scoped_release unlocked;
    Draft draft = io::format_named(name).read(bytes, path);
    for (const std::string& remark : remarks) draft.notes.push_back({path, std::nullopt, "", remark});
    return std::make_shared<Network>(build(std::move(draft)));
}

// A network of Pajek and a partition or vector of its own file.
std::shared_ptr<Network> read_pajek_pair(const py::bytes& content, const std::string& path, const py::bytes& numbers,
                                         const std::string& numbers_path) {
    const std::string_view bytes = content;
    const std::string_view of_numbers = numbers;
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(
        build(io::add_pajek_numbers(io::read_pajek(bytes, path), of_numbers, numbers_path)));
}

std::shared_ptr<Network> read_ucinet(const py::bytes& header, const py::bytes& data, const std::string& path) {
    const std::string_view of_header = header;
    const std::string_view of_data = data;
    const py::gil_scoped_release unlocked;
    return std::make_shared<Network>(build(io::read_ucinet(of_header, of_data, path)));
}

std::pair<py::bytes, std::vector<std::string>> write_format(const std::string& name, const Network& network) {
    io::Written written;
    {
        const py::gil_scoped_release unlocked;
        written = io::format_named(name).write(network);
    }
    return {py::bytes(written.text), std::move(written.losses)};
}

}  // namespace

void bind_formats(py::module_& m) {
    m.def("formats", &known_formats);
    m.def("read_format", &read_format, "name"_a, "content"_a, "path"_a, "remarks"_a);
    m.def("read_pajek_pair", &read_pajek_pair, "content"_a, "path"_a, "numbers"_a, "numbers_path"_a);
    m.def("read_ucinet", &read_ucinet, "header"_a, "data"_a, "path"_a);
    m.def("write_format", &write_format, "name"_a, "network"_a);
}

}  // namespace coopnet::bindings
