#!/bin/bash
# talk.sh FOLDER: runs server and client of that folder as two processes, over TCP on a free port.
set -eu

coproc server { exec "$1/server" 'ncacn_ip_tcp:127.0.0.1[0]'; }
trap 'kill "$server_PID"' EXIT
read -r _ _ binding <&"${server[0]}"  # listening on BINDING
"$1/client" "$binding"
