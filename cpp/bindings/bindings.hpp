#pragma once

#include <pybind11/pybind11.h>

namespace coopnet::bindings {

// One function a file of this folder; module.cpp calls them in this order.
void bind_errors();
void bind_network(pybind11::module_& m);
void bind_views(pybind11::module_& m);
void bind_centrality(pybind11::module_& m);
void bind_brokerage(pybind11::module_& m);
void bind_walks(pybind11::module_& m);
void bind_cohesion(pybind11::module_& m);
void bind_community(pybind11::module_& m);
void bind_position(pybind11::module_& m);
void bind_layers(pybind11::module_& m);
void bind_two_mode(pybind11::module_& m);
void bind_pathways(pybind11::module_& m);
void bind_patterns(pybind11::module_& m);
void bind_network_flow(pybind11::module_& m);
void bind_robustness(pybind11::module_& m);
void bind_timed(pybind11::module_& m);
void bind_figures(pybind11::module_& m);
void bind_bottlenecks(pybind11::module_& m);
void bind_scenario(pybind11::module_& m);
void bind_suppress(pybind11::module_& m);
void bind_formats(pybind11::module_& m);
void bind_graphviz(pybind11::module_& m);
void bind_render(pybind11::module_& m);
void bind_page_picture(pybind11::module_& m);
void bind_plates(pybind11::module_& m);

}  // namespace coopnet::bindings
