import { type FeedItem, rssOf } from './job-feed';

const item = (fields: Partial<FeedItem> = {}): FeedItem => ({
  id: '0197a9a2-6f0e-7c41-9d1c-3f6f8f1f3c55',
  title: 'Cook',
  link: 'https://jobs.example.com/1',
  summary: 'You cook.',
  category: null,
  publishedAt: new Date('2026-05-12T10:00:00Z'),
  ...fields,
});

const feed = (items: readonly FeedItem[]): string =>
  rssOf({
    title: 'Jobs at Acme',
    link: 'https://jobs.example.com',
    selfLink: 'https://jobs.example.com/jobs.rss?a=1&b=2',
    description: 'Open jobs',
    items,
  });

describe('rssOf', () => {
  it('names the channel, itself and each job with the time in the format of RFC 822', () => {
    const xml = feed([item({ category: 'Kitchen' })]);
    expect(xml).toContain('<title>Jobs at Acme</title>');
    expect(xml).toContain('href="https://jobs.example.com/jobs.rss?a=1&amp;b=2" rel="self"');
    expect(xml).toContain('<category>Kitchen</category>');
    expect(xml).toContain('<pubDate>Tue, 12 May 2026 10:00:00 GMT</pubDate>');
    expect(xml).toContain('<guid isPermaLink="false">0197a9a2');
  });

  it('is well formed whatever a job says', () => {
    const xml = feed([
      item({ title: '</title><script>"R&D"</script>\u0000\u0008\uD800', summary: ']]>' }),
    ]);
    expect(xml).toContain(
      '<title>&lt;/title&gt;&lt;script&gt;&quot;R&amp;D&quot;&lt;/script&gt;</title>',
    );
    expect(xml).toContain('<description>]]&gt;</description>');
  });

  it('is a feed without items when there is no job', () => {
    expect(feed([])).not.toContain('<item>');
  });
});
