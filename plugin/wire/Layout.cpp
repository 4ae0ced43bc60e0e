//===- Layout.cpp ---------------------------------------------------------===//

#include "wire/Layout.h"

namespace rpcgen::wire {
namespace {

std::size_t alignUp(std::size_t Offset, std::size_t Alignment) {
  return (Offset + Alignment - 1) / Alignment * Alignment;
}

using Size = std::optional<std::size_t>;

/// NDR20 leaves out the gap after the last element.
Size sizeOf(const Forms &All, const Array &A, Syntax S) {
  const Extent Each = extentOf(All, A.Of.front(), S);
  if (!A.Extent || A.Size || A.Length || A.String || !Each.Size)
    return std::nullopt;
  if (*A.Extent == 0)
    return 0;
  return (*A.Extent - 1) * alignUp(*Each.Size, Each.Alignment) + *Each.Size;
}

Size sizeOf(const Forms &All, const Construct &C, Syntax S) {
  const bool Is64 = S == Syntax::Ndr64;
  return match(
      C, [&](const Scalar &Of) -> Size { return Of.Size[Is64]; },
      [&](const Pointer &P) -> Size {
        if (P.IsElement && !Is64 && P.Sends == Pointer::Class::Ref)
          return std::nullopt; // no referent id
        return Is64 ? 8 : 4;
      },
      [&](const Array &A) { return sizeOf(All, A, S); },
      [&](const Structure &Of) { return layoutOf(All, Of, S).Whole.Size; },
      [&](const Presented &P) { return sizeOf(All, P.By.front(), S); },
      [](const ContextHandle &) -> Size { return 20; },
      [](const Nothing &) -> Size { return 0; },
      [](const auto &) -> Size { return std::nullopt; });
}

/// In NDR20 a union is aligned as its discriminant, whatever the arms are.
std::size_t alignmentOf(const Forms &All, const Construct &C, Syntax S) {
  const std::size_t Whole = All.alignmentOf(C)[S == Syntax::Ndr64];
  const auto Chooses = S == Syntax::Ndr20 ? All.choiceOf(C) : std::nullopt;
  return Chooses ? All.alignmentOf(Chooses->Tag.C)[0] : Whole;
}

} // namespace

Extent extentOf(const Forms &All, const Construct &C, Syntax S) {
  return {alignmentOf(All, C, S), sizeOf(All, C, S)};
}

Layout layoutOf(const Forms &All, const Structure &Of, Syntax S) {
  Layout Result;
  Size End = 0;
  for (const Member &Each : All.Structures[Of.Definition]) {
    const Extent E = extentOf(All, Each.C, S);
    if (End)
      End = alignUp(*End, E.Alignment);
    Result.Offsets.push_back(End);
    // The arm that the first member selects has no discriminant of its own.
    if (All.M.Structures[Of.Definition].Encapsulated &&
        Result.Offsets.size() == 2)
      Result.Offsets.back().reset();
    End = End && E.Size ? Size(*End + *E.Size) : std::nullopt;
  }
  Result.Whole.Alignment =
      All.alignmentOf(Construct{Of, nullptr})[S == Syntax::Ndr64];
  Result.Whole.Size = End;
  // Only NDR64 has the gap that C++ has at the end of a structure.
  if (End && S == Syntax::Ndr64)
    Result.Whole.Size = alignUp(*End, Result.Whole.Alignment);
  return Result;
}

} // namespace rpcgen::wire
