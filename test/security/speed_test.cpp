// What privacy costs, held against what the mechanism's own code costs for the same bytes.

#include "pair.h"
#include "realm.h"
#include "security/legs.h"

#include <gssapi/gssapi.h>
#include <gssapi/gssapi_ext.h>
#include <gtest/gtest.h>
#include <nettle/arcfour.h>
#include <nettle/hmac.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <iostream>
#include <limits>
#include <memory>
#include <vector>

namespace {

using rpc::mechanism;
using rpc::protection;
using rpc::test::pair;
namespace gss = rpc::security::gss;

constexpr std::size_t request_size = 256u << 10;
constexpr std::size_t fragment = 5760;  // stub data of a fragment

/// Of this thread, in nanoseconds: others that run at the same time do not count.
template <class Action>
double time_of(Action action) {
  const auto now = [] {
    timespec at{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return static_cast<double>(at.tv_sec) * 1e9 + static_cast<double>(at.tv_nsec);
  };
  const double begun = now();
  action();
  return now() - begun;
}

/// A large request on its way from the client to the server's implementation.
void send(pair& over) {
  over.request(request_size);
  over.to_server(over.from_client());
  ASSERT_EQ(over.calls.size(), 1u);
  rpc::buffer nothing;
  over.server.respond(over.calls[0].ticket, nothing);
  over.to_client(over.from_server());
  over.calls.clear();
  over.events.clear();
}

/// What RC4 and HMAC-MD5 of nettle take for the fragments of one request, at both ends.
class nettle_loop {
 public:
  nettle_loop() {
    arcfour_set_key(&cipher_, key_.size(), key_.data());
    hmac_md5_set_key(&mac_, key_.size(), key_.data());
  }
  void run() {
    for (int end = 0; end < 2; ++end)
      for (std::size_t at = 0; at < request_size; at += fragment) {
        std::array<std::uint8_t, 8> sum{};
        hmac_md5_update(&mac_, 4 + 24 + fragment + 8, data_.data());
        hmac_md5_digest(&mac_, sum.size(), sum.data());
        arcfour_crypt(&cipher_, fragment, data_.data(), data_.data());
        arcfour_crypt(&cipher_, sum.size(), sum.data(), sum.data());
      }
  }

 private:
  std::array<std::uint8_t, 16> key_{};
  arcfour_ctx cipher_{};
  hmac_md5_ctx mac_{};
  std::vector<std::uint8_t> data_ = std::vector<std::uint8_t>(fragment + 64);
};

/// The same of gss_wrap_iov and gss_unwrap_iov.
class gss_loop {
 public:
  gss_loop(const rpc::test::realm& in)
      : accepts_(gss::acquire({}, gss::kerberos, GSS_C_ACCEPT, {{"keytab", in.keytab().c_str()}})),
        client_(gss::initiating(
            gss::kerberos,
            std::make_shared<gss::credential>(gss::acquire({}, gss::kerberos, GSS_C_INITIATE)),
            "host/localhost",
            GSS_C_DCE_STYLE | GSS_C_MUTUAL_FLAG | GSS_C_INTEG_FLAG | GSS_C_CONF_FLAG |
                GSS_C_REPLAY_FLAG | GSS_C_SEQUENCE_FLAG)),
        server_(gss::accepting(gss::kerberos, accepts_)) {
    rpc::buffer first, second, third, nothing;
    (void)client_->step({}, first);
    (void)server_->step(first.bytes(), second);
    (void)client_->step(second.bytes(), third);
    EXPECT_EQ(server_->step(third.bytes(), nothing), rpc::security::context::progress::done);
  }
  void run() {
    OM_uint32 minor;
    int sealed;
    for (std::size_t at = 0; at < request_size; at += fragment) {
      auto parts = buffers();
      ASSERT_EQ(gss_wrap_iov(&minor, client_->handle(), 1, 0, &sealed, parts.data(), 4), 0u);
      const std::size_t verifier = parts[0].buffer.length;
      parts = buffers();
      parts[0].buffer.length = verifier;
      ASSERT_EQ(gss_unwrap_iov(&minor, server_->handle(), &sealed, nullptr, parts.data(), 4), 0u);
    }
  }

 private:
  std::array<gss_iov_buffer_desc, 4> buffers() {
    std::uint8_t* const at = data_.data();
    return {{{GSS_IOV_BUFFER_TYPE_HEADER, {76, at}},
             {GSS_IOV_BUFFER_TYPE_SIGN_ONLY, {24, at + 128}},
             {GSS_IOV_BUFFER_TYPE_DATA, {fragment, at + 256}},
             {GSS_IOV_BUFFER_TYPE_SIGN_ONLY, {8, at + 160}}}};
  }

  const gss::credential accepts_;
  std::unique_ptr<gss::legs> client_, server_;
  std::vector<std::uint8_t> data_ = std::vector<std::uint8_t>(fragment + 256);
};

/// What protection costs for a request, divided by what `loop` does: the least of many
/// measurements in turns, as what disturbs one only adds to it.
template <class Loop>
double cost(pair& plain, pair& sealed, Loop& loop) {
  EXPECT_TRUE(plain.bind());
  EXPECT_TRUE(sealed.bind());
  double without = std::numeric_limits<double>::max();
  double with = without;
  double bare = without;
  double ratio = 0;
  for (int i = 0; i < 200 && (i < 20 || ratio > 1.1); ++i) {
    without = std::min(without, time_of([&] { send(plain); }));
    with = std::min(with, time_of([&] { send(sealed); }));
    bare = std::min(bare, time_of([&] { loop.run(); }));
    ratio = (with - without) / bare;
  }
  std::cout << "privacy of 256 KiB: " << (with - without) / 1e3 << " us, the library alone "
            << bare / 1e3 << " us\n";
  return ratio;
}

TEST(Speed, PrivacyOfNtlm) {
  pair plain(protection::connect);
  pair sealed(protection::privacy);
  nettle_loop ciphers;
  EXPECT_LE(cost(plain, sealed, ciphers), 1.1);
}

TEST(Speed, PrivacyOfKerberos) {
  const rpc::test::realm running;
  const rpc::acceptor_credentials server{
      {.keytab = running.keytab(), .mechanisms = {mechanism::kerberos}}};
  const auto alice = [](protection level) -> rpc::protocol::authentication {
    return {rpc::credentials().initiator().initiate({mechanism::kerberos, level, "host/localhost"}),
            mechanism::kerberos, level};
  };
  pair plain(alice(protection::connect), server.acceptor());
  pair sealed(alice(protection::privacy), server.acceptor());
  gss_loop library(running);
  EXPECT_LE(cost(plain, sealed, library), 1.1);
}

}  // namespace
