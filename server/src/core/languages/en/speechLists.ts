import { split } from '../material.js';
import { type ClassList, speech } from '../tokenClasses.js';
import { monthNames, weekdayNames } from './calendar.js';

/** Verbs of reporting: lemma, then irregular forms as third person, past, participle, -ing where they differ. */
const regularReports = `
acknowledge add admit affirm allege announce argue assert assure boast claim comment complain concede conclude confess
confirm contend declare deny describe detail disclose dispute document emphasise emphasize estimate explain highlight
indicate inform insist maintain mention note observe proclaim post quip reaffirm recall recount refute reiterate relate
remark reply report respond reveal rumour rumor speculate state stress suggest testify tweet underline underscore warn
recommend reason mutter whisper shout cry demonstrate verify conclude clarify caution predict believe fear suspect
accuse blame assume reckon hint imply charge cite quote publish broadcast relay record retort answer counter explain
fume joke lament counsel note chronicle narrate tally guess doubt point learn determine assess identify
`;

const irregularReports: readonly (readonly [lemma: string, past: string, participle: string, ing: string])[] = [
  ['say', 'said', 'said', 'saying'],
  ['tell', 'told', 'told', 'telling'],
  ['write', 'wrote', 'written', 'writing'],
  ['think', 'thought', 'thought', 'thinking'],
  ['know', 'knew', 'known', 'knowing'],
  ['show', 'showed', 'shown', 'showing'],
  ['find', 'found', 'found', 'finding'],
  ['put', 'put', 'put', 'putting'],
  ['place', 'placed', 'placed', 'placing'],
  ['see', 'saw', 'seen', 'seeing'],
];

const attitudes = `
want hope plan seek support oppose vow pledge promise urge criticise criticize praise condemn welcome call demand
denounce refuse decline reject dismiss agree disagree worry prefer endorse threaten order expect consider intend wish
appear seem feel doubt slam blast mock vote try propose offer ask request appeal advise view regard hail
`;

/** People by what they do or are to somebody, in the singular; the plural is made from it. */
const walksOfLife = `
pal mate buddy colleague classmate roommate flatmate housemate co-worker coworker teammate acquaintance boyfriend
girlfriend fiancé fiancée mum mom dad grandmother grandfather nephew niece aunt widow widower stallholder deckhand
bartender barman barmaid waitress cashier receptionist concierge caretaker cleaner janitor cyclist motorist commuter
pedestrian jogger hiker swimmer diver lifeguard skipper seaman docker dockworker steward stewardess mechanic technician
programmer developer designer coder blogger youtuber podcaster architect broker banker financier accountant auditor
landlord landlady tenant homeowner householder shopper customer client patient parishioner worshipper pensioner retiree
pupil undergraduate graduate headteacher tutor lecturer coach trainer footballer player referee fan spectator partygoer
reveller guest churchgoer donor fundraiser grandee loyalist backbencher legislator parliamentarian bureaucrat technocrat
servant pollster speechwriter canvasser intern apprentice trainee recruit conscript reservist sniper midwife pharmacist
dentist psychiatrist psychologist therapist counsellor counselor carer caregiver babysitter nanny chaplain rabbi pastor
vicar monk preacher missionary asylum-seeker expat holidaymaker backpacker traveller traveler visitor pilgrim passer-by
juror defendant plaintiff convict inmate fugitive attacker assailant extremist smuggler vendor hawker seller buyer
retailer supplier entrepreneur founder co-founder boss tycoon shareholder creditor lender taxpayer constituent
serviceman airman trooper cadet constable detective inspector ranger warden jailer bodyguard bouncer doorman watchman
tipster vet veterinarian zookeeper breeder owner handler rider jockey trucker conductor crewman boatman ferryman surfer
angler hunter forester logger labourer laborer handyman welder bricklayer locksmith hairdresser barber actor actress
singer musician rapper dancer novelist poet author writer columnist presenter anthropologist archaeologist astronomer
biologist botanist chemist climatologist criminologist ecologist epidemiologist geologist geographer linguist
mathematician meteorologist forecaster neurologist pathologist pediatrician paediatrician cardiologist physicist
seismologist sociologist statistician theologian virologist zoologist parishioner organiser mediator counterpart
backer rescuer responder dissident exile migrant immigrant journalist clinician staffer victim elder mourner evacuee
participant accuser complainant claimant dealer regulator trafficker kidnapper captor hacker enthusiast councilman
councilwoman assemblyman alderman policewoman patrolman tribesman businessman middleman clergyman herdsman herder
crewman longshoreman guardsman henchman ombudsman trustee marshal superintendent subscriber camper marcher newcomer
returnee insurer grower rancher farmhand pastoralist schoolteacher schoolboy schoolgirl godfather godmother stepfather
stepmother spouse partner superior subordinate successor predecessor stalwart hardliner reformist centrist leftist
royalist mp mep peer frontbencher functionary courtier equerry chambermaid chauffeur cabbie looter rioter sympathiser
sympathizer adherent follower disciple congregant filmmaker publicist promoter bookmaker punter selector umpire
goalkeeper whistle-blower leaker cop gendarme sentry magistrate barrister solicitor litigant litigator planner surveyor
recruiter wholesaler grocer hotelier restaurateur publican squatter onlooker bystander sightseer seafarer mariner
stevedore dispatcher aviator gp undertaker gravedigger mullah warlord chieftain emissary interlocutor go-between
intermediary peacekeeper foreigner islander settler diner drinker clubber concertgoer sibling grandson granddaughter
grandparent descendant confidant confidante associate crony appointee officeholder
surrogate regent provost headmaster headmistress postgraduate academic intellectual theorist technologist
volcanologist geophysicist oceanographer hydrologist planner investor lobbyist tory netizen cynic doubter naysayer
keeper underwriter hotelkeeper quarryman prankster whizz sleuth aficionado
${['mum', 'mom', 'mother', 'dad', 'father', 'grandmother', 'grandfather']
  .flatMap((parent) => ['one', 'two', 'three', 'four', 'five', 'six'].map((count) => `${parent}-of-${count}`))
  .join(' ')}`;

/** More of them. What is not made a plural is another word then, or a belligerent. */
const rolesInCommon = `official officer commander aide adviser advisor diplomat minister lawmaker prosecutor investigator doctor medic
    nurse rescuer journalist reporter correspondent photographer cameraman editor lawyer attorney soldier fighter
    policeman teacher employee worker executive strategist operative attendee friend relative neighbour neighbor
    negotiator envoy staffer agent analyst expert researcher monitor resident witness eyewitness activist
    campaigner protester volunteer refugee survivor villager shopkeeper farmer student professor scholar
    economist historian scientist engineer pilot militant rebel leader member critic observer opponent supporter
    ally democrat republican conservative liberal veteran general colonel captain lieutenant sergeant brigadier cleric imam priest nun judge senator
    congressman congresswoman councillor delegate contractor consultant surgeon paramedic firefighter driver
    passenger tourist detainee prisoner hostage defector insurgent jihadist gunman father mother brother sister
    son daughter wife husband cousin uncle mayor governor ambassador chief head director chairman manager deputy
    organiser organizer translator interpreter blogger fisherman foreman trader shepherd guard baker builder
    butcher carpenter clerk cook electrician gardener miner painter plumber porter sailor tailor waiter`;

/** *passengers*, *doormen*, *passers-by*. */
const plural = (one: string): string =>
  /man$/.test(one)
    ? one.replace(/man$/, 'men')
    : /[^aeiou]y$/.test(one)
      ? one.replace(/y$/, 'ies')
      : one === 'passer-by'
        ? 'passers-by'
        : one.endsWith('ss')
          ? `${one}es`
          : `${one}s`;

const noPlural = new Set(split('head general chief militant rebel insurgent jihadist gunman fighter'));

const lists: readonly (readonly [bits: number, words: string])[] = [
  [speech.role, walksOfLife],
  [
    speech.people,
    [...split(walksOfLife), ...split(rolesInCommon).filter((one) => !noPlural.has(one))].map(plural).join(' '),
  ],
  [
    speech.determiner,
    `a an the this that these those his her its their our my your another some several many most few both other
    any each every no certain various numerous multiple all more such`,
  ],
  [
    speech.preposition,
    `of in at for from with by on to near inside outside under over across within among between against about
    into around toward towards during through without close familiar briefed linked loyal affiliated based like
    via amid throughout upon including along beyond`,
  ],
  [
    speech.subordinator,
    `that but while when because although though if as since after before whether where why how so until unless
    whereas however then meanwhile or nor yet what than`,
  ],
  [
    speech.auxiliary,
    `is are was were be been being am has have had having do does did will would can could may might must should
    shall 's 've 'd 'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't not never`,
  ],
  [
    speech.adverb,
    `also later earlier now then already still just once again only even previously separately recently repeatedly
    further furthermore moreover meanwhile instead nevertheless nonetheless too often sometimes always however
    early late today yesterday tonight tomorrow soon first initially finally there here`,
  ],
  [
    speech.pronoun,
    'he she it they we i you him her them us me who one himself herself themselves anyone everyone someone',
  ],
  [speech.relative, 'who which whom whose where that'],
  [
    speech.time,
    `${weekdayNames.join(' ')} ${monthNames.join(' ')} today yesterday tonight tomorrow morning afternoon evening night week month
    year weekend hours days weeks months years earlier later ago last`,
  ],
  [speech.count, `two three four five six seven eight nine ten eleven twelve dozen dozens hundreds one scores half`],
  [
    speech.spokesperson,
    'spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons spokeswomen representative representatives',
  ],
  [speech.bareSource, 'source sources insider insiders informant informants whistleblower whistleblowers'],
  [
    speech.person,
    `person people man woman men women individual individuals those somebody someone guy boy girl teenager lad
    boys girls teenagers youths lads teens`,
  ],
  [speech.role, rolesInCommon],
  [
    speech.people,
    `officials officers commanders aides advisers advisors diplomats ministers lawmakers prosecutors investigators
    doctors medics nurses rescuers journalists reporters correspondents photographers editors lawyers attorneys
    soldiers policemen teachers employees workers executives strategists operatives attendees friends relatives
    neighbours neighbors negotiators envoys staffers agents analysts experts researchers monitors residents
    witnesses eyewitnesses activists campaigners protesters protestors volunteers refugees survivors villagers
    shopkeepers farmers students professors scholars economists historians scientists engineers pilots leaders
    members critics observers opponents supporters allies veterans generals clerics judges senators delegates
    contractors consultants surgeons paramedics firefighters authorities locals inhabitants civilians citizens
    politicians commentators pundits skeptics sceptics advocates inspectors lobbyists parents families relatives
    bystanders passers-by onlookers detainees prisoners hostages defectors demonstrators dissidents exiles
    circles defenders apologists islamists democrats republicans conservatives liberals voters investors traders users rivals detractors
    proponents specialists academics physicians responders inhabitants migrants displaced others fishermen foremen shepherds guards bakers builders clerks miners
    sailors porters waiters`,
  ],
  [
    speech.fighters,
    `rebels insurgents militants jihadists terrorists fighters gunmen separatists combatants militias militia
    opposition`,
  ],
  [
    speech.office,
    `ombudsman president premier minister king queen pope prince emir sultan chancellor secretary ambassador governor mayor
    prime-minister vice-president speaker chairman chairwoman candidate nominee patriarch judge court coroner
    billionaire chief head director commissioner senator congressman congresswoman businessman mogul magnate frontrunner incumbent`,
  ],
  [
    speech.media,
    `media press outlets outlet newspapers newspaper channels channel broadcasters broadcaster television tv radio
    agencies websites website network networks tabloids tabloid sites publication publications`,
  ],
  [speech.report, 'reports report account accounts footage videos posts rumours rumors polls articles stories'],
  [
    speech.document,
    `statement statements study survey poll letter document documents email emails e-mail e-mails memo memos filings filing lawsuit
    records data figures results complaint indictment article editorial book video ad tweet transcript law map
    images image analysis research evidence census findings message sign headline notice caption banner placard
    sticker clause plaque title blog column page theory film song proverb poster tape line piece story bill contract
    verdict warrant affidavit release dispatch copy copies list lists screenshot spreadsheet timeline agenda log diary receipt printout post-mortem autopsy audit probe count calculation calculations projection projections assessment assessments database ranking graph table test trial paper draft section proposal
    model clip recording cable brief readout dossier leaflet inscription obituary review ruling information`,
  ],
  [
    speech.body,
    `ministry army government military police presidency parliament administration agency observatory department
    office council commission committee court group organisation organization party coalition union association
    company bank hospital university institute centre center foundation embassy kremlin pentagon navy command
    campaign team staff brigade front movement state country city nation board bureau authority directorate
    headquarters federation league alliance corps force regime watchdog charity unit intelligence palace church
    firm corporation mission delegation secretariat house cabinet congress senate faction network monitor newspaper
    rights defence defense defenders guard cell service services forces troops side family assembly`,
  ],
  [
    speech.bodies,
    `groups organisations organizations agencies companies governments countries states powers parties factions
    ngos charities unions brigades courts banks hospitals ministries departments embassies nations firms campaigns
    forces teams associations institutions bodies`,
  ],
  [speech.collective, 'opposition public crowd electorate ngo'],
  [
    speech.title,
    `mr mrs ms dr gen lt col maj capt sgt brig adm sen rep gov pres prof rev sheikh shaykh sayyed sir lord lady
    president minister general colonel commander captain lieutenant major admiral senator professor`,
  ],
  [
    speech.verb,
    `made took gave went came got left began started became killed wounded captured entered hit struck attacked
    launched carried held used kept led followed joined sent brought continued`,
  ],
];

function inflect(lemma: string): { third: string; past: string; ing: string } {
  if (/[^aeiou]y$/.test(lemma))
    return { third: `${lemma.slice(0, -1)}ies`, past: `${lemma.slice(0, -1)}ied`, ing: `${lemma}ing` };
  if (/e$/.test(lemma)) return { third: `${lemma}s`, past: `${lemma}d`, ing: `${lemma.slice(0, -1)}ing` };
  if (
    /(?:[^aeiou][aeiou][mpt]|ip)$/.test(lemma) &&
    !/(?:comment|hint|doubt|post|boast|lament|highlight|assert)$/.test(lemma)
  )
    return { third: `${lemma}s`, past: `${lemma}${lemma.at(-1)}ed`, ing: `${lemma}${lemma.at(-1)}ing` };
  const third = /(?:s|sh|ch|x|z)$/.test(lemma) ? `${lemma}es` : `${lemma}s`;
  return { third, past: `${lemma}ed`, ing: `${lemma}ing` };
}

/** The words of each class, all forms of verbs written out. */
export function speechClasses(): ClassList[] {
  const found: ClassList[] = lists.map(([bits, words]) => [bits, split(words)]);
  const put = (form: string, bits: number): number => found.push([bits, [form]]);
  for (const lemma of split(regularReports)) {
    const { third, past, ing } = inflect(lemma);
    put(lemma, speech.reports);
    put(third, speech.reports);
    put(past, speech.reports | speech.reported);
    put(ing, speech.reporting);
  }
  for (const [lemma, past, participle, ing] of irregularReports) {
    put(lemma, speech.reports);
    put(`${lemma}s`, speech.reports);
    put(past, speech.reports);
    put(participle, speech.reported);
    put(ing, speech.reporting);
  }
  for (const lemma of split(attitudes)) {
    const { third, past, ing } = inflect(lemma);
    for (const form of [lemma, third, past, ing]) put(form, speech.attitude);
  }
  return found;
}
