"""Recognition of letters in pictures of pages (OCR)."""
