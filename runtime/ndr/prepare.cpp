#include <rpc/call_memory.h>
#include <rpc/memory.h>
#include <rpc/ndr/correlation.h>
#include <rpc/ndr/failure.h>
#include <rpc/ndr/frame.h>

#include <algorithm>
#include <cstring>
#include <limits>

#include "descriptors.h"
#include "members.h"
#include "memory.h"

namespace rpc::ndr {
namespace {

/// Prepares the memory of results. The sizes are the peer's, so they are charged to the budget of
/// the call.
class preparer {
 public:
  preparer(arena& memory, failure& f) : memory_(memory), failure_(f) {}

  void prepare(const parameter_descriptor& p, void* value, const void* frame);
  void fail(status code, std::initializer_list<word> words) { failure_.set(code, words); }

 private:
  // What lies in place. False where the type never needs memory, so that one of many tells of all.
  bool prepare(const descriptor& d, void* value, const void* self);
  bool prepare_elements(const descriptor& element, void* first, std::uint64_t count,
                        const void* self);
  bool prepare_span(const sequence_descriptor& d, void* span, const void* self);
  // What a pointer is to point to, in at least `least` bytes; null and a failure if there is no
  // memory for it.
  void* referent(const referent_descriptor& to, const void* self, std::size_t least);
  // Zeroed memory for objects of a type that `make` constructs, or null and a failure.
  void* objects(const descriptor& element, constructor make, checked count, std::size_t least,
                const referent_descriptor* to);
  void* zeroed(std::size_t size, std::size_t alignment, const referent_descriptor* to);

  arena& memory_;
  failure& failure_;
};

void set_pointer(void* place, void* object) { std::memcpy(place, &object, sizeof object); }

void preparer::prepare(const parameter_descriptor& p, void* value, const void* frame) {
  switch (p.kind) {
    case parameter_kind::value: prepare(*p.of, value, frame); return;
    case parameter_kind::reference: {
      checked least = 0;
      if (p.byte_count) least = p.byte_count(frame);
      if (!least.is_count()) return fail(status::bad_stub_data, {"byte_count is ", least.value()});
      // Objects here may take more than those of the client, who chose the size.
      return set_pointer(value, referent(*p.to, frame, static_cast<std::size_t>(least.value())));
    }
    case parameter_kind::reseatable: {  // the callee provides the object, but for one of known size
      void* const to = zeroed(sizeof(void*), alignof(void*), nullptr);
      set_pointer(value, to);
      if (to == nullptr) return fail(status::out_of_memory, {"the call's budget is used up"});
      if (!is_open(*p.to)) set_pointer(to, referent(*p.to, frame, 0));
      return;
    }
    case parameter_kind::partial_ignore:  // where the client's pointer is null, none is asked for
      if (pointer_at(value) != nullptr) set_pointer(value, referent(*p.to, frame, 0));
      return;
    case parameter_kind::passed:
    case parameter_kind::pipe: return;
  }
}

bool preparer::prepare(const descriptor& d, void* value, const void* self) {
  switch (d.kind) {
    case construct::pointer: {
      const auto& pointer = as<pointer_descriptor>(d);
      if (pointer.of_class != pointer_kind::ref) return false;
      set_pointer(value, referent(*pointer.to, self, 0));
      return true;
    }
    case construct::holder: {
      const auto& holder = as<holder_descriptor>(d);
      const descriptor& held = *holder.to->element;
      return !holder.nullable && held.kind == construct::sequence &&
             prepare_span(as<sequence_descriptor>(held), value, self);
    }
    case construct::sequence: return prepare_span(as<sequence_descriptor>(d), value, self);
    case construct::structure: {
      if (d.in(syntax::ndr20).verbatim) return false;
      bool any = false;
      for (const step& s : as<structure_descriptor>(d).members[0])
        if (prepare(*s.member, const_cast<std::byte*>(place_of(s, value)), value)) any = true;
      return any;
    }
    case construct::array:
    case construct::varying: {
      const auto& array = as<array_descriptor>(d);
      return prepare_elements(*array.element, value, array.count, self);
    }
    // These hold no [ref] pointer, or are empty until the implementation fills them; and which arm
    // a union will hold is not known.
    case construct::number:
    case construct::boolean:
    case construct::enumeration:
    case construct::int3264:
    case construct::ranged:
    case construct::ignored:
    case construct::shared:
    case construct::context:
    case construct::characters:
    case construct::tail:
    case construct::varying_tail:
    case construct::string_tail:
    case construct::switched:
    case construct::encapsulated:
    case construct::variant:
    case construct::text:
    case construct::presented:
    case construct::deletions: return false;
  }
  __builtin_unreachable();
}

bool preparer::prepare_elements(const descriptor& element, void* first, std::uint64_t count,
                                const void* self) {
  auto* at = static_cast<std::byte*>(first);
  for (std::uint64_t i = 0; i < count && !failure_; ++i, at += element.size)
    if (!prepare(element, at, self)) return false;
  return true;
}

bool preparer::prepare_span(const sequence_descriptor& d, void* span, const void* self) {
  if (!d.total) return false;
  const checked count = d.total(self);
  void* const first = objects(*d.element, d.make, count, 0, nullptr);
  if (first == nullptr) return true;
  const auto number = static_cast<std::size_t>(count.value());
  prepare_elements(*d.element, first, number, self);
  d.refer(span, first, number);
  return true;
}

void* preparer::referent(const referent_descriptor& to, const void* self, std::size_t least) {
  const checked count = count_of(to, self);
  void* const first = objects(*to.element, to.make, count, least, &to);
  if (first != nullptr)
    prepare_elements(*to.element, first, static_cast<std::uint64_t>(count.value()), self);
  return first;
}

void* preparer::objects(const descriptor& element, constructor make, checked count,
                        std::size_t least, const referent_descriptor* to) {
  if (!count.is_count()) {
    fail_size(*this, status::bad_stub_data, count);
    return nullptr;
  }
  const auto number = static_cast<std::uint64_t>(count.value());
  void* memory = nullptr;
  if (number <= std::numeric_limits<std::size_t>::max() / element.size)
    memory = zeroed(std::max(static_cast<std::size_t>(number) * element.size, least),
                    element.alignment, to);
  if (memory == nullptr) {
    fail(status::out_of_memory, {"the call's budget has no room for ", number, " elements"});
    return nullptr;
  }
  if (make != nullptr) memory = make(memory_, memory, static_cast<std::size_t>(number));
  if (memory == nullptr) fail(status::out_of_memory, {"the call's budget is used up"});
  return memory;
}

void* preparer::zeroed(std::size_t size, std::size_t alignment, const referent_descriptor* to) {
  void* memory = nullptr;
  if (to != nullptr && to->allocated && to->how != allocation::together) {
    memory = memory_.allocate_separate(size, to->how == allocation::kept);
    if (memory != nullptr) std::memset(memory, 0, size);
  } else {
    memory = memory_.allocate_zeroed(size, alignment);
  }
  if (memory != nullptr && memory_.record() != nullptr) memory_.record()->count_allocated(size);
  return memory;
}

// A [ref] pointer to a number that lies with the rest of the call's memory.
bool is_plain(const parameter_descriptor& p) {
  return p.kind == parameter_kind::reference && !p.byte_count && !p.to->allocated;
}

}  // namespace

void prepare_results(const frame_descriptor& of, void* frame, arena& memory) {
  prepare_results(of, places(of, frame), frame, memory);
}

void prepare_results(const frame_descriptor& of, const places& members, void* frame,
                     arena& memory) {
  if (!of.prepares) return;
  failure f;
  preparer p(memory, f);
  const bool plain = of.numbers_out && memory.record() == nullptr;
  each_parameter(of, members, [&](const parameter_descriptor& each, const void* member) {
    const bool is_result = each.is_out && !each.is_in && !each.is_result;
    if (!is_result && each.kind != parameter_kind::partial_ignore) return;
    if (plain && is_plain(each)) {
      void* const number = memory.allocate(sizeof(std::uint64_t), alignof(std::uint64_t));
      if (number != nullptr) {
        std::memset(number, 0, sizeof(std::uint64_t));
        return set_pointer(const_cast<void*>(member), number);
      }
    }
    if (memory.record() != nullptr) memory.record()->begin_parameter(each.name);
    p.prepare(each, const_cast<void*>(member), frame);
    if (!f) return;
    f.at(each.name);
    raise(of, f);
  });
}

}  // namespace rpc::ndr
