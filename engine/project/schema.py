"""The project's tables, and the numbered steps that bring an older project up to date.

A step is never edited once released: a change of the schema is a further entry of MIGRATIONS.
"""

from __future__ import annotations

MIGRATIONS: tuple[str, ...] = (
    # 1: the first schema
    """
    CREATE TABLE documents (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,          -- of the file's bytes: the same file twice is one document
        name TEXT NOT NULL,
        source TEXT NOT NULL,                 -- path it was read from
        kind TEXT NOT NULL,                   -- pdf, markdown, text
        title TEXT NOT NULL DEFAULT '',
        language TEXT NOT NULL DEFAULT '',    -- en, ko, ... by script and function words; '' when unknown
        state TEXT NOT NULL,                  -- read, partial, failed
        message TEXT NOT NULL DEFAULT '',     -- what could not be read and what to do
        words INTEGER NOT NULL DEFAULT 0,     -- words of all pages, cut at spaces
        added_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE pages (
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        number INTEGER NOT NULL,              -- as the reader of the document counts, from 1
        text TEXT NOT NULL,                   -- cleaned text; all spans are offsets into it
        state TEXT NOT NULL,                  -- read, scanned (no text layer), failed
        message TEXT NOT NULL DEFAULT '',
        UNIQUE (document_id, number)
    );
    CREATE TABLE chunks (
        id INTEGER PRIMARY KEY,
        document_id INTEGER NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,            -- order within the document, from 0
        first_page INTEGER NOT NULL,          -- page number where it starts
        start INTEGER NOT NULL,               -- character offset in that page's text
        last_page INTEGER NOT NULL,
        end INTEGER NOT NULL,                 -- character offset after its last character, in last_page's text
        text TEXT NOT NULL,
        tokens INTEGER NOT NULL,
        UNIQUE (document_id, position)
    );
    CREATE TABLE indexes (                    -- one row: the index that answers searches now
        id INTEGER PRIMARY KEY CHECK (id = 1),
        recipe TEXT NOT NULL,                 -- JSON: embedder, its parameters
        chunks TEXT NOT NULL,                 -- sha256 over the chunk ids and texts it was built from
        folder TEXT NOT NULL,                 -- relative to the project
        built_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE generations (                -- one generate job as asked, so that it can be resumed
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL,                    -- sha256 over what decides the questions: the same key goes on
        spec TEXT NOT NULL,
        state TEXT NOT NULL,                  -- running, finished, failed, cancelled
        facts_found INTEGER NOT NULL DEFAULT 0,
        started_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE units (                      -- finished units of a generation: (stage, what) is done once
        generation_id INTEGER NOT NULL REFERENCES generations(id) ON DELETE CASCADE,
        stage TEXT NOT NULL,                  -- ask, answer
        subject INTEGER NOT NULL,             -- chunk id while asking, fact id while answering
        PRIMARY KEY (generation_id, stage, subject)
    ) WITHOUT ROWID;
    CREATE TABLE facts (                      -- what the wordings of one pair share
        id INTEGER PRIMARY KEY,
        generation_id INTEGER REFERENCES generations(id),
        chunk_id INTEGER REFERENCES chunks(id) ON DELETE CASCADE,  -- NULL for imported rows
        position INTEGER NOT NULL DEFAULT 0,  -- order within the chunk or the imported file
        origin TEXT NOT NULL,                 -- generated, imported, person, seed (of a qna.yaml)
        writer TEXT NOT NULL DEFAULT '',      -- name of the model that wrote it
        source TEXT NOT NULL DEFAULT '',      -- sentence the question was asked of; imported: file; seed: context
        answer TEXT,                          -- NULL until answered
        evidence TEXT NOT NULL DEFAULT '',    -- quoted span that supports the answer
        evidence_document INTEGER REFERENCES documents(id) ON DELETE SET NULL,
        evidence_page INTEGER,
        evidence_start INTEGER,               -- character offsets in that page's text
        evidence_end INTEGER,
        UNIQUE (generation_id, chunk_id, position)
    );
    CREATE TABLE pairs (                      -- one wording of a question; its answer is the fact's
        id INTEGER PRIMARY KEY,
        fact_id INTEGER NOT NULL REFERENCES facts(id) ON DELETE CASCADE,
        wording INTEGER NOT NULL,             -- 0 is the first wording
        style TEXT NOT NULL DEFAULT '',
        question TEXT NOT NULL,
        input TEXT NOT NULL DEFAULT '',
        state TEXT NOT NULL,                  -- asked, accepted, rejected
        reason TEXT NOT NULL DEFAULT '',      -- name of the check that rejected it
        detail TEXT NOT NULL DEFAULT '',      -- the check's sentence
        UNIQUE (fact_id, wording)
    );
    CREATE INDEX pairs_by_state ON pairs(state, reason);
    CREATE TABLE datasets (
        id INTEGER PRIMARY KEY,
        spec TEXT NOT NULL,
        folder TEXT NOT NULL,                 -- relative to the project: train.jsonl, valid.jsonl, test.jsonl
        counts TEXT NOT NULL,                 -- JSON: rows by split
        digest TEXT NOT NULL DEFAULT '',      -- sha256 of the files: equal datasets are one
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE dataset_rows (
        dataset_id INTEGER NOT NULL REFERENCES datasets(id) ON DELETE CASCADE,
        pair_id INTEGER NOT NULL REFERENCES pairs(id) ON DELETE CASCADE,
        split TEXT NOT NULL,                  -- train, valid, test, unseen
        PRIMARY KEY (dataset_id, pair_id)
    ) WITHOUT ROWID;
    CREATE TABLE runs (
        id INTEGER PRIMARY KEY,
        spec TEXT NOT NULL,
        plan TEXT NOT NULL DEFAULT '{}',      -- JSON: what the spec was worked out to, prompt style
        dataset_id INTEGER NOT NULL REFERENCES datasets(id),
        base TEXT NOT NULL,                   -- path or name of the base model
        folder TEXT NOT NULL,                 -- relative to the project: runs/0001
        state TEXT NOT NULL,                  -- running, finished, stopped, failed
        iterations INTEGER NOT NULL,          -- planned
        best_iteration INTEGER,
        best_val_loss REAL,
        fused TEXT,                           -- folder of the fused model, relative to the project
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
        ended_at TEXT
    );
    CREATE TABLE metrics (
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        iteration INTEGER NOT NULL,
        name TEXT NOT NULL,                   -- train_loss, val_loss, tokens_per_second, peak_memory, ...
        value REAL NOT NULL,
        PRIMARY KEY (run_id, iteration, name)
    ) WITHOUT ROWID;
    CREATE TABLE checkpoints (
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        iteration INTEGER NOT NULL,
        path TEXT NOT NULL,                   -- relative to the project
        sha256 TEXT NOT NULL,
        val_loss REAL,
        PRIMARY KEY (run_id, iteration)
    ) WITHOUT ROWID;
    CREATE TABLE exams (
        id INTEGER PRIMARY KEY,
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        spec TEXT NOT NULL,
        state TEXT NOT NULL,                  -- running, finished
        scores TEXT NOT NULL DEFAULT '{}',    -- JSON: {"base": {...}, "tuned": {...}}
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE exam_answers (
        exam_id INTEGER NOT NULL REFERENCES exams(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        pair_id INTEGER REFERENCES pairs(id) ON DELETE SET NULL,
        split TEXT NOT NULL,                  -- test, unseen, train, written (questions of a file)
        question TEXT NOT NULL,
        reference TEXT NOT NULL,
        key_facts TEXT NOT NULL,              -- JSON: list of lists of accepted spellings
        base TEXT NOT NULL,
        tuned TEXT NOT NULL,
        scores TEXT NOT NULL,                 -- JSON: {"base": {...}, "tuned": {...}}
        PRIMARY KEY (exam_id, position)
    ) WITHOUT ROWID;
    CREATE TABLE messages (                   -- chat history
        id INTEGER PRIMARY KEY,
        run_id INTEGER REFERENCES runs(id) ON DELETE CASCADE,
        conversation TEXT NOT NULL,
        side TEXT NOT NULL,                   -- user, base, tuned
        content TEXT NOT NULL,
        data TEXT NOT NULL DEFAULT '{}',      -- JSON: sampling, time to first token, tokens per second
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE TABLE artifacts (                  -- files that were announced, recorded after they were durable
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        path TEXT NOT NULL,
        sha256 TEXT NOT NULL DEFAULT '',
        data TEXT NOT NULL DEFAULT '{}',
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    """,
    # 2: where a chunk stands in its document, what a person did to a pair, and who judged it
    """
    ALTER TABLE documents ADD COLUMN report TEXT NOT NULL DEFAULT '{}';  -- JSON: pages by how they were read, tables
    ALTER TABLE pages ADD COLUMN method TEXT NOT NULL DEFAULT 'text';    -- text (a text layer), ocr
    ALTER TABLE pages ADD COLUMN tables INTEGER NOT NULL DEFAULT 0;      -- how many the page's text has
    ALTER TABLE pages ADD COLUMN facts INTEGER;                          -- sentences on it that state a fact;
                                                                         -- NULL until generate counted them
    ALTER TABLE chunks ADD COLUMN section TEXT NOT NULL DEFAULT '[]';    -- JSON: headings above it, outermost first
    ALTER TABLE chunks ADD COLUMN facts INTEGER;                         -- the same for the chunk
    ALTER TABLE facts ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;     -- 1: a person wrote answer or evidence
    ALTER TABLE facts ADD COLUMN kind TEXT NOT NULL DEFAULT '';          -- fact, how_to, why, comparison, list, yes_no,
                                                                         -- unanswerable, skill; '' when not known
    ALTER TABLE pairs ADD COLUMN by_hand INTEGER NOT NULL DEFAULT 0;     -- 1: a person had the last word on it
    ALTER TABLE pairs ADD COLUMN verdict TEXT NOT NULL DEFAULT '';       -- the judge's: supported, unsupported; '' none
    ALTER TABLE pairs ADD COLUMN verdict_sentence TEXT NOT NULL DEFAULT '';
    ALTER TABLE pairs ADD COLUMN judge TEXT NOT NULL DEFAULT '';         -- name of the model that judged
    ALTER TABLE pairs ADD COLUMN objection TEXT NOT NULL DEFAULT '';     -- JSON: the writer's own, name and detail
    ALTER TABLE pairs ADD COLUMN opening TEXT NOT NULL DEFAULT '[]';     -- JSON: messages before the question, in
                                                                         -- imported conversations
    CREATE TABLE settings (                   -- of this project; what is not here has its default
        name TEXT PRIMARY KEY,
        value TEXT NOT NULL                   -- JSON
    ) WITHOUT ROWID;
    CREATE TABLE changes (                    -- what a person did to pairs, so that it can be undone
        id INTEGER PRIMARY KEY,
        operation INTEGER NOT NULL,           -- rows of one action (many pairs at once) share it
        action TEXT NOT NULL,                 -- edit, accept, reject, regenerate, ...
        subject TEXT NOT NULL,                -- pairs or facts: the table
        row INTEGER NOT NULL,                 -- its id there
        before TEXT NOT NULL,                 -- JSON: the columns that were changed
        after TEXT NOT NULL,
        undone INTEGER NOT NULL DEFAULT 0,    -- 0 in force, 1 undone, 2 undone and too late to redo
        at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE INDEX changes_by_row ON changes(subject, row);
    CREATE INDEX changes_by_operation ON changes(undone, operation);
    CREATE INDEX facts_by_chunk ON facts(chunk_id);
    CREATE INDEX facts_by_page ON facts(evidence_document, evidence_page);
    CREATE TRIGGER pairs_go AFTER DELETE ON pairs BEGIN  -- the next pair may get its id, but not its history
        DELETE FROM changes WHERE subject = 'pairs' AND row = OLD.id;
    END;
    CREATE TRIGGER facts_go AFTER DELETE ON facts BEGIN
        DELETE FROM changes WHERE subject = 'facts' AND row = OLD.id;
    END;
    """,
    # 3: what a person thought of replies without knowing whose they were
    """
    CREATE TABLE votes (
        id INTEGER PRIMARY KEY,
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        message_id INTEGER UNIQUE REFERENCES messages(id) ON DELETE SET NULL,  -- the question; a vote outlives it
        first TEXT NOT NULL,                  -- the side that was shown as A: base, tuned
        choice TEXT NOT NULL DEFAULT '',      -- base, tuned, both, neither; skipped; '' until the person voted
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
    );
    CREATE INDEX votes_by_run ON votes(run_id, choice);
    CREATE INDEX messages_by_conversation ON messages(run_id, conversation);
    """,
    # 4: exams of up to four sides with judge and probe, replies during training, votes among more sides, sweeps
    """
    ALTER TABLE exam_answers ADD COLUMN replies TEXT NOT NULL DEFAULT '{}';  -- JSON: what each side said
    UPDATE exam_answers SET replies = json_object('base', base, 'tuned', tuned);
    ALTER TABLE exam_answers DROP COLUMN base;
    ALTER TABLE exam_answers DROP COLUMN tuned;
    ALTER TABLE exam_answers ADD COLUMN fact_id INTEGER;                 -- questions of one fact are not independent
    ALTER TABLE exam_answers ADD COLUMN kind TEXT NOT NULL DEFAULT '';   -- of the fact; '' when not known
    ALTER TABLE exam_answers ADD COLUMN section TEXT NOT NULL DEFAULT '[]';  -- JSON: headings above the evidence
    ALTER TABLE exam_answers ADD COLUMN evidence TEXT NOT NULL DEFAULT '';
    ALTER TABLE exam_answers ADD COLUMN place TEXT NOT NULL DEFAULT '{}';    -- JSON: document_id, document, page,
                                                                         -- start, end of the evidence; {} without
    ALTER TABLE exam_answers ADD COLUMN hits TEXT NOT NULL DEFAULT '[]'; -- JSON: what the index found: chunk,
                                                                         -- document, page
    CREATE TABLE judgements (                 -- a judge's score of one reply of an exam
        exam_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        side TEXT NOT NULL,
        judge TEXT NOT NULL,
        score REAL,                           -- 0 to 100; NULL where none could be had
        reason TEXT NOT NULL DEFAULT '',      -- the judge's words
        problem TEXT NOT NULL DEFAULT '',     -- why there is no score
        PRIMARY KEY (exam_id, position, side, judge),
        FOREIGN KEY (exam_id, position) REFERENCES exam_answers(exam_id, position) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TABLE preferences (                -- which of two replies of an exam a judge prefers, asked both ways round
        exam_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        side TEXT NOT NULL,
        other TEXT NOT NULL,
        judge TEXT NOT NULL,
        forward REAL,                         -- 1 side, 0 other, 0.5 neither; NULL where none could be had
        backward REAL,                        -- the same with the other one shown first
        problem TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (exam_id, position, side, other, judge),
        FOREIGN KEY (exam_id, position) REFERENCES exam_answers(exam_id, position) ON DELETE CASCADE
    ) WITHOUT ROWID;
    CREATE TABLE probe_answers (              -- what of the base's other knowledge the tuned model still has
        exam_id INTEGER NOT NULL REFERENCES exams(id) ON DELETE CASCADE,
        position INTEGER NOT NULL,
        suite TEXT NOT NULL,                  -- language, arithmetic, reasoning, instructions, refusal, text, ...
        language TEXT NOT NULL,
        question TEXT NOT NULL,
        reference TEXT NOT NULL DEFAULT '',
        replies TEXT NOT NULL,                -- JSON: by side
        scores TEXT NOT NULL,                 -- JSON: by side: right (0 to 1), or loss in nats a token
        PRIMARY KEY (exam_id, position)
    ) WITHOUT ROWID;
    CREATE TABLE samples (                    -- replies to a few fixed questions while a run is trained
        run_id INTEGER NOT NULL REFERENCES runs(id) ON DELETE CASCADE,
        iteration INTEGER NOT NULL,
        position INTEGER NOT NULL,
        question TEXT NOT NULL,
        reference TEXT NOT NULL,
        reply TEXT NOT NULL,
        is_right INTEGER NOT NULL,            -- 1: says the key facts
        PRIMARY KEY (run_id, iteration, position)
    ) WITHOUT ROWID;
    CREATE TABLE sweeps (                     -- runs over a grid of options
        id INTEGER PRIMARY KEY,
        spec TEXT NOT NULL,
        dataset_id INTEGER NOT NULL REFERENCES datasets(id),
        state TEXT NOT NULL,                  -- running, finished, stopped, failed
        spent REAL NOT NULL DEFAULT 0,        -- seconds of its time that are used up
        candidates TEXT NOT NULL DEFAULT '[]', -- JSON: the grid's runs in their order and what became of each
        created_at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP,
        ended_at TEXT
    );
    ALTER TABLE runs ADD COLUMN sweep_id INTEGER REFERENCES sweeps(id) ON DELETE SET NULL;
    ALTER TABLE messages ADD COLUMN turn INTEGER;                        -- the question, of a reply that came later;
                                                                         -- NULL: the one before it
    ALTER TABLE runs ADD COLUMN stopped_early INTEGER;                   -- iteration at which patience ended it
    ALTER TABLE votes ADD COLUMN shown TEXT NOT NULL DEFAULT '[]';       -- JSON: the sides shown as A, B, C, D
    UPDATE votes SET shown = json_array(first, CASE first WHEN 'base' THEN 'tuned' ELSE 'base' END);
    ALTER TABLE votes DROP COLUMN first;
    CREATE TABLE vote_judgements (            -- what a judge prefers where a person voted
        vote_id INTEGER NOT NULL REFERENCES votes(id) ON DELETE CASCADE,
        judge TEXT NOT NULL,
        choice TEXT NOT NULL DEFAULT '',      -- a side, both (no preference); '' where none could be had
        problem TEXT NOT NULL DEFAULT '',
        PRIMARY KEY (vote_id, judge)
    ) WITHOUT ROWID;
    """,
)
