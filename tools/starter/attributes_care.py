"""Attributes of upkeep, trade and origin: intervals, dates, people, places, materials. Form: see attributes_measure."""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

TABLE = """
# replacement | part | interval
= {S} must be replaced every {V}. => How often must {S} be replaced?
= Replace {S} every {V}. => How often must {S} be replaced?
= {S} should be changed every {V}. => How often should {S} be changed?
= The replacement interval of {S} is {V}. => What is the replacement interval of {S}?
= {S} [needs] to be replaced after {V}. => After what time [does] {S} need to be replaced?
= Change {S} after {V} of use. => After how long must {S} be changed?
= {S} must be renewed at the latest after {V}. => When must {S} be renewed at the latest?
= A new {H} is needed every {V}. => How often is a new {H} needed?
n replacement interval, change interval, exchange interval
i how often {S} must be replaced; when {S} must be changed; how long {S} can stay in use before it is replaced; after what time {S} [needs] replacing
o How frequently must {S} be exchanged?; When [does] {S} have to be changed?; How long can {S} be used before replacement?; After what time is a new {H} due?; How many days or hours may pass before {S} [is] replaced?
u How often do I have to change {S}?; When do I need to replace {S}?; How long until I have to swap {S}?; How often do I need a new {H}?; After what time should I put in a new {H}?; When is it time for me to change {S}?
w At what interval must {S} be replaced?; Which replacement interval applies to {S}?

# cleaning | part product room | interval
= {S} must be cleaned every {V}. => How often must {S} be cleaned?
= Clean {S} every {V}. => How often must {S} be cleaned?
= Clean {S} every {V} with warm water. => How often must {S} be cleaned with warm water?
= {S} should be washed every {V}. => How often should {S} be washed?
= The cleaning interval of {S} is {V}. => What is the cleaning interval of {S}?
= Wipe {S} with a soft cloth every {V}. => How often must {S} be wiped with a soft cloth?
= {S} [needs] cleaning after every {V}. => After what time [does] {S} need cleaning?
n cleaning interval, cleaning schedule, cleaning frequency
i how often {S} must be cleaned; when {S} must be washed; how frequently {S} [needs] cleaning
o How frequently [does] {S} need cleaning?; When [is] {S} due for cleaning?; How often should dirt be removed from {S}?
u How often do I have to clean {S}?; When do I need to wash {S}?; How often should I wipe {S}?
w At what interval must {S} be cleaned?; Which cleaning interval applies to {S}?

# inspection | part product room vehicle | interval
= {S} must be inspected every {V}. => How often must {S} be inspected?
= Check {S} every {V}. => How often must {S} be checked?
= {S} [is] checked every {V}. => How often [is] {S} checked?
= The inspection interval of {S} is {V}. => What is the inspection interval of {S}?
= A technician must examine {S} every {V}. => How often must a technician examine {S}?
= {S} [has] to be serviced every {V}. => How often [does] {S} have to be serviced?
= Test {S} at least every {V}. => How often must {S} be tested at least?
n inspection interval, service interval, maintenance interval, testing interval
i how often {S} must be checked; when {S} must be inspected; how frequently {S} must be examined
o How frequently must {S} be examined?; When [is] {S} due for a check?; How often does someone have to look at {S}?
u How often do I have to check {S}?; When do I need to have {S} inspected?; How often must I look at {S}?
w At what interval must {S} be inspected?; Which inspection interval applies to {S}?

# calibration | product sensor | interval
= {S} must be calibrated every {V}. => How often must {S} be calibrated?
= Calibrate {S} every {V}. => How often must {S} be calibrated?
= {S} [needs] a new calibration after {V}. => After what time [does] {S} need a new calibration?
= The calibration of {S} is valid for {V}. => For how long is the calibration of {S} valid?
n calibration interval, adjustment interval
i how often {S} must be calibrated; when {S} must be readjusted
o How frequently must {S} be adjusted?; When [is] {S} due for calibration?
u How often do I have to calibrate {S}?; When do I need to adjust {S} again?
w At what interval must {S} be calibrated?

# lubrication | part vehicle | interval
= {S} must be oiled every {V}. => How often must {S} be oiled?
= Lubricate {S} every {V}. => How often must {S} be lubricated?
= Grease {S} every {V}. => How often must {S} be greased?
= {S} [is] lubricated every {V}. => How often [is] {S} lubricated?
n lubrication interval, greasing interval, oiling interval
i how often {S} must be lubricated; when {S} [needs] oil
o How frequently [does] {S} need grease?; When must oil be put on {S}?
u How often do I have to oil {S}?; When do I need to grease {S}?
w At what interval must {S} be lubricated?

# warranty | product part | period
= The warranty of {S} lasts {V}. => How long does the warranty of {S} last?
= {S} [has] a warranty of {V}. => What warranty [does] {S} have?
= {S} [comes] with a warranty of {V}. => What warranty [does] {S} come with?
= The warranty period of {S} is {V}. => What is the warranty period of {S}?
= {S} [is] covered by a guarantee for {V}. => For how long [is] {S} covered by a guarantee?
= The manufacturer guarantees {S} for {V}. => For how long does the manufacturer guarantee {S}?
n warranty period, guarantee period, warranty, length of the guarantee
i how long the warranty of {S} lasts; how long {S} [is] under guarantee; when the warranty of {S} ends
o How long [is] {S} under guarantee?; When does the warranty of {S} run out?; For what time are defects of {S} covered?
u How long do I have a warranty on {S}?; How long can I get {S} repaired for free?; How long is {M} under guarantee?
w Which warranty period applies to {S}?

# introduced | product service company | date
= {S} [was] introduced in {V}. => When [was] {S} introduced?
= {S} [was] launched in {V}. => When [was] {S} launched?
= {S} [has] been on the market since {V}. => Since when [has] {S} been on the market?
= {S} first [appeared] in {V}. => When did {S} first appear?
= In {V}, {S} [was] presented to the public. => When [was] {S} presented to the public?
= The first {H} was delivered in {V}. => When was the first {H} delivered?
= Sales of {S} began in {V}. => When did sales of {S} begin?
n launch date, year of introduction, release date
i when {S} [was] introduced; since when {S} [has] been sold; in what year {S} came out
o In what year did {S} come out?; When did {S} come onto the market?; How long ago [was] {S} launched?
u Since when can I buy {S}?; From when on could I get {S}?
w In which year [was] {S} introduced?; What date [was] {S} introduced on?

# maker | product part | company
= {S} [is] made by {V}. => Who makes {S}?
= {S} [is] manufactured by {V}. => By whom [is] {S} manufactured?
= The manufacturer of {S} is {V}. => Who is the manufacturer of {S}?
= {V} makes {S}. => Who makes {S}?
= {V} produces {S}. => Who produces {S}?
= {S} [comes] from {V}. => Where [does] {S} come from?
= {S} [is] supplied by {V}. => Who supplies {S}?
n maker, manufacturer, producer, supplier
i who makes {S}; what company makes {S}; who built {S}
o What company makes {S}?; Who built {S}?; Whose product [is] {S}?; What firm stands behind {S}?
u From whom do I get {S}?; Who made {M}?; Whose product do I have with {S}?
w Which company makes {S}?; Which manufacturer produces {S}?

# designer | product building | person
= {S} [was] designed by {V}. => Who designed {S}?
= {V} designed {S}. => Who designed {S}?
= {V} invented {S}. => Who invented {S}?
= {S} [was] developed by {V}. => By whom [was] {S} developed?
= The designer of {S} is {V}. => Who is the designer of {S}?
= The idea for {S} came from {V}. => From whom did the idea for {S} come?
n designer, inventor, developer
i who designed {S}; who invented {S}; whose idea {S} [was]
o Whose design [is] {S}?; Who came up with {S}?; Who had the idea for {S}?; Who developed {S}?
u Whom do I have to thank for {S}?; Who thought up {M}?
w Which person designed {S}?

# made_in | product part | place
= {S} [is] made in {V}. => Where [is] {S} made?
= {S} [is] produced in {V}. => Where [is] {S} produced?
= {S} [is] manufactured at a plant in {V}. => Where [is] {S} manufactured?
= The factory for {S} is in {V}. => Where is the factory for {S}?
= {S} [is] assembled in {V}. => Where [is] {S} assembled?
n place of manufacture, production site, country of origin
i where {S} [is] made; in what place {S} [is] built
o In what place [is] {S} built?; What is the origin of {S}?; Where does the production of {S} take place?
u Where was {M} made?; Where does {M} come from?
w In which place [is] {S} made?; Which place [does] {S} come from?

# location | part room team button | location
= {S} [is] located {V}. => Where [is] {S} located?
= {S} [is] {V}. => Where [is] {S}?
= {S} can be found {V}. => Where can {S} be found?
= {S} [sits] {V}. => Where [does] {S} sit?
= You will find {S} {V}. => Where will you find {S}?
= {S} [is] mounted {V}. => Where [is] {S} mounted?
= The place of {S} is {V}. => What is the place of {S}?
n location, position, place
i where {S} [is]; where to find {S}; where {S} [is] located
o Where [is] {S} placed?; What is the whereabouts of {S}?; Where should one look for {S}?
u Where do I find {S}?; Where can I see {S}?; I am looking for {S}. Where [is] {S}?; Where must I look for {S}?
w At which place [is] {S}?; What place [is] {S} in?

# material | product part | material
= {S} [is] made of {V}. => What [is] {S} made of?
= {S} [consists] of {V}. => What [does] {S} consist of?
= The material of {S} is {V}. => What is the material of {S}?
= {V} is used for {S}. => What material is used for {S}?
= {S} [is] built from {V}. => What [is] {S} built from?
= {S} [has] a body of {V}. => What body [does] {S} have?
n material, substance
i what {S} [is] made of; what material was used for {S}
o What material [is] {S} made from?; What stuff [is] {S} made of?; What was used to make {S}?
u What is {M} made of?; What material do I get with {S}?
w Which material [is] {S} made of?; Which material is used for {S}?

# colour | product part cable | colour
= {S} [is] {V}. => What colour [is] {S}?
= The colour of {S} is {V}. => What is the colour of {S}?
= {S} [is] painted {V}. => What colour [is] {S} painted?
= {S} [comes] in {V}. => In what colour [does] {S} come?
= {S} [is] marked in {V}. => In what colour [is] {S} marked?
n colour, paint colour
i what colour {S} [is]; what colour {S} [has]
o What colour [does] {S} have?; How [is] {S} coloured?; What paint [is] on {S}?
u By what colour do I recognise {S}?; What colour is {M}?; What colour do I have to look for when I need {S}?
w Which colour [does] {S} have?; Which colour [is] {S}?

# count | product room vehicle | count_of
= {S} [has] {V}. => How many {U} [does] {S} have?
= {S} [is] equipped with {V}. => How many {U} [is] {S} equipped with?
= {S} [contains] {V}. => How many {U} [does] {S} contain?
= There are {V} in {S}. => How many {U} are there in {S}?
= {S} [includes] {V}. => How many {U} [does] {S} include?
= The number of {U} in {S} is {N}. => What is the number of {U} in {S}?
n number of {U}, count of {U}
i how many {U} {S} [has]; how many {U} there are in {S}
o How many {U} can be found in {S}?; What number of {U} [does] {S} have?; With how many {U} [is] {S} fitted?
u How many {U} do I get with {S}?; How many {U} does {M} have?
w Which number of {U} [does] {S} have?

# people | room vehicle event | people
= {S} [has] room for {V}. => For how many people [does] {S} have room?
= {S} [seats] {V}. => How many people [does] {S} seat?
= Up to {V} may use {S} at once. => How many people may use {S} at once?
= {S} [is] designed for {V}. => For how many people [is] {S} designed?
n seating capacity, maximum number of people, number of places
i how many people fit into {S}; how many people may use {S}
o How many people fit into {S}?; What is the largest group for {S}?
u How many people can I bring to {S}?; How many guests may I take to {S}?
w Which number of people is allowed in {S}?

# part_number | part product | code
= The part number of {S} is {V}. => What is the part number of {S}?
= {S} [has] the order number {V}. => What order number [does] {S} have?
= {S} [is] listed under number {V}. => Under what number [is] {S} listed?
= Order {S} under the number {V}. => Under what number must {S} be ordered?
= {S} [carries] the article number {V}. => What article number [does] {S} carry?
n part number, order number, article number, item number
i what number {S} can be ordered under; what the part number of {S} is
o Under what number can {S} be ordered?; What code identifies {S}?; How [is] {S} numbered in the catalogue?
u What number do I give when I order {S}?; Under what number do I find {S} in the list?
w Which part number [does] {S} have?; Which order number belongs to {S}?

# delivery | product part service | period
= {S} [is] delivered within {V}. => Within what time [is] {S} delivered?
= The delivery time of {S} is {V}. => What is the delivery time of {S}?
= Delivery of {S} takes {V}. => How long does delivery of {S} take?
= {S} [arrives] within {V} of the order. => How long after the order [does] {S} arrive?
= {S} [ships] after {V}. => After what time [does] {S} ship?
n delivery time, shipping time, lead time
i how long the delivery of {S} takes; when {S} [arrives]
o How fast can {S} be delivered?; When will {S} arrive?; What is the wait for {S}?
u How long do I have to wait for {S}?; When do I get {S}?; If I order {S} today, when will it reach me?
w Which delivery time applies to {S}?

# fee | service fine | money
= The fee for {S} is {V}. => What is the fee for {S}?
= {S} [costs] {V} a month. => How much [does] {S} cost a month?
= A fee of {V} is charged for {S}. => What fee is charged for {S}?
= Members pay {V} for {S}. => How much do members pay for {S}?
= {S} [is] billed at {V}. => At what amount [is] {S} billed?
n fee, charge, cost, price
i how much {S} [costs]; what the fee for {S} is; what has to be paid for {S}
o What [does] {S} cost?; How expensive [is] {S}?; What has to be paid for {S}?
u How much do I pay for {S}?; What will I be charged for {S}?; How much money do I need for {S}?
w Which fee applies to {S}?; Which amount is charged for {S}?

# deadline | document service event | date
= {S} must be submitted by {V}. => By when must {S} be submitted?
= The deadline for {S} is {V}. => What is the deadline for {S}?
= {S} [is] due on {V}. => When [is] {S} due?
= Hand in {S} no later than {V}. => By when must {S} be handed in?
= {S} [closes] on {V}. => When [does] {S} close?
n deadline, due date, closing date, last day
i by when {S} must be handed in; until when there is time for {S}; when {S} [is] due
o Until when is there time for {S}?; What is the last possible day for {S}?; By what date must {S} be finished?
u By when do I have to hand in {S}?; How long do I have for {S}?; When do I have to be done with {S}?
w By which date must {S} be submitted?; Which deadline applies to {S}?

# responsible | document team service room product | role_person
= {V} is responsible for {S}. => Who is responsible for {S}?
= {S} [is] managed by {V}. => Who manages {S}?
= The contact for {S} is {V}. => Who is the contact for {S}?
= {V} looks after {S}. => Who looks after {S}?
= {S} [is] in the hands of {V}. => In whose hands [is] {S}?
= Questions about {S} go to {V}. => To whom do questions about {S} go?
= {S} must be approved by {V}. => Who must approve {S}?
n contact, person in charge, responsible person
i who is in charge of {S}; who takes care of {S}; who is responsible for {S}
o Who is in charge of {S}?; Who takes care of {S}?; Who deals with {S}?; Whose job [is] {S}?
u Whom do I ask about {S}?; Who helps me with {S}?; Whom can I contact about {S}?; To whom do I go about {S}?
w Which person is responsible for {S}?; Which person or team handles {S}?

# founded | company team building | date
= {S} [was] founded in {V}. => When [was] {S} founded?
= {S} [was] established in {V}. => When [was] {S} established?
= {S} [has] existed since {V}. => Since when [has] {S} existed?
= The history of {S} began in {V}. => When did the history of {S} begin?
= In {V}, {S} [was] set up. => When [was] {S} set up?
n founding date, year of foundation
i when {S} [was] founded; how long {S} [has] existed
o How long [has] {S} existed?; In what year did {S} start?; How old [is] {S}?
u Since when can I count on {S}?; From what year on could I find {S}?
w In which year [was] {S} founded?

# founder | company team | person
= {S} [was] founded by {V}. => Who founded {S}?
= {V} founded {S}. => Who founded {S}?
= {V} set up {S}. => Who set up {S}?
= The founder of {S} is {V}. => Who is the founder of {S}?
= {S} [was] started by {V}. => By whom [was] {S} started?
n founder, creator
i who founded {S}; who started {S}
o Who started {S}?; Who created {S}?; Who brought {S} into being?
u Whom do I have to thank for starting {S}?
w Which person founded {S}?

# head | company team | person
= {S} [is] led by {V}. => Who leads {S}?
= {V} heads {S}. => Who heads {S}?
= The head of {S} is {V}. => Who is the head of {S}?
= {V} is in charge of {S}. => Who is in charge of {S}?
= {S} [reports] to {V}. => To whom [does] {S} report?
n head, leader, director
i who leads {S}; who runs {S}
o Who runs {S}?; Who is the boss of {S}?; Under whom [does] {S} work?
u Who is my contact at the top of {S}?; Whom do I meet as the head of {S}?
w Which person leads {S}?

# seat | company team | place
= {S} [is] based in {V}. => Where [is] {S} based?
= The head office of {S} is in {V}. => Where is the head office of {S}?
= {S} [has] its offices in {V}. => Where [does] {S} have its offices?
= {S} [works] from {V}. => From where [does] {S} work?
= {S} moved to {V}. => Where did {S} move to?
n head office, seat, location
i where {S} [is] based; in what city {S} [has] its office
o In what city [is] {S}?; Where [does] {S} have its seat?
u Where can I visit {S}?; Where do I have to go to visit {S}?
w In which city [is] {S} based?

# staff | company team | people
= {S} [employs] {V}. => How many people [does] {S} employ?
= {S} [has] a staff of {V}. => How large [is] the staff of {S}?
= {V} work for {S}. => How many people work for {S}?
= The number of employees at {S} is {V}. => What is the number of employees at {S}?
n number of employees, staff size, headcount
i how many people work for {S}; how big the staff of {S} is
o How many workers [does] {S} have?; How big is the workforce of {S}?
u How many colleagues would I have at {S}?
w Which number of people works for {S}?
"""
