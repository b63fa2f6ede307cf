import { plainWording } from './plain-wording';

describe('plainWording', () => {
  it.each([
    ['She leads her team herself', 'they leads their team themselves'],
    ['Salesman of the year', 'salesperson of the year'],
    ['Waitress and chairwoman', 'waiter and chairperson'],
    ['Two craftsmen', 'Two craftsperson'],
  ])('says without a sex: %s', (given, expected) => {
    expect(plainWording(given)).toBe(expected);
  });

  it('gives both sexes the same text', () => {
    const of = (he: string, his: string, man: string): string =>
      `${he} was a ${man} whom ${his} guests liked; ${he} was sales${man} of the year.`;
    expect(plainWording(of('He', 'his', 'man'))).toBe(plainWording(of('She', 'her', 'woman')));
  });

  it('leaves longer words alone', () => {
    expect(plainWording('Management, theme, history, HERMES, shepherd, human, Manchester')).toBe(
      'Management, theme, history, HERMES, shepherd, human, Manchester',
    );
  });

  it.each([
    ['Java, Java, JAVA • Java', 'Java'],
    ['C++ C++ C# C#', 'C++ C#'],
    ['Led a team. Led a team. Led a team. Cooked.', 'Led a team. Cooked.'],
    ['well well known', 'well known'],
  ])('says once what is said many times over: %s', (given, expected) => {
    expect(plainWording(given)).toBe(expected);
  });

  it('keeps what comes again later', () => {
    const text = 'Python for reports. Wrote services in Python and Go.';
    expect(plainWording(text)).toBe(text);
  });

  it('reads a phrase of ten thousand repetitions in time that grows with the text alone', () => {
    const started = performance.now();
    expect(plainWording(`Cooks. ${'kubernetes on bare metal; '.repeat(10_000)}Bakes.`)).toBe(
      'Cooks. kubernetes on bare metal; Bakes.',
    );
    expect(performance.now() - started).toBeLessThan(20_000);
  });
});
