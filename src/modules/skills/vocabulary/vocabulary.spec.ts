import { formsOf } from '../domain/skill-forms';
import { SkillMatcher } from '../domain/skill-matcher';
import { VOCABULARY } from './index';

const names = new Set(VOCABULARY.map(({ name }) => name));

/** What must be known whatever else changes: trades that other lists miss, and names that are hard to match. */
const REQUIRED =
  `IV therapy, Wound care, Triage, BLS, CNA, Phlebotomy, Welding, Forklift operation, HVAC, Plumbing,
  Knife skills, Merchandising, Cold calling, CDL, C, C++, C#, R, Go, .NET, Node.js, Objective-C, F#, SAP FI, React,
  Machine learning, Blueprint reading, Litigation, Lesson planning, Payroll, Underwriting, Personal training,
  Aircraft maintenance, Crop production, Fashion design, Press releases, Graphic design, Automotive repair`
    .split(',')
    .map((name) => name.trim());

describe('the vocabulary', () => {
  it('has at least 1,500 skills over many trades', () => {
    expect(VOCABULARY.length).toBeGreaterThanOrEqual(1500);
    expect(new Set(VOCABULARY.map(({ category }) => category)).size).toBeGreaterThanOrEqual(20);
  });

  it('names each skill once, ignoring case', () => {
    const lower = VOCABULARY.map(({ name }) => name.toLowerCase());
    expect(lower.filter((name, index) => lower.indexOf(name) !== index)).toEqual([]);
  });

  it('gives no form to two skills', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const definition of VOCABULARY) {
      for (const { keys, exactWords } of formsOf(definition)) {
        const form = [...keys, ...(exactWords ?? [])].join(' ');
        const owner = owners.get(form) ?? definition.name;
        owners.set(form, owner);
        if (owner !== definition.name) clashes.push(`${form}: ${owner}, ${definition.name}`);
      }
    }
    expect(clashes).toEqual([]);
  });

  it('has no empty form and no form without a letter or digit', () => {
    const forms = VOCABULARY.flatMap(({ name, aliases, weak }) => [
      name,
      ...(aliases ?? []),
      ...(weak ?? []),
    ]);
    expect(forms.filter((form) => !/[\p{L}\p{N}]/u.test(form))).toEqual([]);
  });

  it('implies and relates only skills that exist, and none to itself', () => {
    const wrong = VOCABULARY.flatMap(({ name, implies, related }) =>
      [...(implies ?? []), ...(related ?? [])]
        .filter((other) => !names.has(other) || other === name)
        .map((other) => `${name} → ${other}`),
    );
    expect(wrong).toEqual([]);
  });

  it('implies nothing in a circle', () => {
    const matcher = new SkillMatcher(VOCABULARY);
    const circular = VOCABULARY.filter(({ name, implies }) =>
      (implies ?? []).some((other) => matcher.implied([other]).has(name)),
    );
    expect(circular.map(({ name }) => name)).toEqual([]);
  });

  it('takes single letters only as they are written', () => {
    const loose = VOCABULARY.filter(
      ({ name, ambiguous, caseSensitive }) =>
        name.length === 1 && !(ambiguous === true && caseSensitive === true),
    );
    expect(loose.map(({ name }) => name)).toEqual([]);
  });

  it.each(REQUIRED)('knows %s', (name) => {
    expect(names.has(name)).toBe(true);
  });
});
