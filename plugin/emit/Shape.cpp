//===- Shape.cpp ----------------------------------------------------------===//
#include "emit/Shape.h"

#include "emit/Declare.h"
#include "emit/Printer.h"

#include <map>

using namespace rpcgen;

namespace {

constexpr std::string_view ShortFunction =
    R"(static $result$ $name$(const $type$&$self$) { return $text$; })";
constexpr std::string_view LongFunction = R"(
static $result$ $name$(const $type$&$self$) {
  return $text$;
})";
constexpr std::size_t LongestExpression = 56; ///< In a short function.

using wire::Construct;

class Shaper {
public:
  Shaper(std::string_view Of, const Scope &In) : Name(Of), S(In) {}

  /// "" where it is plain.
  std::string shape(const Construct &C) {
    return wire::match(
        C, [&](const wire::Scalar &) { return scalar(*C.T); },
        [&](const wire::Pointer &P) { return pointer(P, *C.T); },
        [&](const wire::Array &A) { return array(A, *C.T); },
        [&](const wire::Union &U) {
          return U.Discriminant
                     ? name("switched", {function("tag", *U.Discriminant)})
                     : "";
        },
        [&](const wire::Alternatives &All) { return alternatives(All); },
        [&](const wire::Pipe &P) {
          return name("pipe", {shape(P.Of.front())});
        },
        [&](const wire::ContextHandle &) { return contextHandle(*C.T); },
        [&](const wire::Presented &P) {
          return name("presented",
                      {declare(C.T->element(), ""), shape(P.By.front())});
        },
        [](const wire::Structure &) { return std::string(); },
        [](const wire::Deletions &) { return std::string(); },
        [](const wire::Nothing &) { return std::string(); });
  }

  std::vector<std::string> Functions;

private:
  std::string pointer(const wire::Pointer &P, const Type &T) {
    if (P.To.empty())
      return plain("ignored");
    const Construct &To = P.To.front();
    const auto *A = To.as<wire::Array>();
    bool Fixed = A && To.T->K == Type::Kind::Array && !A->isConformant();
    std::string Pointee = Fixed && T.FromArray ? decayed(*A, *To.T) : shape(To);
    // One object, which is an array: not a pointer to its first element.
    if (Fixed && !T.FromArray && !Pointee.empty())
      Pointee = name("fixed", {"1", Pointee});
    if (T.Allocated != Allocation::AsNeeded)
      Pointee = name("allocated", {allocation(T.Allocated), Pointee});
    if (T.ByteCount)
      Pointee = name("byte_count", {function("bytes", *T.ByteCount), Pointee});
    return name(T.Reseatable                            ? "reseatable"
                : P.Takes == wire::Pointer::Class::Full ? "full"
                : T.PartlyIgnored                       ? "partial_ignore"
                : P.Takes == wire::Pointer::Class::Ref  ? "ref"
                                                        : "unique",
                {Pointee});
  }

  std::string allocation(Allocation How) const {
    return plain("allocation::") + (How == Allocation::Separate   ? "separate"
                                    : How == Allocation::Together ? "together"
                                                                  : "kept");
  }

  std::string alternatives(const wire::Alternatives &All) {
    std::vector<std::string> Shapes;
    for (const Construct &Each : All.Of) {
      std::string Alternative = shape(Each);
      Shapes.push_back(Alternative.empty() ? plain("plain") : Alternative);
    }
    return name("alternatives", Shapes);
  }

  std::string scalar(const Type &T) const {
    if (T.Int3264)
      return plain("int3264");
    return T.Range ? name("range", {std::to_string(T.Range->Low),
                                    std::to_string(T.Range->High)})
                   : "";
  }

  std::string contextHandle(const Type &T) const {
    std::string Trait = plain("context_trait::");
    return name("context_handle",
                {"\"" + T.Context + "\"", T.Nullable ? Trait + "nullable" : "",
                 T.Shared ? Trait + "shared" : ""});
  }

  std::string array(const wire::Array &A, const Type &T) {
    if (A.String)
      return checks(T,
                    A.Size ? name("sized_string", {size(A)}) : plain("string"));
    if (A.Size)
      return checks(T, A.Length ? part("conformant_varying", size(A), A)
                                : name("conformant", {size(A), element(A)}));
    if (A.Length)
      return checks(T, part("varying", extent(A), A));
    std::string Element = element(A);
    if (!A.Extent)
      return name("counted", {Element});
    return Element.empty() ? "" : name("fixed", {extent(A), Element});
  }

  /// An array parameter T a[4], which C++ passes as a pointer.
  std::string decayed(const wire::Array &A, const Type &T) {
    if (A.String)
      return checks(T, name("fixed_string", {extent(A)}));
    return A.Length ? array(A, T) : name("fixed", {extent(A), element(A)});
  }

  /// An array of which a part travels.
  std::string part(std::string_view Template, std::string Extent,
                   const wire::Array &A) {
    std::string Length = function("length", *A.Length);
    std::string First = A.First ? function("first", *A.First) : "";
    std::string Element = element(A);
    if (First.empty() && !Element.empty())
      First = "nullptr";
    return name(Template, {std::move(Extent), Length, First, Element});
  }

  /// What the receiver checks besides, around the shape of an array.
  std::string checks(const Type &T, std::string Array) const {
    if (T.Range)
      Array = name("bounded", {std::to_string(T.Range->Low),
                               std::to_string(T.Range->High), Array});
    return T.Unchecked ? name("disable_consistency_check", {Array}) : Array;
  }

  static std::string extent(const wire::Array &A) {
    return std::to_string(*A.Extent);
  }
  std::string size(const wire::Array &A) { return function("size", *A.Size); }
  std::string element(const wire::Array &A) { return shape(A.Of.front()); }

  std::string plain(std::string_view Shape) const {
    return std::string(S.Ndr) + std::string(Shape);
  }

  std::string name(std::string_view Template,
                   std::vector<std::string> Arguments) const {
    std::erase(Arguments, "");
    return print("$ndr$$template$<$arguments$>",
                 {{"ndr", std::string(S.Ndr)},
                  {"template", std::string(Template)},
                  {"arguments", join(Arguments, ", ")}});
  }

  /// Prints a function for the expression and returns a pointer to it. Every
  /// level of a declaration may have a size.
  std::string function(const std::string &Role, const Expression &E) {
    std::string Function = std::string(Name) + "_" + Role;
    if (unsigned Use = ++Uses[Role]; Use > 1)
      Function += "_" + std::to_string(Use);
    Functions.push_back(printFunction(Function, E));
    return "&" + Function;
  }

  std::string printFunction(const std::string &Function, const Expression &E) {
    std::string Text = printExpression(E, S);
    bool Short = Text.size() <= LongestExpression;
    return print(Short ? ShortFunction : LongFunction,
                 {{"result", resultOfExpression(E, S)},
                  {"name", Function},
                  {"type", std::string(S.Self)},
                  {"self", readsOperand(E) ? " self" : ""},
                  {"text", Text}});
  }

  std::string_view Name;
  const Scope &S;
  std::map<std::string, unsigned> Uses; ///< By role.
};

} // namespace

Shape rpcgen::shapeOf(const Construct &C, std::string_view Name,
                      const Scope &S) {
  Shaper Printer(Name, S);
  std::string Text = Printer.shape(C);
  return {Text.empty() ? "" : ", " + Text, std::move(Printer.Functions)};
}
