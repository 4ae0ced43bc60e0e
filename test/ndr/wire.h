#ifndef RPC_TEST_NDR_WIRE_H
#define RPC_TEST_NDR_WIRE_H

#include <gtest/gtest.h>
#include <rpc/ndr/call.h>

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace wire_test {

// Bytes written as hexadecimal digits; blanks group them as the fields they are.
inline rpc::buffer bytes(std::string_view hex) {
  rpc::buffer out;
  std::string digits;
  for (const char c : hex)
    if (c != ' ') digits += c;
  out.resize(digits.size() / 2);
  for (std::size_t i = 0; i < out.size(); ++i)
    out.data()[i] = static_cast<std::byte>(std::stoi(digits.substr(2 * i, 2), nullptr, 16));
  return out;
}

inline std::string hex(const rpc::buffer& b) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  for (const std::byte byte : b.bytes()) {
    text += digits[std::to_integer<unsigned>(byte) >> 4];
    text += digits[std::to_integer<unsigned>(byte) & 15];
  }
  return text;
}

inline std::string hex(std::string_view spaced) { return hex(bytes(spaced)); }

template <class Frame>
std::string request(rpc::ndr::syntax s, const Frame& frame) {
  rpc::buffer out;
  rpc::ndr::marshal_request(s, frame, out);
  return hex(out);
}

template <class Frame>
std::string response(rpc::ndr::syntax s, const Frame& frame) {
  rpc::buffer out;
  rpc::ndr::marshal_response(s, frame, out);
  return hex(out);
}

// A client receives a response.
template <class Frame>
void receive(Frame& frame, std::string_view stub, rpc::ndr::syntax s = rpc::ndr::syntax::ndr20) {
  rpc::buffer message = bytes(stub);
  rpc::ndr::unmarshal_response(s, std::endian::little, message.bytes(), frame);
}

// A request as a server received it: the frame's pointers lead into what is kept here.
template <class Frame>
struct received {
  received(rpc::ndr::syntax s, std::string_view stub, std::endian sender = std::endian::little,
           std::size_t budget = std::size_t{1} << 20)
      : message(bytes(stub)), memory(budget) {
    rpc::ndr::unmarshal_request(s, sender, message.bytes(), frame, memory);
  }
  // Whether `pointer` leads into the message itself.
  bool in_message(const void* pointer) const {
    const auto* at = static_cast<const std::byte*>(pointer);
    return at >= message.data() && at < message.data() + message.size();
  }

  rpc::buffer message;
  rpc::arena memory;
  Frame frame{};
};

// The code and the text of the error that `act` throws.
template <class Act>
std::pair<rpc::status, std::string> failure_of(Act&& act) {
  try {
    act();
  } catch (const rpc::error& e) {
    return {e.code(), e.what()};
  }
  return {rpc::status::ok, "no error"};
}

constexpr auto ndr20 = rpc::ndr::syntax::ndr20;
constexpr auto ndr64 = rpc::ndr::syntax::ndr64;

}  // namespace wire_test

// The operation that a test's frame stands for: its name and its parameters.
#define RPC_TEST_OPERATION(frame)                            \
  using call = frame;                                        \
  [[maybe_unused]] static constexpr std::uint16_t opnum = 0; \
  static constexpr char name[] = #frame

#endif  // RPC_TEST_NDR_WIRE_H
