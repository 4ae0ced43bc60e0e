#ifndef RPC_NDR_DESCRIBE_POINTERS_H
#define RPC_NDR_DESCRIBE_POINTERS_H

#include <rpc/ndr/array.h>
#include <rpc/ndr/context.h>
#include <rpc/ndr/describe/scalars.h>
#include <rpc/ndr/full.h>
#include <rpc/ndr/pointer.h>
#include <rpc/ndr/pointer_like.h>
#include <rpc/ndr/shared_pointer.h>

#include <cstddef>
#include <memory>
#include <type_traits>

namespace rpc::ndr {

/// What a pointer points to, by its shape. This one: one object. `Whole` is the shape with all that
/// qualifies it: types may point to themselves, so that one of a shape may be under way when
/// another one is made.
template <class Shape, class Whole, class T, class Self>
struct described_referent {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::object,
            .element = &description<Shape, T, Self>::value,
            .identity = object_type<Shape, T>,
            .in_frame = frame<Self>,
            .make = constructor_of<T>()};
  }
};
template <std::size_t N, class Element, class Whole, class T, class Self>
struct described_referent<fixed<N, Element>, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::array,
            .element = &element_description<Element, T, Self>::value,
            .count = N,
            .identity = object_type<fixed<N, Element>, T>,
            .in_frame = frame<Self>,
            .make = constructor_of<T>()};
  }
};
template <auto Size, class Element, class Whole, class T, class Self>
struct described_referent<conformant<Size, Element>, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::conformant,
            .element = &element_description<Element, T, Self>::value,
            .size = expression_of<Size, Self>(),
            .identity = object_type<conformant<Size, Element>, T>,
            .in_frame = frame<Self>,
            .make = constructor_of<T>()};
  }
};
template <std::size_t N, auto Length, auto First, class Element, class Whole, class T, class Self>
struct described_referent<varying<N, Length, First, Element>, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::varying,
            .element = &element_description<Element, T, Self>::value,
            .count = N,
            .length = expression_of<Length, Self>(),
            .first = expression_of<First, Self>(),
            .identity = object_type<varying<N, Length, First, Element>, T>,
            .in_frame = frame<Self>,
            .make = constructor_of<T>()};
  }
};
template <auto Size, auto Length, auto First, class Element, class Whole, class T, class Self>
struct described_referent<conformant_varying<Size, Length, First, Element>, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::conformant_varying,
            .element = &element_description<Element, T, Self>::value,
            .size = expression_of<Size, Self>(),
            .length = expression_of<Length, Self>(),
            .first = expression_of<First, Self>(),
            .identity = object_type<conformant_varying<Size, Length, First, Element>, T>,
            .in_frame = frame<Self>,
            .make = constructor_of<T>()};
  }
};
template <class Whole, class T, class Self>
  requires std::is_scalar_v<T>
struct described_referent<string, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::string,
            .element = &description<plain, T, void>::value,
            .identity = object_type<string, T>,
            .make = constructor_of<T>()};
  }
};
template <auto Size, class Whole, class T, class Self>
struct described_referent<sized_string<Size>, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::sized_string,
            .element = &description<plain, T, void>::value,
            .size = expression_of<Size, Self>(),
            .identity = object_type<sized_string<Size>, T>,
            .in_frame = frame<Self>,
            .make = constructor_of<T>()};
  }
};
template <std::size_t N, class Whole, class T, class Self>
struct described_referent<fixed_string<N>, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    return {.kind = referent_kind::fixed_string,
            .element = &description<plain, T, void>::value,
            .count = N,
            .identity = object_type<fixed_string<N>, T>,
            .make = constructor_of<T>()};
  }
};
/// What more is said about it.
template <std::int64_t Low, std::int64_t High, class Array>
constexpr void qualify(bounded<Low, High, Array>, referent_descriptor& to) {
  to.range = {true, Low, High};
}
template <class Array>
constexpr void qualify(disable_consistency_check<Array>, referent_descriptor& to) {
  to.may_be_missing = true;
}
template <allocation How, class Pointee>
constexpr void qualify(allocated<How, Pointee>, referent_descriptor& to) {
  to.allocated = true;
  to.how = How;
}
template <auto Bytes, class Pointee>
constexpr void qualify(byte_count<Bytes, Pointee>, referent_descriptor&) {}  // of the parameter
template <qualifying_shape Shape, class Whole, class T, class Self>
struct described_referent<Shape, Whole, T, Self> {
  static constexpr referent_descriptor make() {
    using qualified = typename Shape::qualified;
    referent_descriptor to =
        described_referent<qualified, Whole, T, self_of<qualified, Self>>::make();
    qualify(Shape{}, to);
    return to;
  }
};
template <class Pointee, class T, class Self>
struct referent_constant {
  static constexpr referent_descriptor value =
      described_referent<Pointee, Pointee, T, Self>::make();
};
template <class Pointee, class T, class Self>
using referent_description =
    referent_constant<Pointee, std::remove_const_t<T>, self_of<Pointee, Self>>;

template <class T>
struct described<ignored, T*, void> {
  static constexpr descriptor value = base_of<codec<ignored, T*>, T*>(construct::ignored);
};

template <class Shape, class T, class Self, pointer_kind Class, class Codec = codec<Shape, T*>>
struct described_pointer {
  static constexpr pointer_kind of_class = Class;
  static constexpr pointer_descriptor value{
      base_of<Codec, T*>(construct::pointer), Class, std::is_const_v<T>,
      &referent_description<typename Shape::pointee, T, Self>::value};
};
template <class Pointee, class T, class Self>
struct described<ref<Pointee>, T*, Self>
    : described_pointer<ref<Pointee>, T, Self, pointer_kind::ref> {};
template <class Pointee, class T, class Self>
struct described<unique<Pointee>, T*, Self>
    : described_pointer<unique<Pointee>, T, Self, pointer_kind::unique> {};
template <class Pointee, class T, class Self>
struct described<full<Pointee>, T*, Self>
    : described_pointer<full<Pointee>, T, Self, pointer_kind::full> {};

/// What must be zero where such a class is empty: the size_is of a std::span in it.
template <class Pointee, class Self>
struct size_of_pointee {
  static constexpr correlated value{};
};
template <auto Size, class Element, class Self>
struct size_of_pointee<conformant<Size, Element>, Self> {
  static constexpr correlated value = expression_of<Size, Self>();
};

template <class Shape, class H, class Self, bool Nullable, class Codec = codec<Shape, H>>
struct described_holder {
  using like = pointer_like<H>;
  static constexpr referent_descriptor to{
      .kind = referent_kind::object,
      .element = &description<typename Shape::pointee, typename like::object, Self>::value,
      .size = size_of_pointee<typename Shape::pointee, Self>::value,
      .in_frame = frame<Self>,
      .fill = [](reader& r, void* holder) -> void* {
        return like::make(r, *static_cast<H*>(holder));
      }};
  static constexpr holder_descriptor value{
      base_of<Codec, H>(construct::holder),
      Nullable,
      std::is_same_v<typename like::object, H>,
      [](const void* holder) -> const void* { return like::look(*static_cast<const H*>(holder)); },
      [](void* holder) { like::clear(*static_cast<H*>(holder)); },
      &to};
};
template <class Pointee, class H, class Self>
  requires stands_for_pointer<H>
struct described<ref<Pointee>, H, Self> : described_holder<ref<Pointee>, H, Self, false> {};
template <class Pointee, class H, class Self>
  requires stands_for_pointer<H>
struct described<unique<Pointee>, H, Self> : described_holder<unique<Pointee>, H, Self, true> {};

template <class Pointee, class T, class Self>
struct described<full<Pointee>, std::shared_ptr<T>, Self> {
  using holder = std::shared_ptr<T>;
  static constexpr referent_descriptor to{.kind = referent_kind::object,
                                          .element = &description<Pointee, T, Self>::value,
                                          .identity = object_type<Pointee, holder>,
                                          .in_frame = frame<Self>,
                                          .fill = [](reader&, void* object) { return object; }};
  static constexpr shared_descriptor value{
      base_of<codec<full<Pointee>, holder>, holder>(construct::shared),
      [](const void* pointer) -> const void* { return static_cast<const holder*>(pointer)->get(); },
      [](object_table& table, known_object& object, const void* pointer) {
        return table.own(object, *static_cast<const holder*>(pointer), detail::shared_type_of<T>);
      },
      [](void* pointer) {
        detail::dismantle(*static_cast<holder*>(pointer));
        static_cast<holder*>(pointer)->reset();
      },
      [](reader& r, void* pointer) {
        constexpr std::size_t counts = 2 * sizeof(void*);
        if (!r.charge(sizeof(T) + counts)) return false;
        *static_cast<holder*>(pointer) = std::make_shared<T>();
        return true;
      },
      [](void* pointer, const known_object& object) {
        *static_cast<holder*>(pointer) = std::static_pointer_cast<T>(*object.owner);
      },
      &to};
};

/// In NDR20 an array of [ref] pointers has no referent ids, only referents.
template <class Pointee, class T, class Self>
struct described_element<ref<Pointee>, T*, Self>
    : described_pointer<ref<Pointee>, T, Self, pointer_kind::ref, array_element<ref<Pointee>, T*>> {
};
template <class Pointee, class H, class Self>
  requires stands_for_pointer<H>
struct described_element<ref<Pointee>, H, Self>
    : described_holder<ref<Pointee>, H, Self, false, array_element<ref<Pointee>, H>> {};

template <name Type, context_trait... Traits, class T>
struct described<context_handle<Type, Traits...>, T*, void> {
  using handle = codec<context_handle<Type, Traits...>, T*>;
  static constexpr context_descriptor value{base_of<handle, T*>(construct::context), &handle::use};
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_POINTERS_H
