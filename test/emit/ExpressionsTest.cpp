#include "emit/Expressions.h"
#include "Models.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace rpcgen::test {
namespace {

std::string inLayout(const Expression &E) {
  return printExpression(E, {.Ndr = "", .Self = "type"});
}

TEST(Expressions, Operands) {
  EXPECT_EQ(inLayout(operand("count")), "checked(self.count)");
  EXPECT_EQ(inLayout(operand("count", 1)), "pointee(self.count)");
  EXPECT_EQ(inLayout(operand("count", 2)), "pointee(self.count)");
}

TEST(Expressions, ParametersByReferenceAreBehindAPointer) {
  std::vector<Parameter> Parameters = {
      parameter(In, ref(integer("::std::int32_t")), "n"),
      parameter(In, integer("::std::int32_t"), "m")};
  Parameters[0].T.FromReference = true;
  Scope S{.Ndr = "ndr::", .Self = "call", .Parameters = &Parameters};
  EXPECT_EQ(printExpression(operand("n"), S), "ndr::pointee(self.n)");
  EXPECT_EQ(printExpression(operand("m"), S), "ndr::checked(self.m)");
}

TEST(Expressions, LiteralsStayBareBesideOperands) {
  EXPECT_EQ(inLayout(binary(operand("n"), "+", literal(1))),
            "checked(self.n) + 1");
  EXPECT_EQ(inLayout(binary(literal(64), "/", operand("n"))),
            "64 / checked(self.n)");
  EXPECT_EQ(inLayout(binary(operand("n"), "-", literal(-1))),
            "checked(self.n) - -1");
}

TEST(Expressions, ConstantsAreComputedInChecked) {
  EXPECT_EQ(inLayout(literal(4)), "checked(4)");
  EXPECT_EQ(inLayout(literal(INT64_MIN)),
            "checked((-9223372036854775807 - 1))");
  EXPECT_EQ(inLayout(binary(literal(4), "/", literal(0))), "checked(4) / 0");
  EXPECT_EQ(
      inLayout(binary(operand("n"), "*", binary(literal(2), "<<", literal(3)))),
      "checked(self.n) * (checked(2) << 3)");
  EXPECT_EQ(inLayout(unary("-", literal(4))), "-checked(4)");
}

TEST(Expressions, Nesting) {
  Expression Half =
      binary(binary(operand("n"), "+", literal(1)), "/", literal(2));
  EXPECT_EQ(inLayout(Half), "(checked(self.n) + 1) / 2");
  EXPECT_EQ(inLayout(unary("~", Half)), "~((checked(self.n) + 1) / 2)");
  EXPECT_EQ(inLayout(unary("-", unary("-", operand("n")))),
            "-(-checked(self.n))");
}

TEST(Expressions, Conditionals) {
  EXPECT_EQ(inLayout(conditional(binary(operand("n"), ">", literal(8)),
                                 operand("n"), literal(8))),
            "choose(checked(self.n) > 8, checked(self.n), 8)");
  EXPECT_EQ(inLayout(conditional(literal(1), literal(2), literal(3))),
            "choose(checked(1), 2, 3)");
  EXPECT_EQ(inLayout(binary(conditional(operand("n"), literal(2), literal(3)),
                            "*", literal(2))),
            "choose(checked(self.n), 2, 3) * 2");
}

} // namespace
} // namespace rpcgen::test
