import { ApiHideProperty, ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsUUID } from 'class-validator';
import { EDUCATION_LEVELS, type EducationLevel } from '../../skills';
import type { ComparedCandidate, Comparison, Education } from '../match-comparison';
import { MatchResponseDto } from './match.dto';
import { ScoreTermDto, SkillProofDto } from './reasons.dto';

export const FEWEST_COMPARED = 2;
export const MOST_COMPARED = 5;

/** `?resume_ids=a,b` and `?resume_ids=a&resume_ids=b` alike. */
export class CompareQueryDto {
  @ApiHideProperty()
  @Transform(({ value }: { value: unknown }) =>
    [value]
      .flat()
      .flatMap((part) => (typeof part === 'string' ? part.split(',') : [part]))
      .filter((part) => part !== ''),
  )
  @IsUUID(undefined, { each: true })
  @ArrayUnique((id: unknown) => (typeof id === 'string' ? id.toLowerCase() : id), {
    message: 'resume_ids must not name a candidate twice',
  })
  @ArrayMinSize(FEWEST_COMPARED)
  @ArrayMaxSize(MOST_COMPARED)
  readonly resume_ids: readonly string[] = [];
}

export class HighestEducationDto {
  @ApiProperty({ enum: EDUCATION_LEVELS, nullable: true })
  readonly level!: EducationLevel | null;

  @ApiProperty({ nullable: true, type: String, example: 'BSc' })
  readonly degree!: string | null;

  @ApiProperty({ nullable: true, type: String, example: 'Computer Science' })
  readonly field!: string | null;

  @ApiProperty({ nullable: true, type: String, example: 'University of Porto' })
  readonly school!: string | null;

  static from({ level, degree, field, school }: Education): HighestEducationDto {
    return { level, degree, field, school };
  }
}

export class ComparedCandidateDto extends MatchResponseDto {
  @ApiProperty({ type: [ScoreTermDto] })
  readonly terms!: readonly ScoreTermDto[];

  @ApiProperty({ type: [String] })
  readonly unmet_must_haves!: readonly string[];

  @ApiProperty({ type: HighestEducationDto, nullable: true })
  readonly highest_education!: HighestEducationDto | null;

  static of(candidate: ComparedCandidate): ComparedCandidateDto {
    const { highestEducation } = candidate;
    return {
      ...MatchResponseDto.from(candidate.match),
      terms: candidate.terms.map((term) => ScoreTermDto.from(term)),
      unmet_must_haves: candidate.skills
        .filter((skill) => skill.mustHave && !skill.isFound)
        .map((skill) => skill.skill),
      highest_education:
        highestEducation === null ? null : HighestEducationDto.from(highestEducation),
    };
  }
}

export class ComparedProofDto extends SkillProofDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;
}

export class ComparedSkillDto {
  @ApiProperty({ example: 'PostgreSQL' })
  readonly skill!: string;

  @ApiProperty({ example: 1 })
  readonly weight!: number;

  @ApiProperty({ example: true })
  readonly must_have!: boolean;

  @ApiProperty({ type: [ComparedProofDto], description: 'In the order of `candidates`.' })
  readonly candidates!: readonly ComparedProofDto[];
}

export class ComparisonDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ nullable: true, type: Number, example: 3, description: 'Asked for by the job.' })
  readonly min_years_experience!: number | null;

  @ApiProperty({ nullable: true, enum: EDUCATION_LEVELS, description: 'Asked for by the job.' })
  readonly education_level!: string | null;

  @ApiProperty({
    type: [String],
    example: [
      'Amara Okafor (81%) is ahead of Ben Li (75%).',
      'Only Amara Okafor has Docker (a must-have).',
    ],
    description: 'What sets them apart, in plain words.',
  })
  readonly differences!: readonly string[];

  @ApiProperty({ type: [ComparedCandidateDto], description: 'Best first.' })
  readonly candidates!: readonly ComparedCandidateDto[];

  @ApiProperty({
    type: [ComparedSkillDto],
    description: 'Every required skill: who has it, and the proof.',
  })
  readonly skills!: readonly ComparedSkillDto[];

  static from({ job, candidates, differences }: Comparison): ComparisonDto {
    return {
      job_id: job.id,
      min_years_experience: job.minYearsExperience,
      education_level: job.educationLevel,
      differences,
      candidates: candidates.map((candidate) => ComparedCandidateDto.of(candidate)),
      skills: job.skills.map(({ skill, weight, mustHave }, index) => ({
        skill,
        weight,
        must_have: mustHave,
        candidates: candidates.flatMap(({ match: { resumeId }, skills }) => {
          const reason = skills[index];
          return reason === undefined
            ? []
            : [{ resume_id: resumeId, ...SkillProofDto.proof(resumeId, reason) }];
        }),
      })),
    };
  }
}
