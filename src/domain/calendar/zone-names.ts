/** A short name of a zone at one offset, and the zones that use it; the first stands for all of them. */
export interface ZoneName {
  readonly name: string;
  /** Minutes ahead of UTC. Null: the name covers summer and winter time (`ET`). */
  readonly offset: number | null;
  readonly zones: readonly string[];
}

function europe(cities: string): readonly string[] {
  return cities.split(' ').map((city) => `Europe/${city}`);
}

const central = europe(
  'Berlin Madrid Paris Rome Amsterdam Brussels Vienna Zurich Stockholm Oslo Copenhagen Prague Warsaw Budapest ' +
    'Belgrade Zagreb Ljubljana Bratislava Luxembourg Malta Monaco Sarajevo Skopje Tirane Andorra Vaduz',
);
const eastern = europe('Helsinki Athens Bucharest Sofia Kyiv Kiev Riga Tallinn Vilnius Chisinau');
const newYork = ['America/New_York', 'America/Toronto', 'America/Detroit', 'America/Montreal'];
const chicago = ['America/Chicago', 'America/Winnipeg'];
const denver = ['America/Denver', 'America/Edmonton', 'America/Boise'];
const losAngeles = ['America/Los_Angeles', 'America/Vancouver'];
const sydney = ['Australia/Sydney', 'Australia/Melbourne', 'Australia/Hobart', 'Australia/Canberra'];
const kolkata = ['Asia/Kolkata', 'Asia/Calcutta'];

/**
 * Short names that people write behind a time. A name that stands here twice means different things in different
 * places (`IST`, `CST`): it is certain only for a writer whose own zone it is, and is never printed.
 * Names and offsets: https://data.iana.org/time-zones/tzdb/
 */
const zoneNames: readonly ZoneName[] = [
  {
    name: 'GMT',
    offset: 0,
    zones: ['Europe/London', 'Africa/Accra', 'Africa/Abidjan', 'Atlantic/Reykjavik'],
  },
  { name: 'WET', offset: 0, zones: ['Europe/Lisbon', 'Atlantic/Canary'] },
  { name: 'WEST', offset: 60, zones: ['Europe/Lisbon', 'Atlantic/Canary'] },
  { name: 'CET', offset: 60, zones: central },
  { name: 'CEST', offset: 120, zones: central },
  { name: 'EET', offset: 120, zones: eastern },
  { name: 'EEST', offset: 180, zones: eastern },
  { name: 'MSK', offset: 180, zones: ['Europe/Moscow'] },
  { name: 'BST', offset: 60, zones: ['Europe/London'] },
  { name: 'BST', offset: 360, zones: ['Asia/Dhaka'] },
  { name: 'IST', offset: 330, zones: kolkata },
  { name: 'IST', offset: 60, zones: ['Europe/Dublin'] },
  { name: 'IST', offset: 120, zones: ['Asia/Jerusalem'] },
  { name: 'EST', offset: -300, zones: newYork },
  { name: 'EDT', offset: -240, zones: newYork },
  { name: 'ET', offset: null, zones: newYork },
  { name: 'CST', offset: -360, zones: chicago },
  { name: 'CST', offset: 480, zones: ['Asia/Shanghai', 'Asia/Taipei'] },
  { name: 'CDT', offset: -300, zones: chicago },
  { name: 'CT', offset: null, zones: chicago },
  { name: 'MST', offset: -420, zones: [...denver, 'America/Phoenix'] },
  { name: 'MDT', offset: -360, zones: denver },
  { name: 'MT', offset: null, zones: denver },
  { name: 'PST', offset: -480, zones: losAngeles },
  { name: 'PST', offset: 480, zones: ['Asia/Manila'] },
  { name: 'PDT', offset: -420, zones: losAngeles },
  { name: 'PT', offset: null, zones: losAngeles },
  { name: 'BRT', offset: -180, zones: ['America/Sao_Paulo'] },
  { name: 'JST', offset: 540, zones: ['Asia/Tokyo'] },
  { name: 'KST', offset: 540, zones: ['Asia/Seoul'] },
  { name: 'SGT', offset: 480, zones: ['Asia/Singapore'] },
  { name: 'HKT', offset: 480, zones: ['Asia/Hong_Kong'] },
  { name: 'SAST', offset: 120, zones: ['Africa/Johannesburg'] },
  { name: 'AWST', offset: 480, zones: ['Australia/Perth'] },
  { name: 'ACST', offset: 570, zones: ['Australia/Adelaide', 'Australia/Darwin'] },
  { name: 'ACDT', offset: 630, zones: ['Australia/Adelaide'] },
  { name: 'AEST', offset: 600, zones: [...sydney, 'Australia/Brisbane'] },
  { name: 'AEDT', offset: 660, zones: sydney },
  { name: 'NZST', offset: 720, zones: ['Pacific/Auckland'] },
  { name: 'NZDT', offset: 780, zones: ['Pacific/Auckland'] },
];

/** Every meaning of a short name, whatever its case. */
export function zonesNamed(name: string): readonly ZoneName[] {
  const wanted = name.toUpperCase();
  return zoneNames.filter((zone) => zone.name === wanted);
}

/** The short name of a zone at an offset (minutes), where everybody reads it the same way; else null. */
export function shortZoneName(timezone: string, offset: number): string | null {
  const found = zoneNames.find((zone) => zone.offset === offset && zone.zones.includes(timezone));
  if (found === undefined || zonesNamed(found.name).length > 1) return null;
  return found.name;
}
