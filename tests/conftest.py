"""What all tests share: hypothesis sets no deadline for one example.

On a busy machine a deadline would fail what is right; speed has tests and benchmarks of its own.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
settings.load_profile("patient")
