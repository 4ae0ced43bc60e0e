#include "endpoint_map.h"
#include "towers.h"
#include "uuids.h"

#include "../random.h"

#include <rpc/dce/ept.h>
#include <rpc/endpoint_mapper.h>
#include <rpc/handle.h>
#include <rpc/status.h>
#include <rpc/tower.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <utility>
#include <vector>

#include <unistd.h>

/// The entry from which the next page is looked for.
struct rpc::ept::position {
  std::uint64_t next;
};

void rpc::ept::lookup_handle_rundown(lookup_handle left) { delete left; }

namespace rpc {
namespace {

using runtime::endpoint_map;
using runtime::mapped_tower;
namespace ept_status = runtime::ept_status;

bool may_register(const caller& by) {
  if (!by.local) return by.in_process();
  return by.local->user == 0 || by.local->user == ::geteuid();
}

/// Whether the version of an entry's interface is one that is asked for.
bool meets(const syntax_id& has, const syntax_id& wanted, version_match how) {
  switch (how) {
    case version_match::all: return true;
    case version_match::compatible: return has.major == wanted.major && has.minor >= wanted.minor;
    case version_match::exact: return has.major == wanted.major && has.minor == wanted.minor;
    case version_match::same_major: return has.major == wanted.major;
    case version_match::up_to:
      return has.major < wanted.major || (has.major == wanted.major && has.minor <= wanted.minor);
  }
  return false;
}

class mapper final : public ept::service {
 public:
  explicit mapper(const endpoint_mapper_options& options)
      : may_register_(options.may_register ? options.may_register : may_register),
        entries_(options.max_entries) {}

  std::uint32_t insert(std::uint32_t count, const ept::entry* entries,
                       std::uint32_t replace) override {
    const caller& by = current_call();
    if (!may_register_(by)) return ept_status::cannot_perform;
    std::vector<mapped_tower> added;
    for (const ept::entry& each : std::span(entries, count)) {
      const auto known = runtime::decode(each.where);
      if (!known) return ept_status::invalid_entry;
      const auto octets = runtime::octets_of(*each.where);
      added.push_back({{octets.begin(), octets.end()},
                       known->interface,
                       runtime::uuid_of(each.object),
                       each.annotation});
    }
    const auto owner =
        by.local ? std::make_shared<const runtime::process_watch>(*by.local) : nullptr;
    return entries_.insert(std::move(added), replace != 0, owner) ? 0 : ept_status::no_memory;
  }

  std::uint32_t remove(std::uint32_t count, const ept::entry* entries) override {
    if (!may_register_(current_call())) return ept_status::cannot_perform;
    std::uint32_t result = 0;
    for (const ept::entry& each : std::span(entries, count))
      if (each.where == nullptr ||
          !entries_.erase(runtime::uuid_of(each.object), runtime::octets_of(*each.where)))
        result = ept_status::not_registered;
    return result;
  }

  std::uint32_t lookup(std::uint32_t inquiry, const ms::GUID* object,
                       const ept::interface_id* interface, std::uint32_t versions,
                       ept::lookup_handle* handle, std::uint32_t most, std::uint32_t* count,
                       ept::entry* entries) override {
    const bool by_interface = inquiry == ept::by_interface || inquiry == ept::by_both;
    const bool by_object = inquiry == ept::by_object || inquiry == ept::by_both;
    if (inquiry > ept::by_both || (by_interface && interface == nullptr) ||
        (by_object && object == nullptr) ||
        (by_interface && (versions < ept::all_versions || versions > ept::up_to)))
      return end(handle, static_cast<std::uint32_t>(status::invalid_arg));
    const auto found = next_page(handle, most, [&](const mapped_tower& entry) {
      if (by_object && entry.object != runtime::uuid_of(*object)) return false;
      return !by_interface || (entry.interface.id == runtime::uuid_of(interface->id) &&
                               meets(entry.interface, {{}, interface->major, interface->minor},
                                     static_cast<version_match>(versions)));
    });
    for (const mapped_tower& each : found) {
      ept::entry& to = entries[(*count)++];
      to.object = runtime::guid_of(each.object);
      to.where = runtime::tower_of(each.octets);
      std::strncpy(to.annotation, each.annotation.c_str(), sizeof to.annotation - 1);
    }
    return *count == 0 && most != 0 ? ept_status::not_registered : 0;
  }

  std::uint32_t map(const ms::GUID* object, const ept::tower_octets* wanted,
                    ept::lookup_handle* handle, std::uint32_t most, std::uint32_t* count,
                    ept::tower_octets** towers) override {
    const auto as = runtime::decode(wanted);
    if (!as) return end(handle, ept_status::not_registered);
    const uuid of = object == nullptr ? uuid() : runtime::uuid_of(*object);
    const auto found = next_page(handle, most, [&](const mapped_tower& entry) {
      return (entry.object == of || entry.object == uuid()) &&
             entry.interface.id == as->interface.id &&
             meets(entry.interface, as->interface, version_match::compatible) &&
             runtime::same_protocols(entry.octets, runtime::octets_of(*wanted));
    });
    for (const mapped_tower& each : found) towers[(*count)++] = runtime::tower_of(each.octets);
    return *count == 0 && most != 0 ? ept_status::not_registered : 0;
  }

  std::uint32_t lookup_handle_free(ept::lookup_handle* handle) override { return end(handle, 0); }

  std::uint32_t inq_object(ms::GUID* object) override {
    *object = runtime::guid_of(object_);
    return 0;
  }

  std::uint32_t mgmt_delete(std::uint32_t by_object, const ms::GUID* object,
                            const ept::tower_octets* where) override {
    if (!may_register_(current_call())) return ept_status::cannot_perform;
    if (where == nullptr || (by_object != 0 && object == nullptr)) return ept_status::invalid_entry;
    const uuid of = by_object != 0 ? runtime::uuid_of(*object) : uuid();
    return entries_.erase(of, runtime::octets_of(*where)) ? 0 : ept_status::not_registered;
  }

 private:
  static std::uint32_t end(ept::lookup_handle* handle, std::uint32_t code) {
    delete std::exchange(*handle, nullptr);
    return code;
  }

  /// The page at which the client is. One that is not full is the last one; after a full one
  /// clients ask for another, though it may be empty.
  std::vector<mapped_tower> next_page(ept::lookup_handle* handle, std::uint32_t most,
                                      const std::function<bool(const mapped_tower&)>& matches) {
    auto found = entries_.find(*handle == nullptr ? 0 : (*handle)->next, most, matches);
    if (found.entries.size() < most || most == 0)
      end(handle, 0);
    else if (*handle == nullptr)
      *handle = new ept::position{found.next};
    else
      (*handle)->next = found.next;
    return std::move(found.entries);
  }

  const std::function<bool(const caller&)> may_register_;
  endpoint_map entries_;
  const uuid object_ = runtime::random_number<uuid>();
};

}  // namespace

void serve_endpoint_mapper(server& by, const endpoint_mapper_options& options) {
  // Clients ask it before they know of whom they could prove who they are.
  by.add<ept::service>(std::make_shared<mapper>(options), {.level = protection::none});
}

}  // namespace rpc
