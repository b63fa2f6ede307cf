import { UnreadableDocumentError } from './document.errors';
import { child, childElements, parseXml, type XmlElement } from './xml-tree';
import { ZipArchive } from './zip-archive';

/** A part of a DOCX file with the targets that it refers to by id. */
export interface DocxPart {
  readonly name: string;
  readonly root: XmlElement;
  readonly relations: ReadonlyMap<string, Relation>;
}

interface Relation {
  /** The last part of the type's address: `hyperlink`, `header`, `styles`. */
  readonly type: string;
  /** An address outside, or the name of a part of the file. */
  readonly target: string;
  readonly external: boolean;
}

export class DocxPackage {
  private constructor(private readonly archive: ZipArchive) {}

  /** @throws UnreadableDocumentError */
  static async open(bytes: Uint8Array): Promise<DocxPackage> {
    return new DocxPackage(await ZipArchive.open(bytes));
  }

  /** The main part, found by the relations of the package and not by its usual name. */
  async main(): Promise<DocxPart> {
    const relations = await this.relationsOf('');
    const named = [...relations.values()].find((one) => one.type === 'officeDocument');
    const part = await this.part(named?.target ?? 'word/document.xml');
    if (part) return part;
    const message = 'The document has no text part; it may be damaged.';
    throw new UnreadableDocumentError('corrupt', message);
  }

  async part(name: string): Promise<DocxPart | null> {
    const bytes = await this.archive.read(name);
    if (!bytes) return null;
    return { name, root: parseXml(bytes), relations: await this.relationsOf(name) };
  }

  /** The part that `from` refers to as `type`, such as its styles. */
  async related(from: DocxPart, type: string): Promise<XmlElement | null> {
    const relation = [...from.relations.values()].find((one) => one.type === type);
    if (!relation || relation.external) return null;
    return (await this.part(relation.target))?.root ?? null;
  }

  private async relationsOf(name: string): Promise<Map<string, Relation>> {
    const at = name.lastIndexOf('/') + 1;
    const folder = name.slice(0, at);
    const bytes = await this.archive.read(`${folder}_rels/${name.slice(at)}.rels`);
    const relations = new Map<string, Relation>();
    if (!bytes) return relations;
    for (const element of childElements(parseXml(bytes))) {
      const { Id, Type, Target, TargetMode } = element.attributes;
      if (Id === undefined || Target === undefined) continue;
      const external = TargetMode === 'External';
      relations.set(Id, {
        type: (Type ?? '').slice((Type ?? '').lastIndexOf('/') + 1),
        target: external ? Target : resolveName(folder, Target),
        external,
      });
    }
    return relations;
  }
}

function resolveName(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const parts: string[] = [];
  for (const part of `${folder}${target}`.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

/** The `w:val` of a child such as `<w:sz w:val="24"/>`. */
export function valueOf(parent: XmlElement | null, name: string): string | null {
  return child(parent, name)?.attributes['w:val'] ?? null;
}

/** On/off properties are on when present, unless their value says otherwise. */
export function isOn(parent: XmlElement | null, name: string): boolean | null {
  const element = child(parent, name);
  if (!element) return null;
  const value = element.attributes['w:val'];
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value);
}
