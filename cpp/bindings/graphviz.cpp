#include "bindings.hpp"
#include "waiting.hpp"

#include <coopnet/graphviz/worker.hpp>
#include <coopnet/io/dot.hpp>
#include <coopnet/model/builder.hpp>

#include <pybind11/stl.h>

#include <memory>
#include <string>
#include <utility>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// Anything that Graphviz does may take long: it is always waited for in a thread of its own.
constexpr std::uint64_t unknown_effort = ~std::uint64_t{0};

template <class Work>
auto waited_for(Work work) {
    return interruptible(unknown_effort, py::none(), std::move(work));
}

std::shared_ptr<Network> read_dot(const std::string& text, const std::string& path) {
    return waited_for(
        [&](const Monitor& monitor) { return std::make_shared<Network>(build(io::read_dot(text, path, &monitor))); });
}

std::string write_dot(const Network& network) {
    return waited_for([&](const Monitor& monitor) { return io::write_dot(network, &monitor); });
}

py::bytes draw_dot(const std::string& text, const std::string& path, const std::string& engine,
                   const std::string& format, double dpi) {
    const graphviz::DrawOptions options{
        .engine = graphviz::engine_named(engine), .format = graphviz::format_named(format), .dpi = dpi};
    return py::bytes(waited_for([&](const Monitor& monitor) {
        return graphviz::draw(graphviz::read(text, {.path = path}, &monitor), options, &monitor);
    }));
}

}  // namespace

void bind_graphviz(py::module_& m) {
    m.def("set_worker_path", &graphviz::set_worker_path, "executable"_a);
    m.def("read_dot", &read_dot, "text"_a, "path"_a);
    m.def("write_dot", &write_dot, "network"_a);
    m.def("draw_dot", &draw_dot, "text"_a, "path"_a, py::kw_only(), "engine"_a, "format"_a, "dpi"_a);
}

}  // namespace coopnet::bindings
