import { words } from '../dom';

/** Words before a name in bylines. */
const LEAD =
  /^(?:(?:written|posted|published|reported|words|text|story|photos?|article|analysis|opinion|review(?:ed)?|edited|updated)\s+)?(?:by|von|par|por|di|door|av|af|od|oleh|作者|文|撰文|记者|記者|编辑|编译|來源|来源|执笔|取材・文|글|автор|автор:)(?:\s*[:：/／|]\s*|\s+)|^(?:authors?|autor(?:in|en|es)?|auteurs?|autore|yazar|reporter|correspondent|byline|by)\s*[:：]\s*/i;

/** What ends a list of names: places, dates, roles, agencies' notes. */
const TAIL =
  /\s*(?:\||•|·\s*\d|—|\s[-–]\s|\(|（|\bPublished\b|\bUpdated\b|\bPosted\b|\bon\s+(?=\p{Lu}\w+ \d)|@\w|\d{1,2}[:.]\d{2}|\d{4}[-年/]).*$/u;

const SEPARATORS = /\s*(?:[,，;；、|/]|\s&\s|\s(?:and|und|et|y|e|en|och|og|и|та|ve|i)\s)\s*/iu;

const NO_NAME =
  /^(?:by|admin(?:istrator)?|author|editor|staff|redaktion|unknown|anonymous|none|null|undefined|guest|webmaster|root|share|follow|subscribe|contributor|read more|view profile|more|home|n\/a|-)$|https?:|www\.|\.(?:com|net|org|cn)\/|^@|[{}<>=]|^\d+$/i;

/** Roles that follow a name after a comma. */
const ROLE =
  /^(?:.*\b(?:editor|reporter|correspondent|writer|staff|contributor|columnist|journalist|producer|ph\.?d|m\.?d|jr|sr|iii?)\b.*)\.?$/i;

/** Names from what pages say of their authors: lists split, `By` and roles gone, urls and stand-ins left out, each name once. */
export function authorNames(said: readonly string[]): string[] {
  const names: string[] = [];
  for (const entry of said) {
    if (/^(?:https?:)?\/\//.test(entry.trim())) continue;
    const line = words(entry).replace(LEAD, '').replace(TAIL, '');
    const parts = isReversedName(line) ? [line] : line.split(SEPARATORS);
    for (const part of parts) {
      const name = words(part.replace(LEAD, '')).replace(/^[\s:：·•]+|[\s:：·•,]+$/g, '');
      if (name === '' || name.length > 60 || name.split(' ').length > 7) continue;
      if (NO_NAME.test(name) || (ROLE.test(name) && names.length > 0)) continue;
      if (!/\p{L}/u.test(name)) continue;
      if (!names.some((known) => known.toLowerCase() === name.toLowerCase())) names.push(name);
    }
  }
  return names.slice(0, 20);
}

/** `Doe, Jane`: one name, not two. */
function isReversedName(line: string): boolean {
  return /^\p{Lu}[\p{L}'’-]+, \p{Lu}[\p{L}'’.-]+(?: \p{Lu}\.?)?$/u.test(line);
}

/** `新京报讯（记者 陆一夫）`: how Chinese news names its reporters in the first line. */
const REPORTERS =
  /[（(]\s*(?:本报|见习|实习|特约|全媒体|首席|\p{Script=Han}{2,6}报?)?\s*(?:记者|記者)\s*((?:[\p{Script=Han}·]{2,4}[\s、，,]*){1,4})(?:[）)]|通讯员|摄影|编辑|实习生)/u;
/** Characters from the beginning of a text in which it does. */
const FIRST_LINES = 400;

const ORGANISATION = /(?:网|網|报|報|社|台|科技|财经|新闻|新聞|频道|在线|网易|新浪|腾讯|搜狐|凤凰)$/u;

/** The reporters named in the first lines of a Chinese text. */
export function reportersIn(text: string): string[] {
  const names = REPORTERS.exec(text.slice(0, FIRST_LINES))?.[1];
  return names ? names.split(/[\s、，,]+/).filter((name) => name !== '') : [];
}

/** Whether these are no people but the site itself or another publisher. */
export function arePublishers(authors: readonly string[], siteName: string | null): boolean {
  return authors.every((author) => author === siteName || ORGANISATION.test(author));
}
