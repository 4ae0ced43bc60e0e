#include "values.h"

#include <cstring>

namespace bench {
namespace {

std::uint64_t sum_of_bytes(const std::uint8_t *data, std::size_t size) {
  std::uint64_t sum = 0;
  for (; size >= 8; data += 8, size -= 8) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, data, sizeof eight);
    sum += eight;
  }
  for (; size > 0; ++data, --size)
    sum += *data;
  return sum;
}

// The text is long enough for a vector loop to begin and end within it.
template <class Texts, class Text>
Texts texts_of(const std::array<Text, 5> &words) {
  return {{1, 2, 3, 4, 5, 6, 7, 8},
          words[0],
          words[1],
          words[2],
          words[3],
          words[4]};
}

template <class Texts> std::uint64_t sum_of_texts(const Texts &all) {
  std::uint64_t sum = 0;
  for (const std::int32_t number : all.numbers)
    sum += static_cast<std::uint32_t>(number);
  for (const auto *text :
       {all.name, all.street, all.town, all.country, all.remark})
    sum += static_cast<std::uint64_t>(text[0]) +
           static_cast<std::uint64_t>(text[1]);
  return sum;
}

template <class Element>
std::uint64_t sum_of_elements(const std::vector<Element> &all) {
  std::uint64_t sum = 0;
  for (const Element &each : all)
    sum += static_cast<std::uint32_t>(each.key) +
           sum_of_bytes(each.data.data(), each.data.size());
  return sum;
}

} // namespace

list_of::list_of(std::size_t nodes) : data_(nodes), nodes_(nodes) {
  for (std::size_t i = 0; i < nodes; ++i) {
    data_[i].fill(static_cast<std::uint8_t>(i));
    nodes_[i] = {bytes_of_node, data_[i].data(),
                 i + 1 < nodes ? &nodes_[i + 1] : nullptr};
  }
}

views_of::views_of(std::size_t count) : data_(count), views_(count) {
  for (std::size_t i = 0; i < count; ++i) {
    data_[i].fill(static_cast<std::uint8_t>(i));
    views_[i] = {static_cast<std::int32_t>(i), data_[i]};
  }
}

tree_of::tree_of(unsigned levels) : nodes_((std::size_t{1} << levels) - 1) {
  for (std::size_t i = 0; i < nodes_.size(); ++i) {
    const std::size_t left = 2 * i + 1;
    nodes_[i] = {static_cast<std::int32_t>(i),
                 left < nodes_.size() ? &nodes_[left] : nullptr,
                 left + 1 < nodes_.size() ? &nodes_[left + 1] : nullptr};
  }
}

texts some_texts() {
  return texts_of<texts>(std::array{
      "The first of some five strings, 32", "of about thirty-two characters",
      "each, which are no longer in one", "than in the others, so that all",
      "of them take about the same time."});
}
wide_texts some_wide_texts() {
  return texts_of<wide_texts>(std::array{
      u"The first of some five strings, 32", u"of about thirty-two characters",
      u"each, which are no longer in one", u"than in the others, so that all",
      u"of them take about the same time."});
}

std::vector<pair> some_pairs(std::size_t count) {
  std::vector<pair> all(count);
  for (std::size_t i = 0; i < count; ++i)
    all[i] = {static_cast<std::int32_t>(i), 1};
  return all;
}
std::vector<owner> some_owners(std::size_t count) {
  std::vector<owner> all(count);
  for (std::size_t i = 0; i < count; ++i)
    all[i] = {static_cast<std::int32_t>(i),
              std::vector(bytes_of_node, static_cast<std::uint8_t>(i))};
  return all;
}

std::uint64_t sum(const node *head) {
  std::uint64_t sum = 0;
  for (; head != nullptr; head = head->next)
    sum += static_cast<std::uint32_t>(head->count) +
           sum_of_bytes(head->data, bytes_of_node);
  return sum;
}
std::uint64_t sum(const tree *root) {
  return root == nullptr ? 0
                         : static_cast<std::uint32_t>(root->value) +
                               sum(root->left) + sum(root->right);
}
std::uint64_t sum(const texts &all) { return sum_of_texts(all); }
std::uint64_t sum(const wide_texts &all) { return sum_of_texts(all); }
std::uint64_t sum(const pair *all, std::size_t count) {
  std::uint64_t sum = 0;
  for (std::size_t i = 0; i < count; ++i)
    sum += static_cast<std::uint32_t>(all[i].first) +
           static_cast<std::uint32_t>(all[i].second);
  return sum;
}
std::uint64_t sum(const std::vector<view> &all) { return sum_of_elements(all); }
std::uint64_t sum(const std::vector<owner> &all) {
  return sum_of_elements(all);
}

} // namespace bench
