#ifndef BENCH_WORKLOADS_H
#define BENCH_WORKLOADS_H

#include <rpc/rpc.h>

#include <span>
#include <vector>

namespace [[rpc::interface("5b0f6c1e-7c0f-4d0e-8a55-0d1c2f9f6b11", 1, 0), rpc::pointer_default(unique)]] sent {

struct node {
  std::int32_t count;
  [[rpc::size_is(count)]] const std::uint8_t *data;
  node *next;
};
struct tree {
  std::int32_t value;
  tree *left;
  tree *right;
};
struct texts {
  std::int32_t numbers[8];
  [[rpc::string]] const char *name;
  [[rpc::string]] const char *street;
  [[rpc::string]] const char *town;
  [[rpc::string]] const char *country;
  [[rpc::string]] const char *remark;
};
struct wide_texts {
  std::int32_t numbers[8];
  [[rpc::string]] const char16_t *name;
  [[rpc::string]] const char16_t *street;
  [[rpc::string]] const char16_t *town;
  [[rpc::string]] const char16_t *country;
  [[rpc::string]] const char16_t *remark;
};
struct pair {
  std::int32_t first;
  std::int32_t second;
};
struct view {
  std::int32_t key;
  std::span<const std::uint8_t> data;
};
struct owner {
  std::int32_t key;
  std::vector<std::uint8_t> data;
};

std::int32_t add([[rpc::in]] std::int32_t left, [[rpc::in]] std::int32_t right);
void send_list([[rpc::in]] const node *head);
void send_tree([[rpc::in]] const tree *root);
void send_texts([[rpc::in, rpc::ref]] const texts *all);
void send_wide_texts([[rpc::in, rpc::ref]] const wide_texts *all);
void send_pairs([[rpc::in]] std::uint32_t count, [[rpc::in, rpc::size_is(count)]] const pair *all);
void send_views([[rpc::in]] const std::vector<view> &all);
void send_owners([[rpc::in]] const std::vector<owner> &all);

struct block {
  std::uint32_t count;
  [[rpc::size_is(count)]] const pair *all;
};
void send_block([[rpc::in, rpc::ref]] const block *all);

} // namespace sent

[[rpc::stubs]];

#endif
