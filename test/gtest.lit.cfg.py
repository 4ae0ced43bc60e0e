# lit runs every case of the GoogleTest programs in this folder as a test of its own.
import os
import lit.formats

config.name = os.path.basename(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
config.test_source_root = config.test_exec_root = os.path.dirname(os.path.abspath(__file__))
config.test_format = lit.formats.GoogleTest("", "_test")
# Of a program that fails though each of its cases passes, lit shows all output: the sanitizer's report, not the cases.
config.environment["GTEST_BRIEF"] = "1"
