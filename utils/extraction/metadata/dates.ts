/** A moment read from a page's words. */
export interface ReadDate {
  /** ISO 8601 in UTC with milliseconds. */
  readonly iso: string;
  /** The words it was read from. */
  readonly raw: string;
}

/** Wall time of countries with one time zone, for pages that name none; in minutes. All others are taken for UTC. */
const HOME_ZONE: Readonly<Record<string, number>> = { zh: 480, ja: 540, ko: 540, th: 420, vi: 420, id: 420, hi: 330 };

/** Month names of the larger languages of the news, by their first letters. */
const MONTHS: readonly RegExp[] = [
  /^(?:jan|janv|ene|gen|sty|oca|янв|січ)/i,
  /^(?:feb|f[ée]v|lut|şub|фев|лют)/i,
  /^(?:mar(?!ed)|m[äa]r|maart|mrt|мар|бер)/i,
  /^(?:apr|avr|abr|kwi|nis|апр|кві)/i,
  /^(?:may|mai|mag|mei|maj|ма[йя]|тра)/i,
  /^(?:jun|juin|giu|cze|haz|июн|чер)/i,
  /^(?:jul|juil|lug|lip|tem|июл|лип)/i,
  /^(?:aug|ao[uû]|ago|sie|ağu|авг|сер)/i,
  /^(?:sep|set|wrz|eyl|сен|вер)/i,
  /^(?:o[ck]t|ott|out|paź|eki|жов)/i,
  /^(?:nov|lis|kas|ноя)/i,
  /^(?:dec|d[ée]c|dez|dic|gru|ara|дек|гру)/i,
];

const CLOCK = String.raw`(?:[\sT,，·|]*(?:um|at|à|a las|alle|kl\.?|в|,)?\s*(?<part>午前|午後|上午|下午|晚上|凌晨|오전|오후)?\s*(?<hour>\d{1,2})(?::|h|时|時|点|點|：)(?<minute>\d{2})(?:(?::|分|：)(?<second>\d{2})秒?)?(?:[.,]\d+)?分?\s*(?<half>[ap]\.?m\.?\b)?\s*(?<zone>Z\b|UTC|GMT|[+-]\d{2}:?\d{2}\b|\b[ECMP][SD]?T\b|CES?T\b|BST\b|JST\b|KST\b|IST\b)?)?`;

const FORMS: readonly RegExp[] = [
  new RegExp(
    String.raw`(?<year>\d{4})\s*[-/.年]\s*(?<month>\d{1,2})\s*[-/.月]\s*(?<day>\d{1,2})(?!\d)\s*日?(?:\s*(?:星期|周|週).|\s*[(（][^)）]{1,4}[)）])?${CLOCK}`,
    'iu',
  ),
  new RegExp(String.raw`(?<year>\d{4})년\s*(?<month>\d{1,2})월\s*(?<day>\d{1,2})일${CLOCK}`, 'iu'),
  new RegExp(
    String.raw`(?<day>\d{1,2})(?:st|nd|rd|th|er|\.|º)?\s*(?:de\s+|of\s+)?(?<name>\p{L}{3,12})\.?,?\s*(?:de\s+)?(?<year>\d{4})${CLOCK}`,
    'iu',
  ),
  new RegExp(String.raw`(?<name>\p{L}{3,12})\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?,?\s+(?<year>\d{4})${CLOCK}`, 'iu'),
  new RegExp(String.raw`(?<day>\d{1,2})[./](?<month>\d{1,2})[./](?<year>\d{4})${CLOCK}`, 'iu'),
];

const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  BST: 60,
  CET: 60,
  CEST: 120,
  IST: 330,
  JST: 540,
  KST: 540,
  EST: -300,
  EDT: -240,
  ET: -300,
  CST: -360,
  CDT: -300,
  CT: -360,
  MST: -420,
  MDT: -360,
  MT: -420,
  PST: -480,
  PDT: -420,
  PT: -480,
};

/**
 * Reads a date as pages write it: ISO 8601, RFC 2822, `2021年03月31日 11:25`, `31 March 2021`, `March 31, 2021 at 3:25 pm`,
 * `31.03.2021`, seconds since 1970. `lang` decides what wall time without a zone means (Chinese pages: Asia/Shanghai).
 * Null for what is no date or none an article could have.
 */
export function readDate(raw: string | null | undefined, lang: string | null): ReadDate | null {
  const text = raw?.replace(/\s+/g, ' ').trim();
  if (!text || text.length > 400) return null;
  const stamp = /^(\d{10})(\d{3})?$/.exec(text);
  if (stamp) return plausible(Number(stamp[1]) * 1000, text);
  const compact = /^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?(Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  const spelled = compact
    ? `${compact[1]}-${compact[2]}-${compact[3]}${compact[4] ? `T${compact[4]}:${compact[5]}:${compact[6] ?? '00'}${compact[7] ?? ''}` : ''}`
    : text;
  for (const form of FORMS) {
    const match = form.exec(spelled);
    const parts = match?.groups;
    if (!parts) continue;
    const time = moment(parts, lang);
    if (time === null) continue;
    const read = plausible(time, compact ? text : match[0].trim());
    if (read) return read;
  }
  return null;
}

function moment(parts: Record<string, string | undefined>, lang: string | null): number | null {
  const day = Number(parts.day);
  const month = parts.name ? MONTHS.findIndex((pattern) => pattern.test(parts.name ?? '')) + 1 : Number(parts.month);
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  let hour = Number(parts.hour ?? 0);
  const half = parts.part ?? parts.half ?? '';
  if (/^(?:p|午後|下午|晚上|오후)/i.test(half) && hour < 12) hour += 12;
  if (/^(?:a|午前|凌晨|오전)/i.test(half) && hour === 12) hour = 0;
  if (hour > 24 || Number(parts.minute ?? 0) > 59) return null;
  const wall = Date.UTC(Number(parts.year), month - 1, day, hour, Number(parts.minute ?? 0), Number(parts.second ?? 0));
  const hasClock = parts.hour !== undefined;
  return wall - (hasClock || parts.zone ? zoneMinutes(parts.zone, lang) : zoneMinutes(undefined, lang)) * 60_000;
}

function zoneMinutes(zone: string | undefined, lang: string | null): number {
  if (!zone) return HOME_ZONE[lang?.split('-', 1)[0]?.toLowerCase() ?? ''] ?? 0;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  return ZONES[zone.toUpperCase()] ?? 0;
}

/** The web's first page to a day from now, so that clocks that are ahead do not matter. */
function plausible(time: number, raw: string): ReadDate | null {
  if (!Number.isFinite(time) || time < Date.UTC(1990, 0) || time > Date.now() + 86_400_000 * 2) return null;
  return { iso: new Date(time).toISOString(), raw };
}
