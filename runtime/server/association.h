#ifndef RUNTIME_SERVER_ASSOCIATION_H
#define RUNTIME_SERVER_ASSOCIATION_H

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace rpc::runtime {

class association_table;

/// What the connections of one client have in common. It lives as long as one of them, or a
/// call of one that uses it.
class association {
 public:
  association(association_table& among, std::uint32_t number, std::string client);
  association(const association&) = delete;
  association& operator=(const association&) = delete;
  ~association();

  /// assoc_group_id; not 0.
  [[nodiscard]] std::uint32_t number() const noexcept { return number_; }
  [[nodiscard]] const std::string& client() const noexcept { return client_; }

 private:
  association_table& among_;
  const std::uint32_t number_;
  const std::string client_;
};

/// The associations of one server, by number.
class association_table {
 public:
  /// The association `wanted`, or a new one if that is 0. Null if there is none of that number, or
  /// it is another client's. `client` says who is at the other end of the connection and by which
  /// transport, since nothing that a PDU holds proves it.
  std::shared_ptr<association> join(std::uint32_t wanted, const std::string& client);

  /// Waits until all of them have ended.
  void wait();

 private:
  friend class association;
  void forget(std::uint32_t number);

  std::mutex mutex_;
  std::condition_variable empty_;
  std::unordered_map<std::uint32_t, std::weak_ptr<association>> all_;
};

}  // namespace rpc::runtime

#endif  // RUNTIME_SERVER_ASSOCIATION_H
