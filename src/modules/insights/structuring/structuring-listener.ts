import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../platform/events';
import { ResumeReread, ResumeTaken } from '../../intake/intake.events';
import { TasksService } from '../../tasks';
import { AiSettingsService } from '../company-model/ai-settings.service';
import { StructuringsRepository } from './structurings.repository';

/** Has profiles completed after the rules made them, if the company wants it. */
@Injectable()
export class StructuringListener implements OnModuleInit {
  constructor(
    private readonly events: EventBus,
    private readonly settings: AiSettingsService,
    private readonly repository: StructuringsRepository,
    private readonly tasks: TasksService,
  ) {}

  onModuleInit(): void {
    this.events.on(ResumeTaken, async ({ companyId, resumeId, isDuplicate }) => {
      if (!isDuplicate) {
        await this.structure(companyId, resumeId);
      }
    });
    this.events.on(ResumeReread, async ({ companyId, resumeId }) => {
      await this.repository.outdate(companyId, resumeId);
      await this.structure(companyId, resumeId);
    });
  }

  private async structure(companyId: string, resumeId: string): Promise<void> {
    const { structureOnUpload } = await this.settings.get(companyId);
    if (structureOnUpload) {
      const owner = { companyId, userId: null };
      await this.tasks.enqueue('insights.structure-resume', { resumeId }, owner);
    }
  }
}
