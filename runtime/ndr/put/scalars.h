#ifndef NDR_PUT_SCALARS_H
#define NDR_PUT_SCALARS_H

#include "engine.h"

namespace rpc::ndr::encoding {

template <class S>
void engine<S>::put_count(std::uint64_t count) {
  if (count > std::numeric_limits<count_type>::max()) {
    w.fail(status::invalid_bound, {"the count ", count, " has no room in 32 bits"});
    return;
  }
  if (std::byte* at = w.claim(sizeof(count_type), sizeof(count_type)))
    store_little(at, static_cast<count_type>(count));
}

template <class S>
void engine<S>::store_integer(const integer_descriptor& d, std::byte* at, const void* value) {
  const std::int64_t number = integer_at(value, d.size, d.is_signed);
  const std::size_t width = form_of(d).size;
  if (d.kind == construct::enumeration) {
    if (number < d.low || number > d.high)
      w.fail(status::enum_value_out_of_range,
             {"the value ", word_of(number, d.is_signed), " cannot travel"});
  } else if (width < d.size) {
    const bool fits =
        d.is_signed ? std::in_range<std::int32_t>(number) : std::in_range<std::uint32_t>(number);
    if (!fits)
      w.fail(status::invalid_bound,
             {"the value ", word_of(number, d.is_signed), " has no room in 32 bits"});
  }
  switch (width) {
    case 2: return store_little(at, static_cast<std::uint16_t>(number));
    case 4: return store_little(at, static_cast<std::uint32_t>(number));
    default: return store_little(at, static_cast<std::uint64_t>(number));
  }
}

template <class S>
void engine<S>::store_context(const context_descriptor& d, std::byte* at, const void* slot) {
  const void* value = pointer_at(slot);
  wire_context handle;
  if (w.call().contexts != nullptr) {
    const status code = w.call().contexts->put(*d.use, slot, value, handle);
    if (code != status::ok) w.fail(code, {});
  } else if (value != nullptr) {
    w.fail(status::fault_context_mismatch, {});
  }
  store_little(at, handle.attributes);
  const auto id = handle.id.to_wire();
  std::memcpy(at + 4, id.data(), id.size());
}

template <class S>
void engine<S>::put_id(std::uint64_t id) {
  if (std::byte* at = w.claim(sizeof(id_type), sizeof(id_type)))
    store_little(at, static_cast<id_type>(id));
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_SCALARS_H
