#include "../random.h"
#include "towers.h"
#include "uuids.h"

#include <rpc/dce/ept.h>
#include <rpc/dce/mgmt.h>
#include <rpc/endpoint_mapper.h>
#include <rpc/error.h>
#include <rpc/status.h>
#include <rpc/stub_memory.h>
#include <rpc/tower.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace rpc {
namespace {

void require(std::uint32_t code, const char* operation) {
  if (code != 0) throw error(static_cast<status>(code), std::string("ept::") + operation);
}

/// A handle that was not used to the end is given back.
class search {
 public:
  explicit search(const ept::client& at) : at_(at) {}
  search(const search&) = delete;
  search& operator=(const search&) = delete;
  ~search() {
    if (handle_ == nullptr) return;
    try {
      at_.lookup_handle_free(&handle_);
    } catch (const error&) {
      destroy_client_context(handle_);  // the connection is lost
    }
  }

  [[nodiscard]] ept::lookup_handle* handle() noexcept { return &handle_; }
  [[nodiscard]] bool over() const noexcept { return handle_ == nullptr; }

 private:
  const ept::client& at_;
  ept::lookup_handle handle_ = nullptr;
};

/// In memory of rpc::allocate.
std::vector<ept::entry> sent_form(std::span<const endpoint_entry> from) {
  std::vector<ept::entry> result;
  for (const endpoint_entry& each : from) {
    ept::entry& made = result.emplace_back();
    made.object = runtime::guid_of(each.object);
    made.where = runtime::tower_of(encode(each.where));
    const std::size_t size = std::min(each.annotation.size(), sizeof made.annotation - 1);
    std::ranges::copy(each.annotation.substr(0, size), made.annotation);
  }
  return result;
}

std::vector<endpoint_entry> entries_of(const server& of, std::string_view annotation) {
  std::vector<endpoint_entry> result;
  for (const auto& [offer, at] : of.served()) {
    const uuid& id = offer.id.id;
    if (id == endpoint_mapper_interface || id == interface<mgmt::service>::id.id) continue;
    for (const syntax_id& syntax : {ndr20_syntax, ndr64_syntax})
      if (syntax == ndr20_syntax || offer.ndr64)
        result.push_back({make_tower(offer.id, syntax, at), {}, std::string(annotation)});
  }
  return result;
}

}  // namespace

std::vector<endpoint_entry> lookup_endpoints(const connection& mapper,
                                             const endpoint_filter& filter) {
  constexpr std::uint32_t page = 100;
  constexpr std::size_t most = 1u << 20;  // of a mapper that does not come to an end
  const ept::client at(mapper);
  const ms::GUID object = runtime::guid_of(filter.object.value_or(uuid()));
  ept::interface_id interface{};
  if (filter.interface)
    interface = {runtime::guid_of(filter.interface->id), filter.interface->major,
                 filter.interface->minor};
  const std::uint32_t inquiry = (filter.interface ? ept::by_interface : ept::all_entries) |
                                (filter.object ? ept::by_object : ept::all_entries);
  std::vector<endpoint_entry> result;
  search all(at);
  do {
    const stub_memory_scope memory;
    std::array<ept::entry, page> entries{};
    std::uint32_t count = 0;
    const std::uint32_t code = at.lookup(
        inquiry, filter.object ? &object : nullptr, filter.interface ? &interface : nullptr,
        static_cast<std::uint32_t>(filter.versions), all.handle(), page, &count, entries.data());
    const bool last =
        code == runtime::ept_status::not_registered;  // with entries, if the mapper is Samba's
    if (!last) require(code, "lookup");
    for (const ept::entry& each : std::span(entries).first(count)) {
      if (auto where = runtime::decode(each.where))
        result.push_back({*std::move(where), runtime::uuid_of(each.object), each.annotation});
    }
    if (result.size() > most)
      throw error(status::protocol_error, "the endpoint mapper has more than 1048576 entries");
    if (last || count == 0) break;
  } while (!all.over());
  return result;
}

std::vector<tower> map_endpoint(const connection& mapper, const tower& wanted, const uuid& object,
                                std::size_t most) {
  const ept::client at(mapper);
  const stub_memory_scope memory;
  const ms::GUID of = runtime::guid_of(object);
  const auto size = static_cast<std::uint32_t>(std::min<std::size_t>(most, 500));
  std::vector<ept::tower_octets*> found(size);
  std::uint32_t count = 0;
  search all(at);
  const std::uint32_t code =
      at.map(&of, runtime::tower_of(encode(wanted)), all.handle(), size, &count, found.data());
  if (code != runtime::ept_status::not_registered) require(code, "map");
  std::vector<tower> result;
  for (const ept::tower_octets* const each : std::span(found).first(count))
    if (auto known = runtime::decode(each)) result.push_back(*std::move(known));
  return result;
}

endpoint resolve(const endpoint& on, const offered_interface& interface,
                 const connection_options& options) {
  endpoint at = on;
  at.port = options.mapper_port;
  connection_options plain = options;
  plain.security.reset();
  const connection mapper(at, plain);
  auto found = map_endpoint(mapper, make_tower(interface.id, ndr20_syntax, on));
  std::erase_if(found, [](const tower& each) {
    return each.protocol != "ncacn_ip_tcp" || each.endpoint.empty();
  });
  if (!found.empty()) {
    const tower& one = found[runtime::random_number<std::uint32_t>() % found.size()];
    endpoint result = on;
    result.port = static_cast<std::uint16_t>(std::stoul(one.endpoint));
    return result;
  }
  throw error(status::endpoint_not_registered, "interface " + interface.id.id.text() + " version " +
                                                   std::to_string(interface.id.major) + "." +
                                                   std::to_string(interface.id.minor) +
                                                   " at the endpoint mapper " + at.text());
}

struct endpoint_registration::state {
  ept::client mapper;
  std::vector<endpoint_entry> entries;
};

endpoint_registration::endpoint_registration(const server& of, const connection& mapper,
                                             std::string_view annotation, registration how)
    : endpoint_registration(entries_of(of, annotation), mapper, how) {}

endpoint_registration::endpoint_registration(std::vector<endpoint_entry> entries,
                                             const connection& mapper, registration how)
    : state_(new state{ept::client(mapper), std::move(entries)}) {
  const stub_memory_scope memory;
  const auto sent = sent_form(state_->entries);
  if (!sent.empty())
    require(state_->mapper.insert(static_cast<std::uint32_t>(sent.size()), sent.data(),
                                  how == registration::replaces),
            "insert");
}

endpoint_registration::~endpoint_registration() {
  try {
    const stub_memory_scope memory;
    const auto sent = sent_form(state_->entries);
    if (!sent.empty()) state_->mapper.remove(static_cast<std::uint32_t>(sent.size()), sent.data());
  } catch (const std::exception&) {
    // It has ended, or will find out by itself that this process has.
  }
}

const std::vector<endpoint_entry>& endpoint_registration::entries() const noexcept {
  return state_->entries;
}

}  // namespace rpc
