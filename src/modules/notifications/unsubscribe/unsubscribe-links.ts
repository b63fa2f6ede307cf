import { Inject, Injectable } from '@nestjs/common';
import { ENV, type Env, publicUrl } from '../../../config';
import { SIGNING_KEY } from '../../../platform/secrets';
import {
  hashAddress,
  readUnsubscription,
  signUnsubscription,
  type Unsubscription,
} from '../domain/unsubscribe-token';

const PATH = '/api/v1/email/unsubscribe';

/** Links that unsubscribe one address from one company's reminders, without a login. */
@Injectable()
export class UnsubscribeLinks {
  constructor(
    @Inject(ENV) private readonly env: Env,
    @Inject(SIGNING_KEY) private readonly signingKey: string,
  ) {}

  urlFor(companyId: string, address: string): string {
    const addressHash = hashAddress(companyId, address);
    const token = signUnsubscription({ companyId, addressHash }, this.signingKey);
    return `${publicUrl(this.env)}${PATH}?token=${token}`;
  }

  /** Null for a token that is not ours. */
  read(token: string): Unsubscription | null {
    return readUnsubscription(token, this.signingKey);
  }
}
