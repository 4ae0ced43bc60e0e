#ifndef TEST_SECURITY_USERS_H
#define TEST_SECURITY_USERS_H

#include "security/context.h"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include <unistd.h>

namespace rpc::test {

/// A file with the users of NTLM that tests know: EXAMPLE\alice and EXAMPLE\bob.
class users {
 public:
  users() : path_(std::filesystem::temp_directory_path() / ("users." + std::to_string(getpid()))) {
    std::ofstream(path_) << "EXAMPLE:alice:Secret-1\nEXAMPLE:bob:Secret-2\n";
  }
  users(const users&) = delete;
  users& operator=(const users&) = delete;
  ~users() { std::filesystem::remove(path_); }

  [[nodiscard]] std::string path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// Carries tokens from one to the other until both are done, or one has failed.
inline security::context::progress converse(security::context& initiator,
                                            security::context& acceptor) {
  using progress = security::context::progress;
  buffer token;
  progress first = initiator.step({}, token);
  progress second = progress::goes_on;
  for (int legs = 0; legs < 8; ++legs) {
    if (first == progress::failed || second == progress::failed) return progress::failed;
    if (second == progress::goes_on) {
      buffer reply;
      second = acceptor.step(token.bytes(), reply);
      token = std::move(reply);
    }
    if (first == progress::done && second == progress::done) return progress::done;
    if (second == progress::failed) return second;
    if (first == progress::goes_on) {
      buffer reply;
      first = initiator.step(token.bytes(), reply);
      token = std::move(reply);
    }
    if (first == progress::done && second == progress::done) return progress::done;
  }
  return progress::failed;
}

}  // namespace rpc::test

#endif  // TEST_SECURITY_USERS_H
