#ifndef RPC_NDR_SHARED_POINTER_H
#define RPC_NDR_SHARED_POINTER_H

#include <rpc/ndr/correlation.h>
#include <rpc/ndr/dismantle.h>
#include <rpc/ndr/form.h>
#include <rpc/ndr/objects.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/shape.h>
#include <rpc/ndr/text.h>
#include <rpc/ndr/writer.h>

#include <cstddef>
#include <memory>

namespace rpc::ndr {

/// std::shared_ptr: [ptr], whose objects have one owner in all pointers to them. Plain pointers,
/// which own nothing, lead to others.
template <class Pointee, class T>
struct codec<full<Pointee>, std::shared_ptr<T>> {
  using holder = std::shared_ptr<T>;

  template <class S>
  static constexpr form wire{.alignment = sizeof(typename S::referent),
                             .size = sizeof(typename S::referent)};

  template <class Reader, class Self>
  static void load(Reader& r, const std::byte* at, holder& value, const Self& self) {
    static_assert(Reader::objects::kept, "the operation's frame has no object_table");
    const auto id = r.template load<typename Reader::referent_type>(at);
    if constexpr (Reader::tracing)
      r.leaf(at, sizeof id, "referent", [&] { return text_of_referent(id); });
    detail::dismantle(value);
    value.reset();
    if (id == 0) return;
    if (id == user_marshal_id) {
      if ((value = make(r)) != nullptr) read_later(r, value.get(), self);
      return;
    }
    const auto [object, first] = r.known().table.receive(id, type);
    if (object == nullptr) return fail_for_memory(r);
    if (object->type != type)
      return r.fail(status::bad_stub_data, {"the object ", id, " has another type elsewhere"});
    if (object->owner == nullptr) {
      const holder made = make(r);
      if (made == nullptr) return;
      object->address = made.get();
      if (!own(r, *object, made)) return fail_for_memory(r);
    }
    value = std::static_pointer_cast<T>(*object->owner);
    if (first) {
      read_later(r, value.get(), self);
    } else {
      r.known().table.shared().note_received_alias();
    }
  }

 private:
  static constexpr const void* type = object_type<Pointee, holder>;

  template <class Engine>
  static bool own(Engine& e, known_object& object, const holder& value) {
    return object.owner != nullptr || e.known().table.own(object, value, detail::shared_type_of<T>);
  }

  template <class Engine>
  static void fail_for_memory(Engine& e) {
    e.fail(status::out_of_memory, {"too many objects of std::shared_ptr"});
  }

  /// A new object; null and a failure if the budget is used up.
  template <class Reader>
  static holder make(Reader& r) {
    constexpr std::size_t counts = 2 * sizeof(void*);
    return r.charge(sizeof(T) + counts) ? std::make_shared<T>() : nullptr;
  }

  template <class Reader, class Self>
  static void read_later(Reader& r, T* object, const Self& self) {
    r.defer({&get_deferred<Reader, Self>, object, &self, {}});
  }

  template <class Reader, class Self>
  static void get_deferred(Reader& r, const typename Reader::deferred& d) {
    const std::size_t mark = r.correlations();
    ndr::get<Pointee>(r, *static_cast<T*>(d.where), *static_cast<const Self*>(d.self));
    if constexpr (!frame<Self>) r.settle(mark, due::with_members);
  }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_SHARED_POINTER_H
