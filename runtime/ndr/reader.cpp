#include <rpc/ndr/reader.h>

namespace rpc::ndr {

reader::reader(syntax in, std::span<std::byte> stub, std::endian sender, destination into,
               call_state call, object_table* known)
    : syntax_(in),
      begin_(stub.data()),
      pos_(begin_),
      end_(begin_ + stub.size()),
      swapped_(sender != std::endian::native),
      server_(into.server),
      client_(into.client),
      call_(call),
      known_(known) {}

void reader::expect_end() {
  if (left() < sizeof(std::uint64_t)) arrive(sizeof(std::uint64_t), 1);
  if (left() >= sizeof(std::uint64_t))
    fail(status::bad_stub_data, {"the data go on after their end"});
}

void reader::out_of_memory(std::size_t size) {
  if (client_ != nullptr)
    if (const auto left = client_->joint().left())
      return fail(status::byte_count_too_small,
                  {size, " bytes, but the caller's buffer has room for ", *left});
  fail(status::out_of_memory, {"no memory, or the call's budget is used up: ", size, " bytes"});
}

void reader::convert() {
  while (!conversions_.empty() && !failed()) {
    const conversion last = conversions_.pop();
    last.run(*this, last.wire, last.presented);
    if (failed() && last.field != nullptr) at(last.field);
  }
}

void reader::finish() {
  if (known_ != nullptr)
    if (!failed() && !known_->link_aliases())
      fail(status::bad_stub_data, {"two arrays that are one object have different sizes"});
  settle(0, due::at_end);
  settle(0, due::last);
}

void reader::fail(status code, std::initializer_list<word> words) {
  if (failed()) return;
  failure_.set(code, words);
  failure_.at_byte((window_ != nullptr ? window_->dropped() : 0) + offset());
  pos_ = end_;
}

void reader::compare(std::size_t mark, due now) {
  std::size_t kept = mark;
  for (std::size_t i = mark; i < correlations_.size() && !failed(); ++i) {
    const correlation c = correlations_[i];
    if (c.when != now) {
      correlations_[kept++] = c;
      continue;
    }
    checked expected = c.expected(c.self);
    // What is not there counts nothing where the array is not there either.
    if (c.what == nullptr && expected.absent()) expected = 0;
    if (expected.valid() && expected.value() == c.found) continue;
    if (c.what == nullptr && expected.valid()) {
      fail(status::bad_stub_data,
           {"the pointer is null, but the count of its array is ", expected.value(),
            ", which only [disable_consistency_check] allows"});
    } else if (c.what == nullptr) {
      fail(status::bad_stub_data, {"the pointer is null, and the count of its array cannot be "
                                   "computed",
                                   why_invalid(expected)});
    } else if (expected.valid()) {
      fail(status::bad_stub_data,
           {c.what, " is ", c.found, ", but its expression says ", expected.value()});
    } else {
      fail(status::bad_stub_data, {c.what, " is ", c.found, ", but its expression ",
                                   "cannot be computed", why_invalid(expected)});
    }
    if (c.field != nullptr) at(c.field);
    if (now >= due::at_end && c.parameter != nullptr) at(c.parameter);
  }
  correlations_.cut(kept);
}

bool reader::fetch(std::size_t size, std::size_t padding) {
  if (arrive(padding + size, 1)) return true;
  fail(status::bad_stub_data,
       {"the data end too early: ", padding + size, " bytes wanted, ", left(), " left"});
  return false;
}

bool reader::arrive(std::uint64_t count, std::size_t size) {
  if (window_ == nullptr) return false;
  if (count > window_->most() / size)
    fail(window_->too_large(), {"no more than ", window_->most(), " bytes are allowed"});
  if (failed()) return false;
  const std::size_t wanted = static_cast<std::size_t>(count) * size;
  std::size_t at = offset();
  const std::span<std::byte> window = window_->receive(at, wanted);
  begin_ = window.data();
  pos_ = begin_ + at;
  end_ = begin_ + window.size();
  return left() >= wanted;
}

}  // namespace rpc::ndr
