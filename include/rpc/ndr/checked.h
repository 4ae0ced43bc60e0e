#ifndef RPC_NDR_CHECKED_H
#define RPC_NDR_CHECKED_H

#include <concepts>
#include <cstdint>
#include <type_traits>

namespace rpc::ndr {

/// An integer of a size, length or discriminant expression.
///
/// The operands come from the peer, so no operator may trap or overflow: arithmetic is done
/// in 64 bits, and where there is no result (overflow, division by zero, shift out of
/// range) it is invalid, as is all that is computed from it. It is absent as well if an operand is
/// not there: its pointer is null, or its array has no elements.
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

  /// The value of an operand that is not there.
  static constexpr checked nothing() {
    checked c;
    c.absent_ = true;
    return c;
  }

  [[nodiscard]] constexpr bool valid() const { return valid_; }
  /// Whether it is invalid because an operand is not there.
  [[nodiscard]] constexpr bool absent() const { return absent_; }
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
    return both(a, b) && !__builtin_add_overflow(a.value_, b.value_, &r) ? checked(r)
                                                                         : neither(a, b);
  }
  friend constexpr checked operator-(checked a, checked b) {
    std::int64_t r = 0;
    return both(a, b) && !__builtin_sub_overflow(a.value_, b.value_, &r) ? checked(r)
                                                                         : neither(a, b);
  }
  friend constexpr checked operator*(checked a, checked b) {
    std::int64_t r = 0;
    return both(a, b) && !__builtin_mul_overflow(a.value_, b.value_, &r) ? checked(r)
                                                                         : neither(a, b);
  }
  friend constexpr checked operator/(checked a, checked b) {
    return divides(a, b) ? checked(a.value_ / b.value_) : neither(a, b);
  }
  friend constexpr checked operator%(checked a, checked b) {
    return divides(a, b) ? checked(a.value_ % b.value_) : neither(a, b);
  }
  friend constexpr checked operator<<(checked a, checked b) {
    if (!both(a, b) || b.value_ < 0 || b.value_ > 62) return neither(a, b);
    return a * checked(std::int64_t{1} << b.value_);
  }
  friend constexpr checked operator>>(checked a, checked b) {
    return both(a, b) && b.value_ >= 0 && b.value_ < 64 ? checked(a.value_ >> b.value_)
                                                        : neither(a, b);
  }
  friend constexpr checked operator&(checked a, checked b) {
    return both(a, b) ? checked(a.value_ & b.value_) : neither(a, b);
  }
  friend constexpr checked operator|(checked a, checked b) {
    return both(a, b) ? checked(a.value_ | b.value_) : neither(a, b);
  }
  friend constexpr checked operator^(checked a, checked b) {
    return both(a, b) ? checked(a.value_ ^ b.value_) : neither(a, b);
  }
  friend constexpr checked operator==(checked a, checked b) {
    return both(a, b) ? checked(a.value_ == b.value_) : neither(a, b);
  }
  friend constexpr checked operator!=(checked a, checked b) { return !(a == b); }
  friend constexpr checked operator<(checked a, checked b) {
    return both(a, b) ? checked(a.value_ < b.value_) : neither(a, b);
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
    if (!condition.valid_) return condition;
    return condition.value_ != 0 ? yes : no;
  }

 private:
  static constexpr bool both(checked a, checked b) { return a.valid_ && b.valid_; }
  static constexpr checked neither(checked a, checked b) {
    return a.absent_ || b.absent_ ? nothing() : checked();
  }
  static constexpr bool divides(checked a, checked b) {
    return both(a, b) && b.value_ != 0 && !(a.value_ == INT64_MIN && b.value_ == -1);
  }

  std::int64_t value_ = 0;
  bool valid_ = false;
  bool absent_ = false;
};

/// The end of a sentence that says that a value cannot be computed; "" where it says all.
constexpr const char* why_invalid(checked value) {
  return value.absent() ? ": a pointer in it is null, or an array in it is empty" : "";
}

/// A cast: the value as a T, modulo 2^n as in C++.
template <class T>
constexpr checked as(checked a) {
  return a.valid() ? checked(static_cast<T>(a.value())) : a;
}

/// A class that is dereferenced as a pointer is: std::optional and its like.
template <class T>
concept pointer_class = std::is_class_v<T>;

template <pointer_class T>
constexpr checked pointee(const T& pointer);
template <unsigned Levels = 0, pointer_class T>
constexpr checked present(const T& pointer);

/// `*pointer` in an expression, or `**pointer`, down to the integer; absent while a pointer on the
/// way is null.
template <class T>
constexpr checked pointee(const T* pointer) {
  if (pointer == nullptr) return checked::nothing();
  if constexpr (std::is_integral_v<T> || std::is_enum_v<T>) {
    return checked(*pointer);
  } else {
    return pointee(*pointer);
  }
}
template <pointer_class T>
constexpr checked pointee(const T& pointer) {
  return pointer ? pointee(&*pointer) : checked::nothing();
}

/// `pointer` as a condition, or its pointee over so many levels: 1 if that is not null.
template <unsigned Levels = 0, class T>
constexpr checked present(const T* pointer) {
  if constexpr (Levels == 0) {
    return checked(pointer != nullptr);
  } else {
    return pointer == nullptr ? checked::nothing() : present<Levels - 1>(*pointer);
  }
}
template <unsigned Levels, pointer_class T>
constexpr checked present(const T& pointer) {
  if constexpr (Levels == 0) {
    return checked(static_cast<bool>(pointer));
  } else {
    return pointer ? present<Levels - 1>(*pointer) : checked::nothing();
  }
}

/// What `read` makes of the first element of an array of that size, if it has one.
template <class Read>
constexpr checked first_element(checked size, Read read) {
  if (!size.valid()) return size;
  return size.value() > 0 ? read() : checked::nothing();
}

/// When the operands of an expression over members are known.
enum class known {
  at_once,         ///< with the members
  with_referents,  ///< when the pointees of the structure have been read
  with_sizes       ///< when the sizes of the arrays whose elements it reads have been checked
};

/// What an expression returns whose operands are known later than the members.
template <known When>
class checked_later : public checked {
 public:
  constexpr checked_later(checked value) : checked(value) {}  // NOLINT(google-explicit-constructor)
};

/// When the value that an expression returns is known.
template <class Value>
inline constexpr known known_when = known::at_once;
template <known When>
inline constexpr known known_when<checked_later<When>> = When;

}  // namespace rpc::ndr

#endif  // RPC_NDR_CHECKED_H
