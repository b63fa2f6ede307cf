import type { Evidence, ExtractionFlag, ResumeProfile } from '../../../resumes';

const SHOWN_WORDS = 18;

/** What a review is about. */
export interface ReviewedResume {
  readonly content: string;
  readonly profile: ResumeProfile;
  readonly flags: readonly ExtractionFlag[];
  /** What "present" means. */
  readonly today: Date;
}

/** A described piece of work, and where it begins; `place` is null where the text reads differently. */
export interface Bullet {
  readonly text: string;
  readonly place: Evidence | null;
}

/** Everything that the positions tell, in order. */
export function bulletsOf({ content, profile }: ReviewedResume): readonly Bullet[] {
  return profile.positions.flatMap(({ bullets, span }) => {
    let from = span.start;
    return bullets.map((text) => {
      const place = beginningOf(content, text, { from, to: span.end });
      from = place?.end ?? from;
      return { text, place };
    });
  });
}

/** Every place that a pattern finds, as quotes. */
export function placesOf(
  content: string,
  pattern: RegExp,
  within: { readonly start: number; readonly end: number },
): readonly Evidence[] {
  return [...content.slice(within.start, within.end).matchAll(pattern)].map((match) => {
    const start = within.start + match.index;
    return { start, end: start + match[0].length, text: match[0] };
  });
}

export const wordsIn = (text: string): number => text.match(/[\p{L}\p{N}][^\s]*/gu)?.length ?? 0;

function beginningOf(
  content: string,
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
): Evidence | null {
  const words = text.split(/\s+/u).slice(0, SHOWN_WORDS);
  const pattern = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const match = new RegExp(pattern, 'u').exec(content.slice(from, to));
  return match === null
    ? null
    : { start: from + match.index, end: from + match.index + match[0].length, text: match[0] };
}
