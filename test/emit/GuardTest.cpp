#include "emit/Guard.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

std::string guarded(std::string_view Spelling) {
  return printGuarded("LAYOUT", Spelling, "text\n");
}

TEST(Guard, AroundTheText) {
  EXPECT_EQ(guarded("::echo::node"), R"(#ifndef RPC_LAYOUT_echo_node
#define RPC_LAYOUT_echo_node
text
#endif
)");
}

TEST(Guard, DifferentNamesHaveDifferentOnes) {
  EXPECT_NE(guarded("::a::b_c"), guarded("::a_b::c"));
  EXPECT_NE(guarded("::a_::b"), guarded("::a::_b"));
  EXPECT_NE(guarded("::a::b_c"), guarded("::a::b::c"));
  EXPECT_NE(guarded("::a<::b>"), guarded("::a<::b*>"));
  EXPECT_NE(guarded("::a<::b, ::c>"), guarded("::a<::b<::c>>"));
  EXPECT_NE(guarded("::a"), guarded("decltype(::a)"));
}

TEST(Guard, OneForEachWayToNameATypeBesideAFunction) {
  EXPECT_EQ(guarded("struct ::echo::node"), guarded("::echo::node"));
}

TEST(Guard, NamesOutsideOfAscii) {
  EXPECT_NE(guarded("::\xc3\xa4"), guarded("::\xc3\xb6"));
}

} // namespace
} // namespace rpcgen::test
