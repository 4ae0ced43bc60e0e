# Warnings and sanitizers for everything that is built here.

add_compile_options(-Wall -Wextra -Wpedantic -Wshadow)


if(RPCGEN_SANITIZE)
  add_compile_options(-fsanitize=${RPCGEN_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer
                      -gline-tables-only)
  add_link_options(-fsanitize=${RPCGEN_SANITIZE})
endif()
