#include "pac.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace rpc::security {
namespace {

constexpr std::size_t headers = 16;      // of type serialization (MS-RPCE 2.2.6)
constexpr std::size_t fixed_size = 216;  // of KERB_VALIDATION_INFO, its pointers as four bytes

// Where its members are.
namespace at {
constexpr std::array<std::size_t, 6> names{48, 56, 64, 72, 80, 88};
constexpr std::size_t user = 100;
constexpr std::size_t primary_group = 104;
constexpr std::size_t groups = 112;
constexpr std::size_t user_flags = 116;
constexpr std::array<std::size_t, 2> domain_names{136, 144};
constexpr std::size_t domain = 152;
constexpr std::size_t extra_sids = 200;
constexpr std::size_t resource_domain = 204;
constexpr std::size_t resource_groups = 212;
}  // namespace at

// UserFlags.
constexpr std::uint32_t has_extra_sids = 0x20;
constexpr std::uint32_t has_resource_groups = 0x200;

// SE_GROUP_* (MS-PAC 2.2.1).
constexpr std::uint32_t enabled = 0x4;
constexpr std::uint32_t deny_only = 0x10;

bool counts(std::uint32_t attributes) { return (attributes & (enabled | deny_only)) == enabled; }

/// Takes little-endian numbers off the front. What goes beyond the end is zero, and remembered.
class reader {
 public:
  explicit reader(std::span<const std::byte> from) : from_(from) {}

  [[nodiscard]] bool failed() const noexcept { return failed_; }
  void fail() noexcept { failed_ = true; }

  std::span<const std::byte> take(std::size_t size) {
    if (size > from_.size() - next_) {
      failed_ = true;
      return {};
    }
    return from_.subspan(std::exchange(next_, next_ + size), size);
  }
  std::uint64_t number(std::size_t size) {
    std::uint64_t value = 0;
    std::size_t shift = 0;
    for (const std::byte each : take(size))
      value |= std::to_integer<std::uint64_t>(each) << std::exchange(shift, shift + 8);
    return value;
  }
  /// An array's conformance, if so many elements can have come.
  std::size_t count(std::size_t least_element) {
    const std::size_t found = number(4);
    if (found > (from_.size() - next_) / least_element) failed_ = true;
    return failed_ ? 0 : found;
  }

  /// The text of an RPC_UNICODE_STRING, which does not matter here.
  void skip_text() {
    number(8);  // the most that there may be, and where it begins
    take(number(4) * 2);
    take((4 - next_ % 4) % 4);
  }
  /// RPC_SID.
  std::string sid() {
    const std::size_t conformance = number(4);
    const auto revision = number(1);
    const std::size_t count = number(1);
    std::uint64_t authority = 0;
    for (const std::byte each : take(6))
      authority = authority << 8 | std::to_integer<unsigned>(each);
    constexpr std::size_t most = 15;
    if (revision != 1 || count > most || conformance != count) failed_ = true;
    if (failed_) return {};
    std::string text = "S-1-" + std::to_string(authority);
    for (std::size_t i = 0; i < count; ++i) text.append("-").append(std::to_string(number(4)));
    return text;
  }

  struct group {
    std::uint64_t id;
    std::uint32_t attributes;
  };
  /// GROUP_MEMBERSHIP[].
  std::vector<group> groups() {
    std::vector<group> all(count(8));
    for (group& each : all) each = {number(4), static_cast<std::uint32_t>(number(4))};
    return all;
  }
  /// KERB_SID_AND_ATTRIBUTES[]: those that count.
  std::vector<std::string> sids() {
    std::vector<std::pair<bool, std::uint32_t>> all(count(8));
    for (auto& [present, attributes] : all) {
      present = number(4) != 0;
      attributes = static_cast<std::uint32_t>(number(4));
    }
    std::vector<std::string> found;
    for (const auto& [present, attributes] : all) {
      std::string next = present ? sid() : std::string();
      if (present && counts(attributes)) found.push_back(std::move(next));
    }
    return found;
  }

 private:
  const std::span<const std::byte> from_;
  std::size_t next_ = 0;
  bool failed_ = false;
};

std::string member(const std::string& domain, std::uint64_t id) {
  return domain + "-" + std::to_string(id);
}

void add(std::vector<std::string>& to, std::string sid) {
  if (std::ranges::find(to, sid) == to.end()) to.push_back(std::move(sid));
}

void add(std::vector<std::string>& to, const std::string& domain,
         const std::vector<reader::group>& groups) {
  for (const reader::group& each : groups)
    if (counts(each.attributes)) add(to, member(domain, each.id));
}

}  // namespace

std::optional<account_sids> read_logon_info(std::span<const std::byte> from) {
  reader in(from);
  const auto header = in.take(headers);
  const bool present = in.number(4) != 0;
  const auto fixed = in.take(fixed_size);
  if (in.failed() || !present || header[0] != std::byte{1} || header[1] != std::byte{0x10})
    return std::nullopt;
  const auto field = [&](std::size_t where) { return reader(fixed.subspan(where)).number(4); };

  // What pointers refer to follows in their order.
  for (const std::size_t name : at::names)
    if (field(name + 4) != 0) in.skip_text();
  const auto groups = field(at::groups) != 0 ? in.groups() : std::vector<reader::group>();
  for (const std::size_t name : at::domain_names)
    if (field(name + 4) != 0) in.skip_text();
  const std::string domain = field(at::domain) != 0 ? in.sid() : std::string();
  auto extra = field(at::extra_sids) != 0 ? in.sids() : std::vector<std::string>();
  const std::string resource_domain = field(at::resource_domain) != 0 ? in.sid() : std::string();
  const auto resources =
      field(at::resource_groups) != 0 ? in.groups() : std::vector<reader::group>();
  if (in.failed()) return std::nullopt;

  account_sids result;
  const std::uint64_t flags = field(at::user_flags);
  if ((flags & has_extra_sids) == 0) extra.clear();
  if (!domain.empty()) {
    if (field(at::user) != 0) result.user = member(domain, field(at::user));
    result.groups.push_back(member(domain, field(at::primary_group)));
    add(result.groups, domain, groups);
  }
  if (result.user.empty() && !extra.empty()) {  // an account of no domain
    result.user = std::move(extra.front());
    extra.erase(extra.begin());
  }
  for (std::string& each : extra) add(result.groups, std::move(each));
  if ((flags & has_resource_groups) != 0 && !resource_domain.empty())
    add(result.groups, resource_domain, resources);
  return result;
}

}  // namespace rpc::security
