import { isoIn, shownZone, zoneMinutes } from './zones';

/** A moment read from a page's words. */
export interface ReadDate {
  /** ISO 8601 with milliseconds and the zone the page wrote it in: `2021-03-31T11:25:15.000+08:00`. */
  readonly iso: string;
  /** The words it was read from. */
  readonly raw: string;
  /** Whether day and month could be the other way round (`3/4/2021`). */
  readonly isAmbiguous: boolean;
}

/** Month names of the larger languages of the news, by their first letters. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|janv|ene|gen|sty|oca|янв|січ|يناير|جانفي|كانون الثاني)/i,
  /^(?:feb|f[ée]v|lut|şub|фев|лют|فبراير|فيفري|شباط)/i,
  /^(?:mar(?!ed)|m[äa]r|maart|mrt|мар|бер|مارس|[آا]ذار)/i,
  /^(?:apr|avr|abr|kwi|nis|апр|кві|[أا]بريل|[أا]فريل|نيسان)/i,
  /^(?:may|mai|mag|mei|maj|ма[йя]|тра|مايو|ماي|[أا]يار)/i,
  /^(?:jun|juin|giu|cze|haz|июн|чер|يونيو|جوان|حزيران)/i,
  /^(?:jul|juil|lug|lip|tem|июл|лип|يوليو|جويلية|تموز)/i,
  /^(?:aug|ao[uû]|ago|agu|sie|ağu|авг|сер|[أا]غسطس|[أا]وت|[آا]ب$)/i,
  /^(?:sep|set|wrz|eyl|сен|вер|سبتمبر|[أا]يلول)/i,
  /^(?:o[ck]t|ott|out|paź|eki|окт|жов|[أا]كتوبر|تشرين ال[أا]ول)/i,
  /^(?:nov|lis|kas|ноя|лис|نوفمبر|تشرين الثاني)/i,
  /^(?:dec|d[ée]c|dez|dic|des|gru|ara|дек|гру|ديسمبر|كانون ال[أا]ول)/i,
];

const CLOCK = String.raw`(?:[\sT,，·|]*(?:um|at|à|às|a las|alle|alle ore|kl\.?|в|,)?\s*(?<part>午前|午後|上午|下午|晚上|凌晨|오전|오후)?\s*(?<hour>\d{1,2})(?::|h|时|時|点|點|：)(?<minute>\d{2})(?:(?::|分|：)(?<second>\d{2})秒?)?(?:[.,]\d+)?分?\s*(?<half>[ap]\.?m\.?\b)?\s*(?<zone>Z\b|UTC|GMT|[+-]\d{2}:?\d{2}\b|\b[ECMP][SD]?T\b|CES?T\b|BST\b|JST\b|KST\b|IST\b)?)?`;

/** A month's name: one word, two in the Levant, with the Western name after it in the Arabic press (`آذار/مارس`). */
const NAME = String.raw`(?<name>\p{L}{2,12}(?:\sال\p{L}{3,5})?)(?:/\p{L}{3,12})?`;

const FORMS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?!\d)\s*日?(?:\s*(?:星期|周|週).|\s*[(（][^)）]{1,4}[)）])?${CLOCK}`,
    'iu',
  ),
  // Chinese sites leave the century out, and the space before the clock too: `发布时间：18-12-2809:27`.
  new RegExp(String.raw`(?<=^|\p{Script=Han}[:：]?\s?)(?<year>\d{2})-(?<month>\d{2})-(?<day>\d{2})(?!-)${CLOCK}`, 'iu'),
  new RegExp(String.raw`(?<year>\d{4})년\s*(?<month>\d{1,2})월\s*(?<day>\d{1,2})일${CLOCK}`, 'iu'),
  new RegExp(
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?${NAME}\.?,?\s*(?:de\s+|del\s+)?(?<year>\d{4})${CLOCK}`,
    'iu',
  ),
  new RegExp(String.raw`${NAME}\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${CLOCK}`, 'iu'),
  new RegExp(String.raw`(?<day>\d{1,2})(?<sign>[-./])(?<month>\d{1,2})\k<sign>(?<year>\d{4})(?!\d)${CLOCK}`, 'iu'),
];

/**
 * Reads a date as pages write it: ISO 8601, RFC 2822, `2021年03月31日 11:25`, `31 March 2021`, `March 31, 2021 at 3:25 pm`,
 * `31.03.2021`, seconds since 1970; words of the larger languages of the news. `lang` decides what wall time without a zone means
 * (Chinese pages: Asia/Shanghai) and whether `3/4/2021` is in March. Null for what is no date (`2 hours ago`) or none an
 * article could have.
 */
export function readDate(raw: string | null | undefined, lang: string | null): ReadDate | null {
  const text = raw?.replace(/\s+/g, ' ').trim();
  if (!text || text.length > 400) return null;
  const stamp = /^(\d{10})(\d{3})?$/.exec(text);
  if (stamp) return plausible(Number(stamp[1]) * 1000, shownZone(0, lang), text);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const spelled = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? `T${compact[4]}:${compact[5]}:${compact[6] ?? '00'}${compact[7] ?? ''}` : ''}`
    : westernDigits(text);
  for (const form of FORMS) {
    const match = form.exec(spelled);
    const parts = match?.groups;
    if (!parts) continue;
    const wall = wallOf(parts, lang);
    if (wall === null) continue;
    const minutes = zoneMinutes(parts.zone, lang);
    const words = compact ? text : text.slice(match.index, match.index + match[0].length).trim();
    const read = plausible(wall - minutes * 60_000, shownZone(minutes, lang), words);
    if (read)
      return { ...read, isAmbiguous: parts.sign !== undefined && Number(parts.day) <= 12 && Number(parts.month) <= 12 };
  }
  return null;
}

/** Arabic and Persian digits as those that are counted with here; every character keeps its place. */
function westernDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15));
}

/** The wall clock of the parts of a date, in ms since 1970 as if it were UTC's; null for what no calendar has. */
function wallOf(parts: Readonly<Record<string, string | undefined>>, lang: string | null): number | null {
  const [month, day] = monthAndDay(parts, lang);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (parts.year?.length === 2 && !lang?.startsWith('zh')) return null;
  let hour = Number(parts.hour ?? 0);
  const half = parts.part ?? parts.half ?? '';
  if (/^(?:p|午後|下午|晚上|오후)/i.test(half) && hour < 12) hour += 12;
  if (/^(?:a|午前|凌晨|오전)/i.test(half) && hour === 12) hour = 0;
  if (hour > 24 || Number(parts.minute ?? 0) > 59) return null;
  const year = Number(parts.year) + (parts.year?.length === 2 ? 2000 : 0);
  return Date.UTC(year, month - 1, day, hour, Number(parts.minute ?? 0), Number(parts.second ?? 0));
}

function monthAndDay(
  { name, month, day, sign }: Readonly<Record<string, string | undefined>>,
  lang: string | null,
): readonly [month: number, day: number] {
  if (name) return [MONTHS.findIndex((pattern) => pattern.test(name)) + 1, Number(day)];
  const read = [Number(month), Number(day)] as const;
  // `3/31/2021` can be nothing else; what could be either is as the country writes it.
  const isMonthFirst = read[0] > 12 || (sign === '/' && read[1] <= 12 && /^en(?:-US)?$/i.test(lang ?? ''));
  return sign && isMonthFirst ? [read[1], read[0]] : read;
}

/** The web's first page to a day from now, so that clocks that are ahead do not matter. */
function plausible(time: number, minutes: number, raw: string): ReadDate | null {
  if (!Number.isFinite(time) || time < Date.UTC(1990, 0) || time > Date.now() + 86_400_000 * 2) return null;
  return { iso: isoIn(time, minutes), raw, isAmbiguous: false };
}
