#ifndef RPC_NDR_PREPARE_H
#define RPC_NDR_PREPARE_H

#include <rpc/call_memory.h>
#include <rpc/memory.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/extent.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/in_turn.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/member.h>
#include <rpc/ndr/pointer_like.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/storage.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <span>
#include <type_traits>
#include <variant>

namespace rpc::ndr {

/// Gives an implementation the memory that its [out] parameters lead to, all of it zero: what
/// [ref] pointers lead to, and [ref] pointers beneath, down to those that may be null
/// (server-stub-memory, "Initializing Outbound Data").
class preparer {
 public:
  explicit preparer(arena& memory) : memory_(memory) {}

  template <class Shape, class T, class Self>
  void prepare(T& value, const Self& self) {
    object<Shape, T>::prepare(*this, value, self);
  }

  [[nodiscard]] const class failure& failure() const { return failure_; }
  class failure& failure() { return failure_; }
  void fail(status code, std::initializer_list<word> words) { failure_.set(code, words); }

 private:
  // Zeroed memory for the `count` objects that a pointer leads to, of at least `least` bytes, or
  // null and a failure. The peer may have chosen both, so they are charged to the call's budget.
  template <class T, class Pointee = plain>
  T* zeroed(checked count, std::size_t least = 0) {
    if (!count.is_count()) {
      fail_size(*this, status::bad_stub_data, count);
      return nullptr;
    }
    const auto number = static_cast<std::uint64_t>(count.value());
    void* memory =
        number > std::numeric_limits<std::size_t>::max() / sizeof(T)
            ? nullptr
            : allocate<Pointee>(std::max(static_cast<std::size_t>(number) * sizeof(T), least),
                                alignof(T));
    if (memory == nullptr)
      failure_.set(status::out_of_memory,
                   {"the call's budget has no room for ", number, " elements"});
    if constexpr (std::is_trivially_destructible_v<T>) {
      return static_cast<T*>(memory);
    } else {
      if (memory == nullptr) return nullptr;
      T* first = construct_in<T>(memory_, memory, static_cast<std::size_t>(number));
      if (first == nullptr) failure_.set(status::out_of_memory, {"the call's budget is used up"});
      return first;
    }
  }

  template <class Pointee>
  void* allocate(std::size_t size, std::size_t alignment) {
    void* memory = nullptr;
    if constexpr (requires { requires extent<Pointee>::separate; }) {
      memory = memory_.allocate_separate(size, extent<Pointee>::kept);
      if (memory != nullptr) std::memset(memory, 0, size);
    } else {
      memory = memory_.allocate_zeroed(size, alignment);
    }
    if (memory != nullptr && memory_.record() != nullptr) memory_.record()->count_allocated(size);
    return memory;
  }

  // A value of a type where it is, by its shape.
  template <class Shape, class T>
  struct object;

  // What holds no [ref] pointer, or is empty until the implementation fills it.
  struct nothing {
    template <class T, class Self>
    static void prepare(preparer&, T&, const Self&) {}
  };
  template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  struct object<plain, T> : nothing {};
  template <std::int64_t Low, std::int64_t High, class T>
  struct object<range<Low, High>, T> : nothing {};
  template <class T>
  struct object<int3264, T> : nothing {};
  template <class T>
  struct object<ignored, T*> : nothing {};
  template <class Wire, class Shape, class T>
  struct object<presented<Wire, Shape>, T> : nothing {};
  template <name Type, context_trait... Traits, class T>
  struct object<context_handle<Type, Traits...>, T*> : nothing {};
  template <class T>
  struct object<deletions, T> : nothing {};
  template <class Pointee, class T>
  struct object<unique<Pointee>, T> : nothing {};
  template <class Pointee, class T>
  struct object<full<Pointee>, T> : nothing {};
  template <class C, std::size_t N>
  struct object<string, C[N]> : nothing {};
  template <class Text>
    requires stands_for_pointer<Text>
  struct object<string, Text> : nothing {};
  template <class Element, class T>
    requires stands_for_pointer<T>
  struct object<counted<Element>, T> : nothing {};
  template <class... Alternatives, class... T>
  struct object<alternatives<Alternatives...>, std::variant<T...>> : nothing {};

  // Nor is it known which arm a union will hold.
  template <auto Tag, class T>
    requires std::is_union_v<T>
  struct object<switched<Tag>, T> : nothing {};
  template <class T>
    requires encapsulated<layout<T>>
  struct object<plain, T> : nothing {};

  template <class T>
    requires(requires { typename layout<T>::members; } && !encapsulated<layout<T>>)
  struct object<plain, T> {
    template <class Self>
    static void prepare(preparer& p, T& value, const Self&) {
      each(p, value, typename layout<T>::members{});
    }
    template <class... F>
    static void each(preparer& p, T& value, fields<F...>) {
      (void)detail::in_turn{
          0,
          (with_member<F>(value, [&](auto& m) { p.prepare<typename F::shape>(m, value); }), 0)...};
    }
  };

  template <std::size_t N, class Element, class T>
    requires std::is_array_v<T> || requires { std::tuple_size<T>::value; }
  struct object<fixed<N, Element>, T> {
    template <class Self>
    static void prepare(preparer& p, T& value, const Self& self) {
      for (auto& element : value) p.prepare<Element>(element, self);
    }
  };
  template <class T, std::size_t N>
  struct object<plain, T[N]> : object<fixed<N>, T[N]> {};
  template <class T, std::size_t N>
  struct object<plain, std::array<T, N>> : object<fixed<N>, std::array<T, N>> {};
  template <std::size_t N, auto Length, auto First, class Element, class T>
  struct object<varying<N, Length, First, Element>, T[N]> : object<fixed<N, Element>, T[N]> {};
  template <qualifying_shape Shape, class T>
  struct object<Shape, T> : object<typename Shape::qualified, T> {};

  // A class that stands for a [ref] pointer.
  template <class Pointee, class H>
    requires stands_for_pointer<H>
  struct object<ref<Pointee>, H> : object<Pointee, H> {};

  template <class Pointee, class T>
  struct object<ref<Pointee>, T*> {
    template <class Self>
    static void prepare(preparer& p, T*& value, const Self& self, std::size_t least = 0) {
      using target = std::remove_const_t<T>;
      const checked count = extent<Pointee>::of(self);
      target* first = p.zeroed<target, Pointee>(count, least);
      value = first;
      if (first == nullptr) return;
      for (std::int64_t i = 0; i < count.value(); ++i)
        p.prepare<typename extent<Pointee>::element>(first[i], self);
    }
  };

  // Objects here may take more than those of the client, who chose the size.
  template <auto Bytes, class Pointee, class T>
  struct object<ref<byte_count<Bytes, Pointee>>, T*> {
    template <class Self>
    static void prepare(preparer& p, T*& value, const Self& self) {
      const checked bytes = Bytes(self);
      if (bytes.is_count())
        object<ref<Pointee>, T*>::prepare(p, value, self, static_cast<std::size_t>(bytes.value()));
      else
        p.failure_.set(status::bad_stub_data, {"byte_count is ", bytes.value()});
    }
  };

  template <class Shape, class T>
  struct object<Shape, misplaced<T*>> {
    template <class Self>
    static void prepare(preparer& p, misplaced<T*>& value, const Self& self) {
      T* pointer = nullptr;
      p.prepare<Shape>(pointer, self);
      slot<const T>(&value).set(pointer);
    }
  };

  template <auto Size, class Element, class T>
  struct object<conformant<Size, Element>, std::span<T>> {
    template <class Self>
    static void prepare(preparer& p, std::span<T>& value, const Self& self) {
      T* first = nullptr;
      object<ref<conformant<Size, Element>>, T*>::prepare(p, first, self);
      if (first != nullptr) value = {first, static_cast<std::size_t>(Size(self).value())};
    }
  };

  // Where the client's pointer is null, nothing is asked for.
  template <class Pointee, class T>
  struct object<partial_ignore<Pointee>, T*> {
    template <class Self>
    static void prepare(preparer& p, T*& value, const Self& self) {
      if (value != nullptr) object<ref<Pointee>, T*>::prepare(p, value, self);
    }
  };

  // T*& : the callee provides the object, but for one of known size.
  template <class Pointee, class T>
  struct object<reseatable<Pointee>, T**> {
    template <class Self>
    static void prepare(preparer& p, T**& value, const Self& self) {
      value = p.zeroed<T*>(1);
      if constexpr (!open_ended<codec<Pointee, T>>)
        if (value != nullptr) object<ref<Pointee>, T*>::prepare(p, *value, self);
    }
  };

  arena& memory_;
  class failure failure_;
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_PREPARE_H
