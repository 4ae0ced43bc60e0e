#include <rpc/orphans.h>

#include <utility>

namespace rpc {
namespace {

thread_local orphans* innermost = nullptr;

}  // namespace

orphans::orphans() noexcept : outer_(std::exchange(innermost, this)) {}

orphans::~orphans() { innermost = outer_; }

orphans* orphans::current() noexcept { return innermost; }

void orphans::add(std::span<const orphan> more) {
  found_.insert(found_.end(), more.begin(), more.end());
}

}  // namespace rpc
