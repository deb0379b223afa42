"""Further statement forms, worded as manuals and handbooks word them: `attribute = statement => plain question`."""

# ruff: noqa: E501
TABLE = """
price = You can buy {S} from us for {V}. => For how much can {S} be bought?
price = We sell {S} at {V}. => At what price [is] {S} sold?
price = The recommended retail price of {S} is {V}. => What is the recommended retail price of {S}?
price = If {S} must be replaced, a new {H} costs {V}. => How much does a new {H} cost?
price = Including tax, {S} [costs] {V}. => How much [does] {S} cost including tax?
weight = Without packaging, {S} [has] a weight of {V}. => What weight [does] {S} have without packaging?
weight = Because {S} [weighs] {V}, two people must lift it. => How much [does] {S} weigh?
size = The floor space required by {S} is {V}. => What floor space is required by {S}?
length = {S} [comes] with a length of {V}. => What length [does] {S} come with?
voltage = Plug {S} only into a socket of {V}. => Into what socket must {S} be plugged?
voltage = {S} [is] supplied with {V}. => With what voltage [is] {S} supplied?
power = {S} [needs] a power of {V}. => What power [does] {S} need?
power = At full load, {S} [uses] up to {V}. => How much power [does] {S} use at full load?
battery_life = With a full battery, {S} can be used for {V}. => How long can {S} be used with a full battery?
charging_time = It takes {V} until the battery of {S} is full. => How long does it take until the battery of {S} is full?
capacity = There is room for {V} in {S}. => How much room is there in {S}?
capacity = Do not fill more than {V} into {S}. => How much may be filled into {S} at most?
capacity = Pour {V} into {S}. => How much must be poured into {S}?
temperature = {S} [needs] an ambient temperature of {V}. => What ambient temperature [does] {S} need?
temperature = Keep the room in which {S} [is] used at {V}. => At what temperature must the room be kept in which {S} [is] used?
max_temperature = If the temperature of {S} rises above {V}, the alarm sounds. => Above what temperature of {S} does the alarm sound?
max_temperature = {S} must be closed at {V}. => At what temperature must {S} be closed?
noise = The sound pressure of {S} does not exceed {V}. => What does the sound pressure of {S} not exceed?
torque = When you mount {S}, tighten it to {V}. => To what torque must {S} be tightened when it is mounted?
torque = Fasten {S} with a torque of {V}. => With what torque must {S} be fastened?
pressure = The pressure of {S} must be at least {V}. => What must the pressure of {S} be at least?
pressure = Pump up {S} to {V}. => To what pressure must {S} be pumped up?
speed = {S} must not go faster than {V}. => How fast may {S} go at most?
load = Not more than {V} may be placed on {S}. => How much may be placed on {S} at most?
load = {S} can bear a weight of {V}. => What weight can {S} bear?
lifetime = On average, {S} [works] for {V}. => How long [does] {S} work on average?
lifetime = {S} [wears] out after {V}. => After what time [does] {S} wear out?
distance = There must be {V} between {S} and the wall. => How much space must there be between {S} and the wall?
distance = Place {S} {V} from the nearest heat source. => How far from the nearest heat source must {S} be placed?
distance = The gap around {S} must measure {V}. => What must the gap around {S} measure?
warmup = Switch on {S} {V} before the first measurement. => How long before the first measurement must {S} be switched on?
warmup = Before {S} can be used, it must run for {V}. => How long must {S} run before it can be used?
replacement = Every {V}, {S} must be exchanged for a new one. => How often must {S} be exchanged?
replacement = For hygiene reasons, replace {S} at least every {V}. => How often must {S} be replaced at least?
replacement = {S} [is] a wear part and must be replaced every {V}. => How often must {S} be replaced?
replacement = After {V}, {S} must be exchanged by the service team. => After what time must {S} be exchanged by the service team?
replacement = You should fit a new {H} after {V}. => After what time should a new {H} be fitted?
cleaning = Rinse {S} every {V}. => How often must {S} be rinsed?
cleaning = Every {V}, remove the dust from {S} with a soft brush. => How often must the dust be removed from {S}?
cleaning = To avoid deposits, clean {S} every {V}. => How often must {S} be cleaned to avoid deposits?
cleaning = Take out {S} and wash it every {V}. => How often must {S} be taken out and washed?
inspection = Every {V}, look at {S} and check it for cracks. => How often must {S} be checked for cracks?
inspection = Have {S} inspected every {V} by an authorised workshop. => How often must {S} be inspected by an authorised workshop?
inspection = A visual check of {S} is due every {V}. => How often is a visual check of {S} due?
calibration = To keep the readings accurate, calibrate {S} every {V}. => How often must {S} be calibrated?
lubrication = Put a drop of oil on {S} every {V}. => How often must a drop of oil be put on {S}?
warranty = Within {V} of purchase, {S} will be repaired free of charge. => Within what time of purchase will {S} be repaired free of charge?
warranty = We give a guarantee of {V} on {S}. => What guarantee is given on {S}?
warranty = For {S}, a warranty period of {V} applies. => What warranty period applies to {S}?
introduced = {S} [has] been available since {V}. => Since when [has] {S} been available?
introduced = The development of {S} was finished in {V}. => When was the development of {S} finished?
introduced = {S} [was] first sold in {V}. => When [was] {S} first sold?
introduced = Production of {S} started in {V}. => When did production of {S} start?
maker = {S} [is] a product of {V}. => Whose product [is] {S}?
maker = {S} [was] built by {V}. => Who built {S}?
designer = It was {V} who designed {S}. => Who designed {S}?
designer = The plans for {S} were drawn by {V}. => Who drew the plans for {S}?
made_in = Our plant in {V} builds {S}. => Where [is] {S} built?
location = Look for {S} {V}. => Where should one look for {S}?
location = We have placed {S} {V}. => Where [has] {S} been placed?
location = {S} [is] fixed {V}. => Where [is] {S} fixed?
location = {S} [is] hidden {V}. => Where [is] {S} hidden?
location = {S} [is] printed {V}. => Where [is] {S} printed?
material = {S} [has] been made from {V}. => What [has] {S} been made from?
material = For {S}, the designers chose {V}. => What material did the designers choose for {S}?
material = {S} [is] coated with {V}. => What [is] {S} coated with?
colour = You recognise {S} by the colour {V}. => By what colour [is] {S} recognised?
colour = {S} [is] painted in {V}. => In what colour [is] {S} painted?
part_number = When ordering {S}, quote the number {V}. => What number must be quoted when ordering {S}?
part_number = In the spare parts list, {S} [has] number {V}. => What number [does] {S} have in the spare parts list?
delivery = We deliver {S} within {V}. => Within what time [is] {S} delivered?
delivery = You receive {S} {V} after the order. => How long after the order [is] {S} received?
fee = We charge {V} for {S}. => How much is charged for {S}?
fee = Each year, {S} [costs] {V}. => How much [does] {S} cost each year?
deadline = The last day for {S} is {V}. => What is the last day for {S}?
deadline = Please send {S} to the office by {V}. => By when must {S} be sent to the office?
responsible = If you have questions about {S}, ask {V}. => Who should be asked about {S}?
responsible = Report any problem with {S} to {V}. => To whom must a problem with {S} be reported?
responsible = The work on {S} is supervised by {V}. => Who supervises the work on {S}?
responsible = Before {S} can be used, {V} must agree. => Who must agree before {S} can be used?
founded = In {V}, {S} opened its doors. => When did {S} open its doors?
founder = It was {V} who founded {S}. => Who founded {S}?
head = Since last year, {S} [has] been led by {V}. => Who [has] led {S} since last year?
seat = You find the offices of {S} in {V}. => Where are the offices of {S}?
contents = When you unpack {S}, you find {V}. => What do you find when you unpack {S}?
contents = Besides the instructions, {S} [comes] with {V}. => What [does] {S} come with besides the instructions?
purpose = With {S} you can {V}. => What can you do with {S}?
purpose = {S} [is] there to {V}. => What [is] {S} there for?
purpose = {S} [makes] it possible to {V}. => What [does] {S} make possible?
default = When you switch on the device for the first time, {S} [is] {V}. => What [is] {S} when the device is switched on for the first time?
default = The manufacturer has set {S} to {V}. => To what has the manufacturer set {S}?
recommended = For best results, choose {V} for {S}. => What should be chosen for {S} for best results?
recommended = For daily use, {S} should be {V}. => What should {S} be for daily use?
max_setting = {S} can be set to at most {V}. => To what can {S} be set at most?
max_setting = You cannot set {S} higher than {V}. => How high can {S} be set?
min_setting = You cannot set {S} lower than {V}. => How low can {S} be set?
opening = You can visit {S} from {V}. => When can {S} be visited?
opening = From {V}, {S} [is] at your service. => When [is] {S} at your service?
starts = Please be ready for {S} at {V}. => At what time must one be ready for {S}?
weekday = {S} [is] on {V}. => On what day [is] {S}?
weekday = Every {V}, {S} [takes] place. => On what day [does] {S} take place?
duration = Plan {V} for {S}. => How much time must be planned for {S}?
duration = {S} [is] over in {V}. => In what time [is] {S} over?
phone = If you need help from {S}, call {V}. => What number must be called for help from {S}?
phone = In an emergency, {S} can be called at {V}. => At what number can {S} be called in an emergency?
email = Send your questions about {S} to {V}. => Where must questions about {S} be sent?
address = Visit {S} at {V}. => Where can {S} be visited?
address = Return parcels to {S}, {V}. => To what address must parcels for {S} be returned?
storage = After use, put {S} back {V}. => How must {S} be put back after use?
storage = During the winter, {S} must be kept {V}. => How must {S} be kept during the winter?
condition = You need {V} for {S}. => What is needed for {S}?
condition = Without {V}, {S} cannot be used. => Without what can {S} not be used?
consumable = {S} must be cleaned with {V} only. => With what must {S} be cleaned?
consumable = Fill {S} only with {V}. => What may be filled into {S}?
protocol = {S} [talks] to the control unit over {V}. => How [does] {S} talk to the control unit?
standard = {S} [fulfils] the requirements of {V}. => What requirements [does] {S} fulfil?
error = When you see {C} on the display, {V}. => What does {C} on the display mean?
error = If the display shows {C}, {V}. => What does it mean if the display shows {C}?
error = {l} {C} is reported as soon as {V}. => When is {l} {C} reported?
error_fix = If the display shows {C}, {V}. => What should be done if the display shows {C}?
error_fix = Should {l} {C} appear, {V}. => What should be done should {l} {C} appear?
light = The {H} is {c} as long as {V}. => When is the {H} {c}?
light = When {V}, the {H} turns {c}. => When does the {H} turn {c}?
button = Press {B} and the device {V}. => What does the device do when {B} is pressed?
button = When you press {B}, the device {V}. => What does the device do when {B} is pressed?
procedure = In order to {G}, {V}. => What must be done in order to {G}?
procedure = When you want to {G}, first {V}. => What must be done first to {G}?
procedure = It is possible to {G} by {VG}. => How is it possible to {G}?
before = Before you {K} {O}, {V}. => What must be done before you {K} {O}?
before = Do not {K} {O} before {VG}. => What must be done before {R} {O}?
before = Make sure to {V} before {R} {O}. => What must be done before {R} {O}?
after = When you have {P} {O}, {V}. => What must be done when you have {P} {O}?
after = As soon as {O} [is] {P}, {V}. => What must be done as soon as {O} [is] {P}?
when_if = Should it happen that {X}, {V}. => What should be done should it happen that {X}?
when_if = As soon as {X}, {V}. => What should be done as soon as {X}?
when_if = In case {X}, please {V}. => What should be done in case {X}?
warning = {O1} must under no circumstances be {P} {V}. => How must {O} under no circumstances be {P}?
warning = Please do not {K} {O} {V}. => How should {O} not be {P}?
auto = After {V} without use, {S} [turns] itself off. => After what time without use [does] {S} turn itself off?
notice = {S} can leave with a notice of {V}. => With what notice can {S} leave?
holiday = Each year, {S} may be absent for {V}. => How long may {S} be absent each year?
allowance = We refund {S} up to {V}. => How much [is] {S} refunded?
kept_for = Copies of {S} are kept for {V}. => For how long are copies of {S} kept?
cooldown = After use, leave {S} alone for {V}. => How long must {S} be left alone after use?
access = {S} may be used by {V} only. => By whom may {S} be used?
sends = As soon as {V}, {S} [gives] an alarm. => When [does] {S} give an alarm?
connects_to = The cable of {S} goes to {V}. => Where does the cable of {S} go?
makes_what = {S} [is] known for its {V}. => What [is] {S} known for?
"""
