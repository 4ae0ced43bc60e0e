#include "rules/Rule.h"

using namespace rpcgen;

static void check(const Site &At, ModelReporter &R) {
  const Type *Pipe = findPipe(At.T);
  if (!Pipe)
    return;
  bool Direct = At.P && At.T.K == Type::Kind::Pointer &&
                Pipe == &At.T.element() && !At.T.Reseatable;
  // A reference that is not [ref] is an error of its own.
  if (Direct && !Pipe->Const &&
      (At.T.Class == PointerClass::Ref || At.T.FromReference))
    return;
  std::string Wanted = "rpc::pipe<" + display(Pipe->element()) + "> &";
  R.report(At.Loc, describe(At) + (Direct ? " is" : " is or holds") +
                       " a pipe, which must be a parameter '" + Wanted + "'")
      .note(At.Loc, At.P ? "write '" + Wanted + At.Name + "'"
                         : "let an operation take '" + Wanted + "'");
}

DEFINE_RULE(PipePlacement) = {
    "pipe-placement", Severity::Error,
    "a pipe that is not a parameter passed by reference", check};
