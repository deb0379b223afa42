"""Attributes of things that are measured: money, size, time, limits.

One attribute is a head line `# name | kinds | value` and lines that start with
`=` (statement => its plain question), `n` (names of the attribute), `i` (indirect
question), `o` (other wordings), `u` (as a user) and `w` (which/what wordings).
{S} is the subject, {M} the same with `my`, {V} the value; [costs] is a verb that agrees with the subject.
"""

# Tables read best with one entry a line.
# ruff: noqa: E501, SIM905

TABLE = """
# price | product part service | money
= {S} [costs] {V}. => How much [does] {S} cost?
= The price of {S} is {V}. => What is the price of {S}?
= {S} [is] sold for {V}. => For how much [is] {S} sold?
= {S} [is] available for {V}. => For how much [is] {S} available?
= A customer pays {V} for {S}. => How much does a customer pay for {S}?
= The list price of {S} is {V}. => What is the list price of {S}?
= {S} can be ordered at a price of {V}. => At what price can {S} be ordered?
= {V} is charged for {S}. => How much is charged for {S}?
= The cost of {S} amounts to {V}. => What does the cost of {S} amount to?
n price, cost, purchase price, selling price, retail price
i how much {S} [costs]; what {S} [costs]; how much money is needed to buy {S}; what the price of {S} is; how expensive {S} [is]
o What [does] {S} cost?; How expensive [is] {S}?; How much money does one need to buy {S}?; What is the price tag on {S}?; How much is {S} worth in the shop?; For what amount [is] {S} sold?
u How much do I have to pay for {S}?; What do I pay for {S}?; How much will {S} cost me?; If I buy {S}, how much do I pay?; How much money do I need for {S}?; What does it cost me to buy {S}?; I want to buy {S}. How much is it?
w Which price applies to {S}?; What sum must be paid for {S}?; Which amount is charged for {S}?

# weight | product part | weight
= {S} [weighs] {V}. => How much [does] {S} weigh?
= The weight of {S} is {V}. => What is the weight of {S}?
= {S} [has] a weight of {V}. => What weight [does] {S} have?
= The mass of {S} is {V}. => What is the mass of {S}?
= With packaging, {S} [weighs] {V}. => How much [does] {S} weigh with packaging?
= {S} [tips] the scales at {V}. => How much [does] {S} weigh?
= The total weight of {S} is {V}. => What is the total weight of {S}?
n weight, mass, total weight
i how heavy {S} [is]; how much {S} [weighs]; what {S} [weighs]
o How heavy [is] {S}?; What [does] {S} weigh?; How many kilograms [does] {S} weigh?
u How much weight do I have to lift when I carry {S}?; How heavy is {M}?; How much do I have to carry if I move {S}?; I have to carry {S}. How heavy [is] {S}?
w Which weight [does] {S} have?; What weight is given for {S}?

# size | product part | size
= {S} [measures] {V}. => What [does] {S} measure?
= The dimensions of {S} are {V}. => What are the dimensions of {S}?
= {S} [has] a size of {V}. => What size [does] {S} have?
= The size of {S} is {V}. => What is the size of {S}?
= {S} [needs] a space of {V}. => How much space [does] {S} need?
= The outer dimensions of {S} are {V}. => What are the outer dimensions of {S}?
n size, format, footprint
i how big {S} [is]; how large {S} [is]; what size {S} [has]; how much room {S} [takes] up
o How big [is] {S}?; How large [is] {S}?; What are the measurements of {S}?; What room [does] {S} take up?
u How much space do I need for {S}?; How much room must I leave for {S}?; How big is {M}?
w Which size [does] {S} have?; Which dimensions [does] {S} have?

# height | product part room | length
= {S} [is] {V} high. => How high [is] {S}?
= The height of {S} is {V}. => What is the height of {S}?
= {S} [has] a height of {V}. => What height [does] {S} have?
= {S} [stands] {V} tall. => How tall [is] {S}?
n height, overall height
i how high {S} [is]; how tall {S} [is]; what height {S} [has]
o How tall [is] {S}?; What is the vertical size of {S}?
u How much headroom do I need for {S}?; How high is {M}?
w Which height [does] {S} have?

# length | product part cable | length
= {S} [is] {V} long. => How long [is] {S}?
= The length of {S} is {V}. => What is the length of {S}?
= {S} [has] a length of {V}. => What length [does] {S} have?
= {S} [reaches] {V}. => How far [does] {S} reach?
n length, overall length
i how long {S} [is]; what length {S} [has]
o What length [does] {S} have?; How many metres long [is] {S}?
u How long is {M}?; What length do I get with {S}?
w Which length [does] {S} have?

# voltage | product part | voltage
= {S} [runs] on {V}. => On what voltage [does] {S} run?
= {S} [operates] at {V}. => At what voltage [does] {S} operate?
= The operating voltage of {S} is {V}. => What is the operating voltage of {S}?
= {S} [requires] a supply voltage of {V}. => What supply voltage [does] {S} require?
= {S} [is] powered by {V}. => What [is] {S} powered by?
= Connect {S} to {V} only. => To what voltage must {S} be connected?
n voltage, supply voltage, operating voltage, mains voltage
i what voltage {S} [needs]; how many volts {S} [needs]
o How many volts [does] {S} need?; What electrical supply [does] {S} need?
u Which voltage do I need for {S}?; How many volts do I have to supply to {S}?; To what voltage can I connect {S}?
w Which voltage [does] {S} need?; Which mains voltage [is] {S} designed for?

# power | product part | power
= {S} [consumes] {V}. => How much power [does] {S} consume?
= The power consumption of {S} is {V}. => What is the power consumption of {S}?
= {S} [draws] {V} in operation. => How much power [does] {S} draw in operation?
= {S} [has] a rated power of {V}. => What rated power [does] {S} have?
= In standby, {S} [uses] {V}. => How much power [does] {S} use in standby?
= The rated power of {S} is {V}. => What is the rated power of {S}?
n power consumption, rated power, energy consumption, wattage
i how much power {S} [uses]; how many watts {S} [draws]; how much electricity {S} [needs]
o How many watts [does] {S} draw?; How much electricity [does] {S} need?; How much energy [does] {S} use?
u How much electricity do I need to run {S}?; How many watts does {M} use?
w Which power [does] {S} consume?

# battery_life | product portable | span
= The battery of {S} lasts {V}. => How long does the battery of {S} last?
= {S} [runs] for {V} on one charge. => How long [does] {S} run on one charge?
= A full charge powers {S} for {V}. => How long does a full charge power {S}?
= {S} [has] a battery life of {V}. => What battery life [does] {S} have?
= The battery life of {S} is {V}. => What is the battery life of {S}?
= On battery power, {S} [works] for {V}. => How long [does] {S} work on battery power?
n battery life, running time, battery runtime
i how long the battery of {S} lasts; how long {S} [works] without a charger; after what time the battery of {S} is empty
o How long can {S} be used without charging?; After what time is the battery of {S} empty?; How long [does] {S} keep going on battery?
u How long can I use {S} before the battery is empty?; How long can I use {S} without charging?; When will the battery of {S} run out on me?
w Which battery life [does] {S} have?

# charging_time | product portable | span
= {S} [takes] {V} to charge. => How long [does] {S} take to charge?
= The charging time of {S} is {V}. => What is the charging time of {S}?
= Charging {S} takes {V}. => How long does charging {S} take?
= {S} [is] fully charged after {V}. => After what time [is] {S} fully charged?
= A full charge of {S} takes {V}. => How long does a full charge of {S} take?
= Charge {S} for {V} before the first use. => How long must {S} be charged before the first use?
n charging time, charge time, time for a full charge
i how long it takes to charge {S}; how long {S} must be charged; how long {S} [needs] on the charger
o How long [does] {S} need on the charger?; When [is] {S} fully charged?; How much time does charging {S} need?
u How long do I have to charge {S}?; How long must I leave {S} on the charger?; I have plugged in {S}. When [is] {S} full?
w Which charging time applies to {S}?

# capacity | product container | volume
= {S} [holds] {V}. => How much [does] {S} hold?
= The capacity of {S} is {V}. => What is the capacity of {S}?
= {S} [has] a capacity of {V}. => What capacity [does] {S} have?
= {S} [can] hold up to {V}. => How much can {S} hold?
= {S} [takes] {V}. => How much [does] {S} take?
= Fill {S} with {V}. => With how much must {S} be filled?
= Up to {V} fit into {S}. => How much fits into {S}?
n capacity, volume, filling volume
i how much {S} [holds]; how much fits into {S}; how much can be filled into {S}
o How much fits into {S}?; What amount can be filled into {S}?; How many litres [does] {S} hold?
u How much can I put into {S}?; How much can I fill into {S}?; How much goes into {M}?
w Which capacity [does] {S} have?; Which volume fits into {S}?

# temperature | product room | temperature_range
= {S} [works] at {V}. => At what temperatures [does] {S} work?
= The operating temperature of {S} is {V}. => What is the operating temperature of {S}?
= {S} may be used at temperatures of {V}. => At what temperatures may {S} be used?
= The permitted ambient temperature for {S} is {V}. => What is the permitted ambient temperature for {S}?
= {S} [is] designed for temperatures of {V}. => For what temperatures [is] {S} designed?
= Use {S} only at {V}. => At what temperatures must {S} be used?
n operating temperature, temperature range, ambient temperature
i at what temperatures {S} can be used; how warm or cold it may be for {S}; in what temperature range {S} [works]
o How warm or cold may it be around {S}?; In what temperature range can {S} be used?; What temperatures can {S} stand?
u At what temperatures can I use {S}?; How cold or hot may it be when I use {S}?
w Which temperature range applies to {S}?; Which temperatures [is] {S} made for?

# max_temperature | product part room | temperature
= Do not operate {S} above {V}. => Above what temperature must {S} not be operated?
= The temperature of {S} must not exceed {V}. => What temperature must {S} not exceed?
= {S} [withstands] temperatures of up to {V}. => What temperatures [does] {S} withstand?
= {S} [switches] off at {V}. => At what temperature [does] {S} switch off?
= {S} [reaches] a maximum temperature of {V}. => What maximum temperature [does] {S} reach?
= {S} [gets] as hot as {V}. => How hot [does] {S} get?
= Never open {S} above {V}. => Above what temperature must {S} never be opened?
= The maximum temperature of {S} is {V}. => What is the maximum temperature of {S}?
= {S} must be kept below {V}. => Below what temperature must {S} be kept?
n maximum temperature, highest permitted temperature, temperature limit
i how hot {S} may get; up to what temperature {S} can be used; from what temperature on {S} [is] too hot
o How hot may {S} get?; What is the upper temperature limit for {S}?; Up to what temperature can {S} be used?
u How hot may {M} get?; Up to what temperature can I use {S}?; At what temperature should I stop using {S}?
w Which temperature limit applies to {S}?

# noise | product | noise
= {S} [produces] a noise level of {V}. => What noise level [does] {S} produce?
= The noise level of {S} is {V}. => What is the noise level of {S}?
= {S} [makes] a noise of {V}. => How much noise [does] {S} make?
= In operation, {S} [is] no louder than {V}. => How loud [is] {S} at most in operation?
= {S} [reaches] {V} at full speed. => What noise level [does] {S} reach at full speed?
n noise level, sound level, noise, loudness
i how loud {S} [is]; how much noise {S} [makes]
o How loud [is] {S}?; How noisy [is] {S}?; How many decibels [does] {S} produce?
u How loud is {M}?; How much noise do I have to expect from {S}?
w Which noise level [does] {S} reach?

# torque | part screw | torque
= Tighten {S} to {V}. => To what torque must {S} be tightened?
= {S} must be tightened to {V}. => To what torque must {S} be tightened?
= The tightening torque of {S} is {V}. => What is the tightening torque of {S}?
= {S} [requires] a torque of {V}. => What torque [does] {S} require?
= Use a torque of {V} for {S}. => What torque must be used for {S}?
n tightening torque, torque
i how tight {S} must be; how firmly {S} must be tightened; with what torque {S} must be fastened
o How firmly must {S} be tightened?; How tight must {S} be?; With what torque must {S} be fastened?
u How tight do I have to make {S}?; How firmly do I have to tighten {S}?; What do I set the torque wrench to for {S}?
w Which torque applies to {S}?

# pressure | product container part | pressure
= {S} [works] at a pressure of {V}. => At what pressure [does] {S} work?
= The maximum pressure of {S} is {V}. => What is the maximum pressure of {S}?
= The pressure in {S} must not exceed {V}. => What must the pressure in {S} not exceed?
= {S} [is] tested at {V}. => At what pressure [is] {S} tested?
= {S} [withstands] a pressure of {V}. => What pressure [does] {S} withstand?
= Set the pressure of {S} to {V}. => To what must the pressure of {S} be set?
n pressure, working pressure, operating pressure
i what pressure {S} [needs]; how much pressure {S} can take
o How much pressure can {S} take?; How many bar may {S} have?
u What pressure may I use for {S}?; How much pressure can I put on {S}?
w Which pressure is allowed for {S}?

# speed | product vehicle part | speed
= {S} [reaches] a speed of {V}. => What speed [does] {S} reach?
= The maximum speed of {S} is {V}. => What is the maximum speed of {S}?
= {S} [runs] at {V}. => At what speed [does] {S} run?
= {S} [turns] at up to {V}. => How fast [does] {S} turn?
= The top speed of {S} is {V}. => What is the top speed of {S}?
n maximum speed, speed, top speed
i how fast {S} [is]; how fast {S} can go
o How fast [is] {S}?; How quickly can {S} go?; What is the fastest {S} can go?
u How fast can I run {S}?; How fast can I go with {S}?
w Which speed [does] {S} reach?

# range | product vehicle | distance
= {S} [has] a range of {V}. => What range [does] {S} have?
= The range of {S} is {V}. => What is the range of {S}?
= {S} [works] over a distance of up to {V}. => Over what distance [does] {S} work?
= {S} [reaches] as far as {V}. => How far [does] {S} reach?
= {S} can be used up to {V} away. => How far away can {S} be used?
n range, reach, maximum distance
i how far {S} [reaches]; over what distance {S} [works]
o How far [does] {S} reach?; What distance can {S} cover?
u How far can I go with {S}?; How far away can I use {S}?
w Which distance can {S} cover?

# load | product vehicle furniture | weight
= {S} [carries] up to {V}. => How much can {S} carry?
= The maximum load of {S} is {V}. => What is the maximum load of {S}?
= Do not load {S} with more than {V}. => What is the most that {S} may be loaded with?
= {S} [supports] a load of {V}. => What load [does] {S} support?
= {S} must not carry more than {V}. => How much may {S} carry at most?
= The permitted load of {S} is {V}. => What is the permitted load of {S}?
n maximum load, load limit, load capacity, permitted load
i how much {S} can carry; how much weight may be put on {S}
o How much weight may be put on {S}?; How much can be placed on {S}?; What weight can {S} bear?
u How much can I load onto {S}?; How much weight may I put on {S}?
w Which load is allowed on {S}?

# output | product | output
= {S} [produces] {V}. => How much [does] {S} produce?
= The output of {S} is {V}. => What is the output of {S}?
= {S} [delivers] {V}. => How much [does] {S} deliver?
= {S} [processes] {V}. => How much [does] {S} process?
= {S} [achieves] a throughput of {V}. => What throughput [does] {S} achieve?
n output, throughput, production rate
i how much {S} [makes]; how much {S} can process
o How much can {S} make?; How productive [is] {S}?
u How much can I produce with {S}?; How much do I get from {S}?
w Which output [does] {S} reach?

# accuracy | product sensor | accuracy
= {S} [measures] with an accuracy of {V}. => With what accuracy [does] {S} measure?
= The accuracy of {S} is {V}. => What is the accuracy of {S}?
= {S} [has] a tolerance of {V}. => What tolerance [does] {S} have?
= The measuring error of {S} is at most {V}. => What is the measuring error of {S} at most?
n accuracy, precision, tolerance, measuring error
i how accurate {S} [is]; how exactly {S} [measures]
o How accurate [is] {S}?; How precisely [does] {S} measure?; How far off can {S} be?
u How exactly can I measure with {S}?; How much can I trust the readings of {S}?
w Which accuracy [does] {S} have?

# lifetime | product part | lifetime
= {S} [lasts] {V}. => How long [does] {S} last?
= The service life of {S} is {V}. => What is the service life of {S}?
= {S} [has] an expected life of {V}. => What expected life [does] {S} have?
= {S} [is] designed to last {V}. => How long [is] {S} designed to last?
= {S} can be used for {V}. => For how long can {S} be used?
n service life, lifetime, lifespan, expected life
i how long {S} [lasts]; how long {S} can be used; when {S} [is] worn out
o How long can {S} be used?; When [is] {S} worn out?; How durable [is] {S}?
u How long can I use {S}?; How long will {M} last?; When is {M} worn out?
w Which service life [does] {S} have?

# humidity | product room | humidity
= The humidity around {S} must stay below {V}. => Below what must the humidity around {S} stay?
= {S} must be kept at a humidity of {V}. => At what humidity must {S} be kept?
= {S} [tolerates] a relative humidity of {V}. => What relative humidity [does] {S} tolerate?
= The permitted humidity for {S} is {V}. => What is the permitted humidity for {S}?
n permitted humidity, relative humidity, air humidity
i how humid it may be around {S}; how damp the air may be for {S}
o How humid may it be around {S}?; How damp may the air be for {S}?
u How humid may my room be for {S}?; How damp may it be where I keep {S}?
w Which humidity is allowed for {S}?

# distance | product room | length
= Keep {S} at least {V} away from walls. => How far must {S} be kept away from walls?
= {S} must stand at least {V} from the wall. => How far from the wall must {S} stand?
= Leave {V} of free space around {S}. => How much free space must be left around {S}?
= The minimum distance to {S} is {V}. => What is the minimum distance to {S}?
= Stay at least {V} away from {S}. => How far must one stay away from {S}?
n minimum distance, clearance, safety distance
i how far away from the wall {S} must stand; how much free space {S} [needs]; how close one may come to {S}
o How much free space [does] {S} need?; How much clearance [does] {S} need?; What gap must be left around {S}?
u How much space do I have to leave around {S}?; How close may I come to {S}?; How far from the wall do I have to put {S}?
w Which distance must be kept from {S}?

# warmup | product | span
= {S} [needs] {V} to warm up. => How long [does] {S} need to warm up?
= The warm-up time of {S} is {V}. => What is the warm-up time of {S}?
= {S} [is] ready for use after {V}. => After what time [is] {S} ready for use?
= Wait {V} until {S} [is] ready. => How long must one wait until {S} [is] ready?
= After switching on, {S} [takes] {V} to start. => How long [does] {S} take to start after switching on?
n warm-up time, start-up time, waiting time
i how long {S} [needs] to get ready; how long one has to wait for {S}
o When [is] {S} ready?; How long does it take until {S} can be used?
u How long do I have to wait until {S} [is] ready?; When can I use {S} after switching it on?
w Which warm-up time [does] {S} have?
"""
