#ifndef NDR_GET_REFERENTS_H
#define NDR_GET_REFERENTS_H

#include "engine.h"
#include "pointers.h"

namespace rpc::ndr::decoding {

template <class S, role R>
void engine<S, R>::get_referent(const referent_descriptor& to, void* where, const void* self,
                                room old) {
  if (to.allocated) [[unlikely]]
    return allocate_as(to.how, old, [&] { get_pointee(to, where, self, old); });
  get_pointee(to, where, self, old);
}

/// How many counts come before the one that [range] is about.
inline std::size_t counts_ahead(referent_kind kind) {
  switch (kind) {
    case referent_kind::string: return 2;  // max_count, offset
    case referent_kind::fixed_string:
    case referent_kind::varying: return 1;  // offset
    case referent_kind::object:
    case referent_kind::array:
    case referent_kind::conformant:
    case referent_kind::conformant_varying:
    case referent_kind::sized_string: return 0;
  }
  __builtin_unreachable();
}

template <class S, role R>
void engine<S, R>::get_pointee(const referent_descriptor& to, void* where, const void* self,
                               room old) {
  const descriptor& element = *to.element;
  if (to.range.given && !holds(to.range, counts_ahead(to.kind))) return;
  switch (to.kind) {
    case referent_kind::object: return get_object(to, where, self, old);
    case referent_kind::array: return get_run(to, where, to.count, self, old.existing);
    case referent_kind::conformant: {
      const std::size_t count = take_elements(element);
      if (r.failed() || !fits(old, count)) return;
      // A structure has all its members when its referents are read.
      const bool settled = !to.in_frame && to.size.when == due::with_members && !tracing &&
                           is_count(to.size(self), count);
      if (!settled) correlate(to.size, self, count, "max_count");
      return get_run(to, where, count, self, old.existing);
    }
    case referent_kind::varying: {
      const auto read = take_part(to, to.count, self);
      if (!read) return;
      if (void* first = place_sparse(to, where, old.existing, to.count))
        get_elements(element, static_cast<std::byte*>(first) + read->first * element.size,
                     read->count, self);
      return;
    }
    case referent_kind::conformant_varying: {
      const std::uint64_t most = take_count("max_count");
      const auto read = take_part(to, most, self);
      if (!read || !fits(old, read->first + read->count)) return;
      correlate(to.size, self, most, "max_count");
      if (void* first = place_sparse(to, where, old.existing, most))
        get_elements(element, static_cast<std::byte*>(first) + read->first * element.size,
                     read->count, self);
      return;
    }
    case referent_kind::string: return get_string(to, where, old);
    case referent_kind::sized_string: {
      const std::uint64_t most = take_count("max_count");
      const std::size_t length = take_length(most, element.size);
      if (length == 0) return;
      correlate(to.size, self, most, "max_count");
      if (!fits(old, length)) return;
      if (void* first = place_sparse(to, where, old.existing, most))
        get_characters(element, first, length);
      return;
    }
    case referent_kind::fixed_string: {
      const std::size_t length = take_length(to.count, element.size);
      if (length == 0) return;
      if (void* first = place_sparse(to, where, old.existing, to.count))
        get_characters(element, first, length);
      return;
    }
  }
}

template <class S, role R>
void engine<S, R>::get_object(const referent_descriptor& to, void* where, const void* self,
                              room old) {
  const descriptor& d = *to.element;
  if (d.kind == construct::structure && as<structure_descriptor>(d).open)
    return get_open_object(to, where, old);
  if (void* there = use_in_message(d, 1, self)) {
    set_pointer(where, there);
  } else if (void* object =
                 place(d, to.make, where, old.existing, d.size, client && !form_of(d).verbatim)) {
    get(d, object, self);
  }
}

template <class S, role R>
void engine<S, R>::get_open_object(const referent_descriptor& to, void* where, room old) {
  const auto& d = as<structure_descriptor>(*to.element);
  if constexpr (client)
    if (old.existing && !old.elements.valid()) old.elements = open_count(d, pointer_at(where));
  const std::size_t count = take_max_count(d);
  if (r.failed() || !fits(old, count)) return;
  r.begin_open(count, form_of(d).alignment);
  if (void* there = use_open_in_message(d, count)) {
    set_pointer(where, there);
  } else if (void* object =
                 place(d, to.make, where, old.existing, std::max(d.size, open_extent(d, count)),
                       client || is_sparse(d))) {
    get(d, object, nullptr);
  }
}

template <class S, role R>
void engine<S, R>::get_run(const referent_descriptor& to, void* where, std::size_t count,
                           const void* self, bool existing) {
  const descriptor& element = *to.element;
  if (void* there = use_in_message(element, count, self)) {
    set_pointer(where, there);
  } else if (void* first = place(element, to.make, where, existing, count * element.size,
                                 client && !form_of(element).verbatim)) {
    get_elements(element, first, count, self);
  }
}

template <class S, role R>
void engine<S, R>::get_string(const referent_descriptor& to, void* where, room old) {
  const descriptor& character = *to.element;
  std::size_t length = tracing ? 0 : take_whole_length(character.size);
  if (R == role::server && length != 0 && r.uses_message()) {
    if (std::byte* const first = r.usable(character.size, character.size)) {
      r.take(1, length * character.size);
      r.server()->used_in_message(length * character.size);
      require_terminator(first, length, character.size);
      return set_pointer(where, first);
    }
  }
  if (length == 0) {
    const std::uint64_t most = take_count("max_count");
    length = take_length(most, character.size);
    if (length == 0) return;
  }
  if constexpr (client)
    if (old.existing && !old.elements.valid())
      old.elements = checked(length_of(pointer_at(where), character.size));
  if (!fits(old, length)) return;
  if (void* there = use_in_message(character, length, nullptr)) {
    require_terminator(there, length, character.size);
    set_pointer(where, there);
  } else if (void* first =
                 place(character, nullptr, where, old.existing, length * character.size, false)) {
    get_characters(character, first, length);
  }
}

template <class S, role R>
void* engine<S, R>::place(const descriptor& d, constructor make, void* where, bool existing,
                          std::size_t size, bool zeroed) {
  if (existing) return object_at(where);
  void* memory = r.allocate(where, size, d.alignment, zeroed);
  if (memory == nullptr) return nullptr;
  if (make != nullptr) {
    if constexpr (client) {
      memory = nullptr;  // raw pointers of results never point to new objects that own memory
    } else {
      memory = make(r.server()->memory(), memory, size / d.size);
    }
    if (memory == nullptr) r.out_of_memory(size);
  }
  set_pointer(where, memory);
  return memory;
}

template <class S, role R>
void* engine<S, R>::place_sparse(const referent_descriptor& to, void* where, bool existing,
                                 std::uint64_t count) {
  const descriptor& element = *to.element;
  if (!existing && count > std::numeric_limits<std::size_t>::max() / element.size) {
    r.fail(status::out_of_memory, {"no memory for ", count, " elements"});
    return nullptr;
  }
  return place(element, to.make, where, existing, static_cast<std::size_t>(count) * element.size,
               true);
}

// Whether `count` elements fit the caller's storage; if not, a failure: nothing is written past
// its end.
template <class S, role R>
bool engine<S, R>::fits(const room& old, std::size_t count) {
  if constexpr (client) {
    const checked has = old.elements;
    if (old.existing && !(has.is_count() && static_cast<std::uint64_t>(has.value()) >= count)) {
      r.fail(status::byte_count_too_small,
             {count, " elements, but the caller's storage has room for ", has.value()});
      return false;
    }
  }
  return true;
}

// Leaves `count` elements where they are in the message, checked and with their pointers set, if
// they have their memory form there ("Server Stub Memory Management", Unmarshaling Inbound Data);
// else null.
template <class S, role R>
void* engine<S, R>::use_in_message(const descriptor& element, std::size_t count, const void* self) {
  if constexpr (R != role::server) return nullptr;
  const form& f = form_of(element);
  if (!f.in_place || count == 0 || !r.uses_message()) return nullptr;
  std::byte* const first = r.usable(f.alignment, element.alignment);
  if (first == nullptr || r.take(f.alignment, count * element.size) == nullptr) return nullptr;
  if (!f.verbatim) load_elements(element, first, first, count, self);
  r.server()->used_in_message(count * element.size);
  return first;
}

// The same for an object that ends in a conformant array of `count` elements.
template <class S, role R>
void* engine<S, R>::use_open_in_message(const structure_descriptor& d, std::size_t count) {
  if constexpr (R != role::server) return nullptr;
  const form& f = form_of(d);
  if (!f.in_place || !r.uses_message()) return nullptr;
  // The end of a T must not lie after that of the object, in what comes next.
  if (open_extent(d, count) < d.size) return nullptr;
  std::byte* const there = r.usable(f.alignment, d.alignment);
  if (there == nullptr) return nullptr;
  get(d, there, nullptr);
  r.server()->used_in_message(open_extent(d, count));
  return there;
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_REFERENTS_H
