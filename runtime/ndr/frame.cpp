#include <rpc/call_memory.h>
#include <rpc/error.h>
#include <rpc/ndr/frame.h>
#include <rpc/ndr/reader.h>
#include <rpc/ndr/storage.h>

#include <algorithm>

#include "descriptors.h"
#include "members.h"
#include "memory.h"
#include "numbers.h"
#include "places.h"

namespace rpc::ndr {
namespace {

// Of an array whose pointer the implementation cannot change: one that a parameter points to.
bool has_granted_size(const parameter_descriptor& p) {
  if (!p.is_out || p.is_result) return false;
  if (p.kind != parameter_kind::reference && p.kind != parameter_kind::partial_ignore) return false;
  return p.to->size || is_open(*p.to);
}

checked size_now(const parameter_descriptor& p, const void* value, const void* frame) {
  if (p.to->size) return p.to->size(frame);
  const void* const object = pointer_at(value);
  return object == nullptr ? checked(0) : open_count(*p.to->element, object);
}

// Calls `use` with each parameter that has a granted size, and that size.
template <class Use>
void each_size(const frame_descriptor& of, const void* frame, Use use) {
  each_parameter(of, frame, [&](const parameter_descriptor& p, const void* member) {
    if (has_granted_size(p)) use(p, size_now(p, member, frame));
  });
}

// Calls `use(context_use, slot, value)` with the context handles at a place, and with those that
// pointers there point to.
template <class Use>
void each_context(const descriptor& d, const void* value, const void* self, Use& use);

template <class Use>
void each_context(const referent_descriptor& to, const void* first, const void* self, Use& use) {
  const construct kind = to.element->kind;
  if (first == nullptr || (kind != construct::context && kind != construct::pointer &&
                           kind != construct::array && kind != construct::varying))
    return;
  const checked count = count_of(to, self);
  const auto* element = static_cast<const std::byte*>(first);
  for (std::int64_t i = 0; count.is_count() && i < count.value(); ++i, element += to.element->size)
    each_context(*to.element, element, self, use);
}

template <class Use>
void each_context(const descriptor& d, const void* value, const void* self, Use& use) {
  switch (d.kind) {
    case construct::context:
      return use(*as<context_descriptor>(d).use, value, const_cast<void*>(pointer_at(value)));
    case construct::pointer:
      return each_context(*as<pointer_descriptor>(d).to, pointer_at(value), self, use);
    case construct::array:
    case construct::varying: {
      const auto& array = as<array_descriptor>(d);
      return each_context(
          {.kind = referent_kind::array, .element = array.element, .count = array.count}, value,
          self, use);
    }
    // Context handles are parameters: they are no members (C706 4.2.16.6).
    case construct::number:
    case construct::boolean:
    case construct::enumeration:
    case construct::int3264:
    case construct::ranged:
    case construct::ignored:
    case construct::holder:
    case construct::shared:
    case construct::structure:
    case construct::characters:
    case construct::tail:
    case construct::varying_tail:
    case construct::string_tail:
    case construct::switched:
    case construct::encapsulated:
    case construct::variant:
    case construct::sequence:
    case construct::text:
    case construct::presented:
    case construct::deletions: return;
  }
}

}  // namespace

std::string name_of(const frame_descriptor& of) {
  std::string name;
  if (of.interface != nullptr) name.append(of.interface).append("::");
  return name.append(of.name);
}

void raise(const frame_descriptor& of, const failure& f) { raise(name_of(of), f); }

namespace {

[[gnu::cold]] void require_reference(const frame_descriptor& of, const parameter_descriptor& p,
                                     const void* member, const void* frame) {
  failure f;
  if (pointer_at(member) == nullptr) {
    f.set(status::null_ref_pointer, {});
  } else if (p.byte_count) {
    const checked bytes = p.byte_count(frame);
    const std::size_t extent = extent_of(*p.to, frame);
    if (!bytes.is_count() || static_cast<std::uint64_t>(bytes.value()) < extent)
      f.set(status::byte_count_too_small,
            {"byte_count is ", bytes.value(), ", but the object takes ", extent, " bytes"});
  }
  if (!f) return;
  f.at(p.name);
  raise(of, f);
}

void require_references(const frame_descriptor& of, const places& members, const void* frame) {
  if (!of.demands) return;
  for (std::size_t i = 0; i < of.parameters.size(); ++i) {
    const parameter_descriptor& p = of.parameters[i];
    if (demands(p) && (pointer_at(members[i]) == nullptr || p.byte_count)) [[unlikely]]
      require_reference(of, p, members[i], frame);
  }
}

}  // namespace

void require_references(const frame_descriptor& of, const void* frame) {
  require_references(of, places(of, frame), frame);
}

void marshal_request(syntax s, const frame_descriptor& of, const void* frame, buffer& out,
                     const size_limit& limit, call_state call, pipe_writer pipes) {
  const places members(of, frame);
  if (pipes == nullptr && of.numbers_in && put_numbers(of, members, true, out, limit)) return;
  require_references(of, members, frame);
  writer w(s, out, limit, call, table_of_next(of, frame));
  put_parameters(w, of, members, frame, true);
  if (pipes != nullptr) pipes(w, frame);
  if (w.failed()) raise(of, w.failure());
  w.finish();
}

void unmarshal_response(syntax s, std::endian sender, std::span<std::byte> stub,
                        const frame_descriptor& of, void* frame, call_state call,
                        pipe_reader pipes) {
  const places members(of, frame);
  if (pipes == nullptr && of.numbers_out && sender == std::endian::native &&
      get_numbers(of, members, false, stub, true))
    return;
  client_storage storage(result_memory + 16 * stub.size());
  object_table* const known = table_of_next(of, frame);
  reader r(s, stub, sender, storage, call, known);
  if (pipes != nullptr) pipes(r, frame);
  get_parameters(r, of, members, frame, false);
  if (r.failed()) raise(of, r.failure());
  storage.keep(of.name, known);
}

void unmarshal_request(syntax s, std::endian sender, std::span<std::byte> stub,
                       const frame_descriptor& of, void* frame, arena& memory, call_state call,
                       pipe_reader pipes) {
  memory.set_message(stub);
  const places members(of, frame);
  if (pipes == nullptr && of.numbers_in && sender == std::endian::native &&
      get_numbers(of, members, true, stub, false))
    return prepare_results(of, members, frame, memory);
  server_storage storage(memory);
  object_table* const known = table_of_next(of, frame);
  if (known != nullptr) known->set_memory(memory);
  reader r(s, stub, sender, storage, call, known);
  get_parameters(r, of, members, frame, true);
  if (pipes != nullptr) pipes(r, frame);
  if (r.failed()) raise(of, r.failure());
  prepare_results(of, members, frame, memory);
}

void marshal_response(syntax s, const frame_descriptor& of, const void* frame, buffer& out,
                      const size_limit& limit, call_state call, pipe_writer pipes) {
  const places members(of, frame);
  if (pipes == nullptr && of.numbers_out && put_numbers(of, members, false, out, limit)) return;
  writer w(s, out, limit, call, table_of_next(of, frame));
  if (pipes != nullptr) pipes(w, frame);
  put_parameters(w, of, members, frame, false);
  if (w.failed()) raise(of, w.failure());
  w.finish();
}

void* result_of(const frame_descriptor& of, void* frame) {
  const void* found = nullptr;
  each_parameter(of, frame, [&](const parameter_descriptor& p, const void* member) {
    if (p.is_result) found = member;
  });
  return const_cast<void*>(found);
}

void settle_contexts(const frame_descriptor& of, const void* frame, server_contexts& contexts) {
  // All are settled before memory is asked for, which may be what one of them lacked.
  status first = status::ok;
  std::string_view where;
  each_parameter(of, frame, [&](const parameter_descriptor& p, const void* member) {
    if (!p.is_out || p.kind == parameter_kind::pipe) return;
    const auto settle = [&](const context_use& use, const void* slot, void* value) {
      const status code = contexts.settle(use, slot, value);
      if (code == status::ok || first != status::ok) return;
      first = code;
      where = p.name;
    };
    if (p.of != nullptr) return each_context(*p.of, member, frame, settle);
    const void* object = pointer_at(member);
    if (p.kind == parameter_kind::reseatable && object != nullptr) object = pointer_at(object);
    each_context(*p.to, object, frame, settle);
  });
  if (first == status::ok) return;
  failure f;
  f.set(first, {});
  f.at(where);
  raise(of, f);
}

granted_sizes::granted_sizes(const frame_descriptor& of, const void* frame)
    : of_(of), frame_(frame) {
  if (std::ranges::none_of(of.parameters, has_granted_size)) return;
  granted_.emplace();
  auto& [few, all] = *granted_;
  if (of.parameters.size() > few.size()) all.resize(of.parameters.size());
  checked* next = all.empty() ? few.data() : all.data();
  each_size(of, frame, [&](const parameter_descriptor&, checked size) { *next++ = size; });
}

void granted_sizes::require() const {
  if (!granted_) return;
  const auto& [few, all] = *granted_;
  const checked* next = all.empty() ? few.data() : all.data();
  each_size(of_, frame_, [&](const parameter_descriptor& p, checked size) {
    const checked granted = *next++;
    if (size.valid() && granted.valid() && size.value() <= granted.value()) return;
    failure f;
    f.set(status::invalid_bound,
          {"the implementation made room for ", granted.value(), " elements into ", size.value()});
    f.at(p.name);
    raise(of_, f);
  });
}

}  // namespace rpc::ndr
