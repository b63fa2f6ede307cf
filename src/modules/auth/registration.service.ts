import { Injectable } from '@nestjs/common';
import { ValidationFailedError } from '../../common/errors';
import type { Role } from '../../common/http';
import { Database } from '../../platform/database';
import { CompaniesService } from '../companies';
import { EmailTakenError, type User, type UserProfile, UsersService } from '../users';
import { InvitationsService } from './invitations/invitations.service';
import { PasswordHasher } from './password-hasher';

const DEFAULT_ROLE: Role = 'admin';

export interface Registration {
  /** Lower case. */
  readonly email: string;
  readonly password: string;
  readonly fullName: string;
  /** Kept for who registers a company; who is invited gets the role of the invitation. */
  readonly role: Role | null;
  readonly companyName: string | null;
  readonly invitationToken: string | null;
}

type Person = Pick<Registration, 'email' | 'fullName'> & { readonly hashedPassword: string };

/** How people get in: with a new company, which they then own, or by invitation. */
@Injectable()
export class RegistrationService {
  constructor(
    private readonly database: Database,
    private readonly companies: CompaniesService,
    private readonly users: UsersService,
    private readonly invitations: InvitationsService,
    private readonly passwords: PasswordHasher,
  ) {}

  /**
   * Of registrations that race for an e-mail or a company name, the unique indexes let one through.
   *
   * @throws EmailTakenError, CompanyExistsError, InvalidInvitationError, InvitationEmailError
   */
  async register(registration: Registration): Promise<UserProfile> {
    const { email, fullName, role, companyName, invitationToken } = registration;
    if ((companyName === null) === (invitationToken === null)) {
      throw new ValidationFailedError([
        { field: 'company_name', message: 'give either this or an invitation_token' },
      ]);
    }
    if (await this.users.isEmailTaken(email)) {
      throw new EmailTakenError();
    }
    const hashedPassword = await this.passwords.hash(registration.password);
    const person = { email, fullName, hashedPassword };
    const user = await this.database.transaction(() =>
      companyName === null
        ? this.join(invitationToken ?? '', person)
        : this.found(companyName, role ?? DEFAULT_ROLE, person),
    );
    return this.users.profileOf(user);
  }

  private async found(companyName: string, role: Role, person: Person): Promise<User> {
    const company = await this.companies.create(companyName);
    return this.users.create({ ...person, companyId: company.id, role, isOwner: true });
  }

  private async join(invitationToken: string, person: Person): Promise<User> {
    const { companyId, role } = await this.invitations.accept(invitationToken, person.email);
    return this.users.create({ ...person, companyId, role, isOwner: false });
  }
}
