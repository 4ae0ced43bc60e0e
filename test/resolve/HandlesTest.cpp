#include "Models.h"
#include "resolve/Resolve.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

constexpr auto Handle = Type::Kind::ContextHandle;

Operation resolved(Operation O) {
  Model M;
  M.Interfaces = {interface("echo", {std::move(O)}, {})};
  M = resolve(M);
  EXPECT_EQ(M, resolve(M));
  return M.Interfaces[0].Operations[0];
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
  O = resolved(O);
  EXPECT_FALSE(O.Parameters[0].T.Nullable);
  EXPECT_TRUE(O.Parameters[1].T.element().Nullable);
  EXPECT_TRUE(O.Parameters[2].T.element().Nullable);
  EXPECT_EQ(O.Parameters[2].T.Class, PointerClass::Ref);
  EXPECT_TRUE(O.Return.Nullable);
}

TEST(Handles, AreSharedWhereTheNearestAttributeSaysSo) {
  const Attribute Shared = attribute(Attribute::ContextHandleNoserialize);
  const Attribute Alone = attribute(Attribute::ContextHandleSerialize);
  Operation O = operation("f", {parameter("a", session()),
                                parameter("b", session(), {Shared}),
                                parameter("c", session({Shared})),
                                parameter("d", session({Shared}), {Alone})});
  O = resolved(O);
  EXPECT_FALSE(O.Parameters[0].T.Shared);
  EXPECT_TRUE(O.Parameters[1].T.Shared);
  EXPECT_TRUE(O.Parameters[2].T.Shared);
  EXPECT_FALSE(O.Parameters[3].T.Shared);
  O.Attributes = {Shared};
  O = resolved(O);
  EXPECT_TRUE(O.Parameters[0].T.Shared);
  EXPECT_FALSE(O.Parameters[3].T.Shared);
  O.Attributes = {Alone};
  O = resolved(O);
  EXPECT_FALSE(O.Parameters[2].T.Shared);
  EXPECT_TRUE(O.Parameters[1].T.Shared);
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
  O = resolved(O);
  EXPECT_EQ(O.Parameters[0].T.K, Handle);
  EXPECT_EQ(O.Parameters[0].T.Why, Obstacle::None);
  EXPECT_EQ(O.Parameters[1].T.element().K, Handle);
  EXPECT_EQ(O.Parameters[2].T.K, Handle);
  EXPECT_TRUE(O.Parameters[2].T.Element.empty());
  EXPECT_EQ(O.Parameters[3].T.element().K, Handle);
  EXPECT_EQ(O.Parameters[4].T.K, Type::Kind::Integer);
  EXPECT_EQ(O.Parameters[5].T.element().Context, "echo::session");
  EXPECT_EQ(O.Return.K, Handle);
}

} // namespace
} // namespace rpcgen::test
