// The only file that knows Asio.
#include "reactor.h"

#include <asio/executor_work_guard.hpp>
#include <asio/io_context.hpp>
#include <asio/posix/stream_descriptor.hpp>
#include <asio/post.hpp>
#include <asio/steady_timer.hpp>

#include <utility>

namespace rpc::transport {
namespace {

class asio_watch final : public reactor::watch {
 public:
  asio_watch(asio::io_context& context, int fd) : descriptor_(context, fd) {}

  ~asio_watch() override { release(); }

  void await_readable(std::shared_ptr<readiness_handler> handler) override {
    descriptor_.async_wait(descriptor_.wait_read,
                           [handler = std::move(handler)](std::error_code failure) {
                             if (!failure) handler->on_readable();
                           });
  }

  void await_writable(std::shared_ptr<readiness_handler> handler) override {
    descriptor_.async_wait(descriptor_.wait_write,
                           [handler = std::move(handler)](std::error_code failure) {
                             if (!failure) handler->on_writable();
                           });
  }

  void release() override {
    if (descriptor_.is_open()) descriptor_.release();
  }

 private:
  asio::posix::stream_descriptor descriptor_;
};

}  // namespace

struct reactor::implementation {
  // 1: one thread runs it. Its own locking stays, since other threads post to it.
  asio::io_context context{1};
  asio::executor_work_guard<asio::io_context::executor_type> work{context.get_executor()};
};

reactor::reactor() : asio_(std::make_unique<implementation>()) {}

reactor::~reactor() = default;

void reactor::run() { asio_->context.run(); }

void reactor::stop() {
  asio::post(asio_->context, [this] { asio_->context.stop(); });
}

void reactor::post(std::function<void()> work) { asio::post(asio_->context, std::move(work)); }

void reactor::after(std::chrono::milliseconds delay, std::function<void()> work) {
  auto timer = std::make_unique<asio::steady_timer>(asio_->context, delay);
  asio::steady_timer& armed = *timer;
  armed.async_wait([timer = std::move(timer), work = std::move(work)](std::error_code failure) {
    if (!failure) work();
  });
}

std::unique_ptr<reactor::watch> reactor::add(int fd) {
  return std::make_unique<asio_watch>(asio_->context, fd);
}

}  // namespace rpc::transport
