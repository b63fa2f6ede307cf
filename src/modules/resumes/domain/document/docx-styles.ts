import { isOn, valueOf } from './docx-package';
import { child, childElements, type XmlElement } from './xml-tree';

/** What runs and paragraphs look like, as far as reading them needs it; null where nothing is said. */
export interface TextLook {
  readonly bold: boolean | null;
  readonly hidden: boolean | null;
  /** In points. */
  readonly size: number | null;
  /** `#rrggbb`; null for the automatic colour. */
  readonly colour: string | null;
  /** Background of the run or paragraph. */
  readonly ground: string | null;
}

interface ParagraphStyle {
  readonly look: TextLook;
  readonly heading: boolean;
  readonly numberId: string | null;
  readonly numberLevel: number;
}

const NO_LOOK: TextLook = {
  bold: null,
  hidden: null,
  size: null,
  colour: null,
  ground: null,
};
const NO_STYLE: ParagraphStyle = { look: NO_LOOK, heading: false, numberId: null, numberLevel: 0 };

/** ECMA-376, 17.3.2.38: what text has that no style gives a size. */
const DEFAULT_SIZE = 10;

/** The styles of a document with everything that they inherit. */
export class DocxStyles {
  private readonly byId = new Map<string, XmlElement>();
  private readonly resolved = new Map<string, ParagraphStyle>();
  private readonly defaults: ParagraphStyle;
  private readonly defaultParagraphId: string | null = null;

  constructor(root: XmlElement | null) {
    const defaults = child(child(root, 'w:docDefaults'), 'w:rPrDefault');
    const look = readLook(child(defaults, 'w:rPr'));
    this.defaults = { ...NO_STYLE, look: overlay({ ...NO_LOOK, size: DEFAULT_SIZE }, look) };
    for (const style of root ? childElements(root) : []) {
      const id = style.attributes['w:styleId'];
      if (style.name !== 'w:style' || id === undefined) continue;
      this.byId.set(id, style);
      const isDefault = ['1', 'true', 'on'].includes(style.attributes['w:default'] ?? '');
      if (isDefault && style.attributes['w:type'] === 'paragraph') this.defaultParagraphId = id;
    }
  }

  /** A paragraph's own style; the document's normal style when it names none. */
  paragraph(id: string | null): ParagraphStyle {
    const named = id ?? this.defaultParagraphId;
    return named === null ? this.defaults : this.resolve(named, 0);
  }

  /** A character style alone, without the defaults, to be laid over the paragraph's look. */
  character(id: string | null): TextLook {
    const style = id === null ? undefined : this.byId.get(id);
    return style ? readLook(child(style, 'w:rPr')) : NO_LOOK;
  }

  private resolve(id: string, depth: number): ParagraphStyle {
    const known = this.resolved.get(id);
    if (known) return known;
    const style = this.byId.get(id);
    // A style may name itself as its ancestor in a broken file.
    if (!style || depth > 20) return this.defaults;
    const parentId = valueOf(style, 'w:basedOn');
    const parent = parentId === null ? this.defaults : this.resolve(parentId, depth + 1);
    const properties = child(style, 'w:pPr');
    const numbering = child(properties, 'w:numPr');
    const name = valueOf(style, 'w:name') ?? '';
    const level = valueOf(properties, 'w:outlineLvl');
    const result: ParagraphStyle = {
      look: overlay(
        overlay(parent.look, { ...NO_LOOK, ground: readGround(properties) }),
        readLook(child(style, 'w:rPr')),
      ),
      heading:
        parent.heading || /^(heading \d|title)$/i.test(name) || (level !== null && level !== '9'),
      numberId: valueOf(numbering, 'w:numId') ?? parent.numberId,
      numberLevel: Number(valueOf(numbering, 'w:ilvl') ?? parent.numberLevel),
    };
    this.resolved.set(id, result);
    return result;
  }
}

/** Reads `w:rPr`. */
export function readLook(properties: XmlElement | null): TextLook {
  if (!properties) return NO_LOOK;
  const size = Number(valueOf(properties, 'w:sz'));
  const colour = valueOf(properties, 'w:color');
  return {
    bold: isOn(properties, 'w:b'),
    hidden: isOn(properties, 'w:vanish'),
    size: size > 0 ? size / 2 : null,
    colour: toColour(colour),
    ground: highlight(properties) ?? readGround(properties),
  };
}

/** The fill of `w:shd` in run, paragraph, cell and table properties. */
export function readGround(properties: XmlElement | null): string | null {
  return toColour(child(properties, 'w:shd')?.attributes['w:fill'] ?? null);
}

function highlight(properties: XmlElement): string | null {
  const name = valueOf(properties, 'w:highlight');
  if (name === null || name === 'none') return null;
  // Only whether text differs from its ground counts, so every pen but the white one may be grey.
  return name === 'white' ? '#ffffff' : '#808080';
}

function toColour(value: string | null): string | null {
  return value !== null && /^[0-9a-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : null;
}

/** `upper` where it says something, else `lower`. */
export function overlay(lower: TextLook, upper: TextLook): TextLook {
  return {
    bold: upper.bold ?? lower.bold,
    hidden: upper.hidden ?? lower.hidden,
    size: upper.size ?? lower.size,
    colour: upper.colour ?? lower.colour,
    ground: upper.ground ?? lower.ground,
  };
}
