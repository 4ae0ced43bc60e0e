//===- Descriptors.cpp ----------------------------------------------------===//
#include "Descriptors.h"

#include "Arrays.h"
#include "Forms.h"
#include "Memory.h"
#include "Scalars.h"

#include "model/Operands.h"

#include <algorithm>
#include <limits>
#include <stdexcept>

using namespace dynamic;
using namespace rpc::ndr;
namespace wire = rpcgen::wire;
using rpcgen::Type;
using wire::Construct;

namespace {

pointer_kind classOf(wire::Pointer::Class C) {
  switch (C) {
  case wire::Pointer::Class::Ref:
    return pointer_kind::ref;
  case wire::Pointer::Class::Full:
    return pointer_kind::full;
  case wire::Pointer::Class::Unique:
  case wire::Pointer::Class::Partial:
  case wire::Pointer::Class::Ignored:
    break;
  }
  return pointer_kind::unique;
}

} // namespace

/// Makes what a construct is, with expressions over one scope.
class Descriptors::Values {
public:
  Values(Descriptors &Of, const Scope &In) : D(Of), In(In) {}

  const descriptor &value(const Construct &C) {
    return wire::match(
        C,
        [&](const wire::Scalar &S) -> const descriptor & {
          return scalarOf(D.Kept, S, C.T);
        },
        [&](const wire::Pointer &P) -> const descriptor & {
          return P.To.empty() ? ignored() : pointer(C, P);
        },
        [&](const wire::Array &A) -> const descriptor & {
          return isSequence(C) ? sequence(A) : array(A);
        },
        [&](const wire::Structure &S) -> const descriptor & {
          if (D.Structures[S.Definition])
            return *D.Structures[S.Definition];
          return *D.Encapsulated[S.Definition];
        },
        [&](const wire::Union &U) -> const descriptor & { return choice(U); },
        [&](const wire::Alternatives &A) -> const descriptor & {
          return variant(A);
        },
        [&](const wire::ContextHandle &) -> const descriptor & {
          return context(*C.T);
        },
        [&](const wire::Presented &P) -> const descriptor & {
          return value(P.By.front());
        },
        [&](const wire::Deletions &) -> const descriptor & {
          descriptor Made{.kind = construct::deletions, .wire = {}};
          setForms(Made, []<class S>(S, int) { return countsForm<S>(1); });
          return D.Kept.own(Made);
        },
        [&](const wire::Nothing &) -> const descriptor & {
          throw std::logic_error("what does not travel has no descriptor");
        },
        [&](const wire::Pipe &) -> const descriptor & {
          throw std::logic_error("a pipe is a parameter");
        });
  }

  const referent_descriptor *referent(const wire::Pointer &P, const Type &T) {
    const Construct *To = &P.To.front();
    while (const auto *By = To->as<wire::Presented>())
      To = &By->By.front();
    auto &Made = D.Kept.own(referent_descriptor());
    Made.in_frame = In.IsFrame;
    Made.identity = D.identityOf(D.keyOf(*To));
    const auto *A = To->as<wire::Array>();
    // One object, which may be an array, or the first one of an array.
    if (!A || isSequence(*To) || (!A->isConformant() && !T.FromArray)) {
      Made.kind = referent_kind::object;
      Made.element = &value(*To);
      return &Made;
    }
    elements(Made, *A, To->T);
    return &Made;
  }

private:
  static bool isSequence(const Construct &C) {
    return C.T && C.T->K == Type::Kind::Standard && !C.T->isStandardArray();
  }

  /// Objects one after the other, to the first of which the pointer points.
  void elements(referent_descriptor &Made, const wire::Array &A,
                const Type *T) {
    Made.element = &value(A.Of.front());
    Made.count = A.Extent.value_or(0);
    Made.size = D.correlated(A.Size, In);
    Made.length = D.correlated(A.Length, In);
    Made.first = D.correlated(A.First, In);
    Made.may_be_missing = T && T->Unchecked;
    if (T && T->Range)
      Made.range = {true, T->Range->Low, T->Range->High};
    if (A.String)
      Made.kind = A.Size     ? referent_kind::sized_string
                  : A.Extent ? referent_kind::fixed_string
                             : referent_kind::string;
    else if (A.Size)
      Made.kind = A.Length ? referent_kind::conformant_varying
                           : referent_kind::conformant;
    else
      Made.kind = A.Length ? referent_kind::varying : referent_kind::array;
  }

  const descriptor &ignored() {
    descriptor Made{.kind = construct::ignored,
                    .wire = {},
                    .size = sizeof(void *),
                    .alignment = alignof(void *)};
    setForms(Made, []<class S>(S, int) { return slotForm<S>(); });
    return D.Kept.own(Made);
  }

  const descriptor &pointer(const Construct &C, const wire::Pointer &P) {
    const bool IsRef = P.Takes == wire::Pointer::Class::Ref;
    if (isSequence(C) && !rpcgen::isUsedAsPointer(*C.T))
      return holder(P, IsRef);
    auto &Made = D.Kept.own(pointer_descriptor());
    Made.kind = construct::pointer;
    Made.size = sizeof(void *);
    Made.alignment = alignof(void *);
    Made.of_class = classOf(P.Takes);
    Made.constant = false;
    setForms(Made, [&]<class S>(S, int) {
      form Slot = slotForm<S>();
      Slot.in_place = Slot.size == sizeof(void *);
      return IsRef && P.IsElement ? ref_element_form<S>(Slot) : Slot;
    });
    Made.to = referent(P, *C.T);
    return Made;
  }

  /// A std::vector, std::span or text where a pointer would be.
  const descriptor &holder(const wire::Pointer &P, bool IsRef) {
    auto &Made = D.Kept.own(holder_descriptor());
    auto &To = D.Kept.own(referent_descriptor());
    To.kind = referent_kind::object;
    To.element = &sequence(*P.To.front().as<wire::Array>());
    To.size = D.correlated(P.To.front().as<wire::Array>()->Size, In);
    To.in_frame = In.IsFrame;
    To.fill = &fillSequence;
    Made.kind = construct::holder;
    Made.size = sizeof(Sequence);
    Made.alignment = alignof(Sequence);
    Made.nullable = !IsRef;
    Made.look = &lookAtSequence;
    Made.clear = &clearSequence;
    Made.to = &To;
    setForms(Made, [&]<class S>(S, int) {
      return IsRef && P.IsElement ? ref_element_form<S>(slotForm<S>())
                                  : slotForm<S>();
    });
    return Made;
  }

  const descriptor &sequence(const wire::Array &A) {
    const descriptor &Element = value(A.Of.front());
    if (A.String)
      return D.Kept.own(textOf(Element));
    return D.Kept.own(sequenceOf(Element, D.correlated(A.Size, In)));
  }

  /// An array in place.
  const descriptor &array(const wire::Array &A) {
    const descriptor &Element = value(A.Of.front());
    auto &Made = D.Kept.own(arrayOf(Element, A));
    Made.length = D.correlated(A.Length, In);
    Made.first = D.correlated(A.First, In);
    Made.total = D.correlated(A.Size, In);
    return Made;
  }

  const descriptor &choice(const wire::Union &U) {
    const wire::Choice &Of = D.All.Unions[U.Definition];
    return D.Kept.own(D.unionOf(U.Definition, value(Of.Tag.C),
                                Of.Tag.C.as<wire::Scalar>()->Signed,
                                D.correlated(U.Discriminant, In)));
  }

  const descriptor &variant(const wire::Alternatives &A) {
    std::vector<const descriptor *> Each;
    for (const Construct &C : A.Of)
      Each.push_back(C.as<wire::Nothing>() ? nullptr : &value(C));
    return D.Kept.own(variantOf(D.Kept.list(std::move(Each))));
  }

  const descriptor &context(const Type &T) {
    auto &Use =
        D.Kept.own(rpc::context_use{.type = T.Context.c_str(),
                                    .nullable = T.Nullable,
                                    .shared = T.Shared,
                                    .any = T.Nullable && T.Context.empty()});
    auto &Made = D.Kept.own(context_descriptor());
    Made.kind = construct::context;
    Made.size = sizeof(void *);
    Made.alignment = alignof(void *);
    Made.use = &Use;
    setForms(Made, [](auto, int) { return form{.alignment = 4, .size = 20}; });
    return Made;
  }

  Descriptors &D;
  const Scope &In;
};

Descriptors::Descriptors(const wire::Forms &All) : All(All) {
  // Structures point to themselves and to later ones.
  for (const rpcgen::Structure &S : All.M.Structures) {
    Structures.push_back(S.Encapsulated ? nullptr
                                        : &Kept.own(dynamic::Structure()));
    Encapsulated.push_back(S.Encapsulated ? &Kept.own(encapsulated_descriptor())
                                          : nullptr);
  }
  for (std::size_t N = 0; N < Structures.size(); ++N)
    if (!travels(N))
      continue;
    else if (Structures[N])
      fillStructure(N);
    else
      fillEncapsulated(N);
}

/// No operation has other ones: rules have seen to that.
bool Descriptors::travels(std::size_t Index) const {
  const auto &Fields = All.Structures[Index];
  return !Fields.empty() &&
         std::ranges::all_of(
             Fields, [&](const wire::Member &Each) { return travels(Each.C); });
}
bool Descriptors::travels(const Construct &C) const {
  auto One = [&](const std::vector<Construct> &Inner) {
    return Inner.empty() || travels(Inner.front());
  };
  return wire::match(
      C, [](const wire::Nothing &) { return false; },
      [](const wire::Pipe &) { return false; },
      [&](const wire::Pointer &P) { return One(P.To); },
      [&](const wire::Array &A) { return One(A.Of); },
      [&](const wire::Presented &P) { return One(P.By); },
      [&](const wire::Structure &S) {
        return !All.M.Structures[S.Definition].Fields.empty();
      },
      [&](const wire::Union &U) {
        return All.Unions[U.Definition].Tag.C.as<wire::Scalar>() != nullptr;
      },
      [](const auto &) { return true; });
}

const descriptor &Descriptors::valueOf(const Construct &C, const Scope &In) {
  return Values(*this, In).value(C);
}

const referent_descriptor *Descriptors::referentOf(const Construct &Pointer,
                                                   const Scope &In) {
  return Values(*this, In).referent(*Pointer.as<wire::Pointer>(), *Pointer.T);
}

correlated Descriptors::correlated(const std::optional<rpcgen::Expression> &E,
                                   const Scope &In) {
  if (!E)
    return {};
  ++Formulas;
  return Formula::correlated(&Kept.own(Formula(*E, In)));
}

union_descriptor Descriptors::unionOf(std::size_t Index, const descriptor &Tag,
                                      bool Signed,
                                      const struct correlated &Selector) {
  const wire::Choice &Of = All.Unions[Index];
  auto &Constants = Kept.own(Scope(All.M));
  std::vector<arm_descriptor> Arms;
  union_descriptor Made{};
  Made.kind = construct::switched;
  std::size_t Widest[2] = {1, 1};
  for (const wire::Choice::Arm &Each : Of.Arms) {
    arm_descriptor Arm{.selection = Each.Cases, .any_other = Each.Default};
    if (!Each.C.as<wire::Nothing>()) {
      Arm.name = Each.Name.c_str();
      Arm.member = &valueOf(Each.C, Constants);
      Made.size = std::max(Made.size, Arm.member->size);
      Made.alignment = std::max(Made.alignment, Arm.member->alignment);
      for (int S : {0, 1})
        Widest[S] = std::max(Widest[S], Arm.member->wire[S].alignment);
    }
    Arms.push_back(Arm);
  }
  Made.size = align_up(Made.size, Made.alignment);
  Made.tag = &Tag;
  Made.read_tag = readerOf(Tag.size, Signed);
  Made.low = std::numeric_limits<std::int64_t>::min();
  Made.high = std::numeric_limits<std::int64_t>::max();
  const descriptor &Base =
      Tag.kind == construct::ranged
          ? *static_cast<const ranged_descriptor &>(Tag).base
          : Tag;
  if (Base.kind == construct::enumeration) {
    const auto &Enum = static_cast<const integer_descriptor &>(Base);
    Made.low = Enum.low;
    Made.high = Enum.high;
  } else if (Base.size < 8) {
    const int Bits = static_cast<int>(8 * Base.size);
    Made.low = Signed ? -(std::int64_t{1} << (Bits - 1)) : 0;
    Made.high = (std::int64_t{1} << (Signed ? Bits - 1 : Bits)) - 1;
  }
  Made.widest = Of.MsUnion;
  Made.arms = Kept.list(std::move(Arms));
  Made.selector = Selector;
  setForms(Made, [&](auto, int S) {
    return discriminated_form(Tag.wire[S], Widest[S]);
  });
  return Made;
}

const void *Descriptors::identityOf(const std::string &Key) {
  for (const auto &Each : Identities)
    if (*Each == Key)
      return Each.get();
  return Identities.emplace_back(std::make_shared<std::string>(Key)).get();
}

/// What full pointers to the same object agree on: arrays may differ in the
/// expressions of their sizes.
std::string Descriptors::keyOf(const Construct &C) const {
  return wire::match(
      C,
      [&](const wire::Scalar &S) {
        return S.Enum ? "enum " + S.Enum->Spelling
                      : std::to_string(static_cast<int>(S.Of)) +
                            (S.Signed ? "s" : "u") + std::to_string(S.Memory);
      },
      [&](const wire::Array &A) {
        return std::string(A.String   ? "string"
                           : A.Length ? "part"
                                      : "array") +
               (A.isConformant() ? "" : std::to_string(*A.Extent)) + " of " +
               keyOf(A.Of.front());
      },
      [&](const wire::Structure &S) {
        return "structure " + std::to_string(S.Definition);
      },
      [&](const wire::Union &U) {
        return "union " + std::to_string(U.Definition);
      },
      [&](const wire::Pointer &P) {
        return std::to_string(static_cast<int>(P.Takes)) + " pointer to " +
               (P.To.empty() ? "nothing" : keyOf(P.To.front()));
      },
      [&](const wire::Presented &P) { return keyOf(P.By.front()); },
      [&](const auto &) { return std::string(C.T ? C.T->Spelling : ""); });
}
