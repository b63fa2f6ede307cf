import { DEMO_CANDIDATES, type DemoPerson } from '../../../src/cli/demo';

/** What a test may change about a person; all else stays as in the sample. */
export type PersonOverrides = Partial<DemoPerson>;

const SAMPLE: DemoPerson = {
  name: 'Marisol Okafor',
  headline: 'Warehouse Operations Manager',
  email: 'marisol.okafor@example.com',
  phone: '+44 20 7946 0958',
  location: 'Coventry, United Kingdom',
  links: ['linkedin.com/in/marisol-okafor-demo'],
  summary:
    'Operations manager with seven years in warehouses, from the night shift to a site of 120 people.',
  positions: [
    {
      employer: 'Fernhill Distribution',
      title: 'Warehouse Operations Manager',
      location: 'Coventry',
      start: '2021-04',
      end: null,
      bullets: [
        'Run a site with 120 employees and 38,000 pallets a month.',
        'Cut picking errors from 1.9% to 0.4% with barcode scanning and SAP.',
      ],
    },
    {
      employer: 'Ashgrove Logistics',
      title: 'Shift Supervisor',
      location: 'Leicester',
      start: '2019-01',
      end: '2021-03',
      bullets: ['Led 24 forklift drivers and pickers on nights.'],
    },
  ],
  educations: [
    {
      school: 'Midland Polytechnic',
      degree: 'BSc',
      field: 'Logistics Management',
      start: '2015',
      end: '2018',
    },
  ],
  projects: [],
  skills: ['Inventory management', 'SAP', 'Forklift', 'Lean management', 'Microsoft Excel'],
  certifications: [{ name: 'IOSH Managing Safely', issuer: 'IOSH', year: '2022' }],
  languages: [
    { name: 'English', level: 'native' },
    { name: 'Spanish', level: 'fluent' },
  ],
};

/** A valid invented person; the test states only what matters to it. */
export function samplePerson(overrides: PersonOverrides = {}): DemoPerson {
  return { ...SAMPLE, ...overrides };
}

/** How many people `uniquePerson` can tell apart: the fictional telephone numbers end there. */
export const UNIQUE_PEOPLE = 12_000;

/**
 * The n-th of many people, always the same for the same n. Name, e-mail and telephone number of each
 * are their own, and their text differs too; the careers follow the 24 people of the demonstration.
 */
export function uniquePerson(n: number): DemoPerson {
  if (!Number.isInteger(n) || n < 0 || n >= UNIQUE_PEOPLE) {
    throw new RangeError(`There is no person number ${n}`);
  }
  const model = itemOf(DEMO_CANDIDATES, n).person;
  const round = Math.floor(n / DEMO_CANDIDATES.length);
  const first = itemOf(FIRST_NAMES, n);
  const last = itemOf(LAST_NAMES, Math.floor(n / FIRST_NAMES.length));
  const cycle = Math.floor(n / (FIRST_NAMES.length * LAST_NAMES.length));
  const initial = cycle === 0 ? '' : ` ${String.fromCharCode(64 + cycle)}.`;
  return {
    ...model,
    name: `${first}${initial} ${last}`,
    email: `${first}.${last}.${n}@example.com`.toLowerCase(),
    phone: fictionalPhone(n),
    location: `${itemOf(CITIES, n)}, United Kingdom`,
    links: [],
    positions: model.positions.map((position, index) => ({
      ...position,
      employer: `${itemOf(EMPLOYERS, round + 7 * index)} ${position.employer}`,
      bullets: position.bullets.filter((_, at) => at === 0 || at !== round % 5),
    })),
    skills: model.skills.filter((_, at) => at === 0 || at !== round % model.skills.length),
  };
}

function itemOf<Item>(items: readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) {
    throw new RangeError('The list is empty');
  }
  return item;
}

/** From the blocks of a thousand that Ofcom keeps for drama: https://www.ofcom.org.uk, "Numbers for drama". */
function fictionalPhone(n: number): string {
  return `+44 ${itemOf(DRAMA_BLOCKS, Math.floor(n / 1_000))} 0${String(n % 1_000).padStart(3, '0')}`;
}

const DRAMA_BLOCKS = [
  '20 7946',
  '113 496',
  '114 496',
  '191 498',
  '116 496',
  '117 496',
  '118 496',
  '121 496',
  '131 496',
  '141 496',
  '151 496',
  '161 496',
];

const CITIES = ['Leeds', 'Cardiff', 'Glasgow', 'Bristol', 'Norwich', 'Exeter', 'Belfast'];

const EMPLOYERS = words('Alder Birch Cobalt Dune Ember Fjord Garnet Heron Ivory Juniper Kelp');

const FIRST_NAMES = words(
  `Ada Amadou Anika Arturo Beatriz Bilal Catrin Chidi Dalia Dmitri Eilidh Emeka Fatou Felix Gita
   Goran Hana Hugo Imani Ivan Jada Jun Kaia Karim Lena Luca Maeve Malik Nadia Nils Oksana Omar
   Paloma Petar Qiana Rafael Rina Samir Saoirse Tarek Thandi Ursula Viktor Wanda Xiomara Yara
   Yusuf Zainab Zoran Zuri`,
);

const LAST_NAMES = words(
  `Abara Almeida Bakker Banerjee Castro Chukwu Dahl Demir Eriksen Esposito Farouk Fontaine Gallego
   Gunn Hassan Horvat Ibrahim Ito Jansen Joshi Kaur Keller Lindgren Lozano Mbeki Moreau Nakamura
   Novak Okoye Olsen Pereira Petrov Quinn Qureshi Rahman Rossi Santos Sokolov Tanaka Toure Ueda
   Uzun Varga Vega Walker Wolff Xu Yilmaz Zhang Zulu`,
);

function words(text: string): readonly string[] {
  return text.split(/\s+/);
}
