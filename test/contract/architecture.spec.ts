import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

interface Rules {
  readonly forbidden: readonly { readonly name: string; readonly comment?: string }[];
}

const root = process.cwd();
const { forbidden } = createRequire(join(root, 'package.json'))(
  './.dependency-cruiser.cjs',
) as Rules;

/** What the rules allow, as "module: callees". */
function enforced(): string[] {
  const comments = forbidden.flatMap(({ name, comment = '' }) =>
    name.endsWith('-calls') ? [comment] : [],
  );
  return comments.map((comment) => {
    const [, name = '', callees = ''] = /^(\w+) may call (.+)\.$/.exec(comment) ?? [];
    return `${name}: ${callees === 'no module' ? '–' : callees}`;
  });
}

/** What docs/architecture.md says, in the same form. */
function documented(): string[] {
  const page = readFileSync(join(root, 'docs/architecture.md'), 'utf8');
  const table = page.slice(page.indexOf('| module '), page.indexOf('`jobs` calls `users`'));
  const rows = [...table.matchAll(/^\| ([a-z]\w*) +\| ([^|]+?) +\|/gm)];
  return rows.map(([, name = '', callees = '']) => `${name}: ${callees}`).slice(1);
}

describe('docs/architecture.md', () => {
  it('shows the calls between modules that dependency-cruiser enforces', () => {
    expect(documented()).toEqual(enforced());
  });

  it('has a row for every module', () => {
    const modules = documented().map((row) => row.slice(0, row.indexOf(':')));
    expect(modules.sort()).toEqual(readdirSync(join(root, 'src/modules')).sort());
  });
});
