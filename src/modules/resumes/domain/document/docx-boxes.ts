import { type SourceLine } from './source-line';
import { child, childElements, textOf, type XmlElement } from './xml-tree';

/** A text box with its place, in the file's own units, as far as the file tells it. */
interface TextBox {
  readonly content: XmlElement;
  /** `#rrggbb` of its own fill; null when it has none or one that is not known here. */
  readonly fill: string | null;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

interface Origin {
  readonly left: number;
  readonly top: number;
}

/** All text boxes of a drawing, outermost first; boxes inside a box belong to its content. */
export function findTextBoxes(drawing: XmlElement): TextBox[] {
  const found: TextBox[] = [];
  const visit = (element: XmlElement, origin: Origin): void => {
    for (const one of childElements(element)) {
      if (one.name === 'wp:anchor') visit(one, anchorOrigin(one));
      else if (one.name === 'mc:AlternateContent') visit(chooseAlternative(one), origin);
      else if (one.name === 'wps:wsp' || one.name.startsWith('v:')) {
        addShape(one, origin, found, visit);
      } else visit(one, origin);
    }
  };
  visit({ name: '', attributes: {}, children: [drawing] }, { left: 0, top: 0 });
  return found;
}

/** Newer programs read the choice, older ones the fallback with the same text again. */
export function chooseAlternative(alternate: XmlElement): XmlElement {
  const choice = child(alternate, 'mc:Choice');
  const fallback = child(alternate, 'mc:Fallback');
  const empty: XmlElement = { name: '', attributes: {}, children: [] };
  return (choice && hasContent(choice) ? choice : fallback) ?? choice ?? empty;
}

function hasContent(element: XmlElement): boolean {
  return element.children.some((one) => typeof one !== 'string');
}

function addShape(
  shape: XmlElement,
  origin: Origin,
  found: TextBox[],
  visit: (element: XmlElement, origin: Origin) => void,
): void {
  const box = child(shape, 'wps:txbx') ?? child(shape, 'v:textbox');
  const content = child(box, 'w:txbxContent');
  if (!content) {
    visit(shape, shape.name.startsWith('v:') ? vmlOrigin(shape, origin) : origin);
    return;
  }
  const properties = child(shape, 'wps:spPr');
  const transform = child(properties, 'a:xfrm');
  const offset = child(transform, 'a:off')?.attributes ?? {};
  const extent = child(transform, 'a:ext')?.attributes ?? {};
  const place = shape.name.startsWith('v:') ? vmlOrigin(shape, origin) : origin;
  const colour = child(child(properties, 'a:solidFill'), 'a:srgbClr')?.attributes['val'];
  found.push({
    content,
    fill: colour !== undefined && /^[0-9a-f]{6}$/i.test(colour) ? `#${colour.toLowerCase()}` : null,
    left: place.left + numeric(offset['x']),
    top: place.top + numeric(offset['y']),
    width: numeric(extent['cx']),
    height: numeric(extent['cy']),
  });
}

function anchorOrigin(anchor: XmlElement): Origin {
  return { left: offsetOf(anchor, 'wp:positionH'), top: offsetOf(anchor, 'wp:positionV') };
}

function offsetOf(anchor: XmlElement, name: string): number {
  const position = child(anchor, name);
  const offset = child(position, 'wp:posOffset');
  if (offset) return numeric(textOf(offset));
  const aligned = child(position, 'wp:align');
  const align = aligned ? textOf(aligned) : '';
  // Aligned boxes have no number; these are places on a page of common size, in EMU.
  if (align === 'right') return 4_500_000;
  if (align === 'bottom') return 9_000_000;
  if (align === 'center') return 2_000_000;
  return 0;
}

/** VML writes places as CSS: `margin-left:36pt;margin-top:12pt`. */
function vmlOrigin(shape: XmlElement, origin: Origin): Origin {
  const style = shape.attributes['style'] ?? '';
  const left = /margin-left:(-?[\d.]+)pt/.exec(style)?.[1];
  const top = /margin-top:(-?[\d.]+)pt/.exec(style)?.[1];
  const emuPerPoint = 12_700;
  return {
    left: origin.left + numeric(left) * emuPerPoint,
    top: origin.top + numeric(top) * emuPerPoint,
  };
}

function numeric(value: string | undefined): number {
  const number = Number(value ?? 0);
  return Number.isFinite(number) ? number : 0;
}

interface ReadBox {
  readonly box: TextBox;
  readonly lines: readonly SourceLine[];
}

/** Boxes anchored in one place in reading order: side by side left to right, else top to bottom. */
export function orderBoxes(boxes: readonly ReadBox[]): readonly ReadBox[] {
  if (boxes.length < 2) return boxes;
  const rows = splitBy(
    boxes,
    (one) => one.box.top,
    (one) => one.box.top + one.box.height,
  );
  if (rows.length > 1) return rows.flatMap((row) => orderBoxes(row));
  const columns = splitBy(
    boxes,
    (one) => one.box.left,
    (one) => one.box.left + one.box.width,
  );
  if (columns.length > 1) return columns.flatMap((column) => orderBoxes(column));
  return [...boxes].sort((a, b) => a.box.top - b.box.top || a.box.left - b.box.left);
}

function splitBy(
  boxes: readonly ReadBox[],
  start: (box: ReadBox) => number,
  end: (box: ReadBox) => number,
): ReadBox[][] {
  const groups: ReadBox[][] = [];
  let reached = -Infinity;
  for (const one of [...boxes].sort((a, b) => start(a) - start(b))) {
    const group = groups.at(-1);
    // Boxes may touch each other by a hair's breadth of a twentieth inch.
    if (group && start(one) < reached - 45_720) group.push(one);
    else groups.push([one]);
    reached = Math.max(reached, end(one));
  }
  return groups;
}
