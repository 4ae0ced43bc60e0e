# cmake --install: the plugin, the runtime, their headers, rpc-dump, rpc-check, rpc-idl, and what find_package and pkg-config read.
include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/rpcgen)
# A plugin belongs to one version of clang, so those of several versions may be installed.
set(plugin_path ${RPCGEN_PLUGIN_DIR}/rpcgen.so)
set(idl_path ${CMAKE_INSTALL_BINDIR}/rpc-idl)

install(TARGETS rpcgen LIBRARY DESTINATION ${RPCGEN_PLUGIN_DIR} COMPONENT compiler)
install(TARGETS rpcrt rpcrt_shared rpcsec rpcsec_shared EXPORT rpcgen-targets
  ARCHIVE COMPONENT development
  LIBRARY COMPONENT runtime NAMELINK_COMPONENT development)
install(DIRECTORY include/ DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development
  FILES_MATCHING PATTERN *.h PATTERN *.idl)
install(EXPORT rpcgen-targets NAMESPACE rpcgen:: DESTINATION ${package_dir} COMPONENT development)

configure_package_config_file(cmake/rpcgen-config.cmake.in rpcgen-config.cmake
  INSTALL_DESTINATION ${package_dir} PATH_VARS plugin_path idl_path)
write_basic_package_version_file(rpcgen-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/rpcgen-config.cmake ${PROJECT_BINARY_DIR}/rpcgen-config-version.cmake
              cmake/rpcgen_interface.cmake cmake/rpcgen_fuzz.cmake
        DESTINATION ${package_dir} COMPONENT compiler)
install(FILES cmake/header/CMakeLists.txt DESTINATION ${package_dir}/header COMPONENT compiler)

file(RELATIVE_PATH pc_to_prefix /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
string(REGEX REPLACE "/$" "" pc_to_prefix "${pc_to_prefix}")
set(rpcgen_component compiler)
set(rpcrt_component development)
set(rpcsec_component development)
foreach(module rpcgen rpcrt rpcsec)
  configure_file(cmake/${module}.pc.in ${module}.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/${module}.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
    COMPONENT ${${module}_component})
endforeach()

foreach(tool ping endpoint-mapper)
  if(TARGET rpc-${tool})
    install(TARGETS rpc-${tool} COMPONENT compiler)
    install(FILES tools/${tool}/rpc-${tool}.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT compiler)
  endif()
endforeach()
foreach(tool check dump idl call)
  if(TARGET rpc-${tool})
    install(TARGETS rpc-${tool} COMPONENT compiler)
    install(FILES tools/${tool}/rpc-${tool}.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT compiler)
    install(FILES tools/${tool}/rpc-${tool}.bash DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions
            RENAME rpc-${tool} COMPONENT compiler)
  endif()
endforeach()

# What is linked to the shared runtime finds it in the folders that ldconfig knows, once ldconfig has looked there.
install(CODE "set(library_dir \"${CMAKE_INSTALL_LIBDIR}\")")
install(CODE [[
  set(folder "${CMAKE_INSTALL_PREFIX}/${library_dir}")
  find_program(LDCONFIG ldconfig PATHS /sbin /usr/sbin)
  execute_process(COMMAND ${LDCONFIG} -v -N -X OUTPUT_VARIABLE known ERROR_QUIET)
  string(FIND "\n${known}" "\n${folder}:" known)
  if(known EQUAL -1 OR DEFINED ENV{DESTDIR})
    message(STATUS "${folder} is no folder of the loader: link programs to librpcrt.so with -Wl,-rpath,${folder}")
  else()
    execute_process(COMMAND ${LDCONFIG} RESULT_VARIABLE failed ERROR_QUIET)
    if(failed)
      message(WARNING "run ldconfig as root: until then programs do not find librpcrt.so in ${folder}")
    endif()
  endif()
]])
