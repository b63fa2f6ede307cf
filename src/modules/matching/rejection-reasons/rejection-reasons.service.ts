import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { NotFoundError, ValidationFailedError } from '../../../common/errors';
import type { ApplicationStatus } from '../match.entity';
import { type RejectionReason, RejectionReasonsRepository } from './rejection-reasons.repository';

/** Why companies reject, in their own words, so that it can be counted. */
@Injectable()
export class RejectionReasonsService {
  constructor(private readonly repository: RejectionReasonsRepository) {}

  list(companyId: string): Promise<RejectionReason[]> {
    return this.repository.list(companyId);
  }

  /** @throws RejectionReasonTakenError */
  async add(companyId: string, name: string): Promise<RejectionReason> {
    const reason = { id: randomUUID(), companyId, name };
    await this.repository.insert(reason);
    return { ...reason, isActive: true };
  }

  /** @throws NotFoundError, RejectionReasonTakenError */
  async update(
    companyId: string,
    id: string,
    change: { readonly name?: string; readonly isActive?: boolean },
  ): Promise<RejectionReason> {
    const reason = await this.repository.find(companyId, id);
    if (reason === null) {
      throw new NotFoundError('rejection reason');
    }
    const changed = {
      ...reason,
      name: change.name ?? reason.name,
      isActive: change.isActive ?? reason.isActive,
    };
    await this.repository.update(changed);
    return changed;
  }

  /** @throws NotFoundError */
  async remove(companyId: string, id: string): Promise<void> {
    if (!(await this.repository.delete(companyId, id))) {
      throw new NotFoundError('rejection reason');
    }
  }

  /** One that a decision may name. @throws ValidationFailedError */
  async getUsable(
    companyId: string,
    id: string,
    status: ApplicationStatus,
  ): Promise<RejectionReason> {
    if (status !== 'rejected') {
      throw new ValidationFailedError([
        { field: 'rejection_reason_id', message: 'goes with the status rejected only' },
      ]);
    }
    const reason = await this.repository.find(companyId, id);
    if (!reason?.isActive) {
      throw new ValidationFailedError([
        { field: 'rejection_reason_id', message: 'must be an active reason of your company' },
      ]);
    }
    return reason;
  }
}
