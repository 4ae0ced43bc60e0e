#ifndef NDR_GET_DISPATCH_H
#define NDR_GET_DISPATCH_H

#include "engine.h"

namespace rpc::ndr::decoding {

template <class S, role R>
void engine<S, R>::get(const descriptor& d, void* value, const void* self) {
  const form& f = form_of(d);
  if (f.fixed) {
    if (const std::byte* at = r.take(f.alignment, f.size)) load(d, at, value, self);
  } else {
    get_open(d, value, self);
  }
}

template <class S, role R>
void engine<S, R>::load(const descriptor& d, const std::byte* at, void* value, const void* self) {
  switch (d.kind) {
    case construct::number: return load_number(d, at, value);
    case construct::boolean: {
      // A byte that need not be 0 or 1 (C706 14.2.3); in memory it must be.
      const bool is_true = *at != std::byte{};
      std::memcpy(value, &is_true, sizeof is_true);
      if constexpr (tracing) r.leaf(at, 1, {}, text_of(is_true));
      return;
    }
    case construct::enumeration:
    case construct::int3264: return load_integer(as<integer_descriptor>(d), at, value);
    case construct::ranged: return load_ranged(as<ranged_descriptor>(d), at, value, self);
    case construct::ignored: return load_ignored(at, value);
    case construct::pointer: return load_pointer(as<pointer_descriptor>(d), at, value, self);
    case construct::holder: return load_holder(as<holder_descriptor>(d), at, value, self);
    case construct::shared: return load_shared(as<shared_descriptor>(d), at, value, self);
    case construct::context: return load_context(as<context_descriptor>(d), at, value);
    case construct::structure: return load_structure(as<structure_descriptor>(d), at, value);
    case construct::array: {
      const auto& array = as<array_descriptor>(d);
      return load_elements(*array.element, at, value, array.count, self);
    }
    case construct::presented: {
      const descriptor& as_wire = *as<presented_descriptor>(d).as;
      return receive(as<presented_descriptor>(d), value,
                     [&](void* wire) { load(as_wire, at, wire, wire); });
    }
    case construct::varying:
    case construct::characters:
    case construct::tail:
    case construct::varying_tail:
    case construct::string_tail:
    case construct::switched:
    case construct::encapsulated:
    case construct::variant:
    case construct::sequence:
    case construct::text:
    case construct::deletions: break;
  }
  __builtin_unreachable();
}

template <class S, role R>
void engine<S, R>::get_open(const descriptor& d, void* value, const void* self) {
  auto* const memory = static_cast<std::byte*>(value);
  switch (d.kind) {
    case construct::pointer:  // of [ref] pointers in arrays NDR20 has no ids
      return get_later(as<pointer_descriptor>(d), value, self);
    case construct::holder:
      return defer({.what = as<holder_descriptor>(d).to, .where = value, .self = self});
    case construct::structure: return get_structure(as<structure_descriptor>(d), value);
    case construct::array: {
      const auto& array = as<array_descriptor>(d);
      return get_elements(*array.element, value, array.count, self);
    }
    case construct::varying: {
      const auto& array = as<array_descriptor>(d);
      if (array.range.given && !holds(array.range, 1)) return;
      const auto read = take_part(array, array.count, self);
      if (!read) return;
      clear_around(array, value, *read);
      return get_elements(*array.element, memory + read->first * array.element->size, read->count,
                          self);
    }
    case construct::characters: {
      const auto& array = as<array_descriptor>(d);
      if (array.range.given && !holds(array.range, 1)) return;
      const std::size_t length = take_length(array.count, array.element->size);
      if (length == 0) return;
      clear_around(array, value, {0, length});
      return get_characters(*array.element, value, length);
    }
    case construct::tail: {
      const auto& array = as<array_descriptor>(d);
      correlate(array.total, self, r.conformance(), "max_count");
      return get_elements(*array.element, value, static_cast<std::size_t>(r.conformance()), self);
    }
    case construct::varying_tail: {
      const auto& array = as<array_descriptor>(d);
      correlate(array.total, self, r.conformance(), "max_count");
      if (const auto read = take_part(array, r.conformance(), self))
        get_elements(*array.element, memory + read->first * array.element->size, read->count, self);
      return;
    }
    case construct::string_tail: {
      const auto& array = as<array_descriptor>(d);
      correlate(array.total, self, r.conformance(), "max_count");
      const std::size_t length = take_length(r.conformance(), array.element->size);
      if (length != 0) get_characters(*array.element, value, length);
      return;
    }
    case construct::switched: return get_switched(as<union_descriptor>(d), value, self);
    case construct::encapsulated: return get_encapsulated(as<encapsulated_descriptor>(d), value);
    case construct::variant: return get_variant(as<variant_descriptor>(d), value, self);
    case construct::sequence: return get_sequence(as<sequence_descriptor>(d), value, self);
    case construct::text: return get_text(as<text_descriptor>(d), value);
    case construct::presented: {
      const descriptor& as_wire = *as<presented_descriptor>(d).as;
      return receive(as<presented_descriptor>(d), value,
                     [&](void* wire) { get(as_wire, wire, wire); });
    }
    case construct::deletions: return get_deletions(*static_cast<object_table*>(value));
    case construct::number:
    case construct::boolean:
    case construct::enumeration:
    case construct::int3264:
    case construct::ranged:
    case construct::ignored:
    case construct::shared:
    case construct::context: break;
  }
  __builtin_unreachable();
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_DISPATCH_H
