#ifndef RPC_NDR_DECODER_H
#define RPC_NDR_DECODER_H

#include <rpc/ndr/explain.h>
#include <rpc/operation.h>
#include <rpc/uuid.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rpc::ndr {

// Readings of messages by number instead of by type, for programs that learn at run time which
// interface they deal with.

/// explain_request and explain_response for one operation.
struct operation_decoder {
  std::uint16_t opnum;
  const char* name;  ///< as declared
  outcome (*request)(const void* of, syntax, const message&, const report&);
  outcome (*response)(const void* of, syntax, const message&, const message* request,
                      const report&);
  const void* of = nullptr;  ///< what both are given first; null for compiled code
};

/// The operations of one interface in order of declaration.
struct interface_decoder {
  syntax_id id;
  const char* name;  ///< as declared
  std::span<const operation_decoder> operations;
};

template <class... Frames>
constexpr std::array<operation_decoder, sizeof...(Frames)> make_decoders(
    operation_list<Frames...>) {
  return {{{operation<Frames>::opnum, operation<Frames>::name,
            [](const void*, syntax s, const message& m, const report& to) {
              return explain_request<Frames>(s, m, to);
            },
            [](const void*, syntax s, const message& m, const message* request, const report& to) {
              return explain_response<Frames>(s, m, request, to);
            }}...}};
}

template <class Service>
inline constexpr auto operation_decoders = make_decoders(typename interface<Service>::operations{});

/// What generated code says about `Service`, as a decoder. Lives for ever.
template <class Service>
constexpr interface_decoder decoder_of() {
  return {interface<Service>::id, interface<Service>::name, operation_decoders<Service>};
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_DECODER_H
