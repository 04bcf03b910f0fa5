/** The spellings of each month from January on. */
export const months: readonly (readonly string[])[] = [
  ['January', 'Jan'],
  ['February', 'Feb'],
  ['March', 'Mar'],
  ['April', 'Apr'],
  ['May'],
  ['June', 'Jun'],
  ['July', 'Jul'],
  ['August', 'Aug'],
  ['September', 'Sept', 'Sep'],
  ['October', 'Oct'],
  ['November', 'Nov'],
  ['December', 'Dec'],
];

/** The spellings of the weekdays, longer ones before those that they begin with. */
export const weekdays: readonly string[] =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tues Tue Wed Thurs Thur Thu Fri Sat Sun'.split(' ');

/** Full names in lower case, as the lists of words want them. */
export const monthNames = months.map(([name = '']) => name.toLowerCase());
export const weekdayNames = weekdays.slice(0, 7).map((name) => name.toLowerCase());
export const shortMonthNames = months.flatMap((names) => names.slice(1)).map((name) => name.toLowerCase());
