#ifndef RUNTIME_SERVER_ADMISSION_H
#define RUNTIME_SERVER_ADMISSION_H

#include "../security/context.h"

#include <rpc/requirement.h>
#include <rpc/server.h>

#include <cstdint>
#include <string>

namespace rpc::runtime {

/// Who the clients of an endpoint can prove to be, and what they have to.
struct admission {
  const security::acceptor* acceptor = nullptr;  ///< null: clients cannot prove anything
  bool apart = false;                   ///< only the two ends see the connection: each level is met
  protection least = protection::none;  ///< for interfaces without a requirement
};

/// What holds for clients over TCP; of an endpoint beyond the loopback, or not.
[[nodiscard]] admission admission_of(const server_options& options, bool beyond_loopback);
/// What holds for clients of this machine, over unix sockets or in this process.
[[nodiscard]] admission local_admission_of(const server_options& options);

/// Whether a call may be refused: refusal() says why.
[[nodiscard]] bool demands(const admission& at, const requirement* required,
                           protection stated) noexcept;
/// Why a call is refused; empty: it is not. `required`, which may be null, is what the program
/// demands, and `stated` what the header does: the stricter level holds.
[[nodiscard]] std::string refusal(const admission& at, const requirement* required,
                                  protection stated, const caller& by, std::uint16_t opnum);

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_ADMISSION_H
