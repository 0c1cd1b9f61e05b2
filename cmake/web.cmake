# The core for the offline page: the kernels that it asks, and the door they are asked through.
set(CMAKE_POSITION_INDEPENDENT_CODE OFF)

# Of Boost the headers alone; /usr/include whole would let the machine's own C library in.
find_path(BOOST_HEADERS boost/version.hpp PATHS /usr/include NO_CMAKE_FIND_ROOT_PATH REQUIRED)
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/include")
file(CREATE_LINK "${BOOST_HEADERS}/boost" "${PROJECT_BINARY_DIR}/include/boost" SYMBOLIC)

set(kernels)
foreach(part
        core/compare core/error core/period
        view/csr view/fold view/names view/projection view/detail/affiliations view/detail/bundle
        analysis/centrality/betweenness analysis/centrality/closeness analysis/centrality/degree
        analysis/centrality/harmonic analysis/cohesion/components
        analysis/pathways/best analysis/pathways/cuts analysis/pathways/dominators analysis/pathways/exact
        analysis/pathways/most_reliable analysis/pathways/reach analysis/pathways/shortest)
    list(APPEND kernels cpp/coopnet/${part}.cpp)
endforeach()
# Of the shared steps all but those that need Eigen or Boost.Math; the linker takes what is called.
file(GLOB steps CONFIGURE_DEPENDS cpp/coopnet/analysis/detail/*.cpp)
list(FILTER steps EXCLUDE REGEX "/(currents|products|proportion|walks)[.]cpp$")

add_library(coopnet_kernels OBJECT ${kernels} ${steps})
target_include_directories(coopnet_kernels PUBLIC cpp)
target_include_directories(coopnet_kernels SYSTEM PUBLIC "${PROJECT_BINARY_DIR}/include")
target_compile_features(coopnet_kernels PUBLIC cxx_std_20)
target_compile_definitions(coopnet_kernels PUBLIC BOOST_EXCEPTION_DISABLE)
target_link_libraries(coopnet_kernels PUBLIC coopnet_flags)
# Places in memory have 32 bits here, and fit; counts are std::uint64_t everywhere.
target_compile_options(coopnet_flags INTERFACE -Wno-shorten-64-to-32 -Wno-sign-conversion)

file(GLOB door CONFIGURE_DEPENDS cpp/web/*.cpp)
add_executable(coopnet-web ${door})
target_link_libraries(coopnet-web PRIVATE coopnet_kernels)
target_link_options(coopnet-web PRIVATE
    -mexec-model=reactor -Wl,--strip-all -Wl,--stack-first -Wl,-z,stack-size=1048576)
set_target_properties(coopnet-web PROPERTIES SUFFIX .wasm)
