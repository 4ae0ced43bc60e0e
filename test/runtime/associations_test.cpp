// Association groups: which connections belong together, and who may say so.

#include "raw_client.h"

namespace {

using namespace fixture;

bytes bind_to(const bytes& group) {
  bytes pdu = bind_echo;
  std::copy(group.begin(), group.end(), pdu.begin() + 20);
  return pdu;
}

/// The type of the PDU that answers a bind to `group`, and the group that it grants.
struct answer {
  answer(raw_client& client, const bytes& wanted) {
    client.send(bind_to(wanted));
    const bytes pdu = client.receive(24);
    if (pdu.size() < 24) return;
    type = pdu[2];
    group = {pdu.begin() + 20, pdu.end()};
  }
  int type = -1;
  bytes group;
};
constexpr int bind_ack = 12;
constexpr int bind_nak = 13;
const bytes fresh = {0, 0, 0, 0};

TEST(Associations, AreJoinedByNumber) {
  running_server at;
  raw_client first(at.tcp), second(at.tcp), stranger(at.tcp);
  const answer made(first, fresh);
  ASSERT_EQ(made.type, bind_ack);
  EXPECT_NE(made.group, fresh);
  const answer joined(second, made.group);
  EXPECT_EQ(joined.type, bind_ack);
  EXPECT_EQ(joined.group, made.group);
  const answer other(stranger, fresh);
  EXPECT_EQ(other.type, bind_ack);
  EXPECT_NE(other.group, made.group);
}

TEST(Associations, EndWithTheirLastConnection) {
  running_server at;
  bytes group;
  {
    raw_client last(at.tcp);
    {
      raw_client first(at.tcp);
      group = answer(first, fresh).group;
      EXPECT_EQ(answer(last, group).type, bind_ack);
    }
    std::this_thread::sleep_for(20ms);
    raw_client third(at.tcp);
    EXPECT_EQ(answer(third, group).type, bind_ack);
  }
  EXPECT_TRUE(eventually([&] {
    raw_client late(at.tcp);
    late.send(bind_to(group));
    const bytes pdu = late.receive(21);
    return pdu.size() == 21 && pdu[2] == bind_nak && late.closed();
  }));
}

TEST(Associations, AreNotSharedBetweenTransports) {
  running_server at;
  raw_client tcp(at.tcp);
  const bytes group = answer(tcp, fresh).group;
  raw_client local(at.local);
  ASSERT_TRUE(local.connected());
  local.send(bind_to(group));
  const bytes pdu = local.receive(21);
  ASSERT_EQ(pdu.size(), 21u);
  EXPECT_EQ(pdu[2], bind_nak);
}

}  // namespace
