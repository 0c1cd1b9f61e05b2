find_package(benchmark REQUIRED)

file(GLOB benchmark_sources CONFIGURE_DEPENDS tests/benchmarks/*_bench.cpp)
add_executable(coopnet-bench ${benchmark_sources})
target_link_libraries(coopnet-bench PRIVATE coopnet coopnet_flags benchmark::benchmark_main)
