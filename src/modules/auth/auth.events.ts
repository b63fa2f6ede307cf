/** Somebody who forgot their password may set a new one with this token. It is told here and never again. */
export class PasswordResetRequested {
  constructor(
    readonly companyId: string,
    readonly userId: string,
    readonly resetId: string,
    readonly token: string,
  ) {}
}

/** Somebody was invited to a company and may register with this token. It is told here and to who invited. */
export class PersonInvited {
  constructor(
    readonly companyId: string,
    readonly invitationId: string,
    readonly email: string,
    readonly invitedBy: string,
    readonly token: string,
  ) {}
}
