import { split } from '../material.js';
import { speechWords } from '../speechWords.js';

const nationalityEnding =
  /(?:(?:..an|ish|ese|eli|aqi)s?|[^aeiou]i|(?:[dnmrt]an|saud|bangladesh|emirat|qatar|kuwait|nepal|somal)is)$/;
const nationalities = new Set(
  split(`us u.s u.s. uk u.k. british french german dutch greek swiss danish swedish russian arab arabic kurdish western
    eastern northern southern european american iraqi israeli saudi yemeni pakistani kuwaiti qatari emirati omani afghan
    thai czech chinese south north middle asian african latin islamist jewish muslim christian sunni shiite shia`),
);
const outletWords = `reuters ap afp cnn bbc dpa tass sana ria interfax sputnik rt xinhua anadolu irna tasnim fars efe ansa bloomberg
    jazeera arabiya mayadeen manar guardian telegraph times post journal tribune herald gazette courier news agency
    newspaper television tv radio channel magazine network press broadcaster daily npr msnbc nbc abc cbs fox politico
    axios newsweek economist mail mirror sun observer independent chronicle globe bulletin monde spiegel bild haaretz
    arab examiner standard breitbart huffpost buzzfeed wire`;
const outlets = new Set(split(outletWords));

/** Forenames with the ending of a nationality. */
const forenames = new Set(
  split(`duncan ryan susan logan dylan ivan jonathan nathan hassan ethan jordan sean juan milan alan brian adrian julian
    sebastian vivian lillian joan jean megan morgan bryan fabian damian evan kieran ronan tristan norman herman truman
    rohan iman osman usman suleiman salman ramadan therese hamish ali giovanni toni heidi naomi`),
);

export const says = speechWords({
  sets: {
    the: 'the',
    indefiniteArticles: 'a an',
    and: 'and',
    or: 'or',
    of: 'of',
    in: 'in',
    on: 'on',
    to: 'to',
    by: 'by',
    as: 'as',
    that: 'that',
    it: 'it',
    its: 'its',
    both: 'both',
    who: 'who',
    relativePronouns: 'who which',
    possessive: "'s",
    ownersPronouns: 'his her its their our my your',
    impersonal: 'one',
    nobody: 'nobody no-one none neither no',
    nobodyBut: 'fewer less more other',
    conditions: 'if whether unless',
    negations: 'not never',
    be: 'is are was were be been being',
    beOfHearsay: "is are was were be been 's",
    have: 'has have had',
    said: 'said',
    told: 'told tells',
    takesPerson: `tell tells told telling inform informs informed informing accuse accuses accused accusing blame blames
      blamed blaming assure assures assured assuring`,
    either: 'either',
    being: 'being',
    letters: `letter letters email emails e-mail e-mails memo memos message messages note notes text texts appeal petition`,
    with: 'with',
    nearness: 'close',
    partitives: 'majority minority handful number group couple half',
    modals: 'may might would could should must can will shall',
    afterAll: 'only later eventually subsequently',
    goesOn: 'continue continues continued continuing go goes going went gone began begin begins came come comes',
    saidNouns: `state states claim claims charge charges reason reasons comment comments record records report reports
      answer answers note notes post posts show shows point points estimate estimates remark remarks reply replies tweet
      tweets rumor rumors rumour rumours dispute disputes document documents detail details counter counters quote quotes boast boasts hint hints joke jokes`,
    programmes: 'radio tv television talk reality game quiz chat',
    shows: 'show shows',
    quoted: 'quoted cited',
    citing: 'citing quoting',
    quoting: 'citing quoting quoted cited quotes cites',
    evidential:
      'said believed thought reported alleged rumoured rumored speculated understood feared claimed presumed suspected',
    accused: 'accused',
    charge: 'is are',
    infinitives: 'have be',
    filed: 'stolen missing lost overdue',
    filedWith: 'at on for by to',
    hearing: 'hear heard',
    you: 'you',
    what: 'what',
    first: 'first',
    agencies: 'agencies',
    publicRoles: `lawmaker legislator parliamentarian congressman congresswoman senator councillor backbencher adviser
      journalist presenter columnist author novelist actor actress singer musician rapper billionaire businessman
      entrepreneur footballer`,
    rumours: 'rumours rumors rumour rumor',
    circulating: `swirl swirled swirling circulate circulated circulating spread spreading abound abounded persist persisted
      flew mounted grew`,
    rumouring: 'stating claiming saying suggesting alleging',
    starting: 'start starts started starting publish publishes published publishing spreads repeat repeats repeated',
    occasions: 'amid after following despite on upon there',
    refusing: 'refuse refuses refused refusing decline declines declined declining',
    without: 'without no not never nor',
    none: 'no',
    speaking: 'spoke speaks speak speaking told tell tells telling',
    agreeing: 'agree agrees agreed concur concurs concurred fear fears feared',
    notClause: 'to with on upon for of a an',
    telling: 'saying warning claiming alleging insisting arguing reporting describing suggesting',
    per: 'per',
    from: 'from',
    acts: `began wept shook stood sat rose fell held put took gave ran broke wrung bit drew threw bent swore sank spat
      looked`,
    claims: `claim claims allegation allegations accusation accusations assertion assertions testimony testimonies warning
      warnings report reports statement statements`,
    partitivePronouns: 'them these those',
    another: 'another',
    will: 'will',
    eventClauses: 'after when before until once while as',
    irregularParticiples: 'read seen sent written given held made shown drawn heard taken kept led known brought',
    recordModifiers:
      'incident police autopsy inspection arrest crash accident medical inquest audit toxicology coroner ballistics',
    about: 'about of',
    counts: 'estimate estimates count reckoning tally account admission calculation',
    made: 'made',
    giving: 'gave give gives',
    ofThings:
      'benchmark data energy power income revenue funding food water light heat pollution emission historical archival',
    shares: 'percent cent %',
    partisans:
      'democrats republicans conservatives liberals islamists tories democrat republican conservative liberal tory',
    including: 'including',
    owner: 'from by',
    takesObject: 'for about against like',
    leadIns: 'and this that or but also',
    platforms: `telegram twitter x facebook whatsapp tiktok youtube instagram reddit snapchat weibo vk bluesky mastodon
      threads signal wechat online social`,
    inside: 'within inside',
    prominent: `senior leading prominent party opposition religious business political industry club community union
      establishment government public`,
    figures: 'figure figures',
    whoLives: `lives lived works worked runs ran owns owned saw witnessed attended survived escaped fled helped teaches
      taught drives drove sells sold studies studied served serves manages managed stayed rents knows`,
    aside: `nicknamed dubbed known calling called identified identifying named naming speaking asking requesting
      insisting declining refusing giving quoted`,
    withheld: `name named names nickname nicknamed anonymity anonymous anonymously identified identify identifying
      identity known calling called calls goes go authorised authorized privately unnamed permission mentioned`,
    condition: 'condition conditions',
    feared: 'feared',
    suspected: 'suspected',
    believed: 'believed thought',
    reported: 'reported',
    dead: 'dead',
    hearsayAdverbs: 'reportedly allegedly purportedly rumouredly',
    weakVerbs: `maintain maintains maintained show shows showed shown find finds found see sees saw seen record records
    recorded document documents documented know knows knew known think thinks thought charge charged blame blamed learn learned determine
    determined identify identified publish published broadcast post posted posts posting assume assumed detail detailed
    highlight highlighted demonstrate demonstrated doubt doubted fear feared fears relate related tally assess assessed
    observe observed answer answered shout shouted cry cried point points pointed
    respond responds responded responding declare declares declared declaring proclaim proclaims proclaimed showing finding seeing knowing relating recording documenting issue issued`,
    putting: 'put puts place places placed',
    place: 'place',
    tollNouns: 'toll number figure death dead',
    estimators: 'observers analysts experts monitors sources',
    saw: 'saw',
    reportOpeners: 'that out',
    out: 'out',
    nounVerbs: 'state states',
    irregularPasts: 'said told wrote thought knew found put saw',
    floating: 'both all each',
    chargedWith: 'suspected accused charged',
    published: 'published released broadcast posted recorded documented',
    publishedIn: 'in on at',
    news: 'news',
    indefinite: 'a an one another some several many other',
    vagueAlone: 'some many others several few most',
    oneOutlet: 'outlet newspaper channel broadcaster network agency website magazine publication tabloid site',
    oneReport: 'report account',
    peopleAtLarge: 'people individuals men women those boys girls teenagers youths lads teens',
    authorities: 'authorities',
    forces: 'forces',
    modest: 'former senior local deputy a an one another ex',
    unruly: 'anti-government pro-government allied anti-regime local loyalist jihadist islamist',
    placing: 'at in within inside from',
    placingAtName: 'at within',
    tooWide: 'city country',
    anonymity: 'familiar close briefed knowledge aware involved informed acquainted privy condition',
    vagueAdjectives: `local state foreign international western media news unconfirmed initial early recent various multiple several
    some social official opposition pro-government regional unverified previous other new published conflicting similar
    state-run government-run independent mainstream private press federal judicial online unsourced anecdotal leaked longtime long-time
    former senior top`,
    namelessBodies: 'monitor monitors group watchdog organisation organization ngo charity network agency broadcaster',
    monitorNames: `observatory rights network watch monitor centre center amnesty council commission committee campaign forum
    institute foundation association reuters afp sana crescent cross frontières frontieres borders defence defense`,
    outletWords,
    beforeOutlet: 'state news',
    accounts: 'report reports account accounts',
    reports: 'reports',
    someOf: 'one some all most several',
    refusals: `deny denies denied denying dismiss dismisses dismissed dismissing reject rejects rejected rejecting refute
      refutes refuted refuting call calls called calling false read confirm confirms confirmed confirming`,
    ownReports: 'his her its their',
    manyMedia: 'media news press',
    contrary: 'contrary',
    reportModifiers: `no confirmed credible unconfirmed initial early recent media news local press conflicting unverified foreign western
      previous earlier several some various many multiple other new intelligence widespread`,
    anonymously: 'anonymously',
    sourced: 'sourced',
    anonymouslySourced: 'anonymously-sourced',
    learning: 'learned learnt heard',
    checking: 'confirmed verified checked',
    postposed: 'present aware privy nearby responsible not',
    reflexives: 'himself herself itself themselves',
    demonstratives: 'this that these those',
    definiteWords: 'the this that these those his her its their our both',
    nameParticles: 'al bin ibn de van von el abu da di le la',
    bindsName: "of for and the al de in 's &",
    roleOf: 'for of',
    binding: 'of in at for from with within inside to near',
    neverLast: 'the a an these this those such that other its his their her and to or of',
    speakerOpeners: 'the a an one its his her',
    clauseJoints: 'and but while whereas although though yet',
  },
  patterns: {
    anonymous: /^anonymous/,
    pluralSource: /(?:sources|people|reports|spokesmen)$/,
    participle: /(?:ing|ed)$/,
    gerund: /ing$/,
    past: /ed$/,
    finite: /(?:ed|s)$/,
    gluedCue: /citing$/,
    withNameArticle: /^al-/,
    placeWithArticle: /^(?:al-|ah)/,
    shouts: /^(?:shout|chant|cr(?:y|ie))/,
    thoughts: /^(?:believ|think|thought|know|knew|fear|suspect|assum|doubt|hop)/,
    based: /-based$/,
    publishes: /^(?:publish|broadcast|post|issu)/,
    asks: /^(?:ask|question|wonder|request|demand|urge?)(?:s|e?d|ing)?$/,
    negated: /n't$/,
    point: /^point/,
    aged: /(?:^|-)year-olds?$/,
    thing:
      /(?:ed|[ts]ion|ment|ness|ity|ship|ism|ing|[ae]nce|[tsd]ure|age|sis|graph|phone|line|day|time|book|paper|cast|word|[ae]l)s?$/,
  },
  accordingTo: 'according to',
  voicedBy: `in the words of | in the view of | in the opinion of | in the telling of | in the account of | in the eyes of
    | in the estimation of | in the judgment of | in the judgement of | as told by | as described by | as reported by
    | as related by | as recounted by | by the account of | by the telling of | per`,
  pronouns: new Map([
    ['he', 'person'],
    ['him', 'person'],
    ['she', 'person'],
    ['her', 'person'],
    ['it', 'body'],
    ['they', 'bodyOrPeople'],
    ['them', 'people'],
  ]),
  isNationality: (lower) =>
    nationalities.has(lower) || (nationalityEnding.test(lower) && !outlets.has(lower) && !forenames.has(lower)),
  singular: (lower) => (lower.endsWith('s') && !lower.endsWith('ss') ? lower.slice(0, -1) : lower),
});
