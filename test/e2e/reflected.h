#ifndef REFLECTED_H
#define REFLECTED_H

#include <rpc/rpc.h>

// What implementations release, clients release as well: reflect_deletions.
namespace [[rpc::interface("4d7f3b1e-2c58-4a96-b0c3-9e1f6a7d8c21", 1, 0),
            rpc::pointer_default(ptr)]] reflected {

struct node {
  std::int32_t value;
  node* next;
};
struct pair {
  node* first;
  node* second;
};

// Releases the nodes behind the first `kept` ones and returns how many.
[[rpc::reflect_deletions]] std::int32_t prune([[rpc::in, rpc::ptr]] node* list,
                                              [[rpc::in]] std::int32_t kept);
[[rpc::reflect_deletions]] void drop_first([[rpc::in, rpc::out]] pair* nodes);
[[rpc::reflect_deletions]] void replace_first([[rpc::in, rpc::out]] pair* nodes);
[[rpc::reflect_deletions]] void forget_first([[rpc::in, rpc::out]] pair* nodes);
[[rpc::reflect_deletions]] void move_text([[rpc::in, rpc::string, rpc::ptr]] char* text);
[[rpc::reflect_deletions]] void drop_and_fail([[rpc::in, rpc::ptr]] node* list);
[[rpc::reflect_deletions]] void drop_and_answer_badly([[rpc::in, rpc::ptr]] node* list,
                                                      [[rpc::out,
                                                        rpc::range(0, 1)]] std::int32_t* digit);
[[rpc::reflect_deletions]] void free_own([[rpc::in, rpc::ptr]] node* list);
void prune_here([[rpc::in, rpc::ptr]] node* list);

}  // namespace reflected

[[rpc::stubs]];

#endif
