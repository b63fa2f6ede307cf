import { child, childElements, parseXml, textOf } from './xml-tree';

describe('parseXml', () => {
  it('keeps elements, attributes and text in order', () => {
    const root = parseXml(Buffer.from('<a x="1">one<b>two</b><!-- no --><b>&amp;</b></a>'));
    expect(root.attributes).toEqual({ x: '1' });
    expect(textOf(root)).toBe('onetwo&');
    expect(childElements(root)).toHaveLength(2);
    expect(child(root, 'c')).toBeNull();
  });

  it('reads UTF-16', () => {
    expect(textOf(parseXml(Buffer.from('\ufeff<a>é</a>', 'utf16le')))).toBe('é');
  });

  it.each([
    ['a bomb', '<!DOCTYPE a [<!ENTITY x "xxxx"><!ENTITY y "&x;&x;">]><a>&y;</a>'],
    ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]><a>&x;</a>'],
    ['an external document type', '<!DOCTYPE a SYSTEM "http://example.org/a.dtd"><a/>'],
    ['an unknown entity', '<a>&x;</a>'],
    ['an unclosed element', '<a><b></a>'],
  ])('refuses %s', (_, xml) => {
    expect(() => parseXml(Buffer.from(xml))).toThrow(
      expect.objectContaining({ reason: 'corrupt' }) as Error,
    );
  });

  it('refuses nesting that would overflow the stack', () => {
    const xml = '<a>'.repeat(5000) + '</a>'.repeat(5000);
    expect(() => parseXml(Buffer.from(xml))).toThrow(
      expect.objectContaining({ reason: 'too_large' }) as Error,
    );
  });

  it('refuses more elements than any document has', () => {
    const xml = `<a>${'<b/>'.repeat(1_100_000)}</a>`;
    expect(() => parseXml(Buffer.from(xml))).toThrow(
      expect.objectContaining({ reason: 'too_large' }) as Error,
    );
  });
});
