export interface FeedItem {
  readonly id: string;
  readonly title: string;
  readonly link: string;
  readonly summary: string;
  readonly category: string | null;
  readonly publishedAt: Date;
}

export interface Feed {
  readonly title: string;
  readonly link: string;
  readonly selfLink: string;
  readonly description: string;
  readonly items: readonly FeedItem[];
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** RSS 2.0 with the address of the feed itself, as https://www.rssboard.org/rss-profile recommends. */
export function rssOf(feed: Feed): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">',
    '<channel>',
    element('title', feed.title),
    element('link', feed.link),
    element('description', feed.description),
    `<atom:link href="${escaped(feed.selfLink)}" rel="self" type="application/rss+xml"/>`,
    ...feed.items.map((item) => itemOf(item)),
    '</channel>',
    '</rss>',
    '',
  ].join('\n');
}

function itemOf(item: FeedItem): string {
  return [
    '<item>',
    element('title', item.title),
    element('link', item.link),
    `<guid isPermaLink="false">${escaped(item.id)}</guid>`,
    element('description', item.summary),
    ...(item.category === null ? [] : [element('category', item.category)]),
    element('pubDate', item.publishedAt.toUTCString()),
    '</item>',
  ].join('\n');
}

function element(name: string, text: string): string {
  return `<${name}>${escaped(text)}</${name}>`;
}

/** Also without the characters that no XML document may hold. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? '');
}
