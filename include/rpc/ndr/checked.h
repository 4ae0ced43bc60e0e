#ifndef RPC_NDR_CHECKED_H
#define RPC_NDR_CHECKED_H

#include <concepts>
#include <cstdint>
#include <type_traits>

namespace rpc::ndr {

/// An integer of a size, length or discriminant expression.
///
/// The operands come from the peer, so no operator may trap or overflow: arithmetic is done
/// in 64 bits, and where the result cannot be told (overflow, division by zero, shift out of
/// range, null pointer) it is invalid, as is all that is computed from it.
class checked {
 public:
  constexpr checked() = default;

  template <class T>
    requires(std::integral<T> || std::is_enum_v<T>)
  constexpr checked(T value) {  // NOLINT(google-explicit-constructor): literals mix with operands
    if constexpr (std::is_enum_v<T>) {
      *this = checked(static_cast<std::underlying_type_t<T>>(value));
    } else if constexpr (std::is_same_v<T, char>) {
      *this = checked(static_cast<unsigned char>(value));  // unsigned in IDL
    } else {
      value_ = static_cast<std::int64_t>(value);
      valid_ = std::is_signed_v<T> || value_ >= 0;  // else beyond 63 bits
      if (!valid_) value_ = 0;
    }
  }

  [[nodiscard]] constexpr bool valid() const { return valid_; }
  /// Zero if the value is not valid.
  [[nodiscard]] constexpr std::int64_t value() const { return value_; }
  /// Whether it is a valid count: valid and not negative.
  [[nodiscard]] constexpr bool is_count() const { return valid_ && value_ >= 0; }

  friend constexpr checked operator+(checked a) { return a; }
  friend constexpr checked operator-(checked a) { return checked(0) - a; }
  friend constexpr checked operator~(checked a) { return a.valid_ ? checked(~a.value_) : a; }
  friend constexpr checked operator!(checked a) { return a.valid_ ? checked(a.value_ == 0) : a; }

  friend constexpr checked operator+(checked a, checked b) {
    std::int64_t r = 0;
    return both(a, b) && !__builtin_add_overflow(a.value_, b.value_, &r) ? checked(r) : checked();
  }
  friend constexpr checked operator-(checked a, checked b) {
    std::int64_t r = 0;
    return both(a, b) && !__builtin_sub_overflow(a.value_, b.value_, &r) ? checked(r) : checked();
  }
  friend constexpr checked operator*(checked a, checked b) {
    std::int64_t r = 0;
    return both(a, b) && !__builtin_mul_overflow(a.value_, b.value_, &r) ? checked(r) : checked();
  }
  friend constexpr checked operator/(checked a, checked b) {
    return divides(a, b) ? checked(a.value_ / b.value_) : checked();
  }
  friend constexpr checked operator%(checked a, checked b) {
    return divides(a, b) ? checked(a.value_ % b.value_) : checked();
  }
  friend constexpr checked operator<<(checked a, checked b) {
    if (!both(a, b) || b.value_ < 0 || b.value_ > 62) return {};
    return a * checked(std::int64_t{1} << b.value_);
  }
  friend constexpr checked operator>>(checked a, checked b) {
    return both(a, b) && b.value_ >= 0 && b.value_ < 64 ? checked(a.value_ >> b.value_) : checked();
  }
  friend constexpr checked operator&(checked a, checked b) {
    return both(a, b) ? checked(a.value_ & b.value_) : checked();
  }
  friend constexpr checked operator|(checked a, checked b) {
    return both(a, b) ? checked(a.value_ | b.value_) : checked();
  }
  friend constexpr checked operator^(checked a, checked b) {
    return both(a, b) ? checked(a.value_ ^ b.value_) : checked();
  }
  friend constexpr checked operator==(checked a, checked b) {
    return both(a, b) ? checked(a.value_ == b.value_) : checked();
  }
  friend constexpr checked operator!=(checked a, checked b) { return !(a == b); }
  friend constexpr checked operator<(checked a, checked b) {
    return both(a, b) ? checked(a.value_ < b.value_) : checked();
  }
  friend constexpr checked operator>(checked a, checked b) { return b < a; }
  friend constexpr checked operator<=(checked a, checked b) { return !(b < a); }
  friend constexpr checked operator>=(checked a, checked b) { return !(a < b); }
  friend constexpr checked operator&&(checked a, checked b) {
    return choose(a, choose(b, 1, 0), 0);
  }
  friend constexpr checked operator||(checked a, checked b) {
    return choose(a, 1, choose(b, 1, 0));
  }
  /// `condition ? yes : no`; only a condition and the side it chooses must be valid.
  friend constexpr checked choose(checked condition, checked yes, checked no) {
    if (!condition.valid_) return {};
    return condition.value_ != 0 ? yes : no;
  }

 private:
  static constexpr bool both(checked a, checked b) { return a.valid_ && b.valid_; }
  static constexpr bool divides(checked a, checked b) {
    return both(a, b) && b.value_ != 0 && !(a.value_ == INT64_MIN && b.value_ == -1);
  }

  std::int64_t value_ = 0;
  bool valid_ = false;
};

/// `*pointer` in an expression, or `**pointer`, down to the integer; invalid while a pointer on
/// the way is null.
template <class T>
constexpr checked pointee(const T* pointer) {
  if (pointer == nullptr) return {};
  if constexpr (std::is_pointer_v<T>) {
    return pointee(*pointer);
  } else {
    return checked(*pointer);
  }
}

}  // namespace rpc::ndr

#endif  // RPC_NDR_CHECKED_H
