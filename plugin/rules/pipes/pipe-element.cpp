#include "rules/Rule.h"
#include "wire/Forms.h"

#include <optional>

using namespace rpcgen;

namespace {

/// What the elements of a pipe cannot be or hold, and why.
struct Unfit {
  const Type *T;
  const char *Why;
};

} // namespace

static std::optional<Unfit> findUnfit(const wire::Forms &All,
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
static std::optional<Unfit> findUncopied(const Type &Element) {
  if (Element.Const)
    return Unfit{&Element, "which cannot be received"};
  if (Element.K == Type::Kind::Array)
    return Unfit{&Element, "which C++ does not copy"};
  return std::nullopt;
}

static void check(const Model &M, ModelReporter &R) {
  const wire::Forms &All = R.forms();
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

DEFINE_RULE(PipeElement) = {
    "pipe-element", Severity::Error,
    "a pipe of elements of varying size, or with pointers", check};
