import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { type Role, ROLES } from '../../../common/http';
import type { Invitation } from '../invitations/invitations.service';
import { IsEmailAddress, MAXIMUM_EMAIL_LENGTH } from './credentials';

export class CreateInvitationDto {
  @ApiProperty({ example: 'theo.lindqvist@lumen-health.example', maxLength: MAXIMUM_EMAIL_LENGTH })
  @IsEmailAddress()
  readonly email!: string;

  @ApiProperty({ enum: ROLES, example: 'hiring_manager' })
  @IsIn(ROLES)
  readonly role!: Role;
}

export class InvitationResponseDto {
  @ApiProperty({ format: 'uuid', example: '7a1f0c7b-2d0e-4f59-9c2c-5d0f0a6f4b21' })
  readonly id!: string;

  @ApiProperty({ example: 'theo.lindqvist@lumen-health.example' })
  readonly email!: string;

  @ApiProperty({ enum: ROLES, example: 'hiring_manager' })
  readonly role!: Role;

  @ApiProperty({
    format: 'uuid',
    nullable: true,
    type: String,
    description: 'Null once that user is gone.',
    example: '0d9b1d5e-3f0e-4a52-b7a8-7c8de9d8a001',
  })
  readonly invited_by!: string | null;

  @ApiProperty({ format: 'date-time', example: '2026-11-27T09:30:00.000Z' })
  readonly expires_at!: string;

  @ApiProperty({ format: 'date-time', example: '2026-11-20T09:30:00.000Z' })
  readonly created_at!: string;

  static from(invitation: Invitation): InvitationResponseDto {
    return shownOf(invitation);
  }
}

/** What every answer about an invitation holds, as a plain value. */
type Shown = Pick<InvitationResponseDto, keyof InvitationResponseDto>;

export class CreatedInvitationDto extends InvitationResponseDto {
  @ApiProperty({
    example: 'sli_Zk3vJq0cX1b8mW5tY7uN2pR4sD6fG9hK0lQ3wE5rT8y',
    description: 'Shown only now: hand it to the invited person, who registers with it.',
  })
  readonly invitation_token!: string;

  static fromCreated({
    invitation,
    token,
  }: {
    readonly invitation: Invitation;
    readonly token: string;
  }): CreatedInvitationDto {
    return { ...shownOf(invitation), invitation_token: token };
  }
}

function shownOf(invitation: Invitation): Shown {
  return {
    id: invitation.id,
    email: invitation.email,
    role: invitation.role,
    invited_by: invitation.invitedBy,
    expires_at: invitation.expiresAt.toISOString(),
    created_at: invitation.createdAt.toISOString(),
  };
}
