#include "session_table.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace rpc::runtime {
namespace {

// File descriptors that are left to the rest of the program.
constexpr std::size_t spare_descriptors = 64;

// Clients at a time that wait to be turned away.
constexpr std::size_t most_turned_away = 16;

// Sessions for which the process may have file descriptors.
std::size_t most_sessions() {
  const std::size_t all = transport::most_descriptors();
  return all - std::min(spare_descriptors, all / 4);
}

}  // namespace

std::optional<session_table::place> session_table::find_place(
    const std::shared_ptr<std::size_t>& at_endpoint, const std::string& peer, bool local) {
  place wanted{at_endpoint, transport::network_of(peer), nullptr};
  if (!make_room(wanted, local)) {
    if (!make_room_to_turn_away()) return std::nullopt;
    wanted = {turned_away_, {}, nullptr, true};
  }
  wanted.threads = peers_[wanted.peer].threads;
  return wanted;
}

bool session_table::close_unbound() {
  return close_longest_unbound("it has not bound, and there are too few file descriptors",
                               [](const place&) { return true; });
}

bool session_table::make_room(const place& wanted, bool local) {
  const auto known = peers_.find(wanted.peer);
  if (!local && known != peers_.end() &&
      known->second.connections >= options_.max_connections_per_peer &&
      !close_longest_unbound("it has not bound, and its address has too many connections",
                             [&](const place& of) { return of.peer == wanted.peer; }))
    return false;
  if (*wanted.at_endpoint >= options_.max_connections &&
      !close_longest_unbound("it has not bound, and its endpoint has too many connections",
                             [&](const place& of) { return of.at_endpoint == wanted.at_endpoint; }))
    return false;
  return all_.size() < most_sessions() || close_unbound();
}

bool session_table::make_room_to_turn_away() {
  if (*turned_away_ < most_turned_away) return all_.size() < most_sessions() + most_turned_away;
  return close_longest_unbound({}, [](const place& of) { return of.turned_away; });
}

template <class Which>
bool session_table::close_longest_unbound(std::string_view reason, Which which) {
  std::shared_ptr<socket_session> found;
  auto since = socket_session::clock::time_point::max();
  for (const auto& [session, where] : all_) {
    if (!which(where)) continue;
    const auto unbound = session->unbound_since();
    if (!unbound || *unbound >= since) continue;
    since = *unbound;
    found = session;
  }
  if (found) found->close(reason);
  return found != nullptr;
}

void session_table::add(const std::shared_ptr<socket_session>& begun, const place& where) {
  all_.emplace(begun, where);
  ++*where.at_endpoint;
  ++peers_[where.peer].connections;
}

std::optional<session_table::place> session_table::remove(
    const std::shared_ptr<socket_session>& ended) {
  const auto known = all_.find(ended);
  if (known == all_.end()) return std::nullopt;
  place where = std::move(known->second);
  all_.erase(known);
  --*where.at_endpoint;
  --peers_.find(where.peer)->second.connections;
  return where;
}

void session_table::forget_peers() {
  std::erase_if(peers_, [](const auto& each) {
    return each.second.connections == 0 && each.second.threads.use_count() == 1;
  });
}

std::shared_ptr<socket_session> session_table::largest_buffer() {
  for (auto& [name, peer] : peers_) peer.buffered = 0;
  for (const auto& [session, where] : all_)
    peers_.find(where.peer)->second.buffered += session->buffered();
  const auto most =
      std::ranges::max_element(peers_, {}, [](const auto& each) { return each.second.buffered; });
  std::shared_ptr<socket_session> largest;
  std::size_t bytes = 0;
  for (const auto& [session, where] : all_) {
    if (where.peer != most->first || session->buffered() <= bytes) continue;
    bytes = session->buffered();
    largest = session;
  }
  return largest;
}

void session_table::drop_all() {
  while (!all_.empty()) std::shared_ptr(all_.begin()->first)->drop();
}

}  // namespace rpc::runtime
