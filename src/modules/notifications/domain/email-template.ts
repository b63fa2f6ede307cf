import Mustache from 'mustache';
import type { FieldError } from '../../../common/errors';
import { htmlPage, paragraphsOf } from './html-text';

/** What a company writes. Without `html` the text is shown as HTML too. */
export interface EmailTemplate {
  readonly subject: string;
  readonly text: string;
  readonly html: string | null;
}

export interface RenderedEmail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** A part of a parsed template: its type, its name or text, where it is, and what is inside of a section. */
type Token = readonly [type: string, value: string, start: number, end: number, inside?: Token[]];

/** What is wrong with a template, naming each variable that does not exist; empty when nothing is. */
export function templateProblems(
  template: EmailTemplate,
  known: readonly string[],
): readonly FieldError[] {
  const { subject, text, html } = template;
  return Object.entries({ subject, text, html: html ?? '' }).flatMap(([field, part]) =>
    [...new Set(problemsOf(part, known))].map((message) => ({ field, message })),
  );
}

/** A variable without a value is empty. The subject is one line whatever the values hold. */
export function renderTemplate(
  template: EmailTemplate,
  variables: Readonly<Record<string, string>>,
): RenderedEmail {
  const subject = singleLine(renderText(template.subject, variables));
  const text = renderText(template.text, variables);
  const html =
    template.html === null
      ? htmlPage(subject, paragraphsOf(text))
      : Mustache.render(template.html, variables);
  return { subject, text, html };
}

function renderText(template: string, variables: Readonly<Record<string, string>>): string {
  return Mustache.render(template, variables, {}, { escape: (value: unknown) => String(value) });
}

function singleLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}

function problemsOf(part: string, known: readonly string[]): readonly string[] {
  let tokens: Token[];
  try {
    // The library's types leave the tokens open; their form is documented in its source.
    tokens = Mustache.parse(part) as Token[];
  } catch (error) {
    if (error instanceof Error) {
      return [`is not a valid template: ${error.message}`];
    }
    throw error;
  }
  return tokens.flatMap((token) => problemsOfToken(token, known));
}

function problemsOfToken(
  [type, value, , , inside]: Token,
  known: readonly string[],
): readonly string[] {
  switch (type) {
    case 'text':
    case '!':
      return [];
    case 'name':
      return nameProblems(value, known);
    case '#':
    case '^':
      return [
        ...nameProblems(value, known),
        ...(inside ?? []).flatMap((token) => problemsOfToken(token, known)),
      ];
    case '&':
      return [`must not insert {{{${value}}}} as it is; write {{${value}}}`];
    default:
      return ['may hold variables, sections and comments only'];
  }
}

function nameProblems(name: string, known: readonly string[]): readonly string[] {
  return known.includes(name)
    ? []
    : [`uses the unknown variable "${name}"; known are ${known.join(', ')}`];
}
