/**
 * Invented resume text. Words differ as far as they can, so that a comparison of orders cannot be
 * right by chance.
 */
const SUBJECTS = [
  'harbour crane',
  'night ward',
  'pastry station',
  'school library',
  'tram depot',
  'seed bank',
  'claims desk',
  'paint shop',
  'radio archive',
  'salmon farm',
  'theatre box office',
  'quarry',
  'call centre',
  'dialysis unit',
  'brick kiln',
  'hotel laundry',
  'vineyard',
  'print room',
];
const VERBS = [
  'Supervised',
  'Rebuilt',
  'Audited',
  'Trained staff of',
  'Scheduled',
  'Documented',
  'Automated',
  'Inspected',
  'Negotiated contracts for',
  'Measured',
  'Repaired',
  'Planned',
  'Translated for',
];
const RESULTS = [
  'cutting waste by 14 percent',
  'within the yearly budget',
  'with a team of nine',
  'before the winter season',
  'after the merger of two sites',
  'without a single accident',
  'and wrote the handbook that is still used',
  'for three regional offices',
  'while the building stayed open',
  'reporting to the board every quarter',
];
const TITLES = [
  'Shift Leader',
  'Senior Technician',
  'Assistant Manager',
  'Project Engineer',
  'Head of Records',
  'Field Officer',
  'Junior Analyst',
  'Duty Nurse',
  'Workshop Foreman',
  'Customer Adviser',
];
const EMPLOYERS = [
  'Northgate Logistics',
  'Albion Foods Ltd',
  'Riverside Clinic',
  'Tolmer and Sons',
  'Kestrel Bank',
  'Municipal Works',
  'Larkfield College',
  'Orrin Energy',
  'Pell Street Studio',
  'Vantage Rail',
];
const SKILLS = [
  'Welding',
  'Bookkeeping',
  'Forklift licence',
  'Python',
  'Triage',
  'Stock control',
  'Photography',
  'Negotiation',
  'Excel',
  'First aid',
  'Carpentry',
  'Public speaking',
  'SQL',
  'Budgeting',
  'Soldering',
  'Rota planning',
  'Phlebotomy',
  'Typing',
  'Glazing',
  'Menu design',
  'Telephone sales',
  'Surveying',
];
const LANGUAGES = ['English', 'Portuguese', 'Welsh', 'Hindi', 'Polish', 'Turkish', 'Finnish'];
const SCHOOLS = [
  'University of Westmark',
  'Fenland Technical College',
  'Saint Ives Academy',
  'Harrow Institute',
];
const DEGREES = ['BSc Applied Physics', 'Diploma in Nursing', 'MA History', 'HND Catering'];

/** Random numbers of 0..1 that are the same on every run. */
export function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b9;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export interface Entry {
  readonly title: string;
  readonly employer: string;
  readonly dates: string;
  readonly bullets: readonly string[];
}

/** Text for one resume; two sources with one seed give the same. */
export class ResumeWords {
  constructor(private readonly random: () => number) {}

  number(low: number, high: number): number {
    return low + Math.floor(this.random() * (high - low + 1));
  }

  sentence(): string {
    return `${this.pick(VERBS)} the ${this.pick(SUBJECTS)} ${this.pick(RESULTS)}`;
  }

  summary(sentences: number): string {
    return Array.from({ length: sentences }, () => `${this.sentence()}.`).join(' ');
  }

  entry(): Entry {
    const from = this.number(1995, 2019);
    const dates = this.random() < 0.5 ? `${from} - ${from + 2}` : `Mar ${from} - Jun ${from + 3}`;
    return {
      title: this.pick(TITLES),
      employer: this.pick(EMPLOYERS),
      dates,
      bullets: Array.from({ length: this.number(2, 4) }, () => this.sentence()),
    };
  }

  school(): { readonly degree: string; readonly school: string; readonly dates: string } {
    const from = this.number(1985, 2010);
    return {
      degree: this.pick(DEGREES),
      school: this.pick(SCHOOLS),
      dates: `${from} - ${from + 3}`,
    };
  }

  skills(count: number): readonly string[] {
    return this.some(SKILLS, count);
  }

  languages(): readonly string[] {
    return this.some(LANGUAGES, 3).map(
      (language) => `${language} (${this.pick(['B1', 'C1', 'native'])})`,
    );
  }

  contact(): readonly string[] {
    return [
      'mira.holm@example.org',
      `+32 470 12 34 ${this.number(10, 99)}`,
      'Quay Street 4, Ghent',
    ];
  }

  place(): string {
    return this.pick(['Ghent, Belgium', 'Cork, Ireland', 'Porto', 'Uppsala, Sweden', 'Lille']);
  }

  private pick<T>(items: readonly T[]): T {
    const item = items[Math.floor(this.random() * items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  }

  private some<T>(items: readonly T[], count: number): readonly T[] {
    const left = [...items];
    return Array.from({ length: Math.min(count, items.length) }, () =>
      left.splice(Math.floor(this.random() * left.length), 1),
    ).flat();
  }
}
