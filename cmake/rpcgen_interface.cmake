# How users reach the plugin, here and in an installed package. The includer sets
#   RPCGEN_PLUGIN        path of rpcgen.so
#   RPCGEN_CLANGXX       the clang++ that can load it
#   RPCGEN_LLVM_VERSION  its major version
#   RPCGEN_IDL           path of rpc-idl, for interfaces that are IDL files

# rpcgen::plugin: the flag that makes clang load the plugin, for interfaces that stand in sources, and for its rules over
# implementations. Nothing for compilers that cannot load it, and for sources in other languages. A package may be found
# more than once.
if(NOT TARGET rpcgen::plugin)
  math(EXPR next "${RPCGEN_LLVM_VERSION} + 1")
  set(fits "$<COMPILE_LANG_AND_ID:CXX,Clang>"
    "$<VERSION_GREATER_EQUAL:$<CXX_COMPILER_VERSION>,${RPCGEN_LLVM_VERSION}>"
    "$<VERSION_LESS:$<CXX_COMPILER_VERSION>,${next}>")
  list(JOIN fits "," fits)
  add_library(rpcgen::plugin INTERFACE IMPORTED GLOBAL)
  set_target_properties(rpcgen::plugin PROPERTIES
    INTERFACE_COMPILE_OPTIONS "$<$<AND:${fits}>:-fplugin=${RPCGEN_PLUGIN}>")
  if(RPCGEN_BUILD_PLUGIN)
    # There is no plugin yet. Ninja compiles before libraries are linked, but not before other targets are made.
    add_custom_target(rpcgen_plugin DEPENDS rpcgen)
    add_dependencies(rpcgen::plugin rpcgen_plugin)
  endif()
endif()

# rpcgen_interface(NAME HEADERS... [OPTIONS compile options...] [IMPORT options...] [RUNTIME target])
#
# Makes the library NAME of annotated headers. What links it includes echo.h, and has its client and server, with every
# compiler: the stubs of echo.h are written into echo.rpc.h, which a compile option includes in front of every C++
# source. Editors and linters of any version, which read compile_commands.json and load no plugin, see the same.
#
# A header may be an IDL file, echo.idl: rpc-idl makes echo.h of it, and of what it imports, with the options after IMPORT,
# as --dialect=dce. The build fails if not all of it can be said.
#
# What is needed to read the headers comes from the targets that NAME is linked to, their include directories and
# definitions; OPTIONS are what clang needs beyond that. RUNTIME names another target than rpcgen::rpcrt to link NAME to:
# rpcgen::rpcrt_shared, or one with the headers of the runtime.
#
# A library whose interface NAME is part of installs both files, and those who find it have nothing to generate:
#   install(TARGETS NAME EXPORT ... PUBLIC_HEADER DESTINATION include INCLUDES DESTINATION include)
function(rpcgen_interface name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "RUNTIME" "OPTIONS;IMPORT")
  if(NOT arg_RUNTIME)
    set(arg_RUNTIME rpcgen::rpcrt)
  endif()
  if(NOT arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "rpcgen_interface(${name}) needs headers, as in rpcgen_interface(${name} echo.h)")
  endif()
  if(TARGET rpcgen)
    set(plugin rpcgen)
  else()
    set(plugin ${RPCGEN_PLUGIN})
  endif()
  set(standard 20)
  if(CMAKE_CXX_STANDARD GREATER_EQUAL 20 AND CMAKE_CXX_STANDARD LESS 98)
    set(standard ${CMAKE_CXX_STANDARD})
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
    if(header MATCHES "\\.idl$")
      set(idl ${header})
      set(header ${folder}/${stem}.h)
      set(parent ${folder})
      add_custom_command(
        OUTPUT ${header}
        COMMAND ${RPCGEN_IDL} import ${idl} --quiet -o ${folder} "-I$<JOIN:${includes},;-I>" ${arg_IMPORT}
        DEPENDS ${idl} ${RPCGEN_IDL}
        COMMENT "Importing ${stem}.idl"
        COMMAND_EXPAND_LISTS VERBATIM)
    endif()
    set(output ${folder}/${stem}.rpc.h)
    if(output IN_LIST outputs)
      message(FATAL_ERROR "rpcgen_interface(${name}) has two headers that are called ${stem}: sources could not include both")
    endif()
    list(APPEND headers ${header})
    list(APPEND outputs ${output})
    add_custom_command(
      OUTPUT ${output}
      BYPRODUCTS ${folder}/${stem}.rpc.json
      COMMAND ${RPCGEN_CLANGXX} -std=c++${standard} -x c++-header -fsyntax-only -fplugin=${RPCGEN_PLUGIN}
              -fplugin-arg-rpcgen-out=${folder} "-I$<JOIN:${includes},;-I>"
              "$<$<BOOL:${definitions}>:-D$<JOIN:${definitions},;-D>>" ${arg_OPTIONS}
              -MD -MF ${output}.d -MT ${output} ${header}
      DEPENDS ${header} ${plugin}
      DEPFILE ${output}.d
      COMMENT "Generating stubs of ${stem}.h"
      COMMAND_EXPAND_LISTS VERBATIM)
    target_include_directories(${name} INTERFACE $<BUILD_INTERFACE:${parent}>)
    target_compile_options(${name} INTERFACE
      "$<BUILD_INTERFACE:$<$<COMPILE_LANGUAGE:CXX>:--include=${output}>>"
      "$<INSTALL_INTERFACE:$<$<COMPILE_LANGUAGE:CXX>:--include=${stem}.rpc.h>>")
  endforeach()
  target_sources(${name} PRIVATE ${outputs})
  set_target_properties(${name} PROPERTIES PUBLIC_HEADER "${headers};${outputs}")
  target_include_directories(${name} INTERFACE $<BUILD_INTERFACE:${folder}>)
  target_compile_options(${name} INTERFACE
    $<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-attributes>
    $<$<COMPILE_LANG_AND_ID:CXX,Clang>:-Wno-unknown-attributes>)
  target_link_libraries(${name} INTERFACE ${arg_RUNTIME})

  add_subdirectory(${CMAKE_CURRENT_FUNCTION_LIST_DIR}/header ${folder}/header EXCLUDE_FROM_ALL)
endfunction()
