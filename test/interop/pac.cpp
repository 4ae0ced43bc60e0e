// pac KIND: writes a KERB_VALIDATION_INFO (KIND is logon) or a PAC_DEVICE_INFO (device).
// pac KIND FILE: decodes the one in FILE and writes it again.
#include "pac.h"

#include <rpc/serialize.h>

#include <cstddef>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <string_view>
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

template <std::size_t N>
pac::string string(char16_t (&text)[N]) {
  constexpr auto length = static_cast<std::uint16_t>(2 * (N - 1));  // without the terminator
  return {length, length, text};
}

/// What the parts of a PAC point to.
struct sample {
  alignas(pac::sid) std::byte memory[2][16];
  pac::sid* account = domain(memory[0], 1000);
  pac::sid* extra = domain(memory[1], 2000);
  pac::group groups[3] = {{513, 7}, {515, 7}, {518, 3}};
  pac::sid_and_attributes extras[2] = {{extra, 7}, {nullptr, 0}};
  char16_t name[4] = u"ada";
  char16_t full_name[13] = u"Ada Lovelace";
  char16_t server[3] = u"DC";
  char16_t empty[1] = u"";
};

std::vector<std::byte> encoded(sample& s, pac::device_info info) {
  info = {1103, 515, s.account, 3, s.groups, 2, s.extras, 0, nullptr};
  return rpc::encode(&info);
}

std::vector<std::byte> encoded(sample& s, pac::logon_info info) {
  info.logon_time = {0x89ABCDEF, 0x01234567};
  info.kick_off_time = {0xFFFFFFFF, 0x7FFFFFFF};
  info.name = string(s.name);
  info.full_name = string(s.full_name);
  for (auto* none :
       {&info.logon_script, &info.profile_path, &info.home_directory, &info.home_drive})
    *none = string(s.empty);
  info.logon_count = 500;
  info.user = 1103;
  info.primary_group = 513;
  info.group_count = 3;
  info.groups = s.groups;
  info.session_key[15] = 9;
  info.logon_server = string(s.server);
  info.domain = string(s.empty);
  info.domain_id = s.account;
  info.account_control = 0x10;
  info.sid_count = 2;
  info.extra_sids = s.extras;
  return rpc::encode(&info);
}

std::vector<std::byte> read(const char* path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  std::vector<std::byte> bytes(text.size());
  std::memcpy(bytes.data(), text.data(), text.size());
  return bytes;
}

template <class Info>
void run(const char* path) {
  sample s;
  write(path == nullptr ? encoded(s, Info{}) : rpc::encode(*rpc::decode<Info*>(read(path))));
}

}  // namespace

int main(int count, char** arguments) {
  try {
    const char* path = count > 2 ? arguments[2] : nullptr;
    if (std::string_view(arguments[1]) == "logon") {
      run<pac::logon_info>(path);
    } else {
      run<pac::device_info>(path);
    }
  } catch (const rpc::error& e) {
    std::cerr << e.what() << '\n';
    return 1;
  }
  return 0;
}
