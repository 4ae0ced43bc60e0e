#ifndef NDR_PUT_ARRAYS_H
#define NDR_PUT_ARRAYS_H

#include <rpc/ndr/correlation.h>

#include <algorithm>
#include <array>
#include <limits>

#include "engine.h"
#include "rows.h"

namespace rpc::ndr::encoding {

template <class S>
void engine<S>::put_elements(const descriptor& element, const void* first, std::uint64_t count,
                             const void* self) {
  if (count == 0) return;
  const form& f = form_of(element);
  const auto* at_memory = static_cast<const std::byte*>(first);
  if (!f.fixed) {
    for (std::uint64_t i = 0; i < count && !w.failed(); ++i)
      put_open(element, at_memory + i * element.size, self);
    return;
  }
  if (count > std::numeric_limits<std::uint32_t>::max()) {
    w.fail(status::invalid_bound, {count, " elements are too many for a message"});
    return;
  }
  if (f.dense && little) {
    if (std::byte* at = w.claim(f.alignment, count * element.size))
      w.put_bytes(at, first, count * element.size);
    return;
  }
  const std::size_t stride = align_up(f.size, f.alignment);
  if (std::byte* at = w.claim(f.alignment, stride * (count - 1) + f.size))
    store_elements(element, at, at_memory, count, self);
}

template <class S>
void engine<S>::store_elements(const descriptor& element, std::byte* at, const std::byte* first,
                               std::size_t count, const void* self) {
  const form& f = form_of(element);
  if (f.dense && little) return copy(at, first, count * element.size);
  if (store_rows(element, at, first, count)) return;
  const std::size_t stride = align_up(f.size, f.alignment);
  for (std::size_t i = 0; i < count && !w.failed(); ++i) {
    store(element, at + i * stride, first + i * element.size, self);
    if (stride > f.size && i + 1 < count) std::memset(at + i * stride + f.size, 0, stride - f.size);
  }
}

template <class S>
template <std::size_t N>
void engine<S>::put_counted(const std::array<std::uint64_t, N>& counts, const descriptor& element,
                            const void* first, std::uint64_t count, const void* self) {
  const form& f = form_of(element);
  const std::size_t bytes = count * element.size;
  // Counts that have room, and elements that need no gap after them, are written at once.
  if (f.dense && little && f.alignment <= sizeof(count_type) &&
      std::ranges::max(counts) <= std::numeric_limits<std::uint32_t>::max()) [[likely]] {
    std::byte* at = w.claim(sizeof(count_type), N * sizeof(count_type) + bytes);
    if (at == nullptr) return;
    for (const std::uint64_t each : counts) {
      store_little(at, static_cast<count_type>(each));
      at += sizeof(count_type);
    }
    return w.put_bytes(at, first, bytes);
  }
  for (const std::uint64_t each : counts) put_count(each);
  put_elements(element, first, count, self);
}

template <class S>
void engine<S>::put_conformant(checked size, const descriptor& element, const void* first,
                               const void* self) {
  if (!size.is_count()) return fail_size(w, status::invalid_bound, size);
  const auto count = static_cast<std::uint64_t>(size.value());
  put_counted<1>({count}, element, first, count, self);
}

template <class S>
std::optional<std::uint64_t> engine<S>::put_max_count(checked size) {
  if (!size.is_count()) {
    fail_size(w, status::invalid_bound, size);
    return std::nullopt;
  }
  const auto count = static_cast<std::uint64_t>(size.value());
  put_count(count);
  return count;
}

template <class S>
template <class Array>
void engine<S>::put_part(const Array& array, const void* first, std::uint64_t most,
                         const void* self) {
  const checked begin = array.first ? array.first(self) : checked(0);
  const checked count = array.length(self);
  const checked end = begin + count;
  if (!end.valid()) {
    w.fail(status::invalid_bound, {"the part that travels cannot be computed", why_invalid(end)});
    return;
  }
  if (!begin.is_count() || !count.is_count() || static_cast<std::uint64_t>(end.value()) > most) {
    w.fail(status::invalid_bound, {"the part that travels begins at element ", begin.value(),
                                   " and has ", count.value(), ", of an array of ", most});
    return;
  }
  put_count(static_cast<std::uint64_t>(begin.value()));
  put_count(static_cast<std::uint64_t>(count.value()));
  const auto skipped = static_cast<std::size_t>(begin.value());
  put_elements(*array.element, static_cast<const std::byte*>(first) + skipped * array.element->size,
               static_cast<std::uint64_t>(count.value()), self);
}

template <class S>
void engine<S>::put_characters(const descriptor& character, const void* first, std::size_t length) {
  if (length == 0) {
    w.fail(status::invalid_bound, {"the string has no terminator within its array"});
    return;
  }
  put_counted<2>({0, length}, character, first, length, nullptr);
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_ARRAYS_H
