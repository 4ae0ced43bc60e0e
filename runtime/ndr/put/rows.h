#ifndef NDR_PUT_ROWS_H
#define NDR_PUT_ROWS_H

#include <limits>

#include "../rows.h"
#include "engine.h"

namespace rpc::ndr::encoding {

// Writes a step of `count` rows but for what points to something.
inline void store_step(const step& s, std::byte* at, std::size_t stride, const std::byte* row,
                       std::size_t size, std::size_t count) {
  at += s.wire;
  row += s.memory;
  const auto each = [&](auto use) {
    for (std::size_t i = 0; i < count; ++i, at += stride, row += size) use(at, row);
  };
  switch (s.what) {
    case action::copy4: return each([](auto* to, auto* from) { std::memcpy(to, from, 4); });
    case action::copy8: return each([](auto* to, auto* from) { std::memcpy(to, from, 8); });
    case action::copy: return each([&](auto* to, auto* from) { copy(to, from, s.size); });
    case action::clear: return each([&](auto* to, auto*) { std::memset(to, 0, s.size); });
    case action::pointer:
    case action::member: return;
  }
}

// Writes rows of which all is as usual, and puts off their pointees. False, and what is written
// means nothing, where the rest of the engine has to write them.
template <class S>
bool engine<S>::store_rows(const descriptor& element, std::byte* at, const std::byte* first,
                           std::size_t count) {
  if (!little || w.known() != nullptr) return false;
  const auto columns = columns_in(element);
  if (columns.empty()) return false;
  const auto& d = as<structure_descriptor>(element);
  const form& f = form_of(element);
  const std::size_t stride = align_up(f.size, f.alignment);
  std::uint32_t referents = w.referents();
  for (std::size_t done = 0; done < count; done += rows_at_once) {
    const std::size_t some = std::min(count - done, rows_at_once);
    std::byte* const to = at + done * stride;
    const std::byte* const row = first + done * element.size;
    for (const step& s : d.steps[static_cast<std::size_t>(S::value)])
      store_step(s, to, stride, row, element.size, some);
    for (std::size_t i = 0; stride > f.size && i < some && done + i + 1 < count; ++i)
      std::memset(to + i * stride + f.size, 0, stride - f.size);
    if (!store_ids(columns, to, stride, row, element.size, some, referents)) return false;
  }
  w.set_referents(referents);
  w.defer({.what = &pointees_of_rows,
           .object = first,
           .self = nullptr,
           .field = nullptr,
           .rows = {&element, count}});
  return true;
}

// False where a pointer is null that must not be.
template <class S>
bool engine<S>::store_ids(std::span<const column> columns, std::byte* at, std::size_t stride,
                          const std::byte* row, std::size_t size, std::size_t count,
                          std::uint32_t& referents) {
  std::uint32_t next = referents;
  if (columns.size() == 1 && !columns[0].is_pointer()) {
    at += columns[0].wire[static_cast<std::size_t>(S::value)];
    for (std::size_t i = 0; i < count; ++i, at += stride) store_little(at, id_of(next++));
    referents = next;
    return true;
  }
  for (std::size_t i = 0; i < count; ++i, at += stride, row += size) {
    for (const column& c : columns) {
      std::byte* const id = at + c.wire[static_cast<std::size_t>(S::value)];
      if (c.is_pointer() && pointer_at(row + c.memory) == nullptr) {
        if (c.required) return false;
        store_little(id, id_type{0});
      } else {
        store_little(id, id_of(next++));
      }
    }
  }
  referents = next;
  return true;
}

// Numbers or characters, and how many of them are counted: of texts there is one more.
struct pointee {
  const void* first;
  std::uint64_t count;
  bool usual = true;
};

template <column_kind K>
[[gnu::always_inline]] inline pointee look(const column& c, const std::byte* row) {
  const void* const place = row + c.memory;
  if constexpr (K == column_kind::string) {
    const void* const first = pointer_at(place);
    return {first, first == nullptr ? 0 : length_of(first, c.width)};
  } else if constexpr (K == column_kind::array) {
    const void* const first = pointer_at(place);
    if (first == nullptr) return {nullptr, 0};
    const checked size = c.to->size(row);
    return {first, static_cast<std::uint64_t>(size.value()), size.is_count()};
  } else if constexpr (K == column_kind::sequence) {
    const sequence_view elements = c.sequence->look(place);
    return {elements.first, elements.count};
  } else {
    const std::span<const std::byte> bytes = c.text->bytes(place);
    const std::size_t count = c.width == 1 ? bytes.size() : bytes.size() / 2;
    return {bytes.data(), count, count == 0 || length_of(bytes.data(), c.width, count) == 0};
  }
}

// Writes what a row points to, from `p` on. Returns its end; null, and nothing is written, where it
// is not as usual, or there is not clearly room.
template <class S>
template <column_kind K>
[[gnu::always_inline]] inline std::byte* engine<S>::put_pointee(const direct_writer& out,
                                                                std::byte* p, const column& c,
                                                                const std::byte* row) {
  constexpr bool is_text = K == column_kind::text;
  const auto [first, number, usual] = look<K>(c, row);
  if (c.is_pointer() && first == nullptr) return p;
  if (!usual || number >= std::numeric_limits<std::uint32_t>::max()) return nullptr;
  const std::size_t size = static_cast<std::size_t>(number) * c.width;
  constexpr std::size_t others = 3 * sizeof(count_type) + 2 * sizeof(std::uint64_t);
  std::byte* at = out.room(p, sizeof(count_type), size + others);
  if (at == nullptr) return nullptr;
  const auto count = static_cast<count_type>(number + (is_text ? 1 : 0));
  store_little(at, count);
  at += sizeof(count_type);
  if constexpr (is_text || K == column_kind::string) {
    store_little(at, count_type{0});
    store_little(at + sizeof(count_type), count);
    at += 2 * sizeof(count_type);
  } else if (c.alignment > sizeof(count_type) && number != 0) {
    store_little(at, std::uint64_t{0});
    at += (0 - static_cast<std::size_t>(at - out.begin)) & (c.alignment - 1);
  }
  copy(at, first, size);
  if constexpr (is_text) {
    store_little(at + size, std::uint16_t{0});
    at += c.width;
  }
  return at + size;
}

template <class S>
void engine<S>::put_pointees_of_rows(const writer::deferred& next) {
  const descriptor& element = *next.rows.of;
  const std::size_t row_size = element.size;
  const auto columns = columns_in(element);
  const auto* row = static_cast<const std::byte*>(next.object);
  const std::byte* const end = row + next.rows.count * row_size;
  direct_writer out = w.direct();
  std::byte* p = w.position();
  // False after a failure.
  const auto put_row = [&] {
    for (const column& c : columns) {
      std::byte* const after = with_kind(
          c.kind, [&]<column_kind K>(kind_constant<K>) { return put_pointee<K>(out, p, c, row); });
      if (after != nullptr) {
        p = after;
        continue;
      }
      w.go_on(out, p);
      w.set_field(nullptr);
      const std::byte* const place = row + c.memory;
      put_referent(*c.to, c.is_pointer() ? pointer_at(place) : place, row);
      if (w.failed()) {
        w.at(c.name);
        return false;
      }
      out = w.direct();
      p = w.position();
    }
    return true;
  };
  if (columns.size() != 1) {
    for (; row != end; row += row_size)
      if (!put_row()) return;
  }
  while (row != end) {
    with_kind(columns[0].kind, [&]<column_kind K>(kind_constant<K>) {
      const column c = columns[0];
      std::byte* at = p;
      const std::byte* each = row;
      for (; each != end; each += row_size) {
        std::byte* const after = put_pointee<K>(out, at, c, each);
        if (after == nullptr) [[unlikely]]
          break;
        at = after;
      }
      p = at;
      row = each;
    });
    if (row == end) break;
    if (!put_row()) return;
    row += row_size;
  }
  w.go_on(out, p);
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_ROWS_H
