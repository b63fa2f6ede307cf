import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database';

export interface StoredRequest {
  readonly fingerprint: Buffer;
  /** Null while the request is being answered. */
  readonly status: number | null;
  readonly answer: Buffer | null;
}

export interface Claim {
  readonly companyId: string;
  readonly keyHash: Buffer;
  readonly claimId: string;
}

/** How long an answer is kept. */
const KEPT_HOURS = 24;

/** A claim that was neither answered nor given back within this time belonged to a process that died. */
const CLAIM_MINUTES = 10;

@Injectable()
export class IdempotencyRepository {
  constructor(private readonly database: Database) {}

  /** Whether the key is ours now: it was free, too old, or its holder died. */
  async claim(claim: Claim, fingerprint: Buffer): Promise<boolean> {
    const rows = await this.database.query(
      `INSERT INTO idempotency_keys (company_id, key_hash, claim_id, fingerprint) VALUES ($1, $2, $3, $4)
       ON CONFLICT (company_id, key_hash) DO UPDATE
       SET claim_id = excluded.claim_id, fingerprint = excluded.fingerprint, claimed_at = now(),
         status = NULL, answer = NULL
       WHERE idempotency_keys.claimed_at < now() - interval '${KEPT_HOURS} hours'
         OR (idempotency_keys.status IS NULL AND idempotency_keys.fingerprint = excluded.fingerprint
           AND idempotency_keys.claimed_at < now() - interval '${CLAIM_MINUTES} minutes')
       RETURNING claim_id`,
      [claim.companyId, claim.keyHash, claim.claimId, fingerprint],
    );
    return rows.length > 0;
  }

  async find(companyId: string, keyHash: Buffer): Promise<StoredRequest | null> {
    const [row] = await this.database.query<StoredRequest>(
      'SELECT fingerprint, status, answer FROM idempotency_keys WHERE company_id = $1 AND key_hash = $2',
      [companyId, keyHash],
    );
    return row ?? null;
  }

  async keep(claim: Claim, status: number, answer: Buffer): Promise<void> {
    await this.database.execute(
      `UPDATE idempotency_keys SET status = $4, answer = $5
       WHERE company_id = $1 AND key_hash = $2 AND claim_id = $3`,
      [claim.companyId, claim.keyHash, claim.claimId, status, answer],
    );
  }

  async release(claim: Claim): Promise<void> {
    await this.database.execute(
      'DELETE FROM idempotency_keys WHERE company_id = $1 AND key_hash = $2 AND claim_id = $3',
      [claim.companyId, claim.keyHash, claim.claimId],
    );
  }

  async deleteExpired(): Promise<void> {
    await this.database.execute(
      `DELETE FROM idempotency_keys WHERE claimed_at < now() - interval '${KEPT_HOURS} hours'`,
    );
  }
}
