#ifndef RUNTIME_TRANSPORT_TASK_H
#define RUNTIME_TRANSPORT_TASK_H

#include "stream.h"

#include <atomic>
#include <memory>

namespace rpc::transport {

/// A piece of work for the thread that has the reactor's turn. To wait for it takes no memory.
class task {
 public:
  task() = default;
  task(const task&) = delete;
  task& operator=(const task&) = delete;
  virtual ~task() = default;
  virtual void run() = 0;

 private:
  friend class reactor;
  friend class task_list;

  std::atomic<bool> waits_ = false;
  // While it waits:
  std::shared_ptr<task> self_;  // keeps what it is a part of
  clock::time_point due_;
  task* next_ = nullptr;
};

/// The work is a member of Owner, which the task is a part of.
template <class Owner, void (Owner::*Work)()>
class task_of final : public task {
 public:
  explicit task_of(Owner& owner) : owner_(owner) {}
  void run() override { (owner_.*Work)(); }

 private:
  Owner& owner_;
};

}  // namespace rpc::transport

#endif  // RUNTIME_TRANSPORT_TASK_H
