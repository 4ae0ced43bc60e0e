#include <rpc/ndr/writer.h>

namespace rpc::ndr {

writer::writer(syntax in, buffer& out, const size_limit& limit, call_state call,
               object_table* known)
    : syntax_(in), out_(out), limit_(limit), call_(call), known_(known) {
  out_.resize(std::max(out_.capacity(), std::size_t{256}));
  pos_ = out_.data();
  set_room();
}

bool writer::grow(std::size_t more) {
  if (failed()) return false;
  const auto used = static_cast<std::size_t>(pos_ - begin_);
  if (more - 8 > limit_.bytes - used) {
    const bool named = limit_.option != nullptr;
    fail(limit_.code,
         {"the message would be longer than ", limit_.bytes, " bytes", named ? " (" : "",
          named ? limit_.option : "", named ? ")" : "", "; pointers in a cycle must be [ptr]"});
    return false;
  }
  out_.resize(std::max(used + more, 2 * out_.size()));
  pos_ = out_.data() + used;
  set_room();
  return true;
}

void writer::list(const std::byte* at, const void* first, std::size_t size) {
  pieces_->push_back({static_cast<std::size_t>(at - begin_),
                      std::span(static_cast<const std::byte*>(first), size)});
}

}  // namespace rpc::ndr
