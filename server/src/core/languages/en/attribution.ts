/**
 * Words that decide who says something. Each list is one class; a word may be in several. `classesOf` answers with a bit
 * set, so that every later stage walks numbers instead of looking words up again.
 */

export const word = {
  determiner: 1 << 0,
  preposition: 1 << 1,
  /** Joins clauses or opens one: a noun phrase never runs across it. */
  subordinator: 1 << 2,
  auxiliary: 1 << 3,
  adverb: 1 << 4,
  pronoun: 1 << 5,
  relative: 1 << 6,
  time: 1 << 7,
  count: 1 << 8,
  /** A finite verb of saying, reporting, believing: its subject is a source. */
  reports: 1 << 9,
  /** The *-ing* form of such a verb. */
  reporting: 1 << 10,
  /** The past participle of such a verb. */
  reported: 1 << 11,
  /** Verbs of wish, praise or intent: PolNeAR's cues, but no statement of fact behind them. */
  attitude: 1 << 12,
  spokesperson: 1 << 13,
  /** *source*, *insider*: nothing but being a source. */
  bareSource: 1 << 14,
  person: 1 << 15,
  role: 1 << 16,
  /** Plurals of people: *officials*, *activists*. */
  people: 1 << 17,
  /** Offices that one person holds: *the president*. */
  office: 1 << 18,
  media: 1 << 19,
  report: 1 << 20,
  body: 1 << 21,
  bodies: 1 << 22,
  /** Collective singulars with nobody to ring up: *the opposition*. */
  collective: 1 << 23,
  nationality: 1 << 24,
  /** Belligerents in the plural: *rebels*, *jihadists*. */
  fighters: 1 << 25,
  /** Verbs, not of saying, that end a subject noun phrase when they stand before it. */
  verb: 1 << 26,
  document: 1 << 27,
  /** Titles before a personal name: *Gen.*, *Mr.* */
  title: 1 << 28,
} as const;

const list = (words: string): string[] => words.trim().split(/\s+/);

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

const lists: readonly (readonly [bit: number, words: string])[] = [
  [
    word.determiner,
    `a an the this that these those his her its their our my your another some several many most few both other
    any each every no certain various numerous multiple all more such`,
  ],
  [
    word.preposition,
    `of in at for from with by on to near inside outside under over across within among between against about
    into around toward towards during through without close familiar briefed linked loyal affiliated based like
    via amid throughout upon including`,
  ],
  [
    word.subordinator,
    `that but while when because although though if as since after before whether where why how so until unless
    whereas however then meanwhile or nor yet what than`,
  ],
  [
    word.auxiliary,
    `is are was were be been being am has have had having do does did will would can could may might must should
    shall 's 've 'd 'll isn't aren't wasn't weren't hasn't haven't hadn't doesn't don't didn't won't wouldn't can't
    couldn't not never`,
  ],
  [
    word.adverb,
    `also later earlier now then already still just once again only even previously separately recently repeatedly
    further furthermore moreover meanwhile instead nevertheless nonetheless too often sometimes always however
    early late today yesterday tonight tomorrow soon first initially finally there here`,
  ],
  [
    word.pronoun,
    'he she it they we i you him her them us me who one himself herself themselves anyone everyone someone',
  ],
  [word.relative, 'who which whom whose where that'],
  [
    word.time,
    `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december today yesterday tonight tomorrow morning afternoon evening night week month
    year weekend hours days weeks months years earlier later ago last`,
  ],
  [word.count, `two three four five six seven eight nine ten eleven twelve dozen dozens hundreds one scores half`],
  [
    word.spokesperson,
    'spokesman spokeswoman spokesperson spokesmen spokespeople spokespersons spokeswomen representative representatives',
  ],
  [word.bareSource, 'source sources insider insiders informant informants whistleblower whistleblowers'],
  [word.person, 'person people man woman men women individual individuals those somebody someone guy'],
  [
    word.role,
    `official officer commander aide adviser advisor diplomat minister lawmaker prosecutor investigator doctor medic
    nurse rescuer journalist reporter correspondent photographer cameraman editor lawyer attorney soldier fighter
    policeman teacher employee worker executive strategist operative attendee friend relative neighbour neighbor
    negotiator envoy staffer agent analyst expert researcher monitor resident witness eyewitness activist
    campaigner protester volunteer refugee survivor villager shopkeeper farmer student professor scholar
    economist historian scientist engineer pilot militant rebel leader member critic observer opponent supporter
    ally veteran general colonel captain lieutenant sergeant brigadier cleric imam priest nun judge senator
    congressman congresswoman councillor delegate contractor consultant surgeon paramedic firefighter driver
    passenger tourist detainee prisoner hostage defector insurgent jihadist gunman father mother brother sister
    son daughter wife husband cousin uncle mayor governor ambassador chief head director chairman manager deputy
    organiser organizer translator interpreter blogger fisherman foreman trader shepherd guard baker builder
    butcher carpenter clerk cook electrician gardener miner painter plumber porter sailor tailor waiter`,
  ],
  [
    word.people,
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
    islamists democrats republicans conservatives liberals voters investors traders users rivals detractors
    proponents specialists academics physicians responders inhabitants migrants displaced others fishermen foremen shepherds guards bakers builders clerks miners
    sailors porters waiters`,
  ],
  [
    word.fighters,
    `rebels insurgents militants jihadists terrorists fighters gunmen separatists combatants militias militia
    opposition`,
  ],
  [
    word.office,
    `president premier minister king queen pope prince emir sultan chancellor secretary ambassador governor mayor
    prime-minister vice-president speaker chairman chairwoman candidate nominee patriarch judge court coroner
    billionaire chief head director commissioner senator congressman congresswoman businessman mogul magnate frontrunner incumbent`,
  ],
  [
    word.media,
    `media press outlets outlet newspapers newspaper channels channel broadcasters broadcaster television tv radio
    agencies websites website network networks tabloids tabloid sites publication publications`,
  ],
  [word.report, 'reports report accounts footage videos posts rumours rumors polls articles'],
  [
    word.document,
    `statement statements study survey poll letter document documents email emails memo memos filings filing lawsuit
    records data figures results complaint indictment article editorial book video ad tweet transcript law map
    images image analysis research evidence census findings message`,
  ],
  [
    word.body,
    `ministry army government military police presidency parliament administration agency observatory department
    office council commission committee court group organisation organization party coalition union association
    company bank hospital university institute centre center foundation embassy kremlin pentagon navy command
    campaign team staff brigade front movement state country city nation board bureau authority directorate
    headquarters federation league alliance corps force regime watchdog charity unit intelligence palace church
    firm corporation mission delegation secretariat house cabinet congress senate faction network monitor newspaper
    rights defence defense defenders guard cell service services forces troops side`,
  ],
  [
    word.bodies,
    `groups organisations organizations agencies companies governments countries states powers parties factions
    ngos charities unions brigades courts banks hospitals ministries departments embassies nations firms campaigns
    forces teams associations institutions bodies`,
  ],
  [word.collective, 'opposition public crowd electorate ngo'],
  [
    word.title,
    `mr mrs ms dr gen lt col maj capt sgt brig adm sen rep gov pres prof rev sheikh shaykh sayyed sir lord lady
    president minister general colonel commander captain lieutenant major admiral senator professor`,
  ],
  [
    word.verb,
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

const classes = new Map<string, number>();
const put = (form: string, bits: number): void => {
  classes.set(form, (classes.get(form) ?? 0) | bits);
};

for (const [bit, words] of lists) for (const form of list(words)) put(form, bit);
for (const lemma of list(regularReports)) {
  const { third, past, ing } = inflect(lemma);
  put(lemma, word.reports);
  put(third, word.reports);
  put(past, word.reports | word.reported);
  put(ing, word.reporting);
}
for (const [lemma, past, participle, ing] of irregularReports) {
  put(lemma, word.reports);
  put(`${lemma}s`, word.reports);
  put(past, word.reports);
  put(participle, word.reported);
  put(ing, word.reporting);
}
for (const lemma of list(attitudes)) {
  const { third, past, ing } = inflect(lemma);
  for (const form of [lemma, third, past, ing]) put(form, word.attitude);
}

/** The classes of a lower-case word, as bits of `word`; 0 for an ordinary word. Words in *-ly* count as adverbs. */
export function classesOf(lower: string): number {
  const known = classes.get(lower);
  if (known !== undefined) return known;
  return lower.length > 4 && lower.endsWith('ly') ? word.adverb : 0;
}

/** Verbs that report only before *that* or a quotation: *maintain a presence*, *find survivors* report nothing. */
export const weakVerbs: ReadonlySet<string> = new Set(
  list(`maintain maintains maintained show shows showed shown find finds found see sees saw seen record records
    recorded document documents documented know knows knew known charge charged blame blamed learn learned determine
    determined identify identified publish published broadcast post posted posts posting assume assumed detail detailed
    highlight highlighted demonstrate demonstrated doubt doubted fear feared fears relate related tally assess assessed
    observe observed answer answered shout shouted cry cried point points pointed
    respond responds responded responding showing finding seeing knowing issue issued`),
);

/** Behind *people*, *someone*: closeness or knowledge, which identifies nobody. */
export const anonymity: ReadonlySet<string> = new Set(
  list('familiar close briefed knowledge aware involved informed acquainted privy condition'),
);

const nationalityEnding = /(?:..an|ish|ese|[^aeiou]i|eli|aqi)s?$/;
const nationalities = new Set(
  list(`us u.s u.s. uk u.k. british french german dutch greek swiss danish swedish russian arab arabic kurdish western
    eastern northern southern european american iraqi israeli saudi yemeni pakistani kuwaiti qatari emirati omani afghan
    thai czech chinese south north middle asian african latin islamist jewish muslim christian sunni shiite shia`),
);

/** Before *media*, *reports*, *outlets*: no outlet in particular. */
export const vagueAdjectives: ReadonlySet<string> = new Set(
  list(`local state foreign international western media news unconfirmed initial early recent various multiple several
    some social official opposition pro-government regional unverified previous other new published conflicting similar
    state-run government-run independent mainstream private press`),
);

/** Adjectives of countries and regions, which name no body on their own. */
export const isNationality = (lower: string): boolean =>
  nationalities.has(lower) || (nationalityEnding.test(lower) && !isOutletWord(lower));

/** Heads of bodies that an article likes to name only in the next sentence: *a monitor*, *a rights group*. */
export const namelessBodies: ReadonlySet<string> = new Set(
  list('monitor monitors group watchdog organisation organization ngo charity network agency broadcaster'),
);

const monitorWords = new Set(
  list(`observatory rights network watch monitor centre center amnesty council commission committee campaign forum
    institute foundation association reuters afp sana crescent cross frontières frontieres borders defence defense`),
);

/** A word of the names that such bodies have. */
export const isMonitorName = (lower: string): boolean => monitorWords.has(lower);

const outletWords = new Set(
  list(`reuters ap afp cnn bbc dpa tass sana ria interfax sputnik rt xinhua anadolu irna tasnim fars efe ansa bloomberg
    jazeera arabiya mayadeen manar guardian telegraph times post journal tribune herald gazette courier news agency
    newspaper television tv radio channel magazine network press broadcaster daily npr msnbc nbc abc cbs fox politico
    axios newsweek economist mail mirror sun observer independent chronicle globe bulletin monde spiegel bild haaretz
    arab examiner standard breitbart huffpost buzzfeed wire`),
);

/** A word that makes a capitalised name that of a news outlet. */
export const isOutletWord = (lower: string): boolean => outletWords.has(lower);
