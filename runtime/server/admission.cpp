#include "admission.h"

#include "../protection.h"

#include <algorithm>

namespace rpc::runtime {

admission admission_of(const server_options& options, bool beyond_loopback) {
  admission result = local_admission_of(options);
  result.apart = false;
  if (beyond_loopback && !options.allow_anonymous) result.least = protection::privacy;
  return result;
}

admission local_admission_of(const server_options& options) {
  return {options.security ? &options.security->acceptor() : nullptr, true};
}

bool demands(const admission& at, const requirement* required, protection stated) noexcept {
  return required != nullptr || (!at.apart && std::max(stated, at.least) != protection::none);
}

std::string refusal(const admission& at, const requirement* required, protection stated,
                    const caller& by, std::uint16_t opnum) {
  const identity* const proved = by.identity.get();
  const protection has = proved == nullptr ? protection::none : proved->level;
  const protection least = std::max(stated, required == nullptr ? at.least : required->level);
  if (!at.apart && !meets(has, least))
    return std::string("the call has the protection ") + name_of(has) + ", and " + name_of(least) +
           " is required";
  if (required == nullptr) return {};
  const auto& counts = required->mechanisms;
  if (!counts.empty() && !(at.apart && proved == nullptr)) {
    const mechanism used = proved == nullptr ? mechanism::none : proved->mechanism;
    if (std::ranges::find(counts, used) == counts.end())
      return "the caller was authenticated by a mechanism that does not count";
  }
  if (required->authorise && !required->authorise(by, opnum))
    return (proved == nullptr ? std::string("the caller") : proved->principal) +
           " is not authorised";
  return {};
}

}  // namespace rpc::runtime
