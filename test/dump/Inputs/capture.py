"""capture.py FILE: a pcap file of one connection, of the PDUs that FILE has as hexadecimal digits."""
import re
import struct
import sys

CLIENT, SERVER = (b"\x7f\0\0\1", 40000), (b"\x7f\0\0\1", 135)
FROM_SERVER = {2, 3, 12, 13, 15, 17}  # response, fault, bind_ack, bind_nak, alter_context_resp, shutdown

with open(sys.argv[1]) as file:
    data = bytes.fromhex(" ".join(re.sub("#.*", "", line) for line in file))
out = sys.stdout.buffer
out.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101))  # raw IP
sent = {CLIENT: 1, SERVER: 1}
while data:
    size = struct.unpack_from("<H" if data[4] & 0x10 else ">H", data, 8)[0]
    pdu, data = data[:size], data[size:]
    source, target = (SERVER, CLIENT) if pdu[2] in FROM_SERVER else (CLIENT, SERVER)
    tcp = struct.pack(">HHIIBBHHH", source[1], target[1], sent[source], sent[target], 0x50, 0x18, 65535, 0, 0) + pdu
    sent[source] += size
    packet = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 20 + len(tcp), 0, 0, 64, 6, 0, source[0], target[0]) + tcp
    out.write(struct.pack("<IIII", 0, 0, len(packet), len(packet)) + packet)
