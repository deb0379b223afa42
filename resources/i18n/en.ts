<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>engine</name>
    <message>
        <source>A split by rows holds no sections out: --unseen is left aside.</source>
        <translation>A split by rows holds no sections out: the share of unseen text is left aside.</translation>
    </message>
    <message>
        <source>Add a document first: hone ingest PROJECT FILE.pdf</source>
        <translation>Add a document on the Documents page first.</translation>
    </message>
    <message>
        <source>Add a document first: hone ingest {0} FILE.pdf</source>
        <translation>Add a document on the Documents page first.</translation>
    </message>
    <message>
        <source>Add one first, in Settings or with hone servers add ADDRESS.</source>
        <translation>Add one first, in Settings.</translation>
    </message>
    <message>
        <source>Add: --stage answer</source>
        <translation>Choose the answer stage.</translation>
    </message>
    <message>
        <source>Ask first: hone generate PROJECT --stage ask</source>
        <translation>Run the ask stage first.</translation>
    </message>
    <message>
        <source>Choose a chat model that knows {0}, for example Qwen3-4B-Instruct-2507 as GGUF: hone generate PROJECT --writer FILE.gguf</source>
        <translation>Choose a chat model that knows {0}, for example Qwen3-4B-Instruct-2507 as GGUF.</translation>
    </message>
    <message>
        <source>Choose a new or empty folder with --out.</source>
        <translation>Choose a new or empty folder.</translation>
    </message>
    <message>
        <source>Choose another prompt style for the dataset: hone dataset PROJECT --style alpaca</source>
        <translation>Choose another prompt style for the dataset, for example alpaca.</translation>
    </message>
    <message>
        <source>Give --push the form OWNER/NAME, such as anna/pump-manual.</source>
        <translation>Write it as OWNER/NAME, such as anna/pump-manual.</translation>
    </message>
    <message>
        <source>Give --repo ADDRESS and --commit COMMIT, or write version 3.</source>
        <translation>Give the address of the repository and the commit, or write version 3.</translation>
    </message>
    <message>
        <source>Give a branch, tag or commit with --base; by default it is HEAD.</source>
        <translation>Give a branch, tag or commit to compare with; by default it is HEAD.</translation>
    </message>
    <message>
        <source>Give one file of it: hone import PROJECT FILE</source>
        <translation>Choose one file of it.</translation>
    </message>
    <message>
        <source>Give one with letters of a to z: --path science/animals/otters</source>
        <translation>Give a path with letters of a to z: science/animals/otters</translation>
    </message>
    <message>
        <source>Give the one that opens it (at the command line after --password).</source>
        <translation>Type the one that opens it.</translation>
    </message>
    <message>
        <source>Import a qna.yaml of a skill, whose seed examples have a question, perhaps a context, and an answer: hone import PROJECT qna.yaml</source>
        <translation>Import a qna.yaml of a skill, whose seed examples have a question, perhaps a context, and an answer.</translation>
    </message>
    <message>
        <source>It asks about sentences only: edit the pair by hand, or name a chat model: --writer FILE.gguf</source>
        <translation>It asks about sentences only: edit the pair by hand, or choose a chat model as writer.</translation>
    </message>
    <message>
        <source>It follows no examples. Give a chat model: hone generate PROJECT --skills --writer FILE.gguf</source>
        <translation>It follows no examples: choose a chat model as writer.</translation>
    </message>
    <message>
        <source>It would be a table with the columns {0}: name two of them with --question-field and --answer-field. Recognised are {1}. Known kinds: chat, completions and text JSON lines, Alpaca and ShareGPT JSON, CSV with a header, Parquet, qna.yaml.</source>
        <translation>It would be a table with the columns {0}: name those of question and answer. Recognised are {1}. Known kinds: chat, completions and text JSON lines, Alpaca and ShareGPT JSON, CSV with a header, Parquet, qna.yaml.</translation>
    </message>
    <message>
        <source>Its columns are {0}: name two with --question-field and --answer-field. Recognised are {1}, messages, conversations and text.</source>
        <translation>Its columns are {0}: name those of question and answer. Recognised are {1}, messages, conversations and text.</translation>
    </message>
    <message>
        <source>Its files are gone: make it again with hone dataset PROJECT.</source>
        <translation>Its files are gone: make the dataset again on the Train page.</translation>
    </message>
    <message>
        <source>Its reader was stopped {0}. {1}, split it, or allow more (at the command line --memory-mb).</source>
        <translation>Its reader was stopped {0}. {1}, split it, or allow more memory.</translation>
    </message>
    <message>
        <source>Its reader was stopped {0}. {1}, split it, or allow more time (at the command line --page-seconds).</source>
        <translation>Its reader was stopped {0}. {1}, split it, or allow more time.</translation>
    </message>
    <message>
        <source>Its replies do not come to an end: a longer reply (--max-tokens 1024) may help.</source>
        <translation>Its replies do not come to an end: a longer reply, of 1024 tokens, may help.</translation>
    </message>
    <message>
        <source>Its run learned nothing: train again with hone train.</source>
        <translation>Its run learned nothing: train again.</translation>
    </message>
    <message>
        <source>Knowledge needs {0} contexts with {1} pairs each and there are {2}; a skill needs {3} pairs of no document and there are {4}. Write more with: hone generate PROJECT</source>
        <translation>Knowledge needs {0} contexts with {1} pairs each and there are {2}; a skill needs {3} pairs of no document and there are {4}. Write more on the Pairs page.</translation>
    </message>
    <message>
        <source>Let it go on with: hone train {0} --resume {1}</source>
        <translation>Let run {1} go on, on the Train page.</translation>
    </message>
    <message>
        <source>List them with: hone pairs PROJECT</source>
        <translation>The Pairs page lists them.</translation>
    </message>
    <message>
        <source>A project is a folder NAME.hone with project.sqlite in it. Make one with: hone new NAME.hone</source>
        <translation>A project is a folder NAME.hone with project.sqlite in it. Make a new one on the start screen.</translation>
    </message>
    <message>
        <source>--anyway downloads it all the same.</source>
        <translation>It can be downloaded all the same.</translation>
    </message>
    <message>
        <source>4bit</source>
        <translation>4 bits</translation>
    </message>
    <message>
        <source>8bit</source>
        <translation>8 bits</translation>
    </message>
    <message>
        <source>A copy of it in 4 bits would fit: hone models convert FOLDER.</source>
        <translation>A copy of it in 4 bits would fit: make one on the page Models.</translation>
    </message>
    <message>
        <source>A model on another machine writes too: add it in Settings, or with hone servers add ADDRESS.</source>
        <translation>A model on another machine writes too: add it in Settings.</translation>
    </message>
    <message>
        <source>Check the connection under Several Macs on the page Train, or with hone hosts: each says why.</source>
        <translation>Check the connection under Several Macs on the page Train: each says why.</translation>
    </message>
    <message>
        <source>Expected is what hone report PROJECT --json FILE wrote.</source>
        <translation>Expected is a report of an exam that was written as JSON.</translation>
    </message>
    <message>
        <source>Fetch it first: hone models download {0}</source>
        <translation>Download it first, on the page Models: {0}</translation>
    </message>
    <message>
        <source>Its files are missing or damaged ({0}): train again with hone train.</source>
        <translation>Its files are missing or damaged ({0}): train again.</translation>
    </message>
    <message>
        <source>Let it go on with the same options: hone exam {0}</source>
        <translation>Let it go on with the same options on the Exam page.</translation>
    </message>
    <message>
        <source>Log in with: hf auth login, with a token that may write. Then export with --push again.</source>
        <translation>Log in with: hf auth login, with a token that may write. Then export again.</translation>
    </message>
    <message>
        <source>Looked for the embedding model at {0}. Vectors that need no model: hone index {1} --embedder latent</source>
        <translation>Looked for the embedding model at {0}. Index the documents again with latent vectors, which need no model.</translation>
    </message>
    <message>
        <source>Make it with: hone index {0}</source>
        <translation>Index the documents on the Documents page.</translation>
    </message>
    <message>
        <source>Make one with: hone dataset {0}</source>
        <translation>Make one on the Train page.</translation>
    </message>
    <message>
        <source>Merge its adapter first with: hone fuse {0}</source>
        <translation>Merge its adapter first on the Export page.</translation>
    </message>
    <message>
        <source>Name a chat model: --writer FILE</source>
        <translation>Choose a chat model.</translation>
    </message>
    <message>
        <source>No row has an answer to learn: look at them with hone styles, then make the dataset again.</source>
        <translation>No row has an answer to learn: look at them under What Is Trained, then make the dataset again.</translation>
    </message>
    <message>
        <source>No smaller plan is left: close other programs, leave out the longest rows with --max-length, or choose a smaller base, or the same in 4 bits.</source>
        <translation>No smaller plan is left: close other programs, lower Longest row, or choose a smaller base, or the same in 4 bits.</translation>
    </message>
    <message>
        <source>Only the base was loaded: train first with hone train.</source>
        <translation>Only the base was loaded: train first on the Train page.</translation>
    </message>
    <message>
        <source>Only {0} of {1} replies are the same, logits differ by up to {2}. Fuse without quantizing (--dequantize).</source>
        <translation>Only {0} of {1} replies are the same, logits differ by up to {2}. Fuse without quantizing.</translation>
    </message>
    <message>
        <source>Other precisions are made of one in full precision: fuse again with --dequantize.</source>
        <translation>Other precisions are made of one in full precision: fuse again in full precision.</translation>
    </message>
    <message>
        <source>Other programs do not read MLX&apos;s bits: fuse again with --dequantize, then export.</source>
        <translation>Other programs do not read MLX&apos;s bits: fuse again in full precision, then export.</translation>
    </message>
    <message>
        <source>Run hone doctor there.</source>
        <translation>Open Hone there, and see whether it works.</translation>
    </message>
    <message>
        <source>Say --on or --off.</source>
        <translation>Choose on or off.</translation>
    </message>
    <message>
        <source>Set {0} in the environment, or keep the key in the keychain with hone key ADDRESS.</source>
        <translation>Give its key in Settings, or set {0} in the environment.</translation>
    </message>
    <message>
        <source>Start a new one by leaving out --resume.</source>
        <translation>Start a new one by leaving the resumed run empty.</translation>
    </message>
    <message>
        <source>Take one first: hone exam {0}.</source>
        <translation>Take one first, on the page Exam.</translation>
    </message>
    <message>
        <source>Take one with: hone exam {0}</source>
        <translation>Take one on the Exam page.</translation>
    </message>
    <message>
        <source>The dataset has no rows in {0}: make it anew with hone dataset {1}, ask trained ones with --trained, or give a file with --questions.</source>
        <translation>The dataset has no rows in {0}: make it anew, ask trained questions too, or choose a file of questions.</translation>
    </message>
    <message>
        <source>The program ollama is on no path here: install Ollama, or leave --ollama-create away and run the command that the export tells where Ollama is.</source>
        <translation>The program ollama is on no path here: install Ollama, or run the command that the export tells where Ollama is.</translation>
    </message>
    <message>
        <source>Train one with: hone train {0}</source>
        <translation>Train one on the Train page.</translation>
    </message>
    <message>
        <source>Try another writer: an instruct model of 3B parameters or more as GGUF (hone generate PROJECT --writer FILE.gguf). What was accepted before is kept.</source>
        <translation>Try another writer: an instruct model of 3B parameters or more as GGUF. What was accepted before is kept.</translation>
    </message>
    <message>
        <source>Type it again (at the command line after --password).</source>
        <translation>Type it again.</translation>
    </message>
    <message>
        <source>Write some with: hone generate PROJECT, or take a file&apos;s rows with: hone import PROJECT FILE</source>
        <translation>Write some on the Pairs page, or import the rows of a file.</translation>
    </message>
    <message>
        <source>en</source>
        <translation>English</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>as it was fused</translation>
    </message>
    <message>
        <source>gguf</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>hone exam takes one.</source>
        <translation>Choose one of those that were taken.</translation>
    </message>
    <message>
        <source>hone models catalogue --kind {0} lists what is.</source>
        <translation>The page Models lists what is one ({0}).</translation>
    </message>
    <message>
        <source>hone models catalogue lists those that can be downloaded.</source>
        <translation>The page of models lists those that can be downloaded.</translation>
    </message>
    <message>
        <source>hone runs {0} lists the runs and sweeps.</source>
        <translation>The page Runs lists the runs and sweeps.</translation>
    </message>
    <message>
        <source>hone servers list says which there are.</source>
        <translation>Settings shows which there are.</translation>
    </message>
    <message>
        <source>hone status PROJECT --json counts what there is.</source>
        <translation>Each page shows what there is.</translation>
    </message>
    <message>
        <source>hone status {0} lists the runs.</source>
        <translation>The Train page lists the runs.</translation>
    </message>
    <message>
        <source>it has no {0}: its fields are {1}; name them with --question-field and --answer-field.</source>
        <translation>it has no {0}: its fields are {1}; name those of question and answer.</translation>
    </message>
    <message>
        <source>ko</source>
        <translation>Korean</translation>
    </message>
    <message>
        <source>lora</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>mlx</source>
        <translation>MLX</translation>
    </message>
    <message>
        <source>ocr</source>
        <translation>OCR</translation>
    </message>
    <message>
        <source>peft</source>
        <translation>PEFT</translation>
    </message>
    <message>
        <source>train.jsonl is empty: make the dataset again with hone dataset.</source>
        <translation>train.jsonl is empty: make the dataset again on the Train page.</translation>
    </message>
    <message>
        <source>{0} ({1}): make it again with hone dataset PROJECT.</source>
        <translation>{0} ({1}): make the dataset again on the Train page.</translation>
    </message>
    <message>
        <source>{0} A copy of it in 4 bits would fit: hone models convert FOLDER.</source>
        <translation>{0} A copy of it in 4 bits would fit: make one on the page Models.</translation>
    </message>
    <message>
        <source>{0} It is as it was: edit it by hand (hone pairs PROJECT edit {1}), or try another --writer.</source>
        <translation>{0} It is as it was: edit it by hand, or try another writer.</translation>
    </message>
    <message>
        <source>{0} Make it again with hone dataset PROJECT.</source>
        <translation>{0} Make the dataset again on the Train page.</translation>
    </message>
    <message>
        <source>{0} No smaller plan is left: close other programs, leave out the longest rows with --max-length, or choose a smaller base, or the same in 4 bits.</source>
        <translation>{0} No smaller plan is left: close other programs, lower Longest row, or choose a smaller base, or the same in 4 bits.</translation>
    </message>
    <message>
        <source>{0} Train again with hone train.</source>
        <translation>{0} Train again.</translation>
    </message>
    <message>
        <source>{0} accepted pairs of {1} facts were split by rows: generate more wordings (--wordings) or pairs, or change the shares.</source>
        <translation>{0} accepted pairs of {1} facts were split by rows: generate more wordings or pairs, or change the shares.</translation>
    </message>
    <message>
        <source>{0} accepted pairs of {1} facts were split by wordings: generate more wordings (--wordings) or pairs, or change the shares.</source>
        <translation>{0} accepted pairs of {1} facts were split by wordings: generate more wordings or pairs, or change the shares.</translation>
    </message>
    <message>
        <source>{0}Try another writer: an instruct model of 3B parameters or more as GGUF (hone generate PROJECT --writer FILE.gguf). What was accepted before is kept.</source>
        <translation>{0}Try another writer: an instruct model of 3B parameters or more as GGUF. What was accepted before is kept.</translation>
    </message>
    <message>
        <source>{0} rows are longer than {1} tokens: allow longer ones with --max-length.</source>
        <translation>{0} rows are longer than {1} tokens: allow longer rows.</translation>
    </message>
    <message>
        <source>Say what and where to: --gguf, --ollama, --lm-studio, --mlx, --hugging-face, --adapter or --dataset with a folder.</source>
        <translation>Choose what to export, and a folder.</translation>
    </message>
    <message>
        <source>Say where the folder for the Hub goes too: --hugging-face FOLDER.</source>
        <translation>Choose the Hugging Face model too: it is what is pushed.</translation>
    </message>
    <message>
        <source>llama.cpp chooses {0} of the reply tokens alike, wanted were {1}, so nothing was kept: choose a quantisation of more bits, export the MLX folder, or allow less with --agreement.</source>
        <translation>llama.cpp chooses {0} of the reply tokens alike, wanted were {1}, so nothing was kept: choose a quantisation of more bits, export the MLX folder, or allow less agreement.</translation>
    </message>
    <message>
        <source>{0} was not written by Hone: choose another place with --path.</source>
        <translation>{0} was not written by Hone: choose another place.</translation>
    </message>
</context>
</TS>
