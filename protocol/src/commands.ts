/** The commands of the extension, as the manifest lists them; a test compares the two. */
export const commands = {
  showCorroboration: 'secondSource.showCorroboration',
  checkAll: 'secondSource.checkAll',
  findClaim: 'secondSource.findClaim',
  compareFigures: 'secondSource.compareFigures',
  importArticles: 'secondSource.importArticles',
  openSamples: 'secondSource.openSamples',
  undoReview: 'secondSource.undoReview',
  undoProject: 'secondSource.undoProject',
  acceptBaseline: 'secondSource.acceptBaseline',
  removeReview: 'secondSource.removeReview',
  nextMark: 'secondSource.nextMark',
  previousMark: 'secondSource.previousMark',
  chooseReading: 'secondSource.chooseReading',
  toggle: 'secondSource.toggle',
  exportFindings: 'secondSource.exportFindings',
  importNotes: 'secondSource.importNotes',
  rebuildIndex: 'secondSource.rebuildIndex',
  restartServer: 'secondSource.restartServer',
  signInToArchive: 'secondSource.signInToArchive',
  signOutOfArchive: 'secondSource.signOutOfArchive',
} as const;

/** Commands that only marks, quick fixes and views run; they have no entry in the palette. */
export const innerCommands = {
  copyDraft: 'secondSource.copyDraft',
  addReview: 'secondSource.addReview',
  changeProject: 'secondSource.changeProject',
  openRulePage: 'secondSource.openRulePage',
  openPlace: 'secondSource.openPlace',
  openArchived: 'secondSource.openArchived',
} as const;

/** The welcome, as VS Code names it: the extension, and the id that the manifest gives. */
export const walkthrough = 'second-source.second-source#secondSource.firstMinutes';
