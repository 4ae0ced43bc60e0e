#include "Models.h"
#include "resolve/Resolve.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

Structure node(std::string DefinedIn) {
  Structure S;
  S.Name = "node";
  S.Fields = {field("next", pointer(plain(Type::Kind::Structure)))};
  S.DefinedIn = std::move(DefinedIn);
  return S;
}

Operation takes(Type T) {
  return operation("f", {parameter("p", std::move(T))});
}

PointerClass classOfNext(const Model &M) {
  return resolve(M).Structures[0].Fields[0].T.Class;
}

TEST(Definitions, TakeTheDefaultOfTheInterfaceAroundThem) {
  Model M;
  M.Structures = {node("::home")};
  M.Interfaces = {interface("user", {takes(plain(Type::Kind::Structure))},
                            {pointerDefault("unique")}),
                  interface("home", {}, {pointerDefault("ref")})};
  EXPECT_EQ(classOfNext(M), PointerClass::Ref);
}

TEST(Definitions, OrOfTheFirstThatUsesThem) {
  Model M;
  M.Structures = {node("")};
  M.Interfaces = {interface("other", {}, {pointerDefault("unique")}),
                  interface("user", {takes(plain(Type::Kind::Structure))},
                            {pointerDefault("ref")})};
  EXPECT_EQ(classOfNext(M), PointerClass::Ref);
}

TEST(Definitions, MayBelongToAnInterfaceWithoutConsistencyChecks) {
  auto Unchecked = [](const char *DefinedIn, const char *LaxInterface) {
    Structure S;
    S.Name = "sized";
    S.Fields = {field("p", pointer(integer()), {sizeIs({operand("n")})})};
    S.DefinedIn = DefinedIn;
    Model M;
    M.Structures = {S};
    for (const char *Name : {"home", "user"}) {
      M.Interfaces.push_back(
          interface(Name, {takes(plain(Type::Kind::Structure))}));
      if (std::string(Name) == LaxInterface)
        M.Interfaces.back().Attributes = {
            attribute(Attribute::DisableConsistencyCheck)};
    }
    return resolve(M).Structures[0].Fields[0].T.element().Unchecked;
  };
  EXPECT_TRUE(Unchecked("::home", "home"));
  EXPECT_FALSE(Unchecked("::home", "user"));
  EXPECT_TRUE(Unchecked("::user", "user"));
}

TEST(Definitions, OrAreUnique) {
  Model M;
  M.Structures = {node("")};
  EXPECT_EQ(classOfNext(M), PointerClass::Unique);
  M.Structures = {node("::home")};
  M.Interfaces = {interface("home", {})};
  EXPECT_EQ(classOfNext(M), PointerClass::Unique);
}

TEST(Definitions, LocalOperationsDoNotUseThem) {
  Model M;
  M.Structures = {node("")};
  Operation Local = takes(plain(Type::Kind::Structure));
  Local.Attributes = {attribute(Attribute::Local)};
  M.Interfaces = {interface("user", {Local}, {pointerDefault("ref")})};
  EXPECT_EQ(classOfNext(M), PointerClass::Unique);
}

TEST(Unions, CasesAndDefaults) {
  Union U;
  auto AddArm = [&](Type T, AttributeList Attributes) {
    U.Arms.push_back({{}, field("a", std::move(T), std::move(Attributes))});
  };
  AddArm(integer(), {attributeOf(Attribute::Case, {literal(1), literal(5)})});
  AddArm(plain(Type::Kind::Void), {attributeOf(Attribute::Case, {literal(2)})});
  AddArm(integer(), {attribute(Attribute::Default)});
  Model M;
  M.Unions = {U};
  const std::vector<rpcgen::Arm> Arms = resolve(M).Unions[0].Arms;

  EXPECT_EQ(Arms[0].Cases, (std::vector<std::int64_t>{1, 5}));
  EXPECT_FALSE(Arms[0].Default);
  EXPECT_FALSE(Arms[0].Empty);
  EXPECT_EQ(Arms[1].Cases, (std::vector<std::int64_t>{2}));
  EXPECT_TRUE(Arms[1].Empty);
  EXPECT_TRUE(Arms[2].Cases.empty());
  EXPECT_TRUE(Arms[2].Default);
}

Type unionAt(std::size_t Definition) {
  return plain(Type::Kind::Union, Definition);
}

TEST(Unions, OfAStructWithUnionSwitchAreSelectedByItsField) {
  Structure S;
  S.Attributes = {attribute(Attribute::UnionSwitch, {"level"})};
  S.Fields = {field("level", character()), field("u", unionAt(0))};
  Model M;
  M.Structures = {S};
  M.Unions.resize(1);
  const rpcgen::Model Resolved = resolve(M);
  EXPECT_TRUE(Resolved.Structures[0].Encapsulated);
  EXPECT_EQ(Resolved.Structures[0].Fields[1].T.Discriminant, operand("level"));
  ASSERT_TRUE(Resolved.Unions[0].Tag);
  EXPECT_EQ(Resolved.Unions[0].Tag->K, Type::Kind::Character);
}

TEST(Unions, TakeTheTypeOfWhatSelectsFirst) {
  auto SwitchIs = [](Expression E) {
    return AttributeList{attributeOf(Attribute::SwitchIs, {std::move(E)})};
  };
  Expression Pointee = operand("r");
  Pointee.Dereferences = 1;
  Expression Sum = operand("c");
  Sum.K = Expression::Kind::Unary;
  Model M;
  M.Enumerations.resize(4);
  M.Unions.resize(5);
  M.Unions[4].Tag = integer();
  M.Interfaces = {interface(
      "i",
      {operation("f",
                 {parameter("c", character()),
                  parameter("r", pointer(plain(Type::Kind::Boolean))),
                  parameter("e", reference(plain(Type::Kind::Enumeration, 3))),
                  parameter("u", unionAt(0), SwitchIs(operand("c"))),
                  parameter("v", pointer(unionAt(1)), SwitchIs(Pointee)),
                  parameter("w", reference(unionAt(2)), SwitchIs(operand("e"))),
                  parameter("x", unionAt(3), SwitchIs(Sum)),
                  parameter("y", unionAt(4), SwitchIs(operand("c"))),
                  parameter("z", unionAt(0), SwitchIs(operand("e")))})})};
  const rpcgen::Model Resolved = resolve(M);
  EXPECT_EQ(Resolved.Unions[0].Tag.value().K, Type::Kind::Character);
  EXPECT_EQ(Resolved.Unions[1].Tag.value().K, Type::Kind::Boolean);
  EXPECT_EQ(Resolved.Unions[2].Tag.value().Definition, 3u);
  EXPECT_FALSE(Resolved.Unions[3].Tag);
  EXPECT_EQ(Resolved.Unions[4].Tag.value().K, Type::Kind::Integer);
}

TEST(Unions, AreMsUnionsByThemselvesOrByTheirInterface) {
  Model M;
  M.Unions.resize(3);
  M.Unions[0].Attributes = {attribute(Attribute::MsUnion)};
  M.Unions[1].DefinedIn = "::echo";
  M.Interfaces = {interface("echo", {}, {attribute(Attribute::MsUnion)})};
  const rpcgen::Model Resolved = resolve(M);
  EXPECT_TRUE(Resolved.Unions[0].MsUnion);
  EXPECT_TRUE(Resolved.Unions[1].MsUnion);
  EXPECT_FALSE(Resolved.Unions[2].MsUnion);
}

TEST(Enumerations, AreV1WhereTheySaySo) {
  Model M;
  M.Enumerations.resize(2);
  M.Enumerations[1].Attributes = {attribute(Attribute::V1Enum)};
  const rpcgen::Model Resolved = resolve(M);
  EXPECT_FALSE(Resolved.Enumerations[0].V1);
  EXPECT_TRUE(Resolved.Enumerations[1].V1);
}

} // namespace
} // namespace rpcgen::test
