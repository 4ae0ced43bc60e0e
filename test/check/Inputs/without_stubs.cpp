#include <rpc/rpc.h>

namespace [[rpc::interface("6a1d2c3b-0f3c-4d55-9d0c-6a8e3b1f7a03", 1, 0)]] without_stubs {
void count([[rpc::in]] long n);
[[rpc::local]] void local(long n);
}
