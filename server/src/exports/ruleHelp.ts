import type { RuleId } from '../core/rules/rule.js';

/** Why there is a rule, as its page in docs/rules says it, in Markdown: a test compares them. */
export const ruleHelp: Readonly<Record<RuleId, string>> = {
  'anonymous-source':
    'An unnamed source may be right, and may have to stay unnamed. But a reader cannot ask it, weigh it, or tell whether two papers spoke to two people or to one. The mark says where that is so; it does not say that the article is wrong, and no guide bans unnamed sources outright. It is never an error.',
  'casualty-figure':
    "Casualty figures are where bad sourcing does most harm. A party's count becomes *70 killed* two copies later, and nobody can tell any more who counted. The mark shows, at the number, whether anybody did.",
  'repeated-claim':
    'Ten papers that print one telegram are one source. The two-source rule counts origins, not hits, and a reader of ten files cannot see by eye that they have one. The mark links the mentions; the panel counts what stands behind them: *3 files, 1 origin*.',
  'conflicting-report':
    'Where reports differ, a reader of one of them should know. The mark shows the other version at the sentence, with its source, and takes no side: it never says which is true.',
  'certainty-drift':
    'Hedges are lost when reports are copied. *Around 1,200* becomes *1,200*, *reportedly* falls out, *local media* turn into a station with a name, and each step looks harmless. The mark stands where something is missing, with the words that the other file has.',
};
