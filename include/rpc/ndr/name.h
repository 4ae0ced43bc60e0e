#ifndef RPC_NDR_NAME_H
#define RPC_NDR_NAME_H

#include <algorithm>
#include <cstddef>

namespace rpc::ndr {

/// A string literal as a template argument: the name of a field or parameter, for errors.
template <std::size_t N>
struct name {
  char text[N];
  consteval name(const char (&literal)[N]) { std::copy_n(literal, N, text); }
};

}  // namespace rpc::ndr

#endif  // RPC_NDR_NAME_H
