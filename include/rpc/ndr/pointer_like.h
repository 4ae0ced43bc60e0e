#ifndef RPC_NDR_POINTER_LIKE_H
#define RPC_NDR_POINTER_LIKE_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <cstddef>

namespace rpc::ndr {

/// A class of the standard library that stands where C has a pointer. A specialisation has
///
///   using object = T;                             // what it leads to: for a string itself
///   static const T* look(const H&);               // null if it is empty and may be
///   static T* make(reader&, H&);                  // a new T, or null and a failure
///   static void clear(H&);                        // as after reading a null
template <class H>
struct pointer_like;

template <class H>
concept stands_for_pointer = requires { typename pointer_like<H>::object; };

/// Such a class where a pointer would be embedded: a referent id where it stands, the referent
/// later (C706 14.3.12).
template <class Pointee, class H, bool Nullable>
struct embedded_pointer {
  using object = typename pointer_like<H>::object;

  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent)};

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, H& value, const Self& self) {
    const auto id = r.template load<typename Reader::referent_type>(at);
    if constexpr (Reader::tracing)
      r.leaf(at, sizeof id, "referent", [&] { return text_of_referent(id); });
    if (id != 0) return get_later(r, value, self);
    if constexpr (!Nullable) r.fail(status::bad_stub_data, {"a [ref] pointer is null"});
    null_array<Pointee>::correlate(r, self);
    pointer_like<H>::clear(value);
  }
  template <class Reader, class Self>
  static void get_later(Reader& r, H& value, const Self& self) {
    r.defer({&get_deferred<Reader, Self>, &value, &self, {}});
  }

 private:
  template <class Reader, class Self>
  static void get_deferred(Reader& r, const typename Reader::deferred& d) {
    const std::size_t mark = r.correlations();
    if (object* to = pointer_like<H>::make(r, *static_cast<H*>(d.where)))
      ndr::get<Pointee>(r, *to, *static_cast<const Self*>(d.self));
    if constexpr (!frame<Self>) r.settle(mark, due::with_members);
  }
};

template <class Pointee, class H>
  requires stands_for_pointer<H>
struct codec<ref<Pointee>, H> : embedded_pointer<Pointee, H, false> {};
template <class Pointee, class H>
  requires stands_for_pointer<H>
struct codec<unique<Pointee>, H> : embedded_pointer<Pointee, H, true> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_POINTER_LIKE_H
