"""Quality on real corpora: one command a task, and floors that only move up (evals/README.md)."""
