<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ko" sourcelanguage="en">
<context>
    <name>AdapterSign</name>
    <message>
        <source>Adapter active · logits differ by {0}</source>
        <translation>어댑터 적용 중 · 로짓 차이 {0}</translation>
    </message>
    <message>
        <source>Adapter changes nothing</source>
        <translation>어댑터가 아무것도 바꾸지 않음</translation>
    </message>
    <message>
        <source>Adapter not checked yet</source>
        <translation>어댑터를 아직 확인하지 않음</translation>
    </message>
    <message>
        <source>Base and tuned model answer alike: this run learned nothing. Train again.</source>
        <translation>기본 모델과 학습된 모델이 똑같이 답합니다. 이 학습에서는 배운 것이 없으니 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>For the first word after the last question, the scores of base and tuned model differ by up to this much. 0 would mean that the adapter does nothing.</source>
        <translation>마지막 질문 다음의 첫 단어에서 기본 모델과 학습된 모델의 점수가 최대 이만큼 다릅니다. 0이면 어댑터가 아무 일도 하지 않는 것입니다.</translation>
    </message>
    <message>
        <source>With the next question it is measured whether the adapter changes the replies.</source>
        <translation>다음 질문에서 어댑터가 답변을 바꾸는지 측정합니다.</translation>
    </message>
</context>
<context>
    <name>AnswerDetails</name>
    <message>
        <source>Key facts that make it right</source>
        <translation>정답이 되게 하는 핵심 사실</translation>
    </message>
    <message>
        <source>Choose a question to read all answers in full.</source>
        <translation>질문을 선택하면 모든 답변을 전부 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Judge: {0} of 100</source>
        <translation>판정: 100점 중 {0}점</translation>
    </message>
    <message>
        <source>Question, reference and all answers</source>
        <translation>질문, 모범 답변과 모든 답변</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>모범 답변</translation>
    </message>
    <message>
        <source>The page with the evidence is shown here.</source>
        <translation>근거가 있는 페이지가 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>There is no page for this question.</source>
        <translation>이 질문에는 페이지가 없습니다.</translation>
    </message>
    <message>
        <source>This part of the documents is no longer in the project.</source>
        <translation>문서의 이 부분은 더 이상 프로젝트에 없습니다.</translation>
    </message>
    <message>
        <source>This question comes from a file, which names no place in a document.</source>
        <translation>파일에서 가져온 질문이라 문서 안의 위치가 없습니다.</translation>
    </message>
    <message>
        <source>What the index found</source>
        <translation>색인이 찾은 곳</translation>
    </message>
    <message>
        <source>page {0}</source>
        <translation>{0}쪽</translation>
    </message>
</context>
<context>
    <name>AreasView</name>
    <message>
        <source>By Kind</source>
        <translation>종류별</translation>
    </message>
    <message>
        <source>By Section</source>
        <translation>절별</translation>
    </message>
    <message>
        <source>Click a row to see its questions.</source>
        <translation>행을 클릭하면 그 질문이 보입니다.</translation>
    </message>
    <message>
        <source>Sections or kinds</source>
        <translation>절 또는 종류</translation>
    </message>
    <message>
        <source>The questions of this exam do not tell of which section or kind they are.</source>
        <translation>이 시험의 질문에는 어느 절이나 종류인지 적혀 있지 않습니다.</translation>
    </message>
    <message>
        <source>This is told when the exam is finished.</source>
        <translation>시험이 끝나면 여기에 나타납니다.</translation>
    </message>
    <message>
        <source>Where it learned</source>
        <translation>배운 곳</translation>
    </message>
    <message>
        <source>{0}: key facts right</source>
        <translation>{0}: 핵심 사실 정답</translation>
    </message>
</context>
<context>
    <name>Ballot</name>
    <message>
        <source>All Bad</source>
        <translation>모두 나쁨</translation>
    </message>
    <message>
        <source>All Good</source>
        <translation>모두 좋음</translation>
    </message>
    <message>
        <source>Both Bad</source>
        <translation>둘 다 나쁨</translation>
    </message>
    <message>
        <source>Both Good</source>
        <translation>둘 다 좋음</translation>
    </message>
    <message>
        <source>Just Show</source>
        <translation>그냥 보기</translation>
    </message>
    <message>
        <source>Which is best?</source>
        <translation>어느 것이 가장 좋습니까?</translation>
    </message>
    <message>
        <source>Which is better?</source>
        <translation>어느 쪽이 더 좋습니까?</translation>
    </message>
    <message>
        <source>{0} Is Best</source>
        <translation>{0}가 가장 좋음</translation>
    </message>
    <message>
        <source>{0} Is Better</source>
        <translation>{0}가 더 좋음</translation>
    </message>
</context>
<context>
    <name>BaseChoice</name>
    <message>
        <source>Base model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Choose a Base Model</source>
        <translation>기본 모델 선택</translation>
    </message>
    <message>
        <source>Choose a Folder…</source>
        <translation>폴더 선택…</translation>
    </message>
</context>
<context>
    <name>CandidatesTable</name>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>In part</source>
        <translation>일부</translation>
    </message>
    <message>
        <source>No time</source>
        <translation>시간 부족</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습 중</translation>
    </message>
    <message>
        <source>Valid loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>약 {0}</translation>
    </message>
</context>
<context>
    <name>CatalogueRow</name>
    <message>
        <source>Connecting…</source>
        <translation>연결하는 중…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>Downloaded</source>
        <translation>다운로드됨</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>일시 정지하는 중…</translation>
    </message>
    <message>
        <source>Progress of the download</source>
        <translation>다운로드 진행 상황</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Use in This Project</source>
        <translation>이 프로젝트에 사용</translation>
    </message>
    <message>
        <source>Waits until the download before it is done</source>
        <translation>앞의 다운로드가 끝나기를 기다립니다</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>초당 {0}</translation>
    </message>
    <message>
        <source>{0} of {1} are here</source>
        <translation>{1} 중 {0} 받음</translation>
    </message>
</context>
<context>
    <name>CatalogueView</name>
    <message>
        <source>Base Models</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete {0}?</source>
        <translation>{0}을(를) 삭제할까요?</translation>
    </message>
    <message>
        <source>Download Anyway</source>
        <translation>그래도 다운로드</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>{0} 다운로드</translation>
    </message>
    <message>
        <source>Gemma: its terms forbid some uses, and go with what is trained from it ({0}).</source>
        <translation>Gemma: 약관이 일부 용도를 금지하며, 학습해서 만든 모델에도 적용됩니다({0}).</translation>
    </message>
    <message>
        <source>Making the pages searchable</source>
        <translation>페이지 색인 만드는 중</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>They are trained on the pairs. Small ones learn in minutes, larger ones know more.</source>
        <translation>문답으로 학습합니다. 작은 모델은 몇 분이면 배우고, 큰 모델은 더 많이 압니다.</translation>
    </message>
    <message>
        <source>They find pages by what they mean, also in other words than the question&apos;s.</source>
        <translation>질문과 다른 말로 쓰인 페이지도 뜻으로 찾습니다.</translation>
    </message>
    <message>
        <source>They write the pairs, on this computer. Larger ones make fewer mistakes.</source>
        <translation>이 컴퓨터에서 문답을 작성합니다. 큰 모델일수록 실수가 적습니다.</translation>
    </message>
    <message>
        <source>What the models are for</source>
        <translation>모델의 용도</translation>
    </message>
    <message>
        <source>Writers</source>
        <translation>작성 모델</translation>
    </message>
    <message>
        <source>{0} of the disk are free then. It can be downloaded again.</source>
        <translation>디스크 공간 {0}이(가) 비워집니다. 다시 다운로드할 수 있습니다.</translation>
    </message>
    <message>
        <source>{0} of the disk are free then. It can be made again.</source>
        <translation>디스크 공간 {0}이(가) 비워집니다. 다시 만들 수 있습니다.</translation>
    </message>
</context>
<context>
    <name>ChatOptions</name>
    <message>
        <source>None, as in training</source>
        <translation>학습할 때처럼 없음</translation>
    </message>
    <message>
        <source>Reset to Defaults</source>
        <translation>기본값으로 재설정</translation>
    </message>
</context>
<context>
    <name>ChecksPanel</name>
    <message>
        <source>A check that is off rejects no pair any more. Pairs that are there move when judged again.</source>
        <translation>끈 검사는 더 이상 문답을 거절하지 않습니다. 이미 있는 문답은 다시 판단할 때 바뀝니다.</translation>
    </message>
    <message>
        <source>By the checks that are on; what you settled by hand stays as it is</source>
        <translation>켜져 있는 검사로 판단합니다. 직접 정한 것은 그대로 둡니다</translation>
    </message>
    <message>
        <source>Judge All Pairs Again</source>
        <translation>모든 문답 다시 판단</translation>
    </message>
    <message>
        <source>Judging pairs again</source>
        <translation>문답 다시 판단하는 중</translation>
    </message>
    <message>
        <source>Pairs that it rejected</source>
        <translation>이 검사가 거절한 문답</translation>
    </message>
    <message>
        <source>Switching a check</source>
        <translation>검사 전환하는 중</translation>
    </message>
</context>
<context>
    <name>CompareBar</name>
    <message>
        <source>Blind</source>
        <translation>블라인드</translation>
    </message>
    <message>
        <source>Both models answer twice: from memory, and with the pages that the index finds for the question</source>
        <translation>두 모델이 두 번씩 답합니다. 한 번은 기억만으로, 한 번은 색인이 질문에 대해 찾은 페이지를 보고 답합니다</translation>
    </message>
    <message>
        <source>Export All Answers of This Run…</source>
        <translation>이 학습의 모든 답변 내보내기…</translation>
    </message>
    <message>
        <source>Export This Conversation…</source>
        <translation>이 대화 내보내기…</translation>
    </message>
    <message>
        <source>Export and judge</source>
        <translation>내보내기와 판정</translation>
    </message>
    <message>
        <source>Hide which model says what until you have voted</source>
        <translation>투표할 때까지 어느 모델의 답변인지 가립니다</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Let a Judge Vote Too…</source>
        <translation>판정 모델도 투표하게 하기…</translation>
    </message>
    <message>
        <source>New Conversation</source>
        <translation>새로운 대화</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Serve to Other Programs</source>
        <translation>다른 프로그램에 제공</translation>
    </message>
    <message>
        <source>Serve to Other Programs: on</source>
        <translation>다른 프로그램에 제공: 켬</translation>
    </message>
    <message>
        <source>The documents are not indexed yet: open the page Documents, add or read them, then come back</source>
        <translation>문서가 아직 색인되지 않았습니다. 문서 페이지에서 추가하거나 읽은 뒤 돌아오십시오</translation>
    </message>
    <message>
        <source>With Documents</source>
        <translation>문서와 함께</translation>
    </message>
    <message>
        <source>The training run whose adapter answers as the tuned model</source>
        <translation>학습된 모델로 답할 어댑터의 학습</translation>
    </message>
</context>
<context>
    <name>ComparePage</name>
    <message>
        <source>Add it again on the page Documents to see its pages.</source>
        <translation>페이지를 보려면 문서 페이지에서 다시 추가하십시오.</translation>
    </message>
    <message>
        <source>Answering a question</source>
        <translation>질문에 답하는 중</translation>
    </message>
    <message>
        <source>Asking a judge about the votes</source>
        <translation>투표를 판정 모델에게 묻는 중</translation>
    </message>
    <message>
        <source>Asking other runs</source>
        <translation>다른 학습에 묻는 중</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>옵션</translation>
    </message>
    <message>
        <source>Reading the question…</source>
        <translation>질문을 읽는 중…</translation>
    </message>
    <message>
        <source>Run {0} · {1}</source>
        <translation>학습 {0} · {1}</translation>
    </message>
    <message>
        <source>Serve to Other Programs</source>
        <translation>다른 프로그램에 제공</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>출처</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>The question could not be answered.</source>
        <translation>질문에 답할 수 없습니다.</translation>
    </message>
    <message>
        <source>Waits for its turn…</source>
        <translation>차례를 기다리는 중…</translation>
    </message>
    <message>
        <source>Waits until “{0}” is done: two models at once need too much memory.</source>
        <translation>‘{0}’ 작업이 끝날 때까지 기다립니다. 두 모델을 한꺼번에 실행하려면 메모리가 너무 많이 필요합니다.</translation>
    </message>
    <message>
        <source>{0} is not in this project any more</source>
        <translation>{0}: 더 이상 이 프로젝트에 없습니다</translation>
    </message>
</context>
<context>
    <name>CompareStart</name>
    <message>
        <source>Ask both models the same question</source>
        <translation>두 모델에 같은 질문을 하십시오</translation>
    </message>
    <message>
        <source>Write it below: the base model and your tuned model answer side by side.</source>
        <translation>아래에 질문을 적으면 기본 모델과 학습된 모델이 나란히 답합니다.</translation>
    </message>
    <message>
        <source>Write your own below, or begin with one that was kept out of training:</source>
        <translation>아래에 직접 적거나 학습에서 뺀 질문으로 시작하십시오.</translation>
    </message>
</context>
<context>
    <name>ComparedTable</name>
    <message>
        <source>Best valid loss</source>
        <translation>최저 검증 손실</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>Key facts right</source>
        <translation>맞힌 핵심 사실</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>No exam</source>
        <translation>시험 없음</translation>
    </message>
    <message>
        <source>No go</source>
        <translation>비추천</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Too few questions</source>
        <translation>질문 부족</translation>
    </message>
    <message>
        <source>Verdict</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>compared</source>
        <translation>비교함</translation>
    </message>
    <message>
        <source>not compared</source>
        <translation>비교하지 않음</translation>
    </message>
    <message>
        <source>{0} ({1} to {2})</source>
        <translation>{0} ({1}~{2})</translation>
    </message>
</context>
<context>
    <name>Composer</name>
    <message>
        <source>Ask</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Ask both models a question…</source>
        <translation>두 모델에 질문하십시오…</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Return sends it, Shift and Return begin a new line</source>
        <translation>Return 키로 보내고 Shift-Return 키로 줄을 바꿉니다</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Stop both replies (Escape); what is written stays</source>
        <translation>두 답변을 모두 중단합니다(Escape). 쓴 내용은 남습니다</translation>
    </message>
</context>
<context>
    <name>ConversationList</name>
    <message>
        <source>Conversations</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>삭제</translation>
    </message>
    <message>
        <source>Delete this conversation?</source>
        <translation>이 대화를 삭제하겠습니까?</translation>
    </message>
    <message>
        <source>{0} · 1 question</source>
        <translation>{0} · 질문 1개</translation>
    </message>
    <message>
        <source>{0} · {1} questions</source>
        <translation>{0} · 질문 {1}개</translation>
    </message>
    <message>
        <source>“{0}” cannot be brought back. Its votes still count.</source>
        <translation>‘{0}’ 대화는 되돌릴 수 없습니다. 투표는 계속 집계됩니다.</translation>
    </message>
</context>
<context>
    <name>CoveragePanel</name>
    <message>
        <source>Ask again where no pair is accepted yet, in other words</source>
        <translation>아직 채택된 문답이 없는 곳을 다른 말로 다시 묻습니다</translation>
    </message>
    <message>
        <source>Each square is a page: the fuller its colour, the more accepted pairs. A dot marks a gap.</source>
        <translation>사각형 하나가 한 페이지이며 색이 진할수록 채택된 문답이 많습니다. 점은 빈 곳입니다.</translation>
    </message>
    <message>
        <source>Fill the Gaps</source>
        <translation>빈 곳 채우기</translation>
    </message>
    <message>
        <source>There are no gaps: every page and chunk that states facts has a pair.</source>
        <translation>빈 곳이 없습니다. 사실을 말하는 모든 페이지와 청크에 문답이 있습니다.</translation>
    </message>
    <message>
        <source>Where facts are is known after pairs were written once.</source>
        <translation>사실이 어디에 있는지는 문답을 한 번 작성한 뒤에 알 수 있습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} pages have accepted pairs. Facts, but no pair: pages {2}, chunks {3}.</source>
        <translation>{1}페이지 중 {0}페이지에 채택된 문답이 있습니다. 사실은 있지만 문답이 없는 페이지 {2}개, 청크 {3}개.</translation>
    </message>
</context>
<context>
    <name>DatasetOptions</name>
    <message>
        <source>As accepted now</source>
        <translation>지금 채택된 대로</translation>
    </message>
    <message>
        <source>As it was trained</source>
        <translation>학습한 대로</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>형식</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>문답</translation>
    </message>
    <message>
        <source>Prompt style</source>
        <translation>프롬프트 형식</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>DocumentDetails</name>
    <message>
        <source>All {0} pages were read.</source>
        <translation>{0}개 페이지를 모두 읽었습니다.</translation>
    </message>
    <message>
        <source>Enter Password…</source>
        <translation>암호 입력…</translation>
    </message>
    <message>
        <source>It was read in full.</source>
        <translation>전체를 읽었습니다.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Pages with tables: {0}.</source>
        <translation>표가 있는 페이지: {0}.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Password of the document</source>
        <translation>문서의 암호</translation>
    </message>
    <message>
        <source>That password is not right. Type it again.</source>
        <translation>암호가 올바르지 않습니다. 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>This PDF needs a password. Hone does not keep it.</source>
        <translation>이 PDF에는 암호가 필요합니다. Hone은 암호를 보관하지 않습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} pages were read.</source>
        <translation>{1}페이지 중 {0}페이지를 읽었습니다.</translation>
    </message>
</context>
<context>
    <name>DocumentsPage</name>
    <message>
        <source>Add Folder</source>
        <translation>폴더 추가</translation>
    </message>
    <message>
        <source>Add Folder…</source>
        <translation>폴더 추가…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>추가…</translation>
    </message>
    <message>
        <source>Documents can be removed when no job is running.</source>
        <translation>실행 중인 작업이 없을 때 문서를 제거할 수 있습니다.</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>색인 만드는 중</translation>
    </message>
    <message>
        <source>It came from a repository, at a commit that stays.</source>
        <translation>저장소에서 가져온 문서이며 커밋이 고정되어 있습니다.</translation>
    </message>
    <message>
        <source>Drop your documents here, or click to choose them</source>
        <translation>여기에 문서를 놓거나 클릭하여 선택하십시오</translation>
    </message>
    <message>
        <source>1 page, {1} words</source>
        <translation>1페이지, 단어 {1}개</translation>
    </message>
    <message>
        <source>Add from Repository…</source>
        <translation>저장소에서 추가…</translation>
    </message>
    <message>
        <source>It can be read with its password.</source>
        <translation>암호가 있으면 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>Nothing of it could be read.</source>
        <translation>읽을 수 있는 것이 없었습니다.</translation>
    </message>
    <message>
        <source>PDF, Word, PowerPoint, EPUB, web pages, Markdown, text, pictures, or folders of them. </source>
        <translation>PDF, Word, PowerPoint, EPUB, 웹 페이지, Markdown, 텍스트, 그림 또는 이런 파일이 든 폴더. </translation>
    </message>
    <message>
        <source>Pairs stay where the text is still the same. Those of passages that are gone are removed.</source>
        <translation>텍스트가 그대로인 곳의 문답은 남습니다. 없어진 구절의 문답은 제거됩니다.</translation>
    </message>
    <message>
        <source>Read Again</source>
        <translation>다시 읽기</translation>
    </message>
    <message>
        <source>Read {0} again?</source>
        <translation>‘{0}’을(를) 다시 읽겠습니까?</translation>
    </message>
    <message>
        <source>Reading again</source>
        <translation>다시 읽는 중</translation>
    </message>
    <message>
        <source>Reading documents</source>
        <translation>문서 읽는 중</translation>
    </message>
    <message>
        <source>Reading your documents…</source>
        <translation>문서를 읽는 중…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>Remove {0}?</source>
        <translation>‘{0}’을(를) 제거하겠습니까?</translation>
    </message>
    <message>
        <source>Select a document to see its pages.</source>
        <translation>문서를 선택하면 페이지가 표시됩니다.</translation>
    </message>
    <message>
        <source>That is a project: open it from the File menu.</source>
        <translation>프로젝트입니다. 파일 메뉴에서 여십시오.</translation>
    </message>
    <message>
        <source>The pairs made from it are removed too: {0}. Models that are trained already stay as they are.</source>
        <translation>이 문서로 만든 문답도 제거됩니다: {0}. 이미 학습된 모델은 그대로 남습니다.</translation>
    </message>
    <message>
        <source>They stay on this computer.</source>
        <translation>문서는 이 컴퓨터에만 남습니다.</translation>
    </message>
    <message>
        <source>This PDF needs its password to be read again.</source>
        <translation>이 PDF를 다시 읽으려면 암호가 필요합니다.</translation>
    </message>
    <message>
        <source>{0} documents</source>
        <translation>문서 {0}개</translation>
    </message>
    <message>
        <source>{0} pages, {1} words</source>
        <translation>{0}페이지, 단어 {1}개</translation>
    </message>
</context>
<context>
    <name>DocumentsView</name>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
</context>
<context>
    <name>DropArea</name>
    <message>
        <source>Add Documents</source>
        <translation>문서 추가</translation>
    </message>
</context>
<context>
    <name>DuelLine</name>
    <message>
        <source>Better in {0}, the same in {1}, worse in {2}</source>
        <translation>더 나음 {0}, 같음 {1}, 더 못함 {2}</translation>
    </message>
    <message>
        <source>{0} with ties as halves</source>
        <translation>같음을 절반으로 세면 {0}</translation>
    </message>
    <message>
        <source>{0} with ties as halves ({1} to {2})</source>
        <translation>같음을 절반으로 세면 {0}({1}~{2})</translation>
    </message>
</context>
<context>
    <name>ExamOptions</name>
    <message>
        <source>A JSON list like [{&quot;question&quot;: &quot;How heavy is it?&quot;, &quot;key&quot;: [&quot;37 kg&quot;]}].</source>
        <translation>[{&quot;question&quot;: &quot;How heavy is it?&quot;, &quot;key&quot;: [&quot;37 kg&quot;]}]과 같은 JSON 목록입니다.</translation>
    </message>
    <message>
        <source>A file of your own questions:</source>
        <translation>직접 쓴 질문 파일:</translation>
    </message>
    <message>
        <source>A larger model that scores every reply from 0 to 100 and says why.</source>
        <translation>모든 답변에 0에서 100까지 점수를 매기고 이유를 말하는 더 큰 모델입니다.</translation>
    </message>
    <message>
        <source>Ask no file of questions</source>
        <translation>질문 파일 사용 안 함</translation>
    </message>
    <message>
        <source>Ask the base twice, to tell chance from learning</source>
        <translation>우연과 학습을 가리도록 기본 모델에 두 번 묻기</translation>
    </message>
    <message>
        <source>Base and tuned with documents too</source>
        <translation>두 모델 모두 문서와 함께도 묻기</translation>
    </message>
    <message>
        <source>Both also answer with what the index finds in your documents.</source>
        <translation>두 모델이 색인이 문서에서 찾은 내용과 함께도 답합니다.</translation>
    </message>
    <message>
        <source>Choose a File of Questions</source>
        <translation>질문 파일 선택</translation>
    </message>
    <message>
        <source>Choose a file of questions</source>
        <translation>질문 파일 선택</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>General questions, to see what was lost</source>
        <translation>무엇을 잃었는지 보는 일반 질문</translation>
    </message>
    <message>
        <source>Judge of the replies:</source>
        <translation>답변의 판정:</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>제한</translation>
    </message>
    <message>
        <source>Make an index on the page Documents first.</source>
        <translation>먼저 문서 페이지에서 색인을 만드십시오.</translation>
    </message>
    <message>
        <source>None</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>Questions (*.json)</source>
        <translation>질문(*.json)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>제거</translation>
    </message>
    <message>
        <source>What is measured</source>
        <translation>측정하는 것</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>질문 범위</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
    <message>
        <source>{0} ({1})</source>
        <translation>{0}({1})</translation>
    </message>
</context>
<context>
    <name>ExamPage</name>
    <message>
        <source>Base and tuned model answer questions that were kept from training.
Every answer is marked against your documents.</source>
        <translation>기본 모델과 학습된 모델이 학습에서 뺀 질문에 답합니다.
모든 답변은 문서에 비추어 채점됩니다.</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>No exam yet</source>
        <translation>아직 시험이 없음</translation>
    </message>
    <message>
        <source>Not finished: {0} answered</source>
        <translation>끝나지 않음: {0}개 답함</translation>
    </message>
    <message>
        <source>Past exams</source>
        <translation>지난 시험</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>결과</translation>
    </message>
    <message>
        <source>Result, where it learned, or questions</source>
        <translation>결과, 배운 곳 또는 질문</translation>
    </message>
    <message>
        <source>Where It Learned</source>
        <translation>배운 곳</translation>
    </message>
    <message>
        <source>not finished</source>
        <translation>끝나지 않음</translation>
    </message>
    <message>
        <source>{0} · Run {1}</source>
        <translation>{0} · 학습 {1}</translation>
    </message>
</context>
<context>
    <name>ExamQuestions</name>
    <message>
        <source>All answers</source>
        <translation>모든 답변</translation>
    </message>
    <message>
        <source>All splits</source>
        <translation>모든 부분</translation>
    </message>
    <message>
        <source>Base + documents right, tuned wrong</source>
        <translation>기본 모델 + 문서만 정답, 학습된 모델 오답</translation>
    </message>
    <message>
        <source>Both wrong</source>
        <translation>둘 다 틀림</translation>
    </message>
    <message>
        <source>CSV</source>
        <translation>CSV</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV(*.csv)</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>열</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>CSV로 복사</translation>
    </message>
    <message>
        <source>Copy or save the rows as CSV</source>
        <translation>행을 CSV로 복사하거나 저장</translation>
    </message>
    <message>
        <source>Only base right</source>
        <translation>기본 모델만 맞음</translation>
    </message>
    <message>
        <source>Only tuned right</source>
        <translation>학습된 모델만 맞음</translation>
    </message>
    <message>
        <source>Only: {0}</source>
        <translation>이것만: {0}</translation>
    </message>
    <message>
        <source>Questions of the exam</source>
        <translation>시험 질문</translation>
    </message>
    <message>
        <source>Save as CSV</source>
        <translation>CSV로 저장</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>CSV로 저장…</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search in questions and answers</source>
        <translation>질문과 답변에서 검색</translation>
    </message>
    <message>
        <source>Show the questions of all sections and kinds</source>
        <translation>모든 절과 종류의 질문 보기</translation>
    </message>
    <message>
        <source>The table could not be saved</source>
        <translation>표를 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>Tuned right, base + documents wrong</source>
        <translation>학습된 모델 정답, 기본 모델 + 문서 오답</translation>
    </message>
    <message>
        <source>Which answers</source>
        <translation>답변 범위</translation>
    </message>
    <message>
        <source>Which columns are shown</source>
        <translation>보이는 열</translation>
    </message>
    <message>
        <source>Which questions</source>
        <translation>질문 범위</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1}개 중 {0}개</translation>
    </message>
    <message>
        <source>{0} questions</source>
        <translation>질문 {0}개</translation>
    </message>
    <message>
        <source>{0}: choose a folder in which you may write.</source>
        <translation>{0}: 쓸 수 있는 폴더를 선택하십시오.</translation>
    </message>
</context>
<context>
    <name>ExamSetup</name>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Answers so far are kept; the exam can go on later.</source>
        <translation>지금까지의 답변은 보존되며 시험은 나중에 이어서 할 수 있습니다.</translation>
    </message>
    <message>
        <source>Choose some questions under Advanced first.</source>
        <translation>먼저 고급에서 질문을 선택하십시오.</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>General questions</source>
        <translation>일반 질문</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Judging</source>
        <translation>판정 중</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>모델 불러오는 중…</translation>
    </message>
    <message>
        <source>Progress of the exam</source>
        <translation>시험 진행률</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Run Exam</source>
        <translation>시험 시작</translation>
    </message>
    <message>
        <source>Say under Advanced who judges, or choose no judge.</source>
        <translation>고급에서 누가 판정할지 정하거나 판정 없음을 선택하십시오.</translation>
    </message>
    <message>
        <source>The base once more</source>
        <translation>기본 모델에 한 번 더</translation>
    </message>
    <message>
        <source>Tuned model:</source>
        <translation>학습된 모델:</translation>
    </message>
</context>
<context>
    <name>ExportPage</name>
    <message>
        <source>Exported</source>
        <translation>내보낸 것</translation>
    </message>
    <message>
        <source>Nothing yet. What you export is listed here, with how to use it.</source>
        <translation>아직 없습니다. 내보낸 것이 사용 방법과 함께 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>ExportSetup</name>
    <message>
        <source>A GGUF file is kept only if llama.cpp answers with it as the model in Hone does.</source>
        <translation>GGUF 파일은 llama.cpp가 Hone의 모델과 똑같이 답할 때만 남깁니다.</translation>
    </message>
    <message>
        <source>Accepted pairs as qna.yaml files, below knowledge and compositional_skills in the folder.</source>
        <translation>채택된 문답을 qna.yaml 파일로, 폴더 안의 knowledge와 compositional_skills 아래에 저장합니다.</translation>
    </message>
    <message>
        <source>Adapter</source>
        <translation>어댑터</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Choose a Folder to Export To</source>
        <translation>내보낼 폴더 선택</translation>
    </message>
    <message>
        <source>Choose the folder to export to</source>
        <translation>내보낼 폴더 선택</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Export of the dataset</source>
        <translation>데이터셋 내보내기</translation>
    </message>
    <message>
        <source>Export to a taxonomy</source>
        <translation>택소노미로 내보내기</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>GGUF 파일</translation>
    </message>
    <message>
        <source>Hugging Face model</source>
        <translation>Hugging Face 모델</translation>
    </message>
    <message>
        <source>InstructLab taxonomy</source>
        <translation>InstructLab 택소노미</translation>
    </message>
    <message>
        <source>MLX model</source>
        <translation>MLX 모델</translation>
    </message>
    <message>
        <source>Making the dataset</source>
        <translation>데이터셋 만드는 중</translation>
    </message>
    <message>
        <source>Merging adapter and base</source>
        <translation>어댑터와 기본 모델 병합하는 중</translation>
    </message>
    <message>
        <source>Needs a tuned model: train one first.</source>
        <translation>학습된 모델이 필요합니다. 먼저 학습하십시오.</translation>
    </message>
    <message>
        <source>Needs accepted pairs: write or import some first.</source>
        <translation>채택된 문답이 필요합니다. 먼저 작성하거나 가져오십시오.</translation>
    </message>
    <message>
        <source>Only what was learned, in a few megabytes. Needs the base model beside it.</source>
        <translation>학습한 것만 담은 몇 메가바이트의 파일입니다. 기본 모델이 함께 있어야 합니다.</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>내보내기 진행률</translation>
    </message>
    <message>
        <source>Save to:</source>
        <translation>저장 위치:</translation>
    </message>
    <message>
        <source>The pairs with where each comes from, for other trainers, spreadsheets and review.</source>
        <translation>각각의 출처가 담긴 문답으로 다른 학습 도구, 스프레드시트, 검토에 사용합니다.</translation>
    </message>
    <message>
        <source>The whole model as a folder for mlx-lm: the fastest on a Mac, and it can be trained on.</source>
        <translation>mlx-lm용 폴더로 된 전체 모델입니다. Mac에서 가장 빠르고 이어서 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>The whole model for transformers, with a card that says where it comes from.</source>
        <translation>transformers용 모델 전체이며, 어디서 왔는지 알려 주는 카드가 함께 있습니다.</translation>
    </message>
    <message>
        <source>The whole model in one file, for Ollama, LM Studio and llama.cpp. Runs nearly everywhere.</source>
        <translation>Ollama, LM Studio, llama.cpp용 파일 하나로 된 전체 모델입니다. 거의 어디서나 실행됩니다.</translation>
    </message>
    <message>
        <source>Tuned model:</source>
        <translation>학습된 모델:</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>owner/name on the Hub, to upload it too</source>
        <translation>Hub의 소유자/이름(함께 올리려면)</translation>
    </message>
    <message>
        <source>{0} afterwards</source>
        <translation>내보낸 뒤 {0}</translation>
    </message>
</context>
<context>
    <name>ExportedCard</name>
    <message>
        <source>Adapter</source>
        <translation>어댑터</translation>
    </message>
    <message>
        <source>Checked: llama.cpp chooses {0} of the words of {1} replies as the model in Hone does.</source>
        <translation>확인됨: llama.cpp가 답변 {1}개에서 Hone의 모델과 같은 단어를 고른 비율은 {0}입니다.</translation>
    </message>
    <message>
        <source>Command for {0}</source>
        <translation>{0}용 명령어</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>복사</translation>
    </message>
    <message>
        <source>Copy the command for {0}</source>
        <translation>{0}용 명령어 복사</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Folder for Ollama</source>
        <translation>Ollama용 폴더</translation>
    </message>
    <message>
        <source>GGUF file</source>
        <translation>GGUF 파일</translation>
    </message>
    <message>
        <source>GGUF file for LM Studio</source>
        <translation>LM Studio용 GGUF 파일</translation>
    </message>
    <message>
        <source>How to Use It</source>
        <translation>사용 방법</translation>
    </message>
    <message>
        <source>Hugging Face model</source>
        <translation>Hugging Face 모델</translation>
    </message>
    <message>
        <source>InstructLab taxonomy</source>
        <translation>InstructLab 택소노미</translation>
    </message>
    <message>
        <source>MLX model</source>
        <translation>MLX 모델</translation>
    </message>
    <message>
        <source>Measured: it chooses {0} of the words of {1} replies as the fused model does.</source>
        <translation>측정 결과: 답변 {1}개의 단어 중 {0}을(를) 병합된 모델과 같게 고릅니다.</translation>
    </message>
    <message>
        <source>No longer there: it was moved or deleted. Export it again if you need it.</source>
        <translation>옮기거나 삭제하여 더 이상 없습니다. 필요하면 다시 내보내십시오.</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>{0} pairs</source>
        <translation>문답 {0}개</translation>
    </message>
    <message>
        <source>{0} rows</source>
        <translation>행 {0}개</translation>
    </message>
</context>
<context>
    <name>FoundRow</name>
    <message>
        <source>Found on page {0} of {1}</source>
        <translation>{1} {0}페이지에서 찾음</translation>
    </message>
    <message>
        <source>Other pages that were found</source>
        <translation>찾은 다른 페이지</translation>
    </message>
    <message>
        <source>Show page {0} of {1}</source>
        <translation>{1} {0}페이지 보기</translation>
    </message>
    <message>
        <source>{0} more</source>
        <translation>{0}개 더</translation>
    </message>
    <message>
        <source>{0}, Page {1}</source>
        <translation>{0}, {1}페이지</translation>
    </message>
</context>
<context>
    <name>GgufOptions</name>
    <message>
        <source>For:</source>
        <translation>대상:</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>llama.cpp and others</source>
        <translation>llama.cpp 등</translation>
    </message>
</context>
<context>
    <name>HostRow</name>
    <message>
        <source>Address of the Mac</source>
        <translation>Mac의 주소</translation>
    </message>
    <message>
        <source>Address, as 10.0.0.2</source>
        <translation>주소(예: 10.0.0.2)</translation>
    </message>
    <message>
        <source>Name of the Mac</source>
        <translation>Mac의 이름</translation>
    </message>
    <message>
        <source>Name, as ssh knows it</source>
        <translation>ssh가 아는 이름</translation>
    </message>
    <message>
        <source>Not checked</source>
        <translation>확인 안 함</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>Ready, {0}</source>
        <translation>준비됨, {0}</translation>
    </message>
    <message>
        <source>Remove this Mac</source>
        <translation>이 Mac 제거</translation>
    </message>
    <message>
        <source>This Mac</source>
        <translation>이 Mac</translation>
    </message>
    <message>
        <source>{0} GB</source>
        <translation>{0}GB</translation>
    </message>
</context>
<context>
    <name>HostsView</name>
    <message>
        <source>Add Mac</source>
        <translation>Mac 추가</translation>
    </message>
    <message>
        <source>Check Connection</source>
        <translation>연결 확인</translation>
    </message>
    <message>
        <source>Checking…</source>
        <translation>확인하는 중…</translation>
    </message>
    <message>
        <source>Each Mac takes its share of every batch. All need Hone at the same place, the same base model, and Remote Login with a key; the rows are sent to them. A Thunderbolt cable is the fastest way.</source>
        <translation>Mac마다 배치를 나누어 맡습니다. 모든 Mac에 Hone이 같은 위치에 있어야 하고, 같은 기본 모델과 키를 쓰는 원격 로그인이 필요합니다. 행은 보내 줍니다. Thunderbolt 케이블이 가장 빠릅니다.</translation>
    </message>
    <message>
        <source>Hosts files (*.json)</source>
        <translation>호스트 파일(*.json)</translation>
    </message>
    <message>
        <source>Open Hosts File</source>
        <translation>호스트 파일 열기</translation>
    </message>
    <message>
        <source>Open Hosts File…</source>
        <translation>호스트 파일 열기…</translation>
    </message>
    <message>
        <source>This Mac</source>
        <translation>이 Mac</translation>
    </message>
    <message>
        <source>This file names devices for each pair of Macs: make it anew.</source>
        <translation>이 파일은 Mac 둘마다 장치를 적고 있습니다. 새로 만드십시오.</translation>
    </message>
    <message>
        <source>Train on these Macs together</source>
        <translation>이 Mac들에서 함께 학습</translation>
    </message>
</context>
<context>
    <name>JobBar</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Stop the running job</source>
        <translation>실행 중인 작업 중단</translation>
    </message>
    <message>
        <source>Stop; what was done is kept</source>
        <translation>중단합니다. 완료된 내용은 보존됩니다.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중단하는 중…</translation>
    </message>
    <message>
        <source>Then: {0}</source>
        <translation>다음: {0}</translation>
    </message>
</context>
<context>
    <name>JobSign</name>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중단하는 중…</translation>
    </message>
    <message>
        <source>Waits until the job before it has ended.</source>
        <translation>앞의 작업이 끝날 때까지 기다립니다.</translation>
    </message>
</context>
<context>
    <name>JudgeCard</name>
    <message>
        <source>Judge</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Judge This Exam…</source>
        <translation>이 시험 판정하기…</translation>
    </message>
    <message>
        <source>No judge has read the replies. A larger model can say how good each is, from 0 to 100.</source>
        <translation>아직 아무도 답변을 판정하지 않았습니다. 더 큰 모델이 답변마다 0에서 100까지 점수를 매길 수 있습니다.</translation>
    </message>
    <message>
        <source>Without knowing which is which it prefers {0} in {2}, {1} in {4}, and neither in {3}.</source>
        <translation>어느 쪽인지 모르는 채로 {0}을(를) {2}번, {1}을(를) {4}번 더 좋게 보았고 {3}번은 같다고 보았습니다.</translation>
    </message>
    <message>
        <source>{0} has scored {1} of {2} replies.</source>
        <translation>{0}이(가) 답변 {2}개 중 {1}개에 점수를 매겼습니다.</translation>
    </message>
    <message>
        <source>{0} is preferred in {1} ({2} to {3}).</source>
        <translation>{0}을(를) 더 좋게 본 비율은 {1}입니다({2}~{3}).</translation>
    </message>
    <message>
        <source>{0} of its answers could not be read.</source>
        <translation>판정 중 {0}개는 읽을 수 없었습니다.</translation>
    </message>
</context>
<context>
    <name>JudgeChoice</name>
    <message>
        <source>A model in a GGUF file</source>
        <translation>GGUF 파일의 모델</translation>
    </message>
    <message>
        <source>A server (OpenAI-compatible)</source>
        <translation>서버(OpenAI 호환)</translation>
    </message>
    <message>
        <source>Address of the judge</source>
        <translation>판정 서버의 주소</translation>
    </message>
    <message>
        <source>Choose the Judge</source>
        <translation>판정할 모델 선택</translation>
    </message>
    <message>
        <source>Choose the file of the judge</source>
        <translation>판정할 모델의 파일 선택</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Keeps the key for this address in the keychain of the system.</source>
        <translation>이 주소의 키를 시스템의 키체인에 보관합니다.</translation>
    </message>
    <message>
        <source>Key for the Judge</source>
        <translation>판정 서버의 키</translation>
    </message>
    <message>
        <source>Key for the judge&apos;s server</source>
        <translation>판정 서버의 키</translation>
    </message>
    <message>
        <source>Key for {0}; leave it empty to forget it:</source>
        <translation>{0}의 키(비워 두면 보관한 키를 지웁니다):</translation>
    </message>
    <message>
        <source>Key…</source>
        <translation>키…</translation>
    </message>
    <message>
        <source>Models (*.gguf)</source>
        <translation>모델 (*.gguf)</translation>
    </message>
    <message>
        <source>Name of the judge&apos;s model</source>
        <translation>판정하는 모델의 이름</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>모델 이름</translation>
    </message>
    <message>
        <source>No file chosen</source>
        <translation>선택한 파일 없음</translation>
    </message>
    <message>
        <source>No judge</source>
        <translation>판정 없음</translation>
    </message>
    <message>
        <source>Questions, references and replies are sent to this address.</source>
        <translation>질문, 모범 답변과 답변이 이 주소로 전송됩니다.</translation>
    </message>
</context>
<context>
    <name>JudgeRow</name>
    <message>
        <source>Ask the Judge</source>
        <translation>판정 모델에게 묻기</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>The judge reads the replies you voted on and chooses too, without knowing your choice.</source>
        <translation>판정 모델이 투표하신 답변을 읽고, 어떤 선택을 하셨는지 모른 채 직접 고릅니다.</translation>
    </message>
</context>
<context>
    <name>LeakLine</name>
    <message>
        <source>1 held-out question may be read off a trained one.</source>
        <translation>학습에서 뺀 질문 1개는 학습한 질문에서 답을 알아낼 수도 있습니다.</translation>
    </message>
    <message>
        <source>No held-out question can be read off the trained ones.</source>
        <translation>학습한 질문에서 답을 알아낼 수 있는, 학습에서 뺀 질문은 없습니다.</translation>
    </message>
    <message>
        <source>{0} held-out questions may be read off trained ones.</source>
        <translation>학습에서 뺀 질문 {0}개는 학습한 질문에서 답을 알아낼 수도 있습니다.</translation>
    </message>
</context>
<context>
    <name>Locked</name>
    <message>
        <source>Go to {0}</source>
        <translation>‘{0}’(으)로 이동</translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Best {0} at {1}</source>
        <translation>최저 {0}, {1}번째</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Iteration {0}</source>
        <translation>{0}번째 반복</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>No iteration yet</source>
        <translation>아직 반복 없음</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train loss {0}, now {1}.</source>
        <translation>학습 손실 {0}, 현재 {1}.</translation>
    </message>
    <message>
        <source>Train {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Valid loss {0}, now {1}.</source>
        <translation>검증 손실 {0}, 현재 {1}.</translation>
    </message>
    <message>
        <source>Valid {0}</source>
        <translation>검증 {0}</translation>
    </message>
    <message>
        <source>Valid {0} (at {1})</source>
        <translation>검증 {0}({1}번째)</translation>
    </message>
</context>
<context>
    <name>LostCard</name>
    <message>
        <source>1 piece</source>
        <translation>글 1개</translation>
    </message>
    <message>
        <source>Arithmetic</source>
        <translation>셈</translation>
    </message>
    <message>
        <source>Following instructions</source>
        <translation>지시 따르기</translation>
    </message>
    <message>
        <source>General questions that have nothing to do with your documents, answered before and after training. Right of the line the tuned model is better, left of it worse.</source>
        <translation>문서와 관계없는 일반 질문에 학습 전과 후에 답한 결과입니다. 선의 오른쪽은 학습된 모델이 더 나은 것이고 왼쪽은 더 못한 것입니다.</translation>
    </message>
    <message>
        <source>General questions together</source>
        <translation>일반 질문 전체</translation>
    </message>
    <message>
        <source>General text</source>
        <translation>일반 글</translation>
    </message>
    <message>
        <source>General text: loss, less is better</source>
        <translation>일반 글: 손실, 낮을수록 좋음</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Not measured. Run an exam with general questions to see what the model has forgotten.</source>
        <translation>측정하지 않았습니다. 모델이 무엇을 잊었는지 보려면 일반 질문과 함께 시험을 실행하십시오.</translation>
    </message>
    <message>
        <source>Picking the sentence that answers</source>
        <translation>답이 되는 문장 고르기</translation>
    </message>
    <message>
        <source>Reasoning</source>
        <translation>추론</translation>
    </message>
    <message>
        <source>Saying that it does not know</source>
        <translation>모른다고 말하기</translation>
    </message>
    <message>
        <source>Skills together</source>
        <translation>능력 전체</translation>
    </message>
    <message>
        <source>The base answers none of these, so this tells nothing of what was lost.</source>
        <translation>기본 모델이 하나도 맞히지 못하므로 무엇을 잃었는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>What was lost</source>
        <translation>잃은 것</translation>
    </message>
    <message>
        <source>Writing a question</source>
        <translation>질문 쓰기</translation>
    </message>
    <message>
        <source>nothing to lose</source>
        <translation>잃을 것 없음</translation>
    </message>
    <message>
        <source>{0} pieces</source>
        <translation>글 {0}개</translation>
    </message>
    <message>
        <source>{0}: loss</source>
        <translation>{0}: 손실</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Add Documents</source>
        <translation>문서 추가</translation>
    </message>
    <message>
        <source>Apache License 2.0. Made with Qt, MLX, llama.cpp and others; see their licences.</source>
        <translation>Apache License 2.0. Qt, MLX, llama.cpp 등으로 만들었으며 각각의 라이선스를 따릅니다.</translation>
    </message>
    <message>
        <source>Keep Working</source>
        <translation>계속 작업</translation>
    </message>
    <message>
        <source>New Project</source>
        <translation>새로운 프로젝트</translation>
    </message>
    <message>
        <source>Open Project</source>
        <translation>프로젝트 열기</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>견본</translation>
    </message>
    <message>
        <source>Stop and Close</source>
        <translation>중단하고 닫기</translation>
    </message>
    <message>
        <source>Stop “{0}”?</source>
        <translation>‘{0}’ 작업을 중단하겠습니까?</translation>
    </message>
    <message>
        <source>Teach a local language model your documents. Everything stays on this machine.</source>
        <translation>로컬 언어 모델에 문서를 가르칩니다. 모든 것이 이 컴퓨터에 남습니다.</translation>
    </message>
    <message>
        <source>What was done is kept, and the step goes on from there next time.</source>
        <translation>완료된 내용은 보존되며, 다음에 그 지점부터 이어서 진행됩니다.</translation>
    </message>
</context>
<context>
    <name>ModelOffer</name>
    <message>
        <source>For better pairs get {0}: {1}, fits this computer</source>
        <translation>더 나은 문답을 위한 모델: {0}, {1}, 이 컴퓨터에 맞음</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Delete…</source>
        <translation>삭제…</translation>
    </message>
    <message>
        <source>In 4 bits: trains in the least memory</source>
        <translation>4비트: 가장 적은 메모리로 학습합니다</translation>
    </message>
    <message>
        <source>In 8 bits: larger, and closer to the original</source>
        <translation>8비트: 더 크지만 원본에 더 가깝습니다</translation>
    </message>
    <message>
        <source>Make a Smaller Copy</source>
        <translation>더 작은 사본 만들기</translation>
    </message>
    <message>
        <source>Progress of the copy</source>
        <translation>사본 진행 상황</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>모델을 읽는 중…</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중단하는 중…</translation>
    </message>
    <message>
        <source>Waits until the job before it is done</source>
        <translation>앞의 작업이 끝나기를 기다립니다</translation>
    </message>
</context>
<context>
    <name>ModelsPage</name>
    <message>
        <source>A GGUF file to write pairs, or a model folder to train</source>
        <translation>문답을 작성할 GGUF 파일 또는 학습할 모델 폴더</translation>
    </message>
    <message>
        <source>Add GGUF File…</source>
        <translation>GGUF 파일 추가…</translation>
    </message>
    <message>
        <source>Add Model Folder…</source>
        <translation>모델 폴더 추가…</translation>
    </message>
    <message>
        <source>Add a Base Model</source>
        <translation>기본 모델 추가</translation>
    </message>
    <message>
        <source>Add a Writer</source>
        <translation>작성 모델 추가</translation>
    </message>
    <message>
        <source>Base Models</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Drop a model here</source>
        <translation>여기에 모델을 놓으십시오</translation>
    </message>
    <message>
        <source>GGUF models (*.gguf)</source>
        <translation>GGUF 모델(*.gguf)</translation>
    </message>
    <message>
        <source>Get Models</source>
        <translation>모델 다운로드</translation>
    </message>
    <message>
        <source>Making a {0}-bit copy of {1}</source>
        <translation>{1}의 {0}비트 사본 만드는 중</translation>
    </message>
    <message>
        <source>Removed {0} from the list; it stays on disk.</source>
        <translation>‘{0}’을(를) 목록에서 제거했습니다. 디스크에는 남아 있습니다.</translation>
    </message>
    <message>
        <source>They are trained on the pairs and then answer in Compare, Exam and Export.</source>
        <translation>문답으로 학습한 다음 비교, 시험, 내보내기에서 답합니다.</translation>
    </message>
    <message>
        <source>They write the pairs. For real work choose an Instruct model with 3 billion parameters.</source>
        <translation>문답을 작성합니다. 실제 작업에는 매개변수 30억 개의 Instruct 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Writers</source>
        <translation>작성 모델</translation>
    </message>
</context>
<context>
    <name>OtherRuns</name>
    <message>
        <source>All of These, One After Another</source>
        <translation>이 모두, 차례로</translation>
    </message>
    <message>
        <source>Ask other runs the same</source>
        <translation>다른 학습에도 같은 질문 하기</translation>
    </message>
    <message>
        <source>Other Runs</source>
        <translation>다른 학습</translation>
    </message>
</context>
<context>
    <name>PageMap</name>
    <message>
        <source>Page {0}</source>
        <translation>{0}페이지</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Pages of {0}</source>
        <translation>{0}의 페이지</translation>
    </message>
    <message>
        <source>a gap</source>
        <translation>빈 곳</translation>
    </message>
    <message>
        <source>{0} accepted pairs</source>
        <translation>채택된 문답 {0}개</translation>
    </message>
    <message>
        <source>{0} of {1} facts covered</source>
        <translation>사실 {1}개 중 {0}개 반영</translation>
    </message>
</context>
<context>
    <name>PagePreview</name>
    <message>
        <source>Choose a page to see it here.</source>
        <translation>페이지를 선택하면 여기에 표시됩니다.</translation>
    </message>
    <message>
        <source>It says on this page: “{0}”</source>
        <translation>이 페이지의 내용: “{0}”</translation>
    </message>
    <message>
        <source>Next Page</source>
        <translation>다음 페이지</translation>
    </message>
    <message>
        <source>Previous Page</source>
        <translation>이전 페이지</translation>
    </message>
    <message>
        <source>Show the Text That Was Read</source>
        <translation>읽은 텍스트 보기</translation>
    </message>
    <message>
        <source>The file cannot be shown without its password; this is the text that was read.</source>
        <translation>암호 없이는 파일을 표시할 수 없어 읽은 텍스트를 표시합니다.</translation>
    </message>
    <message>
        <source>The file has changed since it was read; this is the text that was read.</source>
        <translation>읽은 뒤에 파일이 바뀌어 읽은 텍스트를 표시합니다.</translation>
    </message>
    <message>
        <source>The file is no longer where it was read; this is the text that was read.</source>
        <translation>파일이 읽었던 위치에 없어 읽은 텍스트를 표시합니다.</translation>
    </message>
    <message>
        <source>There is no text on this page.</source>
        <translation>이 페이지에는 텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>This document is no longer in the project.</source>
        <translation>이 문서는 더 이상 프로젝트에 없습니다.</translation>
    </message>
    <message>
        <source>Zoom In</source>
        <translation>확대</translation>
    </message>
    <message>
        <source>Zoom Out</source>
        <translation>축소</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0}, page {1}</source>
        <translation>{0}, {1}페이지</translation>
    </message>
</context>
<context>
    <name>PairDetails</name>
    <message>
        <source>Select a pair to see where its answer stands.</source>
        <translation>문답을 선택하면 답변의 근거가 있는 곳이 표시됩니다.</translation>
    </message>
    <message>
        <source>The selected pair</source>
        <translation>선택한 문답</translation>
    </message>
    <message>
        <source>{0} pairs are selected.</source>
        <translation>문답 {0}개를 선택했습니다.</translation>
    </message>
</context>
<context>
    <name>PairFilter</name>
    <message>
        <source>Accepted</source>
        <translation>채택됨</translation>
    </message>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Find</source>
        <translation>찾기</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Page {0}</source>
        <translation>{0}페이지</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>검색</translation>
    </message>
    <message>
        <source>Search in questions, answers and evidence</source>
        <translation>질문, 답변, 근거에서 검색</translation>
    </message>
    <message>
        <source>Show all pages again</source>
        <translation>모든 페이지 다시 보기</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
</context>
<context>
    <name>PairsPage</name>
    <message>
        <source>Import Pairs</source>
        <translation>문답 가져오기</translation>
    </message>
    <message>
        <source>Import Pairs…</source>
        <translation>문답 가져오기…</translation>
    </message>
    <message>
        <source>Importing pairs</source>
        <translation>문답 가져오는 중</translation>
    </message>
    <message>
        <source>Instruction datasets</source>
        <translation>지시 데이터셋</translation>
    </message>
    <message>
        <source>This pair has no evidence on a page.</source>
        <translation>이 문답에는 페이지에 있는 근거가 없습니다.</translation>
    </message>
</context>
<context>
    <name>PairsTable</name>
    <message>
        <source>Accepted</source>
        <translation>채택됨</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Page</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>예비</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>The project is being written to. Try again in a moment.</source>
        <translation>프로젝트에 쓰는 중입니다. 잠시 후에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>by hand</source>
        <translation>직접 정함</translation>
    </message>
</context>
<context>
    <name>PairsView</name>
    <message>
        <source>Pairs</source>
        <translation>문답</translation>
    </message>
</context>
<context>
    <name>Planner</name>
    <message>
        <source>Planning the training</source>
        <translation>학습 계획하는 중</translation>
    </message>
</context>
<context>
    <name>PreferenceLine</name>
    <message>
        <source>Beyond chance (kappa): {0}.</source>
        <translation>우연을 넘어선 일치(카파): {0}.</translation>
    </message>
    <message>
        <source>That may still be chance.</source>
        <translation>아직 우연일 수 있습니다.</translation>
    </message>
    <message>
        <source>The judge {0} chose the same in {1} of {2}: {3}, between {4} and {5}.</source>
        <translation>판정 모델({0})은 {2}번 중 {1}번 같은 선택을 했습니다: {3}({4}~{5}).</translation>
    </message>
    <message>
        <source>{0} against {1}: no vote has decided yet.</source>
        <translation>{0} 대 {1}: 아직 결정한 투표가 없습니다.</translation>
    </message>
    <message>
        <source>{0} against {1}: preferred in {2} of {3} votes: {4}, between {5} and {6}.</source>
        <translation>{0} 대 {1}: 투표 {3}번 중 {2}번 선호: {4}({5}~{6}).</translation>
    </message>
    <message>
        <source>{0} found no difference.</source>
        <translation>{0}번은 차이가 없었습니다.</translation>
    </message>
    <message>
        <source>{0} preferred in {2} of {3} votes: {4}, between {5} and {6}.</source>
        <translation>투표 {3}번 중 {2}번 {0} 선호: {4}({5}~{6}).</translation>
    </message>
</context>
<context>
    <name>PresetCard</name>
    <message>
        <source>About {0}</source>
        <translation>약 {0}</translation>
    </message>
    <message>
        <source>Learning rate {0}</source>
        <translation>학습률 {0}</translation>
    </message>
    <message>
        <source>Rank {0}</source>
        <translation>랭크 {0}</translation>
    </message>
    <message>
        <source>Time not known</source>
        <translation>시간 알 수 없음</translation>
    </message>
    <message>
        <source>batch {0}</source>
        <translation>배치 {0}</translation>
    </message>
    <message>
        <source>{0} epochs</source>
        <translation>{0} 에포크</translation>
    </message>
    <message>
        <source>{0} iterations</source>
        <translation>반복 {0}회</translation>
    </message>
</context>
<context>
    <name>PresetCards</name>
    <message>
        <source>A first look</source>
        <translation>먼저 살펴보기</translation>
    </message>
    <message>
        <source>Balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>Learns most, takes longest</source>
        <translation>가장 많이 배우고 가장 오래 걸림</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Quick</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>Right for most documents</source>
        <translation>대부분의 문서에 적합</translation>
    </message>
    <message>
        <source>Thorough</source>
        <translation>철저하게</translation>
    </message>
</context>
<context>
    <name>RecentList</name>
    <message>
        <source>Open</source>
        <translation>열기</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>목록에서 제거</translation>
    </message>
</context>
<context>
    <name>ReferenceRow</name>
    <message>
        <source>Reference answer · {0}</source>
        <translation>모범 답변 · {0}</translation>
    </message>
    <message>
        <source>Show the evidence in {0}</source>
        <translation>{0}에서 근거 보기</translation>
    </message>
    <message>
        <source>not trained in this wording</source>
        <translation>이 표현으로는 학습하지 않음</translation>
    </message>
    <message>
        <source>trained in this wording</source>
        <translation>이 표현으로 학습함</translation>
    </message>
    <message>
        <source>{0}, Page {1}</source>
        <translation>{0}, {1}페이지</translation>
    </message>
</context>
<context>
    <name>ReplyCard</name>
    <message>
        <source>(it says nothing)</source>
        <translation>(아무 말도 하지 않음)</translation>
    </message>
    <message>
        <source>Reference: {0}</source>
        <translation>정답: {0}</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Says the key facts of the reference</source>
        <translation>정답의 핵심 사실을 말합니다</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>오답</translation>
    </message>
</context>
<context>
    <name>ReplyPane</name>
    <message>
        <source>Copy the reply of {0}</source>
        <translation>{0}의 답변 복사</translation>
    </message>
    <message>
        <source>Copy this reply</source>
        <translation>이 답변 복사</translation>
    </message>
    <message>
        <source>No words: the model ended its reply at once.</source>
        <translation>내용 없음: 모델이 답변을 바로 끝냈습니다.</translation>
    </message>
    <message>
        <source>Reply of {0}</source>
        <translation>{0}의 답변</translation>
    </message>
</context>
<context>
    <name>ReportRow</name>
    <message>
        <source>Every answer and figure (*.json)</source>
        <translation>모든 답변과 수치 (*.json)</translation>
    </message>
    <message>
        <source>Markdown (*.md)</source>
        <translation>마크다운 (*.md)</translation>
    </message>
    <message>
        <source>Questions with the replies (*.json)</source>
        <translation>질문과 답변 (*.json)</translation>
    </message>
    <message>
        <source>Save Report</source>
        <translation>보고서 저장</translation>
    </message>
    <message>
        <source>Save Report…</source>
        <translation>보고서 저장…</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>{0}(으)로 저장했습니다</translation>
    </message>
    <message>
        <source>Web page with charts (*.html)</source>
        <translation>차트가 있는 웹 페이지 (*.html)</translation>
    </message>
</context>
<context>
    <name>RepositoryEntry</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Address of the repository</source>
        <translation>저장소 주소</translation>
    </message>
    <message>
        <source>An address or a folder with a git repository; after @ a commit, tag or branch. Patterns are separated by commas; without one, every document is added.</source>
        <translation>git 저장소의 주소나 폴더이며, @ 뒤에 커밋, 태그 또는 브랜치를 적습니다. 패턴은 쉼표로 구분하며, 패턴이 없으면 모든 문서가 추가됩니다.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Only files that fit:</source>
        <translation>추가할 파일 패턴:</translation>
    </message>
    <message>
        <source>Patterns of the files to add</source>
        <translation>추가할 파일의 패턴</translation>
    </message>
    <message>
        <source>Repository:</source>
        <translation>저장소:</translation>
    </message>
</context>
<context>
    <name>ReviewBar</name>
    <message>
        <source>A passage of one page, word for word, that proves the answer:</source>
        <translation>답변을 증명하는 한 페이지의 구절을 그대로 적으십시오:</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>채택</translation>
    </message>
    <message>
        <source>Accept All {0} Shown</source>
        <translation>표시된 {0}개 모두 채택</translation>
    </message>
    <message>
        <source>All {0} Shown</source>
        <translation>표시된 {0}개 모두</translation>
    </message>
    <message>
        <source>Bring the selected rejected pairs back</source>
        <translation>선택한 거절된 문답을 되돌립니다</translation>
    </message>
    <message>
        <source>Change Evidence</source>
        <translation>근거 변경</translation>
    </message>
    <message>
        <source>Change Evidence…</source>
        <translation>근거 변경…</translation>
    </message>
    <message>
        <source>Done again: {0}</source>
        <translation>다시 실행함: {0}</translation>
    </message>
    <message>
        <source>Edit Question</source>
        <translation>질문 편집</translation>
    </message>
    <message>
        <source>Keep the selected pairs out of the dataset</source>
        <translation>선택한 문답을 데이터셋에서 뺍니다</translation>
    </message>
    <message>
        <source>Let the writer ask for the same fact in other words</source>
        <translation>작성 모델이 같은 사실을 다른 말로 묻게 합니다</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>실행 복귀</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>다시 작성</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Reject All {0} Shown</source>
        <translation>표시된 {0}개 모두 거절</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Restore All {0} Shown</source>
        <translation>표시된 {0}개 모두 복원</translation>
    </message>
    <message>
        <source>Take the selected pairs into the dataset, whatever a check said</source>
        <translation>검사 결과와 관계없이 선택한 문답을 데이터셋에 넣습니다</translation>
    </message>
    <message>
        <source>The project is being written to. Try again in a moment.</source>
        <translation>프로젝트에 쓰는 중입니다. 잠시 후에 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>The writer asks for this fact in other words…</source>
        <translation>작성 모델이 이 사실을 다른 말로 묻는 중…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>Undone: {0}</source>
        <translation>실행 취소함: {0}</translation>
    </message>
    <message>
        <source>Writing a pair anew</source>
        <translation>문답 새로 작성하는 중</translation>
    </message>
    <message>
        <source>{0} accepted.</source>
        <translation>{0}개를 채택했습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} selected</source>
        <translation>{1}개 중 {0}개 선택됨</translation>
    </message>
    <message>
        <source>{0} pairs</source>
        <translation>문답 {0}개</translation>
    </message>
    <message>
        <source>{0} rejected.</source>
        <translation>{0}개를 거절했습니다.</translation>
    </message>
    <message>
        <source>{0} restored.</source>
        <translation>{0}개를 복원했습니다.</translation>
    </message>
    <message>
        <source>{0} stay as they are.</source>
        <translation>{0}개는 그대로 둡니다.</translation>
    </message>
</context>
<context>
    <name>RowView</name>
    <message>
        <source>Its rows can be looked at once it is made; training makes it, too.</source>
        <translation>데이터셋을 만들면 행을 볼 수 있습니다. 학습할 때도 만들어집니다.</translation>
    </message>
    <message>
        <source>Make the Dataset</source>
        <translation>데이터셋 만들기</translation>
    </message>
    <message>
        <source>Making the dataset</source>
        <translation>데이터셋 만드는 중</translation>
    </message>
    <message>
        <source>No dataset yet</source>
        <translation>아직 데이터셋이 없음</translation>
    </message>
    <message>
        <source>Showing a row</source>
        <translation>행 표시하는 중</translation>
    </message>
    <message>
        <source>The row is shown as soon as this is done: {0}.</source>
        <translation>다음 작업이 끝나면 바로 행을 표시합니다: {0}.</translation>
    </message>
</context>
<context>
    <name>RunChoice</name>
    <message>
        <source>Run {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>Tuned model</source>
        <translation>학습된 모델</translation>
    </message>
</context>
<context>
    <name>RunCurves</name>
    <message>
        <source>Iteration {0}</source>
        <translation>{0}번째 반복</translation>
    </message>
    <message>
        <source>No iteration yet</source>
        <translation>아직 반복 없음</translation>
    </message>
    <message>
        <source>{0}: from {1} to {2}.</source>
        <translation>{0}: {1} → {2}.</translation>
    </message>
</context>
<context>
    <name>RunDetails</name>
    <message>
        <source>All</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>종료</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Numbers of the run</source>
        <translation>학습의 수치</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
</context>
<context>
    <name>RunReplies</name>
    <message>
        <source>Before training</source>
        <translation>학습 전</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>평가</translation>
    </message>
    <message>
        <source>Iteration {0}</source>
        <translation>{0}번째 반복</translation>
    </message>
    <message>
        <source>Newest, iteration {0}</source>
        <translation>최신, {0}번째 반복</translation>
    </message>
    <message>
        <source>Replies to the test questions</source>
        <translation>시험 질문에 대한 답변</translation>
    </message>
    <message>
        <source>The first replies come with the first evaluation.</source>
        <translation>첫 평가 때 첫 답변이 나옵니다.</translation>
    </message>
    <message>
        <source>This run was asked no test questions.</source>
        <translation>이 학습에는 시험 질문을 하지 않았습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} right</source>
        <translation>{1}개 중 {0}개 맞음</translation>
    </message>
</context>
<context>
    <name>RunSide</name>
    <message>
        <source>Numbers</source>
        <translation>수치</translation>
    </message>
    <message>
        <source>Test Questions</source>
        <translation>시험 질문</translation>
    </message>
    <message>
        <source>What is shown of the run</source>
        <translation>학습에서 볼 것</translation>
    </message>
</context>
<context>
    <name>RunView</name>
    <message>
        <source>, {0} before training</source>
        <translation>, 학습 전 {0}</translation>
    </message>
    <message>
        <source>Best valid loss</source>
        <translation>최저 검증 손실</translation>
    </message>
    <message>
        <source>Done. Best valid loss {0} at iteration {1}</source>
        <translation>완료했습니다. 최저 검증 손실 {0}({1}번째 반복)</translation>
    </message>
    <message>
        <source>Draws the mean of the train loss; single iterations stay behind it</source>
        <translation>학습 손실의 평균을 그립니다. 각 반복의 값은 그 뒤에 남습니다</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Interrupted before it was done.</source>
        <translation>끝나기 전에 중단되었습니다.</translation>
    </message>
    <message>
        <source>It failed before it was done.</source>
        <translation>끝나기 전에 실패했습니다.</translation>
    </message>
    <message>
        <source>Iteration</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Its best adapter, of iteration {0}, is kept.</source>
        <translation>{0}번째 반복의 가장 좋은 어댑터가 보존되어 있습니다.</translation>
    </message>
    <message>
        <source>Keeps the best adapter; the run can be resumed</source>
        <translation>가장 좋은 어댑터를 보존하며 학습을 이어서 할 수 있습니다</translation>
    </message>
    <message>
        <source>Making the dataset of the accepted pairs…</source>
        <translation>채택된 문답으로 데이터셋 만드는 중…</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>New Run</source>
        <translation>새로운 학습</translation>
    </message>
    <message>
        <source>Next: compare it with the base.</source>
        <translation>다음: 기본 모델과 비교해 보십시오.</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>진행률</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>이어서 학습</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>부드럽게</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중단</translation>
    </message>
    <message>
        <source>Stopped early at iteration {0} of {1}, as it got no better.</source>
        <translation>더 나아지지 않아 {1}번 중 {0}번째 반복에서 일찍 멈췄습니다.</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>중단되었습니다.</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중단하는 중…</translation>
    </message>
    <message>
        <source>Time left</source>
        <translation>남은 시간</translation>
    </message>
    <message>
        <source>Tokens/s</source>
        <translation>초당 토큰</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>Training. What is measured appears below; the best adapter is kept.</source>
        <translation>학습하는 중입니다. 측정한 값이 아래에 표시되며 가장 좋은 어댑터가 보존됩니다.</translation>
    </message>
    <message>
        <source>Use in Compare</source>
        <translation>비교에서 사용</translation>
    </message>
    <message>
        <source>Waits until what runs now is done.</source>
        <translation>지금 실행 중인 작업이 끝날 때까지 기다립니다.</translation>
    </message>
</context>
<context>
    <name>RunWarnings</name>
    <message>
        <source>Warnings</source>
        <translation>경고</translation>
    </message>
</context>
<context>
    <name>RunsCompared</name>
    <message>
        <source>At most {0} runs are compared: untick another one first.</source>
        <translation>학습은 최대 {0}개까지 비교합니다. 먼저 다른 학습의 선택을 해제하세요.</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>곡선</translation>
    </message>
    <message>
        <source>Each training is a run; two and more can be compared here.</source>
        <translation>학습할 때마다 기록이 하나 생깁니다. 두 개부터 여기에서 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Key facts right in the replies of the tuned models to the same questions.</source>
        <translation>같은 질문에 튜닝된 모델들이 맞힌 핵심 사실로 비교합니다.</translation>
    </message>
    <message>
        <source>More than chance?</source>
        <translation>우연보다 큰 차이입니까?</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>아직 학습 기록 없음</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>Run {0} has no exam: its answers cannot be compared.</source>
        <translation>학습 {0}: 시험을 보지 않아 답변을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Take an Exam</source>
        <translation>시험 보기</translation>
    </message>
    <message>
        <source>The losses were measured on different rows: the curves say nothing about each other.</source>
        <translation>손실을 서로 다른 행으로 측정했으므로 곡선을 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>Tick two to {0} runs to compare them.</source>
        <translation>비교할 학습을 2~{0}개 선택하십시오.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Train Loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>Valid Loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>차이점</translation>
    </message>
</context>
<context>
    <name>RunsPage</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>스윕</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
</context>
<context>
    <name>RunsTable</name>
    <message>
        <source>Base</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Best valid loss</source>
        <translation>최저 검증 손실</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>멈춤</translation>
    </message>
    <message>
        <source>Stopped early</source>
        <translation>일찍 멈춤</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습 중</translation>
    </message>
</context>
<context>
    <name>RunsView</name>
    <message>
        <source>Another run is being trained.</source>
        <translation>다른 학습이 진행 중입니다.</translation>
    </message>
    <message>
        <source>Each training is a run; they are listed here.</source>
        <translation>학습할 때마다 여기에 기록됩니다.</translation>
    </message>
    <message>
        <source>It cannot go on, since the dataset has changed: start a new run.</source>
        <translation>데이터셋이 바뀌어 이어서 할 수 없습니다. 새로 학습을 시작하십시오.</translation>
    </message>
    <message>
        <source>New Run</source>
        <translation>새로운 학습</translation>
    </message>
    <message>
        <source>No run yet</source>
        <translation>아직 학습이 없음</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 목록</translation>
    </message>
</context>
<context>
    <name>Scoreboard</name>
    <message>
        <source>No question was answered yet.</source>
        <translation>아직 답한 질문이 없습니다.</translation>
    </message>
    <message>
        <source>The tuned model answers {0} of the questions right, the base {1}.</source>
        <translation>학습된 모델은 질문의 {0}, 기본 모델은 {1}에 옳게 답합니다.</translation>
    </message>
    <message>
        <source>The tuned model is no better than the base here: {0} right against {1}.</source>
        <translation>여기서는 학습된 모델이 기본 모델보다 낫지 않습니다. 정답률 {0} 대 {1}.</translation>
    </message>
</context>
<context>
    <name>ServePanel</name>
    <message>
        <source>Address</source>
        <translation>주소</translation>
    </message>
    <message>
        <source>Copy the address</source>
        <translation>주소 복사</translation>
    </message>
    <message>
        <source>Copy the token</source>
        <translation>액세스 토큰 복사</translation>
    </message>
    <message>
        <source>Models: {0}</source>
        <translation>모델: {0}</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>On: run {0} answers. Replies written: {1}</source>
        <translation>켬: 학습 {0}의 모델이 답합니다. 작성한 답변: {1}</translation>
    </message>
    <message>
        <source>Programs on this machine that speak OpenAI’s protocol can ask the tuned model and its base; most call the token an API key. Nothing outside this machine can reach them. The model stays in memory while this is on, and each start has its own address and token.</source>
        <translation>이 컴퓨터에서 OpenAI 프로토콜을 쓰는 프로그램이 학습한 모델과 기본 모델에 물어볼 수 있습니다. 대부분의 프로그램은 액세스 토큰을 API 키라고 부릅니다. 이 컴퓨터 밖에서는 접근할 수 없습니다. 켜져 있는 동안 모델이 메모리에 남아 있으며, 켤 때마다 주소와 토큰이 새로 정해집니다.</translation>
    </message>
    <message>
        <source>Reading the model…</source>
        <translation>모델을 읽는 중…</translation>
    </message>
    <message>
        <source>Serve to other programs</source>
        <translation>다른 프로그램에 제공</translation>
    </message>
    <message>
        <source>Serving to other programs</source>
        <translation>다른 프로그램에 제공하는 중</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>중단하는 중…</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>액세스 토큰</translation>
    </message>
</context>
<context>
    <name>ServerRow</name>
    <message>
        <source>Asking a server</source>
        <translation>서버에 묻는 중</translation>
    </message>
    <message>
        <source>Asking…</source>
        <translation>묻는 중…</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>동시 요청</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>확인</translation>
    </message>
    <message>
        <source>Check {0}</source>
        <translation>{0} 확인</translation>
    </message>
    <message>
        <source>How many replies it is asked for at a time: as many as it writes together.</source>
        <translation>한 번에 요청하는 답의 수: 서버가 함께 쓰는 만큼.</translation>
    </message>
    <message>
        <source>Keeps the key for this address in the keychain of the system.</source>
        <translation>이 주소의 키를 시스템 키체인에 보관합니다.</translation>
    </message>
    <message>
        <source>Key for the Server</source>
        <translation>서버의 키</translation>
    </message>
    <message>
        <source>Key for {0}</source>
        <translation>{0}의 키</translation>
    </message>
    <message>
        <source>Key for {0}; leave it empty to forget it:</source>
        <translation>{0}의 키. 비워 두면 잊습니다:</translation>
    </message>
    <message>
        <source>Key…</source>
        <translation>키…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Model of {0}</source>
        <translation>{0}의 모델</translation>
    </message>
    <message>
        <source>Not on this machine: the texts of your documents are sent there.</source>
        <translation>이 컴퓨터에 있지 않습니다: 문서의 글이 그곳으로 전송됩니다.</translation>
    </message>
    <message>
        <source>On this machine: nothing leaves it.</source>
        <translation>이 컴퓨터에 있습니다: 아무것도 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Ready; it answered in {0} ms.</source>
        <translation>준비됨: {0}ms 만에 응답했습니다.</translation>
    </message>
    <message>
        <source>Remove from List</source>
        <translation>목록에서 제거</translation>
    </message>
    <message>
        <source>Remove {0}</source>
        <translation>{0} 제거</translation>
    </message>
    <message>
        <source>Replies asked of {0} at a time</source>
        <translation>{0}에 한 번에 요청하는 답의 수</translation>
    </message>
    <message>
        <source>The key is forgotten.</source>
        <translation>키를 잊었습니다.</translation>
    </message>
    <message>
        <source>The key is in the keychain.</source>
        <translation>키가 키체인에 있습니다.</translation>
    </message>
    <message>
        <source>This system has no open keychain: the key is kept until Hone is closed.</source>
        <translation>이 시스템에는 열린 키체인이 없습니다: Hone을 닫을 때까지 키를 보관합니다.</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} 사용</translation>
    </message>
    <message>
        <source>Whether it writes along</source>
        <translation>함께 쓸지 여부</translation>
    </message>
</context>
<context>
    <name>ServersCard</name>
    <message>
        <source>Add</source>
        <translation>추가</translation>
    </message>
    <message>
        <source>Add the server</source>
        <translation>서버 추가</translation>
    </message>
    <message>
        <source>Address of a server</source>
        <translation>서버의 주소</translation>
    </message>
</context>
<context>
    <name>SettingsPage</name>
    <message>
        <source>&lt;b&gt;Everything stays on this machine.&lt;/b&gt; Documents are read, pairs written and models trained here. There is no account, no telemetry and no update check.</source>
        <translation>&lt;b&gt;모든 것이 이 컴퓨터에 남습니다.&lt;/b&gt; 문서 읽기, 문답 작성, 모델 학습이 모두 여기에서 이루어집니다. 계정, 사용 정보 수집, 업데이트 확인이 없습니다.</translation>
    </message>
    <message>
        <source>&lt;b&gt;Hone {0}&lt;/b&gt;&lt;br&gt;Free software under the &lt;a href=&quot;https://www.apache.org/licenses/LICENSE-2.0&quot;&gt;Apache License 2.0&lt;/a&gt;.</source>
        <translation>&lt;b&gt;Hone {0}&lt;/b&gt;&lt;br&gt;&lt;a href=&quot;https://www.apache.org/licenses/LICENSE-2.0&quot;&gt;Apache License 2.0&lt;/a&gt;에 따른 자유 소프트웨어입니다.</translation>
    </message>
    <message>
        <source>About Hone</source>
        <translation>Hone에 관하여</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>화면 모드</translation>
    </message>
    <message>
        <source>Changes at once; running jobs go on.</source>
        <translation>바로 바뀌며 실행 중인 작업은 계속됩니다.</translation>
    </message>
    <message>
        <source>Choose the folder for new projects</source>
        <translation>새로운 프로젝트를 만들 폴더 선택</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>선택…</translation>
    </message>
    <message>
        <source>Downloaded ones lie in a folder of Hone’s; all others stay where they are.</source>
        <translation>다운로드한 모델은 Hone의 폴더에 있고, 그 밖의 모델은 원래 자리에 그대로 있습니다.</translation>
    </message>
    <message>
        <source>Folder for New Projects</source>
        <translation>새로운 프로젝트 폴더</translation>
    </message>
    <message>
        <source>Folder for new projects</source>
        <translation>새로운 프로젝트 폴더</translation>
    </message>
    <message>
        <source>General</source>
        <translation>일반</translation>
    </message>
    <message>
        <source>Hone goes online in four cases only: when you add documents by the address of a git repository, it fetches them from there; when you download a model, that comes from huggingface.co; when you name a repository at the export for Hugging Face, the model goes there; and when you choose a server on another machine as writer or judge, the texts that it is asked about are sent to it.</source>
        <translation>Hone은 네 가지 경우에만 인터넷에 연결합니다. git 저장소 주소로 문서를 추가하면 그곳에서 문서를 가져오고, 모델을 다운로드하면 huggingface.co에서 가져오며, Hugging Face용으로 내보낼 때 저장소를 적으면 모델을 그곳에 올리고, 다른 컴퓨터의 서버를 작성 모델이나 판정 모델로 선택하면 물어보는 내용을 그 서버로 보냅니다.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Language, folders, recent projects and the list of your models.</source>
        <translation>언어, 폴더, 최근 프로젝트, 모델 목록입니다.</translation>
    </message>
    <message>
        <source>Light or dark, as the system is set; it changes by itself.</source>
        <translation>시스템 설정에 따라 라이트 모드와 다크 모드가 자동으로 바뀝니다.</translation>
    </message>
    <message>
        <source>Made with Qt and PySide6 (LGPL 3), llama.cpp and MLX (MIT), PDFium (BSD), and other open libraries. The starter model is Hone’s own, under the same licence as Hone.</source>
        <translation>Qt와 PySide6(LGPL 3), llama.cpp와 MLX(MIT), PDFium(BSD) 등의 공개 라이브러리로 만들었습니다. 스타터 모델은 Hone이 직접 만든 것으로 Hone과 같은 라이선스를 따릅니다.</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>개인정보 보호</translation>
    </message>
    <message>
        <source>Programs that run a chat model, here or on other machines: llama-server, vLLM, LM Studio, Ollama. On the page Pairs one of them can be the writer, or all of them together.</source>
        <translation>채팅 모델을 실행하는 프로그램으로, 이 컴퓨터나 다른 컴퓨터에 있습니다: llama-server, vLLM, LM Studio, Ollama. 문답 페이지에서 그중 하나 또는 모두를 함께 작성 모델로 쓸 수 있습니다.</translation>
    </message>
    <message>
        <source>Servers</source>
        <translation>서버</translation>
    </message>
    <message>
        <source>Show Folder</source>
        <translation>폴더 보기</translation>
    </message>
    <message>
        <source>Show {0}</source>
        <translation>‘{0}’ 보기</translation>
    </message>
    <message>
        <source>System</source>
        <translation>시스템</translation>
    </message>
    <message>
        <source>Texts, pairs, runs with their adapters, exams and chats. Delete the folder, and all are gone.</source>
        <translation>텍스트, 문답, 학습과 어댑터, 시험과 대화가 들어 있습니다. 폴더를 삭제하면 모두 사라집니다.</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>이 프로젝트</translation>
    </message>
    <message>
        <source>What Hone remembers</source>
        <translation>Hone이 기억하는 것</translation>
    </message>
    <message>
        <source>Where Things Are Kept</source>
        <translation>저장 위치</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>Close</source>
        <translation>닫기</translation>
    </message>
    <message>
        <source>Close the panel</source>
        <translation>패널 닫기</translation>
    </message>
</context>
<context>
    <name>SpecForm</name>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>자동</translation>
    </message>
</context>
<context>
    <name>SplitCard</name>
    <message>
        <source>Other figures</source>
        <translation>다른 수치</translation>
    </message>
    <message>
        <source>Show Questions</source>
        <translation>질문 보기</translation>
    </message>
    <message>
        <source>Show Questions: {0}</source>
        <translation>질문 보기: {0}</translation>
    </message>
</context>
<context>
    <name>StartScreen</name>
    <message>
        <source>1. Add documents</source>
        <translation>1. 문서 추가</translation>
    </message>
    <message>
        <source>2. Write pairs</source>
        <translation>2. 문답 작성</translation>
    </message>
    <message>
        <source>3. Train and compare</source>
        <translation>3. 학습과 비교</translation>
    </message>
    <message>
        <source>A model learns the pairs. Ask it beside one that did not.</source>
        <translation>모델이 문답을 배웁니다. 배우지 않은 모델과 나란히 질문해 보십시오.</translation>
    </message>
    <message>
        <source>Choose Documents…</source>
        <translation>문서 선택…</translation>
    </message>
    <message>
        <source>Downloading {0}</source>
        <translation>{0} 다운로드</translation>
    </message>
    <message>
        <source>Downloads it. You can work with the starter meanwhile.</source>
        <translation>내려받습니다. 그동안 스타터로 작업할 수 있습니다.</translation>
    </message>
    <message>
        <source>Drop your documents here</source>
        <translation>여기에 문서를 놓으십시오</translation>
    </message>
    <message>
        <source>Makes a project with a short manual that comes with Hone.</source>
        <translation>Hone에 들어 있는 짧은 설명서로 프로젝트를 만듭니다.</translation>
    </message>
    <message>
        <source>Manuals, notes, books: Hone reads every page.</source>
        <translation>설명서, 메모, 책: Hone이 모든 페이지를 읽습니다.</translation>
    </message>
    <message>
        <source>New Project…</source>
        <translation>새로운 프로젝트…</translation>
    </message>
    <message>
        <source>Opens a project that you made before.</source>
        <translation>이전에 만든 프로젝트를 엽니다.</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>PDF, Word, PowerPoint, EPUB, HTML, Markdown, text, or a folder of them</source>
        <translation>PDF, Word, PowerPoint, EPUB, HTML, Markdown, 텍스트 또는 이런 파일이 든 폴더</translation>
    </message>
    <message>
        <source>Questions with their answers, each with its place in the text.</source>
        <translation>질문과 답변을 만들고 각각 텍스트 안의 위치를 남깁니다.</translation>
    </message>
    <message>
        <source>Recent projects</source>
        <translation>최근 프로젝트</translation>
    </message>
    <message>
        <source>Teach a language model your documents, on your own computer. Nothing leaves it.</source>
        <translation>이 컴퓨터에서 언어 모델에 문서를 가르칩니다. 아무것도 밖으로 나가지 않습니다.</translation>
    </message>
    <message>
        <source>Try the Sample</source>
        <translation>견본으로 해보기</translation>
    </message>
</context>
<context>
    <name>StepList</name>
    <message>
        <source>Steps</source>
        <translation>단계</translation>
    </message>
</context>
<context>
    <name>Suggestions</name>
    <message>
        <source>Other Questions</source>
        <translation>다른 질문</translation>
    </message>
    <message>
        <source>Suggest other questions</source>
        <translation>다른 질문 제안</translation>
    </message>
</context>
<context>
    <name>SweepSetup</name>
    <message>
        <source> min</source>
        <translation>분</translation>
    </message>
    <message>
        <source>All take about {0}.</source>
        <translation>모두 하면 약 {0} 걸립니다.</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Estimating the sweep</source>
        <translation>스윕 예상 중</translation>
    </message>
    <message>
        <source>Exam after each run</source>
        <translation>학습마다 시험</translation>
    </message>
    <message>
        <source>For all runs together.</source>
        <translation>모든 학습을 합한 시간입니다.</translation>
    </message>
    <message>
        <source>Forty held-out questions of each split.</source>
        <translation>각 분할에서 따로 남겨 둔 질문 40개입니다.</translation>
    </message>
    <message>
        <source>No speed is known yet: the first run measures it.</source>
        <translation>아직 속도를 모릅니다. 첫 학습에서 측정합니다.</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>프리셋</translation>
    </message>
    <message>
        <source>Start Sweep</source>
        <translation>스윕 시작</translation>
    </message>
    <message>
        <source>There is not time for one: give it more minutes.</source>
        <translation>학습 하나를 끝낼 시간도 부족합니다. 시간을 더 주십시오.</translation>
    </message>
    <message>
        <source>There is time for all.</source>
        <translation>모두 끝낼 시간이 있습니다.</translation>
    </message>
    <message>
        <source>There is time for {0} to the end and for a part of {1} more: the best go on.</source>
        <translation>{0}개를 끝내고 {1}개를 더 일부만 학습할 시간이 있습니다. 가장 좋은 것들을 이어 갑니다.</translation>
    </message>
    <message>
        <source>There is time for {0}.</source>
        <translation>{0}개를 끝낼 시간이 있습니다.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>시간</translation>
    </message>
    <message>
        <source>such as {0}</source>
        <translation>예: {0}</translation>
    </message>
    <message>
        <source>{0} runs.</source>
        <translation>학습 {0}개.</translation>
    </message>
</context>
<context>
    <name>SweepView</name>
    <message>
        <source>A sweep trains runs with different options, one after another, until its time is up. Where there is no time for all, each is trained for a part, and the best go on.</source>
        <translation>스윕은 정한 시간이 될 때까지 옵션을 바꿔 가며 차례로 학습합니다. 모두 끝낼 시간이 없으면 각각 일부만 학습하고, 가장 좋은 것들을 이어 갑니다.</translation>
    </message>
    <message>
        <source>Compare Best</source>
        <translation>최고끼리 비교</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Making the dataset</source>
        <translation>데이터셋 만드는 중</translation>
    </message>
    <message>
        <source>No sweep yet</source>
        <translation>아직 스윕 없음</translation>
    </message>
    <message>
        <source>Runs of the sweep</source>
        <translation>스윕의 학습</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>중지</translation>
    </message>
    <message>
        <source>Sweep</source>
        <translation>스윕</translation>
    </message>
    <message>
        <source>Sweep {0}</source>
        <translation>스윕 {0}</translation>
    </message>
    <message>
        <source>Sweeps</source>
        <translation>스윕</translation>
    </message>
    <message>
        <source>{0} of {1} runs finished · {2} of {3} used</source>
        <translation>학습 {1}개 중 {0}개 완료 · {3} 중 {2} 사용</translation>
    </message>
</context>
<context>
    <name>Trail</name>
    <message>
        <source>Right at {0} of {1} evaluations</source>
        <translation>평가 {1}번 중 {0}번 맞음</translation>
    </message>
</context>
<context>
    <name>TrainPage</name>
    <message>
        <source>A run is being trained; stop it first.</source>
        <translation>학습이 진행 중입니다. 먼저 중단하십시오.</translation>
    </message>
    <message>
        <source>Asking the Macs</source>
        <translation>Mac에 묻는 중</translation>
    </message>
    <message>
        <source>Making the dataset</source>
        <translation>데이터셋 만드는 중</translation>
    </message>
    <message>
        <source>New Run</source>
        <translation>새로운 학습</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 목록</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습하는 중</translation>
    </message>
    <message>
        <source>View</source>
        <translation>보기</translation>
    </message>
    <message>
        <source>What Is Trained</source>
        <translation>학습할 내용</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Base model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>Left on automatic, an option follows base, preset and rows.</source>
        <translation>자동으로 둔 옵션은 기본 모델, 프리셋, 행에 따라 정해집니다.</translation>
    </message>
    <message>
        <source>Loads the base and tries a few iterations</source>
        <translation>기본 모델을 불러와 몇 번 반복해 봅니다</translation>
    </message>
    <message>
        <source>Measure Speed</source>
        <translation>속도 측정</translation>
    </message>
    <message>
        <source>Reset to Preset</source>
        <translation>프리셋으로 재설정</translation>
    </message>
    <message>
        <source>Resume Run {0}</source>
        <translation>학습 {0} 이어서 하기</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Several Macs</source>
        <translation>여러 Mac</translation>
    </message>
    <message>
        <source>Start Training</source>
        <translation>학습 시작</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>학습</translation>
    </message>
</context>
<context>
    <name>TrainedRow</name>
    <message>
        <source>Next row</source>
        <translation>다음 행</translation>
    </message>
    <message>
        <source>Previous row</source>
        <translation>이전 행</translation>
    </message>
    <message>
        <source>Prompt style</source>
        <translation>프롬프트 형식</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>The row as the base reads it</source>
        <translation>기본 모델이 읽는 그대로의 행</translation>
    </message>
    <message>
        <source>What stands in {0} brackets {1}, marked and underlined, is learned. The rest is only read.</source>
        <translation>{0} 괄호 {1} 안에 표시되고 밑줄 친 부분을 배웁니다. 나머지는 읽기만 합니다.</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>/ {0}</translation>
    </message>
    <message>
        <source>{0} (this dataset)</source>
        <translation>{0}(이 데이터셋)</translation>
    </message>
    <message>
        <source>{0} of {1} tokens are learned</source>
        <translation>토큰 {1}개 중 {0}개를 배웁니다</translation>
    </message>
</context>
<context>
    <name>TurnList</name>
    <message>
        <source>Conversation</source>
        <translation>대화</translation>
    </message>
    <message>
        <source>Show Earlier Questions</source>
        <translation>이전 질문 보기</translation>
    </message>
</context>
<context>
    <name>TurnWidget</name>
    <message>
        <source>Ask this again, with another seed</source>
        <translation>다른 시드로 다시 묻기</translation>
    </message>
    <message>
        <source>Ask “{0}” again</source>
        <translation>‘{0}’ 다시 묻기</translation>
    </message>
    <message>
        <source>Asked again</source>
        <translation>다시 물음</translation>
    </message>
    <message>
        <source>First token after {0} s</source>
        <translation>첫 토큰까지 {0}초</translation>
    </message>
    <message>
        <source>Shown without a vote.</source>
        <translation>투표 없이 공개했습니다.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>Was not asked.</source>
        <translation>질문하지 않았습니다.</translation>
    </message>
    <message>
        <source>Other runs</source>
        <translation>다른 학습</translation>
    </message>
    <message>
        <source>Waits for its turn…</source>
        <translation>차례를 기다리는 중…</translation>
    </message>
    <message>
        <source>You found all bad.</source>
        <translation>모두 나쁘다고 하셨습니다.</translation>
    </message>
    <message>
        <source>You found all good.</source>
        <translation>모두 좋다고 하셨습니다.</translation>
    </message>
    <message>
        <source>You found both bad.</source>
        <translation>둘 다 나쁘다고 하셨습니다.</translation>
    </message>
    <message>
        <source>You found both good.</source>
        <translation>둘 다 좋다고 하셨습니다.</translation>
    </message>
    <message>
        <source>You found the base model better.</source>
        <translation>기본 모델이 더 좋다고 하셨습니다.</translation>
    </message>
    <message>
        <source>You found the tuned model better.</source>
        <translation>학습된 모델이 더 좋다고 하셨습니다.</translation>
    </message>
    <message>
        <source>You found this best: {0}</source>
        <translation>가장 좋다고 하신 답변: {0}</translation>
    </message>
    <message>
        <source>{0} tokens</source>
        <translation>토큰 {0}개</translation>
    </message>
    <message>
        <source>{0} tokens/s</source>
        <translation>초당 토큰 {0}개</translation>
    </message>
</context>
<context>
    <name>VerdictCard</name>
    <message>
        <source>Against documents alone</source>
        <translation>문서만 쓸 때와 비교</translation>
    </message>
    <message>
        <source>Go</source>
        <translation>쓸 만함</translation>
    </message>
    <message>
        <source>How sure</source>
        <translation>얼마나 확실한가</translation>
    </message>
    <message>
        <source>Learned</source>
        <translation>배운 것</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>잃은 것</translation>
    </message>
    <message>
        <source>No difference</source>
        <translation>차이 없음</translation>
    </message>
    <message>
        <source>No-go</source>
        <translation>쓸 만하지 않음</translation>
    </message>
    <message>
        <source>Too few questions</source>
        <translation>질문이 너무 적음</translation>
    </message>
    <message>
        <source>What to try next</source>
        <translation>다음에 해 볼 일</translation>
    </message>
</context>
<context>
    <name>Workspace</name>
    <message>
        <source>Next: {0}</source>
        <translation>다음: {0}</translation>
    </message>
</context>
<context>
    <name>WriterChoice</name>
    <message>
        <source>Choose a GGUF File…</source>
        <translation>GGUF 파일 선택…</translation>
    </message>
    <message>
        <source>Choose a Writer</source>
        <translation>작성 모델 선택</translation>
    </message>
</context>
<context>
    <name>WritingCard</name>
    <message>
        <source>Advanced</source>
        <translation>고급</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>취소</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Coverage</source>
        <translation>반영 범위</translation>
    </message>
    <message>
        <source>Indexing</source>
        <translation>색인 만드는 중</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>일시 정지</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>일시 정지됨</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>계속</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>시작</translation>
    </message>
    <message>
        <source>Stopping after the pair in hand…</source>
        <translation>지금 작성하는 문답까지만 하고 멈추는 중…</translation>
    </message>
    <message>
        <source>Waits for “{0}”</source>
        <translation>‘{0}’ 작업을 기다리는 중</translation>
    </message>
    <message>
        <source>Writing pairs</source>
        <translation>문답 작성하는 중</translation>
    </message>
    <message>
        <source>{0} accepted, {1} rejected</source>
        <translation>채택 {0}, 거절 {1}</translation>
    </message>
    <message>
        <source>{0} of {1} facts covered</source>
        <translation>사실 {1}개 중 {0}개 반영</translation>
    </message>
</context>
<context>
    <name>WritingOptions</name>
    <message>
        <source>A chunk is a passage of a document, read and asked about as one.</source>
        <translation>청크는 한 번에 읽고 묻는 문서의 한 부분입니다.</translation>
    </message>
    <message>
        <source>A sample of</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>All {0}</source>
        <translation>{0}개 전체</translation>
    </message>
    <message>
        <source>All, balanced</source>
        <translation>전체, 고르게</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>Chunks</source>
        <translation>청크</translation>
    </message>
    <message>
        <source>Chunks in the sample</source>
        <translation>표본의 청크 수</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Kinds of questions</source>
        <translation>질문의 종류</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Lets a model say of each pair whether the source supports its answer.</source>
        <translation>출처가 답변을 뒷받침하는지 모델이 문답마다 판정하게 합니다.</translation>
    </message>
    <message>
        <source>None crowds out the others, as far as the text gives them.</source>
        <translation>텍스트가 허용하는 한 어느 종류도 치우치지 않습니다.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>The model that reads your documents and writes the pairs.</source>
        <translation>문서를 읽고 문답을 작성하는 모델입니다.</translation>
    </message>
    <message>
        <source>The writer itself</source>
        <translation>작성 모델 자체</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>작성 모델</translation>
    </message>
    <message>
        <source>none</source>
        <translation>없음</translation>
    </message>
</context>
<context>
    <name>WritingProgress</name>
    <message>
        <source>Opening the writer…</source>
        <translation>작성 모델 여는 중…</translation>
    </message>
    <message>
        <source>Progress of the writing</source>
        <translation>작성 진행률</translation>
    </message>
    <message>
        <source>{0} accepted, {1} rejected</source>
        <translation>채택 {0}, 거절 {1}</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 남음</translation>
    </message>
    <message>
        <source>{0} of {1} servers</source>
        <translation>서버 {1}대 중 {0}대</translation>
    </message>
    <message>
        <source>{0} pairs/min</source>
        <translation>분당 문답 {0}개</translation>
    </message>
    <message>
        <source>{0}: {1} replies/min</source>
        <translation>{0}: 분당 답 {1}개</translation>
    </message>
</context>
<context>
    <name>_Empty</name>
    <message>
        <source>No pairs yet</source>
        <translation>아직 문답이 없음</translation>
    </message>
    <message>
        <source>A pair is a question about your documents with its answer: models learn from pairs. Press Start to have them written; each is kept with the place that proves it.</source>
        <translation>문답은 문서에 대한 질문과 그 답변이며, 모델은 문답으로 배웁니다. ‘시작’을 누르면 문답이 작성되고, 근거가 되는 위치도 함께 남습니다.</translation>
    </message>
    <message>
        <source>The first pairs are on their way</source>
        <translation>첫 문답을 만드는 중입니다</translation>
    </message>
    <message>
        <source>They appear here as they are written.</source>
        <translation>작성되는 대로 여기에 표시됩니다.</translation>
    </message>
</context>
<context>
    <name>_Models</name>
    <message>
        <source>The only one it has</source>
        <translation>있는 것 하나</translation>
    </message>
</context>
<context>
    <name>_Nothing</name>
    <message>
        <source>No pair fits the filter.</source>
        <translation>필터에 맞는 문답이 없습니다.</translation>
    </message>
    <message>
        <source>Show All</source>
        <translation>모두 보기</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>Delete this conversation</source>
        <translation>이 대화 삭제</translation>
    </message>
    <message>
        <source>Delete “{0}”</source>
        <translation>‘{0}’ 삭제</translation>
    </message>
</context>
<context>
    <name>answers_file</name>
    <message>
        <source>Export Answers</source>
        <translation>답변 내보내기</translation>
    </message>
    <message>
        <source>Table for spreadsheets (*.csv);;JSON (*.json)</source>
        <translation>스프레드시트용 표 (*.csv);;JSON (*.json)</translation>
    </message>
</context>
<context>
    <name>areas_table</name>
    <message>
        <source>Of no kind</source>
        <translation>종류 없음</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Tuned against base</source>
        <translation>학습된 모델 대 기본 모델</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>어디</translation>
    </message>
</context>
<context>
    <name>catalogue</name>
    <message>
        <source>Chat: {0} of memory with all four sides, {1} at least</source>
        <translation>대화: 네 가지 모두 메모리 {0}, 최소 {1}</translation>
    </message>
    <message>
        <source>Fits this computer: needs {0} of {1} memory</source>
        <translation>이 컴퓨터에 맞음: 메모리 {1} 중 {0} 필요</translation>
    </message>
    <message>
        <source>Recommended</source>
        <translation>추천</translation>
    </message>
    <message>
        <source>Search: {0} of memory</source>
        <translation>검색: 메모리 {0}</translation>
    </message>
    <message>
        <source>Tight: needs {0} of {1} memory, so it is slower; close other programs</source>
        <translation>빠듯함: 메모리 {1} 중 {0}이 필요해 느려집니다. 다른 프로그램을 닫으십시오</translation>
    </message>
    <message>
        <source>Too large: needs {0} of memory, and this computer has {1}</source>
        <translation>너무 큼: 메모리 {0}이 필요한데 이 컴퓨터에는 {1}가 있습니다</translation>
    </message>
    <message>
        <source>Training: {0} of memory, {1} at least</source>
        <translation>학습: 메모리 {0}, 최소 {1}</translation>
    </message>
    <message>
        <source>Writing pairs: {0} of memory, {1} at least</source>
        <translation>문답 작성: 메모리 {0}, 최소 {1}</translation>
    </message>
    <message>
        <source>about {0}</source>
        <translation>약 {0}</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} 외 {1}개</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>compared_table</name>
    <message>
        <source>Base</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>데이터셋</translation>
    </message>
    <message>
        <source>No</source>
        <translation>아니요</translation>
    </message>
    <message>
        <source>Yes</source>
        <translation>예</translation>
    </message>
</context>
<context>
    <name>dataset_options</name>
    <message>
        <source>Alpaca: instruction, input, output (JSON)</source>
        <translation>Alpaca: instruction, input, output(JSON)</translation>
    </message>
    <message>
        <source>Chat messages, for mlx-lm and OpenAI (JSONL)</source>
        <translation>채팅 메시지, mlx-lm 및 OpenAI용(JSONL)</translation>
    </message>
    <message>
        <source>Parquet, as on Hugging Face</source>
        <translation>Parquet, Hugging Face 방식</translation>
    </message>
    <message>
        <source>Plain text in a prompt style (JSONL)</source>
        <translation>프롬프트 형식의 일반 텍스트(JSONL)</translation>
    </message>
    <message>
        <source>Prompt and completion (JSONL)</source>
        <translation>프롬프트와 완성(JSONL)</translation>
    </message>
    <message>
        <source>ShareGPT conversations (JSON)</source>
        <translation>ShareGPT 대화(JSON)</translation>
    </message>
    <message>
        <source>Spreadsheet (CSV)</source>
        <translation>스프레드시트(CSV)</translation>
    </message>
</context>
<context>
    <name>documents</name>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Locked</source>
        <translation>암호로 잠김</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>이름</translation>
    </message>
    <message>
        <source>Not read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Partly read</source>
        <translation>일부 읽음</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>State</source>
        <translation>상태</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>단어</translation>
    </message>
</context>
<context>
    <name>engine</name>
    <message>
        <source> (its folder is gone)</source>
        <translation>(폴더가 없습니다)</translation>
    </message>
    <message>
        <source> and {0} more</source>
        <translation>외 {0}개</translation>
    </message>
    <message>
        <source> that fits {0}</source>
        <translation>({0}에 맞는 파일)</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; asks for an amount, and the answer has none</source>
        <translation>‘{0}’은(는) 양을 묻는데 답변에 양이 없습니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; cannot be understood without the page</source>
        <translation>‘{0}’은(는) 페이지 없이 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; does not say whom or what</source>
        <translation>‘{0}’이(가) 누구 또는 무엇을 가리키는지 알 수 없습니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; does not say whose</source>
        <translation>‘{0}’이(가) 누구의 것인지 알 수 없습니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; goes on from something that was said before</source>
        <translation>‘{0}’은(는) 앞에서 말한 내용에 이어지는 말입니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; is no part of a subject</source>
        <translation>‘{0}’은(는) 주어의 일부가 아닙니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; speaks of what was said before</source>
        <translation>‘{0}’은(는) 앞에서 말한 것을 가리킵니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; stands there twice</source>
        <translation>‘{0}’이(가) 두 번 나옵니다</translation>
    </message>
    <message>
        <source>&apos;{0}&apos; stands twice in a row</source>
        <translation>‘{0}’이(가) 연달아 두 번 나옵니다</translation>
    </message>
    <message>
        <source>0 always takes the likeliest word.</source>
        <translation>0이면 항상 가장 가능성이 높은 단어를 고릅니다.</translation>
    </message>
    <message>
        <source>0 finds a free one.</source>
        <translation>0이면 비어 있는 포트를 찾습니다.</translation>
    </message>
    <message>
        <source>1 is none; counts words of the reply.</source>
        <translation>1이면 적용하지 않습니다. 답변에 나온 단어를 셉니다.</translation>
    </message>
    <message>
        <source>A GGUF file starts with the letters GGUF: the download may have failed, or it is another kind of model.</source>
        <translation>GGUF 파일은 GGUF라는 글자로 시작합니다. 다운로드에 실패했거나 다른 종류의 모델일 수 있습니다.</translation>
    </message>
    <message>
        <source>A GGUF file, or latent for vectors fitted to the documents themselves; by default as before, at first latent.</source>
        <translation>GGUF 파일 또는 latent(문서 자체에 맞춘 벡터). 기본값은 이전과 같으며 처음에는 latent입니다.</translation>
    </message>
    <message>
        <source>A backup of {0} MB is made first: free some space and open the project again.</source>
        <translation>먼저 {0}MB 크기의 백업을 만듭니다. 공간을 확보한 다음 프로젝트를 다시 여십시오.</translation>
    </message>
    <message>
        <source>A base is a folder with config.json, tokenizer files and *.safetensors, as mlx-lm makes them.</source>
        <translation>기본 모델은 mlx-lm이 만드는 것과 같이 config.json, 토크나이저 파일, *.safetensors가 있는 폴더입니다.</translation>
    </message>
    <message>
        <source>A base model is a folder with config.json, tokenizer files and *.safetensors, as mlx-lm makes them.</source>
        <translation>기본 모델은 mlx-lm이 만드는 것과 같이 config.json, 토크나이저 파일, *.safetensors가 있는 폴더입니다.</translation>
    </message>
    <message>
        <source>A character in line {0} is in another encoding: open the file in the program it is from and save it as UTF-8.</source>
        <translation>{0}번째 줄의 문자가 다른 인코딩으로 되어 있습니다. 파일을 만든 프로그램에서 열어 UTF-8로 저장하십시오.</translation>
    </message>
    <message>
        <source>A checkpoint cannot be read</source>
        <translation>체크포인트를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>A checkpoint is of another model</source>
        <translation>다른 모델의 체크포인트입니다</translation>
    </message>
    <message>
        <source>A hosts file needs two hosts at least</source>
        <translation>호스트 파일에는 호스트가 둘 이상 있어야 합니다</translation>
    </message>
    <message>
        <source>A hosts file: its machines share each batch.</source>
        <translation>호스트 파일: 여기에 적힌 컴퓨터들이 배치를 나누어 맡습니다.</translation>
    </message>
    <message>
        <source>A network that one has to sign in to may stand in between: sign in, or check HF_ENDPOINT.</source>
        <translation>로그인이 필요한 네트워크가 중간에 있을 수 있습니다. 로그인하거나 HF_ENDPOINT를 확인하십시오.</translation>
    </message>
    <message>
        <source>A number of the answer has another unit in the evidence.</source>
        <translation>답변의 숫자가 근거에서는 다른 단위로 나옵니다.</translation>
    </message>
    <message>
        <source>A page that takes longer is left out.</source>
        <translation>이보다 오래 걸리는 페이지는 제외됩니다.</translation>
    </message>
    <message>
        <source>A part of the answer speaks of things that the evidence does not have.</source>
        <translation>답변의 일부가 근거에 없는 내용을 말합니다.</translation>
    </message>
    <message>
        <source>A part of the model is missing or cut, as after a download that stopped: download it again.</source>
        <translation>다운로드가 중단된 경우처럼 모델의 일부가 없거나 잘렸습니다. 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>A prompt is too long to compare</source>
        <translation>프롬프트가 너무 길어서 비교할 수 없습니다</translation>
    </message>
    <message>
        <source>A qna.yaml of version 1 names the repository of its documents</source>
        <translation>버전 1의 qna.yaml에는 문서가 있는 저장소를 적어야 합니다</translation>
    </message>
    <message>
        <source>A reply of the writer has another form than it was told</source>
        <translation>작성 모델의 응답이 지정한 형식과 다릅니다</translation>
    </message>
    <message>
        <source>A reply of the writer was cut</source>
        <translation>작성 모델의 응답이 중간에 잘렸습니다</translation>
    </message>
    <message>
        <source>A reply took longer than {0} seconds: choose a smaller model, or close what else it does.</source>
        <translation>답변 하나에 {0}초보다 오래 걸렸습니다. 더 작은 모델을 고르거나 서버의 다른 작업을 닫으십시오.</translation>
    </message>
    <message>
        <source>A split by rows holds no sections out: --unseen is left aside.</source>
        <translation>행 단위로 나눌 때는 따로 떼어 둘 단락이 없으므로 미학습 비율을 무시합니다.</translation>
    </message>
    <message>
        <source>A text is too long for {0}</source>
        <translation>텍스트가 너무 깁니다: {0}</translation>
    </message>
    <message>
        <source>A trained fact was asked of the section, or has its evidence in it.</source>
        <translation>학습된 사실이 이 단락에서 나왔거나 근거가 이 단락에 있습니다.</translation>
    </message>
    <message>
        <source>A verdict needs {0} different facts at least; these were {1}.</source>
        <translation>판정하려면 서로 다른 사실이 적어도 {0}개 필요하지만 {1}개뿐이었습니다.</translation>
    </message>
    <message>
        <source>A word is no word: shuffled or repeated letters, broken characters.</source>
        <translation>뒤섞이거나 반복된 글자, 깨진 문자 등 단어가 아닌 것이 있습니다.</translation>
    </message>
    <message>
        <source>A writer is a GGUF file of an Instruct or Chat model; a base is a folder with config.json and *.safetensors.</source>
        <translation>작성 모델은 Instruct 또는 Chat 모델의 GGUF 파일이고, 기본 모델은 config.json과 *.safetensors가 있는 폴더입니다.</translation>
    </message>
    <message>
        <source>Accumulation.</source>
        <translation>누적.</translation>
    </message>
    <message>
        <source>AdamW&apos;s usual</source>
        <translation>AdamW의 일반적인 값</translation>
    </message>
    <message>
        <source>Adapt the token embeddings as well.</source>
        <translation>토큰 임베딩도 조정합니다.</translation>
    </message>
    <message>
        <source>Add a document first: hone ingest PROJECT FILE.pdf</source>
        <translation>먼저 문서 페이지에서 문서를 추가하십시오.</translation>
    </message>
    <message>
        <source>Add a document first: hone ingest {0} FILE.pdf</source>
        <translation>먼저 문서 페이지에서 문서를 추가하십시오.</translation>
    </message>
    <message>
        <source>Add a document with text in it.</source>
        <translation>텍스트가 있는 문서를 추가하십시오.</translation>
    </message>
    <message>
        <source>Add base and tuned to the sides.</source>
        <translation>base와 tuned를 함께 지정하십시오.</translation>
    </message>
    <message>
        <source>Add: --stage answer</source>
        <translation>답변 단계를 선택하십시오.</translation>
    </message>
    <message>
        <source>Added to the prompts (chat writers).</source>
        <translation>프롬프트에 추가됩니다(대화 작성 모델).</translation>
    </message>
    <message>
        <source>Address of the git repository with the documents.</source>
        <translation>문서가 있는 git 저장소의 주소입니다.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>다시</translation>
    </message>
    <message>
        <source>All have turns before the question, which this format cannot hold: choose chat or sharegpt.</source>
        <translation>모두 질문 앞에 다른 대화가 있어서 이 형식에 담을 수 없습니다. chat 또는 sharegpt를 선택하십시오.</translation>
    </message>
    <message>
        <source>All {0} pages are</source>
        <translation>{0}개 페이지가 모두</translation>
    </message>
    <message>
        <source>All {0} pages are a picture or blank, most likely a scan.</source>
        <translation>{0}개 페이지가 모두 그림이거나 비어 있으며 스캔일 가능성이 높습니다.</translation>
    </message>
    <message>
        <source>Allow longer rows if the machine has the memory.</source>
        <translation>메모리가 넉넉하면 더 긴 행을 허용하세요.</translation>
    </message>
    <message>
        <source>An adapter works only with the model that it was trained on: choose a whole model.</source>
        <translation>어댑터는 학습에 사용한 모델과 함께 있어야 작동합니다. 온전한 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>An adapter works only with the model that it was trained on: choose that model&apos;s folder.</source>
        <translation>어댑터는 학습에 사용한 모델과 함께 있어야 작동합니다. 그 모델의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Another fact is asked for in nearly the same words.</source>
        <translation>다른 사실을 거의 같은 말로 묻고 있습니다.</translation>
    </message>
    <message>
        <source>Another program listens there: choose another port, or 0 for a free one.</source>
        <translation>다른 프로그램이 쓰고 있습니다: 다른 포트를 고르거나, 비어 있는 포트를 찾도록 0을 고르십시오.</translation>
    </message>
    <message>
        <source>Another window or terminal does it: wait, or stop it there.</source>
        <translation>다른 창이나 터미널에서 다운로드하는 중입니다. 기다리거나 그곳에서 중단하십시오.</translation>
    </message>
    <message>
        <source>Another wording of the same fact is the same.</source>
        <translation>같은 사실을 묻는 다른 표현과 같습니다.</translation>
    </message>
    <message>
        <source>Answer field</source>
        <translation>답변 필드</translation>
    </message>
    <message>
        <source>Anyway.</source>
        <translation>그래도 다운로드.</translation>
    </message>
    <message>
        <source>Apple Vision says: no reason</source>
        <translation>Apple Vision 메시지: 이유 없음</translation>
    </message>
    <message>
        <source>As in &quot;ips&quot;: [&quot;10.0.0.2&quot;].</source>
        <translation>예: &quot;ips&quot;: [&quot;10.0.0.2&quot;].</translation>
    </message>
    <message>
        <source>As in training.</source>
        <translation>학습할 때와 같습니다.</translation>
    </message>
    <message>
        <source>As mlx.launch reads it.</source>
        <translation>mlx.launch가 읽는 형식입니다.</translation>
    </message>
    <message>
        <source>Ask again.</source>
        <translation>다시 묻기.</translation>
    </message>
    <message>
        <source>Ask both the base and the tuned model.</source>
        <translation>기본 모델과 학습된 모델 모두에 물으십시오.</translation>
    </message>
    <message>
        <source>Ask first: hone generate PROJECT --stage ask</source>
        <translation>먼저 질문 단계를 실행하십시오.</translation>
    </message>
    <message>
        <source>Ask more questions: make the dataset with more held-out wordings, or write a file of questions.</source>
        <translation>질문을 더 하십시오. 학습에서 뺀 표현을 늘려 데이터셋을 만들거나 질문 파일을 작성하십시오.</translation>
    </message>
    <message>
        <source>Ask only where no pair is accepted yet, in other words and with another seed each time.</source>
        <translation>아직 채택된 문답이 없는 곳에 대해서만, 매번 다른 말과 다른 시드로 질문합니다.</translation>
    </message>
    <message>
        <source>Ask something, for example about a number in your document.</source>
        <translation>예를 들어 문서에 있는 숫자에 대해 질문해 보십시오.</translation>
    </message>
    <message>
        <source>Ask the base twice.</source>
        <translation>기본 모델에 두 번 묻기</translation>
    </message>
    <message>
        <source>Ask the trained questions too: whether they are answered tells if the base can hold the facts.</source>
        <translation>학습한 질문도 물으십시오. 그 답을 보면 기본 모델이 사실을 담을 수 있는지 알 수 있습니다.</translation>
    </message>
    <message>
        <source>Asked by a chat writer; the starter asks about every sentence.</source>
        <translation>대화 작성 모델이 묻는 개수입니다. 스타터는 모든 문장에 대해 질문합니다.</translation>
    </message>
    <message>
        <source>Asked were {0} questions about {1} facts.</source>
        <translation>사실 {1}개에 대해 질문 {0}개를 했습니다.</translation>
    </message>
    <message>
        <source>Asked with the whole document at hand, the writer points at another sentence.</source>
        <translation>문서 전체를 두고 물으면 작성 모델이 다른 문장을 가리킵니다.</translation>
    </message>
    <message>
        <source>Asking {0} Macs whether they are ready.</source>
        <translation>Mac {0}대가 준비되었는지 묻습니다.</translation>
    </message>
    <message>
        <source>Asks those of train as well, scored apart.</source>
        <translation>학습 문답도 질문하고 점수를 따로 매깁니다.</translation>
    </message>
    <message>
        <source>Asks what else the base can do, to see what was lost.</source>
        <translation>기본 모델이 할 수 있던 다른 일도 물어 무엇을 잃었는지 봅니다.</translation>
    </message>
    <message>
        <source>At commit {0} it has {1} files{2}. Look at the pattern again.</source>
        <translation>커밋 {0}에는 파일 {1}개{2}가 있습니다. 패턴을 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>At least one prompt is needed to compare the two runtimes.</source>
        <translation>두 실행 환경을 비교하려면 프롬프트가 하나 이상 필요합니다.</translation>
    </message>
    <message>
        <source>At most.</source>
        <translation>최대.</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Base and tuned model are always asked</source>
        <translation>기본 모델과 학습된 모델에는 항상 묻습니다</translation>
    </message>
    <message>
        <source>Base and tuned model have to answer the same questions.</source>
        <translation>기본 모델과 학습된 모델이 같은 질문에 답해야 합니다.</translation>
    </message>
    <message>
        <source>Base model.</source>
        <translation>기본 모델.</translation>
    </message>
    <message>
        <source>Batch size.</source>
        <translation>배치 크기.</translation>
    </message>
    <message>
        <source>Batch sizes.</source>
        <translation>배치 크기들.</translation>
    </message>
    <message>
        <source>Batches for one iteration.</source>
        <translation>한 번 반복할 때의 배치 수입니다.</translation>
    </message>
    <message>
        <source>Below knowledge/ and compositional_skills/; by default the project&apos;s name.</source>
        <translation>knowledge/ 및 compositional_skills/ 아래의 경로입니다. 기본값은 프로젝트의 이름입니다.</translation>
    </message>
    <message>
        <source>Beside.</source>
        <translation>덧붙이기.</translation>
    </message>
    <message>
        <source>Best by.</source>
        <translation>최고 선택 기준.</translation>
    </message>
    <message>
        <source>Better than retrieval alone.</source>
        <translation>찾아보기만 하는 것보다 낫습니다.</translation>
    </message>
    <message>
        <source>Bits.</source>
        <translation>비트.</translation>
    </message>
    <message>
        <source>Bring Hone up to date, then read it again.</source>
        <translation>Hone을 최신 버전으로 바꾼 뒤 다시 읽으십시오.</translation>
    </message>
    <message>
        <source>By default an unfinished one with these options.</source>
        <translation>기본값은 이 옵션으로 끝나지 않은 것입니다.</translation>
    </message>
    <message>
        <source>By default an unfinished run with these options.</source>
        <translation>기본값은 같은 옵션으로 끝나지 않은 학습입니다.</translation>
    </message>
    <message>
        <source>By default beside the run&apos;s adapter.</source>
        <translation>기본값은 학습의 어댑터 옆입니다.</translation>
    </message>
    <message>
        <source>By default that of the model, with the bits.</source>
        <translation>기본값은 모델 이름에 비트를 붙인 것입니다.</translation>
    </message>
    <message>
        <source>By default the dataset&apos;s, or alpaca.</source>
        <translation>기본값은 데이터셋의 형식 또는 alpaca입니다.</translation>
    </message>
    <message>
        <source>By default the newest.</source>
        <translation>기본값은 가장 최근 것입니다.</translation>
    </message>
    <message>
        <source>By default the votes on all runs.</source>
        <translation>기본값은 모든 학습에 대한 투표입니다.</translation>
    </message>
    <message>
        <source>By wordings trains every fact and holds out other wordings of it; by rows is for imported datasets; auto chooses.</source>
        <translation>표현 단위는 모든 사실을 학습하고 다른 표현을 떼어 둡니다. 행 단위는 가져온 데이터셋에 사용합니다. 자동은 알아서 선택합니다.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>Chat, completions or text JSON lines, Alpaca or ShareGPT JSON, CSV, Parquet, or a qna.yaml.</source>
        <translation>chat, completions 또는 text JSON Lines, Alpaca 또는 ShareGPT JSON, CSV, Parquet 또는 qna.yaml입니다.</translation>
    </message>
    <message>
        <source>Check</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>Check HF_ENDPOINT in the environment, or take it out.</source>
        <translation>환경 변수 HF_ENDPOINT를 확인하거나 지우십시오.</translation>
    </message>
    <message>
        <source>Check that train and valid rows are alike, and halve the learning rate.</source>
        <translation>학습 행과 검증 행이 비슷한지 확인하고, 학습률을 절반으로 줄이세요.</translation>
    </message>
    <message>
        <source>Check the connection under Several Macs on the page Train, or with hone hosts: each says why.</source>
        <translation>학습 페이지의 여러 Mac에서 연결을 확인하십시오. Mac마다 까닭을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Check the network, then download it again: it goes on where it stopped. The starter models work without.</source>
        <translation>네트워크를 확인한 뒤 다시 다운로드하십시오. 멈춘 곳부터 이어집니다. 스타터는 네트워크 없이도 작동합니다.</translation>
    </message>
    <message>
        <source>Check the path of the dataset.</source>
        <translation>데이터셋의 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>Checking {0}.</source>
        <translation>{0} 확인 중.</translation>
    </message>
    <message>
        <source>Checkpoint every.</source>
        <translation>체크포인트 간격.</translation>
    </message>
    <message>
        <source>Choose a chat model that knows {0}, for example Qwen3-4B-Instruct-2507 as GGUF: hone generate PROJECT --writer FILE.gguf</source>
        <translation>{0}을(를) 아는 대화 모델을 선택하십시오. 예: Qwen3-4B-Instruct-2507의 GGUF 파일.</translation>
    </message>
    <message>
        <source>Choose a new or empty folder with --out.</source>
        <translation>새 폴더나 빈 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a number from {0} to {1}.</source>
        <translation>{0}에서 {1} 사이의 숫자를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose an embedding model in the GGUF format.</source>
        <translation>GGUF 형식의 임베딩 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose another judge: the path of a GGUF chat model.</source>
        <translation>GGUF 대화 모델을 다른 판정 모델로 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose another name, or delete that model.</source>
        <translation>다른 이름을 선택하거나 그 모델을 삭제하십시오.</translation>
    </message>
    <message>
        <source>Choose another name, or open it as a project.</source>
        <translation>다른 이름을 선택하거나 프로젝트로 여십시오.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>다른 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose another prompt style for the dataset: hone dataset PROJECT --style alpaca</source>
        <translation>데이터셋에 alpaca와 같은 다른 프롬프트 형식을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose at most {0}, half of a chunk.</source>
        <translation>청크의 절반인 {0} 이하로 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose of {0}.</source>
        <translation>다음 중에서 선택하십시오: {0}.</translation>
    </message>
    <message>
        <source>Choose one of letters, digits, dots and hyphens.</source>
        <translation>영문자, 숫자, 마침표, 하이픈으로 된 이름을 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose one of the files in it, for instance {0}.</source>
        <translation>그 안의 파일 중 하나를 선택하십시오. 예: {0}.</translation>
    </message>
    <message>
        <source>Choose one of {0}.</source>
        <translation>다음 중 하나를 선택하십시오: {0}.</translation>
    </message>
    <message>
        <source>Choose one that has an adapter, or train another.</source>
        <translation>어댑터가 있는 학습을 선택하거나, 새로 학습하십시오.</translation>
    </message>
    <message>
        <source>Choose the folder in which it lies, with config.json beside it.</source>
        <translation>이 파일과 config.json이 함께 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose the method lora, which is QLoRA for such a base, or a base in 16 bits.</source>
        <translation>이런 기본 모델의 QLoRA인 lora 방식을 선택하거나 16비트 기본 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Chunk size</source>
        <translation>청크 크기</translation>
    </message>
    <message>
        <source>Clone it with git yourself, and name the folder instead.</source>
        <translation>git으로 직접 복제한 다음 그 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Commit</source>
        <translation>커밋</translation>
    </message>
    <message>
        <source>Conversation.</source>
        <translation>대화.</translation>
    </message>
    <message>
        <source>Copy it: rsync -a {0} {1}:{2}/</source>
        <translation>복사하십시오: rsync -a {0} {1}:{2}/</translation>
    </message>
    <message>
        <source>Copy or download the model again.</source>
        <translation>모델을 다시 복사하거나 다운로드하십시오.</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>작성자</translation>
    </message>
    <message>
        <source>Cues.</source>
        <translation>단서.</translation>
    </message>
    <message>
        <source>Dense models of the Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi and EXAONE families work.</source>
        <translation>Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi, EXAONE 계열의 밀집 모델은 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>Dimensions.</source>
        <translation>차원.</translation>
    </message>
    <message>
        <source>Do you mean {0}?</source>
        <translation>{0}을(를) 찾으십니까?</translation>
    </message>
    <message>
        <source>Document</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>분야</translation>
    </message>
    <message>
        <source>Download it even if this machine has too little memory for it.</source>
        <translation>이 컴퓨터의 메모리가 모자라도 다운로드합니다.</translation>
    </message>
    <message>
        <source>Draw from the likeliest words with this share.</source>
        <translation>가장 가능성이 높은 단어부터 이 비율까지에서 고릅니다.</translation>
    </message>
    <message>
        <source>Dropout.</source>
        <translation>드롭아웃.</translation>
    </message>
    <message>
        <source>Dropouts.</source>
        <translation>드롭아웃들.</translation>
    </message>
    <message>
        <source>Each is written as &quot;NAME=value&quot;.</source>
        <translation>하나하나 &quot;이름=값&quot;으로 씁니다.</translation>
    </message>
    <message>
        <source>Each line is an object such as {&quot;pair&quot;: 1, &quot;question&quot;: &quot;...&quot;}.</source>
        <translation>각 줄은 {&quot;pair&quot;: 1, &quot;question&quot;: &quot;...&quot;}와 같은 객체입니다.</translation>
    </message>
    <message>
        <source>Edited questions</source>
        <translation>편집한 질문</translation>
    </message>
    <message>
        <source>Edited questions belong to the answer stage</source>
        <translation>편집한 질문은 답변 단계에서 사용합니다</translation>
    </message>
    <message>
        <source>Embedding model.</source>
        <translation>임베딩 모델.</translation>
    </message>
    <message>
        <source>Embeddings.</source>
        <translation>임베딩.</translation>
    </message>
    <message>
        <source>Epochs and iterations say the same</source>
        <translation>에포크와 반복 횟수는 같은 것을 정합니다</translation>
    </message>
    <message>
        <source>Epochs.</source>
        <translation>에포크.</translation>
    </message>
    <message>
        <source>Estimate.</source>
        <translation>예상.</translation>
    </message>
    <message>
        <source>Evaluate every.</source>
        <translation>평가 간격.</translation>
    </message>
    <message>
        <source>Evaluations without a better result before it stops; 0 never does.</source>
        <translation>나아지지 않는 평가가 이만큼 이어지면 멈춥니다. 0이면 멈추지 않습니다.</translation>
    </message>
    <message>
        <source>Exam {0} is not finished</source>
        <translation>시험 {0}이(가) 끝나지 않았습니다</translation>
    </message>
    <message>
        <source>Exam.</source>
        <translation>시험.</translation>
    </message>
    <message>
        <source>Examples</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>Exams.</source>
        <translation>시험.</translation>
    </message>
    <message>
        <source>Expected is what hone report PROJECT --json FILE wrote.</source>
        <translation>JSON으로 쓴 시험 보고서여야 합니다.</translation>
    </message>
    <message>
        <source>Expected is {0}.</source>
        <translation>필요한 값: {0}.</translation>
    </message>
    <message>
        <source>Fetch it first: hone models download {0}</source>
        <translation>먼저 모델 페이지에서 다운로드하십시오: {0}</translation>
    </message>
    <message>
        <source>Fetching {0}</source>
        <translation>가져오는 중: {0}</translation>
    </message>
    <message>
        <source>File</source>
        <translation>파일</translation>
    </message>
    <message>
        <source>File of questions.</source>
        <translation>질문 파일.</translation>
    </message>
    <message>
        <source>Files (PDF, Word, PowerPoint, EPUB, web page, text), folders, or git repositories as URL@COMMIT.</source>
        <translation>파일(PDF, Word, PowerPoint, EPUB, 웹 페이지, 텍스트), 폴더 또는 URL@COMMIT 형식의 git 저장소입니다.</translation>
    </message>
    <message>
        <source>Files of that form can run programs when they are read, so Hone reads none: get the model with *.safetensors.</source>
        <translation>그런 형식의 파일은 읽을 때 프로그램을 실행할 수 있어서 Hone은 읽지 않습니다. *.safetensors로 된 모델을 구하십시오.</translation>
    </message>
    <message>
        <source>Fill the gaps</source>
        <translation>빈 곳 채우기</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>폴더</translation>
    </message>
    <message>
        <source>Folder for a GGUF.</source>
        <translation>GGUF를 저장할 폴더.</translation>
    </message>
    <message>
        <source>Folder for the MLX model.</source>
        <translation>MLX 모델을 저장할 폴더.</translation>
    </message>
    <message>
        <source>Folder for the adapter.</source>
        <translation>어댑터를 저장할 폴더.</translation>
    </message>
    <message>
        <source>Folder for the dataset.</source>
        <translation>데이터셋을 저장할 폴더.</translation>
    </message>
    <message>
        <source>Folder of an MLX model: its tokenizer and chat template are used.</source>
        <translation>토크나이저와 채팅 템플릿을 사용할 MLX 모델의 폴더입니다.</translation>
    </message>
    <message>
        <source>Folder.</source>
        <translation>폴더.</translation>
    </message>
    <message>
        <source>For all runs together; by default 30.</source>
        <translation>모든 학습을 합한 시간입니다. 기본값은 30입니다.</translation>
    </message>
    <message>
        <source>For other programs.</source>
        <translation>다른 프로그램용입니다.</translation>
    </message>
    <message>
        <source>Format of the dataset.</source>
        <translation>데이터셋 형식.</translation>
    </message>
    <message>
        <source>Free some space and train again: the run goes on.</source>
        <translation>공간을 비우고 다시 학습하십시오: 실행이 이어집니다.</translation>
    </message>
    <message>
        <source>General questions that come with Hone, as a share of the trained rows: a base that knows more than your documents forgets less of it. Nothing for the starter, which knows nothing else.</source>
        <translation>Hone과 함께 제공되는 일반 질문을 학습 행에 섞는 비율입니다. 문서보다 많은 것을 아는 기본 모델이 아는 것을 덜 잊습니다. 그 밖에 아는 것이 없는 스타터에는 필요 없습니다.</translation>
    </message>
    <message>
        <source>Give --repo ADDRESS and --commit COMMIT, or write version 3.</source>
        <translation>저장소 주소와 커밋을 지정하거나 버전 3을 선택하십시오.</translation>
    </message>
    <message>
        <source>Give a branch, tag or commit with --base; by default it is HEAD.</source>
        <translation>비교할 브랜치, 태그 또는 커밋을 지정하십시오. 기본값은 HEAD입니다.</translation>
    </message>
    <message>
        <source>Give a folder; the exported file gets its name by itself.</source>
        <translation>폴더를 지정하십시오. 내보낸 파일의 이름은 자동으로 정해집니다.</translation>
    </message>
    <message>
        <source>Give a passage of one page word for word, as it is read there.</source>
        <translation>한 페이지의 구절을 거기에 있는 그대로 적으십시오.</translation>
    </message>
    <message>
        <source>Give it as http://localhost:8080/v1, and the key in HONE_API_KEY or the keychain.</source>
        <translation>http://localhost:8080/v1처럼 쓰고, 키는 HONE_API_KEY나 키체인에 두십시오.</translation>
    </message>
    <message>
        <source>Give it as http://localhost:8080/v1.</source>
        <translation>http://localhost:8080/v1처럼 쓰십시오.</translation>
    </message>
    <message>
        <source>Give it one that ssh knows, as &quot;ssh&quot;. docs/several-macs.md shows one; mlx.distributed_config writes it.</source>
        <translation>ssh가 아는 이름을 &quot;ssh&quot;에 적으십시오. docs/several-macs.md에 예가 있고, mlx.distributed_config가 써 줍니다.</translation>
    </message>
    <message>
        <source>Give it some words, or reject the pair.</source>
        <translation>내용을 입력하거나 문답을 거절하십시오.</translation>
    </message>
    <message>
        <source>Give one file of it: hone import PROJECT FILE</source>
        <translation>그 안의 파일 하나를 지정하십시오.</translation>
    </message>
    <message>
        <source>Give one with letters of a to z: --path science/animals/otters</source>
        <translation>a부터 z까지의 글자로 된 경로를 지정하십시오. 예: science/animals/otters</translation>
    </message>
    <message>
        <source>Give several values of a few options: 2 to {0} runs.</source>
        <translation>몇 가지 옵션에 값을 여러 개 지정하십시오. 학습은 2~{0}개여야 합니다.</translation>
    </message>
    <message>
        <source>Give the address of an OpenAI-compatible server (llama-server, Ollama, LM Studio, vLLM), up to /v1.</source>
        <translation>OpenAI 호환 서버(llama-server, Ollama, LM Studio, vLLM)의 주소를 /v1까지 쓰십시오.</translation>
    </message>
    <message>
        <source>Give the folder that holds knowledge/ or its like.</source>
        <translation>knowledge/ 등이 들어 있는 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>Give the one that opens it (at the command line after --password).</source>
        <translation>문서를 여는 암호를 입력하십시오.</translation>
    </message>
    <message>
        <source>Give the path of a GGUF chat model, or the address of an OpenAI-compatible server.</source>
        <translation>GGUF 대화 모델의 경로나 OpenAI 호환 서버의 주소를 쓰십시오.</translation>
    </message>
    <message>
        <source>Give values of one of them.</source>
        <translation>둘 중 하나에만 값을 지정하십시오.</translation>
    </message>
    <message>
        <source>Grades the replies: off, the path of a GGUF chat model, or the address of an OpenAI-compatible server.</source>
        <translation>답변을 채점합니다. off, GGUF 채팅 모델의 경로 또는 OpenAI 호환 서버의 주소입니다.</translation>
    </message>
    <message>
        <source>Hone does not start on {0}</source>
        <translation>{0}에서 Hone이 시작되지 않습니다</translation>
    </message>
    <message>
        <source>Hone is not installed on {0}</source>
        <translation>{0}에 Hone이 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Hone reads PDF, Word (.docx), PowerPoint (.pptx), EPUB, web pages, Markdown, plain text and pictures. Save it as one of these from the program it belongs to, or print it as PDF.</source>
        <translation>Hone은 PDF, Word(.docx), PowerPoint(.pptx), EPUB, 웹 페이지, Markdown, 일반 텍스트와 그림을 읽습니다. 원래 프로그램에서 이 중 하나로 저장하거나 PDF로 저장하십시오.</translation>
    </message>
    <message>
        <source>Hone reads files up to {0} GB: split it.</source>
        <translation>Hone은 {0}GB까지의 파일을 읽습니다. 파일을 나누십시오.</translation>
    </message>
    <message>
        <source>Hone reads pictures up to {0} MB.</source>
        <translation>Hone은 {0}MB까지의 그림을 읽습니다.</translation>
    </message>
    <message>
        <source>Hone reads text files up to {0} MB: split it.</source>
        <translation>Hone은 {0}MB까지의 텍스트 파일을 읽습니다. 파일을 나누십시오.</translation>
    </message>
    <message>
        <source>Hone trains models in 16 or 32 bits, or that MLX put into few; what others took away does not come back. Get the same model in 16 bits, or in the MLX form.</source>
        <translation>Hone은 16비트나 32비트 모델, 또는 MLX가 적은 비트로 줄인 모델을 학습합니다. 다른 프로그램이 줄이면서 잃은 정보는 되돌릴 수 없습니다. 같은 모델의 16비트 버전이나 MLX 형식을 구하십시오.</translation>
    </message>
    <message>
        <source>Hone writes what llama.cpp is known to read in the same way, and {0}. Export the MLX folder instead, or choose another base model.</source>
        <translation>Hone은 llama.cpp가 똑같이 읽는다고 확인된 것만 저장합니다. 그런데 {0}. 대신 MLX 폴더를 내보내거나 다른 기본 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Hosts file.</source>
        <translation>호스트 파일.</translation>
    </message>
    <message>
        <source>Hosts file: &quot;envs&quot; has to be a list of texts</source>
        <translation>호스트 파일: &quot;envs&quot;는 텍스트 목록이어야 합니다</translation>
    </message>
    <message>
        <source>Hosts file: &quot;ips&quot; of {0} has to be a list of addresses</source>
        <translation>호스트 파일: {0}의 &quot;ips&quot;는 주소 목록이어야 합니다</translation>
    </message>
    <message>
        <source>Hosts file: &quot;rdma&quot; of {0} does not fit {1} hosts</source>
        <translation>호스트 파일: {0}의 &quot;rdma&quot;가 호스트 {1}개와 맞지 않습니다</translation>
    </message>
    <message>
        <source>Hosts file: host {0} has no name</source>
        <translation>호스트 파일: 호스트 {0}에 이름이 없습니다</translation>
    </message>
    <message>
        <source>Hosts file: the first host is {0}, which is not this Mac</source>
        <translation>호스트 파일: 첫 호스트 {0}은(는) 이 Mac이 아닙니다</translation>
    </message>
    <message>
        <source>Hosts file: {0} cannot be understood</source>
        <translation>호스트 파일: {0}을(를) 이해할 수 없습니다</translation>
    </message>
    <message>
        <source>Hosts file: {0} has no address</source>
        <translation>호스트 파일: {0}에 주소가 없습니다</translation>
    </message>
    <message>
        <source>Hosts file: {0} is no backend</source>
        <translation>호스트 파일: {0}은(는) 백엔드가 아닙니다</translation>
    </message>
    <message>
        <source>How many are answered at each evaluation, for you to look at.</source>
        <translation>평가할 때마다 몇 개에 답하게 하여 보여 줄지입니다.</translation>
    </message>
    <message>
        <source>How many of the last blocks learn.</source>
        <translation>마지막 블록 중 몇 개를 학습할지 정합니다.</translation>
    </message>
    <message>
        <source>How many of the last blocks learn; -1 is all.</source>
        <translation>마지막 블록 중 몇 개를 학습할지 정합니다. -1은 전체입니다.</translation>
    </message>
    <message>
        <source>How much time to take for a run.</source>
        <translation>한 학습에 시간을 얼마나 들일지 정합니다.</translation>
    </message>
    <message>
        <source>How much time to take for it.</source>
        <translation>얼마나 오래 학습할지 정합니다.</translation>
    </message>
    <message>
        <source>If it knows more, then by less than {0} points, and nothing was surely lost.</source>
        <translation>더 안다 해도 {0}점보다 적게 알며, 확실히 잃은 것은 없습니다.</translation>
    </message>
    <message>
        <source>Import a qna.yaml of a skill, whose seed examples have a question, perhaps a context, and an answer: hone import PROJECT qna.yaml</source>
        <translation>질문과 답변, 필요하면 맥락이 있는 예시 문답이 담긴 기술용 qna.yaml을 가져오십시오.</translation>
    </message>
    <message>
        <source>Import it in parts.</source>
        <translation>나누어서 가져오십시오.</translation>
    </message>
    <message>
        <source>In 95 of 100 such exams the interval from {0} to {1} points holds the true difference.</source>
        <translation>이런 시험 100번 중 95번은 {0}점에서 {1}점까지의 구간에 실제 차이가 들어 있습니다.</translation>
    </message>
    <message>
        <source>In full precision.</source>
        <translation>전체 정밀도로 저장합니다.</translation>
    </message>
    <message>
        <source>In tokens, of a chat writer.</source>
        <translation>토큰 단위이며 대화 작성 모델에 적용됩니다.</translation>
    </message>
    <message>
        <source>In tokens.</source>
        <translation>토큰 단위입니다.</translation>
    </message>
    <message>
        <source>In tokens; by default what the longest reference needs.</source>
        <translation>토큰 단위입니다. 기본값은 가장 긴 모범 답변에 필요한 길이입니다.</translation>
    </message>
    <message>
        <source>In tokens; longer rows are left out.</source>
        <translation>토큰 단위입니다. 더 긴 행은 제외됩니다.</translation>
    </message>
    <message>
        <source>Input field</source>
        <translation>입력 필드</translation>
    </message>
    <message>
        <source>Instead of epochs.</source>
        <translation>에포크 대신 사용합니다.</translation>
    </message>
    <message>
        <source>Instead of epochs; 0 leaves the base as it is.</source>
        <translation>에폭 대신 정합니다. 0이면 기본 모델을 그대로 둡니다.</translation>
    </message>
    <message>
        <source>It answers every question word for word as the base does.</source>
        <translation>모든 질문에 기본 모델과 글자 하나 다르지 않게 답합니다.</translation>
    </message>
    <message>
        <source>It answers otherwise than the base, and no more often right.</source>
        <translation>기본 모델과 다르게 답하지만 더 자주 맞지는 않습니다.</translation>
    </message>
    <message>
        <source>It answers with status {0}. Try again later: it goes on where it stopped.</source>
        <translation>응답 상태는 {0}입니다. 나중에 다시 시도하십시오. 멈춘 곳부터 이어집니다.</translation>
    </message>
    <message>
        <source>It answers with status {0}: {1}. Look at what it prints, and try again.</source>
        <translation>상태 {0}(으)로 응답합니다: {1}. 서버가 출력한 내용을 보고 다시 해 보십시오.</translation>
    </message>
    <message>
        <source>It asks about sentences only: edit the pair by hand, or name a chat model: --writer FILE.gguf</source>
        <translation>문장에 대해서만 질문합니다. 문답을 직접 편집하거나 대화 모델을 작성 모델로 선택하십시오.</translation>
    </message>
    <message>
        <source>It can be trained as it is: choose it as the base model.</source>
        <translation>그대로 학습할 수 있습니다. 기본 모델로 선택하십시오.</translation>
    </message>
    <message>
        <source>It can only be read by a program in its folder, and Hone runs no code that comes with a model. Dense models of the Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi and EXAONE families work.</source>
        <translation>폴더에 있는 프로그램으로만 읽을 수 있는 모델인데, Hone은 모델에 딸려 오는 코드를 실행하지 않습니다. Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi, EXAONE 계열의 밀집 모델은 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>It could not be opened ({0}). Get a fresh copy, or open it in another program and save it as PDF again.</source>
        <translation>열 수 없습니다({0}). 새 사본을 구하거나 다른 프로그램에서 열어 다시 PDF로 저장하십시오.</translation>
    </message>
    <message>
        <source>It could not be opened ({0}). Get a fresh copy, or open it in its own program and save it again.</source>
        <translation>열 수 없습니다({0}). 새 사본을 구하거나 원래 프로그램에서 열어 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>It declares XML entities, which no program writes and attackers do. Do not open it.</source>
        <translation>XML 엔티티를 선언하고 있습니다. 일반 프로그램은 쓰지 않고 공격자가 쓰는 것입니다. 열지 마십시오.</translation>
    </message>
    <message>
        <source>It does not tell which ones it has: give the name of one.</source>
        <translation>서버가 어떤 모델이 있는지 알려 주지 않습니다. 모델 이름을 쓰십시오.</translation>
    </message>
    <message>
        <source>It ended by {0}: allow more tokens.</source>
        <translation>{0} 때문에 끝났습니다. 토큰을 더 허용하십시오.</translation>
    </message>
    <message>
        <source>It ended with {0} {1}: most likely the file is damaged. {2}.</source>
        <translation>{0} {1}(으)로 끝났습니다. 파일이 손상되었을 가능성이 높습니다. {2}.</translation>
    </message>
    <message>
        <source>It follows no examples. Give a chat model: hone generate PROJECT --skills --writer FILE.gguf</source>
        <translation>예시를 따르지 않습니다. 대화 모델을 작성 모델로 선택하십시오.</translation>
    </message>
    <message>
        <source>It follows no instructions: choose a GGUF chat model, or the address of an OpenAI-compatible server.</source>
        <translation>지시를 따르지 않는 모델입니다. GGUF 대화 모델이나 OpenAI 호환 서버의 주소를 고르십시오.</translation>
    </message>
    <message>
        <source>It has no qna.yaml: they lie in {0}/.../qna.yaml and {1}/.../qna.yaml.</source>
        <translation>qna.yaml이 없습니다. {0}/.../qna.yaml 및 {1}/.../qna.yaml에 있어야 합니다.</translation>
    </message>
    <message>
        <source>It has schema {0}, this Hone knows {1}: install the newer version.</source>
        <translation>스키마 {0}(으)로 되어 있고 이 Hone은 {1}까지 압니다. 새로운 버전을 설치하십시오.</translation>
    </message>
    <message>
        <source>It has {0} tokens and the model holds {1} with its reply: shorten it.</source>
        <translation>토큰이 {0}개인데 모델은 답변을 포함해 {1}개까지 담습니다. 줄이십시오.</translation>
    </message>
    <message>
        <source>It has {0} tokens: choose shorter ones.</source>
        <translation>토큰이 {0}개입니다. 더 짧은 것을 선택하십시오.</translation>
    </message>
    <message>
        <source>It has {0}.</source>
        <translation>있는 것: {0}.</translation>
    </message>
    <message>
        <source>It is a base model, which cannot follow instructions: choose an Instruct or Chat model.</source>
        <translation>지시를 따를 수 없는 기본 모델입니다. Instruct 또는 Chat 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>It is a mixture of experts: most of what it knows lies in experts, which adapters do not reach, so it would learn little.</source>
        <translation>전문가 혼합 모델입니다. 아는 것의 대부분이 어댑터가 닿지 않는 전문가에 있어 배우는 것이 거의 없습니다.</translation>
    </message>
    <message>
        <source>It is a web page by its first letters, but not text: save it again.</source>
        <translation>첫 글자로는 웹 페이지이지만 텍스트가 아닙니다. 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>It is encrypted (DRM), so that only certain programs can show it. Get a copy without that.</source>
        <translation>특정 프로그램만 표시할 수 있도록 암호화(DRM)되어 있습니다. 암호화되지 않은 사본을 구하십시오.</translation>
    </message>
    <message>
        <source>It is of the kind {0}, which writes no text: choose a folder with a language model.</source>
        <translation>텍스트를 쓰지 않는 {0} 종류의 모델입니다. 언어 모델이 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>It may be made to fill the memory. If it is not, split it into parts.</source>
        <translation>메모리를 가득 채우려고 만든 파일일 수 있습니다. 그렇지 않다면 나누십시오.</translation>
    </message>
    <message>
        <source>It names a device for each host, and null for itself. mlx.distributed_config writes it.</source>
        <translation>호스트마다 장치를 적고 자신은 null로 둡니다. mlx.distributed_config가 써 줍니다.</translation>
    </message>
    <message>
        <source>It needs {0} letters, digits or signs at least, without spaces: choose another, or none to have one made.</source>
        <translation>공백 없이 영문자, 숫자, 기호가 {0}자 이상이어야 합니다: 다른 토큰을 고르거나, 새로 만들도록 비워 두십시오.</translation>
    </message>
    <message>
        <source>It ranks texts and gives no vectors: choose another one.</source>
        <translation>텍스트의 순위를 매길 뿐 벡터를 만들지 않습니다. 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>It says {0}; split it into parts.</source>
        <translation>페이지 수가 {0}(이)라고 되어 있습니다. 나누십시오.</translation>
    </message>
    <message>
        <source>It says: {0}.</source>
        <translation>응답 내용: {0}.</translation>
    </message>
    <message>
        <source>It says: {0}. Check the address and the name of the model.</source>
        <translation>서버의 말: {0}. 주소와 모델 이름을 확인하십시오.</translation>
    </message>
    <message>
        <source>It stretches its context by the method {0}, which Hone cannot check: export the MLX folder instead.</source>
        <translation>Hone이 확인할 수 없는 {0} 방식으로 문맥을 늘립니다. 대신 MLX 폴더를 내보내십시오.</translation>
    </message>
    <message>
        <source>It takes general text for {0} times as unlikely, word for word, as the base does.</source>
        <translation>일반 글의 단어 하나하나를 기본 모델보다 {0}배 더 뜻밖으로 여깁니다.</translation>
    </message>
    <message>
        <source>It takes {0} GB and {1} GB are free: choose another folder or free some.</source>
        <translation>{0}GB가 필요한데 {1}GB가 비어 있습니다. 다른 폴더를 선택하거나 공간을 확보하십시오.</translation>
    </message>
    <message>
        <source>It was asked for {0} seconds.</source>
        <translation>{0}초 동안 물었습니다.</translation>
    </message>
    <message>
        <source>It was changed where it lies, or something stands in between, as a network that one has to sign in to. Nothing was taken: try again later, or choose another model.</source>
        <translation>올려진 파일이 바뀌었거나, 로그인이 필요한 네트워크 같은 것이 중간에 있습니다. 받은 것은 없습니다. 나중에 다시 시도하거나 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>It was deleted with its conversation: ask it again.</source>
        <translation>대화와 함께 삭제되었습니다. 다시 질문하십시오.</translation>
    </message>
    <message>
        <source>It was imported: edit it by hand instead.</source>
        <translation>가져온 문답입니다. 직접 편집하십시오.</translation>
    </message>
    <message>
        <source>It was not compared with retrieval: the base was not asked with the documents.</source>
        <translation>찾아보기와 비교하지 않았습니다. 기본 모델에 문서와 함께 묻지 않았습니다.</translation>
    </message>
    <message>
        <source>It was still learning when it ended: valid loss {0} at iteration {1}, {2} at {3}.</source>
        <translation>아직 배우는 중에 끝났습니다. 검증 손실이 {1}번째 반복에서 {0}, {3}번째에서 {2}입니다.</translation>
    </message>
    <message>
        <source>It would be a table with the columns {0}: name two of them with --question-field and --answer-field. Recognised are {1}. Known kinds: chat, completions and text JSON lines, Alpaca and ShareGPT JSON, CSV with a header, Parquet, qna.yaml.</source>
        <translation>{0} 열이 있는 표로 보입니다. 질문과 답변이 있는 열을 지정하십시오. 인식하는 열: {1}. 지원하는 종류: chat, completions 및 text JSON Lines, Alpaca 및 ShareGPT JSON, 머리글이 있는 CSV, Parquet, qna.yaml.</translation>
    </message>
    <message>
        <source>It writes in another language ({0}) than the document ({1}).</source>
        <translation>문서({1})와 다른 언어({0})로 작성합니다.</translation>
    </message>
    <message>
        <source>It writes nothing by itself: choose the file of the language model that lies beside it.</source>
        <translation>이 파일만으로는 아무것도 쓰지 않습니다. 옆에 있는 언어 모델 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>It writes the same whatever it is shown.</source>
        <translation>무엇을 보여 주든 똑같은 것을 작성합니다.</translation>
    </message>
    <message>
        <source>It wrote, for example: {0}.</source>
        <translation>작성한 예: {0}.</translation>
    </message>
    <message>
        <source>Iterations until the full learning rate.</source>
        <translation>전체 학습률에 이를 때까지의 반복 횟수입니다.</translation>
    </message>
    <message>
        <source>Iterations.</source>
        <translation>반복.</translation>
    </message>
    <message>
        <source>Its checksum is wrong, so it was removed: download it again. When that does not help, choose another model.</source>
        <translation>체크섬이 맞지 않아 지웠습니다. 다시 다운로드하십시오. 그래도 안 되면 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Its columns are {0}: name two with --question-field and --answer-field. Recognised are {1}, messages, conversations and text.</source>
        <translation>열은 {0}입니다. 질문과 답변이 있는 열을 지정하십시오. 인식하는 열은 {1}, messages, conversations, text입니다.</translation>
    </message>
    <message>
        <source>Its earlier messages are remembered; none without a name.</source>
        <translation>앞의 메시지를 기억합니다. 이름이 없으면 기억하지 않습니다.</translation>
    </message>
    <message>
        <source>Its elements stand inside each other thousands deep. Open it in a browser and print it as PDF.</source>
        <translation>요소가 수천 겹으로 중첩되어 있습니다. 브라우저에서 열어 PDF로 저장하십시오.</translation>
    </message>
    <message>
        <source>Its files are damaged or not those of a base.</source>
        <translation>파일이 손상되었거나 기본 모델의 파일이 아닙니다.</translation>
    </message>
    <message>
        <source>Its files are gone: make it again with hone dataset PROJECT.</source>
        <translation>파일이 없습니다. 학습 페이지에서 데이터셋을 다시 만드십시오.</translation>
    </message>
    <message>
        <source>Its kind of encryption is not supported: open it in a PDF program and save a copy without it.</source>
        <translation>지원하지 않는 암호화 방식입니다. PDF 프로그램에서 열어 암호화하지 않은 사본을 저장하십시오.</translation>
    </message>
    <message>
        <source>Its name in the catalogue.</source>
        <translation>카탈로그에 있는 이름.</translation>
    </message>
    <message>
        <source>Its name in the file, where it is not recognised.</source>
        <translation>자동으로 인식되지 않을 때 파일에서 쓰이는 이름입니다.</translation>
    </message>
    <message>
        <source>Its name on the server; not needed where there is only one.</source>
        <translation>서버에서 쓰는 이름. 모델이 하나뿐이면 필요 없습니다.</translation>
    </message>
    <message>
        <source>Its numbers are not finite. Choose another embedding model, or leave the option out.</source>
        <translation>숫자가 유한하지 않습니다. 다른 임베딩 모델을 선택하거나 이 옵션을 비워 두십시오.</translation>
    </message>
    <message>
        <source>Its only page is</source>
        <translation>하나뿐인 페이지가</translation>
    </message>
    <message>
        <source>Its reader was stopped {0}. {1}, split it, or allow more (at the command line --memory-mb).</source>
        <translation>읽기가 중단되었습니다({0}). {1}, 파일을 나누거나 메모리를 더 허용하십시오.</translation>
    </message>
    <message>
        <source>Its reader was stopped {0}. {1}, split it, or allow more time (at the command line --page-seconds).</source>
        <translation>읽기가 중단되었습니다({0}). {1}, 파일을 나누거나 시간을 더 허용하십시오.</translation>
    </message>
    <message>
        <source>Its replies are not in the form that it is told to write.</source>
        <translation>응답이 지정한 형식이 아닙니다.</translation>
    </message>
    <message>
        <source>Its replies came nearer to the references, in words; whether they are right, counting words cannot tell.</source>
        <translation>답변에 쓰인 단어는 정답에 더 가까워졌지만, 맞는 답인지는 단어를 세어서는 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Its replies do not come to an end: a longer reply (--max-tokens 1024) may help.</source>
        <translation>응답이 끝나지 않습니다. 최대 답변 길이를 1024 등으로 늘리면 도움이 될 수 있습니다.</translation>
    </message>
    <message>
        <source>Its run learned nothing: train again with hone train.</source>
        <translation>이 학습에서는 배운 것이 없습니다. 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>Its splits, where each row comes from, and a card.</source>
        <translation>나눈 파일, 각 행의 출처, 설명 카드를 포함합니다.</translation>
    </message>
    <message>
        <source>Its tensors have other names than the layers of {0}, so it would change nothing: choose the base it was trained on.</source>
        <translation>텐서의 이름이 {0}의 층과 달라서 아무것도 바꾸지 않습니다. 학습에 사용한 기본 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>JSON list of {question, key: [spellings], answer?, page?}.</source>
        <translation>{question, key: [spellings], answer?, page?} 형식의 JSON 목록입니다.</translation>
    </message>
    <message>
        <source>Judge</source>
        <translation>판정</translation>
    </message>
    <message>
        <source>Judge all stored pairs by the checks that are on; what a person settled stays as it is.</source>
        <translation>켜져 있는 검사로 저장된 모든 문답을 다시 판단합니다. 직접 정한 것은 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Judge&apos;s model.</source>
        <translation>채점 모델 이름.</translation>
    </message>
    <message>
        <source>Judge.</source>
        <translation>채점 모델.</translation>
    </message>
    <message>
        <source>Key facts say little about answers that are worded freely.</source>
        <translation>자유롭게 쓴 답에 대해서는 핵심 사실이 말해 주는 것이 적습니다.</translation>
    </message>
    <message>
        <source>Kinds</source>
        <translation>종류</translation>
    </message>
    <message>
        <source>Knowledge needs {0} contexts with {1} pairs each and there are {2}; a skill needs {3} pairs of no document and there are {4}. Write more with: hone generate PROJECT</source>
        <translation>지식에는 문답이 {1}개씩 있는 맥락 {0}개가 필요한데 {2}개가 있고, 기술에는 문서와 관계없는 문답 {3}개가 필요한데 {4}개가 있습니다. 문답 페이지에서 더 작성하십시오.</translation>
    </message>
    <message>
        <source>Known are {0}.</source>
        <translation>사용할 수 있는 것: {0}.</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>Layers.</source>
        <translation>층.</translation>
    </message>
    <message>
        <source>Learn answers only.</source>
        <translation>답변만 학습.</translation>
    </message>
    <message>
        <source>Learning rate.</source>
        <translation>학습률.</translation>
    </message>
    <message>
        <source>Learning rates.</source>
        <translation>학습률들.</translation>
    </message>
    <message>
        <source>Least agreement.</source>
        <translation>최소 일치율.</translation>
    </message>
    <message>
        <source>Left out: {0}</source>
        <translation>제외됨: {0}</translation>
    </message>
    <message>
        <source>Let each finished run answer held-out questions.</source>
        <translation>끝난 학습마다 따로 남겨 둔 질문에 답하게 합니다.</translation>
    </message>
    <message>
        <source>Let it go on with the same options: hone exam {0}</source>
        <translation>시험 페이지에서 같은 옵션으로 이어서 진행하십시오.</translation>
    </message>
    <message>
        <source>Let it go on with: hone train {0} --resume {1}</source>
        <translation>학습 페이지에서 학습 {1}을(를) 이어서 진행하십시오.</translation>
    </message>
    <message>
        <source>Let the name end in .csv or .json.</source>
        <translation>이름이 .csv나 .json으로 끝나게 하십시오.</translation>
    </message>
    <message>
        <source>Let the untouched base look things up: with the documents it answers {0}%.</source>
        <translation>학습하지 않은 기본 모델이 찾아보게 하십시오. 문서와 함께라면 {0}%에 답합니다.</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>라이선스</translation>
    </message>
    <message>
        <source>Line {0} of {1} is not a question</source>
        <translation>{1}의 {0}번째 줄은 질문이 아닙니다</translation>
    </message>
    <message>
        <source>List them with: hone pairs PROJECT</source>
        <translation>문답 페이지에 목록이 있습니다.</translation>
    </message>
    <message>
        <source>Longest reply</source>
        <translation>최대 답변 길이</translation>
    </message>
    <message>
        <source>Longest reply.</source>
        <translation>최대 답변 길이.</translation>
    </message>
    <message>
        <source>Longest row.</source>
        <translation>최대 행 길이.</translation>
    </message>
    <message>
        <source>Look at the address again.</source>
        <translation>주소를 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>Look at the dataset on the Generate page: do its answers belong to their questions?</source>
        <translation>작성 페이지에서 데이터셋을 살펴보십시오. 답변이 그 질문에 맞습니까?</translation>
    </message>
    <message>
        <source>Look at the {0} of {1} questions that are still answered wrong.</source>
        <translation>질문 {1}개 중 아직 틀리는 {0}개를 살펴보십시오.</translation>
    </message>
    <message>
        <source>Look for empty answers among the pairs.</source>
        <translation>쌍 가운데 빈 답변이 있는지 찾아보세요.</translation>
    </message>
    <message>
        <source>Looked for the embedding model at {0}.</source>
        <translation>임베딩 모델을 다음 위치에서 찾았습니다: {0}.</translation>
    </message>
    <message>
        <source>Losses would differ: install the same Hone on all machines.</source>
        <translation>손실이 달라집니다. 모든 컴퓨터에 같은 Hone을 설치하십시오.</translation>
    </message>
    <message>
        <source>Make it with: hone index {0}</source>
        <translation>문서 페이지에서 색인을 만드십시오.</translation>
    </message>
    <message>
        <source>Make one with: hone dataset {0}</source>
        <translation>학습 페이지에서 데이터셋을 만드십시오.</translation>
    </message>
    <message>
        <source>Make room, then download it again: what is here is kept.</source>
        <translation>공간을 비운 뒤 다시 다운로드하십시오. 받은 부분은 남아 있습니다.</translation>
    </message>
    <message>
        <source>Measure.</source>
        <translation>측정.</translation>
    </message>
    <message>
        <source>Megabytes; a file that needs more is stopped.</source>
        <translation>메가바이트 단위입니다. 더 필요한 파일은 중단됩니다.</translation>
    </message>
    <message>
        <source>Memory for reading</source>
        <translation>읽기용 메모리</translation>
    </message>
    <message>
        <source>Merge its adapter first with: hone fuse {0}</source>
        <translation>먼저 내보내기 페이지에서 어댑터를 병합하십시오.</translation>
    </message>
    <message>
        <source>Method.</source>
        <translation>방식.</translation>
    </message>
    <message>
        <source>Minutes.</source>
        <translation>분.</translation>
    </message>
    <message>
        <source>Mix general rows into the dataset: training then repeats other things too.</source>
        <translation>데이터셋에 일반 질문을 섞으십시오. 그러면 다른 것도 함께 되풀이해 학습합니다.</translation>
    </message>
    <message>
        <source>Mix in more general rows when the dataset is made.</source>
        <translation>데이터셋을 만들 때 일반 질문을 더 많이 섞으십시오.</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Model folder.</source>
        <translation>모델 폴더.</translation>
    </message>
    <message>
        <source>Model.</source>
        <translation>모델.</translation>
    </message>
    <message>
        <source>Most tokens in a chunk.</source>
        <translation>한 청크의 최대 토큰 수입니다.</translation>
    </message>
    <message>
        <source>Name a branch, a tag or the hash of a commit after the @, or leave the @ out.</source>
        <translation>@ 뒤에 브랜치, 태그 또는 커밋 해시를 적거나 @을 빼십시오.</translation>
    </message>
    <message>
        <source>Name a chat model: --writer FILE</source>
        <translation>대화 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Name.</source>
        <translation>이름.</translation>
    </message>
    <message>
        <source>Names of checks that shall not reject any more.</source>
        <translation>더 이상 거절하지 않을 검사의 이름입니다.</translation>
    </message>
    <message>
        <source>Names of checks that shall reject again.</source>
        <translation>다시 거절할 검사의 이름입니다.</translation>
    </message>
    <message>
        <source>Names or sides of the answer stand the other way round in the evidence.</source>
        <translation>답변의 이름이나 방향이 근거와 서로 바뀌어 있습니다.</translation>
    </message>
    <message>
        <source>Next run, to iteration {0} of {1}: {2}</source>
        <translation>다음 학습, 반복 {1}회 중 {0}회까지: {2}</translation>
    </message>
    <message>
        <source>Next run: {0}</source>
        <translation>다음 학습: {0}</translation>
    </message>
    <message>
        <source>No better and no worse than retrieval alone, as far as this exam can tell.</source>
        <translation>이 시험으로 알 수 있는 한 찾아보기만 하는 것보다 낫지도 못하지도 않습니다.</translation>
    </message>
    <message>
        <source>No better text came of pair {0}</source>
        <translation>문답 {0}의 더 나은 표현을 얻지 못했습니다</translation>
    </message>
    <message>
        <source>No difference between the tuned model and the base</source>
        <translation>학습된 모델과 기본 모델 사이에 차이가 없습니다</translation>
    </message>
    <message>
        <source>No page of {0} can be read</source>
        <translation>‘{0}’에서 읽을 수 있는 페이지가 없습니다</translation>
    </message>
    <message>
        <source>No pair was accepted</source>
        <translation>채택된 문답이 없습니다</translation>
    </message>
    <message>
        <source>No question was asked</source>
        <translation>만들어진 질문이 없습니다</translation>
    </message>
    <message>
        <source>No row has an answer to learn: look at them with hone styles, then make the dataset again.</source>
        <translation>배울 답변이 있는 행이 없습니다. ‘학습할 내용’에서 행을 살펴본 다음 데이터셋을 다시 만드세요.</translation>
    </message>
    <message>
        <source>No row of {0} can be written as {1}</source>
        <translation>‘{0}’에서 {1} 형식으로 저장할 수 있는 행이 없습니다</translation>
    </message>
    <message>
        <source>No score could be had of {0} of {1} replies, which are in no mean: {2}</source>
        <translation>답변 {1}개 중 {0}개는 점수를 얻지 못해 평균에 넣지 않습니다: {2}</translation>
    </message>
    <message>
        <source>No smaller plan is left: close other programs, leave out the longest rows with --max-length, or choose a smaller base, or the same in 4 bits.</source>
        <translation>더 작은 계획은 없습니다. 다른 프로그램을 닫거나, 가장 긴 행 설정을 낮추거나, 더 작은 기반 모델이나 4비트로 된 같은 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>No word of the answer stands in the evidence.</source>
        <translation>답변의 어떤 단어도 근거에 없습니다.</translation>
    </message>
    <message>
        <source>Nobody is asked with the documents open: {0}.</source>
        <translation>문서를 펼쳐 놓고는 묻지 않습니다: {0}.</translation>
    </message>
    <message>
        <source>None of the {0} files could be read</source>
        <translation>파일 {0}개 중 하나도 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>Not enough was asked for a verdict</source>
        <translation>판정하기에는 물은 것이 부족합니다</translation>
    </message>
    <message>
        <source>Not worth it: nothing was learned, and something was lost</source>
        <translation>쓸 만하지 않음: 배운 것은 없고 잃은 것이 있습니다</translation>
    </message>
    <message>
        <source>Not worth it: the tuned model knows less than the base</source>
        <translation>쓸 만하지 않음: 학습된 모델이 기본 모델보다 적게 압니다</translation>
    </message>
    <message>
        <source>Not worth it: too much was lost elsewhere</source>
        <translation>쓸 만하지 않음: 다른 데서 너무 많이 잃었습니다</translation>
    </message>
    <message>
        <source>Not worth it: what the tuned model says is wrong</source>
        <translation>쓸 만하지 않음: 학습된 모델이 하는 말이 틀립니다</translation>
    </message>
    <message>
        <source>Not yet worth it: too little was learned</source>
        <translation>아직 쓸 만하지 않음: 배운 것이 너무 적습니다</translation>
    </message>
    <message>
        <source>Nothing changed since the last dataset: it is kept.</source>
        <translation>마지막 데이터셋 이후 바뀐 것이 없어 그대로 둡니다.</translation>
    </message>
    <message>
        <source>Nothing is sure: the tuned model may know up to {0} points more, or nothing more.</source>
        <translation>확실한 것이 없습니다. 학습된 모델이 {0}점까지 더 알 수도, 더 아는 것이 없을 수도 있습니다.</translation>
    </message>
    <message>
        <source>Nothing lies at {0}. Look at the name again.</source>
        <translation>{0}에 아무것도 없습니다. 이름을 다시 확인하십시오.</translation>
    </message>
    <message>
        <source>Nothing to compare</source>
        <translation>비교할 것이 없습니다</translation>
    </message>
    <message>
        <source>Nothing was gained that would make up for what was lost elsewhere.</source>
        <translation>다른 데서 잃은 것을 메울 만큼 얻은 것이 없습니다.</translation>
    </message>
    <message>
        <source>Number of a question that was asked: the replies of other runs are added to it.</source>
        <translation>이미 한 질문의 번호입니다. 다른 학습의 답변이 그 질문에 덧붙습니다.</translation>
    </message>
    <message>
        <source>Number of the question that this one asks again: its replies do not count.</source>
        <translation>이 질문이 다시 묻는 질문의 번호입니다. 그 답변은 세지 않습니다.</translation>
    </message>
    <message>
        <source>Numbers or names of the answer do not occur in the evidence.</source>
        <translation>답변의 숫자나 이름이 근거에 없습니다.</translation>
    </message>
    <message>
        <source>Of a chat writer; 0 is repeatable.</source>
        <translation>대화 작성 모델에 적용됩니다. 0이면 매번 같은 결과가 나옵니다.</translation>
    </message>
    <message>
        <source>Of a hundred general questions it surely answers ten fewer than the base or worse.</source>
        <translation>일반 질문 백 개 중 기본 모델보다 확실히 열 개 이상 적게 맞힙니다.</translation>
    </message>
    <message>
        <source>Of base, base_rag, tuned, tuned_rag; _rag has the documents open.</source>
        <translation>base, base_rag, tuned, tuned_rag 중에서 고릅니다. _rag는 문서를 펼쳐 놓고 답합니다.</translation>
    </message>
    <message>
        <source>Of each split in an exam, at most.</source>
        <translation>시험에서 각 분할에 물을 최대 질문 수입니다.</translation>
    </message>
    <message>
        <source>Of each weight of the copy.</source>
        <translation>사본의 가중치 하나가 차지하는 비트입니다.</translation>
    </message>
    <message>
        <source>Of everything that is drawn.</source>
        <translation>무작위로 고르는 모든 것에 적용됩니다.</translation>
    </message>
    <message>
        <source>Of folders and repositories take only the files that fit, as in .gitignore: &apos;*.md&apos;, &apos;docs/&apos;.</source>
        <translation>폴더와 저장소에서 .gitignore 방식의 패턴에 맞는 파일만 가져옵니다. 예: &apos;*.md&apos;, &apos;docs/&apos;.</translation>
    </message>
    <message>
        <source>Of its {0} replies {1} give the key facts of another question.</source>
        <translation>답변 {0}개 중 {1}개는 다른 질문의 핵심 사실을 말합니다.</translation>
    </message>
    <message>
        <source>Of latent vectors; by default as before, at first 384.</source>
        <translation>latent 벡터에 적용됩니다. 기본값은 이전과 같으며 처음에는 384입니다.</translation>
    </message>
    <message>
        <source>Of qna.yaml; 1 is for old taxonomies.</source>
        <translation>qna.yaml의 버전입니다. 1은 오래된 분류 체계용입니다.</translation>
    </message>
    <message>
        <source>Of questions, with commas: fact, how_to, why, comparison, list, yes_no; balanced is all of them, none crowding out the others, as far as the text gives them.</source>
        <translation>질문의 종류를 쉼표로 구분합니다: fact, how_to, why, comparison, list, yes_no. balanced는 텍스트가 허용하는 한 어느 것도 치우치지 않게 모두 사용합니다.</translation>
    </message>
    <message>
        <source>Of test, unseen, valid and train.</source>
        <translation>test, unseen, valid, train 중에서 고릅니다.</translation>
    </message>
    <message>
        <source>Of that repository.</source>
        <translation>그 저장소의 커밋입니다.</translation>
    </message>
    <message>
        <source>Of the documents; auto is what ingest found.</source>
        <translation>문서의 언어입니다. 자동은 읽을 때 알아낸 언어입니다.</translation>
    </message>
    <message>
        <source>Of the newest dataset&apos;s rows for training, from 1.</source>
        <translation>최신 데이터셋의 학습 행 번호이며 1부터 시작합니다.</translation>
    </message>
    <message>
        <source>Of the split.</source>
        <translation>나누기에 적용됩니다.</translation>
    </message>
    <message>
        <source>Of {0} general questions the base answers {1}% right, the tuned model {2}% (between {3} and {4} points of change).</source>
        <translation>일반 질문 {0}개 중 기본 모델은 {1}%, 학습된 모델은 {2}%를 맞힙니다(변화 {3}점에서 {4}점 사이).</translation>
    </message>
    <message>
        <source>Of {0} tasks that the starter was made for, the base does {1}%, the tuned model {2}%.</source>
        <translation>스타터가 하도록 만들어진 과제 {0}개 중 기본 모델은 {1}%, 학습된 모델은 {2}%를 해냅니다.</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>Off: each question is asked on its own, as the pairs were trained.</source>
        <translation>끔: 문답을 학습할 때처럼 각 질문을 따로 묻습니다.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>켬</translation>
    </message>
    <message>
        <source>On general text its perplexity fell from {0} to {1} (loss {2}, between {3} and {4}).</source>
        <translation>일반 글에서 퍼플렉서티가 {0}에서 {1}(으)로 내려갔습니다(손실 {2}, {3}에서 {4} 사이).</translation>
    </message>
    <message>
        <source>On general text its perplexity rose from {0} to {1} (loss {2}, between {3} and {4}).</source>
        <translation>일반 글에서 퍼플렉서티가 {0}에서 {1}(으)로 올라갔습니다(손실 {2}, {3}에서 {4} 사이).</translation>
    </message>
    <message>
        <source>On general text its perplexity stayed at {0}.</source>
        <translation>일반 글에서 퍼플렉서티는 {0} 그대로입니다.</translation>
    </message>
    <message>
        <source>Only ask, so that the questions can be edited, or only answer.</source>
        <translation>질문을 편집할 수 있도록 질문만 하거나 답변만 합니다.</translation>
    </message>
    <message>
        <source>Only say how many runs there would be time for.</source>
        <translation>시간 안에 학습을 몇 개 할 수 있는지만 알려 줍니다.</translation>
    </message>
    <message>
        <source>Only so many chunks, drawn by the seed; all when empty.</source>
        <translation>시드로 고른 이 개수의 청크만 사용합니다. 비워 두면 전체입니다.</translation>
    </message>
    <message>
        <source>Only the base was loaded: train first with hone train.</source>
        <translation>기본 모델만 불러왔습니다. 먼저 학습 페이지에서 학습하십시오.</translation>
    </message>
    <message>
        <source>Only {0} of {1} replies are the same, logits differ by up to {2}. Fuse without quantizing (--dequantize).</source>
        <translation>답변 {1}개 중 {0}개만 같고 로짓은 최대 {2}만큼 다릅니다. 양자화하지 않고 병합하십시오.</translation>
    </message>
    <message>
        <source>Open it in another program and save it as PDF</source>
        <translation>다른 프로그램에서 열어 PDF로 저장하십시오</translation>
    </message>
    <message>
        <source>Opens the PDFs that need one; it is not stored.</source>
        <translation>암호가 필요한 PDF를 엽니다. 암호는 저장되지 않습니다.</translation>
    </message>
    <message>
        <source>Or the name of a model in the Hugging Face cache.</source>
        <translation>또는 Hugging Face 캐시에 있는 모델의 이름입니다.</translation>
    </message>
    <message>
        <source>Other machines are reached by it.</source>
        <translation>다른 컴퓨터에 이것으로 연결합니다.</translation>
    </message>
    <message>
        <source>Other runs.</source>
        <translation>다른 학습.</translation>
    </message>
    <message>
        <source>Outline</source>
        <translation>개요</translation>
    </message>
    <message>
        <source>Overfitting begins after iteration {0}: the valid loss rose from {1} to {2} while the train loss fell on.</source>
        <translation>{0}번째 반복 뒤부터 과적합이 시작됩니다. 학습 손실은 계속 줄었지만 검증 손실은 {1}에서 {2}로 올랐습니다.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>겹침</translation>
    </message>
    <message>
        <source>Own instructions</source>
        <translation>추가 지시</translation>
    </message>
    <message>
        <source>Page {0} has nothing there: choose again.</source>
        <translation>{0}페이지의 그 위치에는 아무것도 없습니다. 다시 선택하십시오.</translation>
    </message>
    <message>
        <source>Pages</source>
        <translation>페이지</translation>
    </message>
    <message>
        <source>Pair</source>
        <translation>문답</translation>
    </message>
    <message>
        <source>Pair {0} is not in this project: edit the file that the ask stage wrote.</source>
        <translation>문답 {0}은(는) 이 프로젝트에 없습니다. 질문 단계에서 저장된 파일을 편집하십시오.</translation>
    </message>
    <message>
        <source>Pair {0} was not made of a document</source>
        <translation>문답 {0}은(는) 문서에서 만든 것이 아닙니다</translation>
    </message>
    <message>
        <source>Pairs that you wrote or imported as seed examples: a chat writer follows them; the starter only prefers the ways of asking that they have.</source>
        <translation>직접 쓰거나 예시로 가져온 문답입니다. 대화 작성 모델은 이를 따르고, 스타터는 그 묻는 방식을 선호하기만 합니다.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>암호</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>경로</translation>
    </message>
    <message>
        <source>Patience.</source>
        <translation>기다릴 평가 수.</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>패턴</translation>
    </message>
    <message>
        <source>Port {0} cannot be used</source>
        <translation>포트 {0}번을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Port {0} is taken</source>
        <translation>포트 {0}번은 이미 쓰이고 있습니다</translation>
    </message>
    <message>
        <source>Port.</source>
        <translation>포트.</translation>
    </message>
    <message>
        <source>Preset.</source>
        <translation>프리셋.</translation>
    </message>
    <message>
        <source>Presets.</source>
        <translation>프리셋.</translation>
    </message>
    <message>
        <source>Probe.</source>
        <translation>망각 검사.</translation>
    </message>
    <message>
        <source>Prompt style</source>
        <translation>프롬프트 형식</translation>
    </message>
    <message>
        <source>Prompt style of the format text.</source>
        <translation>text 형식에 사용할 프롬프트 형식입니다.</translation>
    </message>
    <message>
        <source>Put before every question.</source>
        <translation>모든 질문 앞에 붙습니다.</translation>
    </message>
    <message>
        <source>Put this Mac first: it holds the project, and it alone writes to it.</source>
        <translation>이 Mac을 처음에 두십시오. 프로젝트가 여기에 있고 이 Mac만 거기에 씁니다.</translation>
    </message>
    <message>
        <source>Question field</source>
        <translation>질문 필드</translation>
    </message>
    <message>
        <source>Question or answer is in another language than the document.</source>
        <translation>질문이나 답변이 문서와 다른 언어로 되어 있습니다.</translation>
    </message>
    <message>
        <source>Question {0} of {1} is not complete</source>
        <translation>{1}의 질문 {0}이(가) 완전하지 않습니다</translation>
    </message>
    <message>
        <source>Question.</source>
        <translation>질문.</translation>
    </message>
    <message>
        <source>Questions answered at once.</source>
        <translation>한 번에 답할 질문 수입니다.</translation>
    </message>
    <message>
        <source>Questions of each split, spread over it.</source>
        <translation>각 부분에서 고르게 뽑은 질문 수입니다.</translation>
    </message>
    <message>
        <source>Questions per chunk</source>
        <translation>청크당 질문 수</translation>
    </message>
    <message>
        <source>Questions, references and replies are sent to {0}.</source>
        <translation>질문, 모범 답안, 답변을 {0}(으)로 보냅니다.</translation>
    </message>
    <message>
        <source>Questions.</source>
        <translation>질문.</translation>
    </message>
    <message>
        <source>Rank.</source>
        <translation>랭크.</translation>
    </message>
    <message>
        <source>Ranks.</source>
        <translation>랭크들.</translation>
    </message>
    <message>
        <source>Read what is in the project already once more; pairs stay where the text is the same.</source>
        <translation>이미 프로젝트에 있는 문서를 한 번 더 읽습니다. 텍스트가 그대로인 곳의 문답은 남습니다.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Rejects because</source>
        <translation>거절 이유</translation>
    </message>
    <message>
        <source>Remember the conversation.</source>
        <translation>대화 기억.</translation>
    </message>
    <message>
        <source>Repair or delete {0}, and add the models again.</source>
        <translation>{0}을(를) 고치거나 지우고 모델을 다시 추가하십시오.</translation>
    </message>
    <message>
        <source>Repetition penalty.</source>
        <translation>반복 페널티.</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>일반 질문 섞기</translation>
    </message>
    <message>
        <source>Reports are not written in {0}</source>
        <translation>{0}(으)로는 보고서를 쓰지 않습니다</translation>
    </message>
    <message>
        <source>Repository</source>
        <translation>저장소</translation>
    </message>
    <message>
        <source>Resume run.</source>
        <translation>학습 이어가기.</translation>
    </message>
    <message>
        <source>Resume sweep.</source>
        <translation>이어서 할 스윕.</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>Rows computed at once.</source>
        <translation>한 번에 계산하는 행 수입니다.</translation>
    </message>
    <message>
        <source>Run hone doctor there.</source>
        <translation>그 Mac에서 Hone을 열어 되는지 보십시오.</translation>
    </message>
    <message>
        <source>Run {0} goes on after iteration {1}.</source>
        <translation>학습 {0}을(를) {1}번째 반복 다음부터 이어갑니다.</translation>
    </message>
    <message>
        <source>Run {0} has no adapter yet</source>
        <translation>학습 {0}에는 아직 어댑터가 없습니다</translation>
    </message>
    <message>
        <source>Run {0} is being trained already</source>
        <translation>학습 {0}은(는) 이미 진행 중입니다</translation>
    </message>
    <message>
        <source>Run {0} is better than run {1} by {2} points (between {3} and {4}).</source>
        <translation>학습 {0}이(가) 학습 {1}보다 {2}점 좋습니다({3}~{4}점).</translation>
    </message>
    <message>
        <source>Run.</source>
        <translation>학습.</translation>
    </message>
    <message>
        <source>Runs {0} and {1} cannot be compared by answers: both need an exam.</source>
        <translation>학습 {0}와(과) {1}은(는) 둘 다 시험을 보아야 답변으로 비교할 수 있습니다.</translation>
    </message>
    <message>
        <source>Runs {0} and {1} differ by {2} points, no more than the base when it is asked twice.</source>
        <translation>학습 {0}와(과) {1}의 차이는 {2}점으로, 기본 모델에 두 번 물었을 때보다 크지 않습니다.</translation>
    </message>
    <message>
        <source>Runs {0} and {1} do not differ by more than chance ({2} points, between {3} and {4}).</source>
        <translation>학습 {0}와(과) {1}의 차이는 우연보다 크지 않습니다({2}점, {3}~{4}점).</translation>
    </message>
    <message>
        <source>Runs {0} and {1} were asked {2} of the same questions: too few to compare them.</source>
        <translation>학습 {0}와(과) {1}에 공통으로 물은 질문이 {2}개뿐이라 비교할 수 없습니다.</translation>
    </message>
    <message>
        <source>SHA-256</source>
        <translation>SHA-256</translation>
    </message>
    <message>
        <source>Said before the conversation; by default the dataset&apos;s.</source>
        <translation>대화 전에 주는 메시지입니다. 기본값은 데이터셋의 것입니다.</translation>
    </message>
    <message>
        <source>Sample</source>
        <translation>표본</translation>
    </message>
    <message>
        <source>Save a copy without one, and read that.</source>
        <translation>암호가 없는 사본을 저장해서 읽으십시오.</translation>
    </message>
    <message>
        <source>Say --on or --off.</source>
        <translation>켬 또는 끔을 선택하십시오.</translation>
    </message>
    <message>
        <source>Say where it lies.</source>
        <translation>어디에 있는지 알려 주십시오.</translation>
    </message>
    <message>
        <source>Scale.</source>
        <translation>스케일.</translation>
    </message>
    <message>
        <source>Scales.</source>
        <translation>배율들.</translation>
    </message>
    <message>
        <source>Seconds for OCR</source>
        <translation>OCR 제한 시간(초)</translation>
    </message>
    <message>
        <source>Seconds for a page</source>
        <translation>페이지 제한 시간(초)</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>시드</translation>
    </message>
    <message>
        <source>Seed of the split.</source>
        <translation>나누기에 사용할 시드입니다.</translation>
    </message>
    <message>
        <source>Seed.</source>
        <translation>시드.</translation>
    </message>
    <message>
        <source>Seeds.</source>
        <translation>시드들.</translation>
    </message>
    <message>
        <source>Several Macs.</source>
        <translation>여러 Mac.</translation>
    </message>
    <message>
        <source>Several show what chance does.</source>
        <translation>여러 개이면 우연이 얼마나 작용하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Share of inputs the adapter does not see.</source>
        <translation>어댑터가 보지 않는 입력의 비율입니다.</translation>
    </message>
    <message>
        <source>Share of questions that the documents do not answer, with the honest answer that they do not say.</source>
        <translation>문서에 답이 없는 질문의 비율입니다. 문서에 나와 있지 않다는 정직한 답변을 붙입니다.</translation>
    </message>
    <message>
        <source>Share of rows asked by loose words of question and answer.</source>
        <translation>질문과 답변의 낱말만으로 묻는 행의 비율입니다.</translation>
    </message>
    <message>
        <source>Share of the rows for validation.</source>
        <translation>검증에 사용할 행의 비율입니다.</translation>
    </message>
    <message>
        <source>Share of the text, in whole sections, whose facts are never trained, scored apart.</source>
        <translation>단락 단위로 떼어 두어 그 사실을 전혀 학습하지 않고 점수를 따로 매기는 텍스트의 비율입니다.</translation>
    </message>
    <message>
        <source>Share of words to hide in half of the other questions.</source>
        <translation>나머지 질문 절반에서 숨길 단어의 비율입니다.</translation>
    </message>
    <message>
        <source>Short parts first.</source>
        <translation>짧은 부분 먼저.</translation>
    </message>
    <message>
        <source>Skills</source>
        <translation>기술</translation>
    </message>
    <message>
        <source>Split</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>Splits.</source>
        <translation>시험 부분.</translation>
    </message>
    <message>
        <source>Squeezed into 4 bits again, most of the adapter is lost.</source>
        <translation>다시 4비트로 줄이면 어댑터가 배운 것이 대부분 사라집니다.</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>단계</translation>
    </message>
    <message>
        <source>Start a new one by leaving out --resume.</source>
        <translation>이어갈 학습을 비워 두고 새로 시작하십시오.</translation>
    </message>
    <message>
        <source>Start it again; if it ends once more, please report it.</source>
        <translation>다시 시작하십시오. 또 끝나면 알려 주십시오.</translation>
    </message>
    <message>
        <source>Start it, or check the address and its port: nothing answers.</source>
        <translation>서버를 시작하거나 주소와 포트를 확인하십시오. 아무것도 응답하지 않습니다.</translation>
    </message>
    <message>
        <source>Stop when so many pairs are accepted.</source>
        <translation>이만큼의 문답이 채택되면 멈춥니다.</translation>
    </message>
    <message>
        <source>Stopped early at iteration {0}: {1} evaluations in a row were no better. The adapter of iteration {2} is kept.</source>
        <translation>{0}번째 반복에서 일찍 멈췄습니다. 이어진 평가 {1}번이 나아지지 않았습니다. {2}번째 반복의 어댑터가 보존됩니다.</translation>
    </message>
    <message>
        <source>Sweep {0} was made with an older dataset</source>
        <translation>스윕 {0}은(는) 이전 데이터셋으로 만들어졌습니다</translation>
    </message>
    <message>
        <source>System field</source>
        <translation>시스템 필드</translation>
    </message>
    <message>
        <source>System message</source>
        <translation>시스템 메시지</translation>
    </message>
    <message>
        <source>System prompt.</source>
        <translation>시스템 프롬프트.</translation>
    </message>
    <message>
        <source>Take a larger base or a higher rank: even of the trained questions only {0}% are answered right.</source>
        <translation>더 큰 기본 모델이나 더 높은 랭크를 쓰십시오. 학습한 질문조차 {0}%만 맞힙니다.</translation>
    </message>
    <message>
        <source>Take as many Macs as divide {0}, or start a new run with a batch size of {1} or {2}.</source>
        <translation>{0}을(를) 나누는 수만큼의 Mac을 쓰거나, 배치 크기 {1} 또는 {2}(으)로 새 실행을 시작하십시오.</translation>
    </message>
    <message>
        <source>Take it again with the same options: it goes on where it was.</source>
        <translation>같은 옵션으로 다시 시작하십시오. 멈춘 곳에서 이어집니다.</translation>
    </message>
    <message>
        <source>Take one first: hone exam {0}.</source>
        <translation>먼저 시험을 치르십시오.</translation>
    </message>
    <message>
        <source>Take one with: hone exam {0}</source>
        <translation>시험 페이지에서 시험을 보십시오.</translation>
    </message>
    <message>
        <source>Take the exam again with a judge: a larger model that says how right each reply is.</source>
        <translation>심사 모델을 두고 다시 시험하십시오. 더 큰 모델이 답변마다 얼마나 맞는지 매깁니다.</translation>
    </message>
    <message>
        <source>Take the exam again with the probe, to learn what was lost elsewhere.</source>
        <translation>다른 데서 무엇을 잃었는지 알 수 있도록 일반 질문까지 넣어 다시 시험하십시오.</translation>
    </message>
    <message>
        <source>Taken out by hand.</source>
        <translation>직접 뺐습니다.</translation>
    </message>
    <message>
        <source>Target</source>
        <translation>목표</translation>
    </message>
    <message>
        <source>Teach more wordings of each fact: of the trained questions {0}% are answered right, of those in other words {1}%.</source>
        <translation>사실마다 더 많은 표현을 학습하십시오. 학습한 질문은 {0}%, 다른 말로 물은 질문은 {1}%를 맞힙니다.</translation>
    </message>
    <message>
        <source>Temperature</source>
        <translation>온도</translation>
    </message>
    <message>
        <source>Temperature.</source>
        <translation>온도.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>Test questions.</source>
        <translation>시험 질문.</translation>
    </message>
    <message>
        <source>The GGUF does not answer as the MLX model</source>
        <translation>GGUF가 MLX 모델과 다르게 답합니다</translation>
    </message>
    <message>
        <source>The GGUF file does not answer</source>
        <translation>GGUF 파일이 답하지 않습니다</translation>
    </message>
    <message>
        <source>The GGUF reads text differently from the MLX model</source>
        <translation>GGUF가 MLX 모델과 다르게 텍스트를 읽습니다</translation>
    </message>
    <message>
        <source>The adapter changes nothing</source>
        <translation>어댑터가 아무것도 바꾸지 않습니다</translation>
    </message>
    <message>
        <source>The adapter could not be loaded</source>
        <translation>어댑터를 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>The adapter does not fit the base model</source>
        <translation>어댑터가 기본 모델과 맞지 않습니다</translation>
    </message>
    <message>
        <source>The adapter of run {0} changes nothing: it answers as its base.</source>
        <translation>학습 {0}의 어댑터가 아무것도 바꾸지 않습니다. 기본 모델처럼 답합니다.</translation>
    </message>
    <message>
        <source>The address of a server must not hold a key</source>
        <translation>서버 주소에 키를 넣으면 안 됩니다</translation>
    </message>
    <message>
        <source>The answer denies what the evidence says, or the other way round.</source>
        <translation>근거가 말하는 것을 답변이 부정하거나 그 반대입니다.</translation>
    </message>
    <message>
        <source>The answer is trained, under another question.</source>
        <translation>답변이 다른 질문으로 학습되었습니다.</translation>
    </message>
    <message>
        <source>The answer only repeats the question.</source>
        <translation>답변이 질문을 되풀이하기만 합니다.</translation>
    </message>
    <message>
        <source>The answer says another colour, side, day or the like than the evidence.</source>
        <translation>답변의 색, 방향, 요일 등이 근거와 다릅니다.</translation>
    </message>
    <message>
        <source>The answer was cut off.</source>
        <translation>답변이 중간에 잘렸습니다.</translation>
    </message>
    <message>
        <source>The base asked twice with chance differs from itself by at most {0} points.</source>
        <translation>우연을 넣어 두 번 물으면 기본 모델 자신끼리도 최대 {0}점 다릅니다.</translation>
    </message>
    <message>
        <source>The base has changed since: start a new run.</source>
        <translation>그 후 기본 모델이 바뀌었습니다. 새로 학습을 시작하십시오.</translation>
    </message>
    <message>
        <source>The base itself stays as it was and goes on writing pairs.</source>
        <translation>기본 모델 자체는 그대로 남아 계속 문답을 작성합니다.</translation>
    </message>
    <message>
        <source>The base model differs</source>
        <translation>기본 모델이 다릅니다</translation>
    </message>
    <message>
        <source>The base model differs on {0}</source>
        <translation>{0}의 기본 모델이 다릅니다</translation>
    </message>
    <message>
        <source>The base model is missing on {0}</source>
        <translation>{0}에 기본 모델이 없습니다</translation>
    </message>
    <message>
        <source>The base model {0} could not be loaded</source>
        <translation>기본 모델 ‘{0}’을(를) 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>The base model {0} could not be read again</source>
        <translation>기본 모델 {0}을(를) 다시 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The base was not asked twice, so how far chance alone carries is not known.</source>
        <translation>기본 모델에 두 번 묻지 않아서 우연만으로 얼마나 달라지는지 알 수 없습니다.</translation>
    </message>
    <message>
        <source>The best adapter so far is kept. Next time train about {0} iterations or set patience to {1}; more wordings of each fact help too.</source>
        <translation>지금까지 가장 좋은 어댑터는 보존됩니다. 다음에는 {0}번쯤만 반복하거나 기다릴 평가 수를 {1}(으)로 정하세요. 사실마다 표현을 늘리는 것도 도움이 됩니다.</translation>
    </message>
    <message>
        <source>The chat template cannot be used</source>
        <translation>채팅 템플릿을 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>The chat template of {0} could not be used</source>
        <translation>‘{0}’의 채팅 템플릿을 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>The checks are: {0}.</source>
        <translation>사용할 수 있는 검사: {0}.</translation>
    </message>
    <message>
        <source>The chosen chunks have no sentence that states a fact: add documents with more text, ask of all chunks, or give the ask stage first.</source>
        <translation>선택한 청크에 사실을 말하는 문장이 없습니다. 텍스트가 더 많은 문서를 추가하거나, 모든 청크에 대해 질문하거나, 질문 단계를 먼저 실행하십시오.</translation>
    </message>
    <message>
        <source>The config.json of {0} is damaged</source>
        <translation>‘{0}’의 config.json이 손상되었습니다</translation>
    </message>
    <message>
        <source>The connection broke off</source>
        <translation>연결이 끊어졌습니다</translation>
    </message>
    <message>
        <source>The copy does not answer</source>
        <translation>사본이 답하지 못합니다</translation>
    </message>
    <message>
        <source>The copy does not fit into memory now, so it was not tried.</source>
        <translation>지금은 사본이 메모리에 들어가지 않아 시험하지 못했습니다.</translation>
    </message>
    <message>
        <source>The copy says something else than the original at {0} of the tokens: 8 bits stay closer.</source>
        <translation>사본이 토큰의 {0}에서 원본과 다르게 말합니다. 8비트가 원본에 더 가깝습니다.</translation>
    </message>
    <message>
        <source>The database of {0} cannot be read</source>
        <translation>‘{0}’의 데이터베이스를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The dataset has no rows</source>
        <translation>데이터셋에 행이 없습니다</translation>
    </message>
    <message>
        <source>The dataset has no rows in {0}: make it anew with hone dataset {1}, ask trained ones with --trained, or give a file with --questions.</source>
        <translation>데이터셋의 {0}에 행이 없습니다. 데이터셋을 새로 만들거나, 학습한 질문을 포함하거나, 질문 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>The dataset has {0} rows for training.</source>
        <translation>데이터셋에 학습용 행이 {0}개 있습니다.</translation>
    </message>
    <message>
        <source>The dataset&apos;s files are damaged</source>
        <translation>데이터셋의 파일이 손상되었습니다</translation>
    </message>
    <message>
        <source>The dataset&apos;s files are gone</source>
        <translation>데이터셋의 파일이 없습니다</translation>
    </message>
    <message>
        <source>The dataset&apos;s own.</source>
        <translation>데이터셋의 형식입니다.</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>디스크가 가득 찼습니다</translation>
    </message>
    <message>
        <source>The disk is too full to update this project</source>
        <translation>디스크에 이 프로젝트를 업데이트할 공간이 부족합니다</translation>
    </message>
    <message>
        <source>The document answers what was meant to be left open.</source>
        <translation>답하지 않기로 한 질문에 문서가 답하고 있습니다.</translation>
    </message>
    <message>
        <source>The document in a sentence; by default its title.</source>
        <translation>문서를 한 문장으로 설명합니다. 기본값은 제목입니다.</translation>
    </message>
    <message>
        <source>The documents are not indexed yet</source>
        <translation>문서가 아직 색인되지 않았습니다</translation>
    </message>
    <message>
        <source>A file in {0} is missing or damaged ({1}).</source>
        <translation>{0} 폴더의 파일이 없거나 손상되었습니다({1}).</translation>
    </message>
    <message>
        <source>A project is a folder NAME.hone with project.sqlite in it. Make one with: hone new NAME.hone</source>
        <translation>프로젝트는 project.sqlite가 들어 있는 ‘이름.hone’ 폴더입니다. 시작 화면에서 새로 만드십시오.</translation>
    </message>
    <message>
        <source>Add one first, in Settings or with hone servers add ADDRESS.</source>
        <translation>먼저 설정에서 추가하십시오.</translation>
    </message>
    <message>
        <source>At once: {0} is out of range</source>
        <translation>동시 요청: {0}은(는) 범위를 벗어납니다</translation>
    </message>
    <message>
        <source>Hone reads PDF, Word (.docx), PowerPoint (.pptx), EPUB, web pages, Markdown, plain text and pictures</source>
        <translation>Hone은 PDF, Word(.docx), PowerPoint(.pptx), EPUB, 웹 페이지, Markdown, 일반 텍스트와 그림을 읽습니다</translation>
    </message>
    <message>
        <source>Lets a model say of each pair whether the source supports it: off, writer, starter, a GGUF chat model, or servers.</source>
        <translation>원문이 문답을 뒷받침하는지 모델이 하나씩 말하게 합니다: off, writer, starter, GGUF 채팅 모델 또는 servers.</translation>
    </message>
    <message>
        <source>Models of the kind {0} are computed word by word in training, with a state kept for each: that takes gigabytes a layer and very long.</source>
        <translation>{0} 종류의 모델은 학습할 때 단어마다 차례로 계산하고 상태를 하나씩 보관합니다. 그래서 레이어마다 메모리가 수 GB씩 필요하고 매우 오래 걸립니다.</translation>
    </message>
    <message>
        <source>Models of the kind {0} have state-space layers, which take several times the memory of others in training.</source>
        <translation>{0} 종류의 모델에는 상태 공간 레이어가 있어, 학습할 때 다른 모델보다 메모리가 몇 배 더 필요합니다.</translation>
    </message>
    <message>
        <source>No server is set</source>
        <translation>설정된 서버가 없습니다</translation>
    </message>
    <message>
        <source>None of the {0} servers answers</source>
        <translation>서버 {0}개가 모두 응답하지 않습니다</translation>
    </message>
    <message>
        <source>Rejected: {0} {1} Try a larger writer, or other documents.</source>
        <translation>거절된 것: {0} {1} 더 큰 작성 모델이나 다른 문서를 사용해 보십시오.</translation>
    </message>
    <message>
        <source>Repair or delete {0}, and add the servers again.</source>
        <translation>{0}을(를) 고치거나 지우고 서버를 다시 추가하십시오.</translation>
    </message>
    <message>
        <source>Say off, writer, starter, servers, or the path of a GGUF chat model.</source>
        <translation>off, writer, starter, servers 또는 GGUF 채팅 모델의 경로를 쓰십시오.</translation>
    </message>
    <message>
        <source>Servers.</source>
        <translation>서버.</translation>
    </message>
    <message>
        <source>Text recognition failed: {0}</source>
        <translation>텍스트 인식에 실패했습니다: {0}</translation>
    </message>
    <message>
        <source>Text recognition found no letters: it is a picture, or blank.</source>
        <translation>텍스트 인식에서 글자를 찾지 못했습니다. 그림이거나 비어 있습니다.</translation>
    </message>
    <message>
        <source>The adapter of run {0} is not there any more</source>
        <translation>학습 {0}의 어댑터가 더 이상 없습니다</translation>
    </message>
    <message>
        <source>The documents changed since it was made.</source>
        <translation>만든 뒤에 문서가 바뀌었습니다.</translation>
    </message>
    <message>
        <source>The documents have no words to index</source>
        <translation>문서에 색인할 단어가 없습니다</translation>
    </message>
    <message>
        <source>The embedding model changed</source>
        <translation>임베딩 모델이 바뀌었습니다</translation>
    </message>
    <message>
        <source>The evidence answers another question.</source>
        <translation>근거가 다른 질문에 답하고 있습니다.</translation>
    </message>
    <message>
        <source>The evidence does not stand in the documents</source>
        <translation>근거가 문서에 없습니다</translation>
    </message>
    <message>
        <source>The evidence does not stand in the page it is quoted from.</source>
        <translation>근거가 인용한 페이지에 없습니다.</translation>
    </message>
    <message>
        <source>The evidence is no passage of a page</source>
        <translation>근거가 한 페이지의 구절이 아닙니다</translation>
    </message>
    <message>
        <source>The export could not be written</source>
        <translation>내보낸 파일을 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>The fact is not trained at all, so that the row does not measure learning.</source>
        <translation>사실이 전혀 학습되지 않아서 이 행은 학습을 측정하지 못합니다.</translation>
    </message>
    <message>
        <source>The file has no bytes at all: copy or download it again.</source>
        <translation>파일이 비어 있습니다. 다시 복사하거나 다운로드하십시오.</translation>
    </message>
    <message>
        <source>The file is cut or damaged, as after a download that stopped: download it again.</source>
        <translation>다운로드가 중단된 경우처럼 파일이 잘리거나 손상되었습니다. 다시 다운로드하십시오.</translation>
    </message>
    <message>
        <source>The file is empty. A row names {0}.</source>
        <translation>파일이 비어 있습니다. 행에 있어야 하는 것: {0}.</translation>
    </message>
    <message>
        <source>The file may be damaged, of a kind that this llama.cpp does not know, or too large for the memory: download it again or choose another embedding model.</source>
        <translation>파일이 손상되었거나, 이 llama.cpp가 모르는 종류이거나, 메모리에 비해 너무 큽니다. 다시 다운로드하거나 다른 임베딩 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>The folder lacks tokenizer.json: copy or download the whole model again.</source>
        <translation>폴더에 tokenizer.json이 없습니다. 모델 전체를 다시 복사하거나 다운로드하십시오.</translation>
    </message>
    <message>
        <source>The fonts of the page do not tell which letters they show: text recognition (OCR) can.</source>
        <translation>페이지의 서체로는 어떤 글자인지 알 수 없습니다. 텍스트 인식(OCR)으로 읽을 수 있습니다.</translation>
    </message>
    <message>
        <source>The form asked of the writer is not a valid JSON schema</source>
        <translation>작성 모델에 지정한 형식이 올바른 JSON 스키마가 아닙니다</translation>
    </message>
    <message>
        <source>The form asked of the writer is not a valid grammar</source>
        <translation>작성 모델에 지정한 형식이 올바른 문법이 아닙니다</translation>
    </message>
    <message>
        <source>The fused model does not answer as base and adapter did</source>
        <translation>병합된 모델이 기본 모델과 어댑터처럼 답하지 않습니다</translation>
    </message>
    <message>
        <source>The fused model for mlx-lm.</source>
        <translation>mlx-lm용 병합된 모델입니다.</translation>
    </message>
    <message>
        <source>The index cannot be read</source>
        <translation>색인을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The index is out of date</source>
        <translation>색인이 오래되었습니다</translation>
    </message>
    <message>
        <source>The index is up to date.</source>
        <translation>색인이 최신 상태입니다.</translation>
    </message>
    <message>
        <source>The judge finds no support for the answer in the source.</source>
        <translation>판정 모델이 출처에서 답변의 근거를 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The judge gave no usable verdict.</source>
        <translation>판정 모델이 쓸 수 있는 판정을 내리지 않았습니다.</translation>
    </message>
    <message>
        <source>The letters of the picture could not be told well enough ({0} sure): scan it more sharply.</source>
        <translation>그림의 글자를 충분히 알아볼 수 없습니다(확신도 {0}). 더 선명하게 스캔하십시오.</translation>
    </message>
    <message>
        <source>The list has {0}: say {1}#MODEL.</source>
        <translation>목록에 {0}이(가) 있습니다: {1}#MODEL처럼 쓰십시오.</translation>
    </message>
    <message>
        <source>The list of servers cannot be read</source>
        <translation>서버 목록을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The list of servers could not be written</source>
        <translation>서버 목록을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The list of {0} rows that cannot be taken could not be written</source>
        <translation>가져올 수 없는 행 {0}개의 목록을 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>The loss is no longer a number. The best adapter so far is kept; train again with half the learning rate.</source>
        <translation>손실이 더 이상 숫자가 아닙니다. 지금까지의 가장 좋은 어댑터는 보존됩니다. 학습률을 절반으로 줄여 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>The mlx-lm in Hone cannot put adapters on models of the kind {0}.</source>
        <translation>Hone에 든 mlx-lm은 {0} 종류의 모델에 어댑터를 붙이지 못합니다.</translation>
    </message>
    <message>
        <source>The mlx-lm in Hone does not know models of the kind {0}.</source>
        <translation>Hone에 든 mlx-lm은 {0} 종류의 모델을 모릅니다.</translation>
    </message>
    <message>
        <source>The most frequent cause is memory: close other apps or choose a smaller model. What was done so far is kept; start the step again to go on.</source>
        <translation>가장 흔한 원인은 메모리입니다. 다른 앱을 닫거나 더 작은 모델을 선택하십시오. 지금까지 한 것은 보존되며, 단계를 다시 시작하면 이어집니다.</translation>
    </message>
    <message>
        <source>The most seed examples a file; by default all.</source>
        <translation>파일 하나의 최대 예시 문답 수입니다. 기본값은 전체입니다.</translation>
    </message>
    <message>
        <source>The number of the pair that gets a new text.</source>
        <translation>새 텍스트를 받을 문답의 번호입니다.</translation>
    </message>
    <message>
        <source>The overlap of the chunks is too large</source>
        <translation>청크가 너무 많이 겹칩니다</translation>
    </message>
    <message>
        <source>The page is a picture without text.</source>
        <translation>텍스트가 없는 그림 페이지입니다.</translation>
    </message>
    <message>
        <source>The page is blank.</source>
        <translation>빈 페이지입니다.</translation>
    </message>
    <message>
        <source>The page is damaged and could not be opened.</source>
        <translation>페이지가 손상되어 열 수 없습니다.</translation>
    </message>
    <message>
        <source>The page is drawn, without text.</source>
        <translation>텍스트 없이 그려진 페이지입니다.</translation>
    </message>
    <message>
        <source>The page is nested too deeply</source>
        <translation>페이지가 너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>The path has no name in it</source>
        <translation>경로에 이름이 없습니다</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>그림이 손상되었습니다.</translation>
    </message>
    <message>
        <source>The project {0} could not be made</source>
        <translation>프로젝트 ‘{0}’을(를) 만들 수 없습니다</translation>
    </message>
    <message>
        <source>The question already contains its answer.</source>
        <translation>질문에 이미 답이 들어 있습니다.</translation>
    </message>
    <message>
        <source>The question asks for a place in the document and not for a fact.</source>
        <translation>사실이 아니라 문서 안의 위치를 묻습니다.</translation>
    </message>
    <message>
        <source>The question cannot be understood without the page.</source>
        <translation>페이지 없이는 질문을 이해할 수 없습니다.</translation>
    </message>
    <message>
        <source>The question carries no loss.</source>
        <translation>질문 부분은 손실에 넣지 않습니다.</translation>
    </message>
    <message>
        <source>The question is empty.</source>
        <translation>질문이 비어 있습니다.</translation>
    </message>
    <message>
        <source>The question is too long</source>
        <translation>질문이 너무 깁니다</translation>
    </message>
    <message>
        <source>The question is too long.</source>
        <translation>질문이 너무 깁니다.</translation>
    </message>
    <message>
        <source>The question is too short to be understood.</source>
        <translation>질문이 너무 짧아서 이해할 수 없습니다.</translation>
    </message>
    <message>
        <source>The question is trained in nearly the same words.</source>
        <translation>질문이 거의 같은 말로 학습되었습니다.</translation>
    </message>
    <message>
        <source>The question is trained word for word.</source>
        <translation>질문이 똑같은 말로 학습되었습니다.</translation>
    </message>
    <message>
        <source>The question only repeats the evidence.</source>
        <translation>질문이 근거를 되풀이하기만 합니다.</translation>
    </message>
    <message>
        <source>The question speaks of the text instead of its subject.</source>
        <translation>질문이 내용이 아니라 글 자체에 대해 묻습니다.</translation>
    </message>
    <message>
        <source>The question speaks of things that this part of the document does not have.</source>
        <translation>질문이 문서의 이 부분에 없는 것을 묻습니다.</translation>
    </message>
    <message>
        <source>The question was cut off or is no question.</source>
        <translation>질문이 중간에 잘렸거나 질문이 아닙니다.</translation>
    </message>
    <message>
        <source>The repository cannot be stored</source>
        <translation>저장소를 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>The repository has no {0}</source>
        <translation>저장소에 ‘{0}’이(가) 없습니다</translation>
    </message>
    <message>
        <source>The repository {0} is empty</source>
        <translation>저장소 ‘{0}’이(가) 비어 있습니다</translation>
    </message>
    <message>
        <source>The same for a page whose letters are recognised.</source>
        <translation>글자를 인식해야 하는 페이지의 제한 시간입니다.</translation>
    </message>
    <message>
        <source>The same seed draws the same reply.</source>
        <translation>같은 시드는 같은 답변을 냅니다.</translation>
    </message>
    <message>
        <source>The server at {0} ended its reply</source>
        <translation>{0}의 서버가 답변을 끝냈습니다</translation>
    </message>
    <message>
        <source>The slide could not be read ({0}).</source>
        <translation>슬라이드를 읽을 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>The slide has pictures and no text.</source>
        <translation>슬라이드에 그림만 있고 텍스트가 없습니다.</translation>
    </message>
    <message>
        <source>The starter cannot ask for the fact of pair {0} again</source>
        <translation>스타터는 문답 {0}의 사실을 다시 물을 수 없습니다</translation>
    </message>
    <message>
        <source>The starter cannot write rows of a skill</source>
        <translation>스타터는 기술용 행을 작성할 수 없습니다</translation>
    </message>
    <message>
        <source>The starter follows no topic and no instructions: they are ignored.</source>
        <translation>스타터는 주제와 지시를 따르지 않으므로 무시합니다.</translation>
    </message>
    <message>
        <source>The starter model is missing</source>
        <translation>스타터 모델이 없습니다</translation>
    </message>
    <message>
        <source>The target of {0} accepted pairs is reached.</source>
        <translation>채택된 문답 {0}개의 목표에 도달했습니다.</translation>
    </message>
    <message>
        <source>The taxonomy could not be written</source>
        <translation>분류 체계를 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>The taxonomy; it is made when it is not there.</source>
        <translation>분류 체계입니다. 없으면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>The tensor {0} has values that are not numbers, or too large: train again with a smaller learning rate, or export the MLX folder.</source>
        <translation>텐서 {0}에 숫자가 아니거나 너무 큰 값이 있습니다. 학습률을 낮추어 다시 학습하거나 MLX 폴더를 내보내십시오.</translation>
    </message>
    <message>
        <source>The text of the page could not be read.</source>
        <translation>페이지의 텍스트를 읽을 수 없습니다.</translation>
    </message>
    <message>
        <source>The texts of the documents are sent to {0}.</source>
        <translation>문서의 글이 {0}(으)로 전송됩니다.</translation>
    </message>
    <message>
        <source>The tokenizer of {0} could not be loaded</source>
        <translation>‘{0}’의 토크나이저를 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>The writer found no answer in the document.</source>
        <translation>작성 모델이 문서에서 답을 찾지 못했습니다.</translation>
    </message>
    <message>
        <source>The writer gave no usable answer.</source>
        <translation>작성 모델이 쓸 수 있는 답변을 하지 않았습니다.</translation>
    </message>
    <message>
        <source>The writer has no option {0}</source>
        <translation>작성 모델에는 ‘{0}’ 옵션이 없습니다</translation>
    </message>
    <message>
        <source>The writer knows no stop words</source>
        <translation>작성 모델은 중단 단어를 지원하지 않습니다</translation>
    </message>
    <message>
        <source>The writer reads text only</source>
        <translation>작성 모델은 텍스트만 읽습니다</translation>
    </message>
    <message>
        <source>The writer was not sure of its own question.</source>
        <translation>작성 모델이 자신의 질문을 확신하지 못했습니다.</translation>
    </message>
    <message>
        <source>The writer {0} cannot be read</source>
        <translation>작성 모델 ‘{0}’을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The writer {0} knows too little {1}</source>
        <translation>작성 모델 ‘{0}’은(는) 다음 언어를 너무 조금 압니다: {1}</translation>
    </message>
    <message>
        <source>The writer {0} writes nothing that can be used</source>
        <translation>작성 모델 ‘{0}’이(가) 쓸 수 있는 것을 작성하지 않습니다</translation>
    </message>
    <message>
        <source>The writer&apos;s reply does not fit its form</source>
        <translation>작성 모델의 응답이 형식에 맞지 않습니다</translation>
    </message>
    <message>
        <source>The writer&apos;s structured output takes a schema only</source>
        <translation>작성 모델의 구조화된 출력에는 스키마만 지정할 수 있습니다</translation>
    </message>
    <message>
        <source>The {0} is empty</source>
        <translation>{0}이(가) 비어 있습니다</translation>
    </message>
    <message>
        <source>The {0} job stopped unexpectedly ({1})</source>
        <translation>‘{0}’ 작업이 예기치 않게 중단되었습니다({1})</translation>
    </message>
    <message>
        <source>Their addresses (http://host:port/v1#MODEL); all when empty.</source>
        <translation>서버의 주소(http://host:port/v1#MODEL), 비어 있으면 모두.</translation>
    </message>
    <message>
        <source>Their tuned models answer too, one after another.</source>
        <translation>그 학습들의 학습된 모델도 차례로 답합니다.</translation>
    </message>
    <message>
        <source>There are no chapters in it: get a fresh copy.</source>
        <translation>안에 장이 없습니다. 새 사본을 구하십시오.</translation>
    </message>
    <message>
        <source>There are no examples of a skill</source>
        <translation>기술의 예시가 없습니다</translation>
    </message>
    <message>
        <source>There are no gaps: every chunk and page that states a fact has an accepted pair.</source>
        <translation>빈 곳이 없습니다. 사실을 말하는 모든 청크와 페이지에 채택된 문답이 있습니다.</translation>
    </message>
    <message>
        <source>There are too few accepted pairs for a qna.yaml</source>
        <translation>qna.yaml을 만들기에는 채택된 문답이 너무 적습니다</translation>
    </message>
    <message>
        <source>There are too few pairs for {0}</source>
        <translation>{0}에 사용할 문답이 너무 적습니다</translation>
    </message>
    <message>
        <source>There are {0} accepted pairs: too few for a dataset</source>
        <translation>채택된 문답이 {0}개뿐이어서 데이터셋을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>There is no check {0}</source>
        <translation>‘{0}’ 검사가 없습니다</translation>
    </message>
    <message>
        <source>There is no commit in it yet.</source>
        <translation>아직 커밋이 없습니다.</translation>
    </message>
    <message>
        <source>There is no commit {0} in {1}</source>
        <translation>{1}에 커밋 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no dataset yet</source>
        <translation>아직 데이터셋이 없습니다</translation>
    </message>
    <message>
        <source>There is no dataset {0}</source>
        <translation>데이터셋 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no file {0}</source>
        <translation>‘{0}’ 파일이 없습니다</translation>
    </message>
    <message>
        <source>There is no folder {0}</source>
        <translation>‘{0}’ 폴더가 없습니다</translation>
    </message>
    <message>
        <source>There is no git repository at {0}</source>
        <translation>{0}에 git 저장소가 없습니다</translation>
    </message>
    <message>
        <source>There is no job named {0}</source>
        <translation>‘{0}’ 작업이 없습니다</translation>
    </message>
    <message>
        <source>There is no judge {0}</source>
        <translation>‘{0}’ 판정 모델이 없습니다</translation>
    </message>
    <message>
        <source>There is no kind of question named {0}</source>
        <translation>‘{0}’ 종류의 질문이 없습니다</translation>
    </message>
    <message>
        <source>There is no model.safetensors in it: fuse again.</source>
        <translation>model.safetensors가 없습니다. 다시 병합하십시오.</translation>
    </message>
    <message>
        <source>There is no other run to ask</source>
        <translation>질문할 다른 학습이 없습니다</translation>
    </message>
    <message>
        <source>There is no pair {0}</source>
        <translation>문답 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no prompt style {0}</source>
        <translation>‘{0}’ 프롬프트 형식이 없습니다</translation>
    </message>
    <message>
        <source>There is no question</source>
        <translation>질문이 없습니다</translation>
    </message>
    <message>
        <source>There is no question to ask</source>
        <translation>물을 질문이 없습니다</translation>
    </message>
    <message>
        <source>There is no question {0}</source>
        <translation>질문 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no row to train on</source>
        <translation>학습할 행이 없습니다</translation>
    </message>
    <message>
        <source>There is no row {0}</source>
        <translation>행 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no run {0}</source>
        <translation>학습 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no server {0} on the list</source>
        <translation>목록에 서버 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no split {0}</source>
        <translation>‘{0}’ 부분이 없습니다</translation>
    </message>
    <message>
        <source>There is no tuned model here</source>
        <translation>여기에는 학습된 모델이 없습니다</translation>
    </message>
    <message>
        <source>There is no tuned model yet</source>
        <translation>아직 학습된 모델이 없습니다</translation>
    </message>
    <message>
        <source>There is no {0}</source>
        <translation>‘{0}’이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is not enough memory to compare with {0}</source>
        <translation>‘{0}’와(과) 비교할 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>There is not enough memory to write with {0}</source>
        <translation>‘{0}’(으)로 작성할 메모리가 부족합니다</translation>
    </message>
    <message>
        <source>There is not enough room for the GGUF file</source>
        <translation>GGUF 파일을 저장할 공간이 부족합니다</translation>
    </message>
    <message>
        <source>There is nothing in it but white space or pictures.</source>
        <translation>공백이나 그림 외에 아무것도 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to answer</source>
        <translation>답할 질문이 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to ask about</source>
        <translation>질문할 내용이 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to export</source>
        <translation>내보낼 것이 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to index</source>
        <translation>색인할 것이 없습니다</translation>
    </message>
    <message>
        <source>There is nothing to read in {0}{1}</source>
        <translation>‘{0}’에 읽을 것이 없습니다{1}</translation>
    </message>
    <message>
        <source>These pairs make no valid qna.yaml</source>
        <translation>이 문답으로는 올바른 qna.yaml을 만들 수 없습니다</translation>
    </message>
    <message>
        <source>This model cannot be written as GGUF</source>
        <translation>이 모델은 GGUF로 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>This model has no chat template</source>
        <translation>이 모델에는 채팅 템플릿이 없습니다</translation>
    </message>
    <message>
        <source>Times each row is seen.</source>
        <translation>각 행을 보는 횟수입니다.</translation>
    </message>
    <message>
        <source>To have its letters recognised, install pyobjc-framework-Vision, or tesseract (brew install tesseract).</source>
        <translation>글자를 인식하려면 pyobjc-framework-Vision 또는 tesseract를 설치하십시오(brew install tesseract).</translation>
    </message>
    <message>
        <source>To have its letters recognised, install tesseract (on Debian and Ubuntu: apt install tesseract-ocr, and tesseract-ocr-kor for Korean), then read the file again.</source>
        <translation>글자를 인식하려면 tesseract를 설치하십시오(Debian과 Ubuntu에서는 apt install tesseract-ocr, 한국어는 tesseract-ocr-kor). 그런 다음 파일을 다시 읽으십시오.</translation>
    </message>
    <message>
        <source>Tokens of whole sentences that a chunk repeats from the one before.</source>
        <translation>청크가 앞 청크에서 문장 단위로 되풀이하는 토큰 수입니다.</translation>
    </message>
    <message>
        <source>Top-p.</source>
        <translation>Top-p.</translation>
    </message>
    <message>
        <source>Topic</source>
        <translation>주제</translation>
    </message>
    <message>
        <source>Train at most so many of each fact; the others are left out.</source>
        <translation>사실마다 최대 이만큼만 학습하고 나머지는 제외합니다.</translation>
    </message>
    <message>
        <source>Train one with: hone train {0}</source>
        <translation>학습 페이지에서 학습하십시오.</translation>
    </message>
    <message>
        <source>Trained questions too.</source>
        <translation>학습한 질문도 포함.</translation>
    </message>
    <message>
        <source>Training diverged at iteration {0}</source>
        <translation>{0}번째 반복에서 학습이 발산했습니다</translation>
    </message>
    <message>
        <source>Try a few iterations where no speed is known; by default with small bases only.</source>
        <translation>속도를 모를 때 몇 번 반복해 봅니다. 기본값은 작은 기본 모델만입니다.</translation>
    </message>
    <message>
        <source>Try another writer: an instruct model of 3B parameters or more as GGUF (hone generate PROJECT --writer FILE.gguf). What was accepted before is kept.</source>
        <translation>다른 작성 모델을 사용해 보십시오. 매개변수 30억 개 이상인 Instruct 모델의 GGUF가 좋습니다. 이전에 채택된 것은 보존됩니다.</translation>
    </message>
    <message>
        <source>Type it again (at the command line after --password).</source>
        <translation>암호를 다시 입력하십시오.</translation>
    </message>
    <message>
        <source>Unanswerable</source>
        <translation>답이 없는 질문</translation>
    </message>
    <message>
        <source>Unknown option {0}</source>
        <translation>알 수 없는 옵션: {0}</translation>
    </message>
    <message>
        <source>Unpacked it has {0} MB in {1} parts. Split it, or save it as PDF.</source>
        <translation>압축을 풀면 {1}개 부분, {0}MB입니다. 나누거나 PDF로 저장하십시오.</translation>
    </message>
    <message>
        <source>Unseen</source>
        <translation>미학습 부분</translation>
    </message>
    <message>
        <source>Use a grammar to say where a reply ends.</source>
        <translation>문법으로 답변이 끝나는 곳을 지정하십시오.</translation>
    </message>
    <message>
        <source>Valid</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>버전</translation>
    </message>
    <message>
        <source>Wait for it, or stop the other one.</source>
        <translation>끝날 때까지 기다리거나 다른 작업을 중단하십시오.</translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, and read it again.</source>
        <translation>파일을 쓰고 있는 프로그램이 끝날 때까지 기다렸다가 다시 읽으십시오.</translation>
    </message>
    <message>
        <source>Wait until the program that writes it has finished, and read it again. And {0} more.</source>
        <translation>파일을 쓰고 있는 프로그램이 끝날 때까지 기다렸다가 다시 읽으십시오. 그 밖에 {0}개가 더 있습니다.</translation>
    </message>
    <message>
        <source>Warm-up.</source>
        <translation>워밍업.</translation>
    </message>
    <message>
        <source>Ways to ask for each fact.</source>
        <translation>각 사실을 묻는 표현의 수입니다.</translation>
    </message>
    <message>
        <source>Weight decay.</source>
        <translation>가중치 감쇠.</translation>
    </message>
    <message>
        <source>Weight of the adapter&apos;s output.</source>
        <translation>어댑터 출력의 가중치입니다.</translation>
    </message>
    <message>
        <source>Weights of less than two bits carry no adapter.</source>
        <translation>2비트보다 적은 가중치에는 어댑터를 붙일 수 없습니다.</translation>
    </message>
    <message>
        <source>What came of it made no sense. {0}.</source>
        <translation>읽은 결과가 올바르지 않습니다. {0}.</translation>
    </message>
    <message>
        <source>What it is about, as a chapter&apos;s title; by default the project&apos;s name.</source>
        <translation>장의 제목처럼 무엇에 관한 것인지 적습니다. 기본값은 프로젝트의 이름입니다.</translation>
    </message>
    <message>
        <source>What the questions should be about (chat writers).</source>
        <translation>질문이 다룰 주제입니다(대화 작성 모델).</translation>
    </message>
    <message>
        <source>Who answers.</source>
        <translation>답하는 모델입니다.</translation>
    </message>
    <message>
        <source>Width of the adapter.</source>
        <translation>어댑터의 너비입니다.</translation>
    </message>
    <message>
        <source>It is no text in an encoding that Hone knows. Hone reads PDF, Word (.docx), PowerPoint (.pptx), EPUB, web pages, Markdown, plain text and pictures.</source>
        <translation>Hone이 아는 인코딩의 텍스트가 아닙니다. Hone은 PDF, Word(.docx), PowerPoint(.pptx), EPUB, 웹 페이지, Markdown, 일반 텍스트와 그림을 읽습니다.</translation>
    </message>
    <message>
        <source>--anyway downloads it all the same.</source>
        <translation>그래도 다운로드할 수 있습니다.</translation>
    </message>
    <message>
        <source>4bit</source>
        <translation>4비트</translation>
    </message>
    <message>
        <source>8bit</source>
        <translation>8비트</translation>
    </message>
    <message>
        <source>A GGUF, and a Modelfile that asks it as it was trained.</source>
        <translation>GGUF와, 학습한 방식대로 묻는 Modelfile입니다.</translation>
    </message>
    <message>
        <source>A copy of it in 4 bits would fit: hone models convert FOLDER.</source>
        <translation>4비트 사본은 들어갑니다. 모델 페이지에서 만드십시오.</translation>
    </message>
    <message>
        <source>A model on another machine writes too: add it in Settings, or with hone servers add ADDRESS.</source>
        <translation>다른 컴퓨터의 모델로도 쓸 수 있습니다. 설정에서 추가하십시오.</translation>
    </message>
    <message>
        <source>All weights of the base were trained, which no adapter can hold</source>
        <translation>기본 모델의 모든 가중치를 학습했으므로 어댑터에 담을 수 없습니다</translation>
    </message>
    <message>
        <source>An earlier writing, with other options, has accepted pairs of all of them: reject some first, or begin a new project.</source>
        <translation>다른 옵션으로 한 이전 작성에서 모든 사실의 문답이 채택되었습니다. 먼저 일부를 거절하거나 새 프로젝트를 시작하십시오.</translation>
    </message>
    <message>
        <source>Bits of a GGUF: fewer are smaller and drift further.</source>
        <translation>GGUF의 비트 수입니다. 적을수록 작지만 답변이 더 달라집니다.</translation>
    </message>
    <message>
        <source>Blocks are computed again on the way back.</source>
        <translation>역전파에서 블록을 다시 계산합니다.</translation>
    </message>
    <message>
        <source>Check {0} in the environment, or the key in the keychain.</source>
        <translation>환경 변수 {0}이나 키체인의 키를 확인하십시오.</translation>
    </message>
    <message>
        <source>Choose a PDF, Word, text or other document, or a folder of them.</source>
        <translation>PDF, Word, 텍스트 같은 문서나 문서가 든 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Choose a folder with a model as MLX or Hugging Face has it.</source>
        <translation>MLX나 Hugging Face 형식의 모델이 든 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>Close other programs, or choose a smaller model.</source>
        <translation>다른 프로그램을 닫거나 더 작은 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>Every fact is asked for already</source>
        <translation>모든 사실에 이미 문답이 있습니다</translation>
    </message>
    <message>
        <source>Folder for Hugging Face.</source>
        <translation>Hugging Face용 폴더.</translation>
    </message>
    <message>
        <source>Folder for LM Studio.</source>
        <translation>LM Studio용 폴더.</translation>
    </message>
    <message>
        <source>Folder for Ollama.</source>
        <translation>Ollama용 폴더.</translation>
    </message>
    <message>
        <source>For mlx-lm, for PEFT, or for llama.cpp (gguf).</source>
        <translation>mlx-lm, PEFT 또는 llama.cpp(gguf)용입니다.</translation>
    </message>
    <message>
        <source>Format of the adapter.</source>
        <translation>어댑터 형식.</translation>
    </message>
    <message>
        <source>Give --push the form OWNER/NAME, such as anna/pump-manual.</source>
        <translation>anna/pump-manual처럼 소유자/이름 형식으로 쓰십시오.</translation>
    </message>
    <message>
        <source>Give it to Ollama.</source>
        <translation>Ollama에 전달.</translation>
    </message>
    <message>
        <source>It changes the experts of a mixture, which has no common form elsewhere</source>
        <translation>전문가 혼합 모델의 전문가를 바꾸는데, 다른 프로그램과 공통된 형식이 없습니다</translation>
    </message>
    <message>
        <source>It changes the token embeddings, which other programs do for the first layer only</source>
        <translation>토큰 임베딩을 바꾸는데, 다른 프로그램은 첫 레이어에서만 그렇게 합니다</translation>
    </message>
    <message>
        <source>It changes {0}, which the architecture {1} does not have: export the adapter for mlx-lm.</source>
        <translation>{1} 구조에 없는 {0}을(를) 바꿉니다. mlx-lm용 어댑터를 내보내십시오.</translation>
    </message>
    <message>
        <source>It does more than to put marks between the turns of a conversation, which is all that can be written in Ollama&apos;s words: export the GGUF alone, which has the chat template in it.</source>
        <translation>대화의 차례 사이에 표시를 넣는 것 이상을 하는데, Ollama의 형식으로는 그것만 쓸 수 있습니다. 대화 템플릿이 들어 있는 GGUF만 내보내십시오.</translation>
    </message>
    <message>
        <source>It has a tensor {0} that the architecture {1} does not have: export the MLX folder.</source>
        <translation>{1} 구조에 없는 텐서 {0}이(가) 있습니다. MLX 폴더를 내보내십시오.</translation>
    </message>
    <message>
        <source>It needs {0} of memory, and this machine has {1}.</source>
        <translation>메모리가 {0} 필요한데 이 컴퓨터에는 {1}가 있습니다.</translation>
    </message>
    <message>
        <source>It needs {0} of memory, and {1} are free.</source>
        <translation>메모리가 {0} 필요한데 {1}가 비어 있습니다.</translation>
    </message>
    <message>
        <source>It needs {0} of memory, and {1} are free. Close other programs, or choose a smaller model.</source>
        <translation>메모리가 {0} 필요한데 {1}가 비어 있습니다. 다른 프로그램을 닫거나 더 작은 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>It says: {0} Export the adapter for mlx-lm, or the fused model.</source>
        <translation>메시지: {0} mlx-lm용 어댑터나 병합된 모델을 내보내십시오.</translation>
    </message>
    <message>
        <source>It says: {0}. Start Ollama, then run: {1}</source>
        <translation>메시지: {0}. Ollama를 시작한 다음 실행하십시오: {1}</translation>
    </message>
    <message>
        <source>It scales its attention otherwise (query_pre_attn_scalar) than llama.cpp does.</source>
        <translation>어텐션의 크기 조정(query_pre_attn_scalar)이 llama.cpp와 다릅니다.</translation>
    </message>
    <message>
        <source>Its architecture is {0}; Hone writes GGUF for {1} and gemma3_text.</source>
        <translation>구조가 {0}입니다. Hone은 {1} 및 gemma3_text를 GGUF로 씁니다.</translation>
    </message>
    <message>
        <source>Its files are missing or damaged ({0}): train again with hone train.</source>
        <translation>파일이 없거나 손상되었습니다({0}). 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>Its folder of models, or one to copy from.</source>
        <translation>LM Studio의 모델 폴더 또는 거기로 복사할 폴더입니다.</translation>
    </message>
    <message>
        <source>Its layers attend to a sliding window in another way than those of llama.cpp.</source>
        <translation>레이어의 슬라이딩 윈도 방식이 llama.cpp와 다릅니다.</translation>
    </message>
    <message>
        <source>Its only page is a picture or blank, most likely a scan.</source>
        <translation>하나뿐인 페이지가 그림이거나 비어 있으며 스캔일 가능성이 높습니다.</translation>
    </message>
    <message>
        <source>LM Studio makes a folder of it: use letters, digits, dots, dashes and underscores only.</source>
        <translation>LM Studio에서 폴더 이름이 되므로 영문자, 숫자, 점, 붙임표, 밑줄만 쓰십시오.</translation>
    </message>
    <message>
        <source>Log in with: hf auth login, with a token that may write. Then export with --push again.</source>
        <translation>쓰기 권한이 있는 토큰으로 hf auth login을 실행해 로그인한 다음 다시 내보내십시오.</translation>
    </message>
    <message>
        <source>Looked for the embedding model at {0}. Vectors that need no model: hone index {1} --embedder latent</source>
        <translation>임베딩 모델을 {0}에서 찾았지만 없습니다. 모델이 필요 없는 latent 벡터로 문서를 다시 색인하십시오.</translation>
    </message>
    <message>
        <source>No Modelfile can be written</source>
        <translation>Modelfile을 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>Nothing of the catalogue fits.</source>
        <translation>카탈로그에 맞는 모델이 없습니다.</translation>
    </message>
    <message>
        <source>OWNER/NAME on the Hugging Face Hub to upload that folder to.</source>
        <translation>그 폴더를 올릴 Hugging Face Hub의 소유자/이름입니다.</translation>
    </message>
    <message>
        <source>Of the MLX model: as it was fused, bf16, or few bits with the drift that was measured.</source>
        <translation>MLX 모델의 정밀도입니다. 병합된 그대로, bf16, 또는 측정된 차이와 함께 적은 비트로 씁니다.</translation>
    </message>
    <message>
        <source>Of {0} chunks none of {1} facts came to something.</source>
        <translation>청크 {0}개에서 사실 {1}개 중 쓸 수 있는 것이 없었습니다.</translation>
    </message>
    <message>
        <source>Of {0} chunks none of {1} questions came to something.</source>
        <translation>청크 {0}개에서 질문 {1}개 중 쓸 수 있는 것이 없었습니다.</translation>
    </message>
    <message>
        <source>Of {0} chunks {1} of {2} facts came to something.</source>
        <translation>청크 {0}개에서 사실 {2}개 중 {1}개만 쓸 수 있었습니다.</translation>
    </message>
    <message>
        <source>Of {0} chunks {1} of {2} questions came to something.</source>
        <translation>청크 {0}개에서 질문 {2}개 중 {1}개만 쓸 수 있었습니다.</translation>
    </message>
    <message>
        <source>Ollama did not take the model</source>
        <translation>Ollama가 모델을 받아들이지 않았습니다</translation>
    </message>
    <message>
        <source>Ollama was not found</source>
        <translation>Ollama를 찾을 수 없습니다</translation>
    </message>
    <message>
        <source>Only the last {0} blocks learn.</source>
        <translation>마지막 {0}개 블록만 학습합니다.</translation>
    </message>
    <message>
        <source>Open it in another program and save it again.</source>
        <translation>다른 프로그램에서 열어 다시 저장하십시오.</translation>
    </message>
    <message>
        <source>Other precisions are made of one in full precision: fuse again with --dequantize.</source>
        <translation>다른 정밀도는 원래 정밀도의 모델로 만듭니다. 원래 정밀도로 다시 병합하십시오.</translation>
    </message>
    <message>
        <source>Other programs do not read MLX&apos;s bits: fuse again with --dequantize, then export.</source>
        <translation>다른 프로그램은 MLX의 양자화를 읽지 못합니다. 원래 정밀도로 다시 병합한 다음 내보내십시오.</translation>
    </message>
    <message>
        <source>Precision.</source>
        <translation>정밀도.</translation>
    </message>
    <message>
        <source>Publisher.</source>
        <translation>게시자.</translation>
    </message>
    <message>
        <source>Quantisation.</source>
        <translation>양자화.</translation>
    </message>
    <message>
        <source>Repository.</source>
        <translation>저장소.</translation>
    </message>
    <message>
        <source>Rows of more than {0} tokens are left out.</source>
        <translation>{0}토큰이 넘는 행은 제외됩니다.</translation>
    </message>
    <message>
        <source>Run {0} is not fused</source>
        <translation>학습 {0}은(는) 병합되지 않았습니다</translation>
    </message>
    <message>
        <source>Run {0} is not fused (its folder is gone)</source>
        <translation>학습 {0}은(는) 병합되지 않았습니다(폴더가 없습니다)</translation>
    </message>
    <message>
        <source>Runs ollama create; else the command is told.</source>
        <translation>ollama create를 실행합니다. 아니면 명령을 알려 줍니다.</translation>
    </message>
    <message>
        <source>Say what and where to: --gguf, --ollama, --lm-studio, --mlx, --hugging-face, --adapter or --dataset with a folder.</source>
        <translation>무엇을 어느 폴더로 내보낼지 고르십시오.</translation>
    </message>
    <message>
        <source>Say where the folder for the Hub goes too: --hugging-face FOLDER.</source>
        <translation>Hub에 올릴 폴더를 어디에 쓸지도 고르십시오.</translation>
    </message>
    <message>
        <source>Set {0} in the environment, or keep the key in the keychain with hone key ADDRESS.</source>
        <translation>설정에서 키를 입력하거나 환경 변수 {0}을(를) 설정하십시오.</translation>
    </message>
    <message>
        <source>Share of reply tokens that llama.cpp must choose as MLX does; else no GGUF is kept. By default 0.95 for f16, 0.85 for q8_0 and 0.7 for q4_k_m.</source>
        <translation>llama.cpp가 MLX와 같게 골라야 하는 답변 토큰의 비율입니다. 이보다 낮으면 GGUF를 남기지 않습니다. 기본값은 f16 0.95, q8_0 0.85, q4_k_m 0.7입니다.</translation>
    </message>
    <message>
        <source>Share of the rows for the exam; by default a tenth, of a small dataset up to a quarter: an exam of a few questions proves nothing.</source>
        <translation>시험에 쓸 행의 비율입니다. 기본값은 10분의 1이고, 작은 데이터셋에서는 4분의 1까지입니다. 질문 몇 개로 된 시험은 아무것도 증명하지 못합니다.</translation>
    </message>
    <message>
        <source>Some of its layers attend to a sliding window, which models of the type {0} in llama.cpp do not.</source>
        <translation>일부 레이어가 슬라이딩 윈도를 쓰는데, llama.cpp의 {0} 모델은 그렇지 않습니다.</translation>
    </message>
    <message>
        <source>Split by rows: each fact has one wording.</source>
        <translation>행 단위로 나누었습니다. 사실마다 표현이 하나입니다.</translation>
    </message>
    <message>
        <source>Split by rows: facts have several wordings.</source>
        <translation>행 단위로 나누었습니다. 사실마다 표현이 여러 개입니다.</translation>
    </message>
    <message>
        <source>Split by wordings: each fact has one wording.</source>
        <translation>표현 단위로 나누었습니다. 사실마다 표현이 하나입니다.</translation>
    </message>
    <message>
        <source>Split by wordings: facts have several wordings.</source>
        <translation>표현 단위로 나누었습니다. 사실마다 표현이 여러 개입니다.</translation>
    </message>
    <message>
        <source>The GGUF could not be written as {0}</source>
        <translation>GGUF를 {0}(으)로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The Hugging Face Hub cannot be reached</source>
        <translation>Hugging Face Hub에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>The Hugging Face Hub refused the model</source>
        <translation>Hugging Face Hub가 모델을 거부했습니다</translation>
    </message>
    <message>
        <source>The adapter cannot be read</source>
        <translation>어댑터를 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The adapter cannot be written as GGUF</source>
        <translation>어댑터를 GGUF로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The adapter cannot be written for other programs</source>
        <translation>어댑터를 다른 프로그램용으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The chat template cannot be written for Ollama</source>
        <translation>대화 템플릿을 Ollama용으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The exams of this project: {0}.</source>
        <translation>이 프로젝트의 시험: {0}.</translation>
    </message>
    <message>
        <source>The folder for models cannot be written</source>
        <translation>모델 폴더에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The folder that LM Studio lists the model under.</source>
        <translation>LM Studio가 모델을 나열하는 폴더입니다.</translation>
    </message>
    <message>
        <source>The fused model for llama.cpp and programs that are built on it.</source>
        <translation>llama.cpp와 이를 바탕으로 한 프로그램을 위한 병합된 모델입니다.</translation>
    </message>
    <message>
        <source>The fused model for transformers, with a card.</source>
        <translation>카드가 있는 transformers용 병합된 모델입니다.</translation>
    </message>
    <message>
        <source>The fused model is in few bits</source>
        <translation>병합된 모델이 적은 비트로 되어 있습니다</translation>
    </message>
    <message>
        <source>The fused model is in few bits already</source>
        <translation>병합된 모델이 이미 적은 비트로 되어 있습니다</translation>
    </message>
    <message>
        <source>The gain of {0} points is real, but only {1} would be worth having.</source>
        <translation>{0}점을 실제로 얻었지만 {1}점은 되어야 쓸 만합니다.</translation>
    </message>
    <message>
        <source>The gain of {0} points is surely more than chance makes, and {1} would be worth having.</source>
        <translation>얻은 {0}점은 확실히 우연보다 크고, {1}점이면 쓸 만합니다.</translation>
    </message>
    <message>
        <source>The hosts file {0} cannot be read</source>
        <translation>호스트 파일 {0}을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The hosts file {0} is not JSON</source>
        <translation>호스트 파일 {0}이(가) JSON이 아닙니다</translation>
    </message>
    <message>
        <source>The hosts file {0} lists no hosts</source>
        <translation>호스트 파일 {0}에 호스트가 없습니다</translation>
    </message>
    <message>
        <source>The judge gives the tuned model&apos;s replies {0} of 100, the base&apos;s {1}: {2} points of difference (between {3} and {4}).</source>
        <translation>심사 모델은 학습된 모델의 답변에 100점 중 {0}점, 기본 모델의 답변에 {1}점을 줍니다. 차이는 {2}점입니다({3}~{4}).</translation>
    </message>
    <message>
        <source>The judge surely gives the tuned model&apos;s replies less than the base&apos;s.</source>
        <translation>심사 모델은 학습된 모델의 답변에 기본 모델보다 확실히 낮은 점수를 줍니다.</translation>
    </message>
    <message>
        <source>The key could not be kept</source>
        <translation>키를 보관하지 못했습니다</translation>
    </message>
    <message>
        <source>The last time because: {0}. Choose another judge: a larger chat model follows its form.</source>
        <translation>마지막 이유: {0}. 다른 채점 모델을 고르십시오. 더 큰 대화 모델은 형식을 따릅니다.</translation>
    </message>
    <message>
        <source>The learning rate is too high: at iteration {0} the valid loss is {1}, more than the {2} before training.</source>
        <translation>학습률이 너무 높습니다. {0}번째 반복에서 검증 손실이 {1}로, 학습 전의 {2}보다 높습니다.</translation>
    </message>
    <message>
        <source>The learning rate is too high: the train loss jumped from {0} to {1} at iteration {2}, and {3} times in all.</source>
        <translation>학습률이 너무 높습니다. {2}번째 반복에서 학습 손실이 {0}에서 {1}로 뛰었고, 모두 {3}번 그랬습니다.</translation>
    </message>
    <message>
        <source>The learning rate is too high: the valid loss goes up and down, up to iteration {0}.</source>
        <translation>학습률이 너무 높습니다. {0}번째 반복까지 검증 손실이 오르내립니다.</translation>
    </message>
    <message>
        <source>The list of your models cannot be read</source>
        <translation>모델 목록을 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>The list of your models could not be written</source>
        <translation>모델 목록을 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>The longest rows take {0} GB of memory, and there is room for {1} GB.</source>
        <translation>가장 긴 행에 메모리 {0} GB가 필요하고, {1} GB의 여유가 있습니다.</translation>
    </message>
    <message>
        <source>The loss is not moving: valid loss {0} before training, {1} at iteration {2}.</source>
        <translation>손실이 움직이지 않습니다. 검증 손실이 학습 전 {0}, {2}번째 반복에서 {1}입니다.</translation>
    </message>
    <message>
        <source>The lowest val_loss has run {0}, {1}: {2}</source>
        <translation>val_loss가 가장 낮은 것은 학습 {0}({1})입니다: {2}</translation>
    </message>
    <message>
        <source>The memory ran out.</source>
        <translation>메모리가 바닥났습니다.</translation>
    </message>
    <message>
        <source>The memory ran out: training goes on from its last checkpoint.</source>
        <translation>메모리가 바닥났습니다. 학습이 마지막 체크포인트부터 이어집니다.</translation>
    </message>
    <message>
        <source>The original does not fit into memory, so the copy was not compared with it.</source>
        <translation>원본이 메모리에 들어가지 않아 사본과 비교하지 못했습니다.</translation>
    </message>
    <message>
        <source>The path of a GGUF chat model, or the address of an OpenAI-compatible server (http://...).</source>
        <translation>GGUF 대화 모델의 경로 또는 OpenAI 호환 서버의 주소(http://...).</translation>
    </message>
    <message>
        <source>The program ollama is on no path here: install Ollama, or leave --ollama-create away and run the command that the export tells where Ollama is.</source>
        <translation>ollama 프로그램이 여기에 없습니다. Ollama를 설치하거나, Ollama가 있는 곳에서 내보내기가 알려 주는 명령을 실행하십시오.</translation>
    </message>
    <message>
        <source>The report could not be written to {0}</source>
        <translation>{0}에 보고서를 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The right answers became less likely to it, or its replies less like them.</source>
        <translation>맞는 답을 전보다 덜 그럴듯하게 여기거나, 답변이 맞는 답과 덜 닮게 되었습니다.</translation>
    </message>
    <message>
        <source>The ring needs one, as in &quot;ips&quot;: [&quot;10.0.0.2&quot;].</source>
        <translation>링에는 주소가 필요합니다. 예: &quot;ips&quot;: [&quot;10.0.0.2&quot;].</translation>
    </message>
    <message>
        <source>The server at {0} fails</source>
        <translation>{0} 서버에서 오류가 납니다</translation>
    </message>
    <message>
        <source>The server at {0} is too slow</source>
        <translation>{0} 서버가 너무 느립니다</translation>
    </message>
    <message>
        <source>The server at {0} refuses the key</source>
        <translation>{0} 서버가 키를 거부합니다</translation>
    </message>
    <message>
        <source>The server at {0} stopped answering</source>
        <translation>{0} 서버가 응답을 멈췄습니다</translation>
    </message>
    <message>
        <source>The server at {0} wants a key</source>
        <translation>{0} 서버에 키가 필요합니다</translation>
    </message>
    <message>
        <source>The server has ended by itself</source>
        <translation>서버가 스스로 끝났습니다</translation>
    </message>
    <message>
        <source>The server has ended.</source>
        <translation>서버가 끝났습니다.</translation>
    </message>
    <message>
        <source>The server&apos;s model has no option {0}</source>
        <translation>서버의 모델에는 {0} 옵션이 없습니다</translation>
    </message>
    <message>
        <source>The starter, or a folder with a model as MLX or Hugging Face has it.</source>
        <translation>스타터, 또는 MLX나 Hugging Face 형식의 모델이 든 폴더입니다.</translation>
    </message>
    <message>
        <source>The system message or the chat template has &quot;&quot;&quot; in it, which ends a text there: export the GGUF alone.</source>
        <translation>시스템 메시지나 대화 템플릿에 텍스트를 끝내는 &quot;&quot;&quot;이 있습니다. GGUF만 내보내십시오.</translation>
    </message>
    <message>
        <source>The time is up: run {0} has no exam.</source>
        <translation>시간이 다 되었습니다. 학습 {0}은(는) 시험을 보지 못했습니다.</translation>
    </message>
    <message>
        <source>The time is up: run {0} stands at iteration {1}.</source>
        <translation>시간이 다 되었습니다. 학습 {0}은(는) 반복 {1}에 있습니다.</translation>
    </message>
    <message>
        <source>The token cannot be used</source>
        <translation>이 액세스 토큰은 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>The tuned model says the key facts of {0}% of the questions, the base of {1}%: as many.</source>
        <translation>학습된 모델은 질문의 {0}%에서, 기본 모델은 {1}%에서 핵심 사실을 말합니다. 서로 같습니다.</translation>
    </message>
    <message>
        <source>The tuned model says the key facts of {0}% of the questions, the base of {1}%: {2} points less (between {3} and {4}).</source>
        <translation>학습된 모델은 질문의 {0}%에서, 기본 모델은 {1}%에서 핵심 사실을 말합니다. {2}점 적습니다({3}점에서 {4}점 사이).</translation>
    </message>
    <message>
        <source>The tuned model says the key facts of {0}% of the questions, the base of {1}%: {2} points more (between {3} and {4}).</source>
        <translation>학습된 모델은 질문의 {0}%에서, 기본 모델은 {1}%에서 핵심 사실을 말합니다. {2}점 많습니다({3}점에서 {4}점 사이).</translation>
    </message>
    <message>
        <source>The tuned model surely says fewer key facts than the base.</source>
        <translation>학습된 모델은 확실히 기본 모델보다 핵심 사실을 적게 말합니다.</translation>
    </message>
    <message>
        <source>The tuned model with the documents says {0}%.</source>
        <translation>문서와 함께라면 학습된 모델은 {0}%에서 말합니다.</translation>
    </message>
    <message>
        <source>The tuned model&apos;s replies share {0}% of their words with the references, the base&apos;s {1}%: {2} points of difference (between {3} and {4}).</source>
        <translation>학습된 모델의 답변은 단어의 {0}%가 정답과 겹치고 기본 모델은 {1}%입니다. 차이는 {2}점입니다({3}~{4}).</translation>
    </message>
    <message>
        <source>The {0} job ran out of memory ({1})</source>
        <translation>{0} 작업의 메모리가 바닥났습니다({1})</translation>
    </message>
    <message>
        <source>There is a model named {0} already</source>
        <translation>‘{0}’이라는 모델이 이미 있습니다</translation>
    </message>
    <message>
        <source>There is no Hone at {0}: install it at the same place, or name its Python as &quot;python&quot; of the host.</source>
        <translation>{0}에 Hone이 없습니다. 같은 위치에 설치하거나, 그 호스트의 &quot;python&quot;에 Python을 적으십시오.</translation>
    </message>
    <message>
        <source>There is no connection to {0}</source>
        <translation>{0}에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>There is no exam {0}</source>
        <translation>시험 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no finished exam</source>
        <translation>끝난 시험이 없습니다</translation>
    </message>
    <message>
        <source>There is no finished exam yet</source>
        <translation>아직 끝난 시험이 없습니다</translation>
    </message>
    <message>
        <source>There is no model in {0}</source>
        <translation>{0}에 모델이 없습니다</translation>
    </message>
    <message>
        <source>There is no model named {0}</source>
        <translation>{0}(이)라는 모델이 없습니다</translation>
    </message>
    <message>
        <source>There is no server at {0}</source>
        <translation>{0}에 서버가 없습니다</translation>
    </message>
    <message>
        <source>There is no side {0}</source>
        <translation>{0}라는 답변자는 없습니다</translation>
    </message>
    <message>
        <source>There is no sweep {0}</source>
        <translation>스윕 {0}이(가) 없습니다</translation>
    </message>
    <message>
        <source>There is no vote to judge</source>
        <translation>판정할 투표가 없습니다</translation>
    </message>
    <message>
        <source>There is not enough space on the disk</source>
        <translation>디스크 공간이 부족합니다</translation>
    </message>
    <message>
        <source>There is nothing to delete.</source>
        <translation>지울 것이 없습니다.</translation>
    </message>
    <message>
        <source>There is nothing to push</source>
        <translation>올릴 것이 없습니다</translation>
    </message>
    <message>
        <source>There is too little memory to train {0}</source>
        <translation>{0}을(를) 학습하기에는 메모리가 너무 적습니다</translation>
    </message>
    <message>
        <source>These are facts of sections that were never trained.</source>
        <translation>전혀 학습하지 않은 단락의 사실입니다.</translation>
    </message>
    <message>
        <source>These are questions about facts that nobody taught.</source>
        <translation>아무도 가르치지 않은 사실에 대한 질문입니다.</translation>
    </message>
    <message>
        <source>These are questions of a person about trained facts.</source>
        <translation>학습한 사실에 대해 사람이 쓴 질문입니다.</translation>
    </message>
    <message>
        <source>These are the wordings that the best adapter was chosen by.</source>
        <translation>가장 좋은 어댑터를 고르는 데 쓴 표현입니다.</translation>
    </message>
    <message>
        <source>These questions were never trained in these words.</source>
        <translation>이 질문들은 이런 말로 학습한 적이 없습니다.</translation>
    </message>
    <message>
        <source>These very questions were trained, so this shows memory and not yet understanding.</source>
        <translation>바로 이 질문들을 학습했으므로 기억을 보여 줄 뿐 이해를 보여 주지는 않습니다.</translation>
    </message>
    <message>
        <source>This grid has {0} runs</source>
        <translation>이 조합은 학습이 {0}개입니다</translation>
    </message>
    <message>
        <source>This is no report of Hone</source>
        <translation>Hone의 보고서가 아닙니다</translation>
    </message>
    <message>
        <source>This report is of a newer Hone</source>
        <translation>더 새로운 Hone의 보고서입니다</translation>
    </message>
    <message>
        <source>This system has no open keychain: set HONE_API_KEY in the environment.</source>
        <translation>이 시스템에는 열린 키체인이 없습니다. 환경 변수 HONE_API_KEY에 키를 넣으십시오.</translation>
    </message>
    <message>
        <source>To lose less of general text, train fewer epochs or mix general rows into the dataset.</source>
        <translation>일반 글을 덜 잃으려면 에포크를 줄이거나 데이터셋에 일반 질문을 섞으십시오.</translation>
    </message>
    <message>
        <source>To train on this Mac alone, leave it out.</source>
        <translation>이 Mac만으로 학습하려면 빼십시오.</translation>
    </message>
    <message>
        <source>Token.</source>
        <translation>액세스 토큰.</translation>
    </message>
    <message>
        <source>Too few questions for a verdict</source>
        <translation>판정하기에는 질문이 너무 적습니다</translation>
    </message>
    <message>
        <source>Too few questions to tell a difference</source>
        <translation>차이를 알기에는 질문이 너무 적습니다</translation>
    </message>
    <message>
        <source>Train again with a third of it, about {0}, or with a longer warm-up.</source>
        <translation>그 3분의 1인 {0} 정도로, 또는 워밍업을 더 길게 하여 다시 학습하세요.</translation>
    </message>
    <message>
        <source>Train fewer epochs: the held-out loss was best at iteration {0} of {1}.</source>
        <translation>에포크를 줄이십시오. 학습에서 뺀 질문의 손실은 {1}번 중 {0}번째 반복에서 가장 좋았습니다.</translation>
    </message>
    <message>
        <source>Train less: fewer epochs, a lower rank or a lower learning rate.</source>
        <translation>덜 학습하십시오. 에포크나 랭크, 학습률을 낮추십시오.</translation>
    </message>
    <message>
        <source>Train longer: more iterations, or the next preset.</source>
        <translation>더 오래 학습하십시오. 반복을 늘리거나 다음 프리셋을 고르십시오.</translation>
    </message>
    <message>
        <source>Train longer: twice the iterations, or the next preset.</source>
        <translation>더 오래 학습하세요. 반복을 두 배로 늘리거나 다음 프리셋을 고르세요.</translation>
    </message>
    <message>
        <source>Train with ten times the learning rate, and look at a row to see that its answer is learned.</source>
        <translation>학습률을 열 배로 하여 학습하고, 행을 살펴보아 답변이 학습되는지 확인하세요.</translation>
    </message>
    <message>
        <source>Training on several Macs could not go on</source>
        <translation>여러 Mac에서 하는 학습을 이어 갈 수 없습니다</translation>
    </message>
    <message>
        <source>Trying the longest rows, to see whether they fit into memory.</source>
        <translation>가장 긴 행이 메모리에 들어가는지 시험합니다.</translation>
    </message>
    <message>
        <source>Turn on Blind on the page Compare, ask, and say which reply is better.</source>
        <translation>비교 페이지에서 블라인드를 켜고 질문한 뒤, 어느 답변이 더 나은지 고르십시오.</translation>
    </message>
    <message>
        <source>Use it: export the tuned model on the Export page.</source>
        <translation>사용하십시오. 내보내기 페이지에서 학습된 모델을 내보내십시오.</translation>
    </message>
    <message>
        <source>Use the tuned model together with the documents: that answers {0}%.</source>
        <translation>학습된 모델을 문서와 함께 사용하십시오. 그러면 {0}%에 답합니다.</translation>
    </message>
    <message>
        <source>Valid loss, or an exam: key facts right in up to 32 valid answers.</source>
        <translation>검증 손실, 또는 시험: 검증 질문 최대 32개의 답변에서 맞은 핵심 사실.</translation>
    </message>
    <message>
        <source>Weight decays.</source>
        <translation>가중치 감쇠들.</translation>
    </message>
    <message>
        <source>Weights of the adapter&apos;s output.</source>
        <translation>어댑터 출력의 가중치들입니다.</translation>
    </message>
    <message>
        <source>What answers at {0} is no chat server</source>
        <translation>{0}에서 응답하는 것은 대화 서버가 아닙니다</translation>
    </message>
    <message>
        <source>What answers at {0} is not the Hugging Face Hub</source>
        <translation>{0}에서 응답하는 것은 Hugging Face Hub가 아닙니다</translation>
    </message>
    <message>
        <source>What fits is {0}.</source>
        <translation>맞는 모델: {0}.</translation>
    </message>
    <message>
        <source>What it computes is no number. Get the model in the MLX form instead.</source>
        <translation>계산 결과가 숫자가 아닙니다. 대신 MLX 형식의 모델을 구하십시오.</translation>
    </message>
    <message>
        <source>What it said before is kept: start it again, then do this once more to go on.</source>
        <translation>그때까지의 답은 보관되었습니다. 서버를 다시 시작하고 한 번 더 하면 이어집니다.</translation>
    </message>
    <message>
        <source>What programs must send along; by default one is made.</source>
        <translation>프로그램이 함께 보내야 하는 것으로, 정하지 않으면 새로 만듭니다.</translation>
    </message>
    <message>
        <source>What was learned alone, to be put beside its base.</source>
        <translation>학습된 것만 담으며, 기본 모델과 함께 씁니다.</translation>
    </message>
    <message>
        <source>What was lost elsewhere was not measured: the exam was taken without the probe.</source>
        <translation>다른 데서 잃은 것은 재지 않았습니다. 일반 질문 없이 시험했습니다.</translation>
    </message>
    <message>
        <source>What was reached is kept: start the training again to go on from the last checkpoint, or leave this Mac out of the hosts file to go on without it.</source>
        <translation>여기까지 한 것은 남아 있습니다. 학습을 다시 시작하면 마지막 체크포인트에서 이어집니다. 이 Mac 없이 이어 가려면 호스트 파일에서 빼십시오.</translation>
    </message>
    <message>
        <source>Where there is no time for all, each is trained for a part, and the best go on.</source>
        <translation>모두 끝낼 시간이 없으면 각각 일부만 학습하고, 가장 좋은 것들을 이어 갑니다.</translation>
    </message>
    <message>
        <source>Which model of {0}?</source>
        <translation>{0}의 어떤 모델입니까?</translation>
    </message>
    <message>
        <source>Widths of the adapter.</source>
        <translation>어댑터의 너비들입니다.</translation>
    </message>
    <message>
        <source>With chance, to see how far chance alone carries.</source>
        <translation>우연을 넣어 물어, 우연만으로 얼마나 차이가 나는지 봅니다.</translation>
    </message>
    <message>
        <source>With the answer stage: questions.jsonl of the ask stage, lines changed or deleted.</source>
        <translation>답변 단계에서 사용합니다. 줄을 고치거나 지운, 질문 단계의 questions.jsonl 파일입니다.</translation>
    </message>
    <message>
        <source>Without question and answer there is nothing to learn.</source>
        <translation>질문과 답변이 없으면 배울 것이 없습니다.</translation>
    </message>
    <message>
        <source>Wordings</source>
        <translation>표현</translation>
    </message>
    <message>
        <source>Words are missing or repeated: it is no sentence.</source>
        <translation>단어가 빠졌거나 반복되어 문장이 아닙니다.</translation>
    </message>
    <message>
        <source>Words left out.</source>
        <translation>숨긴 단어.</translation>
    </message>
    <message>
        <source>Worse than retrieval alone.</source>
        <translation>찾아보기만 하는 것보다 못합니다.</translation>
    </message>
    <message>
        <source>Worth it: the tuned model knows what it was taught</source>
        <translation>쓸 만함: 학습된 모델이 가르친 것을 압니다</translation>
    </message>
    <message>
        <source>Write new rows in the manner of imported skill examples, as many for each as questions for a chunk (chat writers).</source>
        <translation>가져온 기술 예시의 방식으로 새 행을 작성합니다. 예시마다 청크당 질문 수만큼 작성합니다(대화 작성 모델).</translation>
    </message>
    <message>
        <source>Write pairs for the sections left out: of their questions {0}% are answered right.</source>
        <translation>빠진 단락의 문답을 작성하십시오. 그 질문은 {0}%를 맞힙니다.</translation>
    </message>
    <message>
        <source>Write some with: hone generate PROJECT, or take a file&apos;s rows with: hone import PROJECT FILE</source>
        <translation>문답 페이지에서 문답을 작성하거나 파일의 행을 가져오십시오.</translation>
    </message>
    <message>
        <source>Writer</source>
        <translation>작성 모델</translation>
    </message>
    <message>
        <source>You are not logged in to the Hugging Face Hub</source>
        <translation>Hugging Face Hub에 로그인되어 있지 않습니다</translation>
    </message>
    <message>
        <source>Your name at the taxonomy&apos;s host; by default this machine&apos;s user.</source>
        <translation>분류 체계를 올리는 곳에서의 이름입니다. 기본값은 이 컴퓨터의 사용자입니다.</translation>
    </message>
    <message>
        <source>a Hangul document</source>
        <translation>한글 문서</translation>
    </message>
    <message>
        <source>a PostScript file</source>
        <translation>PostScript 파일</translation>
    </message>
    <message>
        <source>a bracket is not closed</source>
        <translation>괄호가 닫히지 않았습니다</translation>
    </message>
    <message>
        <source>a comma stands in its subject</source>
        <translation>주어에 쉼표가 있습니다</translation>
    </message>
    <message>
        <source>a database</source>
        <translation>데이터베이스</translation>
    </message>
    <message>
        <source>a document of Pages, Numbers or Keynote</source>
        <translation>Pages, Numbers 또는 Keynote 문서</translation>
    </message>
    <message>
        <source>a few to look at</source>
        <translation>살펴볼 몇 개</translation>
    </message>
    <message>
        <source>a large base</source>
        <translation>큰 기본 모델</translation>
    </message>
    <message>
        <source>a large base knows synonyms</source>
        <translation>큰 기본 모델은 비슷한말을 압니다</translation>
    </message>
    <message>
        <source>a message has half a character (a lone surrogate): write it anew.</source>
        <translation>메시지에 반쪽 문자(짝이 없는 서로게이트)가 있습니다. 새로 쓰십시오.</translation>
    </message>
    <message>
        <source>a message is empty: fill it in or delete the row.</source>
        <translation>메시지가 비어 있습니다. 채우거나 행을 삭제하십시오.</translation>
    </message>
    <message>
        <source>a message is no object with a role and its text: repair or delete the row.</source>
        <translation>메시지가 역할과 텍스트를 가진 객체가 아닙니다. 고치거나 행을 삭제하십시오.</translation>
    </message>
    <message>
        <source>a message is no text (a picture, a call of a tool, or nothing): delete the row.</source>
        <translation>메시지가 텍스트가 아닙니다(그림, 도구 호출 또는 빈 값). 행을 삭제하십시오.</translation>
    </message>
    <message>
        <source>a message is of {0}, and only system, user and assistant can be learned: delete the row.</source>
        <translation>{0}의 메시지입니다. system, user, assistant만 학습할 수 있습니다. 행을 삭제하십시오.</translation>
    </message>
    <message>
        <source>a model</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>a packed file</source>
        <translation>압축 파일</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>a picture or a recording</source>
        <translation>그림 또는 녹음</translation>
    </message>
    <message>
        <source>a program</source>
        <translation>프로그램</translation>
    </message>
    <message>
        <source>a question has no [/INST]: complete or delete the row.</source>
        <translation>질문에 [/INST]가 없습니다. 완성하거나 행을 삭제하십시오.</translation>
    </message>
    <message>
        <source>a small base knows few synonyms</source>
        <translation>작은 기본 모델은 비슷한말을 거의 모릅니다</translation>
    </message>
    <message>
        <source>a twentieth</source>
        <translation>20분의 1</translation>
    </message>
    <message>
        <source>a verb is missing after &apos;{0}&apos;</source>
        <translation>‘{0}’ 뒤에 동사가 없습니다</translation>
    </message>
    <message>
        <source>about document</source>
        <translation>글 자체를 묻는 질문</translation>
    </message>
    <message>
        <source>accept</source>
        <translation>채택</translation>
    </message>
    <message>
        <source>accepted</source>
        <translation>채택됨</translation>
    </message>
    <message>
        <source>all</source>
        <translation>전체</translation>
    </message>
    <message>
        <source>all blocks</source>
        <translation>모든 블록</translation>
    </message>
    <message>
        <source>alpaca</source>
        <translation>alpaca</translation>
    </message>
    <message>
        <source>alpha is twice the rank</source>
        <translation>알파는 랭크의 두 배</translation>
    </message>
    <message>
        <source>also asked: {0}</source>
        <translation>같은 질문: {0}</translation>
    </message>
    <message>
        <source>ambiguous</source>
        <translation>모호함</translation>
    </message>
    <message>
        <source>an Excel workbook</source>
        <translation>Excel 통합 문서</translation>
    </message>
    <message>
        <source>an Excel workbook or a ZIP archive: save the sheet as CSV (UTF-8), or unpack it</source>
        <translation>Excel 통합 문서 또는 ZIP 압축 파일입니다. 시트를 CSV(UTF-8)로 저장하거나 압축을 푸십시오</translation>
    </message>
    <message>
        <source>an OpenDocument file</source>
        <translation>OpenDocument 파일</translation>
    </message>
    <message>
        <source>an RTF document</source>
        <translation>RTF 문서</translation>
    </message>
    <message>
        <source>an old Office or Hangul document</source>
        <translation>이전 Office 문서 또는 한글 문서</translation>
    </message>
    <message>
        <source>another sentence has more of the question&apos;s words: {0}</source>
        <translation>다른 문장에 질문의 단어가 더 많습니다: {0}</translation>
    </message>
    <message>
        <source>answer</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>answerable</source>
        <translation>답이 있음</translation>
    </message>
    <message>
        <source>answers are learned</source>
        <translation>답변을 배웁니다</translation>
    </message>
    <message>
        <source>ask</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>ask as a user</source>
        <translation>사용자처럼 묻기</translation>
    </message>
    <message>
        <source>ask briefly</source>
        <translation>짧게 묻기</translation>
    </message>
    <message>
        <source>ask otherwise</source>
        <translation>다르게 묻기</translation>
    </message>
    <message>
        <source>ask politely</source>
        <translation>정중하게 묻기</translation>
    </message>
    <message>
        <source>ask which</source>
        <translation>어느 것인지 묻기</translation>
    </message>
    <message>
        <source>asked</source>
        <translation>질문됨</translation>
    </message>
    <message>
        <source>asked for</source>
        <translation>지정함</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>자동</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>균형</translation>
    </message>
    <message>
        <source>base</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>base rag</source>
        <translation>기본 모델 + 문서</translation>
    </message>
    <message>
        <source>base_rag and tuned_rag read what the index finds for the question; documents is these two, all is four.</source>
        <translation>base_rag와 tuned_rag는 색인이 질문에 대해 찾은 것을 읽습니다. documents는 이 둘, all은 넷 모두입니다.</translation>
    </message>
    <message>
        <source>bf16</source>
        <translation>bf16</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>빈 페이지</translation>
    </message>
    <message>
        <source>broken characters: {0}</source>
        <translation>깨진 문자: {0}</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>취소됨</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>chat</translation>
    </message>
    <message>
        <source>chat is the model&apos;s own template.</source>
        <translation>chat은 모델 자체의 템플릿입니다.</translation>
    </message>
    <message>
        <source>checks</source>
        <translation>검사</translation>
    </message>
    <message>
        <source>compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>comparison</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>compressed: unpack it first</source>
        <translation>압축된 파일입니다. 먼저 압축을 푸십시오</translation>
    </message>
    <message>
        <source>config.json does not say {0}.</source>
        <translation>config.json에 {0}이(가) 없습니다.</translation>
    </message>
    <message>
        <source>config.json is missing or cannot be read: choose an MLX model&apos;s folder.</source>
        <translation>config.json이 없거나 읽을 수 없습니다. MLX 모델의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>context</source>
        <translation>맥락 필요</translation>
    </message>
    <message>
        <source>convert</source>
        <translation>변환</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>베낌</translation>
    </message>
    <message>
        <source>crash</source>
        <translation>충돌</translation>
    </message>
    <message>
        <source>cut answer</source>
        <translation>잘린 답변</translation>
    </message>
    <message>
        <source>docs/several-macs.md shows one; mlx.distributed_config writes it.</source>
        <translation>docs/several-macs.md에 예가 있고, mlx.distributed_config가 써 줍니다.</translation>
    </message>
    <message>
        <source>doubtful</source>
        <translation>불확실함</translation>
    </message>
    <message>
        <source>download</source>
        <translation>다운로드</translation>
    </message>
    <message>
        <source>each fact has one wording</source>
        <translation>사실마다 표현이 하나입니다</translation>
    </message>
    <message>
        <source>echo</source>
        <translation>되풀이</translation>
    </message>
    <message>
        <source>edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>eight rows an iteration</source>
        <translation>한 번 반복에 여덟 행</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>en</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>everything the answer says stands in the question</source>
        <translation>답변의 내용이 모두 질문에 있습니다</translation>
    </message>
    <message>
        <source>exam</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>fact</source>
        <translation>사실</translation>
    </message>
    <message>
        <source>facts have several wordings</source>
        <translation>사실마다 표현이 여러 개입니다</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>실패</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>foreign</source>
        <translation>관계없는 답변</translation>
    </message>
    <message>
        <source>full</source>
        <translation>전체 학습</translation>
    </message>
    <message>
        <source>fuse</source>
        <translation>병합</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>병합된 그대로</translation>
    </message>
    <message>
        <source>garbled</source>
        <translation>깨진 문장</translation>
    </message>
    <message>
        <source>generated</source>
        <translation>작성됨</translation>
    </message>
    <message>
        <source>gguf</source>
        <translation>GGUF</translation>
    </message>
    <message>
        <source>hangul</source>
        <translation>한글</translation>
    </message>
    <message>
        <source>has another form than it was told</source>
        <translation>지정한 형식과 다릅니다</translation>
    </message>
    <message>
        <source>history is not a JSON list of [question, answer] lists: repair or empty it.</source>
        <translation>history가 [질문, 답변] 목록의 JSON 목록이 아닙니다. 고치거나 비우십시오.</translation>
    </message>
    <message>
        <source>history is not a list of [question, answer] lists: repair or empty it.</source>
        <translation>history가 [질문, 답변] 목록의 목록이 아닙니다. 고치거나 비우십시오.</translation>
    </message>
    <message>
        <source>hone exam takes one.</source>
        <translation>먼저 시험을 치르십시오.</translation>
    </message>
    <message>
        <source>hone models catalogue --kind {0} lists what is.</source>
        <translation>용도가 맞는 모델은 모델 페이지에 있습니다({0}).</translation>
    </message>
    <message>
        <source>hone models catalogue lists those that can be downloaded.</source>
        <translation>다운로드할 수 있는 모델은 모델 페이지에 있습니다.</translation>
    </message>
    <message>
        <source>hone runs {0} lists the runs and sweeps.</source>
        <translation>학습 페이지에 학습 기록과 스윕이 나열됩니다.</translation>
    </message>
    <message>
        <source>hone servers list says which there are.</source>
        <translation>설정에서 목록을 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>hone status PROJECT --json counts what there is.</source>
        <translation>프로젝트에 무엇이 있는지는 각 페이지에서 볼 수 있습니다.</translation>
    </message>
    <message>
        <source>hone status {0} lists the runs.</source>
        <translation>학습 목록은 학습 페이지에 있습니다.</translation>
    </message>
    <message>
        <source>hosts</source>
        <translation>호스트</translation>
    </message>
    <message>
        <source>how to</source>
        <translation>방법</translation>
    </message>
    <message>
        <source>image</source>
        <translation>그림</translation>
    </message>
    <message>
        <source>imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>index</source>
        <translation>색인</translation>
    </message>
    <message>
        <source>invented</source>
        <translation>지어냄</translation>
    </message>
    <message>
        <source>it asks for whom, and the sentence tells of what</source>
        <translation>누구인지 묻는데 문장은 무엇인지 말합니다</translation>
    </message>
    <message>
        <source>it could be answered by: {0}</source>
        <translation>다음 문장도 답이 될 수 있습니다: {0}</translation>
    </message>
    <message>
        <source>it does not end with a question mark: {0}</source>
        <translation>물음표로 끝나지 않습니다: {0}</translation>
    </message>
    <message>
        <source>it ends in the middle</source>
        <translation>중간에서 끝납니다</translation>
    </message>
    <message>
        <source>it ends with &apos;{0}&apos;</source>
        <translation>‘{0}’(으)로 끝납니다</translation>
    </message>
    <message>
        <source>it has many answers</source>
        <translation>답이 여러 개입니다</translation>
    </message>
    <message>
        <source>it has no chat template, without which a program cannot talk with it</source>
        <translation>채팅 템플릿이 없어서 다른 프로그램이 대화할 수 없습니다</translation>
    </message>
    <message>
        <source>it has no word of this part of the document</source>
        <translation>문서의 이 부분에 있는 단어가 없습니다</translation>
    </message>
    <message>
        <source>it has no {0}: its fields are {1}; name them with --question-field and --answer-field.</source>
        <translation>{0} 필드가 없습니다. 있는 필드는 {1}입니다. 질문과 답변 필드의 이름을 지정하십시오.</translation>
    </message>
    <message>
        <source>it is a person</source>
        <translation>사람입니다</translation>
    </message>
    <message>
        <source>it is no object with named fields: delete it or write it as one.</source>
        <translation>이름이 붙은 필드를 가진 객체가 아닙니다. 삭제하거나 객체로 쓰십시오.</translation>
    </message>
    <message>
        <source>it is plain text without the marks of a prompt style (alpaca, mistral, phi3, ChatML), so nothing says which part is the answer: give question and answer in fields of their own.</source>
        <translation>프롬프트 형식(alpaca, mistral, phi3, ChatML)의 표시가 없는 일반 텍스트여서 어느 부분이 답변인지 알 수 없습니다. 질문과 답변을 각각의 필드에 적으십시오.</translation>
    </message>
    <message>
        <source>it is the evidence with another end: {0}</source>
        <translation>근거의 끝만 다르게 바꾼 것입니다: {0}</translation>
    </message>
    <message>
        <source>it is the evidence with {0} denials instead of {1}</source>
        <translation>근거와 부정 표현의 수가 다릅니다({1}개가 아니라 {0}개)</translation>
    </message>
    <message>
        <source>it is written in another language than its example</source>
        <translation>예시와 다른 언어로 쓰여 있습니다</translation>
    </message>
    <message>
        <source>it keeps the order of words of a direct question</source>
        <translation>직접 묻는 질문의 어순입니다</translation>
    </message>
    <message>
        <source>it lacks the input</source>
        <translation>입력이 없습니다</translation>
    </message>
    <message>
        <source>it picks: {0}</source>
        <translation>고른 문장: {0}</translation>
    </message>
    <message>
        <source>it repeats an example</source>
        <translation>예시를 되풀이합니다</translation>
    </message>
    <message>
        <source>it repeats the evidence word for word</source>
        <translation>근거를 그대로 되풀이합니다</translation>
    </message>
    <message>
        <source>it repeats the question word for word</source>
        <translation>질문을 그대로 되풀이합니다</translation>
    </message>
    <message>
        <source>it says: {0}</source>
        <translation>답변: {0}</translation>
    </message>
    <message>
        <source>it was asked before and not accepted</source>
        <translation>이전에 물었지만 채택되지 않았습니다</translation>
    </message>
    <message>
        <source>its example has no input</source>
        <translation>예시에는 입력이 없습니다</translation>
    </message>
    <message>
        <source>its reply does not say which one is better</source>
        <translation>어느 쪽이 더 나은지 말하지 않음</translation>
    </message>
    <message>
        <source>its reply holds no score</source>
        <translation>답에 점수가 없음</translation>
    </message>
    <message>
        <source>its reply is no JSON object</source>
        <translation>답이 JSON 객체가 아님</translation>
    </message>
    <message>
        <source>its reply is no JSON: it ended by {0}</source>
        <translation>답이 JSON이 아님(끝난 이유: {0})</translation>
    </message>
    <message>
        <source>its reply was cut</source>
        <translation>답이 중간에 잘림</translation>
    </message>
    <message>
        <source>its score is {0}, which is not between 0 and {1}</source>
        <translation>점수 {0}이(가) 0에서 {1} 사이가 아님</translation>
    </message>
    <message>
        <source>its server {0}</source>
        <translation>서버: {0}</translation>
    </message>
    <message>
        <source>its subject is an order</source>
        <translation>주어가 지시입니다</translation>
    </message>
    <message>
        <source>its subject is one thing</source>
        <translation>주어가 하나입니다</translation>
    </message>
    <message>
        <source>its tokenizer changes the text before it splits it (normalizer)</source>
        <translation>토크나이저가 나누기 전에 텍스트를 바꿉니다(normalizer)</translation>
    </message>
    <message>
        <source>its tokenizer has {0} tokens and the model only {1}</source>
        <translation>토크나이저의 토큰은 {0}개인데 모델은 {1}개뿐입니다</translation>
    </message>
    <message>
        <source>its tokenizer names no end token (eos_token)</source>
        <translation>토크나이저에 종료 토큰(eos_token)이 없습니다</translation>
    </message>
    <message>
        <source>its turns are {0}: they must be user and assistant in turn, after at most one system message, and end with a reply.</source>
        <translation>대화 순서가 {0}입니다. system 메시지는 최대 하나이고 그 뒤로 user와 assistant가 번갈아 나와 답변으로 끝나야 합니다.</translation>
    </message>
    <message>
        <source>its verb is a noun</source>
        <translation>동사가 명사입니다</translation>
    </message>
    <message>
        <source>its way of splitting text ({0}) has no known name in llama.cpp</source>
        <translation>텍스트를 나누는 방식({0})이 llama.cpp에 알려진 이름이 아닙니다</translation>
    </message>
    <message>
        <source>its words have probability {0}, the least likely {1}</source>
        <translation>단어의 확률은 {0}, 가장 낮은 단어는 {1}입니다</translation>
    </message>
    <message>
        <source>judge</source>
        <translation>채점</translation>
    </message>
    <message>
        <source>key facts</source>
        <translation>핵심 사실</translation>
    </message>
    <message>
        <source>ko</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>language</source>
        <translation>언어</translation>
    </message>
    <message>
        <source>large</source>
        <translation>큼</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>학습률</translation>
    </message>
    <message>
        <source>letters</source>
        <translation>글자</translation>
    </message>
    <message>
        <source>list</source>
        <translation>목록</translation>
    </message>
    <message>
        <source>llama.cpp does not take the adapter</source>
        <translation>llama.cpp가 어댑터를 받아들이지 않습니다</translation>
    </message>
    <message>
        <source>llama.cpp returned {0}: {1}</source>
        <translation>llama.cpp의 반환 값 {0}: {1}</translation>
    </message>
    <message>
        <source>llama.cpp returned {0}: {1} Close other programs, or choose a smaller writer.</source>
        <translation>llama.cpp의 반환 값 {0}: {1} 다른 프로그램을 닫거나 더 작은 작성 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>llama.cpp says: {0}</source>
        <translation>llama.cpp 메시지: {0}</translation>
    </message>
    <message>
        <source>llama.cpp says: {0} Close other programs, or choose a smaller writer.</source>
        <translation>llama.cpp 메시지: {0} 다른 프로그램을 닫거나 더 작은 작성 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>llama.cpp says: {0} Close other programs.</source>
        <translation>llama.cpp 메시지: {0} 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>llama.cpp says: {0} Export it as f16, which needs nothing of llama.cpp.</source>
        <translation>llama.cpp의 메시지: {0} f16으로 내보내십시오. llama.cpp가 필요하지 않습니다.</translation>
    </message>
    <message>
        <source>llama.cpp says: {0} The file is damaged or of a kind that this version does not know: download it again, or choose another model.</source>
        <translation>llama.cpp 메시지: {0} 파일이 손상되었거나 이 버전이 모르는 종류입니다. 다시 다운로드하거나 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>암호로 잠김</translation>
    </message>
    <message>
        <source>lora</source>
        <translation>LoRA</translation>
    </message>
    <message>
        <source>lora is QLoRA on a quantized base; full is for small ones.</source>
        <translation>lora는 양자화된 기본 모델의 QLoRA이고, 전체 학습은 작은 모델용입니다.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>손실</translation>
    </message>
    <message>
        <source>max length</source>
        <translation>최대 길이</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>메모리</translation>
    </message>
    <message>
        <source>memory is short</source>
        <translation>메모리 부족</translation>
    </message>
    <message>
        <source>mlx</source>
        <translation>MLX</translation>
    </message>
    <message>
        <source>more sensitive than a few answers</source>
        <translation>답변 몇 개보다 민감합니다</translation>
    </message>
    <message>
        <source>near duplicate</source>
        <translation>거의 같은 질문</translation>
    </message>
    <message>
        <source>negation</source>
        <translation>부정</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>답 없음</translation>
    </message>
    <message>
        <source>no form of question fits the sentence</source>
        <translation>문장에 맞는 질문 형식이 없습니다</translation>
    </message>
    <message>
        <source>no passage of the document supports the answer</source>
        <translation>문서의 어떤 구절도 답변을 뒷받침하지 않습니다</translation>
    </message>
    <message>
        <source>no place is told</source>
        <translation>장소를 말하지 않습니다</translation>
    </message>
    <message>
        <source>no reason</source>
        <translation>이유 없음</translation>
    </message>
    <message>
        <source>no sentence of the source supports it</source>
        <translation>출처의 어떤 문장도 뒷받침하지 않습니다</translation>
    </message>
    <message>
        <source>no way is told</source>
        <translation>방법을 말하지 않습니다</translation>
    </message>
    <message>
        <source>none of {0}</source>
        <translation>{0} 중 0</translation>
    </message>
    <message>
        <source>nonsense</source>
        <translation>잘못된 결과</translation>
    </message>
    <message>
        <source>nothing that could be asked for follows</source>
        <translation>물을 만한 내용이 뒤따르지 않습니다</translation>
    </message>
    <message>
        <source>nothing with &apos;{0}&apos; follows</source>
        <translation>‘{0}’이(가) 들어간 내용이 뒤따르지 않습니다</translation>
    </message>
    <message>
        <source>ocr</source>
        <translation>OCR</translation>
    </message>
    <message>
        <source>off</source>
        <translation>끔</translation>
    </message>
    <message>
        <source>off topic</source>
        <translation>주제에서 벗어남</translation>
    </message>
    <message>
        <source>opposite</source>
        <translation>반대</translation>
    </message>
    <message>
        <source>other question</source>
        <translation>다른 질문</translation>
    </message>
    <message>
        <source>page {0} is</source>
        <translation>{0}페이지는</translation>
    </message>
    <message>
        <source>pages {0} are</source>
        <translation>{0}페이지는</translation>
    </message>
    <message>
        <source>partial</source>
        <translation>일부 읽음</translation>
    </message>
    <message>
        <source>peak memory</source>
        <translation>최대 메모리</translation>
    </message>
    <message>
        <source>peft</source>
        <translation>PEFT</translation>
    </message>
    <message>
        <source>person</source>
        <translation>직접 작성</translation>
    </message>
    <message>
        <source>phi3</source>
        <translation>phi3</translation>
    </message>
    <message>
        <source>preset {0}</source>
        <translation>{0} 프리셋</translation>
    </message>
    <message>
        <source>preset {0}, small base</source>
        <translation>{0} 프리셋, 작은 기본 모델</translation>
    </message>
    <message>
        <source>probe</source>
        <translation>망각 검사</translation>
    </message>
    <message>
        <source>question “{0}”</source>
        <translation>질문 “{0}”</translation>
    </message>
    <message>
        <source>question “{0}”, answer “{1}”</source>
        <translation>질문 “{0}”, 답변 “{1}”</translation>
    </message>
    <message>
        <source>question, reference and reply are too long for {0}</source>
        <translation>질문, 모범 답안, 답변이 {0}에 비해 너무 긺</translation>
    </message>
    <message>
        <source>questions and answers</source>
        <translation>질문과 답변</translation>
    </message>
    <message>
        <source>quick</source>
        <translation>빠르게</translation>
    </message>
    <message>
        <source>quote</source>
        <translation>인용</translation>
    </message>
    <message>
        <source>read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>redo</source>
        <translation>실행 복귀</translation>
    </message>
    <message>
        <source>regenerate</source>
        <translation>다시 작성</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>replies written</source>
        <translation>작성한 답변</translation>
    </message>
    <message>
        <source>restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>reveals</source>
        <translation>답 노출</translation>
    </message>
    <message>
        <source>row {0} (line {1})</source>
        <translation>행 {0}(줄 {1})</translation>
    </message>
    <message>
        <source>rows</source>
        <translation>행</translation>
    </message>
    <message>
        <source>rules</source>
        <translation>규칙</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
    <message>
        <source>same answer</source>
        <translation>같은 답변</translation>
    </message>
    <message>
        <source>same section</source>
        <translation>같은 단락</translation>
    </message>
    <message>
        <source>same wording</source>
        <translation>같은 표현</translation>
    </message>
    <message>
        <source>scanned</source>
        <translation>스캔됨</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>예시</translation>
    </message>
    <message>
        <source>skill</source>
        <translation>기술</translation>
    </message>
    <message>
        <source>slow</source>
        <translation>느림</translation>
    </message>
    <message>
        <source>spare</source>
        <translation>예비</translation>
    </message>
    <message>
        <source>split</source>
        <translation>나누기</translation>
    </message>
    <message>
        <source>ssh is not installed</source>
        <translation>ssh가 설치되어 있지 않습니다</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>중단됨</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>뒷받침됨</translation>
    </message>
    <message>
        <source>swapped</source>
        <translation>뒤바뀜</translation>
    </message>
    <message>
        <source>sweep</source>
        <translation>스윕</translation>
    </message>
    <message>
        <source>taken out by hand</source>
        <translation>직접 뺐습니다</translation>
    </message>
    <message>
        <source>ten times a run</source>
        <translation>학습 중 열 번</translation>
    </message>
    <message>
        <source>ten times a run, or every 100</source>
        <translation>학습 중 열 번 또는 100회마다</translation>
    </message>
    <message>
        <source>tesseract cannot be started ({0}).</source>
        <translation>tesseract를 시작할 수 없습니다({0}).</translation>
    </message>
    <message>
        <source>tesseract needed more than {0} seconds.</source>
        <translation>tesseract가 {0}초를 넘겼습니다.</translation>
    </message>
    <message>
        <source>tesseract says: {0}</source>
        <translation>tesseract 메시지: {0}</translation>
    </message>
    <message>
        <source>test</source>
        <translation>테스트</translation>
    </message>
    <message>
        <source>text</source>
        <translation>텍스트</translation>
    </message>
    <message>
        <source>the answer is a question</source>
        <translation>답변이 질문입니다</translation>
    </message>
    <message>
        <source>the answer says &apos;{0}&apos;, the evidence denies nothing</source>
        <translation>답변은 ‘{0}’(이)라고 하지만 근거는 아무것도 부정하지 않습니다</translation>
    </message>
    <message>
        <source>the answer says {0} where the evidence says {1}</source>
        <translation>근거에는 {1}인데 답변은 {0}(이)라고 합니다</translation>
    </message>
    <message>
        <source>the answer says {0}, the evidence {1}</source>
        <translation>답변은 {0}, 근거는 {1}(이)라고 합니다</translation>
    </message>
    <message>
        <source>the answer stops in the middle: {0}</source>
        <translation>답변이 중간에서 끝납니다: {0}</translation>
    </message>
    <message>
        <source>the base fills much of the memory</source>
        <translation>기본 모델이 메모리를 많이 차지합니다</translation>
    </message>
    <message>
        <source>the base&apos;s context, at most 2048</source>
        <translation>기본 모델의 문맥 길이, 최대 2048</translation>
    </message>
    <message>
        <source>the document here does not speak of {0}</source>
        <translation>문서의 이 부분에는 다음 내용이 없습니다: {0}</translation>
    </message>
    <message>
        <source>the evidence denies nothing</source>
        <translation>근거는 아무것도 부정하지 않습니다</translation>
    </message>
    <message>
        <source>the evidence has nothing of: {0}</source>
        <translation>근거에 다음 내용이 없습니다: {0}</translation>
    </message>
    <message>
        <source>the evidence says &apos;{0} {1}&apos;</source>
        <translation>근거에는 ‘{0} {1}’(이)라고 되어 있습니다</translation>
    </message>
    <message>
        <source>the evidence says &apos;{0}&apos;</source>
        <translation>근거에는 ‘{0}’(이)라고 되어 있습니다</translation>
    </message>
    <message>
        <source>the judge gave none.</source>
        <translation>판정 모델이 점수를 주지 않았습니다.</translation>
    </message>
    <message>
        <source>the learning rate falls until the end, where much is won</source>
        <translation>학습률이 끝까지 낮아지며, 끝에서 많이 나아집니다</translation>
    </message>
    <message>
        <source>the page does not have: {0}</source>
        <translation>페이지에 다음 내용이 없습니다: {0}</translation>
    </message>
    <message>
        <source>the question already tells {0}</source>
        <translation>질문에 이미 다음이 나와 있습니다: {0}</translation>
    </message>
    <message>
        <source>the question as {0}; the answer as {1}</source>
        <translation>질문은 {0}, 답변은 {1}</translation>
    </message>
    <message>
        <source>the question names {0}, the evidence {1}</source>
        <translation>질문은 {0}, 근거는 {1}을(를) 말합니다</translation>
    </message>
    <message>
        <source>the question names {0}, the evidence {1} {2}</source>
        <translation>질문은 {0}, 근거는 {1} {2}을(를) 말합니다</translation>
    </message>
    <message>
        <source>the question speaks of {0}, the document here does not</source>
        <translation>질문은 {0}에 대해 말하지만 문서의 이 부분에는 없습니다</translation>
    </message>
    <message>
        <source>the sentence does not say so of it</source>
        <translation>문장이 그것에 대해 그렇게 말하지 않습니다</translation>
    </message>
    <message>
        <source>the sentence does not say what it does &apos;{0}&apos;</source>
        <translation>문장이 ‘{0}’ 무엇을 하는지 말하지 않습니다</translation>
    </message>
    <message>
        <source>the sentence does not speak of {0}</source>
        <translation>문장에 다음 내용이 없습니다: {0}</translation>
    </message>
    <message>
        <source>the writer found none: &apos;{0}&apos;</source>
        <translation>작성 모델이 답을 찾지 못했습니다: ‘{0}’</translation>
    </message>
    <message>
        <source>the writer&apos;s reply is empty</source>
        <translation>작성 모델의 응답이 비어 있습니다</translation>
    </message>
    <message>
        <source>the writer&apos;s reply {0}: {1}</source>
        <translation>작성 모델의 응답: {0}: {1}</translation>
    </message>
    <message>
        <source>the {0} is written in {1}, the document in {2}</source>
        <translation>{0}은(는) {1}(으)로, 문서는 {2}(으)로 쓰여 있습니다</translation>
    </message>
    <message>
        <source>the {0} is {1}</source>
        <translation>{0}의 언어: {1}</translation>
    </message>
    <message>
        <source>there is memory</source>
        <translation>메모리가 충분합니다</translation>
    </message>
    <message>
        <source>there is no answer</source>
        <translation>답변이 없습니다</translation>
    </message>
    <message>
        <source>there is no text</source>
        <translation>텍스트가 없습니다</translation>
    </message>
    <message>
        <source>thorough</source>
        <translation>철저하게</translation>
    </message>
    <message>
        <source>tokens per second</source>
        <translation>초당 토큰</translation>
    </message>
    <message>
        <source>too long</source>
        <translation>너무 긺</translation>
    </message>
    <message>
        <source>too short</source>
        <translation>너무 짧음</translation>
    </message>
    <message>
        <source>train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>학습 손실</translation>
    </message>
    <message>
        <source>train.jsonl is empty: make the dataset again with hone dataset.</source>
        <translation>train.jsonl이 비어 있습니다. 데이터셋을 다시 만드십시오.</translation>
    </message>
    <message>
        <source>truncated</source>
        <translation>잘림</translation>
    </message>
    <message>
        <source>tuned</source>
        <translation>학습된 모델</translation>
    </message>
    <message>
        <source>unanswerable</source>
        <translation>답이 없는 질문</translation>
    </message>
    <message>
        <source>unanswered</source>
        <translation>답변 없음</translation>
    </message>
    <message>
        <source>undo</source>
        <translation>실행 취소</translation>
    </message>
    <message>
        <source>unfaithful</source>
        <translation>근거 부족</translation>
    </message>
    <message>
        <source>unit</source>
        <translation>단위</translation>
    </message>
    <message>
        <source>unjudged</source>
        <translation>판정 없음</translation>
    </message>
    <message>
        <source>unseen</source>
        <translation>미학습</translation>
    </message>
    <message>
        <source>unsupported</source>
        <translation>뒷받침되지 않음</translation>
    </message>
    <message>
        <source>untrained fact</source>
        <translation>학습되지 않은 사실</translation>
    </message>
    <message>
        <source>val key facts</source>
        <translation>검증 핵심 사실</translation>
    </message>
    <message>
        <source>val loss</source>
        <translation>검증 손실</translation>
    </message>
    <message>
        <source>valid</source>
        <translation>검증</translation>
    </message>
    <message>
        <source>was cut</source>
        <translation>잘렸습니다</translation>
    </message>
    <message>
        <source>what is asked for is known, and how it is done is new</source>
        <translation>묻는 것은 이미 알려져 있고 새로운 것은 방법입니다</translation>
    </message>
    <message>
        <source>what it is made to do is not asked for</source>
        <translation>무엇을 하게 되는지는 묻지 않습니다</translation>
    </message>
    <message>
        <source>what the object is made into is not asked for</source>
        <translation>대상이 무엇이 되는지는 묻지 않습니다</translation>
    </message>
    <message>
        <source>where to find</source>
        <translation>위치를 묻는 질문</translation>
    </message>
    <message>
        <source>why</source>
        <translation>이유</translation>
    </message>
    <message>
        <source>wordings</source>
        <translation>표현</translation>
    </message>
    <message>
        <source>wordings vary the rows</source>
        <translation>여러 표현이 행을 다양하게 합니다</translation>
    </message>
    <message>
        <source>written</source>
        <translation>직접 쓴 질문</translation>
    </message>
    <message>
        <source>yes no</source>
        <translation>예/아니요</translation>
    </message>
    <message>
        <source>{0} ({1}): choose a folder in which you may write, on a disk with room.</source>
        <translation>{0}({1}): 쓸 수 있고 공간이 있는 디스크의 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} ({1}): choose another folder.</source>
        <translation>{0}({1}): 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} ({1}): make it again with hone dataset PROJECT.</source>
        <translation>{0}({1}): 학습 페이지에서 데이터셋을 다시 만드십시오.</translation>
    </message>
    <message>
        <source>{0} A copy of it in 4 bits would fit: hone models convert FOLDER.</source>
        <translation>{0} 4비트 사본은 들어갑니다. 모델 페이지에서 만드십시오.</translation>
    </message>
    <message>
        <source>{0} But {1} GB were written to disk, for other programs.</source>
        <translation>{0} 그러나 다른 프로그램 때문에 {1} GB가 디스크에 쓰였습니다.</translation>
    </message>
    <message>
        <source>{0} Choose one of them.</source>
        <translation>{0} 그중 하나를 고르십시오.</translation>
    </message>
    <message>
        <source>{0} Close other programs: training is slow while the machine does that.</source>
        <translation>{0} 다른 프로그램을 닫으십시오. 그동안은 학습이 느립니다.</translation>
    </message>
    <message>
        <source>{0} Correct or reject that pair, or give the option.</source>
        <translation>{0} 그 문답을 고치거나 거절하거나 옵션을 지정하십시오.</translation>
    </message>
    <message>
        <source>{0} Dense models of the Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi and EXAONE families work.</source>
        <translation>{0} Llama, SmolLM, Mistral, Qwen2, Qwen3, Gemma, Phi, EXAONE 계열의 밀집 모델은 학습할 수 있습니다.</translation>
    </message>
    <message>
        <source>{0} Export the MLX folder instead, or choose another base model.</source>
        <translation>{0} 대신 MLX 폴더를 내보내거나 다른 기본 모델을 고르십시오.</translation>
    </message>
    <message>
        <source>{0} Get a fresh copy, or open it in another program and save it as PDF again.</source>
        <translation>{0} 새 사본을 구하거나 다른 프로그램에서 열어 다시 PDF로 저장하십시오.</translation>
    </message>
    <message>
        <source>{0} It is as it was: edit it by hand (hone pairs PROJECT edit {1}), or try another --writer.</source>
        <translation>{0} 문답은 그대로입니다. 직접 편집하거나 다른 작성 모델을 사용해 보십시오.</translation>
    </message>
    <message>
        <source>{0} Macs are not ready: {1}</source>
        <translation>Mac {0}대가 준비되지 않았습니다: {1}</translation>
    </message>
    <message>
        <source>{0} Macs cannot share a batch of {1} rows evenly</source>
        <translation>Mac {0}대가 행 {1}개의 배치를 똑같이 나눌 수 없습니다</translation>
    </message>
    <message>
        <source>{0} Make it again with hone dataset PROJECT.</source>
        <translation>{0} 학습 페이지에서 데이터셋을 다시 만드십시오.</translation>
    </message>
    <message>
        <source>{0} No smaller plan is left: close other programs, leave out the longest rows with --max-length, or choose a smaller base, or the same in 4 bits.</source>
        <translation>{0} 더 작은 계획은 없습니다. 다른 프로그램을 닫거나, 가장 긴 행 설정을 낮추거나, 더 작은 기반 모델이나 4비트로 된 같은 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} The folder is at {1}: look at your connection, then push again.</source>
        <translation>{0} 폴더는 {1}에 있습니다. 연결을 확인한 다음 다시 올리십시오.</translation>
    </message>
    <message>
        <source>{0} The folder is at {1}: see that you may write to {2}, then push again.</source>
        <translation>{0} 폴더는 {1}에 있습니다. {2}에 쓸 권한이 있는지 확인한 다음 다시 올리십시오.</translation>
    </message>
    <message>
        <source>{0} These are rows of the dataset that were never trained.</source>
        <translation>{0} 데이터셋에서 학습에 쓰지 않은 행입니다.</translation>
    </message>
    <message>
        <source>{0} Train again with hone train.</source>
        <translation>{0} 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>{0} Turn on Remote Login there, and let ssh {1} work without a password.</source>
        <translation>{0} 그 Mac에서 원격 로그인을 켜고, ssh {1}이(가) 암호 없이 되게 하십시오.</translation>
    </message>
    <message>
        <source>{0} Without the documents the tuned model says the key facts of {1}% of the questions, with them the base of {2}% (between {3} and {4} points of difference).</source>
        <translation>{0} 학습된 모델은 문서 없이 질문의 {1}%에서, 기본 모델은 문서와 함께 {2}%에서 핵심 사실을 말합니다(차이 {3}점에서 {4}점 사이).</translation>
    </message>
    <message>
        <source>{0} accepted pairs of {1} facts were split by rows: generate more wordings (--wordings) or pairs, or change the shares.</source>
        <translation>사실 {1}개의 채택된 문답 {0}개를 행 단위로 나누었습니다. 표현이나 문답을 더 작성하거나 비율을 바꾸십시오.</translation>
    </message>
    <message>
        <source>{0} accepted pairs of {1} facts were split by wordings: generate more wordings (--wordings) or pairs, or change the shares.</source>
        <translation>사실 {1}개의 채택된 문답 {0}개를 표현 단위로 나누었습니다. 표현이나 문답을 더 작성하거나 비율을 바꾸십시오.</translation>
    </message>
    <message>
        <source>{0} answers again.</source>
        <translation>{0}이(가) 다시 응답합니다.</translation>
    </message>
    <message>
        <source>{0} answers with something else</source>
        <translation>{0}이(가) 다른 것을 답합니다</translation>
    </message>
    <message>
        <source>{0} cannot be a name</source>
        <translation>‘{0}’은(는) 이름으로 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be a publisher</source>
        <translation>{0}은(는) 게시자가 될 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be reached</source>
        <translation>{0}에 연결할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be written</source>
        <translation>{0}에 쓸 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot grade answers</source>
        <translation>‘{0}’은(는) 답변을 채점할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} could not be deleted</source>
        <translation>{0}을(를) 지우지 못했습니다</translation>
    </message>
    <message>
        <source>{0} could not be kept</source>
        <translation>{0}을(를) 보관하지 못했습니다</translation>
    </message>
    <message>
        <source>{0} could not be written</source>
        <translation>{0}을(를) 저장하지 못했습니다</translation>
    </message>
    <message>
        <source>{0} did not send on. What is here is kept: download it again to go on from there.</source>
        <translation>{0}에서 더 보내지 않습니다. 받은 부분은 남아 있으니 다시 다운로드하면 이어집니다.</translation>
    </message>
    <message>
        <source>{0} does not answer</source>
        <translation>{0}이(가) 답하지 않습니다</translation>
    </message>
    <message>
        <source>{0} does not know the model {1}</source>
        <translation>{0}에 ‘{1}’ 모델이 없습니다</translation>
    </message>
    <message>
        <source>{0} does not send it</source>
        <translation>{0}에서 보내 주지 않습니다</translation>
    </message>
    <message>
        <source>{0} gave no choice that can be read</source>
        <translation>{0}이(가) 읽을 수 있는 선택을 하지 않았습니다</translation>
    </message>
    <message>
        <source>{0} gave no score that can be read</source>
        <translation>‘{0}’이(가) 읽을 수 있는 점수를 주지 않았습니다</translation>
    </message>
    <message>
        <source>{0} has another {1}: {2}, here it is {3}</source>
        <translation>{0}에 다른 {1}이(가) 있습니다: {2}, 여기는 {3}</translation>
    </message>
    <message>
        <source>{0} has no file</source>
        <translation>‘{0}’에 파일이 없습니다</translation>
    </message>
    <message>
        <source>{0} has no file that fits {1}</source>
        <translation>‘{0}’에 {1}에 맞는 파일이 없습니다</translation>
    </message>
    <message>
        <source>{0} has no known ending</source>
        <translation>{0}의 확장자를 알 수 없습니다</translation>
    </message>
    <message>
        <source>{0} has no model {1}</source>
        <translation>{0}에 ‘{1}’ 모델이 없습니다</translation>
    </message>
    <message>
        <source>{0} has no {1} with what is wanted of it: choose another model.</source>
        <translation>{0}에 필요한 파일이 있는 {1}이(가) 없습니다. 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} have to be free, and {1} are. Make room, then download it again: what is here is kept.</source>
        <translation>{0}이(가) 비어 있어야 하는데 {1}만 비어 있습니다. 공간을 비운 뒤 다시 다운로드하십시오. 받은 부분은 남아 있습니다.</translation>
    </message>
    <message>
        <source>{0} have to be free, and {1} are. Make room, then try again.</source>
        <translation>{0}이(가) 비어 있어야 하는데 {1}이(가) 비어 있습니다. 공간을 확보한 뒤 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{0} is a model of the catalogue</source>
        <translation>‘{0}’은(는) 카탈로그에 있는 모델입니다</translation>
    </message>
    <message>
        <source>{0} is being downloaded already</source>
        <translation>{0}을(를) 이미 다운로드하는 중입니다</translation>
    </message>
    <message>
        <source>{0} is being made already</source>
        <translation>{0}을(를) 이미 만드는 중입니다</translation>
    </message>
    <message>
        <source>{0} is here already.</source>
        <translation>{0}은(는) 이미 있습니다.</translation>
    </message>
    <message>
        <source>{0} is in few bits already</source>
        <translation>‘{0}’은(는) 이미 적은 비트로 되어 있습니다</translation>
    </message>
    <message>
        <source>{0} is in the project already as {1}: the same file is not added twice</source>
        <translation>‘{0}’은(는) 이미 ‘{1}’(이)라는 이름으로 프로젝트에 있습니다. 같은 파일은 두 번 추가되지 않습니다</translation>
    </message>
    <message>
        <source>{0} is in the project already: the same file is not added twice</source>
        <translation>‘{0}’은(는) 이미 프로젝트에 있습니다. 같은 파일은 두 번 추가되지 않습니다</translation>
    </message>
    <message>
        <source>{0} is no address</source>
        <translation>{0}은(는) 주소가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no address of a server</source>
        <translation>‘{0}’은(는) 서버 주소가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no name of a repository</source>
        <translation>{0}은(는) 저장소 이름이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not downloaded</source>
        <translation>{0}을(를) 다운로드한 적이 없습니다</translation>
    </message>
    <message>
        <source>{0} is not given to everybody</source>
        <translation>{0}은(는) 누구나 다운로드할 수 있는 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not the file that was expected</source>
        <translation>{0}은(는) 예상한 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not there any more</source>
        <translation>{0}은(는) 더 이상 없습니다</translation>
    </message>
    <message>
        <source>{0} is not what was sent</source>
        <translation>{0}이(가) 보낸 그대로 도착하지 않았습니다</translation>
    </message>
    <message>
        <source>{0} is packed by {1}</source>
        <translation>‘{0}’은(는) {1}(으)로 압축되어 있습니다</translation>
    </message>
    <message>
        <source>{0} is too large for this machine</source>
        <translation>{0}은(는) 이 컴퓨터에 너무 큽니다</translation>
    </message>
    <message>
        <source>{0} needs code of its own</source>
        <translation>‘{0}’에는 자체 코드가 필요합니다</translation>
    </message>
    <message>
        <source>{0} of {1} runs were not begun: there is no time for them.</source>
        <translation>학습 {1}개 중 {0}개는 시작하지 않았습니다. 시간이 부족합니다.</translation>
    </message>
    <message>
        <source>{0} of {1} runs were trained for a part only. Give the sweep more minutes to go on with them.</source>
        <translation>학습 {1}개 중 {0}개는 일부만 학습했습니다. 이어 가려면 스윕에 시간을 더 주십시오.</translation>
    </message>
    <message>
        <source>{0} refuses the question</source>
        <translation>{0}이(가) 질문을 거절했습니다</translation>
    </message>
    <message>
        <source>{0} rows are computed at once, as many in an iteration as before.</source>
        <translation>한 번에 {0}개 행을 계산하며, 한 반복의 행 수는 전과 같습니다.</translation>
    </message>
    <message>
        <source>{0} rows are left out: they have no token to learn.</source>
        <translation>행 {0}개를 제외합니다. 배울 토큰이 없습니다.</translation>
    </message>
    <message>
        <source>{0} said {1} times what cannot be read, the last time because: {2}.</source>
        <translation>‘{0}’이(가) 읽을 수 없는 답을 {1}번 했습니다. 마지막 이유: {2}.</translation>
    </message>
    <message>
        <source>{0} stopped unexpectedly ({1})</source>
        <translation>{0}이(가) 예기치 않게 멈추었습니다({1})</translation>
    </message>
    <message>
        <source>{0}. Export the fused model, or the adapter for mlx-lm.</source>
        <translation>{0}. 병합된 모델이나 mlx-lm용 어댑터를 내보내십시오.</translation>
    </message>
    <message>
        <source>{0}. If a file named project.sqlite.before-N lies beside it, that is an older copy: put it back under the name of the database.</source>
        <translation>{0}. project.sqlite.before-N이라는 파일이 옆에 있으면 이전 사본입니다. 데이터베이스의 이름으로 되돌려 놓으십시오.</translation>
    </message>
    <message>
        <source>{0}. It is tried again in {1} s.</source>
        <translation>{0}. {1}초 뒤에 다시 시도합니다.</translation>
    </message>
    <message>
        <source>{0}. The other servers go on without it.</source>
        <translation>{0}. 다른 서버들이 이어서 계속합니다.</translation>
    </message>
    <message>
        <source>{0}. What was reached is kept: start the training again to go on from the last checkpoint, or leave this Mac out of the hosts file to go on without it.</source>
        <translation>{0}. 여기까지 한 것은 남아 있습니다. 학습을 다시 시작하면 마지막 체크포인트에서 이어집니다. 이 Mac 없이 이어 가려면 호스트 파일에서 빼십시오.</translation>
    </message>
    <message>
        <source>{0}. What was written is kept: start one of them again, then do this once more to go on.</source>
        <translation>{0}. 쓴 것은 그대로 있습니다: 서버 하나를 다시 시작한 뒤 한 번 더 실행하면 이어서 합니다.</translation>
    </message>
    <message>
        <source>{0}. docs/several-macs.md shows one; mlx.distributed_config writes it.</source>
        <translation>{0}. docs/several-macs.md에 예가 있고, mlx.distributed_config가 써 줍니다.</translation>
    </message>
    <message>
        <source>{0}/{1} wants you to sign in or to accept its terms: do that there, set HF_TOKEN to a key of yours, and download it again. Or choose another model.</source>
        <translation>{0}/{1}에서 로그인하거나 약관에 동의해야 합니다. 그곳에서 한 뒤 HF_TOKEN에 키를 넣고 다시 다운로드하십시오. 또는 다른 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0}: choose another folder.</source>
        <translation>{0}: 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{0}: choose another place or name.</source>
        <translation>{0}: 다른 위치나 이름을 고르십시오.</translation>
    </message>
    <message>
        <source>{0}: choose another port, or 0 for a free one.</source>
        <translation>{0}: 다른 포트를 고르거나, 비어 있는 포트를 찾도록 0을 고르십시오.</translation>
    </message>
    <message>
        <source>{0}: copy it from the first Mac.</source>
        <translation>{0}: 첫 Mac에서 복사하십시오.</translation>
    </message>
    <message>
        <source>{0}: the runs are compared by their losses only.</source>
        <translation>{0}: 학습은 손실로만 비교합니다.</translation>
    </message>
    <message>
        <source>{0}: the sweep goes on with the next run.</source>
        <translation>{0}: 스윕은 다음 학습으로 넘어갑니다.</translation>
    </message>
    <message>
        <source>{0}: {1}. Check its rights, or name another one in HONE_MODELS.</source>
        <translation>{0}: {1}. 권한을 확인하거나 HONE_MODELS에 다른 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{0}: {1}. Check its rights.</source>
        <translation>{0}: {1}. 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>{0}: {1}. Check the rights of the folder.</source>
        <translation>{0}: {1}. 폴더의 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>{0}Try another writer: an instruct model of 3B parameters or more as GGUF (hone generate PROJECT --writer FILE.gguf). What was accepted before is kept.</source>
        <translation>{0}다른 작성 모델을 사용해 보십시오. 매개변수 30억 개 이상인 Instruct 모델의 GGUF가 좋습니다. 이전에 채택된 것은 보존됩니다.</translation>
    </message>
    <message>
        <source>{0} asks for a name and a password</source>
        <translation>‘{0}’에 이름과 암호가 필요합니다</translation>
    </message>
    <message>
        <source>`starter`, the path of a GGUF chat model, or servers; the one that wrote it when empty.</source>
        <translation>`starter`, GGUF 채팅 모델의 경로 또는 서버. 비어 있으면 그것을 쓴 작성 모델.</translation>
    </message>
    <message>
        <source>`starter`, which ships with Hone, the path of a GGUF chat model, `servers` for all that are set, or the address of one (http://host:port/v1#MODEL).</source>
        <translation>Hone에 들어 있는 `starter`, GGUF 채팅 모델의 경로, 설정된 모든 서버를 뜻하는 `servers`, 또는 한 서버의 주소(http://host:port/v1#MODEL).</translation>
    </message>
    <message>
        <source>its tokenizer is neither byte-level BPE nor SentencePiece of Llama 2, Mistral or Gemma</source>
        <translation>토크나이저가 바이트 단위 BPE도, Llama 2, Mistral, Gemma의 SentencePiece도 아닙니다</translation>
    </message>
    <message>
        <source>llama.cpp chooses {0} of the reply tokens alike, wanted were {1}, so nothing was kept: choose a quantisation of more bits, export the MLX folder, or allow less with --agreement.</source>
        <translation>llama.cpp가 답변 토큰의 {0}만 같게 골랐고 기준은 {1}이어서 아무것도 남기지 않았습니다. 비트 수가 더 많은 양자화를 고르거나, MLX 폴더를 내보내거나, 기준을 낮추십시오.</translation>
    </message>
    <message>
        <source>{0} The run goes on with a smaller plan.</source>
        <translation>{0} 실행이 더 작은 계획으로 이어집니다.</translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation>매개변수 {0}B</translation>
    </message>
    <message>
        <source>{0} can be switched on or off, not both</source>
        <translation>‘{0}’은(는) 켜거나 끌 수 있지만 둘 다는 할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be loaded</source>
        <translation>‘{0}’을(를) 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be opened</source>
        <translation>‘{0}’을(를) 열 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be read</source>
        <translation>‘{0}’을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be stored</source>
        <translation>‘{0}’을(를) 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be switched off</source>
        <translation>‘{0}’은(는) 끌 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be trained here</source>
        <translation>‘{0}’은(는) 여기서 학습할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be written as F16</source>
        <translation>{0}을(를) F16으로 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot be written as GGUF</source>
        <translation>‘{0}’을(를) GGUF로 저장할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} cannot judge</source>
        <translation>‘{0}’은(는) 판정할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} changed while it was read</source>
        <translation>읽는 동안 ‘{0}’이(가) 바뀌었습니다</translation>
    </message>
    <message>
        <source>{0} chunks are longer than the embedding model reads: only their beginning is indexed.</source>
        <translation>청크 {0}개가 임베딩 모델이 읽는 길이보다 깁니다. 앞부분만 색인됩니다.</translation>
    </message>
    <message>
        <source>{0} contexts are too few for knowledge, which needs {1}: left out.</source>
        <translation>맥락이 {0}개뿐이어서 {1}개가 필요한 지식을 만들 수 없으므로 제외합니다.</translation>
    </message>
    <message>
        <source>{0} could not be fetched</source>
        <translation>‘{0}’을(를) 가져올 수 없습니다</translation>
    </message>
    <message>
        <source>{0} could not be loaded</source>
        <translation>‘{0}’을(를) 불러올 수 없습니다</translation>
    </message>
    <message>
        <source>{0} could not be read because of an error in Hone</source>
        <translation>Hone의 오류로 ‘{0}’을(를) 읽을 수 없습니다</translation>
    </message>
    <message>
        <source>{0} crashed its reader</source>
        <translation>‘{0}’ 때문에 읽기가 비정상적으로 끝났습니다</translation>
    </message>
    <message>
        <source>{0} documents at {1}</source>
        <translation>{1}의 문서 {0}개</translation>
    </message>
    <message>
        <source>{0} does not fit into memory</source>
        <translation>‘{0}’이(가) 메모리에 들어가지 않습니다</translation>
    </message>
    <message>
        <source>{0} does not know the language of pair {1}</source>
        <translation>‘{0}’은(는) 문답 {1}의 언어를 모릅니다</translation>
    </message>
    <message>
        <source>{0} does not stand in the evidence</source>
        <translation>‘{0}’은(는) 근거에 없습니다</translation>
    </message>
    <message>
        <source>{0} epochs, {1} rows</source>
        <translation>{0} 에포크, 행 {1}개</translation>
    </message>
    <message>
        <source>{0} exists already</source>
        <translation>‘{0}’이(가) 이미 있습니다</translation>
    </message>
    <message>
        <source>{0} files at {1} are no documents that Hone reads and were left out</source>
        <translation>{1}의 파일 {0}개는 Hone이 읽는 문서가 아니어서 제외했습니다</translation>
    </message>
    <message>
        <source>{0} files in {1} are no documents that Hone reads and were left out</source>
        <translation>‘{1}’의 파일 {0}개는 Hone이 읽는 문서가 아니어서 제외했습니다</translation>
    </message>
    <message>
        <source>{0} gaps: chunks or pages that state facts and have no accepted pair.</source>
        <translation>빈 곳 {0}개: 사실을 말하지만 채택된 문답이 없는 청크나 페이지입니다.</translation>
    </message>
    <message>
        <source>{0} gives no usable vectors</source>
        <translation>‘{0}’은(는) 쓸 수 있는 벡터를 만들지 않습니다</translation>
    </message>
    <message>
        <source>{0} has another shape than in {1}: choose the base it was trained on.</source>
        <translation>{0}의 형태가 {1}에서와 다릅니다. 학습에 사용한 기본 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} has half a character (a lone surrogate): write it anew.</source>
        <translation>{0}에 반쪽 문자(짝이 없는 서로게이트)가 있습니다. 새로 쓰십시오.</translation>
    </message>
    <message>
        <source>{0} has its weights in another form</source>
        <translation>‘{0}’의 가중치가 다른 형식입니다</translation>
    </message>
    <message>
        <source>{0} has no chat template</source>
        <translation>‘{0}’에 채팅 템플릿이 없습니다</translation>
    </message>
    <message>
        <source>{0} has no columns for question and answer</source>
        <translation>‘{0}’에 질문과 답변 열이 없습니다</translation>
    </message>
    <message>
        <source>{0} has no newest</source>
        <translation>{0}에 최신 커밋이 없습니다</translation>
    </message>
    <message>
        <source>{0} has no text</source>
        <translation>‘{0}’에 텍스트가 없습니다</translation>
    </message>
    <message>
        <source>{0} has no tokenizer</source>
        <translation>‘{0}’에 토크나이저가 없습니다</translation>
    </message>
    <message>
        <source>{0} has no weights</source>
        <translation>‘{0}’에 가중치가 없습니다</translation>
    </message>
    <message>
        <source>{0} has too many pages</source>
        <translation>‘{0}’에 페이지가 너무 많습니다</translation>
    </message>
    <message>
        <source>{0} holds no questions</source>
        <translation>‘{0}’에 질문이 없습니다</translation>
    </message>
    <message>
        <source>{0} holds no row that can be used</source>
        <translation>‘{0}’에 사용할 수 있는 행이 없습니다</translation>
    </message>
    <message>
        <source>{0} holds too much text</source>
        <translation>‘{0}’에 텍스트가 너무 많습니다</translation>
    </message>
    <message>
        <source>{0} is a file</source>
        <translation>‘{0}’은(는) 파일입니다</translation>
    </message>
    <message>
        <source>{0} is a folder</source>
        <translation>‘{0}’은(는) 폴더입니다</translation>
    </message>
    <message>
        <source>{0} is a folder of GGUF files</source>
        <translation>‘{0}’은(는) GGUF 파일이 든 폴더입니다</translation>
    </message>
    <message>
        <source>{0} is a link that leads back to itself.</source>
        <translation>{0}은(는) 자기 자신을 가리키는 링크입니다.</translation>
    </message>
    <message>
        <source>{0} is a part of a model</source>
        <translation>‘{0}’은(는) 모델의 일부입니다</translation>
    </message>
    <message>
        <source>{0} is a pipe, a device or the like: name a file or a folder.</source>
        <translation>{0}은(는) 파이프나 장비 등입니다. 파일이나 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{0} is a word of the document with its letters out of order</source>
        <translation>‘{0}’은(는) 문서에 있는 단어의 글자 순서가 바뀐 것입니다</translation>
    </message>
    <message>
        <source>{0} is a word of the document with its syllables out of order</source>
        <translation>‘{0}’은(는) 문서에 있는 단어의 음절 순서가 바뀐 것입니다</translation>
    </message>
    <message>
        <source>{0} is an adapter</source>
        <translation>‘{0}’은(는) 어댑터입니다</translation>
    </message>
    <message>
        <source>{0} is an everyday word with its letters out of order</source>
        <translation>‘{0}’은(는) 흔한 단어의 글자 순서가 바뀐 것입니다</translation>
    </message>
    <message>
        <source>{0} is damaged</source>
        <translation>‘{0}’이(가) 손상되었습니다</translation>
    </message>
    <message>
        <source>{0} is damaged ({1}): fuse or download the model again.</source>
        <translation>{0}이(가) 손상되었습니다({1}). 모델을 다시 병합하거나 다운로드하십시오.</translation>
    </message>
    <message>
        <source>{0} is empty</source>
        <translation>‘{0}’이(가) 비어 있습니다</translation>
    </message>
    <message>
        <source>{0} is empty: fill it in or delete the row.</source>
        <translation>{0}이(가) 비어 있습니다. 채우거나 행을 삭제하십시오.</translation>
    </message>
    <message>
        <source>{0} is encrypted</source>
        <translation>‘{0}’이(가) 암호화되어 있습니다</translation>
    </message>
    <message>
        <source>{0} is larger than 1 GiB</source>
        <translation>‘{0}’이(가) 1GiB보다 큽니다</translation>
    </message>
    <message>
        <source>{0} is missing or cannot be read: choose a folder as mlx-lm saves it, or fuse again.</source>
        <translation>{0}이(가) 없거나 읽을 수 없습니다. mlx-lm이 저장하는 것과 같은 폴더를 선택하거나 다시 병합하십시오.</translation>
    </message>
    <message>
        <source>{0} is missing: put it back, choose another run, or train again.</source>
        <translation>{0}이(가) 없습니다. 제자리에 되돌려 놓거나, 다른 학습을 선택하거나, 다시 학습하십시오.</translation>
    </message>
    <message>
        <source>{0} is nested too deeply</source>
        <translation>‘{0}’이(가) 너무 깊이 중첩되어 있습니다</translation>
    </message>
    <message>
        <source>{0} is no address of a git repository</source>
        <translation>‘{0}’은(는) git 저장소의 주소가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no dataset that Hone knows</source>
        <translation>‘{0}’은(는) Hone이 아는 데이터셋이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no embedding model</source>
        <translation>‘{0}’은(는) 임베딩 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no file</source>
        <translation>‘{0}’은(는) 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no syllable of written Korean</source>
        <translation>‘{0}’은(는) 한국어에 쓰이는 음절이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no taxonomy</source>
        <translation>‘{0}’은(는) 분류 체계가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no text</source>
        <translation>‘{0}’은(는) 텍스트가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no text: write it as one piece of text.</source>
        <translation>{0}은(는) 텍스트가 아닙니다. 하나의 텍스트로 쓰십시오.</translation>
    </message>
    <message>
        <source>{0} is no whole Parquet file</source>
        <translation>‘{0}’은(는) 온전한 Parquet 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is no word</source>
        <translation>‘{0}’은(는) 단어가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a GGUF file</source>
        <translation>‘{0}’은(는) GGUF 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a GGUF model</source>
        <translation>‘{0}’은(는) GGUF 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a Hone project</source>
        <translation>‘{0}’은(는) Hone 프로젝트가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a complete model</source>
        <translation>‘{0}’은(는) 온전한 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a kind of file that Hone can read</source>
        <translation>‘{0}’은(는) Hone이 읽을 수 있는 종류의 파일이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a language model</source>
        <translation>‘{0}’은(는) 언어 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a model</source>
        <translation>‘{0}’은(는) 모델이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not a model folder</source>
        <translation>‘{0}’은(는) 모델 폴더가 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not empty</source>
        <translation>‘{0}’이(가) 비어 있지 않습니다</translation>
    </message>
    <message>
        <source>{0} is not in UTF-8</source>
        <translation>‘{0}’은(는) UTF-8이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not safe to read</source>
        <translation>‘{0}’은(는) 읽기에 안전하지 않습니다</translation>
    </message>
    <message>
        <source>{0} is not the file that the index was made with: make the index again.</source>
        <translation>{0}은(는) 색인을 만들 때의 파일이 아닙니다. 색인을 다시 만드십시오.</translation>
    </message>
    <message>
        <source>{0} is not there any more: add the model again.</source>
        <translation>{0}이(가) 더 이상 없습니다. 모델을 다시 추가하십시오.</translation>
    </message>
    <message>
        <source>{0} is not there: check the path of the writer.</source>
        <translation>{0}이(가) 없습니다. 작성 모델의 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>{0} is not valid JSON</source>
        <translation>‘{0}’은(는) 올바른 JSON이 아닙니다</translation>
    </message>
    <message>
        <source>{0} is not whole</source>
        <translation>‘{0}’이(가) 온전하지 않습니다</translation>
    </message>
    <message>
        <source>{0} is protected against copying</source>
        <translation>‘{0}’은(는) 복사가 방지되어 있습니다</translation>
    </message>
    <message>
        <source>{0} is protected by a password</source>
        <translation>‘{0}’은(는) 암호로 보호되어 있습니다</translation>
    </message>
    <message>
        <source>{0} is quantized and cannot be trained in full</source>
        <translation>‘{0}’은(는) 양자화되어 있어 전체 학습을 할 수 없습니다</translation>
    </message>
    <message>
        <source>{0} is something else: choose another folder.</source>
        <translation>{0}은(는) 다른 것입니다. 다른 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} is the part of a model that sees pictures</source>
        <translation>‘{0}’은(는) 모델에서 그림을 보는 부분입니다</translation>
    </message>
    <message>
        <source>{0} is too large</source>
        <translation>‘{0}’이(가) 너무 큽니다</translation>
    </message>
    <message>
        <source>{0} is too long</source>
        <translation>‘{0}’이(가) 너무 깁니다</translation>
    </message>
    <message>
        <source>{0} is {1}, which Hone cannot read</source>
        <translation>‘{0}’은(는) Hone이 읽을 수 없는 {1}입니다</translation>
    </message>
    <message>
        <source>{0} leads nowhere</source>
        <translation>‘{0}’ 링크가 가리키는 것이 없습니다</translation>
    </message>
    <message>
        <source>{0} names a pair that does not wait for an answer</source>
        <translation>{0}에 답변을 기다리지 않는 문답이 있습니다</translation>
    </message>
    <message>
        <source>{0} needs more memory than {1} MB</source>
        <translation>‘{0}’에 {1}MB보다 많은 메모리가 필요합니다</translation>
    </message>
    <message>
        <source>{0} of {1} gaps are filled.</source>
        <translation>빈 곳 {1}개 중 {0}개를 채웠습니다.</translation>
    </message>
    <message>
        <source>{0} of {1} prompts become other tokens, so nothing was kept: export the MLX folder, and please report which base this is.</source>
        <translation>프롬프트 {1}개 중 {0}개가 다른 토큰이 되므로 아무것도 남기지 않았습니다. MLX 폴더를 내보내고, 어떤 기본 모델인지 알려 주십시오.</translation>
    </message>
    <message>
        <source>{0} pairs have turns before the question, which qna.yaml cannot hold: left out.</source>
        <translation>문답 {0}개는 질문 앞에 다른 대화가 있어 qna.yaml에 담을 수 없으므로 제외합니다.</translation>
    </message>
    <message>
        <source>{0} pairs of no document are too few for a skill ({1}): left out.</source>
        <translation>문서와 관계없는 문답이 {0}개뿐이어서 기술을 만들 수 없으므로({1}) 제외합니다.</translation>
    </message>
    <message>
        <source>{0} pairs of unseen sections are left out: a trained fact tells the same.</source>
        <translation>미학습 단락의 문답 {0}개를 제외합니다. 학습된 사실이 같은 내용을 말합니다.</translation>
    </message>
    <message>
        <source>{0} questions changed and {1} taken out by hand.</source>
        <translation>질문 {0}개를 고치고 {1}개를 직접 뺐습니다.</translation>
    </message>
    <message>
        <source>{0} rows are in the project already, or twice in the file.</source>
        <translation>행 {0}개는 이미 프로젝트에 있거나 파일에 두 번 나옵니다.</translation>
    </message>
    <message>
        <source>{0} rows are left out: longer than {1} tokens.</source>
        <translation>행 {0}개를 제외합니다. {1}토큰보다 깁니다.</translation>
    </message>
    <message>
        <source>{0} rows are left out; all are named in {1}.</source>
        <translation>행 {0}개를 제외합니다. 모두 {1}에 적혀 있습니다.</translation>
    </message>
    <message>
        <source>{0} rows are longer than {1} tokens: allow longer ones with --max-length.</source>
        <translation>행 {0}개가 {1}토큰보다 깁니다. 최대 행 길이를 늘리십시오.</translation>
    </message>
    <message>
        <source>{0} should lie in {1}: install Hone again, or fetch its files with git.</source>
        <translation>{0}은(는) {1}에 있어야 합니다. Hone을 다시 설치하십시오.</translation>
    </message>
    <message>
        <source>{0} stopped because of an error in Hone</source>
        <translation>Hone의 오류로 ‘{0}’ 작업이 중단되었습니다</translation>
    </message>
    <message>
        <source>{0} stopped while writing</source>
        <translation>작성 중에 ‘{0}’이(가) 중단되었습니다</translation>
    </message>
    <message>
        <source>{0} takes too long to read</source>
        <translation>‘{0}’을(를) 읽는 데 너무 오래 걸립니다</translation>
    </message>
    <message>
        <source>{0} tensors are missing, the first is {1}: fuse or download it again.</source>
        <translation>텐서 {0}개가 없습니다. 첫 번째는 {1}입니다. 다시 병합하거나 다운로드하십시오.</translation>
    </message>
    <message>
        <source>{0} tokens and {1} new ones do not fit into {2}: choose smaller chunks, or a writer with a longer context.</source>
        <translation>토큰 {0}개와 새 토큰 {1}개가 {2}에 들어가지 않습니다. 더 작은 청크를 선택하거나 문맥이 더 긴 작성 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} unpacks to more than Hone reads</source>
        <translation>‘{0}’의 압축을 풀면 Hone이 읽는 한도를 넘습니다</translation>
    </message>
    <message>
        <source>{0} unreadable; everything else was read.</source>
        <translation>{0} 읽을 수 없습니다. 나머지는 모두 읽었습니다.</translation>
    </message>
    <message>
        <source>{0} was made by a newer Hone</source>
        <translation>‘{0}’은(는) 더 새로운 Hone에서 만든 것입니다</translation>
    </message>
    <message>
        <source>{0} was not written by Hone: choose another place with --path.</source>
        <translation>{0}은(는) Hone이 쓴 파일이 아닙니다. 다른 위치를 선택하십시오.</translation>
    </message>
    <message>
        <source>{0} was read again: {1}</source>
        <translation>‘{0}’을(를) 다시 읽었습니다: {1}</translation>
    </message>
    <message>
        <source>{0} without text: {1}</source>
        <translation>{0} 텍스트가 없습니다. {1}</translation>
    </message>
    <message>
        <source>{0} words</source>
        <translation>단어 {0}개</translation>
    </message>
    <message>
        <source>{0}. Choose another base model.</source>
        <translation>{0}. 다른 기본 모델을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0}. Choose another writer, or a newer GGUF of the same model.</source>
        <translation>{0}. 다른 작성 모델을 선택하거나 같은 모델의 새 GGUF를 구하십시오.</translation>
    </message>
    <message>
        <source>{0}. Please report it.</source>
        <translation>{0}. 이 문제를 알려 주십시오.</translation>
    </message>
    <message>
        <source>{0}. See that you are online and may read it, or clone it and name the folder.</source>
        <translation>{0}. 인터넷에 연결되어 있고 읽을 권한이 있는지 확인하거나, 복제한 폴더를 지정하십시오.</translation>
    </message>
    <message>
        <source>{0}. The files may be incomplete or of a kind that mlx-lm does not know.</source>
        <translation>{0}. 파일이 불완전하거나 mlx-lm이 모르는 종류일 수 있습니다.</translation>
    </message>
    <message>
        <source>{0}: check that you may read it.</source>
        <translation>{0}: 읽을 권한이 있는지 확인하십시오.</translation>
    </message>
    <message>
        <source>{0}: check the path of the questions.</source>
        <translation>{0}: 질문 파일의 경로를 확인하십시오.</translation>
    </message>
    <message>
        <source>{0}: check the rights of the file.</source>
        <translation>{0}: 파일의 권한을 확인하십시오.</translation>
    </message>
    <message>
        <source>{0}: choose a folder in which you may write.</source>
        <translation>{0}: 쓸 수 있는 폴더를 선택하십시오.</translation>
    </message>
    <message>
        <source>{0}: download or export it again.</source>
        <translation>{0}: 다시 다운로드하거나 내보내십시오.</translation>
    </message>
    <message>
        <source>{0}: give `starter` or the path of a GGUF file.</source>
        <translation>{0}: 스타터 또는 GGUF 파일을 선택하십시오.</translation>
    </message>
    <message>
        <source>{0}: give the file that the ask stage wrote.</source>
        <translation>{0}: 질문 단계에서 저장된 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>{0}: make room in {1}. Nothing was imported.</source>
        <translation>{0}: {1}에 공간을 확보하십시오. 아무것도 가져오지 않았습니다.</translation>
    </message>
    <message>
        <source>{0}: repair it or export it again.</source>
        <translation>{0}: 고치거나 다시 내보내십시오.</translation>
    </message>
    <message>
        <source>{0}: repair it.</source>
        <translation>{0}: 고치십시오.</translation>
    </message>
    <message>
        <source>{0}: start a new run.</source>
        <translation>{0}: 새로 학습을 시작하십시오.</translation>
    </message>
    <message>
        <source>{0}: try again.</source>
        <translation>{0}: 다시 시도하십시오.</translation>
    </message>
    <message>
        <source>{0}: {1} blank</source>
        <translation>{0}: {1} 비어 있습니다</translation>
    </message>
    <message>
        <source>{0}: {1} is not possible</source>
        <translation>{0}: {1}은(는) 사용할 수 없습니다</translation>
    </message>
    <message>
        <source>{0}: {1} is out of range</source>
        <translation>{0}: {1}은(는) 범위를 벗어났습니다</translation>
    </message>
    <message>
        <source>{0}: {1}. Give yourself the right to read it, or copy it elsewhere.</source>
        <translation>{0}: {1}. 읽기 권한을 주거나 다른 곳에 복사하십시오.</translation>
    </message>
    <message>
        <source>{0}: {1}. Make room.</source>
        <translation>{0}: {1}. 공간을 확보하십시오.</translation>
    </message>
    <message>
        <source>{0}: {1}. Nothing that was done is lost; please report the details.</source>
        <translation>{0}: {1}. 완료된 것은 사라지지 않았습니다. 세부사항을 알려 주십시오.</translation>
    </message>
</context>
<context>
    <name>exam_table</name>
    <message>
        <source>A person&apos;s own questions about facts it was taught. The hardest and most honest test.</source>
        <translation>학습한 사실에 대해 사람이 직접 쓴 질문입니다. 가장 어렵고 가장 정직한 시험입니다.</translation>
    </message>
    <message>
        <source>A person&apos;s own questions about facts that no pair teaches. Nothing is to be expected here.</source>
        <translation>어떤 문답도 가르치지 않은 사실에 대해 사람이 직접 쓴 질문입니다. 기대할 것이 없습니다.</translation>
    </message>
    <message>
        <source>Difference</source>
        <translation>차이</translation>
    </message>
    <message>
        <source>Facts it was taught, asked in words it never saw. This is what it has learned.</source>
        <translation>학습한 사실을 본 적 없는 표현으로 묻습니다. 이것이 배운 것입니다.</translation>
    </message>
    <message>
        <source>Hand-written questions</source>
        <translation>직접 쓴 질문</translation>
    </message>
    <message>
        <source>Hand-written, never taught</source>
        <translation>직접 쓴 질문, 배운 적 없음</translation>
    </message>
    <message>
        <source>Held-out wordings</source>
        <translation>학습에서 뺀 표현</translation>
    </message>
    <message>
        <source>Held-out wordings by which training chose its best state, so a little flattering.</source>
        <translation>학습이 가장 좋은 상태를 고를 때 사용한 표현이라 조금 후합니다.</translation>
    </message>
    <message>
        <source>How much nearer the tuned answer is to the reference. Where only one side is right comes first.</source>
        <translation>학습된 모델의 답변이 모범 답변에 얼마나 더 가까운지를 나타냅니다. 한쪽만 맞은 것이 먼저 나옵니다.</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Reference</source>
        <translation>모범 답변</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>정답</translation>
    </message>
    <message>
        <source>Sections it never saw at all. This is what spills over to things it was not taught.</source>
        <translation>전혀 본 적 없는 단락입니다. 배우지 않은 것에 얼마나 번졌는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>The very questions it was trained on. This is how well it remembers.</source>
        <translation>학습한 바로 그 질문입니다. 얼마나 잘 기억하는지 보여 줍니다.</translation>
    </message>
    <message>
        <source>Trained questions</source>
        <translation>학습한 질문</translation>
    </message>
    <message>
        <source>judge {0}</source>
        <translation>판정 {0}점</translation>
    </message>
    <message>
        <source>Unseen sections</source>
        <translation>미학습 단락</translation>
    </message>
    <message>
        <source>Validation questions</source>
        <translation>검증 질문</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>오답</translation>
    </message>
</context>
<context>
    <name>exam_words</name>
    <message>
        <source>1 question</source>
        <translation>질문 1개</translation>
    </message>
    <message>
        <source>Among how many words the model wavers while it reads the reference answer.</source>
        <translation>모범 답변을 읽는 동안 모델이 몇 단어 사이에서 망설이는지를 나타냅니다.</translation>
    </message>
    <message>
        <source>Answers that say the numbers, names and words that make them right.</source>
        <translation>정답이 되게 하는 숫자, 이름, 단어를 말한 답변의 비율입니다.</translation>
    </message>
    <message>
        <source>Base</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Base + documents</source>
        <translation>기본 모델 + 문서</translation>
    </message>
    <message>
        <source>Base + documents against base</source>
        <translation>기본 모델 + 문서 대 기본 모델</translation>
    </message>
    <message>
        <source>How good another model finds the reply, set beside the reference.</source>
        <translation>다른 모델이 모범 답변과 견주어 답변을 얼마나 좋게 보는지를 나타냅니다.</translation>
    </message>
    <message>
        <source>How long a run of the reference an answer has in the same order, from 0 to 1.</source>
        <translation>모범 답변과 같은 순서로 이어지는 길이의 비율이며 0에서 1까지입니다.</translation>
    </message>
    <message>
        <source>How many words an answer shares with the reference, from 0 to 1.</source>
        <translation>모범 답변과 같은 단어의 비율이며 0에서 1까지입니다.</translation>
    </message>
    <message>
        <source>How much the reference answer surprises the model. There is none where a question has no full answer.</source>
        <translation>모범 답변이 모델에게 얼마나 뜻밖인지를 나타냅니다. 완전한 답변이 없는 질문에는 없습니다.</translation>
    </message>
    <message>
        <source>Judge, 0 to 100</source>
        <translation>판정, 0~100</translation>
    </message>
    <message>
        <source>Key facts right</source>
        <translation>핵심 사실 정답</translation>
    </message>
    <message>
        <source>Loss, less is better</source>
        <translation>손실, 낮을수록 좋음</translation>
    </message>
    <message>
        <source>Perplexity, less is better</source>
        <translation>혼란도, 낮을수록 좋음</translation>
    </message>
    <message>
        <source>Same order (ROUGE-L)</source>
        <translation>같은 순서(ROUGE-L)</translation>
    </message>
    <message>
        <source>Same words (token F1)</source>
        <translation>같은 단어(토큰 F1)</translation>
    </message>
    <message>
        <source>Tuned</source>
        <translation>학습된 모델</translation>
    </message>
    <message>
        <source>Tuned + documents</source>
        <translation>학습된 모델 + 문서</translation>
    </message>
    <message>
        <source>Tuned + documents against base + documents</source>
        <translation>학습된 모델 + 문서 대 기본 모델 + 문서</translation>
    </message>
    <message>
        <source>Tuned + documents against tuned</source>
        <translation>학습된 모델 + 문서 대 학습된 모델</translation>
    </message>
    <message>
        <source>Tuned against base</source>
        <translation>학습된 모델 대 기본 모델</translation>
    </message>
    <message>
        <source>Tuned against base + documents</source>
        <translation>학습된 모델 대 기본 모델 + 문서</translation>
    </message>
    <message>
        <source>Without a heading</source>
        <translation>제목 없음</translation>
    </message>
    <message>
        <source>{0} points</source>
        <translation>{0}점</translation>
    </message>
    <message>
        <source>{0} questions</source>
        <translation>질문 {0}개</translation>
    </message>
    <message>
        <source>{0} to {1}</source>
        <translation>{0}~{1}</translation>
    </message>
</context>
<context>
    <name>failure</name>
    <message>
        <source>Copy Details</source>
        <translation>세부사항 복사</translation>
    </message>
</context>
<context>
    <name>known_models</name>
    <message>
        <source>All servers</source>
        <translation>모든 서버</translation>
    </message>
    <message>
        <source>All servers ({0})</source>
        <translation>모든 서버 ({0})</translation>
    </message>
    <message>
        <source>Ships with Hone, for trying out</source>
        <translation>Hone과 함께 제공되며 시험 삼아 써 보기 위한 모델입니다</translation>
    </message>
    <message>
        <source>Starter</source>
        <translation>스타터</translation>
    </message>
    <message>
        <source>The texts of your documents are sent to {0}.</source>
        <translation>문서의 글이 {0}(으)로 전송됩니다.</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{1}의 {0}</translation>
    </message>
</context>
<context>
    <name>menus</name>
    <message>
        <source>&amp;File</source>
        <translation>파일(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Go</source>
        <translation>이동(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>도움말(&amp;H)</translation>
    </message>
    <message>
        <source>About Hone</source>
        <translation>Hone에 관하여</translation>
    </message>
    <message>
        <source>Add Documents…</source>
        <translation>문서 추가…</translation>
    </message>
    <message>
        <source>Close Project</source>
        <translation>프로젝트 닫기</translation>
    </message>
    <message>
        <source>Import Pairs…</source>
        <translation>문답 가져오기…</translation>
    </message>
    <message>
        <source>New Project…</source>
        <translation>새로운 프로젝트…</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>열기…</translation>
    </message>
    <message>
        <source>Quit Hone</source>
        <translation>Hone 종료</translation>
    </message>
    <message>
        <source>Settings…</source>
        <translation>설정…</translation>
    </message>
    <message>
        <source>Show Project in Folder</source>
        <translation>프로젝트 폴더 보기</translation>
    </message>
    <message>
        <source>Try the Sample</source>
        <translation>견본으로 해보기</translation>
    </message>
</context>
<context>
    <name>models</name>
    <message>
        <source>Ships with Hone and needs no download: for trying out. It asks plain questions, quickly.</source>
        <translation>Hone과 함께 제공되어 다운로드가 필요 없는, 시험 삼아 써 보기 위한 모델입니다. 단순한 질문을 빠르게 합니다.</translation>
    </message>
    <message>
        <source>Ships with Hone, for trying out: it learns your facts in minutes, but knows nothing else.</source>
        <translation>Hone과 함께 제공되는, 시험 삼아 써 보기 위한 모델입니다. 몇 분 만에 사실을 배우지만 그 밖에는 아는 것이 없습니다.</translation>
    </message>
    <message>
        <source>context of {0} tokens</source>
        <translation>문맥 {0}토큰</translation>
    </message>
    <message>
        <source>{0} billion parameters</source>
        <translation>매개변수 {0}B</translation>
    </message>
    <message>
        <source>{0} million parameters</source>
        <translation>매개변수 {0}M</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
</context>
<context>
    <name>pages</name>
    <message>
        <source>Page {0}: {1}</source>
        <translation>{0}페이지: {1}</translation>
    </message>
    <message>
        <source>Tables: {0}</source>
        <translation>표: {0}</translation>
    </message>
    <message>
        <source>a picture without text</source>
        <translation>텍스트가 없는 그림</translation>
    </message>
    <message>
        <source>blank</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>not read</source>
        <translation>읽지 못함</translation>
    </message>
    <message>
        <source>read</source>
        <translation>읽음</translation>
    </message>
    <message>
        <source>read by text recognition</source>
        <translation>텍스트 인식으로 읽음</translation>
    </message>
    <message>
        <source>{0} blank</source>
        <translation>빈 페이지 {0}</translation>
    </message>
    <message>
        <source>{0} by text recognition</source>
        <translation>텍스트 인식 {0}</translation>
    </message>
    <message>
        <source>{0} not read</source>
        <translation>읽지 못함 {0}</translation>
    </message>
    <message>
        <source>{0} read</source>
        <translation>읽음 {0}</translation>
    </message>
    <message>
        <source>{0} without text</source>
        <translation>텍스트 없음 {0}</translation>
    </message>
</context>
<context>
    <name>pair_details</name>
    <message>
        <source>Accept</source>
        <translation>채택</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>채택됨</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>편집</translation>
    </message>
    <message>
        <source>Edited Questions</source>
        <translation>편집한 질문</translation>
    </message>
    <message>
        <source>Evidence</source>
        <translation>근거</translation>
    </message>
    <message>
        <source>Evidence on page {0} of {1}</source>
        <translation>{1} {0}페이지의 근거</translation>
    </message>
    <message>
        <source>History</source>
        <translation>기록</translation>
    </message>
    <message>
        <source>Imported</source>
        <translation>가져옴</translation>
    </message>
    <message>
        <source>Regenerate</source>
        <translation>다시 작성</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>거절</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>거절됨</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>복원</translation>
    </message>
    <message>
        <source>Spare</source>
        <translation>예비</translation>
    </message>
    <message>
        <source>There is no answer yet.</source>
        <translation>아직 답변이 없습니다.</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>대기 중</translation>
    </message>
    <message>
        <source>Written by {0}</source>
        <translation>작성: {0}</translation>
    </message>
    <message>
        <source>undone</source>
        <translation>실행 취소됨</translation>
    </message>
    <message>
        <source>{0} by hand</source>
        <translation>직접 {0}</translation>
    </message>
    <message>
        <source>{0} says: not supported.</source>
        <translation>{0}의 판정: 뒷받침되지 않음.</translation>
    </message>
    <message>
        <source>{0} says: supported.</source>
        <translation>{0}의 판정: 뒷받침됨.</translation>
    </message>
</context>
<context>
    <name>plan_text</name>
    <message>
        <source>How long it takes is not known on this computer yet.</source>
        <translation>이 컴퓨터에서 얼마나 걸리는지 아직 알 수 없습니다.</translation>
    </message>
    <message>
        <source>Needs about {0} of memory, as measured.</source>
        <translation>측정에 따르면 메모리가 약 {0} 필요합니다.</translation>
    </message>
    <message>
        <source>Needs about {0} of memory, going by the sizes of base, batch and longest row.</source>
        <translation>기본 모델, 배치, 가장 긴 행의 크기로 보아 메모리가 약 {0} 필요합니다.</translation>
    </message>
    <message>
        <source>Only {0} of memory are free now: close other programs first.</source>
        <translation>지금 비어 있는 메모리가 {0}뿐입니다. 먼저 다른 프로그램을 닫으십시오.</translation>
    </message>
    <message>
        <source>Pairs or options have changed since the last dataset: it is made anew at the start.</source>
        <translation>마지막 데이터셋 이후 문답이나 옵션이 바뀌어 시작할 때 새로 만듭니다.</translation>
    </message>
    <message>
        <source>Takes about {0}: {1}.</source>
        <translation>약 {0} 걸립니다: {1}.</translation>
    </message>
    <message>
        <source>This computer has {0} of memory, and other programs need some of it: it may become very slow. Choose a smaller base, or a smaller batch or longest row under Advanced.</source>
        <translation>이 컴퓨터의 메모리는 {0}이고 다른 프로그램도 메모리가 필요하므로 매우 느려질 수 있습니다. 더 작은 기본 모델을 선택하거나 고급에서 배치 또는 최대 행 길이를 줄이십시오.</translation>
    </message>
    <message>
        <source>Working out the numbers…</source>
        <translation>수치를 계산하는 중…</translation>
    </message>
    <message>
        <source>Write or accept more pairs first, or change the dataset&apos;s options under Advanced.</source>
        <translation>먼저 문답을 더 작성하거나 채택하거나, 고급에서 데이터셋 옵션을 바꾸십시오.</translation>
    </message>
    <message>
        <source>judged by a short trial with other numbers</source>
        <translation>다른 수치로 한 짧은 시험 실행으로 추정</translation>
    </message>
    <message>
        <source>judged by run {0}, which had other numbers</source>
        <translation>수치가 다른 학습 {0}(으)로 추정</translation>
    </message>
    <message>
        <source>measured in a short trial on this computer</source>
        <translation>이 컴퓨터에서 짧은 시험 실행으로 측정</translation>
    </message>
    <message>
        <source>run {0} was that fast on this computer</source>
        <translation>이 컴퓨터에서 학습 {0}의 속도</translation>
    </message>
    <message>
        <source>{0} of them general</source>
        <translation>그중 일반 질문 {0}개</translation>
    </message>
    <message>
        <source>{0} rows are longer than allowed and are left out.</source>
        <translation>행 {0}개가 허용된 길이보다 길어 제외됩니다.</translation>
    </message>
    <message>
        <source>{0} test</source>
        <translation>테스트 {0}</translation>
    </message>
    <message>
        <source>{0} to train</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>{0} unseen</source>
        <translation>미학습 {0}</translation>
    </message>
    <message>
        <source>{0} valid</source>
        <translation>검증 {0}</translation>
    </message>
</context>
<context>
    <name>recent_list</name>
    <message>
        <source>1 document</source>
        <translation>문서 1개</translation>
    </message>
    <message>
        <source>1 pair</source>
        <translation>문답 1개</translation>
    </message>
    <message>
        <source>1 tuned model</source>
        <translation>학습된 모델 1개</translation>
    </message>
    <message>
        <source>Empty</source>
        <translation>비어 있음</translation>
    </message>
    <message>
        <source>{0} documents</source>
        <translation>문서 {0}개</translation>
    </message>
    <message>
        <source>{0} pairs</source>
        <translation>문답 {0}개</translation>
    </message>
    <message>
        <source>{0} tuned models</source>
        <translation>학습된 모델 {0}개</translation>
    </message>
</context>
<context>
    <name>reveal</name>
    <message>
        <source>Show in Finder</source>
        <translation>Finder에서 보기</translation>
    </message>
    <message>
        <source>Show in Folder</source>
        <translation>폴더에서 보기</translation>
    </message>
</context>
<context>
    <name>sides</name>
    <message>
        <source>Base model</source>
        <translation>기본 모델</translation>
    </message>
    <message>
        <source>Run {0}</source>
        <translation>학습 {0}</translation>
    </message>
    <message>
        <source>Tuned model</source>
        <translation>학습된 모델</translation>
    </message>
</context>
<context>
    <name>steps</name>
    <message>
        <source>Compare</source>
        <translation>비교</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>문서</translation>
    </message>
    <message>
        <source>Exam</source>
        <translation>시험</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>내보내기</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>모델</translation>
    </message>
    <message>
        <source>Pairs</source>
        <translation>문답</translation>
    </message>
    <message>
        <source>Pairs are written from documents: add one first.</source>
        <translation>문답은 문서에서 작성됩니다. 먼저 문서를 추가하십시오.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>학습 기록</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>설정</translation>
    </message>
    <message>
        <source>This needs a tuned model: train one first.</source>
        <translation>학습된 모델이 필요합니다. 먼저 학습하십시오.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>학습</translation>
    </message>
    <message>
        <source>Training needs accepted pairs: write some first.</source>
        <translation>학습하려면 채택된 문답이 필요합니다. 먼저 작성하십시오.</translation>
    </message>
    <message>
        <source>done</source>
        <translation>완료</translation>
    </message>
    <message>
        <source>locked</source>
        <translation>잠김</translation>
    </message>
    <message>
        <source>needs a look</source>
        <translation>확인 필요</translation>
    </message>
    <message>
        <source>ready</source>
        <translation>준비됨</translation>
    </message>
    <message>
        <source>running</source>
        <translation>실행 중</translation>
    </message>
</context>
<context>
    <name>usage</name>
    <message>
        <source>BASE.gguf is the GGUF file of {0}.</source>
        <translation>BASE.gguf는 {0}의 GGUF 파일입니다.</translation>
    </message>
    <message>
        <source>Choose the folder as the one of models in LM Studio, or copy what is in it there.</source>
        <translation>이 폴더를 LM Studio의 모델 폴더로 고르거나, 그 안의 내용을 모델 폴더로 복사하십시오.</translation>
    </message>
    <message>
        <source>Commit it at this place in your taxonomy; InstructLab makes training data from it.</source>
        <translation>택소노미의 이 위치에 커밋하십시오. InstructLab이 이 파일로 학습 데이터를 만듭니다.</translation>
    </message>
    <message>
        <source>It was trained in the prompt style {0}: ask it in that style.</source>
        <translation>{0} 프롬프트 형식으로 학습했습니다. 그 형식으로 질문하십시오.</translation>
    </message>
    <message>
        <source>Name the JSON files in the configuration of Axolotl or LLaMA-Factory, or another trainer.</source>
        <translation>Axolotl, LLaMA-Factory 또는 다른 학습 도구의 설정에 JSON 파일을 지정하십시오.</translation>
    </message>
    <message>
        <source>Open the CSV files with Numbers, Excel or any other spreadsheet.</source>
        <translation>CSV 파일을 Numbers, Excel 또는 다른 스프레드시트로 여십시오.</translation>
    </message>
    <message>
        <source>The base is {0}, as transformers loads it.</source>
        <translation>기본 모델은 transformers가 불러오는 {0}입니다.</translation>
    </message>
    <message>
        <source>The chat template is in the file. If Ollama answers oddly, it does not know that template.</source>
        <translation>채팅 템플릿은 파일에 들어 있습니다. Ollama가 이상하게 답하면 그 템플릿을 모르는 것입니다.</translation>
    </message>
</context>
<context>
    <name>wording</name>
    <message>
        <source>Answers</source>
        <translation>답변</translation>
    </message>
    <message>
        <source>Arabic</source>
        <translation>아랍어</translation>
    </message>
    <message>
        <source>Chinese</source>
        <translation>중국어</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>네덜란드어</translation>
    </message>
    <message>
        <source>English</source>
        <translation>영어</translation>
    </message>
    <message>
        <source>French</source>
        <translation>프랑스어</translation>
    </message>
    <message>
        <source>German</source>
        <translation>독일어</translation>
    </message>
    <message>
        <source>Greek</source>
        <translation>그리스어</translation>
    </message>
    <message>
        <source>Hebrew</source>
        <translation>히브리어</translation>
    </message>
    <message>
        <source>Hindi</source>
        <translation>힌디어</translation>
    </message>
    <message>
        <source>Italian</source>
        <translation>이탈리아어</translation>
    </message>
    <message>
        <source>Iterations</source>
        <translation>반복</translation>
    </message>
    <message>
        <source>Japanese</source>
        <translation>일본어</translation>
    </message>
    <message>
        <source>Korean</source>
        <translation>한국어</translation>
    </message>
    <message>
        <source>Pages divided into chunks</source>
        <translation>청크로 나눈 페이지</translation>
    </message>
    <message>
        <source>Pages read</source>
        <translation>읽은 페이지</translation>
    </message>
    <message>
        <source>Polish</source>
        <translation>폴란드어</translation>
    </message>
    <message>
        <source>Portuguese</source>
        <translation>포르투갈어</translation>
    </message>
    <message>
        <source>Questions</source>
        <translation>질문</translation>
    </message>
    <message>
        <source>Rows prepared</source>
        <translation>준비한 행</translation>
    </message>
    <message>
        <source>Russian</source>
        <translation>러시아어</translation>
    </message>
    <message>
        <source>Spanish</source>
        <translation>스페인어</translation>
    </message>
    <message>
        <source>Swedish</source>
        <translation>스웨덴어</translation>
    </message>
    <message>
        <source>Thai</source>
        <translation>태국어</translation>
    </message>
    <message>
        <source>Turkish</source>
        <translation>튀르키예어</translation>
    </message>
    <message>
        <source>{0} GB</source>
        <translation>{0}GB</translation>
    </message>
    <message>
        <source>{0} KB</source>
        <translation>{0}KB</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0}MB</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0}시간 {1}분</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>{0} 남음</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0}분</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0}/{1}</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0}초</translation>
    </message>
</context>
</TS>
