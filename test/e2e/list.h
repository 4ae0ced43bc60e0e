#ifndef LIST_H
#define LIST_H

#include <rpc/rpc.h>

namespace [[rpc::interface("3d3c9c3e-6f60-4c54-9e0b-51a9c1f0b7a2", 1, 0),
            rpc::pointer_default(unique)]] list {

struct node {
  std::int32_t value;
  node* next;
};

std::int64_t sum([[rpc::in, rpc::unique]] const node* head);
void reverse([[rpc::in, rpc::out]] node** head);
node* count_down([[rpc::in]] std::int32_t from);

}  // namespace list

[[rpc::stubs]];

#endif
