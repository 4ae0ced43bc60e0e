//===- Memory.h - what lies in memory that is laid out at run time --------===//
//
// Objects lie as those of C do: scalars in their own size, structures with
// natural alignment, arrays in place, pointers. Classes of the standard library
// are what follows, or plain pointers where they hold one object at most.
//
//===----------------------------------------------------------------------===//
#ifndef RPCGEN_TOOLS_DYNAMIC_MEMORY_H
#define RPCGEN_TOOLS_DYNAMIC_MEMORY_H

#include <cstddef>
#include <cstdint>
#include <cstring>

namespace dynamic {

/// A std::vector, std::span or std::basic_string, and what a pipe brings.
struct Sequence {
  void *First = nullptr;
  std::size_t Count = 0;
  bool IsNull = false; ///< which is a null pointer on the wire
};

/// A std::variant; the alternative follows.
struct Variant {
  std::size_t Index = 0;
  void *value() { return this + 1; }
  const void *value() const { return this + 1; }
};

inline void *pointerAt(const void *Place) {
  void *Pointer = nullptr;
  std::memcpy(&Pointer, Place, sizeof Pointer);
  return Pointer;
}
inline void setPointer(void *Place, const void *To) {
  std::memcpy(Place, &To, sizeof To);
}

template <class T> T load(const void *Place) {
  T Value;
  std::memcpy(&Value, Place, sizeof Value);
  return Value;
}

/// An integer of so many bytes, extended to 64 bits.
inline std::int64_t integerAt(const void *Place, std::size_t Size,
                              bool Signed) {
  switch (Size) {
  case 1:
    return Signed ? load<std::int8_t>(Place)
                  : std::int64_t{load<std::uint8_t>(Place)};
  case 2:
    return Signed ? load<std::int16_t>(Place)
                  : std::int64_t{load<std::uint16_t>(Place)};
  case 4:
    return Signed ? load<std::int32_t>(Place)
                  : std::int64_t{load<std::uint32_t>(Place)};
  default:
    return load<std::int64_t>(Place);
  }
}
/// Stores its low bytes.
inline void setInteger(void *Place, std::int64_t Value, std::size_t Size) {
  auto Store = [&]<class T>(T Narrow) {
    std::memcpy(Place, &Narrow, sizeof Narrow);
  };
  switch (Size) {
  case 1:
    return Store(static_cast<std::int8_t>(Value));
  case 2:
    return Store(static_cast<std::int16_t>(Value));
  case 4:
    return Store(static_cast<std::int32_t>(Value));
  default:
    return Store(Value);
  }
}

} // namespace dynamic

#endif // RPCGEN_TOOLS_DYNAMIC_MEMORY_H
