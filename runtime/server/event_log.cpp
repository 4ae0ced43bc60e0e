#include "event_log.h"

#include <algorithm>
#include <system_error>
#include <utility>

namespace rpc::runtime {
namespace {

constexpr std::size_t burst = 20;
constexpr std::chrono::seconds line_time(1);  // in which a peer earns a line

// Beyond it peers share an account.
constexpr std::size_t most_accounts = 1024;
const std::string other_peers = "other peers";

// Lines that wait for the sink.
constexpr std::size_t most_lines = 1024;

std::string omission(const std::string& who, std::size_t count) {
  return who + ": " + std::to_string(count) + (count == 1 ? " line was" : " lines were") +
         " left out";
}

}  // namespace

event_log::~event_log() {
  drain();
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_one();
  }
  if (thread_.joinable()) thread_.join();
}

void event_log::drain() {
  std::unique_lock lock(mutex_);
  if (!thread_.joinable()) return;
  ++draining_;
  changed_.notify_one();
  drained_.wait(lock, [this] { return lines_.empty() && omitting_ == 0 && !delivering_; });
  --draining_;
}

bool event_log::admit(const std::string& peer) {
  const std::lock_guard lock(mutex_);
  const auto now = clock::now();
  if (accounts_.size() >= most_accounts && !accounts_.contains(peer))
    std::erase_if(accounts_, [&](const auto& each) {
      return each.second.omitted == 0 && now - each.second.earned > burst * line_time;
    });
  const bool own = accounts_.size() < most_accounts || accounts_.contains(peer);
  account& of =
      accounts_.try_emplace(own ? peer : other_peers, account{burst, 0, now}).first->second;
  const auto earned = static_cast<std::size_t>((now - of.earned) / line_time);
  of.credit = std::min(burst, of.credit + earned);
  of.earned += earned * line_time;
  if (of.credit == 0) {
    if (of.omitted++ == 0) {
      ++omitting_;
      changed_.notify_one();
    }
    return false;
  }
  --of.credit;
  return true;
}

void event_log::add(std::string line) {
  const std::lock_guard lock(mutex_);
  if (lines_.size() >= most_lines) {
    ++lost_;
    return;
  }
  lines_.push_back(std::move(line));
  changed_.notify_one();
  if (thread_.joinable()) return;
  try {
    thread_ = std::thread([this] { deliver(); });
  } catch (const std::system_error&) {  // NOLINT(bugprone-empty-catch): the next line tries again
  }
}

// Adds a line for each peer of which some were left out and which has earned one since then.
void event_log::report_omitted(bool all) noexcept {
  const auto now = clock::now();
  for (auto& [peer, of] : accounts_) {
    if (of.omitted == 0 || (!all && now - of.earned < line_time)) continue;
    const std::size_t count = std::exchange(of.omitted, 0);
    of.earned = now;
    --omitting_;
    try {
      lines_.push_back(omission(peer, count));
    } catch (const std::bad_alloc&) {
      lost_ += count;
    }
  }
}

void event_log::report_lost() noexcept {
  try {
    lines_.push_back(omission("a sink of the log that was too slow", lost_));
    lost_ = 0;
  } catch (const std::bad_alloc&) {  // NOLINT(bugprone-empty-catch): later
  }
}

void event_log::deliver() {
  std::unique_lock lock(mutex_);
  for (;;) {
    if (omitting_ > 0) report_omitted(draining_ > 0);
    if (lines_.empty() && lost_ > 0) report_lost();
    if (!lines_.empty()) {
      const std::string next = std::move(lines_.front());
      lines_.pop_front();
      delivering_ = true;
      lock.unlock();
      sink_(next);
      lock.lock();
      delivering_ = false;
      if (lines_.empty()) drained_.notify_all();
    } else if (ended_) {
      return;
    } else if (omitting_ > 0) {
      drained_.notify_all();
      changed_.wait_for(lock, line_time);
    } else {
      changed_.wait(lock);
    }
  }
}

}  // namespace rpc::runtime
