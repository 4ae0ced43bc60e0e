#ifndef TEST_PROPERTY_SUBJECT_H
#define TEST_PROPERTY_SUBJECT_H

#include <rpc/buffer.h>
#include <rpc/fuzz.h>
#include <rpc/memory.h>
#include <rpc/ndr/call.h>
#include <rpc/ndr/syntax.h>
#include <rpc/operation.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <new>
#include <ostream>
#include <span>
#include <vector>

#include "account.h"
#include "fill.h"
#include "swap.h"

namespace rpc::test {

/// The stub data of one call.
struct messages {
  buffer request;
  buffer response;
};

/// One operation, as tests use it that do not know its types.
struct subject {
  const char* interface;
  const char* name;
  std::uint16_t number;  ///< in the order of declaration, over the services of its header

  /// A call with random parameters and results; see values for `seed` and `pattern`.
  messages (*make)(ndr::syntax, std::uint64_t seed, std::byte pattern);
  /// The same call as a big-endian sender has it.
  messages (*swap)(ndr::syntax, messages&);
  bool (*recode_request)(ndr::syntax, std::endian, std::span<const std::byte> request, arena&,
                         buffer& again);
  bool (*recode_response)(ndr::syntax, std::span<const std::byte> request, std::endian,
                          std::span<const std::byte> response, arena&, buffer& again);

  /// The names of its parameters.
  std::vector<const char*> parameters;
  /// What a server does with the memory of a request that a client has sent.
  call_memory (*account)(ndr::syntax, std::endian, std::span<const std::byte> request);

  friend std::ostream& operator<<(std::ostream& out, const subject& s) {
    return out << s.interface << "::" << s.name;
  }
};

template <class Frame>
messages make_messages(ndr::syntax syntax, std::uint64_t seed, std::byte pattern) {
  values random(seed, pattern);
  Frame& frame = *random.room<Frame>(1);  // with the pattern where it has no members
  fill_frame(random, frame);
  messages made;
  for (buffer* b : {&made.request, &made.response}) {
    b->resize(512);
    std::memset(b->data(), std::to_integer<int>(pattern), b->size());
  }
  arena memory;
  fuzz_contexts contexts(memory);
  const ndr::call_state call{&contexts};
  ndr::marshal_request(syntax, frame, made.request, ndr::default_message_limit, call);
  release_some(random, frame);
  ndr::marshal_response(syntax, frame, made.response, ndr::default_message_limit, call);
  return made;
}

/// All subjects of a program.
inline std::vector<subject>& subjects() {
  static std::vector<subject> all;
  return all;
}

/// Adds the operations of interfaces to subjects().
template <class... Services>
struct registration {
  registration() { (add<Services>(typename interface<Services>::operations{}), ...); }

 private:
  template <class Service, class... Frames>
  static void add(operation_list<Frames...>) {
    (subjects().push_back({interface<Service>::name, operation<Frames>::name,
                           static_cast<std::uint16_t>(subjects().size()), &make_messages<Frames>,
                           &swap_messages<Frames, messages>, &rpc::recode_request<Frames>,
                           &rpc::recode_response<Frames>, parameter_names<Frames>(),
                           &account_of<Frames>}),
     ...);
  }
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_SUBJECT_H
