#ifndef NDR_PUT_UNIONS_H
#define NDR_PUT_UNIONS_H

#include "engine.h"

namespace rpc::ndr::encoding {

template <class S>
void engine<S>::put_union(const union_descriptor& d, const void* value, checked tag) {
  if (!tag.valid()) {
    w.fail(status::invalid_tag, {"the discriminant cannot be computed", why_invalid(tag)});
    return;
  }
  if (tag.value() < d.low || tag.value() > d.high) {
    w.fail(status::invalid_tag, {"the discriminant ", tag.value(), " cannot travel"});
    return;
  }
  constexpr bool ndr64 = S::value == syntax::ndr64;
  const std::size_t alignment = form_of(d).alignment;
  if constexpr (ndr64) w.claim(alignment, 0);
  put_tag(*d.tag, tag.value());
  if (ndr64 || d.widest) w.claim(ndr64 ? alignment : arms_alignment(d, S::value), 0);
  const arm_descriptor* const arm = select(d, tag.value());
  if (arm == nullptr) {
    w.fail(status::invalid_tag, {"the discriminant ", tag.value(), " selects no arm"});
  } else if (arm->member != nullptr) {
    put(*arm->member, value, value);
    if (w.failed()) w.at(arm->name);
  }
}

template <class S>
void engine<S>::put_tag(const descriptor& tag, std::int64_t number) {
  std::array<std::byte, sizeof number> memory;
  std::memcpy(memory.data(), &number, sizeof number);
  put(tag, little ? memory.data() : memory.data() + sizeof number - tag.size, nullptr);
}

template <class S>
void engine<S>::put_encapsulated(const encapsulated_descriptor& d, const void* value) {
  w.set_field(d.choice.name);
  put_union(d.of, place_of(d.choice, value), d.of.read_tag(place_of(d.tag, value)));
  if (w.failed()) w.at(d.choice.name);
}

template <class S>
void engine<S>::put_variant(const variant_descriptor& d, const void* value, const void* self) {
  const std::size_t index = d.index(value);
  if (index == std::variant_npos) {
    w.fail(status::invalid_tag, {"a std::variant without a value cannot travel"});
    return;
  }
  const std::size_t alignment = S::value == syntax::ndr64 ? form_of(d).alignment : 1;
  w.claim(alignment, 0);
  if (std::byte* at = w.claim(4, 4)) store_little(at, static_cast<std::uint32_t>(index));
  w.claim(alignment, 0);
  if (const descriptor* alternative = d.alternatives[index]) put(*alternative, d.get(value), self);
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_UNIONS_H
