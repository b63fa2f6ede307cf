import type { Actor } from '../../../common/http';
import type { User } from '../../users';

/** The owner acts as an admin whatever their role says, so that no check elsewhere has to think of owners. */
export function actorOf(user: User): Actor {
  return {
    userId: user.id,
    companyId: user.companyId,
    role: user.isOwner ? 'admin' : user.role,
    isOwner: user.isOwner,
  };
}
