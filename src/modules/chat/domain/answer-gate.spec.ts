import { AnswerGate } from './answer-gate';
import type { Citation } from './draft';

const RESUME = 'Moved 38 services to Kubernetes\nCut the bill by 31 percent';

const find = (quote: string): Citation | null => {
  const start = RESUME.indexOf(quote);
  const place = { resumeId: 'r', candidateName: null, start, end: start + quote.length };
  return start < 0 ? null : { ...place, text: quote };
};

/** In pieces of every size, since a stream is cut anywhere. */
const through = (text: string, size: number): { shown: string; gate: AnswerGate } => {
  const gate = new AnswerGate(find);
  let shown = '';
  for (let at = 0; at < text.length; at += size) {
    shown += gate.push(text.slice(at, at + size));
  }
  return { shown: shown + gate.end(), gate };
};

describe('AnswerGate', () => {
  it.each([1, 2, 3, 7, 1000])('takes quotes out of pieces of %d characters', (size) => {
    const { shown, gate } = through(
      'She moved services. [[Moved 38 services to Kubernetes]] She saved money [[Cut the bill by 31 percent]]. [[Led forty]] Done.',
      size,
    );
    expect(shown.replace(/\s+/g, ' ').trim()).toBe('She moved services. She saved money. Done.');
    expect(gate.citations.map(({ text }) => text)).toEqual(RESUME.split('\n'));
    expect(gate.dropped).toBe(1);
  });

  it.each([1, 2, 1000])(
    'shows nothing that cannot be stored, and whole characters (%d)',
    (size) => {
      const { shown } = through('Well\u0000 done 😀. Half \uD83D. Fine.', size);
      expect(shown).toBe('Well done 😀. Half \uFFFD. Fine.');
    },
  );

  it.each([1, 5, 1000])('shows no sentence about a protected attribute (%d)', (size) => {
    const { shown, gate } = through(
      'She knows Go. She is married. She was born in 1980. Fine.',
      size,
    );
    expect(shown.trim()).toBe('She knows Go. Fine.');
    expect(gate.withheld).toBe(2);
  });

  it('shows a sentence as soon as it is whole, and not before', () => {
    const gate = new AnswerGate(find);
    expect(gate.push('She knows')).toBe('');
    expect(gate.push(' Go. And')).toBe('She knows Go.');
    expect(gate.end()).toBe(' And');
  });

  it('takes the marks off words that look quoted and are not in the resume', () => {
    const { shown, gate } = through(
      'It says “Led a team of forty people” and "Moved 38 services".',
      9,
    );
    expect(shown).toBe('It says Led a team of forty people and "Moved 38 services".');
    expect(gate.citations).toHaveLength(1);
    expect(gate.dropped).toBe(1);
  });
});
