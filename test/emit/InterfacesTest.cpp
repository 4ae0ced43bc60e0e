#include "Models.h"
#include "emit/Emit.h"

#include <gtest/gtest.h>

namespace rpcgen::test {
namespace {

/// The text around an operation list of one: what it is for awkward cases.
std::string stubsOf(Operation O) {
  Model M;
  M.Interfaces = {interface("::app::std", {std::move(O)})};
  return emitStubs(wire::Forms(M), {{0}, {}});
}

void expectPart(const std::string &Text, std::string_view Part) {
  EXPECT_NE(Text.find(Part), std::string::npos) << "not found:\n"
                                                << Part << "\nin:\n"
                                                << Text;
}

TEST(Interfaces, HeaderOfEcho) {
  Model M = echo();
  std::set<std::string> Delivered;
  EXPECT_EQ(
      emitHeader(wire::Forms(M), select(M, "", Delivered), "echo.h"),
      R"(// Interface echo: 60a15ec5-4de8-11d7-a637-005056a20182, version 1.0
#pragma once

#include <rpc/rpc.h>

#include "echo.h"

namespace rpc::ndr {

#ifndef RPC_LAYOUT_echo_node
#define RPC_LAYOUT_echo_node
template <>
struct layout<::echo::node> {
  using type = ::echo::node;
  using members = fields<
      field<"value", &type::value>,
      field<"next", &type::next, unique<>>>;
};
#endif

}  // namespace rpc::ndr

#ifndef RPC_STUBS_echo
#define RPC_STUBS_echo
namespace echo {

/// What a server implements.
class service {
 public:
  virtual ~service() = default;
  virtual void add_one(::std::uint32_t value, ::std::uint32_t* result) = 0;
  virtual void reverse(::std::uint32_t count, ::std::uint8_t* data) = 0;
  virtual ::std::int64_t sum(const ::echo::node* list) = 0;
};

/// A service of the functions that the interface declares.
class functions final : public service {
 public:
  void add_one(::std::uint32_t value, ::std::uint32_t* result) override {
    ::echo::add_one(value, result);
  }

  void reverse(::std::uint32_t count, ::std::uint8_t* data) override {
    ::echo::reverse(count, data);
  }

  ::std::int64_t sum(const ::echo::node* list) override {
    return ::echo::sum(list);
  }
};

namespace wire {

struct add_one {
  ::std::uint32_t value{};
  ::std::uint32_t* result{};
};

struct reverse {
  ::std::uint32_t count{};
  ::std::uint8_t* data{};
};

struct sum {
  const ::echo::node* list{};
  ::std::int64_t return_value{};
};

}  // namespace wire

}  // namespace echo

namespace rpc {

template <>
struct operation<::echo::wire::add_one> {
  using call = ::echo::wire::add_one;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "add_one";
  using parameters = ndr::parameters<
      ndr::in<"value", &call::value>,
      ndr::out<"result", &call::result, ndr::ref<>>>;
  static void run(::echo::service& to, call& c) { to.add_one(c.value, c.result); }
};

template <>
struct operation<::echo::wire::reverse> {
  using call = ::echo::wire::reverse;
  static constexpr std::uint16_t opnum = 1;
  static constexpr char name[] = "reverse";
  static ndr::checked data_size(const call& self) { return ndr::checked(self.count); }
  using parameters = ndr::parameters<
      ndr::in<"count", &call::count>,
      ndr::in_out<"data", &call::data, ndr::ref<ndr::conformant<&data_size>>>>;
  static void run(::echo::service& to, call& c) { to.reverse(c.count, c.data); }
};

template <>
struct operation<::echo::wire::sum> {
  using call = ::echo::wire::sum;
  static constexpr std::uint16_t opnum = 2;
  static constexpr char name[] = "sum";
  using parameters = ndr::parameters<
      ndr::in<"list", &call::list, ndr::ref<>>,
      ndr::result<"return value", &call::return_value>>;
  static void run(::echo::service& to, call& c) { c.return_value = to.sum(c.list); }
};

template <>
struct interface<::echo::service> {
  static constexpr char name[] = "echo";
  static constexpr syntax_id id{uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 1, 0};
  using operations = operation_list<
      ::echo::wire::add_one,
      ::echo::wire::reverse,
      ::echo::wire::sum>;
};

}  // namespace rpc

namespace echo {

/// The operations of a server. A template, so that those that nobody calls take no time to compile.
template <class Binding>
class basic_client {
 public:
  explicit basic_client(const Binding& to) : binding_(to) {}

  void add_one(::std::uint32_t value, ::std::uint32_t* result) const {
    ::rpc::invoke(binding_, ::echo::wire::add_one{value, result});
  }

  void reverse(::std::uint32_t count, ::std::uint8_t* data) const {
    ::rpc::invoke(binding_, ::echo::wire::reverse{count, data});
  }

  ::std::int64_t sum(const ::echo::node* list) const {
    return ::rpc::invoke(binding_, ::echo::wire::sum{list});
  }

 private:
  Binding binding_;
};

/// Calls the operations of a server.
class client : public basic_client<::rpc::binding> {
 public:
  /// Binds to the interface at `peer`, a connection or a binding string.
  explicit client(const ::rpc::connection& peer) : basic_client(::rpc::binding(
      peer, ::rpc::offer_of<::echo::service>(), ::rpc::interface<::echo::service>::name)) {}
};

}  // namespace echo
#endif
)");
}

TEST(Interfaces, StubsAreTheHeaderWithoutItsIncludes) {
  Model M = echo();
  Selection Selected{{0}, {{Type::Kind::Structure, 0}}};
  std::string Header = emitHeader(wire::Forms(M), Selected, "echo.h");
  std::string Stubs = emitStubs(wire::Forms(M), Selected);
  auto BodyOf = [](const std::string &Text) {
    return Text.substr(Text.find("namespace rpc::ndr"));
  };
  EXPECT_EQ(BodyOf(Stubs), BodyOf(Header));
  EXPECT_EQ(Stubs.find("#include"), std::string::npos);
  EXPECT_EQ(Stubs.find("#pragma"), std::string::npos);
  EXPECT_TRUE(Stubs.starts_with("// Interface echo: "));
}

TEST(Interfaces, DeclarationsOnly) {
  Model M = echo();
  EXPECT_EQ(emitDeclarations(M, {{0}, {{Type::Kind::Structure, 0}}}),
            R"(namespace echo {

/// What a server implements.
class service {
 public:
  virtual ~service() = default;
  virtual void add_one(::std::uint32_t value, ::std::uint32_t* result) = 0;
  virtual void reverse(::std::uint32_t count, ::std::uint8_t* data) = 0;
  virtual ::std::int64_t sum(const ::echo::node* list) = 0;
};

class functions final : public service {
 public:
  void add_one(::std::uint32_t value, ::std::uint32_t* result) override;
  void reverse(::std::uint32_t count, ::std::uint8_t* data) override;
  ::std::int64_t sum(const ::echo::node* list) override;
};

class client {
 public:
  explicit client(const ::rpc::connection& peer);
  void add_one(::std::uint32_t value, ::std::uint32_t* result) const;
  void reverse(::std::uint32_t count, ::std::uint8_t* data) const;
  ::std::int64_t sum(const ::echo::node* list) const;
};

}  // namespace echo

template <>
struct rpc::interface<::echo::service> {
  static constexpr char name[] = "echo";
  static constexpr syntax_id id{};
  using operations = operation_list<>;
};
)");
}

TEST(Interfaces, NoParameters) {
  std::string Text = stubsOf(operation(3, Type(), "ping", {}));
  expectPart(Text, R"(
struct ping {
};
)");
  expectPart(Text, R"(
  static constexpr std::uint16_t opnum = 3;
  static constexpr char name[] = "ping";
  using parameters = ndr::parameters<>;
  static void run(::app::std::service& to, call&) { to.ping(); }
};
)");
  expectPart(Text, R"(
  void ping() const {
    ::rpc::invoke(binding_, ::app::std::wire::ping{});
  }
)");
}

TEST(Interfaces, NamesThatOurTextUses) {
  Type Int = integer("::std::int32_t");
  std::string Text = stubsOf(operation(
      0, Int, "binding_",
      {parameter(In, Int, "return_value"), parameter(In, Int, "return_value_"),
       parameter(In, Int, "binding__"), parameter(In, Int, "call")}));
  expectPart(Text, R"(
struct binding_ {
  ::std::int32_t return_value{};
  ::std::int32_t return_value_{};
  ::std::int32_t binding__{};
  ::std::int32_t call{};
  ::std::int32_t return_value__{};
};
)");
  expectPart(Text, R"(
      ndr::in<"call", &call::call>,
      ndr::result<"return value", &call::return_value__>>;
)");
  expectPart(Text, R"(
  explicit basic_client(const Binding& to) : binding___(to) {}
)");
  expectPart(Text, R"(
 private:
  Binding binding___;
)");
}

TEST(Interfaces, References) {
  Type Value = ref(integer("::std::int32_t"));
  Value.FromReference = true;
  Type Data = ref(sized(operand("n"), integer("::std::uint8_t")));
  Data.Reseatable = true;
  std::string Text = stubsOf(operation(
      0, Type(), "f",
      {parameter(InOut, Value, "n"), parameter(InOut, Data, "data")}));
  expectPart(Text, R"(
  virtual void f(::std::int32_t& n, ::std::uint8_t*& data) = 0;
)");
  expectPart(Text, R"(
    ::app::std::f(n, data);
)");
  expectPart(Text, R"(
struct f {
  ::std::int32_t* n{};
  ::std::uint8_t** data{};
};
)");
  expectPart(Text, R"(
  static ndr::checked data_size(const call& self) { return ndr::pointee(self.n); }
  using parameters = ndr::parameters<
      ndr::in_out<"n", &call::n, ndr::ref<>>,
      ndr::in_out<"data", &call::data, ndr::reseatable<ndr::conformant<&data_size>>>>;
  static void run(::app::std::service& to, call& c) { to.f(*c.n, *c.data); }
)");
  expectPart(Text, R"(
    ::rpc::invoke(binding_, ::app::std::wire::f{::std::addressof(n), ::std::addressof(data)});
)");
}

TEST(Interfaces, ArrayParameters) {
  Type Table = ref(array(2, array(3, integer("::std::int32_t"))));
  Type Names = ref(array(4, unique(string(character()))));
  Type Text = ref(array(8, character()));
  Text.element().String = true;
  Type Pointer = ref(array(2, character()));
  Table.FromArray = Names.FromArray = Text.FromArray = true;
  std::string Stubs = stubsOf(operation(
      0, Type(), "f",
      {parameter(In, Table, "table"), parameter(In, Names, "names"),
       parameter(In, Text, "text"), parameter(In, Pointer, "pointer")}));
  expectPart(Stubs, R"(
  ::std::int32_t (*table)[3]{};
  char** names{};
  char* text{};
  char (*pointer)[2]{};
)");
  expectPart(Stubs, R"(
      ndr::in<"table", &call::table, ndr::ref<ndr::fixed<2>>>,
      ndr::in<"names", &call::names, ndr::ref<ndr::fixed<4, ndr::unique<ndr::string>>>>,
      ndr::in<"text", &call::text, ndr::ref<ndr::fixed_string<8>>>,
      ndr::in<"pointer", &call::pointer, ndr::ref<>>>;
)");
}

TEST(Interfaces, LongParameterLists) {
  Type Int = integer("::std::int32_t");
  std::string Text =
      stubsOf(operation(0, Type(), "f",
                        {parameter(In, Int, "the_first_parameter"),
                         parameter(In, Int, "the_second_parameter")}));
  expectPart(Text, R"(
  virtual void f(
      ::std::int32_t the_first_parameter,
      ::std::int32_t the_second_parameter) = 0;
)");
}

TEST(Interfaces, LocalOperationsHaveNoStub) {
  Operation Local = operation(0, Type(), "helper", {});
  Local.Local = true;
  std::string Text = stubsOf(Local);
  EXPECT_EQ(Text.find("helper"), std::string::npos);
}

TEST(Interfaces, OperationsWhoseEndIsHeard) {
  Operation Told = operation(0, Type(), "f", {});
  Told.Notifies = Notification::Plain;
  std::string Text = stubsOf(Told);
  expectPart(Text, R"(
  virtual void f() = 0;
  /// The memory of a call of f has been released.
  virtual void f_notify() = 0;
)");
  expectPart(Text, R"(
  void f_notify() override {
    void f_notify();
    f_notify();
  }
)");
  expectPart(Text, R"(
  static void notify(::app::std::service& to, bool) { to.f_notify(); }
)");
  Told.Notifies = Notification::Outcome;
  Text = stubsOf(Told);
  expectPart(Text, R"(
  void f_notify_flag(bool succeeded) override {
    void f_notify_flag(bool succeeded);
    f_notify_flag(succeeded);
  }
)");
  expectPart(Text, "{ to.f_notify_flag(succeeded); }\n");
}

/// What is the same as the interface's is not said again.
TEST(Interfaces, Protection) {
  Model M;
  M.Interfaces = {interface("::vault", {operation(0, Type{}, "count", {}),
                                        operation(1, Type{}, "open", {})})};
  M.Interfaces[0].LeastProtection = Protection::Integrity;
  M.Interfaces[0].Operations[0].LeastProtection = Protection::Integrity;
  M.Interfaces[0].Operations[1].LeastProtection = Protection::Privacy;
  const std::string Text = emitStubs(wire::Forms(M), {{0}, {}});
  expectPart(Text, R"(
struct operation<::vault::wire::count> {
  using call = ::vault::wire::count;
  static constexpr std::uint16_t opnum = 0;
  static constexpr char name[] = "count";
  using parameters = ndr::parameters<>;)");
  expectPart(Text, R"(
  static constexpr char name[] = "open";
  static constexpr auto least_protection = protection::privacy;
  using parameters = ndr::parameters<>;)");
  expectPart(Text, R"(
  static constexpr char name[] = "vault";
  static constexpr syntax_id id{uuid{"60a15ec5-4de8-11d7-a637-005056a20182"}, 1, 0};
  static constexpr auto least_protection = protection::integrity;
  using operations = operation_list<)");
}

TEST(Interfaces, OperationsWithReflectedDeletions) {
  Operation Reflecting = operation(0, Type(), "objects", {});
  Reflecting.ReflectsDeletions = true;
  // They travel although there is nothing that could be deleted.
  std::string Text = stubsOf(Reflecting);
  expectPart(Text, "  mutable ::rpc::ndr::object_table objects{};\n");
  expectPart(Text, "  static constexpr auto objects = &call::objects;\n");
  expectPart(Text, R"(
      ndr::out<"deletions", &call::objects, ndr::deletions>>;
  static void run(::app::std::service& to, call&) { to.objects(); }
)");
}

TEST(Interfaces, ReturnedPointers) {
  std::string Text =
      stubsOf(operation(0, unique(string(character("char16_t"))), "title", {}));
  expectPart(Text, "  virtual char16_t* title() = 0;\n");
  expectPart(Text, "  char16_t* return_value{};\n");
  expectPart(Text, R"(
      ndr::result<"return value", &call::return_value, ndr::unique<ndr::string>>>;
)");
  expectPart(Text, "{ c.return_value = to.title(); }\n");
}

} // namespace
} // namespace rpcgen::test
