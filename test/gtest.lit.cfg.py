# lit runs every case of the GoogleTest programs in this folder as a test of its own.
import os
import lit.formats

config.name = os.path.basename(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
config.test_source_root = config.test_exec_root = os.path.dirname(os.path.abspath(__file__))
config.test_format = lit.formats.GoogleTest("", "_test")
