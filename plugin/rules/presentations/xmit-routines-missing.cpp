#include "rules/Rule.h"

#include <string_view>

using namespace rpcgen;

/// The type without its const.
static std::string nameOf(const Type &T) {
  std::string Name = display(T);
  constexpr std::string_view Const = "const ";
  return Name.starts_with(Const) ? Name.substr(Const.size()) : Name;
}

static void check(const Site &At, const Type &Level, ModelReporter &R) {
  if (Level.K == Type::Kind::Presented && !Level.Converted &&
      Level.element().K != Type::Kind::Void)
    R.report(At.Loc, describe(At) + " has type '" + nameOf(Level) +
                         "', which nothing makes a '" +
                         display(Level.element()) + "' of")
        .note(At.Loc, "specialise 'rpc::wire_form<" + nameOf(Level) +
                          ">' before the stubs, with to_wire and from_wire");
}

DEFINE_RULE(XmitRoutinesMissing) = {
    "xmit-routines-missing", Severity::Error,
    "a type that travels as another one without an rpc::wire_form", check};
