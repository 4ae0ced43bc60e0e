#ifndef NDR_PUT_ROWS_H
#define NDR_PUT_ROWS_H

#include <limits>

#include "../rows.h"
#include "engine.h"

namespace rpc::ndr::encoding {

inline void fill_gap(std::byte* at, std::size_t size) {
  const std::uint32_t zeros = 0;
  if (size == sizeof zeros)
    std::memcpy(at, &zeros, sizeof zeros);
  else
    std::memset(at, 0, size);
}

// Writes a step of `count` rows but for what points to something.
inline void store_step(const step& s, std::byte* at, std::size_t stride, const std::byte* row,
                       std::size_t size, std::size_t count) {
  const auto each = [&](auto use) {
    std::byte* to = at + s.wire;
    const std::byte* from = row + s.memory;
    for (std::size_t i = 0; i < count; ++i, to += stride, from += size) use(to, from);
  };
  switch (s.what) {
    case action::copy4: return each([](auto* to, auto* from) { std::memcpy(to, from, 4); });
    case action::copy8: return each([](auto* to, auto* from) { std::memcpy(to, from, 8); });
    case action::copy: return each([&](auto* to, auto* from) { copy(to, from, s.size); });
    case action::clear:
      if (s.size == 4) return each([](auto* to, auto*) { std::memset(to, 0, 4); });
      return each([&](auto* to, auto*) { std::memset(to, 0, s.size); });
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
      fill_gap(to + i * stride + f.size, stride - f.size);
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

template <column_kind K>
[[gnu::always_inline]] inline pointee look(const column& c, const std::byte* row) {
  const void* const place = row + c.memory;
  if constexpr (K == column_kind::string) {
    return {pointer_at(place), 0};
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

// Writes a string. False, and nothing is written, where there is not clearly room.
template <class S>
template <std::size_t Width>
[[gnu::always_inline]] inline bool engine<S>::put_string(direct_writer& out, const void* first) {
  constexpr std::size_t counts = 3 * sizeof(count_type);
  if (!out.has_room(counts)) return false;
  std::byte* const at = aligned(out.at, sizeof(count_type));
  const std::size_t size = copy_text<Width>(at + counts, first, out.room() - counts);
  const auto count = static_cast<count_type>(size / Width);
  if (size == 0 || count != size / Width) return false;
  out.align(sizeof(count_type));
  store_little(at, count);
  store_little(at + sizeof(count_type), count_type{0});
  store_little(at + 2 * sizeof(count_type), count);
  out.at = at + counts + size;
  return true;
}

// Writes what a row points to. False, and nothing is written, where it is not as usual, or there is
// not clearly room.
template <class S>
template <column_kind K>
[[gnu::always_inline]] inline bool engine<S>::put_pointee(direct_writer& out, const column& c,
                                                          const pointee& what) {
  constexpr bool is_text = K == column_kind::text;
  const auto [first, number, usual] = what;
  if constexpr (K == column_kind::string)
    return first == nullptr ||
           (c.width == 1 ? put_string<1>(out, first) : put_string<2>(out, first));
  if (c.is_pointer() && first == nullptr) return true;
  if (!usual || number >= std::numeric_limits<std::uint32_t>::max()) return false;
  const std::size_t size = static_cast<std::size_t>(number) * c.width;
  if (!out.has_room(size + (is_text ? 3 * sizeof(count_type) : 0))) return false;
  out.align(sizeof(count_type));
  const auto count = static_cast<count_type>(number + (is_text ? 1 : 0));
  store_little(out.at, count);
  out.at += sizeof(count_type);
  if constexpr (is_text) {
    store_little(out.at, count_type{0});
    store_little(out.at + sizeof(count_type), count);
    out.at += 2 * sizeof(count_type);
  } else if (c.alignment > sizeof(count_type) && number != 0) {
    out.align(c.alignment);
  }
  copy(out.at, first, size);
  out.at += size;
  if constexpr (is_text) {
    store_little(out.at, std::uint16_t{0});
    out.at += c.width;
  }
  return true;
}

// What the engine says of a column that is not as usual. False after a failure.
template <class S>
[[gnu::noinline]] inline bool engine<S>::put_unusual(const column& c, const std::byte* row) {
  w.set_field(nullptr);
  const std::byte* const place = row + c.memory;
  put_referent(*c.to, c.is_pointer() ? pointer_at(place) : place, row);
  if (w.failed()) w.at(c.name);
  return !w.failed();
}

template <class S>
void engine<S>::put_columns(std::span<const column> columns, const std::byte* row) {
  direct_writer out = w.direct();
  for (const column& c : columns) {
    if (with_kind(c.kind, [&]<column_kind K>(kind_constant<K>) {
          return put_pointee<K>(out, c, look<K>(c, row));
        })) [[likely]]
      continue;
    w.go_on(out);
    if (!put_unusual(c, row)) return;
    out = w.direct();
  }
  w.go_on(out);
}

// The only column of rows, by value: no store changes it. Returns the first row of which it is not
// as usual.
template <class S>
template <column_kind K>
const std::byte* engine<S>::put_column(column c, std::size_t row_size, const std::byte* row,
                                       const std::byte* end) {
  direct_writer out = w.direct();
  if constexpr (K == column_kind::sequence) {
    std::array<sequence_view, rows_at_once> found;
    for (std::size_t done = found.size(), i = found.size(); done == i && row != end;) {
      done = std::min(static_cast<std::size_t>(end - row) / row_size, found.size());
      c.sequence->look_at_rows({row + c.memory, row_size, done}, found.data());
      for (i = 0; i < done && put_pointee<K>(out, c, {found[i].first, found[i].count}); ++i)
        row += row_size;
    }
  } else {
    while (row != end && put_pointee<K>(out, c, look<K>(c, row))) row += row_size;
  }
  w.go_on(out);
  return row;
}

template <class S>
void engine<S>::put_pointees_of_rows(const descriptor& element, const void* first,
                                     std::size_t count) {
  const auto columns = columns_in(element);
  const auto* row = static_cast<const std::byte*>(first);
  const std::byte* const end = row + count * element.size;
  while (row != end && !w.failed()) {
    if (columns.size() == 1)
      row = with_kind(columns[0].kind, [&]<column_kind K>(kind_constant<K>) {
        return put_column<K>(columns[0], element.size, row, end);
      });
    if (row == end) return;
    put_columns(columns, row);
    row += element.size;
  }
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_ROWS_H
