/** What the reader gives: a text, null, a list or a mapping of the same. */
export type YamlValue = string | null | readonly YamlValue[] | ReadonlyMap<string, YamlValue>;

interface YamlLine {
  readonly indent: number;
  readonly text: string;
}

/**
 * Reads the part of YAML that resumes are written in: nested mappings and lists, plain, quoted and
 * block scalars, comments. Anchors, flow mappings and tags are not read; numbers stay texts.
 */
export function parseSmallYaml(source: string): YamlValue {
  const lines = source
    .split(/\r?\n/u)
    .filter((line) => !/^\s*(?:#|$|---)/u.test(line))
    .map((line) => ({ indent: line.length - line.trimStart().length, text: line.trimStart() }));
  return new SmallYaml(lines).value(0);
}

class SmallYaml {
  private at = 0;

  constructor(private lines: YamlLine[]) {}

  /** The value whose lines are indented by at least `indent`. */
  value(indent: number): YamlValue {
    const first = this.lines[this.at];
    if (first === undefined || first.indent < indent) return null;
    if (/^-(?:\s|$)/u.test(first.text)) return this.list(first.indent);
    return keyOf(first.text) === null ? this.scalar(first.indent) : this.record(first.indent);
  }

  private list(indent: number): YamlValue {
    const items: YamlValue[] = [];
    for (
      let line = this.lines[this.at];
      line?.indent === indent && /^-(?:\s|$)/u.test(line.text);
      line = this.lines[this.at]
    ) {
      const rest = line.text.slice(1).trimStart();
      if (rest === '') {
        this.at += 1;
        items.push(this.value(indent + 1));
        continue;
      }
      if (keyOf(rest) === null && !/^-(?:\s|$)/u.test(rest)) {
        this.at += 1;
        items.push(this.scalarAfterKey(indent, rest));
        continue;
      }
      // "- key: value" opens a mapping whose keys stand under the first one.
      const inner = indent + line.text.length - rest.length;
      this.lines = this.lines.with(this.at, { indent: inner, text: rest });
      items.push(this.value(inner));
    }
    return items;
  }

  private record(indent: number): YamlValue {
    const record = new Map<string, YamlValue>();
    for (let line = this.lines[this.at]; line?.indent === indent; line = this.lines[this.at]) {
      const key = keyOf(line.text);
      if (key === null) break;
      this.at += 1;
      const rest = line.text.slice(key.length).trim();
      record.set(
        unquote(key.text),
        rest === '' ? this.nested(indent) : this.scalarAfterKey(indent, rest),
      );
    }
    return record;
  }

  /** A list may stand at the indent of its key. */
  private nested(indent: number): YamlValue {
    const next = this.lines[this.at];
    if (next?.indent === indent && /^-(?:\s|$)/u.test(next.text)) return this.list(indent);
    return this.value(indent + 1);
  }

  private scalarAfterKey(indent: number, rest: string): YamlValue {
    if (rest === '[]' || rest === '{}') return rest === '[]' ? [] : new Map();
    if (/^[|>][-+]?$/u.test(rest)) return this.block(indent);
    return unquote(this.folded(indent, rest));
  }

  private scalar(indent: number): YamlValue {
    const start = this.lines[this.at]?.text ?? '';
    this.at += 1;
    return unquote(this.folded(indent, start));
  }

  /** Plain and quoted scalars go on in lines that are indented more. */
  private folded(indent: number, start: string): string {
    let text = start;
    for (
      let line = this.lines[this.at];
      line !== undefined && line.indent > indent;
      line = this.lines[this.at]
    ) {
      text += ` ${line.text}`;
      this.at += 1;
    }
    return text;
  }

  private block(indent: number): string {
    const kept: string[] = [];
    for (
      let line = this.lines[this.at];
      line !== undefined && line.indent > indent;
      line = this.lines[this.at]
    ) {
      kept.push(line.text);
      this.at += 1;
    }
    return kept.join('\n');
  }
}

/** The key of "key: value" and the length of what stands before the value; null for a plain text. */
function keyOf(text: string): { readonly text: string; readonly length: number } | null {
  const match = /^(?<key>"[^"]*"|'[^']*'|[^\s"'[{][^:]*?):(?=\s|$)/u.exec(text);
  const key = match?.groups?.['key'];
  return match === null || key === undefined ? null : { text: key, length: match[0].length };
}

function unquote(text: string): string {
  const trimmed = text.trim();
  if (/^'.*'$/su.test(trimmed)) return trimmed.slice(1, -1).replaceAll("''", "'");
  if (/^".*"$/su.test(trimmed)) return trimmed.slice(1, -1).replaceAll('\\"', '"');
  return trimmed.replace(/\s+#.*$/u, '');
}
