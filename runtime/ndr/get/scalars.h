#ifndef NDR_GET_SCALARS_H
#define NDR_GET_SCALARS_H

#include "engine.h"
#include "rows.h"

namespace rpc::ndr::decoding {

/// A number in memory for people.
inline std::string text_of_number(const descriptor& d, const void* value) {
  const auto read = [&]<class T>(T number) {
    std::memcpy(&number, value, sizeof number);
    return text_of(number);
  };
  switch (d.number) {
    case number_kind::character: return d.size == 1 ? read(char{}) : read(char16_t{});
    case number_kind::floating: return d.size == 4 ? read(float{}) : read(double{});
    case number_kind::with_sign: return std::to_string(integer_at(value, d.size, true));
    case number_kind::without_sign:
    case number_kind::octet:
      return std::to_string(static_cast<std::uint64_t>(integer_at(value, d.size, false)));
    case number_kind::none: break;
  }
  __builtin_unreachable();
}

/// The elements of an array of characters or octets for people.
inline std::string text_of_array(const descriptor& element, const void* first, std::size_t count) {
  const auto read = [&]<class T>(T) {
    return text_of(std::span<const T>(static_cast<const T*>(first), count));
  };
  if (element.number != number_kind::character) return read(std::byte{});
  return element.size == 1 ? read(char{}) : read(char16_t{});
}

template <class S, role R>
void engine<S, R>::load_number(const descriptor& d, const std::byte* at, void* value) {
  if (value != at) copy(static_cast<std::byte*>(value), at, d.size);
  if (r.swapped()) [[unlikely]]
    std::reverse(static_cast<std::byte*>(value), static_cast<std::byte*>(value) + d.size);
  if constexpr (tracing) r.leaf(at, d.size, {}, text_of_number(d, value));
}

template <class S, role R>
void engine<S, R>::load_integer(const integer_descriptor& d, const std::byte* at, void* value) {
  const std::size_t width = form_of(d).size;
  std::int64_t number = 0;
  if (d.kind == construct::enumeration) {
    number = width == 2 ? r.load<std::int16_t>(at) : r.load<std::int32_t>(at);
    // Where memory is unsigned and as wide as the wire, the bits are the value: 0xFFFFFFFF is -1.
    const bool has_room =
        d.size >= width ||
        (d.is_signed ? number >= -(1LL << (8 * d.size - 1)) && number < 1LL << (8 * d.size - 1)
                     : number >= 0 && number < 1LL << (8 * d.size));
    if (number < d.low || number > d.high || !has_room) {
      r.fail(status::bad_stub_data, {"the value ", number, " is not a value of the enumeration"});
      return;
    }
  } else if (width == 8) {
    number = r.load<std::int64_t>(at);
  } else {
    number = d.is_signed ? std::int64_t{r.load<std::int32_t>(at)}
                         : std::int64_t{r.load<std::uint32_t>(at)};
  }
  set_integer(value, number, d.size);
  if constexpr (tracing) {
    const char* name = d.name == nullptr ? nullptr : d.name(d, number);
    const std::string text = d.kind == construct::enumeration || d.is_signed
                                 ? std::to_string(number)
                                 : std::to_string(static_cast<std::uint64_t>(number));
    r.leaf(at, width, {}, name == nullptr ? text : text + " (" + name + ')');
  }
}

template <class S, role R>
void engine<S, R>::load_ranged(const ranged_descriptor& d, const std::byte* at, void* value,
                               const void* self) {
  load(*d.base, at, value, self);
  const checked number = d.read(value);
  if (!number.valid() || number.value() < d.low || number.value() > d.high)
    r.fail(status::bad_stub_data,
           {"the value ", number.value(), " is outside the range ", d.low, " to ", d.high});
}

template <class S, role R>
void engine<S, R>::load_context(const context_descriptor& d, const std::byte* at, void* slot) {
  wire_context handle;
  handle.attributes = r.load<std::uint32_t>(at);
  std::array<std::uint8_t, 16> id;
  std::memcpy(id.data(), at + 4, id.size());
  handle.id = uuid::from_wire(id, r.swapped() == (std::endian::native == std::endian::big));
  if constexpr (tracing) r.leaf(at, 20, {}, handle.null() ? "null" : handle.id.text());
  void* found = nullptr;  // a server's memory is new
  if constexpr (client) found = const_cast<void*>(pointer_at(slot));
  if (auto* contexts = r.call().contexts; contexts != nullptr) {
    const status code = contexts->get(*d.use, slot, handle, found);
    if (code != status::ok) r.fail(code, {});
  }
  std::memcpy(slot, &found, sizeof found);
}

template <class S, role R>
void engine<S, R>::load_elements(const descriptor& element, const std::byte* at, void* first,
                                 std::size_t count, const void* self, std::uint64_t before) {
  const form& f = form_of(element);
  auto* const memory = static_cast<std::byte*>(first);
  if (f.verbatim && !tracing && !r.swapped()) {
    if (memory != at) std::memcpy(memory, at, count * element.size);
    return;
  }
  if constexpr (tracing) {
    const bool reads_as_text =
        element.kind == construct::number &&
        (element.number == number_kind::octet || element.number == number_kind::character ||
         (element.size == 1 && element.number != number_kind::floating));
    if (reads_as_text) {
      for (std::size_t i = 0; i < count; ++i) {
        std::byte* const to = memory + i * element.size;
        std::memcpy(to, at + i * element.size, element.size);
        if (r.swapped()) std::reverse(to, to + element.size);
      }
      r.leaf(at, count * element.size, element.size, {}, text_of_array(element, memory, count));
      return;
    }
  }
  if constexpr (R == role::server)
    if (load_rows(element, at, memory, count)) return;
  const std::size_t stride = align_up(f.size, f.alignment);
  for (std::size_t i = 0; i < count && !r.failed(); ++i) {
    [[maybe_unused]] const auto scope = enter_element(before + i);
    load(element, at + i * stride, memory + i * element.size, self);
  }
}

template <class S, role R>
void engine<S, R>::get_elements(const descriptor& element, void* first, std::size_t count,
                                const void* self, std::uint64_t before) {
  if (count == 0) return;
  const form& f = form_of(element);
  if (f.fixed) {
    const std::size_t stride = align_up(f.size, f.alignment);
    if (const std::byte* at = r.take(f.alignment, stride * (count - 1) + f.size))
      load_elements(element, at, first, count, self, before);
    return;
  }
  for (std::size_t i = 0; i < count && !r.failed(); ++i) {
    [[maybe_unused]] const auto scope = enter_element(before + i);
    get_open(element, static_cast<std::byte*>(first) + i * element.size, self);
  }
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_SCALARS_H
