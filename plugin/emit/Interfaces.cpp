//===- Interfaces.cpp -----------------------------------------------------===//
#include "emit/Interfaces.h"
#include "emit/Declare.h"

#include "emit/Operations.h"
#include "emit/Printer.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <vector>

using namespace rpcgen;

namespace {

/// Prints every remote operation with Print; the texts are Separator apart.
/// What cannot be remote is not here unless a rule has failed.
template <class PrintOne>
std::string each(const Interface &I, std::string_view Separator,
                 PrintOne Print) {
  std::vector<std::string> Texts;
  for (const Operation &O : I.Operations)
    if (!O.Local && O.Obstacles.empty())
      Texts.push_back(Print(I, O));
  return join(Texts, Separator);
}

/// "samples::echo"
std::string openName(const Interface &I) { return I.Namespace.substr(2); }

std::string printService(const Interface &I) {
  return print(R"(
/// What a server implements.
class service {
 public:
  virtual ~service() = default;
  $methods$
};
)",
               {{"methods", each(I, "\n", printServiceMethod)}});
}

/// Whether calls find a server without the client being bound to one.
bool needsNoConnection(const Interface &I) {
  return I.ExplicitHandle || !I.ImplicitHandle.empty();
}

std::string printUnbound(const Interface &I) {
  if (!needsNoConnection(I))
    return "";
  return print(R"(
/// Each call goes to the server that its handle names.
client() : basic_client(::rpc::binding(
    ::rpc::offer_of<$namespace$::service>(), ::rpc::interface<$namespace$::service>::name)) {}
)",
               {{"namespace", I.Namespace}});
}

void addRundown(std::map<std::string, std::string> &Rundowns, const Type &T) {
  for (const Type &E : T.Element)
    addRundown(Rundowns, E);
  if (T.K == Type::Kind::ContextHandle && !T.Rundown.empty())
    Rundowns[T.Context] = print(
        R"({"$type$", [](void* left) { $run$(static_cast<$spelling$>(left)); }})",
        {{"type", T.Context},
         {"run", T.Rundown},
         {"spelling", declare(T, "")}});
}

/// What ends the contexts of each type; "" for an interface without any.
std::string printRundowns(const Interface &I) {
  std::map<std::string, std::string> Rundowns; ///< By type.
  for (const Operation &O : I.Operations) {
    if (O.Local)
      continue;
    for (const Parameter &P : O.Parameters)
      addRundown(Rundowns, P.T);
    addRundown(Rundowns, O.Return);
  }
  if (Rundowns.empty())
    return "";
  std::vector<std::string> Rows;
  for (const auto &[Type, Row] : Rundowns)
    Rows.push_back(Row);
  return print(R"(
static std::span<const context_rundown> rundowns() {
  static constexpr context_rundown all[] = {
      $rows$};
  return all;
}
)",
               {{"rows", join(Rows, ",\n")}});
}

/// NDR64 has no byte_count.
bool isInNdr64(const Operation &O) {
  return O.Local || std::ranges::none_of(O.Parameters, [](const Parameter &P) {
           return P.T.ByteCount.has_value();
         });
}

/// "" for an interface that all transfer syntaxes have.
std::string printSyntaxes(const Interface &I) {
  return std::ranges::all_of(I.Operations, isInNdr64)
             ? ""
             : "static constexpr bool ndr64 = false;";
}

/// "" for an interface that names none.
std::string printEndpoints(const Interface &I) {
  if (I.Endpoints.empty())
    return "";
  std::vector<std::string> Quoted;
  for (const std::string &Each : I.Endpoints)
    Quoted.push_back('"' + Each + '"');
  return print("static constexpr std::string_view endpoints[] = {$all$};",
               {{"all", join(Quoted, ", ")}});
}

/// Name, or what it takes for no operation and no parameter to have it too.
std::string freeName(const Interface &I, std::string Name) {
  auto Taken = [&](const Operation &O) {
    return O.Name == Name ||
           std::ranges::count(O.Parameters, Name, &Parameter::Name);
  };
  while (std::ranges::any_of(I.Operations, Taken))
    Name += '_';
  return Name;
}

} // namespace

std::string rpcgen::printUuid(const Interface &I) {
  constexpr std::string_view Digits = "0123456789abcdef";
  std::string Text;
  for (std::uint8_t Byte : I.Uuid) {
    if (Text.size() == 8 || Text.size() == 13 || Text.size() == 18 ||
        Text.size() == 23)
      Text += '-';
    Text += Digits[Byte >> 4];
    Text += Digits[Byte & 15];
  }
  return Text;
}

std::string rpcgen::printInterface(const wire::Forms &All, const Interface &I) {
  std::string Binding = freeName(I, "Binding");
  std::string Data = freeName(I, "binding_");
  auto ClientMethod = [&](const Interface &Of, const Operation &O) {
    return printClientMethod(Of, O, Binding, Data);
  };
  auto Operation = [&](const Interface &Of, const rpcgen::Operation &O) {
    return printOperation(All, Of, O);
  };
  return print(R"(
namespace $open$ {

$service$

/// A service of the functions that the interface declares.
class functions final : public service {
 public:
  $functions$
};

namespace wire {

$frames$

}  // namespace wire

}  // namespace $open$

namespace rpc {

$operations$

template <>
struct interface<$namespace$::service> {
  static constexpr char name[] = "$name$";
  static constexpr syntax_id id{uuid{"$uuid$"}, $major$, $minor$};
  $syntaxes$
  $endpoints$
  $protection$
  using operations = operation_list<
      $list$>;
  $rundowns$
};

}  // namespace rpc

namespace $open$ {

/// The operations of a server. A template, so that those that are not called take no time to compile.
template <class $binding$>
class basic_client {
 public:
  explicit basic_client(const $binding$& to) : $data$(to) {}
  explicit operator const $binding$&() const { return $data$; }

  $methods$

 private:
  $binding$ $data$;
};

/// Calls the operations of a server.
class client : public basic_client<::rpc::binding> {
 public:
  /// Binds to the interface at `peer`, a connection or a binding string.
  explicit client(const ::rpc::connection& peer) : basic_client(::rpc::binding(
      peer, ::rpc::offer_of<$namespace$::service>(), ::rpc::interface<$namespace$::service>::name)) {}
  $unbound$
};

}  // namespace $open$
)",
               {{"open", openName(I)},
                {"namespace", I.Namespace},
                {"name", I.Name},
                {"uuid", printUuid(I)},
                {"major", std::to_string(I.Major)},
                {"minor", std::to_string(I.Minor)},
                {"service", printService(I)},
                {"functions", each(I, "\n", printFunctionsMethod)},
                {"frames", each(I, "\n", printFrame)},
                {"operations", each(I, "\n", Operation)},
                {"list", each(I, ",\n", frameName)},
                {"syntaxes", printSyntaxes(I)},
                {"endpoints", printEndpoints(I)},
                {"protection", printProtection(I.LeastProtection)},
                {"rundowns", printRundowns(I)},
                {"unbound", printUnbound(I)},
                {"methods", each(I, "\n", ClientMethod)},
                {"binding", Binding},
                {"data", Data}});
}

std::string rpcgen::declareInterface(const Interface &I) {
  std::string Binding = freeName(I, "Binding");
  auto ClientMethod = [&](const Interface &, const Operation &O) {
    return declareClientMethod(O, Binding);
  };
  return print(R"(
namespace $open$ {

$service$

class functions final : public service {
 public:
  $functions$
};

template <class $binding$>
class basic_client {
 public:
  explicit basic_client(const $binding$& to);
  explicit operator const $binding$&() const;
  $methods$
};

class client : public basic_client<::rpc::binding> {
 public:
  explicit client(const ::rpc::connection& peer);
  $unbound$
};

}  // namespace $open$

template <>
struct rpc::interface<$namespace$::service> {
  static constexpr char name[] = "$name$";
  static constexpr syntax_id id{};
  using operations = operation_list<>;
};
)",
               {{"open", openName(I)},
                {"namespace", I.Namespace},
                {"name", I.Name},
                {"service", printService(I)},
                {"functions", each(I, "\n", declareFunctionsMethod)},
                {"unbound", needsNoConnection(I) ? "client();" : ""},
                {"methods", each(I, "\n", ClientMethod)},
                {"binding", Binding}});
}
