# Graphviz::cgraph, Graphviz::gvc and Graphviz::plugins (the four plugins that draw, linked instead of loaded).
include(FindPackageHandleStandardArgs)

# Graphviz's own headers include each other without the folder, ours with it: both roots are needed.
find_path(Graphviz_INCLUDE_DIR graphviz/cgraph.h)
set(libraries)
set(plugins)
foreach(name cgraph gvc)
    find_library(Graphviz_${name}_LIBRARY ${name})
    list(APPEND libraries Graphviz_${name}_LIBRARY)
endforeach()
foreach(name core dot_layout neato_layout pango)
    find_library(Graphviz_${name}_PLUGIN
        NAMES gvplugin_${name} libgvplugin_${name}.so.6 PATH_SUFFIXES graphviz)
    list(APPEND libraries Graphviz_${name}_PLUGIN)
    list(APPEND plugins "${Graphviz_${name}_PLUGIN}")
endforeach()
mark_as_advanced(Graphviz_INCLUDE_DIR ${libraries})
find_package_handle_standard_args(Graphviz
    REQUIRED_VARS Graphviz_INCLUDE_DIR ${libraries}
    REASON_FAILURE_MESSAGE "On Debian: apt-get install libgraphviz-dev graphviz")

if(Graphviz_FOUND AND NOT TARGET Graphviz::cgraph)
    foreach(name cgraph gvc)
        add_library(Graphviz::${name} UNKNOWN IMPORTED)
        set_target_properties(Graphviz::${name} PROPERTIES
            IMPORTED_LOCATION "${Graphviz_${name}_LIBRARY}"
            INTERFACE_INCLUDE_DIRECTORIES "${Graphviz_INCLUDE_DIR};${Graphviz_INCLUDE_DIR}/graphviz")
    endforeach()
    add_library(Graphviz::plugins INTERFACE IMPORTED)
    set_target_properties(Graphviz::plugins PROPERTIES INTERFACE_LINK_LIBRARIES "${plugins}")
endif()
