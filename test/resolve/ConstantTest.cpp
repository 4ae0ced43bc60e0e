#include "resolve/Constant.h"
#include "Models.h"

#include <gtest/gtest.h>

#include <limits>

namespace rpcgen::test {
namespace {

constexpr std::int64_t Lowest = std::numeric_limits<std::int64_t>::min();
constexpr std::int64_t Highest = std::numeric_limits<std::int64_t>::max();

Expression compound(Expression::Kind K, std::string Operator,
                    std::vector<Expression> Operands) {
  Expression E;
  E.K = K;
  E.Operator = std::move(Operator);
  E.Operands = std::move(Operands);
  return E;
}

std::optional<std::int64_t> binary(std::int64_t L, std::string Operator,
                                   std::int64_t R) {
  return evaluate(compound(Expression::Kind::Binary, std::move(Operator),
                           {literal(L), literal(R)}));
}

std::optional<std::int64_t> unary(std::string Operator, std::int64_t V) {
  return evaluate(
      compound(Expression::Kind::Unary, std::move(Operator), {literal(V)}));
}

TEST(Constant, Operators) {
  EXPECT_EQ(binary(7, "+", 3), 10);
  EXPECT_EQ(binary(7, "-", 30), -23);
  EXPECT_EQ(binary(7, "*", -3), -21);
  EXPECT_EQ(binary(7, "/", 2), 3);
  EXPECT_EQ(binary(-7, "%", 2), -1);
  EXPECT_EQ(binary(1, "<<", 4), 16);
  EXPECT_EQ(binary(-16, ">>", 2), -4);
  EXPECT_EQ(binary(6, "&", 3), 2);
  EXPECT_EQ(binary(6, "|", 3), 7);
  EXPECT_EQ(binary(6, "^", 3), 5);
  EXPECT_EQ(binary(6, "&&", 0), 0);
  EXPECT_EQ(binary(6, "||", 0), 1);
  EXPECT_EQ(binary(6, "==", 6), 1);
  EXPECT_EQ(binary(6, "!=", 6), 0);
  EXPECT_EQ(binary(6, "<", 6), 0);
  EXPECT_EQ(binary(6, "<=", 6), 1);
  EXPECT_EQ(binary(6, ">", 5), 1);
  EXPECT_EQ(binary(5, ">=", 6), 0);
  EXPECT_EQ(unary("-", 5), -5);
  EXPECT_EQ(unary("+", 5), 5);
  EXPECT_EQ(unary("~", 5), -6);
  EXPECT_EQ(unary("!", 5), 0);
}

TEST(Constant, WhatHasNoValue) {
  EXPECT_FALSE(binary(1, "/", 0));
  EXPECT_FALSE(binary(1, "%", 0));
  EXPECT_FALSE(binary(Lowest, "/", -1));
  EXPECT_FALSE(binary(Highest, "+", 1));
  EXPECT_FALSE(binary(Lowest, "-", 1));
  EXPECT_FALSE(binary(Highest, "*", 2));
  EXPECT_FALSE(binary(1, "<<", 64));
  EXPECT_FALSE(binary(1, ">>", -1));
  EXPECT_FALSE(unary("-", Lowest));
  EXPECT_FALSE(evaluate(operand("n")));
  EXPECT_FALSE(evaluate(
      compound(Expression::Kind::Binary, "+", {operand("n"), literal(1)})));
}

TEST(Constant, ConditionalTakesOneSide) {
  auto Choose = [](std::int64_t Condition) {
    return evaluate(compound(Expression::Kind::Conditional, "?:",
                             {literal(Condition), literal(4), operand("n")}));
  };
  EXPECT_EQ(Choose(1), 4);
  EXPECT_FALSE(Choose(0));
}

TEST(Constant, ArgumentsThatAreNotThere) {
  Attribute A = attributeOf(Attribute::SizeIs, {std::nullopt, literal(3)});
  EXPECT_FALSE(constantArgument(A, 0));
  EXPECT_EQ(constantArgument(A, 1), 3);
  EXPECT_FALSE(constantArgument(A, 2));
}

} // namespace
} // namespace rpcgen::test
