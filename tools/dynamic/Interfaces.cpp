//===- Interfaces.cpp -----------------------------------------------------===//
#include "Interfaces.h"

#include "Descriptors.h"
#include "Frame.h"
#include "Memory.h"

#include "wire/Messages.h"

#include <rpc/ndr/syntax.h>

#include <algorithm>

using namespace dynamic;
using namespace rpc::ndr;
namespace wire = rpcgen::wire;
using rpcgen::Type;

namespace {

object_table &objectsIn(const void *Frame) {
  return static_cast<FrameHeader *>(const_cast<void *>(Frame))->Objects;
}

void locateIn(const void *Frame, const void **Places) {
  const Operation &Of = *static_cast<const FrameHeader *>(Frame)->Of;
  for (std::size_t Offset : Of.Offsets)
    *Places++ = static_cast<const std::byte *>(Frame) + Offset;
}

/// What the frame holds of a parameter, or of what it holds.
bool holdsContexts(const descriptor &D);
bool holdsContexts(const referent_descriptor *To) {
  return To && holdsContexts(*To->element);
}
bool holdsContexts(const descriptor &D) {
  switch (D.kind) {
  case construct::context:
    return true;
  case construct::pointer:
    return holdsContexts(static_cast<const pointer_descriptor &>(D).to);
  case construct::array:
  case construct::varying:
    return holdsContexts(*static_cast<const array_descriptor &>(D).element);
  default:
    return false; // They are no members (C706 4.2.16.6).
  }
}

/// Lays out one frame.
class FrameBuilder {
public:
  FrameBuilder(Descriptors &Types, const rpcgen::Operation &From)
      : Types(Types), In(Types.store().own(Scope(Types.forms().M, true))) {
    for (const rpcgen::Parameter &P : From.Parameters)
      if (P.T.K != Type::Kind::BindingHandle)
        In.add(P.Name, P.T);
    Made.Of = &From;
    Made.Size = sizeof(FrameHeader);
    for (const rpcgen::Parameter &P : From.Parameters)
      if (P.T.K != Type::Kind::BindingHandle)
        add(P);
    if (From.Return.K != Type::Kind::Void)
      addValue("return value", Types.forms().value(From.Return), true);
    In.Offsets = {Made.Offsets.begin(), Made.Offsets.end()};
    if (From.ReflectsDeletions) {
      addValue("deletions", {wire::Deletions()}, false);
      Made.Offsets.back() = offsetof(FrameHeader, Objects);
    }
  }

  Operation Made;

private:
  void add(const rpcgen::Parameter &P) {
    const wire::Construct C = Types.forms().parameter(P.T, false);
    parameter_descriptor D{.name = P.Name.c_str(),
                           .kind = parameter_kind::value,
                           .is_in = P.Dir.In,
                           .is_out = P.Dir.Out,
                           .is_result = false};
    if (wire::isPipe(P.T)) {
      D.kind = parameter_kind::pipe;
      const Type &Pipe = P.T.K == Type::Kind::Pipe ? P.T : P.T.element();
      const auto &Element =
          Types.valueOf(Types.forms().value(Pipe.element(), true), In);
      return add(D, sizeof(Sequence), alignof(Sequence), &Element);
    }
    const auto *Pointer = C.as<wire::Pointer>();
    if (!Pointer || Pointer->To.empty() || P.T.K != Type::Kind::Pointer) {
      D.of = &Types.valueOf(C, In);
      return add(D, D.of->size, D.of->alignment, nullptr);
    }
    D.to = Types.referentOf(C, In);
    D.byte_count = Types.correlated(P.T.ByteCount, In);
    if (P.T.Reseatable)
      D.kind = parameter_kind::reseatable;
    else if (P.T.Class == rpcgen::PointerClass::Ref)
      D.kind = parameter_kind::reference;
    else {
      D.kind = P.T.PartlyIgnored ? parameter_kind::partial_ignore
                                 : parameter_kind::passed;
      D.of = &Types.valueOf(C, In);
    }
    add(D, sizeof(void *), alignof(void *), nullptr);
  }

  void addValue(const char *Name, const wire::Construct &C, bool IsResult) {
    const descriptor &Of = Types.valueOf(C, In);
    add({.name = Name,
         .kind = parameter_kind::value,
         .is_in = false,
         .is_out = true,
         .is_result = IsResult,
         .of = &Of},
        Of.size, Of.alignment, nullptr);
  }

  void add(const parameter_descriptor &D, std::size_t Size,
           std::size_t Alignment, const descriptor *Element) {
    Made.Described.has_contexts |=
        (D.of && holdsContexts(*D.of)) || holdsContexts(D.to);
    Made.Parameters.push_back(D);
    Made.Elements.push_back(Element);
    Made.Offsets.push_back(align_up(Made.Size, Alignment));
    Made.Size = Made.Offsets.back() + Size;
  }

  Descriptors &Types;
  Scope &In;
};

} // namespace

struct Interfaces::Parts {
  explicit Parts(rpcgen::Model Resolved)
      : M(std::move(Resolved)), Forms(M), Types(Forms) {}

  rpcgen::Model M;
  wire::Forms Forms;
  Descriptors Types;
};

bool Operation::hasPipes(bool In) const {
  for (std::size_t N = 0; N < Parameters.size(); ++N)
    if (Elements[N] && (In ? Parameters[N].is_in : Parameters[N].is_out))
      return true;
  return false;
}

const Operation *Interface::find(std::string_view Name) const {
  const auto Found = std::ranges::find_if(
      Operations, [&](const Operation &O) { return O.Of->Name == Name; });
  return Found == Operations.end() ? nullptr : &*Found;
}
const Operation *Interface::find(std::uint16_t Opnum) const {
  const auto Found = std::ranges::find_if(
      Operations, [&](const Operation &O) { return O.Of->Opnum == Opnum; });
  return Found == Operations.end() ? nullptr : &*Found;
}

Interfaces::Interfaces(rpcgen::Model Resolved)
    : Own(std::make_unique<Parts>(std::move(Resolved))) {
  for (const rpcgen::Interface &I : Own->M.Interfaces) {
    if (I.Local)
      continue;
    Interface &Made = All.emplace_back();
    Made.Of = &I;
    Made.Id = {rpc::uuid::from_wire(I.Uuid, false), I.Major, I.Minor};
    for (const rpcgen::Operation &O : I.Operations) {
      if (O.Local)
        continue;
      for (const rpcgen::Parameter &P : O.Parameters)
        Made.Ndr64 &= !P.T.ByteCount;
      Made.Operations.push_back(FrameBuilder(Own->Types, O).Made);
    }
    // They are where they stay.
    for (Operation &O : Made.Operations) {
      O.Described.interface = I.Name.c_str();
      O.Described.name = O.Of->Name.c_str();
      O.Described.opnum = O.Of->Opnum;
      O.Described.parameters = O.Parameters;
      O.Described.locate = &locateIn;
      if (O.Of->FullPointers || O.Of->ReflectsDeletions)
        O.Described.objects = &objectsIn;
    }
  }
}

Interfaces::~Interfaces() = default;

const rpcgen::Model &Interfaces::model() const { return Own->M; }
