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
  static constexpr bool is_placed(const form& f) {
    return f.dense && f.verbatim && f.alignment >= alignof(T);
  }
  static constexpr bool is_dense = is_placed(codec<plain, T>::template wire<ndr20>) &&
                                   is_placed(codec<plain, T>::template wire<ndr64>);
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
  // Pointers are numbered in order; the last one, if it points to a node, is followed by the loop.
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
  // Nodes wait for these.
  template <class Field>
  static constexpr bool is_inner = kind_of<Field> == pointee_kind::node && !is_last<Field>;
  static constexpr unsigned inner = (0U + ... + (is_inner<F> ? 1U : 0U));
  // With one of them it is known what comes after it.
  static constexpr unsigned after_inner = (0U + ... + (is_inner<F> ? number_of<F> + 1 : 0U));
  template <class Field>
  static constexpr bool must_point = [] {
    if constexpr (is_pointer<Field>) return node_pointer<T, Field>::is_ref;
    return false;
  }();

  // What follows a node is aligned for a count; what follows all that it points to, for a node.
  static constexpr bool is_aligned_after =
      whole.alignment % sizeof(count_type) == 0 && whole.size % sizeof(count_type) == 0;
  static constexpr bool keeps_alignment =
      whole.size % whole.alignment == 0 &&
      ((!is_pointer<F> || kind_of<F> == pointee_kind::node) && ...);

  // Writing.

  template <std::size_t I>
  [[gnu::always_inline]] static void store(direct_writer& to, const std::byte* memory) {
    constexpr const step& s = list.steps[I];
    if constexpr (s.what == action::pointer) {
      const void* object = nullptr;
      std::memcpy(&object, memory + s.memory, sizeof object);
      if (object == nullptr) [[unlikely]]
        store_little(to.at + s.wire, id_type{0});
      else
        store_little(to.at + s.wire, static_cast<id_type>(referent_id(to.referents++)));
    } else if constexpr (s.what == action::clear) {
      std::memset(to.at + s.wire, 0, s.size);
    } else {
      std::memcpy(to.at + s.wire, memory + s.memory, s.size);
    }
  }
  template <std::size_t... I>
  [[gnu::always_inline]] static void store_all(direct_writer& to, const T& object,
                                               std::index_sequence<I...>) {
    (store<I>(to, reinterpret_cast<const std::byte*>(&object)), ...);
  }
  template <class Field>
  [[gnu::always_inline]] static bool may_travel(const T& object) {
    if constexpr (must_point<Field>) return object.*Field::member != nullptr;
    return true;
  }
  // The node that `place` points to; null, and nothing is written, where the engine has to.
  [[gnu::always_inline]] static const T* node(direct_writer& to, const T* const* place) {
    const T* const self = *place;
    if (!to.has_room(whole.size) || !(may_travel<F>(*self) && ...)) [[unlikely]]
      return nullptr;
    if constexpr (!keeps_alignment) to.align(whole.alignment);
    store_all(to, *self, indices());
    to.at += whole.size;
    return self;
  }
  template <class Field>
  [[gnu::always_inline]] static bool array(direct_writer& to, const T& object) {
    using element = typename node_pointer<T, Field>::type;
    constexpr std::size_t alignment = codec<plain, element>::template wire<S>.alignment;
    const checked size = node_pointer<T, Field>::pointee::size(object);
    if (!size.is_count() || size.value() > std::numeric_limits<std::uint32_t>::max()) [[unlikely]]
      return false;
    const auto count = static_cast<std::size_t>(size.value());
    if (!to.has_room(count * sizeof(element))) [[unlikely]]
      return false;
    if constexpr (number_of<Field> != 0 || !is_aligned_after) to.align(sizeof(count_type));
    store_little(to.at, static_cast<count_type>(count));
    to.at += sizeof(count_type);
    if (count == 0) return true;
    if constexpr (alignment > sizeof(count_type)) to.align(alignment);
    copy(to.at, object.*Field::member, count * sizeof(element));
    to.at += count * sizeof(element);
    return true;
  }

  // Reading.

  template <std::size_t I>
  [[gnu::always_inline]] static void load(const std::byte* at, std::byte* memory) {
    constexpr const step& s = list.steps[I];
    if constexpr (s.what == action::pointer) {
      const std::uintptr_t mark = id_at(at + s.wire);  // not null
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
  // Sets the pointer at `place` to a node; null, and nothing is read, where the engine has to.
  [[gnu::always_inline]] static T* node(direct_reader& from, T** place) {
    std::byte* const at = keeps_alignment ? from.at : aligned(from.at, whole.alignment);
    if (!from.has(at, whole.size) || !may_arrive(at, std::index_sequence_for<F...>())) [[unlikely]]
      return nullptr;
    void* memory = at;
    if constexpr (!whole.in_place || alignof(T) > whole.alignment)
      memory = from.allocate(sizeof(T), alignof(T));
    if (memory == nullptr) [[unlikely]]
      return nullptr;
    T* const self = static_cast<T*>(memory);
    load_all(at, *self, indices());
    if (!(is_right<F>(*self) && ...)) [[unlikely]]
      return nullptr;
    *place = self;
    from.at = at + whole.size;
    return self;
  }
  template <class Field>
  [[gnu::always_inline]] static bool array(direct_reader& from, T& object) {
    using element = typename node_pointer<T, Field>::type;
    constexpr std::size_t alignment = codec<plain, element>::template wire<S>.alignment;
    const bool is_aligned = number_of<Field> == 0 && is_aligned_after;
    std::byte* const at = is_aligned ? from.at : aligned(from.at, sizeof(count_type));
    if (!from.has(at, sizeof(count_type))) [[unlikely]]
      return false;
    count_type count;
    std::memcpy(&count, at, sizeof count);
    std::byte* first = at + sizeof count;
    if constexpr (alignment > sizeof count) {
      first = aligned(first, alignment);
      if (!from.has(first, 0)) [[unlikely]]
        return false;
    }
    if (count == 0 || count > static_cast<std::size_t>(from.end - first) / sizeof(element))
        [[unlikely]]
      return false;
    std::byte* const end = first + count * sizeof(element);
    if (!is_count(node_pointer<T, Field>::pointee::size(object), count)) [[unlikely]]
      return false;
    object.*Field::member = reinterpret_cast<element*>(first);
    from.at = end;
    return true;
  }

  // Both.

  enum class outcome : std::uint8_t {
    done,  // the pointee has been written or read, or the pointer is null
    node,  // it is a node, which comes next
    left,  // the engine has to
  };
  // A node that comes next.
  template <class Object>
  struct coming {
    Object** place;  // the pointer to it
    Object* before;  // whose last pointer that is; null: it is the first node, or another pointer
  };

  template <class Field, class Message, class Object>
  [[gnu::always_inline]] static outcome pointee(Message& message, Object& object,
                                                coming<Object>& next, unfinished_stack& left) {
    if (object.*Field::member == nullptr) return outcome::done;
    if constexpr (kind_of<Field> != pointee_kind::node) {
      if (array<Field>(message, object)) [[likely]]
        return outcome::done;
    } else if (is_last<Field> || !left.full()) {
      next = {const_cast<Object**>(&(object.*Field::member)), is_last<Field> ? &object : nullptr};
      if constexpr (!is_last<Field>) left.push(&object, number_of<Field> + 1);
      return outcome::node;
    }
    left.push(&object, number_of<Field>);
    return outcome::left;
  }
  // From the pointer number `from` on. False: it is not `done`.
  template <class Field, class Message, class Object>
  [[gnu::always_inline]] static bool pointee_from(unsigned from, Message& message, Object& object,
                                                  coming<Object>& next, unfinished_stack& left,
                                                  outcome& found) {
    if constexpr (is_pointer<Field>)
      if (number_of<Field> >= from)
        return (found = pointee<Field>(message, object, next, left)) == outcome::done;
    return true;
  }

  // A node and all that it points to, but for what is added to `left`. False: nothing at all.
  template <class Message, class Object>
  [[gnu::always_inline]] static bool walk(Message& message, Object** first,
                                          unfinished_list& to_be_left) {
    Message here = message;
    unfinished_stack left(to_be_left);
    if constexpr (keeps_alignment) {
      if (!here.has_room(whole.size)) return false;
      here.align(whole.alignment);
    }
    coming<Object> next{first, nullptr};
    outcome found = outcome::node;
    while (found == outcome::node) {
      Object* self = node(here, next.place);
      if (self == nullptr) [[unlikely]] {
        if (next.before != nullptr) {
          left.push(next.before, pointers - 1);
        } else if (!left.empty()) {
          const unfinished waiting = left.pop();
          left.push(waiting.object, waiting.from - 1);
        } else {
          message = here;
          return false;
        }
        break;
      }
      found = outcome::done;
      (void)(pointee_from<F>(0, here, *self, next, left, found) && ...);
      while (inner != 0 && found == outcome::done && !left.empty()) {
        const unfinished waiting = left.pop();
        self = static_cast<Object*>(const_cast<void*>(waiting.object));
        const unsigned from = inner == 1 ? after_inner : waiting.from;
        (void)(pointee_from<F>(from, here, *self, next, left, found) && ...);
      }
    }
    message = here;
    return true;
  }
  static bool put(direct_writer& to, const void* object, unfinished_list& left) {
    const T* first = static_cast<const T*>(object);
    return walk(to, &first, left);
  }
  static bool get(direct_reader& from, void* where, unfinished_list& left) {
    return walk(from, static_cast<T**>(where), left);
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
