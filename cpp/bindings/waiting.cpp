#include "waiting.hpp"

namespace py = pybind11;

namespace coopnet::bindings {

bool report_progress(const py::object& progress, const Monitor& monitor) {
    const py::object answer = progress(monitor.done(), monitor.total());
    return !py::isinstance<py::bool_>(answer) || answer.cast<bool>();
}

}  // namespace coopnet::bindings
