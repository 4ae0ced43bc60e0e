#ifndef RPC_NDR_FAILURE_H
#define RPC_NDR_FAILURE_H

#include <rpc/status.h>

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace rpc::ndr {

/// A piece of an error's text: words, or a number.
class word {
 public:
  constexpr word(const char* text) : text_(text) {}  // NOLINT(google-explicit-constructor)
  constexpr word(std::signed_integral auto number)   // NOLINT(google-explicit-constructor)
      : number_(static_cast<std::uint64_t>(number)), negative_(number < 0) {}
  constexpr word(std::unsigned_integral auto number)  // NOLINT(google-explicit-constructor)
      : number_(number) {}

  void append_to(std::string& sentence) const;

 private:
  const char* text_ = nullptr;  // null: a number
  std::uint64_t number_ = 0;
  bool negative_ = false;
};

/// What went wrong while stub data were written or read, and where. The first failure stays;
/// what comes after it is a consequence.
class failure {
 public:
  explicit operator bool() const { return code_ != status::ok; }
  [[nodiscard]] status code() const { return code_; }

  /// No words where the code says all.
  void set(status code, std::initializer_list<word> words);
  /// Says how far in the message it was found, in bytes.
  void at_byte(std::uint64_t offset) { words_->byte = offset; }

  /// Puts the name of an enclosing field or parameter before the place of a failure.
  void at(std::string_view name);

  /// "'list.next': the count is 5, but size_is says 4 (at byte 20)"
  [[nodiscard]] std::string sentence() const;

 private:
  struct words {
    std::string text;
    std::string path;
    std::optional<std::uint64_t> byte;
  };

  status code_ = status::ok;
  std::unique_ptr<words> words_;  // of a failure: most messages have none
};

/// Throws rpc::error for a failure in the stub data of an operation:
/// "echo::sum: 'list.next': ...".
[[noreturn]] void raise(std::string operation, const failure& f);

}  // namespace rpc::ndr

#endif  // RPC_NDR_FAILURE_H
