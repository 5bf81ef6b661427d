/** Wall time of languages whose countries share one time zone, in minutes ahead of UTC. */
const HOME_ZONE: Readonly<Record<string, number>> = { zh: 480, ja: 540, ko: 540, th: 420, vi: 420, id: 420, hi: 330 };

/** Names of zones in bylines, in minutes ahead of UTC (RFC 2822 §4.3, and those of Europe and Asia that English pages write). */
const ZONES: Readonly<Record<string, number>> = {
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

/** Minutes ahead of UTC of the zone that a language's pages mean when they name none; null where its countries have several. */
export function homeZone(lang: string | null): number | null {
  return HOME_ZONE[lang?.split('-', 1)[0]?.toLowerCase() ?? ''] ?? null;
}

/** Minutes ahead of UTC of a zone as pages write it (`+08:00`, `+0800`, `EDT`, `Z`); without one the language's own, else UTC. */
export function zoneMinutes(zone: string | undefined, lang: string | null): number {
  const home = homeZone(lang);
  if (!zone) return home ?? 0;
  const offset = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (offset) return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
  // China's standard time and that of Chicago have one abbreviation.
  if (zone.toUpperCase() === 'CST' && home === 480) return home;
  return ZONES[zone.toUpperCase()] ?? 0;
}

/** The zone to write a moment in: the one it was given in, but the language's own for UTC, in which programs write wall time. */
export function shownZone(minutes: number, lang: string | null): number {
  return minutes === 0 ? (homeZone(lang) ?? 0) : minutes;
}

/** A moment (ms since 1970) as the wall clock of a zone shows it, ISO 8601: `2021-03-31T11:25:15.000+08:00`, `Z` for UTC. */
export function isoIn(time: number, minutes: number): string {
  const wall = new Date(time + minutes * 60_000).toISOString();
  if (minutes === 0) return wall;
  const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) =>
    String(part).padStart(2, '0'),
  );
  return wall.replace('Z', `${minutes < 0 ? '-' : '+'}${hours}:${rest}`);
}
