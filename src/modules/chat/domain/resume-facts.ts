import type { Evidence, ResumeProfile as Profile, ResumeText } from '../../resumes';
import { type Citation } from './draft';
import { type Passage, passagesOf } from './passages';

const LONGEST_CONTACT = 100;
const LONGEST_PLACE = 40;

/** What of a resume may be shown to whoever asks. */
export class ResumeFacts {
  readonly passages: readonly Passage[];

  constructor(
    readonly resume: ResumeText,
    private readonly isWithheld: (line: string, next: string) => boolean,
  ) {
    const { content, profile } = resume;
    this.passages = passagesOf({ content, sections: profile.sections }, isWithheld);
  }

  get profile(): Profile {
    return this.resume.profile;
  }

  get who(): string {
    return this.resume.candidateName ?? 'The candidate';
  }

  /** The passage around a place; null when the place is in what is withheld. */
  passageAt(start: number, end: number): Passage | null {
    return this.passages.find((one) => one.start < end && start < one.end) ?? null;
  }

  cite({ start, end }: Pick<Evidence, 'start' | 'end'>): Citation {
    const { resumeId, candidateName, content } = this.resume;
    return { resumeId, candidateName, start, end, text: content.slice(start, end) };
  }

  /** The first lines of an entry, such as a position: who, what, when. */
  citeHead(span: Pick<Evidence, 'start' | 'end'>): Citation | null {
    const inside = this.passages.filter(({ start, end }) => start >= span.start && end <= span.end);
    const [first] = inside;
    return first === undefined ? null : this.cite(first);
  }

  /** Whether a line says who, where and when only: a name, a title, the head of a position. */
  isHead(start: number): boolean {
    const { content, profile } = this.resume;
    const { headline, name } = profile.personal_info.sources;
    const lineStart = content.lastIndexOf('\n', start - 1) + 1;
    const lineEnd = content.indexOf('\n', start);
    const end = lineEnd < 0 ? content.length : lineEnd;
    const places = [
      headline,
      name,
      ...profile.positions.flatMap(({ sources: { title, start_date: date } }) => [title, date]),
    ];
    return places.some(
      (place) => place !== undefined && place.start >= lineStart && place.start < end,
    );
  }

  /** Whether a line of the head says only who somebody is, where, and how to reach them. */
  isContact({ start, end, section }: Passage): boolean {
    const { name, email, phone, location } = this.profile.personal_info.sources;
    const isPlace = section === 'header' && end - start <= LONGEST_PLACE && !this.isHead(start);
    return (
      isPlace ||
      (end - start <= LONGEST_CONTACT &&
        [name, email, phone, location].some(
          (place) => place !== undefined && place.start < end && start < place.end,
        ))
    );
  }

  /** The lines that hold these places, each once, in order. */
  citeAround(places: readonly Pick<Evidence, 'start' | 'end'>[], most: number): Citation[] {
    const found = new Map<number, Passage>();
    for (const { start, end } of places) {
      const passage = this.passageAt(start, end);
      if (passage !== null) {
        found.set(passage.start, passage);
      }
    }
    return [...found.values()].slice(0, most).map((passage) => this.cite(passage));
  }

  /** A form of the text without the lines that nobody should be shown. */
  withoutWithheld(text: string): string {
    return text
      .split('\n')
      .filter((line) => !this.isWithheld(line, ''))
      .join('\n');
  }
}
