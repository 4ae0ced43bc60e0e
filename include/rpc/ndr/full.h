#ifndef RPC_NDR_FULL_H
#define RPC_NDR_FULL_H

#include <rpc/ndr/objects.h>
#include <rpc/ndr/pointer.h>

#include <cstddef>
#include <type_traits>

namespace rpc::ndr {

/// [ptr]: the first pointer to an object brings it, all others bring its id alone (C706 14.3.10).
/// So aliases and cycles are on the other side what they are on this one.
template <class Pointee, class T>
struct codec<full<Pointee>, T*> {
  using target = std::remove_const_t<T>;
  using to = referent<Pointee, target>;
  using size = array_size<Pointee>;
  using single = codec<unique<Pointee>, T*>;

  template <class S>
  static constexpr form wire = single::template wire<S>;

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, T*& value, const Self& self) {
    load(r, at, slot<target>(&value), self);
  }
  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, slot<target> into, const Self& self) {
    static_assert(Reader::objects::kept, "the operation's frame has no object_table");
    const auto id = r.template load<typename Reader::referent_type>(at);
    if (id == 0 || id == user_marshal_id) return single::load(r, at, into, self);
    if constexpr (Reader::tracing)
      r.leaf(at, sizeof id, "referent", [&] { return text_of_referent(id); });
    const auto [object, first] = r.known().table.receive(id, object_type<Pointee, target>);
    if (object == nullptr) {
      r.fail(status::out_of_memory, {"too many pointees of full pointers"});
    } else if (object->type != object_type<Pointee, target>) {
      r.fail(status::bad_stub_data, {"the object ", id, " has another type elsewhere"});
    } else if (first) {
      load_first(r, into, *object, self);
    } else {
      load_alias(r, into, *object, self);
    }
  }

 private:
  template <class Reader, class Self>
  static void load_first(Reader& r, slot<target> into, known_object& object, const Self& self) {
    room_of<Reader> old;
    if constexpr (Reader::storage::keeps_existing) {
      // The top-level pointer of an [in, out] parameter is the caller's, whatever its id: what
      // comes back for it goes where it leads (pointer-types, "its actual value is passed").
      if (frame<Self> && object.address == nullptr && r.existing() && into.get() != nullptr) {
        if (const known_object* sent = r.known().table.find(into.get(), object.type)) {
          object.address = sent->address;
          object.room = sent->room;
          object.writable = sent->writable;
        }
      }
      old.existing = object.address != nullptr && object.writable;
      old.elements = checked(object.room);
    }
    if (!old.existing) object.address = nullptr;
    lead(r, into, static_cast<target*>(object.address));
    if constexpr (size::known) {
      object.size = size::template of<Self>;
      object.self = &self;
    }
    r.defer({&get_deferred<Reader, Self>, into.address(), &self, old, &object});
  }

  template <class Reader, class Self>
  static void load_alias(Reader& r, slot<target> into, const known_object& object,
                         const Self& self) {
    lead(r, into, static_cast<target*>(object.address));
    // Its elements are counted, and it may have to be read, before others can lead to it.
    typename Reader::expression expected = nullptr;
    if constexpr (size::known) expected = size::template of<Self>;
    if ((size::known || object.address == nullptr) &&
        !r.known().table.add_alias(into.address(), object, expected, &self))
      r.fail(status::out_of_memory, {"too many pointees of full pointers"});
  }

  template <class Reader>
  static void lead(Reader& r, slot<target> into, target* object) {
    if constexpr (Reader::storage::keeps_existing)
      if (into.get() != nullptr && into.get() != object) r.give_up(into.address());
    into.set(object);
  }

  template <class Reader, class Self>
  static void get_deferred(Reader& r, const typename Reader::deferred& d) {
    single::template get_deferred<Reader, Self>(r, d);
    // An object of the client may hold the pointer itself, which by now leads elsewhere.
    if (!d.old.existing) d.object->address = slot<target>(d.where).get();
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_FULL_H
