import { words } from '../dom';

/** Words before a name in bylines. */
export const LEAD =
  /^(?:(?:written|posted|published|reported|words|text|story|photos?|article|analysis|opinion|review(?:ed)?|edited|updated)\s+)?(?:by|von|par|por|di|door|av|af|od|oleh|作者|文|撰文|采写|记者|記者|编译|执笔|取材・文|автор|автор:|بقلم|كتب(?:ت)?)(?:\s*[:：/／|｜丨]\s*|\s+)|^(?:authors?|autor(?:in|en|es)?|auteurs?|autore|yazar|reporter|correspondent|byline|by|words|text|texto|testo)\s*[:：|]\s*/iu;

/** What ends a list of names: places, dates, other people's work on the text, agencies' notes. */
const TAIL =
  /\s*(?:\||•|·\s*\d|—|⋅|∙|\s[-–]\s|\b(?:Published|Updated|Posted|Last\s+Updated|Created)\b|\b(?:(?:medically|fact)[ -])?(?:reviewed|edited|checked|illustrated|photographed|photography|photos?|translated)\s+by\b|\bon\s+(?=\p{Lu}\w+ \d)|@\w|\d{1,2}[:.]\d{2}|\d{4}[-年/]|(?:\d{1,2}\.?\s)?\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\p{L}{0,6}\.?\s\d|\d+\s+min(?:ute)?s?\b).*$/iu;

/** Between the people of a byline, from those that part most to those that stand in names and roles too. */
const LIST = /\s*(?:[;；、|/]|\s&\s)\s*/u;
const COMMA = /\s*[,，]\s*/u;
const AND = /\s+(?:and|und|et|y|e|en|och|og|и|та|ve|i)\s+/iu;

const NO_NAME =
  /^(?:责任编辑|責任編輯|责编|编辑|編輯|校对|审核|监制|来源|來源|稿源)|^(?:by|admin(?:istrator)?|author|editor|staff|redaktion|unknown|anonymous|none|null|undefined|guest|webmaster|root|share|follow|subscribe|contributor|read more|view profile|more|home|n\/a|advertisement|sponsored|未知|佚名|匿名|原创|转载|网络|本站|本站原创|小编|-)$|https?:|www\.|\.(?:com|net|org|cn)\/|^@|[{}<>=]|^\d/iu;

/** A part of a date: `Sat`, `March 31`. */
const DATED =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?$|^(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)\p{L}{0,6}\.? \d/iu;

/** Roles that follow a name after a comma. */
const ROLE =
  /\b(?:editor|reporter|correspondent|writer|staff|contributor|columnist|journalist|producer|experts?|founder|director|manager|officer|specialist|consultant|analyst|professor|host|president|ceo|cto|cfo|coo|advis[eo]r|engineer|chief|lead|strategist|winemaker|redakt\p{L}+|journalistin)\b/iu;

/** Letters after a name, which stay with it: `Jane Doe, MD`. */
const POST_NOMINAL = /^(?:\p{Lu}{2,6}|Ph\.?D|Psy\.?D|Ed\.?D|Pharm\.?D|M\.?D|D\.?O|Jr|Sr|Esq)\.?$/u;
const AGENCIES = /^(?:AP|AFP|DPA|APA|SDA|ANSA|EFE|PTI|ANI|IANS|UPI|TASS|BBC|CNN|NPR|PA)$/;

/** Names from what pages say of their authors: lists split, `By` and roles gone, urls and stand-ins left out, each name once. */
export function authorNames(said: readonly string[]): string[] {
  const names: string[] = [];
  for (const entry of said) {
    if (/^(?:https?:)?\/\//.test(entry.trim())) continue;
    for (const name of namesIn(entry)) {
      if (names.length > 0 && ROLE.test(name)) continue;
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names.slice(0, 20);
}

function namesIn(entry: string): string[] {
  const line = words(
    words(entry.slice(0, 1000))
      .replace(LEAD, '')
      .replace(/\s*[(（][^()（）]*[)）]?/gu, ' '),
  ).replace(TAIL, '');
  if (isReversedName(line)) return [line];
  return line.split(LIST).flatMap((chunk) => {
    const [first = '', ...others] = withPostNominals(chunk.split(COMMA));
    const people = [first, ...others.filter((part) => !ROLE.test(part))];
    return people
      .flatMap((part) => part.split(AND))
      .map(bare)
      .filter(isName);
  });
}

/** `Jane Doe`, `MD`, `John Roe` → `Jane Doe, MD`, `John Roe`. */
function withPostNominals(parts: readonly string[]): string[] {
  const joined: string[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.includes(' ') && POST_NOMINAL.test(part) && !AGENCIES.test(part))
      joined[joined.length - 1] = `${last}, ${part}`;
    else joined.push(part);
  }
  return joined;
}

function bare(name: string): string {
  return words(name.replace(/^(?:and|und|et|&)\s+/i, '').replace(LEAD, '')).replace(/^[\s:：·•]+|[\s:：·•,]+$/gu, '');
}

function isName(name: string): boolean {
  if (name === '' || name.length > 60 || name.split(' ').length > 7) return false;
  return /\p{L}/u.test(name) && !NO_NAME.test(name) && !DATED.test(name);
}

const PARTICLE = /^(?:de|da|das|do|dos|du|del|della|di|la|le|van|von|der|den|ter|ten|zu|bin|ibn|al|el|y|e|st\.?)$/i;

/** Whether these words can be nothing but somebody's name: each begins with a capital, or is of a script that has none. */
export function looksLikeName(name: string): boolean {
  const parts = name.split(' ');
  const isPart = (part: string) => PARTICLE.test(part) || /^[\p{Lu}\p{Lt}\p{Lo}"“'’(]/u.test(part);
  return isName(name) && parts.length <= 6 && !PARTICLE.test(parts.at(-1) ?? '') && parts.every(isPart);
}

/** `Doe, Jane`: one name, not two. */
function isReversedName(line: string): boolean {
  return (
    /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?$/u.test(line) &&
    !POST_NOMINAL.test(line.split(', ')[1] ?? '')
  );
}
