/** How many characters of a text are looked at: scripts do not change after the first pages. */
const SAMPLE = 4000;

const SCRIPTS = {
  Latin: /\p{Script=Latin}/gu,
  Han: /\p{Script=Han}/gu,
  Kana: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu,
  Hangul: /\p{Script=Hangul}/gu,
  Cyrillic: /\p{Script=Cyrillic}/gu,
  Arabic: /\p{Script=Arabic}/gu,
  Hebrew: /\p{Script=Hebrew}/gu,
  Greek: /\p{Script=Greek}/gu,
  Thai: /\p{Script=Thai}/gu,
  Devanagari: /\p{Script=Devanagari}/gu,
} as const;

type Script = keyof typeof SCRIPTS;

/** Languages written in each script; the first is assumed where a page declares none of them. Latin and Cyrillic say too little. */
const LANGUAGES: Readonly<Record<Exclude<Script, 'Latin'>, readonly string[]>> = {
  Han: ['zh', 'yue', 'wuu', 'nan', 'lzh', 'ja'],
  Kana: ['ja'],
  Hangul: ['ko'],
  Cyrillic: ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt', 'ba', 'ce'],
  Arabic: ['ar', 'fa', 'ur', 'ps', 'ckb', 'ku', 'ug', 'sd', 'arz', 'azb'],
  Hebrew: ['he', 'iw', 'yi'],
  Greek: ['el'],
  Thai: ['th'],
  Devanagari: ['hi', 'mr', 'ne', 'sa', 'bho', 'mai'],
};

/** Common characters that only the traditional, or only the simplified, Chinese orthography has. */
const TRADITIONAL = /[這個們來時說國會學對為過還後開關點經頭現應發樣問題進種實電業長東書馬無見車門間麼讓從與處號]/g;
const SIMPLIFIED = /[这个们来时说国会学对为过还后开关点经头现应发样问题进种实电业长东书马无见车门间么让从与处号]/g;

/** Letters that, of the languages of their script, only these have. */
const LETTERS: ReadonlyArray<readonly [language: string, letters: RegExp]> = [
  ['kk', /[әғқңұһ]/gi],
  ['uk', /[їєґ]/gi],
  ['be', /ў/gi],
  ['mk', /[ѓќѕ]/gi],
  ['sr', /[ђћљњџј]/gi],
  ['ur', /[ٹڈڑںے]/g],
  ['fa', /[پچژگ]/g],
];
/** Share of a text's characters from which such letters are no names of another language. */
const TELLING = 0.005;

/** Everyday words of languages in Latin script. */
const EVERYDAY: Readonly<Record<string, string>> = {
  en: 'the and of to in is that for with was on are this have from',
  de: 'der die und das ist nicht mit den von ein eine auf für sich auch',
  fr: 'les des est une dans que pour qui sur pas avec plus par sont aux',
  es: 'los las una por con para que del más como pero sus este está entre',
  it: 'che di il per una con non del della sono anche gli più nel alla',
  pt: 'que não uma para com por mais dos das como foi são também pelo sua',
  nl: 'het een van de dat niet met voor zijn ook aan door naar maar wordt',
  pl: 'nie się jest na że jak przez ale oraz dla tego po już był które',
  tr: 'bir ve bu için ile olarak daha çok olan gibi kadar sonra ancak değil ise',
  sv: 'och att det som för på är av med inte den har till ett om',
  da: 'og det at som for på er af med ikke den har til der blev',
  nb: 'og det at som for på er av med ikke den har til fra ble',
  id: 'yang dan di dari ini untuk dengan tidak pada dalam itu akan juga oleh ke',
};

/** A BCP 47 tag in its usual spelling (`zh_cn` → `zh-CN`); null for what is none. */
export function languageTag(tag: string | null | undefined): string | null {
  const trimmed = tag?.trim().replace(/_/g, '-');
  if (!trimmed || !/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(trimmed)) return null;
  try {
    return Intl.getCanonicalLocales(trimmed)[0] ?? null;
  } catch {
    return null;
  }
}

/** Tells a text's language from tags that a page declares, best first. */
export type TellLanguage = (declared: readonly (string | null | undefined)[]) => string | null;

/** `languageOf` of one text, which is read once however often it is asked. */
export function languageTeller(text: string): TellLanguage {
  const script = mainScript(text);
  let everyday: ReadonlyMap<string, number> | null = null;
  return (declared) => {
    const tags = declared.map(languageTag).filter((tag): tag is string => tag !== null);
    if (script !== 'Latin') return languageIn(script, text, tags);
    everyday ??= everydayWords(text);
    return latinLanguage(everyday, tags.find((tag) => !isOfOtherScript(tag)) ?? null);
  };
}

/**
 * The language of a text: what the page declares, unless the text is written in a script that this language is not.
 * `declared`: tags, best first. Null when neither says anything.
 */
export function languageOf(text: string, declared: readonly (string | null | undefined)[]): string | null {
  return languageTeller(text)(declared);
}

function languageIn(script: Exclude<Script, 'Latin'> | null, text: string, tags: readonly string[]): string | null {
  if (!script) return tags[0] ?? null;
  const languages = LANGUAGES[script];
  const fitting = tags.find((tag) => languages.includes(primary(tag)));
  if (script === 'Han' && (!fitting || isOtherOrthography(fitting, text))) return chinese(text);
  return fitting ?? byLetters(text) ?? languages[0] ?? null;
}

/** Which way the text of a language runs. */
export function directionOf(lang: string | null): 'ltr' | 'rtl' {
  return lang && /^(?:ar|fa|ur|ps|ckb|ug|sd|arz|azb|he|iw|yi|dv)\b/i.test(lang) ? 'rtl' : 'ltr';
}

/** Letters of any script but Latin; what lies between are signs. Most texts have none, and counting ten scripts takes time. */
const BEYOND_LATIN = /[\u0250-\u1fff\u2c00-\uffff]/;

/** The script most of the text is in. A few kana make a text Japanese, whatever number of Han characters it has. */
export function mainScript(text: string): Script | null {
  const sample = text.slice(0, SAMPLE);
  if (!BEYOND_LATIN.test(sample)) return /\p{Script=Latin}/u.test(sample) ? 'Latin' : null;
  const count = (script: Script) => sample.match(SCRIPTS[script])?.length ?? 0;
  const counts = (Object.keys(SCRIPTS) as Script[]).map((script) => [script, count(script)] as const);
  const of = Object.fromEntries(counts) as Record<Script, number>;
  const cjk = of.Han + of.Kana + of.Hangul;
  // A Han character says about as much as three letters.
  if (cjk > 0 && cjk * 3 >= of.Latin) {
    if (of.Hangul > of.Han + of.Kana) return 'Hangul';
    return of.Kana * 20 > of.Han ? 'Kana' : 'Han';
  }
  const [best] = counts.toSorted((one, other) => other[1] - one[1]);
  return best && best[1] > 0 ? best[0] : null;
}

function primary(tag: string): string {
  return tag.split('-', 1)[0]?.toLowerCase() ?? '';
}

function isOfOtherScript(tag: string): boolean {
  if (/-Latn\b/i.test(tag)) return false;
  const language = primary(tag);
  if (language === 'sr' || language === 'kk' || language === 'ku') return false;
  return Object.values(LANGUAGES).some((languages) => languages.includes(language));
}

function chinese(text: string): string {
  return isTraditional(text) ? 'zh-TW' : 'zh-CN';
}

function isTraditional(text: string): boolean {
  return (text.match(TRADITIONAL)?.length ?? 0) > (text.match(SIMPLIFIED)?.length ?? 0);
}

/** Whether a declared Chinese is written in the other characters than the text: a site's template may serve both. */
function isOtherOrthography(tag: string, text: string): boolean {
  if (!/^zh\b/i.test(tag)) return false;
  const telling = (text.match(TRADITIONAL)?.length ?? 0) + (text.match(SIMPLIFIED)?.length ?? 0);
  const isDeclared = /-(?:Hant|TW|HK|MO)\b/i.test(tag) ? true : /-(?:Hans|CN|SG)\b/i.test(tag) ? false : null;
  return telling >= ENOUGH && isDeclared !== null && isDeclared !== isTraditional(text);
}

function byLetters(text: string): string | null {
  const sample = text.slice(0, SAMPLE);
  return LETTERS.find(([, letters]) => (sample.match(letters)?.length ?? 0) > sample.length * TELLING)?.[0] ?? null;
}

/** Everyday words, or telling characters, from which a text shows what it is written in. */
const ENOUGH = 20;
/** How many times more everyday words another language must have than the declared one for the text to be believed. */
const OUTNUMBERED = 4;

/** Characters in which everyday words come up often enough. */
const ENOUGH_TEXT = 1500;
const WORDS = /\p{L}+/gu;

/** The languages in which a word is an everyday one. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, list] of Object.entries(EVERYDAY))
  for (const word of list.split(' ')) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

/** How many everyday words of each language a text has. */
function everydayWords(text: string): ReadonlyMap<string, number> {
  const hits = new Map<string, number>(Object.keys(EVERYDAY).map((language) => [language, 0]));
  for (const word of text.slice(0, ENOUGH_TEXT).toLowerCase().match(WORDS) ?? []) {
    for (const language of LANGUAGES_OF.get(word) ?? []) hits.set(language, (hits.get(language) ?? 0) + 1);
  }
  return hits;
}

/** The language with most everyday words, unless the one that is declared has its share of them or is not known here. */
function latinLanguage(hits: ReadonlyMap<string, number>, declared: string | null): string | null {
  const [best, most] = [...hits].reduce((one, other) => (other[1] > one[1] ? other : one));
  if (declared === null) return most > 4 ? best : null;
  const own = hits.get(primary(declared));
  return own !== undefined && most >= ENOUGH && most > own * OUTNUMBERED ? best : declared;
}
