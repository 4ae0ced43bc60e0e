# How users reach the plugin, here and in an installed package. The includer sets
#   RPCGEN_PLUGIN   path of rpcgen.so
#   RPCGEN_CLANGXX  the clang++ that can load it

# rpcgen::plugin: the flag that makes clang deliver the stubs into the translation unit. Nothing for other compilers,
# which use rpcgen_generate.
add_library(rpcgen::plugin INTERFACE IMPORTED GLOBAL)
set_target_properties(rpcgen::plugin PROPERTIES
  INTERFACE_COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:Clang>:-fplugin=${RPCGEN_PLUGIN}>")

# rpcgen_generate(NAME HEADERS... [OPTIONS compile options...])
#
# Writes the stubs of annotated headers into files, for compilers that cannot load the plugin, and makes the library
# NAME. A target that links it includes echo.h as it would under clang with the plugin: echo.rpc.h, the generated file,
# is included in front of every source by a compile option. OPTIONS are what clang needs to read the headers beyond
# the include directories of the runtime, as in -DNAME or -I<folder>.
function(rpcgen_generate name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "OPTIONS")
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "rpcgen_generate(${name}) needs headers, as in rpcgen_generate(${name} echo.h)")
  endif()
  if(TARGET rpcgen)
    set(plugin rpcgen)
  else()
    set(plugin ${RPCGEN_PLUGIN})
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set(includes "$<TARGET_PROPERTY:rpcgen::rpcrt,INTERFACE_INCLUDE_DIRECTORIES>")
  file(MAKE_DIRECTORY ${folder})

  add_library(${name} INTERFACE)
  foreach(header IN LISTS arg_UNPARSED_ARGUMENTS)
    cmake_path(ABSOLUTE_PATH header BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
    cmake_path(GET header STEM LAST_ONLY stem)
    cmake_path(GET header PARENT_PATH parent)
    set(output ${folder}/${stem}.rpc.h)
    add_custom_command(
      OUTPUT ${output}
      BYPRODUCTS ${folder}/${stem}.rpc.json
      COMMAND ${RPCGEN_CLANGXX} -std=c++20 -x c++-header -fsyntax-only -fplugin=${RPCGEN_PLUGIN}
              -fplugin-arg-rpcgen-out=${folder} "-I$<JOIN:${includes},;-I>" ${arg_OPTIONS}
              -MD -MF ${output}.d -MT ${output} ${header}
      DEPENDS ${header} ${plugin}
      DEPFILE ${output}.d
      COMMENT "Generating stubs of ${stem}.h"
      COMMAND_EXPAND_LISTS VERBATIM)
    target_sources(${name} PRIVATE ${output})
    target_include_directories(${name} INTERFACE ${parent})
    target_compile_options(${name} INTERFACE "SHELL:-include ${output}")
  endforeach()
  target_include_directories(${name} INTERFACE ${folder})
  target_compile_options(${name} INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-attributes> $<$<CXX_COMPILER_ID:Clang>:-Wno-unknown-attributes>)
  target_link_libraries(${name} INTERFACE rpcgen::rpcrt)
endfunction()
