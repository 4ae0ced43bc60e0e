#ifndef NDR_DESCRIPTORS_H
#define NDR_DESCRIPTORS_H

#include <rpc/ndr/descriptor.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace rpc::ndr {

template <class Descriptor>
const Descriptor& as(const descriptor& d) {
  return static_cast<const Descriptor&>(d);
}

inline const std::byte* place_of(const step& member, const void* object) {
  return static_cast<const std::byte*>(object) +
         (member.place != nullptr ? member.place() : member.memory);
}

/// Whether it is the array at the end of a conformant structure.
inline bool is_tail(const descriptor& d) {
  return d.kind == construct::tail || d.kind == construct::varying_tail ||
         d.kind == construct::string_tail;
}

/// The elements of the conformant array at the end of a structure, by its expression.
inline checked open_count(const descriptor& d, const void* object) {
  const step& last = as<structure_descriptor>(d).members[0].back();
  if (is_tail(*last.member)) return as<array_descriptor>(*last.member).total(object);
  return open_count(*last.member, place_of(last, object));
}

/// Whether it is one structure of fixed form of which only its pointers lead on.
inline bool is_simple(const referent_descriptor& to) {
  return to.kind == referent_kind::object && to.element->kind == construct::structure &&
         as<structure_descriptor>(*to.element).simple && !to.allocated && to.fill == nullptr;
}

/// Whether it is such a structure that has code of its own.
inline bool is_node(const referent_descriptor& to) {
  return is_simple(to) && as<structure_descriptor>(*to.element).put[0] != nullptr;
}

/// The widest alignment of all arms.
inline std::size_t arms_alignment(const union_descriptor& d, syntax s) {
  std::size_t widest = 1;
  for (const arm_descriptor& arm : d.arms)
    if (arm.member != nullptr) widest = std::max(widest, arm.member->in(s).alignment);
  return widest;
}
/// The arm that a discriminant selects, or null.
inline const arm_descriptor* select(const union_descriptor& d, std::int64_t tag) {
  for (const arm_descriptor& arm : d.arms)
    if (arm.any_other || std::ranges::find(arm.selection, tag) != arm.selection.end()) return &arm;
  return nullptr;
}

/// Whether it is a structure that ends in a conformant array.
inline bool is_open(const referent_descriptor& to) {
  return to.kind == referent_kind::object && to.element->kind == construct::structure &&
         as<structure_descriptor>(*to.element).open;
}

/// The objects that there are in the memory that a pointer points to. Of a string nothing tells.
inline checked count_of(const referent_descriptor& to, const void* self) {
  switch (to.kind) {
    case referent_kind::object:
    case referent_kind::string: return 1;
    case referent_kind::array:
    case referent_kind::varying:
    case referent_kind::fixed_string: return to.count;
    case referent_kind::conformant:
    case referent_kind::conformant_varying:
    case referent_kind::sized_string: return to.size(self);
  }
  __builtin_unreachable();
}

/// The bytes in memory that a [ref] parameter points to.
inline std::size_t extent_of(const referent_descriptor& to, const void* self) {
  return static_cast<std::size_t>(count_of(to, self).value()) * to.element->size;
}

}  // namespace rpc::ndr

#endif  // NDR_DESCRIPTORS_H
