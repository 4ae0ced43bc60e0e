#ifndef NDR_PUT_STRUCTURES_H
#define NDR_PUT_STRUCTURES_H

#include <limits>

#include "engine.h"
#include "rows.h"

namespace rpc::ndr::encoding {

template <class S>
void engine<S>::drain(bool in_order) {
  auto& work = w.work();
  if (!in_order) work.reverse(0);
  while (!work.empty() && !w.failed()) {
    const writer::deferred next = work.pop();
    if (is_simple(*next.what)) {
      if (!put_directly(next)) put_graph(next);
      continue;
    }
    if (put_flat(next)) continue;
    const std::size_t mark = work.size();
    w.set_field(nullptr);
    put_referent(*next.what, next.object, next.self);
    if (w.failed() && next.field != nullptr) w.at(next.field);
    work.reverse(mark);
  }
}

template <class S>
template <bool Deferring>
void engine<S>::store_steps(writer& out, const structure_descriptor& d, std::byte* at,
                            const std::byte* memory) {
  for (const step& s : d.steps[static_cast<std::size_t>(S::value)]) {
    switch (s.what) {
      case action::copy4: std::memcpy(at + s.wire, memory + s.memory, 4); break;
      case action::copy8: std::memcpy(at + s.wire, memory + s.memory, 8); break;
      case action::copy: copy(at + s.wire, memory + s.memory, s.size); break;
      case action::clear: std::memset(at + s.wire, 0, s.size); break;
      case action::pointer: {
        const auto& pointer = as<pointer_descriptor>(*s.member);
        const void* const object = pointer_at(memory + s.memory);
        if (!store_id(out, pointer, at + s.wire, object, memory)) [[unlikely]]
          return out.at(s.name);
        if (Deferring && object != nullptr) out.defer({pointer.to, object, memory, s.name});
        break;
      }
      case action::member:
        if constexpr (!Deferring) __builtin_unreachable();
        out.set_field(s.name);
        store(*s.member, at + s.wire, place_of(s, memory), memory);
        if (out.failed()) [[unlikely]]
          return out.at(s.name);
    }
  }
}

template <class S>
void engine<S>::store_structure(const structure_descriptor& d, std::byte* at, const void* object) {
  const auto* const memory = static_cast<const std::byte*>(object);
  if (!store_rows(d, at, memory, 1)) store_steps<true>(w, d, at, memory);
}

template <class S>
inline bool engine<S>::store_simple(const structure_descriptor& d, std::byte* at,
                                    const std::byte* memory) {
  if (w.known() != nullptr) return false;
  std::uint32_t referents = w.referents();
  for (const step& s : d.steps[static_cast<std::size_t>(S::value)]) {
    std::byte* const to = at + s.wire;
    const std::byte* const from = memory + s.memory;
    if (s.what == action::pointer) {  // most are
      if (pointer_at(from) != nullptr) [[likely]]
        store_little(to, id_of(referents++));
      else if (as<pointer_descriptor>(*s.member).of_class != pointer_kind::ref)
        store_little(to, id_type{0});
      else
        return false;
      continue;
    }
    switch (s.what) {
      case action::copy4: std::memcpy(to, from, 4); break;
      case action::copy8: std::memcpy(to, from, 8); break;
      case action::copy: copy(to, from, s.size); break;
      case action::clear: fill_gap(to, s.size); break;
      case action::pointer:
      case action::member: __builtin_unreachable();
    }
  }
  w.set_referents(referents);
  return true;
}

template <class S>
inline void engine<S>::put_simple(const structure_descriptor& d, const void* object) {
  const form& f = form_of(d);
  const auto* const memory = static_cast<const std::byte*>(object);
  std::byte* const at = w.claim(f.alignment, f.size);
  if (at != nullptr && !store_simple(d, at, memory)) [[unlikely]]
    store_steps<false>(w, d, at, memory);
}

template <class S>
void engine<S>::put_graph(writer::deferred next) {
  writer& out = w;
  auto& work = out.work();
  for (bool first = true;; first = false) {
    if (!first && is_node(*next.what)) return work.push(next);
    if (!is_simple(*next.what)) {
      if (!put_flat(next)) return work.push(next);
      if (work.empty() || out.failed()) return;
      next = work.pop();
      continue;
    }
    const auto& d = as<structure_descriptor>(*next.what->element);
    put_simple(d, next.object);
    if (out.failed()) [[unlikely]] {
      if (next.field != nullptr) out.at(next.field);
      return;
    }
    if (!d.columns.empty()) {
      put_columns(d.columns, static_cast<const std::byte*>(next.object));
      if (work.empty() || out.failed()) return;
      next = work.pop();
      continue;
    }
    // What has no pointers itself is written at once, up to the first pointee that has.
    const auto* const self = static_cast<const std::byte*>(next.object);
    std::size_t left = d.pointers.size();
    for (; left > 0; --left) {
      const step& s = d.pointers[left - 1];
      const void* const object = pointer_at(self + s.memory);
      if (object == nullptr) continue;
      next = {as<pointer_descriptor>(*s.member).to, object, self, s.name};
      if (!put_flat(next)) break;
      if (out.failed()) [[unlikely]]
        return;
    }
    if (left == 0) {
      if (work.empty()) return;
      next = work.pop();
      continue;
    }
    for (const step& s : d.pointers.first(left - 1))
      if (const void* const object = pointer_at(self + s.memory))
        work.push({as<pointer_descriptor>(*s.member).to, object, self, s.name});
  }
}

template <class S>
bool engine<S>::put_directly(const writer::deferred& next) {
  if (!is_node(*next.what) || w.known() != nullptr) return false;
  const auto& d = as<structure_descriptor>(*next.what->element);
  direct_writer direct = w.direct();
  unfinished_list left;
  if (!d.put[static_cast<std::size_t>(S::value)](direct, next.object, left)) return false;
  w.go_on(direct);
  for (const unfinished& each : left) {
    for (const step& s : d.pointers.first(d.pointers.size() - each.from))  // the last first
      if (const void* object = pointer_at(place_of(s, each.object)))
        w.defer({as<pointer_descriptor>(*s.member).to, object, each.object, s.name});
  }
  return true;
}

// A string, an array without pointers, or the pointees of rows. False, and nothing is written,
// where it is something else.
template <class S>
bool engine<S>::put_flat(const writer::deferred& next) {
  if (next.rows.count != 0) {
    put_pointees_of_rows(*next.rows.of, next.object, next.rows.count);
    return true;
  }
  const referent_descriptor& to = *next.what;
  const descriptor& element = *to.element;
  if (to.kind == referent_kind::string) {
    const std::size_t length = length_of(next.object, element.size);
    put_counted<3>({length, 0, length}, element, next.object, length, nullptr);
  } else if (to.kind == referent_kind::conformant && form_of(element).dense && little) {
    const checked size = to.size(next.self);
    if (!size.is_count() || size.value() > std::numeric_limits<std::uint32_t>::max()) return false;
    const auto count = static_cast<std::size_t>(size.value());
    put_counted<1>({count}, element, next.object, count, next.self);
  } else if (to.kind == referent_kind::object && element.kind == construct::sequence) {
    const auto& sequence = as<sequence_descriptor>(element);
    if (sequence.total || !form_of(*sequence.element).dense || !little) return false;
    const auto [first, count] = sequence.look(next.object);
    put_counted<1>({count}, *sequence.element, first, count, nullptr);
  } else {
    return false;
  }
  if (w.failed() && next.field != nullptr) w.at(next.field);
  return true;
}

template <class S>
void engine<S>::put_whole_structure(const structure_descriptor& d, const void* object) {
  const form& f = form_of(d);
  if (f.fixed) {
    if (std::byte* at = w.claim(f.alignment, f.size)) store_structure(d, at, object);
    return;
  }
  if (d.open) {
    const auto count = put_max_count(open_count(d, object));
    if (!count) return;
    w.begin_open(*count, f.alignment);
  }
  put_structure(d, object);
}

template <class S>
void engine<S>::put_structure(const structure_descriptor& d, const void* object) {
  const std::size_t alignment = form_of(d).alignment;
  w.claim(alignment, 0);
  for (const step& s : d.members[0]) {
    if (S::trailing_gaps && is_tail(*s.member)) w.claim(w.open_alignment(), 0);
    w.set_field(s.name);
    put(*s.member, place_of(s, object), object);
    if (w.failed()) [[unlikely]]
      return w.at(s.name);
  }
  if (S::trailing_gaps && !d.open) w.claim(alignment, 0);
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_STRUCTURES_H
