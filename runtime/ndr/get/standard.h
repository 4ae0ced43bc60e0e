#ifndef NDR_GET_STANDARD_H
#define NDR_GET_STANDARD_H

#include "engine.h"
#include "pointers.h"

namespace rpc::ndr::decoding {

template <class S, role R>
void engine<S, R>::get_variant(const variant_descriptor& d, void* value, const void* self) {
  const std::size_t alignment = S::value == syntax::ndr64 ? form_of(d).alignment : 1;
  r.take(alignment, 0);
  std::uint32_t index = 0;
  {
    [[maybe_unused]] const auto scope = enter("tag");
    index = r.take_number<std::uint32_t>({});
  }
  r.take(alignment, 0);
  if (r.failed()) return;
  if (index >= d.alternatives.size()) {
    r.fail(status::bad_stub_data, {"the discriminant ", index, " selects no arm"});
    return;
  }
  void* const alternative = d.emplace(value, index);
  if (d.alternatives[index] != nullptr) get(*d.alternatives[index], alternative, self);
}

template <class S, role R>
void engine<S, R>::get_sequence(const sequence_descriptor& d, void* value, const void* self) {
  const descriptor& element = *d.element;
  const std::size_t count = take_elements(element);
  if (r.failed()) return;
  if (d.resize != nullptr) {
    if (!r.charge(count * element.size)) return;
    return get_elements(element, d.resize(value, count), count, self);
  }
  // A std::span. Received by a server it refers to the message or the memory of the call; results
  // go where the caller's span refers to.
  if (d.total) correlate(d.total, self, count, "max_count");
  if constexpr (client) {
    const auto [there, has] = d.look(value);
    if (!d.total && count != has)  // nothing would tell the caller that there are fewer
      r.fail(status::bad_stub_data, {count, " elements for a span of ", has, " elements"});
    if (count > has) {
      r.fail(status::byte_count_too_small, {count, " elements, but the caller's span has ", has});
      return;
    }
    get_elements(element, const_cast<void*>(there), count, self);
  } else {
    void* first = use_in_message(element, count, self);
    if (first == nullptr &&
        place(element, d.make, &first, false, count * element.size, false) != nullptr)
      get_elements(element, first, count, self);
    if (!r.failed()) d.refer(value, first, count);
  }
}

template <class S, role R>
void engine<S, R>::get_text(const text_descriptor& d, void* value) {
  const descriptor& character = *d.character;
  if (d.resize == nullptr) {
    // Received, a view refers to the message or the memory of the call.
    void* first = nullptr;
    get_string({.kind = referent_kind::string, .element = &character}, &first, {});
    if (!r.failed()) d.refer(value, first, length_of(first, character.size) - 1);
    return;
  }
  const std::size_t length = take_length(take_count("max_count"), character.size);
  if (length == 0 || !r.charge(length * character.size)) return;
  void* const first = d.resize(value, length);
  get_characters(character, first, length);
  // As for a char*, the text ends at the first zero.
  if (!r.failed()) d.resize(value, length_of(first, character.size) - 1);
}

template <class S, role R>
void engine<S, R>::get_deletions(object_table& table) {
  std::vector<std::uint64_t> ids;
  const std::size_t count = r.elements(take_count("count"), sizeof(id_type));
  for (std::size_t i = 0; i < count; ++i) {
    const std::byte* const at = r.take(sizeof(id_type), sizeof(id_type));
    if (at == nullptr) return;
    ids.push_back(load_id(at));
  }
  if constexpr (client) {
    if (auto objects = table.sent(ids)) return r.client()->release_later(std::move(*objects));
    r.fail(status::bad_stub_data,
           {"an object is said to be released that was not sent, or that results point to"});
  }
}

template <class S, role R>
template <class Use>
void engine<S, R>::receive(const presented_descriptor& d, void* value, Use use) {
  struct user : wire_user {
    Use use;
  };
  const user with{{[](const wire_user& u, const void* wire) {
                    static_cast<const user&>(u).use(const_cast<void*>(wire));
                  }},
                  use};
  d.receive(r, value, with);
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_STANDARD_H
