#ifndef NDR_PUT_ENGINE_H
#define NDR_PUT_ENGINE_H

#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/writer.h>

#include <array>
#include <cstdint>
#include <optional>

#include "../characters.h"
#include "../descriptors.h"
#include "../memory.h"
#include "../rows.h"

namespace rpc::ndr::encoding {

/// What a column of a row points to: numbers or characters, and how many of them are counted. Of
/// texts there is one more; of strings the number is not known before they are copied, and 0.
struct pointee {
  const void* first;
  std::uint64_t count;
  bool usual = true;
};

/// Writes in one syntax what descriptors describe.
template <class S>
class engine {
 public:
  explicit engine(writer& to) : w(to) {}

  void put_parameter(const parameter_descriptor& p, const void* value, const void* frame,
                     bool request);
  void put_referent(const referent_descriptor& to, const void* object, const void* self);
  void put(const descriptor& d, const void* value, const void* self);
  void put_elements(const descriptor& element, const void* first, std::uint64_t count,
                    const void* self);
  void put_count(std::uint64_t count);
  /// Writes everything that was deferred, in the order of C706 14.3.12.3; `in_order`: what comes
  /// next is the last of it.
  void drain(bool in_order = false);

 private:
  using count_type = typename S::count;
  using id_type = typename S::referent;
  static const form& form_of(const descriptor& d) { return d.in(S::value); }

  void store(const descriptor& d, std::byte* at, const void* value, const void* self);
  void store_integer(const integer_descriptor& d, std::byte* at, const void* value);
  static id_type id_of(std::uint32_t number) { return referent_id(number); }
  void store_pointer(const pointer_descriptor& d, std::byte* at, const void* place,
                     const void* self);
  /// The referent, when what encloses the pointer has been written.
  void put_later(const pointer_descriptor& d, const void* object, const void* self);
  void store_full(const pointer_descriptor& d, std::byte* at, const void* object, const void* self);
  // Whether full pointers can be distinguished; a failure if not.
  bool has_objects();
  void store_holder(const holder_descriptor& d, std::byte* at, const void* value, const void* self);
  void put_later(const holder_descriptor& d, const void* object, const void* self);
  void store_shared(const shared_descriptor& d, std::byte* at, const void* value, const void* self);
  void store_context(const context_descriptor& d, std::byte* at, const void* slot);
  void store_structure(const structure_descriptor& d, std::byte* at, const void* object);
  // The steps of a structure; where `Deferring`, what its pointers point to follows later.
  template <bool Deferring>
  void store_steps(writer& out, const structure_descriptor& d, std::byte* at,
                   const std::byte* memory);
  // The same of a simple one, without what it points to. False where that is not as usual.
  bool store_simple(const structure_descriptor& d, std::byte* at, const std::byte* memory);
  void put_simple(const structure_descriptor& d, const void* object);
  // A simple structure and those that it points to: its first pointer is followed at once, the
  // others wait.
  void put_graph(writer::deferred next);
  bool put_flat(const writer::deferred& next);
  // The same for a node, by its own code; what that leaves waits. False, and nothing is written,
  // where it does not know more.
  bool put_directly(const writer::deferred& next);
  // An array of structures that point to numbers and characters only.
  bool store_rows(const descriptor& element, std::byte* at, const std::byte* first,
                  std::size_t count);
  void put_pointees_of_rows(const descriptor& element, const void* first, std::size_t count);
  void put_columns(std::span<const column> columns, const std::byte* row);
  bool put_unusual(const column& c, const std::byte* row);
  template <std::size_t Width>
  static bool put_string(direct_writer& out, const void* first);
  template <column_kind K>
  const std::byte* put_column(column c, std::size_t row_size, const std::byte* row,
                              const std::byte* end);
  static bool store_ids(std::span<const column> columns, std::byte* at, std::size_t stride,
                        const std::byte* row, std::size_t size, std::size_t count,
                        std::uint32_t& referents);
  template <column_kind K>
  static bool put_pointee(direct_writer& out, const column& c, const pointee& what);
  // False after a failure.
  static bool store_id(writer& out, const pointer_descriptor& d, std::byte* at, const void* object,
                       const void* self);
  static bool remember(writer& out, const pointer_descriptor& d, const void* object,
                       const void* self);
  void store_elements(const descriptor& element, std::byte* at, const std::byte* first,
                      std::size_t count, const void* self);
  void put_open(const descriptor& d, const void* value, const void* self);
  void put_whole_structure(const structure_descriptor& d, const void* object);
  void put_structure(const structure_descriptor& d, const void* object);
  // The discriminant and the arm, in place of both (C706 14.3.8, MS-RPCE 2.2.4.5, 2.2.5.3.4.4).
  void put_union(const union_descriptor& d, const void* value, checked tag);
  void put_tag(const descriptor& tag, std::int64_t number);
  void put_encapsulated(const encapsulated_descriptor& d, const void* value);
  void put_variant(const variant_descriptor& d, const void* value, const void* self);
  void put_sequence(const sequence_descriptor& d, const void* value, const void* self);
  // A [string] as a pointee (C706 14.3.4.2), which has no room for a zero.
  void put_text(const text_descriptor& d, const void* value);
  // [reflect_deletions]: how many objects were released, and their ids.
  void put_deletions(const object_table& table);
  void put_id(std::uint64_t id);
  // Most parameters are numbers, which nothing follows.
  static bool is_number(const referent_descriptor& to) {
    return to.kind == referent_kind::object && to.element->kind == construct::number;
  }
  void put_number(const descriptor& d, const void* value) {
    if (std::byte* at = w.claim(d.size, d.size)) store_number(at, value, d.size);
  }
  std::optional<std::uint64_t> put_max_count(checked size);
  // max_count, and that many elements.
  void put_conformant(checked size, const descriptor& element, const void* first, const void* self);
  // The counts before an array, and its elements.
  template <std::size_t N>
  void put_counted(const std::array<std::uint64_t, N>& counts, const descriptor& element,
                   const void* first, std::uint64_t count, const void* self);
  // Offset, actual_count and the elements that they speak of (C706 14.3.3.3).
  template <class Array>
  void put_part(const Array& array, const void* first, std::uint64_t most, const void* self);
  // Offset, actual_count and the characters up to and including the terminator (C706 14.3.4).
  void put_characters(const descriptor& character, const void* first, std::size_t length);
  // How many elements there are at `object`, for the objects that a call knows.
  static std::uint32_t room_of(const referent_descriptor& to, const void* object, const void* self);
  template <class Use>
  void convert(const presented_descriptor& d, const void* value, Use use);

  writer& w;
};

template <class S>
void engine<S>::put_parameter(const parameter_descriptor& p, const void* value, const void* frame,
                              bool request) {
  switch (p.kind) {
    case parameter_kind::value:
    case parameter_kind::passed:
      if (p.of->kind == construct::number) return put_number(*p.of, value);
      put(*p.of, value, frame);
      break;
    case parameter_kind::reference:
    case parameter_kind::reseatable: {
      const void* object = pointer_at(value);
      if (p.kind == parameter_kind::reseatable && object != nullptr) object = pointer_at(object);
      if (object == nullptr) return w.fail(status::null_ref_pointer, {});
      if (is_number(*p.to)) return put_number(*p.to->element, object);
      if (is_simple(*p.to)) {
        const auto& d = as<structure_descriptor>(*p.to->element);
        if (!d.columns.empty()) {  // all that it points to
          put_simple(d, object);
          return w.failed() ? void()
                            : put_columns(d.columns, static_cast<const std::byte*>(object));
        }
        put_graph({p.to, object, frame, nullptr});
        return drain(true);
      }
      put_referent(*p.to, object, frame);
      break;
    }
    case parameter_kind::partial_ignore:
      if (request)
        put_id(pointer_at(value) != nullptr);
      else
        put(*p.of, value, frame);
      break;
    case parameter_kind::pipe: break;
  }
  if (!w.work().empty()) drain();
}

template <class S>
void engine<S>::put(const descriptor& d, const void* value, const void* self) {
  const form& f = form_of(d);
  if (f.fixed) {
    if (std::byte* at = w.claim(f.alignment, f.size)) store(d, at, value, self);
  } else {
    put_open(d, value, self);
  }
}

template <class S>
void engine<S>::store(const descriptor& d, std::byte* at, const void* value, const void* self) {
  switch (d.kind) {
    case construct::number:
    case construct::boolean: store_number(at, value, d.size); return;
    case construct::ranged: store(*as<ranged_descriptor>(d).base, at, value, self); return;
    case construct::enumeration:
    case construct::int3264: store_integer(as<integer_descriptor>(d), at, value); return;
    case construct::ignored: store_little(at, id_type{0}); return;
    case construct::pointer: store_pointer(as<pointer_descriptor>(d), at, value, self); return;
    case construct::holder: store_holder(as<holder_descriptor>(d), at, value, self); return;
    case construct::shared: store_shared(as<shared_descriptor>(d), at, value, self); return;
    case construct::context: store_context(as<context_descriptor>(d), at, value); return;
    case construct::structure: store_structure(as<structure_descriptor>(d), at, value); return;
    case construct::array: {
      const auto& array = as<array_descriptor>(d);
      store_elements(*array.element, at, static_cast<const std::byte*>(value), array.count, self);
      return;
    }
    case construct::presented: {
      const auto& presented = as<presented_descriptor>(d);
      convert(presented, value, [&](const void* wire) { store(*presented.as, at, wire, wire); });
      return;
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

template <class S>
void engine<S>::put_open(const descriptor& d, const void* value, const void* self) {
  switch (d.kind) {
    case construct::pointer:  // of [ref] pointers in arrays NDR20 has no ids
      put_later(as<pointer_descriptor>(d), pointer_at(value), self);
      return;
    case construct::holder:
      put_later(as<holder_descriptor>(d), as<holder_descriptor>(d).look(value), self);
      return;
    case construct::structure: put_structure(as<structure_descriptor>(d), value); return;
    case construct::array: {
      const auto& array = as<array_descriptor>(d);
      put_elements(*array.element, value, array.count, self);
      return;
    }
    case construct::varying:
      put_part(as<array_descriptor>(d), value, as<array_descriptor>(d).count, self);
      return;
    case construct::characters: {
      const auto& array = as<array_descriptor>(d);
      put_characters(*array.element, value, length_of(value, array.element->size, array.count));
      return;
    }
    case construct::tail:
      put_elements(*as<array_descriptor>(d).element, value, w.conformance(), self);
      return;
    case construct::varying_tail:
      put_part(as<array_descriptor>(d), value, w.conformance(), self);
      return;
    case construct::string_tail: {
      const auto& array = as<array_descriptor>(d);
      put_characters(*array.element, value, length_of(value, array.element->size, w.conformance()));
      return;
    }
    case construct::switched:
      put_union(as<union_descriptor>(d), value, as<union_descriptor>(d).selector(self));
      return;
    case construct::encapsulated: put_encapsulated(as<encapsulated_descriptor>(d), value); return;
    case construct::variant: put_variant(as<variant_descriptor>(d), value, self); return;
    case construct::sequence: put_sequence(as<sequence_descriptor>(d), value, self); return;
    case construct::text: put_text(as<text_descriptor>(d), value); return;
    case construct::presented: {
      const auto& presented = as<presented_descriptor>(d);
      convert(presented, value, [&](const void* wire) { put(*presented.as, wire, wire); });
      return;
    }
    case construct::deletions: put_deletions(*static_cast<const object_table*>(value)); return;
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

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_ENGINE_H
