//===- SizeMissing.cpp - pointers to one element, next to a count ---------===//

#include "rules/CountNames.h"
#include "rules/Expressions.h"
#include "rules/Rules.h"
#include "rules/Sites.h"
#include "rules/Types.h"

#include <algorithm>
#include <optional>

using namespace rpcgen;

namespace {

using Kind = Type::Kind;

/// A parameter or field; a result comes after the parameters.
struct Member {
  Site At;
  std::size_t Position;
  bool In, Out;
};

/// What a pointer points to, as far as it may be one of several.
enum class Pointee { None, Byte, Number, Object };

/// A pointer to one object, where several are possible.
struct Candidate {
  const Member &Of;
  Words Name;
  const Type &One;
  Pointee Is;
  unsigned Level; ///< of the pointer that may point to several, from 0

  bool isOutOnly() const { return !Of.In; }
};

struct Count {
  const Member &Of;
  CountName Name;
  bool Pointer;
};

Pointee pointeeOf(const Type &T, bool Text) {
  switch (T.K) {
  case Kind::Character:
  case Kind::WideCharacter:
    // The rule pointer-may-be-array finds the others.
    return Text ? Pointee::Byte : Pointee::None;
  case Kind::Integer:
    return T.Bits == 8 ? Pointee::Byte : Pointee::Number;
  case Kind::Boolean:
  case Kind::Float:
  case Kind::Enumeration:
    return Pointee::Number;
  case Kind::Structure:
  case Kind::Union:
  case Kind::Presented:
  case Kind::Pointer:
    return Pointee::Object;
  case Kind::Standard:
    return Pointee::Object;
  case Kind::Void:
  case Kind::Reference:
  case Kind::Array:
  case Kind::ContextHandle:
  case Kind::BindingHandle:
  case Kind::Pipe:
  case Kind::Untransmissible:
    break;
  }
  return Pointee::None;
}

/// A list of structures has as many as it says, and is passed by its first one.
bool isLinked(const Model &M, const Type &Pointee) {
  const Type &T = innermost(Pointee);
  return T.K == Kind::Structure &&
         std::ranges::any_of(
             M.Structures[T.Definition].Fields, [&](const Field &F) {
               return F.T.K == Kind::Pointer &&
                      F.T.element().K == Kind::Structure &&
                      F.T.element().Definition == T.Definition &&
                      !isPlural(objectName(F.Name));
             });
}

bool isInteger(const Type &T) {
  return T.K == Kind::Integer ||
         (T.K == Kind::Untransmissible &&
          (T.Why == Obstacle::Long || T.Why == Obstacle::PointerSized));
}

std::optional<Count> asCount(const Member &Of) {
  const Type &T = Of.At.T;
  bool Pointer = T.K == Kind::Pointer;
  if (!isInteger(Pointer ? T.element() : T))
    return std::nullopt;
  auto Name = countName(Of.At.Name);
  if (!Name)
    return std::nullopt;
  return Count{Of, *Name, Pointer && !T.FromReference};
}

std::optional<Candidate> asCandidate(const Model &M, const Member &Of) {
  const Type *T = &Of.At.T;
  unsigned Level = 0;
  // [out] T **: the caller's pointer, which the server sets.
  if (Of.At.isOutOnly() && T->K == Kind::Pointer &&
      T->element().K == Kind::Pointer) {
    T = &T->element();
    Level = 1;
  }
  // T a[1] at the end of a structure: what C had before T a[].
  bool Last = Of.At.S && &Of.At.S->Fields.back().T == T;
  bool One = Last && T->K == Kind::Array && T->Extent == 1 && !T->Size;
  bool Pointer = T->K == Kind::Pointer && !T->FromReference && !T->Ignored &&
                 !T->ByteCount;
  if (!Pointer && !One)
    return std::nullopt;
  Pointee Is = pointeeOf(T->element(), One || (Of.At.P && Of.Out));
  Words Name = objectName(Of.At.Name);
  auto Counts = countName(Of.At.Name);
  bool IsCount = Counts && !Counts->Joined && Is == Pointee::Number &&
                 (Of.Out || !isPlural(Name));
  if (Is == Pointee::None || IsCount || isLinked(M, T->element()))
    return std::nullopt;
  return Candidate{Of, Name, T->element(), Is, Level};
}

/// Of a type named as the count is, "item *first" with "item_count", too.
bool isNamedAfterType(const Model &M, const Count &N, const Candidate &C) {
  return C.One.K == Kind::Structure &&
         isNamedAfter(N.Name, objectName(M.Structures[C.One.Definition].Name));
}

/// Whether the name of a structure says that it is one of several, and not
/// that of the type: "option *options", not "options *options".
bool isOneOf(const Model &M, const Candidate &C,
             bool (&Several)(const Words &)) {
  return Several(C.Name) &&
         (C.One.K != Kind::Structure ||
          !Several(objectName(M.Structures[C.One.Definition].Name)));
}

/// Whether the name says that there are several.
bool isSeveral(const Model &M, const Candidate &C) {
  return isOneOf(M, C, isContainer) ||
         (isOneOf(M, C, isPlural) && !isSingularPlural(C.Name));
}

/// Whether a count of that name is the size of the pointer.
bool belongs(const Model &M, const Count &N, const Candidate &C) {
  using Unit = CountName::Unit;
  const Unit Of = N.Name.Of;
  bool Adjacent =
      N.Of.Position + 1 == C.Of.Position || C.Of.Position + 1 == N.Of.Position;
  bool Named = isNamedAfter(N.Name, C.Name) || isNamedAfterType(M, N, C);
  if (!Named && !isGeneral(N.Name))
    return false;
  if (isSeveral(M, C) || (Named && isPlural(C.Name)))
    return true;
  switch (C.Is) {
  case Pointee::Byte:
    return Named || isMemory(C.Name) || (Adjacent && !C.isOutOnly()) ||
           C.Of.At.K == Site::Kind::Result;
  case Pointee::Number:
    return isMemory(C.Name) ||
           (!C.isOutOnly() &&
            (Named ? Of != Unit::Size : Adjacent && isUnspecific(C.Name)));
  case Pointee::Object:
  case Pointee::None:
    break;
  }
  return Named ? Of == Unit::Elements : Adjacent && isMemory(C.Name);
}

/// The expression for the size of what the pointer points to.
std::string sizeOf(const Count &N, const Candidate &C) {
  std::string Text = (N.Pointer ? "*" : "") + N.Of.At.Name;
  if (N.Name.Of == CountName::Unit::Bytes && C.Is != Pointee::Byte)
    Text += " / sizeof(" + display(C.One) + ")";
  return (C.Level ? "size_is(, " : "size_is(") + Text + ")";
}

void reportCandidate(Reporter &R, const Count &N, const Candidate &C) {
  bool Reference = C.Of.At.P && !C.Level;
  R.report(C.Of.At.Loc, describe(C.Of.At) + " is exactly one '" +
                            display(C.One) + "', and " + quote(N.Of.At.Name) +
                            " looks like its size")
      .note(C.Of.At.Loc, "write '[[rpc::" + sizeOf(N, C) + "]]' before it")
      .note(C.Of.At.Loc,
            Reference ? "if it is one, pass it by reference"
                      : "if it is one, write "
                        "'[[rpc::suppress(\"size-missing\")]]' before it");
}

/// Whether an attribute of the member, or of an alias in its type, uses the
/// name.
bool uses(const Site &At, const std::string &Name) {
  bool Found = false;
  auto Look = [&](const std::optional<Expression> &E) {
    if (E)
      forEachPart(*E,
                  [&](const Expression &Part) { Found |= Part.Name == Name; });
  };
  for (const Attribute &A : At.Attributes)
    std::ranges::for_each(A.Expressions, Look);
  forEachLevel(At.T, [&](const Type &Level) {
    for (const auto &E : {Level.Size, Level.Length, Level.First})
      Look(E);
  });
  return Found;
}

void checkMembers(const Model &M, const std::vector<Member> &Members,
                  Reporter &R) {
  std::vector<Count> Counts;
  for (const Member &Each : Members) {
    auto Used = [&](const Member &By) { return uses(By.At, Each.At.Name); };
    if (auto N = asCount(Each); N && std::ranges::none_of(Members, Used))
      Counts.push_back(*N);
  }
  for (const Member &Each : Members) {
    auto C = asCandidate(M, Each);
    if (!C)
      continue;
    auto N = std::ranges::find_if(Counts, [&](const Count &Each) {
      bool Known = Each.Of.In || C->Of.Out;
      return &Each.Of != &C->Of && Known && belongs(M, Each, *C);
    });
    if (N != Counts.end())
      reportCandidate(R, *N, *C);
  }
}

void checkSizeMissing(const Model &M, Reporter &R) {
  std::vector<Member> Members;
  forEachSite(M, [&](const Site &At) {
    bool Together = !Members.empty() && Members.back().At.O == At.O &&
                    Members.back().At.S == At.S && (At.O || At.S);
    if (!Together) {
      checkMembers(M, Members, R);
      Members.clear();
    }
    bool Result = At.K == Site::Kind::Result;
    Members.push_back({At, Members.size(), At.P ? At.P->Dir.In : !Result,
                       At.P ? At.P->Dir.Out : true});
  });
  checkMembers(M, Members, R);
}

} // namespace

const Rule rpcgen::SizeMissing = {
    "size-missing", Severity::Warning,
    "a pointer to one element next to a count that is the size of nothing",
    checkSizeMissing};
