# The stock vocabulary is written as JSON and travels inside the library, so no file can be missing at run time.
file(GLOB vocabulary CONFIGURE_DEPENDS cpp/coopnet/io/stock_vocabulary.json)
if(vocabulary)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${vocabulary}")
    file(READ "${vocabulary}" stock_vocabulary_json)
    set(embedded "${PROJECT_BINARY_DIR}/generated/stock_vocabulary.cpp")
    configure_file(cmake/stock_vocabulary.cpp.in "${embedded}" @ONLY)
    target_sources(coopnet PRIVATE "${embedded}")
endif()
