"""Attributes of use: codes, lights, buttons, steps, warnings, settings, contacts. Form: see attributes_measure.

Rows whose kind is `own` fill further slots themselves; see `slots.py`.
"""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

TABLE = """
# contents | product room document | listing
= {S} [contains] {V}. => What [does] {S} contain?
= {S} [includes] {V}. => What [does] {S} include?
= {S} [comes] with {V}. => What [does] {S} come with?
= The box of {S} contains {V}. => What does the box of {S} contain?
= {V} are supplied with {S}. => What is supplied with {S}?
= {S} [consists] of {V}. => What [does] {S} consist of?
n contents, scope of delivery
i what {S} [contains]; what is delivered with {S}; which parts belong to {S}
o What belongs to {S}?; What is delivered together with {S}?; What is in the box of {S}?
u What do I get when I buy {S}?; What do I find in the package of {S}?
w Which parts [does] {S} contain?; Which items come with {S}?

# purpose | part product room service team document | purpose
= {S} [is] used to {V}. => What [is] {S} used for?
= {S} [serves] to {V}. => What [does] {S} serve for?
= The purpose of {S} is to {V}. => What is the purpose of {S}?
= {S} [helps] to {V}. => What [does] {S} help to do?
= {S} [is] designed to {V}. => What [is] {S} designed to do?
= The task of {S} is to {V}. => What is the task of {S}?
= Use {S} to {V}. => For what can {S} be used?
n purpose, function, task, role
i what {S} [is] for; what {S} [does]; why {S} [is] needed
o What [is] {S} for?; What [does] {S} do?; Why [is] {S} needed?; What good [is] {S}?
u What can I use {S} for?; What do I need {S} for?; What does {M} do for me?
w Which task [does] {S} have?; Which purpose [does] {S} serve?

# default | setting | setting_value
= The default value of {S} is {V}. => What is the default value of {S}?
= {S} [is] set to {V} at the factory. => To what [is] {S} set at the factory?
= By default, {S} [is] {V}. => What [is] {S} by default?
= The factory setting of {S} is {V}. => What is the factory setting of {S}?
= Without a change, {S} [stays] at {V}. => At what [does] {S} stay without a change?
n default value, factory setting, default setting, preset value
i what {S} [is] by default; what the factory setting of {S} is
o What [is] {S} set to at first?; What value [does] {S} have before it is changed?; How [is] {S} preset?
u What do I find {S} set to when I start for the first time?; If I change nothing, what [is] {S}?
w Which value [does] {S} have by default?

# recommended | setting | setting_value
= Set {S} to {V}. => To what must {S} be set?
= The recommended value for {S} is {V}. => What is the recommended value for {S}?
= {S} should be set to {V}. => To what should {S} be set?
= We recommend {V} for {S}. => What is recommended for {S}?
= The best setting for {S} is {V}. => What is the best setting for {S}?
n recommended value, recommended setting, best setting
i what {S} should be set to; what value is best for {S}
o What value is best for {S}?; What value should be chosen for {S}?
u What should I set {S} to?; What do I choose for {S}?; What value should I enter for {S}?
w Which value is recommended for {S}?

# max_setting | setting | setting_value
= The maximum value of {S} is {V}. => What is the maximum value of {S}?
= {S} can be raised to {V} at most. => To what can {S} be raised at most?
= {S} must not be more than {V}. => What must {S} not be more than?
= {S} [is] limited to {V}. => To what [is] {S} limited?
= The upper limit of {S} is {V}. => What is the upper limit of {S}?
n maximum value, upper limit, highest value, maximum
i how high {S} can be set; what the limit of {S} is
o How high can {S} be set?; What is the highest possible value of {S}?; Where [does] {S} end?
u How high may I set {S}?; What is the most I can choose for {S}?
w Which limit applies to {S}?

# min_setting | setting | setting_value
= The minimum value of {S} is {V}. => What is the minimum value of {S}?
= {S} must be at least {V}. => What must {S} be at least?
= {S} must not fall below {V}. => Below what must {S} not fall?
= The lower limit of {S} is {V}. => What is the lower limit of {S}?
n minimum value, lower limit, lowest value, minimum
i how low {S} can be set; what {S} must be at least
o How low can {S} be set?; What is the smallest possible value of {S}?
u How low may I set {S}?; What is the least I can choose for {S}?
w Which lower limit applies to {S}?

# opening | room service company team | hours
= {S} [is] open from {V}. => When [is] {S} open?
= {S} [opens] daily from {V}. => At what hours [does] {S} open daily?
= The opening hours of {S} are {V}. => What are the opening hours of {S}?
= {S} can be reached from {V}. => When can {S} be reached?
= Visitors are welcome at {S} from {V}. => When are visitors welcome at {S}?
n opening hours, business hours, hours
i when {S} [is] open; at what times {S} can be visited
o At what time of day [is] {S} open?; When can {S} be visited?; During what hours [is] {S} available?
u When can I visit {S}?; At what times can I come to {S}?; When can I reach {S}?
w Which opening hours [does] {S} have?

# closes | room service | clock
= {S} [closes] at {V}. => When [does] {S} close?
= {S} [is] closed from {V} on. => From when on [is] {S} closed?
= {S} must be left by {V}. => By when must {S} be left?
= The doors of {S} are locked at {V}. => When are the doors of {S} locked?
n closing time
i when {S} [closes]; until what time {S} [is] open
o Until when [is] {S} open?; At what time [is] {S} shut?
u Until when can I stay in {S}?; How late can I come to {S}?
w Which closing time applies to {S}?

# starts | event service | clock
= {S} [starts] at {V}. => When [does] {S} start?
= {S} [begins] at {V}. => At what time [does] {S} begin?
= The start of {S} is at {V}. => At what time is the start of {S}?
= {S} [takes] place at {V}. => At what time [does] {S} take place?
n starting time, start
i when {S} [starts]; at what time {S} [begins]
o At what time [does] {S} get going?; What is the time of {S}?
u When do I have to be at {S}?; At what time should I come to {S}?
w Which time [does] {S} start at?

# weekday | event service team | weekday
= {S} [takes] place on {V}. => On what day [does] {S} take place?
= {S} [is] held every {V}. => On what day [is] {S} held?
= {S} [meets] on {V}. => On what day [does] {S} meet?
= The day for {S} is {V}. => What is the day for {S}?
n day, weekday
i on what day {S} [takes] place; which day is set for {S}
o What day of the week is set for {S}?; On what weekday [is] {S}?
u On what day can I come to {S}?; What day do I have to keep free for {S}?
w Which day is set for {S}?; Which weekday [does] {S} take place on?

# duration | event service process | span
= {S} [takes] {V}. => How long [does] {S} take?
= {S} [lasts] {V}. => How long [does] {S} last?
= The duration of {S} is {V}. => What is the duration of {S}?
= {S} [is] finished after {V}. => After what time [is] {S} finished?
= Allow {V} for {S}. => How much time must be allowed for {S}?
n duration, length
i how long {S} [takes]; how much time {S} [needs]; when {S} [is] over
o How much time [does] {S} need?; When [is] {S} over?; How many minutes or hours [does] {S} take?
u How much time do I need for {S}?; How long do I have to wait for {S} to end?; How long will {S} keep me busy?
w Which time [does] {S} take?

# phone | company team service person | phone
= The phone number of {S} is {V}. => What is the phone number of {S}?
= {S} can be reached at {V}. => At what number can {S} be reached?
= Call {S} at {V}. => At what number can {S} be called?
= {S} [answers] calls at {V}. => At what number [does] {S} answer calls?
n phone number, telephone number, number
i how {S} can be reached by phone; what number to dial for {S}
o How can {S} be reached by phone?; What number must be dialled for {S}?
u What number do I call to reach {S}?; How can I phone {S}?; What number do I dial for {S}?
w Which number belongs to {S}?; Which phone number [does] {S} have?

# email | company team service person | email
= The e-mail address of {S} is {V}. => What is the e-mail address of {S}?
= Write to {S} at {V}. => At what address can one write to {S}?
= {S} [reads] mail sent to {V}. => At what address [does] {S} read mail?
= Messages for {S} go to {V}. => Where do messages for {S} go?
n e-mail address, mail address, electronic address
i how {S} can be reached by e-mail; where mail to {S} must be sent
o Where must mail to {S} be sent?; How can {S} be reached online?
u Where do I send an e-mail to {S}?; What address do I write to for {S}?; How can I mail {S}?
w Which e-mail address belongs to {S}?

# address | company team room | address
= The address of {S} is {V}. => What is the address of {S}?
= {S} [is] at {V}. => Where [is] {S}?
= Parcels for {S} go to {V}. => Where do parcels for {S} go?
= {S} [has] moved to {V}. => Where [has] {S} moved to?
n address, postal address, street address
i where {S} [is]; what street {S} [is] in
o In what street [is] {S}?; Where must letters to {S} be sent?
u Where do I send a letter for {S}?; What address do I go to for {S}?
w Which address [does] {S} have?

# password | account | password
= The password for {S} must have at least {V}. => How many characters must the password for {S} have at least?
= A password of at least {V} is required for {S}. => How long must the password for {S} be?
= Choose a password of {V} for {S}. => How long must the password for {S} be?
= The minimum length of the password for {S} is {V}. => What is the minimum length of the password for {S}?
n password length, minimum password length
i how long the password for {S} must be; how many characters the password for {S} [needs]
o How long should the password for {S} be?; How many characters are needed in the password for {S}?
u How long do I have to make my password for {S}?; How many characters do I need in my password for {S}?
w Which password length is required for {S}?

# port | network | port
= {S} [listens] on port {V}. => On which port [does] {S} listen?
= {S} [uses] port {V}. => Which port [does] {S} use?
= The port of {S} is {V}. => What is the port of {S}?
= {S} can be reached on port {V}. => On which port can {S} be reached?
= Open port {V} for {S}. => Which port must be opened for {S}?
n port, port number, network port
i which port {S} [uses]; what port must be open for {S}
o What port number [does] {S} have?; What port must be free for {S}?
u Which port do I have to open for {S}?; What port do I use for {S}?
w Which port belongs to {S}?

# protocol | network product | protocol
= {S} [uses] {V}. => What protocol [does] {S} use?
= {S} [communicates] over {V}. => Over what [does] {S} communicate?
= {S} [sends] its data by {V}. => By what means [does] {S} send its data?
= {S} [is] connected through {V}. => Through what [is] {S} connected?
= {S} [supports] {V}. => What [does] {S} support?
n protocol, connection type, interface
i how {S} [sends] its data; what protocol {S} [uses]; how {S} [is] connected
o How [does] {S} send its data?; How [does] {S} communicate?
u How do I connect to {S}?; What protocol do I need for {S}?
w Which protocol [does] {S} use?; Which interface [does] {S} have?

# standard | product part document | standard
= {S} [meets] {V}. => What standard [does] {S} meet?
= {S} [complies] with {V}. => What standard [does] {S} comply with?
= {S} [is] certified to {V}. => To what standard [is] {S} certified?
= {S} [was] tested according to {V}. => According to what standard [was] {S} tested?
= {S} [conforms] to {V}. => To what standard [does] {S} conform?
n standard, norm, certification
i what standard {S} [meets]; what norm {S} [follows]
o What norm applies to {S}?; What certificate [does] {S} hold?
u What standard can I rely on with {S}?; What certificate do I get for {S}?
w Which standard [does] {S} meet?; Which norm [does] {S} follow?

# consumable | product part | consumable
= {S} [runs] on {V}. => What [does] {S} run on?
= {S} [needs] {V}. => What [does] {S} need?
= Use only {V} for {S}. => What must be used for {S}?
= {S} [is] filled with {V}. => What [is] {S} filled with?
= {S} [works] with {V}. => What [does] {S} work with?
= Clean {S} with {V}. => With what must {S} be cleaned?
n recommended agent, operating supply
i what {S} [needs]; what must be used for {S}
o What may be used with {S}?; What must be put into {S}?
u What do I have to use for {S}?; What do I need for {S}?; What do I put into {S}?
w Which substance [does] {S} need?

# storage | part product | storage
= Store {S} {V}. => How must {S} be stored?
= {S} must be stored {V}. => How must {S} be stored?
= Keep {S} {V}. => How must {S} be kept?
= {S} should be kept {V}. => How should {S} be kept?
= When not in use, {S} [belongs] {V}. => Where [does] {S} belong when not in use?
n storage place, storage condition
i how {S} must be stored; where {S} must be kept
o Where should {S} be put away?; Under what conditions must {S} be kept?; What is the right way to store {S}?
u Where do I keep {S}?; How do I store {S}?; Where should I put {S} when I do not need it?
w Which storage condition applies to {S}?

# condition | service product room | requirement
= {S} [requires] {V}. => What [does] {S} require?
= {V} is required for {S}. => What is required for {S}?
= {S} [is] only possible with {V}. => With what [is] {S} only possible?
= For {S}, {V} must be presented. => What must be presented for {S}?
= {S} may only be used with {V}. => With what may {S} only be used?
n requirement, condition, precondition
i what is needed for {S}; what must be shown for {S}
o What is needed for {S}?; What must be shown for {S}?
u What do I need for {S}?; What do I have to bring for {S}?; What do I need before I can use {S}?
w Which requirement applies to {S}?

# discount | service product | percent
= Members receive a discount of {V} on {S}. => What discount do members receive on {S}?
= {S} [is] reduced by {V}. => By how much [is] {S} reduced?
= The discount on {S} is {V}. => What is the discount on {S}?
= Students pay {V} less for {S}. => How much less do students pay for {S}?
n discount, price reduction, rebate
i how much cheaper {S} [is]; how much can be saved on {S}
o How much cheaper [is] {S}?; How much can be saved on {S}?
u How much do I save on {S}?; What discount do I get on {S}?
w Which discount applies to {S}?

# efficiency | product part | percent
= The efficiency of {S} is {V}. => What is the efficiency of {S}?
= {S} [has] an efficiency of {V}. => What efficiency [does] {S} have?
= {S} [reaches] an efficiency of {V}. => What efficiency [does] {S} reach?
= {S} [uses] {V} of the energy. => What share of the energy [does] {S} use?
n efficiency, degree of efficiency
i how efficient {S} [is]; how well {S} [uses] energy
o How efficient [is] {S}?; How well [does] {S} use energy?
u How efficient is {M}?
w Which efficiency [does] {S} have?

# error | own | error
= {L} {C} means that {V}. => What does {l} {C} mean?
= {L} {C} indicates that {V}. => What does {l} {C} indicate?
= If {l} {C} appears, {V}. => What is wrong if {l} {C} appears?
= The display shows {C} when {V}. => When does the display show {C}?
= {L} {C}: {V}. => What does {l} {C} mean?
= {L} {C} appears when {V}. => When does {l} {C} appear?
= {C} is shown if {V}. => When is {C} shown?
i what {l} {C} means; why {l} {C} appears; what the cause of {l} {C} is; what {C} stands for
n meaning, cause, reason
o What is the meaning of {l} {C}?; What is the cause of {l} {C}?; Why does {l} {C} appear?; What does {C} stand for?; What problem is behind {l} {C}?; What does it mean when the display shows {C}?
u I see {l} {C}. What is wrong?; What does it mean when I see {C}?; My display shows {C}. What has happened?; Why do I get {l} {C}?; What is my problem if I see {l} {C}?
w Which fault does {l} {C} indicate?; Which problem does {l} {C} point to?

# error_fix | own | error_fix
= If {l} {C} appears, {V}. => What should be done if {l} {C} appears?
= When {l} {C} is shown, {V}. => What should be done when {l} {C} is shown?
= To clear {l} {C}, {V}. => How is {l} {C} cleared?
= In case of {l} {C}, {V}. => What should be done in case of {l} {C}?
i what to do about {l} {C}; how {l} {C} can be cleared; how to get rid of {l} {C}
n remedy, solution, fix
o What is the remedy for {l} {C}?; How can {l} {C} be cleared?; What helps against {l} {C}?; How is {l} {C} solved?
u What do I do when I see {l} {C}?; How do I get rid of {l} {C}?; I see {C} on the display. What should I do?; How can I clear {l} {C}?
w Which step clears {l} {C}?; Which action helps with {l} {C}?

# light | own | light
= {A} {c} {H} means that {V}. => What does {a} {c} {H} mean?
= The {H} lights up {c} when {V}. => When does the {H} light up {c}?
= The {H} turns {c} if {V}. => When does the {H} turn {c}?
= If the {H} is {c}, {V}. => What does it mean if the {H} is {c}?
= {A} {c} {H} shows that {V}. => What does {a} {c} {H} show?
= The {H} flashes {c} while {V}. => When does the {H} flash {c}?
n meaning
i what it means when the {H} is {c}; why the {H} is {c}; what {a} {c} {H} means
o What does {a} {c} {H} mean?; Why is the {H} {c}?; What is the meaning of {a} {c} {H}?; What does it mean that the {H} shines {c}?
u My {H} is {c}. What does that mean?; I see that the {H} is {c}. Why?; What should I understand when the {H} turns {c}?
w Which state does {a} {c} {H} show?

# button | own | button
= The {B} button {V}. => What does the {B} button do?
= Pressing {B} {V}. => What does pressing {B} do?
= The button marked {B} {V}. => What does the button marked {B} do?
= A short press of {B} {V}. => What does a short press of {B} do?
n function, effect
i what the {B} button does; what happens when {B} is pressed; what the {B} button is for
o What happens when {B} is pressed?; What is the {B} button for?; What effect does the {B} button have?
u What happens if I press {B}?; What do I use the {B} button for?; When I push {B}, what does it do?
w Which function does the {B} button have?

# procedure | own | procedure
= To {G}, {V}. => How [is] {O} {P}?
= {VC} to {G}. => How [is] {O} {P}?
= If you want to {G}, {V}. => What must be done to {G}?
= {O1} [is] {P} by {VG}. => How [is] {O} {P}?
= You can {G} by {VG}. => How can you {G}?
= For {R} {O}, {V}. => What must be done for {R} {O}?
= {VC} in order to {G}. => What must be done in order to {G}?
n procedure, way
i how to {G}; how {O} can be {P}; what must be done to {G}
o How can {O} be {P}?; What is the procedure for {R} {O}?; What must be done to {G}?; What is the right way to {G}?; How does one {G}?
u How do I {G}?; How can I {G}?; What do I have to do to {G}?; I want to {G}. What should I do?; What should I press or turn to {G}?
w Which steps are needed to {G}?; Which action is needed to {G}?

# warning | own | warning
= Do not {K} {O} {V}. => How must {O} not be {P}?
= Never {K} {O} {V}. => How must {O} never be {P}?
= {O1} must not be {P} {V}. => How must {O} not be {P}?
= It is forbidden to {K} {O} {V}. => How is it forbidden to {K} {O}?
= Avoid {R} {O} {V}. => What should be avoided when {R} {O}?
= {O1} must never be {P} {V}. => How must {O} never be {P}?
n forbidden way of {R}
i when {O} must not be {P}; how {O} must not be {P}; what to avoid when {R} {O}
o Under what condition must {O} not be {P}?; What should be avoided when {R} {O}?; In what case is it wrong to {K} {O}?; When is {R} {O} forbidden?
u When am I not allowed to {K} {O}?; What must I avoid when I {K} {O}?; What should I be careful about when I {K} {O}?
w Which condition forbids {R} {O}?

# before | own | before
= Before {R} {O}, {V}. => What must be done before {R} {O}?
= Always {V} before {R} {O}. => What must always be done before {R} {O}?
= {VC} before you {K} {O}. => What must be done before you {K} {O}?
= {VC} before {R} {O}. => What must be done before {R} {O}?
n preparation
i what must be done before {R} {O}; what has to happen before {O} [is] {P}
o What has to happen before {O} [is] {P}?; What is the first step before {R} {O}?; What preparation is needed for {R} {O}?
u What do I have to do before I {K} {O}?; What should I do first when I want to {K} {O}?
w Which step comes before {R} {O}?

# after | own | before
= After {R} {O}, {V}. => What must be done after {R} {O}?
= Always {V} after {R} {O}. => What must always be done after {R} {O}?
= {VC} after {R} {O}. => What must be done after {R} {O}?
= Once {O} [has] been {P}, {V}. => What must be done once {O} [has] been {P}?
n next step
i what must be done after {R} {O}; what comes after {R} {O}
o What comes after {R} {O}?; What has to follow when {O} [has] been {P}?; What is the next step after {R} {O}?
u What do I have to do after I {K} {O}?; What should I do once I have {P} {O}?
w Which step follows {R} {O}?

# when_if | own | when_if
= If {X}, {V}. => What should be done if {X}?
= When {X}, {V}. => What should be done when {X}?
= {VC} if {X}. => What should be done if {X}?
= {VC} when {X}. => What should be done when {X}?
n remedy
i what to do if {X}; what helps when {X}
o What is the right reaction when {X}?; What helps if {X}?; What has to be done in case {X}?
u What do I do if {X}?; What should I do when {X}?; It happens that {X}. What can I do?
w Which step is needed if {X}?; Which measure helps when {X}?

# auto | own | auto
= {S} [switches] off after {V}. => After what time [does] {S} switch off?
= {S} [goes] into standby after {V}. => After what time [does] {S} go into standby?
= If no key is pressed, {S} [turns] off after {V}. => After what time [does] {S} turn off if no key is pressed?
= {S} [stops] automatically after {V}. => After what time [does] {S} stop automatically?
n switch-off time, shut-off time, standby time
i when {S} [switches] off; how long {S} [stays] on
o When [does] {S} turn itself off?; How long [does] {S} stay on without use?
u How long can I leave {S} before it turns off?; When will {S} switch off on me?
w Which time passes before {S} [switches] off?
"""
