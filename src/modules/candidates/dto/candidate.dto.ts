import { ApiProperty } from '@nestjs/swagger';
import type { CandidateEntity } from '../candidate.entity';

export class CandidateLinkDto {
  @ApiProperty({ example: 'https://github.com/example' })
  readonly url!: string;

  @ApiProperty({ example: 'github' })
  readonly kind!: string;
}

export class CandidateResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly id!: string;

  @ApiProperty({ example: 'Amara Okafor', nullable: true, type: String })
  readonly full_name!: string | null;

  @ApiProperty({ example: 'amara@example.com', nullable: true, type: String })
  readonly email!: string | null;

  @ApiProperty({ example: '+12025550143', nullable: true, type: String })
  readonly phone!: string | null;

  @ApiProperty({ example: 'Lisbon, Portugal', nullable: true, type: String })
  readonly location!: string | null;

  @ApiProperty({ type: [CandidateLinkDto] })
  readonly links!: readonly CandidateLinkDto[];

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(candidate: CandidateEntity): CandidateResponseDto {
    return {
      id: candidate.id,
      full_name: candidate.fullName,
      email: candidate.email,
      phone: candidate.phone,
      location: candidate.location,
      links: candidate.links.map(({ url, kind }) => ({ url, kind })),
      created_at: candidate.createdAt.toISOString(),
    };
  }
}
