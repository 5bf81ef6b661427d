/** Whether a title says what the page's says, letters and digits alone compared. */
export function titleMatches(truth: string, found: string | null): boolean {
  return found !== null && plain(truth) === plain(found);
}

/** Whether every author's name is among those found, which are one name each; the truth may list several in one line. */
export function authorsMatch(truth: readonly string[], found: readonly string[]): boolean {
  const names = ` ${found.map(plain).join(' ')} `;
  const run = names.replaceAll(' ', '');
  const isNamed = (name: string) =>
    names.includes(` ${name} `) ||
    (/[\p{Script=Han}\p{Script=Hangul}]/u.test(name) && run.includes(name.replaceAll(' ', '')));
  return (
    found.length > 0 &&
    truth
      .flatMap((line) => line.split(LIST))
      .map(plain)
      .filter(Boolean)
      .every(isNamed)
  );
}

const LIST = /\s*[,;]\s+|\s+(?:and|&|\|)\s+/;

/** Whether two dates can mean the same calendar day, as written or in UTC. */
export function daysMatch(truth: string, found: string | null): boolean {
  const wanted = daysOf(truth);
  return daysOf(found ?? '').some((day) => wanted.includes(day));
}

/** Whether two language tags name the same language. */
export function languagesMatch(truth: string, found: string | null): boolean {
  return truth.slice(0, 2).toLowerCase() === found?.slice(0, 2).toLowerCase();
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[‘’“”"'`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function daysOf(date: string): string[] {
  const [, year, month = '', day = ''] = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(date) ?? [];
  const written = year ? [`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`] : [];
  const time = new Date(date);
  return Number.isNaN(time.getTime()) ? written : [...written, time.toISOString().slice(0, 10)];
}
