/** Somebody of the company cannot log in any more. Published in the transaction that says so. */
export class UserDeactivated {
  constructor(
    readonly companyId: string,
    readonly userId: string,
    readonly deactivatedBy: string,
  ) {}
}

/** Somebody of the company has another role. Published in the transaction that says so; never of an owner, who may all. */
export class UserRoleChanged {
  constructor(
    readonly companyId: string,
    readonly userId: string,
    readonly changedBy: string,
  ) {}
}
