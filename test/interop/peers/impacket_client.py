"""A client of rpcecho written with impacket."""

from impacket.dcerpc.v5 import transport
from impacket.dcerpc.v5.dtypes import ULONG, USHORT, WSTR, LPWSTR
from impacket.dcerpc.v5.ndr import NDRCALL, NDRSTRUCT, NDRUniConformantArray
from impacket.dcerpc.v5.rpcrt import DCERPCException
from impacket.uuid import uuidtup_to_bin

INTERFACE = uuidtup_to_bin(("60a15ec5-4de8-11d7-a637-005056a20182", "1.0"))
SYNTAXES = {"ndr20": ("8a885d04-1ceb-11c9-9fe8-08002b104860", "2.0"),
            "ndr64": ("71710533-beba-4937-8319-b5dbef9ccc36", "1.0")}
SMALL_FRAGMENT = 64


class DCERPCSessionError(DCERPCException):
    """impacket looks for a class of this name in the module of a request."""


class Bytes(NDRUniConformantArray):
    item = "c"


class Shorts(NDRUniConformantArray):
    item = "<H"


class Surrounding(NDRSTRUCT):
    structure = (("x", ULONG), ("zeros", Shorts))


class AddOne(NDRCALL):
    opnum = 0
    structure = (("value", ULONG),)


class AddOneResponse(NDRCALL):
    structure = (("result", ULONG),)


class EchoData(NDRCALL):
    opnum = 1
    structure = (("size", ULONG), ("data", Bytes))


class EchoDataResponse(NDRCALL):
    structure = (("result", Bytes),)


class TestCall(NDRCALL):
    opnum = 4
    structure = (("text", WSTR),)


class TestCallResponse(NDRCALL):
    structure = (("result", LPWSTR),)


class TestSurrounding(NDRCALL):
    opnum = 8
    structure = (("data", Surrounding),)


class TestSurroundingResponse(NDRCALL):
    structure = (("data", Surrounding),)


def expect(what, got, wanted):
    if got != wanted:
        raise AssertionError(f"{what}: got {str(got)[:200]!r}, wanted {str(wanted)[:200]!r}")
    print(f"{what}: as expected")


def run(port, _folder, syntax, fragments, user=None):
    """As a user, (domain, name, password, level), by NTLM; or anonymously."""
    is_ndr64 = syntax == "ndr64"
    over = transport.DCERPCTransportFactory(f"ncacn_ip_tcp:127.0.0.1[{port}]")
    if user:
        domain, name, password, level = user
        over.set_credentials(name, password, domain)
    dce = over.get_dce_rpc()
    if user:
        dce.set_auth_level(level)
    dce.connect()
    dce.bind(INTERFACE, transfer_syntax=SYNTAXES[syntax])
    if fragments == "fragments":
        dce.set_max_fragment_size(SMALL_FRAGMENT)

    def call(request, **parameters):
        message = request(isNDR64=is_ndr64)
        for name, value in parameters.items():
            message[name] = value
        return dce.request(message, checkError=False)

    expect("AddOne", call(AddOne, value=41)["result"], 42)

    data = bytes(i * 7 % 251 for i in range(10_000))
    expect("EchoData", b"".join(call(EchoData, size=len(data), data=list_of(data))["result"]), data)

    text = "input string \u20ac\0"
    expect("TestCall", call(TestCall, text=text)["result"], text)

    given = Surrounding(isNDR64=is_ndr64)
    given["x"] = 20
    given["zeros"] = [0] * 20
    answer = call(TestSurrounding, data=given)["data"]
    expect("TestSurrounding", (answer["x"], list(answer["zeros"])), (40, [0] * 40))
    dce.disconnect()


def list_of(data):
    return [bytes([value]) for value in data]
