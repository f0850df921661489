"""The parts an assistant on several machines needs, each started on this one from its
Debian package: loopback only, free ports, a temporary folder, and ended by who started it."""
