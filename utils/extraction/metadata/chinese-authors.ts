/** One to four names after the word for reporter or author; a sign or a space parts the two. */
const NAMES = String.raw`((?:[\p{Script=Han}·]{2,4}[\s、，,]*){1,4})`;

/** `新京报讯（记者 陆一夫）`: how Chinese news names its reporters in the first line. */
const REPORTERS = new RegExp(
  String.raw`[（(]\s*(?:本报|见习|实习|特约|全媒体|首席|\p{Script=Han}{2,6}报?)?\s*(?:记者|記者)\s*${NAMES}(?:[）)]|通讯员|摄影|编辑|实习生)`,
  'u',
);
/** Characters from the beginning of a text in which it does. */
const FIRST_LINES = 400;

/** `（李楠）`: a name alone in brackets, which signs the end of a text. */
const SIGNATURE =
  /[（(]\s*(?:记者|作者|文)?[\s:：/]*([\p{Script=Han}]{2,4}(?:[\s、][\p{Script=Han}]{2,4}){0,3})\s*[）)]\s*$/u;
const NO_SIGNATURE = /^(?:完|全文完|本文完|未完待续|编者按|图|资料图|原题|转载|责编|校对|略|下同|待续|end)$/iu;

/** `作者：…`, `文／…`, `本报记者 …` in lines beside the title; who the source (`来源`) or the editor (`责任编辑`) is stands elsewhere. */
const BYLINE =
  /(?:作者|撰文|采写|文字|(?<!\p{Script=Han})文)\s*[:：／/|｜丨]\s*([\p{Script=Han}A-Za-z0-9·_-]{2,20}(?:[、，,]\s*[\p{Script=Han}·]{2,4}){0,4})|(?:记者|記者)\s*[\s:：／/|｜丨]\s*((?:[\p{Script=Han}·]{2,4}[\s、，,]*){1,4})(?=$|[\s）)\d])/u;

/** A day with its clock, and the words around them. */
const MOMENT =
  /\d{2,4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}日?|\d{1,2}\s*[:：时]\s*\d{2}(?:\s*[:：分]\s*\d{2}秒?)?/gu;
const AROUND = /^(?:原创|转载|首发|发布|发表|时间|日期|发布时间|阅读|评论|·|•|\||-|于)$/u;

/** The reporters named in the first lines of a Chinese text, or the names that sign its end. */
export function reportersIn(text: string, end: string): string[] {
  const names = REPORTERS.exec(text.slice(0, FIRST_LINES))?.[1];
  if (names) return split(names);
  const signed = SIGNATURE.exec(end.trimEnd())?.[1];
  return signed && !NO_SIGNATURE.test(signed) ? split(signed) : [];
}

/** The authors that a line of a Chinese page names after the word for author or reporter. */
export function authorsInLine(line: string): string[] {
  const found = BYLINE.exec(line);
  return split(found?.[1] ?? found?.[2] ?? '');
}

/** The account that published an article, where its name stands beside the date with nothing said of it: `2021-03-31 · 甲乙`. */
export function accountInLine(line: string): string | null {
  if (line.search(MOMENT) < 0 || /来源|來源|稿源/.test(line) || line.length > 60) return null;
  const rest = line
    .replace(MOMENT, ' ')
    .split(/\s+/)
    .filter((part) => part !== '' && !AROUND.test(part));
  const [name = ''] = rest;
  return rest.length === 1 && /^[\p{L}\p{N}_·-]{2,20}$/u.test(name) && /\p{L}/u.test(name) ? name : null;
}

function split(names: string): string[] {
  return names.split(/[\s、，,]+/).filter((name) => name !== '');
}
