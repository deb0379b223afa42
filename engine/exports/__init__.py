"""What leaves a project: each module writes one kind of export, whole or not at all, and checks it where it can."""
