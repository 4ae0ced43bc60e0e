# How users reach the plugin, here and in an installed package. The includer sets
#   RPCGEN_PLUGIN   path of rpcgen.so
#   RPCGEN_CLANGXX  the clang++ that can load it

# rpcgen::plugin: the flag that makes clang deliver the stubs into the translation unit. Nothing for other compilers,
# which use rpcgen_generate, and for sources in other languages. A package may be found more than once.
if(NOT TARGET rpcgen::plugin)
  add_library(rpcgen::plugin INTERFACE IMPORTED GLOBAL)
  set_target_properties(rpcgen::plugin PROPERTIES
    INTERFACE_COMPILE_OPTIONS "$<$<COMPILE_LANG_AND_ID:CXX,Clang>:-fplugin=${RPCGEN_PLUGIN}>")
  if(RPCGEN_BUILD_PLUGIN)
    # There is no plugin yet. Ninja compiles before libraries are linked, but not before other targets are made.
    add_custom_target(rpcgen_plugin DEPENDS rpcgen)
    add_dependencies(rpcgen::plugin rpcgen_plugin)
  endif()
endif()

# rpcgen_generate(NAME HEADERS... [OPTIONS compile options...] [RUNTIME target])
#
# Writes the stubs of annotated headers into files, for compilers that cannot load the plugin, and makes the library
# NAME. A target that links it includes echo.h as it would under clang with the plugin: echo.rpc.h, the generated file,
# is included in front of every C++ source by a compile option. What clang needs to read the headers comes from the
# targets that NAME is linked to, their include directories and definitions; OPTIONS are what is needed beyond that.
# RUNTIME names another target than rpcgen::rpcrt to link NAME to: the runtime's own stubs need its headers only.
function(rpcgen_generate name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RUNTIME" "OPTIONS")
  if(NOT arg_RUNTIME)
    set(arg_RUNTIME rpcgen::rpcrt)
  endif()
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "rpcgen_generate(${name}) needs headers, as in rpcgen_generate(${name} echo.h)")
  endif()
  if(TARGET rpcgen)
    set(plugin rpcgen)
  else()
    set(plugin ${RPCGEN_PLUGIN})
  endif()
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set(includes "$<TARGET_PROPERTY:${name},INTERFACE_INCLUDE_DIRECTORIES>")
  set(definitions "$<TARGET_PROPERTY:${name},INTERFACE_COMPILE_DEFINITIONS>")
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
              -fplugin-arg-rpcgen-out=${folder} "-I$<JOIN:${includes},;-I>"
              "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},;-D>>" ${arg_OPTIONS}
              -MD -MF ${output}.d -MT ${output} ${header}
      DEPENDS ${header} ${plugin}
      DEPFILE ${output}.d
      COMMENT "Generating stubs of ${stem}.h"
      COMMAND_EXPAND_LISTS VERBATIM)
    target_sources(${name} PRIVATE ${output})
    target_include_directories(${name} INTERFACE ${parent})
    target_compile_options(${name} INTERFACE "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include ${output}>")
  endforeach()
  target_include_directories(${name} INTERFACE ${folder})
  target_compile_options(${name} INTERFACE
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-attributes>
    $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-unknown-attributes>)
  target_link_libraries(${name} INTERFACE ${arg_RUNTIME})
endfunction()
