"""What EC2 refuses and answers and moto does not."""
from . import answers, rules  # noqa: F401
