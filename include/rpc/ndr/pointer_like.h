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

/// A class of the standard library that is used where C has a pointer. A specialisation has
///
///   using object = T;                             // its pointee: for a string itself
///   static const T* look(const H&);               // null if it is empty and may be
///   static T* make(reader&, H&);                  // a new T, or null and a failure
///   static void clear(H&);                        // as after reading a null
template <class H>
struct pointer_like;

template <class H>
concept stands_for_pointer = requires { typename pointer_like<H>::object; };

/// Such a class where a pointer would be embedded: a referent id in its place, the referent
/// later (C706 14.3.12).
template <class H>
struct embedded_pointer {
  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent)};
};

template <class Pointee, class H>
  requires stands_for_pointer<H>
struct codec<ref<Pointee>, H> : embedded_pointer<H> {};
template <class Pointee, class H>
  requires stands_for_pointer<H>
struct codec<unique<Pointee>, H> : embedded_pointer<H> {};

}  // namespace rpc::ndr

#endif  // RPC_NDR_POINTER_LIKE_H
