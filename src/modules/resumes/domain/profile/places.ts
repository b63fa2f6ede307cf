import { getCountries } from 'libphonenumber-js';
import { fold } from './text-span';

/** Codes stand only for themselves in capitals and after a comma: "OR", "IN" and "ME" are words. */
const US_STATES: Readonly<Record<string, string>> = {
  AL: 'alabama', AK: 'alaska', AZ: 'arizona', AR: 'arkansas', CA: 'california', CO: 'colorado', CT: 'connecticut', DE: 'delaware',
  DC: 'district of columbia', FL: 'florida', GA: 'georgia', HI: 'hawaii', ID: 'idaho', IL: 'illinois', IN: 'indiana', IA: 'iowa', KS: 'kansas',
  KY: 'kentucky', LA: 'louisiana', ME: 'maine', MD: 'maryland', MA: 'massachusetts', MI: 'michigan', MN: 'minnesota', MS: 'mississippi',
  MO: 'missouri', MT: 'montana', NE: 'nebraska', NV: 'nevada', NH: 'new hampshire', NJ: 'new jersey', NM: 'new mexico', NY: 'new york',
  NC: 'north carolina', ND: 'north dakota', OH: 'ohio', OK: 'oklahoma', OR: 'oregon', PA: 'pennsylvania', RI: 'rhode island', SC: 'south carolina',
  SD: 'south dakota', TN: 'tennessee', TX: 'texas', UT: 'utah', VT: 'vermont', VA: 'virginia', WA: 'washington', WV: 'west virginia',
  WI: 'wisconsin', WY: 'wyoming', PR: 'puerto rico',
};

const CANADIAN_PROVINCES: Readonly<Record<string, string>> = {
  AB: 'alberta', BC: 'british columbia', MB: 'manitoba', NB: 'new brunswick', NL: 'newfoundland', NS: 'nova scotia', ON: 'ontario',
  PE: 'prince edward island', QC: 'quebec', SK: 'saskatchewan',
};

const AUSTRALIAN_STATES: Readonly<Record<string, string>> = {
  NSW: 'new south wales', QLD: 'queensland', VIC: 'victoria', TAS: 'tasmania', ACT: 'australian capital territory',
};

/** Other regions that people write after their city instead of the country. */
const REGIONS: Readonly<Record<string, string>> = {
  england: 'GB', scotland: 'GB', wales: 'GB', 'northern ireland': 'GB', bavaria: 'DE', bayern: 'DE', hessen: 'DE', 'baden-wurttemberg': 'DE',
  catalonia: 'ES', catalunya: 'ES', maharashtra: 'IN', karnataka: 'IN', 'tamil nadu': 'IN', telangana: 'IN', kerala: 'IN', gujarat: 'IN', 'uttar pradesh': 'IN', 'west bengal': 'IN', haryana: 'IN', punjab: 'IN', rajasthan: 'IN',
  lagos: 'NG', gauteng: 'ZA', 'ile-de-france': 'FR', lombardy: 'IT', lombardia: 'IT', 'sao paulo': 'BR', 'western cape': 'ZA', flanders: 'BE',
};

const COUNTRY_ALIASES: Readonly<Record<string, string>> = {
  usa: 'US', 'u.s.a': 'US', 'u.s.a.': 'US', 'u.s.': 'US', 'u.s': 'US', us: 'US', 'united states of america': 'US', america: 'US', uk: 'GB', 'u.k.': 'GB', 'u.k': 'GB',
  'great britain': 'GB', 'south korea': 'KR', 's.korea': 'KR', 's. korea': 'KR', korea: 'KR', 'republic of korea': 'KR', turkey: 'TR', turkiye: 'TR', uae: 'AE', 'u.a.e.': 'AE',
  'czech republic': 'CZ', 'the netherlands': 'NL', holland: 'NL', nederland: 'NL', deutschland: 'DE', osterreich: 'AT', schweiz: 'CH', suisse: 'CH', svizzera: 'CH',
  espana: 'ES', italia: 'IT', brasil: 'BR', maroc: 'MA', polska: 'PL', belgique: 'BE', belgie: 'BE', danmark: 'DK', sverige: 'SE', norge: 'NO', suomi: 'FI', allemagne: 'DE',
  'ivory coast': 'CI', 'hong kong': 'HK', taiwan: 'TW', macau: 'MO', vietnam: 'VN', russia: 'RU', 'prc': 'CN', 'p.r. china': 'CN', 'republic of ireland': 'IE', 'viet nam': 'VN', magyarorszag: 'HU', hellas: 'GR',
};

/** Large cities that people give without a country. */
const CITIES: Readonly<Record<string, readonly string[]>> = {
  US: ['new york', 'new york city', 'los angeles', 'chicago', 'houston', 'san francisco', 'seattle', 'boston', 'austin', 'denver', 'dallas', 'atlanta', 'miami', 'philadelphia', 'phoenix', 'san diego', 'san jose', 'palo alto', 'mountain view', 'cupertino', 'brooklyn', 'manhattan', 'las vegas', 'detroit', 'minneapolis', 'pittsburgh', 'baltimore', 'sunnyvale', 'menlo park', 'redmond', 'santa clara', 'los gatos', 'nashville', 'orlando', 'tampa', 'charlotte', 'salt lake city', 'washington dc', 'washington d.c.'],
  GB: ['london', 'manchester', 'edinburgh', 'glasgow', 'birmingham', 'leeds', 'bristol', 'liverpool', 'cambridge', 'oxford', 'belfast', 'cardiff', 'sheffield', 'nottingham'],
  DE: ['berlin', 'munich', 'munchen', 'hamburg', 'cologne', 'koln', 'frankfurt', 'frankfurt am main', 'stuttgart', 'dusseldorf', 'bremen', 'leipzig', 'dresden', 'hannover', 'nurnberg', 'nuremberg', 'heidelberg', 'karlsruhe'],
  FR: ['paris', 'lyon', 'marseille', 'toulouse', 'nice', 'nantes', 'bordeaux', 'lille', 'strasbourg', 'grenoble'],
  ES: ['madrid', 'barcelona', 'valencia', 'sevilla', 'seville', 'malaga', 'bilbao'], IT: ['rome', 'roma', 'milan', 'milano', 'turin', 'torino', 'naples', 'napoli', 'bologna', 'florence', 'firenze'],
  NL: ['amsterdam', 'rotterdam', 'utrecht', 'eindhoven', 'the hague', 'den haag', 'delft'], BE: ['brussels', 'bruxelles', 'antwerp', 'ghent', 'leuven'], CH: ['zurich', 'geneva', 'geneve', 'basel', 'bern', 'lausanne'],
  AT: ['vienna', 'wien', 'graz', 'linz', 'salzburg'], IE: ['dublin', 'cork', 'galway'], PT: ['lisbon', 'lisboa', 'porto'], SE: ['stockholm', 'gothenburg', 'malmo'], DK: ['copenhagen', 'kobenhavn', 'aarhus'], NO: ['oslo', 'bergen'], FI: ['helsinki', 'espoo'],
  PL: ['warsaw', 'warszawa', 'krakow', 'wroclaw', 'gdansk'], CZ: ['prague', 'praha', 'brno'], HU: ['budapest'], RO: ['bucharest', 'cluj-napoca'], GR: ['athens', 'thessaloniki'], TR: ['istanbul', 'ankara', 'izmir'], RU: ['moscow', 'saint petersburg', 'st. petersburg'], UA: ['kyiv', 'kiev', 'lviv'],
  IN: ['bangalore', 'bengaluru', 'mumbai', 'new delhi', 'delhi', 'hyderabad', 'chennai', 'pune', 'kolkata', 'noida', 'gurgaon', 'gurugram', 'ahmedabad', 'kochi'], CN: ['beijing', 'shanghai', 'shenzhen', 'guangzhou', 'hangzhou'], HK: ['hong kong'], TW: ['taipei'], JP: ['tokyo', 'osaka', 'kyoto'], KR: ['seoul', 'busan', 'pohang', 'daejeon'], SG: ['singapore'],
  TH: ['bangkok'], MY: ['kuala lumpur'], ID: ['jakarta'], PH: ['manila', 'makati'], VN: ['hanoi', 'ho chi minh city'], AE: ['dubai', 'abu dhabi'], SA: ['riyadh', 'jeddah'], IL: ['tel aviv', 'jerusalem', 'haifa'], EG: ['cairo'], MA: ['casablanca', 'rabat', 'marrakech'], NG: ['lagos', 'abuja'], KE: ['nairobi'], ZA: ['johannesburg', 'cape town', 'durban', 'pretoria'],
  CA: ['toronto', 'vancouver', 'montreal', 'ottawa', 'calgary', 'edmonton', 'waterloo', 'winnipeg'], AU: ['sydney', 'melbourne', 'brisbane', 'perth', 'adelaide', 'canberra'], NZ: ['auckland', 'wellington', 'christchurch'], BR: ['sao paulo', 'rio de janeiro', 'belo horizonte', 'curitiba'], MX: ['mexico city', 'guadalajara', 'monterrey'], AR: ['buenos aires'], CL: ['santiago'], CO: ['bogota', 'medellin'], PE: ['lima'], PK: ['karachi', 'lahore', 'islamabad'], BD: ['dhaka'], LK: ['colombo'],
};

const COUNTRY_OF = countries();
const CITY_COUNTRY = new Map(
  Object.entries(CITIES).flatMap(([country, cities]) => cities.map((city) => [city, country] as const)),
);
const CODE_COUNTRY = new Map<string, string>([
  ...Object.keys(CANADIAN_PROVINCES).map((code) => [code, 'CA'] as const),
  ...Object.keys(AUSTRALIAN_STATES).map((code) => [code, 'AU'] as const),
  ...Object.keys(US_STATES).map((code) => [code, 'US'] as const),
]);
const STATE_COUNTRY = new Map<string, string>([
  ...Object.entries(REGIONS),
  ...Object.values(CANADIAN_PROVINCES).map((name) => [name, 'CA'] as const),
  ...Object.values(AUSTRALIAN_STATES).map((name) => [name, 'AU'] as const),
  ...Object.values(US_STATES).map((name) => [name, 'US'] as const),
]);

/** English names of all countries that have telephone numbers, and what people write besides. */
function countries(): ReadonlyMap<string, string> {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  const found = new Map<string, string>();
  for (const code of getCountries()) found.set(fold(names.of(code) ?? code), code);
  for (const [name, code] of Object.entries(COUNTRY_ALIASES)) found.set(name, code);
  // The state is meant far more often than the country.
  found.delete('georgia');
  return found;
}

const clean = (text: string): string => fold(text.trim()).replace(/\s+/gu, ' ');

export function countryNamed(text: string): string | null {
  return COUNTRY_OF.get(clean(text)) ?? null;
}

/** Country of a state, province or code of one: "CA", "Ontario", "NSW". */
export function regionCountry(text: string): string | null {
  const trimmed = text.trim();
  const code = /^(?:[A-Z]{2,3}|[A-Z]\.[A-Z]\.)$/u.test(trimmed) ? CODE_COUNTRY.get(trimmed.replaceAll('.', '')) : undefined;
  return code ?? STATE_COUNTRY.get(clean(trimmed)) ?? null;
}

export function cityCountry(text: string): string | null {
  return CITY_COUNTRY.get(clean(text)) ?? null;
}
