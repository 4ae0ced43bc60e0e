"""The format of the fuzzers among lit's tests: every program in the folder runs over its seeds, and a little further."""
import os

import lit.formats
import lit.Test
import run

SHORT = ["-runs=2000", "-seed=1"]


class Seeds(lit.formats.FileBasedTest):
    def getTestsInDirectory(self, suite, path, _litConfig, config):
        folder = suite.getSourcePath(path)
        for name in sorted(os.listdir(folder)):
            if name.endswith("_fuzz"):
                yield lit.Test.Test(suite, (*path, name), config)

    def execute(self, test, _litConfig):
        status, output = run.run(test.getSourcePath(), SHORT)
        return (lit.Test.PASS if status == 0 else lit.Test.FAIL), output
