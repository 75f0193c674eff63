"""What is done: preparing, reading, grounding, checking and serving. `service.pipeline` reads top to bottom."""
