# cpack: Debian packages of what cmake --install installs, one for each component. tools/package makes them.
#   librpcrt0     the shared runtime
#   librpcrt-dev  headers, static runtime, what find_package and pkg-config read
#   rpcgen-19     the plugin and the tools, of the same version as clang 19. Those of two versions are not installed
#                 together, since the tools and what find_package reads have no version in their names.
#   rpcgen-doc    docs/
set(compiler rpcgen-${RPCGEN_LLVM_VERSION})
math(EXPR next_llvm "${RPCGEN_LLVM_VERSION} + 1")

set(CPACK_GENERATOR DEB)
# Who answers for the packages: the one who makes them, as Debian's own tools ask for it.
set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
if(NOT DEFINED ENV{DEBFULLNAME} OR NOT DEFINED ENV{DEBEMAIL})
  set(maintainer "Unknown <unknown@rpcgen.invalid>")
endif()
set(CPACK_PACKAGE_CONTACT "${maintainer}")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")  # each package has its own
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL runtime development compiler documentation)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${PROJECT_BINARY_DIR}/lib)
set(CPACK_PRE_BUILD_SCRIPTS ${PROJECT_SOURCE_DIR}/cmake/package_files.cmake)

# rpc_package(COMPONENT NAME SECTION SUMMARY TEXT [DEPENDS packages])
function(rpc_package component name section summary text)
  cmake_parse_arguments(PARSE_ARGV 5 arg "" "" DEPENDS)
  string(TOUPPER ${component} key)
  list(JOIN arg_DEPENDS ", " depends)
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${key}_DESCRIPTION "${summary}\n${text}" PARENT_SCOPE)
  install(FILES cmake/debian-copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name} COMPONENT ${component}
    RENAME copyright EXCLUDE_FROM_ALL)
endfunction()

rpc_package(runtime librpcrt0 libs "DCE/RPC from annotated C++ headers - runtime"
  "What programs need that were built with rpcgen: connections,\nservers and authentication by NTLM and Kerberos.")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SHLIBDEPS ON)
file(WRITE ${PROJECT_BINARY_DIR}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/triggers)

rpc_package(development librpcrt-dev libdevel "DCE/RPC from annotated C++ headers - headers and static runtime"
  "What is needed to compile annotated headers,\nwith the plugin or with files that it has generated."
  DEPENDS "librpcrt0 (= ${PROJECT_VERSION})" libkrb5-dev nettle-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SUGGESTS "nlohmann-json3-dev, libsystemd-dev")  # of rpc/json, rpc/systemd

rpc_package(compiler ${compiler} devel "DCE/RPC from annotated C++ headers - plugin for clang ${RPCGEN_LLVM_VERSION}"
  "The plugin makes client and server stubs of annotated declarations\nwhile clang compiles them. rpc-check is a lint of interfaces and\nimplementations, rpc-dump shows captures, rpc-idl reads and writes IDL files."
  DEPENDS "librpcrt-dev (= ${PROJECT_VERSION})" "clang-${RPCGEN_LLVM_VERSION} (<< 1:${next_llvm})")
set(CPACK_DEBIAN_COMPILER_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_COMPILER_PACKAGE_PROVIDES rpcgen)
set(CPACK_DEBIAN_COMPILER_PACKAGE_CONFLICTS rpcgen)

rpc_package(documentation rpcgen-doc doc "DCE/RPC from annotated C++ headers - documentation"
  "Tutorial, attributes, rules, how the runtime behaves, and examples.")
set(CPACK_DEBIAN_DOCUMENTATION_PACKAGE_ARCHITECTURE all)
install(DIRECTORY docs/ DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/rpcgen-doc COMPONENT documentation EXCLUDE_FROM_ALL)

include(CPack)
