#ifndef NDR_PUT_STANDARD_H
#define NDR_PUT_STANDARD_H

#include <rpc/ndr/correlation.h>

#include <algorithm>
#include <cstring>

#include "engine.h"

namespace rpc::ndr::encoding {

template <class S>
void engine<S>::put_sequence(const sequence_descriptor& d, const void* value, const void* self) {
  const auto [first, room] = d.look(value);
  std::uint64_t count = room;
  if (d.total) {
    const checked size = d.total(self);
    if (!size.is_count()) return fail_size(w, status::invalid_bound, size);
    count = static_cast<std::uint64_t>(size.value());
    if (count > room) {
      w.fail(status::invalid_bound,
             {"size_is is ", count, ", but the span has ", room, " elements"});
      return;
    }
  }
  put_counted<1>({count}, *d.element, first, count, self);
}

template <class S>
void engine<S>::put_text(const text_descriptor& d, const void* value) {
  const std::span<const std::byte> bytes = d.bytes(value);
  const std::size_t width = d.character->size;
  const std::size_t count = bytes.size() / width;
  if (count != 0) {
    if (const std::size_t zero = length_of(bytes.data(), width, count); zero != 0) {
      w.fail(status::invalid_bound,
             {"the character ", zero - 1, " is a zero, which ends a [string]"});
      return;
    }
  }
  put_counted<3>({count + 1, 0, count + 1}, *d.character, bytes.data(), count, nullptr);
  if (std::byte* at = w.claim(width, width)) std::memset(at, 0, width);
}

template <class S>
void engine<S>::put_deletions(const object_table& table) {
  const auto ids = table.released();
  put_count(ids.size());
  for (const std::uint64_t id : ids) put_id(id);
}

template <class S>
template <class Use>
void engine<S>::convert(const presented_descriptor& d, const void* value, Use use) {
  struct user : wire_user {
    Use use;
  };
  const user with{
      {[](const wire_user& u, const void* wire) { static_cast<const user&>(u).use(wire); }}, use};
  w.copy_all();  // what is converted may not stay
  d.convert(w, value, with);
}

}  // namespace rpc::ndr::encoding

#endif  // NDR_PUT_STANDARD_H
