//===- Use.cpp ------------------------------------------------------------===//

#include "remarks/Use.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

using namespace rpcgen;

namespace {

bool concernsAllNodes(Allocation How) {
  return How == Allocation::Together || How == Allocation::Kept;
}

/// Whether the parameter or result is of the kind, or leads to one.
bool is(const Type &T, Type::Kind K) {
  return T.K == K || (T.K == Type::Kind::Pointer && T.element().K == K);
}

bool hasPipes(const Operation &O) {
  return std::ranges::any_of(O.Parameters, [](const Parameter &P) {
    return is(P.T, Type::Kind::Pipe);
  });
}

/// Goes from a parameter to all that it leads to, what is nearer first, and
/// keeps what becomes of each object.
class Walk {
public:
  Walk(const Model &Of, const Operation &Whose, Syntax In)
      : M(Of), O(Whose), S(In) {}

  Use from(const Parameter &P) {
    visit(P.T, {P.Name, P.Loc}, Allocation::AsNeeded);
    for (; !Objects.empty(); Objects.pop_front())
      visit(Objects.front());
    if (!First)
      return {Reused ? Use::Kind::Reuses : Use::Kind::NoMemory,
              {"it is passed by value", {}},
              Unless};
    return {Reused ? Use::Kind::AllocatesInPart : Use::Kind::Allocates, *First,
            Unless};
  }

private:
  /// What a pointer leads to.
  struct Object {
    const Type &T;
    Place At;
    Allocation How;
  };

  // Values, wherever they are: what they hold leads to objects.

  void visit(const Type &T, const Place &At, Allocation How) {
    switch (T.K) {
    case Type::Kind::Pointer:
      return pointer(T, At, How);
    case Type::Kind::Structure:
      if (Structures.insert({T.Definition, How}).second)
        for (const Field &F : M.Structures[T.Definition].Fields)
          visit(F.T, fieldOf(At, F), How);
      return;
    case Type::Kind::Union:
      if (Unions.insert({T.Definition, How}).second)
        for (const Arm &A : M.Unions[T.Definition].Arms)
          if (!A.Empty)
            visit(A.F.T, fieldOf(At, A.F), How);
      return;
    case Type::Kind::Array:
      return visit(T.element(), elementOf(At), How);
    case Type::Kind::Standard:
      return standard(T, At, How);
    case Type::Kind::Presented:
      // What travels is read into an object of its own, unless it can be used
      // as it comes.
      if (Form F = formOf(M, T.element(), At, S); F.Differs || !F.Verbatim)
        allocate(*formOf(M, T, At, S).Differs);
      return visit(T.element(), At, How);
    case Type::Kind::Void:
    case Type::Kind::Boolean:
    case Type::Kind::Integer:
    case Type::Kind::Character:
    case Type::Kind::WideCharacter:
    case Type::Kind::Float:
    case Type::Kind::Enumeration:
    case Type::Kind::Reference:
    case Type::Kind::ContextHandle:
    case Type::Kind::BindingHandle:
    case Type::Kind::Pipe:
    case Type::Kind::Untransmissible:
      return;
    }
  }

  void pointer(const Type &T, const Place &At, Allocation How) {
    if (T.Ignored)
      return;
    if (T.Reseatable)
      allocate({"'" + At.Path + "' refers to a pointer, which does not travel",
                At.Loc});
    Objects.push_back({T.element(), pointeeOf(At, T),
                       concernsAllNodes(How) ? How : T.Allocated});
  }

  void standard(const Type &T, const Place &At, Allocation How) {
    switch (T.Library) {
    case StandardClass::StringView:
      return settle({}, At, How);
    case StandardClass::Span:
      settle(formOfElements(M, T, At, S), At, How);
      return visit(T.element(), elementOf(At), below(How));
    case StandardClass::Array:
      return visit(T.element(), elementOf(At), How);
    case StandardClass::Optional:
    case StandardClass::Variant:
      for (const Type &E : T.Element)
        visit(E, At, below(How));
      return;
    // These own memory of their own.
    case StandardClass::String:
      return allocate(*formOf(M, T, At, S).Differs);
    case StandardClass::Vector:
      allocate(*formOf(M, T, At, S).Differs);
      return visit(T.element(), elementOf(At), below(How));
    case StandardClass::UniquePointer:
    case StandardClass::SharedPointer:
      allocate(*formOf(M, T, At, S).Differs);
      return visit(T.element(), {"*" + At.Path, At.Loc}, below(How));
    }
  }

  // Objects.

  void visit(const Object &Next) {
    const Type &T = Next.T;
    bool ByElement =
        T.K == Type::Kind::Array && T.Size && !T.String && !T.Length;
    // A string of whatever length is its characters.
    Form F = T.K == Type::Kind::Array && T.String && !T.Size && !T.Extent
                 ? Form{}
             : ByElement ? formOfElements(M, T, Next.At, S)
                         : formOf(M, T, Next.At, S);
    settle(F, Next.At, Next.How);
    // What a view looks at is read together with it.
    visit(T, Next.At, T.K == Type::Kind::Standard ? Next.How : below(Next.How));
  }

  /// An attribute of a pointer ends with what that leads to, unless it concerns
  /// all nodes.
  static Allocation below(Allocation How) {
    return concernsAllNodes(How) ? How : Allocation::AsNeeded;
  }

  /// Decides about an object of the form.
  void settle(const Form &F, const Place &At, Allocation How) {
    if (std::string Why = refusal(How); !Why.empty())
      return allocate({"'" + At.Path + "' " + Why, At.Loc});
    if (F.Differs)
      return allocate(*F.Differs);
    Reused = true;
    if (F.End && !Unless) {
      // The end of the structure must not lie in what comes behind it.
      std::size_t Missing = F.Size - F.End->Offset;
      if (std::size_t Least = (Missing + F.End->Stride - 1) / F.End->Stride)
        Unless = {F.End->At.Path, Least};
    }
  }

  /// Why an object is allocated whatever its form; "" if it is not.
  std::string refusal(Allocation How) const {
    switch (How) {
    case Allocation::Separate:
      return "is the pointee of a pointer with force_allocate";
    case Allocation::Together:
      return "is the pointee of a pointer with allocate(all_nodes)";
    case Allocation::Kept:
      return "is the pointee of a pointer with allocate(dont_free)";
    case Allocation::AsNeeded:
      break;
    }
    if (hasPipes(O))
      return "is read as it arrives, because the operation has pipes";
    return "";
  }

  void allocate(const Reason &Why) {
    if (!First)
      First = Why;
  }

  const Model &M;
  const Operation &O;
  const Syntax S;
  std::deque<Object> Objects;
  /// Definitions whose members have been visited.
  std::set<std::tuple<std::size_t, Allocation>> Structures, Unions;
  bool Reused = false;
  std::optional<Reason> First;
  std::optional<Use::ShortEnd> Unless;
};

} // namespace

Use rpcgen::useOf(const Model &M, const Operation &O, const Parameter &P,
                  Syntax S) {
  if (P.T.K == Type::Kind::BindingHandle)
    return {Use::Kind::NoMemory, {"it does not travel", {}}, {}};
  if (P.T.K == Type::Kind::ContextHandle)
    return {Use::Kind::NoMemory, {"it is a context handle", {}}, {}};
  if (is(P.T, Type::Kind::Pipe))
    return {Use::Kind::NoMemory,
            {"it is a pipe, whose elements pass as they come", {}},
            {}};
  if (!P.Dir.In)
    return {Use::Kind::Allocates,
            {"it is [out] only, and nothing is received for it", {}},
            {}};
  if (P.T.PartlyIgnored)
    return {
        Use::Kind::Allocates,
        {"it has partial_ignore, and only whether it is null is received", {}},
        {}};
  return Walk(M, O, S).from(P);
}
