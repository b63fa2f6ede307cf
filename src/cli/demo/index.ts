import { type DemoCandidate, DEMO_CANDIDATES, type ResumeLook } from './people';
import { DOCX_MIME, PDF_MIME, renderDocx, renderPdf } from './documents';
import { type DemoPerson } from './person';

export { DEMO_COMPANY, DEMO_JOBS, type DemoJob, type DemoJobKey } from './company';
export { DEMO_CANDIDATES } from './people';
export { type DemoPerson } from './person';

/** A resume as it would be uploaded, with what is true about it. */
export interface DemoResume extends DemoCandidate {
  /** Unique among the demonstration's files, and named the way people name theirs. */
  readonly fileName: string;
  readonly mime: string;
  readonly bytes: Buffer;
}

/** The resumes of all candidates, made one after the other while the caller consumes them. */
export async function* renderDemoResumes(): AsyncGenerator<DemoResume, void, undefined> {
  for (const [index, candidate] of DEMO_CANDIDATES.entries()) {
    yield {
      ...candidate,
      fileName: fileNameOf(candidate, index),
      mime: candidate.look.format === 'pdf' ? PDF_MIME : DOCX_MIME,
      bytes: await render(candidate.person, candidate.look),
    };
  }
}

function render(person: DemoPerson, look: ResumeLook): Promise<Buffer> {
  return look.format === 'pdf' ? renderPdf(person, look.layout) : renderDocx(person, look.layout);
}

function fileNameOf({ person, look }: DemoCandidate, index: number): string {
  const patterns = [
    `${person.name.replaceAll(' ', '_')}_Resume`,
    `CV ${person.name}`,
    `${person.name.replaceAll(' ', '-').toLowerCase()}-cv-2026`,
  ];
  return `${patterns[index % patterns.length] ?? person.name}.${look.format}`;
}
