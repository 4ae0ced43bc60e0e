#ifndef TEST_PROPERTY_FILL_CALLS_H
#define TEST_PROPERTY_FILL_CALLS_H

#include <rpc/context.h>
#include <rpc/fuzz.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/deletions.h>
#include <rpc/ndr/objects.h>
#include <rpc/pipe.h>

#include <array>
#include <cstddef>
#include <cstdint>

#include "fill_members.h"

namespace rpc::test {

template <class Element, class T>
struct random_value<ndr::ref<ndr::pipe<Element>>, pipe<T>*> {
  template <class Self>
  static void fill(values& v, pipe<T>*& value, const Self& self) {
    const std::size_t count = v.below(v.most() + 1);
    T* const elements = v.room<T>(count);
    fill_elements<Element>(v, elements, count, self);
    value = v.room<fuzz_pipe<T>>(1);
    if (count > 0) value->push({elements, count});
    value->push({});
  }
};

// Context handles, as rpc::fuzz_contexts knows them.

template <ndr::name Type, ndr::context_trait... Traits, class T>
struct random_value<ndr::context_handle<Type, Traits...>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self&) {
    value = nullptr;
    if (((Traits == ndr::context_trait::nullable) || ...) && v.one_in(3)) return;
    auto* const handle = v.room<wire_context>(1);
    std::array<std::uint8_t, 16> id;
    for (std::uint8_t& byte : id) byte = static_cast<std::uint8_t>(v.bits());
    *handle = {static_cast<std::uint32_t>(v.bits()), uuid::from_wire(id, true)};
    value = reinterpret_cast<T*>(handle);
  }
};

/// Nothing: what is released is chosen when the request has been sent.
template <>
struct random_value<ndr::deletions, ndr::object_table> {
  template <class Self>
  static void fill(values&, ndr::object_table&, const Self&) {}
};

/// What an implementation does that [reflect_deletions] speaks of: releases some of the objects
/// that the request has brought.
template <class Frame>
void release_some(values& v, Frame& frame) {
  if constexpr (operation<Frame>::parameters::reflect_deletions)
    ndr::table_of(frame)->release(v.some_kept());
}

/// Fills all parameters of an operation and its result.
template <class Frame>
void fill_frame(values& v, Frame& frame) {
  fill_members(v, frame, typename operation<Frame>::parameters{});
}

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_CALLS_H
