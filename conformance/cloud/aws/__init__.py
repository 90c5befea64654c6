"""AWS as one HTTP endpoint: moto, the whole of EKS, and what moto lets pass."""
