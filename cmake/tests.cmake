# One test program a layer: tests/cpp/<layer>/**/*_test.cpp.
enable_testing()
include(GoogleTest)
find_package(GTest REQUIRED)

file(GLOB layers CONFIGURE_DEPENDS LIST_DIRECTORIES true tests/cpp/*)
foreach(folder IN LISTS layers)
    cmake_path(GET folder FILENAME layer)
    file(GLOB_RECURSE layer_tests CONFIGURE_DEPENDS "${folder}/*_test.cpp")
    if(NOT layer_tests)
        continue()
    endif()
    add_executable(coopnet-test-${layer} ${layer_tests})
    target_include_directories(coopnet-test-${layer} PRIVATE tests/cpp)
    target_link_libraries(coopnet-test-${layer}
        PRIVATE coopnet Boost::headers nlohmann_json::nlohmann_json coopnet_flags GTest::gmock GTest::gtest_main)
    target_compile_definitions(coopnet-test-${layer} PRIVATE COOPNET_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
    if(TARGET coopnet-graphviz)
        add_dependencies(coopnet-test-${layer} coopnet-graphviz)
        target_compile_definitions(coopnet-test-${layer}
            PRIVATE COOPNET_WORKER_PATH="$<TARGET_FILE:coopnet-graphviz>")
    endif()
    gtest_discover_tests(coopnet-test-${layer} DISCOVERY_MODE PRE_TEST PROPERTIES TIMEOUT 120)
endforeach()
