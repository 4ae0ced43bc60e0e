#include "Models.h"
#include "emit/Emit.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

void expectPart(const std::string &Text, std::string_view Part) {
  EXPECT_NE(Text.find(Part), std::string::npos) << "not found:\n"
                                                << Part << "\nin:\n"
                                                << Text;
}

Type session(bool Nullable) {
  Type T = named(Type::Kind::ContextHandle, "::app::session", 0);
  T.Context = "app::session";
  T.Rundown = "::app::session_rundown";
  T.Nullable = Nullable;
  return T;
}

std::string stubsOf(Interface I) {
  Model M;
  M.Interfaces = {std::move(I)};
  return emitStubs(wire::Forms(M), {{0}, {}});
}

TEST(Handles, OfContexts) {
  Type Shared = session(false);
  Shared.Shared = true;
  std::string Text = stubsOf(interface(
      "::app", {operation(0, session(true), "f",
                          {parameter(In, session(false), "a"),
                           parameter(In, Shared, "b"),
                           parameter(Out, ref(session(true)), "c")})}));
  expectPart(Text, "::app::session f(::app::session a, ::app::session b, "
                   "::app::session* c)");
  expectPart(Text,
             R"(ndr::in<"a", &call::a, ndr::context_handle<"app::session">>)");
  expectPart(Text, R"(ndr::in<"b", &call::b, ndr::context_handle<)"
                   R"("app::session", ndr::context_trait::shared>>)");
  expectPart(Text, R"(ndr::out<"c", &call::c, ndr::ref<ndr::context_handle<)"
                   R"("app::session", ndr::context_trait::nullable>>>)");
  // Once for each type, whatever its uses.
  expectPart(Text, R"(  static std::span<const context_rundown> rundowns() {
    static constexpr context_rundown all[] = {
        {"app::session", [](void* left) { ::app::session_rundown(static_cast<::app::session>(left)); }}};
    return all;
  }
)");
}

TEST(Handles, WithoutARundown) {
  Type T = session(false);
  T.Rundown = "";
  std::string Text = stubsOf(
      interface("::app", {operation(0, Type(), "f", {parameter(In, T, "a")})}));
  EXPECT_EQ(Text.find("rundown"), std::string::npos);
}

Operation bound() {
  Type Handle = named(Type::Kind::BindingHandle, "::rpc::handle_t", 0);
  return operation(0, Type(), "f",
                   {parameter(In, integer("::std::int32_t"), "n"),
                    parameter(In, Handle, "at")});
}

TEST(Handles, OfBindingsDoNotTravel) {
  std::string Text = stubsOf(interface("::app", {bound()}));
  expectPart(Text, "::rpc::invoke(binding_.to(at), ::app::wire::f{n, at});");
  expectPart(Text, "static constexpr auto binding = &call::at;");
  expectPart(Text, "to.f(c.n, c.at)");
  EXPECT_EQ(Text.find("\"at\""), std::string::npos);
  EXPECT_EQ(Text.find("client() :"), std::string::npos);
}

TEST(Handles, NameTheServerOfAClientWithoutOne) {
  Interface I = interface("::app", {bound()});
  I.ExplicitHandle = true;
  expectPart(stubsOf(I),
             R"(  /// Each call goes to the server that its handle names.
  client() : basic_client(::rpc::binding(
      ::rpc::offer_of<::app::service>(), ::rpc::interface<::app::service>::name)) {}
)");
}

TEST(Handles, AreImplied) {
  Interface I = interface(
      "::app", {operation(0, Type(), "f",
                          {parameter(In, integer("::std::int32_t"), "n")})});
  I.ImplicitHandle = "::places::usual";
  std::string Text = stubsOf(I);
  expectPart(
      Text,
      "::rpc::invoke(binding_.or_to(::places::usual), ::app::wire::f{n});");
  expectPart(Text, "client() : basic_client(");
}

} // namespace
} // namespace rpcgen::test
