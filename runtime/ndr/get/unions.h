#ifndef NDR_GET_UNIONS_H
#define NDR_GET_UNIONS_H

#include "engine.h"

namespace rpc::ndr::decoding {

template <class S, role R>
void engine<S, R>::get_switched(const union_descriptor& d, void* value, const void* self) {
  alignas(8) std::array<std::byte, 8> tag{};
  get_tag(d, "tag", tag.data());
  if (r.failed()) return;
  const std::int64_t number = d.read_tag(tag.data()).value();
  correlate(d.selector, self, static_cast<std::uint64_t>(number), "the union's discriminant");
  checked before;
  if constexpr (client) before = r.before(d.selector);
  get_arm(d, value, number, before);
}

template <class S, role R>
void engine<S, R>::get_tag(const union_descriptor& d, const char* name, void* tag) {
  if (S::value == syntax::ndr64) r.take(form_of(d).alignment, 0);
  [[maybe_unused]] const auto scope = enter(name);
  get(*d.tag, tag, tag);
}

// Reads the arm that `tag` selects. The pointers of an arm that the caller has in place mean
// something only if `before` was the discriminant for them too.
template <class S, role R>
void engine<S, R>::get_arm(const union_descriptor& d, void* value, std::int64_t tag,
                           checked before) {
  if (S::value == syntax::ndr64)
    r.take(form_of(d).alignment, 0);
  else if (d.widest)
    r.take(arms_alignment(d, S::value), 0);
  if (r.failed()) return;
  bool kept = false;
  if constexpr (client) {
    const bool known = r.existing() && before.valid();
    kept = known && before.value() == tag;
    if (known && !kept) lose_arm(d, value, before.value());
  }
  if (!kept) std::memset(value, 0, d.size);
  // The sizes in an arm are constants, which any union tells.
  const void* outer = r.exchange_before(value);
  const arm_descriptor* const arm = select(d, tag);
  if (arm != nullptr && arm->member != nullptr) {
    [[maybe_unused]] const auto scope = enter(arm->name);
    get(*arm->member, value, value);
    if (r.failed()) r.at(arm->name);
  }
  r.exchange_before(outer);
  if (arm == nullptr) r.fail(status::bad_stub_data, {"the discriminant ", tag, " selects no arm"});
}

template <class S, role R>
void engine<S, R>::get_encapsulated(const encapsulated_descriptor& d, void* value) {
  auto* const tag = const_cast<std::byte*>(place_of(d.tag, value));
  checked before;
  if constexpr (client) before = d.of.read_tag(tag);
  get_tag(d.of, d.tag.name, tag);
  if (r.failed()) return r.at(d.tag.name);
  r.set_field(d.choice.name);
  [[maybe_unused]] const auto scope = enter(d.choice.name);
  get_arm(d.of, const_cast<std::byte*>(place_of(d.choice, value)), d.of.read_tag(tag).value(),
          before);
  if (r.failed()) r.at(d.choice.name);
}

// Client: tells of every pointer in an object that is about to be overwritten as a whole.
template <class S, role R>
void engine<S, R>::lose(const descriptor& d, const void* value, const char* name,
                        const void* self) {
  const auto* const memory = static_cast<const std::byte*>(value);
  switch (d.kind) {
    case construct::pointer:
      if (const void* object = pointer_at(value)) r.client()->orphan(object, name);
      return;
    case construct::structure:
      for (const step& s : as<structure_descriptor>(d).members[0])
        lose(*s.member, place_of(s, value), s.name, value);
      return;
    case construct::array: {
      const auto& array = as<array_descriptor>(d);
      for (std::size_t i = 0; i < array.count; ++i)
        lose(*array.element, memory + i * array.element->size, name, self);
      return;
    }
    case construct::varying: {
      // Of elements that did not travel the pointers mean nothing.
      const auto& array = as<array_descriptor>(d);
      const checked first = array.first ? array.first(self) : checked(0);
      const checked end = first + array.length(self);
      if (!first.is_count() || !end.is_count()) return;
      const auto most = std::min(end.value(), static_cast<std::int64_t>(array.count));
      for (std::int64_t i = first.value(); i < most; ++i)
        lose(*array.element, memory + static_cast<std::size_t>(i) * array.element->size, name,
             self);
      return;
    }
    case construct::switched:
      if (const checked tag = as<union_descriptor>(d).selector(self); tag.valid())
        lose_arm(as<union_descriptor>(d), value, tag.value());
      return;
    case construct::encapsulated: {
      const auto& both = as<encapsulated_descriptor>(d);
      lose_arm(both.of, place_of(both.choice, value),
               both.of.read_tag(place_of(both.tag, value)).value());
      return;
    }
    // What has no pointers, or owns what they point to.
    case construct::number:
    case construct::boolean:
    case construct::enumeration:
    case construct::int3264:
    case construct::ranged:
    case construct::ignored:
    case construct::holder:
    case construct::shared:
    case construct::context:
    case construct::characters:
    case construct::string_tail:
    case construct::variant:
    case construct::sequence:
    case construct::text:
    case construct::presented:
    case construct::deletions:
    // Not in an arm.
    case construct::tail:
    case construct::varying_tail: return;
  }
}

template <class S, role R>
void engine<S, R>::lose_arm(const union_descriptor& d, const void* value, std::int64_t tag) {
  if (const arm_descriptor* arm = select(d, tag); arm != nullptr && arm->member != nullptr)
    lose(*arm->member, value, arm->name, value);
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_UNIONS_H
