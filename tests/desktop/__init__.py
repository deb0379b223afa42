"""Tests of the window: real Qt, real store, real children."""
