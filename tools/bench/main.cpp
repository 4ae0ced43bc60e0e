// bench_COMPILER time ROUNDS [NAME] | count [NAME]: measures all workloads, or
// those whose names begin with NAME.

#include "measure.h"
#include "values.h"

#include <rpc/serialize.h>

#include <bit>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

namespace bench {
namespace {

volatile std::uint64_t result; // what is computed is used

using rpc::ndr::syntax;

template <class Run> task repeat(Run run) {
  return [run = std::move(run)](std::size_t times) mutable {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < times; ++i)
      sum += run();
    result = sum;
  };
}

/// A copy of as many bytes.
task copying(std::size_t size) {
  return repeat([from = std::vector<std::byte>(size),
                 to = std::vector<std::byte>(size)]() mutable {
    std::memcpy(to.data(), from.data(), from.size());
    asm volatile("" : : "r"(to.data()) : "memory");
    return std::uint64_t{0};
  });
}

/// A request, as a client writes and a server reads it. What `read` makes of a
/// frame must be what `limit` does, unless that is a copy.
template <class Frame, class Read>
workload request(std::string name, syntax s, double units, std::size_t times,
                 const Frame &frame, Read read, bool is_copy) {
  rpc::buffer message;
  rpc::ndr::marshal_request(s, frame, message);
  const std::uint64_t expected = read(frame);
  workload made{std::move(name) + (s == syntax::ndr20 ? " ndr20" : " ndr64"),
                units,
                times,
                {},
                {},
                {}};
  made.limit =
      is_copy ? copying(message.size()) : repeat([=] { return read(frame); });
  made.encode = repeat([=, out = std::make_shared<rpc::buffer>()] {
    rpc::ndr::marshal_request(s, frame, *out);
    return out->size();
  });
  // What is used in place is written over, but a referent id only by a pointer:
  // both are not zero.
  made.decode =
      repeat([=, from = std::make_shared<rpc::buffer>(std::move(message)),
              memory = std::make_shared<rpc::arena>()] {
        Frame got{};
        rpc::ndr::unmarshal_request(s, std::endian::little, from->bytes(), got,
                                    *memory);
        const std::uint64_t sum = read(got);
        rpc::ndr::owned_parameters<Frame> owned(got);
        memory->release();
        if (sum != expected)
          throw std::logic_error("what was read is not what was written");
        return sum;
      });
  return made;
}

/// A call without pointers: both messages, written and read.
workload small_call(syntax s) {
  workload made{std::string("call of two integers ") +
                    (s == syntax::ndr20 ? "ndr20" : "ndr64"),
                1,
                10000,
                {},
                {},
                {}};
  const sent::wire::add frame{1, 2, 3};
  auto request = std::make_shared<rpc::buffer>();
  auto response = std::make_shared<rpc::buffer>();
  made.limit = copying(12);
  made.encode = repeat([=] {
    rpc::ndr::marshal_request(s, frame, *request);
    rpc::ndr::marshal_response(s, frame, *response);
    return request->size();
  });
  made.encode(1);
  made.decode = repeat([=, memory = std::make_shared<rpc::arena>()] {
    sent::wire::add got{};
    rpc::ndr::unmarshal_request(s, std::endian::little, request->bytes(), got,
                                *memory);
    memory->release();
    rpc::ndr::unmarshal_response(s, std::endian::little, response->bytes(),
                                 got);
    return static_cast<std::uint64_t>(got.left + got.return_value);
  });
  return made;
}

/// 512 KiB as an object of its own.
workload whole_object(const block &all) {
  workload made{"encode 512 KiB", 1, 20, {}, {}, {}};
  made.limit = repeat([=, to = std::make_shared<std::vector<std::byte>>()] {
    // As encode does, into new memory.
    const auto *first = reinterpret_cast<const std::byte *>(all.all);
    *to = std::vector<std::byte>(first, first + all.count * sizeof(pair));
    return static_cast<std::uint64_t>((*to)[0]);
  });
  made.encode = repeat([=] { return rpc::encode(all).size(); });
  made.decode = repeat([=, bytes = rpc::encode(all)] {
    const auto copy = rpc::decode<block>(bytes);
    return sum(copy->all, copy->count);
  });
  return made;
}

/// What the workloads send.
struct values {
  list_of list{10'000};
  tree_of tree{16};
  texts narrow = some_texts();
  wide_texts wide = some_wide_texts();
  std::vector<pair> pairs = some_pairs(1 << 16);
  views_of views{10'000};
  std::vector<owner> owners = some_owners(10'000);
};

std::vector<workload> workloads(const values &of) {
  std::vector<workload> all;
  for (const syntax s : {syntax::ndr20, syntax::ndr64}) {
    all.push_back(request(
        "list", s, 10'000, 20, sent::wire::send_list{of.list.head()},
        [](const auto &f) { return sum(f.head); }, false));
    all.push_back(request(
        "tree", s, 65'535, 5, sent::wire::send_tree{of.tree.root()},
        [](const auto &f) { return sum(f.root); }, false));
    all.push_back(request(
        "strings", s, 1, 10'000, sent::wire::send_texts{&of.narrow},
        [](const auto &f) { return sum(*f.all); }, true));
    all.push_back(request(
        "UTF-16 strings", s, 1, 10'000, sent::wire::send_wide_texts{&of.wide},
        [](const auto &f) { return sum(*f.all); }, true));
    all.push_back(request(
        "vector of spans", s, 10'000, 20,
        sent::wire::send_views{&of.views.all()},
        [](const auto &f) { return sum(*f.all); }, false));
    all.push_back(request(
        "vector of vectors", s, 10'000, 20, sent::wire::send_owners{&of.owners},
        [](const auto &f) { return sum(*f.all); }, false));
    all.push_back(request(
        "65,536 structs", s, 65'536, 50,
        sent::wire::send_pairs{static_cast<std::uint32_t>(of.pairs.size()),
                               of.pairs.data()},
        [](const auto &f) { return sum(f.all, f.count); }, true));
    all.push_back(small_call(s));
  }
  all.push_back(whole_object(
      {static_cast<std::uint32_t>(of.pairs.size()), of.pairs.data()}));
  return all;
}

} // namespace
} // namespace bench

int main(int count, char **arguments) {
  const std::string_view mode = count > 1 ? arguments[1] : "";
  const bool timed = mode == "time" && count > 2;
  if (!timed && mode != "count")
    return 2;
  const bench::values values;
  std::vector<bench::workload> all = bench::workloads(values);
  const int named = timed ? 3 : 2;
  if (count > named)
    std::erase_if(all, [&](const bench::workload &each) {
      return !each.name.starts_with(arguments[named]);
    });
  if (timed)
    bench::measure_time(all, std::atoi(arguments[2]));
  else
    bench::count_instructions(all);
}
