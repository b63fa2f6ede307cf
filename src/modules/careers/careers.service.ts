import { randomUUID } from 'node:crypto';
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { cutText } from '../../common/text';
import { NotFoundError } from '../../common/errors';
import type { Page } from '../../common/http';
import { ENV, type Env, publicUrl } from '../../config';
import { EventBus } from '../../platform/events';
import { type Company, CompaniesService } from '../companies';
import { BulkIntakeService } from '../intake';
import { ResumeTaken } from '../intake/intake.events';
import { type Job, JobsService } from '../jobs';
import { detectFileType } from '../resumes';
import { ApplicationsRepository } from './applications.repository';
import { FileTypeError } from './careers.errors';
import { ApplicationReceived, ApplicationTaken } from './careers.events';
import { defaultConsent } from './domain/consent';
import { rssOf } from './domain/job-feed';

/** In one feed. */
const MOST_ITEMS = 100;
const SUMMARY_LENGTH = 500;

export interface Application {
  readonly fullName: string;
  readonly email: string;
  readonly file: { readonly name: string; readonly bytes: Buffer };
  /** As the page showed it; null for the text of the job's own answer. */
  readonly consentText: string | null;
}

/** A job with what an applicant needs to know beside it. */
export interface PublicJob {
  readonly job: Job;
  readonly consentText: string;
  readonly url: string;
}

/** What the world sees of a company: its open jobs, and a way to apply. Nothing of scores or of who is known. */
@Injectable()
export class CareersService implements OnModuleInit {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly companies: CompaniesService,
    private readonly jobs: JobsService,
    private readonly intake: BulkIntakeService,
    private readonly applications: ApplicationsRepository,
    private readonly events: EventBus,
  ) {}

  onModuleInit(): void {
    this.events.on(ResumeTaken, (taken) => this.link(taken));
  }

  /** @throws NotFoundError */
  async list(
    slug: string,
    query: { readonly limit: number; readonly cursor?: string },
  ): Promise<Page<PublicJob>> {
    const company = await this.companies.getWithCareers(slug);
    const scope = { companyId: company.id, memberId: null };
    const page = await this.jobs.list(scope, { ...query, status: 'open' });
    return { ...page, rows: page.rows.map((job) => this.shown(company, job)) };
  }

  /** @throws NotFoundError */
  async get(slug: string, jobId: string): Promise<PublicJob> {
    const company = await this.companies.getWithCareers(slug);
    return this.shown(company, await this.openJob(company.id, jobId));
  }

  /** The newest open jobs as RSS. @throws NotFoundError */
  async feed(slug: string): Promise<string> {
    const { rows } = await this.list(slug, { limit: MOST_ITEMS });
    const { name } = await this.companies.getWithCareers(slug);
    const link = `${publicUrl(this.env)}/api/v1/careers/${slug}/jobs`;
    return rssOf({
      title: `Jobs at ${name}`,
      link,
      selfLink: `${link}.rss`,
      description: `Open jobs at ${name}`,
      items: rows.map(({ job, url }) => ({
        id: job.id,
        title: job.location === null ? job.title : `${job.title}, ${job.location}`,
        link: url,
        summary: cutText(job.description, SUMMARY_LENGTH),
        category: job.department,
        publishedAt: job.createdAt,
      })),
    });
  }

  /**
   * Takes an application in the background, like any other file. The application's id; the answer is the same
   * whether the person is known or not.
   *
   * @throws NotFoundError, FileTypeError, QueueFullError
   */
  async apply(slug: string, jobId: string, application: Application): Promise<string> {
    const company = await this.companies.getWithCareers(slug);
    const { id: companyId } = company;
    await this.openJob(companyId, jobId);
    if ((await detectFileType(application.file.bytes)) === null) {
      throw new FileTypeError();
    }
    const id = randomUUID();
    const { fullName, email } = application;
    const consentText = application.consentText ?? defaultConsent(company.name);
    const { taskId } = await this.intake.acceptApplication(application.file, {
      id,
      companyId,
      jobId,
      alongside: async () => {
        await this.applications.insert({ id, companyId, jobId, fullName, email, consentText });
        await this.events.publish(new ApplicationReceived(companyId, id, jobId, fullName, email));
      },
    });
    await this.applications.setTask(id, taskId);
    return id;
  }

  private async openJob(companyId: string, jobId: string): Promise<Job> {
    const job = await this.jobs.get({ companyId, memberId: null }, jobId);
    if (job.status !== 'open') {
      throw new NotFoundError('job');
    }
    return job;
  }

  private shown(company: Company, job: Job): PublicJob {
    return {
      job,
      consentText: defaultConsent(company.name),
      url: `${publicUrl(this.env)}/api/v1/careers/${company.slug}/jobs/${job.id}`,
    };
  }

  private async link({ companyId, applicationId, resumeId }: ResumeTaken): Promise<void> {
    if (applicationId === null) {
      return;
    }
    const candidateId = await this.applications.setResume(applicationId, resumeId);
    if (candidateId !== null) {
      await this.events.publish(
        new ApplicationTaken(companyId, applicationId, candidateId, resumeId),
      );
    }
  }
}
