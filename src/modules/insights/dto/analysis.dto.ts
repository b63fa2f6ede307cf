import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import type { Evidence } from '../../resumes';
import type { StoredAnalysis } from '../analyses.repository';
import type { Analysis } from '../analyst';
import type { Provenance } from '../provenance';
import { type Claim, QUESTION_COUNT, SUMMARY_LENGTH } from '../domain/analysis';

const HAS_LETTER = /\p{L}/u;
const NO_LETTER = 'must hold a letter';

export class AnalyzeDto {
  @ApiProperty({
    example:
      'Backend Engineer\nMust have 3+ years of Node.js and PostgreSQL. Docker is required. Kubernetes is a plus.',
    maxLength: 50_000,
    description: 'The first line is taken for the title.',
  })
  @IsString()
  @Matches(HAS_LETTER, { message: NO_LETTER })
  @MaxLength(50_000)
  readonly job_description!: string;

  @ApiProperty({
    example:
      'Amara Okafor\nBackend developer\n\nExperience\nDeveloper, Lumen Health, 2019 - 2023\n- Built the booking service with Node.js and PostgreSQL',
    maxLength: 100_000,
  })
  @IsString()
  @Matches(HAS_LETTER, { message: NO_LETTER })
  @MaxLength(100_000)
  readonly resume_text!: string;
}

export class RequestAnalysesDto {
  @ApiProperty({ type: [String], format: 'uuid', maxItems: 100, minItems: 1 })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  readonly resume_ids!: readonly string[];
}

export class RequestedAnalysisDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly task_id!: string;
}

export class RequestedAnalysesDto {
  @ApiProperty({ type: [RequestedAnalysisDto] })
  readonly tasks!: readonly RequestedAnalysisDto[];

  static of(resumeIds: readonly string[], taskIds: readonly string[]): RequestedAnalysesDto {
    return {
      tasks: resumeIds.map((id, index) => ({ resume_id: id, task_id: taskIds[index] ?? '' })),
    };
  }
}

export class QuoteDto implements Evidence {
  @ApiProperty({ example: 120, description: 'Offset into the resume’s text as it was read.' })
  readonly start!: number;

  @ApiProperty({ example: 174 })
  readonly end!: number;

  @ApiProperty({ example: 'Built the booking service with Node.js and PostgreSQL' })
  readonly text!: string;
}

export class ClaimDto {
  @ApiProperty({ example: 'Node.js, used for 4 years, last in 2023.' })
  readonly claim!: string;

  @ApiProperty({
    type: QuoteDto,
    nullable: true,
    description: 'The words that show it; null only for what the resume does not tell.',
  })
  readonly quote!: QuoteDto | null;

  static from({ text, quote }: Claim): ClaimDto {
    return {
      claim: text,
      quote: quote === null ? null : { start: quote.start, end: quote.end, text: quote.text },
    };
  }
}

export class ProvenanceDto {
  @ApiProperty({ example: 'none', description: '`none` is the template.' })
  readonly provider!: string;

  @ApiProperty({ example: 'template' })
  readonly model!: string;

  @ApiProperty({ example: 'template-1' })
  readonly prompt_version!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: null,
    description: 'Why the template stands in for a configured model: `llm_unavailable`, …',
  })
  readonly fallback_reason!: string | null;

  @ApiProperty({ example: 3 })
  readonly duration_ms!: number;

  @ApiProperty({ type: Number, nullable: true, example: null })
  readonly prompt_tokens!: number | null;

  @ApiProperty({ type: Number, nullable: true, example: null })
  readonly completion_tokens!: number | null;

  @ApiProperty({ example: 0, description: 'Claims of the model that the resume does not show.' })
  readonly dropped_claims!: number;

  @ApiProperty({
    example: 0,
    description: 'Lines of the resume that gave orders to a language model and were kept from it.',
  })
  readonly withheld_lines!: number;

  static from(provenance: Provenance): ProvenanceDto {
    return {
      provider: provenance.provider,
      model: provenance.model,
      prompt_version: provenance.promptVersion,
      fallback_reason: provenance.fallbackReason,
      duration_ms: provenance.durationMs,
      prompt_tokens: provenance.promptTokens,
      completion_tokens: provenance.completionTokens,
      dropped_claims: provenance.droppedClaims,
      withheld_lines: provenance.withheldLines,
    };
  }
}

export class AnalysisDto {
  @ApiProperty({
    example: 72,
    minimum: 0,
    maximum: 100,
    description: 'The score of the ranking in hundredths. No language model has a part in it.',
  })
  readonly match_score!: number;

  @ApiProperty({
    example:
      'The candidate shows 2 of the 4 skills that Backend Engineer asks for: Node.js and PostgreSQL. Of what the job must have, the resume does not name Docker.',
    minLength: SUMMARY_LENGTH.least,
    maxLength: SUMMARY_LENGTH.most,
  })
  readonly summary!: string;

  @ApiProperty({ type: [ClaimDto] })
  readonly strengths!: readonly ClaimDto[];

  @ApiProperty({ type: [ClaimDto] })
  readonly gaps!: readonly ClaimDto[];

  @ApiProperty({ type: [String], example: ['Docker'] })
  readonly missing_skills!: readonly string[];

  @ApiProperty({
    type: [String],
    minItems: QUESTION_COUNT,
    maxItems: QUESTION_COUNT,
    example: ['Docker is a must for this role: where have you come closest to it?'],
  })
  readonly interview_questions!: readonly string[];

  @ApiProperty({ type: ProvenanceDto })
  readonly provenance!: ProvenanceDto;

  static from(analysis: Analysis): AnalysisDto {
    return {
      match_score: analysis.matchScore,
      summary: analysis.summary,
      strengths: analysis.strengths.map((claim) => ClaimDto.from(claim)),
      gaps: analysis.gaps.map((claim) => ClaimDto.from(claim)),
      missing_skills: analysis.missingSkills,
      interview_questions: analysis.questions,
      provenance: ProvenanceDto.from(analysis.provenance),
    };
  }
}

export class StoredAnalysisDto extends AnalysisDto {
  @ApiProperty({ format: 'uuid' })
  readonly job_id!: string;

  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({ example: '2', description: 'Of the rules that made the score.' })
  readonly engine_version!: string;

  @ApiProperty({ example: 1 })
  readonly job_version!: number;

  @ApiProperty({
    example: true,
    description:
      'False after the candidate was scored by other rules or another version of the job.',
  })
  readonly is_current!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static fromStored(stored: StoredAnalysis): StoredAnalysisDto {
    return {
      ...AnalysisDto.from(stored),
      job_id: stored.jobId,
      resume_id: stored.resumeId,
      engine_version: stored.engineVersion,
      job_version: stored.jobVersion,
      is_current: stored.isCurrent,
      created_at: stored.createdAt.toISOString(),
    };
  }
}
