#include <rpc/ndr/chunks.h>
#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/reader.h>

#include "get/arrays.h"
#include "get/dispatch.h"
#include "get/engine.h"
#include "get/pointers.h"
#include "get/referents.h"
#include "get/rows.h"
#include "get/scalars.h"
#include "get/standard.h"
#include "get/structures.h"
#include "get/unions.h"
#include "members.h"

namespace rpc::ndr {
namespace {

/// Calls `use` with the engine of the reader's syntax and role.
template <class Use>
void with_engine(reader& r, Use use) {
  with_syntax(r.in(), [&]<class S>(S) {
    using decoding::engine;
    using decoding::role;
    if (r.client() != nullptr) {
      engine<S, role::client> e(r);
      use(e);
    } else if (r.traced() != nullptr) {
      engine<S, role::explain> e(r);
      use(e);
    } else {
      engine<S, role::server> e(r);
      use(e);
    }
  });
}

}  // namespace

void get_parameters(reader& r, const frame_descriptor& of, void* frame, bool request) {
  get_parameters(r, of, places(of, frame), frame, request);
}

void get_parameters(reader& r, const frame_descriptor& of, const places& members, void* frame,
                    bool request) {
  if (r.client() != nullptr)
    for (const expression& e : of.sizes) r.remember(e, e(frame));
  with_engine(r, [&](auto& e) {
    for (std::size_t i = 0; i < of.parameters.size(); ++i) {
      const parameter_descriptor& p = of.parameters[i];
      if (!(request ? p.is_in : p.is_out) || p.kind == parameter_kind::pipe) continue;
      if (r.failed()) return;
      r.set_existing(p.is_in && p.is_out);
      r.set_parameter(p.name);
      e.get_parameter(p, const_cast<void*>(members[i]), frame, request);
      if (r.failed()) r.at(p.name);
    }
  });
  r.finish();
}

void get_object(reader& r, const referent_descriptor& to, void* place) {
  with_engine(r, [&](auto& e) {
    e.get_referent(to, place, nullptr, {});
    e.drain();
  });
}

void get_value(reader& r, const descriptor& of, void* value) {
  with_engine(r, [&](auto& e) {
    e.get(of, value, nullptr);
    e.drain();
  });
}

// Pipes.

std::size_t chunk_reader::get(reader& r, void* into, std::size_t room) {
  const std::size_t count = std::min(room, next(r));
  with_engine(r, [&](auto& e) { e.get_elements(element_, into, count, nullptr, before_); });
  left_ -= count;
  before_ += count;
  return r.failed() ? 0 : count;
}

void chunk_reader::skip(reader& r) {
  const form& f = element_.in(r.in());
  const std::size_t stride = align_up(f.size, f.alignment);
  while (const std::size_t count = next(r)) {
    r.take(f.alignment, stride * (count - 1) + f.size);
    left_ -= count;
  }
}

// How many elements can be read now, at least one; 0 at the end of the pipe and after a failure.
std::size_t chunk_reader::next(reader& r) {
  const form& f = element_.in(r.in());
  if (left_ == 0) begin_chunk(r);
  if (ended_ || r.failed()) return 0;
  return static_cast<std::size_t>(
      std::min<std::uint64_t>(left_, r.ready(f.alignment, f.size, align_up(f.size, f.alignment))));
}

void chunk_reader::begin_chunk(reader& r) {
  if (ended_) return;
  if (count_ != 0) end_chunk(r);
  with_engine(r, [&](auto& e) { count_ = left_ = e.take_count("chunk_count"); });
  const std::uint64_t most =
      with_syntax(r.in(), []<class S>(S) -> std::uint64_t { return S::most_in_chunk; });
  if (count_ > most) r.fail(status::bad_stub_data, {"a chunk of ", count_, " elements"});
  if (count_ != 0 || r.failed()) return;
  ended_ = true;
  end_chunk(r);
}

// What ends a chunk in NDR64: its negated number of elements (MS-RPCE 2.2.5.3.4.5).
void chunk_reader::end_chunk(reader& r) {
  if (r.in() != syntax::ndr64) return;
  const auto end = r.take_number<std::int64_t>("chunk_end");
  if (!r.failed() && static_cast<std::uint64_t>(end) != 0 - count_)
    r.fail(status::bad_stub_data, {"a chunk of ", count_, " elements ends with ", end});
}

}  // namespace rpc::ndr
