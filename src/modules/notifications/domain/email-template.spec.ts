import * as fc from 'fast-check';
import { defaultTemplate } from './default-templates';
import { EMAIL_KINDS, sampleVariables } from './email-kinds';
import { renderTemplate, templateProblems } from './email-template';

const KNOWN = ['name', 'place'];

const render = (parts: object, values: Record<string, string>): ReturnType<typeof renderTemplate> =>
  renderTemplate({ subject: 's', text: 't', html: null, ...parts }, values);

describe('renderTemplate', () => {
  it('fills in values, and leaves out sections whose value is missing or empty', () => {
    const text =
      'Hi{{#name}} {{name}}{{/name}}.{{#place}} At {{place}}.{{/place}}{{^place}} Here.{{/place}}';
    expect(render({ text }, { name: 'Ada', place: '' }).text).toBe('Hi Ada. Here.');
    expect(render({ text }, { place: 'home' }).text).toBe('Hi. At home.');
  });

  it('escapes values in HTML and in nothing else', () => {
    const value = `<b>"Ada" & 'Bob'</b>`;
    const parts = { subject: '{{name}}', text: '{{name}}', html: '<i>{{name}}</i>' };
    const { subject, text, html } = render(parts, { name: value });
    expect([subject, text]).toEqual([value, value]);
    expect(html).not.toMatch(/<b>|"|'/);
  });

  it('shows the text as HTML without HTML of its own: paragraphs, line breaks, links', () => {
    const text = 'One <b>\ntwo\n\nSee https://a.example/x?a=1&b=2.\n';
    const { html } = render({ text }, {});
    expect(html).toContain('<p>One &lt;b&gt;<br>\ntwo</p>');
    expect(html).toContain('<a href="https://a.example/x?a=1&amp;b=2">');
    expect(html).toContain('</a>.</p>');
  });

  it('keeps the subject to one line, whatever a value holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const { subject } = render({ subject: 'For {{name}}' }, { name: `${name}\r\nBcc: a@b.c` });
        expect(subject).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      }),
    );
  });

  it('treats a value that looks like a template as text', () => {
    expect(render({ text: '{{name}}' }, { name: '{{place}}', place: 'x' }).text).toBe('{{place}}');
  });
});

describe('templateProblems', () => {
  it.each([
    ['{{salary}}', 'unknown variable "salary"'],
    ['{{#salary}}x{{/salary}}', 'unknown variable "salary"'],
    ['{{#name}}{{salary}}{{/name}}', 'unknown variable "salary"'],
    ['{{name.length}}', 'unknown variable "name.length"'],
    ['{{.}}', 'unknown variable "."'],
    ['{{{name}}}', 'as it is'],
    ['{{>name}}', 'only'],
    ['{{=[ ]=}}', 'only'],
    ['{{name', 'Unclosed tag'],
    ['{{/name}}', 'Unopened section'],
  ])('names what is wrong with %s', (text, message) => {
    const problems = templateProblems({ subject: 'x', text, html: null }, KNOWN);
    expect(problems).toEqual([{ field: 'text', message: expect.stringContaining(message) }]);
  });

  it('finds nothing wrong with comments, and names a mistake once', () => {
    expect(templateProblems({ subject: '{{! hi }}', text: '{{name}}', html: null }, KNOWN)).toEqual(
      [],
    );
    const twice = { subject: 'x', text: 'x', html: '{{a}}{{a}}' };
    expect(templateProblems(twice, KNOWN)).toHaveLength(1);
  });
});

describe('defaultTemplate', () => {
  it.each(EMAIL_KINDS)(
    'of %s uses only what there is, and reads well without optional values',
    (kind) => {
      const template = defaultTemplate(kind);
      const samples = sampleVariables(kind);
      expect(templateProblems(template, Object.keys(samples))).toEqual([]);
      const full = renderTemplate(template, samples);
      expect(`${full.subject}${full.text}`).not.toMatch(/[{}]/);
      const sparse = renderTemplate(template, {
        ...samples,
        candidate_name: '',
        interviewer_name: '',
        user_name: '',
        invited_by: '',
        location: '',
      });
      expect(sparse.text).toMatch(/^Hello,\n/);
      expect(sparse.text).not.toMatch(/ {2}|\n{3}| [,.]/);
    },
  );
});
