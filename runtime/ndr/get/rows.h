#ifndef NDR_GET_ROWS_H
#define NDR_GET_ROWS_H

#include "../rows.h"
#include "engine.h"
#include "pointers.h"

namespace rpc::ndr::decoding {

// Loads a step of `count` rows. False where a pointer is null of which more has to be known.
template <class S, role R>
bool engine<S, R>::load_step(const step& s, const std::byte* at, std::size_t stride, std::byte* row,
                             std::size_t size, std::size_t count) {
  const auto each = [&](auto use) {
    std::byte* to = row + s.memory;
    const std::byte* from = at + s.wire;
    for (std::size_t i = 0; i < count; ++i, from += stride, to += size) use(to, from);
  };
  switch (s.what) {
    case action::copy4: each([](auto* to, auto* from) { std::memmove(to, from, 4); }); break;
    case action::copy8: each([](auto* to, auto* from) { std::memmove(to, from, 8); }); break;
    case action::copy: each([&](auto* to, auto* from) { std::memmove(to, from, s.size); }); break;
    case action::clear: break;
    case action::pointer: {
      const auto& pointer = as<pointer_descriptor>(*s.member);
      const bool may_be_null = pointer.of_class == pointer_kind::unique && !pointer.to->size;
      bool usual = true;
      each([&](std::byte* to, const std::byte* from) {
        id_type id;
        std::memcpy(&id, from, sizeof id);
        usual = usual && (id != 0 || may_be_null);
        set_pointer(to, id == 0 ? nullptr : to);
      });
      return usual;
    }
    case action::member: {
      id_type null = 0;
      each([&](std::byte*, const std::byte* from) {
        id_type id;
        std::memcpy(&id, from, sizeof id);
        null |= id == 0 ? 1 : 0;
      });
      return null == 0;
    }
  }
  return true;
}

// Server: rows of which all is as usual are read, and their pointees put off. False where the rest
// of the engine has to read them: again, for pointers may say already that they will not be null.
template <class S, role R>
bool engine<S, R>::load_rows(const descriptor& element, const std::byte* at, std::byte* first,
                             std::size_t count) {
  if (!little || !r.reads_directly()) return false;
  if (columns_in(element).empty()) return false;
  const auto& d = as<structure_descriptor>(element);
  const form& f = form_of(element);
  const std::size_t stride = align_up(f.size, f.alignment);
  for (std::size_t done = 0; done < count; done += rows_at_once) {
    const std::size_t some = std::min(count - done, rows_at_once);
    for (const step& s : d.steps[static_cast<std::size_t>(S::value)])
      if (!load_step(s, at + done * stride, stride, first + done * element.size, element.size,
                     some))
        return false;
  }
  defer({.what = &pointees_of_rows, .where = first, .self = nullptr, .rows = {&element, count}});
  return true;
}

// Finds a pointee, whose elements are to be used or copied, and goes past it. False, and nothing
// is read, where it is not as usual: what is referred to and has no elements has an address too.
template <class S, role R>
template <column_kind K>
[[gnu::always_inline]] inline bool engine<S, R>::find_pointee(direct_reader& in, const column& c,
                                                              const std::byte* row,
                                                              sequence_view& found) {
  constexpr bool has_text = K == column_kind::string || K == column_kind::text;
  constexpr std::size_t counts = has_text ? 3 : 1;
  std::byte* const at = aligned(in.at, sizeof(count_type));
  if (!in.has(at, counts * sizeof(count_type))) return false;
  const auto count_at = [&](std::size_t i) {
    count_type count;
    std::memcpy(&count, at + i * sizeof count, sizeof count);
    return count;
  };
  std::byte* first = at + counts * sizeof(count_type);
  std::uint64_t count = count_at(0);
  if constexpr (has_text) {
    const std::uint64_t most = std::exchange(count, count_at(2));
    if (count_at(1) != 0 || count == 0 || count > most) return false;
  } else if constexpr (K == column_kind::array) {
    if (!is_count(c.to->size(row), count)) return false;
  }
  if constexpr (K == column_kind::array)
    if (count == 0) return false;
  if constexpr (K == column_kind::sequence)
    if (count == 0 && c.sequence->resize == nullptr) return false;
  const auto left = static_cast<std::size_t>(in.end - first);
  std::byte* end = first;
  if (c.width == 1) {
    if (count > left) return false;
    end += count;
  } else if (count != 0) {
    if (count > left / c.width) return false;
    const std::size_t size = static_cast<std::size_t>(count) * c.width;
    first = aligned(first, c.alignment);
    if (!in.has(first, size)) return false;
    if ((reinterpret_cast<std::uintptr_t>(first) & (c.memory_alignment - 1)) != 0) return false;
    end = first + size;
  }
  if constexpr (has_text)
    if (end[-1] != std::byte{} || (c.width == 2 && end[-2] != std::byte{})) return false;
  found = {first, static_cast<std::size_t>(count)};
  in.at = end;
  return true;
}

// Reads a pointee. False, and nothing is read, where it is not as usual.
template <class S, role R>
template <column_kind K>
[[gnu::always_inline]] inline bool engine<S, R>::get_pointee(direct_reader& in, const column& c,
                                                             std::byte* row) {
  std::byte* const place = row + c.memory;
  if (c.is_pointer() && pointer_at(place) == nullptr) return true;
  const auto begin = in.at;
  sequence_view found{};
  if (!find_pointee<K>(in, c, row, found)) return false;
  const auto [first, count] = found;
  bool done = true;
  if constexpr (K == column_kind::text) {
    const std::size_t length = length_of(first, c.width, count) - 1;
    if (c.text->resize == nullptr)
      c.text->refer(place, const_cast<void*>(first), length);
    else if ((done = r.server()->memory().charge(count * c.width)))
      c.text->assign(place, first, length);
  } else if constexpr (K == column_kind::sequence) {
    done = set_sequences({place, 0, 1}, c, &found);
  } else {
    set_pointer(place, const_cast<void*>(first));
  }
  if (!done) in.at = begin;
  return done;
}

// False, and nothing has been set, where that is not as usual.
template <class S, role R>
bool engine<S, R>::set_sequences(const sequence_rows& rows, const column& c,
                                 const sequence_view* found) {
  if (c.sequence->set_rows == nullptr) return false;
  if (c.sequence->resize != nullptr) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < rows.count; ++i) size += found[i].count * c.width;
    if (!r.server()->memory().charge(size)) return false;
  }
  c.sequence->set_rows(rows, found);
  return true;
}

// What the engine reads of a column that is not as usual. After a failure it only clears a pointer.
template <class S, role R>
[[gnu::noinline]] inline void engine<S, R>::get_unusual(const column& c, std::byte* row) {
  std::byte* const place = row + c.memory;
  if (c.is_pointer()) set_pointer(place, nullptr);
  if (r.failed()) return;
  const deferred one{.what = c.to, .where = place, .self = row, .field = c.name};
  if (get_flat(one)) return;
  r.begin_referent(one.field);
  run(one);
  if (r.failed()) r.at(one.field);
}

template <class S, role R>
void engine<S, R>::get_columns(std::span<const column> columns, std::byte* row) {
  direct_reader in = r.direct();
  for (const column& c : columns) {
    if (with_kind(c.kind, [&]<column_kind K>(kind_constant<K>) {
          return get_pointee<K>(in, c, row);
        })) [[likely]]
      continue;
    r.go_on(in);
    get_unusual(c, row);
    in = r.direct();
  }
  r.go_on(in);
}

// The only column of rows, by value: no store changes it. Returns the first row of which it is not
// as usual.
template <class S, role R>
template <column_kind K>
std::byte* engine<S, R>::get_column(column c, std::size_t row_size, std::byte* row,
                                    const std::byte* end) {
  direct_reader in = r.direct();
  if constexpr (K == column_kind::sequence) {
    std::array<sequence_view, rows_at_once> found;
    for (bool usual = true; usual && row != end;) {
      std::byte* const begin = in.at;
      const std::size_t some =
          std::min(static_cast<std::size_t>(end - row) / row_size, found.size());
      std::size_t count = 0;
      while (count < some && find_pointee<K>(in, c, nullptr, found[count])) ++count;
      usual = count == some;
      if (count != 0 && !set_sequences({row + c.memory, row_size, count}, c, found.data())) {
        in.at = begin;
        break;
      }
      row += count * row_size;
    }
  } else {
    while (row != end && get_pointee<K>(in, c, row)) row += row_size;
  }
  r.go_on(in);
  return row;
}

// After a failure it only clears the pointers that are left.
template <class S, role R>
void engine<S, R>::get_pointees_of_rows(const deferred& next) {
  const descriptor& element = *next.rows.of;
  const auto columns = columns_in(element);
  auto* row = static_cast<std::byte*>(next.where);
  const std::byte* const end = row + next.rows.count * element.size;
  while (row != end) {
    if (columns.size() == 1 && !r.failed())
      row = with_kind(columns[0].kind, [&]<column_kind K>(kind_constant<K>) {
        return get_column<K>(columns[0], element.size, row, end);
      });
    if (row == end) return;
    get_columns(columns, row);
    row += element.size;
  }
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_ROWS_H
