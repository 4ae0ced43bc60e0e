#ifndef TEST_RUNTIME_COMING_SERVER_H
#define TEST_RUNTIME_COMING_SERVER_H

#include <rpc/reconnecting.h>

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "desk.h"
#include "pipes.h"
#include "tally.h"

// For tests of connections that reconnect.

namespace fixture {

using what = rpc::reconnect_report::kind;

/// What was reported, and when.
class history {
 public:
  std::function<void(const rpc::reconnect_report&)> hook() {
    return [this](const rpc::reconnect_report& next) {
      const std::lock_guard lock(mutex_);
      reports_.push_back(next);
      times_.push_back(clock::now());
    };
  }
  std::vector<what> kinds() const {
    std::vector<what> result;
    for (const auto& each : all()) result.push_back(each.what);
    return result;
  }
  std::vector<rpc::reconnect_report> all() const {
    const std::lock_guard lock(mutex_);
    return reports_;
  }
  std::vector<clock::time_point> times(what kind) const {
    const std::lock_guard lock(mutex_);
    std::vector<clock::time_point> result;
    for (std::size_t i = 0; i < reports_.size(); ++i)
      if (reports_[i].what == kind) result.push_back(times_[i]);
    return result;
  }
  auto count(what kind) const { return times(kind).size(); }

 private:
  mutable std::mutex mutex_;
  std::vector<rpc::reconnect_report> reports_;
  std::vector<clock::time_point> times_;
};

/// Short delays.
inline rpc::reconnect_options quick(history* into = nullptr) {
  rpc::reconnect_options result;
  result.first_delay = 5ms;
  result.largest_delay = 20ms;
  if (into != nullptr) result.report = into->hook();
  return result;
}

/// A server that comes and goes, always at the same port.
class coming_server {
 public:
  coming_server() {
    start();
    stop();
  }
  void start(const rpc::server_options& options = {}) {
    server_.emplace(running_server::with(options, log_));
    server_->add<tally::service>(tally);
    server_->add<desk::service>(desk);
    server_->add<pipes::service>(pipes);
    where_ = server_->listen(where_).text();
    server_->start();
  }
  void stop() { server_.reset(); }
  void restart() {
    stop();
    start();
  }
  const std::string& where() const { return where_; }

  tally_service tally;
  desk_service desk;
  pipes::implementation pipes;

 private:
  log_book log_;
  std::string where_ = own_host() + "[0]";
  std::optional<rpc::server> server_;
};

/// Demands an error of that code.
template <class Action>
void expect_error(Action action, rpc::status code, bool did_not_execute) {
  const auto thrown = error_of(action);
  ASSERT_TRUE(thrown);
  EXPECT_EQ(thrown->code(), code) << thrown->what();
  EXPECT_EQ(thrown->did_not_execute(), did_not_execute) << thrown->what();
}

}  // namespace fixture

#endif  // TEST_RUNTIME_COMING_SERVER_H
