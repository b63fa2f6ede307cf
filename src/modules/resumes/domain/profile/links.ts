import { type DocumentLink } from '../document/document';
import { type ContactZone } from './contact-zone';
import { type Link } from './profile';

interface PlacedLink extends Link {
  readonly start: number;
}

const URL_TEXT =
  /(?<![\p{L}\p{N}@._/-])(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+(?:com|org|net|io|dev|me|ai|co|app|info|xyz|tech|site|online|design|page|blog|edu|gov|name|pro|works|studio|art|eu|uk|de|fr|es|it|nl|be|ch|at|ie|pt|se|no|dk|fi|pl|cz|ru|ua|tr|in|cn|jp|kr|sg|au|nz|ca|us|br|mx|ar|za|social|link|bio|tv|cc|so|sh|gg|ly|is)(?![\p{L}\p{N}.@-])(?::\d+)?(?:\/[^\s|,;<>()"'•·]*)?/giu;

/** Profiles that belong to a person wherever the resume names them. */
const PROFILE_URLS: readonly RegExp[] = [
  /^https?:\/\/(?:[a-z]{2,3}\.)?linkedin\.com\/(?:in|pub)\/[^/?#]+/iu,
  /^https?:\/\/(?:www\.)?github\.com\/[^/?#]+\/?$/iu,
];

const SOCIAL_HOSTS =
  /(?:^|\.)(?:twitter\.com|x\.com|gitlab\.com|stackoverflow\.com|stackexchange\.com|orcid\.org|scholar\.google\.[a-z.]+|researchgate\.net|youtube\.com|instagram\.com|facebook\.com|medium\.com|dev\.to|behance\.net|dribbble\.com|t\.me|telegram\.me|wa\.me|imdb\.com|kaggle\.com|leetcode\.com|hackerrank\.com|bsky\.app|bsky\.social|mastodon\.social|threads\.net|tiktok\.com|xing\.com|reddit\.com|soundcloud\.com|vimeo\.com|codepen\.io|huggingface\.co|bitbucket\.org|pinterest\.com|skype\.com|discord\.gg|discord\.com|linktr\.ee|speakerdeck\.com|slideshare\.net|semanticscholar\.org|academia\.edu|publons\.com|webofscience\.com)$/iu;

/** "GitHub: @jane", "LinkedIn: /in/jane": the network is named, only its address is not. */
const HANDLE =
  /\b(?<network>linkedin|github|gitlab|twitter)\s*:\s*(?<handle>@[\w-]+|\/?in\/[\w%-]+|\/[\w-]+)/giu;

/** The person's own pages, in reading order: what the contact lines link to or spell out, and profiles anywhere. */
export function findLinks(
  content: string,
  zone: ContactZone,
  links: readonly DocumentLink[],
): readonly Link[] {
  const placed = [...annotated(links, zone), ...written(content, zone), ...handles(content, zone)];
  placed.sort((a, b) => a.start - b.start);
  const unique = new Map<string, Link>();
  for (const { url, kind } of placed) {
    const key = comparable(url);
    if (!unique.has(key)) unique.set(key, { url, kind });
  }
  return [...unique.values()];
}

function annotated(links: readonly DocumentLink[], zone: ContactZone): PlacedLink[] {
  const found: PlacedLink[] = [];
  for (const link of links) {
    if (!/^https?:\/\//iu.test(link.url)) continue;
    const isProfile = PROFILE_URLS.some((pattern) => pattern.test(link.url));
    const inZone = link.start !== null && zone.contains(link.start);
    const aboutOthers = link.start !== null && zone.isAboutOthers(link.start);
    if (aboutOthers || !(inZone || isProfile)) continue;
    found.push({
      url: link.url,
      kind: kindOf(link.url),
      start: link.start ?? Number.MAX_SAFE_INTEGER,
    });
  }
  return found;
}

function written(content: string, zone: ContactZone): PlacedLink[] {
  const found: PlacedLink[] = [];
  for (const match of content.matchAll(URL_TEXT)) {
    const start = match.index;
    if (zone.isAboutOthers(start)) continue;
    const text = match[0].replace(/[.,;:]+$/u, '');
    const url = /^https?:/iu.test(text) ? text : `https://${text}`;
    const isProfile = PROFILE_URLS.some((pattern) => pattern.test(url));
    const isContact = zone.contains(start) && !isInSentence(content, start, start + text.length);
    if (isContact || isProfile) found.push({ url, kind: kindOf(url), start });
  }
  return found;
}

/** "Integrated the Example.io modeler": a product's name among words is not the person's page. */
function isInSentence(content: string, start: number, end: number): boolean {
  const before = /[^\n\t|•·∙,;]*$/u.exec(content.slice(Math.max(0, start - 60), start))?.[0] ?? '';
  const after = /^[^\n\t|•·∙,;]*/u.exec(content.slice(end, end + 60))?.[0] ?? '';
  const words = `${before} ${after}`.match(/\p{L}{2,}/gu) ?? [];
  return (
    words.length > 3 &&
    !/(?:website|web|portfolio|homepage|blog|url|link)\s*[:–-]?\s*$/iu.test(before)
  );
}

function handles(content: string, zone: ContactZone): PlacedLink[] {
  const found: PlacedLink[] = [];
  for (const match of content.matchAll(HANDLE)) {
    if (!zone.contains(match.index)) continue;
    const network = (match.groups?.['network'] ?? '').toLowerCase();
    const handle = (match.groups?.['handle'] ?? '').replace(/^[@/]+/u, '').replace(/^in\//u, '');
    const url =
      network === 'linkedin'
        ? `https://linkedin.com/in/${handle}`
        : `https://${network}.com/${handle}`;
    found.push({ url, kind: kindOf(url), start: match.index });
  }
  return found;
}

function kindOf(url: string): Link['kind'] {
  const host =
    /^https?:\/\/(?:www\.)?(?<host>[^/:?#]+)/iu.exec(url)?.groups?.['host']?.toLowerCase() ?? '';
  if (/(?:^|\.)linkedin\.com$/u.test(host)) return 'linkedin';
  if (host === 'github.com') return 'github';
  return SOCIAL_HOSTS.test(host) ? 'other' : 'website';
}

/** Two spellings of one address: with and without scheme, "www." and a slash at the end. */
function comparable(url: string): string {
  return url
    .toLowerCase()
    .replace(/^https?:\/\//u, '')
    .replace(/^www\./u, '')
    .replace(/[?#].*$/u, '')
    .replace(/\/+$/u, '');
}
