import { Injectable } from '@nestjs/common';
import { type FieldError, NotFoundError, ValidationFailedError } from '../../common/errors';
import type { Actor } from '../../common/http';
import type { SourceDraft } from '../candidates';
import { UsersService } from '../users';
import type { UploadResumeDto } from './dto/intake.dto';

/** Reads from an upload's fields where its people came from. */
@Injectable()
export class UploadSources {
  constructor(private readonly users: UsersService) {}

  /** @throws ValidationFailedError when the fields contradict each other or name nobody of the company. */
  async of(
    actor: Actor,
    body: Pick<UploadResumeDto, 'source' | 'referrer' | 'referrer_id' | 'source_detail'>,
    usual: 'upload' | 'bulk',
  ): Promise<SourceDraft> {
    const { referrer = null, referrer_id: referrerId = null } = body;
    const isReferred = referrer !== null || referrerId !== null;
    const kind = body.source ?? (isReferred ? 'referral' : usual);
    if (kind === 'referral' && !isReferred) {
      throw problem({
        field: 'referrer',
        message: 'says who recommended the person, or referrer_id',
      });
    }
    if (kind !== 'referral' && isReferred) {
      throw problem({ field: 'source', message: 'must be referral when somebody referred them' });
    }
    if (referrerId !== null) {
      await this.checkColleague(actor.companyId, referrerId);
    }
    return { kind, referrerId, referrerName: referrer, detail: body.source_detail ?? null };
  }

  private async checkColleague(companyId: string, userId: string): Promise<void> {
    try {
      await this.users.getInCompany(companyId, userId);
    } catch (error) {
      if (error instanceof NotFoundError) {
        throw problem({ field: 'referrer_id', message: 'must be a user of your company' });
      }
      throw error;
    }
  }
}

function problem(error: FieldError): ValidationFailedError {
  return new ValidationFailedError([error]);
}
