// What implementations use.
#include <rpc/rpc.h>

#include <cstdlib>
#include <cstring>
#include <memory>
#include <thread>
#include <utility>
#include <vector>

extern "C" {
void *midl_user_allocate(std::size_t);
void midl_user_free(void *);
}

#define INTERFACE rpc::interface("d2a5a0c0-5a1b-4f0e-9f6f-0f2f5e2b7a11", 1, 0)
