// As it should be in a backup service: silent.
// RUN: %bodies -fexceptions -Wno-unused-variable -Xclang -verify-ignore-unexpected=note %s
// expected-no-diagnostics
#include "Inputs/site.h"

using site::client;
using site::service;
using namespace site;
using tools::copied;

namespace backups {
std::array<unsigned, 16> states;
std::vector<std::vector<unsigned char>> written;

struct slots_checked : service {
  int slots(unsigned n, unsigned **free_slots) override {
    *free_slots = nullptr;
    if (n == 0 || n > states.size())
      return 87;
    *free_slots = rpc::allocate_array<unsigned>(n);
    std::copy_n(states.begin(), n, *free_slots);
    return 0;
  }
};
struct slots_helper : service {
  int slots(unsigned n, unsigned **free_slots) override {
    *free_slots = rpc::allocate_array<unsigned>(tools::checked(n, 64));
    return 0;
  }
};
struct slots_clamped : service {
  int slot_state(unsigned slot, unsigned *state) override {
    *state = states[std::min<std::size_t>(slot, states.size() - 1)];
    return 0;
  }
};
struct slots_modulo : service {
  int slot_state(unsigned slot, unsigned *state) override {
    *state = states[slot % states.size()] + states[slot & 15];
    return 0;
  }
};
struct slots_map : service {
  std::map<unsigned, unsigned> by_slot_;
  int slot_state(unsigned slot, unsigned *state) override {
    *state = by_slot_[slot];
    return 0;
  }
};
struct slots_at : service {
  std::vector<unsigned> all_;
  int slot_state(unsigned slot, unsigned *state) override try {
    *state = all_.at(slot);
    return 0;
  } catch (const std::exception &) {
    return 87;
  }
};
struct reads : service {
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    *got = 0;
    while (*got < count && *got < states.size()) {
      sums[*got] = states[*got];
      ++*got;
    }
    return 0;
  }
};
struct reads_min : service {
  int read_blocks(unsigned count, unsigned *got, unsigned *sums) override {
    const unsigned n = std::min<unsigned>(count, states.size());
    std::copy_n(states.begin(), n, sums);
    *got = n;
    return 0;
  }
};
struct writes : service {
  int write_block(const block *b) override {
    written.emplace_back(b->bytes, b->bytes + b->size);
    return b->size > 0 ? b->bytes[0] : 0;
  }
};
struct writes_span : service {
  static unsigned sum(std::span<const unsigned char> s) { return std::accumulate(s.begin(), s.end(), 0u); }
  int write_block(const block *b) override { return static_cast<int>(sum({b->bytes, b->size})); }
};
struct reads_one : service {
  int read_block(unsigned long long offset, unsigned size, block **b) override {
    if (size > 1 << 16)
      throw rpc::error(rpc::status::call_failed);
    *b = rpc::allocate<block>();
    **b = {.offset = offset, .size = size, .bytes = rpc::allocate_array<unsigned char>(size)};
    return 0;
  }
};
struct reads_found : service {
  int read_block(unsigned long long offset, unsigned size, block **b) override {
    *b = nullptr;
    const auto found = std::ranges::find_if(written, [size](const auto &each) { return each.size() == size; });
    if (found == written.end())
      return 2;
    block *made = rpc::allocate<block>();
    made->offset = offset;
    made->size = static_cast<unsigned>(found->size());
    made->bytes = rpc::allocate_array<unsigned char>(found->size());
    std::copy(found->begin(), found->end(), made->bytes);
    *b = made;
    return 0;
  }
};
struct patches : service {
  void patch(block *b) override {
    for (unsigned i = 0; i < b->size; ++i)
      b->bytes[i] ^= 0x55;
    b->offset += 1;
  }
};
struct trees : service {
  static volume *tree(unsigned depth) {
    if (depth == 0)
      return nullptr;
    auto *v = rpc::allocate<volume>();
    v->label = copied("v" + std::to_string(depth));
    v->parent = tree(depth - 1);
    v->snapshots = tree(depth - 1);
    return v;
  }
  int volume_tree(unsigned depth, volume **root) override {
    *root = tree(std::min(depth, 6u));
    return 0;
  }
};
struct trees_by_stack : service {
  int volume_tree(unsigned depth, volume **root) override {
    *root = rpc::allocate<volume>();
    std::vector<volume *> open{*root};
    while (!open.empty() && open.size() < 32) {
      auto *v = open.back();
      open.pop_back();
      if (v->index >= depth)
        continue;
      v->parent = rpc::allocate<volume>();
      v->parent->index = v->index + 1;
      open.push_back(v->parent);
    }
    return 0;
  }
};
struct depths : service {
  int depth_of(const volume *v) override {
    int depth = 0;
    do
      ++depth;
    while ((v = v->parent) != nullptr);
    return depth;
  }
};
struct depths_recursive : service {
  static int depth(const volume *v) { return v ? 1 + std::max(depth(v->parent), depth(v->snapshots)) : 0; }
  int depth_of(const volume *v) override { return depth(v); }
};
struct depths_function : service {
  int depth_of(const volume *v) override {
    std::function<int(const volume *)> depth = [&](const volume *at) { return at ? 1 + depth(at->parent) : 0; };
    return depth(v);
  }
};
struct routes : service {
  int route_to(const destination *d) override {
    switch (d->kind) {
    case 1:
      return static_cast<int>(d->to.tape);
    case 2:
      return d->to.disk ? static_cast<int>(d->to.disk->size) : 0;
    }
    return -1;
  }
};
struct redirects : service {
  void redirect(destination *d) override {
    if (d->kind == 1)
      d->to.tape += 1;
    else if (d->kind == 2 && d->to.disk)
      d->to.disk->offset = 0;
  }
};
struct sums : service {
  void checksums(unsigned n, unsigned *sums) override {
    std::sort(sums, sums + n);
    std::transform(sums, sums + n, sums, [](unsigned s) { return ~s; });
  }
  void compact_sums(unsigned *n, unsigned *sums) override {
    unsigned *end = std::unique(sums, sums + *n);
    std::fill(end, sums + *n, 0);
  }
};
struct progress_wiped : service {
  void progress(unsigned job, unsigned *percent) override {
    log_value(*percent + job);
    *percent = 100;
    log_value(*percent);
  }
};
struct restores : service {
  int restore(bytes_pipe &data, bytes_pipe &index, bytes_pipe &log) override {
    std::vector<unsigned char> all;
    std::array<unsigned char, 256> some;
    while (const auto got = data.pull(some))
      all.insert(all.end(), some.begin(), some.begin() + got);
    while (const auto got = index.pull(some))
      all.insert(all.end(), some.begin(), some.begin() + got);
    log.push(all);
    log.push({});
    return 0;
  }
};
}
