/** Somebody of the company cannot log in any more. Published in the transaction that says so. */
export class UserDeactivated {
  constructor(
    readonly companyId: string,
    readonly userId: string,
    readonly deactivatedBy: string,
  ) {}
}
