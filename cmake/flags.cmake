# Warnings and sanitizers for everything that is built here.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow)

if(RPCGEN_SANITIZE)
  add_compile_options(-fsanitize=${RPCGEN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      -gline-tables-only)
  # To look at an object UBSan's vptr takes a descriptor, and tests use up all there are.
  add_compile_options(-fno-sanitize=vptr)
  add_link_options(-fsanitize=${RPCGEN_SANITIZE})
  if(RPCGEN_SANITIZE STREQUAL memory)
    # What libstdc++ does is not seen (test/msan).
    add_compile_options(-fno-sanitize-memory-use-after-dtor "SHELL:-mllvm -msan-poison-stack=0"
                        "SHELL:-include ${PROJECT_SOURCE_DIR}/test/msan/standard_library.h")
  endif()
endif()
