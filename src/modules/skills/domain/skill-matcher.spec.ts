import fc from 'fast-check';
import { VOCABULARY } from '../vocabulary';
import { SkillMatcher } from './skill-matcher';

const matcher = new SkillMatcher(VOCABULARY);

function namesIn(text: string): string[] {
  return matcher.match(text).map(({ name }) => name);
}

function namesInSkillsSection(text: string): string[] {
  return matcher.match(text, [{ start: 0, end: text.length }]).map(({ name }) => name);
}

describe('SkillMatcher.match', () => {
  describe('tells a skill from a part of another word', () => {
    it.each([
      ['I write JavaScript every day', 'Java'],
      ['We are going forward with our go-to-market plan', 'Go'],
      ['Head of the R&D department', 'R'],
      ['Three years in R & D', 'R'],
      ['A reactive and caring person', 'React'],
      ['Write to jobs@python.org or see https://www.java.com/en', 'Python'],
      ['Write to jobs@python.org or see https://www.java.com/en', 'Java'],
      ['from java.util import List', 'Java'],
      ['on-the-job coaching', 'Coaching'],
    ])('%s: no %s', (text, name) => {
      expect(namesIn(text)).not.toContain(name);
    });
  });

  describe('finds a skill however it is written', () => {
    it.each([
      ['Python (primary), Python-based tools', ['Python', 'Python']],
      ['C#, C++ and C/C++', ['C#', 'C++', 'C', 'C++']],
      ['modern C++17 code', ['C++']],
      ['Node.js', ['Node.js']],
      ['NodeJS', ['Node.js']],
      ['Node JS', ['Node.js']],
      ['node-js', ['Node.js']],
      ['Node\u2011js', ['Node.js']],
      ['.NET and ASP.NET', ['.NET', 'ASP.NET']],
      ['HTML5/CSS3', ['HTML', 'CSS']],
      ['TCP/IP, CI/CD', ['TCP/IP', 'CI/CD']],
      ['Objective-C, F#, SAP FI, CNA', ['Objective-C', 'F#', 'SAP FI', 'CNA']],
      ['Python3 and Java8', ['Python', 'Java']],
      ['machine\nlearning', ['Machine learning']],
      [
        'Built the first platform of the group for machine\nlearning in Ghent',
        ['Machine learning'],
      ],
      ['Ten years of experience\nDesign of shop windows', []],
      ['Experience\ndesign lead of a small studio in Ghent', []],
      ['machine-learning', ['Machine learning']],
      ['machine-\nlearning', ['Machine learning']],
      ['Machine\u00a0Learning', ['Machine learning']],
      ['micro-\nservices', ['Microservices']],
      ['financial statement', ['Financial statements']],
      ['organisational development', ['Organizational development']],
      ['paediatric nursing', ['Pediatrics']],
      ['e-commerce shop: WooCommerce, eCommerce', ['WooCommerce', 'E-commerce']],
      ['wound care, IV therapy, triage', ['Wound care', 'IV therapy', 'Triage']],
      ['MIG welding', ['MIG welding']],
      ['Class A CDL', ['CDL Class A']],
    ])('%j', (text, names) => {
      expect(namesIn(text)).toEqual(names);
    });
  });

  it('prefers the longer of two skills', () => {
    expect(namesIn('Spring Boot')).toEqual(['Spring Boot']);
    expect(namesIn('React Native')).toEqual(['React Native']);
    expect(namesIn('bank reconciliation')).toEqual(['Bank reconciliation']);
  });

  it('does not join words over a comma, a full stop, a bullet or a blank line', () => {
    for (const separator of [', ', '. ', ' • ', '\n\n', '\n- ', ' | ']) {
      expect(namesIn(`machine${separator}learning`)).toEqual([]);
    }
  });

  describe('asks for evidence of an ambiguous word', () => {
    it.each([
      'Excel at what you do',
      'In other words, access is denied',
      'We spring into action',
      'Let us go there',
      'Grade C in Latin',
      'Our office is bright',
      'Please react quickly',
    ])('none in %j', (text) => {
      expect(namesIn(text)).toEqual([]);
    });

    it('a skills section is evidence', () => {
      expect(namesInSkillsSection('Excel, word')).toEqual(['Microsoft Excel', 'Microsoft Word']);
      expect(matcher.match('Excel\nlater', [{ start: 0, end: 5 }])).toHaveLength(1);
    });

    it('a list with a sure skill is evidence', () => {
      expect(namesIn('Worked with R, Python and SQL')).toEqual(['R', 'Python', 'SQL']);
      expect(namesIn('• Docker\n• Go\n• Kubernetes')).toEqual(['Docker', 'Go', 'Kubernetes']);
      expect(namesIn('Docker\nGo\nKubernetes')).toEqual(['Docker', 'Go', 'Kubernetes']);
    });

    it('three ambiguous words in one list are evidence', () => {
      expect(namesIn('Word, Excel, Access')).toEqual([
        'Microsoft Word',
        'Microsoft Excel',
        'Microsoft Access',
      ]);
    });

    it('an "and" between small words of a sentence is not', () => {
      expect(namesIn('supply chain management and sales of the group')).toEqual([
        'Supply chain management',
      ]);
    });

    it('wording that claims a skill is evidence', () => {
      expect(namesIn('Experience with Go')).toEqual(['Go']);
      expect(namesIn('proficient in Word')).toEqual(['Microsoft Word']);
      expect(namesIn('strong Excel skills')).toEqual(['Microsoft Excel']);
      expect(namesIn('the learning experience')).toEqual([]);
    });

    it('a labelled line is evidence for its items', () => {
      expect(namesIn('Technical skills: Go; Word')).toEqual(['Go', 'Microsoft Word']);
      expect(namesIn('Tools: we go there')).toEqual([]);
    });

    it('a telling neighbour is evidence', () => {
      expect(namesIn('Swift for all our iOS apps')).toContain('Swift');
    });
  });

  it('takes abbreviations in another case only as a whole item of a skills section', () => {
    expect(namesInSkillsSection('r, python, sql')).toEqual(['R', 'Python', 'SQL']);
    expect(namesIn('r, python')).toEqual(['Python']);
    expect(namesInSkillsSection('make it work')).toEqual([]);
  });

  describe('leaves out what the text denies', () => {
    it.each([
      ['No experience with Java or Python, but SQL', ['SQL']],
      ['I am not familiar with SAP', []],
      ['I have never used AutoCAD. I know SolidWorks', ['SolidWorks']],
      ['No Java experience needed', []],
      ['without any knowledge of Photoshop', []],
      ['Not only Java but also Python', ['Java', 'Python']],
      ['No errors in Python', ['Python']],
    ])('%s', (text, names) => {
      expect(namesIn(text)).toEqual(names);
    });
  });

  it('finds nothing in statements of equal opportunity', () => {
    expect(
      namesIn('All are considered without regard to race, religion, veteran status or disability.'),
    ).toEqual([]);
  });

  it('gives the category and the place as a true substring', () => {
    const text = 'Über 5 Jahre: naïve “Node.js” 😀 & machine learning';
    const mentions = matcher.match(text);
    expect(mentions.map(({ name }) => name)).toEqual(['Node.js', 'Machine learning']);
    for (const { start, end, text: quoted } of mentions) {
      expect(text.slice(start, end)).toBe(quoted);
    }
  });

  it('never crashes, quotes true substrings in order and overlaps none, whatever the text', () => {
    const words = fc.constantFrom(
      ...[
        'Java',
        'C++',
        '.NET',
        'machine',
        'learning',
        'R',
        '&',
        'D',
        'SAP',
        'FI',
        'no',
        'experience',
      ],
      ...[
        'with',
        '\n',
        '-\n',
        '/',
        ',',
        '•',
        '(',
        ')',
        '#',
        '+',
        '.',
        '\u00ad',
        '\u200b',
        'ﬁle',
        'İ',
        '😀',
      ],
    );
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
      fc.array(words, { maxLength: 60 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (source, isSection) => {
        const regions = isSection ? [{ start: 0, end: source.length }] : [];
        let previousEnd = 0;
        for (const mention of matcher.match(source, regions)) {
          expect(mention.start).toBeGreaterThanOrEqual(previousEnd);
          expect(mention.end).toBeGreaterThan(mention.start);
          expect(mention.text).toBe(source.slice(mention.start, mention.end));
          previousEnd = mention.end;
        }
      }),
    );
  });

  it('takes time in proportion to a long text of nothing but skills', () => {
    for (const part of [
      'Java, R, Go, machine learning and no experience with ',
      'Java, SQL, Go ',
    ]) {
      const started = performance.now();
      matcher.match(part.repeat(200_000 / part.length));
      expect(performance.now() - started).toBeLessThan(5000);
    }
  });
});

describe('SkillMatcher.canonical', () => {
  it.each([
    ['nodejs', 'Node.js'],
    ['Registered Nurse', 'RN'],
    ['r', 'R'],
    ['C#', 'C#'],
    ['ms excel', 'Microsoft Excel'],
    ['excel', 'Microsoft Excel'],
  ])('%s is %s', (typed, name) => {
    expect(matcher.canonical(typed)?.name).toBe(name);
  });

  it.each(['', '   ', 'Zorbing', 'Java, Python', '!!!'])('%j is nothing it knows', (typed) => {
    expect(matcher.canonical(typed)).toBeNull();
  });
});

describe('SkillMatcher.implied', () => {
  it('follows implications over several steps and names the skill they come from', () => {
    expect(new Map([...matcher.implied(['NestJS'])])).toEqual(
      new Map([
        ['Node.js', 'NestJS'],
        ['TypeScript', 'NestJS'],
        ['JavaScript', 'NestJS'],
      ]),
    );
  });

  it('never implies a given skill', () => {
    expect(matcher.implied(['React', 'JavaScript']).size).toBe(0);
  });
});

describe('SkillMatcher.withExtra', () => {
  it('knows what every matcher behind it knows, however deep', () => {
    const first = matcher.withExtra([{ name: 'Quay drill', category: 'x', aliases: ['QD-1'] }]);
    const second = first.withExtra([{ name: 'Berth Planner', category: 'x' }]);
    const third = second.withExtra([{ name: 'Tide table', category: 'x' }]);
    const typed = ['QD 1', 'berth planner', 'Tide table', 'kubectl', 'Moon walk'];
    expect(typed.map((name) => third.canonical(name)?.name ?? null)).toEqual([
      'Quay drill',
      'Berth Planner',
      'Tide table',
      'Kubernetes',
      null,
    ]);
  });

  it("finds a company's own skills and leaves the original as it was", () => {
    const own = matcher.withExtra([
      { name: 'Zorbing', aliases: ['zorb riding'], category: 'company' },
    ]);
    expect(own.match('Java, zorb riding').map(({ name }) => name)).toEqual(['Java', 'Zorbing']);
    expect(own.canonical('zorbing')?.category).toBe('company');
    expect(matcher.match('zorbing')).toEqual([]);
  });

  it('adds aliases to a known skill without changing its category', () => {
    const own = matcher.withExtra([
      { name: 'React', aliases: ['our blue framework'], category: 'company' },
    ]);
    expect(own.match('our blue framework')).toEqual([
      expect.objectContaining({ name: 'React', category: 'Software development' }),
    ]);
  });

  it('lets the company decide what a form means', () => {
    const own = matcher.withExtra([
      { name: 'Jenkins the robot', aliases: ['Jenkins'], category: 'company' },
    ]);
    expect(own.match('Jenkins').map(({ name }) => name)).toEqual(['Jenkins the robot']);
  });
});
