#include "emit/Decoders.h"

#include "emit/Definitions.h"
#include "emit/Detach.h"

#include "Models.h"

#include <gtest/gtest.h>

#include <stdexcept>

using namespace rpcgen;
using namespace rpcgen::test;

namespace {

Type bits(Type::Kind K, unsigned Bits, bool Signed = false) {
  Type T = named(K, "const ::whatever::t", 0);
  T.Bits = Bits;
  T.Signed = Signed;
  return T;
}

/// An interface whose types have names that no definition could have.
Model hidden() {
  Model M;
  Enumeration E;
  E.Spelling = "::(anonymous namespace)::colour";
  E.Enumerators = {{"red", 1, {}}, {"crimson", 1, {}}, {"blue", -2, {}}};
  E.Signed = true;
  M.Enumerations = {E};

  Structure S;
  S.Spelling = "::list<int>::node";
  S.Fields = {field(bits(Type::Kind::Integer, 16, true), "value"),
              field(named(Type::Kind::Enumeration, "", 0), "hue"),
              field(array(4, bits(Type::Kind::Float, 64)), "sizes"),
              field(unique(named(Type::Kind::Structure, "", 0)), "next")};
  M.Structures = {S};

  M.Interfaces = {interface(
      "::a::b",
      {operation(3, Type(), "f",
                 {parameter(In, unique(named(Type::Kind::Structure, "", 0)),
                            "list")})})};
  return M;
}

TEST(Definitions, HaveNamesOfTheirOwn) {
  const Model M = detach(hidden());
  EXPECT_EQ(
      printDefinitions(
          M, {{0}, {{Type::Kind::Enumeration, 0}, {Type::Kind::Structure, 0}}}),
      R"(namespace described {

enum class enumeration_0 : ::std::int32_t {};
struct structure_0;

struct structure_0 {
  ::std::int16_t value;
  ::described::enumeration_0 hue;
  double sizes[4];
  ::described::structure_0* next;
};

namespace interface_0 {
void f(::described::structure_0* list);
}  // namespace interface_0

}  // namespace described

template <>
struct rpc::ndr::enumerators<::described::enumeration_0> {
  static const char* name([[maybe_unused]] std::int64_t value) {
    if (value == 1) return "red";
    if (value == -2) return "blue";
    return nullptr;
  }
};
)");
}

Type library(StandardClass Class, std::vector<Type> Element = {}) {
  Type T = named(Type::Kind::Standard, "const ::text", 0);
  T.Library = Class;
  T.Element = std::move(Element);
  T.Bits = T.Element.empty() ? 16 : 0;
  return T;
}

TEST(Definitions, WhatDependsOnTheMachineIsWideEnough) {
  Model M = hidden();
  Type Wide = bits(Type::Kind::Integer, 64, true);
  Wide.Int3264 = true;
  Type Ignored = unique(Type());
  Ignored.Ignored = true;
  M.Structures[0].Fields = {field(Wide, "size"), field(Ignored, "cache")};
  EXPECT_NE(
      printDefinitions(detach(M), {{}, {{Type::Kind::Structure, 0}}}).find(R"(
struct structure_0 {
  ::std::int64_t size;
  void* cache;
};
)"),
      std::string::npos);
}

TEST(Definitions, KnowTheStandardLibrary) {
  Model M = hidden();
  Structure Holder;
  Holder.Fields = {
      field(library(StandardClass::String), "text"),
      field(library(StandardClass::Vector, {bits(Type::Kind::Integer, 8)}),
            "octets"),
      field(library(StandardClass::Optional,
                    {named(Type::Kind::Structure, "", 0)}),
            "node"),
      field(library(StandardClass::SharedPointer,
                    {named(Type::Kind::Structure, "", 0)}),
            "shared")};
  M.Structures.push_back(Holder);
  M = detach(M);
  // What is held by value comes first, whatever was selected first.
  const std::string Text = printDefinitions(
      M, {{}, {{Type::Kind::Structure, 1}, {Type::Kind::Structure, 0}}});
  EXPECT_NE(Text.find(R"(
struct structure_1 {
  ::std::basic_string<char16_t> text;
  ::std::vector<::std::uint8_t> octets;
  ::std::optional<::described::structure_0> node;
  ::std::shared_ptr<::described::structure_0> shared;
};
)"),
            std::string::npos)
      << Text;
  EXPECT_LT(Text.find("struct structure_0 {"),
            Text.find("struct structure_1 {"));
}

TEST(Definitions, KnowPipes) {
  Model M = hidden();
  M.Interfaces[0].Operations[0].Parameters = {
      parameter(In, ref(pipe(named(Type::Kind::Structure, "", 0))), "nodes"),
      parameter(In, ref(pipe(array(4, bits(Type::Kind::Integer, 8)))), "rows")};
  EXPECT_NE(printDefinitions(detach(M), {{0}, {}})
                .find("void f(\n"
                      "    ::rpc::pipe<::described::structure_0>* nodes,\n"
                      "    ::rpc::pipe<::std::uint8_t[4]>* rows);"),
            std::string::npos);
}

TEST(Decoders, AreListedForEveryInterface) {
  const std::string Text = emitDecoders(hidden());
  EXPECT_NE(Text.find("constexpr ::rpc::ndr::interface_decoder all[] = {\n"
                      "    ::rpc::ndr::decoder_of<::described::interface_0::"
                      "service>(),\n};"),
            std::string::npos);
  EXPECT_EQ(Text.find("list<int>"), std::string::npos);
  EXPECT_EQ(Text.find("anonymous"), std::string::npos);
}

/// What detach() says to a model that Change has damaged.
template <class Change> std::string complaint(Change Damage) {
  Model M = hidden();
  Damage(M);
  try {
    detach(M);
  } catch (const std::runtime_error &Error) {
    return Error.what();
  }
  return "";
}

TEST(Detach, LetsNoCodeThrough) {
  constexpr const char *NoName =
      "the description is damaged: 'x; int y' is not a valid name";
  EXPECT_EQ(complaint([](Model &) {}), "");
  EXPECT_EQ(complaint([](Model &M) { M.Interfaces[0].Name = "x; int y"; }),
            NoName);
  EXPECT_EQ(complaint([](Model &M) {
              M.Interfaces[0].Operations[0].Name = "x; int y";
            }),
            NoName);
  EXPECT_EQ(complaint([](Model &M) {
              M.Interfaces[0].Operations[0].Parameters[0].Name = "x; int y";
            }),
            NoName);
  EXPECT_EQ(
      complaint([](Model &M) { M.Structures[0].Fields[0].Name = "x; int y"; }),
      NoName);
  EXPECT_EQ(complaint([](Model &M) {
              M.Enumerations[0].Enumerators[0].Name = "x; int y";
            }),
            NoName);
  EXPECT_EQ(complaint([](Model &M) {
              M.Structures[0].Fields[2].T =
                  sized(operand("x; int y"), bits(Type::Kind::Integer, 8));
            }),
            NoName);
  EXPECT_EQ(complaint([](Model &M) {
              M.Structures[0].Fields[2].T =
                  sized(binary(literal(1), ", x,", literal(2)), Type());
            }),
            "the description is damaged: ', x,' is not an operator");
}

TEST(Detach, RefusesWhatPointsNowhere) {
  auto Field = [](Model &M) -> Type & { return M.Structures[0].Fields[0].T; };
  EXPECT_EQ(
      complaint([&](Model &M) { Field(M) = named(Type::Kind::Union, "", 0); }),
      "the description is damaged: a type is not defined");
  EXPECT_EQ(complaint([&](Model &M) {
              Field(M) = named(Type::Kind::Structure, "", 1);
            }),
            "the description is damaged: a type is not defined");
  EXPECT_EQ(complaint([&](Model &M) { Field(M).K = Type::Kind::Pointer; }),
            "the description is damaged: a type has the wrong number of "
            "elements");
  EXPECT_EQ(complaint([&](Model &M) { Field(M).K = Type::Kind::Pipe; }),
            "the description is damaged: a type has the wrong number of "
            "elements");
  EXPECT_EQ(complaint([&](Model &M) { Field(M).Bits = 24; }),
            "the description is damaged: no number has 24 bits");
  EXPECT_EQ(complaint([&](Model &M) {
              Field(M) = sized(unary("-", literal(1)), Type());
              Field(M).Size->Operands.clear();
            }),
            "the description is damaged: an operand is missing");
  EXPECT_EQ(
      complaint([&](Model &M) { Field(M).K = Type::Kind::Untransmissible; }),
      "the description is damaged: a type cannot travel");
}

} // namespace
