# Fuzzers of what reads other people's bytes, without the rest of the library: clang brings libFuzzer.
file(GLOB_RECURSE fuzzed CONFIGURE_DEPENDS
    cpp/coopnet/core/*.cpp cpp/coopnet/model/*.cpp cpp/coopnet/view/*.cpp cpp/coopnet/io/*.cpp)
list(FILTER fuzzed EXCLUDE REGEX "/(dot|dot_text|fmt)[.]cpp$")
set(sanitizers address,undefined)
add_library(coopnet-fuzzed OBJECT EXCLUDE_FROM_ALL ${fuzzed} ${PROJECT_BINARY_DIR}/generated/stock_vocabulary.cpp)
target_include_directories(coopnet-fuzzed PUBLIC cpp)
target_compile_features(coopnet-fuzzed PUBLIC cxx_std_20)
target_compile_options(coopnet-fuzzed PUBLIC -O1 -g1 -fsanitize=fuzzer-no-link,${sanitizers} -fno-sanitize-recover=all)
target_link_libraries(coopnet-fuzzed PUBLIC Threads::Threads Boost::headers nlohmann_json::nlohmann_json)

file(GLOB fuzzers CONFIGURE_DEPENDS tests/fuzz/*_fuzz.cpp)
foreach(source IN LISTS fuzzers)
    cmake_path(GET source STEM name)
    add_executable(${name} ${source})
    target_link_libraries(${name} PRIVATE coopnet-fuzzed)
    target_link_options(${name} PRIVATE -fsanitize=fuzzer,${sanitizers})
endforeach()
