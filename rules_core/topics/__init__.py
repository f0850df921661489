"""One pure function per topic."""
