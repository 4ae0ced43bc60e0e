#ifndef RPC_NDR_OBJECTS_H
#define RPC_NDR_OBJECTS_H

#include <rpc/memory.h>
#include <rpc/ndr/checked.h>
#include <rpc/ndr/expression.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/shared_objects.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace rpc::ndr {

/// Full pointers of all types: an id with this value names nothing, each occurrence has a referent
/// of its own. Windows sends it for what wire_marshal routines marshal.
inline constexpr std::uint64_t user_marshal_id = 0x72657355;  // "User"

/// One object that pointers of a call point to.
struct known_object {
  known_object* next;  ///< in the order in which they were met
  void* address;       ///< null until there is one
  const void* type;    ///< see object_type
  std::uint64_t id;    ///< the referent id; 0: has none
  expression size;     ///< of an array that is being received: its size_is, over `self`
  const void* self;
  std::uint32_t room;                            ///< elements that an array or string has
  std::uint16_t message;                         ///< the last message that brought it, or sent it
  bool writable;                                 ///< not const in the client
  const std::shared_ptr<void>* owner = nullptr;  ///< of the pointee of a std::shared_ptr
  bool released = false;                         ///< by the implementation; it is nowhere then
};

/// The pointees of the full pointers of one call, from its request to its response (C706
/// 14.3.10 and 14.3.12): which referent id is of which object. The ids are the client's for what
/// the client has sent, so that the response may speak of the client's own objects.
///
/// An object is known by address and type, so that a structure and its first member are two. Ids
/// and addresses may be the peer's choice, so the hash has a random seed. Memory comes
/// from an arena, whose budget it is charged to.
class object_table {
 public:
  object_table() = default;
  object_table(const object_table&) = delete;
  object_table& operator=(const object_table&) = delete;

  /// At most this many objects in one call.
  static constexpr std::size_t default_limit = std::size_t{1} << 20;
  void set_limit(std::size_t objects) { limit_ = objects; }

  /// Memory for the table; without this its own, which has no budget. Pointees of
  /// std::shared_ptr are those of a server's call then, and dropped with this memory.
  void set_memory(arena& memory);

  /// The next message begins: the request is the first one.
  void begin_message() { ++message_; }

  /// An object and whether this message has not met it before; null if the limit is reached or no
  /// memory is left.
  struct meeting {
    known_object* object;
    bool first;
  };
  /// For a sender: an object at `address` that holds `room` elements.
  meeting send(const void* address, const void* type, std::uint32_t room, bool writable);
  /// For a receiver: the object that the peer calls `id`, which is not zero; has another type if
  /// the peer is wrong.
  meeting receive(std::uint64_t id, const void* type);

  /// Client: in the request, the pointee of a pointer of another class. False as above.
  bool remember(const void* address, const void* type, std::uint32_t room);
  /// An object that the request has sent or remembered, or null. Full pointers may lead into other
  /// objects, so in the response no size or pointer in memory can be trusted; this can.
  known_object* find(const void* address, const void* type);
  /// Where the objects are that this message has brought or sent, in the order of std::less.
  [[nodiscard]] std::vector<const void*> met() const;

  // What follows serves [reflect_deletions].

  /// Server: the implementation has released these places. The objects that the request has brought
  /// there are not known any more; what lies there now is another object.
  void release(std::vector<const void*> places);
  /// The ids of those objects.
  [[nodiscard]] std::vector<std::uint64_t> released() const;
  /// Client: where the objects of these ids are, each place once. Nothing if one of them was not
  /// sent, belongs to a std::shared_ptr, or if the response has brought it or refers to its place.
  [[nodiscard]] std::optional<std::vector<void*>> sent(std::span<const std::uint64_t> ids);

  /// Keeps the object of a std::shared_ptr as long as the table, or its memory. False if no memory
  /// is left.
  bool own(known_object& object, std::shared_ptr<void> pointer, const detail::shared_type& type);
  /// Those objects, of which there is one at least.
  shared_objects& shared() { return *shared_; }

  /// Receiver: the pointer at `where` is to point to `object`, whose elements must be as many as
  /// `size` says, if it says something. False if no memory is left.
  bool add_alias(void* where, const known_object& object, const expression& size, const void* self);
  /// Receiver: all has been read. Sets those pointers; false if a size is wrong.
  bool link_aliases();

 private:
  struct alias {
    alias* next;
    void* where;
    const known_object* object;
    expression size;
    const void* self;
  };
  // Objects by one of their properties, in open addressing.
  struct index {
    known_object** slots = nullptr;
    std::size_t capacity = 0;  // a power of two, or 0
    std::size_t used = 0;
    known_object* last = nullptr;  // which is the last one here
  };

  known_object* add(void* address, const void* type, std::uint64_t id, std::uint32_t room);
  template <class Key>
  bool catch_up(index& in, Key key);
  template <class Key>
  bool insert(index& in, known_object* object, Key key);
  known_object* find(std::uint64_t id);
  std::uint64_t unused_id();

  arena own_;
  arena* memory_ = &own_;
  shared_objects own_shared_{false};
  shared_objects* shared_ = &own_shared_;  // null: no memory for them
  std::size_t limit_ = default_limit;
  std::size_t count_ = 0;
  known_object* first_ = nullptr;
  known_object* last_ = nullptr;
  index by_id_;
  index by_address_;
  alias* aliases_ = nullptr;
  std::uint64_t last_id_ = 0;
  std::uint16_t message_ = 0;
  bool received_ = false;
  bool moved_ = false;  // objects may have other addresses than by_address_ has
};

/// Arrays that differ in the functions of their own counts, or in what the receiver checks, make
/// objects of one type: each alias is checked (add_alias). What is beneath has one size, whichever
/// pointer led there, so its functions count.
template <class Element>
struct counted_array {};
template <class Element>
struct counted_part {};
template <class Shape>
struct object_shape;
template <uncounted_shape Shape>
struct object_shape<Shape> {
  using type = Shape;
};
template <std::size_t N, auto Length, auto First, class E>
struct object_shape<varying<N, Length, First, E>> {
  using type = varying<N, Length, First, E>;
};
template <auto Size, class E>
struct object_shape<conformant<Size, E>> {
  using type = counted_array<E>;
};
template <auto Size>
struct object_shape<sized_string<Size>> {
  using type = counted_array<string>;
};
template <auto Size, auto Length, auto First, class E>
struct object_shape<conformant_varying<Size, Length, First, E>> {
  using type = counted_part<E>;
};
template <qualifying_shape Shape>
struct object_shape<Shape> : object_shape<typename Shape::qualified> {};
template <class Shape, class T>
inline char object_type_name{};
/// What a T travels as if it is a pointee, for comparison.
template <class Shape, class T>
constexpr const void* object_type = &object_type_name<typename object_shape<Shape>::type, T>;

/// A size as the room of an object.
inline std::uint32_t as_room(checked size) {
  constexpr std::int64_t most = std::numeric_limits<std::uint32_t>::max();
  return static_cast<std::uint32_t>(std::clamp(size.value(), std::int64_t{0}, most));
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_OBJECTS_H
