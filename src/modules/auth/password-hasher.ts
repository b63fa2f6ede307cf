import { Injectable } from '@nestjs/common';
import { compare, genSaltSync, hash } from 'bcrypt';
import { fitsBcrypt } from './domain/password-rules';

/** Each step doubles the work: 12 is about a quarter of a second. */
const COST = 12;

const HASH_LENGTH = 31;

/** Well-formed and of the same cost, but no password has it. */
const HASH_OF_NOBODY = genSaltSync(COST) + '.'.repeat(HASH_LENGTH);

/** bcrypt in its own threads. */
@Injectable()
export class PasswordHasher {
  /** For passwords that passed `passwordProblem`: bcrypt would silently cut longer ones. */
  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** Takes as long without a hash as with one: the time does not tell which e-mails are registered. */
  async verify(password: string, hashedPassword: string | null): Promise<boolean> {
    const matches = await compare(password, hashedPassword ?? HASH_OF_NOBODY);
    return matches && hashedPassword !== null && fitsBcrypt(password);
  }
}
