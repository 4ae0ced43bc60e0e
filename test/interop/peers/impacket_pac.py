"""impacket_pac.py PAC KIND: impacket reads what PAC, the program of that name, writes, and PAC reads what impacket writes: a
KERB_VALIDATION_INFO (KIND is logon) or a PAC_DEVICE_INFO (device)."""

import subprocess
import sys
import tempfile

from impacket.dcerpc.v5.dtypes import NULL
from impacket.dcerpc.v5.ndr import NDRPOINTER
from impacket.dcerpc.v5.nrpc import GROUP_MEMBERSHIP
from impacket.dcerpc.v5.rpcrt import TypeSerialization1
from impacket.krb5 import pac

ACCOUNT_DOMAIN, EXTRA = "S-1-5-21-1000", "S-1-5-21-2000"
GROUPS = [(513, 7), (515, 7), (518, 3)]
SESSION_KEY = bytes(15) + b"\x09"
STRINGS = {"EffectiveName": "ada", "FullName": "Ada Lovelace", "LogonScript": "", "ProfilePath": "", "HomeDirectory": "",
           "HomeDirectoryDrive": "", "LogonServer": "DC", "LogonDomainName": ""}
TIMES = {"LogonTime": 0x0123456789ABCDEF, "LogoffTime": 0, "KickOffTime": 0x7FFFFFFFFFFFFFFF, "PasswordLastSet": 0,
         "PasswordCanChange": 0, "PasswordMustChange": 0, "LastSuccessfulILogon": 0, "LastFailedILogon": 0}
LOGON = {"LogonCount": 500, "BadPasswordCount": 0, "UserId": 1103, "PrimaryGroupId": 513, "GroupCount": 3, "UserFlags": 0,
         "UserAccountControl": 0x10, "SubAuthStatus": 0, "FailedILogonCount": 0, "Reserved3": 0, "SidCount": 2,
         "ResourceGroupCount": 0}
DEVICE = {"UserId": 1103, "PrimaryGroupId": 515, "AccountGroupCount": 3, "SidCount": 2, "DomainGroupCount": 0}


class DeviceInfoPointer(NDRPOINTER):
    referent = (("Data", pac.PAC_DEVICE_INFO),)


class DeviceInfo(TypeSerialization1):
    structure = (("Data", DeviceInfoPointer),)


def fill_groups(array):
    for number, attributes in GROUPS:
        group = GROUP_MEMBERSHIP()
        group["RelativeId"], group["Attributes"] = number, attributes
        array.append(group)


def fill_sids(array):
    extra, none = pac.KERB_SID_AND_ATTRIBUTES(), pac.KERB_SID_AND_ATTRIBUTES()
    extra["Sid"].fromCanonical(EXTRA)
    extra["Attributes"] = 7
    none["Sid"], none["Attributes"] = NULL, 0
    array.append(extra)
    array.append(none)


def write_logon():
    info = pac.VALIDATION_INFO()
    data = info["Data"]
    for name, value in {**LOGON, **STRINGS}.items():
        data[name] = value
    for name, value in TIMES.items():
        data[name]["dwLowDateTime"], data[name]["dwHighDateTime"] = value & 0xFFFFFFFF, value >> 32
    fill_groups(data["GroupIds"])
    data["UserSessionKey"] = SESSION_KEY
    data["LogonDomainId"].fromCanonical(ACCOUNT_DOMAIN)
    data["LMKey"] = bytes(8)
    fill_sids(data["ExtraSids"])
    data["ResourceGroupDomainSid"] = data["ResourceGroupIds"] = NULL
    return info


def write_device():
    info = DeviceInfo()
    data = info["Data"]
    for name, value in DEVICE.items():
        data[name] = value
    data["AccountDomainId"].fromCanonical(ACCOUNT_DOMAIN)
    fill_groups(data["AccountGroupIds"])
    fill_sids(data["ExtraSids"])
    data["DomainGroup"] = NULL
    return info


def check_common(info, numbers, domain, groups):
    assert {name: info[name] for name in numbers} == numbers
    assert info[domain].formatCanonical() == ACCOUNT_DOMAIN
    assert [(g["RelativeId"], g["Attributes"]) for g in info[groups]] == GROUPS
    assert info["ExtraSids"][0]["Sid"].formatCanonical() == EXTRA
    assert [s["Attributes"] for s in info["ExtraSids"]] == [7, 0]


def check_logon(info):
    check_common(info, LOGON, "LogonDomainId", "GroupIds")
    assert {name: info[name] for name in STRINGS} == STRINGS
    for name, value in TIMES.items():
        assert info[name]["dwHighDateTime"] << 32 | info[name]["dwLowDateTime"] == value


def check_device(info):
    check_common(info, DEVICE, "AccountDomainId", "AccountGroupIds")


KINDS = {"logon": (pac.VALIDATION_INFO, write_logon, check_logon), "device": (DeviceInfo, write_device, check_device)}


def main(program, kind):
    serialization, write, check = KINDS[kind]
    ours = subprocess.run([program, kind], check=True, stdout=subprocess.PIPE).stdout
    info = serialization(ours)
    header, length = info["CommonHeader"], info["PrivateHeader"]["ObjectBufferLength"]
    assert (header["Version"], header["Endianness"], header["CommonHeaderLength"]) == (1, 0x10, 8)
    assert length == len(ours) - 16 and length % 8 == 0
    info.fromStringReferents(ours[len(info.getData()):])
    info["Data"].dump()
    check(info["Data"])

    theirs = write()
    with tempfile.NamedTemporaryFile() as file:
        file.write(theirs.getData() + theirs.getDataReferents())
        file.flush()
        again = subprocess.run([program, kind, file.name], check=True, stdout=subprocess.PIPE).stdout
    assert again == ours, f"{again.hex()}\n{ours.hex()}"


main(*sys.argv[1:])
