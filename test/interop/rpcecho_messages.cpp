// rpcecho_messages FOLDER: writes stub data of every operation of rpcecho (messages.h).
#include <algorithm>
#include <iostream>
#include <string>

#include "messages.h"
#include "rpcecho.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: rpcecho_messages FOLDER\n";
    return 2;
  }
  const std::string folder = argv[1];
  const auto write = [&](const std::string& function, const auto& frame) {
    write_messages(folder, "rpcecho", "echo_" + function, frame);
  };
  namespace wire = rpcecho::wire;

  std::uint32_t number = 42;
  write("AddOne", wire::add_one{.value = 41, .result = &number});

  std::uint8_t data[] = {1, 2, 3, 4, 5, 6, 7};
  write("EchoData", wire::echo_data{.size = 7, .data = data, .result = data});
  write("SinkData", wire::sink_data{.size = 7, .data = data});
  write("SourceData", wire::source_data{.size = 7, .data = data});

  char16_t text[] = u"input string";
  char16_t* text_pointer = text;
  write("TestCall", wire::test_call{.text = text, .result = &text_pointer});

  rpcecho::info info{};
  info.level7 = {80, {90}};
  write("TestCall2", wire::test_call2{.level = 7, .result = &info, .return_value = 0});
  write("TestSleep", wire::test_sleep{.seconds = 3, .return_value = 3});

  rpcecho::enum1 foo1 = rpcecho::enum1::two;
  rpcecho::enum2 foo2{rpcecho::enum1::one, rpcecho::enum1_32::two};
  rpcecho::enum3 foo3{};
  foo3.e2 = foo2;
  write("TestEnum", wire::test_enum{.foo1 = &foo1, .foo2 = &foo2, .foo3 = &foo3});

  // Four elements: where they end off a boundary, Samba pads NDR64 after them, and we before.
  alignas(rpcecho::surrounding) std::byte memory[sizeof(rpcecho::surrounding) + 8];
  auto* surrounding = new (memory) rpcecho::surrounding{.x = 4, .zeros = {}};
  std::fill_n(surrounding->zeros, 4, std::uint16_t{7});
  write("TestSurrounding", wire::test_surrounding{.data = &surrounding});

  std::uint16_t value = 12;
  std::uint16_t* inner = &value;
  std::uint16_t** outer = &inner;
  write("TestDoublePointer", wire::test_double_pointer{.data = &outer, .return_value = 12});
}
