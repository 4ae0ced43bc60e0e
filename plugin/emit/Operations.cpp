//===- Operations.cpp -----------------------------------------------------===//
#include "emit/Operations.h"

#include "emit/Declare.h"
#include "emit/Printer.h"
#include "emit/Shape.h"
#include "model/Calls.h"
#include "model/Reserved.h"

#include <algorithm>
#include <vector>

using namespace rpcgen;

namespace {

bool returnsValue(const Operation &O) { return O.Return.K != Type::Kind::Void; }

/// A name for a member of the frame that no parameter has.
std::string freeName(const Operation &O, std::string Name) {
  while (std::ranges::count(O.Parameters, Name, &Parameter::Name))
    Name += '_';
  return Name;
}

/// The frame's member for the result.
std::string resultName(const Operation &O) {
  return freeName(O, "return_value");
}

/// The frame's member for the pointees of full pointers.
std::string objectsName(const Operation &O) { return freeName(O, "objects"); }

/// Deletions travel, in any number, also where no object can be deleted.
bool keepsObjects(const Operation &O) {
  return O.FullPointers || O.ReflectsDeletions;
}

template <class PrintOne>
std::vector<std::string> each(const Operation &O, PrintOne Print) {
  std::vector<std::string> Texts;
  for (const Parameter &P : O.Parameters)
    Texts.push_back(Print(P));
  return Texts;
}

/// "::std::int64_t sum(const ::echo::node* list)"
std::string signature(const Operation &O) {
  return declare(O.Return,
                 O.Name + "(" + list(each(O, declareParameter)) + ")");
}

/// The same for a client, to which its binding says how results are returned.
std::string clientSignature(const Operation &O, std::string_view Binding) {
  return print("::rpc::returned<$binding$, $type$> $name$($parameters$)",
               {{"binding", std::string(Binding)},
                {"type", declare(O.Return, "")},
                {"name", O.Name},
                {"parameters", list(each(O, declareParameter))}});
}

/// A parameter on its way through a stub.
std::string forward(const Parameter &P, const std::string &Value) {
  return P.T.Owns ? "::std::move(" + Value + ")" : Value;
}

std::string names(const Operation &O) {
  return list(each(O, [](const Parameter &P) { return forward(P, P.Name); }));
}

/// The parameter that does not travel but says where the call goes, or null.
const Parameter *bindingHandle(const Operation &O) {
  auto Found = std::ranges::find_if(O.Parameters, [](const Parameter &P) {
    return P.T.K == Type::Kind::BindingHandle;
  });
  return Found == O.Parameters.end() ? nullptr : &*Found;
}

bool hearsOutcome(const Operation &O) {
  return O.Notifies == Notification::Outcome;
}

/// The operation as a member of a class of stubs defines it: no parameter is
/// called as the class is, or one that it derives from, which -Wshadow reports.
Operation withoutShadows(Operation O) {
  for (Parameter &P : O.Parameters)
    if (P.Name == "service" || P.Name == "functions" ||
        P.Name == "basic_client")
      P.Name = freeName(O, P.Name + '_');
  return O;
}

/// "void f_notify_flag(bool succeeded)"
std::string notifySignature(const Operation &O) {
  return "void " + notifyName(O) +
         (hearsOutcome(O) ? "(bool succeeded)" : "()");
}

std::string_view listName(Direction D) {
  if (D.In && D.Out)
    return "in_out";
  return D.Out ? "out" : "in";
}

/// The call in the frame c, and where its result goes.
std::string printRun(const Operation &O) {
  std::string Arguments = list(each(O, [](const Parameter &P) {
    return isReference(P.T) ? "*c." + P.Name : forward(P, "c." + P.Name);
  }));
  std::string Call = "to." + O.Name + "(" + Arguments + ")";
  return returnsValue(O) ? "c." + resultName(O) + " = " + Call : Call;
}

std::string printNotify(const Interface &I, const Operation &O) {
  if (notifyName(O).empty())
    return "";
  bool Flag = hearsOutcome(O);
  return print(
      R"(static void notify($namespace$::service& to, bool$succeeded$) { to.$name$($argument$); })",
      {{"namespace", I.Namespace},
       {"name", notifyName(O)},
       {"succeeded", Flag ? " succeeded" : ""},
       {"argument", Flag ? "succeeded" : ""}});
}

/// The member of the frame that takes the codes of the failures, under the
/// name; "" without one.
std::string printStatus(const Operation &O, const char *Name,
                        bool ReturnedFailures::*Failures) {
  auto Print = [&](const std::string &Member) {
    return std::string("static constexpr auto ") + Name +
           " = &call::" + Member + ";";
  };
  if (O.Returns.*Failures)
    return Print(resultName(O));
  for (const Parameter &P : O.Parameters)
    if (P.Takes.*Failures)
      return Print(P.Name);
  return "";
}

} // namespace

std::string rpcgen::declareOperation(const Operation &O) {
  return signature(O) + ";";
}

std::string rpcgen::printServiceMethod(const Interface &, const Operation &O) {
  std::string Method = "virtual " + signature(O) + " = 0;";
  if (notifyName(O).empty())
    return Method;
  return Method + print(R"(

/// The memory of a call of $name$ has been released.
virtual $signature$ = 0;
)",
                        {{"name", O.Name}, {"signature", notifySignature(O)}});
}

std::string rpcgen::declareFunctionsMethod(const Interface &,
                                           const Operation &O) {
  std::string Method = signature(O) + " override;";
  return notifyName(O).empty()
             ? Method
             : Method + "\n" + notifySignature(O) + " override;";
}

std::string rpcgen::printFunctionsMethod(const Interface &I,
                                         const Operation &Declared) {
  const Operation O = withoutShadows(Declared);
  // Declared here, it is a function of the interface's namespace.
  std::string Notify =
      notifyName(O).empty()
          ? ""
          : print(R"(
$signature$ override {
  $signature$;
  $name$($argument$);
}
)",
                  {{"signature", notifySignature(O)},
                   {"name", notifyName(O)},
                   {"argument", hearsOutcome(O) ? "succeeded" : ""}});
  return print(R"(
$signature$ override {
  $return$$namespace$::$name$($arguments$);
}
$notify$
)",
               {{"notify", Notify},
                {"signature", signature(O)},
                {"return", returnsValue(O) ? "return " : ""},
                {"namespace", I.Namespace},
                {"name", O.Name},
                {"arguments", names(O)}});
}

std::string rpcgen::declareClientMethod(const Operation &O,
                                        std::string_view Binding) {
  return clientSignature(O, Binding) + " const;";
}

std::string rpcgen::printClientMethod(const Interface &I,
                                      const Operation &Declared,
                                      std::string_view Binding,
                                      std::string_view Data) {
  const Operation O = withoutShadows(Declared);
  std::string Frame = list(each(O, [](const Parameter &P) {
    return isReference(P.T) ? "::std::addressof(" + P.Name + ")"
                            : forward(P, P.Name);
  }));
  const Parameter *Handle = bindingHandle(O);
  std::string To = Handle ? ".to(" + Handle->Name + ")"
                   : I.ImplicitHandle.empty()
                       ? ""
                       : ".or_to(" + I.ImplicitHandle + ")";
  return print(R"(
$signature$ const {
  return ::rpc::invoke($data$$to$, $frame${$values$});
}
)",
               {{"signature", clientSignature(O, Binding)},
                {"data", std::string(Data)},
                {"to", To},
                {"frame", frameName(I, O)},
                {"values", Frame}});
}

std::string rpcgen::frameName(const Interface &I, const Operation &O) {
  return I.Namespace + "::wire::" + O.Name;
}

std::string rpcgen::printProtection(Protection Least) {
  if (Least == Protection::Unstated)
    return "";
  return print("static constexpr auto least_protection = protection::$level$;",
               {{"level", std::string(nameOf(Least))}});
}

std::string rpcgen::printFrame(const Interface &, const Operation &O) {
  std::vector<std::string> Members =
      each(O, [](const Parameter &P) { return declareMember(P) + "{};"; });
  if (returnsValue(O))
    Members.push_back(declare(O.Return, resultName(O)) + "{};");
  if (keepsObjects(O))
    Members.push_back("mutable ::rpc::ndr::object_table " + objectsName(O) +
                      "{};");
  return print(R"(
struct $name$ {
  $members$
};
)",
               {{"name", O.Name}, {"members", join(Members, "\n")}});
}

std::string rpcgen::printOperation(const wire::Forms &All, const Interface &I,
                                   const Operation &O) {
  Scope S{.Ndr = "ndr::", .Self = "call", .Parameters = &O.Parameters};
  std::vector<std::string> Items, Functions;
  auto Add = [&](std::string_view List, const std::string &Name,
                 const std::string &Member, const wire::Construct &C) {
    Shape TheShape = shapeOf(C, Member, S);
    Items.push_back(print(R"(ndr::$list$<"$name$", &call::$member$$shape$>)",
                          {{"list", std::string(List)},
                           {"name", Name},
                           {"member", Member},
                           {"shape", TheShape.Argument}}));
    Functions.insert(Functions.end(), TheShape.Functions.begin(),
                     TheShape.Functions.end());
  };
  const Parameter *Handle = bindingHandle(O);
  for (const Parameter &P : O.Parameters)
    if (&P != Handle)
      Add(listName(P.Dir), P.Name, P.Name, All.parameter(P.T, false));
  if (returnsValue(O))
    Add("result", "return value", resultName(O), All.value(O.Return));
  if (O.ReflectsDeletions)
    Items.push_back("ndr::out<\"deletions\", &call::" + objectsName(O) +
                    ", ndr::deletions>");

  std::string Parameters = join(Items, ",\n    ");
  return print(
      R"(
template <>
struct operation<$frame$> {
  using call = $frame$;
  static constexpr std::uint16_t opnum = $opnum$;
  static constexpr char name[] = "$name$";
  $protection$
  $idempotent$
  $objects$
  $handle$
  $comm_status$
  $fault_status$
  $functions$
  using parameters = ndr::parameters<$parameters$>;
  static void run($namespace$::service& to, call&$c$) { $run$; }
  $notify$
};
)",
      {{"frame", frameName(I, O)},
       {"namespace", I.Namespace},
       {"opnum", std::to_string(O.Opnum)},
       {"name", O.Name},
       {"protection", O.LeastProtection == I.LeastProtection
                          ? ""
                          : printProtection(O.LeastProtection)},
       {"idempotent",
        O.Idempotent ? "static constexpr bool idempotent = true;" : ""},
       {"objects", keepsObjects(O) ? "static constexpr auto objects = &call::" +
                                         objectsName(O) + ";"
                                   : ""},
       {"handle",
        Handle ? "static constexpr auto binding = &call::" + Handle->Name + ";"
               : ""},
       {"comm_status",
        printStatus(O, "comm_status", &ReturnedFailures::Communication)},
       {"fault_status",
        printStatus(O, "fault_status", &ReturnedFailures::Fault)},
       {"functions", join(Functions, "\n")},
       {"parameters", Items.empty() ? "" : "\n    " + Parameters},
       {"c", O.Parameters.empty() && !returnsValue(O) ? "" : " c"},
       {"run", printRun(O)},
       {"notify", printNotify(I, O)}});
}
