#ifndef RUNTIME_SERVER_SESSION_TABLE_H
#define RUNTIME_SERVER_SESSION_TABLE_H

#include "socket_session.h"

#include <rpc/server.h>

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

namespace rpc::runtime {

/// The sessions of a server, and the places that there are for them. For turns of the reactor only:
/// there is no lock.
class session_table {
 public:
  /// Where a session counts.
  struct place {
    std::shared_ptr<std::size_t> at_endpoint;
    std::string peer;
    std::shared_ptr<peer_share> threads;
    bool turned_away = false;  ///< it only waits for the answer that there are too many
  };

  explicit session_table(const server_options& options) : options_(options) {}

  /// A place for a client that comes to an endpoint which has as many clients as `at_endpoint`
  /// says. If it is full, a session whose client has not even bound has to go: the one that
  /// has had the longest time to do it. If all have bound, the client is turned away; nothing if
  /// too many are.
  [[nodiscard]] std::optional<place> find_place(const std::shared_ptr<std::size_t>& at_endpoint,
                                                const std::string& peer, bool local);
  /// Such a session goes because its descriptor is wanted. False if there is no such session.
  bool close_unbound();

  void add(const std::shared_ptr<socket_session>& begun, const place& where);
  /// The place that it had; nothing if it is not here.
  std::optional<place> remove(const std::shared_ptr<socket_session>& ended);

  /// Forgets peers that have no sessions, and whose last jobs have ended. What still runs for one
  /// that has gone is of its share when it comes again. To be called now and then.
  void forget_peers();

  /// Of the peer whose sessions buffer most together, the one that buffers most: who spreads it
  /// over many gains nothing. Null if none does. Takes no memory.
  [[nodiscard]] std::shared_ptr<socket_session> largest_buffer();

  [[nodiscard]] bool empty() const noexcept { return all_.empty(); }

  /// Visits all. None may be added or removed meanwhile.
  template <class Visit>
  void for_each(Visit visit) const {
    for (const auto& [session, where] : all_) visit(*session);
  }
  /// All end at once.
  void drop_all();

 private:
  /// What one peer has: an address, or a local user.
  struct peer_use {
    std::size_t connections = 0;
    std::shared_ptr<peer_share> threads = std::make_shared<peer_share>();
    std::size_t buffered = 0;  // bytes, when they were counted last
  };

  [[nodiscard]] bool make_room(const place& wanted, bool local);
  [[nodiscard]] bool make_room_to_turn_away();
  template <class Which>
  bool close_longest_unbound(std::string_view reason, Which which);

  const server_options& options_;
  std::map<std::shared_ptr<socket_session>, place> all_;
  std::unordered_map<std::string, peer_use> peers_;
  const std::shared_ptr<std::size_t> turned_away_ = std::make_shared<std::size_t>(0);
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_SESSION_TABLE_H
