#include <rpc/rpc.h>

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace [[rpc::interface("0d6c2f51-7f0e-4a57-9c1e-6b8f0a3d2e12", 1, 0)]] unsayable {

struct person {
  std::uint32_t id;
  std::vector<std::string> aliases;
};
struct family {
  std::unique_ptr<person> first;
};

void name([[rpc::in]] std::uint32_t id, [[rpc::out]] std::string& text);
void put([[rpc::in]] const std::vector<std::int32_t>& numbers);
void look([[rpc::in]] std::span<const std::uint8_t> bytes);
void move([[rpc::in]] const family& whole);
std::uint32_t count([[rpc::in, rpc::string]] const char* letter);
std::array<std::int32_t, 2> both();

}  // namespace unsayable

[[rpc::stubs]];
