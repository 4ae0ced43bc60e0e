//===- Wire.cpp -----------------------------------------------------------===//

#include "lock/Wire.h"

#include <algorithm>
#include <utility>

using namespace rpcgen;

namespace {

std::string integerOf(const Type &T) {
  std::string Name = T.Int3264 ? "int3264" : "int" + std::to_string(T.Bits);
  return T.Signed ? Name : "u" + Name;
}

std::string pointerOf(PointerClass Class) {
  switch (Class) {
  case PointerClass::Unique:
    return "a unique pointer";
  case PointerClass::Full:
    return "a full pointer";
  default:
    return "a ref pointer";
  }
}

std::string arrayOf(const Type &T) {
  std::string Text;
  if (T.Length || T.First)
    Text += "varying ";
  if (T.Extent)
    Text += "fixed ";
  else if (T.Size || !T.String)
    Text += "conformant ";
  Text += T.String ? "string" : "array";
  if (T.Extent)
    Text += " of " + std::to_string(*T.Extent) + " elements";
  return "a " + Text;
}

std::string casesOf(const Arm &A) {
  std::string Text;
  for (std::int64_t Case : A.Cases)
    Text += (Text.empty() ? "case " : ", ") + std::to_string(Case);
  if (A.Default)
    Text += Text.empty() ? "the default" : ", the default";
  return Text;
}

class Walk {
public:
  explicit Walk(const Model &M) : M(M) {}

  void type(const Type &T) {
    switch (T.K) {
    case Type::Kind::Void:
    case Type::Kind::BindingHandle:
    case Type::Kind::Untransmissible:
      return;
    case Type::Kind::Boolean:
      return add("boolean");
    case Type::Kind::Integer:
      return add(integerOf(T));
    case Type::Kind::Character:
      return add("char");
    case Type::Kind::WideCharacter:
      return add("wchar_t");
    case Type::Kind::Float:
      return add(T.Bits == 32 ? "float" : "double");
    case Type::Kind::Enumeration:
      return add(M.Enumerations[T.Definition].V1 ? "an enum of 32 bits"
                                                 : "an enum of 16 bits");
    case Type::Kind::Structure:
      return definition(Structures, T.Definition, "a struct",
                        [&] { structure(M.Structures[T.Definition]); });
    case Type::Kind::Union:
      return definition(Unions, T.Definition, "a union",
                        [&] { unionOf(M.Unions[T.Definition]); });
    case Type::Kind::Pointer:
    case Type::Kind::Reference:
      add(T.Ignored ? "an ignored pointer" : pointerOf(T.Class));
      return T.Ignored ? void() : element(T);
    case Type::Kind::Array:
      add(arrayOf(T));
      return element(T);
    case Type::Kind::Standard:
      return standard(T);
    case Type::Kind::Presented:
      return type(T.element());
    case Type::Kind::ContextHandle:
      return add("a context handle");
    case Type::Kind::Pipe:
      add("a pipe");
      return element(T);
    }
  }

  /// Does Visit one level further down.
  template <class Function>
  void in(const std::string &Name, Location Loc, Function Visit) {
    std::string Above = std::exchange(Path, Path + Name);
    Location Before = std::exchange(Here, Loc);
    Visit();
    Path = std::move(Above);
    Here = Before;
  }

  std::vector<WireStep> Steps;

private:
  void add(std::string What) { Steps.push_back({Path, std::move(What), Here}); }

  void element(const Type &T) { type(T.element()); }

  /// A type is described where it is met first, and called by its number then:
  /// its name makes no difference.
  template <class Function>
  void definition(std::vector<std::size_t> &Seen, std::size_t Index,
                  const std::string &What, Function Describe) {
    auto Known = std::ranges::find(Seen, Index);
    if (Known != Seen.end())
      return add(What + " as number " +
                 std::to_string(Known - Seen.begin() + 1) + " before");
    Seen.push_back(Index);
    add(What);
    Describe();
    add("the end of " + What);
  }

  void structure(const Structure &S) {
    for (const Field &F : S.Fields)
      field(F);
  }

  void unionOf(const Union &U) {
    if (U.Tag)
      type(*U.Tag);
    if (U.MsUnion)
      add("ms_union");
    for (const Arm &A : U.Arms) {
      in("", A.F.Loc, [&] { add(casesOf(A)); });
      if (!A.Empty)
        field(A.F);
    }
  }

  void field(const Field &F) {
    in("." + F.Name, F.Loc, [&] { type(F.T); });
  }

  void text(const Type &T) {
    add("a string");
    add(T.Bits == 8 ? "char" : "wchar_t");
  }

  /// What the class is on the wire: the same as its C spelling.
  void standard(const Type &T) {
    if (T.hasClass())
      add(pointerOf(T.Class));
    switch (T.Library) {
    case StandardClass::String:
    case StandardClass::StringView:
      return text(T);
    case StandardClass::Vector:
    case StandardClass::Span:
      add("a conformant array");
      return element(T);
    case StandardClass::Array:
      add("a fixed array of " + std::to_string(T.Extent.value_or(0)) +
          " elements");
      return element(T);
    case StandardClass::Optional:
    case StandardClass::UniquePointer:
      add("a unique pointer");
      return element(T);
    case StandardClass::SharedPointer:
      add("a full pointer");
      return element(T);
    case StandardClass::Variant:
      add("a union");
      add("uint32");
      for (const Type &Alternative : T.Element)
        type(Alternative);
      return add("the end of a union");
    }
  }

  const Model &M;
  std::string Path;
  Location Here;
  std::vector<std::size_t> Structures, Unions;
};

} // namespace

std::vector<WireStep> rpcgen::wireOf(const Model &M, const std::string &Name,
                                     const Type &T, Location Loc) {
  Walk W(M);
  W.in(Name, Loc, [&] { W.type(T); });
  // A parameter's own ref pointer does not travel.
  if (T.hasClass() && T.Class == PointerClass::Ref && !W.Steps.empty())
    W.Steps.erase(W.Steps.begin());
  return std::move(W.Steps);
}
