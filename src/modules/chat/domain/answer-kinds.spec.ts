import { isOfAskedKind } from './answer-kinds';
import type { ScoredPassage } from './passage-scores';

const found = (text: string, section: string, coverage: number): ScoredPassage => ({
  passage: { start: 0, end: text.length, text, section, heading: null },
  coverage,
  similarity: 0.5,
  standing: 0,
  score: 0.5,
});

describe('the kind of passage that answers', () => {
  it.each<[string, string, string, boolean]>([
    ['How many people did she lead?', 'Leads four marketers and a designer', 'experience', true],
    ['How big was the hotel?', 'Diploma in Hotel Management, 2014', 'experience', false],
    ['How big was the hotel?', 'Looked after 180 rooms', 'experience', true],
    ['Has he led a team of accountants?', 'Accountant for mid-sized makers', 'summary', false],
    ['Has he led a team of accountants?', 'Leads three accountants', 'experience', true],
    ['Has she taught at a university?', 'BSc Mathematics, 2018', 'education', false],
    ['Has she taught abroad?', 'Taught classes of thirty', 'experience', false],
    ['Does he have a forklift licence?', 'Led two forklift drivers', 'experience', false],
    ['Does he have a forklift licence?', 'Counterbalance forklift', 'certifications', true],
    ['Any awards?', 'Won back a dairy group from a competitor', 'experience', false],
    ['Any awards?', 'Won the regional dessert prize', 'experience', true],
    ['Any awards?', 'Salesperson of the Year 2019', 'experience', true],
    ['Did she improve anything?', 'Halved the waiting time', 'experience', true],
  ])('of %s: %s in %s', (question, text, section, isOfKind) => {
    expect(isOfAskedKind(question, found(text, section, 0.7))).toBe(isOfKind);
  });

  it('is a credential for the thing, not for another', () => {
    const licence = found('Driving licence (category B)', 'certifications', 0.5);
    expect(isOfAskedKind('Lorry licence?', licence)).toBe(false);
  });

  it('says in words what somebody is', () => {
    const near = found('Registered nurse', 'certifications', 0.4);
    expect(isOfAskedKind('Is he a midwife?', near)).toBe(false);
  });
});
