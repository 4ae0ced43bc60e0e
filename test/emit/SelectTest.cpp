#include "emit/Select.h"
#include "Models.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

using Definitions = std::vector<Selection::Definition>;
constexpr auto Struct = Type::Kind::Structure;

Type structAt(std::size_t Index) { return named(Struct, "", Index); }

Model twoInterfaces() {
  Model M;
  M.Structures = {structure("::a", {field(integer("int"), "n")}),
                  structure("::b", {field(integer("int"), "n")})};
  M.Interfaces = {
      interface("::one",
                {operation(0, Type(), "f", {parameter(In, structAt(0), "a")})}),
      interface("::x::two",
                {operation(0, structAt(0), "f",
                           {parameter(In, ref(structAt(1)), "b")})})};
  return M;
}

TEST(Select, EverythingOnce) {
  std::set<std::string> Delivered;
  Selection All = select(twoInterfaces(), "", Delivered);
  EXPECT_EQ(All.Interfaces, (std::vector<std::size_t>{0, 1}));
  EXPECT_EQ(All.Types, (Definitions{{Struct, 0}, {Struct, 1}}));

  Selection Again = select(twoInterfaces(), "", Delivered);
  EXPECT_TRUE(Again.Interfaces.empty());
  EXPECT_TRUE(Again.Types.empty());
}

TEST(Select, TypesThatTravelByThemselves) {
  Model M = twoInterfaces();
  M.Structures.push_back(structure("::c", {field(ref(structAt(3)), "d")}));
  M.Structures.push_back(structure("::d", {field(structAt(1), "b")}));
  M.Serialized = {{"c", structAt(2), {}, ""}, {"a", structAt(0), {}, "::one"}};
  std::set<std::string> Delivered;
  EXPECT_EQ(select(M, "::x::two", Delivered).Types,
            (Definitions{{Struct, 0}, {Struct, 1}}));
  EXPECT_EQ(select(M, "", Delivered).Types,
            (Definitions{{Struct, 2}, {Struct, 3}}));

  M.Interfaces.clear();
  Delivered.clear();
  EXPECT_TRUE(select(M, "::one", Delivered).Types ==
              (Definitions{{Struct, 0}}));
}

TEST(Select, OneInterfaceWithTheTypesItReaches) {
  std::set<std::string> Delivered;
  Selection One = select(twoInterfaces(), "one", Delivered);
  EXPECT_EQ(One.Interfaces, (std::vector<std::size_t>{0}));
  EXPECT_EQ(One.Types, (Definitions{{Struct, 0}}));

  Selection Two = select(twoInterfaces(), "::x::two", Delivered);
  EXPECT_EQ(Two.Interfaces, (std::vector<std::size_t>{1}));
  EXPECT_EQ(Two.Types, (Definitions{{Struct, 1}}));
}

TEST(Select, LeavesOutWhatIsLocal) {
  Model M = twoInterfaces();
  M.Interfaces[0].Local = true;
  M.Interfaces[1].Operations[0].Local = true;
  std::set<std::string> Delivered;
  Selection Selected = select(M, "", Delivered);
  EXPECT_EQ(Selected.Interfaces, (std::vector<std::size_t>{1}));
  EXPECT_TRUE(Selected.Types.empty());
}

TEST(Select, PutsMembersBeforeTheirHolders) {
  // struct a { b x; c *y; };  struct b { int n; };  struct c { a x; };
  Model M;
  M.Structures = {structure("::a", {field(structAt(1), "x"),
                                    field(unique(structAt(2)), "y")}),
                  structure("::b", {field(integer("int"), "n")}),
                  structure("::c", {field(array(2, structAt(0)), "x")})};
  M.Interfaces = {interface(
      "::i", {operation(0, Type(), "f", {parameter(In, structAt(0), "a")})})};
  std::set<std::string> Delivered;
  EXPECT_EQ(select(M, "", Delivered).Types,
            (Definitions{{Struct, 1}, {Struct, 0}, {Struct, 2}}));
}

TEST(Select, FollowsTagsAndArms) {
  Type Inner = structAt(0);
  Model M;
  M.Structures = {structure("::s", {field(integer("int"), "n")})};
  M.Enumerations.emplace_back().Spelling = "::e";
  Union &U = M.Unions.emplace_back();
  U.Spelling = "::u";
  U.Tag = named(Type::Kind::Enumeration, "::e", 0);
  U.Arms.emplace_back().F = field(unique(Inner), "a");
  // The type of an empty arm, rpc::none, has no layout.
  Arm &None = U.Arms.emplace_back();
  None.F = field(named(Struct, "::rpc::none", 7), "none");
  None.Empty = true;
  M.Interfaces = {interface(
      "::i",
      {operation(0, Type(), "f",
                 {parameter(In, named(Type::Kind::Union, "::u", 0), "u")})})};
  std::set<std::string> Delivered;
  EXPECT_EQ(select(M, "", Delivered).Types,
            (Definitions{{Type::Kind::Enumeration, 0},
                         {Type::Kind::Union, 0},
                         {Struct, 0}}));
}

} // namespace
} // namespace rpcgen::test
