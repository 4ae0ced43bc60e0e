#ifndef RPC_NDR_DESCRIBE_STEPS_H
#define RPC_NDR_DESCRIBE_STEPS_H

#include <rpc/ndr/describe/base.h>
#include <rpc/ndr/describe/pointers.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/member.h>
#include <rpc/ndr/structure.h>

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <type_traits>

/// What is done for the members of a structure.
namespace rpc::ndr {

/// The steps of a structure of T, as they are made.
template <std::size_t Most>
struct step_list {
  std::array<step, Most> steps{};
  std::size_t count = 0;
  constexpr void add(const step& next) { steps[count++] = next; }
  constexpr step* last() { return count == 0 ? nullptr : &steps[count - 1]; }
};

constexpr step gap(std::size_t from, std::size_t to) {
  return {.what = action::clear,
          .wire = static_cast<std::uint32_t>(from),
          .size = static_cast<std::uint32_t>(to - from)};
}
constexpr action copying(std::size_t size) {
  return size == 4 ? action::copy4 : size == 8 ? action::copy8 : action::copy;
}

/// A member of a structure, as the steps through it begin.
struct next_member {
  step at;  ///< its descriptor, its name and its place in memory
  form wire;
  bool plain_pointer = false;  ///< [ref] or [unique], of the language
};

/// Adds the steps of a member to those of a structure of fixed form, whose members before it end at
/// `wire`: neighbours that can be copied are one step.
constexpr void add_steps(auto& list, std::size_t& wire, const next_member& member, bool natural) {
  const form& f = member.wire;
  const std::size_t begin = align_up(wire, f.alignment);
  step next = member.at;
  next.wire = static_cast<std::uint32_t>(begin);
  next.size = static_cast<std::uint32_t>(f.size);
  if (begin != wire) list.add(gap(wire, begin));
  // What may be copied both ways: a boolean is read otherwise than it is written.
  const bool copied = f.dense && f.verbatim && std::endian::native == std::endian::little;
  if (natural && copied) {
    next.what = copying(next.size);
    next.member = nullptr;
  } else if (natural && member.plain_pointer) {
    next.what = action::pointer;
  }
  step* const last = list.last();
  if (next.member == nullptr && last != nullptr && last->what <= action::copy &&
      last->memory + last->size == next.memory && last->wire + last->size == next.wire) {
    last->size += next.size;
    last->what = copying(last->size);
  } else {
    list.add(next);
  }
  wire = begin + f.size;
}

template <class T>
struct structure_steps {
  template <class Field>
  using type_of = typename Field::type;
  template <class Field>
  static constexpr std::size_t alignment_of = alignof(std::remove_all_extents_t<type_of<Field>>);
  template <class Field>
  static constexpr std::size_t size_of = [] {
    if constexpr (std::is_unbounded_array_v<type_of<Field>>)
      return std::size_t{0};
    else
      return sizeof(type_of<Field>);
  }();

  // Whether members lie one after the other, each at the next place for its alignment.
  template <class... F>
  static constexpr bool natural(fields<F...>) {
    std::size_t end = 0;
    std::size_t widest = 1;
    (void)detail::in_turn{0, (end = align_up(end, alignment_of<F>) + size_of<F>,
                              widest = widest < alignment_of<F> ? alignment_of<F> : widest, 0)...};
    return !unnatural<layout<T>> && align_up(end, widest) == sizeof(T);
  }
  static constexpr bool lies_naturally = natural(typename layout<T>::members{});

  template <class Field>
  static constexpr step place(std::size_t& memory) {
    memory = align_up(memory, alignment_of<Field>);
    step made{.name = Field::name};
    if constexpr (lies_naturally) {
      made.memory = static_cast<std::uint32_t>(memory);
    } else {
      made.place = &offset_of_member<Field, T>;
    }
    memory += size_of<Field>;
    return made;
  }
  template <class Field>
  static constexpr step member(std::size_t& memory) {
    step made = place<Field>(memory);
    made.member = &description<typename Field::shape, type_of<Field>, T>::value;
    return made;
  }

  template <class S, class Field>
  static constexpr step member_in(std::size_t& wire, std::size_t& memory) {
    constexpr form f = codec<typename Field::shape, type_of<Field>>::template wire<S>;
    step made = member<Field>(memory);
    made.wire = static_cast<std::uint32_t>(align_up(wire, f.alignment));
    wire = made.wire + f.size;
    return made;
  }
  template <class S, class... F>
  static constexpr auto members(fields<F...>) {
    std::size_t wire = 0;
    std::size_t memory = 0;
    return std::array<step, sizeof...(F)>{member_in<S, F>(wire, memory)...};
  }
  template <class... F>
  static constexpr bool expressions_of(fields<F...>) {
    return detail::any_of<expressions<typename F::shape>::any...>;
  }

  template <class Field>
  static constexpr bool plain_pointer = [] {
    if constexpr (std::is_pointer_v<type_of<Field>> && pointer_shape<typename Field::shape>)
      return description<typename Field::shape, type_of<Field>, T>::of_class != pointer_kind::full;
    return false;
  }();

  template <class S, class Field>
  static constexpr next_member next(std::size_t& memory) {
    return {member<Field>(memory), codec<typename Field::shape, type_of<Field>>::template wire<S>,
            plain_pointer<Field>};
  }
  template <class S, class... F>
  static constexpr auto steps(fields<F...>) {
    step_list<2 * sizeof...(F) + 1> list;
    std::size_t wire = 0;
    std::size_t memory = 0;
    constexpr form whole = codec<plain, T>::template wire<S>;
    if (!whole.fixed) return list;
    (void)detail::in_turn{0, (add_steps(list, wire, next<S, F>(memory), lies_naturally), 0)...};
    if (wire != whole.size) list.add(gap(wire, whole.size));
    return list;
  }
};

template <class T, class S>
inline constexpr auto members_of =
    structure_steps<T>::template members<S>(typename layout<T>::members{});
template <class T, class S>
inline constexpr auto steps_of =
    structure_steps<T>::template steps<S>(typename layout<T>::members{});

/// Those steps that are pointers, the last first, and whether no other step knows of any.
template <std::size_t Most>
struct pointer_list : step_list<Most> {
  bool complete = true;
};
template <class T>
inline constexpr auto pointers_of = [] {
  constexpr auto& all = steps_of<T, ndr20>;
  pointer_list<all.steps.size()> found;
  for (std::size_t i = all.count; i-- > 0;) {
    if (all.steps[i].what == action::pointer) found.add(all.steps[i]);
    if (all.steps[i].what == action::member) found.complete = false;
  }
  return found;
}();

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_STEPS_H
