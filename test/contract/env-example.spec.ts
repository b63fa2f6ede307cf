import { readFileSync } from 'node:fs';
import { ENV_VARIABLES } from '../../src/config';

const HEADER = [
  'Every setting of Shortlist with its default, so nothing here needs to be changed.',
  'To change some, copy those lines into a file named .env or set them in the environment, which wins.',
  'An empty value is the same as no value.',
];

interface Variable {
  readonly desc?: string;
  readonly default?: unknown;
  readonly choices?: readonly unknown[];
}

const variables: readonly (readonly [string, Variable])[] = Object.entries(ENV_VARIABLES);

/** What `.env.example` must be, to the letter. */
function expectedText(): string {
  const header = HEADER.map((line) => `# ${line}`).join('\n');
  const blocks = variables.map(([name, variable]) => {
    const choices = variable.choices === undefined ? '' : ` One of ${variable.choices.join(', ')}.`;
    return `# ${variable.desc ?? ''}${choices}\n${name}=${String(variable.default)}`;
  });
  return `${[header, ...blocks].join('\n\n')}\n`;
}

describe('.env.example', () => {
  it('names every variable that the configuration reads, with its meaning and default', () => {
    const actual = readFileSync('.env.example', 'utf8');
    // When this fails, src/config/env.ts changed: carry the difference below over to .env.example.
    expect(actual).toBe(expectedText());
  });

  it.each(variables)('%s has a meaning and a default', (_name, variable) => {
    expect(variable.desc).toMatch(/^[A-Z].+\.$/);
    expect(variable.default).toBeDefined();
  });
});
