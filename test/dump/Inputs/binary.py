"""binary.py < HEX: the bytes of a text of hexadecimal digits with comments."""

import sys

text = "".join(line.split("#")[0] for line in sys.stdin)
sys.stdout.buffer.write(bytes.fromhex(text))
