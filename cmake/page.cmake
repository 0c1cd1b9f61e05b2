# The core for the page, built by its own toolchain and laid where Python looks for it (_web/coopnet.wasm). Without the
# compiler everything else is built, and pages have prepared scenarios only.
find_program(WASM_COMPILER clang++-19)
find_program(WASM_LINKER wasm-ld-19)
find_path(WASM_LIBRARY __config PATHS /usr/lib/llvm-19/include/wasm32-wasi/c++/v1 NO_DEFAULT_PATH)
mark_as_advanced(WASM_COMPILER WASM_LINKER WASM_LIBRARY)
if(NOT (WASM_COMPILER AND WASM_LINKER AND WASM_LIBRARY))
    message(NOTICE "Pages will have prepared scenarios only: to compute in the browser, coopnet is built with "
        "clang-19, lld-19, libc++-19-dev-wasm32 and libclang-rt-19-dev-wasm32.")
    return()
endif()

# One folder for all presets of a clone; pip builds in its own.
if(SKBUILD)
    set(web_folder "${PROJECT_BINARY_DIR}/web")
else()
    set(web_folder "${PROJECT_SOURCE_DIR}/build/web-core")
endif()
set(web_core "${web_folder}/coopnet-web.wasm")
add_custom_target(web-core ALL
    COMMAND "${CMAKE_COMMAND}" --preset web -B "${web_folder}" --log-level=WARNING
    COMMAND "${CMAKE_COMMAND}" --build "${web_folder}"
    BYPRODUCTS "${web_core}"
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Building the core for the page"
    USES_TERMINAL VERBATIM)

if(SKBUILD)
    install(FILES "${web_core}" DESTINATION coopnet/_web RENAME coopnet.wasm)
else()
    file(MAKE_DIRECTORY "${PROJECT_SOURCE_DIR}/build/web")  # beside the bundle, where _web leads
    file(CREATE_LINK "${web_core}" "${PROJECT_SOURCE_DIR}/build/web/coopnet.wasm" SYMBOLIC)
endif()
