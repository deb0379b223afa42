"""Further attributes: people and rules of a company, use of devices, history. Form: see attributes_measure."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905
TABLE = """
# holiday | group | holiday
= {S} [receives] {V} of holiday a year. => How much holiday [does] {S} receive a year?
= {S} [is] entitled to {V} of paid leave. => How much paid leave [is] {S} entitled to?
= The annual leave of {S} is {V}. => What is the annual leave of {S}?
= {S} may take {V} off each year. => How much time may {S} take off each year?
n annual leave, holiday allowance, vacation
i how much holiday {S} [gets]; how many days off {S} [has]
o How many days off [does] {S} get?; How much vacation [does] {S} have?; How long is the vacation of {S}?
u How many days off do I get among {H}?; How much holiday can I expect as one of {S}?
w Which holiday allowance applies to {S}?

# notice | group | period
= {S} must give notice {V} in advance. => How far in advance must {S} give notice?
= The notice period for {S} is {V}. => What is the notice period for {S}?
= A notice period of {V} applies to {S}. => What notice period applies to {S}?
= {S} can be ended with {V} of notice. => With how much notice can {S} be ended?
n notice period, period of notice, cancellation period
i how long the notice period of {S} is; how early {S} must cancel
o How early must a cancellation by {S} be announced?; How long before leaving must {S} say so?
u How early do I have to cancel with {S}?; When do I have to announce that I leave {S}?
w Which notice period applies to {S}?

# allowance | group | money
= {S} [receives] an allowance of {V}. => What allowance [does] {S} receive?
= {S} may spend up to {V} a night on a hotel. => How much may {S} spend a night on a hotel?
= The travel budget of {S} is {V}. => What is the travel budget of {S}?
= {S} [gets] {V} a month for lunch. => How much [does] {S} get a month for lunch?
= {V} a year are reserved for the training of {S}. => How much is reserved for the training of {S} a year?
n allowance, budget, refund
i how much {S} may spend; how much money {S} [gets]
o How much money [does] {S} get?; What sum may {S} spend?
u How much may I spend as one of {S}?; How much money do I get back among {H}?
w Which budget [does] {S} have?

# must_wear | group | gear
= {S} must wear {V}. => What must {S} wear?
= {V} must be worn by {S}. => What must be worn by {S}?
= {S} [needs] {V} at all times. => What [does] {S} need at all times?
= {V} are compulsory for {S}. => What is compulsory for {S}?
n required clothing, protective equipment
i what {S} must wear; what protection {S} [needs]
o What protection [does] {S} need?; How must {S} be protected?; What clothing is required of {S}?
u What do I have to put on as one of {S}?; What must I wear with {S}?
w Which equipment must {S} wear?

# working_hours | group team | hours
= {S} [works] from {V}. => When [does] {S} work?
= The working hours of {S} are {V}. => What are the working hours of {S}?
= {S} [is] on duty from {V}. => When [is] {S} on duty?
= The shift of {S} runs from {V}. => From when to when does the shift of {S} run?
n working hours, shift, hours of work
i when {S} [works]; at what times {S} [is] on duty
o At what times [is] {S} at work?; When [does] the day of {S} begin and end?
u When do I have to be at work with {S}?; At what times do I find {S} at work?
w Which hours [does] {S} work?

# age | group product room vehicle | age
= {S} must be at least {V}. => What age must {S} be at least?
= {S} may be used from the age of {V}. => From what age may {S} be used?
= Persons under {V} must not use {S}. => Under what age must persons not use {S}?
= The minimum age for {S} is {V}. => What is the minimum age for {S}?
= Children younger than {V} must not use {S}. => Which children must not use {S}?
= Children under {V} must not operate {S}. => Under what age must children not operate {S}?
n minimum age, age limit
i how old one must be for {S}; from what age {S} [is] allowed
o How old must one be for {S}?; From what age [is] {S} allowed?; Who [is] too young for {S}?
u How old do I have to be for {S}?; From what age can my child use {S}?
w Which age limit applies to {S}?

# kept_for | document container product | period
= {S} must be kept for {V}. => How long must {S} be kept?
= Keep {S} for {V}. => How long must {S} be kept?
= {S} [is] deleted after {V}. => After what time [is] {S} deleted?
= {S} [is] stored for {V}. => For how long [is] {S} stored?
= The retention period of {S} is {V}. => What is the retention period of {S}?
n retention period, storage time, storage period
i how long {S} must be kept; when {S} may be thrown away
o When may {S} be thrown away?; For what time must {S} be stored?; How long [is] {S} saved?
u How long do I have to keep {S}?; When may I throw away {S}?
w Which retention period applies to {S}?

# shelf_life | container part | period
= {S} can be kept for {V} after opening. => How long can {S} be kept after opening?
= Once opened, {S} [stays] fresh for {V}. => How long [does] {S} stay fresh once opened?
= The shelf life of {S} is {V}. => What is the shelf life of {S}?
= {S} [expires] after {V}. => After what time [does] {S} expire?
= Use {S} within {V}. => Within what time must {S} be used?
n shelf life, expiry time
i how long {S} can be kept; when {S} [goes] bad
o When [does] {S} go bad?; How long [does] {S} stay good?
u How long can I keep {S}?; By when do I have to use up {S}?
w Which shelf life [does] {S} have?

# cooldown | part product | span
= {S} must cool down for {V}. => How long must {S} cool down?
= {S} must be cooled down for {V}. => How long must {S} be cooled down?
= Let {S} cool for {V}. => How long must {S} cool?
= {S} [needs] {V} to cool down. => How long [does] {S} need to cool down?
= {S} [is] cold after {V}. => After what time [is] {S} cold?
= Wait {V} before you touch {S}. => How long must one wait before touching {S}?
n cooling time, cool-down time
i how long {S} must cool down; when {S} [is] cold
o When [is] {S} cold?; How long does it take for {S} to get cold?; When can {S} be touched?
u How long do I have to wait until {S} [is] cold?; When can I touch {S}?
w Which cooling time applies to {S}?

# soak | part container | span
= Soak {S} in warm water for {V}. => How long must {S} be soaked in warm water?
= Dry {S} for {V} before use. => How long must {S} be dried before use?
= Leave {S} in the solution for {V}. => How long must {S} be left in the solution?
= Heat {S} for {V}. => How long must {S} be heated?
= Rinse {S} for {V}. => How long must {S} be rinsed?
n treatment time, required time
i how long {S} must be treated; how much time {S} [needs]
o For what time must {S} be treated?; How much time [does] {S} need?
u How long do I have to leave {S}?; How much time do I need for {S}?
w Which time applies to {S}?

# slots | product network sensor | slots
= {S} [stores] up to {V}. => How many {U} can {S} store?
= {S} [saves] {V}. => How many {U} [does] {S} save?
= The memory of {S} holds {V}. => How many {U} does the memory of {S} hold?
= {S} [supports] {V}. => How many {U} [does] {S} support?
= Up to {V} can be connected to {S}. => How many {U} can be connected to {S}?
= {S} [offers] {V}. => How many {U} [does] {S} offer?
n number of {U}, maximum number of {U}
i how many {U} {S} can handle; how many {U} are possible with {S}
o How many {U} are possible with {S}?; What number of {U} can {S} handle?; How many {U} fit into {S}?
u How many {U} can I save in {S}?; How many {U} can I have with {S}?; How many {U} may I use on {S}?
w Which number of {U} [does] {S} support?

# frequency | product network sensor | frequency
= {S} [works] at {V}. => At what frequency [does] {S} work?
= {S} [transmits] at {V}. => At what frequency [does] {S} transmit?
= The frequency of {S} is {V}. => What is the frequency of {S}?
= {S} [uses] the {V} band. => What band [does] {S} use?
n frequency, radio band, operating frequency
i what frequency {S} [uses]; at what frequency {S} [works]
o What radio band [does] {S} use?; How many hertz [does] {S} have?
u On what frequency do I find {S}?; What frequency do I need for {S}?
w Which frequency [does] {S} use?

# current | part product | current
= {S} [has] a fuse of {V}. => What fuse [does] {S} have?
= {S} [is] rated for {V}. => For what current [is] {S} rated?
= The current of {S} must not exceed {V}. => What must the current of {S} not exceed?
= {S} [draws] {V}. => What current [does] {S} draw?
= The rated current of {S} is {V}. => What is the rated current of {S}?
n rated current, current, fuse rating
i how much current {S} [draws]; how many amperes {S} can take
o How many amperes can {S} take?; How much current flows through {S}?
u How many amperes do I need for {S}?; What fuse do I have to use for {S}?
w Which current [does] {S} need?

# resolution | product | resolution
= {S} [has] a resolution of {V}. => What resolution [does] {S} have?
= The resolution of {S} is {V}. => What is the resolution of {S}?
= {S} [records] at {V}. => At what resolution [does] {S} record?
= {S} [prints] at {V}. => At what resolution [does] {S} print?
n resolution, image resolution
i how sharp the image of {S} is; how many pixels {S} [has]
o How sharp is the image of {S}?; How many pixels or dots [does] {S} have?
u How sharp are my pictures with {S}?; What resolution do I get with {S}?
w Which resolution [does] {S} have?

# consumption | product vehicle | consumption
= {S} [uses] {V}. => How much [does] {S} use?
= The consumption of {S} is {V}. => What is the consumption of {S}?
= {S} [consumes] {V}. => How much [does] {S} consume?
= On average, {S} [needs] {V}. => How much [does] {S} need on average?
n consumption, average consumption
i how much {S} [consumes]; how much water or fuel {S} [needs]
o How much [does] {S} take up?; How economical [is] {S}?; How much water or fuel [does] {S} need?
u How much do I need to run {S}?; How much do I have to fill in for {S}?
w Which consumption [does] {S} have?

# connects_to | part cable product sensor | target
= {S} [is] connected to {V}. => To what [is] {S} connected?
= Connect {S} to {V}. => To what must {S} be connected?
= {S} [plugs] into {V}. => Into what [does] {S} plug?
= {S} [belongs] to {V}. => To what [does] {S} belong?
= {S} [is] attached to {V}. => To what [is] {S} attached?
n connection point, counterpart
i where {S} must be connected; what {S} [is] connected to
o Where must {S} be plugged in?; What part [does] {S} go to?
u Where do I connect {S}?; Where do I plug in {S}?; What do I attach {S} to?
w Which part [is] {S} connected to?

# sends | product sensor network | message_when
= {S} [sends] an alarm when {V}. => When [does] {S} send an alarm?
= {S} [switches] off when {V}. => When [does] {S} switch off?
= {S} [gives] a warning if {V}. => When [does] {S} give a warning?
= {S} [stops] when {V}. => When [does] {S} stop?
= {S} [beeps] if {V}. => When [does] {S} beep?
n trigger, cause
i when {S} [reacts]; in what case {S} [gives] a signal
o In what case [does] {S} give a signal?; What makes {S} react?; Under what condition [does] {S} react?
u When will {S} warn me?; In what case do I hear from {S}?
w Which event triggers {S}?

# reason | product part room | reason_for
= {S} [is] closed because {V}. => Why [is] {S} closed?
= {S} [was] replaced because {V}. => Why [was] {S} replaced?
= {S} must not be opened because {V}. => Why must {S} not be opened?
= {S} [is] kept dry because {V}. => Why [is] {S} kept dry?
= Because {V}, {S} must be shut down. => Why must {S} be shut down?
n reason, cause
i why this applies to {S}; what the reason for the state of {S} is
o For what reason does this apply to {S}?; What is the reason with {S}?; What is the cause in the case of {S}?
u Why do I have to accept this for {S}?; What reason can I give for {S}?
w Which reason is given for {S}?

# revenue | company team | revenue
= {S} [earned] {V} last year. => How much did {S} earn last year?
= The revenue of {S} was {V}. => What was the revenue of {S}?
= {S} [has] a budget of {V}. => What budget [does] {S} have?
= {S} [reached] sales of {V}. => What sales did {S} reach?
n revenue, sales, turnover
i how much {S} [earns]; how large the sales of {S} are
o How much money [does] {S} make?; How large are the sales of {S}?
u What sales can I report for {S}?
w Which revenue [does] {S} have?

# bought_by | company product | company
= {S} [was] bought by {V}. => Who bought {S}?
= {V} bought {S}. => Who bought {S}?
= {S} [belongs] to {V}. => To whom [does] {S} belong?
= {S} [is] owned by {V}. => Who owns {S}?
= {V} took over {S}. => Who took over {S}?
n owner, buyer, parent company
i who owns {S}; who bought {S}
o Who is the owner of {S}?; In whose hands [is] {S}?; Who acquired {S}?
u Whose property do I use with {S}?; Who owns {M}?
w Which company owns {S}?

# makes_what | company | goods
= {S} [makes] {V}. => What [does] {S} make?
= {S} [sells] {V}. => What [does] {S} sell?
= {S} [produces] {V}. => What [does] {S} produce?
= {S} [specializes] in {V}. => What [does] {S} specialize in?
= {V} are the main product of {S}. => What is the main product of {S}?
n main product, line of business
i what {S} [makes]; what goods {S} [sells]
o What goods come from {S}?; What kind of firm [is] {S}?; What business [is] {S} in?
u What can I buy from {S}?; What do I get at {S}?
w Which goods [does] {S} sell?

# award | product company person building | award
= {S} [won] {V}. => What did {S} win?
= {S} [received] {V}. => What did {S} receive?
= {V} went to {S}. => What went to {S}?
= {S} [was] honoured with {V}. => What [was] {S} honoured with?
n award, prize
i what prize {S} [won]; what award {S} [has]
o What prize did {S} get?; What honour [does] {S} hold?
u What award can I mention for {S}?
w Which award did {S} win?

# height_mount | part product sensor | length
= Mount {S} {V} above the floor. => How high above the floor must {S} be mounted?
= {S} must be installed at a height of {V}. => At what height must {S} be installed?
= {S} [hangs] {V} above the ground. => How high above the ground [does] {S} hang?
= The mounting height of {S} is {V}. => What is the mounting height of {S}?
n mounting height, installation height
i how high {S} must be mounted; at what height {S} must hang
o At what height should {S} hang?; How far above the floor [does] {S} belong?
u How high do I have to mount {S}?; At what height do I hang up {S}?
w Which mounting height applies to {S}?

# payment | service product | payment
= {S} can be paid {V}. => How can {S} be paid?
= Payment for {S} is made {V}. => How is payment for {S} made?
= {S} [is] paid {V}. => How [is] {S} paid?
n way of payment, payment method
i how {S} can be paid; how payment for {S} works
o What is the way to pay for {S}?; By what means can {S} be paid?
u How can I pay for {S}?; How do I settle the bill for {S}?
w Which payment method applies to {S}?

# access | room document network account | role_person
= Only {V} may enter {S}. => Who may enter {S}?
= {S} [is] reserved for {V}. => For whom [is] {S} reserved?
= Only {V} [has] access to {S}. => Who [has] access to {S}?
= The key to {S} is kept by {V}. => Who keeps the key to {S}?
n person with access, user
i who may use {S}; who [has] access to {S}
o Who [is] allowed into {S}?; Who may use {S}?; For whom [is] {S} open?
u Whom do I ask for access to {S}?; Who can let me use {S}?
w Which person [has] access to {S}?

# step_order | process service event | step_name
= The first step of {S} is {V}. => What is the first step of {S}?
= {S} [begins] with {V}. => With what [does] {S} begin?
= {S} [ends] with {V}. => With what [does] {S} end?
= The last step of {S} is {V}. => What is the last step of {S}?
= {S} [includes] {V}. => What [does] {S} include?
n step, stage
i what belongs to {S}; what step is part of {S}
o What happens during {S}?; What belongs to {S}?
u What do I have to expect in {S}?; What step comes up for me in {S}?
w Which step belongs to {S}?
"""
