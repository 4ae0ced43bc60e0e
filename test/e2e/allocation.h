#ifndef ALLOCATION_H
#define ALLOCATION_H

#include <rpc/rpc.h>

// Memory in which a program has a say: force_allocate, allocate, notify.
namespace [[rpc::interface("0f4c1f7e-92ab-4d0c-8f7e-6a5b1c2d3e40", 1, 0),
            rpc::pointer_default(unique), rpc::enable_allocate]] allocation {

// The list of server-stub-memory.
struct node {
  std::int32_t lSize;
  [[rpc::size_is(lSize)]] char* pData;
  node* pNext;
};
// The same where each pointer leads to a block of its own.
struct forced {
  std::int32_t lSize;
  [[rpc::size_is(lSize), rpc::force_allocate]] char* pData;
  [[rpc::force_allocate]] forced* pNext;
};
using forced_list [[rpc::force_allocate]] = forced*;

void shorten([[rpc::in, rpc::out]] forced_list* list, [[rpc::in]] std::int32_t length);
void resize([[rpc::in, rpc::out]] forced_list* list);
void one([[rpc::in, rpc::force_allocate]] node* list);
void together([[rpc::in, rpc::allocate(all_nodes)]] node* list);
void single([[rpc::in, rpc::allocate(single_node, free)]] node* list);
void keep([[rpc::in, rpc::allocate(dont_free)]] node* list,
          [[rpc::out, rpc::allocate(dont_free)]] std::int32_t* count);

[[rpc::notify]] void told([[rpc::in, rpc::string]] const char* text,
                          [[rpc::in, rpc::range(0, 1)]] std::int32_t fail);
[[rpc::notify_flag]] void told_how([[rpc::in]] std::int32_t fail);

}  // namespace allocation

[[rpc::stubs]];

#endif
