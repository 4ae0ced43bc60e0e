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
  at += s.wire;
  row += s.memory;
  const auto each = [&](auto use) {
    for (std::size_t i = 0; i < count; ++i, at += stride, row += size) use(row, at);
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

// Sets what points to `count` elements of the message. False where that is not as usual.
template <class S, role R>
template <column_kind K>
[[gnu::always_inline]] inline bool engine<S, R>::set_elements(const column& c, std::byte* place,
                                                              std::byte* first, std::size_t count) {
  constexpr bool is_text = K == column_kind::text;
  const std::size_t size = count * c.width;
  const bool is_aligned = (reinterpret_cast<std::uintptr_t>(first) & (c.memory_alignment - 1)) == 0;
  void (*assign)(void*, const void*, std::size_t) = nullptr;
  bool refers = true;
  if constexpr (is_text) {
    count = length_of(first, c.width, count) - 1;
    assign = c.text->assign;
    refers = c.text->resize == nullptr;
  } else if constexpr (K == column_kind::sequence) {
    assign = c.sequence->assign;
    refers = c.sequence->resize == nullptr;
  }
  if (!refers) {
    if (assign == nullptr) return false;
    if (!is_aligned && size != 0) return false;
    if (!r.server()->memory().charge(size)) return false;
    assign(place, first, count);
    return true;
  }
  if (size == 0) return false;
  if (!is_aligned) [[unlikely]] {
    void* const memory = r.server()->memory().allocate(size, c.memory_alignment);
    if (memory == nullptr) return false;
    std::memcpy(memory, first, size);
    first = static_cast<std::byte*>(memory);
  }
  if constexpr (is_text)
    c.text->refer(place, first, count);
  else if constexpr (K == column_kind::sequence)
    c.sequence->refer(place, first, count);
  else
    set_pointer(place, first);
  return true;
}

// Reads a pointee from `p` on. Returns its end; null, and nothing is read, where it is not as
// usual.
template <class S, role R>
template <column_kind K>
[[gnu::always_inline]] inline std::byte* engine<S, R>::get_pointee(const direct_reader& in,
                                                                   std::byte* p, const column& c,
                                                                   std::byte* row) {
  constexpr bool has_text = K == column_kind::string || K == column_kind::text;
  constexpr std::size_t counts = has_text ? 3 : 1;
  if (c.is_pointer() && pointer_at(row + c.memory) == nullptr) return p;
  const std::byte* const at = in.find(p, sizeof(count_type), counts * sizeof(count_type));
  if (at == nullptr) return nullptr;
  const auto count_at = [&](std::size_t i) {
    count_type count;
    std::memcpy(&count, at + i * sizeof count, sizeof count);
    return count;
  };
  p = const_cast<std::byte*>(at) + counts * sizeof(count_type);
  std::uint64_t count = count_at(0);
  if constexpr (has_text) {
    const std::uint64_t most = std::exchange(count, count_at(2));
    if (count_at(1) != 0 || count == 0 || count > most) return nullptr;
  } else if constexpr (K == column_kind::array) {
    if (!is_count(c.to->size(row), count)) return nullptr;
  }
  std::byte* first = p;
  const auto left = static_cast<std::size_t>(in.end - p);
  if (c.width == 1) {
    if (count > left) return nullptr;
  } else if (count != 0) {
    if (count > left / c.width) return nullptr;
    first = in.find(p, c.alignment, static_cast<std::size_t>(count) * c.width);
    if (first == nullptr) return nullptr;
  }
  std::byte* const end = first + static_cast<std::size_t>(count) * c.width;
  if constexpr (has_text)
    if (end[-1] != std::byte{} || (c.width == 2 && end[-2] != std::byte{})) return nullptr;
  return set_elements<K>(c, row + c.memory, first, static_cast<std::size_t>(count)) ? end : nullptr;
}

// After a failure it only clears the pointers that are left.
template <class S, role R>
void engine<S, R>::get_pointees_of_rows(const deferred& next) {
  const descriptor& element = *next.rows.of;
  const std::size_t row_size = element.size;
  const auto columns = columns_in(element);
  auto* row = static_cast<std::byte*>(next.where);
  std::byte* const end = row + next.rows.count * row_size;
  const direct_reader in = r.direct();
  std::byte* p = r.position();
  const auto get_row = [&] {
    for (const column& c : columns) {
      std::byte* const place = row + c.memory;
      std::byte* const after =
          r.failed() ? nullptr : with_kind(c.kind, [&]<column_kind K>(kind_constant<K>) {
            return get_pointee<K>(in, p, c, row);
          });
      if (after != nullptr) {
        p = after;
        continue;
      }
      if (c.is_pointer()) set_pointer(place, nullptr);
      if (r.failed()) continue;
      r.go_on(p);
      const deferred one{.what = c.to, .where = place, .self = row, .field = c.name};
      if (!get_flat(one)) {
        r.begin_referent(one.field);
        run(one);
        if (r.failed()) r.at(one.field);
      }
      p = r.position();
    }
  };
  while (row != end) {
    if (columns.size() == 1 && !r.failed())
      with_kind(columns[0].kind, [&]<column_kind K>(kind_constant<K>) {
        const column c = columns[0];
        std::byte* at = p;
        std::byte* each = row;
        for (; each != end; each += row_size) {
          std::byte* const after = get_pointee<K>(in, at, c, each);
          if (after == nullptr) [[unlikely]]
            break;
          at = after;
        }
        p = at;
        row = each;
      });
    if (row == end) break;
    get_row();
    row += row_size;
  }
  r.go_on(p);
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_ROWS_H
