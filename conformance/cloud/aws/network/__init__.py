"""What EC2 refuses and moto does not."""
from . import rules  # noqa: F401
