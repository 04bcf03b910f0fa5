/** Words that end in a full stop without ending a sentence when a name or number follows. Lower case, no final stop. */
export const abbreviations: ReadonlySet<string> = new Set(
  `mr mrs ms mx dr prof rev hon fr sr jr st mt ft gen lt col maj capt cmdr cpl sgt brig adm supt gov sen rep sens reps
  pres amb atty det insp no nos vol pp art sec ch fig al vs etc inc corp co ltd bros dept univ assn ave blvd rd
  jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
  ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa
  tenn tex va vt wash wis wyo approx est ca cf e.g i.e`.split(/\s+/),
);

/** Words that hardly ever continue a name: after an abbreviation such as *U.S.* they open a new sentence. */
export const sentenceOpeners: ReadonlySet<string> = new Set(
  `the a an this that these those he she it they we i you his her its their our my in on at by for from with after
  before during since until while as when where if but and or so yet however meanwhile also although though there
  here what who why how some many most all both each one two no not according earlier later last`.split(/\s+/),
);

/** Names of months, to read dates in header lines and datelines. */
export const months =
  'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec';
