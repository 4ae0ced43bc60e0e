#ifndef NDR_GET_POINTERS_H
#define NDR_GET_POINTERS_H

#include "engine.h"

namespace rpc::ndr::decoding {

inline void set_pointer(void* place, void* object) { std::memcpy(place, &object, sizeof object); }
inline void* object_at(const void* place) { return const_cast<void*>(pointer_at(place)); }

template <class S, role R>
auto engine<S, R>::load_id(const std::byte* at) -> id_type {
  const auto id = r.load<id_type>(at);
  if constexpr (tracing) r.leaf(at, sizeof id, "referent", text_of_referent(id));
  return id;
}

template <class S, role R>
void engine<S, R>::load_ignored(const std::byte* at, void* place) {
  if constexpr (!client) set_pointer(place, nullptr);
  if constexpr (tracing)
    r.leaf(at, sizeof(id_type), "ignored", text_of_referent(r.load<id_type>(at)));
}

template <class S, role R>
void engine<S, R>::load_pointer(const pointer_descriptor& d, const std::byte* at, void* place,
                                const void* self) {
  const auto id = load_id(at);
  if (d.of_class == pointer_kind::full && id != 0 && id != user_marshal_id)
    return load_full(d, id, place, self);
  if (id != 0) return get_later(d, place, self);
  if (d.of_class == pointer_kind::ref) r.fail(status::bad_stub_data, {"a [ref] pointer is null"});
  correlate_null(*d.to, self);
  clear(place);
}

template <class S, role R>
void engine<S, R>::get_later(const pointer_descriptor& d, void* place, const void* self) {
  room old;
  if constexpr (client) {
    // In [out] data the pointers of the caller's storage mean nothing, but for [ref] ones, which
    // the caller must have set; and what sizes an array there means nothing either.
    void* const object = object_at(place);
    const bool is_ref = d.of_class == pointer_kind::ref;
    old.existing = object != nullptr && (r.existing() || (is_ref && !d.to->size));
    if (d.to->size) old.elements = r.before(d.to->size);
    // Full pointers may lead into what this pointer or its size lies in.
    if (r.known() != nullptr && old.existing && r.existing()) {
      const known_object* const sent = r.known()->find(object, d.to->identity);
      old.existing = sent != nullptr;
      old.elements = sent != nullptr ? checked(sent->room) : checked();
    }
  }
  if (!old.existing) clear(place);
  defer_pointer(d, place, self, nullptr, old);
}

template <class S, role R>
void engine<S, R>::load_full(const pointer_descriptor& d, id_type id, void* place,
                             const void* self) {
  if (r.known() == nullptr)
    return r.fail(status::fault_unspec,
                  {"the frame of an operation with full pointers has no object_table"});
  const auto [object, first] = r.known()->receive(id, d.to->identity);
  if (object == nullptr)
    return r.fail(status::out_of_memory, {"too many pointees of full pointers"});
  if (object->type != d.to->identity)
    return r.fail(status::bad_stub_data, {"the object ", id, " has another type elsewhere"});
  if (!first) {
    lead(place, object->address);
    // Its elements are counted, and it may have to be read, before others can point to it.
    if ((d.to->size || object->address == nullptr) &&
        !r.known()->add_alias(place, *object, d.to->size, self))
      r.fail(status::out_of_memory, {"too many pointees of full pointers"});
    return;
  }
  room old;
  if constexpr (client) {
    // The top-level pointer of an [in, out] parameter is the caller's, whatever its id: what
    // comes back for it goes where it points ("Pointer Types": its actual value is passed).
    if (self == frame_ && object->address == nullptr && r.existing() &&
        object_at(place) != nullptr) {
      if (const known_object* sent = r.known()->find(object_at(place), object->type)) {
        object->address = sent->address;
        object->room = sent->room;
        object->writable = sent->writable;
      }
    }
    old.existing = object->address != nullptr && object->writable;
    old.elements = checked(object->room);
  }
  if (!old.existing) object->address = nullptr;
  lead(place, object->address);
  if (d.to->size) {
    object->size = d.to->size;
    object->self = self;
  }
  defer_pointer(d, place, self, object, old);
}

template <class S, role R>
void engine<S, R>::lead(void* place, void* object) {
  if constexpr (client)
    if (object_at(place) != nullptr && object_at(place) != object)
      r.client()->give_up(place, r.existing(), r.field());
  set_pointer(place, object);
}

template <class S, role R>
void engine<S, R>::clear(void* place) {
  lead(place, nullptr);
}

template <class S, role R>
void engine<S, R>::load_holder(const holder_descriptor& d, const std::byte* at, void* value,
                               const void* self) {
  if (load_id(at) != 0) {
    defer({.what = d.to, .where = value, .self = self});
    return;
  }
  if (!d.nullable) r.fail(status::bad_stub_data, {"a [ref] pointer is null"});
  correlate_null(*d.to, self);
  d.clear(value);
}

template <class S, role R>
void engine<S, R>::load_shared(const shared_descriptor& d, const std::byte* at, void* value,
                               const void* self) {
  const auto id = load_id(at);
  d.clear(value);
  if (id == 0) return;
  const auto read_later = [&] {
    defer({.what = d.to, .where = const_cast<void*>(d.look(value)), .self = self});
  };
  if (id == user_marshal_id) {
    if (d.fill(r, value)) read_later();
    return;
  }
  if (r.known() == nullptr)
    return r.fail(status::fault_unspec,
                  {"the frame of an operation with full pointers has no object_table"});
  const auto [object, first] = r.known()->receive(id, d.to->identity);
  if (object == nullptr)
    return r.fail(status::out_of_memory, {"too many objects of std::shared_ptr"});
  if (object->type != d.to->identity)
    return r.fail(status::bad_stub_data, {"the object ", id, " has another type elsewhere"});
  if (object->owner == nullptr) {
    if (!d.fill(r, value)) return;
    object->address = const_cast<void*>(d.look(value));
    if (!d.own(*r.known(), *object, value))
      return r.fail(status::out_of_memory, {"too many objects of std::shared_ptr"});
  }
  d.share(value, *object);
  if (first)
    read_later();
  else
    r.known()->shared().note_received_alias();
}

template <class S, role R>
void engine<S, R>::correlate(const correlated& by, const void* self, std::uint64_t found,
                             const char* what) {
  r.correlate({by, self, static_cast<std::int64_t>(found), what, by.when});
}

template <class S, role R>
void engine<S, R>::correlate_null(const referent_descriptor& to, const void* self) {
  if (to.may_be_missing) return;
  if (to.size) correlate(to.size, self, 0, nullptr);
  if (to.length) correlate(to.length, self, 0, nullptr);
}

// Deferred referents.

// Whether nothing waits, as after most parameters.
template <class S, role R>
bool engine<S, R>::is_drained() const {
  return !tracing && work_.empty() && !r.waits();
}

template <class S, role R>
void engine<S, R>::drain(bool in_order) {
  read_deferred(0, in_order);
  // After a failure pointers in rows do not stay as they are: they say that they will be set.
  for (std::size_t i = 0; i < work_.size(); ++i)
    if (work_[i].rows.count != 0) get_pointees_of_rows(work_[i]);
  work_.cut(0);
  if constexpr (tracing) r.traced()->resume({});
  r.settle(0, due::with_referents);
  r.settle(0, due::with_sizes);
  r.convert();
}

template <class S, role R>
void engine<S, R>::read_deferred(std::size_t bottom, bool in_order) {
  if (!in_order) work_.reverse(bottom);
  while (work_.size() > bottom && !r.failed()) {
    const deferred next = work_.pop();
    if (R == role::server && is_simple(*next.what) && may_follow()) {
      if (!get_directly(next)) get_graph(next, bottom);
      continue;
    }
    if (R == role::server && may_follow() && get_flat(next)) continue;
    const std::size_t mark = work_.size();
    if constexpr (tracing) r.traced()->resume(next.place);
    r.begin_referent(next.field);
    run(next);
    if (r.failed() && next.field != nullptr) r.at(next.field);
    work_.reverse(mark);
  }
}

template <class S, role R>
void engine<S, R>::run(const deferred& next) {
  const std::size_t mark = r.correlations();
  room old;
  if constexpr (client) old = next.old;
  if (next.what->fill == nullptr) {
    get_referent(*next.what, next.where, next.self, old);
  } else if (void* object = next.what->fill(r, next.where)) {
    get(*next.what->element, object, next.self);
  }
  // A structure's members are all there when its referents are read; a frame's need not be.
  if (!next.what->in_frame) r.settle(mark, due::with_members);
  // An object of the client may hold the pointer itself, which by now points elsewhere.
  if (next.object != nullptr && !old.existing) next.object->address = object_at(next.where);
}

template <class S, role R>
void engine<S, R>::defer_pointer(const pointer_descriptor& d, void* place, const void* self,
                                 known_object* object, [[maybe_unused]] const room& old) {
  deferred next{.what = d.to, .where = place, .self = self, .object = object};
  if constexpr (client) next.old = old;
  defer(next);
}

// Client: what `use` reads is new, and lies in one block with all that it points to: it is read
// twice, to find out how large the block must be, and then into the block.
template <class S, role R>
template <class Use>
void engine<S, R>::read_into_block(Use use) {
  const reader::place begin = r.here();
  const std::size_t waiting = work_.size();
  const auto before = r.client()->begin_measuring();
  use();
  read_deferred(waiting);
  if (r.failed()) return;
  r.go_back(begin);
  if (!r.client()->begin_block(before)) return r.out_of_memory(r.client()->joint().measured());
  use();
  read_deferred(waiting);
  r.client()->end_block();
}

template <class S, role R>
template <class Use>
void engine<S, R>::allocate_as(allocation how, const room& old, Use use) {
  if constexpr (!client) {
    server_storage& storage = *r.server();
    const allocation outer = storage.exchange_allocation(how);
    const std::size_t mark = work_.size();
    if (concerns_all_nodes(outer)) storage.exchange_allocation(outer);
    use();
    if (concerns_all_nodes(how) && !concerns_all_nodes(outer)) read_deferred(mark);
    storage.exchange_allocation(outer);
  } else if (r.streams() || r.known() != nullptr) {
    use();  // what has been read cannot be forgotten
  } else {
    const bool fresh = !old.existing || !r.existing();
    if (how == allocation::together && fresh && !r.client()->joint())
      read_into_block(use);
    else
      use();
  }
}

// Parameters.

template <class S, role R>
std::uint64_t engine<S, R>::take_id() {
  const std::byte* at = r.take(sizeof(id_type), sizeof(id_type));
  return at == nullptr ? 0 : r.load<id_type>(at);
}

template <class S, role R>
void engine<S, R>::get_parameter(const parameter_descriptor& p, void* value, void* frame,
                                 bool request) {
  [[maybe_unused]] const auto scope = enter(p.name);
  frame_ = frame;
  if (R == role::server && p.kind == parameter_kind::reference && is_simple(*p.to) &&
      may_follow()) {
    get_graph({.what = p.to, .where = value, .self = frame}, 0);
    if (!is_drained()) drain(true);
    return;
  }
  switch (p.kind) {
    case parameter_kind::value:
      // Most parameters are numbers, which nothing follows.
      if (p.of->kind == construct::number) {
        if (const std::byte* at = r.take(p.of->size, p.of->size)) load_number(*p.of, at, value);
        return;
      }
      get(*p.of, value, frame);
      break;
    case parameter_kind::passed: get_passed(p, value, frame); break;
    case parameter_kind::reference: get_reference(p, value, frame); break;
    case parameter_kind::reseatable: get_reseatable(p, value, frame); break;
    case parameter_kind::partial_ignore: get_partly_ignored(p, value, frame, request); break;
    case parameter_kind::pipe: return;
  }
  drain();
}

// A pointer that may be null is the caller's own as a parameter: if it was null, nothing would
// receive what the response says that it points to.
template <class S, role R>
void engine<S, R>::get_passed(const parameter_descriptor& p, void* value, void* frame) {
  if constexpr (client)
    if (r.existing() && pointer_at(value) == nullptr) {
      if (take_id() != 0)
        r.fail(status::bad_stub_data, {"the pointer was null, and comes back with an object"});
      return;
    }
  get(*p.of, value, frame);
}

template <class S, role R>
void engine<S, R>::get_reference(const parameter_descriptor& p, void* value, void* frame) {
  room old;
  if constexpr (client) {
    if (p.byte_count) {
      // What arrives lies in the caller's buffer with all that it points to, and nothing in there
      // points anywhere yet.
      const std::span buffer(static_cast<std::byte*>(object_at(value)),
                             static_cast<std::size_t>(p.byte_count(frame).value()));
      std::ranges::fill(buffer, std::byte{});
      r.client()->allocate_in(buffer.subspan(extent_of(*p.to, frame)));
    }
    old.existing = true;
    if (p.to->size) old.elements = r.before(p.to->size);
  }
  get_referent(*p.to, value, frame, old);
}

template <class S, role R>
void engine<S, R>::get_reseatable(const parameter_descriptor& p, void* value, void* frame) {
  void* to = object_at(value);
  if constexpr (!client) {
    to = r.allocate(value, sizeof(void*), alignof(void*), false);
    if (to == nullptr) return;
    set_pointer(value, to);
  } else if (r.existing()) {
    r.client()->give_up(to, r.existing(), r.field());
  }
  get_referent(*p.to, to, frame, {});
}

// In the request 1 or 0, of the size of a referent id. The response is that of a [unique] pointer
// to [out] data.
template <class S, role R>
void engine<S, R>::get_partly_ignored(const parameter_descriptor& p, void* value, void* frame,
                                      bool request) {
  if (request) {
    // Until its memory is prepared the pointer points to what says that it points somewhere.
    std::byte* at = r.take(sizeof(id_type), sizeof(id_type));
    if (at != nullptr) set_pointer(value, load_id(at) == 0 ? nullptr : at);
    return;
  }
  if constexpr (client) {
    if (pointer_at(value) != nullptr) {
      if (take_id() == 0) return;
      r.set_existing(false);
      room old{.existing = true};
      if (p.to->size) old.elements = r.before(p.to->size);
      return get_referent(*p.to, value, frame, old);
    }
  }
  get_passed(p, value, frame);
}

}  // namespace rpc::ndr::decoding

#endif  // NDR_GET_POINTERS_H
