"""The controllers of ACK, played against a Kubernetes API server; they know of AWS what its HTTP endpoint says."""
