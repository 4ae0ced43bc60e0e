// pac: writes a PAC_DEVICE_INFO. pac FILE: decodes what is in FILE and writes it again.
#include "pac.h"

#include <rpc/serialize.h>

#include <cstddef>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

namespace {

void write(const std::vector<std::byte>& bytes) {
  std::cout.write(reinterpret_cast<const char*>(bytes.data()),
                  static_cast<std::streamsize>(bytes.size()));
}

/// S-1-5-21-`last`, in the memory given.
pac::sid* domain(std::byte* memory, std::uint32_t last) {
  auto* made = reinterpret_cast<pac::sid*>(memory);
  *made = {1, 2, {0, 0, 0, 0, 0, 5}, {21}};
  std::memcpy(memory + offsetof(pac::sid, parts) + 4, &last, 4);
  return made;
}

void make() {
  alignas(pac::sid) std::byte memory[2][16];
  pac::sid* account = domain(memory[0], 1000);
  pac::sid* extra = domain(memory[1], 2000);
  pac::group groups[] = {{513, 7}, {515, 7}, {518, 3}};
  pac::sid_and_attributes extras[] = {{extra, 7}, {nullptr, 0}};
  const pac::device_info info{1103, 515, account, 3, groups, 2, extras, 0, nullptr};
  write(rpc::encode(&info));
}

void again(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};
  write(rpc::encode(
      *rpc::decode<pac::device_info*>(std::as_bytes(std::span(bytes.data(), bytes.size())))));
}

}  // namespace

int main(int count, char** arguments) {
  try {
    if (count == 1) {
      make();
    } else {
      again(arguments[1]);
    }
  } catch (const rpc::error& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
  return 0;
}
