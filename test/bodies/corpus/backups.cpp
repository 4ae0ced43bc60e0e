// Mistakes in a backup service.
// RUN: %bodies -fexceptions -Wno-unused-variable -Wno-return-stack-address -Wno-dangling -Xclang -verify-ignore-unexpected=note %s
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;

namespace backups {
std::array<unsigned, 16> states;
const unsigned char *last_bytes;
std::vector<std::span<unsigned char>> pending;

struct reads_trust : service {
  int slots(unsigned n, unsigned **free_slots) override {
    *free_slots = static_cast<unsigned *>(rpc::allocate(n * sizeof(unsigned))); // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct reads_vector : service {
  int slots(unsigned n, unsigned **free_slots) override {
    std::vector<unsigned> found(n); // expected-warning {{[client-size-trust]}}
    *free_slots = nullptr;
    return static_cast<int>(found.size());
  }
};
struct reads_reserve : service {
  std::vector<block> blocks_;
  int read_block(unsigned long long, unsigned size, block **b) override {
    blocks_.reserve(size); // expected-warning {{[client-size-trust]}}
    *b = nullptr;
    return 2;
  }
};
struct slot_index : service {
  int slot_state(unsigned slot, unsigned *state) override {
    *state = states[slot]; // expected-warning {{[client-size-trust]}}
    return 0;
  }
};
struct slot_checked_late : service {
  int slot_state(unsigned slot, unsigned *state) override {
    *state = states[slot]; // expected-warning {{[client-size-trust]}}
    return slot < states.size() ? 0 : 87;
  }
};
struct read_got_over : service {
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    std::fill_n(sums, count, 0u);
    *got = count + 1; // expected-warning {{[length-exceeds-size]}}
    return 0;
  }
};
struct write_keeps : service {
  int write_block(const block *b) override {
    last_bytes = b->bytes; // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct write_keeps_span : service {
  int write_block(const block *b) override {
    pending.push_back(std::span(b->bytes, b->size)); // expected-warning {{[retain-pointer]}}
    return 0;
  }
};
struct write_first : service {
  int write_block(const block *b) override {
    return b->bytes[0] == 0x7f; // expected-warning {{[unchecked-empty]}}
  }
};
struct read_local_block : service {
  int read_block(unsigned long long offset, unsigned size, block **b) override {
    if (size > 4096)
      return 87;
    unsigned char bytes[4096] = {};
    *b = rpc::allocate<block>();
    **b = {.offset = offset, .size = size, .bytes = bytes}; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct read_malloc : service {
  int read_block(unsigned long long offset, unsigned size, block **b) override {
    if (size > 4096)
      return 87;
    *b = rpc::allocate<block>();
    (*b)->offset = offset;
    (*b)->size = size;
    (*b)->bytes = static_cast<unsigned char *>(std::calloc(size, 1)); // expected-warning {{[foreign-allocator]}}
    return 0;
  }
};
struct patch_bigger : service {
  void patch(block *b) override {
    b->bytes = static_cast<unsigned char *>(std::realloc(b->bytes, b->size)); // expected-warning {{[foreign-allocator]}} expected-warning {{[realloc-stub-owned]}}
  }
};
struct patch_size : service {
  void patch(block *b) override {
    ++b->size; // expected-warning {{[change-size-var]}}
  }
};
struct tree_shared : service {
  int volume_tree(unsigned, volume **root) override {
    auto *top = rpc::allocate<volume>();
    auto *child = rpc::allocate<volume>();
    top->snapshots = child;
    child->parent = top;
    *root = top; // expected-warning {{[alias-unique]}}
    return 0;
  }
};
struct tree_label : service {
  int volume_tree(unsigned depth, volume **root) override {
    *root = rpc::allocate<volume>();
    std::string label = "vol" + std::to_string(depth);
    (*root)->label = &label[0]; // expected-warning {{[return-stack]}}
    return 0;
  }
};
struct depth_untested : service {
  int depth_of(const volume *v) override {
    return v->parent->index + 1; // expected-warning {{[unchecked-null]}}
  }
};
struct depth_recursive : service {
  static int depth(const volume *v) {
    return 1 + depth(v->parent); // missed: [unchecked-null]: recursion is not followed
  }
  int depth_of(const volume *v) override { return depth(v); }
};
struct route_arm : service {
  int route_to(const destination *d) override {
    if (d->kind == 2)
      return static_cast<int>(d->to.disk->size); // expected-warning {{[unchecked-null]}}
    return 0;
  }
};
struct redirect_tag : service {
  void redirect(destination *d) override {
    d->kind = 1; // expected-warning {{[change-union-tag]}}
    d->to.tape = 4;
  }
};
struct sums_freed : service {
  void checksums(unsigned, unsigned *sums) override {
    delete[] sums; // expected-warning {{[free-stub-owned]}}
  }
};
struct sums_size : service {
  void compact_sums(unsigned *n, unsigned *sums) override {
    unsigned kept = 0;
    for (unsigned i = 0; i < *n; ++i)
      if (sums[i])
        sums[kept++] = sums[i];
    *n = kept; // expected-warning {{[change-size-var]}}
  }
};
struct sums_first : service {
  void checksums(unsigned, unsigned *sums) override {
    sums[0] ^= 1; // expected-warning {{[unchecked-empty]}}
  }
};
struct progress_lost : service {
  void progress(unsigned job, unsigned *percent) override {
    *percent = job % 100; // expected-warning {{[lost-result]}}
  }
};
struct progress_lost_by_ref : service {
  static void put(unsigned &to, unsigned what) { to = what; }
  void progress(unsigned job, unsigned *percent) override {
    put(*percent, job); // expected-warning {{[lost-result]}}
  }
};
struct pipes_mixed : service {
  int restore(bytes_pipe &data, bytes_pipe &index, bytes_pipe &log) override {
    unsigned char bytes[64];
    while (index.pull(bytes) != 0) // expected-warning {{[pipe-order]}}
      log_value(bytes[0]);
    while (const auto got = data.pull(bytes))
      log.push(std::span(bytes, got));
    return 0;
  }
};
}
