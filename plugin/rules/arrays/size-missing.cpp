#include "rules/Rule.h"
#include "rules/support/CountNames.h"
#include "rules/support/Expressions.h"

#include <algorithm>
#include <iterator>
#include <optional>

using namespace rpcgen;

using Kind = Type::Kind;

namespace {

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

} // namespace

static Pointee pointeeOf(const Type &T, bool Text) {
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
static bool isLinked(const Model &M, const Type &Pointee) {
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

static bool isInteger(const Type &T) {
  return T.K == Kind::Integer ||
         (T.K == Kind::Untransmissible &&
          (T.Why == Obstacle::Long || T.Why == Obstacle::PointerSized));
}

/// One for each way to read its name.
static std::vector<Count> asCounts(const Member &Of) {
  const Type &T = Of.At.T;
  bool Pointer = T.K == Kind::Pointer;
  if (!isInteger(Pointer ? T.element() : T))
    return {};
  std::vector<Count> Found;
  for (const CountName &Name : countNames(Of.At.Name))
    Found.push_back({Of, Name, Pointer && !T.FromReference});
  return Found;
}

static std::optional<Candidate> asCandidate(const Model &M, const Member &Of) {
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
  bool InPlace = Of.At.P && Of.Out && Level == 0 && !T->Reseatable;
  Pointee Is = pointeeOf(T->element(), One || InPlace);
  Words Name = objectName(Of.At.Name);
  bool IsCount =
      Is == Pointee::Number && (Of.Out || !isPlural(Name)) &&
      std::ranges::any_of(countNames(Of.At.Name),
                          [](const CountName &N) { return !N.Joined; });
  if (Is == Pointee::None || IsCount || isLinked(M, T->element()))
    return std::nullopt;
  return Candidate{Of, Name, T->element(), Is, Level};
}

/// Of a type named as the count is, "item *first" with "item_count", too.
static bool isNamedAfterType(const Model &M, const Count &N,
                             const Candidate &C) {
  return C.One.K == Kind::Structure &&
         isNamedAfter(N.Name, objectName(M.Structures[C.One.Definition].Name));
}

/// Whether the name of a structure says that it is one of several, and not
/// that of the type: "option *options", not "options *options".
static bool isOneOf(const Model &M, const Candidate &C,
                    bool (&Several)(const Words &)) {
  return Several(C.Name) &&
         (C.One.K != Kind::Structure ||
          !Several(objectName(M.Structures[C.One.Definition].Name)));
}

/// Whether the name says that there are several.
static bool isSeveral(const Model &M, const Candidate &C) {
  return isOneOf(M, C, isContainer) ||
         (isOneOf(M, C, isPlural) && !isSingularPlural(C.Name));
}

/// Whether a count of that name is the size of the pointer.
static bool belongs(const Model &M, const Count &N, const Candidate &C) {
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
static std::string sizeOf(const Count &N, const Candidate &C) {
  std::string Text = (N.Pointer ? "*" : "") + N.Of.At.Name;
  if (N.Name.Of == CountName::Unit::Bytes && C.Is != Pointee::Byte)
    Text += " / sizeof(" + display(C.One) + ")";
  return (C.Level ? "size_is(, " : "size_is(") + Text + ")";
}

static void reportCandidate(Reporter &R, const Count &N, const Candidate &C) {
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

static bool names(const std::optional<Expression> &E, const std::string &Name) {
  bool Found = false;
  if (E)
    forEachPart(*E,
                [&](const Expression &Part) { Found |= Part.Name == Name; });
  return Found;
}

/// Whether the name is the size of an array of the member.
static bool sizes(const Site &At, const std::string &Name) {
  bool Found = false;
  forEachLevel(At.T,
               [&](const Type &Level) { Found |= names(Level.Size, Name); });
  return Found;
}

/// Whether an attribute of the member, or of an alias in its type, uses the
/// name.
static bool uses(const Site &At, const std::string &Name) {
  bool Found = sizes(At, Name);
  for (const Attribute &A : At.Attributes)
    for (const auto &E : A.Expressions)
      Found |= names(E, Name);
  forEachLevel(At.T, [&](const Type &Level) {
    Found |= names(Level.Length, Name) || names(Level.First, Name);
  });
  return Found;
}

/// Whether a count that sizes another array is that of the pointer too:
/// "keys, values, n".
static bool isParallel(const Model &M, const Count &N, const Candidate &C) {
  bool Written = C.Of.At.P && C.Of.Out;
  return !Written && isGeneral(N.Name) && isSeveral(M, C);
}

static void checkMembers(const Model &M, const std::vector<Member> &Members,
                         Reporter &R) {
  std::vector<Count> Free, Used;
  for (const Member &Each : Members) {
    auto Has = [&](auto Uses) {
      return std::ranges::any_of(
          Members, [&](const Member &By) { return Uses(By.At, Each.At.Name); });
    };
    if (Has(sizes))
      std::ranges::copy(asCounts(Each), std::back_inserter(Used));
    else if (!Has(uses))
      std::ranges::copy(asCounts(Each), std::back_inserter(Free));
  }
  for (const Member &Each : Members) {
    auto C = asCandidate(M, Each);
    if (!C)
      continue;
    auto FindIn = [&](const std::vector<Count> &Counts, auto Belongs) {
      auto N = std::ranges::find_if(Counts, [&](const Count &Each) {
        bool Known = Each.Of.In || C->Of.Out;
        return &Each.Of != &C->Of && Known && Belongs(M, Each, *C);
      });
      return N == Counts.end() ? nullptr : &*N;
    };
    const Count *N = FindIn(Free, belongs);
    if (!N)
      N = FindIn(Used, isParallel);
    if (N)
      reportCandidate(R, *N, *C);
  }
}

static void check(const Model &M, ModelReporter &R) {
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

DEFINE_RULE(SizeMissing) = {
    "size-missing", Severity::Warning,
    "a pointer to one element next to a count that is the size of nothing",
    check};
