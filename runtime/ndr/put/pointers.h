#ifndef NDR_PUT_POINTERS_H
#define NDR_PUT_POINTERS_H

#include "engine.h"

namespace rpc::ndr::encoding {

template <class S>
void engine<S>::put_referent(const referent_descriptor& to, const void* object, const void* self) {
  const descriptor& element = *to.element;
  switch (to.kind) {
    case referent_kind::object:
      if (element.kind != construct::structure)
        put(element, object, self);
      else
        put_whole_structure(as<structure_descriptor>(element), object);
      return;
    case referent_kind::array: put_elements(element, object, to.count, self); return;
    case referent_kind::conformant: put_conformant(to.size(self), element, object, self); return;
    case referent_kind::varying: put_part(to, object, to.count, self); return;
    case referent_kind::conformant_varying:
      if (const auto most = put_max_count(to.size(self))) put_part(to, object, *most, self);
      return;
    case referent_kind::string: {
      const std::size_t length = length_of(object, element.size);
      put_counted<3>({length, 0, length}, element, object, length, nullptr);
      return;
    }
    case referent_kind::sized_string:
      if (const auto most = put_max_count(to.size(self)))
        put_characters(element, object, length_of(object, element.size, *most));
      return;
    case referent_kind::fixed_string:
      put_characters(element, object, length_of(object, element.size, to.count));
      return;
  }
}

template <class S>
void engine<S>::store_pointer(const pointer_descriptor& d, std::byte* at, const void* place,
                              const void* self) {
  const void* object = pointer_at(place);
  if (d.of_class == pointer_kind::full && object != nullptr) return store_full(d, at, object, self);
  store_little(at, object == nullptr ? id_type{0} : id_of(w.next_referent()));
  put_later(d, object, self);
}

template <class S>
void engine<S>::put_later(const pointer_descriptor& d, const void* object, const void* self) {
  if (object == nullptr) {
    if (d.of_class == pointer_kind::ref) w.fail(status::null_ref_pointer, {});
    return;
  }
  if (w.known() == nullptr || remember(w, d, object, self)) w.defer(*d.to, object, self);
}

template <class S>
void engine<S>::store_full(const pointer_descriptor& d, std::byte* at, const void* object,
                           const void* self) {
  if (!has_objects()) return;
  const auto [known, first] =
      w.known()->send(object, d.to->identity, room_of(*d.to, object, self), !d.constant);
  if (known == nullptr) {
    w.fail(status::out_of_memory, {"too many pointees of full pointers"});
    return store_little(at, id_type{0});
  }
  store_little(at, static_cast<id_type>(known->id));
  if (first) w.defer(*d.to, object, self);
}

template <class S>
bool engine<S>::has_objects() {
  if (w.known() != nullptr) [[likely]]
    return true;
  w.fail(status::fault_unspec,
         {"the frame of an operation with full pointers has no object_table"});
  return false;
}

template <class S>
void engine<S>::store_holder(const holder_descriptor& d, std::byte* at, const void* value,
                             const void* self) {
  const void* const object = d.look(value);
  store_little(at, object == nullptr ? id_type{0} : id_of(w.next_referent()));
  put_later(d, object, self);
}

template <class S>
void engine<S>::put_later(const holder_descriptor& d, const void* object, const void* self) {
  if (object != nullptr)
    w.defer(*d.to, object, self);
  else if (!d.nullable)
    w.fail(status::null_ref_pointer, {});
}

template <class S>
void engine<S>::store_shared(const shared_descriptor& d, std::byte* at, const void* value,
                             const void* self) {
  store_little(at, id_type{0});
  const void* object = d.look(value);
  if (object == nullptr || !has_objects()) return;
  const auto [known, first] = w.known()->send(object, d.to->identity, 1, true);
  if (known == nullptr || (known->owner == nullptr && !d.own(*w.known(), *known, value)))
    return w.fail(status::out_of_memory, {"too many objects of std::shared_ptr"});
  store_little(at, static_cast<id_type>(known->id));
  if (first)
    w.defer(*d.to, object, self);
  else
    w.known()->shared().note_sent_alias();
}

template <class S>
[[gnu::always_inline]] inline bool engine<S>::store_id(writer& out, const pointer_descriptor& d,
                                                       std::byte* at, const void* object,
                                                       const void* self) {
  if (object == nullptr) {
    store_little(at, id_type{0});
    if (d.of_class == pointer_kind::unique) [[likely]]
      return true;
    out.fail(status::null_ref_pointer, {});
    return false;
  }
  store_little(at, id_of(out.next_referent()));
  if (out.known() == nullptr) [[likely]]
    return true;
  return remember(out, d, object, self);
}

template <class S>
bool engine<S>::remember(writer& out, const pointer_descriptor& d, const void* object,
                         const void* self) {
  if (out.known()->remember(object, d.to->identity, room_of(*d.to, object, self))) return true;
  out.fail(status::out_of_memory, {"too many pointees"});
  return false;
}

template <class S>
std::uint32_t engine<S>::room_of(const referent_descriptor& to, const void* object,
                                 const void* self) {
  switch (to.kind) {
    case referent_kind::conformant:
    case referent_kind::conformant_varying:
    case referent_kind::sized_string: return as_room(to.size(self));
    case referent_kind::string: return as_room(checked(length_of(object, to.element->size)));
    case referent_kind::object:
      if (to.element->kind == construct::structure && as<structure_descriptor>(*to.element).open)
        return as_room(open_count(*to.element, object));
      return 1;
    case referent_kind::array:
    case referent_kind::varying:
    case referent_kind::fixed_string: return 1;
  }
  __builtin_unreachable();
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_POINTERS_H
