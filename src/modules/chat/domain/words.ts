/** What compares words of a question with words of a resume: stems, and words of work that mean the same. */

const WORD =
  /(?:self-employed|open-source|call-out|on-call|start-up|home-office|free-time|month-end|year-end|go-live)\b|[\p{L}\p{N}]+(?:['’][\p{L}]+)?(?:\+\+|#)?/giu;

/** Words that hold a question together, and those that every question about a person has. */
const EMPTY_WORDS: ReadonlySet<string> = new Set(
  `a about all also am an and any anybody anyone anything are as at be because been before being but by can candidate candidates
  could did do does doing else ever every everything for from had has have having he her hers herself him himself his how i if in
  into is it its just like me might more most must my no nor not now of off on one ones or other others our out over own per person
  people please she should since so some somebody someone something such tell than that the their them themselves then there these
  they thing things this those to too up us very was we were what when where whether which while who whom whose why will with
  within without would yes yet you your experience experienced experiences background work works worked working job jobs employed
  career cv resume say says said mention mentions mentioned know knows known knowing knowledge familiar used use uses using
  good much many give show find see let get got does's applicant applicants really currently current previous previously
  involved involve responsible responsibility handle handled deal dealt done willing able ability skill skills kind type sort
  year years time times long often anywhere explain describe list name named her's it's what's who's she's he's they've
  look looks looked looking after big large small wide great new old former employer employers company companies firm firms us together day daily
  hold holds held own owns possess made make makes took take part been through his's tells information info details detail
  shown shows showed industry industries sector sectors field area areas somewhere under do's come came coming go goes went gone
  used to lot bit ever's need needs want wants could've used's`.split(/\s+/),
);

/** Words of work that stand for each other in questions and resumes; each line is one idea. */
const IDEAS: readonly string[] = [
  'lead led leader leads leadership head headed manage managed manager manages management supervise supervised supervisor supervision direct directed oversee oversaw charge ran employ employs',
  'team staff colleagues crew employees report reports subordinates people',
  'train trained trains training teach taught teaches teacher teaching coach coached coaches coaching mentor mentors mentored mentoring instruct instructed apprentice apprentices junior juniors',
  'hire hired hires hiring recruit recruited recruits recruitment recruiting interview interviewed interviewing',
  'save saved saving cut reduce reduced reduces reduction lower lowered money cost costs bill expense expenses spend spending',
  'improve improved improves improvement increase increased raise raised grow grew optimise optimised optimize optimized better faster speed reduced achieve achieved achievement',
  'fast faster quick quicker speed performance slow',
  'build built builds develop developed develops development create created design designed designs implement implemented make made introduce introduced construct',
  'launch launched release released introduced market rollout',
  'product products line range',
  'write wrote written writes author authored document documented documentation protocol protocols guideline guidelines handbook handbooks manual procedure procedures policy policies standard standards',
  'attrition turnover churn fluctuation',
  'trainee trainees graduate graduates intern interns internship internships apprentice apprentices apprenticeship placement placements cadet cadets student students',
  'scheme schemes programme programmes program programs initiative initiatives',
  'onboarding induction orientation newcomer newcomers joiner joiners starter starters new beginner beginners',
  'digitise digitised digitize digitized digital digitalisation online electronic paperless automated',
  'recruit recruiting hire hired hiring staffing talent',
  'town city place country region',
  'finances finance financial budget accounts bookkeeping accounting',
  'debug debugging troubleshoot diagnose diagnosed diagnosis fault faults breakdown breakdowns repair',
  'commission commissioned commissioning install installed installs installation installations fit fitted fits put mount mounted',
  'call calls callout call-out on-call standby emergency breakdown breakdowns rota',
  'monolith microservices microservice services decompose decomposed split splits break broke broken',
  'review reviews reviewed reviewing assess assessed assesses evaluate evaluated appraisal feedback',
  'deliver delivered deliver delivery ship shipped release released launch launched',
  'measure measured measures monitor monitored monitoring track tracked kpi kpis metrics',
  'lesson lessons class classes course courses workshop workshops seminar seminars training lecture lectures',
  'exam exams examination grade grades results marks qualification gcse',
  'mediate mediation mediated conflict conflicts dispute disputes grievance grievances',
  'counsel counselled advise advised advises advice consult consulted consulting consultant',
  'care cared cares caring nurse nursed nursing attend attended treat treated treats treatment',
  'medicine medicines medication drug drugs prescribe prescribes prescriber prescription prescriptions',
  'wound wounds dressing dressings ulcer ulcers',
  'surgery surgical operation operations theatre',
  'allergy allergies intolerance intolerances coeliac gluten vegan vegetarian diet dietary special',
  'banquet banquets event events wedding weddings catering cater catered function functions party parties',
  'waste leftovers sustainability sustainable recycling environment environmental',
  'brigade kitchen crew team',
  'haulier hauliers carrier carriers forwarder forwarders freight shipping transport',
  'price prices rate rates fee fees cost costs',
  'truck trucks lorry lorries van vans vehicle vehicles fleet loads',
  'picker pickers picking packing warehouse',
  'customs duty duties import export clearance',
  'pay salary payroll wages wage',
  'close closing month-end year-end accounts statements reporting',
  'fraud error errors irregularity irregularities mistake mistakes discrepancy double',
  'discover discovered find found finds uncover uncovered detect detected spot spotted identify identified',
  'board directors director executive executives senior management leadership committee stakeholders',
  'reliability reliable uptime availability stability outage outages',
  'latency response speed performance throughput',
  'standard standards ifrs gaap iso norm norms compliance',
  'secure security compliance compliant gdpr privacy protection pci',
  'contest contests competition competitions tournament tournaments olympiad championship prize',
  'refugee refugees migrants asylum',
  'club clubs society societies association group',
  'contribute contributed contributor contribution maintain maintainer open-source open',
  'programming code codes coded coding program developer development python java javascript php script',
  'bargain bargained negotiate negotiated negotiates haggle haggled',
  'bundle bundled bundling consolidate consolidated combine combined merge merged',
  'scanner scanners barcode handheld device devices',
  'renew renewed refurbish refurbished renovate renovated restore restored rewire rewired',
  'grow grew growth expand expanded expansion increase increased scale scaled',
  'shrink reduce reduced lower lowered decrease decreased drop dropped fall fell halve halved cut down less fewer',
  'satisfaction satisfied happy happiness nps rating ratings score scores reviews',
  'contact contacts call calls meet meets met liaise liaised deal',
  'patient patients client clients resident residents customer customers guest guests passenger passengers',
  'turnover sales revenue revenues income',
  'choose chose chosen select selected selects selection pick',
  'estimate estimates quotation quotations tender tenders offer offers',
  'award awards awarded prize prizes won win wins winner winning medal honour honours honor honors finalist best nominated recognition',
  'buy bought buys purchase purchased purchasing procure procured procurement order ordered orders material materials',
  'supplier suppliers vendor vendors',
  'price prices priced pricing quote quoted quotes quotation quotations estimate estimates estimated bid bids tender tenders',
  'customer customers client clients guest guests user users',
  'patient patients',
  'family families relative relatives parents',
  'move moved moving relocate relocated relocating relocation migrate migrated migration transfer transferred',
  'licence license licences licenses licensed certificate certificates certification certifications certified accredited registration registered',
  'car cars vehicle vehicles van automobile',
  'drive driving driver drives drove',
  'volunteer volunteered voluntary volunteering charity community unpaid',
  'hazardous dangerous hazard hazards solvent solvents chemical chemicals toxic',
  'ship ships vessel vessels ferry ferries boat boats cruise sea maritime',
  'nervous anxious afraid calm calms reassure reassures',
  'historic historical heritage listed old restored restoration renovate renovated',
  'self-employed freelance freelancer founder owner entrepreneur business',
  'hobby hobbies interest interests free-time leisure plays play sport sports',
  'test tests tested testing inspect inspected inspection check checked checks qa',
  'fix fixed repair repaired repairs maintain maintained maintains maintenance',
  'sell sold sells sale sales selling',
  'speak speaks spoke present presented presentation talk talked talking talks explain explained communicate communicated communication',
  'budget budgets financial finances finance',
  'law legal labour employment',
  'television tv film video spot spots',
  'e-mail email newsletter mailing',
  'advertise advertised advertising advertisement campaign campaigns ads',
  'social instagram facebook tiktok twitter linkedin',
  'school schools pupil pupils classroom',
  'software application applications app apps system systems',
  'incident incidents outage outages on-call postmortem postmortems emergency emergencies failure failures',
  'cook cooked cooks cooking chef kitchen',
  'remote home-office telework',
  'automate automated automates automation script scripts scripting',
  'night nights shift shifts early morning late',
  'negotiate negotiated negotiates negotiation negotiations bargain contract contracts',
  'food meal meals kitchen menu hygiene haccp',
  'safety safe secure security rules rule hygiene haccp',
  'audit audits audited auditor auditors compliance',
  'support supported supports help helped helpdesk',
  'research publication publications published paper papers journal',
  'abroad overseas international foreign',
  'organise organised organises organising organize organized arrange arranged plan planned plans planning coordinate coordinated set host hosted hosting',
  'event events fair fairs conference conferences exhibition exhibitions workshop workshops party festival',
  'parent parents mother mothers father fathers mum dad families',
  'schedule schedules scheduling scheduled rota rotas roster rosters timetable timetables shifts plan plans planned planning',
  'onboard onboarded onboarding induct inducted induction starter starters newcomer newcomers ropes train trained',
  'error errors mistake mistakes defect defects fault faults bug bugs complaint complaints',
  'technology technologies technical digital tool tools device devices scanner scanners system systems software erp equipment',
  'pupil pupils student students child children learner learners kids class classes',
  'disability dyslexia autism needs inclusion special sen',
  'deputise deputised deputize cover covered covers stand stands substitute replaced acting',
  'tax taxes vat hmrc duty levy',
  'overdue late unpaid debt debts debtors arrears collection chased payers',
  'promote promoted promotion rise rose advanced became later then senior',
  'cold freeze freezer frozen chilled refrigerated ice',
  'close closes closed closing closings books ledger ledgers month-end year-end accounts',
  'executive executives board management directors committee leadership',
  'boss superior supervisor director answers reports reported',
  'rollout migration implementation introduce introduced replaced replace deploy deployed deployment switch changeover go-live',
  'bring brought introduce introduced start started begin began establish established found founded set',
  'invoice invoices bill bills billing',
  'meet met meets meeting meetings see talk discuss communicate communicated liaise liaised contact',
  'problem problems issue issues trouble troubleshoot troubleshooting solve solved resolved resolve',
  'data analysis analyse analysed analyze analyzed report reports reporting statistics figures metrics numbers',
  'website websites web site internet online',
  'healthcare health',
  'healthcare hospital hospitals clinic clinics medical patient patients',
  'hardware electronics circuits',
  'union unions works-council',
  'doctor doctors physician physicians medical clinic clinical hospital',
  'elderly old senior seniors residents resident geriatric care home',
  'clean cleaned cleaning tidy hygiene',
  'stock inventory warehouse storage store stores goods',
  'machine machines machinery plant equipment tractor crane forklift operate operated',
  'factory factories production manufacturing manufacture assembly',
  'export import customs shipping freight transport transported logistics',
  'law legal lawyer lawyers court litigation contracts',
  'complaint complaints unhappy angry upset dissatisfied dispute disputes conflict conflicts difficult',
  'deadline deadlines pressure stress busy emergencies',
  'travel travelled travelling trips abroad field',
  'cash till payment payments money takings',
  'design designed designs draw drew drawings sketch layout',
  'photo photos photography camera film video',
  'strategy strategic planning roadmap vision',
  'quality standard standards iso audit inspection',
  'environment environmental green sustainability sustainable recycling climate energy',
  'startup start-up founder founded',
  'degree degrees diploma bachelor master university college studied',
];

/** Endings, longest first; what is left has at least three letters. */
const ENDINGS = [
  'ations', 'ation', 'ating', 'ators', 'ments', 'ment', 'nesses', 'ness', 'ingly', 'edly', 'ator', 'ated', 'ates', 'ate', 'ings', 'ing', 'ives', 'ions',
  'ers', 'ies', 'ied', 'ive', 'ion',
  'ors', 'er', 'or', 'ed', 'es', 'ly', 's', 'e', 'y',
] as const; // prettier-ignore

export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’]/g, "'")
    .toLowerCase();
}

/** A short form that inflections of a word share; not a word itself. */
export function stem(word: string): string {
  const plain = fold(word).replace(/'s$|'$/, '');
  if (plain.length <= 3 || /\d/.test(plain)) {
    return plain;
  }
  const ending = ENDINGS.find((one) => plain.endsWith(one) && plain.length - one.length >= 3);
  const cut = ending === undefined ? plain : plain.slice(0, -ending.length);
  // "planned" and "plan", "shipping" and "ship".
  return cut.length > 3 && /([bdfgklmnprtz])\1$/.test(cut) ? cut.slice(0, -1) : cut;
}

const IDEAS_OF: ReadonlyMap<string, ReadonlySet<number>> = (() => {
  const ideas = new Map<string, Set<number>>();
  for (const [index, line] of IDEAS.entries()) {
    for (const word of line.split(' ')) {
      const key = stem(word);
      ideas.set(key, (ideas.get(key) ?? new Set()).add(index));
    }
  }
  return ideas;
})();

export interface WordAt {
  readonly word: string;
  readonly stem: string;
  readonly start: number;
}

export function wordsOf(text: string): readonly WordAt[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    word,
    stem: stem(word),
    start: index,
  }));
}

/** What a question is about: a word that a passage should have. */
export interface Term {
  readonly word: string;
  readonly stem: string;
  /** Names and numbers say more than other words, and words of one thing more than words of work as such. */
  readonly weight: number;
  readonly isName: boolean;
  /** No word of work as such. */
  readonly isThing: boolean;
}

const NAME_WEIGHT = 1.6;
const THING_WEIGHT = 1.3;

export function termsOf(question: string, ignored: readonly string[] = []): readonly Term[] {
  const skipped = new Set(ignored.flatMap((text) => wordsOf(text).map((one) => one.stem)));
  const terms = new Map<string, Term>();
  for (const { word, stem: key, start } of wordsOf(question)) {
    const plain = fold(word).replace(/'s$/, '');
    const isEmpty = EMPTY_WORDS.has(plain) && !(/^\p{Lu}{2,}$/u.test(word) && start > 0);
    if (isEmpty || key.length < 2 || skipped.has(key) || terms.has(key)) {
      continue;
    }
    const isName = start > 0 && /^\p{Lu}|\d/u.test(word);
    const isThing = !IDEAS_OF.has(key);
    const weight = isName ? NAME_WEIGHT : isThing ? THING_WEIGHT : 1;
    terms.set(key, { word, stem: key, weight, isName, isThing });
  }
  return [...terms.values()];
}

const SAME_IDEA = 0.75;

/** 0..1: how far a passage's words hold a term. */
export function holds(words: ReadonlySet<string>, term: Term): number {
  if (words.has(term.stem)) {
    return 1;
  }
  const ideas = IDEAS_OF.get(term.stem);
  if (ideas === undefined) {
    return 0;
  }
  for (const word of words) {
    const others = IDEAS_OF.get(word);
    if (others !== undefined && [...others].some((idea) => ideas.has(idea))) {
      return SAME_IDEA;
    }
  }
  return 0;
}

export const stemsOf = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).map((one) => one.stem));

/** What a passage tells without having a word for it, and such a word. */
const TOLD_WITHOUT_WORDS: readonly (readonly [RegExp, string])[] = [
  // A figure before and after, or a share.
  [
    /\bfrom (?:\D{0,3}[\d.,]+|\p{L}+)(?: \S+){0,2} to (?:\D{0,3}[\d.,]+|\p{L}+)|\bby (?:\S+ )?(?:[\d.,]+|\p{L}+) ?(?:percent|per cent|%|times)|\bby (?:a )?(?:half|third|quarter)\b|\b(?:halved|doubled|tripled|shortened|sped up)\b/iu,
    'improved',
  ],
  // "Seven nurses", "22 pickers": people, by their number.
  [
    /\b(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)(?: \p{L}+)? (?:\p{L}{2,}(?:ers|ors|ists|ants)|nurses|cooks|chefs|apprentices?|trainees?|labourers?|people|staff|colleagues|employees)\b/iu,
    'team',
  ],
];

/** The stems of a passage's words, and of what it tells without a word for it. */
export function stemsOfPassage(text: string): ReadonlySet<string> {
  const told = TOLD_WITHOUT_WORDS.flatMap(([pattern, word]) =>
    pattern.test(text) ? [stem(word)] : [],
  );
  return new Set([...stemsOf(text), ...told]);
}
