#ifndef MY_SAMPLES_H
#define MY_SAMPLES_H

#include <algorithm>
#include <cstring>
#include <iostream>
#include <utility>
#include <vector>

#include "samples.h"

/// What the server does when it is called. First it prints what became of the data: what it uses
/// in the received message, and what the stub has allocated.
class my_samples : public samples::service {
 public:
  void process_rpc_structure(const samples::rpc_structure* in,
                             samples::rpc_structure* out) override {
    report("process_rpc_structure");
    *out = {in->val2, in->val};
  }

  void rpc_function(std::int32_t size, std::int32_t* length, std::int32_t* values) override {
    report("rpc_function");
    // There is room for `size` elements, of which `length` have come.
    for (; *length < size; ++*length) values[*length] = *length;
  }

  void sized_string(std::int32_t size, char* text) override {
    report("sized_string");
    // In-data are the implementation's to write on, and the client will not see it.
    std::memset(text, 'x', static_cast<std::size_t>(size));
  }

  void normal_string(const char*) override { report("normal_string"); }

  void process_packed(const samples::complex_packed_structure*) override {
    report("process_packed");
  }

  void process_pointer(const samples::ptr_struct*) override { report("process_pointer"); }

  void variable_size_data(std::int32_t size, char* data) override {
    report("variable_size_data");
    // The client has chosen the size. The memory is there, and zero.
    std::memset(data, '-', static_cast<std::size_t>(size / 2));
  }

  void process_list(samples::linked_list* in, samples::linked_list** in_out,
                    samples::linked_list* out) override {
    report("process_list");
    for (auto* node = in; node; node = node->next) ++out->size;
    for (auto* node = *in_out; node; node = node->next) std::reverse(node->data, node->data + 4);
    // What the implementation adds belongs to the call as well.
    out->data = rpc::allocate_array<char>(static_cast<std::size_t>(out->size));
    std::memset(out->data, '*', static_cast<std::size_t>(out->size));
    out->next = rpc::allocate<samples::linked_list>();
  }

  void shorten(samples::forced_list* list, std::int32_t length) override {
    report("shorten");
    while (--length > 0 && list->next) list = list->next;
    // Only [force_allocate] lets an implementation do this.
    for (auto* cut = std::exchange(list->next, nullptr); cut;)
      rpc::free(std::exchange(cut, cut->next));
  }

  std::int32_t sum(const samples::tree* root) override {
    report("sum");
    // A client may send a tree that is too deep to recurse over.
    std::int32_t total = 0;
    for (std::vector<const samples::tree*> open{root}; !open.empty();) {
      const samples::tree* const at = open.back();
      open.pop_back();
      total += at->value;
      for (const samples::tree* const child : {at->left, at->right})
        if (child) open.push_back(child);
    }
    return total;
  }

 private:
  static void report(const char* operation) {
    const rpc::call_memory* memory = rpc::call_memory::current();
    if (!memory) return;  // the server keeps no account
    std::cout << operation << '\n';
    for (const rpc::call_memory::parameter& each : memory->parameters())
      std::cout << "  " << each.name << ": " << each.reused.blocks << " reused, "
                << each.allocated.blocks << " allocated\n";
  }
};

#endif
