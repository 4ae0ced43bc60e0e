"""Records TCP connections in a pcap file by passing them on: needs no rights, unlike a capture of the interface."""

import contextlib
import socket
import struct
import threading
import time

LINKTYPE_RAW = 101  # packets begin with the IPv4 header
LOOPBACK = socket.inet_aton("127.0.0.1")
CHUNK = 32768  # fits an IPv4 packet


class Capture:
    def __init__(self, path):
        self.file = open(path, "wb")
        self.file.write(struct.pack("<IHHiIII", 0xA1B2C3D4, 2, 4, 0, 0, 65535, LINKTYPE_RAW))
        self.lock = threading.Lock()

    def write(self, source, target, sequence, acknowledged, data):
        push_and_ack = 0x18
        tcp = struct.pack(">HHIIBBHHH", source, target, sequence, acknowledged, 5 << 4, push_and_ack, 65535, 0, 0)
        packet = struct.pack(">BBHHHBBH4s4s", 0x45, 0, 40 + len(data), 0, 0, 64, socket.IPPROTO_TCP, 0,
                             LOOPBACK, LOOPBACK) + tcp + data
        now = time.time()
        with self.lock:
            self.file.write(struct.pack("<IIII", int(now), int(now % 1 * 1e6), len(packet), len(packet)) + packet)


class Recorder:
    """Listens on `port` and passes every connection on to `server_port`, both on the loopback."""

    def __init__(self, server_port, path):
        self.server_port = server_port
        self.capture = Capture(path)
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        self.threads = [threading.Thread(target=self.accept)]
        self.connections = []

    def __enter__(self):
        self.threads[0].start()
        return self

    def __exit__(self, failure, *_):
        self.listener.shutdown(socket.SHUT_RDWR)
        if failure:  # a peer that failed may have left its connections open
            for connection in self.connections:
                with contextlib.suppress(OSError):
                    connection.shutdown(socket.SHUT_RDWR)
        for thread in self.threads:  # grows until accept(), the first of them, has ended
            thread.join()
        self.listener.close()
        self.capture.file.close()

    def accept(self):
        while True:
            try:
                client, (_, client_port) = self.listener.accept()
            except OSError:
                return
            server = socket.create_connection(("127.0.0.1", self.server_port))
            self.connections += [client, server]
            sequence = {client_port: 1, self.port: 1}
            for source, target, ports in ((client, server, (client_port, self.port)),
                                          (server, client, (self.port, client_port))):
                thread = threading.Thread(target=self.pass_on, args=(source, target, ports, sequence))
                self.threads.append(thread)
                thread.start()

    def pass_on(self, source, target, ports, sequence):
        try:
            while data := source.recv(CHUNK):
                self.capture.write(*ports, sequence[ports[0]], sequence[ports[1]], data)
                sequence[ports[0]] += len(data)
                target.sendall(data)
            target.shutdown(socket.SHUT_WR)
        except OSError:
            pass  # reset by either side: the other thread sees the end
