import { splitPhrases } from '../material.js';

/** What stands around an article on the page that it was copied from. */

/** Whole lines: menus, buttons, notices; lower case, without signs and counts. */
export const pageLines = new Set(
  splitPhrases(`skip to content|skip to footer|reuse this content|complaints & corrections|corrections|newest oldest best rated|skip to main content|skip to navigation|skip navigation|jump to content|jump to navigation|
home|homepage|news|world|world news|local|local news|politics|business|money|markets|economy|sport|sports|weather|opinion|
culture|arts|entertainment|lifestyle|style|travel|food|health|science|tech|technology|environment|climate|education|
obituaries|puzzles|crosswords|horoscopes|jobs|classifieds|property|motoring|cars|shop|store|video|videos|photos|pictures|
gallery|galleries|podcasts|podcast|audio|live|latest|latest news|top stories|trending|breaking news|all news|more news|
newsletters|newsletter|e-paper|epaper|today’s paper|today's paper|print edition|archive|archives|events|contact|contact us|
about|about us|help|faq|faqs|menu|main menu|search|search for|close|close menu|open menu|open navigation menu|show more|
see more|see all|view all|load more|read more|more|next|previous|prev|back|back to top|top|up next|sections|topics|
sign in|sign up|sign out|log in|login|log out|register|my account|account|subscribe|subscribe now|subscribe today|join|
donate|donate now|support us|become a member|get the app|download the app|notifications|edition|settings|language|
share|share this|share this article|share this story|share article|share on facebook|share on x|share on twitter|
share on whatsapp|share on linkedin|share via email|share with email|tweet|post|pin|pin it|facebook|twitter|x|instagram|
youtube|tiktok|whatsapp|telegram|linkedin|reddit|pinterest|flipboard|messenger|email|e-mail|mail|print|print this page|
copy link|link copied|copy|save|saved|save article|save for later|bookmark|bookmarks|gift|gift article|gift this article|
listen|listen to article|listen to this article|listen now|play|pause|mute|unmute|play video|watch|watch now|watch live|
live tv|follow|follow us|following|unfollow|like|likes|reply|replies|report|flag|comment|comments|add comment|
add a comment|leave a comment|view comments|show comments|hide comments|join the conversation|post a comment|
advertisement|advertisements|advertising|advert|ad|ads|sponsored|sponsored content|promoted|promoted content|paid content|
paid post|partner content|story continues below advertisement|article continues below advertisement|
accept|accept all|accept all cookies|accept cookies|reject all|decline|manage cookies|manage preferences|
cookie settings|cookie policy|cookies|i agree|agree|got it|ok|dismiss|no thanks|not now|maybe later|continue|
privacy|privacy policy|privacy notice|terms|terms of use|terms of service|terms and conditions|accessibility|sitemap|
site map|careers|advertise|advertise with us|feedback|rss|all rights reserved|loading|loading…|image|photo|caption|
open image modal|enlarge|enlarge image|enlarge this image|toggle caption|hide caption|view gallery|expand|
getty images|filed under|tags|recommended|related|most read|most popular|editor’s picks|editor's picks`),
);

const from = (alternatives: readonly string[]): string => `(?:${alternatives.join('|')})`;

const networks = 'twitter|x|telegram|facebook|instagram|bluesky|mastodon|whatsapp|youtube|tiktok|threads|linkedin';

/** Below the beginning of a text: whoever wants the rest is to pay. A newsletter to subscribe to is none of it. */
const toRead =
  '(?:(?:continue|keep) reading|(?:read|see|unlock) (?:the (?:full|rest|whole|entire)|this (?:article|story))\\b)';
const walls = [
  `(?:please )?(?:(?:log|sign) in or )?subscribe(?: now| today)?(?: or (?:log|sign) in)? to ${toRead}`,
  `to ${toRead}.{0,60}\\bsubscri(?:be|ption|ber)\\b`,
  '(?:continue|keep) reading (?:for (?:just |only )?[€£$]\\d|with (?:a|your) .{0,30}(?:subscription|trial)\\b)',
  'this (?:article|story|content|report) is (?:\\p{L}+ )?(?:for|(?:\\p{L}+ )?to|reserved for) (?:our )?(?:paying )?subscribers\\b',
  "you(?: have|[’']ve) (?:reached (?:your|the)|used (?:up )?(?:all )?(?:of )?your) .{0,30}\\bfree (?:articles|stories)\\b",
];
export const forSubscribers = new RegExp(`^${from(walls)}`, 'iu');

/** How invitations, notices and credits of pictures begin. */
export const boilerplate = new RegExp(
  `^[\\[(*]?${from([
    `follow (?:us\\b|@|[\\p{L} .’-]{1,60} on (?:${networks})\\b)`,
    'skip to (?:main )?(?:content|navigation|footer)',
    'subscribe\\b',
    'sign (?:up|in) (?:to|for|here|now)\\b',
    'log in (?:to|or)\\b',
    'already a (?:subscriber|member)\\b',
    'click here\\b',
    '(?:tap|scroll|swipe) (?:here|down|up|to)\\b.{0,40}$',
    'related (?:stories|articles|news|coverage|topics|questions)\\b',
    'share (?:this|on|via|with)\\b',
    'share or comment\\b',
    '(?:image|photo|video) (?:source|caption|credit),',
    'our free (?:e-?mail|newsletter)\\b',
    '(?:privacy|cookie) (?:notice|policy):',
    'copyright\\b',
    '©',
    '\\(c\\) (?:19|20)\\d\\d\\b',
    'all rights reserved\\b',
    'advertisement$',
    '(?:story|article) continues (?:below|after)',
    '(?:continue|keep) reading(?:$| (?:the|this|for|with|below)\\b)',
    'join (?:our|us on)\\b',
    'download (?:our|the) app\\b',
    'get (?:our|the latest)\\b.{0,60}\\b(?:newsletter|inbox|app)\\b',
    'enter your e-?mail\\b',
    'print this\\b',
    '(?:photo|photos|photograph|image|images|picture|pictured|file photo|file image|video|credit|caption)(?: (?:by|credit|courtesy|source))?:[^“"]*$',
    '(?:photo|photograph|image|picture)s? (?:by|courtesy of) \\p{Lu}[^.]{0,80}$',
    "editor[’']s note\\b",
    'this (?:article|story|post) (?:was|has been|is) (?:originally|first|updated|corrected|amended|published|translated|for subscribers)\\b',
    'for more (?:news|stories|on this)\\b',
    'contact (?:the (?:author|reporter|editor)|us)\\b',
    '(?:we|this (?:web)?site|our (?:web)?site|our partners) (?:and our partners )?uses? (?:\\p{L}+ )?cookies\\b',
    'by (?:continuing|clicking|using (?:this|our|the) (?:web)?(?:site|service|app)\\b)\\b.{0,80}\\b(?:cookies|terms|privacy|agree)\\b',
    'cookies (?:help|allow|enable) us\\b',
    '(?:tags|topics|keywords|categories|category|filed (?:under|in)|posted in|tagged(?: (?:with|as|in))?|labels)\\s*:',
    '(?:filed under|posted in|tagged (?:with|as|in)) \\p{Lu}[^.!?]{0,100}$',
    '#\\p{L}[\\p{L}\\p{N}_]*(?:[ ,]+#\\p{L}[\\p{L}\\p{N}_]*)*$',
    '(?:do you have|have you got|got) (?:a|any) (?:story|tip|news|views?)\\b.{0,200}\\?',
    'you have \\p{L}+ free (?:article|story|stories)',
    ...walls,
  ])}`,
  'iu',
);

/** Ends of captions: who took the picture. */
export const caption =
  /(?:\((?:AP|AFP|Reuters|EPA|Getty)?\s?(?:Photo|Image|Picture|Pic|File)s?\b[^()]{0,80}\)|\b(?:Photo|Photograph|Image|Picture|Pic)(?:s|graph)?(?: (?:by|credit|courtesy of)\b|:) ?\p{Lu}[^.!?“”"]{0,80}\.?|\b(?:Getty Images|AP Photo|AFP Photo|EPA-EFE|Shutterstock|file (?:photo|picture|image))(?:\/[\p{L} ]{1,40})?[\])]?|[[(]\p{Lu}[\p{L} .’-]{1,40}\/\p{Lu}[\p{L} .’-]{1,40}[\])])$/u;

/** A line of nothing but a time and what goes with it: *Updated 2 hours ago*, *4 min read*, *10:32 GMT*. */
const ago =
  '(?:\\d{1,3}|an?|one|two|few|several) ?(?:s|m|h|d|sec|min|hr|second|minute|hour|day|week|month|year)s?\\.? ago';
const clock = '\\d{1,2}[:.]\\d\\d(?: ?[ap]\\.?m\\.?)?(?: ?(?:[A-Z]{2,4}))?';
export const stamp = new RegExp(
  `^${from([
    `(?:(?:last |first )?(?:updated|published|posted|modified)\\s*:?\\s*)?(?:(?:just now|yesterday|today|${ago})(?:,? (?:at )?${clock})?|${clock})`,
    '\\d{1,3}[- ]?min(?:ute)?s?\\.? (?:read|listen|watch|video)',
    '(?:reading|read) time:? .{1,20}',
    '\\d[\\d,.]*k? (?:views|shares|likes|comments|replies|reads|followers|reactions)',
  ])}(?:\\s*[|·•,–-]\\s*${from([ago, '\\d{1,3}[- ]?min(?:ute)?s?\\.? (?:read|listen)', clock])})*\\.?$`,
  'iu',
);

/** Labels that always lead to another story. */
const joint = '\\s*[:|»›>→]';
export const otherStory = new RegExp(
  `^[\\p{S}\\p{P}\\s]{0,4}(?:${from([
    `(?:read|see|also|also read|also see|also watch|must read|must watch|related|recommended|read next|don[’']t miss|keep reading|up next|more|go deeper|most read|most popular|trending|you may (?:also )?like|editor[’']s picks?|in case you missed it|icymi|from the archives?|in other news)(?: (?:more|also|on|in|about|from|here|this|the|our|story|topic|stories|articles?|news|coverage|now|reading|links?))*${joint}`,
    'read (?:more|also|next|the full|our full|the rest)\\b',
    'see also\\b',
    'more (?:on|about) this (?:story|topic)\\b',
  ])})`,
  'iu',
);

/** Labels that lead to another story below a headline, and belong to it in one. */
export const storyLabel = new RegExp(
  `^[\\p{S}\\p{P}\\s]{0,4}${from([
    '(?:watch|listen|live|live updates?|live blog|video|videos|photos|pictures|in pictures|gallery|podcast|audio|opinion|analysis|explainer|explained|fact ?check|factbox|timeline|profile|interview|quiz|map|graphic|infographic|comment|editorial|long read|feature|exclusive|special report)',
  ])}(?: (?:now|more|here|this|live|also))*${joint}`,
  'iu',
);

/** Headings above titles of other stories. */
export const otherStories = new RegExp(
  `^${from([
    'related(?: (?:articles?|stories|story|news|content|posts?|links?|topics|coverage|reading|reports))?',
    '(?:more|other|further) (?:stories|articles|news|headlines|coverage|reading|like this)(?: (?:from|on|in|like) .{1,40})?',
    'more (?:from|on|in|about) .{1,40}',
    '(?:the )?(?:most|more) (?:read|popular|viewed|shared|watched|commented|recent)(?: (?:stories|articles|news|now|today|this week|in .{1,30}|on .{1,30}))?',
    '(?:explore )?more on (?:these|this) (?:topics?|story|stories)',
    '(?:recommended|trending|popular|top|latest|breaking|featured|selected)(?: (?:for you|now|stories|articles|news|headlines|reads|posts|videos|today|in .{1,30}|on .{1,30}))?',
    'you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in|have missed)(?: .{1,20})?',
    '(?:also|read|see|watch) (?:also|next|more|this next)',
    '(?:what to )?read (?:next|this next|more about)(?: .{1,30})?',
    "(?:editor[’']s|editors[’']|staff|our) (?:picks?|choice|selection)",
    "up next|keep reading|in case you missed it|don[’']t miss|must[- ]reads?|around the web|elsewhere on .{1,30}|in other news|also in (?:the )?news|also on .{1,30}",
    '(?:from (?:our|the)|sponsored|promoted|paid)(?: (?:partners?|sponsors?|web|archives?|content|links|stories|posts?|by .{1,30}))+',
  ])}\\s*[:.>»]?$`,
  'iu',
);

/** Headings above what readers write. */
export const comments =
  /^(?:(?:reader|readers[’']|user|all|top|view|show|latest|your|the) ){0,2}comments(?: ?\(\d[\d,]*\)| \d[\d,]*|:)?$|^(?:\d[\d,]* (?:comments?|responses|replies)|(?:comments?|responses|replies) ?\(\d[\d,]*\))$|^(?:leave|post|add|write) (?:a|your) (?:comment|reply)|^join the (?:conversation|discussion)|^have your say|^what do you think\?$/iu;

/** What readers’ comments look like: a name before a colon or a time, *Reply*. */
export const comment =
  /^@?[\p{L}\p{N}_.-]{2,24}(?: [\p{L}\p{N}_.-]{1,20})?(?::\s|\s*[·•|,-]?\s*\d{1,3} ?(?:m|h|d|min|hour|day|week|month)s?(?: ago)?\b)|^(?:reply|report|like|upvote|log in to comment|sort by)\b/iu;
