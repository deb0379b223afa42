<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>engine</name>
    <message>
        <source>&apos;{0}&apos; asks for an amount, and the answer has none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; cannot be understood without the page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; does not say whom or what</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; does not say whose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; goes on from something that was said before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; stands there twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&apos;{0}&apos; stands twice in a row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>0 always takes the likeliest word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 is none; counts words of the reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GGUF file starts with the letters GGUF: the download may have failed, or it is another kind of model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A GGUF file, or latent for vectors fitted to the documents themselves; by default as before, at first latent.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A backup of {0} MB is made first: free some space and open the project again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base is a folder with config.json, tokenizer files and *.safetensors, as mlx-lm makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base model is a folder with config.json, tokenizer files and *.safetensors, as mlx-lm makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A base model needs *.safetensors: convert it with mlx_lm.convert, or download it in the MLX form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A character in line {0} is in another encoding: open the file in the program it is from and save it as UTF-8.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A checkpoint is of another model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A file in {0} is missing or damaged ({1}). {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number of the answer has another unit in the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A page that takes longer is left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the answer speaks of things that the evidence does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A part of the model is missing or cut, as after a download that stopped: download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A project is a folder NAME{0} with {1} in it. Make one with: hone new NAME{2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A prompt is too long to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A qna.yaml of version 1 names the repository of its documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply of the writer has another form than it was told</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A reply of the writer was cut</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A split by rows holds no sections out: --unseen is left aside.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A text is too long for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trained fact was asked of the section, or has its evidence in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A word is no word: shuffled or repeated letters, broken characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A writer is a GGUF file of an Instruct or Chat model; a base is a folder with config.json and *.safetensors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accumulation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AdamW&apos;s usual</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Adapt the token embeddings as well.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a document first: hone ingest PROJECT FILE.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a document first: hone ingest {0} FILE.pdf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a document with text in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add: --stage answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Added to the prompts (chat writers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the git repository with the documents.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All have turns before the question, which this format cannot hold: choose chat or sharegpt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An adapter works only with the model that it was trained on: choose a whole model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An adapter works only with the model that it was trained on: choose that model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another fact is asked for in nearly the same words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another wording of the same fact is the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answer field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Apple Vision says: no reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask first: hone generate PROJECT --stage ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask only where no pair is accepted yet, in other words and with another seed each time.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask something, for example about a number in your document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked by a chat writer; the starter asks about every sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked with the whole document at hand, the writer points at another sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asks those of train as well, scored apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At commit {0} it has {1} files{2}. Look at the pattern again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At least one prompt is needed to compare the two runtimes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batches for one iteration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Below knowledge/ and compositional_skills/; by default the project&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By default an unfinished run with these options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By default beside the run&apos;s adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By default the dataset&apos;s, or alpaca.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By default the newest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By wordings trains every fact and holds out other wordings of it; by rows is for imported datasets; auto chooses.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chat, completions or text JSON lines, Alpaca or ShareGPT JSON, CSV, Parquet, or a qna.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path of the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checkpoint every.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a chat model that knows {0}, for example Qwen3-4B-Instruct-2507 as GGUF: hone generate PROJECT --writer FILE.gguf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a new or empty folder with --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a number from {0} to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an embedding model in the GGUF format.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another judge: the path of a GGUF chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another name, or open it as a project.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose another prompt style for the dataset: hone dataset PROJECT --style alpaca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose at most {0}, half of a chunk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of the files in it, for instance {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder in which it lies, with config.json beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the method lora, which is QLoRA for such a base, or a base in 16 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clone it with git yourself, and name the folder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Commit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Created by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cues.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dimensions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Draw from the likeliest words with this share.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dropout.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each line is an object such as {&quot;pair&quot;: 1, &quot;question&quot;: &quot;...&quot;}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edited questions belong to the answer stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embedding model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Embeddings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Evaluate every.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Examples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Expected is {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File of questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Files (PDF, Word, PowerPoint, EPUB, web page, text), folders, or git repositories as URL@COMMIT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for a GGUF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the MLX model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder of an MLX model: its tokenizer and chat template are used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For mlx-lm, beside its base.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Format of the dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General questions that come with Hone, as a share of the trained rows: a base that knows more than your documents forgets less of it. Nothing for the starter, which knows nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give --repo ADDRESS and --commit COMMIT, or write version 3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a branch, tag or commit with --base; by default it is HEAD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a folder; the exported file gets its name by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a passage of one page word for word, as it is read there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give it some words, or reject the pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one file of it: hone import PROJECT FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give one with letters of a to z: --path science/animals/otters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the folder that holds knowledge/ or its like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give the one that opens it (at the command line after --password).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hone reads files up to {0} GB: split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hone reads pictures up to {0} MB.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hone reads text files up to {0} MB: split it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hone writes what llama.cpp is known to read in the same way, and {0}. Export the MLX folder instead, or choose another base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many of the last blocks learn; -1 is all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much time to take for it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a qna.yaml of a skill, whose seed examples have a question, perhaps a context, and an answer: hone import PROJECT qna.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import it in parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In full precision.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens, of a chat writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens; by default what the longest reference needs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In tokens; longer rows are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Instead of epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It asks about sentences only: edit the pair by hand, or name a chat model: --writer FILE.gguf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be opened ({0}). Get a fresh copy, or open it in another program and save it as PDF again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It could not be opened ({0}). Get a fresh copy, or open it in its own program and save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It declares XML entities, which no program writes and attackers do. Do not open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended by {0}: allow more tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ended with {0} {1}: most likely the file is damaged. {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It follows no examples. Give a chat model: hone generate PROJECT --skills --writer FILE.gguf</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has a tensor {0} that the Llama architecture does not have: export the MLX folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has no qna.yaml: they lie in {0}/.../qna.yaml and {1}/.../qna.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has schema {0}, this Hone knows {1}: install the newer version.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {0} tokens and the model holds {1} with its reply: shorten it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It has {0} tokens: choose shorter ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a base model, which cannot follow instructions: choose an Instruct or Chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is a web page by its first letters, but not text: save it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is encrypted (DRM), so that only certain programs can show it. Get a copy without that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is no text in an encoding that Hone knows. {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It is of the kind {0}, which writes no text: choose a folder with a language model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It may be made to fill the memory. If it is not, split it into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs about {0} GB and {1} GB are free: close other programs, or choose a smaller base, or the same in 4 bits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It needs about {0} GB and {1} GB are free: close other programs, or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It ranks texts and gives no vectors: choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It says {0}; split it into parts.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It stretches its context by the method {0}, which Hone cannot check: export the MLX folder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It takes {0} GB and {1} GB are free: choose another folder or free some.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It was imported: edit it by hand instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It would be a table with the columns {0}: name two of them with --question-field and --answer-field. Recognised are {1}. Known kinds: chat, completions and text JSON lines, Alpaca and ShareGPT JSON, CSV with a header, Parquet, qna.yaml.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It writes nothing by itself: choose the file of the language model that lies beside it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations until the full learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Iterations.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its architecture is {0}; Hone writes GGUF for {1}. Export the MLX folder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its columns are {0}: name two with --question-field and --answer-field. Recognised are {1}, messages, conversations and text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its earlier messages are remembered; none without a name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its elements stand inside each other thousands deep. Open it in a browser and print it as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its files are gone: make it again with hone dataset PROJECT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its kind of encryption is not supported: open it in a PDF program and save a copy without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its name in the file, where it is not recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its numbers are not finite. Choose another embedding model, or leave the option out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reader was stopped {0}. {1}, split it, or allow more (at the command line --memory-mb).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its reader was stopped {0}. {1}, split it, or allow more time (at the command line --page-seconds).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its run learned nothing: train again with hone train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its splits, where each row comes from, and a card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its tensors have other names than the layers of {0}, so it would change nothing: choose the base it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON list of {question, key: [spellings], answer?, page?}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judge all stored pairs by the checks that are on; what a person settled stays as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Knowledge needs {0} contexts with {1} pairs each and there are {2}; a skill needs {3} pairs of no document and there are {4}. Write more with: hone generate PROJECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Known are {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learn answers only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Least agreement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let it go on with: hone train {0} --resume {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lets a model say of each pair whether the source supports it: off, writer, starter, or a GGUF chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line {0} of {1} is not a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>List them with: hone pairs PROJECT</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Longest row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look at the address again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for the embedding model at {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looked for the embedding model at {0}. Vectors that need no model: hone index {1} --embedder {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make it with: hone index {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make one with: hone dataset {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Megabytes; a file that needs more is stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Memory for reading</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Merge its adapter first with: hone fuse {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models of the kind {0} need tens of gigabytes a layer in training. Dense Qwen3 models work.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most tokens in a chunk.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a PDF, Word, text or other document, or a folder of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a branch, a tag or the hash of a commit after the @, or leave the @ out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name a chat model: --writer FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of checks that shall not reject any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names of checks that shall reject again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names or sides of the answer stand the other way round in the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No better text came of pair {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No page of {0} can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No pair was accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No question was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No row of {0} can be written as {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No word of the answer stands in the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None of the {0} files could be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing changed since the last dataset: it is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing lies at {0}. Look at the name again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of the question that this one asks again: its replies do not count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers or names of the answer do not occur in the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of a chat writer; 0 is repeatable.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of everything that is drawn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of folders and repositories take only the files that fit, as in .gitignore: &apos;*.md&apos;, &apos;docs/&apos;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of latent vectors; by default as before, at first 384.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of qna.yaml; 1 is for old taxonomies.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of questions, with commas: fact, how_to, why, comparison, list, yes_no; balanced is all of them, none crowding out the others, as far as the text gives them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of test, unseen, valid and train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of that repository.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the documents; auto is what ingest found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the newest dataset&apos;s rows for training, from 1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the split.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of {0} chunks {1} {2} came to something. {3} {4} </source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off: each question is asked on its own, as the pairs were trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only ask, so that the questions can be edited, or only answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only so many chunks, drawn by the seed; all when empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only the base was loaded: train first with hone train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only {0} of {1} replies are the same, logits differ by up to {2}. Fuse without quantizing (--dequantize).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open it in another program and save it as PDF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opens the PDFs that need one; it is not stored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Own instructions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page {0} has nothing there: choose again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair {0} is not in this project: edit the file that the ask stage wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pair {0} was not made of a document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pairs that you wrote or imported as seed examples: a chat writer follows them; the starter only prefers the ways of asking that they have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Path</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Prompt style of the format text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put before every question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question or answer is in another language than the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question {0} of {1} is not complete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions answered at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions of each split, spread over it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Questions per chunk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rank.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejects because</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remember the conversation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repetition penalty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows computed at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0} goes on after iteration {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0} has no adapter yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0} is being trained already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run {0} is not fused{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Said before the conversation; by default the dataset&apos;s.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save a copy without one, and read that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say --on or --off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say off, writer, starter, or the path of a GGUF chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say what and where to: --gguf, --mlx, --adapter or --dataset with a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Scale.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds for OCR</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seconds for a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of inputs the adapter does not see.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of questions that the documents do not answer, with the honest answer that they do not say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of reply tokens that llama.cpp must choose as MLX does; else no GGUF is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of rows asked by loose words of question and answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rows for the exam.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the rows for validation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of the text, in whole sections, whose facts are never trained, scored apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Share of words to hide in half of the other questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Some of its layers attend to a sliding window, which the Llama architecture does not: export the MLX folder instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by {0}: each fact has one wording.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Split by {0}: facts have several wordings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Splits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Squeezed into 4 bits again, most of the adapter is lost.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a new one by leaving out --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop when so many pairs are accepted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System message</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System prompt.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Taken out by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Target</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Temperature.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GGUF does not answer as the MLX model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GGUF file does not answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The GGUF reads text differently from the MLX model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter changes nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The adapter does not fit the base model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer denies what the evidence says, or the other way round.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer is trained, under another question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer only repeats the question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer says another colour, side, day or the like than the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The answer was cut off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base has changed since: start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The base model {0} could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat template cannot be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chat template of {0} could not be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checks are: {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen chunks have no sentence that states a fact: add documents with more text, ask of all chunks, or give the ask stage first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The config.json of {0} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database of {0} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has no rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has no rows in {0}: make it anew with hone dataset {1}, ask trained ones with --trained, or give a file with --questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset has {0} rows for training.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset&apos;s files are damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The dataset&apos;s files are gone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The disk is too full to update this project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document answers what was meant to be left open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The document in a sentence; by default its title.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents are not indexed yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents changed since it was made. {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The documents have no words to index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The embedding model changed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence answers another question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence does not stand in the documents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence does not stand in the page it is quoted from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The evidence is no passage of a page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The export could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fact is not trained at all, so that the row does not measure learning.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file has no bytes at all: copy or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is cut or damaged, as after a download that stopped: download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file is empty. A row names {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file may be damaged, of a kind that this llama.cpp does not know, or too large for the memory: download it again or choose another embedding model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The folder lacks tokenizer.json: copy or download the whole model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form asked of the writer is not a valid JSON schema</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The form asked of the writer is not a valid grammar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fused model does not answer as base and adapter did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fused model for llama.cpp, Ollama, LM Studio (Llama family).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The fused model for mlx-lm.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index is out of date</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The index is up to date.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judge finds no support for the answer in the source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The judge gave no usable verdict.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The list of {0} rows that cannot be taken could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The loss is no longer a number. The best adapter so far is kept; train again with half the learning rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most frequent cause is memory: close other apps or choose a smaller model. What was done so far is kept; start the step again to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The most seed examples a file; by default all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number of the pair that gets a new text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The overlap of the chunks is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The page is nested too deeply</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The password of {0} is not right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path has no name in it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The project {0} could not be made</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question already contains its answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question asks for a place in the document and not for a fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question cannot be understood without the page.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question carries no loss.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is too long.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is too short to be understood.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is trained in nearly the same words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question is trained word for word.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question only repeats the evidence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question speaks of the text instead of its subject.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question speaks of things that this part of the document does not have.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The question was cut off or is no question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repository cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repository has no {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The repository {0} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same for a page whose letters are recognised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same seed draws the same reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter cannot ask for the fact of pair {0} again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter cannot write rows of a skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter follows no topic and no instructions: they are ignored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter model is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The starter, or a folder with a model as mlx-lm makes them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The target of {0} accepted pairs is reached.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The taxonomy could not be written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The taxonomy; it is made when it is not there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tensor {0} has values that are not numbers, or too large: train again with a smaller learning rate, or export the MLX folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tokenizer of {0} could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer found no answer in the document.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer gave no usable answer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer has no option {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer knows no stop words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer reads text only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer was not sure of its own question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer {0} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer {0} knows too little {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer {0} writes nothing that can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer&apos;s reply does not fit its form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The writer&apos;s structured output takes a schema only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The {0} job stopped unexpectedly ({1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no chapters in it: get a fresh copy.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no examples of a skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are no gaps: every chunk and page that states a fact has an accepted pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few accepted pairs for a qna.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are too few pairs for {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There are {0} accepted pairs: too few for a dataset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no check {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no commit in it yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no commit {0} in {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no dataset {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no folder {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no git repository at {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no job named {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no judge {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of question named {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model.safetensors in it: fuse again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no pair {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no prompt style {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no question to ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row to train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no row {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no run {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no split {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tuned model here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no tuned model yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to compare with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough memory to write with {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is not enough room for the GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in it but white space or pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to ask about</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing to read in {0}{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These pairs make no valid qna.yaml</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model cannot be written as GGUF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model has no chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Times each row is seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tokens of whole sentences that a chunk repeats from the one before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top-p.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train at most so many of each fact; the others are left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train one with: hone train {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained questions too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training diverged at iteration {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Type it again (at the command line after --password).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unanswerable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unknown option {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unpacked it has {0} MB in {1} parts. Split it, or save it as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use a grammar to say where a reply ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait for it, or stop the other one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, and read it again. And {0} more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Warm-up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ways to ask for each fact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight of the adapter&apos;s output.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What came of it made no sense. {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What it is about, as a chapter&apos;s title; by default the project&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the questions should be about (chat writers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Who answers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Width of the adapter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>With the answer stage: {0} of the ask stage, lines changed or deleted.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Without question and answer there is nothing to learn.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words are missing or repeated: it is no sentence.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write new rows in the manner of imported skill examples, as many for each as questions for a chunk (chat writers).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write some with: hone generate PROJECT, or take a file&apos;s rows with: hone import PROJECT FILE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name at the taxonomy&apos;s host; by default this machine&apos;s user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`starter` or the path of a GGUF chat model; the one that wrote it when empty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>`starter`, which ships with Hone, or the path of a GGUF chat model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a large base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a large base knows synonyms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message has half a character (a lone surrogate): write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message is empty: fill it in or delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message is no object with a role and its text: repair or delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message is no text (a picture, a call of a tool, or nothing): delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a message is of {0}, and only system, user and assistant can be learned: delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a question has no [/INST]: complete or delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a small base knows few synonyms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a twentieth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a verb is missing after &apos;{0}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all blocks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpaca</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>alpha is twice the rank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>also asked: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another sentence has more of the question&apos;s words: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answerable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>answers are learned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask as a user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask briefly</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask otherwise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask politely</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ask which</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>asked for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>broken characters: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>chat is the model&apos;s own template.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>comparison</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json does not say {0}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>config.json is missing or cannot be read: choose an MLX model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>context</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>crash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cut answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>each fact has one wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>echo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>eight rows an iteration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>en</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>everything the answer says stands in the question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exam</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>export</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>facts have several wordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>finished</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>foreign</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fuse</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>garbled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>generated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hangul</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history is not a JSON list of [question, answer] lists: repair or empty it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>history is not a list of [question, answer] lists: repair or empty it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hone status PROJECT --json counts what there is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hone status {0} lists the runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>how to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>image</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>index</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>invented</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it could be answered by: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it does not end with a question mark: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it ends with &apos;{0}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no chat template, without which a program cannot talk with it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no word of this part of the document</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has no {0}: its fields are {1}; name them with --question-field and --answer-field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is no object with named fields: delete it or write it as one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is plain text without the marks of a prompt style (alpaca, mistral, phi3, ChatML), so nothing says which part is the answer: give question and answer in fields of their own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is the evidence with another end: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is the evidence with {0} denials instead of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is written in another language than its example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it lacks the input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it picks: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it repeats an example</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it repeats the evidence word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it repeats the question word for word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it was asked before and not accepted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its example has no input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tokenizer changes the text before it splits it (normalizer)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tokenizer has {0} tokens and the model only {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tokenizer is neither byte-level BPE nor the SentencePiece of Llama 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its tokenizer names no end token (eos_token)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its turns are {0}: they must be user and assistant in turn, after at most one system message, and end with a reply.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its way of splitting text ({0}) has no known name in llama.cpp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>its words have probability {0}, the least likely {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>january february march april may june july august september october november december</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key facts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ko</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>letters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp chooses {0} of the reply tokens alike, wanted were {1}, so nothing was kept: export the MLX folder, or allow less with --agreement.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp returned {0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp returned {0}: {1} Close other programs, or choose a smaller writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp says: {0} Close other programs, or choose a smaller writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp says: {0} Close other programs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>llama.cpp says: {0} The file is damaged or of a kind that this version does not know: download it again, or choose another model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>locked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lora</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lora is QLoRA on a quantized base; full is for small ones.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>max length</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>monday tuesday wednesday thursday friday saturday sunday</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>negation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no form of question fits the sentence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no passage of the document supports the answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sentence of the source supports it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nonsense</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ocr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off topic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>opposite</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>other question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>partial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>phi3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preset {0}, small base</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quick</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>quote</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>regenerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>restore</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reveals</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row {0} (line {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same section</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>same wording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>scanned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>skill</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>slow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>spare</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>split</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>swapped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten times a run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ten times a run, or every 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tesseract cannot be started ({0}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tesseract needed more than {0} seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tesseract says: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer is a question</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer says &apos;{0}&apos;, the evidence denies nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer says {0} where the evidence says {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer says {0}, the evidence {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the answer stops in the middle: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base fills much of the memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the base&apos;s context, at most 2048</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the document here does not speak of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence denies nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence has nothing of: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence says &apos;{0} {1}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the evidence says &apos;{0}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the page does not have: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question already tells {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question names {0}, the evidence {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question names {0}, the evidence {1} {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the question speaks of {0}, the document here does not</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sentence does not speak of {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the writer found none: &apos;{0}&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {0} is written in {1}, the document in {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the {0} is {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>thorough</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train.jsonl is empty: make the dataset again with hone dataset.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truncated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tuned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>twenty thirty forty fifty sixty seventy eighty ninety</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswerable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unfaithful</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unjudged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unseen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>untrained fact</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>val loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>valid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>where to find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>why</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>wordings vary the rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1}): choose a folder in which you may write, on a disk with room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1}): choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ({1}): make it again with hone dataset PROJECT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Correct or reject that pair, or give the option.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Get a fresh copy, or open it in another program and save it as PDF again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It is as it was: edit it by hand (hone pairs PROJECT edit {1}), or try another --writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Make it again with hone dataset PROJECT.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Train again with hone train.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} a picture or blank, most likely a scan. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} accepted pairs of {1} facts were split by {2}: generate more wordings (--wordings) or pairs, or change the shares.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} asks for a name and a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can be switched on or off, not both</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be stored</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be switched off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be trained here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written as F16</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot be written as GGUF</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} cannot judge</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} changed while it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} chunks are longer than the embedding model reads: only their beginning is indexed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} contexts are too few for knowledge, which needs {1}: left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be fetched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be loaded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} could not be read because of an error in Hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} crashed its reader</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} documents at {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not fit into memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not know the language of pair {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} does not stand in the evidence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} epochs, {1} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files at {1} are no documents that Hone reads and were left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} files in {1} are no documents that Hone reads and were left out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gaps: chunks or pages that state facts and have no accepted pair.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gives no usable vectors</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has another shape than in {1}: choose the base it was trained on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has half a character (a lone surrogate): write it anew.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has its weights in another form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no chat template</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no columns for question and answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no file{1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no newest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no tokenizer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has too many pages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no questions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no row that can be used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds too much text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder of GGUF files</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a link that leads back to itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a part of a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a pipe, a device or the like: name a file or a folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a word of the document with its letters out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a word of the document with its syllables out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an adapter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is an everyday word with its letters out of order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is damaged ({1}): fuse or download the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is empty: fill it in or delete the row.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is encrypted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in the project already{1}: the same file is not added twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is larger than 1 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is missing or cannot be read: choose a folder as mlx-lm saves it, or fuse again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no address of a git repository</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no dataset that Hone knows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no embedding model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no syllable of written Korean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no taxonomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no text: write it as one piece of text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no whole Parquet file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no word</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a GGUF file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a GGUF model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a Hone project</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a complete model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a kind of file that Hone can read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a language model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not in UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not safe to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not the file that the index was made with: make the index again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there any more: add the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not there: check the path of the writer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not valid JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not whole</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is protected against copying</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is protected by a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is quantized and cannot be trained in full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is something else: choose another folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is the part of a model that sees pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too large</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is too long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}, which Hone cannot read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} leads nowhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} names a pair that does not wait for an answer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs a password</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} needs more memory than {1} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} gaps are filled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} prompts become other tokens, so nothing was kept: export the MLX folder, and please report which base this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pairs have turns before the question, which qna.yaml cannot hold: left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pairs of no document are too few for a skill ({1}): left out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pairs of unseen sections are left out: a trained fact tells the same.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} questions changed and {1} taken out by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows are in the project already, or twice in the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows are left out: longer than {1} tokens.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows are left out; all are named in {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} rows are longer than {1} tokens: allow longer ones with --max-length.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} should lie in {1}: install Hone again, or fetch its files with git.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stopped because of an error in Hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} stopped while writing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} takes too long to read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tensors are missing, the first is {1}: fuse or download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} tokens and {1} new ones do not fit into {2}: choose smaller chunks, or a writer with a longer context.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unpacks to more than Hone reads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} unreadable; everything else was read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was made by a newer Hone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was not written by Hone: choose another place with --path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} without text: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Choose another base model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Choose another writer, or a newer GGUF of the same model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. If a file named {1}.before-N lies beside it, that is an older copy: put it back under the name of the database.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. Save it as one of these from the program it belongs to, or print it as PDF.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. See that you are online and may read it, or clone it and name the folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. The files may be incomplete or of a kind that mlx-lm does not know.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: check that you may read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: check the path of the questions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: check the rights of the file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: choose a folder in which you may write.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: download or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: give `starter` or the path of a GGUF file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: give the file that the ask stage wrote.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: make room in {1}. Nothing was imported.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: repair it or export it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: start a new run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} blank</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} is not possible</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1} is out of range</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}. Give yourself the right to read it, or copy it elsewhere.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}. Make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}. Nothing that was done is lost; please report the details.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
