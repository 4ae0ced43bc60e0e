#ifndef RPC_NDR_PARAMETERS_H
#define RPC_NDR_PARAMETERS_H

#include <rpc/ndr/allocated.h>
#include <rpc/ndr/bounded.h>
#include <rpc/ndr/context.h>
#include <rpc/ndr/deletions.h>
#include <rpc/ndr/extent.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/full.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/presented.h>
#include <rpc/ndr/scalar.h>
#include <rpc/ndr/shared_pointer.h>
#include <rpc/ndr/slot.h>
#include <rpc/ndr/standard_array.h>
#include <rpc/ndr/standard_pointer.h>
#include <rpc/ndr/standard_string.h>
#include <rpc/ndr/standard_variant.h>
#include <rpc/ndr/string.h>
#include <rpc/ndr/structure.h>
#include <rpc/ndr/union.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>

namespace rpc {

template <class T>
class pipe;

}  // namespace rpc

namespace rpc::ndr {

/// One parameter of an operation, or its return value: a member of the frame.
template <name Name, auto Member, class Shape, bool In, bool Out, bool Result = false>
struct parameter : field<Name, Member, Shape> {
  static constexpr bool is_in = In;
  static constexpr bool is_out = Out;
  static constexpr bool is_result = Result;
};

template <name Name, auto Member, class Shape = plain>
using in = parameter<Name, Member, Shape, true, false>;
template <name Name, auto Member, class Shape = plain>
using out = parameter<Name, Member, Shape, false, true>;
template <name Name, auto Member, class Shape = plain>
using in_out = parameter<Name, Member, Shape, true, true>;
/// The return value travels behind the parameters.
template <name Name, auto Member, class Shape = plain>
using result = parameter<Name, Member, Shape, false, true, true>;

/// Whether a parameter is a pipe; then of what elements.
template <class Shape, class T>
struct pipe_of {
  static constexpr bool known = false;
};
template <class Element, class T>
struct pipe_of<ref<pipe<Element>>, rpc::pipe<T>*> {
  static constexpr bool known = true;
  using shape = Element;
  using type = T;
};
template <class P>
inline constexpr bool is_pipe = pipe_of<typename P::shape, typename P::type>::known;

/// Whether it is the list of deletions.
template <class P>
inline constexpr bool is_deletions = std::is_same_v<typename P::shape, deletions>;

/// Whether its memory is prepared for the implementation although it is [in] as well.
template <class P>
inline constexpr bool is_partly_ignored = false;
template <name Name, auto Member, class Pointee>
inline constexpr bool is_partly_ignored<in_out<Name, Member, partial_ignore<Pointee>>> = true;

/// The parameters of an operation in order of declaration, then the return value, then deletions.
template <class... P>
struct parameters {
  static constexpr std::size_t count = sizeof...(P);
  /// Whether there are context handles among them.
  static constexpr bool have_contexts = detail::any_of<contexts_of<P>::known...>;
  /// Whether what the implementation releases is released by the client as well.
  static constexpr bool reflect_deletions = detail::any_of<is_deletions<P>...>;

  template <class Use>
  static void each(Use&& use) {
    (void)detail::in_turn{0, (use(P{}), 0)...};
  }

  static constexpr unsigned in_pipes = detail::count_of<(is_pipe<P> && P::is_in)...>;
  static constexpr unsigned out_pipes = detail::count_of<(is_pipe<P> && P::is_out)...>;
};

/// How a parameter travels: by value and [unique] as everywhere. A [ref] pointer has no referent
/// id, its referent comes in place (C706 14.3.12.1). Each parameter is a construction of its own.
template <class Shape, class T>
struct top_level {
  template <class Reader, class Self>
  static void get(Reader& r, T& value, const Self& self) {
    ndr::get<Shape>(r, value, self);
  }
};

/// A pointer that may be null is the caller's own as a parameter: if it was null, nobody would
/// receive what the response says that it leads to.
template <class Shape, class T>
struct passed_pointer {
  template <class Reader, class Self>
  static void get(Reader& r, T*& value, const Self& self) {
    if constexpr (Reader::storage::keeps_existing)
      if (r.existing() && value == nullptr) {
        if (take_id(r) != 0)
          r.fail(status::bad_stub_data, {"the pointer was null, and comes back with an object"});
        return;
      }
    ndr::get<Shape>(r, value, self);
  }

 protected:
  /// The referent id that comes next; zero after a failure.
  template <class Reader>
  static std::uint64_t take_id(Reader& r) {
    using id = typename Reader::referent_type;
    const std::byte* at = r.take(sizeof(id), sizeof(id));
    return at == nullptr ? 0 : r.template load<id>(at);
  }
};
template <class Pointee, class T>
struct top_level<unique<Pointee>, T*> : passed_pointer<unique<Pointee>, T> {};
template <class Pointee, class T>
struct top_level<full<Pointee>, T*> : passed_pointer<full<Pointee>, T> {};

/// [partial_ignore]: in the request 1 or 0, of the size of a referent id. The response is that of a
/// [unique] pointer to [out] data.
template <class Pointee, class T>
struct top_level<partial_ignore<Pointee>, T*> : passed_pointer<unique<Pointee>, T> {
  using as_unique = passed_pointer<unique<Pointee>, T>;
  using size = array_size<Pointee>;

  /// Until its memory is prepared the pointer leads to what says that it leads somewhere.
  template <class Reader, class Self>
  static void get_in(Reader& r, T*& value, const Self&) {
    using id = typename Reader::referent_type;
    std::byte* at = r.take(sizeof(id), sizeof(id));
    if (at == nullptr) return;
    const auto indicator = r.template load<id>(at);
    if constexpr (Reader::tracing)
      r.leaf(at, sizeof(id), "referent", [&] { return text_of_referent(indicator); });
    value = indicator == 0 ? nullptr : reinterpret_cast<T*>(at);
  }

  template <class Reader, class Self>
  static void get(Reader& r, T*& value, const Self& self) {
    if constexpr (Reader::storage::keeps_existing) {
      if (value == nullptr) return as_unique::get(r, value, self);
      if (as_unique::take_id(r) == 0) return;
      r.set_existing(false);
      room_of<Reader> old{.existing = true};
      if constexpr (size::known) old.elements = r.before(size::template of<Self>);
      referent<Pointee, T>::get(r, slot<T>(&value), self, old);
    } else {
      as_unique::get(r, value, self);
    }
  }
};

template <class Pointee, class T>
struct top_level<ref<Pointee>, T*> {
  using target = std::remove_const_t<T>;
  using to = referent<Pointee, target>;
  using size = array_size<Pointee>;

  /// Client: before anything is sent, non-null pointers are demanded (allocation-rules).
  template <class Self>
  static void require(failure& f, const T* value, const Self&) {
    if (value == nullptr) f.set(status::null_ref_pointer, {});
  }

  template <class Reader, class Self>
  static void get(Reader& r, T*& value, const Self& self) {
    room_of<Reader> old;
    if constexpr (Reader::storage::keeps_existing) {
      old.existing = true;
      if constexpr (size::known) old.elements = r.before(size::template of<Self>);
    }
    to::get(r, slot<target>(&value), self, old);
  }
};

/// [byte_count]: what arrives lies in the caller's buffer with all that it leads to.
template <auto Bytes, class Pointee, class T>
struct top_level<ref<byte_count<Bytes, Pointee>>, T*> : top_level<ref<Pointee>, T*> {
  using in_place = top_level<ref<Pointee>, T*>;

  template <class Self>
  static std::size_t size(const Self& self) {
    return static_cast<std::size_t>(extent<Pointee>::of(self).value()) * sizeof(T);
  }

  template <class Self>
  static void require(failure& f, const T* value, const Self& self) {
    in_place::require(f, value, self);
    const checked bytes = Bytes(self);
    if (!bytes.is_count() || static_cast<std::uint64_t>(bytes.value()) < size(self))
      f.set(status::byte_count_too_small,
            {"byte_count is ", bytes.value(), ", but the object takes ", size(self), " bytes"});
  }

  template <class Reader, class Self>
  static void get(Reader& r, T*& value, const Self& self) {
    if constexpr (Reader::storage::keeps_existing) {
      const std::span buffer(reinterpret_cast<std::byte*>(value),
                             static_cast<std::size_t>(Bytes(self).value()));
      std::ranges::fill(buffer, std::byte{});  // so that nothing in there leads anywhere
      r.allocate_in(buffer.subspan(size(self)));
    }
    in_place::get(r, value, self);
  }
};

template <class Pointee, class T>
struct top_level<reseatable<Pointee>, T**> {
  using target = std::remove_const_t<T>;

  /// As of a [ref] pointer.
  template <class Self>
  static void require(failure& f, T* const* value, const Self&) {
    if (value == nullptr) f.set(status::null_ref_pointer, {});
  }

  template <class Reader, class Self>
  static void get(Reader& r, T**& value, const Self& self) {
    const slot<target*> into(&value);
    if (target** to = place(r, into, Reader::storage::keeps_existing, sizeof(T*), false)) {
      if constexpr (Reader::storage::keeps_existing)
        if (r.existing()) r.give_up(to);
      referent<Pointee, target>::get(r, slot<target>(to), self, {});
    }
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_PARAMETERS_H
