//===- Counts.h - how many elements of an array there are -----------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_JSON_COUNTS_H
#define RPCGEN_TOOLS_DYNAMIC_JSON_COUNTS_H

#include <rpc/ndr/descriptor.h>

#include <cstdint>
#include <optional>

namespace dynamic {

/// The elements of an array, and those of them that travel.
struct Counts {
  std::uint64_t Total = 0;
  std::uint64_t First = 0;
  std::uint64_t Length = 0;
};

/// By the expressions over `Self`; `Total` is what there is without any.
/// Nothing if one of them cannot be computed, or if more should travel than
/// there are.
inline std::optional<Counts> countsOf(const rpc::ndr::correlated &Size,
                                      const rpc::ndr::correlated &First,
                                      const rpc::ndr::correlated &Length,
                                      std::uint64_t Total, const void *Self) {
  auto Number = [&](const rpc::ndr::correlated &By,
                    std::uint64_t Default) -> std::optional<std::uint64_t> {
    if (!By)
      return Default;
    const rpc::ndr::checked Value = By(Self);
    if (!Value.is_count())
      return std::nullopt;
    return static_cast<std::uint64_t>(Value.value());
  };
  const auto All = Number(Size, Total), Begin = Number(First, 0);
  if (!All || !Begin || *Begin > *All)
    return std::nullopt;
  const auto Some = Number(Length, *All);
  if (!Some || *Some > *All - *Begin)
    return std::nullopt;
  return Counts{*All, *Begin, *Some};
}

/// The arm that a discriminant selects, or null.
inline const rpc::ndr::arm_descriptor *
selectedArm(const rpc::ndr::union_descriptor &Of, std::int64_t Tag) {
  const rpc::ndr::arm_descriptor *Default = nullptr;
  for (const rpc::ndr::arm_descriptor &Arm : Of.arms) {
    for (std::int64_t Each : Arm.selection)
      if (Each == Tag)
        return &Arm;
    if (Arm.any_other)
      Default = &Arm;
  }
  return Default;
}

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_JSON_COUNTS_H
