#include <coopnet/render/matrix_picture.hpp>

#include "bindings.hpp"
#include "views.hpp"

#include <pybind11/stl.h>

#include <map>
#include <string>
#include <tuple>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// Name, country, vertices.
using SaidBlock = std::tuple<std::string, std::string, std::vector<Vertex>>;

render::Drawing drawn_matrix(const FrozenView& view, const std::vector<SaidBlock>& blocks,
                             const std::vector<bool>& dense, const std::string& theme, const std::string& language,
                             std::map<std::string, std::string> texts, const std::string& title,
                             const std::string& period, const std::string& remark, const std::string& selection) {
    render::MatrixOptions options{render::theme_named(theme),
                                  language,
                                  render::Texts{std::move(texts)},
                                  title,
                                  period,
                                  remark,
                                  selection,
                                  {},
                                  dense};
    for (const auto& [name, country, members] : blocks) options.blocks.push_back({name, country, members});
    const py::gil_scoped_release unlocked;
    return render::draw_matrix(*view.network, view.view, options);
}

}  // namespace

void bind_plates(py::module_& m) {
    auto pictures = m.attr("render").cast<py::module_>();
    pictures.def("matrix", &drawn_matrix, "view"_a, "blocks"_a, "dense"_a, py::kw_only(), "theme"_a, "language"_a,
                 "texts"_a, "title"_a, "period"_a, "remark"_a, "selection"_a);
}

}  // namespace coopnet::bindings
