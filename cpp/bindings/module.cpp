#include "bindings.hpp"

PYBIND11_MODULE(_core, m) {
    using namespace coopnet::bindings;

    m.attr("__version__") = COOPNET_VERSION;
    bind_errors();
    bind_network(m);
    bind_views(m);
    bind_centrality(m);
    bind_brokerage(m);
    bind_walks(m);
    bind_cohesion(m);
    bind_community(m);
    bind_position(m);
    bind_layers(m);
    bind_two_mode(m);
    bind_pathways(m);
    bind_figures(m);
    bind_patterns(m);
    bind_network_flow(m);
    bind_robustness(m);
    bind_timed(m);
    bind_bottlenecks(m);
    bind_scenario(m);
    bind_suppress(m);
    bind_formats(m);
    bind_graphviz(m);
    bind_render(m);
    bind_page_picture(m);
    bind_plates(m);
}
