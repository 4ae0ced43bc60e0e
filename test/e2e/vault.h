#ifndef TEST_E2E_VAULT_H
#define TEST_E2E_VAULT_H

#include <rpc/rpc.h>

// Protection that headers state.

namespace [[rpc::interface("0b7d5c7c-6f0e-4c55-9d0b-0b6f2c1b7a01", 1, 0),
            rpc::protection(integrity)]] vault {

std::uint32_t count();
[[rpc::protection(privacy)]] std::uint32_t open([[rpc::in]] std::uint32_t pin);
[[rpc::protection(privacy)]] void pour([[rpc::in]] rpc::pipe<std::uint8_t>& coins);
[[rpc::protection(privacy), rpc::fault_status]] std::uint32_t close();
std::uint32_t count_at(rpc::handle_t where);

}  // namespace vault

/// The same as it was before it stated anything.
namespace [[rpc::interface("0b7d5c7c-6f0e-4c55-9d0b-0b6f2c1b7a01", 1, 0),
            rpc::suppress("uuid-duplicate")]] old_vault {

std::uint32_t count();
std::uint32_t open([[rpc::in]] std::uint32_t pin);
void pour([[rpc::in]] rpc::pipe<std::uint8_t>& coins);

}  // namespace old_vault

/// Only some operations state it.
namespace [[rpc::interface("0b7d5c7c-6f0e-4c55-9d0b-0b6f2c1b7a02", 1, 0)]] hall {

std::uint32_t enter();
[[rpc::protection(none)]] std::uint32_t look();
[[rpc::protection(connect)]] std::uint32_t sign();

}  // namespace hall

[[rpc::stubs]];

#endif
