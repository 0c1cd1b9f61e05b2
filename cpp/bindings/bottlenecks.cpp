#include <coopnet/analysis/flows/waiting.hpp>

#include "answers.hpp"
#include "bindings.hpp"
#include "views.hpp"

#include <string>
#include <utility>
#include <vector>

namespace py = pybind11;
using namespace pybind11::literals;

namespace coopnet::bindings {
namespace {

using Days = py::array_t<std::uint32_t, py::array::c_style | py::array::forcecast>;

template <class Array>
std::span<const typename Array::value_type> all(const Array& array) {
    return {array.data(), static_cast<std::size_t>(array.size())};
}

// The columns, what they stand for, and the rows.
py::dict time_expanded(const FrozenView& frozen, const std::string& source, const std::string& target,
                       const Numbers& arrivals, const Days& delay, const Numbers& seats, const Numbers& beds) {
    const flows::Journey journey{.source = frozen.vertex(source),
                                 .target = frozen.vertex(target),
                                 .arrivals = all(arrivals),
                                 .delay = all(delay),
                                 .seats = all(seats),
                                 .beds = all(beds)};
    flows::TimeExpanded made;
    {
        const py::gil_scoped_release unlocked;
        made = frozen.visit([&](const auto& csr) { return flows::time_expanded(csr, journey); });
    }
    std::vector<std::uint8_t> acts;
    acts.reserve(made.acts.size());
    for (const flows::Act act : made.acts) acts.push_back(static_cast<std::uint8_t>(act));
    return py::dict("acts"_a = to_array(std::move(acts)), "places"_a = to_array(std::move(made.places)),
                    "days"_a = to_array(std::move(made.days)), "from"_a = to_array(std::move(made.from)),
                    "to"_a = to_array(std::move(made.to)), "costs"_a = to_array(std::move(made.costs)),
                    "most"_a = to_array(std::move(made.most)), "starts"_a = to_array(std::move(made.starts)),
                    "columns"_a = to_array(std::move(made.columns)), "values"_a = to_array(std::move(made.values)),
                    "sums"_a = to_array(std::move(made.sums)));
}

}  // namespace

void bind_bottlenecks(py::module_& m) {
    auto flows = m.def_submodule("flows");
    flows.def("time_expanded", &time_expanded, "view"_a, "source"_a, "target"_a, py::kw_only(), "arrivals"_a, "delay"_a,
              "seats"_a, "beds"_a);
}

}  // namespace coopnet::bindings
