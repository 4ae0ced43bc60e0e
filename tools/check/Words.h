//===- Words.h - numbers of things in words -------------------------------===//
#ifndef RPC_CHECK_WORDS_H
#define RPC_CHECK_WORDS_H

#include <string>

namespace rpc_check {

/// "1 file", "2 files".
inline std::string plural(std::size_t Number, const char *One,
                          const char *More) {
  return std::to_string(Number) + " " + (Number == 1 ? One : More);
}

} // namespace rpc_check

#endif // RPC_CHECK_WORDS_H
