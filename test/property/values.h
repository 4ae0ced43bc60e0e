#ifndef TEST_PROPERTY_VALUES_H
#define TEST_PROPERTY_VALUES_H

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <limits>
#include <memory>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace rpc::test {

/// Where random values come from: numbers, and memory for what pointers lead to.
///
/// Equal seeds make equal values on every machine. What no value covers (padding, arms that are not
/// selected, the rest behind a terminator) has `pattern` in every byte, so that two makers which
/// differ in nothing else show whether such bytes are looked at.
class values {
 public:
  values(std::uint64_t seed, std::byte pattern) : state_(seed), pattern_(pattern) {
    constexpr std::size_t lengths[] = {2, 5, 40};
    most_ = lengths[below(3)];
  }
  values(const values&) = delete;
  ~values() {
    for (const block& b : blocks_)
      if (b.destroy) b.destroy();
  }

  std::uint64_t bits() {  // splitmix64
    std::uint64_t z = state_ += 0x9E3779B97F4A7C15;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
  }
  std::uint64_t below(std::uint64_t limit) { return bits() % limit; }
  bool one_in(std::uint64_t n) { return below(n) == 0; }

  /// Most elements of one array.
  [[nodiscard]] std::size_t most() const { return most_; }

  /// An integer. Often one that is a size or a discriminant.
  template <class T>
  T integer() {
    if (!hints_.empty() && one_in(2)) return static_cast<T>(hints_[below(hints_.size())]);
    if (!seeking_ && one_in(2)) return static_cast<T>(bits());
    const std::uint64_t chosen = below(one_in(8) ? 400 : most_ + 1);
    return static_cast<T>(std::is_signed_v<T> && one_in(8) ? 0 - chosen : chosen);
  }

  /// A value from `low` to `high`.
  std::int64_t between(std::int64_t low, std::int64_t high) {
    if (one_in(8)) return high;
    const auto span = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low);
    const std::uint64_t most = seeking_ || one_in(2) ? std::min<std::uint64_t>(most_, span) : span;
    const std::uint64_t added =
        most == std::numeric_limits<std::uint64_t>::max() ? bits() : below(most + 1);
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) + added);
  }

  /// Whether a pointer that may be null still leads somewhere: graphs come to an end.
  bool leads_on() {
    if (depth_ > 6 || links_ == 60 || one_in(3)) return false;
    ++links_;
    return true;
  }

  /// The number of elements of an array that is free to choose it.
  std::size_t length() { return leads_on() ? below(std::min<std::size_t>(most_, 5) + 1) : 0; }

  /// Memory for `count` objects. Each block stands alone, for sanitizers to know where it ends.
  template <class T>
  T* room(std::size_t count) {
    T* const first = static_cast<T*>(bytes(count * sizeof(T)));
    if constexpr (!std::is_trivially_default_constructible_v<T>) {
      asm volatile("" : : "r"(first) : "memory");  // or the pattern is optimised away
      std::uninitialized_default_construct_n(first, count);
      blocks_.back().destroy = [first, count] { std::destroy_n(first, count); };
    }
    return first;
  }
  void* bytes(std::size_t size) {
    blocks_.push_back({std::make_unique_for_overwrite<std::byte[]>(size), {}});
    std::memset(blocks_.back().memory.get(), std::to_integer<int>(pattern_), size);
    return blocks_.back().memory.get();
  }

  /// Objects of one type to which several pointers may lead; null if there is none.
  void keep(const void* type, void* object) { kept_.emplace_back(type, object); }
  void* any_kept(const void* type) {
    std::vector<void*> fitting;
    for (const auto& [of, object] : kept_)
      if (of == type) fitting.push_back(object);
    return fitting.empty() ? nullptr : fitting[below(fitting.size())];
  }
  /// Some of those of all types.
  std::vector<const void*> some_kept() {
    std::vector<const void*> chosen;
    for (const auto& [of, object] : kept_)
      if (one_in(3)) chosen.push_back(object);
    return chosen;
  }

  /// What is being filled does not go with what it depends on: a size is no count, a discriminant
  /// selects no arm.
  void reject() { rejected_ = true; }
  /// Whether it was, and forgets it.
  bool was_rejected() { return std::exchange(rejected_, false); }

  /// While it lives, one object or frame is filled.
  class object {
   public:
    /// `hints` are values that some of its integers should have.
    object(values& v, std::vector<std::int64_t> hints) : values_(v), outer_(std::move(hints)) {
      exchange();
      ++v.depth_;
    }
    object(const object&) = delete;
    ~object() {
      exchange();
      --values_.depth_;
    }
    /// From now on integers are filled again, to go with what depends on them.
    void seek() { values_.seeking_ = true; }

   private:
    void exchange() {
      std::swap(values_.hints_, outer_);
      std::swap(values_.seeking_, outer_seeks_);
      std::swap(values_.rejected_, outer_rejected_);
    }
    values& values_;
    std::vector<std::int64_t> outer_;
    bool outer_seeks_ = false;
    bool outer_rejected_ = false;
  };

 private:
  std::uint64_t state_;
  std::byte pattern_;
  std::size_t most_;
  std::vector<std::int64_t> hints_;  // of the object under way
  bool seeking_ = false;
  unsigned depth_ = 0;
  unsigned links_ = 0;
  bool rejected_ = false;
  struct block {
    std::unique_ptr<std::byte[]> memory;
    std::function<void()> destroy;
  };
  std::vector<block> blocks_;
  std::vector<std::pair<const void*, void*>> kept_;
};

}  // namespace rpc::test

#endif  // TEST_PROPERTY_VALUES_H
