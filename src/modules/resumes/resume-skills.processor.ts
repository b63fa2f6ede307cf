import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type TaskContext, type TaskResult, TaskRunner } from '../tasks';
import { ResumeSkills } from './resume-skills';

/** Searches stored resumes for skills that the company added. May run twice without harm. */
@Injectable()
export class ResumeSkillsProcessor implements OnModuleInit {
  constructor(
    private readonly runner: TaskRunner,
    private readonly skills: ResumeSkills,
  ) {}

  onModuleInit(): void {
    this.runner.register('skills.search-resumes', (context) => this.search(context));
  }

  private async search({
    companyId,
    payload,
  }: TaskContext<'skills.search-resumes'>): Promise<TaskResult> {
    return { resumes_changed: await this.skills.search(companyId, payload.skillNames) };
  }
}
