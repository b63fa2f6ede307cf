import type { Role } from '../../../common/http';
import { OwnAdminRightError, OwnerProtectedError } from '../users.errors';

export interface UserChange {
  readonly fullName?: string;
  readonly role?: Role;
  readonly isActive?: boolean;
}

export interface ChangedUser {
  readonly id: string;
  readonly role: Role;
  readonly isOwner: boolean;
  readonly isActive: boolean;
}

/**
 * Whether the administrator `actorId` may change `user` so. A company always keeps an owner who can log
 * in: nobody else touches the owner's role or access, and nobody takes their own right away.
 *
 * @throws OwnerProtectedError, OwnAdminRightError
 */
export function checkUserChange(actorId: string, user: ChangedUser, change: UserChange): void {
  const roleChanges = change.role !== undefined && change.role !== user.role;
  const accessChanges = change.isActive !== undefined && change.isActive !== user.isActive;
  if (actorId !== user.id) {
    if (user.isOwner && (roleChanges || accessChanges)) {
      throw new OwnerProtectedError();
    }
    return;
  }
  const losesRole = roleChanges && !user.isOwner;
  if (losesRole || accessChanges) {
    throw new OwnAdminRightError();
  }
}
