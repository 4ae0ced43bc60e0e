# rpcgen_fuzz(NAME HEADER SERVICES...)
#
# A libFuzzer program for the operations that an annotated header declares, as in
#   rpcgen_fuzz(echo_fuzz echo.h echo::service)
# Requests and responses in all syntaxes and byte orders, under AddressSanitizer and UndefinedBehaviorSanitizer. Clang
# only, whose compiler-rt has libFuzzer. docs/fuzzing.md says what it looks for, and how to run it.
function(rpcgen_fuzz name header)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL Clang)
    message(FATAL_ERROR "rpcgen_fuzz(${name}) needs clang: libFuzzer is a part of it")
  endif()
  if(NOT ARGN)
    message(FATAL_ERROR "rpcgen_fuzz(${name}) needs services, as in rpcgen_fuzz(${name} echo.h echo::service)")
  endif()
  cmake_path(ABSOLUTE_PATH header BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR} NORMALIZE)
  list(JOIN ARGN ", " services)
  set(source ${CMAKE_CURRENT_BINARY_DIR}/${name}.cpp)
  file(CONFIGURE OUTPUT ${source} @ONLY CONTENT [[
#include "@header@"

#include <rpc/fuzz.h>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return rpc::fuzz<@services@>(data, size);
}
]])
  add_executable(${name} ${source})
  set_source_files_properties(${source} PROPERTIES OBJECT_DEPENDS ${RPCGEN_PLUGIN})
  set(flags -fsanitize=fuzzer,address,undefined -fno-sanitize-recover=all -g)
  target_compile_options(${name} PRIVATE ${flags})
  target_link_options(${name} PRIVATE ${flags})
  target_link_libraries(${name} PRIVATE rpcgen::rpcrt rpcgen::plugin)
endfunction()
