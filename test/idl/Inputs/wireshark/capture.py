"""What a client and a server say to each other, as a capture of raw IP packets."""

import struct
import uuid

SYNTAXES = {"ndr20": ("8a885d04-1ceb-11c9-9fe8-08002b104860", 2), "ndr64": ("71710533-beba-4937-8319-b5dbef9ccc36", 1)}


class Conversation:
    """A connection whose context 0 is of NDR20, and 1 of NDR64. Each PDU has its own byte order."""

    def __init__(self, interface, version=(1, 0), big=False, port=40000):
        self.big, self.port, self.sent, self.packets, self.call = big, port, {True: 1, False: 1}, [], 0
        abstract = self._uuid(interface) + self._pack("I", version[1] << 16 | version[0])
        self._bind(11, self._pack("HHIB3x", 5840, 5840, 0, 2) + b"".join(
            self._pack("HBx", number, 1) + abstract + self._uuid(syntax) + self._pack("I", of)
            for number, (syntax, of) in enumerate(SYNTAXES.values())), True)
        self._bind(12, self._pack("HHIH", 5840, 5840, 1, 1) + b"\0\0" + self._pack("B3x", 2) + b"".join(
            self._pack("HH", 0, 0) + self._uuid(syntax) + self._pack("I", of) for syntax, of in SYNTAXES.values()), False)

    def request(self, opnum, stub, syntax="ndr20", fragments=1, big=False):
        self.call, self.big = self.call + 1, big
        self._message(0, stub, list(SYNTAXES).index(syntax), opnum, fragments)

    def response(self, stub, syntax="ndr20", fragments=1, big=False):
        self.big = big
        self._message(2, stub, list(SYNTAXES).index(syntax), 0, fragments)

    def _message(self, kind, stub, context, last, fragments):
        length = -(-len(stub) // fragments) or 1
        parts = [stub[at:at + length] for at in range(0, len(stub), length)] or [b""]
        for number, part in enumerate(parts):
            flags = (number == 0) | (number == len(parts) - 1) << 1
            self._pdu(kind, flags, self._pack("IHH", len(part), context, last) + part, kind == 0)

    def _bind(self, kind, body, is_client):
        self._pdu(kind, 3, body, is_client)

    def _pdu(self, kind, flags, body, is_client):
        head = struct.pack("BBBB4B", 5, 0, kind, flags, 0 if self.big else 16, 0, 0, 0) + self._pack("HHI", 16 + len(body), 0, self.call)
        self._segment(head + body, is_client)

    def _segment(self, data, is_client):
        ports = (self.port, 49667) if is_client else (49667, self.port)
        tcp = struct.pack(">HHIIBBHHH", *ports, self.sent[is_client], self.sent[not is_client], 0x50, 0x18, 65535, 0, 0) + data
        addresses = b"\x7f\0\0\1\x7f\0\0\1"
        self.packets.append(struct.pack(">BBHHHBBH", 0x45, 0, 20 + len(tcp), 0, 0, 64, 6, 0) + addresses + tcp)
        self.sent[is_client] += len(data)

    def _pack(self, form, *values):
        return struct.pack(("<", ">")[self.big] + form, *values)

    def _uuid(self, text):
        return uuid.UUID(text).bytes if self.big else uuid.UUID(text).bytes_le


def write(path, conversations):
    with open(path, "wb") as file:
        file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, 101))
        for number, packet in enumerate(packet for each in conversations for packet in each.packets):
            file.write(struct.pack("<IIII", number, 0, len(packet), len(packet)) + packet)
