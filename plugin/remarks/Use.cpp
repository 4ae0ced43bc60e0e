//===- Use.cpp ------------------------------------------------------------===//

#include "remarks/Use.h"
#include "wire/Messages.h"

#include <algorithm>
#include <deque>
#include <set>
#include <tuple>

using namespace rpcgen;

namespace {

using wire::Construct;
using wire::Place;
using wire::Reason;

bool concernsAllNodes(Allocation How) {
  return How == Allocation::Together || How == Allocation::Kept;
}

bool hasPipes(const Operation &O) {
  return std::ranges::any_of(
      O.Parameters, [](const Parameter &P) { return wire::isPipe(P.T); });
}

/// Goes from a parameter to all that is reachable from it, what is nearer
/// first, and keeps what becomes of each object.
class Walk {
public:
  Walk(const wire::Forms &Of, const Operation &Whose, wire::Syntax In)
      : All(Of), O(Whose), S(In) {}

  Use from(const Parameter &P) {
    const Construct Whole = All.parameter(P.T, false);
    visit(Whole, {P.Name, P.Loc}, Allocation::AsNeeded);
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
  /// The pointee of a pointer.
  struct Object {
    const Construct &C;
    Place At;
    Allocation How;
  };

  // Values, wherever they are: what they hold points to objects.

  void visit(const Construct &C, const Place &At, Allocation How) {
    if (C.T && C.T->K == Type::Kind::Standard && !C.T->isStandardArray())
      return standard(C, At, How);
    wire::match(
        C, [&](const wire::Pointer &P) { pointer(P, *C.T, At, How); },
        [&](const wire::Structure &Of) {
          const auto &Fields = All.M.Structures[Of.Definition].Fields;
          if (Structures.insert({Of.Definition, How}).second)
            for (std::size_t I = 0; I != Fields.size(); ++I)
              visit(All.Structures[Of.Definition][I].C, fieldOf(At, Fields[I]),
                    How);
        },
        [&](const wire::Union &Of) {
          const auto &Arms = All.M.Unions[Of.Definition].Arms;
          if (Unions.insert({Of.Definition, How}).second)
            for (std::size_t I = 0; I != Arms.size(); ++I)
              visit(All.Unions[Of.Definition].Arms[I].C, fieldOf(At, Arms[I].F),
                    How);
        },
        [&](const wire::Array &A) { visit(A.Of.front(), elementOf(At), How); },
        [&](const wire::Presented &P) {
          // What travels is read into an object of its own, unless it can be
          // used as it comes.
          const Construct &By = P.By.front();
          if (auto F = memoryOf(All, By, At, S); F.Differs || !F.Verbatim)
            allocate(*memoryOf(All, C, At, S).Differs);
          visit(By, At, How);
        },
        [](const auto &) {});
  }

  void pointer(const wire::Pointer &P, const Type &T, const Place &At,
               Allocation How) {
    if (P.To.empty())
      return;
    if (T.Reseatable)
      allocate({"'" + At.Path + "' refers to a pointer, which does not travel",
                At.Loc});
    Objects.push_back({P.To.front(), pointeeOf(At, T),
                       concernsAllNodes(How) ? How : T.Allocated});
  }

  /// A pointer, what it points to, or a std::variant.
  void standard(const Construct &C, const Place &At, Allocation How) {
    const auto *P = C.as<wire::Pointer>();
    const Construct &Held = P ? P->To.front() : C;
    switch (C.T->Library) {
    case StandardClass::StringView:
      return settle({}, At, How);
    case StandardClass::Span:
      settle(memoryOfElements(All, *Held.as<wire::Array>(), At, S), At, How);
      return elements(Held, At, How);
    case StandardClass::Optional:
      return visit(Held, At, below(How));
    case StandardClass::Variant:
      for (const Construct &Each : C.as<wire::Alternatives>()->Of)
        visit(Each, At, below(How));
      return;
    // These own memory of their own.
    case StandardClass::String:
      return allocate(*memoryOf(All, C, At, S).Differs);
    case StandardClass::Vector:
      allocate(*memoryOf(All, C, At, S).Differs);
      return elements(Held, At, How);
    case StandardClass::UniquePointer:
    case StandardClass::SharedPointer:
      allocate(*memoryOf(All, C, At, S).Differs);
      return visit(Held, {"*" + At.Path, At.Loc}, below(How));
    case StandardClass::Array: // is one of the language
      return;
    }
  }

  void elements(const Construct &Sequence, const Place &At, Allocation How) {
    visit(Sequence.as<wire::Array>()->Of.front(), elementOf(At), below(How));
  }

  // Objects.

  void visit(const Object &Next) {
    const bool IsStandard = Next.C.T->K == Type::Kind::Standard;
    const auto *A = IsStandard ? nullptr : Next.C.as<wire::Array>();
    // A string of whatever length is its characters.
    settle(A && A->String && !A->Size && !A->Extent ? wire::Memory()
           : A && A->Size && !A->String && !A->Length
               ? memoryOfElements(All, *A, Next.At, S)
               : memoryOf(All, Next.C, Next.At, S),
           Next.At, Next.How);
    // What a view looks at is read together with it.
    visit(Next.C, Next.At, IsStandard ? Next.How : below(Next.How));
  }

  /// An attribute of a pointer ends with its pointee, unless it concerns
  /// all nodes.
  static Allocation below(Allocation How) {
    return concernsAllNodes(How) ? How : Allocation::AsNeeded;
  }

  /// Decides about an object of the form.
  void settle(const wire::Memory &F, const Place &At, Allocation How) {
    if (std::string Why = refusal(How); !Why.empty())
      return allocate({"'" + At.Path + "' " + Why, At.Loc});
    if (F.Differs)
      return allocate(*F.Differs);
    Reused = true;
    if (F.End && !Unless) {
      // The end of the structure must not lie in what follows it.
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

  const wire::Forms &All;
  const Operation &O;
  const wire::Syntax S;
  std::deque<Object> Objects;
  /// Definitions whose members have been visited.
  std::set<std::tuple<std::size_t, Allocation>> Structures, Unions;
  bool Reused = false;
  std::optional<Reason> First;
  std::optional<Use::ShortEnd> Unless;
};

} // namespace

Use rpcgen::useOf(const wire::Forms &All, const Operation &O,
                  const Parameter &P, wire::Syntax S) {
  if (P.T.K == Type::Kind::BindingHandle)
    return {Use::Kind::NoMemory, {"it does not travel", {}}, {}};
  if (P.T.K == Type::Kind::ContextHandle)
    return {Use::Kind::NoMemory, {"it is a context handle", {}}, {}};
  if (wire::isPipe(P.T))
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
  return Walk(All, O, S).from(P);
}
