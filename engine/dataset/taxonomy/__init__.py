"""InstructLab taxonomies: qna.yaml files of knowledge and skills, read with line numbers, written, and compared."""

from engine.dataset.taxonomy.reading import Checked, Problem, check, read_seeds
from engine.dataset.taxonomy.writing import MARK, Seed, knowledge, skill

__all__ = ["MARK", "Checked", "Problem", "Seed", "check", "knowledge", "read_seeds", "skill"]
