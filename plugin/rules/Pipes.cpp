//===- Pipes.cpp - where pipes stand and what they carry ------------------===//

#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"
#include "wire/Forms.h"

#include <algorithm>
#include <optional>

using namespace rpcgen;

namespace {

void checkPlacement(const Model &M, Reporter &R) {
  forEachSite(M, [&](const Site &At) {
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
  });
}

/// What the elements of a pipe cannot be or hold, and why.
struct Unfit {
  const Type *T;
  const char *Why;
};

std::optional<Unfit> findUnfit(const wire::Forms &All,
                               const wire::Construct &C) {
  using Found = std::optional<Unfit>;
  auto Because = [&](const char *Why) { return Found({C.T, Why}); };
  constexpr const char *Unsized = "which has no fixed size on the wire";
  if (C.T->K == Type::Kind::Untransmissible) // reported by itself
    return std::nullopt;
  if (C.T->K == Type::Kind::Standard && !C.T->isStandardArray())
    return Because(Unsized);
  return wire::match(
      C,
      [&](const wire::Scalar &S) {
        return S.Size[0] == S.Size[1]
                   ? Found()
                   : Because(S.Enum ? "an enumeration without [v1_enum]"
                                    : Unsized);
      },
      [&](const wire::Structure &S) {
        Found Inner;
        for (const wire::Member &Each : All.Structures[S.Definition])
          if (!Inner)
            Inner = findUnfit(All, Each.C);
        return Inner;
      },
      [&](const wire::Array &A) {
        return !A.Extent || A.Length || A.String ? Because(Unsized)
                                                 : findUnfit(All, A.Of.front());
      },
      [&](const wire::Pointer &) { return Because("a pointer"); },
      [&](const wire::Union &) { return Because("a union"); },
      [&](const wire::Presented &) {
        return Because("which travels as another type");
      },
      [&](const auto &) { return Because("which is not data"); });
}

/// Elements are copied, but what they hold only with them.
std::optional<Unfit> findUncopied(const Type &Element) {
  if (Element.Const)
    return Unfit{&Element, "which cannot be received"};
  if (Element.K == Type::Kind::Array)
    return Unfit{&Element, "which C++ does not copy"};
  return std::nullopt;
}

void checkElement(const Model &M, Reporter &R) {
  const wire::Forms All(M);
  forEachSite(M, [&](const Site &At) {
    const Type *Pipe = findPipe(At.T);
    if (!Pipe)
      return;
    const Type &Element = Pipe->element();
    auto Found = findUnfit(All, All.value(Element));
    if (!Found)
      Found = findUncopied(Element);
    if (!Found)
      return;
    std::string Holds =
        Found->T == &Element ? "" : quote(display(Element)) + ", which holds ";
    R.report(At.Loc, describe(At) + " is a pipe of " + Holds +
                         quote(display(*Found->T)) + ", " + Found->Why)
        .note(At.Loc, "use numbers, enumerations with [v1_enum], and structs "
                      "and std::array of such");
  });
}

/// Whether what travels of it beside a pipe may have any size.
bool isUnsized(const Model &M, const Type &T) {
  return (T.hasClass() && T.Class != PointerClass::Ref) ||
         (T.K == Type::Kind::Standard && T.hasClass()) ||
         (T.K == Type::Kind::Pointer && isOpen(M, T.element()));
}

void checkUnsized(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    bool Piped = hasPipes(O);
    for (const Parameter &P : O.Parameters)
      if (Piped && isUnsized(M, P.T))
        R.report(P.Loc, quote(P.Name) + " has no fixed size and is passed with "
                                        "a pipe, which MIDL does not compile");
  });
}

void checkAttributes(const Model &M, Reporter &R) {
  forEachOperation(M, [&](const Interface &, const Operation &O) {
    for (const char *Name : {"idempotent", "maybe"})
      if (const Attribute *A = find(O.Attributes, Name); A && hasPipes(O))
        R.report(A->Loc, quote(O.Name) +
                             " has pipes, whose elements pass once "
                             "and are waited for: it cannot be [" +
                             Name + "]")
            .removeAttribute(*A);
  });
}

} // namespace

const Rule rpcgen::PipeAttr = {
    "pipe-attr", Severity::Error,
    "an operation with pipes that may run again, or is not waited for",
    checkAttributes};

const Rule rpcgen::PipePlacement = {
    "pipe-placement", Severity::Error,
    "a pipe that is not a parameter passed by reference", checkPlacement};

const Rule rpcgen::PipeElement = {
    "pipe-element", Severity::Error,
    "a pipe of elements of varying size, or with pointers", checkElement};

const Rule rpcgen::PipeWithUnsized = {
    "pipe-with-unsized", Severity::Off,
    "a parameter of varying size in an operation with pipes", checkUnsized};
