"""said.py CAPTURE [samr]: calls of windows.h whose bytes are derived by hand, in fragments, cut off, and of others; or one of samr.h."""

import sys

import capture

WINDOWS = "0e2a4b6c-94f7-4b0c-8a53-9f1d7c5e2b10"
STRINGS = bytes.fromhex("00000003 00000003 00020000 00020004 00000000 00000004 00000000 00000004 666f6f00"
                        "00000005 00000000 00000005 6261723200")

talk = capture.Conversation(WINDOWS, port=40001)
talk.request(11, STRINGS, big=True)  # frame 3
talk.request(11, STRINGS, fragments=3, big=True)  # frames 4 to 6
talk.request(11, STRINGS[:-2], big=True)  # frame 7
talk.request(11, STRINGS + b"\1\2", big=True)  # frame 8
talk.request(99, STRINGS, big=True)  # frame 9
other = capture.Conversation(WINDOWS, (2, 0), port=40002)
other.request(11, STRINGS, big=True)  # frame 12
unbound = capture.Conversation(WINDOWS, port=40003)
unbound.packets.clear()
unbound.request(11, STRINGS, big=True)  # frame 13
samr = capture.Conversation("12345778-1234-abcd-ef00-0123456789ac", port=40004)
samr.request(1, bytes(range(20)))
capture.write(sys.argv[1], [samr] if sys.argv[2:] else [talk, other, unbound])
