#include <coopnet/render/matrix_picture.hpp>
#include <coopnet/render/multiples.hpp>

#include "bindings.hpp"
#include "picture_options.hpp"
#include "views.hpp"

#include <pybind11/stl.h>

#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

// Name, country, vertices.
using SaidBlock = std::tuple<std::string, std::string, std::vector<Vertex>>;

render::Drawing drawn_matrix(const FrozenView& view, const std::vector<SaidBlock>& blocks,
                             const std::vector<bool>& dense, const std::string& theme, const std::string& language,
                             SaidTexts texts, const std::string& title, const std::string& period,
                             const std::string& remark, const std::string& selection) {
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

using SaidWindow = std::pair<std::string, std::vector<std::uint32_t>>;

render::Drawing drawn_multiples(const FrozenView& whole, const std::vector<SaidWindow>& said, const std::string& layout,
                                const std::string& theme, const std::string& language, SaidTexts texts,
                                const std::string& title, const std::string& selection) {
    render::PictureOptions options = picture_options(layout, theme, language, std::move(texts), {}, selection);
    options.title = title;
    std::vector<render::SmallMultiple> windows;
    windows.reserve(said.size());
    for (const auto& [heading, ties] : said) windows.push_back({heading, tie_rows(ties)});
    const py::gil_scoped_release unlocked;
    return render::draw_multiples(*whole.network, whole.view, windows, options);
}

}  // namespace

void bind_plates(py::module_& m) {
    auto pictures = m.attr("render").cast<py::module_>();
    pictures.def("matrix", &drawn_matrix, "view"_a, "blocks"_a, "dense"_a, py::kw_only(), "theme"_a, "language"_a,
                 "texts"_a, "title"_a, "period"_a, "remark"_a, "selection"_a);
    pictures.def("multiples", &drawn_multiples, "whole"_a, "windows"_a, py::kw_only(), "layout"_a, "theme"_a,
                 "language"_a, "texts"_a, "title"_a, "selection"_a);
}

}  // namespace coopnet::bindings
