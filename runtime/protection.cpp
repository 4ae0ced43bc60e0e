#include "protection.h"

namespace rpc::runtime {
namespace {

protection effective(protection level) noexcept {
  return level == protection::packet ? protection::integrity : level;
}

}  // namespace

const char* name_of(protection level) noexcept {
  switch (level) {
    case protection::none: return "none";
    case protection::connect: return "connect";
    case protection::packet: return "packet";
    case protection::integrity: return "integrity";
    case protection::privacy: return "privacy";
  }
  return "unknown";
}

bool meets(protection has, protection least) noexcept { return effective(has) >= effective(least); }

}  // namespace rpc::runtime
