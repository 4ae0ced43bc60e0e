#include "emit/Printer.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rpcgen {
namespace {

TEST(Printer, ReplacesPlaceholders) {
  EXPECT_EQ(print("int $name$ = $value$;", {{"name", "a"}, {"value", "1"}}),
            "int a = 1;");
}

TEST(Printer, LeavesOutTheFirstLineBreak) {
  EXPECT_EQ(print("\na\n", {}), "a\n");
}

TEST(Printer, IndentsEveryLineOfAValue) {
  EXPECT_EQ(print("{\n  $body$\n}\n", {{"body", "a;\n  b;\n\nc;\n"}}),
            "{\n  a;\n    b;\n\n  c;\n}\n");
}

TEST(Printer, IndentsALaterLineByItsFirst) {
  EXPECT_EQ(print("  f($list$);\n", {{"list", "\n    a,\n    b"}}),
            "  f(\n      a,\n      b);\n");
}

TEST(Printer, DropsLinesOfNothing) {
  EXPECT_EQ(print("a\n  $none$\nb\n", {{"none", ""}}), "a\nb\n");
  EXPECT_EQ(print("a\n\nb$none$\n", {{"none", ""}}), "a\n\nb\n");
}

TEST(Printer, DoesNotReadValuesAsTemplates) {
  EXPECT_EQ(print("$a$", {{"a", "$b$"}}), "$b$");
}

TEST(Printer, RejectsWrongTemplates) {
  EXPECT_THROW(print("$a$", {{"b", ""}}), std::logic_error);
  EXPECT_THROW(print("$a", {{"a", ""}}), std::logic_error);
}

TEST(Printer, BreaksLongLists) {
  EXPECT_EQ(list({}), "");
  EXPECT_EQ(list({"a", "b"}), "a, b");
  std::string Long(33, 'x');
  EXPECT_EQ(list({Long, Long}), "\n    " + Long + ",\n    " + Long);
}

} // namespace
} // namespace rpcgen
