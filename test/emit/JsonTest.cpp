#include "model/Json.h"
#include "Models.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <stdexcept>
#include <string>

namespace rpcgen::test {
namespace {

/// A model in which every member of every struct differs from its default.
Model everything() {
  Attribute A;
  A.K = Attribute::SizeIs;
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
  O.Parameters[0].Takes = {true, false};
  O.Returns = {false, true};
  O.Notifies = Notification::Outcome;
  O.Broadcast = O.Idempotent = O.Maybe = O.ReflectsDeletions = true;
  O.LeastProtection = Protection::Privacy;
  Interface I = interface("::a::b", {O});
  I.Attributes = {A};
  I.Local = true;
  I.Minor = 65535;
  I.LeastProtection = Protection::Connect;
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
 "format": 3,
 "needs_format": 3,
 "enumerations": [
  {
   "enumerators": [
    {
     "name": "zero"
    }
   ],
   "decided": {
    "v1": true
   }
  }
 ]
}
)");
}

TEST(Json, AttributesSayWhatIsDecidedOfCallsBeforeFormat3) {
  const Model M = fromJson(R"({"interfaces": [{"operations": [{
    "attributes": [{"name": "reflect_deletions"}, {"name": "notify_flag"},
                   {"name": "fault_status"}, {"name": "of_a_newer_rpcgen"}],
    "parameters": [{"attributes": [{"name": "comm_status"}]}]}]}]})");
  const Operation &O = M.Interfaces[0].Operations[0];
  EXPECT_TRUE(O.ReflectsDeletions);
  EXPECT_EQ(O.Notifies, Notification::Outcome);
  EXPECT_EQ(O.Returns, (ReturnedFailures{false, true}));
  EXPECT_EQ(O.Parameters[0].Takes, (ReturnedFailures{true, false}));
  EXPECT_EQ(O.Attributes.back().K, Attribute::None);
}

TEST(Json, EveryKindOfTypeHasAWord) {
  for (int K = 0; K <= static_cast<int>(Type::Kind::Untransmissible); ++K)
    for (int Why = 0; Why <= static_cast<int>(Obstacle::NoWireForm); ++Why) {
      Model M = echo();
      M.Enumerations.resize(1);
      M.Unions.resize(1);
      Type &T = M.Interfaces[0].Operations[0].Return = ref(character());
      T.K = static_cast<Type::Kind>(K);
      T.Why = static_cast<Obstacle>(Why);
      T.Extent = 1;
      if (T.K == Type::Kind::Standard)
        T.Library = StandardClass::Optional;
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

/// Of text that is no description; why, after the words that are always there.
std::string faultOf(std::string_view Text) {
  constexpr std::string_view Always = "not a description of interfaces: ";
  const std::string Error = errorOf(Text);
  EXPECT_TRUE(Error.starts_with(Always)) << Error;
  return Error.substr(std::min(Error.size(), Always.size()));
}

/// A description whose one structure has a field of that type.
std::string withField(const std::string &T) {
  return R"({"format": 2, "structures": [{"fields": [{"type": )" + T + "}]}]}";
}

std::string repeated(const std::string &Text, int Times) {
  std::string All;
  while (Times-- > 0)
    All += Text;
  return All;
}

TEST(Json, RejectsOtherText) {
  EXPECT_EQ(faultOf(""),
            "line 1, column 1: syntax error while parsing value - unexpected "
            "end of input; expected '[', '{', or a literal");
  EXPECT_EQ(faultOf("#include <rpc/rpc.h>").substr(0, 18),
            "line 1, column 1: ");
  EXPECT_EQ(faultOf("[]"), "expected an object");
  EXPECT_EQ(faultOf("7"), "expected an object");
  EXPECT_EQ(faultOf(R"({"unions": [{"tag": {"kind": "cow"}}]})"),
            "unions[0].tag.kind: unknown word 'cow'");
  EXPECT_EQ(faultOf(R"({"unions": 1})"), "unions: expected an array");
  EXPECT_EQ(faultOf(R"({"unions": [{}, 1]})"), "unions[1]: expected an object");
  EXPECT_EQ(faultOf(R"({"unions": [{"name": 1}]})"),
            "unions[0].name: expected a text");
  EXPECT_EQ(faultOf(R"({"unions": [{"ms_union": 1}]})"),
            "unions[0].ms_union: expected true or false");
  EXPECT_EQ(faultOf(R"({"interfaces": [{"uuid": "60a15ec5"}]})"),
            "interfaces[0].uuid: '60a15ec5' is not a valid UUID");
  // Another program's file.
  EXPECT_EQ(faultOf(R"({"name": "web", "version": "1"})"),
            "it has no 'format', but a member 'name'");
}

TEST(Json, RejectsNumbersThatHaveNoRoom) {
  auto Opnum = [](const std::string &Number) {
    return faultOf(R"({"interfaces": [{"operations": [{"opnum": )" + Number +
                   "}]}]}");
  };
  constexpr const char *OutOfRange = "interfaces[0].operations[0].opnum: the "
                                     "number is out of range: ";
  for (const char *Number : {"65536", "-1", "1.5", "18446744073709551616"})
    EXPECT_TRUE(Opnum(Number).starts_with(OutOfRange)) << Opnum(Number);
  EXPECT_EQ(Opnum(R"("1")"),
            "interfaces[0].operations[0].opnum: expected a number");
  EXPECT_NE(Opnum("1e999"), "");
}

TEST(Json, RejectsWhatLaterStagesCannotRelyOn) {
  constexpr const char *At = "structures[0].fields[0].type: ";
  auto Field = [&](const std::string &T) {
    const std::string Fault = faultOf(withField(T));
    EXPECT_TRUE(Fault.starts_with(At)) << Fault;
    return Fault.substr(std::string_view(At).size());
  };
  constexpr const char *Elements = "a type has the wrong number of elements";
  for (const char *Kind : {"pointer", "reference", "pipe", "presented"})
    EXPECT_EQ(Field(R"({"kind": ")" + std::string(Kind) + "\"}"), Elements);
  EXPECT_EQ(Field(R"({"kind": "pointer", "element": [{}, {}]})"), Elements);
  EXPECT_EQ(Field(R"({"kind": "standard", "library": "vector"})"), Elements);
  EXPECT_EQ(Field(R"({"kind": "standard", "library": "variant"})"), Elements);
  EXPECT_EQ(Field(R"({"kind": "array", "element": [{}]})"),
            "an array has no size");
  EXPECT_EQ(Field(R"({"kind": "struct", "definition": 1})"),
            "a type is not defined");
  EXPECT_EQ(Field(R"({"kind": "union"})"), "a type is not defined");
  EXPECT_EQ(Field(R"({"kind": "enumeration"})"), "a type is not defined");

  EXPECT_EQ(faultOf(withField(R"({"size": {"kind": "unary"}})")),
            std::string(At).substr(0, 28) + ".size: an operand is missing");
  EXPECT_EQ(faultOf(withField(R"({"size": {"operator": "; x"}})")),
            std::string(At).substr(0, 28) + ".size: '; x' is not an operator");
}

TEST(Json, RejectsTypesWithoutEnd) {
  constexpr const char *Itself = "a structure holds itself";
  EXPECT_EQ(faultOf(withField(R"({"kind": "struct"})")), Itself);
  EXPECT_EQ(faultOf(withField(R"({"kind": "array", "extent": 2,
                                  "element": [{"kind": "struct"}]})")),
            Itself);
  EXPECT_EQ(
      faultOf(R"({"structures": [{"fields": [{"type": {"kind": "union"}}]}],
      "unions": [{"arms": [{"field": {"type": {"kind": "struct"}}}]}]})"),
      Itself);
  EXPECT_EQ(errorOf(withField(
                R"({"kind": "pointer", "element": [{"kind": "struct"}]})")),
            "");
  for (int Depth : {100, 100000})
    EXPECT_EQ(errorOf(withField(
                  repeated(R"({"kind": "pointer", "element": [)", Depth) +
                  "{}" + repeated("]}", Depth))) == "",
              Depth == 100);
  EXPECT_EQ(faultOf(repeated("[", 1000000)),
            "it is nested more than 1000 deep");
}

TEST(Json, OverlooksWhatANewerOneSays) {
  EXPECT_EQ(fromJson(R"({"format": 9, "needs_format": 2, "doc": "none",
                         "unions": [{"name": "u", "colour": ["red"]}]})")
                .Unions[0]
                .Name,
            "u");
}

TEST(Json, RefusesWhatItMustUnderstandAndDoesNot) {
  EXPECT_EQ(errorOf(R"({"format": 5, "needs_format": 4})"),
            "a description of a newer rpcgen, which needs a reader of format "
            "4, and this is one of 3: use a newer rpcgen, or let this one "
            "describe the header as it was");
  EXPECT_EQ(faultOf(R"({"format": 4, "needs_format": 3,
                        "unions": [{"tag": {"kind": "cow"}}]})"),
            "unions[0].tag.kind: unknown word 'cow': use a newer rpcgen, or "
            "let this one describe the header as it was");
  EXPECT_EQ(faultOf(R"({"format": 3, "needs_format": "x"})"),
            "'needs_format' is not a number");
}

TEST(Json, TellsWhatIsDecidedFromWhatIsWritten) {
  const Model M = fromJson(R"({"format": 3, "interfaces": [{
      "attributes": [{"name": "protection", "words": ["privacy"]}],
      "decided": {"protection": "connect", "major": 2, "newer": true},
      "operations": [{"attributes": [{"name": "maybe"}], "opnum": 1,
                      "decided": {"idempotent": true, "opnum": 4},
                      "return": {"decided": {"class": "ptr"}}}]}]})");
  const Interface &I = M.Interfaces[0];
  EXPECT_EQ(I.LeastProtection, Protection::Connect);
  EXPECT_EQ(I.Major, 2);
  const Operation &O = I.Operations[0];
  EXPECT_EQ(O.Opnum, 4);
  EXPECT_TRUE(O.Idempotent);
  EXPECT_FALSE(O.Maybe);
  EXPECT_EQ(O.Return.Class, PointerClass::Full);

  EXPECT_EQ(faultOf(R"({"format": 3, "enumerations": [
                        {"decided": {"v1": 1}}]})"),
            "enumerations[0].decided.v1: expected true or false");
}

TEST(Json, ReadsFormat2) {
  const Model M = fromJson(R"({"format": 2, "needs_format": 2, "interfaces": [{
      "uuid": "60a15ec5-4de8-11d7-a637-005056a20182", "major": 1,
      "attributes": [{"name": "protection", "words": ["connect"]}],
      "operations": [{"opnum": 4, "parameters": [
          {"direction": {"in": true}, "type": {"kind": "pointer",
           "class": "unique", "element": [{"kind": "array", "string": true,
           "element": [{"kind": "character"}]}]}}]}]}]})");
  const Interface &I = M.Interfaces[0];
  EXPECT_EQ(I.Uuid, echo().Interfaces[0].Uuid);
  EXPECT_EQ(I.Major, 1);
  EXPECT_EQ(I.LeastProtection, Protection::Connect);
  EXPECT_EQ(I.Operations[0].Opnum, 4);
  const Parameter &P = I.Operations[0].Parameters[0];
  EXPECT_EQ(P.Dir, (Direction{true, false}));
  EXPECT_EQ(P.T.Class, PointerClass::Unique);
  EXPECT_TRUE(P.T.element().String);
}

TEST(Json, ReadsFormat1) {
  const Model M = fromJson(R"({"interfaces": [{"name": "echo",
      "uuid": [96, 161, 94, 197, 77, 232, 17, 215, 166, 55, 0, 80, 86, 162, 1,
               130], "major": 1}]})");
  EXPECT_EQ(M.Interfaces[0].Uuid, echo().Interfaces[0].Uuid);
  EXPECT_NE(toJson(M).find(R"("uuid": "60a15ec5-4de8-11d7-a637-005056a20182")"),
            std::string::npos);
}

} // namespace
} // namespace rpcgen::test
