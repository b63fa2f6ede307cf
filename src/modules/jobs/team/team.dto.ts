import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { TEAM_ROLES, type TeamMember, type TeamRole } from './job-team.repository';

export class PutTeamMemberDto {
  @ApiProperty({ enum: TEAM_ROLES, example: 'interviewer' })
  @IsIn(TEAM_ROLES)
  readonly role!: TeamRole;
}

export class TeamMemberDto {
  @ApiProperty({ format: 'uuid' })
  readonly user_id!: string;

  @ApiProperty({ example: 'Theo Lindqvist' })
  readonly full_name!: string;

  @ApiProperty({ example: 'theo@example.com' })
  readonly email!: string;

  @ApiProperty({ example: true, description: 'Whether they can still log in.' })
  readonly is_active!: boolean;

  @ApiProperty({ enum: TEAM_ROLES, description: 'Their part in this search.' })
  readonly role!: TeamRole;

  @ApiProperty({ format: 'uuid', nullable: true, type: String })
  readonly added_by!: string | null;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(member: TeamMember): TeamMemberDto {
    return {
      user_id: member.userId,
      full_name: member.fullName,
      email: member.email,
      is_active: member.isActive,
      role: member.role,
      added_by: member.addedBy,
      created_at: member.createdAt.toISOString(),
    };
  }
}
