//===- Arrays.cpp ---------------------------------------------------------===//
#include "Arrays.h"

#include "Forms.h"
#include "Memory.h"

#include <algorithm>

using namespace dynamic;
using namespace rpc::ndr;
namespace wire = rpcgen::wire;

namespace {

construct kindOf(const wire::Array &A) {
  if (A.isConformant())
    return A.String   ? construct::string_tail
           : A.Length ? construct::varying_tail
                      : construct::tail;
  return A.String   ? construct::characters
         : A.Length ? construct::varying
                    : construct::array;
}

template <class S>
form formOf(construct Kind, const form &One, const descriptor &Element,
            std::size_t Count) {
  switch (Kind) {
  case construct::array:
    return form_of_elements(One, Count);
  case construct::tail:
    return tail_form(One, Element.kind == construct::array);
  default:
    return varying_form_of<S>(One);
  }
}

Sequence &sequenceAt(void *Place) { return *static_cast<Sequence *>(Place); }
const Sequence &sequenceAt(const void *Place) {
  return *static_cast<const Sequence *>(Place);
}

void refer(void *Place, void *First, std::size_t Count) {
  sequenceAt(Place) = {First, Count, false};
}

template <std::size_t Width>
std::span<const std::byte> bytesOf(const void *Text) {
  const Sequence &S = sequenceAt(Text);
  return {static_cast<const std::byte *>(S.First), Width * S.Count};
}

template <class Made> void setSequence(Made &Of, construct Kind) {
  Of.kind = Kind;
  Of.size = sizeof(Sequence);
  Of.alignment = alignof(Sequence);
}

} // namespace

array_descriptor dynamic::arrayOf(const descriptor &Element,
                                  const wire::Array &A) {
  array_descriptor Made{};
  Made.kind = kindOf(A);
  Made.element = &Element;
  Made.count = A.isConformant() ? 0 : *A.Extent;
  Made.size = Made.count * Element.size;
  Made.alignment = Element.alignment;
  setForms(Made, [&]<class S>(S, int Syntax) {
    return formOf<S>(Made.kind, Element.wire[Syntax], Element, Made.count);
  });
  return Made;
}

sequence_descriptor dynamic::sequenceOf(const descriptor &Element,
                                        const correlated &Total) {
  sequence_descriptor Made{};
  setSequence(Made, construct::sequence);
  Made.element = &Element;
  Made.look = [](const void *Place) -> sequence_view {
    return {sequenceAt(Place).First, sequenceAt(Place).Count};
  };
  Made.refer = &refer;
  Made.total = Total;
  setForms(Made, []<class S>(S, int) { return countsForm<S>(1); });
  return Made;
}

text_descriptor dynamic::textOf(const descriptor &Character) {
  text_descriptor Made{};
  setSequence(Made, construct::text);
  Made.character = &Character;
  Made.bytes = Character.size == 2 ? &bytesOf<2> : &bytesOf<1>;
  Made.refer = &refer;
  setForms(Made, []<class S>(S, int) { return countsForm<S>(3); });
  return Made;
}

const void *dynamic::lookAtSequence(const void *Holder) {
  return sequenceAt(Holder).IsNull ? nullptr : Holder;
}
void dynamic::clearSequence(void *Holder) {
  sequenceAt(Holder) = {nullptr, 0, true};
}
void *dynamic::fillSequence(reader &, void *Holder) {
  sequenceAt(Holder) = {};
  return Holder;
}

variant_descriptor
dynamic::variantOf(std::span<const descriptor *const> Alternatives) {
  variant_descriptor Made{};
  Made.kind = construct::variant;
  Made.size = 0;
  Made.alignment = alignof(Variant);
  std::size_t Widest[2] = {4, 4};
  for (const descriptor *Each : Alternatives)
    if (Each) {
      Made.size = std::max(Made.size, Each->size);
      for (int S : {0, 1})
        Widest[S] = std::max(Widest[S], Each->wire[S].alignment);
    }
  Made.size = align_up(sizeof(Variant) + Made.size, Made.alignment);
  Made.index = [](const void *Place) {
    return static_cast<const Variant *>(Place)->Index;
  };
  Made.get = [](const void *Place) {
    return static_cast<const Variant *>(Place)->value();
  };
  Made.emplace = [](void *Place, std::size_t Index) {
    static_cast<Variant *>(Place)->Index = Index;
    return static_cast<Variant *>(Place)->value();
  };
  Made.alternatives = Alternatives;
  setForms(Made, [&](auto, int S) {
    return form{.alignment = Widest[S], .size = 4, .fixed = false};
  });
  return Made;
}
