"""Where conversations are kept and in which order their turns are taken."""
