# rpc_add_gtest(NAME SOURCES...): a GoogleTest program, bin/tests/NAME_test.
# Link what it tests with target_link_libraries(NAME_test ...).
if(RPCGEN_SANITIZE STREQUAL memory)
  # Everything has to be instrumented, GoogleTest as well.
  set(folder /usr/src/googletest/googletest)
  add_library(instrumented_gtest STATIC ${folder}/src/gtest-all.cc ${folder}/src/gtest_main.cc
                                        ${PROJECT_SOURCE_DIR}/test/msan/standard_library.cpp)
  target_include_directories(instrumented_gtest PRIVATE ${folder})
  target_compile_options(instrumented_gtest PRIVATE -w)
  foreach(function __cxa_begin_catch _ZNSt8ios_baseC2Ev _ZNSt6localeC1Ev
                   _ZSt29_Rb_tree_insert_and_rebalancebPSt18_Rb_tree_node_baseS0_RS_
                   _ZNSt8__detail15_List_node_base7_M_hookEPS0_)
    target_link_options(instrumented_gtest INTERFACE LINKER:--wrap=${function})
  endforeach()
  target_link_options(instrumented_gtest INTERFACE LINKER:--version-script=${PROJECT_SOURCE_DIR}/test/msan/own_templates.map)
  add_library(GTest::gtest_main ALIAS instrumented_gtest)
else()
  find_package(GTest REQUIRED)
endif()

function(rpc_add_gtest name)
  add_executable(${name}_test ${ARGN})
  target_link_libraries(${name}_test PRIVATE GTest::gtest_main)
  if(RPCGEN_SANITIZE STREQUAL thread)
    target_sources(${name}_test PRIVATE ${PROJECT_SOURCE_DIR}/test/tsan/suppressions.cpp)
  endif()
  set(level -O1)  # compiled more often than run
  if(RPCGEN_SANITIZE)
    set(level -O0)  # what sanitizers add takes longer to optimise than all the rest
  endif()
  target_compile_options(${name}_test PRIVATE ${level})
  set_target_properties(${name}_test PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin/tests)
  add_test(NAME ${name} COMMAND ${name}_test)
endfunction()
