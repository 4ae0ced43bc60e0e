#ifndef RPC_NDR_DESCRIBE_NODES_H
#define RPC_NDR_DESCRIBE_NODES_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/describe/base.h>
#include <rpc/ndr/describe/steps.h>
#include <rpc/ndr/direct.h>
#include <rpc/ndr/layout.h>
#include <rpc/ndr/writer.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <limits>
#include <type_traits>
#include <utility>

/// The code of structures that point to themselves (direct.h).
namespace rpc::ndr {

template <class T>
struct described_structure;

/// What a pointer points to. Structures with `other` pointees have no such code: it would hand each
/// of them to the engine, and take its time to compile.
enum class pointee_kind : std::uint8_t { other, node, array };

template <class Shape, class T, class Self>
struct node_pointee {
  static constexpr pointee_kind kind = std::is_same_v<Shape, plain> && std::is_same_v<T, Self>
                                           ? pointee_kind::node
                                           : pointee_kind::other;
};
template <auto Size, class T, class Self>
struct node_pointee<conformant<Size, plain>, T, Self> {
  static constexpr bool is_dense = codec<plain, T>::template wire<ndr20>.dense &&
                                   codec<plain, T>::template wire<ndr20>.verbatim &&
                                   codec<plain, T>::template wire<ndr64>.dense &&
                                   codec<plain, T>::template wire<ndr64>.verbatim;
  static constexpr pointee_kind kind =
      is_dense && std::is_trivially_destructible_v<T> && due_of<Size, Self>() == due::with_members
          ? pointee_kind::array
          : pointee_kind::other;
  static checked size(const Self& self) { return Size(self); }
};

/// A member of T that is a pointer.
template <class T, class Field>
struct node_pointer {
  using type = std::remove_const_t<std::remove_pointer_t<typename Field::type>>;
  using shape = typename Field::shape::pointee;
  using pointee = node_pointee<shape, type, T>;
  static constexpr pointee_kind kind = pointee::kind;
  static constexpr bool is_ref =
      description<typename Field::shape, typename Field::type, T>::of_class == pointer_kind::ref;
};

template <class T, class S, class Members = typename layout<T>::members>
struct node_code;

template <class T, class S, class... F>
struct node_code<T, S, fields<F...>> {
  using id_type = typename S::referent;
  using count_type = typename S::count;
  static constexpr auto& list = steps_of<T, S>;
  static constexpr form whole = codec<plain, T>::template wire<S>;
  using indices = std::make_index_sequence<list.count>;

  template <class Field>
  static constexpr bool is_pointer = structure_steps<T>::template plain_pointer<Field>;
  // Pointers are numbered in order; the last one is followed by the loop.
  static constexpr unsigned pointers = (0U + ... + (is_pointer<F> ? 1U : 0U));
  template <class Field>
  static constexpr unsigned number_of = [] {
    unsigned next = 0;
    unsigned found = 0;
    (void)detail::in_turn{0, (found = std::is_same_v<F, Field> ? next : found,
                              next += is_pointer<F> ? 1U : 0U, 0)...};
    return found;
  }();
  template <class Field>
  static constexpr pointee_kind kind_of = [] {
    if constexpr (is_pointer<Field>) return node_pointer<T, Field>::kind;
    return pointee_kind::other;
  }();
  template <class Field>
  static constexpr bool is_last =
      kind_of<Field> == pointee_kind::node && number_of<Field> == pointers - 1;
  static constexpr bool has_last = (is_last<F> || ...);

  static const structure_descriptor& descriptor() { return described_structure<T>::value; }

  // Writing.

  template <std::size_t I>
  [[gnu::always_inline]] static void store(direct_writer& w, std::byte* at,
                                           const std::byte* memory) {
    constexpr const step& s = list.steps[I];
    if constexpr (s.what == action::pointer) {
      const void* object = nullptr;
      std::memcpy(&object, memory + s.memory, sizeof object);
      const std::uint32_t given = object == nullptr ? 0 : referent_id(w.referents);
      w.referents += object == nullptr ? 0 : 1;
      store_little(at + s.wire, static_cast<id_type>(given));
    } else if constexpr (s.what == action::clear) {
      std::memset(at + s.wire, 0, s.size);
    } else {
      std::memcpy(at + s.wire, memory + s.memory, s.size);
    }
  }
  template <std::size_t... I>
  [[gnu::always_inline]] static void store_all(direct_writer& w, std::byte* at, const T& object,
                                               std::index_sequence<I...>) {
    (store<I>(w, at, reinterpret_cast<const std::byte*>(&object)), ...);
  }
  // What must not be null is not.
  template <class Field>
  [[gnu::always_inline]] static bool may_travel(const T& object) {
    if constexpr (is_pointer<Field>)
      if constexpr (node_pointer<T, Field>::is_ref) return object.*Field::member != nullptr;
    return true;
  }

  // False, and nothing is written, where the engine has to.
  template <class Field>
  [[gnu::always_inline]] static bool put_pointee(direct_writer& w, std::byte*& p, const T& object,
                                                 [[maybe_unused]] unsigned depth) {
    if constexpr (is_pointer<Field> && !is_last<Field>) {
      const auto* const to = object.*Field::member;
      if (to == nullptr) return true;
      std::byte* end = nullptr;
      if constexpr (kind_of<Field> == pointee_kind::node) {
        if (depth < most_direct) end = put(w, p, to, depth + 1);
      } else {
        end = put_array(w, p, to, node_pointer<T, Field>::pointee::size(object));
      }
      if (end != nullptr) [[likely]] {
        p = end;
        if (kind_of<Field> != pointee_kind::node || w.left.empty()) return true;
        w.left.add(descriptor(), &object, number_of<Field> + 1);
        return false;
      }
      w.left.add(descriptor(), &object, number_of<Field>);
      return false;
    }
    return true;
  }
  template <class E>
  [[gnu::always_inline]] static std::byte* put_array(direct_writer& w, std::byte* p, const E* first,
                                                     checked size) {
    constexpr std::size_t alignment = codec<plain, E>::template wire<S>.alignment;
    if (!size.is_count() || size.value() > std::numeric_limits<std::uint32_t>::max()) [[unlikely]]
      return nullptr;
    const auto count = static_cast<std::size_t>(size.value());
    std::byte* const at = w.room(p, sizeof(count_type), count * sizeof(E) + 2 * sizeof(count_type));
    if (at == nullptr) [[unlikely]]
      return nullptr;
    store_little(at, static_cast<count_type>(count));
    p = at + sizeof(count_type);
    if (count == 0) return p;
    if constexpr (alignment > sizeof(count_type)) {
      const std::uint64_t zeros = 0;
      std::memcpy(p, &zeros, sizeof zeros);
      p += (0 - static_cast<std::size_t>(p - w.begin)) & (alignment - 1);
    }
    copy(p, first, count * sizeof(E));
    return p + count * sizeof(E);
  }

  static std::byte* put(direct_writer& w, std::byte* p, const void* object, unsigned depth) {
    const T* before = nullptr;
    for (auto* self = static_cast<const T*>(object);;) {
      std::byte* const at = w.room(p, whole.alignment, whole.size);
      if (at == nullptr || !(may_travel<F>(*self) && ...)) [[unlikely]] {
        if (before == nullptr) return nullptr;
        w.left.add(descriptor(), before, pointers - 1);
        return p;
      }
      store_all(w, at, *self, indices());
      p = at + whole.size;
      if (!(put_pointee<F>(w, p, *self, depth) && ...)) return p;
      if constexpr (!has_last) return p;
      before = self;
      ((self = last_of<F>(*self, self)), ...);
      if (self == nullptr) return p;
    }
  }
  template <class Field>
  [[gnu::always_inline]] static const T* last_of(const T& object, const T* otherwise) {
    if constexpr (is_last<Field>) return object.*Field::member;
    return otherwise;
  }

  // Reading.

  template <std::size_t I>
  [[gnu::always_inline]] static void load(const std::byte* at, std::byte* memory) {
    constexpr const step& s = list.steps[I];
    if constexpr (s.what == action::pointer) {
      id_type id;
      std::memcpy(&id, at + s.wire, sizeof id);
      const std::uintptr_t mark = id;  // not null
      std::memcpy(memory + s.memory, &mark, sizeof mark);
    } else if constexpr (s.what != action::clear) {
      std::memmove(memory + s.memory, at + s.wire, s.size);
    }
  }
  template <std::size_t... I>
  [[gnu::always_inline]] static void load_all(const std::byte* at, T& object,
                                              std::index_sequence<I...>) {
    (load<I>(at, reinterpret_cast<std::byte*>(&object)), ...);
  }
  template <class Field>
  static constexpr bool must_point = [] {
    if constexpr (is_pointer<Field>) return node_pointer<T, Field>::is_ref;
    return false;
  }();
  template <std::size_t I>
  static constexpr std::size_t wire_of = members_of<T, S>[I].wire;
  template <std::size_t... I>
  [[gnu::always_inline]] static bool may_arrive(const std::byte* at, std::index_sequence<I...>) {
    return ((!must_point<F> || id_at(at + wire_of<I>) != 0) && ...);
  }
  static id_type id_at(const std::byte* at) {
    id_type id;
    std::memcpy(&id, at, sizeof id);
    return id;
  }
  // A null pointer to an array that its size says to be empty.
  template <class Field>
  [[gnu::always_inline]] static bool is_right(const T& object) {
    if constexpr (kind_of<Field> == pointee_kind::array)
      return object.*Field::member != nullptr ||
             is_count(node_pointer<T, Field>::pointee::size(object), 0);
    return true;
  }

  template <class Field>
  [[gnu::always_inline]] static bool get_pointee(direct_reader& r, std::byte*& p, T& object,
                                                 [[maybe_unused]] unsigned depth) {
    if constexpr (is_pointer<Field> && !is_last<Field>) {
      if (object.*Field::member == nullptr) return true;
      std::byte* end = nullptr;
      if constexpr (kind_of<Field> == pointee_kind::node) {
        if (depth < most_direct) end = get(r, p, place_of<Field>(object), depth + 1);
      } else {
        using element = typename node_pointer<T, Field>::type;
        end = get_array<element>(r, p, place_of<Field>(object),
                                 node_pointer<T, Field>::pointee::size(object));
      }
      if (end != nullptr) [[likely]] {
        p = end;
        if (kind_of<Field> != pointee_kind::node || r.left.empty()) return true;
        r.left.add(descriptor(), &object, number_of<Field> + 1);
        return false;
      }
      r.left.add(descriptor(), &object, number_of<Field>);
      return false;
    }
    return true;
  }
  template <class Field>
  [[gnu::always_inline]] static void* place_of(T& object) {
    return const_cast<void*>(static_cast<const void*>(&(object.*Field::member)));
  }
  template <class E>
  [[gnu::always_inline]] static std::byte* get_array(direct_reader& r, std::byte* p, void* where,
                                                     checked size) {
    constexpr std::size_t alignment = codec<plain, E>::template wire<S>.alignment;
    const std::byte* const at = r.find(p, sizeof(count_type), sizeof(count_type));
    if (at == nullptr) [[unlikely]]
      return nullptr;
    count_type count;
    std::memcpy(&count, at, sizeof count);
    p = const_cast<std::byte*>(at) + sizeof count;
    if (!is_count(size, count) || count == 0 ||
        count > static_cast<std::size_t>(r.end - p) / sizeof(E)) [[unlikely]]
      return nullptr;
    const std::size_t bytes = static_cast<std::size_t>(count) * sizeof(E);
    std::byte* first = r.find(p, alignment, bytes);
    if (first == nullptr) [[unlikely]]
      return nullptr;
    p = first + bytes;
    if (reinterpret_cast<std::uintptr_t>(first) % alignof(E) != 0) {
      void* const memory = r.memory.allocate(bytes, alignof(E));
      if (memory == nullptr) return nullptr;
      std::memcpy(memory, first, bytes);
      first = static_cast<std::byte*>(memory);
    }
    std::memcpy(where, &first, sizeof first);
    return p;
  }

  static std::byte* get(direct_reader& r, std::byte* p, void* where, unsigned depth) {
    T* before = nullptr;
    for (;;) {
      std::byte* const at = r.find(p, whole.alignment, whole.size);
      T* const self = at == nullptr ? nullptr : get_members(r, at);
      if (self == nullptr) [[unlikely]] {
        if (before == nullptr) return nullptr;
        r.left.add(descriptor(), before, pointers - 1);
        return p;
      }
      std::memcpy(where, &self, sizeof self);
      p = at + whole.size;
      if (!(get_pointee<F>(r, p, *self, depth) && ...)) return p;
      if constexpr (!has_last) return p;
      before = self;
      ((where = where_last<F>(*self, where)), ...);
      T* next = nullptr;
      std::memcpy(&next, where, sizeof next);
      if (next == nullptr) return p;
    }
  }
  template <class Field>
  [[gnu::always_inline]] static void* where_last(T& object, void* otherwise) {
    if constexpr (is_last<Field>) return place_of<Field>(object);
    return otherwise;
  }
  [[gnu::always_inline]] static T* get_members(direct_reader& r, std::byte* at) {
    if (!may_arrive(at, std::index_sequence_for<F...>())) [[unlikely]]
      return nullptr;
    void* memory = at;
    if (!whole.in_place || reinterpret_cast<std::uintptr_t>(at) % alignof(T) != 0)
      memory = r.memory.allocate(sizeof(T), alignof(T));
    if (memory == nullptr) [[unlikely]]
      return nullptr;
    T* const object = static_cast<T*>(memory);
    load_all(at, *object, indices());
    return (is_right<F>(*object) && ...) ? object : nullptr;
  }
};

/// Whether T has such code. With more members it would be long, and its folds too deep for
/// compilers.
template <class T, class... F>
constexpr bool is_node(fields<F...>) {
  constexpr std::size_t most_members = 64;
  if constexpr (sizeof...(F) <= most_members && pointers_of<T>.complete &&
                structure_steps<T>::lies_naturally && codec<plain, T>::template wire<ndr20>.fixed &&
                codec<plain, T>::template wire<ndr64>.fixed) {
    using code = node_code<T, ndr20>;
    return ((code::template kind_of<F> == pointee_kind::node) || ...) &&
           ((!code::template is_pointer<F> || code::template kind_of<F> != pointee_kind::other) &&
            ...);
  } else {
    return false;
  }
}
template <class T, class S>
constexpr direct_put node_put() {
  if constexpr (is_node<T>(typename layout<T>::members{}))
    return &node_code<T, S>::put;
  else
    return nullptr;
}
template <class T, class S>
constexpr direct_get node_get() {
  if constexpr (is_node<T>(typename layout<T>::members{}))
    return &node_code<T, S>::get;
  else
    return nullptr;
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_DESCRIBE_NODES_H
