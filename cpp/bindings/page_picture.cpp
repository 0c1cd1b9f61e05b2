#include <coopnet/render/page_picture.hpp>
#include <coopnet/render/svg.hpp>

#include "bindings.hpp"
#include "differences.hpp"
#include "views.hpp"

#include <pybind11/stl.h>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using SaidTongue = std::pair<std::string, std::map<std::string, std::string>>;

py::list samples(const std::vector<render::LegendSample>& legend) {
    py::list all;
    for (const render::LegendSample& sample : legend)
        all.append(py::dict("of"_a = sample.of, "texts"_a = sample.texts, "svg"_a = render::svg(sample.drawing)));
    return all;
}

py::list boxes(const render::PagePicture& page) {
    py::list all;
    for (const render::ActorBox& box : page.scene.boxes) {
        const render::Point at = box.box.center();
        all.append(py::dict("actor"_a = index(box.actor), "x"_a = at.x, "y"_a = at.y, "width"_a = box.box.width(),
                            "height"_a = box.box.height(), "shape"_a = box.shape));
    }
    return all;
}

py::list lines(const render::PagePicture& page) {
    py::list all;
    for (std::size_t i = 0; i < page.scene.lines.size(); ++i) {
        const render::TieLine& line = page.scene.lines[i];
        std::vector<std::size_t> ties;
        for (const TieRow tie : line.ties) ties.push_back(index(tie));
        std::vector<std::string> labels;
        for (const auto& spoken : page.line_labels) labels.push_back(spoken[i]);
        all.append(py::dict("ties"_a = ties, "from"_a = line.from, "to"_a = line.to, "style"_a = line.style->id,
                            "status"_a = status_name(line.status), "labels"_a = labels));
    }
    return all;
}

template <class Row>
std::vector<Row> rows(const std::vector<std::uint32_t>& numbers) {
    std::vector<Row> all;
    for (const std::uint32_t number : numbers) all.push_back(row<Row>(number));
    return all;
}

using SaidRows = std::pair<std::vector<std::uint32_t>, std::vector<std::uint32_t>>;  // actors, ties

py::dict page_picture(const FrozenView& view, const std::string& layout, const std::vector<SaidTongue>& said,
                      const std::optional<SaidDifference>& difference, const SaidRows& removed,
                      const SaidRows& changed) {
    std::vector<render::Tongue> tongues;
    for (const auto& [language, texts] : said) tongues.push_back({language, render::Texts{texts}});
    if (tongues.empty()) throw InvalidOption{"A page needs a language to speak."};
    const render::PageVariants variants{difference ? std::optional{difference_from(*difference)} : std::nullopt,
                                        rows<ActorRow>(removed.first), rows<ActorRow>(changed.first),
                                        rows<TieRow>(removed.second), rows<TieRow>(changed.second)};
    render::PagePicture page;
    {
        const py::gil_scoped_release unlocked;
        page = render::page_picture(*view.network, view.view, render::layout_named(layout), tongues, variants);
    }
    return py::dict("titles"_a = page.titles, "descriptions"_a = page.descriptions, "svg"_a = render::svg(page.drawing),
                    "size"_a = std::pair{page.drawing.size.width, page.drawing.size.height}, "colors"_a = page.colors,
                    "boxes"_a = boxes(page), "lines"_a = lines(page), "kinds"_a = samples(page.kinds),
                    "channels"_a = samples(page.lines), "breaks"_a = samples(page.breaks));
}

}  // namespace

void bind_page_picture(py::module_& m) {
    auto pictures = m.attr("render").cast<py::module_>();
    pictures.def("page_picture", &page_picture, "view"_a, py::kw_only(), "layout"_a, "languages"_a,
                 "difference"_a = py::none(), "removed"_a = SaidRows{}, "changed"_a = SaidRows{});
}

}  // namespace coopnet::bindings
