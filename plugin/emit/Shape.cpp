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

/// Whether a parameter of the type stands for a [ref] pointer, and so is what
/// that leads to.
bool isInPlace(const Type &T) {
  return T.K == Type::Kind::Presented
             ? isInPlace(T.element())
             : T.K == Type::Kind::Standard && T.Class == PointerClass::Ref;
}

class Shaper {
public:
  Shaper(std::string_view Of, const Scope &In) : Name(Of), S(In) {}

  /// The shape of a value; "" where it is plain.
  std::string value(const Type &T) {
    switch (T.K) {
    case Type::Kind::Pointer:
      return pointer(T);
    case Type::Kind::Standard:
      return standard(T);
    case Type::Kind::Presented:
      return presented(T, value(T.element()));
    case Type::Kind::Array:
      return array(T);
    case Type::Kind::ContextHandle:
      return contextHandle(T);
    case Type::Kind::Union:
      return T.Discriminant
                 ? name("switched", {function("tag", *T.Discriminant)})
                 : "";
    case Type::Kind::Pipe:
      return name("pipe", {value(T.element())});
    case Type::Kind::Integer:
    case Type::Kind::Enumeration:
      return number(T);
    case Type::Kind::Boolean:
    case Type::Kind::Character:
    case Type::Kind::WideCharacter:
    case Type::Kind::Float:
    case Type::Kind::Structure:
    case Type::Kind::Void:
    case Type::Kind::Reference:
    case Type::Kind::BindingHandle:
    case Type::Kind::Untransmissible:
      break;
    }
    return "";
  }

  /// The shape of what a pointer leads to: what stands for a pointer is its
  /// pointee there.
  std::string pointee(const Type &T) {
    if (T.K == Type::Kind::Presented)
      return presented(T, pointee(T.element()));
    if (!T.hasClass() || T.K == Type::Kind::Pointer)
      return value(T);
    if (T.Element.empty())
      return std::string(S.Ndr) + "string";
    std::string Element = value(T.element());
    return T.Size ? checks(T, name("conformant",
                                   {function("size", *T.Size), Element}))
                  : name("counted", {Element});
  }

  std::vector<std::string> Functions;

private:
  std::string pointer(const Type &T) {
    if (T.Ignored)
      return std::string(S.Ndr) + "ignored";
    const Type &E = T.element();
    bool Fixed = E.K == Type::Kind::Array && E.Extent && !E.Size;
    std::string Pointee = Fixed && T.FromArray ? decayed(E) : pointee(E);
    // One object, which is an array: not a pointer to its first element.
    if (Fixed && !T.FromArray && !Pointee.empty())
      Pointee = name("fixed", {"1", Pointee});
    if (T.Allocated != Allocation::AsNeeded)
      Pointee = name("allocated", {allocation(T.Allocated), Pointee});
    if (T.ByteCount)
      Pointee = name("byte_count", {function("bytes", *T.ByteCount), Pointee});
    if (T.Reseatable)
      return name("reseatable", {Pointee});
    if (T.Class == PointerClass::Full)
      return name("full", {Pointee});
    if (T.PartlyIgnored)
      return name("partial_ignore", {Pointee});
    return withoutAlias(T.Class, Pointee);
  }

  std::string allocation(Allocation How) const {
    return std::string(S.Ndr) + "allocation::" +
           (How == Allocation::Separate   ? "separate"
            : How == Allocation::Together ? "together"
                                          : "kept");
  }

  std::string withoutAlias(PointerClass Class,
                           const std::string &Pointee) const {
    return name(Class == PointerClass::Ref ? "ref" : "unique", {Pointee});
  }

  std::string presented(const Type &T, const std::string &Wire) const {
    return name("presented", {declare(T.element(), ""), Wire});
  }

  std::string standard(const Type &T) {
    switch (T.Library) {
    case StandardClass::Array: {
      std::string Element = value(T.element());
      return Element.empty() ? "" : name("fixed", {extent(T), Element});
    }
    case StandardClass::Optional:
    case StandardClass::UniquePointer:
      return name("unique", {pointee(T.element())});
    case StandardClass::SharedPointer:
      return name("full", {pointee(T.element())});
    case StandardClass::Variant: {
      std::vector<std::string> Alternatives;
      for (const Type &E : T.Element) {
        std::string Alternative = value(E);
        Alternatives.push_back(
            Alternative.empty() ? std::string(S.Ndr) + "plain" : Alternative);
      }
      return name("alternatives", Alternatives);
    }
    case StandardClass::String:
    case StandardClass::StringView:
    case StandardClass::Vector:
    case StandardClass::Span:
      break;
    }
    return withoutAlias(T.Class, pointee(T));
  }

  std::string number(const Type &T) const {
    if (T.Int3264)
      return std::string(S.Ndr) + "int3264";
    return T.Range ? name("range", {std::to_string(T.Range->Low),
                                    std::to_string(T.Range->High)})
                   : "";
  }

  std::string contextHandle(const Type &T) const {
    std::string Trait = std::string(S.Ndr) + "context_trait::";
    return name("context_handle",
                {"\"" + T.Context + "\"", T.Nullable ? Trait + "nullable" : "",
                 T.Shared ? Trait + "shared" : ""});
  }

  std::string array(const Type &T) {
    if (T.String)
      return checks(T, T.Size ? name("sized_string", {size(T)})
                              : std::string(S.Ndr) + "string");
    if (T.Size)
      return checks(T, T.Length ? part("conformant_varying", size(T), T)
                                : name("conformant", {size(T), element(T)}));
    if (T.Length)
      return checks(T, part("varying", extent(T), T));
    std::string Element = element(T);
    return Element.empty() ? "" : name("fixed", {extent(T), Element});
  }

  /// An array parameter T a[4], which C++ passes as a pointer.
  std::string decayed(const Type &T) {
    if (T.String)
      return checks(T, name("fixed_string", {extent(T)}));
    return T.Length ? array(T) : name("fixed", {extent(T), element(T)});
  }

  /// An array of which a part travels.
  std::string part(std::string_view Template, std::string Extent,
                   const Type &T) {
    std::string Length = function("length", *T.Length);
    std::string First = T.First ? function("first", *T.First) : "";
    std::string Element = element(T);
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

  static std::string extent(const Type &T) { return std::to_string(*T.Extent); }
  std::string size(const Type &T) { return function("size", *T.Size); }
  std::string element(const Type &T) { return value(T.element()); }

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

Shape rpcgen::shapeOf(const Type &T, std::string_view Name, const Scope &S) {
  Shaper Printer(Name, S);
  std::string Text =
      S.Parameters && isInPlace(T) ? Printer.pointee(T) : Printer.value(T);
  return {Text.empty() ? "" : ", " + Text, std::move(Printer.Functions)};
}
