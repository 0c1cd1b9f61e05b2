# How everything of ours is compiled. Users of the installed library inherit none of it.
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
set(CMAKE_CXX_VISIBILITY_PRESET hidden)
set(CMAKE_VISIBILITY_INLINES_HIDDEN ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
mark_as_advanced(CCACHE)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Relative paths: another checkout, and pip's build, find the same objects.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        env "CCACHE_BASEDIR=${PROJECT_SOURCE_DIR}" CCACHE_NOHASHDIR=1 "${CCACHE}")
endif()

add_library(coopnet_flags INTERFACE)
# No fused multiply-add: the same input gives the same bits on every machine.
target_compile_options(coopnet_flags INTERFACE
    -ffp-contract=off -Wall -Wextra -Wpedantic -Wconversion -Wshadow $<$<BOOL:${COOPNET_WERROR}>:-Werror>)
# g++ 12 takes "text" + std::string for an overlapping copy (its bug 105651).
target_compile_options(coopnet_flags INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

if(COOPNET_SANITIZE)
    add_compile_options(-fsanitize=${COOPNET_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    # Instrumented code makes g++ take set members for unset ones; the other presets look for those.
    add_compile_options(-Wno-maybe-uninitialized)
    add_link_options(-fsanitize=${COOPNET_SANITIZE})
endif()
