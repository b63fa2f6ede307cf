export interface JobTexts {
  readonly title: string;
  readonly description: string;
  readonly requirements: string;
}

/** What a job's vector is made from: "title description requirements". */
export function jobText(job: JobTexts): string {
  return [job.title, job.description, job.requirements]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join('\n');
}
