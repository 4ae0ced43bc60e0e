#include "wire.h"

#include <rpc/client.h>
#include <rpc/service.h>

#include <functional>
#include <vector>

// The bytes of pipes, derived by hand from C706 14.3.9 and MS-RPCE 2.2.5.3.4.5, and what is wrong
// with others.

using namespace wire_test;

namespace {

struct pair {
  std::uint8_t k;
  std::uint64_t v;
  friend bool operator==(const pair&, const pair&) = default;
};
struct tail {
  std::uint64_t v;
  std::uint8_t k;
};
enum class colour : std::uint16_t { red, green = 7 };
struct narrow {
  std::uint8_t small;
  colour shade;
};

struct mix {
  std::uint16_t tag{};
  rpc::pipe<std::uint32_t>* words{};
  rpc::pipe<pair>* pairs{};
  rpc::pipe<std::uint16_t>* halves{};
  std::uint16_t* result{};
};
struct ends {
  rpc::pipe<tail>* tails{};
};
struct checks {
  rpc::pipe<narrow>* shades{};
};

struct service {
  std::function<void(mix&)> on_mix;
  std::function<void(ends&)> on_ends;
  std::function<void(checks&)> on_checks;
};

}  // namespace

template <>
struct rpc::ndr::layout<pair> {
  using type = pair;
  using members = fields<field<"k", &pair::k>, field<"v", &pair::v>>;
};
template <>
struct rpc::ndr::layout<tail> {
  using type = tail;
  using members = fields<field<"v", &tail::v>, field<"k", &tail::k>>;
};
template <>
struct rpc::ndr::layout<colour> {
  using wire = enum16<>;
};
template <>
struct rpc::ndr::layout<narrow> {
  using type = narrow;
  using members =
      fields<field<"small", &narrow::small, range<1, 5>>, field<"shade", &narrow::shade>>;
};
template <>
struct rpc::operation<mix> {
  RPC_TEST_OPERATION(mix);
  using parameters = ndr::parameters<ndr::in<"tag", &mix::tag>,
                                     ndr::in<"words", &mix::words, ndr::ref<ndr::pipe<>>>,
                                     ndr::in<"pairs", &mix::pairs, ndr::ref<ndr::pipe<>>>,
                                     ndr::out<"halves", &mix::halves, ndr::ref<ndr::pipe<>>>,
                                     ndr::out<"result", &mix::result, ndr::ref<>>>;
  static void run(service& to, mix& c) { to.on_mix(c); }
};
template <>
struct rpc::operation<ends> {
  RPC_TEST_OPERATION(ends);
  using parameters = ndr::parameters<ndr::in_out<"tails", &ends::tails, ndr::ref<ndr::pipe<>>>>;
  static void run(service& to, ends& c) { to.on_ends(c); }
};
template <>
struct rpc::operation<checks> {
  RPC_TEST_OPERATION(checks);
  using parameters = ndr::parameters<ndr::in<"shades", &checks::shades, ndr::ref<ndr::pipe<>>>>;
  static void run(service& to, checks& c) { to.on_checks(c); }
};

namespace {

/// Stub data in memory, which come in pieces.
struct memory_stream final : rpc::stub_stream {
  explicit memory_stream(std::string_view arriving, std::size_t piece = 1000)
      : incoming(bytes(arriving)), size(piece) {}
  bool receive(rpc::buffer& into) override {
    const std::size_t count = std::min(size, incoming.size() - at);
    into.append(std::span(incoming.bytes()).subspan(at, count));
    at += count;
    return count > 0;
  }
  std::size_t send(std::span<const std::byte> stub) override {
    const std::size_t count = stub.size() / 8 * 8;
    outgoing.append(stub.first(count));
    return count;
  }
  // What a streamed_exchange has besides.
  void finish(std::span<const std::byte> rest) { outgoing.append(rest); }
  bool answered() const { return false; }
  rpc::buffer& request() { return memory; }
  std::endian sender() const { return order; }
  std::size_t max_request() const { return 1000; }
  std::size_t max_response() const { return 1000; }

  rpc::buffer incoming, outgoing, memory;
  std::size_t at = 0;
  std::size_t size;
  std::endian order = std::endian::little;
};

template <class Frame>
std::string run(service& impl, rpc::ndr::syntax s, std::string_view request,
                std::endian sender = std::endian::little, std::size_t piece = 1000,
                std::size_t max_request = 1000) {
  memory_stream stream(request, piece);
  rpc::server_call call;
  call.syntax = s;
  call.sender = sender;
  call.stream = &stream;
  call.max_request = max_request;
  call.max_response = 1000;
  rpc::detail::run_operation<service, Frame>(&impl, call);
  stream.outgoing.append(call.response.bytes());
  return hex(stream.outgoing);
}

template <class T>
std::vector<T> all(rpc::pipe<T>& from, std::size_t step = 10) {
  std::vector<T> result, room(step);
  while (const std::size_t count = from.pull(room))
    result.insert(result.end(), room.begin(), room.begin() + static_cast<std::ptrdiff_t>(count));
  return result;
}

template <class T>
rpc::source<T> giving(std::vector<T> values) {
  return rpc::source<T>([values, at = std::size_t{0}](std::span<T> into) mutable {
    const std::size_t count = std::min(into.size(), values.size() - at);
    std::copy_n(values.begin() + static_cast<std::ptrdiff_t>(at), count, into.begin());
    at += count;
    return count;
  });
}

const pair one{0xAA, 0x0807060504030201};

// tag 0x0102; words 1, 2; pairs {0xAA, 0x0807060504030201}.
const char* const mix20 =
    "0201 0000 02000000 01000000 02000000 00000000"
    "01000000 aa 00000000000000 0102030405060708 00000000";
const char* const mix20_big =
    "0102 0000 00000002 00000001 00000002 00000000"
    "00000001 aa 00000000000000 0807060504030201 00000000";
const char* const mix64 =
    "0201 000000000000 0200000000000000 01000000 02000000 feffffffffffffff"
    "0000000000000000 0000000000000000"
    "0100000000000000 aa 00000000000000 0102030405060708 ffffffffffffffff"
    "0000000000000000 0000000000000000";
// halves 7; result 9.
const char* const mixed20 = "01000000 0700 0000 00000000 0900";
const char* const mixed20_big = "00000001 0007 0000 00000000 0009";
const char* const mixed64 =
    "0100000000000000 0700 000000000000 ffffffffffffffff 0000000000000000 0000000000000000 0900";

struct expecting : service {
  expecting() {
    on_mix = [](mix& c) {
      EXPECT_EQ(c.tag, 0x0102);
      EXPECT_EQ(all(*c.words), (std::vector<std::uint32_t>{1, 2}));
      EXPECT_EQ(all(*c.pairs), std::vector<pair>{one});
      const std::uint16_t seven = 7;
      c.halves->push({&seven, 1});
      *c.result = 9;
    };
  }
};

void send_mix(rpc::ndr::syntax s, const char* request, const char* response,
              std::endian sender = std::endian::little) {
  for (std::size_t piece = 1; piece < 20; ++piece) {
    memory_stream stream(response, piece);
    stream.order = sender;
    auto words = giving<std::uint32_t>({1, 2});
    auto pairs = giving<pair>({one});
    std::vector<std::uint16_t> got;
    rpc::sink<std::uint16_t> halves([&](std::span<const std::uint16_t> part) {
      got.insert(got.end(), part.begin(), part.end());
    });
    std::uint16_t result = 0;
    mix frame{0x0102, &words, &pairs, &halves, &result};
    bool used = false;
    rpc::detail::run_piped(s, stream, frame, used);
    EXPECT_TRUE(used);
    EXPECT_EQ(hex(stream.outgoing), hex(request));
    EXPECT_EQ(got, std::vector<std::uint16_t>{7});
    EXPECT_EQ(result, 9);
  }
}

TEST(Pipes, ClientsWriteChunksBehindOtherParameters) {
  SCOPED_TRACE("pipe");
  send_mix(ndr20, mix20, mixed20);
  send_mix(ndr64, mix64, mixed64);
  send_mix(ndr20, mix20, mixed20_big, std::endian::big);
}

TEST(Pipes, ServersReadThemInPiecesOfAnySize) {
  expecting impl;
  for (std::size_t piece = 1; piece < 100; ++piece) {
    EXPECT_EQ(run<mix>(impl, ndr20, mix20, std::endian::little, piece), hex(mixed20));
    EXPECT_EQ(run<mix>(impl, ndr64, mix64, std::endian::little, piece), hex(mixed64));
    EXPECT_EQ(run<mix>(impl, ndr20, mix20_big, std::endian::big, piece), hex(mixed20));
  }
}

// Elements are aligned as in an array, without a gap behind the last in NDR20 and with one in
// NDR64.
TEST(Pipes, HaveGapsBetweenElements) {
  service impl;
  impl.on_ends = [](ends& c) {
    const auto got = all(*c.tails);
    ASSERT_EQ(got.size(), 2u);
    EXPECT_EQ(got[0].v, 1u);
    EXPECT_EQ(got[1].k, 4u);
    c.tails->push(got);
  };
  const char* const in20 =
      "02000000 00000000 0100000000000000 02 00000000000000 0300000000000000 04 000000 00000000";
  EXPECT_EQ(run<ends>(impl, ndr20, in20), hex(in20));
  const char* const in64 =
      "0200000000000000 0100000000000000 02 00000000000000 0300000000000000 04 00000000000000"
      "feffffffffffffff 0000000000000000 0000000000000000";
  EXPECT_EQ(run<ends>(impl, ndr64, in64), hex(in64));
}

TEST(Pipes, MayHaveManyChunks) {
  service impl;
  impl.on_mix = [](mix& c) {
    EXPECT_EQ(all(*c.words, 1), (std::vector<std::uint32_t>{1, 2, 3}));
    EXPECT_TRUE(all(*c.pairs).empty());
    const std::uint16_t values[] = {1, 2, 3};
    c.halves->push(std::span(values).first(2));
    c.halves->push(std::span(values).last(1));
    c.halves->push({});
  };
  EXPECT_EQ(run<mix>(impl, ndr20,
                     "0000 0000 01000000 01000000 02000000 02000000 03000000 00000000 00000000"),
            hex("02000000 0100 0200 01000000 0300 0000 00000000 0000"));
}

TEST(Pipes, MayBeLeftUnread) {
  service impl;
  impl.on_mix = [](mix& c) { *c.result = 5; };
  EXPECT_EQ(run<mix>(impl, ndr20, mix20), hex("00000000 0500"));
  impl.on_mix = [](mix& c) {
    std::uint32_t first;
    EXPECT_EQ(c.words->pull({&first, 1}), 1u);
    *c.result = 5;
  };
  for (std::size_t piece = 1; piece < 30; ++piece)
    EXPECT_EQ(run<mix>(impl, ndr64, mix64, std::endian::little, piece),
              hex("0000000000000000 0000000000000000 0500"));
}

rpc::status failure(service& impl, rpc::ndr::syntax s, std::string_view request) {
  return failure_of([&] { run<mix>(impl, s, request); }).first;
}

TEST(Pipes, AreReadToTheirEndOrNotAtAll) {
  expecting impl;
  const std::string whole20 = hex(mix20), whole64 = hex(mix64);
  for (const auto& [s, whole] : {std::pair{ndr20, whole20}, std::pair{ndr64, whole64}}) {
    for (std::size_t cut = 0; cut < whole.size(); cut += 2)
      EXPECT_EQ(failure(impl, s, whole.substr(0, cut)), rpc::status::bad_stub_data) << cut;
    // Up to seven bytes may pad the end.
    EXPECT_EQ(failure(impl, s, whole + "00000000000000"), rpc::status::ok);
    EXPECT_EQ(failure(impl, s, whole + "0000000000000000"), rpc::status::bad_stub_data);
  }
}

TEST(Pipes, HaveChunksThatAreCheckedBeforeTheyAreBelieved) {
  service impl;
  impl.on_mix = [](mix& c) { all(*c.words); };
  // As many elements as there are, or more than there can be.
  EXPECT_EQ(failure(impl, ndr20, "0000 0000 ffffffff 00000000"), rpc::status::bad_stub_data);
  EXPECT_EQ(failure(impl, ndr64, "0000000000000000 ffffff7f00000000 00000000 00000000"),
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure(impl, ndr64, "0000000000000000 0000008000000000 00000000 00000000"),
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure(impl, ndr64, "0000000000000000 0100000001000000 00000000 00000000"),
            rpc::status::bad_stub_data);
  // The negated count is another.
  EXPECT_EQ(failure(impl, ndr64,
                    "0000000000000000 0100000000000000 01000000 00000000 feffffffffffffff"
                    "0000000000000000 0000000000000000 0000000000000000 0000000000000000"),
            rpc::status::bad_stub_data);
  EXPECT_EQ(failure(impl, ndr64,
                    "0000000000000000 0000000000000000 ffffffffffffffff"
                    "0000000000000000 0000000000000000"),
            rpc::status::bad_stub_data);
}

TEST(Pipes, NameThePipeThatIsWrong) {
  service impl;
  impl.on_checks = [](checks& c) { all(*c.shades); };
  EXPECT_EQ(run<checks>(impl, ndr20, "01000000 05 00 0700 00000000"), "");
  const auto out_of_range =
      failure_of([&] { run<checks>(impl, ndr20, "01000000 06 00 0700 00000000"); });
  EXPECT_EQ(out_of_range.first, rpc::status::bad_stub_data);
  EXPECT_NE(out_of_range.second.find("checks: 'shades.small': the value 6 is outside the range"),
            std::string::npos)
      << out_of_range.second;
  const auto no_enumerator =
      failure_of([&] { run<checks>(impl, ndr20, "01000000 01 00 0080 00000000"); });
  EXPECT_EQ(no_enumerator.first, rpc::status::bad_stub_data);
}

// An implementation that does not mind what is wrong does not make it right.
TEST(Pipes, FailThoughTheImplementationGoesOn) {
  service impl;
  impl.on_mix = [](mix& c) {
    std::uint32_t room[10];
    EXPECT_EQ(failure_of([&] { c.words->pull(room); }).first, rpc::status::bad_stub_data);
    EXPECT_EQ(failure_of([&] { c.words->pull(room); }).first, rpc::status::bad_stub_data);
    throw std::runtime_error("something else");
  };
  EXPECT_EQ(failure(impl, ndr20, "0000 0000 01000000 0000"), rpc::status::bad_stub_data);
}

TEST(Pipes, AreUsedInOrder) {
  service impl;
  impl.on_mix = [](mix& c) {
    std::uint32_t words[10];
    pair pairs[10];
    std::uint16_t halves[10] = {};
    using rpc::status;
    EXPECT_EQ(failure_of([&] { c.pairs->pull(pairs); }).first, status::pipe_discipline_error);
    EXPECT_EQ(failure_of([&] { c.halves->push(halves); }).first, status::pipe_discipline_error);
    EXPECT_EQ(failure_of([&] { c.halves->pull(halves); }).first, status::wrong_pipe_order);
    EXPECT_EQ(failure_of([&] { c.words->push(words); }).first, status::wrong_pipe_order);
    EXPECT_EQ(failure_of([&] { c.words->pull({}); }).first, status::invalid_bound);
    EXPECT_EQ(c.words->pull(words), 2u);
    EXPECT_EQ(failure_of([&] { c.pairs->pull(pairs); }).first, status::pipe_discipline_error);
    EXPECT_EQ(c.words->pull(words), 0u);
    EXPECT_EQ(failure_of([&] { c.words->pull(words); }).first, status::pipe_empty);
    EXPECT_EQ(c.pairs->pull(pairs), 1u);
    EXPECT_EQ(failure_of([&] { c.halves->push(halves); }).first, status::pipe_discipline_error);
    EXPECT_EQ(c.pairs->pull(pairs), 0u);
    c.halves->push(std::span(halves).first(1));
    c.halves->push({});
    EXPECT_EQ(failure_of([&] { c.halves->push(halves); }).first, status::pipe_closed);
  };
  EXPECT_EQ(run<mix>(impl, ndr20, mix20), hex("01000000 0000 0000 00000000 0000"));
}

// What is not a pipe's is limited; here to less than the tag.
TEST(Pipes, LeaveTheLimitOfTheOthers) {
  expecting impl;
  EXPECT_EQ(failure_of([&] { run<mix>(impl, ndr20, mix20, std::endian::little, 1, 1); }).first,
            rpc::status::access_denied);
  EXPECT_EQ(run<mix>(impl, ndr20, mix20, std::endian::little, 1, 2), hex(mixed20));
}

TEST(Pipes, OfClientsCheckWhatComes) {
  for (const char* response : {"01000000 0700", "ffffffff 0700", "01000000 0700 0000 00000000",
                               "00000000 0900 000000000000000000"}) {
    memory_stream stream(response, 3);
    auto words = giving<std::uint32_t>({});
    auto pairs = giving<pair>({});
    rpc::sink<std::uint16_t> halves([](std::span<const std::uint16_t>) {});
    std::uint16_t result = 0;
    mix frame{0, &words, &pairs, &halves, &result};
    bool used = false;
    EXPECT_EQ(failure_of([&] {
                rpc::detail::run_piped(rpc::ndr::syntax::ndr20, stream, frame, used);
              }).first,
              rpc::status::bad_stub_data)
        << response;
  }
  // More than a source has room for.
  memory_stream stream("");
  rpc::source<std::uint32_t> words([](std::span<std::uint32_t> into) { return into.size() + 1; });
  mix frame{0, &words, nullptr, nullptr, nullptr};
  bool used = false;
  EXPECT_EQ(failure_of([&] {
              rpc::detail::run_piped(rpc::ndr::syntax::ndr20, stream, frame, used);
            }).first,
            rpc::status::invalid_bound);
}

}  // namespace
