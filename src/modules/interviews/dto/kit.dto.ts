import { ApiProperty } from '@nestjs/swagger';
import type { InterviewKit } from '../kit/kit.service';
import { InterviewResponseDto } from './interview.dto';
import { AttributeDto } from './scorecard.dto';

const SOURCES = ['analysis', 'template'] as const;
const SCORECARD_STATES = ['none', 'draft', 'submitted'] as const;

class KitJobDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ example: 'Warehouse Operations Manager' })
  readonly title!: string;

  @ApiProperty({ example: 'You run a distribution centre.' })
  readonly description!: string;

  @ApiProperty({ example: 'Must have inventory management.' })
  readonly requirements!: string;

  @ApiProperty({ type: [String], example: ['Inventory management', 'SAP'] })
  readonly skills_required!: readonly string[];
}

class KitCandidateDto {
  @ApiProperty({ format: 'uuid' })
  readonly candidate_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ example: 'Jane Example', nullable: true, type: String })
  readonly name!: string | null;

  @ApiProperty({ example: 'Warehouse Supervisor', nullable: true, type: String })
  readonly headline!: string | null;

  @ApiProperty({ example: 7.5, nullable: true, type: Number })
  readonly years_of_experience!: number | null;

  @ApiProperty({ type: [String], example: ['SAP'] })
  readonly matched_skills!: readonly string[];

  @ApiProperty({ type: [String], example: ['Forklift'] })
  readonly missing_skills!: readonly string[];
}

export class InterviewKitDto {
  @ApiProperty({ type: InterviewResponseDto })
  readonly interview!: InterviewResponseDto;

  @ApiProperty({ type: KitJobDto })
  readonly job!: KitJobDto;

  @ApiProperty({ type: KitCandidateDto })
  readonly candidate!: KitCandidateDto;

  @ApiProperty({ type: [String] })
  readonly questions!: readonly string[];

  @ApiProperty({
    enum: SOURCES,
    description: 'The candidate’s analysis, or what matches and what is missing.',
  })
  readonly questions_from!: (typeof SOURCES)[number];

  @ApiProperty({ type: [AttributeDto], description: 'What to rate.' })
  readonly scorecard_attributes!: readonly AttributeDto[];

  @ApiProperty({ enum: SCORECARD_STATES, description: 'Where your own scorecard stands.' })
  readonly own_scorecard!: (typeof SCORECARD_STATES)[number];

  static from(kit: InterviewKit): InterviewKitDto {
    const { interview, proof, resume, questions, attributes, ownScorecard } = kit;
    const { job, match } = proof;
    const { personal_info, positions, years_of_experience } = resume.profile;
    const state = ownScorecard === null ? 'none' : 'draft';
    return {
      interview: InterviewResponseDto.from(interview),
      job: {
        job_id: job.id,
        title: job.title,
        description: job.description,
        requirements: job.requirements,
        skills_required: job.skills.map(({ skill }) => skill),
      },
      candidate: {
        candidate_id: interview.candidateId,
        resume_id: interview.resumeId,
        name: interview.candidateName,
        headline: personal_info.headline ?? positions[0]?.title ?? null,
        years_of_experience,
        matched_skills: match.matchedSkills,
        missing_skills: match.missingSkills,
      },
      questions: questions.questions,
      questions_from: questions.source,
      scorecard_attributes: attributes.map((attribute) => AttributeDto.from(attribute)),
      own_scorecard: ownScorecard?.submittedAt instanceof Date ? 'submitted' : state,
    };
  }
}
