const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A link ends before the punctuation of its sentence. */
const LINK = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?()]/g;

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Plain text as HTML: paragraphs at empty lines, line breaks, links that can be followed. */
export function paragraphsOf(text: string): string {
  return text
    .trim()
    .split(/\n[ \t]*(?:\n[ \t]*)+/)
    .map((paragraph) => `<p>${linked(escapeHtml(paragraph)).replaceAll('\n', '<br>\n')}</p>`)
    .join('\n');
}

export function htmlPage(title: string, body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${escapeHtml(title)}</title></head>
<body style="max-width:40em;margin:1em auto;font:16px/1.5 system-ui,sans-serif;color:#1c1e21">
${body}
</body>
</html>
`;
}

function linked(escaped: string): string {
  return escaped.replace(LINK, (url) => `<a href="${url}">${url}</a>`);
}
