#pragma once
#include <rpc/rpc.h>

namespace [[rpc::interface("6a1d2c3b-0f3c-4d55-9d0c-6a8e3b1f7a01", 1, 0)]] records {

struct record {
  std::int32_t id;
  [[rpc::unique]] record *next;
};

std::int32_t count(const record *first);
void find(std::int32_t id, [[rpc::out]] record *found);

}

[[rpc::stubs]];
