"""A client of tickets written with impacket."""

import time

from impacket.dcerpc.v5 import transport
from impacket.dcerpc.v5.dtypes import ULONG
from impacket.dcerpc.v5.ndr import NDRCALL, NDRSTRUCT
from impacket.dcerpc.v5.rpcrt import DCERPCException
from impacket.uuid import uuidtup_to_bin

from impacket_client import SYNTAXES, expect

INTERFACE = uuidtup_to_bin(("b1e7a9d0-6c1f-4f43-9a53-2d0b8f6e7c01", "1.0"))
NULL = bytes(20)
# impacket keeps the text of a fault alone.
IN_NULL_CONTEXT = "Unknown DCE RPC fault status code: 000006ef"
CONTEXT_MISMATCH = "nca_s_fault_context_mismatch"


class DCERPCSessionError(DCERPCException):
    """impacket looks for a class of this name in the module of a request."""


class Handle(NDRSTRUCT):
    structure = (("Data", "20s=b''"),)

    def getAlignment(self):
        return 4


class Open(NDRCALL):
    opnum = 0
    structure = (("number", ULONG),)


class OpenResponse(NDRCALL):
    structure = (("made", Handle),)


class Use(NDRCALL):
    opnum = 1
    structure = (("with", Handle),)


class UseResponse(NDRCALL):
    structure = (("result", ULONG),)


class Close(NDRCALL):
    opnum = 2
    structure = (("left", Handle),)


class CloseResponse(NDRCALL):
    structure = (("left", Handle),)


class Lost(NDRCALL):
    opnum = 3
    structure = ()


class LostResponse(NDRCALL):
    structure = (("result", ULONG),)


class Client:
    def __init__(self, port, syntax):
        self.is_ndr64 = syntax == "ndr64"
        self.dce = transport.DCERPCTransportFactory(f"ncacn_ip_tcp:127.0.0.1[{port}]").get_dce_rpc()
        self.dce.connect()
        self.dce.bind(INTERFACE, transfer_syntax=SYNTAXES[syntax])

    def call(self, request, **parameters):
        message = request(isNDR64=self.is_ndr64)
        for name, value in parameters.items():
            message[name] = value
        return self.dce.request(message, checkError=False)

    def open(self, number):
        return self.call(Open, number=number)["made"]

    def use(self, handle):
        return self.call(Use, **{"with": handle})["result"]

    def fault_of(self, handle):
        """The text of the fault that answers a use of the handle."""
        try:
            self.use(handle)
        except DCERPCException as fault:
            return str(fault).strip()
        return "none"


def run(port, _folder, syntax):
    client, other = Client(port, syntax), Client(port, syntax)
    first, second = client.open(7), client.open(8)
    expect("a handle's size", len(first), 20)
    expect("its attributes", first[:4], bytes(4))
    expect("use", (client.use(first), client.use(second)), (7, 8))
    expect("close", client.call(Close, left=first)["left"], NULL)
    expect("a closed one", client.fault_of(first), CONTEXT_MISMATCH)
    expect("a foreign one", other.fault_of(second), CONTEXT_MISMATCH)
    expect("a forged one", client.fault_of(second[:19] + bytes([second[19] ^ 1])), CONTEXT_MISMATCH)
    expect("a null one", client.fault_of(NULL), IN_NULL_CONTEXT)
    expect("the one that is left", client.use(second), 8)
    expect("lost so far", other.call(Lost)["result"], 0)
    client.dce.disconnect()
    deadline = time.monotonic() + 5
    while other.call(Lost)["result"] == 0 and time.monotonic() < deadline:
        time.sleep(0.01)
    expect("lost with its client", other.call(Lost)["result"], 1)
    other.dce.disconnect()
