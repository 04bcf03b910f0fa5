import type { Qualifier } from '../claimWords.js';
import { monthNames, weekdayNames } from './calendar.js';

/** Words too common to say what a sentence is about. Lower case. */
export const stopWords = `a an the this that these those and or but nor so yet if then than as of in on at by for from with to into onto
  upon about against between among through during before after above below over under up down out off again further
  is are was were be been being am do does did doing have has had having will would shall should can could may might
  must it its he him his she her hers they them their theirs we us our ours you your yours i me my mine who whom whose
  which what when where why how all any both each few more most other some such only own same too very just also there
  here not no one two's 's s t d ll ve re m don didn't doesn't isn't wasn't aren't weren't won't wouldn't can't couldn't
  hasn't haven't hadn't mr mrs ms dr via per amid amongst while since until though although because however meanwhile
  even still already said say says saying told tell tells added adds according reported report reports reporting
  announced announce stated statement noted now well much many another against around including include includes
  among`;

/**
 * Words that assert the same thing in news English: each line is one family, and its first word stands for all. Kept to
 * verbs and nouns that news agencies use for one another; a family too wide would join different claims.
 */
export const families: readonly (readonly string[])[] = `
kill dead die death deadly fatal fatality perish slay slain murder toll lethal
injure wound hurt injury
capture seize recapture retake regain overrun conquer liberate takeover
flee escape fled
withdraw withdrawal retreat pullout pull
encircle surround besiege siege cordon encirclement
bomb bombing blast explosion explode bomber detonate explosive
airstrike strike raid airraid bombardment bombard shelling shell
sue lawsuit suit litigation
deny refute reject denial dismiss
attack assault offensive
talk negotiation negotiate
meet meeting summit
deal agreement accord pact agree
fire sack oust dismissal
begin beginning start launch commence
stop halt cease suspend freeze
vow pledge promise
urge recommend advise exhort
buy purchase acquire acquisition
jail prison imprison
arrest detain detention
probe investigate investigation inquiry inquest
warn warning threaten threat
criticise criticize criticism denounce condemn slam blast
elect election vote ballot poll
troop soldier
militant fighter insurgent rebel
jihadist islamist extremist terrorist
regime government
civilian resident
child children
buses bus
village town
neighbourhood neighborhood district
damage destroy destruction demolish
rescue save
allege accuse accusation allegation
help assist aid assistance
plane aircraft jet warplane
letter memo memorandum
chairman chair chairwoman
resign resignation quit
approve approval endorse
gas sarin chlorine nerve
protest protester demonstration demonstrator
war conflict
close closure shut
ceasefire truce
anger fury rage wrath outrage
president presidency presidential
missile rocket
kidnap kidnapping abduct abduction
leak disclose disclosure reveal revelation
conspire conspiracy collude collusion
visit trip travel
secret secretly clandestine covert
delay postpone postponement
cancel scrap
earthquake quake tremor
crash collide collision
gunman shooter assailant attacker
doctor physician medic
lawyer attorney solicitor
police policeman cop
rubble debris wreckage
corpse body
bury burial funeral
ban prohibit outlaw prohibition
allow permit permission
leave depart departure exit
clash battle combat skirmish fight
displace uproot
evacuate evacuation evacuee
coalition alliance
drone uav
migrant immigrant refugee
lawmaker legislator parliamentarian
firm company corporation
student pupil
lorry truck
car vehicle
raid storm
overthrow topple
sanction embargo
increase rise grow growth
reduce reduction cut slash
appoint appointment nominate nomination
admit acknowledge concede
aim goal objective
prevent block obstruct hinder thwart
build construct construction
choose pick select selection choice
cooperate collaborate cooperation collaboration
crime offence offense
decide decision
deport expel expulsion deportation
disappear disappearance vanish
discuss discussion
economy economic
attempt try effort bid
employ hire recruit
end finish conclude conclusion
explain explanation
extend prolong extension
famine hunger starvation starve
worry concern fear
found establish establishment
conceal hide
illegal unlawful illicit
interfere interference meddle
invade invasion incursion
law legislation
lose loss
north northern
south southern
east eastern
west western
outbreak epidemic pandemic
journalist reporter correspondent
prove proof evidence
punish punishment
rebuild reconstruct reconstruction
refuse refusal
remove removal
restart resume resumption
uprising revolt rebellion insurrection
ship vessel boat
sell sale
spy espionage
steal theft rob robbery
suggest propose proposal suggestion
surrender capitulate
survive survivor
transfer relocate relocation
win victory triumph
violate violation breach
wall barrier fence
worsen deteriorate
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Ways to be killed or hurt, a line for each kind: two incidents of different kinds are two. */
export const acts: readonly (readonly string[])[] = `
airstrike bombardment
bomb explosion suicide
missile mortar
gas toxic chemical
shoot gunman sniper
clash
crash
earthquake
flood
mine landmine
execution behead
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Verbs of two words, and the word of a family that they say. */
export const phrasalVerbs: readonly (readonly [phrase: string, word: string])[] = [
  ['take control', 'capture'],
  ['gain control', 'capture'],
  ['seize control', 'capture'],
  ['take over', 'capture'],
  ['pull out', 'withdraw'],
  ['pull back', 'withdraw'],
  ['step down', 'resign'],
  ['lay off', 'fire'],
  ['call off', 'cancel'],
  ['put off', 'delay'],
  ['shut down', 'close'],
  ['break out', 'begin'],
  ['blow up', 'bomb'],
  ['gun down', 'kill'],
  ['turn down', 'deny'],
  ['rule out', 'deny'],
  ['give up', 'surrender'],
  ['go missing', 'disappear'],
  ['find guilty', 'convict'],
  ['cease fire', 'ceasefire'],
  ['give way', 'collapse'],
  ['break down', 'collapse'],
  ['fall apart', 'collapse'],
  ['throw out', 'deny'],
  ['vote against', 'deny'],
  ['vote down', 'deny'],
  ['go ahead', 'proceed'],
  ['air strike', 'airstrike'],
  ['air raid', 'airstrike'],
];

const forms = (list: string): readonly (readonly string[])[] =>
  list
    .trim()
    .split('\n')
    .map((line) => line.split(' '));

/** Irregular verbs, the plain form first: a stemmer joins only regular ones. */
export const irregularVerbs = forms(`
withdraw withdrew withdrawn
fight fought
begin began begun
take took taken
hold held
meet met
leave left
strike struck stricken
shoot shot
send sent
give gave given
break broke broken
fall fell fallen
flee fled
win won
lose lost
see saw seen
rise rose risen
lead led
build built
bring brought
catch caught
drive drove driven
fly flew flown
speak spoke spoken
write wrote written
find found
make made
go went gone
come came
become became
choose chose chosen
draw drew drawn
grow grew grown
know knew known
pay paid
sell sold
steal stole stolen
swear swore sworn
throw threw thrown
think thought
seek sought
buy bought
keep kept
stand stood
sit sat
spend spent
teach taught
forget forgot forgotten
hide hid hidden
bear bore borne
bind bound
blow blew blown
dig dug
feed fed
feel felt
hang hung hanged
run ran
sink sank sunk
sing sang sung
sleep slept
undergo underwent undergone
overthrow overthrew overthrown
retake retook retaken
overrun overran
undertake undertook undertaken
arise arose arisen
shake shook shaken
`);

/** Irregular nouns, the singular first. */
export const irregularNouns = forms(`
man men
woman women
child children
foot feet
wife wives
life lives
`);

/** Names that mean one thing, the first standing for all; single words, lower case. */
export const aliases: readonly (readonly string[])[] = `
isis isil daesh is
iran iranian iranians
iraq iraqi iraqis
israel israeli israelis
jordan jordanian
turkey turkish turk turks
britain british uk briton britons
france french
germany german germans
china chinese
lebanon lebanese
kurd kurdish kurds
yemen yemeni
egypt egyptian
us u.s u.s. usa american americans america
uae emirates
palestine palestinian palestinians
spain spanish
poland polish
netherlands dutch
sweden swedish
ireland irish
pakistan pakistani
afghanistan afghan
ukraine ukrainian
europe european eu
daraa deraa dera daraya
sweida suwayda suayda swaida
quneitra queinetra qunaitra
raqqa raqa raqqah
hasakeh hasaka hasakah hassakeh hassakah
ezzor ezzour zour zor
golani jolani jawlani joulani
mohammed muhammad mohamed mohammad mohamad muhammed
hussein hossein hussain hossain husayn
ahmed ahmad
yusuf youssef yousef yusef yousuf
abdul abdel abdal
omar umar
khaled khalid
qaeda qaida
hezbollah hizbullah hizballah hezballah hizbollah
shia shiite shiites shi'ite shi'ites
houthi huthi houthis huthis
kyiv kiev
quran koran
saleh salih
democrat democrats democratic
republican republicans gop
`
  .trim()
  .split('\n')
  .map((line) => line.split(' '));

/** Names of several words that mean one thing: the words in order, and the alias they become. */
export const phraseAliases: readonly (readonly [string, string])[] = [
  ['islamic state', 'isis'],
  ['united states', 'us'],
  ['united kingdom', 'uk'],
  ['united nations', 'un'],
  ['cease fire', 'ceasefire'],
  ['european union', 'eu'],
  ['hayat tahrir al-sham', 'hts'],
  ['hayat tahrir-al-sham', 'hts'],
  ['hayat tahir al-sham', 'hts'],
  ['hayat tahrir al sham', 'hts'],
  ['syrian observatory for human rights', 'sohr'],
  ['syrian arab news agency', 'sana'],
  ['syrian news agency', 'sana'],
  ['free syrian army', 'fsa'],
];

/** Particles of names that spellings add and drop. */
export const nameParticles = 'al el as ash an ar ad at az bin ibn abu';

/** Words that weaken a statement without naming a source. */
export const hedges = `reportedly allegedly purportedly supposedly apparently seemingly presumably possibly probably likely perhaps
  unconfirmed suspected alleged`;

/** A floor, a ceiling or an approximation before a number, longest first. */
export const qualifiers: readonly Qualifier[] = [
  { phrase: 'at least', kind: 'floor' },
  { phrase: 'more than', kind: 'floor' },
  { phrase: 'no fewer than', kind: 'floor' },
  { phrase: 'up to', kind: 'range' },
  { phrase: 'as many as', kind: 'range' },
  { phrase: 'no more than', kind: 'range' },
  { phrase: 'fewer than', kind: 'range' },
  { phrase: 'less than', kind: 'range' },
  { phrase: 'approximately', kind: 'range' },
  { phrase: 'an estimated', kind: 'range' },
  { phrase: 'estimated', kind: 'range' },
  { phrase: 'roughly', kind: 'range' },
  { phrase: 'around', kind: 'range' },
  { phrase: 'about', kind: 'range' },
  { phrase: 'nearly', kind: 'range' },
  { phrase: 'almost', kind: 'range' },
  { phrase: 'over', kind: 'floor' },
  { phrase: 'some', kind: 'range' },
];

/** Verbs by which one asserts that something is not so; what follows is denied. */
export const denials =
  'deny denies denied denying refute refutes refuted refuting dispute disputes disputed contradicts contradicted';

/** Words of a sentence that contradicts, without saying where what it contradicts stands. */
export const contrary = `false fake rumor rumors rumour rumours unfounded untrue baseless bogus hoax hoaxes fabricated fabrication
  forged forgery debunk debunks debunked retract retracts retracted retraction dismiss dismisses dismissed dismissing
  reject rejects rejected exaggerated overblown`;

/** What is reported and called untrue, as group 1. */
export const deniedReports: readonly RegExp[] = [
  // *Reports that the ferry sank were false*, *claims alleging that … have been dismissed as …*
  [
    String.raw`\b(?:reports?|claims?|rumou?rs?|story|stories|suggestions?|allegations?|accusations?|assertions?|speculation)`,
    ' (?:that|claiming|alleging|suggesting|saying|stating) (.{8,240}?)',
    String.raw` (?:is|are|was|were|be|been|being|proved)(?: ["“‘']?(?:\w+ly|all|an?))* ["“‘']?`,
    String.raw`(?:(?:false|fake|untrue|unfounded|baseless|bogus|hoax|fabricated|fabrication|exaggerated|overblown|incorrect)\b`,
    String.raw`|(?:denied|refuted|disputed|dismissed|rejected|debunked|retracted)\b(?= (?:by|as)\b|["”’']?[.,]|$))`,
  ],
  // *The letter in which she told voters to stay at home is a forgery*
  [
    String.raw`\b(?:letter|document|memo|statement|message|e-?mail|video|recording|photo|photograph|picture)s?`,
    ' (?:in which|that|which|saying|showing|telling|ordering) (.{8,240}?)',
    String.raw` (?:is|are|was|were)(?: (?:\w+ly|an?))* (?:forged|fake|fakes|forgery|forgeries|fabricated|fabrication|hoax|doctored)\b`,
  ],
  // *retracted as mistaken its report that the hostage had died*
  [
    String.raw`\bretract(?:s|ed|ing)?\b.{0,40}? (?:reports?|story|stories|claims?|article|statement)`,
    ' (?:that|saying|alleging|claiming) (.{8,240})',
  ],
  // *The weekend on the yacht “never happened”*
  [String.raw`^(.{8,240}?) ["“‘']?(?:never (?:happened|took place)|(?:did not|didn['’]t) (?:happen|take place))\b`],
].map((parts) => new RegExp(parts.join(''), 'diu'));

/** Before a number of which only some are spoken of: *half of the 3,900 drivers*; all of the 212 branches are 212. */
export const partOf = /(?<!\ball )\bof (?:the|its|his|her|their|our|these|those)$/;

/** A number counts a whole, or a part of one: *Group sales rose 9 percent*, *sales in its home market rose 4 percent*. */
export const ofWhole =
  /\b(?:as a whole|nationwide|countrywide|worldwide|overall|altogether|together|group (?:sales|lending|profits?|revenues?|turnover))\b/iu;
export const ofPart =
  /\b(?:home|domestic|foreign|overseas|abroad|local|regional|provincial|capital|city|town|district|province|region)\b/iu;

export const negations = `not no never n't didn't doesn't don't isn't wasn't aren't weren't won't wouldn't can't cannot couldn't
  shouldn't hasn't haven't hadn't neither nor without nobody none nothing nowhere`;

/** Words that say of what follows that it was not done or is not meant, by the word that comes between: *failed to agree*. */
export const withheld: readonly (readonly [between: string, words: string])[] = [
  [
    'to',
    'fail fails failed failing failure refuse refuses refused refusing refusal decline declines declined unable unwilling',
  ],
  ['out', 'rule rules ruled ruling'],
  ['of', 'lack absence instead'],
  ['from', 'refrain refrains refrained bar barred bars prevent prevented prevents ban banned bans'],
];

/** Nouns that go with a name rather than with what is said of it. */
export const titles = `president director chairman chair minister prime secretary leader dictator
  adviser advisor spokesman spokeswoman spokesperson senator representative rep sen gen general commander judge justice
  chief head deputy vice foreign defense defence interior national security former senior official ambassador envoy
  chancellor king prince governor mayor attorney counsel democrat republican house committee council ministry ${weekdayNames.join(' ')}
  ${monthNames.filter((name) => name !== 'may').join(' ')} day week month year today yesterday`;
