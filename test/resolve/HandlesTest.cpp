#include "Models.h"
#include "resolve/Resolve.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

constexpr auto Handle = Type::Kind::ContextHandle;

rpcgen::Operation resolved(Operation O) {
  Model M;
  M.Interfaces = {interface("echo", {std::move(O)}, {})};
  return resolve(M).Interfaces[0].Operations[0];
}

Type session(AttributeList Attributes = {}) {
  Type T = plain(Handle);
  T.Context = "echo::session";
  T.AliasAttributes = std::move(Attributes);
  return T;
}

Type voidPointer() {
  Type T = plain(Type::Kind::Untransmissible);
  T.Why = Obstacle::VoidPointer;
  return T;
}

TEST(Handles, MayBeNullUnlessTheyAreOnlyIn) {
  Operation O = operation(
      "f", {parameter("a", session()),
            parameter("b", pointer(session()), {attribute(Attribute::Out)}),
            parameter("c", pointer(session()),
                      {attribute(Attribute::In), attribute(Attribute::Out)})});
  O.Return = session();
  rpcgen::Operation Of = resolved(O);
  EXPECT_FALSE(Of.Parameters[0].T.Nullable);
  EXPECT_TRUE(Of.Parameters[1].T.element().Nullable);
  EXPECT_TRUE(Of.Parameters[2].T.element().Nullable);
  EXPECT_EQ(Of.Parameters[2].T.Class, PointerClass::Ref);
  EXPECT_TRUE(Of.Return.Nullable);
}

TEST(Handles, AreSharedWhereTheNearestAttributeSaysSo) {
  const Attribute Shared = attribute(Attribute::ContextHandleNoserialize);
  const Attribute Alone = attribute(Attribute::ContextHandleSerialize);
  Operation O = operation("f", {parameter("a", session()),
                                parameter("b", session(), {Shared}),
                                parameter("c", session({Shared})),
                                parameter("d", session({Shared}), {Alone})});
  rpcgen::Operation Of = resolved(O);
  EXPECT_FALSE(Of.Parameters[0].T.Shared);
  EXPECT_TRUE(Of.Parameters[1].T.Shared);
  EXPECT_TRUE(Of.Parameters[2].T.Shared);
  EXPECT_FALSE(Of.Parameters[3].T.Shared);
  O.Attributes = {Shared};
  Of = resolved(O);
  EXPECT_TRUE(Of.Parameters[0].T.Shared);
  EXPECT_FALSE(Of.Parameters[3].T.Shared);
  O.Attributes = {Alone};
  Of = resolved(O);
  EXPECT_FALSE(Of.Parameters[2].T.Shared);
  EXPECT_TRUE(Of.Parameters[1].T.Shared);
}

TEST(Handles, AreWhatTheDeclarationSays) {
  const AttributeList In = {attribute(Attribute::ContextHandle)};
  const AttributeList Out = {attribute(Attribute::Out),
                             attribute(Attribute::ContextHandle)};
  Operation O =
      operation("f", {parameter("a", voidPointer(), In),
                      parameter("b", pointer(voidPointer()), Out),
                      parameter("c", pointer(integer()), In),
                      parameter("d", pointer(pointer(integer())), Out),
                      parameter("e", integer(), In),
                      parameter("f", pointer(session()), Out)});
  O.Return = voidPointer();
  O.Attributes = {attribute(Attribute::ContextHandle)};
  rpcgen::Operation Of = resolved(O);
  EXPECT_EQ(Of.Parameters[0].T.K, Handle);
  EXPECT_EQ(Of.Parameters[0].T.Why, Obstacle::None);
  EXPECT_EQ(Of.Parameters[1].T.element().K, Handle);
  EXPECT_EQ(Of.Parameters[2].T.K, Handle);
  EXPECT_TRUE(Of.Parameters[2].T.Element.empty());
  EXPECT_EQ(Of.Parameters[3].T.element().K, Handle);
  EXPECT_EQ(Of.Parameters[4].T.K, Type::Kind::Integer);
  EXPECT_EQ(Of.Parameters[5].T.element().Context, "echo::session");
  EXPECT_EQ(Of.Return.K, Handle);
}

} // namespace
} // namespace rpcgen::test
