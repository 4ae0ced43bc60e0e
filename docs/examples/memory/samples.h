#ifndef SAMPLES_H
#define SAMPLES_H

#include <rpc/rpc.h>

// The examples of Microsoft's texts on memory management, as operations: docs/memory.md.
namespace [[rpc::interface("2f6d3c58-6c0e-4d0b-9a57-0c7f5f1f6b21", 1, 0),
            rpc::pointer_default(unique)]] samples {

struct rpc_structure {
  std::int32_t val;
  std::int32_t val2;
};

#pragma pack(push, 2)
struct complex_packed_structure {
  char c;
  std::int32_t l;  // at an offset of 2, where the wire has 4
  char c2;
};
#pragma pack(pop)

struct ptr_struct {
  std::int32_t l;
  std::int32_t* pl;
};

struct linked_list {
  std::int32_t size;
  [[rpc::size_is(size)]] char* data;
  linked_list* next;
};

// The same with nodes that an implementation may release.
struct forced_list {
  std::int32_t value;
  [[rpc::force_allocate]] forced_list* next;
};

struct tree {
  std::int32_t value;
  tree* left;
  tree* right;
};

void process_rpc_structure([[rpc::in]] const rpc_structure* in, [[rpc::out]] rpc_structure* out);
void rpc_function([[rpc::in]] std::int32_t size, [[rpc::in, rpc::out]] std::int32_t* length,
                  [[rpc::in, rpc::out, rpc::size_is(size),
                    rpc::length_is(*length)]] std::int32_t* values);
void sized_string([[rpc::in]] std::int32_t size,
                  [[rpc::in, rpc::size_is(size), rpc::string]] char* text);
void normal_string([[rpc::in, rpc::string]] const char* text);
void process_packed([[rpc::in]] const complex_packed_structure* in);
void process_pointer([[rpc::in]] const ptr_struct* in);
void variable_size_data([[rpc::in, rpc::range(0, 1000)]] std::int32_t size,
                        [[rpc::out, rpc::size_is(size)]] char* data);
void process_list([[rpc::in]] linked_list* in, [[rpc::in, rpc::out]] linked_list** in_out,
                  [[rpc::out]] linked_list* out);
void shorten([[rpc::in, rpc::out]] forced_list* list, [[rpc::in]] std::int32_t length);
std::int32_t sum([[rpc::in]] const tree* root);

}  // namespace samples

[[rpc::stubs]];

#endif
