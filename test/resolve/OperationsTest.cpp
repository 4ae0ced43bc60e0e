#include "Models.h"
#include "resolve/Resolve.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

rpcgen::Interface resolved(std::vector<Operation> Operations,
                           AttributeList Attributes = {}) {
  Model M;
  M.Interfaces = {
      interface("echo", std::move(Operations), std::move(Attributes))};
  return resolve(M).Interfaces[0];
}

std::vector<int> opnums(const rpcgen::Interface &I) {
  std::vector<int> Result;
  for (const rpcgen::Operation &O : I.Operations)
    Result.push_back(O.Local ? -1 : O.Opnum);
  return Result;
}

Operation numbered(std::int64_t Number) {
  return operation("f", {}, {attributeOf(Attribute::Opnum, {literal(Number)})});
}

Operation local() { return operation("l", {}, {attribute(Attribute::Local)}); }

TEST(Directions, NothingWrittenIsIn) {
  Type P = pointer(integer());
  rpcgen::Operation O =
      resolved({operation("f", {parameter("a", P),
                                parameter("b", P, {attribute(Attribute::In)}),
                                parameter("c", P, {attribute(Attribute::Out)}),
                                parameter("d", P,
                                          {attribute(Attribute::Out),
                                           attribute(Attribute::In)})})})
          .Operations[0];
  EXPECT_EQ(O.Parameters[0].Dir, (Direction{true, false}));
  EXPECT_EQ(O.Parameters[1].Dir, (Direction{true, false}));
  EXPECT_EQ(O.Parameters[2].Dir, (Direction{false, true}));
  EXPECT_EQ(O.Parameters[3].Dir, (Direction{true, true}));
}

Attribute protectedBy(std::string Level) {
  return attribute(Attribute::Protection, {std::move(Level)});
}

TEST(Protection, TheStricterOfInterfaceAndOperation) {
  const rpcgen::Interface I =
      resolved({operation("a"), operation("b", {}, {protectedBy("none")}),
                operation("c", {}, {protectedBy("privacy")})},
               {protectedBy("connect")});
  EXPECT_EQ(I.LeastProtection, Protection::Connect);
  EXPECT_EQ(I.Operations[0].LeastProtection, Protection::Connect);
  EXPECT_EQ(I.Operations[1].LeastProtection, Protection::Connect);
  EXPECT_EQ(I.Operations[2].LeastProtection, Protection::Privacy);
}

TEST(Protection, NothingWrittenIsUnstated) {
  const rpcgen::Interface I =
      resolved({operation("a"), operation("b", {}, {protectedBy("none")}),
                operation("c", {}, {protectedBy("integrity")})});
  EXPECT_EQ(I.LeastProtection, Protection::Unstated);
  EXPECT_EQ(I.Operations[0].LeastProtection, Protection::Unstated);
  EXPECT_EQ(I.Operations[1].LeastProtection, Protection::None);
  EXPECT_EQ(I.Operations[2].LeastProtection, Protection::Integrity);
}

TEST(Parameters, OfInterfacesAndOperationsWithoutConsistencyChecks) {
  const Attribute Lax = attribute(Attribute::DisableConsistencyCheck);
  auto Unchecked = [](const rpcgen::Interface &I) {
    const rpcgen::Operation &O = I.Operations[0];
    return std::pair(O.Parameters[0].T.element().Unchecked,
                     O.Return.element().Unchecked);
  };
  Operation Sized = operation(
      "f",
      {parameter("p", pointer(integer()),
                 {attribute(Attribute::Unique), sizeIs({operand("n")})})},
      {sizeIs({operand("n")})});
  Sized.Return = pointer(integer());
  EXPECT_EQ(Unchecked(resolved({Sized})), std::pair(false, false));
  EXPECT_EQ(Unchecked(resolved({Sized}, {Lax})), std::pair(true, true));
  Sized.Attributes.push_back(Lax);
  EXPECT_EQ(Unchecked(resolved({Sized})), std::pair(true, true));
}

TEST(Parameters, WithoutANameGetOne) {
  rpcgen::Operation O =
      resolved({operation("f", {parameter("", integer()),
                                parameter("parameter1", integer()),
                                parameter("", integer())})})
          .Operations[0];
  EXPECT_EQ(O.Parameters[0].Name, "parameter1_");
  EXPECT_EQ(O.Parameters[1].Name, "parameter1");
  EXPECT_EQ(O.Parameters[2].Name, "parameter3");
}

TEST(Opnums, CountOn) {
  EXPECT_EQ(opnums(resolved({operation("a"), operation("b")})),
            (std::vector{0, 1}));
  EXPECT_EQ(opnums(resolved({operation("a"), numbered(7), operation("b"),
                             numbered(3), operation("c")})),
            (std::vector{0, 7, 8, 3, 4}));
}

TEST(Opnums, NotOfLocalOperations) {
  EXPECT_EQ(opnums(resolved({operation("a"), local(), operation("b")})),
            (std::vector{0, -1, 1}));
  EXPECT_EQ(opnums(resolved({operation("a")}, {attribute(Attribute::Local)})),
            (std::vector{-1}));
}

TEST(Opnums, ReservedOnesAreTakenAndNotUsed) {
  Operation Gap = operation("gap", {}, {attribute(Attribute::Reserved)});
  EXPECT_EQ(opnums(resolved({operation("a"), Gap, operation("b"), local()})),
            (std::vector{0, -1, 2, -1}));
  EXPECT_EQ(resolved({operation("a"), Gap}).Operations[1].Opnum, 1);
}

TEST(Opnums, OutOfRangeCountOnAsIfUnwritten) {
  EXPECT_EQ(opnums(resolved({operation("a"), numbered(-1), numbered(65536)})),
            (std::vector{0, 1, 2}));
}

TEST(Results, AreUniquePointers) {
  auto Result = [](AttributeList OfInterface, AttributeList OfFunction) {
    Operation O =
        operation("f", {}, std::move(OfFunction), pointer(character()));
    return show(resolved({O}, std::move(OfInterface)).Operations[0].Return);
  };
  EXPECT_EQ(Result({}, {}), "unique char");
  EXPECT_EQ(Result({pointerDefault("ref")}, {}), "unique char");
  EXPECT_EQ(Result({pointerDefault("ptr")}, {}), "full char");
  EXPECT_EQ(Result({}, {attribute(Attribute::Ref)}), "ref char");
  EXPECT_EQ(Result({}, {attribute(Attribute::String)}),
            "unique [ string] char");
}

TEST(FullPointers, AreCarriedByOperations) {
  auto Carries = [](Type T, AttributeList Attributes = {}) {
    return resolved({operation("f", {parameter("p", std::move(T),
                                               std::move(Attributes))})})
        .Operations[0]
        .FullPointers;
  };
  Type Shared = vector(integer());
  Shared.Library = StandardClass::SharedPointer;
  EXPECT_FALSE(Carries(pointer(vector(integer()))));
  EXPECT_TRUE(Carries(pointer(integer()), {attribute(Attribute::Ptr)}));
  EXPECT_TRUE(Carries(Shared));
  EXPECT_TRUE(Carries(pointer(vector(Shared))));
}

TEST(Parameters, InnerLevelsTakeTheDefaultOfTheInterface) {
  Operation O = operation("f", {parameter("p", pointer(pointer(integer())))});
  EXPECT_EQ(show(resolved({O}).Operations[0].Parameters[0].T),
            "ref unique int");
  EXPECT_EQ(
      show(
          resolved({O}, {pointerDefault("ref")}).Operations[0].Parameters[0].T),
      "ref ref int");
}

} // namespace
} // namespace rpcgen::test
