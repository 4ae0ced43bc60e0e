#include "model/Json.h"
#include "Models.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace rpcgen::test {
namespace {

/// A model in which every member of every struct differs from its default.
Model everything() {
  Attribute A;
  A.Name = "size_is";
  A.Text = ", *n";
  A.Expressions = {std::nullopt, operand("n", 1)};
  A.Words = {"1", "two"};

  Type T = sized(conditional(operand("a"), unary("-", literal(-3)), literal(2)),
                 character("const char"));
  T.Const = T.Signed = T.String = T.Reseatable = T.FromReference = true;
  T.FromArray = T.Unchecked = T.Ignored = T.Int3264 = true;
  T.Allocated = Allocation::Kept;
  T.Bits = 16;
  T.Definition = 3;
  T.AliasAttributes = {A};
  T.Class = PointerClass::Full;
  T.Extent = UINT64_MAX;
  T.Length = operand("used", 2);
  T.First = operand("first");
  T.Discriminant = binary(operand("x"), "&&", operand("y"));
  T.Range = {INT64_MIN, INT64_MAX};
  T.Why = Obstacle::NoWireForm;
  T.Detail = "has a virtual function 'f'";
  Type Bad = T;
  Bad.K = Type::Kind::Untransmissible;

  Field F = field(T, "f");
  F.Attributes = {A};
  F.BitField = true;
  F.Misaligned = true;

  Model M;
  Operation O = operation(7, Bad, "op", {parameter(InOut, T, "p")});
  O.Attributes = O.Parameters[0].Attributes = {A};
  O.Obstacles = {Unreachable::Variadic, Unreachable::Static};
  O.Local = true;
  Interface I = interface("::a::b", {O});
  I.Attributes = {A};
  I.Local = true;
  I.Minor = 65535;
  I.PointerDefault = PointerClass::Unique;
  M.Interfaces = {I, I};

  Enumeration &E = M.Enumerations.emplace_back();
  E.Name = "e";
  E.Spelling = "::e";
  E.Attributes = {A};
  E.Enumerators = {{"one", -1, {}}};
  E.Bits = 8;
  E.Signed = E.FixedUnderlying = E.V1 = true;

  Structure &S = M.Structures.emplace_back(structure("::s", {F, F}));
  S.Encapsulated = true;
  S.Name = "s";
  S.Attributes = {A};
  S.NaturalLayout = false;
  S.DefinedIn = "::a::b";

  Union &U = M.Unions.emplace_back();
  U.Name = "u";
  U.Spelling = "::u";
  U.Attributes = {A};
  U.Tag = T;
  U.MsUnion = true;
  U.DefinedIn = "::a::b";
  Arm &TheArm = U.Arms.emplace_back();
  TheArm.F = F;
  TheArm.Cases = {1, -2};
  TheArm.Default = TheArm.Empty = true;
  M.Serialized = {{"s", T, {}, "::a::b"}};
  return M;
}

TEST(Json, RoundTripIsTheIdentity) {
  EXPECT_EQ(fromJson(toJson(Model())), Model());
  EXPECT_EQ(fromJson(toJson(echo())), echo());
  EXPECT_EQ(fromJson(toJson(everything())), everything());
}

TEST(Json, LeavesOutLocationsAndDefaults) {
  Model M;
  M.Enumerations.emplace_back().Loc.Raw = 4711;
  M.Enumerations[0].Enumerators = {{"zero", 0, {4712}}};
  M.Enumerations[0].V1 = true;
  EXPECT_EQ(toJson(M), R"({
 "enumerations": [
  {
   "enumerators": [
    {
     "name": "zero"
    }
   ],
   "v1": true
  }
 ]
}
)");
}

TEST(Json, EveryKindOfTypeHasAWord) {
  for (int K = 0; K <= static_cast<int>(Type::Kind::Untransmissible); ++K)
    for (int Why = 0; Why <= static_cast<int>(Obstacle::NoWireForm); ++Why) {
      Model M = echo();
      M.Interfaces[0].Operations[0].Return.K = static_cast<Type::Kind>(K);
      M.Interfaces[0].Operations[0].Return.Why = static_cast<Obstacle>(Why);
      EXPECT_EQ(fromJson(toJson(M)), M);
    }
}

std::string errorOf(std::string_view Text) {
  try {
    fromJson(Text);
  } catch (const std::runtime_error &E) {
    return E.what();
  }
  return "";
}

TEST(Json, RejectsOtherText) {
  EXPECT_NE(errorOf(""), "");
  EXPECT_EQ(errorOf("[]"),
            "not a description of interfaces: expected an object");
  EXPECT_EQ(errorOf(R"({"surprise": 1})"),
            "not a description of interfaces: unknown member");
  EXPECT_EQ(errorOf(R"({"unions": [{"tag": {"kind": "cow"}}]})"),
            "not a description of interfaces: unions: tag: kind: unknown word "
            "'cow'");
  EXPECT_EQ(errorOf(R"({"unions": 1})"),
            "not a description of interfaces: unions: expected an array");
  EXPECT_NE(errorOf(R"({"unions": [{"name": 1}]})"), "");
}

} // namespace
} // namespace rpcgen::test
