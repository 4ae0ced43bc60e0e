#include <rpc/ndr/descriptor.h>
#include <rpc/ndr/writer.h>

#include "members.h"
#include "put/arrays.h"
#include "put/engine.h"
#include "put/pointers.h"
#include "put/rows.h"
#include "put/scalars.h"
#include "put/standard.h"
#include "put/structures.h"
#include "put/unions.h"

namespace rpc::ndr {
namespace {

/// Calls `use` with the engine of the writer's syntax.
template <class Use>
void with_engine(writer& w, Use use) {
  with_syntax(w.in(), [&]<class S>(S) {
    encoding::engine<S> e(w);
    use(e);
  });
}

}  // namespace

void put_parameters(writer& w, const frame_descriptor& of, const void* frame, bool request) {
  put_parameters(w, of, places(of, frame), frame, request);
}

void put_parameters(writer& w, const frame_descriptor& of, const places& members, const void* frame,
                    bool request) {
  with_engine(w, [&](auto& e) {
    each_parameter(of, members, [&](const parameter_descriptor& p, const void* member) {
      if (!(request ? p.is_in : p.is_out) || w.failed()) return;
      e.put_parameter(p, member, frame, request);
      if (w.failed()) w.at(p.name);
    });
  });
}

void put_object(writer& w, const referent_descriptor& of, const void* object) {
  with_engine(w, [&](auto& e) {
    e.put_referent(of, object, object);
    e.drain();
  });
}

void put_value(writer& w, const descriptor& of, const void* value) {
  with_engine(w, [&](auto& e) {
    e.put(of, value, value);
    e.drain();
  });
}

// After the elements NDR64 has their negated number (MS-RPCE 2.2.5.3.4.5).
void put_chunk(writer& w, const descriptor& element, const void* first, std::size_t count) {
  with_engine(w, [&](auto& e) {
    e.put_count(count);
    e.put_elements(element, first, count, nullptr);
    if (w.in() == syntax::ndr64) e.put_count(0 - std::uint64_t{count});
  });
}

void put_pipe_end(writer& w) {
  with_engine(w, [&](auto& e) {
    e.put_count(0);
    if (w.in() == syntax::ndr64) e.put_count(0);
  });
}

}  // namespace rpc::ndr
