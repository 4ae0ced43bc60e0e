//===- Structures.cpp - descriptors of structures -------------------------===//
#include "Descriptors.h"
#include "Forms.h"

#include <rpc/ndr/describe/structures.h>
#include <rpc/ndr/structure.h>

#include <algorithm>

using namespace dynamic;
using namespace rpc::ndr;
namespace wire = rpcgen::wire;

namespace {

/// Steps, as describe/structures.h adds them.
struct StepList {
  std::vector<step> Steps;
  void add(const step &Next) { Steps.push_back(Next); }
  step *last() { return Steps.empty() ? nullptr : &Steps.back(); }
};

bool isOpen(const descriptor &D) {
  switch (D.kind) {
  case construct::tail:
  case construct::varying_tail:
  case construct::string_tail:
    return true;
  case construct::structure:
    return static_cast<const structure_descriptor &>(D).open;
  default:
    return false;
  }
}

/// Where the elements of the conformant array at its end are.
std::size_t elementsOf(const descriptor &D) {
  if (D.kind != construct::structure)
    return 0;
  const step &Last =
      static_cast<const structure_descriptor &>(D).members[0].back();
  return Last.memory + elementsOf(*Last.member);
}

bool isPlainPointer(const descriptor &D) {
  return D.kind == construct::pointer &&
         static_cast<const pointer_descriptor &>(D).of_class !=
             pointer_kind::full;
}

/// Those steps that are pointers, the last first, and whether no other step
/// knows of any.
bool collectPointers(const std::vector<step> &Steps,
                     std::vector<step> &Pointers) {
  bool Complete = true;
  for (auto At = Steps.rbegin(); At != Steps.rend(); ++At) {
    if (At->what == action::pointer)
      Pointers.push_back(*At);
    Complete &= At->what != action::member;
  }
  return Complete;
}

/// What the types that everybody knows are called, by MS-DTYP and others.
Meaning meaningOf(const rpcgen::Structure &S, const structure_descriptor &D) {
  auto IsCalled = [&](std::initializer_list<std::string_view> Names) {
    return std::ranges::count(Names, std::string_view(S.Name)) != 0;
  };
  auto Sizes = [&] {
    std::vector<std::size_t> All;
    for (const step &Each : D.members[0])
      All.push_back(Each.member->size);
    return All;
  };
  if (IsCalled({"GUID", "UUID", "_GUID", "_UUID", "uuid", "uuid_t"}) &&
      D.size == 16 && Sizes().size() >= 4 && Sizes()[0] == 4 &&
      Sizes()[1] == 2 && Sizes()[2] == 2)
    return Meaning::Uuid;
  if (IsCalled({"FILETIME", "_FILETIME"}) &&
      Sizes() == std::vector<std::size_t>{4, 4})
    return Meaning::FileTime;
  return Meaning::None;
}

} // namespace

void Descriptors::fillStructure(std::size_t Index) {
  const std::vector<wire::Member> &Fields = All.Structures[Index];
  const rpcgen::Structure &Of = All.M.Structures[Index];
  dynamic::Structure &Made = *Structures[Index];
  Scope &In = Kept.own(Scope(All.M));
  for (const rpcgen::Field &F : Of.Fields)
    In.add(F.Name, F.T);

  const std::size_t Before = Formulas;
  std::vector<step> Members;
  std::size_t End = 0;
  Made.kind = construct::structure;
  for (std::size_t N = 0; N < Fields.size(); ++N) {
    const descriptor &D = valueOf(Fields[N].C, In);
    In.Offsets[N] = align_up(End, D.alignment);
    End = In.Offsets[N] + D.size;
    Made.alignment = std::max(Made.alignment, D.alignment);
    Members.push_back({.memory = static_cast<std::uint32_t>(In.Offsets[N]),
                       .member = &D,
                       .name = Fields[N].Name.c_str()});
  }
  Made.size = align_up(End, Made.alignment);
  Made.open = isOpen(*Members.back().member);
  Made.has_expressions = Formulas != Before;

  std::vector<step> Pointers;
  bool Complete = true;
  setForms(Made, [&]<class S>(S, int Syntax) {
    structure_form Whole;
    std::size_t Wire = 0;
    for (step &Each : Members) {
      const descriptor &D = *Each.member;
      const form &F = D.wire[Syntax];
      Whole.add(F, D.size, D.alignment);
      Each.wire = static_cast<std::uint32_t>(align_up(Wire, F.alignment));
      Wire = Each.wire + F.size;
    }
    Made.members[Syntax] = Kept.list(Members);
    const std::size_t Elements =
        Made.open ? Whole.last + elementsOf(*Members.back().member) : 0;
    const form Result =
        Whole.finish<S>(true, Made.open, Elements, Made.size, Made.alignment);
    if (!Result.fixed)
      return Result;
    StepList Steps;
    Wire = 0;
    for (const step &Each : Members)
      add_steps(Steps, Wire,
                {Each, Each.member->wire[Syntax], isPlainPointer(*Each.member)},
                true);
    if (Wire != Result.size)
      Steps.add(gap(Wire, Result.size));
    if (Syntax == 0)
      Complete = collectPointers(Steps.Steps, Pointers);
    Made.steps[Syntax] = Kept.list(std::move(Steps.Steps));
    return Result;
  });
  Made.simple = Complete && Made.wire[0].fixed && Made.wire[1].fixed;
  Made.pointers = Kept.list(std::move(Pointers));
  Made.Of = &Of;
  Made.Means = meaningOf(Of, Made);
}

void Descriptors::fillEncapsulated(std::size_t Index) {
  const std::vector<wire::Member> &Fields = All.Structures[Index];
  encapsulated_descriptor &Made = *Encapsulated[Index];
  const auto &None = Kept.own(Scope(All.M));
  const descriptor &Tag = valueOf(Fields[0].C, None);
  const auto *U = Fields[1].C.as<wire::Union>();
  union_descriptor Of =
      unionOf(U->Definition, Tag, Fields[0].C.as<wire::Scalar>()->Signed, {});
  Of.widest = false; // [ms_union] does not concern it.
  Made.kind = construct::encapsulated;
  for (int S : {0, 1})
    Made.wire[S] = Of.wire[S];
  const std::size_t At = align_up(Tag.size, Of.alignment);
  Made.alignment = std::max(Tag.alignment, Of.alignment);
  Made.size = align_up(At + Of.size, Made.alignment);
  Made.tag = {.member = &Tag, .name = Fields[0].Name.c_str()};
  Made.choice = {.memory = static_cast<std::uint32_t>(At),
                 .name = Fields[1].Name.c_str()};
  Made.of = Of;
}
