#ifndef BENCH_VALUES_H
#define BENCH_VALUES_H

#include "workloads.h"

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <vector>

/// What is sent, and what reads every field of it, whose result depends on
/// each.
namespace bench {

using namespace sent;

inline constexpr std::size_t bytes_of_node = 16;

/// A list of so many nodes.
class list_of {
public:
  explicit list_of(std::size_t nodes);
  const node *head() const { return nodes_.data(); }

private:
  std::vector<std::array<std::uint8_t, bytes_of_node>> data_;
  std::vector<node> nodes_;
};

/// So many structures, each of which refers to bytes of its own, as those that
/// are read do.
class views_of {
public:
  explicit views_of(std::size_t count);
  const std::vector<view> &all() const { return views_; }

private:
  std::vector<std::array<std::uint8_t, bytes_of_node>> data_;
  std::vector<view> views_;
};

/// A full binary tree of so many levels.
class tree_of {
public:
  explicit tree_of(unsigned levels);
  const tree *root() const { return nodes_.data(); }

private:
  std::vector<tree> nodes_;
};

/// Five strings of about 32 characters, and eight integers.
texts some_texts();
wide_texts some_wide_texts();

std::vector<pair> some_pairs(std::size_t count);
std::vector<owner> some_owners(std::size_t count);

std::uint64_t sum(const node *head);
std::uint64_t sum(const tree *root);
std::uint64_t sum(const texts &all);
std::uint64_t sum(const wide_texts &all);
std::uint64_t sum(const pair *all, std::size_t count);
std::uint64_t sum(const std::vector<view> &all);
std::uint64_t sum(const std::vector<owner> &all);

} // namespace bench

#endif
