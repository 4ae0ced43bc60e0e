#ifndef TEST_PROPERTY_FILL_H
#define TEST_PROPERTY_FILL_H

#include <rpc/context.h>
#include <rpc/fuzz.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/member.h>
#include <rpc/pipe.h>

#include <algorithm>
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <type_traits>
#include <utility>
#include <vector>

#include "values.h"

// Random values of every shape: the one place to extend for a new one, which does not compile
// before.
//
// What a size or a discriminant expression depends on is filled first, like any number; then the
// expression is evaluated, and numbers change until it is a count, or selects an arm.

namespace rpc::test {

/// fill(values&, T&, const Self&): a value that has T's place already.
template <class Shape, class T>
struct random_value;

/// make(values&, const Self&): what a pointer leads to.
template <class Shape, class T>
struct random_referent;

template <class Member>
inline constexpr bool depends = ndr::expressions<typename Member::shape>::any;

template <class Member, class Self>
void fill_member(values& v, Self& self) {
  ndr::with_member<Member>(self, [&]<class M>(M& member) {
    random_value<typename Member::shape, M>::fill(v, member, self);
  });
}

/// The discriminants of a union, or of one that a pointer leads to: values that its tag should
/// have.
template <class T>
void add_discriminants(std::vector<std::int64_t>& to) {
  using object = std::remove_cv_t<std::remove_all_extents_t<T>>;
  if constexpr (std::is_pointer_v<object>) {
    add_discriminants<std::remove_pointer_t<object>>(to);
  } else if constexpr (std::is_union_v<object>) {
    const auto add = [&]<auto... Values>(ndr::cases<Values...>) {
      (to.push_back(static_cast<std::int64_t>(Values)), ...);
    };
    [&]<class... Arm>(ndr::arms<Arm...>) {
      (
          [&] {
            if constexpr (!std::is_same_v<typename Arm::selection, ndr::any_other>)
              add(typename Arm::selection{});
          }(),
          ...);
    }(typename ndr::layout<object>::arms{});
  }
}

/// Fills the members that depend on others; says how many are rejected.
template <class... Member, class Self>
int fill_dependent(values& v, Self& self) {
  const auto fill = [&]<class M>(std::type_identity<M>) {
    if constexpr (depends<M>) fill_member<M>(v, self);
    return v.was_rejected() ? 1 : 0;
  };
  return (fill(std::type_identity<Member>{}) + ...);
}

/// Fills one of the members on which others depend again, and takes it back if more are rejected
/// then.
template <class M, class... Member, class Self>
void improve(values& v, Self& self, int& rejected) {
  if constexpr (!depends<M> && std::is_scalar_v<typename M::type>) {
    if (rejected == 0 || !v.one_in(2)) return;
    std::byte* const at = reinterpret_cast<std::byte*>(&self) + ndr::offset_of_member<M, Self>();
    typename M::type old;
    std::memcpy(&old, at, sizeof old);
    fill_member<M>(v, self);
    const int now = fill_dependent<Member...>(v, self);
    if (now > rejected)
      std::memcpy(at, &old, sizeof old);
    else
      rejected = now;
  }
}

/// All members of a structure or a frame.
template <template <class...> class List, class... Member, class Self>
void fill_members(values& v, [[maybe_unused]] Self& self, List<Member...>) {
  std::vector<std::int64_t> hints;
  (add_discriminants<typename Member::type>(hints), ...);
  values::object scope(v, std::move(hints));
  [[maybe_unused]] const auto fill_independent = [&]<class M>(std::type_identity<M>) {
    if constexpr (!depends<M>) fill_member<M>(v, self);
  };
  (fill_independent(std::type_identity<Member>{}), ...);
  if constexpr ((depends<Member> || ...)) {
    scope.seek();
    int rejected = fill_dependent<Member...>(v, self);
    for (int rounds = 0; rejected > 0; ++rounds) {
      if (rounds == 100'000)
        throw std::logic_error("random values do not find sizes and tags that go together");
      (improve<Member, Member...>(v, self, rejected), ...);
    }
  }
}

template <class Element, class T, class Self>
void fill_elements(values& v, T* first, std::size_t count, const Self& self) {
  for (std::size_t i = 0; i < count; ++i) random_value<Element, T>::fill(v, first[i], self);
}

/// The value of a size expression; zero and a rejection if there cannot be so many elements.
inline std::size_t count_of(values& v, ndr::checked size) {
  if (size.is_count() && static_cast<std::uint64_t>(size.value()) <= v.most())
    return static_cast<std::size_t>(size.value());
  v.reject();
  return 0;
}

// Scalars.

template <class T>
  requires std::is_arithmetic_v<T>
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    if constexpr (std::is_same_v<T, bool>) {
      value = v.one_in(2);
    } else if constexpr (std::is_floating_point_v<T>) {
      using same_size = std::conditional_t<sizeof(T) == 4, std::uint32_t, std::uint64_t>;
      value = std::bit_cast<T>(static_cast<same_size>(v.bits()));
    } else {
      value = v.integer<T>();
    }
  }
};

template <>
struct random_value<ndr::plain, std::byte> {
  template <class Self>
  static void fill(values& v, std::byte& value, const Self&) {
    value = static_cast<std::byte>(v.bits());
  }
};

/// Whether `number` is a value of the enumeration that travels.
template <class T>
bool is_enumerator(std::int64_t number) {
  using memory = std::underlying_type_t<T>;
  return std::in_range<memory>(number) && std::in_range<std::int32_t>(number) &&
         ndr::codec<ndr::plain, T>::template kind<ndr::ndr20>::allowed(number);
}

template <class T>
  requires std::is_enum_v<T>
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    std::int64_t number = 0;
    do number = v.integer<std::int32_t>();
    while (!is_enumerator<T>(number));
    value = static_cast<T>(number);
  }
};

template <std::int64_t Low, std::int64_t High, class T>
struct random_value<ndr::range<Low, High>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    if constexpr (std::is_enum_v<T>) {
      std::int64_t number = 0;
      do number = v.between(Low, High);
      while (!is_enumerator<T>(number));
      value = static_cast<T>(number);
    } else {
      using limits = std::numeric_limits<T>;
      constexpr auto low = std::in_range<T>(Low) ? Low : std::int64_t{limits::min()};
      constexpr auto high =
          std::in_range<T>(High) ? High : static_cast<std::int64_t>(limits::max());
      value = static_cast<T>(v.between(low, high));
    }
  }
};

/// Values that travel in both syntaxes.
template <class T>
struct random_value<ndr::int3264, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    value = v.integer<std::conditional_t<std::is_signed_v<T>, std::int32_t, std::uint32_t>>();
  }
};

// Structures and unions.

template <class T>
concept structure = requires { typename ndr::layout<T>::members; };

template <class T>
  requires(structure<T> && !ndr::encapsulated<ndr::layout<T>>)
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    fill_members(v, value, typename ndr::layout<T>::members{});
  }
};

/// An arm of the union that `tag` selects, or a rejection.
template <class Tag, class T>
struct random_union {
  static void fill(values& v, T& value, ndr::checked tag) {
    if (!tag.valid() || !travels(tag.value()) ||
        !select(v, value, tag.value(), typename ndr::layout<T>::arms{}))
      v.reject();
  }

 private:
  static bool travels(std::int64_t tag) {
    if constexpr (std::is_enum_v<Tag>) {
      return is_enumerator<Tag>(tag);
    } else if constexpr (std::is_same_v<Tag, char>) {
      return std::in_range<unsigned char>(tag);  // unsigned on the wire
    } else {
      return tag >= std::int64_t{std::numeric_limits<Tag>::min()} &&
             tag <= std::int64_t{std::numeric_limits<Tag>::max()};
    }
  }

  template <class... Arm>
  static bool select(values& v, T& value, std::int64_t tag, ndr::arms<Arm...>) {
    return ((Arm::selection::contain(tag) && (fill_arm<Arm>(v, value), true)) || ...);
  }
  template <class Arm>
  static void fill_arm(values& v, T& value) {
    if constexpr (!Arm::empty) fill_member<Arm>(v, value);
  }
};

template <auto Tag, class T>
  requires std::is_union_v<T>
struct random_value<ndr::switched<Tag>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self& self) {
    random_union<typename ndr::layout<T>::tag, T>::fill(v, value, Tag(self));
  }
};

template <class T>
  requires(structure<T> && ndr::encapsulated<ndr::layout<T>>)
struct random_value<ndr::plain, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    fill(v, value, typename ndr::layout<T>::members{});
  }

 private:
  template <class Tag, class Choice>
  static void fill(values& v, T& value, ndr::fields<Tag, Choice>) {
    std::vector<std::int64_t> hints;
    add_discriminants<typename Choice::type>(hints);
    const values::object scope(v, std::move(hints));
    do {
      random_value<typename Tag::shape, typename Tag::type>::fill(v, value.*Tag::member, value);
      random_union<typename Tag::type, typename Choice::type>::fill(
          v, value.*Choice::member, ndr::checked(value.*Tag::member));
    } while (v.was_rejected());
  }
};

/// A member of a packed structure or union.
template <class Shape, class T>
struct random_value<Shape, ndr::misplaced<T>> {
  template <class Self>
  static void fill(values& v, ndr::misplaced<T>& value, const Self& self) {
    T aligned;
    random_value<Shape, T>::fill(v, aligned, self);
    std::memcpy(&value, &aligned, sizeof aligned);
  }
};

/// What a random object on the wire is to the program, if that accepts it.
template <class Wire, class Shape, class T>
struct random_value<ndr::presented<Wire, Shape>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self&) {
    for (bool accepted = false; !accepted;) {
      Wire wire{};
      random_value<Shape, Wire>::fill(v, wire, wire);
      try {
        value = wire_form<T>::from_wire(wire);
        accepted = true;
      } catch (const std::domain_error&) {
        // Once more.
      }
    }
  }
};

// Arrays.

template <std::size_t N, class Element, class T>
struct random_value<ndr::fixed<N, Element>, T[N]> {
  template <class Self>
  static void fill(values& v, T (&value)[N], const Self& self) {
    fill_elements<Element>(v, value, N, self);
  }
};
template <class T, std::size_t N>
struct random_value<ndr::plain, T[N]> : random_value<ndr::fixed<N>, T[N]> {};

/// The elements that travel of an array of `most`; the rest keeps the pattern.
template <auto Length, auto First, class Element, class T, class Self>
void fill_part(values& v, T* first, std::size_t most, const Self& self) {
  ndr::checked from = 0;
  if constexpr (!std::is_null_pointer_v<decltype(First)>) from = First(self);
  const ndr::checked count = Length(self), end = from + count;
  if (!from.is_count() || !count.is_count() || !end.valid() ||
      static_cast<std::uint64_t>(end.value()) > most) {
    v.reject();
    return;
  }
  fill_elements<Element>(v, first + from.value(), static_cast<std::size_t>(count.value()), self);
}

template <std::size_t N, auto Length, auto First, class Element, class T>
struct random_value<ndr::varying<N, Length, First, Element>, T[N]> {
  template <class Self>
  static void fill(values& v, T (&value)[N], const Self& self) {
    fill_part<Length, First, Element>(v, value, N, self);
  }
};

/// At the end of a structure, for which there is room for values::most() elements.
template <auto Size, class Element, class T>
struct random_tail {
  template <class Self>
  static void fill(values& v, T* first, const Self& self) {
    fill_elements<Element>(v, first, count_of(v, Size(self)), self);
  }
};
template <auto Size, class Element, class T>
struct random_value<ndr::conformant<Size, Element>, T[]> : random_tail<Size, Element, T> {};
template <auto Size, class Element, class T>
struct random_value<ndr::conformant<Size, Element>, T[1]> : random_tail<Size, Element, T> {};

template <auto Size, auto Length, auto First, class Element, class T>
struct random_part_tail {
  template <class Self>
  static void fill(values& v, T* first, const Self& self) {
    fill_part<Length, First, Element>(v, first, count_of(v, Size(self)), self);
  }
};
template <auto Size, auto Length, auto First, class Element, class T>
struct random_value<ndr::conformant_varying<Size, Length, First, Element>, T[]>
    : random_part_tail<Size, Length, First, Element, T> {};
template <auto Size, auto Length, auto First, class Element, class T>
struct random_value<ndr::conformant_varying<Size, Length, First, Element>, T[1]>
    : random_part_tail<Size, Length, First, Element, T> {};

// Strings.

template <class C>
void fill_string(values& v, C* first, std::size_t room) {
  const std::size_t length = v.below(room);
  for (std::size_t i = 0; i < length; ++i) {
    do first[i] = static_cast<C>(v.bits());
    while (first[i] == C{});
  }
  first[length] = C{};
}

template <class C, std::size_t N>
struct random_value<ndr::string, C[N]> {
  template <class Self>
  static void fill(values& v, C (&value)[N], const Self&) {
    fill_string(v, value, N);
  }
};

template <auto Size, class C>
struct random_string_tail {
  template <class Self>
  static void fill(values& v, C* first, const Self& self) {
    const std::size_t room = count_of(v, Size(self));
    if (room == 0) v.reject();  // there is always a terminator
    if (room > 0) fill_string(v, first, room);
  }
};
template <auto Size, class C>
struct random_value<ndr::sized_string<Size>, C[]> : random_string_tail<Size, C> {};
template <auto Size, class C>
struct random_value<ndr::sized_string<Size>, C[1]> : random_string_tail<Size, C> {};

template <class C>
struct random_referent<ndr::string, C> {
  template <class Self>
  static C* make(values& v, const Self&) {
    const std::size_t room = 1 + v.below(v.most());
    C* first = v.room<C>(room);
    fill_string(v, first, room);
    return first;
  }
};

template <auto Size, class C>
struct random_referent<ndr::sized_string<Size>, C> {
  template <class Self>
  static C* make(values& v, const Self& self) {
    const std::size_t room = count_of(v, Size(self));
    if (room == 0) v.reject();  // there is always a terminator
    C* first = v.room<C>(room);
    if (room > 0) fill_string(v, first, room);
    return first;
  }
};

template <std::size_t N, class C>
struct random_referent<ndr::fixed_string<N>, C> {
  template <class Self>
  static C* make(values& v, const Self&) {
    C* first = v.room<C>(N);
    fill_string(v, first, N);
    return first;
  }
};

// Pointers.

/// One object, which may have an open end.
template <class Shape, class T>
struct random_referent {
  template <class Self>
  static T* make(values& v, const Self& self) {
    T* made = room(v);
    random_value<Shape, T>::fill(v, *made, self);
    return made;
  }

  /// For one object that is not filled yet.
  static T* room(values& v) {
    using object = ndr::codec<Shape, T>;
    if constexpr (ndr::open_ended<object>) {
      return static_cast<T*>(v.bytes(object::open_size(v.most())));
    } else {
      return v.room<T>(1);
    }
  }
};

template <std::size_t N, class Element, class T>
struct random_referent<ndr::fixed<N, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    T* first = v.room<T>(N);
    fill_elements<Element>(v, first, N, self);
    return first;
  }
};

template <auto Size, class Element, class T>
struct random_referent<ndr::conformant<Size, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    const std::size_t count = count_of(v, Size(self));
    T* first = v.room<T>(count);
    fill_elements<Element>(v, first, count, self);
    return first;
  }
};

template <std::size_t N, auto Length, auto First, class Element, class T>
struct random_referent<ndr::varying<N, Length, First, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    T* first = v.room<T>(N);
    fill_part<Length, First, Element>(v, first, N, self);
    return first;
  }
};

template <auto Size, auto Length, auto First, class Element, class T>
struct random_referent<ndr::conformant_varying<Size, Length, First, Element>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    const std::size_t most = count_of(v, Size(self));
    T* first = v.room<T>(most);
    fill_part<Length, First, Element>(v, first, most, self);
    return first;
  }
};

// Bounds.

template <std::int64_t Low, std::int64_t High>
bool within(std::uint64_t count) {
  return std::cmp_greater_equal(count, Low) && std::cmp_less_equal(count, High);
}

template <std::int64_t Low, std::int64_t High, class Array, class T>
struct random_referent<ndr::bounded<Low, High, Array>, T> {
  template <class Self>
  static T* make(values& v, const Self& self) {
    if constexpr (ndr::array_size<Array>::known) {
      const ndr::checked size = ndr::array_size<Array>::template of<Self>(&self);
      if (!within<Low, High>(count_of(v, size))) v.reject();
      return random_referent<Array, T>::make(v, self);
    } else {
      T* first = nullptr;
      do first = random_referent<Array, T>::make(v, self);
      while (!within<Low, High>(ndr::characters<T>::length(first)));
      return first;
    }
  }
};

template <std::int64_t Low, std::int64_t High, class Array, class T>
  requires ndr::open_ended<ndr::codec<Array, T>>
struct random_value<ndr::bounded<Low, High, Array>, T> {
  template <class Self>
  static void fill(values& v, T& value, const Self& self) {
    const ndr::checked size = ndr::codec<Array, T>::open_count(value, self);
    if (!within<Low, High>(count_of(v, size))) v.reject();
    random_value<Array, T>::fill(v, value, self);
  }
};

template <class Array, class T>
struct random_referent<ndr::disable_consistency_check<Array>, T> : random_referent<Array, T> {};
template <ndr::allocation How, class Pointee, class T>
struct random_referent<ndr::allocated<How, Pointee>, T> : random_referent<Pointee, T> {};

/// Has the pattern: it is nobody's business.
template <class T>
struct random_value<ndr::ignored, T*> {
  template <class Self>
  static void fill(values&, T*&, const Self&) {}
};

template <class Pointee, class T>
struct random_value<ndr::ref<Pointee>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }
};

template <class Pointee, class T>
struct random_value<ndr::unique<Pointee>, T*> {
  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    value = nullptr;
    if (has_elements(self) || v.leads_on())
      value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }

 private:
  // A null array has no elements.
  template <class Self>
  static bool has_elements(const Self& self) {
    bool any = false;
    ndr::array_counts<Pointee>::template each<Self>([&](auto count) {
      const ndr::checked number = count(&self);
      any |= !number.valid() || number.value() != 0;
    });
    return any;
  }
};

/// May lead to an object that another full pointer leads to, and so into a cycle.
template <class Pointee, class T>
struct random_value<ndr::full<Pointee>, T*> {
  using object = std::remove_const_t<T>;
  using referent = random_referent<Pointee, object>;

  template <class Self>
  static void fill(values& v, T*& value, const Self& self) {
    if constexpr (ndr::expressions<Pointee>::any) {
      random_value<ndr::unique<Pointee>, T*>::fill(v, value, self);  // as many as self says
    } else {
      value = nullptr;
      if (void* const known = v.any_kept(&type); known != nullptr && v.one_in(3)) {
        value = static_cast<object*>(known);
      } else if (v.leads_on()) {
        value = make(v, self);
      }
    }
  }

 private:
  static constexpr char type = 0;  // its address stands for the type

  template <class Self>
  static object* make(values& v, const Self& self) {
    object* made = nullptr;
    if constexpr (requires { referent::room(v); }) {
      made = referent::room(v);
      v.keep(&type, made);
      random_value<Pointee, object>::fill(v, *made, self);
    } else {
      made = referent::make(v, self);
      v.keep(&type, made);
    }
    return made;
  }
};

template <class Pointee, class T>
struct random_value<ndr::reseatable<Pointee>, T**> {
  template <class Self>
  static void fill(values& v, T**& value, const Self& self) {
    value = v.room<T*>(1);
    *value = random_referent<Pointee, std::remove_const_t<T>>::make(v, self);
  }
};

// Pipes.

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

// Calls.

/// Fills all parameters of an operation and its result.
template <class Frame>
void fill_frame(values& v, Frame& frame) {
  fill_members(v, frame, typename operation<Frame>::parameters{});
}

}  // namespace rpc::test

#endif  // TEST_PROPERTY_FILL_H
