#include "security/spnego.h"

#include "security/spnego_tokens.h"
#include "users.h"

#include <gtest/gtest.h>

#include <functional>
#include <random>
#include <string>

namespace {

using namespace rpc::security;  // NOLINT(google-build-using-namespace)
using progress = context::progress;

/// A mechanism of so many tokens, which go to and fro and are its name. Verifiers are the name and
/// a number.
class toy final : public context {
 public:
  toy(std::string name, int tokens) : name_(std::move(name)), tokens_(tokens) {}

  progress step(std::span<const std::byte> token, rpc::buffer& reply) override {
    const std::string_view came(reinterpret_cast<const char*>(token.data()), token.size());
    if (came.empty() ? passed_ > 0 : came != name_) return progress::failed;
    if (!came.empty()) ++passed_;
    if (passed_ < tokens_) {
      reply.append(std::as_bytes(std::span(name_)));
      ++passed_;
    }
    return passed_ == tokens_ ? progress::done : progress::goes_on;
  }
  std::string failure() const override { return name_; }
  std::size_t verifier_size(bool) const override { return name_.size() + 1; }
  bool protect(const quality&, const pdu_parts& pdu, std::span<std::byte> to) override {
    const auto made = verifier(sent_++, pdu);
    std::copy(made.begin(), made.end(), to.begin());
    return true;
  }
  bool verify(const quality&, const pdu_parts& pdu, std::span<const std::byte> from) override {
    const auto made = verifier(received_++, pdu);
    return std::equal(made.begin(), made.end(), from.begin(), from.end());
  }
  void negotiation_verified() override { ++restarts; }
  rpc::identity peer() const override {
    return {.principal = name_, .session_key = rpc::secret(name_)};
  }

  int restarts = 0;

 private:
  der::bytes verifier(int number, const pdu_parts& pdu) const {
    der::bytes made;
    for (const char each : name_) made.push_back(static_cast<std::byte>(each));
    std::byte sum{static_cast<unsigned char>(number)};
    for (const std::byte each : pdu.body) sum ^= each;
    made.push_back(sum);
    return made;
  }

  std::string name_;
  int tokens_;
  int passed_ = 0;
  int sent_ = 0;
  int received_ = 0;
};

der::bytes oid(std::string_view text) {
  der::bytes made;
  for (const char each : text) made.push_back(static_cast<std::byte>(each));
  return made;
}

std::unique_ptr<context> offering(std::initializer_list<const char*> names, int tokens) {
  std::vector<negotiable> offers;
  for (const char* const name : names)
    offers.push_back({{oid(name)}, std::make_unique<toy>(name, tokens)});
  return spnego_initiator(std::move(offers));
}

std::unique_ptr<context> accepting(std::string names, int tokens) {
  return spnego_acceptor([names, tokens](der::view name) -> std::unique_ptr<context> {
    const std::string text(reinterpret_cast<const char*>(name.data()), name.size());
    if (names.find(text) == std::string::npos) return nullptr;
    return std::make_unique<toy>(text, tokens);
  });
}

TEST(Spnego, TheFirstChoice) {
  for (const int tokens : {1, 2, 3, 4}) {
    const auto client = offering({"a", "b"}, tokens);
    const auto server = accepting("ab", tokens);
    EXPECT_EQ(rpc::test::converse(*client, *server), progress::done)
        << client->failure() << server->failure();
    EXPECT_EQ(client->peer().principal, "a");
    EXPECT_EQ(server->peer().principal, "a");
  }
}

TEST(Spnego, AnotherChoice) {
  for (const int tokens : {1, 2, 3, 4}) {
    const auto client = offering({"a", "b", "c"}, tokens);
    const auto server = accepting("cb", tokens);
    EXPECT_EQ(rpc::test::converse(*client, *server), progress::done)
        << tokens << client->failure() << server->failure();
    EXPECT_EQ(client->peer().principal, "b");
    EXPECT_EQ(server->peer().principal, "b");
  }
}

TEST(Spnego, NoChoice) {
  const auto client = offering({"a"}, 2);
  const auto server = accepting("b", 2);
  EXPECT_EQ(rpc::test::converse(*client, *server), progress::failed);
}

/// An attacker between the two takes the better mechanism off the client's list.
TEST(Spnego, ADowngrade) {
  const auto client = offering({"a", "b"}, 2);
  const auto server = accepting("ab", 2);
  rpc::buffer first;
  ASSERT_EQ(client->step({}, first), progress::goes_on);
  auto token = spnego::decode_init(first.bytes());
  ASSERT_TRUE(token);
  token->mechanisms.erase(token->mechanisms.begin());
  token->token.reset();
  const auto changed = spnego::encode(*token);
  rpc::buffer answer;
  ASSERT_EQ(server->step(changed, answer), progress::goes_on);
  rpc::buffer second;
  auto client_came = client->step(answer.bytes(), second);
  for (int i = 0; i < 4 && client_came == progress::goes_on; ++i) {
    rpc::buffer next;
    if (server->step(second.bytes(), next) == progress::failed) return;
    second = rpc::buffer();
    client_came = client->step(next.bytes(), second);
  }
  EXPECT_EQ(client_came, progress::failed);
}

TEST(Spnego, TokensAreReadAsTheyWereWritten) {
  spnego::init_token first{{ntlm_name, kerberos_name}, {}, oid(std::string(300, 'x'))};
  const auto encoded = spnego::encode(first);
  const auto read = spnego::decode_init(encoded);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->mechanisms, first.mechanisms);
  EXPECT_EQ(read->list, first.list);
  EXPECT_EQ(read->token, first.token);
  const spnego::response_token second{spnego::state::request_mic, ntlm_name,
                                      oid(std::string(70000, 'y')), oid("mic")};
  const auto response = spnego::decode_response(spnego::encode(second));
  ASSERT_TRUE(response);
  EXPECT_EQ(response->state, second.state);
  EXPECT_EQ(response->mechanism, second.mechanism);
  EXPECT_EQ(response->token, second.token);
  EXPECT_EQ(response->mic, second.mic);
}

/// What RFC 4178 and X.690 say of a token with one mechanism, NTLM, and no token of it.
TEST(Spnego, BytesOfAToken) {
  spnego::init_token first{{ntlm_name}, {}, std::nullopt};
  const auto made = spnego::encode(first);
  const unsigned char expected[] = {0x60, 0x1c, 0x06, 0x06, 0x2b, 0x06, 0x01, 0x05, 0x05, 0x02,
                                    0xa0, 0x12, 0x30, 0x10, 0xa0, 0x0e, 0x30, 0x0c, 0x06, 0x0a,
                                    0x2b, 0x06, 0x01, 0x04, 0x01, 0x82, 0x37, 0x02, 0x02, 0x0a};
  EXPECT_TRUE(std::ranges::equal(made, std::as_bytes(std::span(expected))));
}

TEST(Spnego, TokensCutOrChangedAnywhere) {
  std::mt19937 random(7);
  spnego::init_token first{{ntlm_name, kerberos_name}, {}, oid("token")};
  const auto good = spnego::encode(first);
  const auto good_response = spnego::encode(spnego::response_token{
      spnego::state::accept_incomplete, ntlm_name, oid("token"), oid("mic")});
  for (const auto& base : {good, good_response}) {
    for (std::size_t size = 0; size < base.size(); ++size) {
      const der::bytes cut(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(size));
      EXPECT_FALSE(spnego::decode_init(cut));
      EXPECT_FALSE(spnego::decode_response(cut));
    }
    for (int i = 0; i < 100'000; ++i) {
      der::bytes changed = base;
      for (unsigned n = 0; n <= random() % 3; ++n)
        changed[random() % changed.size()] = static_cast<std::byte>(random());
      (void)spnego::decode_init(changed);
      (void)spnego::decode_response(changed);
      const auto server = accepting("ab", 2);
      rpc::buffer reply;
      (void)server->step(changed, reply);
    }
  }
}

}  // namespace
