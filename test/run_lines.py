"""The format of the lit tests, in a module of its own because lit's workers import it."""
import lit.formats


class RunLines(lit.formats.ShTest):
    """Shell tests, of the files that have RUN lines: test folders hold other sources as well."""

    def getTestsInDirectory(self, *arguments):
        for test in super().getTestsInDirectory(*arguments):
            with open(test.getSourcePath(), "rb") as source:
                if b"RUN:" in source.read():
                    yield test
