# The clang that loads the plugin, as Debian installs it: /usr/lib/llvm-<version>.
#
# `clang-headers` carries include directories and flags only. The plugin must not link a second LLVM: its symbols
# come from the compiler that loads it.

set(RPCGEN_LLVM_PREFIX /usr/lib/llvm-${RPCGEN_LLVM_VERSION}
    CACHE PATH "Where clang and the LLVM headers are")
set(RPCGEN_CLANGXX ${RPCGEN_LLVM_PREFIX}/bin/clang++ CACHE INTERNAL "The clang++ that loads the plugin")

if(RPCGEN_BUILD_PLUGIN)
  if(NOT EXISTS ${RPCGEN_LLVM_PREFIX}/include/clang/AST/AST.h)
    message(FATAL_ERROR "no clang headers in ${RPCGEN_LLVM_PREFIX}: install libclang-${RPCGEN_LLVM_VERSION}-dev, "
                        "or set RPCGEN_LLVM_PREFIX")
  endif()
  add_library(clang-headers INTERFACE)
  target_include_directories(clang-headers SYSTEM INTERFACE ${RPCGEN_LLVM_PREFIX}/include)
  # What a newer LLVM calls deprecated is all that an older one has.
  target_compile_options(clang-headers INTERFACE -fno-rtti -Wno-deprecated-declarations)
  target_compile_definitions(clang-headers INTERFACE __STDC_CONSTANT_MACROS __STDC_FORMAT_MACROS __STDC_LIMIT_MACROS
                                                     _GNU_SOURCE)
endif()
