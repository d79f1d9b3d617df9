"""The generated packages of ``spec/``, used as their users would."""
