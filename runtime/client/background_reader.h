#ifndef RUNTIME_CLIENT_BACKGROUND_READER_H
#define RUNTIME_CLIENT_BACKGROUND_READER_H

#include "../transport/reactor.h"
#include "../transport/stream.h"

#include <atomic>
#include <memory>

namespace rpc::runtime {

class channel;

/// Has a thread read a connection. One thread does so for all connections of the process that have
/// such a reader; it starts with the first of them and ends with the last.
class background_reader final : public transport::readiness_handler,
                                public std::enable_shared_from_this<background_reader> {
 public:
  /// Begins to read for `of`. Throws std::system_error if there is no thread, or no descriptor.
  static std::shared_ptr<background_reader> begin(std::weak_ptr<channel> of,
                                                  std::shared_ptr<transport::stream> stream);
  background_reader(std::weak_ptr<channel> of, std::shared_ptr<transport::stream> stream);
  ~background_reader() override;

  /// Whether the calling thread is the one that reads.
  static bool is_this_thread() noexcept;

  // Any thread, with the channel's lock or in its destructor:

  /// What the stream is watched for.
  void watch(bool input, bool output) noexcept { watch_.await(input, output); }
  /// Calls channel::on_turn().
  void wake() noexcept;
  /// Calls channel::on_time() at that time, and not at the one that was set before.
  void set_timer(transport::clock::time_point at) noexcept;
  /// Calls on_turn() once more, and ends.
  void end() noexcept;

  void on_readable() override;
  void on_writable() override;

 private:
  void turn();
  void time();
  std::shared_ptr<transport::task> part(transport::task& of) noexcept;

  const std::weak_ptr<channel> channel_;
  std::shared_ptr<transport::stream> stream_;  // open as long as it is watched
  transport::watch watch_;
  transport::task_of<background_reader, &background_reader::turn> turn_{*this};
  transport::task_of<background_reader, &background_reader::time> timer_{*this};
  std::atomic<transport::clock::time_point> due_ = transport::clock::time_point::max();
  std::atomic<bool> ended_ = false;
  // In turns:
  bool attached_ = false;
  bool released_ = false;
  transport::clock::time_point set_ = transport::clock::time_point::max();
};

}  // namespace rpc::runtime

#endif  // RUNTIME_CLIENT_BACKGROUND_READER_H
