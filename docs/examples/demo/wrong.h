// What the compiler says to mistakes.
#include <rpc/rpc.h>

namespace [[rpc::interface("6bd1e6ea-3c5a-4b8b-9d06-9bbf2f3f9d53", 1, 0)]] wrong {

void lookup([[rpc::in]] std::uint32_t key, [[rpc::out, rpc::unique]] std::uint32_t* result);
void wait([[rpc::in]] long seconds);
void store([[rpc::in]] std::uint32_t count, [[rpc::in, rpc::size_is(cuont)]] std::uint8_t* data);
void send([[rpc::in]] void* message);

}  // namespace wrong

[[rpc::stubs]];
