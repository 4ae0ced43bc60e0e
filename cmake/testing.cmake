# rpc_add_gtest(NAME SOURCES...): a GoogleTest program, bin/tests/NAME_test.
# Link what it tests with target_link_libraries(NAME_test ...).
find_package(GTest REQUIRED)

function(rpc_add_gtest name)
  add_executable(${name}_test ${ARGN})
  target_link_libraries(${name}_test PRIVATE GTest::gtest_main)
  set(level -O1)  # compiled more often than run
  if(RPCGEN_SANITIZE)
    set(level -O0)  # what sanitizers add takes longer to optimise than all the rest
  endif()
  target_compile_options(${name}_test PRIVATE ${level})
  set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin/tests)
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
