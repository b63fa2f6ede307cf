import { child, childElements, type XmlElement } from './xml-tree';

export interface OdtLook {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  /** In points. */
  readonly size: number | null;
  readonly colour: string | null;
  readonly ground: string | null;
}

export const NO_ODT_LOOK: OdtLook = {
  bold: null,
  hidden: null,
  size: null,
  colour: null,
  ground: null,
};

/** The styles of an ODT, named and automatic, with what they inherit. */
export class OdtStyles {
  private readonly byName = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, OdtLook>();

  constructor(roots: readonly (XmlElement | null)[]) {
    for (const root of roots) {
      for (const group of root ? childElements(root) : []) {
        if (!['office:styles', 'office:automatic-styles'].includes(group.name)) continue;
        for (const style of childElements(group)) {
          const name = style.attributes['style:name'];
          if (name !== undefined) this.byName.set(name, style);
        }
      }
    }
  }

  look(name: string | undefined, depth = 0): OdtLook {
    const style = name === undefined ? undefined : this.byName.get(name);
    // A style may name itself as its ancestor in a broken file.
    if (name === undefined || !style || depth > 20) return NO_ODT_LOOK;
    const known = this.resolved.get(name);
    if (known) return known;
    const parent = this.look(style.attributes['style:parent-style-name'], depth + 1);
    const text = child(style, 'style:text-properties')?.attributes ?? {};
    const look = overlayOdt(parent, {
      bold: text['fo:font-weight'] === undefined ? null : isBold(text['fo:font-weight']),
      hidden: text['text:display'] === undefined ? null : text['text:display'] === 'none',
      size: points(text['fo:font-size']),
      colour: colourOf(text['fo:color']),
      ground: groundOf(style),
    });
    this.resolved.set(name, look);
    return look;
  }

  columns(sectionStyle: string | undefined): number {
    const style = sectionStyle === undefined ? undefined : this.byName.get(sectionStyle);
    const columns = child(child(style ?? null, 'style:section-properties'), 'style:columns');
    return Number(columns?.attributes['fo:column-count'] ?? 1);
  }

  /** Whether a list style numbers its items; bullets otherwise. */
  isNumbered(listStyle: string | undefined, level: number): boolean {
    const style = listStyle === undefined ? undefined : this.byName.get(listStyle);
    const levels = style ? childElements(style) : [];
    const found = levels.find((one) => Number(one.attributes['text:level']) === level);
    return found?.name === 'text:list-level-style-number';
  }
}

export function overlayOdt(lower: OdtLook, upper: OdtLook): OdtLook {
  return {
    bold: upper.bold ?? lower.bold,
    hidden: upper.hidden ?? lower.hidden,
    size: upper.size ?? lower.size,
    colour: upper.colour ?? lower.colour,
    ground: upper.ground ?? lower.ground,
  };
}

function groundOf(style: XmlElement): string | null {
  for (const kind of ['text', 'paragraph', 'table-cell', 'graphic']) {
    const properties = child(style, `style:${kind}-properties`)?.attributes ?? {};
    const colour = colourOf(properties['fo:background-color'] ?? properties['draw:fill-color']);
    if (colour !== null && properties['draw:fill'] !== 'none') return colour;
  }
  return null;
}

function isBold(weight: string): boolean {
  return weight === 'bold' || Number(weight) >= 600;
}

function points(size: string | undefined): number | null {
  const found = /^([\d.]+)pt$/.exec(size ?? '')?.[1];
  return found === undefined ? null : Number(found);
}

function colourOf(value: string | undefined): string | null {
  return value !== undefined && /^#[0-9a-f]{6}$/i.test(value) ? value.toLowerCase() : null;
}
