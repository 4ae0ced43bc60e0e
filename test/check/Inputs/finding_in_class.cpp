#include "records.h"

struct server : records::service {
  std::int32_t count(const records::record *) override { return 0; }
  void find(std::int32_t, records::record *found) override {
    found = rpc::allocate<records::record>();
  }
};
