import { type DefaultTreeAdapterTypes } from 'parse5';

type Element = DefaultTreeAdapterTypes.Element;

export interface HtmlLook {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  /** In points. */
  readonly size: number | null;
  readonly colour: string | null;
  readonly ground: string | null;
  /** A picture or gradient lies behind the text. */
  readonly groundUnknown: boolean;
}

export const NO_HTML_LOOK: HtmlLook = {
  bold: null,
  hidden: null,
  size: null,
  colour: null,
  ground: null,
  groundUnknown: false,
};

const BOLD_TAGS = new Set(['b', 'strong', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'th']);
/** The names that matter for hiding; any other is a colour that can be seen on white. */
const COLOUR_NAMES: Readonly<Record<string, string>> = {
  white: '#ffffff',
  snow: '#fffafa',
  ivory: '#fffff0',
  black: '#000000',
  transparent: 'transparent',
};

/**
 * The looks of a page as far as they hide text: rules with one simple selector (`.note`, `#x`, `p`)
 * and `style` attributes. Rules with combined selectors are not applied.
 */
export class HtmlStyles {
  private readonly rules = new Map<string, Map<string, string>>();

  constructor(styleSheet: string) {
    const plain = styleSheet.replace(/\/\*.*?\*\//gsu, '').slice(0, 500_000);
    for (const [, selectors = '', body = ''] of plain.matchAll(/([^{}@]+)\{([^{}]*)\}/gu)) {
      for (const selector of selectors.split(',')) {
        const name = selector.trim().toLowerCase();
        if (!/^[.#]?[a-z][\w-]*$/u.test(name)) continue;
        const rule = this.rules.get(name) ?? new Map<string, string>();
        for (const [property, value] of declarations(body)) rule.set(property, value);
        this.rules.set(name, rule);
      }
    }
  }

  lookOf(element: Element): HtmlLook {
    const attributes = new Map(element.attrs.map((one) => [one.name, one.value]));
    const classes = (attributes.get('class') ?? '').toLowerCase().split(/\s+/u);
    const id = (attributes.get('id') ?? '').toLowerCase();
    const properties = new Map<string, string>();
    for (const name of [element.tagName, ...classes.map((one) => `.${one}`), `#${id}`]) {
      for (const [property, value] of this.rules.get(name) ?? []) properties.set(property, value);
    }
    for (const [property, value] of declarations(attributes.get('style') ?? '')) {
      properties.set(property, value);
    }
    return toLook(element.tagName, attributes, properties);
  }
}

function declarations(body: string): [string, string][] {
  return body.split(';').flatMap((declaration): [string, string][] => {
    const colon = declaration.indexOf(':');
    if (colon < 0) return [];
    const value = declaration.slice(colon + 1).replace(/!important/iu, '');
    return [[declaration.slice(0, colon).trim().toLowerCase(), value.trim().toLowerCase()]];
  });
}

function toLook(
  tag: string,
  attributes: ReadonlyMap<string, string>,
  properties: ReadonlyMap<string, string>,
): HtmlLook {
  const weight = properties.get('font-weight');
  const background = properties.get('background-color') ?? properties.get('background') ?? '';
  const ground = toColour(background) ?? toColour(attributes.get('bgcolor') ?? '');
  return {
    bold:
      weight === undefined
        ? BOLD_TAGS.has(tag) || null
        : weight === 'bold' || Number(weight) >= 600,
    hidden: isHidden(attributes, properties),
    size: toPoints(properties.get('font-size') ?? ''),
    colour: toColour(properties.get('color') ?? attributes.get('color') ?? ''),
    ground,
    groundUnknown:
      (ground === null && background !== '' && background !== 'none' && background !== 'inherit') ||
      properties.has('background-image'),
  };
}

function isHidden(
  attributes: ReadonlyMap<string, string>,
  properties: ReadonlyMap<string, string>,
): boolean | null {
  const offPage = ['left', 'top', 'text-indent', 'margin-left'].some(
    (name) => Number.parseFloat(properties.get(name) ?? '0') <= -500,
  );
  const hides =
    attributes.has('hidden') ||
    properties.get('display') === 'none' ||
    /^(?:hidden|collapse)$/u.test(properties.get('visibility') ?? '') ||
    Number(properties.get('opacity') ?? 1) < 0.05 ||
    properties.get('color') === 'transparent' ||
    (properties.get('mso-hide') ?? '') === 'all' ||
    offPage;
  return hides ? true : null;
}

function toPoints(size: string): number | null {
  const [, number, unit] = /^([\d.]+)(px|pt|em|rem|%)?$/u.exec(size) ?? [];
  if (number === undefined) return null;
  const value = Number(number);
  if (unit === 'px') return value * 0.75;
  if (unit === 'pt') return value;
  // Relative sizes are taken against the usual 12 points: only vanishing ones matter.
  return unit === '%' ? (value / 100) * 12 : value * 12;
}

function toColour(value: string): string | null {
  const named = COLOUR_NAMES[value];
  if (named !== undefined && named !== 'transparent') return named;
  if (/^#[0-9a-f]{6}$/u.test(value)) return value;
  if (/^#[0-9a-f]{3}$/u.test(value)) return value.replace(/[0-9a-f]/gu, '$&$&');
  const parts = /^rgba?\(\s*(\d+)[\s,]+(\d+)[\s,]+(\d+)/u.exec(value)?.slice(1, 4);
  if (!parts) return null;
  return `#${parts.map((one) => Math.min(255, Number(one)).toString(16).padStart(2, '0')).join('')}`;
}

export function overlayHtml(lower: HtmlLook, upper: HtmlLook): HtmlLook {
  return {
    bold: upper.bold ?? lower.bold,
    hidden: lower.hidden === true ? true : upper.hidden,
    size: upper.size ?? lower.size,
    colour: upper.colour ?? lower.colour,
    ground: upper.ground,
    groundUnknown: upper.groundUnknown,
  };
}
