#include <rpc/ndr/objects.h>
#include <rpc/ndr/slot.h>

#include <algorithm>
#include <functional>
#include <limits>
#include <random>
#include <utility>

namespace rpc::ndr {
namespace {

// Chosen by this process, so that no peer can tell which ids collide.
struct seed {
  std::uint64_t first, second;
};
const seed& process_seed() {
  static const seed chosen = [] {
    std::random_device device;
    const auto draw = [&] { return (std::uint64_t{device()} << 32) | device(); };
    return seed{draw(), draw() | 1};
  }();
  return chosen;
}

std::size_t hash(std::uint64_t a, std::uint64_t b) {
  __extension__ using wide = unsigned __int128;
  const seed& s = process_seed();
  const wide product = wide{a ^ s.first} * ((b * 0x9E3779B97F4A7C15) ^ s.second);
  std::uint64_t mixed =
      static_cast<std::uint64_t>(product >> 64) ^ static_cast<std::uint64_t>(product);
  mixed ^= mixed >> 32;
  mixed *= s.second | 1;
  return static_cast<std::size_t>(mixed ^ (mixed >> 29));
}

std::size_t hash_of_id(const known_object& o) { return hash(o.id, 0); }
std::size_t hash_of_place(const void* address, const void* type) {
  return hash(reinterpret_cast<std::uintptr_t>(address), reinterpret_cast<std::uintptr_t>(type));
}
std::size_t hash_of_address(const known_object& o) { return hash_of_place(o.address, o.type); }

constexpr std::size_t first_capacity = 16;

}  // namespace

template <class Key>
bool object_table::insert(index& in, known_object* object, Key key) {
  // Three quarters full at most.
  if (4 * (in.used + 1) > 3 * in.capacity) {
    const std::size_t capacity = std::max(first_capacity, 2 * in.capacity);
    void* const memory =
        memory_->allocate_zeroed(capacity * sizeof(known_object*), alignof(known_object*));
    if (memory == nullptr) return false;
    index larger{static_cast<known_object**>(memory), capacity};
    // In the order in which they were met: of two objects at one place the first is found.
    for (known_object* o = first_; larger.used < in.used; o = o->next) insert(larger, o, key);
    larger.last = in.last;
    in = larger;
  }
  std::size_t at = key(*object) & (in.capacity - 1);
  while (in.slots[at] != nullptr) at = (at + 1) & (in.capacity - 1);
  in.slots[at] = object;
  ++in.used;
  return true;
}

// An index is made when it is needed first: most messages are sent or received only. Objects that
// are being received wait until they have the property.
template <class Key>
bool object_table::catch_up(index& in, Key key) {
  const bool by_address = &in == &by_address_;
  for (known_object* o = in.last == nullptr ? first_ : in.last->next; o != nullptr; o = o->next) {
    if (by_address && o->address == nullptr) break;
    if (!insert(in, o, key)) return false;
    in.last = o;
  }
  return true;
}

known_object* object_table::add(void* address, const void* type, std::uint64_t id,
                                std::uint32_t room) {
  if (count_ == limit_) return nullptr;
  void* const memory = memory_->allocate(sizeof(known_object), alignof(known_object));
  if (memory == nullptr) return nullptr;
  auto* const added =
      ::new (memory) known_object{nullptr, address, type, id, {}, nullptr, room, message_, true};
  (last_ == nullptr ? first_ : last_->next) = added;
  last_ = added;
  ++count_;
  return added;
}

void object_table::set_memory(arena& memory) {
  constexpr auto destroy = [](void* shared, std::size_t) noexcept {
    static_cast<shared_objects*>(shared)->~shared_objects();
  };
  memory_ = &memory;
  shared_ = nullptr;
  void* const at = memory.allocate(sizeof(shared_objects), alignof(shared_objects));
  // Before all objects of the call, so that it is destroyed after them.
  if (at != nullptr && memory.destroy_at_release(destroy, at, 1))
    shared_ = ::new (at) shared_objects(true);
}

bool object_table::own(known_object& object, std::shared_ptr<void> pointer,
                       const detail::shared_type& type) {
  if (shared_ != nullptr) object.owner = shared_->keep(*memory_, std::move(pointer), type);
  return object.owner != nullptr;
}

known_object* object_table::find(std::uint64_t id) {
  if (!catch_up(by_id_, hash_of_id) || by_id_.capacity == 0) return nullptr;
  const std::size_t mask = by_id_.capacity - 1;
  for (std::size_t at = hash(id, 0) & mask; by_id_.slots[at] != nullptr; at = (at + 1) & mask)
    if (by_id_.slots[at]->id == id) return by_id_.slots[at];
  return nullptr;
}

known_object* object_table::find(const void* address, const void* type) {
  if (!catch_up(by_address_, hash_of_address) || by_address_.capacity == 0) return nullptr;
  const std::size_t mask = by_address_.capacity - 1;
  for (std::size_t at = hash_of_place(address, type) & mask; by_address_.slots[at] != nullptr;
       at = (at + 1) & mask) {
    known_object* const o = by_address_.slots[at];
    if (o->address == address && o->type == type) return o;
  }
  return nullptr;
}

std::uint64_t object_table::unused_id() {
  do {
    ++last_id_;
  } while (last_id_ == user_marshal_id || (received_ && find(last_id_) != nullptr));
  return last_id_;
}

object_table::meeting object_table::send(const void* address, const void* type, std::uint32_t room,
                                         bool writable) {
  // One place may hold arrays of several sizes, each an object of its own in one message. A later
  // message may send fewer elements of the same.
  known_object* found = nullptr;
  if (std::exchange(moved_, false)) by_address_ = {};
  if (catch_up(by_address_, hash_of_address) && by_address_.capacity != 0) {
    const std::size_t mask = by_address_.capacity - 1;
    for (std::size_t at = hash_of_place(address, type) & mask; by_address_.slots[at] != nullptr;
         at = (at + 1) & mask) {
      known_object* const o = by_address_.slots[at];
      if (o->address != address || o->type != type) continue;
      if (o->message == message_ && o->id != 0 ? o->room == room : o->room >= room) found = o;
      if (found != nullptr) break;
    }
  }
  if (found == nullptr) {
    found = add(const_cast<void*>(address), type, unused_id(), room);
    if (found == nullptr) return {nullptr, false};
    found->writable = writable;
    return {found, true};
  }
  found->writable = found->writable && writable;
  const bool first = found->id == 0 || found->message != message_;
  if (found->id == 0) found->id = unused_id();
  found->message = message_;
  found->room = room;
  return {found, first};
}

object_table::meeting object_table::receive(std::uint64_t id, const void* type) {
  received_ = true;
  moved_ = true;
  known_object* found = find(id);
  // How much there is of an object without size_is, the object itself tells.
  if (found == nullptr)
    return {add(nullptr, type, id, std::numeric_limits<std::uint32_t>::max()), true};
  const bool first = found->message != message_;
  found->message = message_;
  return {found, first};
}

std::vector<const void*> object_table::met() const {
  std::vector<const void*> places;
  for (const known_object* o = first_; o != nullptr; o = o->next)
    if (o->message == message_ && o->id != 0) places.push_back(o->address);
  std::ranges::sort(places, std::less<>());
  return places;
}

void object_table::release(std::vector<const void*> places) {
  std::ranges::sort(places, std::less<>());
  for (known_object* o = first_; o != nullptr; o = o->next) {
    if (o->owner != nullptr || !std::ranges::binary_search(places, o->address, std::less<>()))
      continue;
    o->released = true;
    o->address = o;  // where nothing else can be
    moved_ = true;
  }
}

std::vector<std::uint64_t> object_table::released() const {
  std::vector<std::uint64_t> ids;
  for (const known_object* o = first_; o != nullptr; o = o->next)
    if (o->released) ids.push_back(o->id);
  return ids;
}

std::optional<std::vector<void*>> object_table::sent(std::span<const std::uint64_t> ids) {
  std::vector<void*> places;
  for (const std::uint64_t id : ids) {
    const known_object* const o = id != 0 ? find(id) : nullptr;
    if (o == nullptr || o->message == message_ || o->owner != nullptr) return std::nullopt;
    places.push_back(o->address);
  }
  std::ranges::sort(places, std::less<>());
  places.erase(std::ranges::unique(places).begin(), places.end());
  for (const void* place : ids.empty() ? std::vector<const void*>() : met())
    if (std::ranges::binary_search(places, place, std::less<>())) return std::nullopt;
  return places;
}

bool object_table::remember(const void* address, const void* type, std::uint32_t room) {
  if (message_ != 1 || find(address, type) != nullptr) return true;
  return add(const_cast<void*>(address), type, 0, room) != nullptr;
}

bool object_table::add_alias(void* where, const known_object& object, const expression& size,
                             const void* self) {
  void* const memory = memory_->allocate(sizeof(alias), alignof(alias));
  if (memory == nullptr) return false;
  aliases_ = ::new (memory) alias{aliases_, where, &object, size, self};
  return true;
}

bool object_table::link_aliases() {
  for (; aliases_ != nullptr; aliases_ = aliases_->next) {
    const known_object& o = *aliases_->object;
    if (aliases_->size) {
      const checked same = o.size(o.self) == aliases_->size(aliases_->self);
      if (same.value() != 1) return false;
    }
    slot<void>(aliases_->where).set(o.address);
  }
  for (known_object* o = first_; o != nullptr; o = o->next) {
    if (!o->size) continue;
    o->room = as_room(o->size(o->self));
    o->size = {};
  }
  return true;
}

}  // namespace rpc::ndr
