# The toolchain of the page: clang for WebAssembly, with Debian's C++ library for it.
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_CXX_COMPILER clang++-19)
set(CMAKE_CXX_COMPILER_TARGET wasm32-wasi)
# Nothing that is tried out links: a program would need a start that a page has not.
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)
