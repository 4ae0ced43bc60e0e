#include "emit/Declare.h"
#include "Models.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

Type reference(Type To) {
  Type T = ref(std::move(To));
  T.FromReference = true;
  return T;
}

TEST(Declare, Scalars) {
  EXPECT_EQ(declare(integer("::std::int32_t"), "n"), "::std::int32_t n");
  EXPECT_EQ(declare(integer("::std::int32_t"), ""), "::std::int32_t");
  EXPECT_EQ(declare(Type(), "f()"), "void f()");
}

TEST(Declare, LeavesOutOutermostConst) {
  EXPECT_EQ(declare(integer("const ::std::int32_t"), "n"), "::std::int32_t n");
  Type P = unique(character("const char"));
  P.Const = true;
  EXPECT_EQ(declare(P, "s"), "const char* s");
}

TEST(Declare, Pointers) {
  Type Inner = unique(character("const char"));
  Inner.Const = true;
  EXPECT_EQ(declare(ref(Inner), "s"), "const char* const* s");
  EXPECT_EQ(declare(ref(unique(unique(character()))), ""), "char***");
}

TEST(Declare, PointersToElements) {
  Type Element = integer("::std::uint8_t");
  EXPECT_EQ(declare(ref(sized(operand("n"), Element)), "a"),
            "::std::uint8_t* a");
  EXPECT_EQ(declare(ref(unique(string(character()))), "s"), "char** s");
  EXPECT_EQ(declare(ref(sized(operand("n"), array(3, Element))), "a"),
            "::std::uint8_t (*a)[3]");
}

TEST(Declare, ArrayParametersArePointers) {
  Type Row = array(3, integer("::std::int32_t"));
  Type Line = ref(Row), Table = ref(array(2, Row));
  Line.FromArray = Table.FromArray = true;
  EXPECT_EQ(declare(Line, "a"), "::std::int32_t* a");
  EXPECT_EQ(declare(Table, "a"), "::std::int32_t (*a)[3]");
}

TEST(Declare, PointersToArrays) {
  Type Row = array(3, integer("::std::int32_t"));
  EXPECT_EQ(declare(ref(Row), "a"), "::std::int32_t (*a)[3]");
  EXPECT_EQ(declare(ref(array(2, Row)), "a"), "::std::int32_t (*a)[2][3]");
  EXPECT_EQ(declare(ref(unique(Row)), "a"), "::std::int32_t (**a)[3]");
}

TEST(Declare, ReferenceParameters) {
  Parameter P = parameter(In, reference(integer("::std::int32_t")), "n");
  EXPECT_EQ(declareParameter(P), "::std::int32_t& n");
  EXPECT_EQ(declareMember(P), "::std::int32_t* n");

  P.T = reference(integer("const ::std::int32_t"));
  EXPECT_EQ(declareParameter(P), "const ::std::int32_t& n");
  EXPECT_EQ(declareMember(P), "const ::std::int32_t* n");

  P.T = reference(array(4, character()));
  EXPECT_EQ(declareParameter(P), "char (&n)[4]");
  EXPECT_EQ(declareMember(P), "char (*n)[4]");
}

TEST(Declare, ReseatableParameters) {
  Parameter P = parameter(InOut, ref(integer("::std::int32_t")), "n");
  P.T.Reseatable = true;
  EXPECT_EQ(declareParameter(P), "::std::int32_t*& n");
  EXPECT_EQ(declareMember(P), "::std::int32_t** n");

  P.T = ref(sized(operand("count"), character()));
  P.T.Reseatable = true;
  EXPECT_EQ(declareParameter(P), "char*& n");
}

} // namespace
} // namespace rpcgen::test
