#ifndef RPC_NDR_POINTER_H
#define RPC_NDR_POINTER_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/slot.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <type_traits>

namespace rpc::ndr {

/// What a pointer leads to before it is read.
template <class Reader>
using room_of = typename Reader::storage::room;

/// Whether new memory must be zero: where the pointers in it are looked at before they are set.
template <class Reader, class Run>
constexpr bool needs_zeros =
    Reader::storage::keeps_existing && !Run::template one<typename Reader::syntax>.verbatim;

/// Memory for what the pointer in `into` leads to: where `existing`, the storage there, else `size`
/// new bytes. Null after a failure.
template <class T, class Reader>
T* place(Reader& r, slot<T> into, bool existing, std::size_t size, bool zeroed) {
  static_assert(alignof(T) <= 16, "stub memory is aligned to 16 bytes");
  if (existing) return into.get();
  void* const memory = r.allocate(into.address(), size, alignof(T), zeroed);
  if (memory == nullptr) return nullptr;
  T* first = nullptr;
  if constexpr (std::is_trivially_destructible_v<T>) {
    first = static_cast<T*>(memory);
  } else {
    first = r.template construct<T>(memory, size / sizeof(T));
  }
  into.set(first);
  return first;
}

/// The same for an array of `count` elements of which not all travel, so that no message bounds
/// their number: memory does. New memory is zero.
template <class T, class Reader>
T* place_sparse(Reader& r, slot<T> into, bool existing, std::uint64_t count) {
  if (!existing && count > std::numeric_limits<std::size_t>::max() / sizeof(T)) {
    r.fail(status::out_of_memory, {"no memory for ", count, " elements"});
    return nullptr;
  }
  return place(r, into, existing, static_cast<std::size_t>(count) * sizeof(T), true);
}

/// Whether `count` elements fit the caller's storage; if not, a failure: nothing is written past
/// its end.
template <class Reader>
bool fits(Reader& r, const room_of<Reader>& old, std::size_t count) {
  if constexpr (Reader::storage::keeps_existing) {
    const checked room = old.elements;
    if (old.existing && !(room.is_count() && static_cast<std::uint64_t>(room.value()) >= count)) {
      r.fail(status::byte_count_too_small,
             {count, " elements, but the caller's storage has room for ", room.value()});
      return false;
    }
  }
  return true;
}

/// Leaves `count` elements where they are in the message, checked and with their pointers set, if
/// they have their memory form there (server-stub-memory, "Unmarshaling Inbound Data"); else null.
template <class Run, class T, class Reader, class Self>
T* use_in_message(Reader& r, std::size_t count, const Self& self) {
  constexpr form f = Run::template array<typename Reader::syntax>(1);
  if constexpr (f.in_place && Reader::uses_message) {
    if (count == 0) return nullptr;  // and nothing follows, not even a gap
    T* const first = r.template usable<T>(f);
    if (first == nullptr || r.take(f.alignment, count * sizeof(T)) == nullptr) return nullptr;
    if constexpr (!f.verbatim)
      Run::load(r, reinterpret_cast<const std::byte*>(first), first, count, self);
    r.used_in_message(count * sizeof(T));
    return first;
  } else {
    return nullptr;
  }
}

/// The same for an object that ends in a conformant array of `count` elements.
template <class Shape, class T, class Reader, class Self>
T* use_open_in_message(Reader& r, std::size_t count, const Self& self) {
  using object = codec<Shape, T>;
  constexpr form f = object::template wire<typename Reader::syntax>;
  if constexpr (f.in_place && Reader::uses_message) {
    // The end of a T must not lie behind that of the object, in what comes next.
    if (object::open_extent(count) < sizeof(T)) return nullptr;
    T* const there = r.template usable<T>(f);
    if (there == nullptr) return nullptr;
    ndr::get<Shape>(r, *there, self);
    r.used_in_message(object::open_extent(count));
    return there;
  } else {
    return nullptr;
  }
}

/// One object that is no element of an array.
template <class Shape, class T>
struct lone : elements<Shape, T, codec<Shape, T>> {
  template <class S>
  static constexpr form array(std::size_t) {
    return codec<Shape, T>::template wire<S>;
  }
};

/// What a pointer leads to, by its shape. A specialisation has
///
///   get(reader&, slot<T> into, const Self&, room_of<reader>);   // sets the pointer
///
/// This one: a single object.
template <class Shape, class T>
struct referent {
  using object = codec<Shape, T>;

  template <class Self>
  static checked room(const T* first, const Self& self)
    requires open_ended<object>
  {
    return object::open_count(*first, self);
  }

  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    if constexpr (open_ended<object>) {
      if constexpr (Reader::storage::keeps_existing)
        if (old.existing && !old.elements.valid()) old.elements = room(into.get(), self);
      const std::size_t count = object::take_max_count(r);
      if (r.failed() || !fits(r, old, count)) return;
      r.begin_open(count, object::template wire<typename Reader::syntax>.alignment);
      if (T* there = use_open_in_message<Shape, T>(r, count, self)) {
        into.set(there);
      } else if (T* to = place(r, into, old.existing, object::open_size(count),
                               Reader::storage::keeps_existing || object::sparse)) {
        ndr::get<Shape>(r, *to, self);
      }
    } else {
      using run = lone<Shape, T>;
      if (T* there = use_in_message<run, T>(r, 1, self)) {
        into.set(there);
      } else if (T* to = place(r, into, old.existing, sizeof(T), needs_zeros<Reader, run>)) {
        ndr::get<Shape>(r, *to, self);
      }
    }
  }
};

/// A fixed number of objects: an array parameter.
template <std::size_t N, class Element, class T>
struct referent<fixed<N, Element>, T> {
  using run = elements<Element, T>;

  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    if (T* there = use_in_message<run, T>(r, N, self)) {
      into.set(there);
    } else if (T* to = place(r, into, old.existing, N * sizeof(T), needs_zeros<Reader, run>)) {
      run::get(r, to, N, self);
    }
  }
};

/// A conformant array: max_count, then the elements (C706 14.3.3.2).
template <auto Size, class Element, class T>
struct referent<conformant<Size, Element>, T> {
  using run = elements<Element, T>;

  template <class Reader, class Self>
  static void get(Reader& r, slot<T> into, const Self& self, room_of<Reader> old) {
    using S = typename Reader::syntax;
    const std::size_t count = r.elements(r.take_count("max_count"), run::template least<S>());
    if (r.failed() || !fits(r, old, count)) return;
    correlate<Size>(r, self, count, "max_count");
    if (T* there = use_in_message<run, T>(r, count, self)) {
      into.set(there);
    } else if (T* to = place(r, into, old.existing, count * sizeof(T), needs_zeros<Reader, run>)) {
      run::get(r, to, count, self);
    }
  }
};

/// Pointers of both classes: a referent id where they stand, the referent later (C706 14.3.12).
template <class Pointee, class T, bool Nullable>
struct pointer {
  using target = std::remove_const_t<T>;
  using to = referent<Pointee, target>;
  using size = array_size<Pointee>;

  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent),
                             .in_place = sizeof(typename S::referent) == sizeof(T*)};

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, T*& value, const Self& self) {
    load(r, at, slot<target>(&value), self);
  }
  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, slot<target> into, const Self& self) {
    const auto id = r.template load<typename Reader::referent_type>(at);
    if constexpr (Reader::tracing)
      r.leaf(at, sizeof id, "referent", [&] { return text_of_referent(id); });
    if (id == 0) {
      if constexpr (!Nullable) r.fail(status::bad_stub_data, {"a [ref] pointer is null"});
      null_array<Pointee>::correlate(r, self);
      clear(r, into);
      return;
    }
    get_later(r, into, self);
  }
  template <class Reader, class Self>
  static void get_later(Reader& r, T*& value, const Self& self) {
    get_later(r, slot<target>(&value), self);
  }
  template <class Reader, class Self>
  static void get_later(Reader& r, slot<target> into, const Self& self) {
    room_of<Reader> old;
    if constexpr (Reader::storage::keeps_existing) {
      // In [out] data the pointers of the caller's storage mean nothing, but for [ref] ones, which
      // the caller must have set; and what sizes an array there means nothing either.
      old.existing = into.get() != nullptr && (r.existing() || (!Nullable && !size::known));
      if constexpr (size::known) old.elements = r.before(size::template of<Self>);
      if constexpr (Reader::objects::kept) trust_known(r, into.get(), old);
    }
    if (!old.existing) clear(r, into);
    r.defer({&get_deferred<Reader, Self>, into.address(), &self, old});
  }

  template <class Reader, class Self>
  static void get_deferred(Reader& r, const typename Reader::deferred& d) {
    const std::size_t mark = r.correlations();
    to::get(r, slot<target>(d.where), *static_cast<const Self*>(d.self), d.old);
    // A structure's members are all there when its referents are read; a frame's need not be.
    if constexpr (!frame<Self>) r.settle(mark, due::with_members);
  }

 private:
  // Where full pointers may have led into what this pointer or its size lies in.
  template <class Reader>
  static void trust_known(Reader& r, const target* there, room_of<Reader>& old) {
    if (!old.existing || !r.existing()) return;
    const known_object* const sent = r.known().table.find(there, object_type<Pointee, target>);
    old.existing = sent != nullptr;
    old.elements = sent != nullptr ? checked(sent->room) : checked();
  }

  template <class Reader>
  static void clear(Reader& r, slot<target> into) {
    if constexpr (Reader::storage::keeps_existing)
      if (into.get() != nullptr) r.give_up(into.address());
    into.set(nullptr);
  }
};

/// [ignore]: the slot of a pointer, zero and without meaning. The server's pointer is null, the
/// client's stays what it is.
template <class T>
struct codec<ignored, T*> {
  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent)};

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, T*& value, const Self& self) {
    load(r, at, slot<T>(&value), self);
  }
  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, slot<T> into, const Self&) {
    using referent_type = typename Reader::referent_type;
    if constexpr (!Reader::storage::keeps_existing) into.set(nullptr);
    if constexpr (Reader::tracing)
      r.leaf(at, sizeof(referent_type), "ignored",
             [&] { return text_of_referent(r.template load<referent_type>(at)); });
  }
};

template <class Pointee, class T>
struct codec<ref<Pointee>, T*> : pointer<Pointee, T, false> {};
template <class Pointee, class T>
struct codec<unique<Pointee>, T*> : pointer<Pointee, T, true> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_POINTER_H
