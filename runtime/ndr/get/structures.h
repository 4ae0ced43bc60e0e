#ifndef NDR_GET_STRUCTURES_H
#define NDR_GET_STRUCTURES_H

#include "engine.h"
#include "pointers.h"
#include "referents.h"

namespace rpc::ndr::decoding {

/// While results overwrite a structure of the caller, what its expressions said before.
class preserved {
 public:
  preserved(reader& r, const structure_descriptor& d, const void* object) : reader_(r) {
    std::byte* copied = few_.data();
    if (d.size > few_.size()) {
      more_ = std::make_unique_for_overwrite<std::byte[]>(d.size);
      copied = more_.get();
    }
    std::memcpy(copied, object, d.size);
    outer_ = r.exchange_before(copied);
  }
  preserved(const preserved&) = delete;
  preserved& operator=(const preserved&) = delete;
  ~preserved() { reader_.exchange_before(outer_); }

 private:
  reader& reader_;
  const void* outer_;
  alignas(std::max_align_t) std::array<std::byte, 256> few_;
  std::unique_ptr<std::byte[]> more_;
};

template <class S, role R>
void engine<S, R>::load_structure(const structure_descriptor& d, const std::byte* at,
                                  void* object) {
  if constexpr (R == role::server)
    if (load_rows(d, at, static_cast<std::byte*>(object), 1)) return;
  [[maybe_unused]] std::conditional_t<client, std::optional<preserved>, nothing> before;
  if constexpr (client)
    if (d.has_expressions) before.emplace(r, d, object);
  const std::size_t mark = r.correlations();
  auto* const memory = static_cast<std::byte*>(object);
  // The steps that copy several members at once know no byte order.
  const bool fast = !tracing && !r.swapped();
  for (const step& s : (fast ? d.steps : d.members)[static_cast<std::size_t>(S::value)]) {
    switch (s.what) {
      case action::copy4: std::memmove(memory + s.memory, at + s.wire, 4); break;
      case action::copy8: std::memmove(memory + s.memory, at + s.wire, 8); break;
      case action::copy: std::memmove(memory + s.memory, at + s.wire, s.size); break;
      case action::clear: break;
      case action::pointer:
      case action::member: {
        [[maybe_unused]] const auto scope = enter(s.name);
        r.set_field(s.name);
        load(*s.member, at + s.wire, const_cast<std::byte*>(place_of(s, object)), object);
        if (r.failed()) [[unlikely]]
          return r.at(s.name);
      }
    }
  }
  if (d.has_expressions) r.settle(mark, due::with_members);
}

template <class S, role R>
void engine<S, R>::get_graph(deferred next, std::size_t bottom) {
  for (bool first = true;; first = false) {
    if (!first && is_node(*next.what)) return work_.push(next);
    if (!is_simple(*next.what)) {
      if (!get_flat(next)) return work_.push(next);
      if (work_.size() == bottom || r.failed()) return;
      next = work_.pop();
      continue;
    }
    const auto& d = as<structure_descriptor>(*next.what->element);
    const form& f = form_of(d);
    std::byte* memory =
        f.in_place && r.uses_message() ? r.usable(f.alignment, d.alignment) : nullptr;
    const bool in_place = memory != nullptr;
    const std::byte* const at = r.take(f.alignment, f.size);
    if (at != nullptr && !in_place)
      memory = static_cast<std::byte*>(r.allocate(next.where, d.size, d.alignment, false));
    if (at == nullptr || memory == nullptr || !load_simple(d, at, memory)) [[unlikely]] {
      if (next.field != nullptr) r.at(next.field);
      return;
    }
    set_pointer(next.where, memory);
    if (in_place) r.server()->used_in_message(d.size);
    if (!d.columns.empty() && r.reads_directly()) {
      get_columns(d.columns, memory);
      if (work_.size() == bottom || r.failed()) return;
      next = work_.pop();
      continue;
    }
    // What has no pointers itself is read at once, up to the first pointee that has.
    std::size_t left = d.pointers.size();
    for (; left > 0; --left) {
      const step& s = d.pointers[left - 1];
      std::byte* const where = memory + s.memory;
      if (pointer_at(where) == nullptr) continue;
      set_pointer(where, nullptr);
      next = {.what = as<pointer_descriptor>(*s.member).to,
              .where = where,
              .self = memory,
              .field = s.name};
      if (r.failed() || !get_flat(next)) break;
    }
    for (const step& s : d.pointers.first(left == 0 ? 0 : left - 1)) {
      std::byte* const where = memory + s.memory;
      if (pointer_at(where) == nullptr) continue;
      set_pointer(where, nullptr);
      work_.push({.what = as<pointer_descriptor>(*s.member).to,
                  .where = where,
                  .self = memory,
                  .field = s.name});
    }
    if (r.failed()) [[unlikely]]
      return;
    if (left != 0) continue;
    if (work_.size() == bottom) return;
    next = work_.pop();
  }
}

template <class S, role R>
bool engine<S, R>::get_directly(const deferred& next) {
  if (!is_node(*next.what) || !r.reads_directly()) return false;
  const auto& d = as<structure_descriptor>(*next.what->element);
  direct_reader direct = r.direct();
  unfinished_list left;
  const bool known = d.get[static_cast<std::size_t>(S::value)](direct, next.where, left);
  r.go_on(direct);
  if (!known) return false;
  for (const unfinished& each : left) {
    for (const step& s : d.pointers.first(d.pointers.size() - each.from)) {  // the last first
      auto* const where = const_cast<std::byte*>(place_of(s, each.object));
      if (pointer_at(where) == nullptr) continue;
      set_pointer(where, nullptr);
      work_.push({.what = as<pointer_descriptor>(*s.member).to,
                  .where = where,
                  .self = each.object,
                  .field = s.name});
    }
  }
  return true;
}

// A string, an array without pointers, or the pointees of rows. False, and nothing is read, where
// it is something else, or its size is not sure.
template <class S, role R>
bool engine<S, R>::get_flat(const deferred& next) {
  if (next.rows.count != 0) {
    get_pointees_of_rows(next);
    return true;
  }
  const referent_descriptor& to = *next.what;
  const descriptor& element = *to.element;
  if (to.allocated || to.range.given) return false;
  if (to.kind == referent_kind::string) {
    get_string(to, next.where, {});
  } else if (to.kind == referent_kind::conformant) {
    if (to.size.when != due::with_members || to.in_frame || !form_of(element).verbatim)
      return false;
    const auto count = r.template peek_count<count_type>(0);
    if (!count || !is_count(to.size(next.self), *count)) return false;
    std::byte* const begin = r.position();
    r.take(sizeof(count_type), sizeof(count_type));
    if (*count > r.left() / element.size) {
      r.go_on(begin);
      return false;
    }
    get_run(to, next.where, static_cast<std::size_t>(*count), next.self, false);
  } else if (to.kind == referent_kind::object && element.kind == construct::sequence) {
    const auto& sequence = as<sequence_descriptor>(element);
    if (to.fill == nullptr || sequence.total || !form_of(*sequence.element).verbatim) return false;
    if (void* object = to.fill(r, next.where)) get_sequence(sequence, object, next.self);
  } else {
    return false;
  }
  if (r.failed() && next.field != nullptr) r.at(next.field);
  return true;
}

// The members of a simple structure. Its pointers are null, or say that they will not be. False
// after a failure.
template <class S, role R>
bool engine<S, R>::load_simple(const structure_descriptor& d, const std::byte* at,
                               std::byte* memory) {
  bool counted = false;
  for (const step& s : d.steps[static_cast<std::size_t>(S::value)]) {
    std::byte* const to = memory + s.memory;
    const std::byte* const from = at + s.wire;
    if (s.what == action::pointer) {  // most are
      id_type id;
      std::memcpy(&id, from, sizeof id);
      set_pointer(to, id == 0 ? nullptr : memory);
      if (id != 0) [[likely]]
        continue;
      const auto& pointer = as<pointer_descriptor>(*s.member);
      if (pointer.of_class == pointer_kind::ref) [[unlikely]] {
        r.fail(status::bad_stub_data, {"a [ref] pointer is null"});
        r.at(s.name);
        return false;
      }
      counted = counted || pointer.to->size;
      continue;
    }
    switch (s.what) {
      case action::copy4: std::memmove(to, from, 4); break;
      case action::copy8: std::memmove(to, from, 8); break;
      case action::copy: std::memmove(to, from, s.size); break;
      case action::clear: break;
      case action::pointer:
      case action::member: __builtin_unreachable();
    }
  }
  if (!counted) return true;
  const std::size_t mark = r.correlations();
  for (const step& s : d.members[static_cast<std::size_t>(S::value)]) {
    if (s.member->kind != construct::pointer || pointer_at(memory + s.memory) != nullptr) continue;
    r.set_field(s.name);
    correlate_null(*as<pointer_descriptor>(*s.member).to, memory);
  }
  r.settle(mark, due::with_members);
  return !r.failed();
}

template <class S, role R>
void engine<S, R>::get_structure(const structure_descriptor& d, void* object) {
  const std::size_t alignment = form_of(d).alignment;
  [[maybe_unused]] std::conditional_t<client, std::optional<preserved>, nothing> before;
  if constexpr (client)
    if (d.has_expressions) before.emplace(r, d, object);
  const std::size_t mark = r.correlations();
  r.take(alignment, 0);
  for (const step& s : d.members[static_cast<std::size_t>(S::value)]) {
    if (r.failed()) break;
    if (S::trailing_gaps && is_tail(*s.member)) r.take(r.open_alignment(), 0);
    [[maybe_unused]] const auto scope = enter(s.name);
    r.set_field(s.name);
    get(*s.member, const_cast<std::byte*>(place_of(s, object)), object);
    if (r.failed()) [[unlikely]]
      r.at(s.name);
  }
  if (S::trailing_gaps && !d.open) r.take(alignment, 0);
  r.settle(mark, due::with_members);
}

// Of structures that end in a conformant array, or in such a structure: the array.
inline const array_descriptor& tail_of(const descriptor& d) {
  const descriptor& last = *as<structure_descriptor>(d).members[0].back().member;
  return is_tail(last) ? as<array_descriptor>(last) : tail_of(last);
}
// Where it begins.
inline std::size_t tail_offset(const descriptor& d) {
  const step& last = as<structure_descriptor>(d).members[0].back();
  const std::size_t at = last.place != nullptr ? last.place() : last.memory;
  return is_tail(*last.member) ? at : at + tail_offset(*last.member);
}

template <class S, role R>
bool engine<S, R>::is_sparse(const descriptor& d) {
  return tail_of(d).kind != construct::tail;
}
template <class S, role R>
std::size_t engine<S, R>::open_extent(const descriptor& d, std::size_t count) {
  return tail_offset(d) + count * tail_of(d).element->size;
}
template <class S, role R>
std::size_t engine<S, R>::take_max_count(const descriptor& d) {
  const array_descriptor& tail = tail_of(d);
  if (tail.range.given && !holds(tail.range, 0)) return 0;
  if (tail.kind == construct::tail) return take_elements(*tail.element);
  const std::uint64_t count = take_count("max_count");
  // Half, so that the members before the array can be added.
  if (count > std::numeric_limits<std::size_t>::max() / 2 / tail.element->size) {
    r.fail(status::out_of_memory, {"no memory for ", count, " elements"});
    return 0;
  }
  return static_cast<std::size_t>(count);
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_STRUCTURES_H
