# cmake --install: the plugin, the runtime, their headers, rpc-dump, rpc-check, rpc-idl, and what find_package and pkg-config read.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/rpcgen)
set(plugin_path ${CMAKE_INSTALL_LIBDIR}/rpcgen.so)

install(TARGETS rpcgen LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS rpcrt rpcrt_shared rpcsec rpcsec_shared EXPORT rpcgen-targets)
install(TARGETS rpc-dump)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.h PATTERN *.idl)
install(EXPORT rpcgen-targets NAMESPACE rpcgen:: DESTINATION ${package_dir})

configure_package_config_file(cmake/rpcgen-config.cmake.in rpcgen-config.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS plugin_path)
write_basic_package_version_file(rpcgen-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/rpcgen-config.cmake ${PROJECT_BINARY_DIR}/rpcgen-config-version.cmake
              cmake/rpcgen_generate.cmake cmake/rpcgen_fuzz.cmake
        DESTINATION ${package_dir})

file(RELATIVE_PATH pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
foreach(library rpcrt rpcsec)
  configure_file(cmake/${library}.pc.in ${library}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${library}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
endforeach()

if(TARGET rpc-check)
  install(TARGETS rpc-check)
  install(FILES tools/check/rpc-check.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES tools/check/rpc-check.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          RENAME rpc-check)
endif()
if(TARGET rpc-idl)
  install(TARGETS rpc-idl)
  install(FILES tools/idl/rpc-idl.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
  install(FILES tools/idl/rpc-idl.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
          RENAME rpc-idl)
endif()
