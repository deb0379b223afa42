"""Letters in pictures as Apple's Vision framework tells them, through pyobjc; macOS only."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from engine.documents.letters.recognition import RecognitionError, Word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from engine.documents.letters.recognition import Picture


class Vision:
    """Vision's recognition of text at its accurate level."""

    name = "Apple Vision"

    def __init__(self, vision: Any, foundation: Any) -> None:
        self._vision, self._foundation = vision, foundation
        self._supported = self._ask_supported()

    def languages(self) -> list[str]:
        """The languages that this version of macOS recognises."""
        return list(dict.fromkeys(name.split("-")[0] for name in self._supported))

    def words(self, picture: Picture, languages: Sequence[str]) -> list[Word]:
        """Whole lines, each as one word, in Vision's order. Raises RecognitionError."""
        request = self._request()
        wanted = [name for code in languages for name in self._supported if name.split("-")[0] == code]
        if wanted:
            request.setRecognitionLanguages_(wanted)
        data = self._foundation.NSData.dataWithBytes_length_(picture.data, len(picture.data))
        handler = self._vision.VNImageRequestHandler.alloc().initWithData_options_(data, {})
        done, error = handler.performRequests_error_([request], None)
        if not done:
            raise RecognitionError(f"Apple Vision says: {error.localizedDescription() if error else 'no reason'}")
        return [word for one in request.results() or () if (word := _word(one, picture)) is not None]

    def turn(self, picture: Picture) -> int:
        """Vision reads text in any direction by itself."""
        return 0

    def _request(self) -> Any:
        request = self._vision.VNRecognizeTextRequest.alloc().init()
        request.setRecognitionLevel_(self._vision.VNRequestTextRecognitionLevelAccurate)
        request.setUsesLanguageCorrection_(True)
        return request

    def _ask_supported(self) -> list[str]:
        names, _ = self._request().supportedRecognitionLanguagesAndReturnError_(None)
        return [str(name) for name in names or ()]


def recogniser() -> Vision | None:
    """Vision, where pyobjc can load it."""
    try:
        return Vision(importlib.import_module("Vision"), importlib.import_module("Foundation"))
    except ImportError:
        return None


def _word(observation: Any, picture: Picture) -> Word | None:
    """A line as Vision saw it; its box is in parts of the picture, from the lower left corner."""
    best = observation.topCandidates_(1)
    if not best:
        return None
    box = observation.boundingBox()
    left, right = box.origin.x * picture.width, (box.origin.x + box.size.width) * picture.width
    top = (1 - box.origin.y - box.size.height) * picture.height
    bottom = (1 - box.origin.y) * picture.height
    return Word(str(best[0].string()), left, top, right, bottom, float(best[0].confidence()))
