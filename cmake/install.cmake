# What find_package(coopnet) finds.
include(CMakePackageConfigHelpers)
set(config_folder "${CMAKE_INSTALL_LIBDIR}/cmake/coopnet")

install(TARGETS coopnet EXPORT coopnet)
install(DIRECTORY cpp/coopnet DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp")
install(EXPORT coopnet NAMESPACE coopnet:: FILE coopnetTargets.cmake DESTINATION "${config_folder}")
if(TARGET coopnet-graphviz)
    install(TARGETS coopnet-graphviz)
    if(fonts)
        install(DIRECTORY "${fonts}/" DESTINATION "${CMAKE_INSTALL_DATADIR}/coopnet/fonts")
    endif()
endif()

configure_package_config_file(cmake/coopnetConfig.cmake.in "${PROJECT_BINARY_DIR}/coopnetConfig.cmake"
    INSTALL_DESTINATION "${config_folder}")
write_basic_package_version_file("${PROJECT_BINARY_DIR}/coopnetConfigVersion.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/coopnetConfig.cmake" "${PROJECT_BINARY_DIR}/coopnetConfigVersion.cmake"
    DESTINATION "${config_folder}")
