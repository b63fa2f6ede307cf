import { ApiProperty } from '@nestjs/swagger';
import {
  type Finding,
  FINDING_CODES,
  FINDING_WEIGHTS,
  type FindingCode,
  type FindingWeight,
  REVIEW_SECTIONS,
  type ReviewSection,
} from '../domain/review/review';
import type { StoredReview } from '../reviews/reviews.repository';
import { ProvenanceDto, QuoteDto } from './analysis.dto';

export class FindingDto {
  @ApiProperty({
    enum: FINDING_CODES,
    example: 'bullets_without_numbers',
    description: 'The rule that found it; `advice` is a language model’s.',
  })
  readonly code!: FindingCode;

  @ApiProperty({ enum: FINDING_WEIGHTS, example: 'important' })
  readonly weight!: FindingWeight;

  @ApiProperty({ example: '5 of 7 lines have no number.' })
  readonly problem!: string;

  @ApiProperty({ example: 'Say how many, how much, how often or how fast.' })
  readonly suggestion!: string;

  @ApiProperty({ type: [QuoteDto], description: 'The first places; none for what is missing.' })
  readonly quotes!: readonly QuoteDto[];

  static from({ code, weight, problem, suggestion, quotes }: Finding): FindingDto {
    return {
      code,
      weight,
      problem,
      suggestion,
      quotes: quotes.map(({ start, end, text }) => ({ start, end, text })),
    };
  }
}

export class ReviewedSectionDto {
  @ApiProperty({ enum: REVIEW_SECTIONS, example: 'experience' })
  readonly section!: ReviewSection;

  @ApiProperty({ type: [FindingDto] })
  readonly findings!: readonly FindingDto[];
}

export class ReviewResponseDto {
  @ApiProperty({ format: 'uuid' })
  readonly resume_id!: string;

  @ApiProperty({
    example:
      'The resume has 412 words and 3 positions, which make 7.5 dated years. 1 important thing and 2 details could be better.',
  })
  readonly summary!: string;

  @ApiProperty({ type: [ReviewedSectionDto], description: 'Those in which something was found.' })
  readonly sections!: readonly ReviewedSectionDto[];

  @ApiProperty({ type: ProvenanceDto })
  readonly provenance!: ProvenanceDto;

  @ApiProperty({ example: true, description: 'False after the resume was read again otherwise.' })
  readonly is_current!: boolean;

  @ApiProperty({ format: 'date-time' })
  readonly created_at!: string;

  static from(review: StoredReview): ReviewResponseDto {
    const sections = REVIEW_SECTIONS.map((section) => ({
      section,
      findings: review.findings
        .filter((finding) => finding.section === section)
        .map((finding) => FindingDto.from(finding)),
    }));
    return {
      resume_id: review.resumeId,
      summary: review.summary,
      sections: sections.filter(({ findings }) => findings.length > 0),
      provenance: ProvenanceDto.from(review.provenance),
      is_current: review.isCurrent,
      created_at: review.createdAt.toISOString(),
    };
  }
}
