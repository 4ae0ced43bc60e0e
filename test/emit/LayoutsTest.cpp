#include "emit/Layouts.h"
#include "Models.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

constexpr auto Enum = Type::Kind::Enumeration;
constexpr auto Struct = Type::Kind::Structure;
constexpr auto UnionKind = Type::Kind::Union;

TEST(Layouts, NothingForNothing) {
  EXPECT_EQ(printLayouts(wire::Forms(Model()), Selection()), "");
}

std::string layoutOf(const Enumeration &E) {
  Model M;
  M.Enumerations = {E};
  return printLayouts(wire::Forms(M), {{}, {{Enum, 0}}});
}

Enumeration enumeration(std::vector<std::int64_t> Values) {
  Enumeration E;
  E.Spelling = "::x::colour";
  for (std::int64_t V : Values)
    E.Enumerators.push_back({"", V, {}});
  return E;
}

TEST(Layouts, EnumerationsWithAnUnderlyingType) {
  Enumeration E = enumeration({1, 2});
  E.FixedUnderlying = true;
  EXPECT_EQ(layoutOf(E), R"(namespace rpc::ndr {

#ifndef RPC_LAYOUT_x_colour
#define RPC_LAYOUT_x_colour
template <>
struct layout<::x::colour> {
  using wire = enum16<>;
};
#endif

}  // namespace rpc::ndr
)");
  E.V1 = true;
  EXPECT_NE(layoutOf(E).find("using wire = enum32<>;"), std::string::npos);
}

TEST(Layouts, EnumerationsHaveTheValuesThatFitTheirBits) {
  auto Expect = [](std::vector<std::int64_t> Values, std::string Wire) {
    std::string Text = layoutOf(enumeration(Values));
    EXPECT_NE(Text.find("using wire = " + Wire + ";"), std::string::npos)
        << "expected " << Wire << " in\n"
        << Text;
  };
  Expect({}, "enum16<0, 1>");
  Expect({0, 1}, "enum16<0, 1>");
  Expect({0, 1, 2}, "enum16<0, 3>");
  Expect({4}, "enum16<0, 7>");
  Expect({0x7fff}, "enum16<0, 32767>");
  Expect({0x7fffffff}, "enum16<0, 2147483647>");
  Expect({0xffffffff}, "enum16<0, 4294967295>");
  Expect({-1}, "enum16<-1, 0>");
  Expect({-2}, "enum16<-2, 1>");
  Expect({-3, 1}, "enum16<-4, 3>");
  Expect({-4, 4}, "enum16<-8, 7>");
  Expect({5, -2147483648}, "enum16<-2147483648, 2147483647>");
}

TEST(Layouts, StructuresOfEveryShape) {
  Type Byte = integer("::std::uint8_t");
  Type Percent = Byte;
  Percent.Range = {0, 100};
  Type Choice = named(UnionKind, "::u", 0);
  Choice.Discriminant = operand("count");
  Type Buffer = string(character("char16_t"));
  Buffer.Size = binary(operand("count"), "/", literal(2));
  Type Name = string(character());
  Name.Extent = 16;

  Model M;
  M.Structures = {structure(
      "decltype(::outer::member)",
      {field(integer("::std::uint32_t"), "count"), field(Percent, "percent"),
       field(array(4, array(2, Byte)), "bytes"),
       field(array(3, unique(string(character("const char")))), "names"),
       field(Name, "name"), field(unique(Buffer), "buffer"),
       field(Choice, "choice"),
       field(ref(sized(operand("count"), unique(sized(literal(2), Byte)))),
             "rows"),
       field(unique(array(2, Byte)), "pair"),
       field(sized(operand("count"), Byte), "tail")})};
  M.Structures[0].NaturalLayout = false;
  EXPECT_EQ(printLayouts(wire::Forms(M), {{}, {{Struct, 0}}}),
            R"(namespace rpc::ndr {

#ifndef RPC_LAYOUT_outer_member_129
#define RPC_LAYOUT_outer_member_129
template <>
struct layout<decltype(::outer::member)> {
  using type = decltype(::outer::member);
  static constexpr bool natural_layout = false;
  static checked buffer_size(const type& self) { return checked(self.count) / 2; }
  static checked choice_tag(const type& self) { return checked(self.count); }
  static checked rows_size(const type& self) { return checked(self.count); }
  static checked rows_size_2(const type&) { return checked(2); }
  static checked tail_size(const type& self) { return checked(self.count); }
  using members = fields<
      field<"count", &type::count>,
      field<"percent", &type::percent, range<0, 100>>,
      field<"bytes", &type::bytes>,
      field<"names", &type::names, fixed<3, unique<string>>>,
      field<"name", &type::name, string>,
      field<"buffer", &type::buffer, unique<sized_string<&buffer_size>>>,
      field<"choice", &type::choice, switched<&choice_tag>>,
      field<"rows", &type::rows, ref<conformant<&rows_size, unique<conformant<&rows_size_2>>>>>,
      field<"pair", &type::pair, unique<>>,
      field<"tail", &type::tail, conformant<&tail_size>>>;
};
#endif

}  // namespace rpc::ndr
)");
}

TEST(Layouts, EncapsulatedUnions) {
  Type Choice = named(UnionKind, "::u", 0);
  Choice.Discriminant = operand("level");
  Model M;
  M.Structures = {
      structure("::s", {field(integer("int"), "level"), field(Choice, "u")})};
  M.Structures[0].Encapsulated = true;
  EXPECT_EQ(printLayouts(wire::Forms(M), {{}, {{Struct, 0}}}),
            R"(namespace rpc::ndr {

#ifndef RPC_LAYOUT_s
#define RPC_LAYOUT_s
template <>
struct layout<::s> {
  using type = ::s;
  static constexpr bool encapsulated = true;
  static checked u_tag(const type& self) { return checked(self.level); }
  using members = fields<
      field<"level", &type::level>,
      field<"u", &type::u, switched<&u_tag>>>;
};
#endif

}  // namespace rpc::ndr
)");
}

TEST(Layouts, ClassesOfTheStandardLibrary) {
  Type Text = standard(StandardClass::String, "::std::string", {},
                       PointerClass::Unique);
  Type Three =
      standard(StandardClass::Array, "::std::array<int, 3>", {integer("int")});
  Three.Extent = 3;
  Type Presented = named(Type::Kind::Presented, "::time", 0);
  Presented.Element = {Text};
  Presented.Element[0].Spelling = "::wire";
  Type Words = Three;
  Words.Element = {Text};
  Model M;
  M.Structures = {structure(
      "::s",
      {field(Text, "text"),
       field(standard(StandardClass::Vector, "::std::vector<::std::string>",
                      {Text}, PointerClass::Ref),
             "list"),
       field(Three, "three"), field(Words, "words"),
       field(standard(StandardClass::Optional, "::std::optional<...>", {Text}),
             "maybe"),
       field(standard(StandardClass::UniquePointer, "::std::unique_ptr<int>",
                      {integer("int")}),
             "owned"),
       field(standard(StandardClass::SharedPointer,
                      "::std::shared_ptr<::std::string>", {Text}),
             "shared"),
       field(standard(StandardClass::Variant, "::std::variant<...>",
                      {Type(), Text, integer("int")}),
             "one"),
       field(Presented, "time")})};
  EXPECT_NE(printLayouts(wire::Forms(M), {{}, {{Struct, 0}}}).find(R"(
      field<"text", &type::text, unique<string>>,
      field<"list", &type::list, ref<counted<unique<string>>>>,
      field<"three", &type::three>,
      field<"words", &type::words, fixed<3, unique<string>>>,
      field<"maybe", &type::maybe, unique<string>>,
      field<"owned", &type::owned, unique<>>,
      field<"shared", &type::shared, full<string>>,
      field<"one", &type::one, alternatives<plain, unique<string>, plain>>,
      field<"time", &type::time, presented<::wire, unique<string>>>>;)"),
            std::string::npos);
}

TEST(Layouts, ArraysOfWhichAPartTravels) {
  auto Part = [](Type Array, std::string Length) {
    Array.Length = operand(std::move(Length));
    return Array;
  };
  Type Byte = integer("::std::uint8_t");
  Type Window = Part(array(4, unique(Byte)), "used");
  Type From = Part(sized(operand("n"), Byte), "used");
  From.First = operand("from");
  Type Bounded = Part(sized(operand("n"), Byte), "used");
  Bounded.Range = {1, 9};
  Bounded.Unchecked = true;
  Type Name = string(character());
  Name.Range = {1, 20};
  Model M;
  M.Structures = {structure(
      "::s", {field(Window, "window"), field(unique(From), "from"),
              field(unique(array(2, unique(Byte))), "pair"),
              field(unique(Part(array(2, Byte), "used")), "half"),
              field(unique(Name), "name"), field(unique(Bounded), "bounded"),
              field(Part(sized(operand("n"), Byte), "used"), "tail")})};
  std::string Text = printLayouts(wire::Forms(M), {{}, {{Struct, 0}}});
  EXPECT_NE(Text.find(R"(
      field<"window", &type::window, varying<4, &window_length, nullptr, unique<>>>,
      field<"from", &type::from, unique<conformant_varying<&from_size, &from_length, &from_first>>>,
      field<"pair", &type::pair, unique<fixed<1, fixed<2, unique<>>>>>,
      field<"half", &type::half, unique<fixed<1, varying<2, &half_length>>>>,
      field<"name", &type::name, unique<bounded<1, 20, string>>>,
      field<"bounded", &type::bounded, unique<disable_consistency_check<bounded<1, 9, conformant_varying<&bounded_size, &bounded_length>>>>>,
      field<"tail", &type::tail, conformant_varying<&tail_size, &tail_length>>>;
)"),
            std::string::npos)
      << Text;
}

TEST(Layouts, WhatDependsOnTheMachine) {
  Type Wide = integer("::std::size_t");
  Wide.Int3264 = true;
  Type Ignored = unique(Type());
  Ignored.Ignored = true;
  Model M;
  M.Structures = {
      structure("::s", {field(Wide, "size"), field(array(2, Wide), "pair"),
                        field(unique(sized(operand("n"), Wide)), "more"),
                        field(Ignored, "cache")})};
  std::string Text = printLayouts(wire::Forms(M), {{}, {{Struct, 0}}});
  EXPECT_NE(Text.find(R"(
      field<"size", &type::size, int3264>,
      field<"pair", &type::pair, fixed<2, int3264>>,
      field<"more", &type::more, unique<conformant<&more_size, int3264>>>,
      field<"cache", &type::cache, ignored>>;
)"),
            std::string::npos)
      << Text;
}

TEST(Layouts, PointersWithAnAllocationOfTheirOwn) {
  auto Allocated = [](Allocation How, Type Pointer) {
    Pointer.Allocated = How;
    return Pointer;
  };
  Type Byte = integer("::std::uint8_t");
  Model M;
  M.Structures = {structure(
      "::s",
      {field(Allocated(Allocation::Separate, unique(sized(operand("n"), Byte))),
             "data"),
       field(Allocated(Allocation::Together, ref(Byte)), "all"),
       field(Allocated(Allocation::Kept, pointer(PointerClass::Full, Byte)),
             "kept")})};
  std::string Text = printLayouts(wire::Forms(M), {{}, {{Struct, 0}}});
  EXPECT_NE(Text.find(R"(
      field<"data", &type::data, unique<allocated<allocation::separate, conformant<&data_size>>>>,
      field<"all", &type::all, ref<allocated<allocation::together>>>,
      field<"kept", &type::kept, full<allocated<allocation::kept>>>>;
)"),
            std::string::npos)
      << Text;
}

TEST(Layouts, LongExpressionsHaveALineOfTheirOwn) {
  Expression Long = operand("a_member_with_a_long_name");
  Model M;
  M.Structures = {structure(
      "::s", {field(sized(binary(Long, "*", Long), integer("int")), "tail")})};
  std::string Text = printLayouts(wire::Forms(M), {{}, {{Struct, 0}}});
  EXPECT_NE(Text.find(R"(
  static checked tail_size(const type& self) {
    return checked(self.a_member_with_a_long_name) * checked(self.a_member_with_a_long_name);
  }
  using members)"),
            std::string::npos)
      << Text;
}

Arm arm(Type T, std::string Name, std::vector<std::int64_t> Cases) {
  Arm A;
  A.F = field(std::move(T), std::move(Name));
  A.Cases = std::move(Cases);
  A.Default = A.Cases.empty();
  return A;
}

TEST(Layouts, Unions) {
  Type None = named(Struct, "::rpc::none", 0);
  Model M;
  M.Enumerations.resize(1);
  M.Unions.resize(2);
  M.Unions[0].Spelling = "::u";
  M.Unions[0].Tag = named(Enum, "const ::level", 0);
  M.Unions[0].MsUnion = true;
  M.Unions[0].Arms = {arm(integer("::std::int32_t"), "a", {-1, 2}),
                      arm(None, "nothing", {0}),
                      arm(unique(string(character())), "text", {})};
  M.Unions[0].Arms[1].Empty = true;
  M.Unions[1].Spelling = "::v";
  M.Unions[1].Tag = integer("::std::uint16_t");
  M.Unions[1].Arms = {arm(None, "nothing", {}),
                      arm(integer("::std::int32_t"), "a", {1})};
  M.Unions[1].Arms[0].Empty = true;
  EXPECT_EQ(
      printLayouts(wire::Forms(M), {{}, {{UnionKind, 0}, {UnionKind, 1}}}),
      R"(namespace rpc::ndr {

#ifndef RPC_LAYOUT_u
#define RPC_LAYOUT_u
template <>
struct layout<::u> {
  using type = ::u;
  using tag = ::level;
  static constexpr bool ms_union = true;
  using arms = ndr::arms<
      arm<cases<-1, 2>, "a", &type::a>,
      empty_arm<cases<0>>,
      default_arm<"text", &type::text, unique<string>>>;
};
#endif

#ifndef RPC_LAYOUT_v
#define RPC_LAYOUT_v
template <>
struct layout<::v> {
  using type = ::v;
  using tag = ::std::uint16_t;
  using arms = ndr::arms<
      arm<cases<1>, "a", &type::a>,
      empty_default>;
};
#endif

}  // namespace rpc::ndr
)");
}

} // namespace
} // namespace rpcgen::test
