#include <rpc/rpc.h>

struct [[rpc::encode]] stamp {
  std::int64_t seconds;
};
