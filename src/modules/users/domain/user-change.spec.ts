import type { Role } from '../../../common/http';
import { OwnAdminRightError, OwnerProtectedError } from '../users.errors';
import { type ChangedUser, checkUserChange } from './user-change';

const user = (values: Partial<ChangedUser> = {}): ChangedUser => ({
  id: 'user',
  role: 'recruiter' satisfies Role,
  isOwner: false,
  isActive: true,
  ...values,
});

describe('checkUserChange', () => {
  it('lets an administrator rename, move and deactivate somebody else', () => {
    expect(() => {
      checkUserChange('admin', user(), { fullName: 'New Name', role: 'admin', isActive: false });
    }).not.toThrow();
  });

  it.each([{ role: 'interviewer' as const }, { isActive: false }])(
    'protects the owner from others: %j',
    (change) => {
      expect(() => {
        checkUserChange('admin', user({ isOwner: true }), change);
      }).toThrow(OwnerProtectedError);
    },
  );

  it('lets others correct the name of the owner and repeat what is so already', () => {
    expect(() => {
      checkUserChange('admin', user({ isOwner: true }), {
        fullName: 'New Name',
        role: 'recruiter',
        isActive: true,
      });
    }).not.toThrow();
  });

  it.each([{ role: 'recruiter' as const }, { isActive: false }])(
    'keeps an administrator from losing their own right: %j',
    (change) => {
      expect(() => {
        checkUserChange('user', user({ role: 'admin' }), change);
      }).toThrow(OwnAdminRightError);
    },
  );

  it('lets the owner take another role, since ownership keeps the right', () => {
    expect(() => {
      checkUserChange('user', user({ isOwner: true, role: 'admin' }), { role: 'hiring_manager' });
    }).not.toThrow();
  });

  it('keeps the owner from deactivating themselves', () => {
    expect(() => {
      checkUserChange('user', user({ isOwner: true }), { isActive: false });
    }).toThrow(OwnAdminRightError);
  });
});
